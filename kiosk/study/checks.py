"""What must hold before anybody is asked: looked up in the compiled forms, told as findings.

A check of one form is a function of the form in FORM_CHECKS, or in ANALYSES when it makes sense
only for a form whose workbook has no faults; one of the study as a whole takes settings and forms
and stands in STUDY_CHECKS.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from kiosk.forms.form import Event, Expression, Form, Question
from kiosk.forms.view import Kind
from kiosk.forms.xpath.references import calls
from kiosk.forms.xpath.syntax import Call, parse
from kiosk.study.codebook import Variable
from kiosk.study.diagnosis import finding
from kiosk.study.finding import Finding
from kiosk.study.instrument import version_number
from kiosk.study.names import name_faults
from kiosk.study.quasi_identifiers import quasi_identifiers
from kiosk.study.reachability import reachability
from kiosk.study.readability import drafts, readability
from kiosk.study.settings import StudySettings
from kiosk.study.variables import derived_names, variables_of

PARTICIPATION = frozenset({"1", "2", "3", "4"})
"""S3, instrument A.4: takes part, too young, did already, does not want to."""
_IDENTIFIER = re.compile(r"[A-Za-z0-9_]{1,16}\Z")
Forms = Mapping[str, Form]


def variables_by_form(forms: Forms, settings: StudySettings) -> dict[str, tuple[Variable, ...]]:
    """The variables of every form but the start form."""
    return {name: variables_of(form) for name, form in forms.items() if name != settings.start.form}


def form_findings(form: Form, name: str) -> Iterator[Finding]:
    """What is wrong with one form; `name` is the one of its file."""
    if form.identifier != name:
        yield finding(
            "E108", name, "", "form_id",
            f"form_id ist „{form.identifier}“, erwartet wird „{name}“.",
            f'form_id is "{form.identifier}", expected "{name}".',
        )  # fmt: skip
    for check in FORM_CHECKS:
        yield from check(form)


def study_findings(settings: StudySettings, forms: Forms) -> Iterator[Finding]:
    """What is wrong between the forms, and between them and study.toml."""
    for check in STUDY_CHECKS:
        yield from check(settings, forms)


# -- one form


def _version(form: Form) -> Iterator[Finding]:
    try:
        version_number(form.version)
    except ValueError:
        yield finding(
            "E109", form.identifier, "", "version",
            f"die Version „{form.version}“ muss aus ein bis drei Zahlen bestehen, wie 2026.1.0.",
            f'the version "{form.version}" has to be one to three numbers, like 2026.1.0.',
        )  # fmt: skip


def _order(form: Form) -> Iterator[Finding]:
    """A random order nobody could restore, and choices kept in place that are not there."""
    for question in form.questions.values():
        itemset = question.itemset
        if itemset is not None and itemset.random and not itemset.seed:
            yield finding(
                "E214", form.identifier, question.path, "parameters",
                "randomize=true braucht seed=…, damit die Folge gespeichert ist.",
                "randomize=true needs seed=… so that the order is stored.",
            )  # fmt: skip
        values = {item.value for item in itemset.items} if itemset else set()
        for last in question.last:
            if last not in values:
                yield finding(
                    "E314", form.identifier, question.path, "body::kiosk:last",
                    f"kiosk:last nennt {last}, das fehlt in der Liste.",
                    f"kiosk:last names {last}, which the list lacks.",
                )  # fmt: skip
        bind = form.binds.get(question.path)
        for each in sorted(bind.exclusive - values) if bind and values else ():
            yield finding(
                "E315", form.identifier, question.path, "bind::kiosk:exclusive",
                f"kiosk:exclusive nennt {each}, das fehlt in der Liste.",
                f"kiosk:exclusive names {each}, which the list lacks.",
            )  # fmt: skip


def _lengths(form: Form) -> Iterator[Finding]:
    for path, question in form.questions.items():
        # The text behind "or_other" is the compiler's, and takes no columns.
        other = path.removesuffix("_other") in form.questions and path.endswith("_other")
        if question.kind is Kind.TEXT and question.length is None and not other:
            yield finding(
                "E323", form.identifier, question.path, "body::kiosk:length",
                "der Freitext hat keine Länge (kiosk:length).", "the text has no kiosk:length.",
            )  # fmt: skip


def _shown_otherwise(form: Form) -> Iterator[Finding]:
    for each in form.notices:
        yield finding("W224", form.identifier, each.path, each.column, each.de, each.en)


def _chance(form: Form) -> Iterator[Finding]:
    for path, column, expression in _expressions(form):
        if not _replayable(form, path, expression):
            yield finding(
                "E215", form.identifier, path, column,
                "Zufall geht nur als eigene Berechnung once(…) ohne Bedingung und außerhalb von "
                "Wiederholungen; sonst lässt sich ein unterbrochenes Interview nicht "
                "wiederherstellen.",
                "chance is possible only as a calculation once(…) of its own, without a condition "
                "and outside repeats; else an interrupted interview cannot be rebuilt.",
            )  # fmt: skip


def _expressions(form: Form) -> Iterator[tuple[str, str, Expression]]:
    """Every expression with its path and its column in the workbook."""
    for path, bind in form.binds.items():
        for column, each in (
            ("relevant", bind.relevant),
            ("calculation", bind.calculate),
            ("constraint", bind.constraint),
            ("required", bind.required),
            ("bind::kiosk:design", bind.design),
            ("bind::kiosk:check", bind.check),
        ):
            if each is not None:
                yield path, column, each
    for repeat in form.repeats.values():
        for column, each in (
            ("repeat_count", repeat.count),
            ("bind::kiosk:key", repeat.key),
        ):
            if each is not None:
                yield repeat.path, column, each
    for path, nodeset in form.filtered.items():
        yield path, "choice_filter", nodeset
    for action in form.actions:
        if action.event is not Event.FIRST_LOAD:  # that is recorded with the beginning
            column = "default" if action.event is Event.NEW_REPEAT else "calculation"
            yield action.ref, column, action.value


def _replayable(form: Form, path: str, expression: Expression) -> bool:
    """Whether an interview's record holds every random value this expression may take."""
    tree = parse(expression.source)
    if not any(
        each.name in ("random", "uuid") or (each.name == "randomize" and len(each.args) == 1)
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


# -- the study


def _identifiers(settings: StudySettings, forms: Forms) -> Iterator[Finding]:  # noqa: ARG001
    for value, name in settings.start.routes.items():
        if not _IDENTIFIER.match(name):
            yield finding(
                "E116", "", f"start.routes.{value}", "",
                f"„{name}“ taugt nicht als Name eines Fragebogens: 1 bis 16 Buchstaben ohne "
                "Umlaute, Ziffern oder „_“.",
                f'"{name}" cannot name a questionnaire: 1 to 16 ASCII letters, digits or "_".',
            )  # fmt: skip


def _start(settings: StudySettings, forms: Forms) -> Iterator[Finding]:
    start = settings.start
    if start.form in start.routes.values():
        yield finding(
            "E114", "", "start.routes", "",
            f"start.routes führt zurück nach {start.form}.",
            f"start.routes leads back to {start.form}.",
        )  # fmt: skip
    if start.form not in forms:
        return
    names = {question.name: question for question in forms[start.form].questions.values()}
    wanted = [
        ("start.participate", start.participate, Kind.SELECT_ONE),
        ("start.route", start.route, Kind.SELECT_ONE),
        *(("start.layer1", name, Kind.NOTE) for name in start.layer1),
        *(("start.layer2", name, Kind.NOTE) for name in start.layer2),
        *(("start.paper", name, Kind.NOTE) for name in start.paper),
        ("start.saved", start.saved, Kind.NOTE),
        ("start.too_young", start.too_young, Kind.NOTE),
        ("start.declined", start.declined, Kind.NOTE),
        ("start.discarded", start.discarded, Kind.NOTE),
    ]
    for key, name, kind in wanted:
        if name not in names:
            yield finding(
                "E111", "", key, "", f"{name} gibt es in {start.form} nicht.",
                f"{name} does not exist in {start.form}.",
            )  # fmt: skip
        elif names[name].kind is not kind:
            yield finding(
                "E112", "", key, "",
                f"{name} in {start.form} hat die Frageart {names[name].kind}, nötig ist {kind}.",
                f"{name} in {start.form} is of the kind {names[name].kind}, not {kind}.",
            )  # fmt: skip
    if start.participate in names:
        yield from _codes(start.form, names[start.participate], PARTICIPATION, exactly=True)
    if start.route in names:
        yield from _codes(start.form, names[start.route], frozenset(start.routes), exactly=False)


def _codes(
    form: str, question: Question, codes: frozenset[str], *, exactly: bool
) -> Iterator[Finding]:
    items = question.itemset.items if question.itemset else ()
    offered = {item.value for item in items}
    if question.kind is Kind.SELECT_ONE and not (offered == codes if exactly else codes <= offered):
        listed = ", ".join(sorted(codes))
        yield finding(
            "E113", form, question.path, "type",
            f"{question.name} in {form} braucht die Codes {listed}.",
            f"{question.name} in {form} needs the codes {listed}.",
        )  # fmt: skip


def _presets(settings: StudySettings, forms: Forms) -> Iterator[Finding]:
    hidden = {name for form in forms.values() for name in derived_names(form)}
    for name in settings.presets:
        if name not in hidden and set(forms) == set(settings.forms):
            yield finding(
                "E115", "", f"presets.{name}", "",
                f"presets.{name} gibt es in keinem Fragebogen als verborgene Frage (hidden).",
                f"presets.{name} is a hidden question of no questionnaire.",
            )  # fmt: skip


def _assistance(settings: StudySettings, forms: Forms) -> Iterator[Finding]:
    """A name that nobody asks would leave what was answered before in a helper's sight."""
    assistance = settings.assistance
    if set(forms) != set(settings.forms):
        return
    everywhere = [
        (name, each)
        for name, form in forms.items()
        if name != settings.start.form
        for each in form.questions.values()
    ]
    for key, name in (
        *(("assistance.question", name) for name in (assistance.question,) if name),
        *(("assistance.hides", name) for name in sorted(assistance.hides)),
    ):
        if not any(each.name == name for _form, each in everywhere):
            yield finding(
                "E120", "", key, "", f"{name} fragt keiner der Fragebögen.",
                f"no questionnaire asks {name}.",
            )  # fmt: skip
    for form, question in everywhere:
        if question.name == assistance.question and question.kind is Kind.SELECT_ONE:
            yield from _codes(form, question, frozenset(assistance.codes or ()), exactly=False)
        elif question.name == assistance.question:
            yield finding(
                "E112", "", "assistance.question", "",
                f"{question.name} in {form} hat die Frageart {question.kind}, nötig ist "
                f"{Kind.SELECT_ONE}.",
                f"{question.name} in {form} is of the kind {question.kind}, not {Kind.SELECT_ONE}.",
            )  # fmt: skip


def _pooling(settings: StudySettings, forms: Forms) -> Iterator[Finding]:
    """The same name must mean the same question: wording and codes agree wherever it is asked."""
    known: dict[str, tuple[str, Variable]] = {}
    for form, variables in variables_by_form(forms, settings).items():
        paths = {each.name: path for path, each in forms[form].questions.items()}
        for variable in variables:
            other = known.setdefault(variable.name, (form, variable))
            mine = (variable.wording, variable.kind, variable.options)
            theirs = (other[1].wording, other[1].kind, other[1].options)
            if mine != theirs:
                yield finding(
                    "E305", form, paths.get(variable.name, ""), "label",
                    f"{variable.name} fragt anders als in {other[0]}; bitte angleichen oder "
                    "umbenennen, sonst lassen sich die Antworten nicht zusammenzählen.",
                    f"{variable.name} differs from {other[0]}; align or rename it, or the answers "
                    "cannot be pooled.",
                )  # fmt: skip


def _readable(settings: StudySettings, forms: Forms) -> Iterator[Finding]:
    for form in forms.values():
        yield from readability(form, settings.languages.values())
    yield from drafts(settings.languages)


def _identifying(settings: StudySettings, forms: Forms) -> Iterator[Finding]:
    if set(forms) == set(settings.forms):
        yield from quasi_identifiers(forms, settings)


FormCheck = Callable[[Form], Iterable[Finding]]
StudyCheck = Callable[[StudySettings, Forms], Iterable[Finding]]

FORM_CHECKS: tuple[FormCheck, ...] = (
    name_faults,
    _version,
    _order,
    _lengths,
    _chance,
    _shown_otherwise,
)
ANALYSES: tuple[FormCheck, ...] = (reachability,)
STUDY_CHECKS: tuple[StudyCheck, ...] = (
    _identifiers,
    _start,
    _presets,
    _assistance,
    _pooling,
    _readable,
    _identifying,
)
