"""Help by key, by switch and by ear: every way on is reached, and the focus is never lost."""

from dataclasses import replace
from random import Random

import pytest
from PySide6.QtCore import Qt
from support.touch import Clock, Hand
from test_without_touching import ENTER, Fingers
from visitor import Visitor

from kiosk.journey import intents, stages
from kiosk.study.hand import Hand as Who
from kiosk.ui.widgets.choice import Choice

RIGHT = Qt.Key.Key_Right


@pytest.fixture
def fingers(hand: Hand, clock: Clock) -> Fingers:
    hand.window.activateWindow()
    return Fingers(hand, clock)


def asked(fingers: Fingers) -> stages.Asking:
    """Somebody alone at their second question."""
    hand = fingers.hand
    Visitor(hand, Random(1)).take_part("Für mich, kurz: 5 Minuten")
    hand.window.apply(intents.Answer("1"))
    hand.window.apply(intents.Forward())
    stage = hand.stage
    assert isinstance(stage, stages.Asking)
    hand.window.apply(intents.Answer("3"))
    return stage


def helped(fingers: Fingers) -> None:
    """Somebody has come, told by key."""
    fingers.press(Qt.Key.Key_H)
    assert isinstance(fingers.hand.stage, stages.HelpCalled)
    fingers.walk_to("Jemand hilft mir")
    fingers.press(ENTER)
    assert isinstance(fingers.hand.stage, stages.Privacy)


@pytest.mark.parametrize("key", [ENTER, Qt.Key.Key_2])
def test_one_key_too_many_does_not_show_the_answers_again(fingers: Fingers, key: Qt.Key) -> None:
    asked(fingers)
    helped(fingers)
    if key is not ENTER:
        fingers.press(Qt.Key.Key_1)
    assert fingers.at.text() == "Weiter"
    fingers.press(key)
    stage = fingers.hand.stage
    assert isinstance(stage, stages.Asking)
    assert (stage.hand, stage.question.value) == (Who.HELPER, "")


@pytest.mark.parametrize(("move", "select"), [(RIGHT, ENTER), (Qt.Key.Key_1, Qt.Key.Key_2)])
def test_whoever_goes_on_alone_by_key_stands_at_their_answer(
    fingers: Fingers, move: Qt.Key, select: Qt.Key
) -> None:
    asked(fingers)
    helped(fingers)
    fingers.walk_to("Weiter")
    fingers.press(ENTER)
    fingers.walk_to("Ich mache allein weiter", move)
    fingers.press(select)
    stage = fingers.hand.stage
    assert isinstance(stage, stages.Asking)
    assert stage.hand is Who.SELF
    first = fingers.at
    assert isinstance(first, Choice)
    assert first.value == stage.question.value == "3"
    assert first.shows_focus()


def test_large_targets_give_the_banner_room_and_take_it_back(fingers: Fingers) -> None:
    hand = fingers.hand
    asked(fingers)
    wanted = replace(hand.window.current.offer.presentation, large_targets=True)
    hand.window.apply(intents.PickPresentation(wanted))
    assert hand.window.current.theme.target_mm == 30.0
    helped(fingers)
    fingers.walk_to("Weiter")
    fingers.press(ENTER)
    assert hand.window.current.theme.target_mm == 23.0
    fingers.walk_to("Ich mache allein weiter")
    fingers.press(ENTER)
    assert hand.window.current.theme.target_mm == 30.0
