"""What "Darstellung" changes on a question's screen: side, view, targets, colours."""

from dataclasses import fields, replace

import pytest
import questions
from all_screens import STAGES, make_screen
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from terminal_glass import Person, person, themes_of
from test_typeface import contrast

from kiosk.forms.view import QuestionView
from kiosk.journey.intents import PickPresentation
from kiosk.journey.presentation import Presentation, Scheme, Side
from kiosk.ui.fitting.breaches import hit_area, text_breaches, touch_breaches
from kiosk.ui.theme import SCHEMES, DisplayProfile
from kiosk.ui.theme.colours import CONTRAST, Colours
from kiosk.ui.theme.theme import large_target
from kiosk.ui.widgets.button import Button, Look
from kiosk.ui.widgets.choice import Choice
from kiosk.ui.widgets.setting import HEARD, STEPPED, VALUES, Offer, Setting
from kiosk.ui.widgets.tap_guard import TapGuard
from kiosk.ui.widgets.walking import stops

PANELS = ("15.6 landscape", "15.6 portrait")
GERMAN = Presentation("de")


def shown(someone: Person, wanted: Presentation, panel: str) -> Person:
    """The same screen as `wanted` has it."""
    someone.screen.set_theme(themes_of(panel)(wanted))
    someone.screen.show_offer(Offer(wanted, GERMAN, (("de", "Deutsch"), ("pl", "Polski"))))
    someone.wait()
    return someone


def focus_order(start: QWidget, among: list[Button]) -> list[str]:
    names: list[str] = []
    each = start
    while len(names) < len(among):
        if each in among:
            names.append(each.objectName())
        following = each.nextInFocusChain()
        assert isinstance(following, QWidget)
        each = following
    return names


def goes_across(buttons: list[Button], across: list[str]) -> None:
    """They stand so from left to right, and the focus goes the same way."""
    placed = sorted(buttons, key=lambda each: each.x())
    assert [each.objectName() for each in placed] == across
    assert focus_order(placed[0], buttons) == across


@pytest.mark.parametrize(
    ("side", "across"),
    [
        (Side.WIDE, ["back", "read", "on"]),
        (Side.RIGHT, ["read", "back", "on"]),
        (Side.LEFT, ["on", "back", "read"]),
    ],
)
def test_weiter_stands_on_the_side_of_the_hand_and_focus_follows(
    qtbot: QtBot, side: Side, across: list[str]
) -> None:
    someone = person(PANELS[0], 2)
    qtbot.addWidget(someone.screen)
    someone.ask(questions.K5)
    shown(someone, replace(GERMAN, side=side), PANELS[0])
    strip = someone.screen.bottom
    goes_across([strip.back, strip.read, strip.on], across)
    assert touch_breaches(someone.screen, someone.screen.theme) == []


@pytest.mark.parametrize(
    ("side", "across"),
    [
        (Side.WIDE, ["display pager", "display read", "display done"]),
        (Side.RIGHT, ["display read", "display pager", "display done"]),
        (Side.LEFT, ["display done", "display pager", "display read"]),
    ],
)
def test_focus_follows_the_hand_on_the_panel_too(
    qtbot: QtBot, side: Side, across: list[str]
) -> None:
    someone = person(PANELS[0], 2)
    qtbot.addWidget(someone.screen)
    someone.ask(questions.K5)
    shown(someone, replace(GERMAN, side=side), PANELS[0])
    someone.screen.on_display()
    goes_across(list(someone.screen.panel.strip.buttons()), across)


@pytest.mark.parametrize("side", list(Side))
@pytest.mark.parametrize("name", STAGES)
def test_on_every_screen_the_keys_go_through_the_lower_strip_as_it_stands(
    qtbot: QtBot, name: str, side: Side
) -> None:
    theme = themes_of(PANELS[0])(replace(GERMAN, side=side))
    screen = make_screen(STAGES[name], theme, TapGuard(lambda: 0.0), lambda: 0.0)
    qtbot.addWidget(screen)
    screen.resize(theme.profile.width_px, theme.profile.height_px)
    screen.show_stage(STAGES[name])
    screen.show()
    strip = (screen.bottom.back, screen.bottom.read, screen.bottom.on)
    passed = [each for each in stops(screen) if each in strip]
    assert passed == sorted(passed, key=lambda each: each.x())


def test_large_targets_are_thirty_millimetres_where_the_glass_holds_them() -> None:
    glasses = {inches: DisplayProfile(1920, 1080, inches) for inches in (13.3, 15.6, 21.5)}
    alone = {inches: large_target(glass) for inches, glass in glasses.items()}
    helped = {inches: large_target(glass, helped=True) for inches, glass in glasses.items()}
    assert alone == {13.3: (22.0, 4.0), 15.6: (30.0, 8.0), 21.5: (30.0, 8.0)}
    assert helped == {13.3: (22.0, 4.0), 15.6: (23.0, 5.0), 21.5: (30.0, 8.0)}


@pytest.mark.parametrize("panel", PANELS)
@pytest.mark.parametrize("size", [1, 3])
@pytest.mark.parametrize("question", [questions.K5, questions.L1, questions.B1, questions.A9])
def test_large_targets_are_as_large_as_the_glass_holds_and_nothing_is_cut(
    qtbot: QtBot, panel: str, size: int, question: QuestionView
) -> None:
    someone = person(panel, size)
    qtbot.addWidget(someone.screen)
    wanted = replace(GERMAN, text_size=size, large_targets=True)
    shown(someone, wanted, panel)
    someone.ask(question)
    theme = someone.screen.theme
    least, _ = large_target(theme.profile)
    for button in someone.screen.findChildren(Button):
        if button.isVisible() and button.look is not Look.KEY:
            area = hit_area(button)
            assert min(area.width(), area.height()) >= least * theme.px_per_mm
    assert touch_breaches(someone.screen, theme) == []
    assert text_breaches(someone.screen, theme) == []


def test_the_simple_view_shows_four_answers_at_most_and_counts_nothing(qtbot: QtBot) -> None:
    someone = person(PANELS[1], 1)
    qtbot.addWidget(someone.screen)
    shown(someone, replace(GERMAN, text_size=1, simple=True), PANELS[1])
    for question in (questions.B1, questions.L1):
        someone.ask(question)
        apart = {each.value for each in question.choices if each.apart}
        names = [
            each.objectName().removeprefix("choice ")
            for each in someone.screen.findChildren(Choice)
            if each.isVisible()
        ]
        assert 0 < len([name for name in names if name not in apart]) <= 4
        assert not someone.screen.top.words.isVisible()
    shown(someone, replace(GERMAN, text_size=1), PANELS[1])
    assert someone.screen.top.words.isVisible()


PAIRS = [
    *(("ink", ground) for ground in ("paper", "strip", "row", "tint")),
    *(("quiet", ground) for ground in ("paper", "strip", "row")),
    *(("accent", ground) for ground in ("paper", "row", "tint")),
    ("on_pressed", "pressed"),
    ("on_marked", "marked"),
    ("on_accent", "accent"),
    ("on_banner", "banner"),
    ("on_accent_pressed", "accent_pressed"),
]


@pytest.mark.parametrize("scheme", list(Scheme))
def test_every_ink_keeps_the_contrast_of_its_scheme_on_each_ground(scheme: Scheme) -> None:
    colours = SCHEMES[scheme]
    least, greatest = CONTRAST[scheme]
    told = {name for pair in PAIRS for name in pair}
    assert {each.name for each in fields(Colours)} - told == {"rest", "shade"}
    for ink, ground in PAIRS:
        assert least <= contrast(getattr(colours, ink), getattr(colours, ground)) <= greatest + 0.1


@pytest.mark.parametrize("setting", [each for each in VALUES if each not in STEPPED])
def test_every_value_of_every_setting_can_be_picked_with_the_answers_kept(
    qtbot: QtBot, setting: Setting
) -> None:
    someone = person(PANELS[0], 2)
    qtbot.addWidget(someone.screen)
    someone.ask(replace(questions.K5, value="2"))
    shown(someone, GERMAN, PANELS[0])
    panel = someone.screen.panel
    someone.screen.on_display()
    panel.show_setting(setting)
    for number, value in enumerate(VALUES[setting]):
        panel.choices[number].click()
        assert someone.intents.pop() == PickPresentation(
            Offer(GERMAN, GERMAN).wanted(setting, value)
        )
        assert someone.stage.question.value == "2"


@pytest.mark.parametrize("setting", STEPPED)
def test_what_goes_in_steps_goes_one_up_and_one_down_and_stays_at_its_ends(
    qtbot: QtBot, setting: Setting
) -> None:
    someone = person(PANELS[0], 2)
    qtbot.addWidget(someone.screen)
    someone.ask(replace(questions.K5, value="2"))
    panel = someone.screen.panel
    values = VALUES[setting]
    for number, value in enumerate(values):
        presentation = Offer(GERMAN, GERMAN).wanted(setting, value)
        shown(someone, presentation, PANELS[0])
        someone.screen.on_display()
        panel.show_setting(setting)
        assert panel.title.text().endswith(f"{number + 1} von {len(values)}")
        for by in (1, -1):
            other = values[min(max(number + by, 0), len(values) - 1)]
            panel.steps[by].click()
            wanted = Offer(presentation, presentation).wanted(setting, other)
            assert someone.intents.pop() == PickPresentation(wanted)
    assert someone.stage.question.value == "2"


def test_how_it_sounds_is_offered_where_something_can_sound() -> None:
    silent = set(Offer(GERMAN, GERMAN).settings())
    assert set(Offer(GERMAN, GERMAN, speaks=True).settings()) - silent == set(HEARD)
    for_all = set(Offer(GERMAN, GERMAN, speaks=True, for_all=True).settings())
    assert for_all == {*silent, *HEARD} - {Setting.SCREEN_OFF}


def test_one_tap_puts_everything_back_but_the_language(qtbot: QtBot) -> None:
    someone = person(PANELS[0], 2)
    qtbot.addWidget(someone.screen)
    someone.ask(questions.K5)
    changed = Presentation("pl", 3, scheme=Scheme.DARK, calm=True, simple=True)
    shown(someone, changed, PANELS[0])
    someone.screen.on_display()
    someone.screen.panel.reset.click()
    assert someone.intents == [PickPresentation(Presentation("pl"))]
