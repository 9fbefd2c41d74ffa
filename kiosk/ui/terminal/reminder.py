""" "Sie haben nichts ausgewählt.": said once, calmly, with both ways open."""

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QWidget

from kiosk.forms.view import Kind
from kiosk.ui.theme import Theme
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.tap_guard import TapGuard
from kiosk.ui.widgets.text import Role, Text


class Reminder(QWidget):
    """Stands where the answers were: a sentence, "Antwort wählen", "Ohne Antwort weiter"."""

    chosen_to_answer = Signal()
    chosen_to_go_on = Signal()

    def __init__(self, theme: Theme, guard: TapGuard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._kind = Kind.SELECT_ONE
        self.words = Text(theme, role=Role.BODY, parent=self)
        self.answer = Button(theme, guard, parent=self)
        self.go_on = Button(theme, guard, parent=self)
        self.answer.setObjectName("answer")
        self.go_on.setObjectName("go on")
        self.answer.clicked.connect(self.chosen_to_answer)
        self.go_on.clicked.connect(self.chosen_to_go_on)
        self.retranslate()

    def show_kind(self, kind: Kind) -> None:
        """Speak of choosing, writing, a number, a date or reading."""
        self._kind = kind
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text."""
        match self._kind:
            case Kind.TEXT:
                self.words.setText(self.tr("Sie haben nichts geschrieben."))
                self.answer.setText(self.tr("Etwas schreiben"))
            case Kind.INTEGER | Kind.DECIMAL | Kind.RANGE:
                self.words.setText(self.tr("Sie haben keine Zahl gewählt."))
                self.answer.setText(self.tr("Zahl wählen"))
            case Kind.DATE:
                self.words.setText(self.tr("Sie haben kein Datum gewählt."))
                self.answer.setText(self.tr("Datum wählen"))
            case Kind.TIME:
                self.words.setText(self.tr("Sie haben keine Uhrzeit gewählt."))
                self.answer.setText(self.tr("Uhrzeit wählen"))
            case Kind.DATETIME:
                self.words.setText(self.tr("Sie haben Tag und Uhrzeit nicht gewählt."))
                self.answer.setText(self.tr("Beides wählen"))
            case Kind.ACKNOWLEDGE:
                self.words.setText(self.tr("Sie haben „Ich habe das gelesen“ nicht angetippt."))
                self.answer.setText(self.tr("Zurück zum Text"))
            case _:
                self.words.setText(self.tr("Sie haben nichts ausgewählt."))
                self.answer.setText(self.tr("Antwort wählen"))
        self.go_on.setText(self.tr("Ohne Antwort weiter"))

    def set_theme(self, theme: Theme) -> None:
        """Take over another text size or panel."""
        self._theme = theme
        for widget in (self.words, self.answer, self.go_on):
            widget.set_theme(theme)

    def lay_out(self, area: QRect, portrait: bool) -> None:
        """The sentence, then the buttons: side by side where wide, or too low for two rows."""
        self.setGeometry(area)
        theme = self._theme
        gap, wide = theme.px(theme.gap_mm), theme.px(theme.wide_gap_mm)
        width = area.width()
        attempts = [(steps, portrait) for steps in (0, -1, -2)] + [(-2, False)]
        for steps, stacked in attempts:
            for widget in (self.words, self.answer, self.go_on):
                widget.set_steps(steps)
            y = self.words.heightForWidth(width)
            self.words.setGeometry(0, 0, width, y)
            y += gap if theme.profile.narrow else theme.px(5.0)
            own = width if stacked else (width - wide) // 2
            tall = max(button.heightForWidth(own) for button in (self.answer, self.go_on))
            self.answer.setGeometry(0, y, own, tall)
            if stacked:
                y += tall + gap
                self.go_on.setGeometry(0, y, own, tall)
            else:
                self.go_on.setGeometry(own + wide, y, own, tall)
            if y + tall <= area.height():
                break
