"""How large, and read aloud? What is chosen takes effect at once."""

from dataclasses import replace

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from kiosk.journey.stages import ChooseDisplay, Stage
from kiosk.ui.terminal.screen import Screen, Segment
from kiosk.ui.theme import Theme
from kiosk.ui.themed import retheme
from kiosk.ui.widgets.choice import Choice
from kiosk.ui.widgets.reading_mark import ReadingMark
from kiosk.ui.widgets.tap_guard import TapGuard
from kiosk.ui.widgets.text import Role, Text

ATTEMPTS = (
    *((1, columns, steps) for columns, steps in ((1, 0), (3, 0), (1, -1), (3, -1), (3, -2))),
    *((2, 1, steps) for steps in (0, -1, -2)),
)
"""Pages, columns of sizes, and text steps, in the order tried."""
READ_ROOM = 0.5
"""The share of a landscape row that Nein and Ja take."""


class DisplayScreen(Screen):
    """Three rows, each in the size it stands for; below them reading aloud, Nein or Ja, or on a
    page of its own where the glass is too small for both.
    """

    def __init__(self, theme: Theme, guard: TapGuard, parent: QWidget | None = None) -> None:
        super().__init__(theme, guard, parent)
        self._stage = ChooseDisplay(theme.text_size, read_aloud=False)
        self._page, self._pages = 0, 1
        self.heading = Text(theme, role=Role.HEADING, parent=self.body)
        # Each group has its own parent: Qt moves exclusive buttons' arrow keys among siblings.
        self.sizes = [Choice(theme, guard, parent=self.body) for _ in range(3)]
        self.question = Text(theme, role=Role.HEADING, parent=self.body)
        self._answers = QWidget(self.body)
        self.no = Choice(theme, guard, parent=self._answers)
        self.yes = Choice(theme, guard, parent=self._answers)
        self._mark = ReadingMark(theme, self.body)
        for name in ("heading", "question", "no", "yes"):
            getattr(self, name).setObjectName(name)
        for number, choice in enumerate(self.sizes, 1):
            choice.setObjectName(f"size/{number}")
            choice.clicked.connect(
                lambda _checked=False, size=number: self._pick(size, self._stage.read_aloud)
            )
        self.no.clicked.connect(self._on_no)
        self.yes.clicked.connect(self._on_yes)
        self.top.offer(discard=False)
        self.order_focus(*self.sizes, self.no, self.yes)
        self.retranslate()

    def show_stage(self, stage: Stage) -> None:
        """Show what is chosen."""
        assert isinstance(stage, ChooseDisplay)
        self._stage = stage
        self._show_chosen()
        self.lay_out()

    def retranslate(self) -> None:
        """Set every text."""
        super().retranslate()
        self.heading.setText(self.tr("Wie groß soll die Schrift sein?"))
        self.question.setText(self.tr("Soll das Gerät vorlesen?"))
        labels = (
            self.tr("Normal: so groß"),
            self.tr("Groß: so groß"),
            self.tr("Sehr groß: so groß"),
        )
        for number, (choice, label) in enumerate(zip(self.sizes, labels, strict=True), 1):
            choice.show_choice(str(number), label)
        self.no.show_choice("0", self.tr("Nein"))
        self.yes.show_choice("1", self.tr("Ja"))
        self.no.setAccessibleName(self.tr("Vorlesen: Nein"))
        self.yes.setAccessibleName(self.tr("Vorlesen: Ja"))
        self._show_chosen()

    def set_theme(self, theme: Theme) -> None:
        """Take over another text size or panel."""
        retheme(theme, self.heading, self.question, self.no, self.yes, self._mark, *self.sizes)
        super().set_theme(theme)

    def lay_out_body(self, area: QRect) -> None:
        """Rows where they fit, otherwise the three sizes side by side, otherwise two pages."""
        for number, choice in enumerate(self.sizes, 1):
            choice.set_steps(number - self.theme.text_size)
        self._answers.setGeometry(self.body.rect())
        self._answers.lower()
        portrait = self.height() > self.width()
        for self._pages, columns, steps in ATTEMPTS:
            self.heading.set_steps(steps)
            self.question.set_steps(steps)
            plan = self._plan(area, columns, portrait)
            if plan[-1][1].bottom() <= area.bottom() and not self._breaks(area, columns):
                break
        self._page = min(self._page, self._pages - 1)
        shown = {widget for widget, _ in plan}
        for widget in (self.heading, self.question, *self.sizes, self.no, self.yes):
            widget.setVisible(widget in shown)
        for widget, place in plan:
            widget.setGeometry(place)

    def spoken(self) -> list[Segment]:
        """The questions of this page with their answers."""
        parts: list[Text | Choice] = [self.heading, *self.sizes, self.question, self.no, self.yes]
        return [(each.objectName(), each.text()) for each in parts if not each.isHidden()]

    def mark(self, segment: str | None) -> None:
        """Stand beside what is being read."""
        for choice in (*self.sizes, self.no, self.yes):
            choice.set_spoken(choice.objectName() == segment)
        texts = (self.heading, self.question)
        text = next((each for each in texts if each.objectName() == segment), None)
        self._mark.stand_beside(text.geometry() if text is not None else None)

    def on_forward(self) -> None:
        """ "Weiter": the other page first."""
        if self._page < self._pages - 1:
            self._turn(self._page + 1)
            self.words_changed.emit()
        else:
            super().on_forward()

    def on_back(self) -> None:
        """ "Zurück": the page before first."""
        if self._page > 0:
            self._turn(0)
            self.words_changed.emit()
        else:
            super().on_back()

    def reset(self) -> None:
        """From the first page."""
        super().reset()
        self._page = 0

    def _turn(self, page: int) -> None:
        self._page = page
        self.guard.page_changed()
        self.lay_out()

    def _plan(self, area: QRect, columns: int, portrait: bool) -> list[tuple[QWidget, QRect]]:
        """Every widget of this page with its place, the lowest last."""
        theme = self.theme
        gap, wide, space = theme.px(theme.gap_mm), theme.px(theme.wide_gap_mm), theme.px(5.0)
        if self._pages > 1:
            space = gap
            if self._page > 0:
                return self._plan_reading(area, area.top(), portrait)
        places: list[tuple[QWidget, QRect]] = []
        y = area.top()
        tall = self.heading.heightForWidth(area.width())
        places.append((self.heading, QRect(area.left(), y, area.width(), tall)))
        y += tall + space
        cell = (area.width() - (columns - 1) * gap) // columns
        heights = [choice.heightForWidth(cell) for choice in self.sizes]
        if columns > 1:
            heights = [max(heights)] * len(heights)
        for number, (choice, high) in enumerate(zip(self.sizes, heights, strict=True)):
            x = area.left() + number % columns * (cell + gap)
            places.append((choice, QRect(x, y, cell, high)))
            y += high + gap if number % columns == columns - 1 else 0
        if self._pages > 1:
            return places
        y += wide - gap + (space if columns == 1 else 0)
        return places + self._plan_reading(area, y, portrait)

    def _plan_reading(self, area: QRect, y: int, portrait: bool) -> list[tuple[QWidget, QRect]]:
        """Whether to read aloud, from `y` down."""
        theme = self.theme
        gap, wide, space = theme.px(theme.gap_mm), theme.px(theme.wide_gap_mm), theme.px(5.0)
        places: list[tuple[QWidget, QRect]] = []
        left, width = area.left(), area.width()
        if portrait:
            tall = self.question.heightForWidth(width)
            places.append((self.question, QRect(left, y, width, tall)))
            y += tall + space
        else:
            width = int(area.width() * READ_ROOM)
            left = area.right() + 1 - width
            room = area.width() - width - wide
            tall = self.question.heightForWidth(room)
        half = (width - gap) // 2
        high = max(each.heightForWidth(half) for each in (self.no, self.yes))
        if not portrait:
            row = max(high, tall)
            places.append((self.question, QRect(area.left(), y + (row - tall) // 2, room, tall)))
            high = row
        places.append((self.no, QRect(left, y, half, high)))
        places.append((self.yes, QRect(left + width - half, y, half, high)))
        return places

    def _breaks(self, area: QRect, columns: int) -> bool:
        gap = self.theme.px(self.theme.gap_mm)
        cell = (area.width() - (columns - 1) * gap) // columns
        return any(choice.breaks_word(cell) for choice in self.sizes)

    def _show_chosen(self) -> None:
        for number, choice in enumerate(self.sizes, 1):
            choice.set_chosen(number == self._stage.text_size)
        self.no.set_chosen(not self._stage.read_aloud)
        self.yes.set_chosen(self._stage.read_aloud)

    def _on_no(self) -> None:
        self._pick(self._stage.text_size, read_aloud=False)

    def _on_yes(self) -> None:
        self._pick(self._stage.text_size, read_aloud=True)

    def _pick(self, text_size: int, read_aloud: bool) -> None:
        self._stage = ChooseDisplay(text_size, read_aloud)
        self._show_chosen()
        self.pick(replace(self.offer.presentation, text_size=text_size, read_aloud=read_aloud))
