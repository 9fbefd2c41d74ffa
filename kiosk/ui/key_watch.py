"""Sees every key before the screens do, for keypads, switches and whoever has not begun yet."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QInputDevice, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.ui.keys import WALKED, Action, Keys
from kiosk.ui.widgets.button import ACTION_KEYS
from kiosk.ui.widgets.text_field import TextField
from kiosk.ui.widgets.walking import ARROWS, Walk, shows_focus, walk

TABS = {Qt.Key.Key_Tab: Walk.ON, Qt.Key.Key_Backtab: Walk.BACK}
BEGINS = frozenset({*ARROWS, *ACTION_KEYS, *TABS})
_SEEN = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonDblClick,
        QEvent.Type.ContextMenu,
    }
)
_CHORD = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
"""No keypad sends these: with one of them a key is somebody's way out, and none of ours."""
SWITCHES = (Action.MOVE, Action.SELECT)


class KeyWatch(QObject):
    """Turns keys into actions; what it does not know goes on to where the focus is.

    `pressed` is told of every key before it acts, and True means that it needs no more; `act` does
    an action; `begin` gives the focus to where a page begins; `writes` says whether such a text is
    written here and not acted on; `touched` is told of every press of a finger, or True of a mouse.
    """

    def __init__(
        self,
        window: QWidget,
        application: QCoreApplication,
        keys: Keys,
        *,
        pressed: Callable[[], bool],
        act: Callable[[Action], None],
        begin: Callable[[], None],
        writes: Callable[[str], bool],
        touched: Callable[[bool], None],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._keys = keys
        self._pressed = pressed
        self._act = act
        self._begin = begin
        self._writes = writes
        self._touched = touched
        self.by_key = False
        """Whether the last sign of life was a key."""
        self.by_switch = False
        """Whether it was one of two switches."""
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hold back what was acted on, and every key that repeats."""
        if event.type() not in _SEEN:
            return False
        if not isinstance(watched, QWidget) or watched.window() is not self._window:
            return False
        if event.type() is QEvent.Type.ContextMenu:
            return True  # Qt's own menus, as a scroll bar's, are for nobody here
        if isinstance(event, QMouseEvent):
            self.by_key = self.by_switch = False
            self._touched(event.pointingDevice().type() is QInputDevice.DeviceType.Mouse)
            return False
        assert isinstance(event, QKeyEvent)
        focused = QApplication.focusWidget()
        if focused is not None and watched is not focused:
            return False  # it has come this way before, and nobody took it
        return event.isAutoRepeat() or self._take(event)

    def _take(self, event: QKeyEvent) -> bool:
        """Whether the key needs no more."""
        self.by_key = True
        chord = bool(event.modifiers() & _CHORD)
        action = None if chord else self._keys.get(event.key())
        if self._pressed():
            return True
        if action is not None and self._is_written(event.text(), action):
            action = None
        self.by_switch = action in SWITCHES
        if action is None:
            return event.key() in BEGINS and self._walk(event)
        if action in WALKED:
            self._press(WALKED[action])
        else:
            self._act(action)
        return True

    def _is_written(self, text: str, action: Action) -> bool:
        """Letters and digits are written where there is a field; but not by who uses switches."""
        if not text.isprintable() or text == "" or (self.by_switch and action in SWITCHES):
            return False
        return isinstance(QApplication.focusWidget(), TextField) or self._writes(text)

    def _walk(self, event: QKeyEvent) -> bool:
        """The first key shows where one is, and Tab walks as the arrows do."""
        focused = QApplication.focusWidget()
        there = focused is not None and focused.isVisible() and focused is not self._window
        where = TABS.get(Qt.Key(event.key()))
        if isinstance(focused, TextField) and there and where is None:
            return False  # whoever touched the field writes on a keyboard
        if not there or focused is None or not shows_focus(self._window):
            self._begin()
        elif where is not None:
            walk(focused, where)
        else:
            return False
        return True

    def _press(self, key: Qt.Key) -> None:
        """Another key in the place of one of the five."""
        event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(QApplication.focusWidget() or self._window, event)
