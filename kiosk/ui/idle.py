"""Notices that nobody has touched anything for a while."""

from collections.abc import Callable
from enum import Enum

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent

IDLE_SECONDS = 300.0
ALERT_SECONDS = 45.0
"""accessibility.md §4: VVSG asks for 2 to 5 minutes before the alert and 20 to 45 seconds of it."""

INPUT = frozenset(
    {
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonDblClick,  # Qt's word for every second press of a quick hand
        QEvent.Type.TouchBegin,
        QEvent.Type.KeyPress,
        QEvent.Type.TabletPress,
        QEvent.Type.Wheel,
    }
)


class _State(Enum):
    OFF = "off"
    WATCHING = "watching"
    ALERT = "alert"


class IdleWatch(QObject):
    """`idle` after so many seconds without input, `expired` after so many more.

    Input is what a person does: touch, mouse button, key. Focus, painting and events the program
    makes itself never count. `clock` gives seconds that only grow.
    """

    idle = Signal()
    expired = Signal()

    def __init__(
        self,
        application: QCoreApplication,
        clock: Callable[[], float],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._application = application
        self._clock = clock
        self._state = _State.OFF
        self._idle_seconds = IDLE_SECONDS
        self._alert_seconds = ALERT_SECONDS
        self._since = 0.0
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setTimerType(Qt.TimerType.PreciseTimer)
        self.timer.timeout.connect(self.look)

    @property
    def running(self) -> bool:
        """Whether it watches."""
        return self._state is not _State.OFF

    def start(
        self, idle_seconds: float = IDLE_SECONDS, alert_seconds: float = ALERT_SECONDS
    ) -> None:
        """Watch from now. `alert_seconds` 0: `expired` follows `idle` at once."""
        self._idle_seconds, self._alert_seconds = idle_seconds, alert_seconds
        if not self.running:
            self._application.installEventFilter(self)
        self.touched()

    def stop(self) -> None:
        """Watch no longer."""
        self._state = _State.OFF
        self.timer.stop()
        self._application.removeEventFilter(self)

    def touched(self) -> None:
        """Someone is there: begin anew. Also for what is no input, as reading aloud."""
        self._state = _State.WATCHING
        self._since = self._clock()
        self._wait()

    def look(self) -> None:
        """Look at the clock and tell what is due."""
        if self._state is _State.OFF:
            return
        if self._left() > 0:
            self._wait()
        elif self._state is _State.WATCHING:
            self._state = _State.ALERT
            self._since = self._clock()
            self.idle.emit()
            if self._state is _State.ALERT:
                self.look()
        else:
            self.stop()
            self.expired.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See everything, hold back nothing."""
        del watched
        held = isinstance(event, QKeyEvent) and event.isAutoRepeat()  # a bag on a key is nobody
        if event.type() in INPUT and event.spontaneous() and not held:
            # The timer runs on and finds out when it looks: touches stay cheap.
            if self._state is _State.ALERT:
                self.touched()
            self._since = self._clock()
        return False

    def _left(self) -> float:
        alert = self._state is _State.ALERT
        patience = self._alert_seconds if alert else self._idle_seconds
        return self._since + patience - self._clock()

    def _wait(self) -> None:
        self.timer.start(max(1, -int(-self._left() * 1000 // 1)))
