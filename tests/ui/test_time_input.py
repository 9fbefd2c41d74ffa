"""Times entered by touch on the question screen."""

from dataclasses import replace
from datetime import time

import date_questions
import pytest
from date_touch import Finger, finger
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from kiosk.journey.intents import Forward


@pytest.fixture
def hand(qtbot: QtBot) -> Finger:
    return finger(qtbot)


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.times().map(lambda each: each.replace(second=0, microsecond=0)))
@example(time(0, 0))
@example(time(23, 59))
@example(time(9, 5))
@example(time(14, 30))
def test_every_time_can_be_touched_and_is_said_as_it_is(hand: Finger, clock: time) -> None:
    hand.ask(replace(date_questions.OPEN, ref="/data/another"))
    hand.ask(date_questions.OPEN)
    hand.tap(f"hour {clock.hour}", "on")
    if clock.minute % 15 == 0:
        hand.tap(f"minute {clock.minute:02}")
    else:
        hand.tap("other minutes")
        hand.type(f"{clock.minute:02}")
    assert hand.value == clock.isoformat()
    assert hand.moment.sentence() == f"{clock.hour}:{clock.minute:02} Uhr"
    assert hand.status == f"Ihre Antwort: {clock.hour}:{clock.minute:02} Uhr"


def test_minutes_have_two_digits_below_sixty(hand: Finger) -> None:
    hand.ask(date_questions.OPEN)
    hand.tap("hour 8", "on", "other minutes", "digit 7")
    assert hand.status == "Die Minuten gehen von 00 bis 59."
    hand.tap("digit 0")
    assert hand.value == ""
    hand.tap("on")
    assert hand.status == "Bitte wählen Sie noch die Minuten."
    hand.tap("digit 5")
    assert hand.value == "08:05:00"
    hand.tap("digit 5")
    assert hand.status == "Die Minuten haben schon 2 Ziffern."
    assert hand.value == "08:05:00"
    hand.tap("on")
    assert hand.someone.intents[-1] == Forward()


def test_minutes_off_the_quarter_are_shown_where_they_were_typed(hand: Finger) -> None:
    hand.ask(replace(date_questions.OPEN, value="08:07:00"))
    hand.tap("part minute")
    assert "digit 1" in hand.names()
    hand.tap("other minutes", "minute 45")
    assert hand.value == "08:45:00"
    assert "digit 1" not in hand.names()


def test_the_way_of_choosing_stands_in_the_same_place_both_times(hand: Finger) -> None:
    hand.ask(date_questions.OPEN)
    hand.tap("part minute")
    before = hand.moment.other.geometry()
    hand.tap("other minutes")
    assert hand.moment.other.geometry().topLeft() == before.topLeft()
    assert hand.moment.other.width() == before.width()


def test_the_hour_alone_is_no_answer(hand: Finger) -> None:
    hand.ask(date_questions.OPEN)
    hand.tap("hour 14")
    assert hand.value == ""
    assert hand.moment.sentence() == "14 Uhr"
    assert hand.status == "Tippen Sie jetzt auf „Weiter“."
    hand.tap("on", "on")
    assert hand.status == "Bitte wählen Sie noch die Minuten."
    assert hand.someone.intents == []
