"""What must hold before anybody is asked: found at build time, named by form and question."""

import re
from collections.abc import Iterator, Mapping

from kiosk.forms.form import Expression, Form, Question
from kiosk.forms.view import Kind
from kiosk.forms.xpath.references import calls
from kiosk.forms.xpath.syntax import Call, parse
from kiosk.study.codebook import Variable
from kiosk.study.errors import StudyError
from kiosk.study.instrument import INSTRUMENTS, version_number
from kiosk.study.settings import FILE, StudySettings
from kiosk.study.variables import derived_names, variables_of

# SPSS: 64 bytes; 32 keeps every statistics program content (F.2).
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]{0,31}\Z")
PARTICIPATION = frozenset({"1", "2", "3", "4"})
"""S3, instrument A.4: takes part, too young, did already, does not want to."""
_TAGS = re.compile(r"[A-Za-z0-9-]+\Z")


def check(settings: StudySettings, forms: Mapping[str, Form], files: frozenset[str]) -> None:
    """Raise StudyError for the first thing that would go wrong in the field.

    `files` are the names of the media there are.
    """
    _check_start(settings, forms[settings.start.form])
    for name, form in forms.items():
        if form.identifier != name:
            raise StudyError(
                f"{name}.md",
                f"form_id ist „{form.identifier}“, erwartet wird „{name}“.",
                f'form_id is "{form.identifier}", expected "{name}".',
            )
        if name != settings.start.form and name not in INSTRUMENTS:
            raise StudyError(
                FILE,
                f"den Fragebogen „{name}“ kennt die Auswertung nicht; es gibt "
                f"{', '.join(INSTRUMENTS)}.",
                f'the office does not know the questionnaire "{name}"; there are '
                f"{', '.join(INSTRUMENTS)}.",
            )
        _check_version(name, form)
        _check_languages(settings, name, form)
        for de, en in _form_faults(form):
            raise StudyError(f"{name}.md", de, en)
        for question in form.questions.values():
            for de, en in _faults(question, files):
                raise StudyError(f"{name}.md", f"{question.name}: {de}", f"{question.name}: {en}")
    _check_presets(settings, forms)
    _check_pooling(variables_by_form(forms, settings))


def variables_by_form(
    forms: Mapping[str, Form], settings: StudySettings
) -> dict[str, tuple[Variable, ...]]:
    """The variables of every form but the start form."""
    return {name: variables_of(form) for name, form in forms.items() if name != settings.start.form}


def _check_start(settings: StudySettings, form: Form) -> None:
    start = settings.start
    names = {question.name: question for question in form.questions.values()}
    notes = (*start.layer1, *start.layer2)
    ends = (start.saved, start.too_young, start.declined, start.discarded)
    for name in (start.participate, start.route, *notes, *ends):
        if name not in names:
            raise StudyError(
                FILE,
                f"{name} gibt es in {start.form} nicht.",
                f"{name} does not exist in {start.form}.",
            )
        wanted = Kind.SELECT_ONE if name in (start.participate, start.route) else Kind.NOTE
        if names[name].kind is not wanted:
            raise StudyError(
                FILE,
                f"{name} in {start.form} hat die Frageart {names[name].kind}, nötig ist {wanted}.",
                f"{name} in {start.form} is of the kind {names[name].kind}, not {wanted}.",
            )
    _check_codes(start.form, names[start.participate], PARTICIPATION, exactly=True)
    _check_codes(start.form, names[start.route], frozenset(start.routes), exactly=False)
    if start.form in start.routes.values():
        raise StudyError(
            FILE,
            f"start.routes führt zurück nach {start.form}.",
            f"start.routes leads back to {start.form}.",
        )


def _check_codes(form: str, question: Question, codes: frozenset[str], *, exactly: bool) -> None:
    items = question.itemset.items if question.itemset else ()
    offered = {item.value for item in items}
    if not (offered == codes if exactly else codes <= offered):
        listed = ", ".join(sorted(codes))
        raise StudyError(
            FILE,
            f"{question.name} in {form} braucht die Codes {listed}.",
            f"{question.name} in {form} needs the codes {listed}.",
        )


def _check_presets(settings: StudySettings, forms: Mapping[str, Form]) -> None:
    hidden = {name for form in forms.values() for name in derived_names(form)}
    for name in settings.presets:
        if name not in hidden:
            raise StudyError(
                FILE,
                f"presets.{name} gibt es in keinem Fragebogen als verborgene Frage (hidden).",
                f"presets.{name} is a hidden question of no questionnaire.",
            )


def _form_faults(form: Form) -> Iterator[tuple[str, str]]:
    """What the engine would play along with and the data could not hold."""
    names = [each.name for each in form.questions.values() if each.kind is not Kind.NOTE]
    for name in (*names, *derived_names(form)):
        if (*names, *derived_names(form)).count(name) > 1:
            yield f"{name} kommt doppelt vor.", f"{name} occurs twice."
    for path in form.repeats:
        if any(path.startswith(other + "/") for other in form.repeats):
            yield (
                f"{path}: eine Wiederholung in einer Wiederholung geht nicht.",
                f"{path}: a repeat inside a repeat is not possible.",
            )
    for question in form.questions.values():
        if question.itemset is not None and question.itemset.random and not question.itemset.seed:
            yield (
                f"{question.name}: randomize=true braucht seed=…, damit die Folge gespeichert ist.",
                f"{question.name}: randomize=true needs seed=… so that the order is stored.",
            )
    for path, expression in _expressions(form):
        if not _replayable(form, path, expression):
            yield (
                f"{path}: Zufall geht nur als eigene Berechnung once(…) ohne Bedingung und "
                "außerhalb von Wiederholungen; sonst lässt sich ein unterbrochenes Interview "
                "nicht wiederherstellen.",
                f"{path}: chance is possible only as a calculation once(…) of its own, without a "
                "condition and outside repeats; else an interrupted interview cannot be rebuilt.",
            )


def _expressions(form: Form) -> Iterator[tuple[str, Expression]]:
    for path, bind in form.binds.items():
        for each in (bind.relevant, bind.calculate, bind.constraint, bind.required, bind.design):
            if each is not None:
                yield path, each
    for repeat in form.repeats.values():
        for each in (repeat.count, repeat.key):
            if each is not None:
                yield repeat.path, each
    for path, nodeset in form.filtered.items():
        yield path, nodeset


def _replayable(form: Form, path: str, expression: Expression) -> bool:
    """Whether an interview's record holds every random value this expression may take."""
    tree = parse(expression.source)
    if not any(
        each.name == "random" or (each.name == "randomize" and len(each.args) == 1)
        for each in calls(tree)
    ):
        return True
    bind = form.binds.get(path)
    drawn_once = bind is not None and expression is bind.calculate and not bind.relevant
    above = [path[:at] for at in range(1, len(path)) if path[at] == "/"]
    always = not any(
        each in form.repeats or (each in form.binds and form.binds[each].relevant) for each in above
    )
    return drawn_once and always and isinstance(tree, Call) and tree.name == "once"


def _check_version(name: str, form: Form) -> None:
    try:
        version_number(form.version)
    except ValueError as error:
        raise StudyError(
            f"{name}.md",
            f"die Version „{form.version}“ muss aus ein bis drei Zahlen bestehen, wie 2026.1.0.",
            f'the version "{form.version}" has to be one to three numbers, like 2026.1.0.',
        ) from error


def _check_languages(settings: StudySettings, name: str, form: Form) -> None:
    for tag, each in settings.languages.items():
        if name not in each.forms:
            continue
        language = each.name
        if not _TAGS.match(tag) or language not in form.languages:
            raise StudyError(
                f"{name}.md",
                f"die Sprache „{language}“ fehlt ({FILE}, languages.{tag}).",
                f'the language "{language}" is missing ({FILE}, languages.{tag}).',
            )
        for identifier, texts in form.itext.items():
            if language not in texts:
                raise StudyError(
                    f"{name}.md",
                    f"der Text {identifier} fehlt in der Sprache „{language}“.",
                    f'the text {identifier} is missing in "{language}".',
                )


def _faults(question: Question, files: frozenset[str]) -> Iterator[tuple[str, str]]:
    if not _NAME.match(question.name):
        yield (
            "der Name braucht 1 bis 32 Buchstaben ohne Umlaute, Ziffern oder „_“.",
            'the name needs 1 to 32 ASCII letters, digits or "_".',
        )
    if question.kind is Kind.TEXT and question.length is None:
        yield "der Freitext hat keine Länge (kiosk:length).", "the text has no kiosk:length."
    items = question.itemset.items if question.itemset else ()
    values = [item.value for item in items]
    for value in values:
        if values.count(value) > 1:
            yield f"der Code {value} kommt doppelt vor.", f"the code {value} occurs twice."
    for last in question.last:
        if last not in values:
            yield f"kiosk:last nennt {last}, das fehlt.", f"kiosk:last names {last}: not there."
    for item in items:
        picture = item.extras.get("bild", "")
        if picture and picture not in files:
            yield f"das Bild {picture} fehlt in media/.", f"picture {picture} missing in media/."


def _check_pooling(by_form: Mapping[str, tuple[Variable, ...]]) -> None:
    """The same name must mean the same question: wording and codes agree wherever it is asked."""
    known: dict[str, tuple[str, Variable]] = {}
    for form, variables in by_form.items():
        for variable in variables:
            other = known.setdefault(variable.name, (form, variable))
            mine = (variable.wording, variable.kind, variable.options)
            theirs = (other[1].wording, other[1].kind, other[1].options)
            if mine != theirs:
                raise StudyError(
                    f"{form}.md",
                    f"{variable.name} fragt anders als in {other[0]}; bitte angleichen oder "
                    "umbenennen, sonst lassen sich die Antworten nicht zusammenzählen.",
                    f"{variable.name} differs from {other[0]}; align or rename it, or the "
                    "answers cannot be pooled.",
                )
