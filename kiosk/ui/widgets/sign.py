"""Drawn signs that stand beside a message and never instead of its words."""

from enum import Enum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QWidget

from kiosk.ui.painting import stroke
from kiosk.ui.theme import Theme


class Mark(Enum):
    """What a sign shows."""

    DONE = "done"  # a tick
    QUESTION = "question"
    BELL = "bell"  # help is coming
    PAUSE = "pause"
    NOTICE = "notice"  # an i
    TROUBLE = "trouble"  # an exclamation mark in a triangle


class Sign(QWidget):
    """One mark in the accent colour. Decoration: the words beside it say the same."""

    def __init__(self, theme: Theme, mark: Mark, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._mark = mark

    def set_theme(self, theme: Theme) -> None:
        """Take over another text size or panel."""
        self._theme = theme
        self.update()

    def set_mark(self, mark: Mark) -> None:
        """Show another mark."""
        self._mark = mark
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The mark, as large as the widget."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = self._theme.colours
        draw_mark(painter, QRectF(self.rect()), self._mark, colours.accent, colours.on_accent)


def draw_mark(painter: QPainter, area: QRectF, mark: Mark, ground: QColor, figure: QColor) -> None:
    """`mark` as large as fits into the middle of `area`: `figure` on a shape of `ground`."""
    side = min(area.width(), area.height())
    left, top = area.center().x() - side / 2, area.center().y() - side / 2

    def at(x: float, y: float) -> QPointF:
        return QPointF(left + x * side, top + y * side)

    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    if mark is Mark.TROUBLE:
        painter.setPen(stroke(ground, side * 0.09))
        painter.drawPolygon(QPolygonF([at(0.5, 0.1), at(0.95, 0.9), at(0.05, 0.9)]))
    elif mark is not Mark.BELL:
        painter.drawEllipse(QRectF(at(0, 0), at(1, 1)))
    pen = stroke(figure, side * 0.095)
    painter.setPen(pen)
    match mark:
        case Mark.DONE:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPolyline(QPolygonF([at(0.27, 0.52), at(0.44, 0.68), at(0.74, 0.34)]))
        case Mark.PAUSE:
            painter.drawLine(at(0.39, 0.33), at(0.39, 0.67))
            painter.drawLine(at(0.61, 0.33), at(0.61, 0.67))
        case Mark.NOTICE:
            painter.drawLine(at(0.5, 0.46), at(0.5, 0.73))
            painter.drawPoint(at(0.5, 0.28))
        case Mark.TROUBLE:
            painter.drawLine(at(0.5, 0.38), at(0.5, 0.60))
            painter.drawPoint(at(0.5, 0.78))
        case Mark.QUESTION:
            hook = QPainterPath(at(0.36, 0.39))
            hook.cubicTo(at(0.37, 0.19), at(0.66, 0.20), at(0.645, 0.39))
            hook.cubicTo(at(0.635, 0.50), at(0.50, 0.50), at(0.50, 0.61))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(hook)
            painter.drawPoint(at(0.5, 0.765))
        case Mark.BELL:
            _draw_bell(painter, area, ground)


def _draw_bell(painter: QPainter, area: QRectF, colour: QColor) -> None:
    """A bell as it stands on a counter, ringing."""
    side = min(area.width(), area.height())
    left, top = area.center().x() - side / 2, area.center().y() - side / 2

    def at(x: float, y: float) -> QPointF:
        return QPointF(left + x * side, top + y * side)

    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    dome = QPainterPath(at(0.12, 0.72))
    dome.cubicTo(at(0.12, 0.26), at(0.88, 0.26), at(0.88, 0.72))
    dome.closeSubpath()
    painter.drawPath(dome)
    painter.drawRoundedRect(QRectF(at(0.05, 0.78), at(0.95, 0.90)), side * 0.05, side * 0.05)
    painter.drawEllipse(at(0.5, 0.335), side * 0.07, side * 0.07)
    painter.setPen(stroke(colour, side * 0.055))
    painter.drawLine(at(0.5, 0.05), at(0.5, 0.17))
    painter.drawLine(at(0.22, 0.13), at(0.29, 0.24))
    painter.drawLine(at(0.78, 0.13), at(0.71, 0.24))
