"""A study's pictures: pictograms in the ink of the theme, and pictures as they are."""

from collections.abc import Callable

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer


class Pictograms:
    """Renders pictures once per size and colour: SVG, PNG and JPEG.

    `read` gives the bytes of a file of the study package's media by name, b"" where there is none;
    what has no readable picture shows its words alone (the study check names such files).
    """

    def __init__(self, read: Callable[[str], bytes]) -> None:
        self._read = read
        self._renderers: dict[str, QSvgRenderer | None] = {}
        self._images: dict[str, QImage] = {}
        self._drawn: dict[tuple[str, int, int], QPixmap] = {}
        self._pictures: dict[tuple[str, int, int], QPixmap] = {}

    def has(self, name: str) -> bool:
        """Whether there is a picture of that name."""
        return self._renderer(name) is not None or not self._image(name).isNull()

    def size(self, name: str) -> QSize:
        """The picture's own size, for its proportions; empty if there is none."""
        renderer = self._renderer(name)
        return self._image(name).size() if renderer is None else renderer.defaultSize()

    def picture(self, name: str, room: QSize) -> QPixmap | None:
        """The picture in its own colours, as large as fits `room` pixels, or None."""
        own = self.size(name)
        if own.isEmpty() or room.isEmpty():
            return None
        fitting = own.scaled(room, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1))
        key = (name, fitting.width(), fitting.height())
        if key not in self._pictures:
            renderer = self._renderer(name)
            if renderer is None:
                smooth = Qt.TransformationMode.SmoothTransformation
                image = self._image(name).scaled(
                    fitting, Qt.AspectRatioMode.IgnoreAspectRatio, smooth
                )
                self._pictures[key] = QPixmap.fromImage(image)
            else:
                self._pictures[key] = _rendered(renderer, fitting)
        return self._pictures[key]

    def drawn(self, name: str, side_px: int, colour: QColor) -> QPixmap | None:
        """A pictogram as a square of `side_px` in one colour, a photo as it is; or None."""
        if side_px < 1:
            return None
        renderer = self._renderer(name)
        if renderer is None:
            return self.picture(name, QSize(side_px, side_px))
        key = (name, side_px, colour.rgba())
        if key not in self._drawn:
            pixmap = _rendered(renderer, QSize(side_px, side_px))
            painter = QPainter(pixmap)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
            painter.fillRect(pixmap.rect(), colour)
            painter.end()
            self._drawn[key] = pixmap
        return self._drawn[key]

    def _renderer(self, name: str) -> QSvgRenderer | None:
        if name not in self._renderers:
            # Qt warns about bytes that are no SVG instead of only saying so.
            data = self._read(name) if name.lower().endswith(".svg") else b""
            renderer = QSvgRenderer(QByteArray(data)) if data else None
            valid = renderer is not None and renderer.isValid()
            self._renderers[name] = renderer if valid else None
        return self._renderers[name]

    def _image(self, name: str) -> QImage:
        if name not in self._images:
            data = self._read(name) if name and self._renderer(name) is None else b""
            self._images[name] = QImage.fromData(QByteArray(data))
        return self._images[name]


def _rendered(renderer: QSvgRenderer, size: QSize) -> QPixmap:
    pixmap = QPixmap(size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter, QRectF(0, 0, size.width(), size.height()))
    painter.end()
    return pixmap
