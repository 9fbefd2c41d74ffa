"""Words larger than any text size: what a screen says from across the room."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.fonts import font_with_capitals
from kiosk.ui.theme import Ground, Theme
from kiosk.ui.widgets.text import Role, Text


class Headline(Text):
    """A text whose capitals have a height of their own, in millimetres.

    `ground`: what it stands on.
    """

    def __init__(
        self,
        theme: Theme,
        capitals_mm: float,
        bold: bool = True,
        ground: Ground = Ground.PAPER,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        parent: QWidget | None = None,
    ) -> None:
        self._capitals_mm = capitals_mm
        self._bold = bold
        self._ground = ground
        self._font: QFont | None = None
        super().__init__(theme, role=Role.HEADING, align=align, parent=parent)

    def set_capitals(self, millimetres: float) -> None:
        """Another size."""
        if millimetres != self._capitals_mm:
            self._capitals_mm = millimetres
            self._forget()

    def set_ground(self, ground: Ground) -> None:
        """What it stands on."""
        self._ground = ground
        self.update()

    def fit(self, sizes_mm: tuple[float, ...], width: int, height: int) -> None:
        """The first of `sizes_mm` at which no word breaks and all lines fit; else the last."""
        for size in sizes_mm:
            self.set_capitals(size)
            block = self.block(width)
            if not block.broken and block.height <= height:
                return

    def text_font(self) -> QFont:
        """The font with these capitals."""
        if self._font is None:
            height = self._capitals_mm * self._theme.profile.px_per_mm
            self._font = font_with_capitals(height, self._bold)
        return self._font

    def colour(self) -> QColor:
        """The ink for its ground."""
        colours = self._theme.colours
        return colours.ink_on(self._ground)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The lines, from the top."""
        del event
        if not self.text():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        block = self.block(self.width())
        area = QRectF(0, 0, self.width(), block.height)
        block.paint(painter, area, self.colour(), self._align)

    def _forget(self) -> None:
        self._font = None
        super()._forget()
