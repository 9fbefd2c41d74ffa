"""A 10.1 inch tablet held upright: the program's own screens fit, and their pages can be turned."""

import os
from dataclasses import replace
from functools import partial

import pytest
from all_screens import WHOM, make_screen
from pytestqt.qtbot import QtBot
from terminal_glass import ROOT, Clock

from kiosk.commands.audit import opened
from kiosk.journey.intents import Answer, Backward, Forward, Intent
from kiosk.journey.presentation import Side
from kiosk.journey.stages import ChooseDisplay, ForWhom, Stage
from kiosk.resources import FONTS
from kiosk.study.settings import StudySettings
from kiosk.ui.audit import running
from kiosk.ui.audit.finding import alike
from kiosk.ui.audit.plan import Walk, whole
from kiosk.ui.fitting.displays import display
from kiosk.ui.fitting.study import Laid
from kiosk.ui.fonts import install_fonts
from kiosk.ui.terminal.display_screen import DisplayScreen
from kiosk.ui.terminal.for_whom_screen import ForWhomScreen
from kiosk.ui.terminal.screen import Screen
from kiosk.ui.theme import Theme, make_theme
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.keyboard import Keyboard
from kiosk.ui.widgets.tap_guard import TapGuard

pytestmark = pytest.mark.usefixtures("qapp")

STUDY = ROOT / "resources/studies/rothenburg"
LANGUAGES = ("de", "de-x-leicht", "pl", "en")
opening = partial(opened, STUDY, allow=False)


def opening_the_short_one() -> tuple[Laid, StudySettings]:
    """With the short form for citizens only."""
    laid, settings = opening()
    return replace(laid, forms={name: laid.forms[name] for name in "SK"}), settings


def found_on(walks: tuple[Walk, ...], jobs: int) -> list[str]:
    walked = list(running.run_walks(walks, opening_the_short_one, jobs))
    assert all(each.pages > 40 for each in walked)
    found = [each.first for each in alike(walked)]
    return [f"{each}" for each in found]


def test_the_own_screens_and_the_short_form_fit_at_the_largest_text() -> None:
    walks = (
        Walk("10.1p", 3, False, Side.WIDE, "de", ()),
        Walk("10.1p", 3, True, Side.LEFT, "pl", (), every_page=False),
    )
    assert found_on(walks, jobs=1) == []


@pytest.mark.long
def test_they_fit_in_every_size_language_and_side_and_with_large_targets() -> None:
    assert found_on(whole(("10.1p",), LANGUAGES), os.cpu_count() or 1) == []


def test_a_small_display_is_a_tablet() -> None:
    tablet, panel = display("10.1p"), display("13.3p")
    assert (tablet.width_px, tablet.height_px) == (1200, 1920)
    assert (panel.width_px, panel.height_px) == (1080, 1920)
    assert (tablet.narrow, panel.narrow, display("10.1").narrow) == (True, False, False)


def theme_of_the_tablet() -> Theme:
    install_fonts(FONTS)
    return make_theme(display("10.1p"), 3)


class Held:
    """A screen on the tablet, and what it said back."""

    def __init__(self, qtbot: QtBot, stage: Stage) -> None:
        self.clock = Clock()
        theme = theme_of_the_tablet()
        self.screen: Screen = make_screen(stage, theme, TapGuard(self.clock), self.clock)
        qtbot.addWidget(self.screen)
        self.intents: list[Intent] = []
        self.screen.intent.connect(self.intents.append)
        self.screen.resize(theme.profile.width_px, theme.profile.height_px)
        self.screen.show_stage(stage)
        self.screen.show()
        self.tap(None)

    def tap(self, button: Button | None) -> None:
        if button is not None:
            assert button.isVisible()
            button.click()
        self.clock.pass_(1)

    def shown(self) -> list[str]:
        assert isinstance(self.screen, ForWhomScreen)
        return [each.value for each in self.screen.decision.choices if each.isVisible()]


def test_weiter_shows_every_row_before_it_reminds(qtbot: QtBot) -> None:
    held = Held(qtbot, ForWhom(WHOM))
    screen = held.screen
    assert isinstance(screen, ForWhomScreen)
    seen = held.shown()
    while screen.decision.pages.unseen() is not None:
        held.tap(screen.bottom.on)
        assert screen.decision.reminder.isHidden()
        seen += held.shown()
    assert seen == [each.value for each in WHOM.choices]
    held.tap(screen.bottom.on)
    assert screen.decision.reminder.isVisible()
    assert held.intents == []


def test_zurueck_leads_to_the_page_before_and_the_pager_round(qtbot: QtBot) -> None:
    held = Held(qtbot, ForWhom(WHOM))
    screen = held.screen
    assert isinstance(screen, ForWhomScreen)
    first = held.shown()
    held.tap(screen.decision.pages.pager)
    assert not set(held.shown()) & set(first)
    held.tap(screen.bottom.back)
    assert held.shown() == first
    assert held.intents == []
    held.tap(screen.bottom.back)
    assert held.intents == [Backward()]


def test_a_row_of_the_first_page_is_enough(qtbot: QtBot) -> None:
    held = Held(qtbot, ForWhom(WHOM))
    screen = held.screen
    assert isinstance(screen, ForWhomScreen)
    held.tap(screen.decision.choices[0])
    held.tap(screen.bottom.on)
    assert held.intents == [Answer(WHOM.choices[0].value), Forward()]


def test_reading_aloud_is_asked_on_a_page_of_its_own(qtbot: QtBot) -> None:
    held = Held(qtbot, ChooseDisplay(3, read_aloud=False))
    screen = held.screen
    assert isinstance(screen, DisplayScreen)
    assert screen.sizes[0].isVisible()
    assert screen.yes.isHidden()
    held.tap(screen.bottom.on)
    assert screen.sizes[0].isHidden()
    assert screen.yes.isVisible()
    held.tap(screen.bottom.back)
    assert screen.sizes[0].isVisible()
    assert held.intents == []


def test_letters_stand_from_a_to_z_where_ten_keys_have_no_room(qtbot: QtBot) -> None:
    theme = theme_of_the_tablet()
    keyboard = Keyboard(theme, TapGuard(Clock()))
    qtbot.addWidget(keyboard)
    area = theme.profile.width_px - 2 * theme.px(theme.margin_mm)
    keyboard.resize(area, keyboard.least_height(12.7, area))
    keyboard.lay_out(keyboard.rect())
    assert [key.text() for key in keyboard.in_order()[:8]] == list("abcdefgh")
    assert min(key.width() for key in keyboard.in_order()) >= theme.px(theme.key_floor_mm)
    assert keyboard.order.isHidden()
