"""Staff open, pause and close the day."""

from PySide6.QtWidgets import QWidget

from kiosk.journey.intents import (
    CloseDay,
    LeaveStaff,
    OpenDay,
    PauseDay,
    Refresh,
    Resume,
    ShowArea,
)
from kiosk.journey.stages import DayDesk, Stage
from kiosk.storage.day import DayState
from kiosk.ui.terminal.message_screen import MessageScreen
from kiosk.ui.theme import Theme
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.sign import Mark
from kiosk.ui.widgets.tap_guard import TapGuard


class DayScreen(MessageScreen):
    """How the day stands, what keeps it closed, and the next step as the large button."""

    def __init__(self, theme: Theme, guard: TapGuard, parent: QWidget | None = None) -> None:
        super().__init__(theme, guard, Mark.NOTICE, parent)
        self._stage = DayDesk("", DayState.CLOSED)
        self.pause = Button(theme, guard, parent=self.message)
        self.close_day = Button(theme, guard, parent=self.message)
        for name in ("pause", "close_day"):
            getattr(self, name).setObjectName(name)
        self.message.add_button(self.pause)
        self.message.add_button(self.close_day)
        self.show_top(False)
        self.bottom.offer(read=False)
        self.pause.clicked.connect(self.on_pause)
        self.close_day.clicked.connect(self.on_close)
        self.order_focus(self.pause, self.close_day)
        self.begins = self.bottom.on
        self.retranslate()

    def show_stage(self, stage: Stage) -> None:
        """Show how the day stands."""
        assert isinstance(stage, DayDesk)
        if stage != self._stage:
            self.guard.page_changed()
        self._stage = stage
        self.retranslate()
        self.lay_out()

    def retranslate(self) -> None:
        """Set every text."""
        super().retranslate()
        stage = self._stage
        state = stage.state
        self.pause.setText(self.tr("Pause machen"))
        self.close_day.setText(self.tr("Für heute schließen"))
        self.pause.setVisible(state is DayState.OPEN and not stage.closing)
        self.close_day.setVisible(state is not DayState.CLOSED and not stage.closing)
        self.message.sign.set_mark(Mark.TROUBLE if stage.problems else Mark.NOTICE)
        if stage.closing:
            self.bottom.name(back=self.tr("Nein, zurück"), on=self.tr("Ja, schließen"))
            self.message.show_words(
                self.tr("Möchten Sie für heute schließen?"),
                (self.tr("Alle Antworten bleiben gespeichert."),),
            )
            return
        back = self.tr("Weitere Aufgaben")
        if stage.problems:
            self.bottom.name(back=back, on=self.tr("Noch einmal prüfen"))
            self.message.show_words(self.tr("Die Umfrage kann noch nicht öffnen."), stage.problems)
            return
        headline, on = {
            DayState.CLOSED: (
                self.tr("Guten Tag, {name}.").format(name=stage.name),
                self.tr("Umfrage öffnen"),
            ),
            DayState.OPEN: (self.tr("Die Umfrage ist geöffnet."), self.tr("Zur Umfrage")),
            DayState.PAUSED: (self.tr("Die Umfrage macht Pause."), self.tr("Umfrage öffnen")),
        }[state]
        self.bottom.name(back=back, on=on)
        said = [stage.notice] if stage.notice else []
        if state is DayState.CLOSED:
            said.append(self.tr("Die Umfrage ist geschlossen."))
        self.message.show_words(headline, (*said, *stage.reminders))

    def on_forward(self) -> None:
        """The next step."""
        stage = self._stage
        if stage.closing:
            self.intent.emit(CloseDay())
        elif stage.problems:
            self.intent.emit(Refresh())
        else:
            self.intent.emit(LeaveStaff() if stage.state is DayState.OPEN else OpenDay())

    def on_back(self) -> None:
        """ "Weitere Aufgaben", or not closing after all."""
        self.intent.emit(Resume() if self._stage.closing else ShowArea())

    def on_pause(self) -> None:
        """ "Pause machen"."""
        self.intent.emit(PauseDay())

    def on_close(self) -> None:
        """ "Für heute schließen"; asked once more."""
        self.intent.emit(CloseDay())
