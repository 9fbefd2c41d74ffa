"""What is said in another language than the page: the greeting, and each language's own name."""

import sys
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from support.touch import Clock
from terminal_glass import themes_of
from test_window_reading import Visitor

from kiosk.journey.presentation import Presentation
from kiosk.journey.stages import ChooseLanguage, Stage, Welcome
from kiosk.resources import TRANSLATIONS
from kiosk.ui.background import Background
from kiosk.ui.keys import DEFAULT_KEYS, read_keys
from kiosk.ui.speaker import Speaker
from kiosk.ui.terminal.language_screen import LanguageScreen
from kiosk.ui.terminal.welcome_screen import Greeting, WelcomeScreen
from kiosk.ui.theme import Theme
from kiosk.ui.translation import Translation
from kiosk.ui.widgets.tap_guard import TapGuard
from kiosk.ui.window import Window

# Voices for German and Polish. Of every segment it tells the id, its language and its recording.
VOICE = (
    sys.executable,
    "-P",
    "-c",
    """
import sys
from kiosk.speech.protocol import *
def tell(event):
    sys.stdout.buffer.write(encode(event)); sys.stdout.buffer.flush()
tell(Ready(("de", "pl"), 1)); tell(Available(Availability.OK))
for line in sys.stdin.buffer:
    match decode_command(line):
        case Say(id=number, segments=segments):
            for each in segments:
                tell(Started(number, f"{each.id} {each.language} {each.recording}".strip()))
            tell(Finished(number))
        case Stop(id=number): tell(Stopped(number))
        case Ping(id=number): tell(Pong(number))
""",
)
Heard = Callable[[Stage, Greeting], list[str]]


@pytest.fixture
def heard(qapp: QApplication, qtbot: QtBot) -> Iterator[Heard]:
    """What is read of a page."""
    clock = Clock()
    guard = TapGuard(clock)
    speaker = Speaker(VOICE)
    translation = Translation(qapp, TRANSLATIONS)

    def of(stage: Stage, greeting: Greeting) -> list[str]:
        def welcome(theme: Theme, parent: QWidget) -> WelcomeScreen:
            return WelcomeScreen(theme, guard, "Ort", "Titel?", greeting=greeting, parent=parent)

        def languages(theme: Theme, parent: QWidget) -> LanguageScreen:
            return LanguageScreen(theme, guard, parent)

        window = Window(
            {Welcome: welcome, ChooseLanguage: languages},
            themes_of("15.6 landscape"),
            guard,
            translation,
            speaker,
            Background(),
            clock,
            qapp,
            size=QSize(1920, 1080),
            preset=Presentation("de"),
            closable=True,
            keys=read_keys(DEFAULT_KEYS),
        )
        qtbot.addWidget(window)
        with qtbot.waitSignal(speaker.availability, timeout=10_000):
            speaker.start()
        window.open(Visitor(stage))
        told: list[str] = []
        speaker.segment.connect(told.append)
        with qtbot.waitSignal(speaker.finished, timeout=10_000):
            window.current.read_aloud.emit()
        return [each for each in told if each]

    yield of
    speaker.close()
    translation.close()


def test_a_greeting_in_a_language_without_a_voice_is_seen_and_not_faked(heard: Heard) -> None:
    said = heard(Welcome(), Greeting("Witajće k nam", "hsb"))
    assert said == ["town de", "title de", "begin de"]


def test_a_recorded_greeting_is_heard(heard: Heard) -> None:
    said = heard(Welcome(), Greeting("Witajće k nam", "hsb", "witajce.mp3"))
    assert said == ["town de", "greeting hsb witajce.mp3", "title de", "begin de"]


def test_a_greeting_is_said_by_the_voice_of_its_language(heard: Heard) -> None:
    assert heard(Welcome(), Greeting("Dzień dobry", "pl"))[1] == "greeting pl"


def test_each_language_says_its_own_name(heard: Heard) -> None:
    offered = (("de", "Deutsch"), ("de-x-leicht", "Leichte Sprache"), ("pl", "Polski"),
               ("uk", "Українська"))  # fmt: skip
    assert heard(ChooseLanguage(offered), Greeting()) == [
        "heading de", "language/de de", "language/de-x-leicht de-x-leicht", "language/pl pl",
    ]  # fmt: skip
