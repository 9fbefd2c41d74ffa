"""A finger on the measured window: touches as a display sends them, timed until painted."""

from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from kiosk.benchmarks.painted import Painting


class Seconds:
    """A clock that passes between two touches only, so that none counts as a double strike."""

    def __init__(self) -> None:
        self._now = 1000.0

    def __call__(self) -> float:
        return self._now

    def pass_(self) -> None:
        """More than any pause there is after a touch."""
        self._now += 2.0


class Finger:
    """Touches widgets of `window` in their middle."""

    def __init__(self, window: QWidget, seconds: Seconds) -> None:
        self._window = window
        self._seconds = seconds
        self._painting = Painting(window)
        self._device = QTest.createTouchDevice()
        self._place = QPoint()

    def down(self, widget: QWidget) -> float:
        """Milliseconds from touching `widget` until that is painted."""
        self._seconds.pass_()
        self._place = widget.mapTo(self._window, widget.rect().center())
        return self._painting.milliseconds(self._press)

    def up(self) -> float:
        """Milliseconds from letting go until what comes of it is done and painted."""
        return self._painting.milliseconds(self._release)

    def tap(self, widget: QWidget) -> tuple[float, float]:
        """Both."""
        return self.down(widget), self.up()

    def _press(self) -> None:
        QTest.touchEvent(self._window, self._device).press(0, self._place, self._window).commit()

    def _release(self) -> None:
        QTest.touchEvent(self._window, self._device).release(0, self._place, self._window).commit()
