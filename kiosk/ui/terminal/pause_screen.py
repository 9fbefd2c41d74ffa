"""A break in the long form: go on, rest, or hand in what there is."""

from PySide6.QtWidgets import QWidget

from kiosk.journey.intents import Forward, Rest, Resume, StopHere
from kiosk.journey.stages import Pause, Stage
from kiosk.ui.terminal.message_screen import MessageScreen
from kiosk.ui.theme import Theme
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.sign import Mark
from kiosk.ui.widgets.tap_guard import TapGuard


class PauseScreen(MessageScreen):
    """Shows no answer and no running time."""

    def __init__(self, theme: Theme, guard: TapGuard, parent: QWidget | None = None) -> None:
        super().__init__(theme, guard, Mark.PAUSE, parent)
        self._stage = Pause(may_stop=False)
        self.rest = Button(theme, guard, parent=self.message)
        self.stop = Button(theme, guard, parent=self.message)
        for name in ("rest", "stop"):
            getattr(self, name).setObjectName(name)
        self.message.add_button(self.rest)
        self.message.add_button(self.stop)
        self.rest.clicked.connect(self.on_rest)
        self.stop.clicked.connect(self.on_stop)
        self.order_focus(self.rest, self.stop)
        self.begins = self.bottom.on
        self.retranslate()

    def show_stage(self, stage: Stage) -> None:
        """Offer the break, the rest, or ask once more."""
        assert isinstance(stage, Pause)
        if stage != self._stage:
            self.guard.page_changed()
        self._stage = stage
        self.retranslate()
        self.lay_out()

    def retranslate(self) -> None:
        """Set every text."""
        super().retranslate()
        stage = self._stage
        self.rest.setVisible(not stage.resting and not stage.stopping)
        self.stop.setVisible(stage.may_stop and (stage.stopping or not stage.resting))
        self.rest.setText(self.tr("Kurz ausruhen"))
        self.bottom.offer(back=not stage.stopping)
        if stage.stopping:
            self.stop.setText(self.tr("Ja, hier aufhören"))
            self.bottom.name(on=self.tr("Weiter ausfüllen"))
            self.message.show_words(
                self.tr("Möchten Sie hier aufhören?"),
                (self.tr("Wir speichern Ihre bisherigen Antworten anonym."),),
            )
            return
        self.stop.setText(self.tr("Hier aufhören und abgeben"))
        self.bottom.name()
        if stage.resting:
            self.message.show_words(
                self.tr("Ruhen Sie sich aus."),
                (
                    self.tr("Ihre Antworten sind nicht zu sehen."),
                    self.tr("Tippen Sie auf „Weiter“, wenn Sie so weit sind."),
                ),
            )
        else:
            self.message.show_words(
                self.tr("Mehr als die Hälfte ist geschafft."),
                (self.tr("Möchten Sie eine Pause machen?"),),
            )

    def on_forward(self) -> None:
        """ "Weiter", or back from the question whether to stop."""
        self.intent.emit(Resume() if self._stage.stopping else Forward())

    def on_rest(self) -> None:
        """ "Kurz ausruhen"."""
        self.intent.emit(Rest())

    def on_stop(self) -> None:
        """ "Hier aufhören und abgeben", and the same once more."""
        self.intent.emit(StopHere())
