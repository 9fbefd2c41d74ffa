"""Really discard everything?"""

from PySide6.QtCore import QRect
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from kiosk.journey.intents import ConfirmedDiscard, Resume
from kiosk.journey.stages import ConfirmDiscard, Stage
from kiosk.ui.terminal.screen import Screen, Segment
from kiosk.ui.theme import Theme
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.message import Message
from kiosk.ui.widgets.sign import Mark
from kiosk.ui.widgets.tap_guard import TapGuard


class ConfirmDiscardScreen(Screen):
    """ "Weiter ausfüllen" in the place of "Weiter", focused; discarding is the other button."""

    def __init__(self, theme: Theme, guard: TapGuard, parent: QWidget | None = None) -> None:
        super().__init__(theme, guard, parent)
        self.message = Message(theme, Mark.QUESTION, self.body)
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

    def set_theme(self, theme: Theme) -> None:
        """Take over another text size or panel."""
        self.message.set_theme(theme)
        super().set_theme(theme)

    def lay_out_body(self, area: QRect) -> None:
        """The message and its button."""
        self.message.lay_out(area)

    def showEvent(self, event: QShowEvent) -> None:
        """The harmless answer has the focus."""
        super().showEvent(event)
        self.bottom.on.setFocus()

    def spoken(self) -> list[Segment]:
        """The question and both answers."""
        return [*self.message.spoken(), ("on", self.bottom.on.text())]

    def mark(self, segment: str | None) -> None:
        """Stand beside what is being read."""
        self.message.mark(segment)

    def on_forward(self) -> None:
        """ "Weiter ausfüllen"."""
        self.intent.emit(Resume())

    def on_yes(self) -> None:
        """ "Ja, alles verwerfen"."""
        self.intent.emit(ConfirmedDiscard())
