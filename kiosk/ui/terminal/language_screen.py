"""Which language?"""

from itertools import product

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from kiosk.journey.intents import PickLanguage
from kiosk.journey.stages import ChooseLanguage, Stage
from kiosk.ui.terminal.screen import Screen, Segment
from kiosk.ui.theme import Theme
from kiosk.ui.themed import retheme
from kiosk.ui.widgets.button import Arrow, Button
from kiosk.ui.widgets.reading_mark import ReadingMark
from kiosk.ui.widgets.tap_guard import TapGuard
from kiosk.ui.widgets.text import Role, Text


class LanguageScreen(Screen):
    """A row for each language, in its own name; tapping one chooses it."""

    def __init__(self, theme: Theme, guard: TapGuard, parent: QWidget | None = None) -> None:
        super().__init__(theme, guard, parent)
        self.heading = Text(theme, role=Role.HEADING, parent=self.body)
        self.heading.setObjectName("heading")
        self.rows: list[Button] = []
        self._languages: tuple[tuple[str, str], ...] = ()
        self._mark = ReadingMark(theme, self.body)
        self.top.offer(discard=False)
        self.bottom.offer(on=False)
        self.retranslate()

    def show_stage(self, stage: Stage) -> None:
        """Show the languages."""
        assert isinstance(stage, ChooseLanguage)
        self._languages = stage.languages
        while len(self.rows) < len(stage.languages):
            row = Button(self.theme, self.guard, arrow=Arrow.ON, parent=self.body)
            number = len(self.rows)
            row.clicked.connect(lambda _checked=False, number=number: self._on_row(number))
            self.rows.append(row)
        for number, row in enumerate(self.rows):
            row.setVisible(number < len(stage.languages))
        for row, (tag, name) in zip(self.rows, stage.languages, strict=False):
            row.setObjectName(f"language/{tag}")
            row.setText(name)
        self.order_focus(*self.rows)
        self.lay_out()

    def retranslate(self) -> None:
        """Set every text."""
        super().retranslate()
        self.heading.setText(self.tr("Welche Sprache möchten Sie?"))

    def set_theme(self, theme: Theme) -> None:
        """Take over another text size or panel."""
        retheme(theme, self.heading, self._mark, *self.rows)
        super().set_theme(theme)

    def lay_out_body(self, area: QRect) -> None:
        """Rows down the body; two or three columns where they are many; smaller words last."""
        theme = self.theme
        gap = theme.px(theme.gap_mm)
        rows = self._shown()
        for steps, columns in product((0, -1, -2), (1, 2, 3, 4)):
            self.heading.set_steps(steps)
            for row in rows:
                row.set_steps(steps)
            tall = self.heading.heightForWidth(area.width())
            top = area.top() + tall + theme.px(5.0 if steps == 0 else theme.gap_mm)
            width = (area.width() - (columns - 1) * gap) // columns
            high = max((row.heightForWidth(width) for row in rows), default=0)
            lines = -(-len(rows) // columns)
            broken = any(row.block(width).broken for row in rows)
            if not broken and lines * (high + gap) - gap <= area.bottom() + 1 - top:
                break
        self.heading.setGeometry(area.left(), area.top(), area.width(), tall)
        for number, row in enumerate(rows):
            line, column = divmod(number, columns)
            x = area.left() + column * (width + gap)
            row.setGeometry(x, top + line * (high + gap), width, high)

    def spoken(self) -> list[Segment]:
        """The question and every language."""
        return [
            ("heading", self.heading.text()),
            *((row.objectName(), row.text()) for row in self._shown()),
        ]

    def foreign(self) -> dict[str, str]:
        """Every language calls itself by its own voice."""
        return {row.objectName(): row.objectName().partition("/")[2] for row in self._shown()}

    def mark(self, segment: str | None) -> None:
        """Stand beside what is being read."""
        widgets: list[Text | Button] = [self.heading, *self._shown()]
        widget = next((each for each in widgets if each.objectName() == segment), None)
        self._mark.stand_beside(widget.geometry() if widget is not None else None)

    def _shown(self) -> list[Button]:
        return [row for row in self.rows if not row.isHidden()]

    def _on_row(self, number: int) -> None:
        self.intent.emit(PickLanguage(self._languages[number][0]))
