"""A terminal that has been set up, and a hand at its running window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.installing import install_terminal
from kiosk.journey import stages
from kiosk.ui.app import Start, Terminal
from support.rothenburg import package, signers
from support.terminal_facts import DAY, PIN
from support.touch import Clock, Hand


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A terminal that has been set up."""
    install_terminal(
        tmp_path / "terminal",
        package(),
        "rothenburg.study.zip",
        pin=PIN,
        site="rathaus",
        text_size=1,
        today=lambda: DAY,
        signers=signers(),
    )
    (tmp_path / "terminal" / "export").mkdir()
    return tmp_path / "terminal"


@pytest.fixture
def clock() -> Clock:
    """Seconds that pass only when told to."""
    return Clock()


@pytest.fixture
def hand(folder: Path, clock: Clock, qapp: QApplication, qtbot: QtBot) -> Iterator[Hand]:
    """A hand at the running terminal."""
    terminal = Terminal(Start(folder, window=(1920, 1080)), qapp, clock)
    terminal.show()
    qtbot.waitUntil(lambda: isinstance(terminal.window.stage, stages.Welcome), timeout=20_000)
    yield Hand(terminal.window, QTest.createTouchDevice(), clock)
    terminal.close()
    terminal.window.hide()
    terminal.window.deleteLater()
