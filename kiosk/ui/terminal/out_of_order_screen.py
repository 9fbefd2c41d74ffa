"""The terminal cannot go on."""

from PySide6.QtWidgets import QWidget

from kiosk.journey.stages import OutOfOrder, Stage
from kiosk.ui.terminal.message_screen import MessageScreen
from kiosk.ui.terminal.screen import Segment
from kiosk.ui.theme import Theme
from kiosk.ui.widgets.sign import Mark
from kiosk.ui.widgets.tap_guard import TapGuard


class OutOfOrderScreen(MessageScreen):
    """A calm word to the visitor first, then what staff need to know."""

    def __init__(self, theme: Theme, guard: TapGuard, parent: QWidget | None = None) -> None:
        super().__init__(theme, guard, Mark.PAUSE, parent)
        self._stage = OutOfOrder("")
        self.show_top(False)
        self.bottom.offer(back=False, on=False)
        self.retranslate()

    def show_stage(self, stage: Stage) -> None:
        """Say what is wrong."""
        assert isinstance(stage, OutOfOrder)
        self._stage = stage
        self.retranslate()
        self.lay_out()

    def retranslate(self) -> None:
        """Set every text."""
        super().retranslate()
        staff = self.tr("Für Mitarbeitende:")
        text = (f"**{staff}** {self._stage.text}",) if self._stage.text else ()
        self.message.show_words(
            self.tr("Dieses Gerät macht gerade Pause."),
            (
                self.tr("Bitte sagen Sie uns Bescheid. Vielen Dank!"),
                *text,
                *self._stage.detail,
            ),
        )

    def spoken(self) -> list[Segment]:
        """The message."""
        return self.message.spoken()
