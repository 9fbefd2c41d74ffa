"""The dark glass of somebody who listens: nothing to see, and one way to switch it on by touch."""

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.theme import Theme
from kiosk.ui.widgets.button import Look
from kiosk.ui.widgets.grand_button import GrandButton
from kiosk.ui.widgets.tap_guard import TapGuard
from kiosk.ui.widgets.walking import STOPS

BUTTON_MM = (11.0, 9.0, 8.0, 7.0, 6.0, 5.2)


class Curtain(QWidget):
    """Covers the window and takes every touch. The first touch shows a button, and `touched` says
    so; the button switches the glass on (`lifted`), a touch beside it makes it dark again.

    Keys reach the screen behind: the curtain never has the focus.
    """

    touched = Signal()
    lifted = Signal()

    def __init__(self, theme: Theme, guard: TapGuard, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._guard = guard
        self.button = GrandButton(theme, guard, BUTTON_MM[0], parent=self)
        self.button.setObjectName("lift")
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.button.setProperty(STOPS, False)
        self.button.set_look(Look.SECONDARY)  # bright on the dark
        self.button.clicked.connect(self.lifted)
        self.button.hide()
        self.hide()
        self._say()

    def set_theme(self, theme: Theme) -> None:
        """Take over another text size or panel."""
        self._theme = theme
        self.button.set_theme(theme)

    def draw(self, drawn: bool) -> None:
        """Make the glass dark, or show what is behind."""
        if drawn and self.isHidden():
            self.button.hide()
            self.lay_out()
        self.setVisible(drawn)
        if drawn:
            self.raise_()

    def lay_out(self) -> None:
        """Cover the window."""
        parent = self.parentWidget()
        assert parent is not None
        self.setGeometry(parent.rect())
        theme = self._theme
        width = self.width() - 4 * theme.px(theme.margin_mm)
        for size in BUTTON_MM:
            self.button.set_capitals(size)
            block = self.button.block(width)
            if not block.broken and len(block.lines) <= 2:
                break
        tall = max(theme.px(44.0), self.button.heightForWidth(width))
        self.button.setGeometry(
            QRect((self.width() - width) // 2, (self.height() - tall) // 2, width, tall)
        )

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._say()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Show the way back, or hide it again."""
        event.accept()
        if event.button() is not Qt.MouseButton.LeftButton or not self._guard.is_open(self):
            return
        self._guard.acted(self)
        self.button.setVisible(self.button.isHidden())
        self.touched.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Black."""
        del event
        QPainter(self).fillRect(self.rect(), QColor("#000000"))

    def _say(self) -> None:
        self.button.setText(self.tr("Bildschirm einschalten"))
