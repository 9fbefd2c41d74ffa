"""A study's pictograms, drawn in the ink of the theme."""

from collections.abc import Callable

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer


class Pictograms:
    """Renders pictograms once per size and colour.

    `read` gives the bytes of a file of the study package's media by name, b"" where there is none;
    a tile without a readable picture shows its words alone (the study check names such files).
    """

    def __init__(self, read: Callable[[str], bytes]) -> None:
        self._read = read
        self._renderers: dict[str, QSvgRenderer | None] = {}
        self._drawn: dict[tuple[str, int, int], QPixmap] = {}

    def has(self, name: str) -> bool:
        """Whether there is a picture of that name."""
        return self._renderer(name) is not None

    def drawn(self, name: str, side_px: int, colour: QColor) -> QPixmap | None:
        """The picture as a square of `side_px` in one colour, or None."""
        renderer = self._renderer(name)
        if renderer is None or side_px < 1:
            return None
        key = (name, side_px, colour.rgba())
        if key not in self._drawn:
            pixmap = QPixmap(side_px, side_px)
            pixmap.fill(Qt.GlobalColor.transparent)
            painter = QPainter(pixmap)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            renderer.render(painter, QRectF(0, 0, side_px, side_px))
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
            painter.fillRect(pixmap.rect(), colour)
            painter.end()
            self._drawn[key] = pixmap
        return self._drawn[key]

    def _renderer(self, name: str) -> QSvgRenderer | None:
        if name not in self._renderers:
            data = self._read(name) if name else b""
            renderer = QSvgRenderer(QByteArray(data)) if data else None
            valid = renderer is not None and renderer.isValid()
            self._renderers[name] = renderer if valid else None
        return self._renderers[name]
