"""A line that is 100 mm long if the glass was measured right."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.painting import stroke
from kiosk.ui.theme import Theme

LENGTH_MM = 100
_TICK_MM, _LONG_TICK_MM = 4.0, 7.0
_LINE_MM = 0.5


class Ruler(QWidget):
    """Ten centimetres with a mark at each, numbered at both ends and in the middle."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._px_per_mm = theme.px_per_mm
        self.setObjectName("ruler")

    def show_scale(self, px_per_mm: float) -> None:
        """Draw it for so many pixels a millimetre."""
        self._px_per_mm = px_per_mm
        self.update()

    @property
    def line_px(self) -> int:
        """From the outer edge of the first mark to that of the last."""
        return round(LENGTH_MM * self._px_per_mm)

    def natural_size(self) -> tuple[int, int]:
        """Width and height in pixels, numbers included."""
        metrics = QFontMetricsF(self._theme.font())
        half = metrics.horizontalAdvance(str(LENGTH_MM)) / 2
        ticks = _LONG_TICK_MM * self._px_per_mm
        return round(self.line_px + 2 * half), round(ticks + metrics.height() * 1.2)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The line, its marks, the numbers below."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale, font = self._px_per_mm, self._theme.font()
        line = max(2.0, _LINE_MM * scale)
        pen = stroke(self._theme.colours.ink, line)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.setFont(font)
        half = QFontMetricsF(font).horizontalAdvance(str(LENGTH_MM)) / 2
        first, length = half + line / 2, self.line_px - line
        painter.drawLine(QRectF(half, line / 2, self.line_px, 0).topLeft(),
                         QRectF(half, line / 2, self.line_px, 0).topRight())  # fmt: skip
        for number in range(11):
            x = first + length * number / 10
            tall = (_LONG_TICK_MM if number % 5 == 0 else _TICK_MM) * scale
            painter.drawLine(QRectF(x, 0, 0, tall).topLeft(), QRectF(x, 0, 0, tall).bottomLeft())
            if number % 5 == 0:
                words = QRectF(x - 2 * half, tall, 4 * half, self.height() - tall)
                where = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
                painter.drawText(words, where, str(number * 10))
