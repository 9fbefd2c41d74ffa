"""Speech that breaks is a shrug: the survey goes on, and the window never waits for it."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from random import Random

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from support.running_terminal import started
from support.touch import Clock, Hand
from visitor import Visitor

from kiosk.benchmarks.loudspeaker import SoundServer
from kiosk.journey import intents, stages
from kiosk.speech.protocol import Availability
from kiosk.ui import app
from kiosk.ui.app import Start
from kiosk.ui.speaker import VOICE_PROCESS, Patience, Speaker

GAP_SECONDS = 0.05
"""speech.md: the window's longest gap between two frames."""
TICK_MS = 4

_BROKEN = """
import os, time
from kiosk.speech import synthesis
def render(*args, **kinds):
    {0}
synthesis.Synthesis.render = render
from kiosk.speech.worker import main; main()
"""
_WITHOUT_ENGINE = """
import ctypes
def load(name): raise OSError(name)
ctypes.cdll.LoadLibrary = load
from kiosk.speech.worker import main; main()
"""


def worker(script: str) -> tuple[str, ...]:
    return (sys.executable, "-P", "-c", script)


FAULTS: dict[str, tuple[str, ...]] = {
    "whole": VOICE_PROCESS,
    "missing": ("/nonexistent/voice",),
    "without an engine": worker(_WITHOUT_ENGINE),
    "crashing": worker(_BROKEN.format("os.abort()")),
    "hanging": worker(_BROKEN.format("time.sleep(1000)")),
    "babbling": worker("import sys\nfor n in range(10**6): print('ALSA lib', n, flush=True)"),
}
HASTY = Patience(start=200, ping=200, respawn=20, spare=50, off=500)

Start_ = Callable[[tuple[str, ...]], Hand]


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[SoundServer]:
    with SoundServer() as running:
        for name, value in running.environment().items():
            monkeypatch.setenv(name, value)
        yield running


@pytest.fixture
def at_terminal(
    server: SoundServer,  # noqa: ARG001 (the only loudspeaker there is)
    folder: Path,
    clock: Clock,
    qapp: QApplication,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Start_]:
    """A hand at a terminal that reads everything aloud, by such a voice process."""
    opened = []

    def start(command: tuple[str, ...]) -> Hand:
        monkeypatch.setattr(app, "Speaker", partial(Speaker, command, HASTY))
        running = started(Start(folder, window=(1920, 1080)), qapp, qtbot, clock)
        terminal = running.__enter__()
        opened.append(running)
        return Hand(terminal.window, QTest.createTouchDevice(), clock)

    yield start
    for running in opened:
        running.__exit__(None, None, None)


def listen(hand: Hand) -> None:
    wanted = replace(hand.window.current.offer.presentation, read_aloud=True)
    hand.window.apply(intents.PickPresentation(wanted))


@pytest.mark.parametrize("fault", FAULTS)
def test_a_survey_is_completed_whatever_the_voice_does(at_terminal: Start_, fault: str) -> None:
    hand = at_terminal(FAULTS[fault])
    visitor = Visitor(hand, Random(7))
    visitor.take_part("Für mich, kurz: 5 Minuten")
    listen(hand)
    visitor.answer_everything()
    visitor.finish()
    assert isinstance(hand.stage, stages.Welcome)


class Gaps:
    """The longest time between two ticks here, beside that of a process that does nothing else."""

    def __init__(self) -> None:
        self._before = time.perf_counter()
        self.longest = 0.0
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._timer.start(TICK_MS)
        script = (
            "import sys, time, threading\n"
            "threading.Thread(target=lambda: (sys.stdin.read(), ended.set())).start()\n"
            "ended = threading.Event(); longest = 0.0; before = time.perf_counter()\n"
            "while not ended.is_set():\n"
            f"    time.sleep({TICK_MS / 1000}); now = time.perf_counter()\n"
            "    longest = max(longest, now - before); before = now\n"
            "print(longest)\n"
        )
        self._idle = subprocess.Popen(
            [sys.executable, "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def _tick(self) -> None:
        now = time.perf_counter()
        self.longest = max(self.longest, now - self._before)
        self._before = now

    def own(self) -> float:
        """What is the window's own of it: a busy machine makes everybody wait."""
        self._timer.stop()
        told, _ = self._idle.communicate("")
        return self.longest - float(told)


def during(hand: Hand, qtbot: QtBot, fault: Callable[[], object], milliseconds: int) -> float:
    """The window's own longest gap while it reads a page, and then something happens."""
    window = hand.window
    speaker = window._speaker
    Visitor(hand, Random(7)).take_part("Für mich, kurz: 5 Minuten")
    qtbot.waitUntil(lambda: speaker.state is not None, timeout=10_000)
    qtbot.wait(300)
    gaps = Gaps()
    window._say()
    qtbot.wait(700)
    fault()
    qtbot.wait(milliseconds)
    window._hush()
    qtbot.wait(300)
    return gaps.own()


@pytest.mark.parametrize("fault", [each for each in FAULTS if each != "missing"])
def test_the_window_goes_on_painting_while_the_voice_breaks(
    at_terminal: Start_, qtbot: QtBot, fault: str
) -> None:
    hand = at_terminal(FAULTS[fault])
    assert during(hand, qtbot, lambda: None, 1_500) < GAP_SECONDS


def test_the_window_goes_on_painting_while_the_sound_server_dies_and_returns(
    at_terminal: Start_, qtbot: QtBot, server: SoundServer
) -> None:
    hand = at_terminal(VOICE_PROCESS)
    speaker = hand.window._speaker
    assert during(hand, qtbot, server.kill, 4_000) < GAP_SECONDS
    qtbot.waitUntil(lambda: speaker.state is Availability.NO_AUDIO, timeout=20_000)
    server.start()
    qtbot.waitUntil(lambda: speaker.state is Availability.OK, timeout=20_000)


def test_the_window_goes_on_painting_while_the_voice_is_held_up(
    at_terminal: Start_, qtbot: QtBot
) -> None:
    hand = at_terminal(VOICE_PROCESS)
    speaker = hand.window._speaker
    held: list[int] = []

    def hold() -> None:
        held.append(speaker.pid)
        os.kill(speaker.pid, signal.SIGSTOP)

    assert during(hand, qtbot, hold, 1_500) < GAP_SECONDS
    qtbot.waitUntil(lambda: speaker.pid not in (0, *held), timeout=5_000)
