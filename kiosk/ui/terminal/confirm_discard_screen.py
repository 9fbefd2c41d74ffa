"""Really discard everything?"""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from kiosk.journey.intents import ConfirmedDiscard, Resume
from kiosk.journey.stages import ConfirmDiscard, Stage
from kiosk.ui.terminal.message_screen import MessageScreen
from kiosk.ui.theme import Theme
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.sign import Mark
from kiosk.ui.widgets.tap_guard import TapGuard


class ConfirmDiscardScreen(MessageScreen):
    """ "Weiter ausfüllen" in the place of "Weiter", focused; discarding is the other button."""

    def __init__(self, theme: Theme, guard: TapGuard, parent: QWidget | None = None) -> None:
        super().__init__(theme, guard, Mark.QUESTION, parent)
        self.yes = Button(theme, guard, parent=self.message)
        self.yes.setObjectName("yes")
        self.message.add_button(self.yes)
        self.yes.clicked.connect(self.on_yes)
        self.top.offer(discard=False, help_=False, display=False)
        self.bottom.offer(back=False)
        self.order_focus(self.yes)
        self.begins = self.bottom.on
        self.retranslate()

    def show_stage(self, stage: Stage) -> None:
        """Ask."""
        assert isinstance(stage, ConfirmDiscard)
        self.lay_out()
        self.bottom.on.setFocus()

    def retranslate(self) -> None:
        """Set every text."""
        super().retranslate()
        self.message.show_words(
            self.tr("Möchten Sie alle Ihre Antworten verwerfen?"),
            (self.tr("Wir löschen sie dann. Das können wir nicht rückgängig machen."),),
        )
        self.yes.setText(self.tr("Ja, alles verwerfen"))
        self.bottom.name(on=self.tr("Weiter ausfüllen"))

    def showEvent(self, event: QShowEvent) -> None:
        """The harmless answer has the focus."""
        super().showEvent(event)
        self.bottom.on.setFocus()

    def on_forward(self) -> None:
        """ "Weiter ausfüllen"."""
        self.intent.emit(Resume())

    def on_yes(self) -> None:
        """ "Ja, alles verwerfen"."""
        self.intent.emit(ConfirmedDiscard())
