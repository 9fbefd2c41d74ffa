"""One line of the review: question, answer, "Ändern"."""

from PySide6.QtCore import QRect, QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.journey.stages import ReviewLine
from kiosk.ui.stack import stack, stack_height
from kiosk.ui.theme import Theme
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.choice import first_upper
from kiosk.ui.widgets.tap_guard import TapGuard
from kiosk.ui.widgets.text import Role, Text

PADDING_MM = 2.4
WORDS_MM = 1.5
"""Between question and answer."""


class ReviewRow(QWidget):
    """The question quiet, the answer strong, a fine line below; `change` gives the line's ref."""

    change = Signal(str)

    def __init__(self, theme: Theme, guard: TapGuard, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._line = ReviewLine("", "", "")
        self.question = Text(theme, role=Role.HINT, parent=self)
        self.answer = Text(theme, role=Role.STRONG, parent=self)
        self.button = Button(theme, guard, parent=self)
        self.button.clicked.connect(self.on_change)

    @property
    def ref(self) -> str:
        """Which answer it shows."""
        return self._line.ref

    def show_line(self, line: ReviewLine) -> None:
        """Show another line."""
        self._line = line
        self.setObjectName(f"line/{line.ref}")
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text."""
        line = self._line
        answer = first_upper(line.answer) if line.answer else self.tr("nicht beantwortet")
        label = line.label
        if line.hidden:
            label = self.tr("Frühere Antworten")
            one, more = self.tr("Antwort verborgen"), self.tr("{n} Antworten verborgen")
            answer = one if line.hidden == 1 else more.format(n=line.hidden)
        self.question.setText(label)
        self.answer.setText(answer)
        self.button.setText(self.tr("Ändern"))
        self.button.setAccessibleName(self.tr("Ändern: {question}").format(question=label))
        self.button.setAccessibleDescription(answer)

    def set_theme(self, theme: Theme) -> None:
        """Take over another text size or panel."""
        self._theme = theme
        for widget in (self.question, self.answer, self.button):
            widget.set_theme(theme)

    def set_steps(self, steps: int) -> None:
        """Text `steps` offered sizes smaller than the theme's, where the glass is too small."""
        for widget in (self.question, self.answer, self.button):
            widget.set_steps(steps)

    def breaks_word(self, width: int) -> bool:
        """Whether a word is wider than its place in a row of `width` pixels."""
        room = self._words_width(width)
        above = width if self._theme.profile.narrow else room
        return self.question.block(above).broken or self.answer.block(room).broken

    def words(self) -> str:
        """What is read aloud."""
        return f"{self.question.text()} {self.answer.text()}"

    def hasHeightForWidth(self) -> bool:
        """Narrower is taller."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Room for all words and the button, and some air."""
        theme = self._theme
        apart = max(2 * theme.px(PADDING_MM), theme.px(theme.gap_mm))  # from the next "Ändern"
        return self._above(width) + self._row_height(width) + apart

    def place(self, area: QRect) -> None:
        """Take `area`."""
        self.setGeometry(area)
        theme = self._theme
        width, above, row = area.width(), self._above(area.width()), self._row_height(area.width())
        top = (area.height() - above - row) // 2
        self.question.setGeometry(0, top, width, self.question.heightForWidth(width))
        beside = self._beside()
        words = stack_height(beside, self._words_width(width), theme.px(WORDS_MM))
        y = top + above + (row - words) // 2
        stack(beside, QRect(0, y, self._words_width(width), words), theme.px(WORDS_MM))
        wide = self.button.natural_width()
        high = self.button.heightForWidth(wide)
        self.button.setGeometry(width - wide, top + above + (row - high) // 2, wide, high)

    def _beside(self) -> list[Text]:
        """What stands beside the button: on narrow glass the question is above it."""
        return [self.answer] if self._theme.profile.narrow else [self.question, self.answer]

    def _above(self, width: int) -> int:
        """The height of the question above answer and button."""
        if not self._theme.profile.narrow:
            return 0
        return self.question.heightForWidth(width) + self._theme.px(WORDS_MM)

    def _row_height(self, width: int) -> int:
        words = stack_height(self._beside(), self._words_width(width), self._theme.px(WORDS_MM))
        return max(words, self.button.heightForWidth(self.button.natural_width()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The line below."""
        del event
        painter = QPainter(self)
        thick = self._theme.px(0.4)
        area = QRectF(0, self.height() - thick, self.width(), thick)
        painter.fillRect(area, self._theme.colours.rest)

    def on_change(self) -> None:
        """ "Ändern" was tapped."""
        self.change.emit(self._line.ref)

    def _words_width(self, width: int) -> int:
        return width - self.button.natural_width() - self._theme.px(self._theme.wide_gap_mm)
