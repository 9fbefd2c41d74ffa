"""What accessibility.md §1 promises, measured on the widgets of a screen as they stand."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import combinations

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QLabel, QScrollBar, QWidget

from kiosk.ui.theme import TARGET_MM, Theme
from kiosk.ui.widgets.button import Button, Look
from kiosk.ui.widgets.choice import Choice
from kiosk.ui.widgets.prose import Prose
from kiosk.ui.widgets.text import Text

LEAST_GAP_MM = 4.0
LEAST_WAY_GAP_MM = 8.0  # between Zurück and Weiter, which undo each other
LEAST_KEY_GAP_MM = 2.54  # VVSG 2.0 7.2-I
LEAST_KEY_MM = 12.7  # VVSG 2.0 7.2-I
LEAST_EDGE_MM = 8.0
WAYS = ("back", "on")
_ROUNDING_MM = 0.05
_GAP_ROUNDING_MM = 0.2


class Rule(StrEnum):
    """What is broken."""

    WORD_CUT = "WORD CUT"
    CLIP = "CLIP"  # more words than room for them
    OUTSIDE = "OUTSIDE"  # beyond the glass, or beyond the part of it that shows the widget
    OVERLAP = "OVERLAP"
    SMALL = "SMALL"  # letters smaller than text size 1
    TARGET = "TARGET"
    GAP = "GAP"
    EDGE = "EDGE"
    NAME = "NAME"
    SCROLLBAR = "SCROLLBAR"
    CAP_ANGLE = "CAP-ANGLE"
    FONT = "FONT"
    CONTRAST = "CONTRAST"
    FOCUS_VISIBLE = "FOCUS-VISIBLE"
    COLOUR_ALONE = "COLOUR-ALONE"
    ORDER = "ORDER"
    FOCUS_TRAP = "FOCUS-TRAP"
    UNREACHABLE = "UNREACHABLE"
    FOCUSABLE = "FOCUSABLE"
    ACTION = "ACTION"
    HIDDEN_CONTROL = "HIDDEN-CONTROL"  # acts on touch, and no key or reader knows
    ROLE = "ROLE"
    VALUE = "VALUE"
    GESTURE = "GESTURE"
    MOTION = "MOTION"
    SPEECH = "SPEECH"  # seen and not heard
    MARKUP = "MARKUP"  # signs for a program


@dataclass(frozen=True, slots=True)
class Breach:
    """One promise broken by one widget, whose words are named.

    `detail` is what was measured, `promised` what accessibility.md asks for, where these are
    numbers. `choice` is the value of the choice that it stood for; the next page may have another
    use for the widget. None if it is no choice.
    """

    rule: Rule
    widget: QWidget
    words: str
    detail: str = ""
    promised: str = ""
    choice: str | None = field(init=False)

    def __post_init__(self) -> None:
        value = self.widget.value if isinstance(self.widget, Choice) else None
        object.__setattr__(self, "choice", value)

    def __str__(self) -> str:
        return f"{self.rule} {self.words}" + (f": {self.detail}" if self.detail else "")


def text_breaches(screen: QWidget, theme: Theme) -> list[Breach]:
    """Every text of `screen` that is cut, hidden, covered or smaller than the smallest size.

    `screen` must be visible: what is hidden is not looked at.
    """
    return [*_cut(screen, theme), *_outside(screen), *_covered(screen)]


def touch_breaches(screen: QWidget, theme: Theme) -> list[Breach]:
    """Every button of `screen` too small, too close to another or the edge, or without a name.

    Buttons of any kind: what Qt brings along is held to the same numbers.
    """
    return [*_targets(screen, theme), *_gaps(screen, theme), *_scrollbars(screen)]


def shown(screen: QWidget, kind: type[QWidget]) -> list[QWidget]:
    """The visible widgets of a kind."""
    return [each for each in screen.findChildren(kind) if each.isVisible()]


def buttons(screen: QWidget) -> list[Button]:
    """The visible buttons of our own kind."""
    return [each for each in screen.findChildren(Button) if each.isVisible()]


def place(widget: QWidget, screen: QWidget) -> QRect:
    """Where a widget stands on its screen."""
    return QRect(widget.mapTo(screen, QPoint(0, 0)), widget.size())


def distance(one: QRect, other: QRect) -> float:
    """Pixels between two rectangles; negative if they overlap."""
    across = max(one.left(), other.left()) - min(one.right(), other.right()) - 1
    down = max(one.top(), other.top()) - min(one.bottom(), other.bottom()) - 1
    if across < 0 and down < 0:
        return -1
    return max(across, down, 0)


def hit_area(button: QAbstractButton) -> QRect:
    """The rectangle that really takes taps, sampled: Qt's own rect() tells less than the truth."""
    width, height = button.width(), button.height()
    area = QRect()
    for y in (0, height // 2, height - 1):
        row = (QPoint(x, y) for x in range(width))
        back = (QPoint(x, y) for x in reversed(range(width)))
        area = area.united(_between(_first_hit(button, row), _first_hit(button, back)))
    for x in (0, width // 2, width - 1):
        column = (QPoint(x, y) for y in range(height))
        back = (QPoint(x, y) for y in reversed(range(height)))
        area = area.united(_between(_first_hit(button, column), _first_hit(button, back)))
    return area


def _first_hit(button: QAbstractButton, line: Iterator[QPoint]) -> QPoint | None:
    return next((each for each in line if button.hitButton(each)), None)


def _between(first: QPoint | None, last: QPoint | None) -> QRect:
    return QRect() if first is None or last is None else QRect(first, last)


def said(widget: QWidget) -> str:
    """What names a widget in a report: its words, else its name, else its kind."""
    words = widget.text() if isinstance(widget, QAbstractButton | QLabel) else ""
    return words or widget.objectName() or type(widget).__name__


# What is read


def texts(screen: QWidget) -> list[Text]:
    """The visible texts of our own kind with something to say."""
    return [each for each in screen.findChildren(Text) if each.isVisible() and each.text()]


def proses(screen: QWidget) -> list[Prose]:
    """The visible running texts."""
    return [each for each in screen.findChildren(Prose) if each.isVisible() and each.text()]


def plain_labels(screen: QWidget) -> list[QLabel]:
    """Visible labels that Qt paints, which should be none."""
    return [
        each
        for each in screen.findChildren(QLabel)
        if type(each).paintEvent is QLabel.paintEvent and each.isVisible() and each.text()
    ]


def _said(button: QAbstractButton) -> str:
    return button.text() or button.objectName()


def _cut(screen: QWidget, theme: Theme) -> Iterator[Breach]:
    least = theme.regular[0].pixelSize()
    for button in buttons(screen):
        block = button.block(button.width())
        if block.broken:
            yield Breach(Rule.WORD_CUT, button, _said(button))
        tall = 0 if button.look is Look.KEY else button.heightForWidth(button.width())
        if max(tall, block.height) > button.height() or block.width > button.width():
            yield _clip(button, max(tall, block.height), button.height())
        if button.look is not Look.KEY and button.text_font().pixelSize() < least:
            yield _small(button, button.text_font().pixelSize(), least)
    for text in texts(screen):
        if text.block(text.width()).broken:
            yield Breach(Rule.WORD_CUT, text, text.text())
        if text.heightForWidth(text.width()) > text.height() + 1:
            yield _clip(text, text.heightForWidth(text.width()), text.height())
        if text.text_font().pixelSize() < least:
            yield _small(text, text.text_font().pixelSize(), least)
    for prose in proses(screen):
        if prose.cut():
            yield Breach(Rule.WORD_CUT, prose, prose.text())
        if prose.page_height() > prose.height() + 1:
            yield _clip(prose, prose.page_height(), prose.height())
    for label in plain_labels(screen):
        if label.sizeHint().width() > label.width() or label.sizeHint().height() > label.height():
            yield _clip(label, label.sizeHint().height(), label.height())
        if label.fontInfo().pixelSize() < least:
            yield _small(label, label.fontInfo().pixelSize(), least)


def _clip(widget: QWidget, needed: float, there: float) -> Breach:
    return Breach(Rule.CLIP, widget, said(widget), f"{there:.0f} px", f"≥ {needed:.0f} px")


def _small(widget: QWidget, size: int, least: int) -> Breach:
    return Breach(Rule.SMALL, widget, said(widget), f"{size} px", f"≥ {least} px")


def _outside(screen: QWidget) -> Iterator[Breach]:
    widgets: list[Text | Prose | Button] = [*texts(screen), *proses(screen), *buttons(screen)]
    for widget in widgets:
        area = widget.geometry()
        above = widget.parentWidget()
        while above is not None:
            if not above.rect().contains(area):
                yield Breach(Rule.OUTSIDE, widget, widget.text() or widget.objectName())
                break
            if above is screen:
                break
            area.translate(above.pos())
            above = above.parentWidget()


def _covered(screen: QWidget) -> Iterator[Breach]:
    words: list[Text | Prose] = [*texts(screen), *proses(screen)]
    areas = [(each, place(each, screen)) for each in words]
    targets = [(each, place(each, screen)) for each in _touched(screen)]
    for widget, area in areas:
        for button, other in targets:
            if distance(area, other) < 0 and not button.isAncestorOf(widget):
                yield Breach(Rule.OVERLAP, widget, widget.text(), _said(button))
    for (widget, area), (above, other) in combinations(areas, 2):
        if distance(area, other) < 0:
            yield Breach(Rule.OVERLAP, widget, widget.text(), above.text())
    for (one, area), (two, other) in combinations(targets, 2):
        if distance(area, other) < 0:
            yield Breach(Rule.OVERLAP, one, _said(one), _said(two))


# What is touched


def _touched(screen: QWidget) -> list[QAbstractButton]:
    return [each for each in screen.findChildren(QAbstractButton) if each.isVisible()]


def _is_key(button: QAbstractButton) -> bool:
    return isinstance(button, Button) and button.look is Look.KEY


def _targets(screen: QWidget, theme: Theme) -> Iterator[Breach]:
    scale = theme.px_per_mm
    for button in _touched(screen):
        least = LEAST_KEY_MM if _is_key(button) else max(theme.target_mm, TARGET_MM)
        hit = hit_area(button)
        if min(hit.width(), hit.height()) / scale < least - _ROUNDING_MM:
            size = f"{hit.width() / scale:.1f} × {hit.height() / scale:.1f} mm"
            yield Breach(Rule.TARGET, button, _said(button), size, f"≥ {least:g} × {least:g} mm")
        if not QAccessible.queryAccessibleInterface(button).text(QAccessible.Text.Name):
            yield Breach(Rule.NAME, button, button.objectName())
        edge = (screen.height() - place(button, screen).bottom() - 1) / scale
        if edge < LEAST_EDGE_MM - _ROUNDING_MM:
            yield Breach(
                Rule.EDGE, button, _said(button), f"{edge:.1f} mm", f"≥ {LEAST_EDGE_MM:g} mm"
            )


def _gaps(screen: QWidget, theme: Theme) -> Iterator[Breach]:
    areas = [(each, place(each, screen)) for each in _touched(screen)]
    usual = max(theme.gap_mm, LEAST_GAP_MM)
    for (one, first), (two, second) in combinations(areas, 2):
        gap = distance(first, second) / theme.px_per_mm
        keys = _is_key(one) + _is_key(two)  # which are no larger where targets are
        least = (usual, LEAST_GAP_MM, LEAST_KEY_GAP_MM)[keys]
        if {one.objectName(), two.objectName()} == set(WAYS):
            least = max(least, LEAST_WAY_GAP_MM)
        if gap < least - _GAP_ROUNDING_MM:
            detail = f"{_said(two)} {gap:.2f} mm"
            yield Breach(Rule.GAP, one, _said(one), detail, f"≥ {least:g} mm")


def _scrollbars(screen: QWidget) -> Iterator[Breach]:
    for bar in shown(screen, QScrollBar):
        yield Breach(Rule.SCROLLBAR, bar, bar.objectName())
