"""What must hold before anybody is asked: found at build time, named by form and question."""

import re
from collections.abc import Iterator, Mapping

from kiosk.forms.form import Form, Question
from kiosk.forms.view import Kind
from kiosk.study.codebook import Variable
from kiosk.study.errors import StudyError
from kiosk.study.settings import FILE, StudySettings
from kiosk.study.variables import variables_of

# SPSS: 64 bytes; 32 keeps every statistics program content (F.2).
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]{0,31}\Z")
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
        _check_languages(settings, name, form)
        for question in form.questions.values():
            for de, en in _faults(question, files):
                raise StudyError(f"{name}.md", f"{question.name}: {de}", f"{question.name}: {en}")
    _check_pooling(variables_by_form(forms, settings))


def variables_by_form(
    forms: Mapping[str, Form], settings: StudySettings
) -> dict[str, tuple[Variable, ...]]:
    """The variables of every form but the start form."""
    return {name: variables_of(form) for name, form in forms.items() if name != settings.start.form}


def _check_start(settings: StudySettings, form: Form) -> None:
    start = settings.start
    names = {question.name for question in form.questions.values()}
    notes = (*start.layer1, *start.layer2)
    ends = (start.saved, start.too_young, start.declined, start.discarded)
    for name in (start.participate, start.route, *notes, *ends):
        if name not in names:
            raise StudyError(
                FILE,
                f"{name} gibt es in {start.form} nicht.",
                f"{name} does not exist in {start.form}.",
            )


def _check_languages(settings: StudySettings, name: str, form: Form) -> None:
    for tag, language in settings.languages.items():
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
