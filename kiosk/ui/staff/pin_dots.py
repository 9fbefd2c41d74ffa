"""How many digits were entered, and never which."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from kiosk.ui.painting import stroke
from kiosk.ui.theme import Theme

DIAMETER_MM = 6.0
PITCH_MM = 11.0


class PinDots(QLabel):
    """A ring for each digit a PIN has at least, filled as they are entered; more grow on.

    The label's text, which screen readers read, says the number in words.
    """

    def __init__(self, theme: Theme, least: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._least = least
        self._count = 0
        self.show_count(0)

    def set_theme(self, theme: Theme) -> None:
        """Take over another text size or panel."""
        self._theme = theme
        self.update()

    def show_count(self, count: int) -> None:
        """So many digits are entered."""
        self._count = count
        self.setText(self.tr("{n} Ziffern eingegeben").format(n=count))
        self.update()

    def height_px(self) -> int:
        """The height it needs."""
        return self._theme.px(DIAMETER_MM + 1.0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rings."""
        del event
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shown = max(self._least, self._count)
        radius = theme.px(DIAMETER_MM) / 2
        pitch = min(theme.px(PITCH_MM), (self.width() - 2 * radius - 2) / max(1, shown - 1))
        for number in range(shown):
            filled = number < self._count
            painter.setPen(stroke(theme.colours.ink, theme.px(0.7)))
            painter.setBrush(theme.colours.accent if filled else theme.colours.row)
            middle = QPointF(radius + 1 + number * pitch, self.height() / 2)
            painter.drawEllipse(middle, radius - theme.px(0.4), radius - theme.px(0.4))
