"""Questionnaires as towns write them, each walked to its end by people who go back and forth."""

from pathlib import Path
from random import Random
from uuid import UUID

import pytest
from lxml import etree
from questionnaire import NOW, looked_through
from support.respondent import answer

from kiosk.forms.entry import FormEntry
from kiosk.forms.form import Form
from kiosk.forms.reading import read_form
from kiosk.forms.submission import submission
from kiosk.forms.view import Kind, Rejection
from kiosk.study.building import compile_workbook

CORPUS = Path(__file__).parent / "corpus"
RESPONDENTS = 30
MOST_STEPS = 3000


def form_of(path: Path) -> Form:
    files = {name: text.encode() for name, text in media().items()}
    return read_form(compile_workbook(path), path.stem, files)


def media() -> dict[str, str]:
    return {each.name: each.read_text("utf-8") for each in (CORPUS / "media").iterdir()}


def answered(entry: FormEntry, random: Random) -> bool:
    """Give the current question an answer that it takes; whether it may be left now."""
    question = entry.question()
    assert question is not None
    if question.readonly or question.kind is Kind.NOTE:
        return True
    for _attempt in range(60):
        if question.kind in (Kind.SELECT_ONE, Kind.SELECT_MULTIPLE, Kind.RANK):
            value = answer(question, random) if question.choices else ""
        else:
            value = answer(question, random)
        if entry.answer(value) is None and entry.missing() is None:
            return True
    assert entry.answer("") is None
    return entry.missing() is None


def walked(form: Form, seed: int) -> FormEntry:
    """Somebody who answers at random, now and then goes back, and comes to the end."""
    random = Random(seed)
    language = random.choice((*form.languages, form.default_language))
    entry = FormEntry(form, random=random.random, language=language, clock=lambda: NOW)
    for _step in range(MOST_STEPS):
        if entry.question() is None:
            return entry
        progress = entry.progress()
        assert 1 <= progress.number <= progress.total
        if random.random() < 0.15 and entry.backward():
            continue
        assert answered(entry, random), entry.at
        entry.forward()
    raise AssertionError("never came to the end")


@pytest.mark.parametrize("path", sorted(CORPUS.glob("*.md")), ids=lambda path: path.stem)
def test_everybody_comes_to_the_end_and_is_sent_as_answered(path: Path) -> None:
    form = form_of(path)
    assert form.identifier == path.stem
    seen: set[str] = set()
    for seed in range(RESPONDENTS):
        entry = walked(form, seed)
        tree = etree.fromstring(submission(entry.instance, UUID(int=seed))).getroottree()
        assert tree.getroot().get("id") == path.stem
        assert "NaN" not in {each.text for each in tree.iter()}
        for asked in entry.path():
            seen.add(asked.question.path)
            if asked.question.kind is not Kind.REPEAT:
                sent = tree.xpath(entry.instance.ref(asked.node))
                assert [each.text or "" for each in sent] == [asked.node.answer]
        faults = {ref: problem.reason for ref, problem in entry.faults()}
        assert not [each for each in faults.values() if each is not Rejection.CONSTRAINT], faults
    # Every question is reached by somebody: the routes are walked, not only the first of them.
    assert seen == set(form.questions)


@pytest.mark.parametrize("path", sorted(CORPUS.glob("*.md")), ids=lambda path: path.stem)
def test_the_check_has_nothing_against_them(path: Path, tmp_path: Path) -> None:
    assert looked_through(path.read_text("utf-8"), media(), tmp_path).refused == ()
