"""Staff hear the tone and the voice, and are asked whether they did."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from support.running_terminal import started
from support.terminal_facts import PIN
from support.touch import Clock, Hand

from kiosk.benchmarks.loudspeaker import Recording, SoundServer
from kiosk.journey import intents, stages
from kiosk.speech.protocol import Availability
from kiosk.speech.tone import HERTZ
from kiosk.ui.app import Start
from kiosk.ui.staff.sound_check_screen import SoundCheckScreen
from kiosk.ui.terminal.bottom_strip import Speech


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[SoundServer]:
    with SoundServer() as running:
        for name, value in running.environment().items():
            monkeypatch.setenv(name, value)
        yield running


@pytest.fixture
def at_check(
    server: SoundServer,  # noqa: ARG001 (the only loudspeaker there is)
    folder: Path,
    clock: Clock,
    qapp: QApplication,
    qtbot: QtBot,
) -> Iterator[Hand]:
    """In the staff area, at "Ton prüfen"."""
    with started(Start(folder, window=(1920, 1080)), qapp, qtbot, clock) as terminal:
        hand = Hand(terminal.window, QTest.createTouchDevice(), clock)
        speaker = hand.window._speaker
        qtbot.waitUntil(lambda: speaker.state is Availability.OK, timeout=10_000)
        hand.window.apply(intents.HoldCorner())
        hand.window.apply(intents.EnteredPin(PIN))
        hand.tap("Ton prüfen")
        assert isinstance(hand.stage, stages.SoundCheck)
        yield hand


def test_the_tone_is_heard_and_staff_say_so(
    at_check: Hand, server: SoundServer, qtbot: QtBot
) -> None:
    screen = at_check.window.current
    assert isinstance(screen, SoundCheckScreen)
    assert not at_check.sees("Ja")
    assert "Deutsch" in screen.message.prose.text()
    with Recording(server) as recording:
        began = time.monotonic()
        at_check.tap("Ton abspielen")
        qtbot.waitUntil(lambda: at_check.sees("Ja"), timeout=5_000)
        recording.wait_for_sound(began)
        first = recording.loud(began)[0]
        recording.reach(first + 2)
        assert recording.pitch(first + 0.5, first + 1.5) == pytest.approx(HERTZ, rel=0.01)
    at_check.tap("Ja")
    stage = at_check.stage
    assert isinstance(stage, stages.StaffArea)
    assert stage.notice == "Der Ton ist zu hören."


def test_who_hears_nothing_is_told_what_to_look_at_and_tries_again(
    at_check: Hand, qtbot: QtBot
) -> None:
    screen = at_check.window.current
    assert isinstance(screen, SoundCheckScreen)
    at_check.tap("Ton abspielen")
    qtbot.waitUntil(lambda: at_check.sees("Nein"), timeout=5_000)
    at_check.tap("Nein")
    assert screen.message.headline.text() == "Bitte prüfen Sie:"
    assert not at_check.sees("Nein")
    at_check.tap("Noch einmal")
    qtbot.waitUntil(lambda: at_check.sees("Nein"), timeout=5_000)
    at_check.tap("Zurück")
    assert isinstance(at_check.stage, stages.StaffArea)


def test_without_a_loudspeaker_it_says_so(at_check: Hand) -> None:
    screen = at_check.window.current
    assert isinstance(screen, SoundCheckScreen)
    screen.show_speech(Speech.NO_SOUND)
    assert screen.message.headline.text() == "Kein Lautsprecher gefunden"
    assert not at_check.sees("Ja")
    assert not screen.play.isEnabled()
