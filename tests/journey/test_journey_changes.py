"""Changing an answer in the review: what it opens or empties is asked before all is sealed."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from random import Random

import pytest
from support import every_kind
from support.respondent import answer

from kiosk.forms.view import Kind
from kiosk.journey import intents, stages
from kiosk.journey.intents import Intent
from kiosk.journey.journey import Journey, Terminal
from kiosk.journey.presentation import Presentation
from kiosk.storage.store import Store

DAY = date(2026, 11, 22)


@pytest.fixture
def journey(tmp_path: Path) -> Iterator[Journey]:
    study = every_kind.study(tmp_path)
    terminal = Terminal(
        site="rathaus",
        app_version="0",
        preset=Presentation("de"),
        today=lambda: DAY,
        monotonic=lambda: 0.0,
        random=Random(1).random,
        places=lambda: (),
        keep_preset=lambda _preset: None,
    )
    with Store.open(
        tmp_path / "store",
        study.recipients,
        study.settings.project,
        study.hash,
        lambda: DAY,
        ballast_bytes=4096,
        reserve_bytes=4096,
    ) as store:
        journey = Journey(study, store, terminal)
        play(
            journey,
            intents.Begin(),
            intents.Forward(),
            intents.Forward(),
            intents.Answer("1"),
            intents.Forward(),
        )
        assert isinstance(journey.stage, stages.Asking)
        yield journey


def play(journey: Journey, *wanted: Intent) -> stages.Stage:
    for intent in wanted:
        journey.apply(intent)
    return journey.stage


def to_the_review(journey: Journey, **given: str) -> None:
    """Answer what is given, the rest at random; two persons, numbered 1 and 2."""
    random, numbers = Random(3), iter("12")
    while isinstance(stage := journey.stage, stages.Asking):
        question = stage.question
        if question.name == "KUERZEL":
            value = next(numbers)
        elif question.kind is Kind.REPEAT:
            value = "2" if question.name == "person" else question.value
        else:
            value = given.get(question.name) or answer(question, random)
        play(journey, intents.Answer(value), intents.Forward())
        if isinstance(journey.stage, stages.Asking) and journey.stage.reminder:
            play(journey, intents.Forward())
    assert isinstance(journey.stage, stages.Review)


def answers(journey: Journey) -> dict[str, str]:
    assert isinstance(journey.stage, stages.Review)
    return {line.ref: line.answer for line in journey.stage.lines}


def test_an_answer_no_longer_offered_is_asked_again_once(journey: Journey) -> None:
    to_the_review(journey, WER="1", ZIMMER="0")
    stage = play(
        journey,
        intents.Change("/data/person[1]/KUERZEL"),
        intents.Answer("7"),
        intents.Forward(),
    )
    assert isinstance(stage, stages.Asking)
    assert (stage.question.name, stage.question.value) == ("WER", "")
    assert [choice.value for choice in stage.question.choices] == ["7", "2"]
    assert isinstance(play(journey, intents.Backward()), stages.Review)
    assert isinstance(play(journey, intents.Finish()), stages.Goodbye)


def test_an_answer_taken_back_on_purpose_is_not_asked_again(journey: Journey) -> None:
    to_the_review(journey, WER="1", ZIMMER="0", WUNSCH="Ruhe")
    stage = play(journey, intents.Change("/data/WUNSCH"), intents.Answer(""), intents.Forward())
    assert isinstance(stage, stages.Review)
    assert answers(journey)["/data/WUNSCH"] == ""


def test_what_a_change_opened_is_asked_before_all_is_sealed(journey: Journey) -> None:
    to_the_review(journey, WER="1", ZIMMER="0")
    stage = play(
        journey, intents.Change("/data/zahlen/ZIMMER"), intents.Answer("1"), intents.Forward()
    )
    assert isinstance(stage, stages.Asking)
    assert stage.question.name == "LICHT"
    assert isinstance(play(journey, intents.Backward()), stages.Review)
    assert "/data/raum[1]/GELUEFTET" in answers(journey)
    stage = play(journey, intents.Finish())
    assert isinstance(stage, stages.Asking)
    assert stage.question.name == "GELUEFTET"
    assert isinstance(play(journey, intents.Backward()), stages.Review)
    assert isinstance(play(journey, intents.Finish()), stages.Goodbye)
