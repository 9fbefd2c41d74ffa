"""A row that names a setting and how it is set now."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from kiosk.ui.painting import Stress, TextBlock, arrow_head, stroke, text_block
from kiosk.ui.theme import Theme
from kiosk.ui.widgets.button import Button, Look
from kiosk.ui.widgets.tap_guard import TapGuard


class SettingRow(Button):
    """ "Schrift: Groß" and an arrow: a tap opens the choices of the setting."""

    def __init__(self, theme: Theme, guard: TapGuard, parent: QWidget | None = None) -> None:
        super().__init__(theme, guard, look=Look.SECONDARY, parent=parent)
        self._named = 0

    def show_setting(self, name: str, value: str) -> None:
        """The name in bold, the value beside it; no value for a row that only acts."""
        self._named = len(name) + 1 if value else len(name)
        self.setText(f"{name}: {value}" if value else name)

    def block(self, width: int) -> TextBlock:
        """The text beside the arrow, its name in bold."""
        room = width - self._side() - self._arrow_room()
        bold = self.theme.font(bold=True, steps=self._steps)
        stresses = [Stress(0, self._named, bold)] if self._named else []
        return text_block(self.text(), self.theme.font(steps=self._steps), room, stresses)

    def natural_width(self) -> int:
        """The width that shows the text on one line."""
        wide = self.block(1_000_000).width + self._side() + self._arrow_room()
        return max(self.least_px(), -int(-(wide + 1) // 1))

    def paint_content(self, painter: QPainter, area: QRectF, ink: QColor) -> None:
        """Words on the left, the arrow at the right edge."""
        theme = self.theme
        block = self.block(self.width())
        block.paint(painter, area.adjusted(self._side(), 0, 0, 0), ink, mark=self.marked)
        reach = block.ascent * 0.27
        painter.setPen(stroke(ink, theme.px(0.9)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        x = area.right() - theme.px(theme.padding_mm) - reach / 2
        painter.drawPolyline(arrow_head(x, area.center().y(), reach, 1))

    def _side(self) -> int:
        return self.theme.px(self.theme.padding_mm + 1.0)

    def _arrow_room(self) -> int:
        return self.theme.px(2 * self.theme.padding_mm + 2.5)
