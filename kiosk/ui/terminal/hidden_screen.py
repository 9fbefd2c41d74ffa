"""Nobody answered: nothing of the interview shows, and staff can bring it back."""

from collections.abc import Callable

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from kiosk.journey.intents import IdleExpired, Resume, ShowPin, StartOver
from kiosk.journey.stages import Hidden, Stage
from kiosk.ui.countdown import Countdown
from kiosk.ui.terminal.message_screen import MessageScreen
from kiosk.ui.theme import Theme
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.sign import Mark
from kiosk.ui.widgets.tap_guard import TapGuard


class HiddenScreen(MessageScreen):
    """What happens to the answers and when, the way on for staff, and one for somebody else.

    `clock` gives seconds that only grow; the time runs on whoever touches the glass.
    """

    def __init__(
        self,
        theme: Theme,
        guard: TapGuard,
        clock: Callable[[], float],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, guard, Mark.QUESTION, parent)
        self._stage = Hidden(0, keeps=False)
        self.countdown = Countdown(clock, self)
        self.over = Button(theme, guard, parent=self.message)
        self.over.setObjectName("over")
        self.message.add_button(self.over)
        self.show_top(False)
        self.over.clicked.connect(self.on_over)
        self.countdown.changed.connect(self.on_second)
        self.countdown.over.connect(self.on_end)
        self.order_focus(self.over)
        self.begins = self.bottom.on
        self.retranslate()

    def show_stage(self, stage: Stage) -> None:
        """Say so, and count."""
        assert isinstance(stage, Hidden)
        if stage.seconds != self._stage.seconds or not self.countdown.left:
            self.countdown.start(stage.seconds)
        self._stage = stage
        self.retranslate()
        self.lay_out()

    def retranslate(self) -> None:
        """Set every text."""
        super().retranslate()
        asked = self._stage.starting_over
        self.over.setText(self.tr("Ja, neu beginnen") if asked else self.tr("Neu beginnen"))
        on = self.tr("Nein, zurück") if asked else self.tr("Weiter mit PIN")
        self.bottom.name(on=on)
        self.bottom.offer(back=False)
        self._show_words()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing counts unseen; the journey knows the time."""
        super().hideEvent(event)
        self.countdown.stop()

    def on_second(self, seconds: int) -> None:
        """Another minute has begun."""
        if seconds % 60 == 0:
            self._show_words()
            self.lay_out()

    def on_end(self) -> None:
        """The time is over."""
        self.intent.emit(IdleExpired())

    def on_forward(self) -> None:
        """Staff bring the interview back; or the question is taken back."""
        self.intent.emit(Resume() if self._stage.starting_over else ShowPin())

    def on_over(self) -> None:
        """Somebody else wants to begin."""
        self.guard.page_changed()
        self.intent.emit(StartOver())

    def _show_words(self) -> None:
        if self._stage.starting_over:
            self.message.show_words(
                self.tr("Möchten Sie neu beginnen?"),
                (
                    self.tr("Die angehaltene Umfrage ist dann zu Ende."),
                    self.tr("Die Antworten darin speichern wir anonym.")
                    if self._stage.keeps
                    else self.tr("Die Antworten darin löschen wir."),
                ),
            )
            return
        minutes = -(-self.countdown.left // 60)
        left = (
            self.tr("Noch {n} Minuten ist das möglich.").format(n=minutes)
            if minutes > 1
            else self.tr("Noch eine Minute ist das möglich.")
        )
        keeps = self.tr("Danach speichern wir die Antworten anonym.")
        deletes = self.tr("Danach löschen wir die Antworten.")
        self.message.show_words(
            self.tr("Diese Umfrage ist angehalten."),
            (
                self.tr("Möchten Sie weitermachen? Rufen Sie bitte jemanden vom Personal."),
                f"{left} {keeps if self._stage.keeps else deletes}",
            ),
        )
