"""Somebody walks away: the notice, the end, and nothing of them on the glass or behind it."""

from random import Random

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from support.terminal_facts import PIN
from support.touch import Clock, Hand
from visitor import Visitor

from kiosk.journey import stages
from kiosk.ui.idle import IdleWatch
from kiosk.ui.terminal.hidden_screen import HiddenScreen
from kiosk.ui.theme.theme import TARGET_MM

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


def waiting(widget: QWidget) -> set[str]:
    """Everything a screen reader finds that asks for what does not show."""
    return {
        QAccessible.queryAccessibleInterface(each).text(QAccessible.Text.Name)
        for each in widget.findChildren(QWidget)
    }


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


def test_a_helper_finds_no_earlier_answer_behind_the_screens(hand: Hand, visitor: Visitor) -> None:
    visitor.hand.tap("Weiter")
    stage = hand.stage
    assert isinstance(stage, stages.Asking)
    label, answered = stage.question.label, stage.question.choices[0].label
    assert {label, answered} <= waiting(hand.window)
    for words in (answered, "Hilfe holen", "Jemand anderes hilft mir"):
        hand.tap(words)
    assert isinstance(hand.stage, stages.Privacy)
    assert not {label, answered} & waiting(hand.window)


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
    wait(hand, clock, 44)
    wait(hand, clock, 1)
    assert hand.stage == stages.Hidden(600, keeps=False)
    assert "Jemand hilft mir" not in on_the_glass(hand.window)
    hand.tap("Neu beginnen")
    hand.tap("Ja, neu beginnen")
    assert hand.sees("Beginnen")
    assert "Jemand hilft mir" not in on_the_glass(hand.window)
    again = Visitor(hand, visitor.random)
    again.take_part(ROUTE)
    stage = hand.stage
    assert isinstance(stage, stages.Asking)
    assert stage.question.value == ""
    assert not any(each.isChecked() for each in hand.buttons())


@pytest.mark.usefixtures("visitor")
def test_staff_bring_the_question_back_and_nobody_else(hand: Hand, clock: Clock) -> None:
    before = hand.stage
    wait(hand, clock, 300)
    wait(hand, clock, 45)
    hand.tap("Weiter mit PIN")
    for _digit in range(6):
        hand.tap("9")
    hand.tap("Weiter")
    assert hand.stage == stages.EnterPin(failed=True, resuming=True)
    assert "Jemand hilft mir" not in on_the_glass(hand.window)
    for digit in PIN:
        hand.tap(digit)
    hand.tap("Weiter")
    assert hand.stage == before
    assert [each.text() for each in hand.buttons() if each.isChecked()] == ["Jemand hilft mir"]


@pytest.mark.usefixtures("visitor")
def test_hidden_answers_are_gone_after_ten_minutes_whoever_touches_the_glass(
    hand: Hand, clock: Clock
) -> None:
    wait(hand, clock, 300)
    wait(hand, clock, 45)
    hand.tap("Neu beginnen")  # a second passes with every touch
    hand.tap("Nein, zurück")
    clock.pass_(597)
    screen = hand.window.current
    assert isinstance(screen, HiddenScreen)
    screen.countdown.look()
    assert hand.sees("Weiter mit PIN")
    clock.pass_(1)
    screen.countdown.look()
    assert hand.stage == stages.Welcome()


def test_whoever_misses_is_offered_larger_buttons(hand: Hand) -> None:
    hand.tap_named("begin")
    hand.tap_named("language/de")
    hand.tap("Weiter")
    fruit = hand.find(lambda each: each.text() == "Apfel", "Apfel")
    below = fruit.mapTo(hand.window, QPoint(fruit.width() // 2, 0)).x()
    bottom = hand.window.current.body.geometry().bottom() - 3
    for _miss in range(2):
        hand.press_at(QPoint(below, bottom))
    assert hand.stage == stages.Practice()
    middle = fruit.mapTo(hand.window, fruit.rect().center())
    hand.slide(middle, QPoint(below, bottom))  # begins on the fruit and ends beside it
    assert hand.stage == stages.Practice(offering=True)
    hand.tap("Größere Tasten")
    assert hand.stage == stages.Practice()
    theme = hand.window.current.theme
    fruit = hand.find(lambda each: each.text() == "Apfel", "Apfel")
    assert theme.target_mm > TARGET_MM
    assert fruit.height() >= theme.target_mm * theme.px_per_mm
    hand.tap("Apfel")
    hand.tap("Weiter")
    assert isinstance(hand.stage, stages.Participation)


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
        hand.tap_named("setting text_size")
        hand.tap_named("value 2")
        hand.tap_named("display done")
        hand.tap_named("setting read_aloud")
        hand.tap_named("value 1")
        hand.tap_named("display done")
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


@pytest.mark.usefixtures("visitor")
def test_staff_turn_the_time_limit_off_and_the_page_says_so(hand: Hand, clock: Clock) -> None:
    hand.tap("Hilfe holen")
    hand.window.corner.held.emit()
    for digit in PIN:
        hand.tap(digit)
    hand.tap_named("on")
    assert "Sie haben Zeit, so viel Sie möchten." in on_the_glass(hand.window)
    hand.tap("Weiter ausfüllen")
    wait(hand, clock, 1799)
    assert isinstance(hand.stage, stages.Asking)
    wait(hand, clock, 1)
    assert isinstance(hand.stage, stages.StillThere)
    assert "Jemand hilft mir" not in on_the_glass(hand.window)
    for _hour in range(3):
        wait(hand, clock, 3600)
        assert isinstance(hand.stage, stages.StillThere)
    assert "Sekunden" not in on_the_glass(hand.window)
    hand.tap("Ja, ich mache weiter")
    assert isinstance(hand.stage, stages.Asking)
    assert hand.stage.question.value == "2"
