"""Nobody has opened the day, or staff make a break."""

from PySide6.QtWidgets import QWidget

from kiosk.journey.intents import HoldCorner
from kiosk.journey.stages import Closed, Stage
from kiosk.ui.terminal.message_screen import MessageScreen
from kiosk.ui.theme import Theme
from kiosk.ui.widgets.sign import Mark
from kiosk.ui.widgets.tap_guard import TapGuard


class ClosedScreen(MessageScreen):
    """A friendly word to whoever comes by, and the way in for staff."""

    def __init__(self, theme: Theme, guard: TapGuard, parent: QWidget | None = None) -> None:
        super().__init__(theme, guard, Mark.PAUSE, parent)
        self._stage = Closed()
        self.show_top(False)
        self.bottom.offer(back=False)
        self.begins = self.bottom.on
        self.retranslate()

    def show_stage(self, stage: Stage) -> None:
        """Say whether it is a break."""
        assert isinstance(stage, Closed)
        self._stage = stage
        self.retranslate()
        self.lay_out()

    def retranslate(self) -> None:
        """Set every text."""
        super().retranslate()
        self.bottom.name(on=self.tr("Für Mitarbeitende"))
        if self._stage.paused:
            self.message.show_words(
                self.tr("Wir machen gerade eine Pause."), (self.tr("Es geht bald weiter."),)
            )
        else:
            self.message.show_words(
                self.tr("Die Umfrage ist gerade geschlossen."),
                (self.tr("Möchten Sie teilnehmen? Bitte sprechen Sie uns an."),),
            )

    def on_forward(self) -> None:
        """ "Für Mitarbeitende"."""
        self.intent.emit(HoldCorner())
