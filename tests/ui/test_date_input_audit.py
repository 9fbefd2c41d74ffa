"""Every page of dates, times and numbers keeps the promises of accessibility.md."""

from dataclasses import replace

import date_questions
import pytest
from date_touch import Finger, finger
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from terminal_glass import buttons, place
from test_question_audit import audit

from kiosk.forms.view import Kind, Problem, QuestionView, Rejection
from kiosk.ui.audit.pixels import measured_contrast
from kiosk.ui.inputs.moment import DATE_PARTS
from kiosk.ui.inputs.moment_input import MomentInput
from kiosk.ui.widgets.text import Text

MATRIX = [(panel, size) for panel in ("15.6 landscape", "15.6 portrait") for size in (1, 2, 3)]


WIDEST = {
    "day": ("day 30",),
    "month": ("month 9",),
    "year": ("digit 2", "digit 0", "digit 0", "digit 0"),
    "hour": ("hour 20",),
    "minute": ("minute 00",),
}
"""What to tap for each part, so that its box shows the widest words it may."""


@pytest.mark.parametrize(("panel", "size"), MATRIX)
def test_every_page_keeps_the_promises(qtbot: QtBot, panel: str, size: int) -> None:
    hand = finger(qtbot, panel, size)
    screen = hand.someone.screen
    for question in date_questions.NUMBERS:
        hand.ask(question)
        check(hand, f"{panel}, size {size}, {question.name}")
    for question in date_questions.DATES[1:]:
        hand.ask(replace(question, value=""))
        places: set[tuple[int, int]] = set()
        timed = question.kind is Kind.DATETIME
        for part in hand.moment.parts_of(question):
            hand.tap(*WIDEST[part.value])
            if not timed or part not in DATE_PARTS:  # audited as a date already
                check(hand, f"{panel}, size {size}, {question.name}, {part.value}")
            line = [b.y() for b in buttons(screen) if b.objectName().startswith("part ")]
            places |= {(y, screen.heading.height()) for y in line}
            if part is not hand.moment.parts_of(question)[-1]:
                hand.tap("on")
        assert len(places) == 1  # nothing moves from page to page
        if "other minutes" in hand.names():
            hand.tap("other minutes")
            check(hand, f"{panel}, size {size}, {question.name}, keypad")
    hand.ask(date_questions.BORN, Problem(Rejection.CONSTRAINT, "Das liegt zu weit zurück."))
    check(hand, f"{panel}, size {size}, problem")


def check(hand: Finger, where: str) -> None:
    """The audit of every question, and 20 mm for keys too: there is room for them."""
    screen = hand.someone.screen
    audit(hand.someone, where)
    least = screen.theme.target_mm - 0.05
    for button in buttons(screen):
        sides = button.width(), button.height()
        assert min(sides) / screen.theme.px_per_mm >= least, f"{where}: {button.objectName()}"
        assert screen.body.rect().contains(
            place(button, screen).translated(-screen.body.pos())
        ) or (button.parent() is not hand.current), f"{where}: {button.objectName()}"
    for text in hand.current.findChildren(Text):
        if text.isVisible():
            assert text.sizeHint().width() <= text.width(), f"{where}: {text.text()}"
    if isinstance(hand.current, MomentInput):
        boxes = [each for each in buttons(screen) if each.objectName().startswith("part ")]
        assert all(len(each.block(each.width()).lines) == 1 for each in boxes), where


@pytest.mark.parametrize("size", [1, 2, 3])
def test_on_tiny_glass_the_question_steps_aside_and_nobody_is_stuck(
    qtbot: QtBot, size: int
) -> None:
    """accessibility.md §0.6: to be used upright; here it need only work (VVSG 7.2-I: 12.7 mm)."""
    hand = finger(qtbot, "10.1 landscape", size)
    screen = hand.someone.screen
    hand.ask(date_questions.OPEN)
    hand.tap("part hour", "hour 20", "on", "other minutes")
    legible(hand)
    hand.type("59")
    assert hand.value == "20:59:00"
    hand.ask(date_questions.DATES[1])
    assert screen.heading.isVisible()
    hand.tap("part day", "day 31")
    assert not screen.heading.isVisible()
    legible(hand)
    hand.tap("on", "month 9")  # what is wrong is said beside the question
    assert screen.heading.isVisible()
    assert hand.status == "Den 31. September gibt es nicht. Bitte ändern Sie das Datum."
    hand.tap("part day", "day 30", "on")
    legible(hand)
    hand.type("1947")
    assert hand.value == "1947-09-30"
    hand.tap("back")
    assert screen.heading.isVisible()
    assert hand.status == "Ihre Antwort: 30. September 1947"


def legible(hand: Finger) -> None:
    theme = hand.someone.screen.theme
    least = theme.key_floor_mm - 0.05
    for button in buttons(hand.someone.screen):
        block = button.block(button.width())
        assert not block.broken, button.text()
        assert block.width <= button.width(), button.text()
        assert block.height <= button.height(), button.text()
        assert min(button.width(), button.height()) / theme.px_per_mm >= least, button.text()
        parent = button.parentWidget()
        assert parent is not None
        assert parent.rect().contains(button.geometry()), button.text()


@pytest.mark.parametrize("question", date_questions.ALL, ids=lambda question: question.ref)
def test_what_is_painted_has_ten_to_one(qtbot: QtBot, question: QuestionView) -> None:
    hand = finger(qtbot, "window", 2)
    hand.ask(question)
    screen = hand.someone.screen
    image = screen.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    widgets: list[QWidget] = list(buttons(screen))
    widgets += [each for each in screen.findChildren(Text) if each.isVisible() and each.text()]
    for widget in widgets:
        area = place(widget, screen).adjusted(4, 4, -4, -4)
        assert measured_contrast(image, area) >= 10, widget.objectName()


def test_a_chosen_cell_differs_in_shape_and_not_only_in_colour(qtbot: QtBot) -> None:
    hand = finger(qtbot)
    hand.ask(date_questions.BORN)
    cells = {each.objectName(): each for each in buttons(hand.someone.screen)}
    grey = [
        cells[name].grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
        for name in ("day 3", "day 4")
    ]
    theme = hand.someone.screen.theme
    edges = [image.pixelColor(theme.px(0.7), image.height() // 2).value() for image in grey]
    assert abs(edges[0] - edges[1]) > 150  # the thicker outline
    corners = [
        min(
            image.pixelColor(x, y).value()
            for x in range(image.width() - theme.px(5.5), image.width() - theme.px(2.0))
            for y in range(theme.px(2.0), theme.px(5.5))
        )
        for image in grey
    ]
    assert abs(corners[0] - corners[1]) > 150  # the tick
