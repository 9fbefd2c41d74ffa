"""Sees every key before the screens do, for keypads, switches and whoever has not begun yet."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.ui.keys import Action, Keys
from kiosk.ui.widgets.button import ACTION_KEYS, WALKS
from kiosk.ui.widgets.text_field import TextField

BEGINS = frozenset({*WALKS, *ACTION_KEYS, Qt.Key.Key_Tab, Qt.Key.Key_Backtab})


class KeyWatch(QObject):
    """Turns keys into actions; what it does not know goes on to where the focus is.

    `act` does an action; `begin` gives the focus to where a page begins. While `writes` is true
    letters and digits are written and not acted on. `touched` is told of every press.
    """

    def __init__(
        self,
        window: QWidget,
        application: QCoreApplication,
        keys: Keys,
        act: Callable[[Action], None],
        begin: Callable[[], None],
        touched: Callable[[], None],
        writes: Callable[[], bool],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._keys = keys
        self._act = act
        self._begin = begin
        self._touched = touched
        self._writes = writes
        self.by_key = False
        """Whether the last sign of life was a key."""
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hold back what was acted on, and every key that repeats."""
        if event.type() is QEvent.Type.MouseButtonPress and isinstance(watched, QWidget):
            self.by_key = False
            self._touched()
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if not isinstance(watched, QWidget) or watched.window() is not self._window:
            return False
        self.by_key = True
        key = Qt.Key(event.key())
        action = self._keys.get(key)
        writing = bool(event.text()) and (
            self._writes() or isinstance(QApplication.focusWidget(), TextField)
        )
        if action is not None and not writing:
            if not event.isAutoRepeat():
                self._act(action)
            return True
        if key in BEGINS and not self._has_focus():
            if not event.isAutoRepeat():
                self._begin()
            return True
        return False

    def _has_focus(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and focused.isVisible() and focused is not self._window
