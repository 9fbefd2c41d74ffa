"""The audit's own test: a defect planted in a real screen for each rule, found by that rule."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import count

import pytest
import questions
from PySide6.QtCore import QPropertyAnimation, QRect
from PySide6.QtGui import QColor, QFont, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QLabel, QRadioButton, QScrollBar, QScroller, QWidget
from pytestqt.qtbot import QtBot
from terminal_glass import media, theme_of

from kiosk.forms.view import Progress
from kiosk.journey.stages import Asking
from kiosk.ui.audit.rules import (
    PAINTED,
    STANDING,
    WALKED,
    painted_breaches,
    standing_breaches,
    tried_breaches,
)
from kiosk.ui.fitting.breaches import Breach, Rule
from kiosk.ui.pictograms import Pictograms
from kiosk.ui.terminal.question_screen import QuestionScreen
from kiosk.ui.theme import SCHEMES, Theme
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.choice import Choice
from kiosk.ui.widgets.tap_guard import TapGuard
from kiosk.ui.widgets.text import Role, Text

Plant = Callable[[QuestionScreen, pytest.MonkeyPatch], None]
PLANTED: list[tuple[Rule, Plant]] = []


@pytest.fixture
def screen(qtbot: QtBot) -> Iterator[QuestionScreen]:
    theme = theme_of("15.6 landscape", 2)
    made = QuestionScreen(theme, TapGuard(count(0.0, 10.0).__next__), Pictograms(media))
    qtbot.addWidget(made)
    made.resize(theme.profile.width_px, theme.profile.height_px)
    made.show()
    made.activateWindow()
    QApplication.processEvents()
    made.show_stage(Asking(questions.D1, Progress(3, 12)))
    yield made
    made.hide()


def judged(screen: QuestionScreen, rule: Rule | None = None) -> list[Breach]:
    """What the rules find that this one belongs to; all without one."""
    theme = screen.theme
    found: list[Breach] = []
    if rule is None or rule in STANDING:
        found += standing_breaches(screen, theme)
    if rule is None or rule in PAINTED:
        found += painted_breaches(screen, theme)
    if rule is None or rule in (*WALKED, Rule.GESTURE):
        found += tried_breaches(screen)
    return found


def plants(rule: Rule) -> Callable[[Plant], Plant]:
    def taken(plant: Plant) -> Plant:
        PLANTED.append((rule, plant))
        return plant

    return taken


def rows(screen: QuestionScreen) -> list[Choice]:
    return [each for each in screen.findChildren(Choice) if each.isVisible()]


def added(screen: QuestionScreen, widget: QWidget, area: QRect | None = None) -> None:
    widget.setParent(screen.body)
    widget.setGeometry(area or QRect(60, screen.body.height() - 90, 300, 80))
    widget.show()


# Letters and places


@plants(Rule.MARKUP)
def a_line_break_for_a_program(screen: QuestionScreen, _: pytest.MonkeyPatch) -> None:
    screen.heading.question.setText("Eine Frage<br>in zwei Zeilen")


@plants(Rule.MARKUP)
def a_place_without_its_value(screen: QuestionScreen, _: pytest.MonkeyPatch) -> None:
    rows(screen)[0].setAccessibleDescription("Seite {page}")


@plants(Rule.WORD_CUT)
def a_word_wider_than_its_row(screen: QuestionScreen, _: pytest.MonkeyPatch) -> None:
    screen.heading.question.setText(
        "Donaudampfschifffahrtsgesellschaftskapitänspatentprüfungsamt" * 2
    )


@plants(Rule.CLIP)
def clipped_text(screen: QuestionScreen, _: pytest.MonkeyPatch) -> None:
    rows(screen)[0].setText("Wort " * 60)


@plants(Rule.OUTSIDE)
def an_off_screen_button(screen: QuestionScreen, _: pytest.MonkeyPatch) -> None:
    screen.bottom.on.move(screen.bottom.width() - 100, screen.bottom.on.y())


@plants(Rule.OVERLAP)
def a_text_under_a_row(screen: QuestionScreen, _: pytest.MonkeyPatch) -> None:
    rows(screen)[0].move(screen.heading.pos())


@plants(Rule.SMALL)
def a_small_font(screen: QuestionScreen, patch: pytest.MonkeyPatch) -> None:
    small = QFont(screen.theme.font())
    small.setPixelSize(20)
    patch.setattr(screen.heading.question, "text_font", lambda: small)


@plants(Rule.CAP_ANGLE)
def eyes_further_away(screen: QuestionScreen, _: pytest.MonkeyPatch) -> None:
    theme = screen.theme
    screen.theme = replace(theme, profile=replace(theme.profile, view_mm=700.0))


@plants(Rule.FONT)
def another_typeface(screen: QuestionScreen, patch: pytest.MonkeyPatch) -> None:
    other = QFont("serif")
    other.setPixelSize(screen.theme.font().pixelSize())
    patch.setattr(screen.heading.question, "text_font", lambda: other)


@plants(Rule.FONT)
def italics(screen: QuestionScreen, patch: pytest.MonkeyPatch) -> None:
    other = QFont(screen.theme.font())
    other.setItalic(True)
    patch.setattr(screen.heading.question, "text_font", lambda: other)


# Targets


@plants(Rule.TARGET)
def a_target_of_12_mm(screen: QuestionScreen, _: pytest.MonkeyPatch) -> None:
    row = rows(screen)[0]
    row.resize(row.width(), screen.theme.px(12.0))


@plants(Rule.TARGET)
def a_default_radio_button(screen: QuestionScreen, _: pytest.MonkeyPatch) -> None:
    added(screen, QRadioButton("Ja"))


@plants(Rule.GAP)
def too_small_a_gap(screen: QuestionScreen, _: pytest.MonkeyPatch) -> None:
    row = rows(screen)[0]
    row.move(row.x(), row.y() + screen.theme.px(3.0))


@plants(Rule.GAP)
def back_close_to_on(screen: QuestionScreen, _: pytest.MonkeyPatch) -> None:
    bottom, five = screen.bottom, screen.theme.px(5.0)
    bottom.read.hide()
    bottom.back.setGeometry(bottom.on.geometry().translated(-bottom.on.width() - five, 0))


@plants(Rule.EDGE)
def a_target_at_the_lower_edge(screen: QuestionScreen, _: pytest.MonkeyPatch) -> None:
    on = screen.bottom.on
    on.move(on.x(), on.y() + screen.theme.px(3.0))


@plants(Rule.SCROLLBAR)
def a_scroll_bar(screen: QuestionScreen, _: pytest.MonkeyPatch) -> None:
    added(screen, QScrollBar())


# The tree and the keys


@plants(Rule.NAME)
def an_unnamed_icon(screen: QuestionScreen, _: pytest.MonkeyPatch) -> None:
    screen.top.help.setText("")


class ClickableLabel(QLabel):
    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()


@plants(Rule.HIDDEN_CONTROL)
def a_clickable_label(screen: QuestionScreen, _: pytest.MonkeyPatch) -> None:
    added(screen, ClickableLabel("mehr"))


@plants(Rule.FOCUSABLE)
def an_unfocusable_button(screen: QuestionScreen, _: pytest.MonkeyPatch) -> None:
    screen.top.help.setFocusPolicy(screen.focusPolicy())
    screen.top.help.setProperty("stops", False)


@plants(Rule.ACTION)
def a_button_that_does_nothing(screen: QuestionScreen, _: pytest.MonkeyPatch) -> None:
    screen.top.help.clicked.disconnect()


@plants(Rule.ROLE)
def an_answer_that_says_it_is_a_button(screen: QuestionScreen, _: pytest.MonkeyPatch) -> None:
    rows(screen)[0].setCheckable(False)


@plants(Rule.VALUE)
def an_answer_only_painted_as_chosen(screen: QuestionScreen, patch: pytest.MonkeyPatch) -> None:
    patch.setattr(rows(screen)[0], "isChecked", lambda: True)


@plants(Rule.ORDER)
def a_wrong_tab_order(screen: QuestionScreen, _: pytest.MonkeyPatch) -> None:
    first, second, third = rows(screen)[:3]
    QWidget.setTabOrder(first, third)
    QWidget.setTabOrder(third, second)


@plants(Rule.FOCUS_TRAP)
def a_button_that_keeps_the_focus(screen: QuestionScreen, patch: pytest.MonkeyPatch) -> None:
    held = rows(screen)[1]
    walk = Button.focusNextPrevChild
    patch.setattr(
        Button, "focusNextPrevChild", lambda each, on: each is held or walk(each, on)
    )  # fmt: skip


@plants(Rule.UNREACHABLE)
def a_row_that_every_key_leaps_over(screen: QuestionScreen, patch: pytest.MonkeyPatch) -> None:
    row, walk = rows(screen)[1], Button.focusNextPrevChild

    def leaping(each: Button, on: bool) -> bool:
        moved = walk(each, on)
        return walk(row, on) if QApplication.focusWidget() is row else moved

    patch.setattr(Button, "focusNextPrevChild", leaping)


# Speech, motion


@plants(Rule.SPEECH)
def a_text_that_nobody_hears(screen: QuestionScreen, _: pytest.MonkeyPatch) -> None:
    added(screen, Text(screen.theme, "Nur für Augen", Role.HINT))


@plants(Rule.MOTION)
def something_that_slides(screen: QuestionScreen, _: pytest.MonkeyPatch) -> None:
    animation = QPropertyAnimation(screen.heading, b"pos", screen)
    animation.setDuration(10_000)
    animation.setEndValue(screen.heading.pos())
    animation.start()


@plants(Rule.GESTURE)
def a_body_that_scrolls_under_the_finger(screen: QuestionScreen, _: pytest.MonkeyPatch) -> None:
    QScroller.scroller(screen.body)


class Swiped(QWidget):
    """Looks otherwise once something was dragged over it."""

    moved = 0

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        event.accept()
        self.moved += 1

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor("#000000" if self.moved else "#FFFFFF"))


@plants(Rule.GESTURE)
def a_page_that_turns_by_swiping(screen: QuestionScreen, _: pytest.MonkeyPatch) -> None:
    added(screen, Swiped(), screen.body.rect())


# Pixels


def with_colours(screen: QuestionScreen, **colours: QColor) -> Theme:
    return replace(screen.theme, colours=replace(screen.theme.colours, **colours))


@plants(Rule.CONTRAST)
def grey_text(screen: QuestionScreen, _: pytest.MonkeyPatch) -> None:
    screen.set_theme(with_colours(screen, ink=QColor("#767676")))


@plants(Rule.CONTRAST)
def a_pale_outline(screen: QuestionScreen, patch: pytest.MonkeyPatch) -> None:
    colours, pale = Button.colours, QColor("#999999")
    patch.setattr(Button, "colours", lambda each: (colours(each)[0], pale, colours(each)[2]))
    screen.bottom.back.update()


@plants(Rule.CONTRAST)
def too_strong_a_soft_scheme(screen: QuestionScreen, _: pytest.MonkeyPatch) -> None:
    soft = next(scheme for scheme in SCHEMES if scheme.value == "soft")
    screen.set_theme(replace(screen.theme, scheme=soft))


@plants(Rule.FOCUS_VISIBLE)
def no_focus_ring(screen: QuestionScreen, patch: pytest.MonkeyPatch) -> None:
    del screen
    patch.setattr(Button, "paint_focus", lambda *_given: None)


@plants(Rule.FOCUS_VISIBLE)
def a_thin_focus_ring(screen: QuestionScreen, _: pytest.MonkeyPatch) -> None:
    screen.set_theme(replace(screen.theme, focus_mm=0.4))


@plants(Rule.FOCUS_VISIBLE)
def a_pale_focus_ring(screen: QuestionScreen, _: pytest.MonkeyPatch) -> None:
    screen.set_theme(with_colours(screen, accent=QColor("#C0C0C0")))


@plants(Rule.COLOUR_ALONE)
def chosen_by_colour_alone(screen: QuestionScreen, patch: pytest.MonkeyPatch) -> None:
    del screen
    patch.setattr(Choice, "_paint_mark", lambda *_given: None)


@pytest.mark.parametrize(("rule", "plant"), PLANTED, ids=[plant.__name__ for _, plant in PLANTED])
def test_the_defect_is_found_by_its_own_rule(
    screen: QuestionScreen, monkeypatch: pytest.MonkeyPatch, rule: Rule, plant: Plant
) -> None:
    plant(screen, monkeypatch)
    assert rule in {each.rule for each in judged(screen, rule)}


def test_the_clean_screen_is_silent(screen: QuestionScreen) -> None:
    assert [str(each) for each in judged(screen)] == []


def test_every_rule_has_a_defect_of_its_own() -> None:
    assert {rule for rule, _ in PLANTED} == set(Rule)
