"""Sichtschutz: somebody else helps now and does not see what was answered before."""

from PySide6.QtWidgets import QWidget

from kiosk.journey.intents import Resume
from kiosk.journey.stages import Privacy, Review, Stage
from kiosk.ui.terminal.message_screen import MessageScreen
from kiosk.ui.theme import Theme
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.sign import Mark
from kiosk.ui.widgets.tap_guard import TapGuard


class PrivacyScreen(MessageScreen):
    """Says that the answers are hidden, or that only the person alone may change one of them."""

    def __init__(self, theme: Theme, guard: TapGuard, parent: QWidget | None = None) -> None:
        super().__init__(theme, guard, Mark.NOTICE, parent)
        self._wanted = self._reviewing = False
        self.alone = Button(theme, guard, parent=self.message)
        self.alone.setObjectName("alone")
        self.message.add_button(self.alone)
        self.alone.clicked.connect(self.on_alone)
        self.bottom.offer(back=False)
        self.begins = self.bottom.on  # a key too many must not show the answers again
        self.order_focus(self.alone)
        self.retranslate()

    def show_stage(self, stage: Stage) -> None:
        """Say it."""
        assert isinstance(stage, Privacy)
        self._wanted, self._reviewing = stage.wanted, isinstance(stage.behind, Review)
        self.guard.page_changed()
        self.retranslate()
        self.lay_out()

    def retranslate(self) -> None:
        """Set every text."""
        super().retranslate()
        self.alone.setText(self.tr("Ich mache allein weiter"))
        if self._wanted and self._reviewing:
            self.bottom.name(on=self.tr("Zur Übersicht"))
        else:
            self.bottom.name()
        if self._wanted:
            self.message.show_words(
                self.tr("Diese Antworten sehen nur Sie."),
                (self.tr("Wer hilft, soll dann bitte wegschauen."),),
            )
            return
        self.message.show_words(
            self.tr("Wer hilft, soll frühere Antworten nicht sehen."),
            (
                self.tr("Ihre Antworten bis hier sind jetzt verborgen."),
                self.tr("Machen Sie wieder allein weiter? Dann sehen Sie alles."),
            ),
        )

    def on_forward(self) -> None:
        """ "Weiter", or back to the review."""
        self.intent.emit(Resume())
