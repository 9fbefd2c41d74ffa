"""The town's crest, or a neutral mark in its place."""

from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget

from kiosk.ui.theme import Ground, Theme


class Emblem(QWidget):
    """A picture file (PNG, SVG …) in its own proportions; without a readable one, a drawn house.

    A crest is used only with the town's permission, so the drawn mark is nobody's. Decoration: the
    town's name stands beside it as text.
    """

    def __init__(
        self,
        theme: Theme,
        image: Path | None = None,
        ground: Ground = Ground.PAPER,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._ground = ground
        self._vector: QSvgRenderer | None = None
        self._pixmap: QPixmap | None = None
        if image is not None and image.suffix.lower() == ".svg":
            vector = QSvgRenderer(str(image))
            self._vector = vector if vector.isValid() else None
        elif image is not None:
            pixmap = QPixmap(str(image))
            self._pixmap = None if pixmap.isNull() else pixmap

    def set_theme(self, theme: Theme) -> None:
        """Take over another text size or panel."""
        self._theme = theme
        self.update()

    def set_ground(self, ground: Ground) -> None:
        """What it stands on."""
        self._ground = ground
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The picture, or the mark."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        area = QRectF(self.rect())
        if self._vector is not None:
            self._vector.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
            self._vector.render(painter, area)
        elif self._pixmap is not None:
            size = self._pixmap.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
            target = QRectF(0, 0, size.width(), size.height())
            target.moveCenter(area.center())
            painter.drawPixmap(target, self._pixmap, QRectF(self._pixmap.rect()))
        else:
            colours = self._theme.colours
            on_paper = self._ground is Ground.PAPER
            shield = colours.accent if on_paper else colours.ink_on(self._ground)
            house = colours.on_accent if on_paper else colours.banner
            _draw_mark(painter, area, shield, house)


def _draw_mark(painter: QPainter, area: QRectF, ground: QColor, figure: QColor) -> None:
    """A shield, and on it a gable with a door: a house of the town."""
    side = min(area.width() / 0.86, area.height())
    left = area.center().x() - side * 0.43
    top = area.center().y() - side / 2

    def at(x: float, y: float) -> QPointF:
        return QPointF(left + x * side, top + y * side)

    painter.setPen(Qt.PenStyle.NoPen)
    shield = QPainterPath(at(0.06, 0))
    shield.lineTo(at(0.80, 0))
    shield.quadTo(at(0.86, 0), at(0.86, 0.06))
    shield.lineTo(at(0.86, 0.52))
    shield.cubicTo(at(0.86, 0.78), at(0.66, 0.92), at(0.43, 1.0))
    shield.cubicTo(at(0.20, 0.92), at(0.0, 0.78), at(0.0, 0.52))
    shield.lineTo(at(0.0, 0.06))
    shield.quadTo(at(0.0, 0), at(0.06, 0))
    painter.setBrush(ground)
    painter.drawPath(shield)
    house = QPainterPath(at(0.43, 0.16))
    for x, y in (
        (0.70, 0.44),
        (0.63, 0.44),
        (0.63, 0.72),
        (0.23, 0.72),
        (0.23, 0.44),
        (0.16, 0.44),
    ):
        house.lineTo(at(x, y))
    house.closeSubpath()
    painter.setBrush(figure)
    painter.drawPath(house)
    door = QPainterPath(at(0.37, 0.72))
    door.lineTo(at(0.37, 0.56))
    door.cubicTo(at(0.37, 0.48), at(0.49, 0.48), at(0.49, 0.56))
    door.lineTo(at(0.49, 0.72))
    door.closeSubpath()
    painter.setBrush(ground)
    painter.drawPath(door)
