"""What the window reads aloud, and when: with a voice process that finishes nothing by itself."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from all_screens import REVIEW_LINES, TAKE_PART, make_screen, study_texts
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from terminal_glass import Clock, themes_of

from kiosk.journey.intents import Exported, IdleExpired, Intent, PickPresentation, WentIdle
from kiosk.journey.presentation import Presentation
from kiosk.journey.stages import (
    ChooseDisplay,
    Participation,
    Review,
    Stage,
    StillThere,
    Welcome,
)
from kiosk.resources import TRANSLATIONS
from kiosk.ui.background import Background
from kiosk.ui.idle import IdleWatch
from kiosk.ui.keys import DEFAULT_KEYS, read_keys
from kiosk.ui.speaker import Speaker
from kiosk.ui.terminal.screen import Screen
from kiosk.ui.theme import Theme
from kiosk.ui.translation import Translation
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.setting import Setting
from kiosk.ui.widgets.tap_guard import TapGuard
from kiosk.ui.window import Window

# Ready, with a German voice and a loudspeaker; starts the first segment and never comes to its end.
VOICE = (
    sys.executable,
    "-P",
    "-c",
    """
import sys
from kiosk.speech.protocol import *
def tell(event):
    sys.stdout.buffer.write(encode(event)); sys.stdout.buffer.flush()
tell(Ready(("de",), ("glass",))); tell(Available(Availability.OK))
for line in sys.stdin.buffer:
    match decode_command(line):
        case Say(id=number, segments=segments): tell(Started(number, segments[0].id))
        case Stop(id=number): tell(Stopped(number))
        case Ping(id=number): tell(Pong(number))
""",
)


class Visitor:
    """Someone at one page, who changes the presentation or has left."""

    alert_seconds, grace_seconds = 300, 45
    preset = Presentation("de")
    language = "de"
    languages = ()

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.presentation = Presentation("de", 2)

    def apply(self, intent: Intent) -> Stage:
        if isinstance(intent, PickPresentation):
            wanted = self.presentation = intent.presentation
            if isinstance(self.stage, ChooseDisplay):
                self.stage = ChooseDisplay(wanted.text_size, wanted.read_aloud)
        elif isinstance(intent, WentIdle):
            self.stage = StillThere(self.stage, self.grace_seconds, keeps=False)
        elif isinstance(intent, IdleExpired):
            self.stage = Welcome()
        return self.stage

    def export_to(self, folder: Path) -> Exported:
        raise AssertionError(folder)


Open = Callable[[Stage], Window]


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def open_at(qapp: QApplication, qtbot: QtBot, clock: Clock) -> Iterator[Open]:
    speaker = Speaker(VOICE)
    opened: list[Window] = []

    def maker(stage: Stage) -> Callable[[Theme, QWidget], Screen]:
        def make(theme: Theme, parent: QWidget) -> Screen:
            screen = make_screen(stage, theme, TapGuard(clock), clock)
            screen.setParent(parent)
            return screen

        return make

    def open_at(stage: Stage) -> Window:
        window = Window(
            {type(each): maker(each) for each in (stage, StillThere(stage, 45, False), Welcome())},
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
        opened.append(window)
        qtbot.addWidget(window)
        with qtbot.waitSignal(speaker.availability, timeout=10_000):
            speaker.start()
        window.open(Visitor(stage))
        window.show()
        return window

    yield open_at
    speaker.close()


def tap(clock: Clock, button: QWidget | None) -> None:
    clock.pass_(1)
    assert isinstance(button, Button)
    assert button.isVisible()
    button.click()


def _name(window: Window) -> str:
    return type(window.stage).__name__


def speaking(window: Window) -> bool:
    return window.current.bottom.read.text() == "Vorlesen anhalten"


PAGE = Participation(TAKE_PART, study_texts("D3"), study_texts("P2"))


def test_who_asks_for_reading_is_read_to_at_once(open_at: Open, clock: Clock, qtbot: QtBot) -> None:
    window = open_at(ChooseDisplay(2, read_aloud=False))
    assert not speaking(window)
    with qtbot.waitSignal(window._speaker.segment, timeout=10_000) as told:
        tap(clock, window.current.findChild(QWidget, "yes"))
    assert told.args == ["heading"]
    assert speaking(window)
    tap(clock, window.current.findChild(QWidget, "no"))
    assert not speaking(window)


def test_the_panel_knows_that_pages_are_read_and_keeps_it(open_at: Open, clock: Clock) -> None:
    window = open_at(PAGE)
    window.apply(PickPresentation(Presentation("de", read_aloud=True)))
    panel = window.current.panel
    tap(clock, window.current.top.display)
    assert panel.rows[Setting.READ_ALOUD].text() == "Vorlesen: An"
    tap(clock, panel.rows[Setting.TEXT_SIZE])
    tap(clock, panel.choices[2])
    assert window._presentation() == Presentation("de", 3, read_aloud=True)


def test_the_panel_is_read_while_it_covers_the_page(
    open_at: Open, clock: Clock, qtbot: QtBot
) -> None:
    window = open_at(PAGE)
    heard: list[str] = []
    window._speaker.segment.connect(heard.append)
    window.apply(PickPresentation(Presentation("de", read_aloud=True)))
    qtbot.waitUntil(lambda: len(heard) == 1, timeout=10_000)
    tap(clock, window.current.top.display)
    qtbot.waitUntil(lambda: len(heard) == 3, timeout=10_000)
    tap(clock, window.current.panel.strip.done)
    qtbot.waitUntil(lambda: len(heard) == 5, timeout=10_000)
    assert heard == [heard[0], "", "title", "", heard[0]]


def test_without_being_asked_the_panel_is_silent_and_ends_what_is_read(
    open_at: Open, clock: Clock, qtbot: QtBot
) -> None:
    window = open_at(PAGE)
    with qtbot.waitSignal(window._speaker.segment, timeout=10_000):
        tap(clock, window.current.bottom.read)
    assert speaking(window)
    tap(clock, window.current.top.display)
    assert not speaking(window)
    tap(clock, window.current.panel.strip.done)
    assert not speaking(window)


def test_hearing_the_notice_is_not_being_there(open_at: Open, clock: Clock, qtbot: QtBot) -> None:
    window = open_at(Review(REVIEW_LINES))
    segment = window._speaker.segment
    with qtbot.waitSignal(segment, timeout=10_000):
        window.apply(PickPresentation(Presentation("de", read_aloud=True)))
    watch = window.findChild(IdleWatch)
    assert isinstance(watch, IdleWatch)
    with qtbot.waitSignals([segment, segment], timeout=10_000):
        clock.pass_(300)
        watch.look()
    assert _name(window) == "StillThere"
    assert window.current.isVisible()
    clock.pass_(45)
    watch.look()
    assert _name(window) == "Welcome"
