"""A hand at the real window: finds what it touches by role and visible name, as a person does."""

from collections.abc import Callable

from PySide6.QtCore import QPoint
from PySide6.QtGui import QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from kiosk.journey import stages
from kiosk.ui.window import Window


class Clock:
    """Seconds that pass only when told to."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now

    def pass_(self, seconds: float) -> None:
        self.now += seconds


class Hand:
    """Touches the window. Between two touches a second passes, so no tap is held back."""

    def __init__(self, window: Window, device: QPointingDevice, clock: Clock) -> None:
        self.window = window
        self.device = device
        self._clock = clock

    def buttons(self) -> list[QAbstractButton]:
        """Everything that can be pressed on the screen there is."""
        return [
            each
            for each in self.window.current.findChildren(QAbstractButton)
            if each.isVisibleTo(self.window) and each.isEnabled()
        ]

    def find(self, fits: Callable[[QAbstractButton], bool], what: str) -> QAbstractButton:
        """The one button that fits."""
        found = [each for each in self.buttons() if fits(each)]
        assert len(found) == 1, f"{what}: {len(found)} of {[b.text() for b in self.buttons()]}"
        return found[0]

    def sees(self, text: str) -> bool:
        """Whether a button with these words is on the glass."""
        return any(each.text() == text for each in self.buttons())

    def tap(self, text: str) -> None:
        """Touch the button with these words."""
        self.touch(self.find(lambda each: each.text() == text, text))

    def tap_named(self, name: str) -> None:
        """Touch the button that has this object name."""
        self.touch(self.find(lambda each: each.objectName() == name, name))

    def touch(self, widget: QWidget) -> None:
        """Put a finger on the middle of a widget and lift it."""
        self._clock.pass_(1.0)
        middle = widget.mapTo(self.window, QPoint(widget.width() // 2, widget.height() // 2))
        assert self.window.rect().contains(middle), "off the glass"
        QTest.touchEvent(self.window, self.device).press(0, middle, self.window).commit()
        QTest.touchEvent(self.window, self.device).release(0, middle, self.window).commit()
        QApplication.processEvents()

    def press_at(self, place: QPoint) -> None:
        """Touch a place of the window."""
        self.slide(place, place)

    def slide(self, start: QPoint, end: QPoint) -> None:
        """Put a finger down at `start` and lift it at `end`."""
        self._clock.pass_(1.0)
        window = self.window
        QTest.touchEvent(window, self.device).press(0, start, window).commit()
        if end != start:
            QTest.touchEvent(window, self.device).move(0, end, window).commit()
        QTest.touchEvent(window, self.device).release(0, end, window).commit()
        QApplication.processEvents()

    @property
    def stage(self) -> stages.Stage:
        """What is on the glass."""
        return self.window.stage
