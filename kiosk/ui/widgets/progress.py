"""How far the person is: in words, and as a bar."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.forms.view import Progress
from kiosk.ui.painting import rounded_box
from kiosk.ui.theme import Theme

THICKNESS_MM = 1.8


class ProgressBar(QWidget):
    """The share of questions reached. The words beside it say the same, so it has no name."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._progress = Progress(0, 1)

    def set_theme(self, theme: Theme) -> None:
        """Take over another text size or panel."""
        self._theme = theme
        self.update()

    def show_progress(self, progress: Progress) -> None:
        """Fill up to `progress`."""
        self._progress = progress
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rest, and on it the part reached."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = self._theme.colours
        area = QRectF(self.rect())
        radius = area.height() / 2
        share = min(1.0, self._progress.number / max(1, self._progress.total))
        rounded_box(painter, area, radius, colours.rest)
        area.setWidth(max(area.height(), area.width() * share))
        rounded_box(painter, area, radius, colours.accent)
