"""The choices of a decision page by page, where the glass is too small for all of them."""

from collections.abc import Sequence

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from kiosk.ui.inputs.arrange import Box, Page, column
from kiosk.ui.theme import Theme
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.choice import Choice
from kiosk.ui.widgets.pager import Pager, PagerWords
from kiosk.ui.widgets.tap_guard import TapGuard

APART_MM = 2.0
"""More than between two choices, to what stands under them."""
MANY = 88


class DecisionPages:
    """Which choices stand on which page, where, and which page shows.

    No widget of its own: the pager is the decision's child.
    """

    def __init__(self, theme: Theme, guard: TapGuard, parent: QWidget) -> None:
        self._theme = theme
        self.pager = Pager(theme, guard, parent=parent)
        self.pager.setObjectName("pager")
        self.pager.hide()
        self._words = PagerWords.LONG
        self._pages: tuple[Page, ...] = ()
        self._page = 0
        self._seen: set[int] = set()

    def set_theme(self, theme: Theme) -> None:
        """Take over another text size or panel."""
        self._theme = theme
        self.pager.set_theme(theme)

    @property
    def several(self) -> bool:
        """Whether there is a page to turn to."""
        return len(self._pages) > 1

    @property
    def page(self) -> int:
        """Which page shows, from 0."""
        return self._page

    def begin(self) -> None:
        """From the first page, none of them seen."""
        self._page, self._seen = 0, set()

    def none(self) -> None:
        """All choices stand together."""
        self._pages, self._page = (), 0
        self.pager.hide()

    def unseen(self) -> int | None:
        """The first page nobody has seen."""
        return next((n for n in range(len(self._pages)) if n not in self._seen), None)

    def following(self) -> int:
        """Where the pager leads."""
        return (self._page + 1) % len(self._pages)

    def page_of(self, choice: int) -> int | None:
        """The page of a choice by its number."""
        cells = ([number for number, _ in page.cells] for page in self._pages)
        return next((n for n, numbers in enumerate(cells) if choice in numbers), None)

    def plan(
        self,
        area: QRect,
        choices: Sequence[Choice],
        aside: Button | None,
        steps: int,
        words: PagerWords,
    ) -> int:
        """Spread the choices over pages of `area`, pager and `aside` under them; how many pages.

        0 if a page is too small for one choice, or a word too wide; each then has a page.
        """
        theme = self._theme
        self._words = words
        self.pager.set_steps(steps - 1)  # as under the answers of a question
        self.pager.setText(self.pager.words(words, MANY, MANY))
        width, gap = area.width(), theme.px(theme.gap_mm)
        under = sum(tall + gap for tall in self._talls(aside, width)) + theme.px(APART_MM)
        room = Box(area.x(), area.y(), width, area.height() - under)
        broken = any(choice.breaks_word(width) for choice in choices)
        heights = [choice.heightForWidth(width) for choice in choices]
        pages = None if broken else column(heights, room, gap)
        self._pages = pages or tuple(
            Page(((number, Box(area.x(), area.y(), width, tall)),))
            for number, tall in enumerate(heights)
        )
        return len(pages or ())

    def show_page(self, page: int, area: QRect, choices: Sequence[Choice], aside: Button | None
    ) -> int:  # fmt: skip
        """Show one page as it was planned; returns the y below everything, alike on each page."""
        theme = self._theme
        gap = theme.px(theme.gap_mm)
        self._page = page = min(page, len(self._pages) - 1)
        self._seen.add(page)
        shown = dict(self._pages[page].cells)
        for number, choice in enumerate(choices):
            choice.setVisible(number in shown)
            if number in shown:
                box = shown[number]
                choice.setGeometry(box.x, box.y, box.width, box.height)
        boxes = [box for each in self._pages for _, box in each.cells]
        y = max((box.y + box.height for box in boxes), default=area.y()) + theme.px(APART_MM)
        lines = self._lines(aside, area.width())
        for line, tall in zip(lines, self._talls(aside, area.width()), strict=True):
            wide = (area.width() - gap * (len(line) - 1)) // len(line)
            for number, button in enumerate(line):
                button.setGeometry(area.x() + number * (wide + gap), y + gap, wide, tall)
            y += gap + tall
        self.pager.setText(self.pager.words(self._words, page + 1, len(self._pages)))
        self.pager.setVisible(self.several)
        return y

    def _lines(self, aside: Button | None, width: int) -> list[list[Button]]:
        """The pager and `aside` side by side where that takes less room and no word is cut."""
        if aside is None:
            return [[self.pager]]
        half = (width - self._theme.px(self._theme.gap_mm)) // 2
        pair: list[Button] = [self.pager, aside]
        beside = max(each.heightForWidth(half) for each in pair)
        fits = not any(each.block(half).broken for each in pair)
        fits = fits and beside < sum(each.heightForWidth(width) for each in pair)
        return [pair] if fits else [[self.pager], [aside]]

    def _talls(self, aside: Button | None, width: int) -> list[int]:
        gap = self._theme.px(self._theme.gap_mm)
        lines = self._lines(aside, width)
        return [
            max(each.heightForWidth((width - gap * (len(line) - 1)) // len(line)) for each in line)
            for line in lines
        ]
