"""No way out of the window: sixty and more attempts by key, mouse, drag, menu and focus."""

import json
import subprocess
import sys
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QContextMenuEvent,
    QDesktopServices,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from support.touch import Hand

from kiosk.journey import intents, stages
from kiosk.ui.widgets.text_field import TextField

pytest_plugins = ("support.running_terminal",)

CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
META = Qt.KeyboardModifier.MetaModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier
K = Qt.Key
CHORDS = [
    *product([CTRL], [K.Key_Q, K.Key_W, K.Key_N, K.Key_O, K.Key_P, K.Key_S, K.Key_C, K.Key_V]),
    *product([CTRL], [K.Key_X, K.Key_A, K.Key_Z, K.Key_Y, K.Key_F, K.Key_L, K.Key_T, K.Key_R]),
    *product([CTRL], [K.Key_F4, K.Key_Escape, K.Key_Plus, K.Key_Minus, K.Key_0, K.Key_F1]),
    *product([CTRL | SHIFT], [K.Key_Escape, K.Key_I, K.Key_N, K.Key_T, K.Key_Q]),
    *product([CTRL | ALT], [K.Key_Delete, K.Key_T, K.Key_L, K.Key_F1, K.Key_F2, K.Key_Backspace]),
    *product([ALT], [K.Key_F4, K.Key_F2, K.Key_F1, K.Key_Space, K.Key_Escape, K.Key_Home]),
    *product([ALT], [K.Key_Left, K.Key_Right, K.Key_D, K.Key_F10]),
    *product([META], [K.Key_D, K.Key_E, K.Key_L, K.Key_R, K.Key_X, K.Key_Up, K.Key_Down, K.Key_M]),
    *product([META], [K.Key_Q, K.Key_Space, K.Key_A, K.Key_1]),
    *product([SHIFT], [K.Key_F10, K.Key_Escape, K.Key_Insert, K.Key_Delete]),
    *product([NONE], [K.Key_Menu, K.Key_Print, K.Key_Meta, K.Key_Search, K.Key_LaunchMail]),
    *product([NONE], [K.Key_F10, K.Key_F11, K.Key_HomePage, K.Key_Favorites]),
]
DOWN = (intents.Begin(), intents.PickLanguage("de"), intents.Forward(), intents.Forward())


@pytest.fixture
def locked(hand: Hand) -> Hand:
    """The window of a terminal that fills its screen; it is smaller here, and locked alike."""
    hand.window._closable = False
    return hand


def at(hand: Hand, place: str) -> type:
    """Bring the window to a stage where keys could matter."""
    window = hand.window
    if place == "pin":
        window.apply(intents.HoldCorner())
    elif place == "participation":
        for intent in DOWN:
            window.apply(intent)
    QApplication.processEvents()
    return type(window.stage)


def others(window: QWidget) -> list[QWidget]:
    return [
        each for each in QApplication.topLevelWidgets() if each.isVisible() and each is not window
    ]


def test_there_are_more_than_sixty_attempts() -> None:
    assert len(set(CHORDS)) == len(CHORDS) >= 60


@pytest.mark.parametrize("place", ["welcome", "participation", "pin"])
def test_no_chord_leads_out(locked: Hand, place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    window, opened = locked.window, list[str]()
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    before = at(locked, place)
    QGuiApplication.clipboard().clear()
    ended: list[bool] = []
    window.quitting.connect(lambda: ended.append(True))
    for modifiers, key in CHORDS:
        QTest.keyClick(QApplication.focusWidget() or window, key, modifiers)
        QApplication.processEvents()
        assert window.isVisible(), (modifiers, key)
        assert type(window.stage) is before, (modifiers, key, window.stage)
        assert not others(window), (modifiers, key)
    assert not ended
    assert not opened
    assert QGuiApplication.clipboard().text() == ""


def test_closing_from_outside_is_refused(locked: Hand) -> None:
    assert not locked.window.close()
    assert locked.window.isVisible()


def test_no_part_of_the_window_has_a_menu_or_takes_what_is_dropped(locked: Hand) -> None:
    at(locked, "participation")
    window = locked.window
    everything = [window, *window.findChildren(QWidget)]
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile("/etc/passwd")])
    mime.setText("dropped")
    middle = QPoint(5, 5)
    for widget in everything:
        assert not widget.acceptDrops(), widget
        menu = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, middle, middle)
        QApplication.sendEvent(widget, menu)
        assert QApplication.activePopupWidget() is None, widget
        drag = QDragEnterEvent(
            middle, Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, NONE
        )
        drag.ignore()
        QApplication.sendEvent(widget, drag)
        assert not drag.isAccepted(), widget
        drop = QDropEvent(
            QPointF(middle), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, NONE
        )
        drop.ignore()
        QApplication.sendEvent(widget, drop)
    assert not others(window)
    assert all(field.toPlainText() != "dropped" for field in window.findChildren(TextField))


def test_what_minimises_the_window_has_it_back(locked: Hand, qtbot: QtBot) -> None:
    window = locked.window
    window.showMinimized()
    qtbot.waitUntil(lambda: not window.isMinimized())
    assert window.isVisible()


def test_what_takes_the_focus_away_has_it_back(locked: Hand, qtbot: QtBot) -> None:
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(locked.window.isActiveWindow)


def test_an_open_window_may_be_left(hand: Hand, qtbot: QtBot) -> None:
    """A developer's window is no kiosk."""
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(other.isActiveWindow)
    QApplication.processEvents()
    assert other.isActiveWindow()
    assert isinstance(hand.window.stage, stages.Welcome)


COVERED = """
import sys
from PySide6.QtWidgets import QApplication, QWidget
from PySide6.QtGui import QGuiApplication
from kiosk.ui.covers import Covers
application = QApplication([])
window = QWidget()
window.showFullScreen()
covers = Covers(application, window)
application.processEvents()
first, second = application.screens()
assert window.screen() is first
assert covers.covered == (second.name(),), covers.covered
(cover,) = [each for each in application.topLevelWidgets() if each is not window]
assert cover.geometry() == second.geometry(), (cover.geometry(), second.geometry())
assert not cover.close() and cover.isVisible()
image = cover.grab().toImage()
assert image.pixelColor(10, 10).lightness() == 0
covers.cover(second)
covers.uncover(second)
assert covers.covered == ()
covers.cover(second)
covers.close()
assert covers.covered == ()
"""


def test_a_second_screen_is_black(tmp_path: Path) -> None:
    screens = [
        {"name": name, "x": x, "y": 0, "width": 800, "height": 600, "logicalDpi": 96, "dpr": 1}
        for name, x in (("one", 0), ("two", 800))
    ]
    config = tmp_path / "screens.json"
    config.write_text(json.dumps({"screens": screens}))
    done = subprocess.run(
        [sys.executable, "-c", COVERED],
        env={"QT_QPA_PLATFORM": f"offscreen:configfile={config}", "PATH": "/usr/bin"},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
