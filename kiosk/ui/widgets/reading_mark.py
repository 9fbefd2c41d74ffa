"""A bar in the margin beside what is being read out."""

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.painting import rounded_box
from kiosk.ui.theme import Ground, Theme


class ReadingMark(QWidget):
    """Stands left of a rectangle of its parent, or hides. Says nothing, takes no touch."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._ground = Ground.PAPER
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Take over another text size or panel."""
        self._theme = theme

    def stand_beside(self, area: QRect | None, ground: Ground = Ground.PAPER) -> None:
        """Mark `area` of the parent; None for nothing."""
        self._ground = ground
        if area is None:
            self.hide()
            return
        theme = self._theme
        wide, apart = theme.px(1.6), theme.px(2.2)
        left = max(0, area.left() - wide - apart)
        self.setGeometry(left, area.top(), wide, area.height())
        self.show()
        self.raise_()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The bar."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect())
        colours = self._theme.colours
        on_paper = self._ground is Ground.PAPER
        colour = colours.accent if on_paper else colours.ink_on(self._ground)
        rounded_box(painter, area, area.width() / 2, colour)
