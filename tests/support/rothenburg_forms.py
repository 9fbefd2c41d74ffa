"""The questionnaires of Rothenburg as the engine reads them, without the package around them."""

from functools import cache
from random import Random

from kiosk.forms.entry import FormEntry
from kiosk.forms.form import Form
from kiosk.forms.reading import read_form
from kiosk.study.building import compile_workbook
from support.respondent import answer
from support.rothenburg import SOURCE

LANGUAGES = ("Deutsch (de)", "Polski (pl)", "English (en)")


@cache
def form(name: str) -> Form:
    """The form of one workbook."""
    return read_form(compile_workbook(SOURCE / f"{name}.md"), name)


def interview(name: str, seed: int, language: str = "", **preset: str) -> FormEntry:
    """An interview at its first question; the same seed draws the same."""
    return FormEntry(form(name), random=Random(seed).random, preset=preset, language=language)


def answered(entry: FormEntry, answers: dict[str, str]) -> FormEntry:
    """Walk to the end, answering the questions named and leaving the others open."""
    while (question := entry.question()) is not None:
        assert entry.answer(answers.get(question.name, "")) is None, question.name
        entry.forward()
    return entry


def reached(entry: FormEntry, name: str, answers: dict[str, str]) -> FormEntry:
    """Walk to the question `name`."""
    while (question := entry.question()) is not None and question.name != name:
        assert entry.answer(answers.get(question.name, "")) is None, question.name
        entry.forward()
    assert question is not None
    return entry


def finished(entry: FormEntry, seed: int) -> FormEntry:
    """Walk to the end at random."""
    random = Random(seed)
    while (question := entry.question()) is not None:
        assert entry.answer(answer(question, random)) is None, question
        entry.forward()
    return entry
