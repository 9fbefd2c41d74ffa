"""From forms to variables: the codebook of a study."""

from collections.abc import Iterable
from dataclasses import replace

from kiosk.forms.answers import ACKNOWLEDGED
from kiosk.forms.form import Form, Itemset, Question
from kiosk.forms.view import Kind, Layout
from kiosk.study.codebook import Option, Variable, VariableKind
from kiosk.study.entries import (
    about_the_entry,
    entries_of,
    more_entries,
    options_of,
    repeat_around,
)
from kiosk.study.open_answers import wordy_paths
from kiosk.study.wording import plain_text

UNSTORED = (Kind.NOTE, Kind.REPEAT)
"""Kinds that leave no variable: nothing is answered, or the entries themselves tell the number."""

CONFIRMED = (Option(ACKNOWLEDGED, "bestätigt"),)
"""The one answer of an ACKNOWLEDGE."""

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
    """The variables of one form, in the order they are asked, the derived ones last.

    What is calculated from open answers is none, for it can hold their words.
    """
    language = language or form.default_language
    wordy = wordy_paths(form)
    asked = tuple(
        _variable(form, question, wordy, language)
        for question in form.questions.values()
        if question.kind not in UNSTORED
    )
    derived = tuple(
        _derived(form, path, language) for path in derived_paths(form) if path not in wordy
    )
    return asked + derived


def codebook(forms: Iterable[Form], language: str = "") -> tuple[Variable, ...]:
    """The variables of several forms together: each name once, with every form that asks it.

    Where a form skips a variable that another asks, the order of the longer form is kept; a repeat
    has the entries of all of them.
    """
    by_form = sorted((variables_of(form, language) for form in forms), key=len, reverse=True)
    merged: dict[str, Variable] = {}
    for variables in by_form:
        for variable in variables:
            known = merged.get(variable.name)
            if known is None:
                merged[variable.name] = variable
            else:
                merged[variable.name] = replace(
                    known,
                    forms=known.forms + variable.forms,
                    over=tuple(dict.fromkeys((*known.over, *variable.over))),
                )
    asked = [each for each in merged.values() if each.kind is not VariableKind.DERIVED]
    derived = [each for each in merged.values() if each.kind is VariableKind.DERIVED]
    return tuple(asked + derived)


def derived_names(form: Form) -> tuple[str, ...]:
    """The names of calculated and hidden nodes: seed, split, draw, presets."""
    return tuple(path.rpartition("/")[2] for path in derived_paths(form))


def derived_paths(form: Form) -> tuple[str, ...]:
    """Where the calculated and hidden nodes stand, by template path, those in repeats too.

    Without what only says what an entry of a repeat is about: the keys of its answers say it.
    """
    silent = about_the_entry(form)
    return tuple(path for path in form.derived if path not in silent)


def _derived(form: Form, path: str, language: str) -> Variable:
    name = path.rpartition("/")[2]
    return Variable(
        name=name,
        wording=name,
        kind=VariableKind.DERIVED,
        over=entries_of(form, path, language),
        entries=more_entries(form, path),
        forms=(form.identifier,),
    )


def _variable(form: Form, question: Question, wordy: frozenset[str], language: str) -> Variable:
    bind = form.binds.get(question.path)
    wording = plain_text(form, question.label, language)
    inside = repeat_around(form, question.path) is not None
    source = _source(form, question.itemset) if question.itemset else ""
    return Variable(
        name=question.name,
        # In a loop the wording starts with the item drawn: "{Leistung}: …".
        wording=wording.lstrip(": ") if inside else wording,
        kind=_kind(question, source, wordy),
        options=_options(form, question, language),
        exclusive=bind.exclusive if bind is not None else frozenset(),
        over=entries_of(form, question.path, language),
        entries=more_entries(form, question.path),
        source=source,
        forms=(form.identifier,),
        most=bind.most if bind is not None else None,
        ordered=question.layout is Layout.SCALE,
        precision=question.precision,
    )


def _kind(question: Question, source: str, wordy: frozenset[str]) -> VariableKind:
    """How its values are read; what could hold somebody's words is read as words."""
    closed = question.itemset is not None and (question.itemset.items or source)
    open_choice = question.itemset is not None and not closed
    typed = question.path in wordy and not closed and question.kind is not Kind.ACKNOWLEDGE
    return VariableKind.TEXT if open_choice or typed else _KINDS[question.kind]


def _options(form: Form, question: Question, language: str) -> tuple[Option, ...]:
    if question.kind is Kind.ACKNOWLEDGE:
        return CONFIRMED
    return options_of(form, question.itemset.items, language) if question.itemset else ()


def _source(form: Form, itemset: Itemset) -> str:
    """The name of the question in a repeat whose answers are the choices; "" where none are."""
    if itemset.items or itemset.nodeset is None:
        return ""
    for path in (*form.questions, *form.derived):
        above, _slash, name = path.rpartition("/")
        around = {above, path} & itemset.nodeset.reads
        if name == itemset.value_ref and above in form.repeats and around:
            return name
    return ""
