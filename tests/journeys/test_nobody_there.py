"""Somebody walks away: the notice, the end, and nothing of them on the glass or behind it."""

from random import Random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from support.touch import Clock, Hand
from visitor import Visitor

from kiosk.journey import stages
from kiosk.ui.idle import IdleWatch

ROUTE = "Für mich, kurz: 5 Minuten"


@pytest.fixture
def visitor(hand: Hand) -> Visitor:
    """Someone at the first question, one answer given."""
    visitor = Visitor(hand, Random(1))
    visitor.take_part(ROUTE)
    hand.tap("Jemand hilft mir")
    return visitor


def wait(hand: Hand, clock: Clock, seconds: float) -> None:
    """Let so many seconds pass without a touch."""
    clock.pass_(seconds)
    watch = hand.window.findChild(IdleWatch)
    assert isinstance(watch, IdleWatch)
    watch.look()
    QApplication.processEvents()


def named(interface: QAccessibleInterface) -> list[str]:
    """Every name in the accessibility tree below."""
    state = interface.state()
    if state.invisible:
        return []
    names = [interface.text(QAccessible.Text.Name)]
    for number in range(interface.childCount()):
        names.extend(named(interface.child(number)))
    return names


def on_the_glass(widget: QWidget) -> str:
    """Everything a screen reader finds on the window."""
    return "\n".join(named(QAccessible.queryAccessibleInterface(widget)))


@pytest.mark.usefixtures("visitor")
def test_the_notice_comes_after_five_minutes_and_not_before(hand: Hand, clock: Clock) -> None:
    wait(hand, clock, 299)
    assert isinstance(hand.stage, stages.Asking)
    wait(hand, clock, 1)
    assert isinstance(hand.stage, stages.StillThere)
    assert "Jemand hilft mir" not in on_the_glass(hand.window)
    wait(hand, clock, 44)
    assert isinstance(hand.stage, stages.StillThere)


@pytest.mark.usefixtures("visitor")
def test_a_touch_is_a_yes_and_the_answer_is_still_there(hand: Hand, clock: Clock) -> None:
    wait(hand, clock, 300)
    hand.tap("Ja, ich mache weiter")
    stage = hand.stage
    assert isinstance(stage, stages.Asking)
    assert stage.question.value == "2"
    wait(hand, clock, 299)
    assert isinstance(hand.stage, stages.Asking)


@pytest.mark.usefixtures("visitor")
def test_a_key_is_a_yes(hand: Hand, clock: Clock) -> None:
    wait(hand, clock, 300)
    clock.pass_(1)
    focused = QApplication.focusWidget() or hand.window.current
    QTest.keyClick(focused, Qt.Key.Key_Right)
    assert isinstance(hand.stage, stages.Asking)


def test_after_the_notice_everything_is_as_for_a_new_person(
    hand: Hand, clock: Clock, visitor: Visitor
) -> None:
    wait(hand, clock, 300)
    wait(hand, clock, 45)
    assert hand.stage == stages.Welcome()
    assert "Jemand hilft mir" not in on_the_glass(hand.window)
    again = Visitor(hand, visitor.random)
    again.take_part(ROUTE)
    stage = hand.stage
    assert isinstance(stage, stages.Asking)
    assert stage.question.value == ""
    assert not any(each.isChecked() for each in hand.buttons())


def test_settings_of_one_person_are_gone_for_the_next(hand: Hand, clock: Clock) -> None:
    hand.tap_named("begin")
    hand.tap_named("language/de")
    hand.tap_named("size/3")
    hand.tap_named("yes")
    assert hand.window.current.theme.text_size == 3
    wait(hand, clock, 120)
    assert isinstance(hand.stage, stages.Welcome)
    hand.tap_named("begin")
    hand.tap_named("language/de")
    assert hand.window.stage == stages.ChooseDisplay(1, read_aloud=False)
    assert hand.window.current.theme.text_size == 1


def test_settings_made_on_the_first_screen_do_not_wait_for_the_next(
    hand: Hand, clock: Clock
) -> None:
    for _again in range(2):
        hand.tap_named("display")
        hand.tap_named("size 3")
        hand.tap_named("read on")
        assert hand.window.current.theme.text_size == 3
        wait(hand, clock, 119)
        assert hand.sees("Schließen")
        wait(hand, clock, 1)
        assert hand.sees("Beginnen")
        wait(hand, clock, 45)  # the watch has seen enough
    hand.tap_named("begin")
    hand.tap_named("language/de")
    assert hand.window.stage == stages.ChooseDisplay(1, read_aloud=False)
    assert hand.window.current.theme.text_size == 1


def test_nobody_gets_behind_the_pin_by_guessing(hand: Hand) -> None:
    hand.window.corner.held.emit()
    for _attempt in range(6):
        for _digit in range(6):
            if hand.sees("1"):
                hand.tap("1")
        if hand.sees("Anmelden"):
            hand.tap("Anmelden")
    assert isinstance(hand.stage, stages.EnterPin)
    assert hand.stage.wait_seconds > 0
