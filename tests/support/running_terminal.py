"""A terminal that has been set up, and a hand at its running window."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.installing import UNMEASURED, Glass, install_terminal
from kiosk.journey import stages
from kiosk.ui.app import Start, Terminal
from support.rothenburg import package, signers
from support.terminal_facts import DAY, PIN
from support.touch import Clock, Hand


def set_up(folder: Path, package: bytes, *, text_size: int = 1, glass: Glass = UNMEASURED) -> Path:
    """Set a terminal up in `folder`, with a folder to hand over to."""
    install_terminal(
        folder,
        package,
        "study.zip",
        pin=PIN,
        site="rathaus",
        text_size=text_size,
        today=lambda: DAY,
        glass=glass,
        signers=signers(),
    )
    (folder / "export").mkdir()
    return folder


@contextmanager
def started(
    start: Start,
    qapp: QApplication,
    qtbot: QtBot,
    clock: Callable[[], float] = time.monotonic,
    *,
    at: type = stages.Welcome,
    seconds: float = 20.0,
) -> Iterator[Terminal]:
    """A running terminal that has come to a stage of the kind `at`; nothing of it is left."""
    terminal = Terminal(start, qapp, clock)
    try:
        terminal.show()
        window = terminal.window
        qtbot.waitUntil(lambda: isinstance(window.stage, at), timeout=round(seconds * 1000))
        yield terminal
    finally:
        terminal.close()
        terminal.window.hide()
        terminal.window.deleteLater()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A terminal that has been set up."""
    return set_up(tmp_path / "terminal", package())


@pytest.fixture
def clock() -> Clock:
    """Seconds that pass only when told to."""
    return Clock()


@pytest.fixture
def hand(folder: Path, clock: Clock, qapp: QApplication, qtbot: QtBot) -> Iterator[Hand]:
    """A hand at the running terminal."""
    with started(Start(folder, window=(1920, 1080)), qapp, qtbot, clock) as terminal:
        yield Hand(terminal.window, QTest.createTouchDevice(), clock)
