"""Knowing when something is on the glass: Qt has been asked to paint and has painted."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

_PATIENCE = 5.0
"""Seconds after which a page that was not painted counts as a failure of the measurement."""


class FirstPaint(QObject):
    """Calls `done` once, when `widget` has been painted for the first time from now on."""

    def __init__(self, widget: QWidget, done: Callable[[], None]) -> None:
        super().__init__(widget)
        self._widget = widget
        self._done = done
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """A timer of 0 ms fires after all widgets are painted and flushed: one call in Qt."""
        if watched is self._widget and event.type() is QEvent.Type.Paint:
            self._widget.removeEventFilter(self)
            QTimer.singleShot(0, self._done)
        return False


class Painting(QObject):
    """Runs the event loop until a change of `window` has been painted."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._updates = 0
        window.installEventFilter(self)

    def milliseconds(self, change: Callable[[], None]) -> float:
        """From before `change` until its update of the window was painted, flushed and taken.

        Taken: where the platform can be asked (X11), the display server has answered, so that its
        share of one page never runs into the next. Raises TimeoutError when nothing was painted.
        """
        updates = self._updates
        before = time.perf_counter_ns()
        change()
        QGuiApplication.sync()
        after = time.perf_counter_ns()
        # Platforms that paint in step with the display need another turn.
        while self._updates == updates:
            if after - before > _PATIENCE * 1e9:
                raise TimeoutError("the window was not painted")
            QGuiApplication.sync()
            after = time.perf_counter_ns()
        return (after - before) / 1e6

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Only the window's own events pass here, so that measuring costs next to nothing."""
        if watched is self._window and event.type() is QEvent.Type.UpdateRequest:
            self._updates += 1
        return False
