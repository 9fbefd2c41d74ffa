"""All answers once more, before "Fertig"."""

from dataclasses import replace
from itertools import product

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from kiosk.forms.view import Progress
from kiosk.journey.intents import Change, Finish
from kiosk.journey.stages import Review, ReviewLine, Stage
from kiosk.ui.inputs.arrange import evenly
from kiosk.ui.stack import stack, stack_height
from kiosk.ui.terminal.review_row import ReviewRow
from kiosk.ui.terminal.screen import Screen, Segment
from kiosk.ui.theme import Theme
from kiosk.ui.themed import retheme
from kiosk.ui.widgets.button import Arrow, Button
from kiosk.ui.widgets.reading_mark import ReadingMark
from kiosk.ui.widgets.tap_guard import TapGuard
from kiosk.ui.widgets.text import Role, Text

SIDE = 0.34
"""The share of a landscape body that heading and page buttons take."""


class ReviewScreen(Screen):
    """As many lines as fit, with buttons for the pages before and after; "Fertig" on every page."""

    def __init__(self, theme: Theme, guard: TapGuard, parent: QWidget | None = None) -> None:
        super().__init__(theme, guard, parent)
        self._lines: tuple[ReviewLine, ...] = ()
        self._parts: list[ReviewLine] = []  # lines, long answers cut to fit a page
        self._pages: list[range] = [range(0)]  # of parts
        self._page = 0
        self._steps = 0
        self._everywhere = True  # the explanation stands on every page
        self._lead = 0  # pixels it takes from the first page if only there
        self.heading = Text(theme, role=Role.HEADING, parent=self.body)
        self.explanation = Text(theme, role=Role.BODY, parent=self.body)
        self.rows: list[ReviewRow] = []
        self.earlier = Button(theme, guard, arrow=Arrow.BACK, parent=self.body)
        self.later = Button(theme, guard, arrow=Arrow.ON, parent=self.body)
        self._gauge = ReviewRow(theme, guard, self.body)  # measures lines that do not show
        self._gauge.hide()
        self._mark = ReadingMark(theme, self.body)
        for name in ("heading", "explanation", "earlier", "later"):
            getattr(self, name).setObjectName(name)
        self.earlier.clicked.connect(self.on_earlier)
        self.later.clicked.connect(self.on_later)
        self.retranslate()

    def show_stage(self, stage: Stage) -> None:
        """Show the answers; after "Ändern" on the page that had the line."""
        assert isinstance(stage, Review)
        self._lines = stage.lines
        self.show_hand(stage.hand)
        self.lay_out()

    def retranslate(self) -> None:
        """Set every text."""
        super().retranslate()
        self.heading.setText(self.tr("Stimmt alles so?"))
        self.explanation.setText(
            self.tr("Nach „Fertig“ kann niemand mehr sagen, welche Antworten von Ihnen sind.")
        )
        self.earlier.setText(self.tr("Vorige Seite"))
        self.later.setText(self.tr("Nächste Seite"))
        self.bottom.name(on=self.tr("Fertig"))
        for row in (self._gauge, *self.rows):
            row.retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Take over another text size or panel."""
        retheme(theme, self.heading, self.explanation, self.earlier, self.later, self._mark)
        retheme(theme, self._gauge, *self.rows)
        super().set_theme(theme)

    def lay_out_body(self, area: QRect) -> None:
        """Landscape: explanation and page buttons left, lines right. Portrait: one column.

        Narrow glass has the explanation on the first page only where a line needs the room.
        """
        first = self._pages[self._page].start
        sizes = range(0, -self.theme.text_size, -1)
        explains = (True, False) if self.theme.profile.narrow else (True,)
        for explained, steps in product(explains, sizes):
            self._set_steps(steps)
            self._everywhere, self._lead = explained, 0
            if self.width() > self.height():
                lines = self._lay_out_side(area)
                self._break_pages(lines)
            else:
                lines = self._lay_out_column(area)
            if self._fits(lines):
                break
        self._gauge.show_line(ReviewLine("", "", ""))
        self._page = next(  # the first page may have no line
            (n for n, page in enumerate(self._pages) if first in page or n == self._page == 0),
            len(self._pages) - 1,
        )
        self._show_lines(lines)

    def spoken(self) -> list[Segment]:
        """The explanation, and the answers of this page."""
        parts = [
            ("heading", self.heading.text()),
            ("explanation", self.explanation.text()),
        ]
        return parts + [(row.objectName(), row.words()) for row in self._shown()]

    def mark(self, segment: str | None) -> None:
        """Stand beside what is being read."""
        widgets: list[Text | ReviewRow] = [self.heading, self.explanation, *self._shown()]
        widget = next((each for each in widgets if each.objectName() == segment), None)
        self._mark.stand_beside(widget.geometry() if widget is not None else None)

    def reset(self) -> None:
        """Nothing of the last person stays in a label."""
        super().reset()
        self._lines = ()
        self._parts = []
        self._pages = [range(0)]
        self._page = 0
        for row in (self._gauge, *self.rows):
            row.show_line(ReviewLine("", "", ""))
            row.hide()

    def on_forward(self) -> None:
        """ "Fertig"."""
        self.intent.emit(Finish())

    def on_change(self, ref: str) -> None:
        """ "Ändern" of a line."""
        self.intent.emit(Change(ref))

    def on_earlier(self) -> None:
        """The page before."""
        self._turn(-1)

    def on_later(self) -> None:
        """The page after."""
        self._turn(1)

    # Layout

    def _set_steps(self, steps: int) -> None:
        for row in (self._gauge, *self.rows):
            row.set_steps(steps)
        self._steps = steps

    def _fits(self, area: QRect) -> bool:
        """Whether the lines show whole: no word cut, and none cut that a page could hold."""
        for part in self._parts:
            self._gauge.show_line(part)
            if self._gauge.breaks_word(area.width()):
                return False
            if self._gauge.heightForWidth(area.width()) > area.height():
                return False
        return True

    def _lay_out_side(self, area: QRect) -> QRect:
        theme = self.theme
        gap = theme.px(theme.gap_mm)
        width = int(area.width() * SIDE)
        side = QRect(area.left(), area.top(), width, area.height())
        buttons = (self.earlier, self.later)
        for steps in (0, -1, -2):
            for button in buttons:
                button.set_steps(steps)
            if all(len(button.block(width).lines) == 1 for button in buttons):
                break
        y = area.bottom() + 1
        for button in reversed(buttons):
            high = button.heightForWidth(width)
            y -= high
            button.setGeometry(side.left(), y, width, high)
            y -= gap
        texts = (self.heading, self.explanation)
        for steps in (0, -1, -2):
            for text in texts:
                text.set_steps(steps)
            fits = stack_height(texts, width, gap) <= y - area.top()
            if fits:
                break
        self.explanation.setVisible(fits)  # small glass that shows who helps has no room for it
        stack(texts, side, gap)
        left = side.right() + theme.px(12.0)
        return QRect(left, area.top(), area.right() + 1 - left, area.height())

    def _lay_out_column(self, area: QRect) -> QRect:
        """Page buttons take room only if there are pages."""
        theme = self.theme
        gap = theme.px(theme.gap_mm)
        for text in (self.heading, self.explanation):
            text.set_steps(self._steps)
        bottom = stack((self.heading, self.explanation), area, gap)
        self.explanation.show()
        if not self._everywhere:
            below = self.heading.geometry().bottom() + 1
            self._lead, bottom = bottom - below, below
        top = bottom + theme.px(3.0)
        lines = QRect(area.left(), top, area.width(), area.bottom() + 1 - top)
        self._break_pages(lines)
        half = (area.width() - theme.px(theme.wide_gap_mm)) // 2
        buttons = (self.earlier, self.later)
        for steps in (0, -1, -2):
            for button in buttons:
                button.set_steps(steps)
            tall = theme.profile.narrow and any(
                button.heightForWidth(half) > theme.px(theme.target_mm) for button in buttons
            )
            if not tall and not any(button.block(half).broken for button in buttons):
                break
        high = max(button.heightForWidth(half) for button in buttons)
        y = area.bottom() + 1 - high
        self.earlier.setGeometry(area.left(), y, half, high)
        self.later.setGeometry(area.right() + 1 - half, y, half, high)
        if len(self._pages) > 1:
            lines.setBottom(y - gap - 1)
            self._break_pages(lines)
        return lines

    def _break_pages(self, area: QRect) -> None:
        """As many whole lines to a page as fit, at least one."""
        self._parts = [part for line in self._lines for part in self._in_parts(line, area)]
        pages: list[range] = []
        start, used = 0, self._lead
        for number, part in enumerate(self._parts):
            high = self._height(part, area.width())
            if (number > start or used) and used + high > area.height():
                pages.append(range(start, number))
                start, used = number, 0
            used += high
        pages.append(range(start, len(self._parts)))
        self._pages = pages
        self._gauge.show_line(ReviewLine("", "", ""))

    def _in_parts(self, line: ReviewLine, area: QRect) -> list[ReviewLine]:
        """`line`, its answer cut between words into as few parts as each fit a page."""
        words = line.answer.split()
        for count in range(1, max(2, len(words) + 1)):
            parts = [
                replace(line, answer=" ".join(words[part.start : part.stop]).strip("· "))
                for part in evenly(len(words), count)
            ]
            parts = [
                replace(part, answer=f"… {part.answer}") if number else part
                for number, part in enumerate(parts)
            ]
            if all(self._height(part, area.width()) <= area.height() for part in parts):
                return parts
        return [line]

    def _height(self, line: ReviewLine, width: int) -> int:
        self._gauge.show_line(line)
        return self._gauge.heightForWidth(width)

    def _show_lines(self, area: QRect) -> None:
        page = self._pages[self._page]
        while len(self.rows) < len(page):
            row = ReviewRow(self.theme, self.guard, self.body)
            row.change.connect(self.on_change)
            row.set_steps(self._steps)
            self.rows.append(row)
        if not self._everywhere:
            self.explanation.setVisible(self._page == 0)
        y = area.top() + (self._lead if self._page == 0 else 0)
        for number, row in enumerate(self.rows):
            row.setVisible(number < len(page))
            if number < len(page):
                row.show_line(self._parts[page[number]])
                high = row.heightForWidth(area.width())
                row.place(QRect(area.left(), y, area.width(), high))
                y += high
        count = len(self._pages)
        self.earlier.setVisible(count > 1)
        self.later.setVisible(count > 1)
        self.earlier.setEnabled(self._page > 0)
        self.later.setEnabled(self._page < count - 1)
        self.top.show_page(Progress(self._page + 1, count) if count > 1 else None)
        self._mark.stand_beside(None)
        self.order_focus(*(row.button for row in self.rows), self.earlier, self.later)

    def _shown(self) -> list[ReviewRow]:
        return [row for row in self.rows if not row.isHidden()]

    def _turn(self, by: int) -> None:
        self._page = min(max(self._page + by, 0), len(self._pages) - 1)
        self.guard.page_changed()
        self.lay_out()
        self.words_changed.emit()
