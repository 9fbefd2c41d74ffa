"""The button nobody misses: larger words on a larger face."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QWidget

from kiosk.ui.fonts import font_with_capitals
from kiosk.ui.painting import arrow_head, stroke
from kiosk.ui.theme import Theme
from kiosk.ui.widgets.button import Arrow, Button, Look
from kiosk.ui.widgets.tap_guard import TapGuard


class GrandButton(Button):
    """A primary button with capitals of `capitals_mm`, never smaller than the text size asks."""

    def __init__(
        self,
        theme: Theme,
        guard: TapGuard,
        capitals_mm: float,
        arrow: Arrow = Arrow.NONE,
        parent: QWidget | None = None,
    ) -> None:
        self._capitals_mm = capitals_mm
        self._font: QFont | None = None
        super().__init__(theme, guard, look=Look.PRIMARY, arrow=arrow, parent=parent)

    def set_capitals(self, millimetres: float) -> None:
        """Another size."""
        if millimetres != self._capitals_mm:
            self._capitals_mm = millimetres
            self._forget()

    def text_font(self) -> QFont:
        """The font with these capitals."""
        if self._font is None:
            height = self._capitals_mm * self._theme.profile.px_per_mm
            self._font = font_with_capitals(height, bold=True)
        return self._font

    def paint_content(self, painter: QPainter, area: QRectF, ink: QColor) -> None:
        """Words and arrow as one group, the arrow growing with the words."""
        block = self.block(self.width())
        if self._arrow is Arrow.NONE:
            block.paint(painter, area, ink, Qt.AlignmentFlag.AlignHCenter, mark=self.marked)
            return
        sign = -1 if self._arrow is Arrow.BACK else 1
        reach, space = block.ascent * 0.25, block.ascent * 0.42
        shift = (reach + space) / 2
        block.paint(
            painter,
            area.translated(-sign * shift, 0),
            ink,
            Qt.AlignmentFlag.AlignHCenter,
            mark=self.marked,
        )
        x = area.center().x() + sign * (block.width / 2 + space + reach / 2 - shift)
        painter.setPen(stroke(ink, block.ascent * 0.1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(arrow_head(x, area.center().y(), reach, sign))

    def _forget(self) -> None:
        self._font = None
        super()._forget()
