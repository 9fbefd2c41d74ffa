"""Whole seconds left, told as they pass."""

from collections.abc import Callable
from math import ceil

from PySide6.QtCore import QObject, QTimer, Signal

TICK_MS = 200


class Countdown(QObject):
    """Counts a number of seconds down on `clock` (seconds that only grow).

    `timer` only prompts :meth:`look`; what is left comes from the clock, so that a busy or
    sleeping machine does not stretch it.
    """

    changed = Signal(int)  # whole seconds left
    over = Signal()

    def __init__(self, clock: Callable[[], float], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._end: float | None = None
        self._told: int | None = None
        self.timer = QTimer(self)
        self.timer.setInterval(TICK_MS)
        self.timer.timeout.connect(self.look)

    @property
    def left(self) -> int:
        """Whole seconds left, rounded up; 0 when it does not run."""
        return 0 if self._end is None else max(0, ceil(self._end - self._clock()))

    def start(self, seconds: float) -> None:
        """Count down from `seconds`, anew if it was running."""
        self._end = self._clock() + seconds
        self._told = None
        self.timer.start()
        self.look()

    def stop(self) -> None:
        """Forget it; nothing more is told."""
        self._end = None
        self.timer.stop()

    def look(self) -> None:
        """Look at the clock and tell what changed."""
        if self._end is None:
            return
        left = self.left
        if left != self._told:
            self._told = left
            self.changed.emit(left)
        if left == 0 and self._end is not None:
            self.stop()
            self.over.emit()
