"""What the pages of measuring share: no upper strip, nothing to read aloud, German for staff."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kiosk.journey.stages import Stage
from kiosk.ui.terminal.screen import Screen
from kiosk.ui.theme import Theme
from kiosk.ui.widgets.tap_guard import TapGuard


class MeasureScreen(Screen):
    """`onward` and `backward` say which button of the lower strip was tapped."""

    onward = Signal()
    backward = Signal()

    def __init__(self, theme: Theme, guard: TapGuard, parent: QWidget | None = None) -> None:
        super().__init__(theme, guard, parent)
        self.show_top(False)
        self.bottom.offer(read=False)

    def show_stage(self, stage: Stage) -> None:
        """Measuring has no stages."""
        del stage

    def on_forward(self) -> None:
        """ "Weiter"."""
        self.guard.page_changed()
        self.onward.emit()

    def on_back(self) -> None:
        """ "Zurück"."""
        self.guard.page_changed()
        self.backward.emit()
