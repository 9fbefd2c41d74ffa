from types import SimpleNamespace
from typing import cast

import pytest
from PySide6.QtCore import QEvent, QPoint, QSizeF, Qt
from PySide6.QtGui import QKeyEvent, QPointingDevice, QTouchEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from terminal_glass import Clock, theme_of

from kiosk.ui.touch_watch import PALM_MM, TouchWatch
from kiosk.ui.widgets.button import Button, Look
from kiosk.ui.widgets.tap_guard import TapGuard


class Desk(QWidget):
    """Two buttons and two keys side by side, and what each did."""

    def __init__(self, device: QPointingDevice) -> None:
        super().__init__()
        self.clock = Clock()
        self.device = device
        guard = TapGuard(self.clock)
        theme = theme_of("15.6 landscape", 2)
        self.guard = guard
        self.touches = TouchWatch(theme, guard, self)
        self.acted: list[str] = []
        self.one = self._button(Button(theme, guard, "Eins", parent=self), 0)
        self.two = self._button(Button(theme, guard, "Zwei", parent=self), 1)
        self.a = self._button(Button(theme, guard, "a", look=Look.KEY, parent=self), 2)
        self.b = self._button(Button(theme, guard, "b", look=Look.KEY, parent=self), 3)
        self.resize(900, 150)

    def _button(self, button: Button, number: int) -> Button:
        button.setGeometry(10 + number * 220, 10, 200, 120)
        button.clicked.connect(lambda: self.acted.append(button.text()))
        return button

    def press(self, button: Button, finger: int = 0) -> None:
        QTest.touchEvent(self, self.device).press(finger, self._middle(button), self).commit()

    def release(self, button: Button, finger: int = 0, aside: int = 0) -> None:
        point = self._middle(button) + QPoint(0, aside)
        if aside:
            QTest.touchEvent(self, self.device).move(finger, point, self).commit()
        QTest.touchEvent(self, self.device).release(finger, point, self).commit()

    def tap(self, button: Button) -> None:
        self.press(button)
        self.release(button)

    def key(self, button: Button, repeated: bool = False) -> None:
        kind = QEvent.Type.KeyPress
        none = Qt.KeyboardModifier.NoModifier
        event = QKeyEvent(kind, Qt.Key.Key_Return, none, "\r", repeated)
        QApplication.sendEvent(button, event)

    def _middle(self, button: Button) -> QPoint:
        return button.mapTo(self, button.rect().center())


@pytest.fixture(scope="module")
def device(qapp: QApplication) -> QPointingDevice:
    assert qapp is not None
    return QTest.createTouchDevice()


@pytest.fixture
def desk(qtbot: QtBot, device: QPointingDevice) -> Desk:
    desk = Desk(device)
    qtbot.addWidget(desk)
    desk.show()
    qtbot.waitExposed(desk)
    desk.touches.watch(desk.windowHandle())
    return desk


def test_a_tap_acts_once(desk: Desk) -> None:
    desk.tap(desk.one)
    assert desk.acted == ["Eins"]


def test_a_double_tap_within_120_ms_acts_once(desk: Desk) -> None:
    desk.tap(desk.one)
    desk.clock.pass_(0.12)
    desk.tap(desk.one)
    assert desk.acted == ["Eins"]


def test_a_burst_of_four_taps_acts_once(desk: Desk) -> None:
    for _ in range(4):
        desk.tap(desk.one)
        desk.clock.pass_(0.11)
    assert desk.acted == ["Eins"]


def test_the_second_tap_of_a_pair_does_not_hit_another_button(desk: Desk) -> None:
    desk.tap(desk.one)
    desk.clock.pass_(0.3)
    desk.tap(desk.two)
    assert desk.acted == ["Eins"]


def test_after_half_a_second_it_acts_again(desk: Desk) -> None:
    desk.tap(desk.one)
    desk.clock.pass_(0.5)
    desk.tap(desk.two)
    assert desk.acted == ["Eins", "Zwei"]


def test_a_press_of_two_and_a_half_seconds_acts_once(desk: Desk) -> None:
    desk.press(desk.one)
    desk.clock.pass_(2.5)
    desk.release(desk.one)
    assert desk.acted == ["Eins"]


def test_it_shows_the_press_at_touch_down_and_acts_at_release(desk: Desk) -> None:
    desk.press(desk.one)
    assert desk.one.isDown()
    assert desk.acted == []
    desk.release(desk.one)
    assert not desk.one.isDown()
    assert desk.acted == ["Eins"]


def test_sliding_off_cancels(desk: Desk) -> None:
    desk.press(desk.one)
    desk.release(desk.one, aside=110)
    assert desk.acted == []
    desk.tap(desk.two)
    assert desk.acted == ["Zwei"]


def test_a_second_finger_is_ignored(desk: Desk) -> None:
    desk.press(desk.one, finger=0)
    two = desk.two.mapTo(desk, desk.two.rect().center())
    one = desk.one.mapTo(desk, desk.one.rect().center())
    both = QTest.touchEvent(desk, desk.device)
    both.stationary(0).press(1, two, desk).commit()
    QTest.touchEvent(desk, desk.device).stationary(0).release(1, two, desk).commit()
    assert desk.acted == []
    QTest.touchEvent(desk, desk.device).release(0, one, desk).commit()
    assert desk.acted == ["Eins"]


def test_a_second_finger_seen_as_a_second_mouse_is_ignored(desk: Desk) -> None:
    desk.press(desk.one)
    QTest.mouseClick(desk.two, Qt.MouseButton.LeftButton)
    assert desk.acted == []
    desk.release(desk.one)
    assert desk.acted == ["Eins"]


def test_the_right_mouse_button_does_nothing(desk: Desk) -> None:
    QTest.mouseClick(desk.one, Qt.MouseButton.RightButton)
    assert desk.acted == []
    desk.tap(desk.two)
    assert desk.acted == ["Zwei"]


def test_a_held_enter_key_acts_once(desk: Desk) -> None:
    desk.key(desk.one)
    for _ in range(20):
        desk.clock.pass_(0.3)
        desk.key(desk.one, repeated=True)
    assert desk.acted == ["Eins"]


def test_a_new_page_is_locked_for_half_a_second(desk: Desk) -> None:
    desk.guard.page_changed()
    desk.clock.pass_(0.49)
    desk.tap(desk.one)
    assert desk.acted == []
    desk.clock.pass_(0.02)
    desk.tap(desk.one)
    assert desk.acted == ["Eins"]


def test_different_keys_may_follow_quickly_the_same_may_not(desk: Desk) -> None:
    for key in (desk.a, desk.b, desk.b, desk.a):
        desk.tap(key)
        desk.clock.pass_(0.2)
    assert desk.acted == ["a", "b", "a"]
    desk.tap(desk.one)  # leaving the keyboard takes the full pause
    assert desk.acted == ["a", "b", "a"]


def test_a_press_of_three_seconds_means_what_a_tap_means(desk: Desk) -> None:
    desk.press(desk.one)
    desk.clock.pass_(3.0)
    QApplication.processEvents()
    assert desk.acted == []
    desk.release(desk.one)
    assert desk.acted == ["Eins"]


def test_a_swipe_across_three_buttons_does_nothing(desk: Desk) -> None:
    desk.press(desk.one)
    for button in (desk.two, desk.a):
        place = button.mapTo(desk, button.rect().center())
        QTest.touchEvent(desk, desk.device).move(0, place, desk).commit()
        assert not button.isDown()
    desk.release(desk.a)
    assert desk.acted == []
    desk.tap(desk.two)
    assert desk.acted == ["Zwei"]


def test_who_slides_off_and_comes_back_has_changed_their_mind_twice(desk: Desk) -> None:
    desk.press(desk.one)
    there, here = QPoint(110, 145), desk.one.mapTo(desk, desk.one.rect().center())
    QTest.touchEvent(desk, desk.device).move(0, there, desk).commit()
    assert not desk.one.isDown()
    QTest.touchEvent(desk, desk.device).move(0, here, desk).commit()
    assert desk.one.isDown()
    desk.release(desk.one)
    assert desk.acted == ["Eins"]


@pytest.mark.parametrize("at_once", [True, False])
def test_a_palm_does_nothing_and_the_next_finger_does(desk: Desk, at_once: bool) -> None:
    places = [QPoint(60 + 40 * number, 70) for number in range(4)]
    if at_once:
        down = QTest.touchEvent(desk, desk.device)
        for finger, place in enumerate(places):
            down.press(finger, place, desk)
        down.commit()
    else:
        for finger, place in enumerate(places):
            down = QTest.touchEvent(desk, desk.device)
            for other in range(finger):
                down.stationary(other)
            down.press(finger, place, desk).commit()
    assert not desk.one.isDown()
    up = QTest.touchEvent(desk, desk.device)
    for finger, place in enumerate(places):
        up.release(finger, place, desk)
    up.commit()
    assert desk.acted == []
    desk.tap(desk.two)
    assert desk.acted == ["Zwei"]


def wide_touch(desk: Desk, millimetres: float) -> QEvent:
    """A touch so wide; Qt lets nobody make one."""
    wide = millimetres * desk.one.theme.px_per_mm
    point = SimpleNamespace(ellipseDiameters=lambda: QSizeF(wide, wide / 2))
    kind = QEvent.Type.TouchUpdate
    event = SimpleNamespace(type=lambda: kind, pointCount=lambda: 1, points=lambda: [point])
    return cast("QEvent", event)


def test_a_touch_as_wide_as_a_palm_does_nothing(desk: Desk) -> None:
    desk.press(desk.one)
    desk.touches.eventFilter(desk.windowHandle(), wide_touch(desk, PALM_MM - 1))
    assert desk.one.isDown()
    desk.touches.eventFilter(desk.windowHandle(), wide_touch(desk, PALM_MM + 1))
    assert not desk.one.isDown()
    desk.release(desk.one)
    assert desk.acted == []


def test_a_touch_that_is_called_off_does_nothing(desk: Desk) -> None:
    desk.press(desk.one)
    QApplication.sendEvent(desk.windowHandle(), QTouchEvent(QEvent.Type.TouchCancel, desk.device))
    assert not desk.one.isDown()
    desk.release(desk.one)
    assert desk.acted == []
    desk.tap(desk.two)  # nothing is held back by what is over
    assert desk.acted == ["Zwei"]


def test_the_finger_that_was_down_when_the_page_changed_does_nothing(desk: Desk) -> None:
    desk.press(desk.one)
    desk.one.hide()
    desk.guard.page_changed()
    desk.two.setGeometry(desk.one.geometry())  # another page, another button under the finger
    desk.clock.pass_(2.0)
    desk.release(desk.two)
    assert desk.acted == []
    desk.tap(desk.two)
    assert desk.acted == ["Zwei"]


def test_calm_hands_have_a_whole_second(desk: Desk) -> None:
    desk.guard.set_calm(True)
    desk.tap(desk.one)
    desk.clock.pass_(0.99)
    desk.tap(desk.two)
    assert desk.acted == ["Eins"]
    desk.clock.pass_(0.02)
    desk.press(desk.two)
    assert desk.two.isDown()  # shown at once, done when lifted
    desk.release(desk.two)
    assert desk.acted == ["Eins", "Zwei"]
