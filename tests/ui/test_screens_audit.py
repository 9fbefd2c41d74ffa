"""Every screen around the questions, on every supported glass, at every text size."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from all_screens import STAGES, make_screen
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kiosk.ui.audit.rules import standing_breaches
from kiosk.ui.fonts import install_fonts
from kiosk.ui.terminal.bottom_strip import BottomStrip, Speech
from kiosk.ui.terminal.participation_screen import ParticipationScreen
from kiosk.ui.terminal.review_screen import ReviewScreen
from kiosk.ui.terminal.screen import Screen
from kiosk.ui.theme import DisplayProfile, Theme, make_theme
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.tap_guard import TapGuard

FONTS = Path(__file__).parents[2] / "resources/fonts"
PANELS = {
    "15.6 landscape": DisplayProfile(1920, 1080, 15.6),
    "15.6 portrait": DisplayProfile(1080, 1920, 15.6),
    "15.6 coarse": DisplayProfile(1280, 800, 15.6),
    "13.3 landscape": DisplayProfile(1920, 1080, 13.3),
    "13.3 portrait": DisplayProfile(1080, 1920, 13.3),
    "21.5 landscape": DisplayProfile(1920, 1080, 21.5),
    "21.5 portrait": DisplayProfile(1080, 1920, 21.5),
    "23.8 standing": DisplayProfile(1920, 1080, 23.8, 600.0),
}


@pytest.fixture(params=PANELS)
def profile(request: pytest.FixtureRequest, qapp: object) -> DisplayProfile:
    del qapp
    install_fonts(FONTS)
    return PANELS[request.param]


@pytest.fixture(params=[1, 2, 3])
def theme(request: pytest.FixtureRequest, profile: DisplayProfile) -> Theme:
    return make_theme(profile, request.param)


@pytest.fixture(params=STAGES)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def screen(qtbot: QtBot, theme: Theme, name: str) -> Screen:
    stage = STAGES[name]
    made = make_screen(stage, theme, TapGuard(lambda: 0.0), lambda: 0.0)
    qtbot.addWidget(made)
    made.resize(theme.profile.width_px, theme.profile.height_px)
    made.show_stage(stage)
    made.show()
    return made


def test_everything_keeps_the_rules(screen: Screen, theme: Theme) -> None:
    faults: list[str] = []
    for _page in each_page(screen):
        faults += [str(each) for each in standing_breaches(screen, theme)]
    assert not faults, "\n".join(dict.fromkeys(faults))


@pytest.mark.parametrize("profile", ["15.6 landscape"], indirect=True)
@pytest.mark.parametrize("theme", [2], indirect=True)
def test_every_segment_can_be_marked(screen: Screen) -> None:
    for segment, words in screen.spoken():
        assert words.strip()
        screen.mark(segment)
    screen.mark(None)


def each_page(screen: Screen) -> Iterator[int]:
    """Turn through the screen's own pages."""
    yield 0
    if isinstance(screen, ParticipationScreen):
        for number in range(1, screen._page_count()):
            screen.on_forward()
            yield number
        if not screen.decision.isHidden():
            screen.on_forward()  # without an answer: the reminder
            assert not screen.decision.reminder.isHidden()
            yield -1
    if isinstance(screen, ReviewScreen):
        for number in range(1, len(screen._pages)):
            screen.on_later()
            yield number


def visible(root: QWidget) -> list[QWidget]:
    return [each for each in root.findChildren(QWidget) if each.isVisible()]


@pytest.mark.parametrize("profile", ["15.6 landscape"], indirect=True)
@pytest.mark.parametrize("theme", [2], indirect=True)
def test_tab_reaches_everything_and_comes_back(screen: Screen) -> None:
    assert_tab_reaches(screen, screen)
    if not screen.top.isHidden() and not screen.top.display.isHidden():
        screen.on_display()
        assert_tab_reaches(screen, screen.panel)


def assert_tab_reaches(screen: Screen, root: QWidget) -> None:
    buttons = {each for each in visible(root) if isinstance(each, Button) and each.isEnabled()}
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
        seen = set()
        for _step in range(len(buttons) + 2):
            QTest.keyClick(QApplication.focusWidget() or screen, key)
            seen.add(QApplication.focusWidget())
        missed = [each.text() for each in buttons - seen]
        assert not missed, missed


def test_the_read_aloud_button_says_everything_in_its_place(theme: Theme, qtbot: QtBot) -> None:
    profile = theme.profile
    strip = BottomStrip(theme, TapGuard(lambda: 0.0))
    qtbot.addWidget(strip)
    portrait = profile.height_px > profile.width_px
    height = strip.lay_out(profile.width_px, portrait)
    place = strip.read.geometry()
    for speech in Speech:
        strip.show_speech(speech)
        for _again in range(2):
            assert strip.read.heightForWidth(place.width()) <= place.height(), strip.read.text()
            assert not strip.read.block(place.width()).broken
            assert strip.lay_out(profile.width_px, portrait) == height
            assert strip.read.geometry() == place
