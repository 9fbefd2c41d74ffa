"""What accessibility.md §1 promises, measured on the widgets of a screen as they stand."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import combinations

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QScrollBar, QWidget

from kiosk.ui.theme import Theme
from kiosk.ui.widgets.button import Button, Look
from kiosk.ui.widgets.choice import Choice
from kiosk.ui.widgets.prose import Prose
from kiosk.ui.widgets.text import Text

LEAST_GAP_MM = 4.0
LEAST_KEY_GAP_MM = 2.54  # VVSG 2.0 7.2-I
_ROUNDING_MM = 0.05


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


@dataclass(frozen=True, slots=True)
class Breach:
    """One promise broken by one widget, whose words are named.

    `choice` is the value of the choice that it stood for; the next page may have another use for
    the widget. None if it is no choice.
    """

    rule: Rule
    widget: QWidget
    words: str
    detail: str = ""
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
    """Every button of `screen` too small, too close to another or the edge, or without a name."""
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
    across = [QPoint(x, y) for x in range(width) for y in (0, height // 2, height - 1)]
    down = [QPoint(x, y) for y in range(height) for x in (0, width // 2, width - 1)]
    area = QRect()
    for point in (*across, *down):
        if button.hitButton(point):
            area = area.united(QRect(point, point))
    return area


# What is read


def _texts(screen: QWidget) -> list[Text]:
    return [each for each in screen.findChildren(Text) if each.isVisible() and each.text()]


def _proses(screen: QWidget) -> list[Prose]:
    return [each for each in screen.findChildren(Prose) if each.isVisible() and each.text()]


def _said(button: Button) -> str:
    return button.text() or button.objectName()


def _cut(screen: QWidget, theme: Theme) -> Iterator[Breach]:
    least = theme.regular[0].pixelSize()
    for button in buttons(screen):
        block = button.block(button.width())
        if block.broken:
            yield Breach(Rule.WORD_CUT, button, _said(button))
        tall = 0 if button.look is Look.KEY else button.heightForWidth(button.width())
        if max(tall, block.height) > button.height() or block.width > button.width():
            yield Breach(Rule.CLIP, button, _said(button))
        if button.look is not Look.KEY and button.text_font().pixelSize() < least:
            yield Breach(Rule.SMALL, button, _said(button))
    for text in _texts(screen):
        if text.block(text.width()).broken:
            yield Breach(Rule.WORD_CUT, text, text.text())
        if text.heightForWidth(text.width()) > text.height() + 1:
            yield Breach(Rule.CLIP, text, text.text())
        if text.text_font().pixelSize() < least:
            yield Breach(Rule.SMALL, text, text.text())
    for prose in _proses(screen):
        if prose.cut():
            yield Breach(Rule.WORD_CUT, prose, prose.text())
        if prose.page_height() > prose.height() + 1:
            yield Breach(Rule.CLIP, prose, prose.text())


def _outside(screen: QWidget) -> Iterator[Breach]:
    widgets: list[Text | Prose | Button] = [*_texts(screen), *_proses(screen), *buttons(screen)]
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
    words: list[Text | Prose] = [*_texts(screen), *_proses(screen)]
    areas = [(each, place(each, screen)) for each in words]
    targets = [(each, place(each, screen)) for each in buttons(screen)]
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


def _targets(screen: QWidget, theme: Theme) -> Iterator[Breach]:
    scale = theme.px_per_mm
    for button in buttons(screen):
        least = theme.key_floor_mm if button.look is Look.KEY else theme.target_mm
        hit = hit_area(button)
        if min(hit.width(), hit.height()) / scale < least - _ROUNDING_MM:
            size = f"{hit.width() / scale:.1f} × {hit.height() / scale:.1f} mm"
            yield Breach(Rule.TARGET, button, _said(button), size)
        if not QAccessible.queryAccessibleInterface(button).text(QAccessible.Text.Name):
            yield Breach(Rule.NAME, button, button.objectName())
        edge = (screen.height() - place(button, screen).bottom() - 1) / scale
        if edge < theme.edge_mm - _ROUNDING_MM:
            yield Breach(Rule.EDGE, button, _said(button), f"{edge:.1f} mm")


def _gaps(screen: QWidget, theme: Theme) -> Iterator[Breach]:
    areas = [(each, place(each, screen)) for each in buttons(screen)]
    for (one, first), (two, second) in combinations(areas, 2):
        gap = distance(first, second) / theme.px_per_mm
        keys = one.look is Look.KEY and two.look is Look.KEY
        if gap < (LEAST_KEY_GAP_MM if keys else LEAST_GAP_MM) - 0.2:
            yield Breach(Rule.GAP, one, _said(one), f"{_said(two)} {gap:.2f} mm")


def _scrollbars(screen: QWidget) -> Iterator[Breach]:
    for bar in shown(screen, QScrollBar):
        yield Breach(Rule.SCROLLBAR, bar, bar.objectName())
