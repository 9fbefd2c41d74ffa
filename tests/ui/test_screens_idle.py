"""The idle watch on a clock of its own, and the corner that lets staff in."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QEnterEvent, QFocusEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from terminal_glass import Clock, theme_of

from kiosk.ui.corner import SIDE_MM, CornerHold
from kiosk.ui.idle import IdleWatch


class Watched:
    """A watch, its clock, a widget to touch, and what the watch said."""

    def __init__(self, qtbot: QtBot, application: QCoreApplication) -> None:
        self.clock = Clock()
        self.watch = IdleWatch(application, self.clock)
        self.said: list[str] = []
        self.watch.idle.connect(lambda: self.said.append("idle"))
        self.watch.expired.connect(lambda: self.said.append("expired"))
        self.widget = QPushButton()
        qtbot.addWidget(self.widget)
        self.widget.show()

    def pass_(self, seconds: float) -> None:
        self.clock.pass_(seconds)
        self.watch.look()


@pytest.fixture
def watched(qtbot: QtBot, qapp: QApplication) -> Iterator[Watched]:
    made = Watched(qtbot, qapp)
    made.watch.start(300, 45)
    yield made
    made.watch.stop()


def test_the_alert_comes_after_300_seconds_and_its_end_45_later(watched: Watched) -> None:
    watched.pass_(299)
    assert watched.said == []
    watched.pass_(1)
    assert watched.said == ["idle"]
    watched.pass_(44)
    assert watched.said == ["idle"]
    watched.pass_(1)
    assert watched.said == ["idle", "expired"]
    assert not watched.watch.running
    watched.pass_(1000)
    assert watched.said == ["idle", "expired"]


@pytest.mark.parametrize("how", ["mouse", "touch", "key"])
def test_what_a_person_does_counts(watched: Watched, how: str) -> None:
    watched.pass_(200)
    match how:
        case "mouse":
            QTest.mousePress(watched.widget, Qt.MouseButton.LeftButton)
        case "touch":
            finger = QTest.createTouchDevice()
            QTest.touchEvent(watched.widget, finger).press(0, QPoint(5, 5)).commit()
            QTest.touchEvent(watched.widget, finger).release(0, QPoint(5, 5)).commit()
        case "key":
            QTest.keyPress(watched.widget, Qt.Key.Key_A)
    watched.pass_(299)
    assert watched.said == []
    watched.pass_(1)
    assert watched.said == ["idle"]


def test_what_the_program_does_does_not_count(watched: Watched) -> None:
    watched.pass_(200)
    watched.widget.setFocus()
    watched.widget.repaint()
    for event in (
        QFocusEvent(QEvent.Type.FocusIn),
        QEnterEvent(QPointF(), QPointF(), QPointF()),
        QMouseEvent(
            QEvent.Type.MouseButtonPress,
            QPointF(),
            QPointF(),
            Qt.MouseButton.LeftButton,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        ),
    ):
        QApplication.sendEvent(watched.widget, event)
    watched.pass_(100)
    assert watched.said == ["idle"]


def test_a_touch_during_the_alert_begins_anew(watched: Watched) -> None:
    watched.pass_(300)
    watched.pass_(44)
    QTest.mousePress(watched.widget, Qt.MouseButton.LeftButton)
    watched.pass_(299)
    assert watched.said == ["idle"]
    watched.pass_(1)
    assert watched.said == ["idle", "idle"]


def test_without_an_alert_the_end_follows_at_once(watched: Watched) -> None:
    watched.watch.start(120, 0)
    watched.pass_(120)
    assert watched.said == ["idle", "expired"]


def test_a_stopped_watch_says_nothing(watched: Watched) -> None:
    watched.watch.stop()
    watched.pass_(1000)
    assert watched.said == []
    assert not watched.watch.timer.isActive()


def test_listening_is_being_there(watched: Watched) -> None:
    watched.pass_(299)
    watched.watch.touched()
    watched.pass_(299)
    assert watched.said == []


def test_whoever_hears_the_alert_may_stop_the_watch(watched: Watched) -> None:
    watched.watch.idle.connect(watched.watch.stop)
    watched.pass_(300)
    watched.pass_(100)
    assert watched.said == ["idle"]


def test_the_timer_itself_finds_out(qtbot: QtBot, watched: Watched) -> None:
    watched.watch.start(0.0, 0.0)
    qtbot.waitUntil(lambda: watched.said == ["idle", "expired"])


@pytest.fixture
def corner(qtbot: QtBot) -> Iterator[CornerHold]:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1920, 1080)
    made = CornerHold(theme_of("15.6 landscape", 2), window)
    window.show()
    yield made
    window.hide()  # holds the window until here


def test_the_corner_is_20_mm_and_for_nobody_to_find(corner: CornerHold) -> None:
    assert corner.width() / theme_of("15.6 landscape", 2).px_per_mm >= SIDE_MM
    assert corner.pos() == QPoint(0, 0)
    assert corner.focusPolicy() is Qt.FocusPolicy.NoFocus
    assert corner.accessibleName() == ""
    assert corner.timer.interval() == 3000


def test_holding_the_corner_is_heard(qtbot: QtBot, corner: CornerHold) -> None:
    corner.timer.setInterval(1)
    with qtbot.waitSignal(corner.held):
        QTest.mousePress(corner, Qt.MouseButton.LeftButton)


def test_a_finger_holds_the_corner_too(qtbot: QtBot, corner: CornerHold) -> None:
    corner.timer.setInterval(1)
    finger = QTest.createTouchDevice()
    window = corner.window()
    with qtbot.waitSignal(corner.held):
        QTest.touchEvent(window, finger).press(0, QPoint(20, 20)).commit()
    QTest.touchEvent(window, finger).release(0, QPoint(20, 20)).commit()


@pytest.mark.parametrize("how", ["release", "slide", "hide"])
def test_a_shorter_hold_does_nothing(corner: CornerHold, how: str) -> None:
    QTest.mousePress(corner, Qt.MouseButton.LeftButton)
    assert corner.timer.isActive()
    match how:
        case "release":
            QTest.mouseRelease(corner, Qt.MouseButton.LeftButton)
        case "slide":
            QTest.mouseMove(corner, QPoint(corner.width() + 30, 10))
        case "hide":
            corner.hide()
    assert not corner.timer.isActive()
