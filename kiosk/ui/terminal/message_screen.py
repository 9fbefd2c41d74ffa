"""A screen with one thing to say."""

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from kiosk.ui.terminal.screen import Screen, Segment
from kiosk.ui.theme import Theme
from kiosk.ui.widgets.message import Message
from kiosk.ui.widgets.sign import Mark
from kiosk.ui.widgets.tap_guard import TapGuard


class MessageScreen(Screen):
    """The message fills the body and is read out, then the way on."""

    def __init__(
        self, theme: Theme, guard: TapGuard, mark: Mark, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, guard, parent)
        self.message = Message(theme, mark, self.body)

    def set_theme(self, theme: Theme) -> None:
        """Take over another text size or panel."""
        self.message.set_theme(theme)
        super().set_theme(theme)

    def lay_out_body(self, area: QRect) -> None:
        """The message and its buttons."""
        self.message.lay_out(area)

    def spoken(self) -> list[Segment]:
        """The message with its buttons, and the way on."""
        return [*self.message.spoken(), ("on", self.bottom.on.text())]

    def mark(self, segment: str | None) -> None:
        """Stand beside what is being read."""
        self.message.mark(segment)
