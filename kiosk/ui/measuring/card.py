"""The outline of a bank card, life-size once it is matched."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.painting import rounded_box
from kiosk.ui.theme import Theme

CARD_MM = (85.60, 53.98)
"""Width and height of every bank card (ISO/IEC 7810, ID-1)."""
RADIUS_MM = 3.18  # of its corners, likewise
_LINE_MM = 1.0


class Card(QWidget):
    """A filled field as large as a bank card if `px_per_mm` is right."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._px_per_mm = theme.px_per_mm
        self.setObjectName("card")

    def show_scale(self, px_per_mm: float) -> None:
        """Draw it for so many pixels a millimetre; its upper left corner stays."""
        self._px_per_mm = px_per_mm
        width, height = (round(each * px_per_mm) for each in CARD_MM)
        self.resize(width, height)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The outline lies inside: its outer edge is the card's."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = self._theme.colours
        radius = RADIUS_MM * self._px_per_mm
        line = max(2.0, _LINE_MM * self._px_per_mm)
        rounded_box(painter, QRectF(self.rect()), radius, colours.tint, colours.accent, line)
