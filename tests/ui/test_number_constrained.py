"""Whole numbers the form judges as a whole: what stands on the glass is the answer, or none is."""

from dataclasses import replace

import date_questions
from date_touch import Finger, finger
from pytestqt.qtbot import QtBot

from kiosk.forms.view import Problem, Rejection
from kiosk.journey.intents import Answer, Forward

FEW = replace(date_questions.PEOPLE, value="", lowest=None, highest=None, constrained=True)


def asked(qtbot: QtBot, value: str = "") -> Finger:
    hand = finger(qtbot)
    hand.ask(replace(FEW, value=value))
    hand.refuse("25")
    return hand


def test_the_beginning_of_a_refused_number_is_no_answer(qtbot: QtBot) -> None:
    hand = asked(qtbot)
    hand.type("25")
    assert hand.someone.intents == []
    hand.tap("on")
    assert hand.someone.intents == [Answer("25")]
    assert hand.number == "25"
    assert hand.someone.stage.problem == Problem(Rejection.CONSTRAINT, "Das geht nicht.")
    hand.tap("erase", "on")
    assert hand.someone.intents[1:] == [Answer("2"), Forward()]


def test_an_older_number_does_not_stand_for_a_refused_one(qtbot: QtBot) -> None:
    hand = asked(qtbot, "3")
    hand.tap("erase")
    hand.type("25")
    hand.tap("on", "on")
    assert hand.someone.intents == [Answer("25"), Answer(""), Forward()]
    assert hand.value == ""
