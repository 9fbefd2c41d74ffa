"""How somebody wants to hear it, and who hears it: what the window asks of the voice process."""

import sys
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
import questions
from all_screens import make_screen
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from support.touch import Clock
from terminal_glass import media, themes_of
from test_window_reading import Visitor

from kiosk.forms.view import Progress
from kiosk.journey.intents import PickPresentation
from kiosk.journey.presentation import Presentation, Timbre
from kiosk.journey.stages import Asking, Stage, Welcome
from kiosk.resources import TRANSLATIONS
from kiosk.speech.protocol import Headphones
from kiosk.ui.background import Background
from kiosk.ui.keys import DEFAULT_KEYS, read_keys
from kiosk.ui.pictograms import Pictograms
from kiosk.ui.speaker import Speaker
from kiosk.ui.terminal.question_screen import QuestionScreen
from kiosk.ui.terminal.screen import Screen
from kiosk.ui.theme import Theme
from kiosk.ui.translation import Translation
from kiosk.ui.widgets.setting import Setting
from kiosk.ui.widgets.tap_guard import TapGuard
from kiosk.ui.window import Window

# A German voice. Of every request it tells how it is to sound and what it says first.
VOICE = (
    sys.executable,
    "-P",
    "-c",
    """
import sys
from kiosk.speech.protocol import *
def tell(event):
    sys.stdout.buffer.write(encode(event)); sys.stdout.buffer.flush()
tell(Ready(("de",), 1)); tell(Available(Availability.OK))
level = 0.0
for line in sys.stdin.buffer:
    match decode_command(line):
        case Volume(level=level): pass
        case Say() as said:
            how = f"{level:.2f} {said.pace} {said.high}: {said.segments[0].text}"
            tell(Started(said.id, how))
        case Stop(id=number): tell(Stopped(number))
        case Ping(id=number): tell(Pong(number))
""",
)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot, clock: Clock) -> Iterator[Window]:
    """At a question, with a voice."""
    stage = Asking(questions.K5, Progress(3, 12))
    speaker = Speaker(VOICE)

    def maker(stage: Stage) -> Callable[[Theme, QWidget], Screen]:
        def make(theme: Theme, parent: QWidget) -> Screen:
            if isinstance(stage, Asking):
                return QuestionScreen(theme, TapGuard(clock), Pictograms(media), parent)
            screen = make_screen(stage, theme, TapGuard(clock), clock)
            screen.setParent(parent)
            return screen

        return make

    window = Window(
        {type(each): maker(each) for each in (stage, Welcome())},
        themes_of("15.6 landscape"),
        TapGuard(clock),
        Translation(qapp, TRANSLATIONS),
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
    window.show()
    window.activateWindow()
    yield window
    speaker.close()


class Ear:
    """What was told of each request."""

    def __init__(self, window: Window, qtbot: QtBot) -> None:
        self._window, self._qtbot = window, qtbot

    def after(self, act: Callable[[], object]) -> str:
        """The next one, after something was done."""
        with self._qtbot.waitSignal(
            self._window._speaker.segment, timeout=5_000, check_params_cb=bool
        ) as told:
            act()
        return str(told.args[0])


@pytest.fixture
def ear(window: Window, qtbot: QtBot) -> Ear:
    return Ear(window, qtbot)


def press(window: Window, key: Qt.Key) -> None:
    QTest.keyClick(QApplication.focusWidget() or window, key)


def wanted(window: Window) -> Presentation:
    return window.current.offer.presentation


def test_it_sounds_as_somebody_wants_it(window: Window, ear: Ear) -> None:
    assert ear.after(window._on_read_aloud).startswith("0.63 100 False: ")
    slow = replace(wanted(window), pace=1, volume=11, timbre=Timbre.HIGH)
    assert ear.after(lambda: window.apply(PickPresentation(slow))).startswith("1.00 50 True: ")


@pytest.mark.parametrize(
    ("key", "setting", "told"),
    [
        (Qt.Key.Key_F8, Setting.VOLUME, "Lautstärke: 10 von 11."),
        (Qt.Key.Key_Minus, Setting.VOLUME, "Lautstärke: 8 von 11."),
        (Qt.Key.Key_Period, Setting.PACE, "Tempo: 5 von 7."),
        (Qt.Key.Key_F9, Setting.PACE, "Tempo: 3 von 7."),
    ],
)
def test_a_key_changes_it_and_says_so(
    window: Window, ear: Ear, key: Qt.Key, setting: Setting, told: str
) -> None:
    before = getattr(wanted(window), setting.value)
    heard = ear.after(lambda: press(window, key))
    assert heard.endswith(told)
    assert abs(getattr(wanted(window), setting.value) - before) == 1


def test_at_the_last_step_it_says_so_again(window: Window, ear: Ear) -> None:
    for _ in range(2):
        heard = ear.after(lambda: press(window, Qt.Key.Key_F8))
    for _ in range(2):
        heard = ear.after(lambda: press(window, Qt.Key.Key_F8))
        assert heard == "1.00 100 False: Lautstärke: 11 von 11."


def test_headphones_plugged_in_begin_to_read_and_pulled_out_are_silent(
    window: Window, ear: Ear, qtbot: QtBot
) -> None:
    speaker = window._speaker
    assert not wanted(window).read_aloud
    heard = ear.after(lambda: speaker._on_told(Headphones(True)))
    assert "Eine falsche oder betrügerische Nachricht erkennen?" in heard
    assert wanted(window).read_aloud
    assert speaker.private
    stopped = [""]
    speaker.segment.connect(stopped.append)
    speaker._on_told(Headphones(False))
    assert stopped[-1] == ""
    assert not wanted(window).read_aloud
    assert window._spoken == ""
    qtbot.wait(50)
    assert stopped[-1] == ""


def test_whoever_had_it_read_before_goes_on_and_hears_who_listens(window: Window, ear: Ear) -> None:
    speaker = window._speaker
    ear.after(lambda: window.apply(PickPresentation(replace(wanted(window), read_aloud=True))))
    assert ear.after(lambda: speaker._on_told(Headphones(True))).endswith(
        "Sie hören über Kopfhörer."
    )
    assert ear.after(lambda: speaker._on_told(Headphones(False))).endswith(
        "Der Kopfhörer ist ab. Jetzt hören andere mit."
    )
    assert wanted(window).read_aloud


def test_the_next_person_has_a_voice_process_that_heard_nothing_of_the_last(
    window: Window, ear: Ear, qtbot: QtBot
) -> None:
    speaker = window._speaker
    qtbot.waitUntil(lambda: any(speaker._spare_told), timeout=10_000)
    before = speaker.pid
    window._show(Welcome())
    assert speaker.pid not in (0, before)
    assert ear.after(window._on_read_aloud)
