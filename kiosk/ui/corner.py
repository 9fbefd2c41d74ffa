"""The way in for staff: hold the upper left corner."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.theme import Theme

SIDE_MM = 20.0
HOLD_MS = 3000


class CornerHold(QWidget):
    """An invisible square over the upper left corner of its parent, where no control ever is.

    `held` after the finger (or mouse button) has stayed inside for three seconds; a shorter tap, or
    one that slides out, does nothing. It has no name and takes no focus: it is not for respondents.
    `timer` may be given another interval.
    """

    held = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setInterval(HOLD_MS)
        self.timer.timeout.connect(self.held)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take over another panel."""
        side = theme.px(SIDE_MM)
        self.setGeometry(0, 0, side, side)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to count. A touch arrives here too: Qt turns what nobody takes into a press."""
        event.accept()
        self.timer.start()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Outside is over."""
        event.accept()
        if not self.rect().contains(event.position().toPoint()):
            self.timer.stop()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Too short."""
        event.accept()
        self.timer.stop()

    def hideEvent(self, event: QHideEvent) -> None:
        """Out of sight, out of mind."""
        super().hideEvent(event)
        self.timer.stop()
