"""What came of it: kept, and whether the study fits this glass."""

from collections.abc import Sequence

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from kiosk.ui.measuring.measure_screen import MeasureScreen
from kiosk.ui.theme import Theme
from kiosk.ui.widgets.message import Message
from kiosk.ui.widgets.sign import Mark
from kiosk.ui.widgets.tap_guard import TapGuard


class OutcomeScreen(MeasureScreen):
    """A headline and a few sentences; "Neu messen" begins again."""

    def __init__(self, theme: Theme, guard: TapGuard, parent: QWidget | None = None) -> None:
        super().__init__(theme, guard, parent)
        self.message = Message(theme, Mark.NOTICE, self.body)
        self.bottom.name(back="Neu messen", on="Fertig")

    def show_outcome(self, headline: str, sentences: Sequence[str], *, done: bool) -> None:
        """Say this; `done`: there is nothing more to wait for."""
        self.message.show_words(headline, tuple(sentences))
        self.bottom.offer(back=done, read=False, on=done)
        self.lay_out()

    def lay_out_body(self, area: QRect) -> None:
        """The message."""
        self.message.lay_out(area)
