"""One of many short answers in a grid: a day, a month, an hour."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QWidget

from kiosk.ui.painting import rounded_box, stroke, text_block
from kiosk.ui.theme import Theme
from kiosk.ui.widgets.checkable import Checkable
from kiosk.ui.widgets.tap_guard import TapGuard

SIDE_MM = 1.8
TICK_MM = 4.4
TICK = ((0.12, 0.55), (0.40, 0.82), (0.90, 0.18))


class Cell(Checkable):
    """Chosen or not, shown by outline, tint, weight and a tick in the corner together."""

    def __init__(
        self, theme: Theme, guard: TapGuard, value: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, guard, parent=parent)
        self.value = value

    def set_chosen(self, chosen: bool) -> None:
        """Show it marked or not; in bold the words may break elsewhere."""
        if chosen != self.isChecked():
            self._forget()
        super().set_chosen(chosen)

    def side_px(self) -> int:
        """Short words need little room at their sides."""
        return self.theme.px(SIDE_MM)

    def text_font(self) -> QFont:
        """Regular; bold when chosen."""
        return self.theme.font(self.isChecked(), self._steps)

    def widest_px(self) -> int:
        """The width that shows the words on one line, chosen or not."""
        block = text_block(self.text(), self.theme.font(bold=True, steps=self._steps), 1e6)
        return -int(-(block.width + 2 * self.side_px() + 1) // 1)

    def colours(self) -> tuple[QColor, QColor, QColor]:
        """Fill, outline and text, for the state it is in."""
        colours = self.theme.colours
        if self.isDown():
            return colours.pressed, colours.on_pressed, colours.on_pressed
        if self.isChecked():
            return colours.tint, colours.accent, colours.ink
        return super().colours()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Box, words, tick, focus ring."""
        del event
        theme = self.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill, outline, ink = self.colours()
        area = QRectF(self.rect())
        radius = theme.px(theme.radius_mm)
        heavy = self.isChecked() or self.isDown()
        thickness = theme.px(theme.chosen_mm if heavy else theme.outline_mm)
        rounded_box(painter, area, radius, fill, outline, thickness)
        self.block(self.width()).paint(
            painter, area, ink, Qt.AlignmentFlag.AlignHCenter, mark=self.marked
        )
        if self.isChecked():
            self._paint_tick(painter, area)
        self.paint_spoken(painter, area)
        self.paint_focus(painter, area, radius)

    def _paint_tick(self, painter: QPainter, area: QRectF) -> None:
        theme = self.theme
        side = min(theme.px(TICK_MM), area.width() / 6)  # beside two digits, also of narrow cells
        left, top = area.right() - side - theme.px(1.4), area.top() + theme.px(1.4)
        painter.setPen(stroke(theme.colours.accent, theme.px(0.9)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF([QPointF(left + x * side, top + y * side) for x, y in TICK]))
