"""The question, its hint, and one line that counts or explains."""

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from kiosk.ui.theme import Theme
from kiosk.ui.widgets.text import Role, Text

SPACE_MM = 2.0


class Heading(QWidget):
    """Context, question, problem, hint and status, one below the other; only those with words take
    room.

    The status line keeps room for the longest thing it may have to say, so that answers do not
    move under the finger.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._longest = ""
        self.context = Text(theme, role=Role.HINT, parent=self)
        self.question = Text(theme, role=Role.HEADING, parent=self)
        self.hint = Text(theme, role=Role.HINT, parent=self)
        self.status = Text(theme, role=Role.HINT, parent=self)
        self.problem = Text(theme, role=Role.NOTICE, parent=self)
        self._measure = Text(theme, role=Role.NOTICE, parent=self)
        self._measure.hide()
        self.context.setObjectName("context")
        self.question.setObjectName("question")
        self.status.setObjectName("status")
        self.problem.setObjectName("problem")

    def set_theme(self, theme: Theme) -> None:
        """Take over another text size or panel."""
        self._theme = theme
        for text in (*self._texts(), self._measure):
            text.set_theme(theme)

    def show_texts(self, question: str, hint: str, problem: str, context: str = "") -> None:
        """Show a question, in the author's Markdown, and the plain `context` it belongs to; ""
        leaves a part out."""
        self.context.setText(context)
        self.question.show_markdown(question)
        self.hint.show_markdown(hint)
        self.problem.show_markdown(problem)

    def show_status(self, status: str, longest: str = "", urgent: bool = False) -> None:
        """Show `status`, keeping room for `longest`; `urgent` says it in bold."""
        self._longest = longest
        self.status.setText(status)
        self.status.set_role(Role.NOTICE if urgent else Role.HINT)

    def height_at(self, width: int, steps: int) -> int:
        """Pixels tall at `width` with the question `steps` sizes smaller."""
        self._set_steps(steps)
        heights = [height for _, height in self._heights(width)]
        return sum(heights) + self._theme.px(SPACE_MM) * max(0, len(heights) - 1)

    def lines_at(self, lines: int, steps: int) -> int:
        """Pixels a question of `lines` lines takes."""
        self._set_steps(steps)
        block = self.question.block(100_000)
        return -int(-(block.height + (lines - 1) * block.pitch) // 1)

    def place(self, area: QRect, steps: int) -> None:
        """Stand at the top of `area`."""
        self.setGeometry(area)
        self._set_steps(steps)
        y = 0
        shown = dict(self._heights(area.width()))
        for text in self._texts():
            text.setVisible(text in shown)
            if text in shown:
                text.setGeometry(0, y, area.width(), shown[text])
                y += shown[text] + self._theme.px(SPACE_MM)

    def _heights(self, width: int) -> list[tuple[Text, int]]:
        heights = []
        for text in self._texts():
            height = text.heightForWidth(width)
            if text is self.status and self._longest:
                self._measure.setText(self._longest)
                height = max(height, self._measure.heightForWidth(width))
            if height:
                heights.append((text, height))
        return heights

    def _texts(self) -> tuple[Text, ...]:
        return self.context, self.question, self.problem, self.hint, self.status

    def _set_steps(self, steps: int) -> None:
        for text in (*self._texts(), self._measure):
            text.set_steps(steps)
