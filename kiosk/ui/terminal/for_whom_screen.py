"""Whom do you answer for, short or long?"""

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from kiosk.journey.intents import Answer, Forward
from kiosk.journey.stages import ForWhom, Stage
from kiosk.ui.terminal.screen import Screen, Segment
from kiosk.ui.theme import Theme
from kiosk.ui.widgets.decision import Decision
from kiosk.ui.widgets.tap_guard import TapGuard


class ForWhomScreen(Screen):
    """S5: one row for each; "Weiter" needs one."""

    def __init__(self, theme: Theme, guard: TapGuard, parent: QWidget | None = None) -> None:
        super().__init__(theme, guard, parent)
        self.decision = Decision(theme, guard, self.body)
        self.decision.picked.connect(self.on_picked)
        self.decision.turned.connect(self._on_turned)
        self._chosen = False
        self._reminded = False
        self.top.offer(discard=False)

    def show_stage(self, stage: Stage) -> None:
        """Show the question."""
        assert isinstance(stage, ForWhom)
        self._chosen = bool(stage.question.value)
        self._reminded = self._reminded and not self._chosen
        self.decision.show_question(stage.question)
        self.retranslate()
        self.lay_out()

    def retranslate(self) -> None:
        """Set every text."""
        super().retranslate()
        self.decision.remind(self._reminded)

    def set_theme(self, theme: Theme) -> None:
        """Take over another text size or panel."""
        self.decision.set_theme(theme)
        super().set_theme(theme)

    def lay_out_body(self, area: QRect) -> None:
        """Rows down the body."""
        self.decision.lay_out(area, beside=False)
        self.order_focus(*self.decision.focus())

    def spoken(self) -> list[Segment]:
        """The question and its answers."""
        return self.decision.spoken()

    def mark(self, segment: str | None) -> None:
        """Stand beside what is being read."""
        self.decision.mark(segment)

    def reset(self) -> None:
        """Nobody was reminded."""
        super().reset()
        self.decision.clear()
        self._reminded = False

    def on_picked(self, value: str) -> None:
        """A row was tapped."""
        self._chosen = True
        self._reminded = False
        self.retranslate()
        self.intent.emit(Answer(value))

    def on_forward(self) -> None:
        """ "Weiter", once something is chosen; before that the rows nobody has seen."""
        if self._chosen:
            self.intent.emit(Forward())
        elif self.decision.turn_on():
            self.page_turned.emit()
        else:
            self._remind(True)
            self.words_changed.emit()

    def on_back(self) -> None:
        """ "Zurück": the page before first."""
        if self.decision.turn_back():
            self.page_turned.emit()
        else:
            super().on_back()

    def _remind(self, on: bool) -> None:
        self._reminded = on
        self.retranslate()
        self.lay_out()

    def _on_turned(self) -> None:
        self._remind(False)
