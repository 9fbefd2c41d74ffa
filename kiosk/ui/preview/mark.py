"""What every preview says below the glass: that nothing is stored, and what is shown."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QImage, QPainter, QPixmap

from kiosk.ui.fonts import font_with_capitals
from kiosk.ui.theme import STANDARD

WORDS = "Vorschau – es wird nichts gespeichert"
HEIGHT_PX = 44
CAPITALS_PX = 12
WIDTH_PX = 1000  # of glass; on a wider picture the mark grows with it


def mark_font(bold: bool = False, scale: float = 1.0) -> QFont:
    """The font of the mark: for authors, who sit at a desk."""
    return font_with_capitals(CAPITALS_PX * scale, bold)


def marked(glass: QPixmap, told: str) -> QImage:
    """A picture of the glass with the mark below it; nothing is hidden. `told`: what it shows."""
    scale = max(1.0, glass.width() / WIDTH_PX)
    high = round(HEIGHT_PX * scale)
    picture = QImage(glass.width(), glass.height() + high, QImage.Format.Format_RGB32)
    picture.fill(STANDARD.rest)
    painter = QPainter(picture)
    painter.drawPixmap(0, 0, glass)
    below = QRect(0, glass.height(), glass.width(), high).adjusted(16, 0, -16, 0)
    painter.setPen(STANDARD.ink)
    middle = Qt.AlignmentFlag.AlignVCenter
    painter.setFont(mark_font(bold=True, scale=scale))
    painter.drawText(below, middle | Qt.AlignmentFlag.AlignLeft, WORDS)
    painter.setFont(mark_font(scale=scale))
    painter.drawText(below, middle | Qt.AlignmentFlag.AlignRight, told)
    painter.end()
    return picture
