"""Every screen around the questions, on every supported glass, at every text size."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from all_screens import STAGES, make_screen
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from kiosk.ui.fonts import FAMILY, install_fonts
from kiosk.ui.terminal.bottom_strip import BottomStrip, Speech
from kiosk.ui.terminal.participation_screen import ParticipationScreen
from kiosk.ui.terminal.review_screen import ReviewScreen
from kiosk.ui.terminal.screen import Screen
from kiosk.ui.theme import DisplayProfile, Theme, make_theme
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.choice import Choice
from kiosk.ui.widgets.prose import Prose
from kiosk.ui.widgets.tap_guard import TapGuard
from kiosk.ui.widgets.text import Text

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
STAFF_ONLY = ("pin", "staff")


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
        faults += list(audit(screen, theme))
    assert not faults, "\n".join(dict.fromkeys(faults))


@pytest.mark.parametrize("profile", ["15.6 landscape"], indirect=True)
@pytest.mark.parametrize("theme", [2], indirect=True)
@pytest.mark.parametrize("name", [each for each in STAGES if not each.startswith(STAFF_ONLY)])
def test_everything_is_spoken(screen: Screen) -> None:
    for _page in each_page(screen):
        spoken = " ".join(words for _, words in screen.spoken())
        for widget in visible(screen.body):
            if isinstance(widget, QLabel) and widget.text() and widget.objectName() != "left":
                for line in widget.text().split("\n"):
                    assert line in spoken or widget.parentWidget() is not screen.body
            if isinstance(widget, Choice):
                assert widget.text() in spoken


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


def place(widget: QWidget, screen: Screen) -> QRect:
    return QRect(widget.mapTo(screen, QPoint(0, 0)), widget.size())


def audit(screen: Screen, theme: Theme) -> Iterator[str]:
    """What breaks accessibility.md §1: clipping, targets, gaps, overlap, names, focus, edges."""
    least, gap, edge = theme.px(20.0) - 1, theme.px(4.0) - 1, theme.px(8.0) - 1
    buttons = [each for each in visible(screen) if isinstance(each, Button)]
    texts = [each for each in visible(screen) if isinstance(each, Text | Prose) and each.text()]
    places = {each: place(each, screen) for each in (*buttons, *texts)}
    for each, area in places.items():
        said = f"{type(each).__name__} {each.objectName()} {each.text()[:30]!r}"
        if not screen.rect().contains(area):
            yield f"{said}: off screen"
        parent = each.parentWidget()
        if parent is not None and not parent.rect().contains(each.geometry()):
            yield f"{said}: cut by its parent"
        font = each.text_font() if isinstance(each, Button | Text) else None
        if font is not None and font.family() != FAMILY:
            yield f"{said}: another typeface"
        if isinstance(each, Prose):
            if each.page_height() > each.height():
                yield f"{said}: clipped"
        elif isinstance(each, Button | Text):
            if each.heightForWidth(each.width()) > each.height():
                yield f"{said}: clipped"
            if each.block(each.width()).broken:
                yield f"{said}: a word is cut"
    for button in buttons:
        area, said = places[button], button.text()
        if area.width() < least or area.height() < least:
            yield f"{said}: smaller than 20 mm"
        if screen.height() - area.bottom() - 1 < edge:
            yield f"{said}: too near to the lower edge"
        iface = QAccessible.queryAccessibleInterface(button)
        if not iface.text(QAccessible.Text.Name):
            yield f"{button.objectName()}: no name"
        choice = isinstance(button, Choice)
        if iface.role() is not (
            QAccessible.Role.RadioButton if choice else QAccessible.Role.Button
        ):
            yield f"{said}: is a {iface.role()}"
        for other in buttons:
            if other is button:
                continue
            if area.adjusted(-gap, -gap, gap, gap).intersects(places[other]):
                yield f"{said} / {other.text()}: closer than 4 mm"
    for text in texts:
        for below in (*buttons, *texts):
            if id(below) != id(text) and places[text].intersects(places[below]):
                yield f"{text.text()[:30]!r} lies on {below.text()[:30]!r}"
    yield from unreachable(screen, buttons)


def unreachable(screen: Screen, buttons: list[Button]) -> Iterator[str]:
    """Controls the Tab key does not reach, and strips out of order."""
    screen.activateWindow()
    chain: list[QWidget] = []
    widget = screen.nextInFocusChain()
    while widget is not None and widget is not screen:
        chain.append(widget)
        widget = widget.nextInFocusChain()
    for button in buttons:
        if button not in chain:
            yield f"{button.text()}: not in the focus chain"
    order = [chain.index(each) for each in buttons if each in chain]
    strips = (screen.top, screen.helping, screen.body, screen.bottom)
    rank = [next(i for i, strip in enumerate(strips) if strip.isAncestorOf(b)) for b in buttons]
    sequence = [rank for _, rank in sorted(zip(order, rank, strict=True))]
    if sequence != sorted(sequence):
        yield f"focus leaves the reading order: {sequence}"


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
