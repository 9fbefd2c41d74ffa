"""Two switches: one moves, the other selects; long pages and keyboards by rows first."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.painting import rounded_box
from kiosk.ui.theme import Theme
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.walking import focus_by_key, show_focus, stops

FRAME_MM = 1.6
FEW = 9
"""Up to so many buttons are walked one by one; more are found by their row."""


class ScanFrame(QWidget):
    """A frame around the row that "select" would enter. Takes no touch and has no name."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Take over another text size or panel."""
        self._theme = theme

    def stand_around(self, area: QRect | None) -> None:
        """Frame `area` of the parent; None for nothing."""
        if area is None:
            self.hide()
            return
        out = self._theme.px(FRAME_MM)
        self.setGeometry(area.adjusted(-out, -out, out, out))
        self.show()
        self.raise_()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The frame."""
        del event
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius, thick = theme.px(theme.radius_mm + FRAME_MM), theme.px(FRAME_MM)
        rounded_box(painter, QRectF(self.rect()), radius, None, theme.colours.accent, thick)


class Scanner:
    """Moves over the buttons below `window`, rows first where there are many.

    `first` gives the button a page begins with; `told` is told of the row now framed, by its
    buttons. Whoever passes the end of a row is back among the rows.
    """

    def __init__(
        self,
        window: QWidget,
        frame: ScanFrame,
        first: Callable[[], QWidget | None],
        told: Callable[[list[Button]], None],
    ) -> None:
        self._window = window
        self._frame = frame
        self._first = first
        self._told = told
        self._row: list[Button] | None = None  # framed, not entered
        self._inside: list[Button] | None = None  # entered
        self._at: Button | None = None

    def reset(self) -> None:
        """Another page shows: begin anew."""
        self._row = self._inside = self._at = None
        self._frame.stand_around(None)

    def move(self) -> None:
        """The first switch."""
        rows = self._rows()
        if not rows:
            return
        if self._inside is not None:
            self._move_inside(rows)
            return
        here = next((n for n, row in enumerate(rows) if row == self._row), None)
        if here is None:
            here = next((n for n, row in enumerate(rows) if self._at in row), None)
        self._stand_at(rows[0] if here is None else rows[(here + 1) % len(rows)])

    def select(self) -> None:
        """The second switch: act, or enter the row."""
        if self._row is not None:
            self._inside, self._row = self._row, None
            self._frame.stand_around(None)
            self._at = None
            self._move_inside(self._rows())
            return
        at = self._at
        if at is None or not at.isVisible() or not at.isEnabled():
            self.move()
            return
        inside = self._inside
        if inside is not None:
            # Back to the row: the next letter is found from there.
            self._inside = None
        at.act()
        if inside is not None and self._at is at and at.isVisible():
            self._stand_at(inside)

    def _move_inside(self, rows: list[list[Button]]) -> None:
        inside = [each for each in self._inside or () if each.isVisible() and each.isEnabled()]
        at = inside.index(self._at) if self._at in inside else -1
        if at + 1 < len(inside):
            self._focus(inside[at + 1])
            return
        self._inside = None
        if not rows:
            return
        row = next((row for row in rows if self._at in row), rows[0])
        self._stand_at(row)

    def _stand_at(self, row: list[Button]) -> None:
        if len(row) == 1:
            self._row = None
            self._frame.stand_around(None)
            self._focus(row[0])
            return
        self._row, self._at = row, row[0]
        row[0].setFocus(Qt.FocusReason.OtherFocusReason)
        show_focus(row[0], shown=False)  # the frame shows where one is
        area = QRect()
        for each in row:
            area = area.united(QRect(each.mapTo(self._window, QPoint(0, 0)), each.size()))
        self._frame.stand_around(area)
        self._told(row)

    def _focus(self, button: Button) -> None:
        self._at = button
        focus_by_key(button)

    def _rows(self) -> list[list[Button]]:
        """The buttons in the order they are offered, the first answer first."""
        buttons = [each for each in stops(self._window) if isinstance(each, Button)]
        first = self._first()
        start = buttons.index(first) if isinstance(first, Button) and first in buttons else 0
        buttons = buttons[start:] + buttons[:start]
        if len(buttons) <= FEW:
            return [[each] for each in buttons]
        rows: list[list[Button]] = []
        for each in buttons:
            if rows and _in_line(rows[-1][-1], each, self._window):
                rows[-1].append(each)
            else:
                rows.append([each])
        return rows


def _in_line(one: Button, other: Button, window: QWidget) -> bool:
    """Whether both stand side by side, as the keys of a row do."""
    top, below = one.mapTo(window, QPoint(0, 0)).y(), other.mapTo(window, QPoint(0, 0)).y()
    overlap = min(top + one.height(), below + other.height()) - max(top, below)
    return overlap * 2 > min(one.height(), other.height()) and one.parent() is other.parent()
