"""Something to read and to confirm with one tap."""

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from kiosk.forms.view import QuestionView
from kiosk.ui.inputs.question_input import QuestionInput, steps_for
from kiosk.ui.theme import Theme
from kiosk.ui.widgets.choice import Choice
from kiosk.ui.widgets.heading import Heading
from kiosk.ui.widgets.tap_guard import TapGuard

OK = "OK"
"""The value of a confirmed ACKNOWLEDGE, as ODK writes it."""


class AcknowledgeInput(QuestionInput):
    """The words, and under them one row to tick; another tap takes the tick away."""

    def __init__(self, theme: Theme, guard: TapGuard, parent: QWidget | None = None) -> None:
        super().__init__(theme, guard, parent)
        self.tick = Choice(theme, guard, parent=self)
        self.tick.setObjectName("acknowledge")
        self.tick.clicked.connect(self._on_tick)
        self.retranslate()

    def show_question(self, view: QuestionView) -> None:
        """Show `view`."""
        self.view = view
        self.tick.set_chosen(view.value == OK)

    def set_theme(self, theme: Theme) -> None:
        """Take over another text size or panel."""
        super().set_theme(theme)
        self.tick.set_theme(theme)

    def retranslate(self) -> None:
        """Set every text of our own again."""
        self.tick.show_choice(OK, self.tr("Ich habe das gelesen."), single=False)

    def segments(self) -> list[tuple[str, str]]:
        """The row, and whether it is ticked."""
        words = self.tick.text()
        if self.tick.isChecked():
            words += " " + self.tr("Ausgewählt.")
        return [(OK, words)]

    def mark(self, segment: str | None) -> None:
        """Highlight the row being read."""
        self.tick.set_spoken(segment == OK)

    def arrange(self, area: QRect, heading: Heading, portrait: bool) -> None:
        """The largest offered size at which words and row fit; the row right under the words."""
        del portrait
        gap = self.theme.px(self.theme.wide_gap_mm)
        for question, answer in steps_for(self.theme):
            self.tick.set_steps(answer)
            height = heading.height_at(area.width(), question)
            tall = self.tick.heightForWidth(area.width())
            if height + gap + tall <= area.height():
                break
        heading.place(QRect(area.x(), area.y(), area.width(), height), question)
        self.tick.setGeometry(area.x(), area.y() + height + gap, area.width(), tall)

    def _on_tick(self) -> None:
        if self.view is not None:
            self.changed.emit("" if self.view.value == OK else OK)
