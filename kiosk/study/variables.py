"""From forms to variables: the codebook of a study."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from kiosk.forms.form import Form, Item, Output, Question, Repeat, TextRef
from kiosk.forms.view import Kind, Layout
from kiosk.study.codebook import Option, Variable, VariableKind

UNSTORED = (Kind.NOTE, Kind.REPEAT)
"""Kinds that leave no variable: nothing is answered, or the entries themselves tell the number."""

_KINDS = {
    Kind.SELECT_ONE: VariableKind.SINGLE,
    Kind.SELECT_MULTIPLE: VariableKind.MULTIPLE,
    Kind.TEXT: VariableKind.TEXT,
    Kind.INTEGER: VariableKind.NUMBER,
    Kind.DECIMAL: VariableKind.NUMBER,
    Kind.RANGE: VariableKind.NUMBER,
    Kind.DATE: VariableKind.DATE,
    Kind.TIME: VariableKind.TIME,
    Kind.DATETIME: VariableKind.DATETIME,
    Kind.RANK: VariableKind.RANK,
    Kind.ACKNOWLEDGE: VariableKind.SINGLE,
}


def variables_of(form: Form, language: str = "") -> tuple[Variable, ...]:
    """The variables of one form, in the order they are asked, the derived ones last."""
    language = language or form.default_language
    asked = tuple(
        _variable(form, question, language)
        for question in form.questions.values()
        if question.kind not in UNSTORED
    )
    derived = tuple(
        Variable(name=name, wording=name, kind=VariableKind.DERIVED, forms=(form.identifier,))
        for name in derived_names(form)
    )
    return asked + derived


def codebook(forms: Iterable[Form], language: str = "") -> tuple[Variable, ...]:
    """The variables of several forms together: each name once, with every form that asks it.

    Where a form skips a variable that another asks, the order of the longer form is kept.
    """
    by_form = sorted((variables_of(form, language) for form in forms), key=len, reverse=True)
    merged: dict[str, Variable] = {}
    for variables in by_form:
        for variable in variables:
            known = merged.get(variable.name)
            if known is None:
                merged[variable.name] = variable
            else:
                merged[variable.name] = replace(known, forms=known.forms + variable.forms)
    asked = [each for each in merged.values() if each.kind is not VariableKind.DERIVED]
    derived = [each for each in merged.values() if each.kind is VariableKind.DERIVED]
    return tuple(asked + derived)


def derived_names(form: Form) -> tuple[str, ...]:
    """Calculated and hidden nodes outside every repeat: seed, split, draw, presets."""
    return tuple(path.rpartition("/")[2] for path in derived_paths(form))


def derived_paths(form: Form) -> tuple[str, ...]:
    """Where the derived variables stand, by template path."""
    return tuple(
        path
        for path in form.derived
        if not any(path.startswith(repeat + "/") for repeat in form.repeats)
    )


def repeat_around(form: Form, path: str) -> Repeat | None:
    """The repeat a question stands in."""
    inside = [each for each in form.repeats.values() if path.startswith(each.path + "/")]
    return max(inside, key=lambda each: len(each.path), default=None)


def _variable(form: Form, question: Question, language: str) -> Variable:
    bind = form.binds.get(question.path)
    items = question.itemset.items if question.itemset else ()
    repeat = repeat_around(form, question.path)
    wording = plain_text(form, question.label, language)
    return Variable(
        name=question.name,
        # In a loop the wording starts with the item drawn: "{Leistung}: …".
        wording=wording.lstrip(": ") if repeat is not None else wording,
        kind=_KINDS[question.kind],
        options=_options(form, items, language),
        exclusive=bind.exclusive if bind is not None else frozenset(),
        over=_drawn_from(form, repeat, language) if repeat is not None else (),
        forms=(form.identifier,),
        most=bind.most if bind is not None else None,
        ordered=question.layout is Layout.SCALE,
    )


def _options(form: Form, items: Iterable[Item], language: str) -> tuple[Option, ...]:
    return tuple(
        Option(code=item.value, label=plain_text(form, item.label, language)) for item in items
    )


def _drawn_from(form: Form, repeat: Repeat, language: str) -> tuple[Option, ...]:
    """What a loop may draw: the ordinary choices of the questions its key hangs on."""
    if repeat.key is None:
        return tuple(Option(str(n), str(n)) for n in range(1, repeat.most + 1))
    decisive: set[str] = set()
    for read in repeat.key.reads:
        decisive |= form.decided_by.get(read, frozenset())
    for path, question in form.questions.items():
        if path in decisive and question.kind is Kind.SELECT_MULTIPLE and question.itemset:
            exclusive = form.binds[path].exclusive
            ordinary = [each for each in question.itemset.items if each.value not in exclusive]
            return _options(form, ordinary, language)
    return ()


def plain_text(form: Form, ref: TextRef, language: str) -> str:
    """A text without its outputs, for labels outside an interview."""
    by_language: Mapping[str, tuple[str | Output, ...]] = form.itext.get(ref.identifier, {})
    pieces = by_language.get(language) or by_language.get(form.default_language) or ref.inline
    return "".join(piece for piece in pieces if isinstance(piece, str)).strip()
