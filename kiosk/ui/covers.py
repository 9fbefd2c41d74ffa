"""Further screens of a terminal: black, so that nothing of the desktop can be reached on them."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QCloseEvent, QGuiApplication, QPalette, QScreen
from PySide6.QtWidgets import QWidget


class _Cover(QWidget):
    """Fills one screen and cannot be closed from outside."""

    def __init__(self, screen: QScreen) -> None:
        super().__init__(None, Qt.WindowType.FramelessWindowHint | Qt.WindowType.Tool)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Window, Qt.GlobalColor.black)
        self.setPalette(palette)
        self.setAutoFillBackground(True)
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.showFullScreen()

    def closeEvent(self, event: QCloseEvent) -> None:
        """A kiosk is not closed from outside."""
        event.ignore()


class Covers(QObject):
    """A cover on every screen but the window's, also on one that is plugged in later."""

    def __init__(self, application: QGuiApplication, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._covers: dict[str, _Cover] = {}
        application.screenAdded.connect(self.cover)
        application.screenRemoved.connect(self.uncover)
        for screen in application.screens():
            self.cover(screen)

    @property
    def covered(self) -> tuple[str, ...]:
        """The names of the screens that are black."""
        return tuple(self._covers)

    def cover(self, screen: QScreen) -> None:
        """Make a screen black, unless the window is on it."""
        if screen is not self._window.screen() and screen.name() not in self._covers:
            self._covers[screen.name()] = _Cover(screen)

    def uncover(self, screen: QScreen) -> None:
        """A screen is gone."""
        self._end(self._covers.pop(screen.name(), None))

    def close(self) -> None:
        """Give every screen back."""
        while self._covers:
            self._end(self._covers.popitem()[1])

    def _end(self, cover: _Cover | None) -> None:
        if cover is not None:
            cover.hide()
            cover.deleteLater()
