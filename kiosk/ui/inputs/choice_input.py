"""Questions answered by choosing: lists, scales, tiles, top picks; one or several answers."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from kiosk.forms.markdown import plain
from kiosk.forms.view import ChoiceView, Kind, Layout, QuestionView
from kiosk.ui.inputs.arrange import Box, Page, cell, column, grid, grid_pages
from kiosk.ui.inputs.question_input import ANSWERS_FIRST, STEPS, QuestionInput, steps_for
from kiosk.ui.inputs.selection import counted, stands_alone, toggled
from kiosk.ui.pictograms import Pictograms
from kiosk.ui.theme import Theme
from kiosk.ui.widgets.button import Button, Look
from kiosk.ui.widgets.choice import Choice, Shape
from kiosk.ui.widgets.heading import Heading
from kiosk.ui.widgets.pager import Pager, PagerWords
from kiosk.ui.widgets.tap_guard import TapGuard

# Columns, rows, and whether the picture stands beside the words; those earlier look better.
LANDSCAPE_GRIDS = (
    (3, 2, False),
    (2, 3, True),
    (2, 2, False),
    (2, 2, True),
    (2, 1, False),
    (2, 1, True),
    (1, 2, True),
    (1, 1, True),
)
PORTRAIT_GRIDS = (
    (2, 3, False),
    (1, 6, True),
    (2, 2, False),
    (1, 4, True),
    (1, 3, True),
    (1, 2, True),
    (1, 1, True),
)
# Tiles of a few digits and no picture, a count from 0 to 10: all on one page, in two or more rows.
LANDSCAPE_NUMBERS = ((6, 2, False), (4, 3, False), *LANDSCAPE_GRIDS)
PORTRAIT_NUMBERS = ((3, 4, False), (4, 3, False), *PORTRAIT_GRIDS)
SMALLER_TILES_COST = 1.5  # pages a person would rather leaf through than read smaller words
SMALLER_ROWS_COST = 3.0
SMALLER_QUESTION_COST = 0.9  # worth it if everything then stands on one page
HEADING_GAP_MM = 3.2
NARROW_MM = 58.0  # the column beside the answers, at least
NO_HINTS_COST = 1.5  # pages people would rather leaf through than do without the explanations


GOOD_PAGE = {False: 3, True: 6}  # rows, tiles: no reason to read smaller words
ENOUGH_ON_PAGE = 3
SIMPLE_MOST = 4
"""Answers on a page of the simple view."""


@dataclass(frozen=True, slots=True)
class Plan:
    """Where everything goes on every page; `cost` compares plans, in pages."""

    cost: float
    question_steps: int
    answer_steps: int
    heading: Box
    pages: tuple[Page, ...]
    aside: tuple[Box, ...]  # one per choice set aside
    pager: Box | None
    explain: Box | None  # "Was heißt das?"
    words: PagerWords
    wide: bool  # tiles with the picture beside the words
    last: tuple[Page, ...] = ()  # of what is set aside, where it has pages of its own: the last


MOST_PLANS = 500
"""Kept of one terminal's questions, in its languages, sizes and sides: about 1 kB each."""


class ChoiceInput(QuestionInput):
    """Rows or tiles, paged where they do not fit; "weiß nicht" and the like set aside.

    The choices set aside, the pager and `explain` ("Was heißt das?", on pages with hints) stand in
    the same place on every page; on glass too small for that, what is set aside has the last pages.
    """

    def __init__(
        self,
        theme: Theme,
        guard: TapGuard,
        pictograms: Pictograms,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, guard, parent)
        self._pictograms = pictograms
        self._rows: list[Choice] = []
        self._tiles: list[Choice] = []
        self._apart: list[Choice] = []
        self._page = 0
        self._seen: set[int] = set()
        self._refused = False
        self._plan: Plan | None = None
        self._planned_for: object = None
        self._plans: dict[int, Plan] = {}
        self._aside_last = False  # while a plan is made: what is set aside has pages of its own
        self.pager = Pager(theme, guard, parent=self)
        self.pager.setObjectName("pager")
        self.pager.clicked.connect(self._on_pager)
        self.explain = Button(theme, guard, look=Look.QUIET, parent=self)
        self.explain.setObjectName("explain")
        self._name_explain()

    # Showing

    def show_question(self, view: QuestionView) -> None:
        """Show `view`; the page stays while it is the same question."""
        before = self.view
        self.view = view
        if before is None or before.ref != view.ref:
            self._page = 0
            self._seen = set()
            self._refused = False
        if before is None or before.choices != view.choices or before.kind is not view.kind:
            self._planned_for = None
            self._show_choices(view)
        self._show_value(view.value)

    def set_theme(self, theme: Theme) -> None:
        """Take over another text size or panel."""
        super().set_theme(theme)
        self._planned_for = None
        for button in (*self._rows, *self._tiles, *self._apart, self.pager, self.explain):
            button.set_theme(theme)

    def retranslate(self) -> None:
        """Set every text of our own again."""
        self._planned_for = None
        self._name_pager()
        self._name_explain()

    def status(self) -> tuple[str, str, bool]:
        """How many may be and are chosen; after a refused tap, why."""
        view = self.view
        if view is None or view.kind is not Kind.SELECT_MULTIPLE or view.most is None:
            return "", "", False
        if view.layout is Layout.PICK:  # the question itself says how many
            refused = self.tr("Mehr als {most} gehen hier nicht.")
            counts = self.tr("Gewählt: {count} von {most}")
        else:
            refused = self.tr("Sie haben schon {most} Antworten gewählt. Mehr geht hier nicht.")
            counts = self.tr("Sie können bis zu {most} Antworten wählen. Gewählt: {count}")
        refused = refused.format(most=view.most)
        if self._refused:
            return refused, refused, True
        return counts.format(most=view.most, count=counted(view, view.value)), refused, False

    def leaf(self) -> tuple[int, int] | None:
        """Which page of how many, where no pager says so."""
        plan = self._plan
        if plan is None or plan.pager is not None or len(plan.pages) == 1:
            return None
        return self._page + 1, len(plan.pages)

    def segments(self) -> list[tuple[str, str]]:
        """Every answer of every page with its number."""
        view = self.view
        if view is None:
            return []
        words: list[tuple[str, str]] = []
        for number, choice in enumerate((*self._main(view), *self._aside(view)), start=1):
            label, hint = plain(choice.label), plain(choice.hint)
            text = self.tr("Antwort {number}: {label}").format(number=number, label=label)
            parts = [each for each in (text, hint, self._told(view, choice.value)) if each]
            if choice.audio:  # the recording stands for the label alone
                words.append((choice.value, parts.pop(0) + "."))
            if parts:
                words.append((choice.value, ". ".join(parts) + "."))
        return words

    def _told(self, view: QuestionView, value: str) -> str:
        """How it is said that a choice is chosen; "" if it is not."""
        return self.tr("Ausgewählt") if value in view.chosen else ""

    def mark(self, segment: str | None) -> None:
        """Highlight the answer being read, on its page."""
        if self._plan is not None and segment is not None:
            for number, page in enumerate(self._plan.pages):
                values = {self._cells()[cell].value for cell, _ in page.cells}
                values |= {
                    self._apart[cell].value
                    for cell in (self._asides(self._plan, number) if self._plan.last else ())
                }
                if segment in values and number != self._page:
                    self._turn_to(number)
        for button in (*self._cells(), *self._apart):
            button.set_spoken(segment is not None and button.value == segment)

    def hinted(self) -> tuple[ChoiceView, ...]:
        """The choices of this page that have a hint."""
        view, plan = self.view, self._plan
        if view is None or plan is None:
            return ()
        main = self._main(view)
        shown = [main[number] for number, _ in plan.pages[self._page].cells]
        aside = self._aside(view)
        shown += [aside[number] for number in self._asides(plan, self._page)]
        return tuple(choice for choice in shown if choice.hint)

    def focus(self) -> list[QWidget]:
        """The answers of this page; then pager, "Was heißt das?" and what is set aside as they
        stand."""
        plan = self._plan
        shown = plan.pages[self._page].cells if plan is not None else ()
        below = (self.explain, self.pager, *self._apart)
        rest = sorted(below, key=lambda each: (each.y(), each.x()))
        return [*(self._cells()[number] for number, _ in shown), *rest]

    # Turning pages

    def turn_on(self) -> bool:
        """An answer nobody has seen cannot be chosen: show the pages not yet seen, one by one.

        Not needed once the answer is complete: one answer, one that stands alone, or the cap.
        """
        view, plan = self.view, self._plan
        if view is None or plan is None:
            return False
        if plan.pager is None:
            unseen = list(range(self._page + 1, len(plan.pages)))
            if unseen:
                self._turn_to(unseen[0])
            return bool(unseen)
        unseen = [page for page in range(len(plan.pages)) if page not in self._seen]
        if not unseen or self._complete(view):
            return False
        self._turn_to(unseen[0])
        return True

    def turn_back(self) -> bool:
        """The page before."""
        if self._page == 0:
            return False
        self._turn_to(self._page - 1)
        return True

    # Placing

    def arrange(self, area: QRect, heading: Heading, portrait: bool) -> None:
        """Find the plan with the fewest pages that keeps the chosen text size; place this page."""
        view = self.view
        if view is None:
            return
        status, longest, _ = self.status()
        key = (
            view.ref,
            view.choices,
            area,
            portrait,
            self.theme.text_size,
            bool(status),
            longest,
            heading.question.text(),
            heading.hint.text(),
            heading.problem.text(),
        )
        if key != self._planned_for or self._plan is None:
            self._plan = self._known_plan(area, heading, portrait, view)
            self._planned_for = key
            self._page = min(self._page, len(self._plan.pages) - 1)
            self._seen = {page for page in self._seen if page < len(self._plan.pages)}
        self._place(heading)

    def _known_plan(
        self, area: QRect, heading: Heading, portrait: bool, view: QuestionView
    ) -> Plan:
        """The best plan, searched once for the same words at the same size.

        Only a hash stands for the words, because some may repeat an answer.
        """
        status, longest, _ = self.status()
        theme = self.theme
        key = hash(
            (
                view.ref,
                view.choices,
                view.kind,
                view.layout,
                area.getRect(),
                portrait,
                (theme.text_size, theme.target_mm, theme.side, theme.simple, theme.px_per_mm),
                (bool(status), longest, self.explain.text()),
                tuple(self._pager_texts(words, view) for words in PagerWords),
                heading.context.text(),
                heading.question.text(),
                heading.hint.text(),
                heading.problem.text(),
            )
        )
        plan = self._plans.get(key)
        if plan is None:
            if len(self._plans) >= MOST_PLANS:
                self._plans.clear()
            plan = self._plans[key] = self._best_plan(area, heading, portrait, view)
        self._set_answer_steps(plan.answer_steps)
        return plan

    def _best_plan(self, area: QRect, heading: Heading, portrait: bool, view: QuestionView) -> Plan:
        """The cheapest plan; with "Was heißt das?" if there are hints and it is not too dear."""
        inner = Box(area.x(), area.y(), area.width(), area.height())
        best = self._best_of(inner, heading, portrait, view)
        one_each = best is not None and len(best.pages) > 1 and _most_cells(best) == 1
        if self._aside(view) and (best is None or (one_each and self.theme.profile.narrow)):
            self._aside_last = True
            other = self._best_of(inner, heading, portrait, view)
            self._aside_last = False
            if best is None or (other is not None and other.cost < best.cost):
                best = other
        return best or self._last_resort(inner, view)

    def _best_of(self, inner: Box, heading: Heading, portrait: bool, view: QuestionView
    ) -> Plan | None:  # fmt: skip
        best = self._cheapest(inner, heading, portrait, view, explain=False)
        if any(choice.hint for choice in view.choices):
            explained = self._cheapest(inner, heading, portrait, view, explain=True)
            if explained is not None and (
                best is None or explained.cost <= best.cost + NO_HINTS_COST
            ):
                best = explained
        return best

    def _cheapest(
        self, area: Box, heading: Heading, portrait: bool, view: QuestionView, explain: bool
    ) -> Plan | None:
        """The cheapest plan over all text sizes; the chosen size on one page is always taken."""
        best: Plan | None = None
        tiled = self._tiled(view)
        good, narrow = GOOD_PAGE[tiled], self.theme.profile.narrow
        for steps in steps_for(self.theme, ANSWERS_FIRST if tiled else STEPS):
            scarce = narrow and best is not None and _most_cells(best) == 1 < len(best.pages)
            if (
                best is not None
                and not scarce
                and (
                    len(best.pages) == 1
                    or (steps[1] < 0 and _most_cells(best) >= good)
                    or (tiled and steps[1] == 0 and steps[0] < 0)
                    or steps[1] < -1
                )
            ):
                continue
            self._set_answer_steps(steps[1])
            plan = self._plan_with(area, heading, portrait, steps, view, explain)
            if plan is not None and (best is None or plan.cost < best.cost):
                best = plan
        return best

    def _plan_with(
        self,
        area: Box,
        heading: Heading,
        portrait: bool,
        steps: tuple[int, int],
        view: QuestionView,
        explain: bool,
    ) -> Plan | None:
        """The cheapest plan for one pair of text sizes; a worse pager only if that is a help."""
        best: Plan | None = None
        for words in (None, PagerWords.LONG, PagerWords.SHORT, PagerWords.NONE):
            pager = words is PagerWords.LONG or words is PagerWords.SHORT
            if pager:
                self.pager.expect(*self._pager_texts(words, view))
            aids = ((self.explain,) if explain else ()) + ((self.pager,) if pager else ())
            for beside in (False,) if portrait else (True, False):
                plan = self._plan_at(area, heading, portrait, steps, view, beside, words, aids)
                if plan is not None and (best is None or plan.cost < best.cost):
                    best = plan
                if best is not None and len(best.pages) == 1:
                    return best
            if best is not None and _most_cells(best) >= ENOUGH_ON_PAGE:
                return best
        return best

    def _plan_at(
        self,
        area: Box,
        heading: Heading,
        portrait: bool,
        steps: tuple[int, int],
        view: QuestionView,
        beside: bool,
        words: PagerWords | None,
        aids: Sequence[Button],
    ) -> Plan | None:
        """The plan for one pair of text sizes and one arrangement; None if it does not fit."""
        place = self._beside if beside else self._below
        plan = place(area, heading, portrait, steps, view, aids, reserve=True)
        if plan is None or len(plan.pages) > 1:
            plan = place(area, heading, portrait, steps, view, aids, reserve=False) or plan
        if plan is None or (words is None and len(plan.pages) > 1):
            return None
        cost = plan.cost + {PagerWords.SHORT: 0.3, PagerWords.NONE: 0.9}.get(
            words or PagerWords.LONG, 0.0
        )
        return replace(plan, words=words or PagerWords.NONE, cost=cost)

    def _beside(
        self,
        area: Box,
        heading: Heading,
        portrait: bool,
        steps: tuple[int, int],
        view: QuestionView,
        aids: Sequence[Button],
        reserve: bool,
    ) -> Plan | None:
        """Answers left; to their right, from the bottom up, what is set aside and the aids."""
        theme = self.theme
        gap, wide = theme.px(theme.gap_mm), theme.px(theme.wide_gap_mm)
        aside = self._apart[: len(self._aside(view))]
        side = self._side_width(area.width, aside, aids)
        if side is None or self._aside_last:
            return None
        buttons: list[Button] = [*aids, *aside]
        heights = [button.heightForWidth(side) for button in buttons]
        stack = sum(heights) + gap * max(0, len(heights) - 1)
        # The topmost keeps its distance from the upper strip's buttons.
        if stack + max(0, gap - area.y) > area.height:
            return None
        left = area.width - (side + wide if buttons else 0)
        full = self._heading_height(heading, area.width, steps[0], view, portrait, reserve)
        width = left if stack + full + gap > area.height else area.width
        height = self._heading_height(heading, width, steps[0], view, portrait, reserve)
        top = height + theme.px(HEADING_GAP_MM)
        cells = Box(area.x, area.y + top, left, area.height - top)
        spread = self._pages(cells, portrait, view)
        if spread is None:
            return None
        boxes: dict[Button, Box] = {}
        y = area.y + area.height - stack
        for button, own in zip(buttons, heights, strict=True):
            boxes[button] = Box(area.x + area.width - side, y, side, own)
            y += own + gap
        return self._plan_of(spread, steps, view, Box(area.x, area.y, width, height), boxes, 0.0)

    def _below(
        self,
        area: Box,
        heading: Heading,
        portrait: bool,
        steps: tuple[int, int],
        view: QuestionView,
        aids: Sequence[Button],
        reserve: bool,
    ) -> Plan | None:
        """Answers over the whole width; under them the aids and what is set aside."""
        theme = self.theme
        gap = theme.px(theme.gap_mm)
        apart_gap = gap if theme.profile.narrow else theme.px(theme.gap_mm + 2.0)
        height = self._heading_height(heading, area.width, steps[0], view, portrait, reserve)
        aside = self._apart[: len(self._aside(view))]
        under_all = () if self._aside_last else aside
        lines = self._lines_below(aids, under_all, area.width, gap)
        talls = [
            max(button.heightForWidth(_share(area.width, len(line), gap)) for button in line)
            for line in lines
        ]
        under = sum(talls) + gap * (len(talls) - 1) + apart_gap if talls else 0
        top = height + theme.px(HEADING_GAP_MM)
        cells = Box(area.x, area.y + top, area.width, area.height - top - under)
        spread = self._pages(cells, portrait, view)
        if spread is None:
            return None
        boxes: dict[Button, Box] = {}
        last: tuple[Page, ...] = ()
        if self._aside_last:
            stacked = column([each.heightForWidth(area.width) for each in aside], cells, gap)
            cut = any(each.breaks_word(area.width) for each in aside)
            if cut or stacked is None or self.pager not in aids:
                return None
            last = stacked
            boxes |= {aside[number]: box for page in last for number, box in page.cells}
            spread = spread[0] + (Page(()),) * len(last), spread[1]
        filled = [box for page in spread[0] for _, box in page.cells]
        filled += [box for page in last for _, box in page.cells]
        y = max([cells.y, *(box.y + box.height for box in filled)]) + apart_gap
        for line, tall in zip(lines, talls, strict=True):
            share = _share(area.width, len(line), gap)
            for number, button in enumerate(line):
                boxes[button] = Box(area.x + number * (share + gap), y, share, tall)
            y += tall + gap
        plan = self._plan_of(
            spread, steps, view, Box(area.x, area.y, area.width, height), boxes, 0.05
        )
        return replace(plan, last=last)

    def _lines_below(
        self, aids: Sequence[Button], aside: Sequence[Choice], width: int, gap: int
    ) -> list[Sequence[Button]]:
        """The pager, then what is set aside; "Was heißt das?" at the end of a line with room."""
        lines: list[Sequence[Button]] = [[self.pager]] if self.pager in aids else []
        lines += _lines(aside, width, gap)
        if self.explain not in aids:
            return lines
        half = _share(width, 2, gap)
        for number, line in enumerate(lines):
            alone = line[0]
            pair = (alone, self.explain)
            tall = max(button.heightForWidth(half) for button in pair)
            broken = any(button.block(half).broken for button in pair)
            if len(line) == 1 and not broken and tall <= alone.heightForWidth(width):
                lines[number] = pair
                return lines
        return [[self.explain], *lines]

    def _plan_of(
        self,
        spread: tuple[tuple[Page, ...], bool],
        steps: tuple[int, int],
        view: QuestionView,
        heading: Box,
        boxes: dict[Button, Box],
        cost: float,
    ) -> Plan:
        pages, wide = spread
        return Plan(
            cost + self._cost(len(pages), *steps, view),
            *steps,
            heading,
            pages,
            tuple(boxes[button] for button in self._apart[: len(self._aside(view))]),
            boxes.get(self.pager),
            boxes.get(self.explain),
            PagerWords.NONE,
            wide,
        )

    def _pages(
        self, cells: Box, portrait: bool, view: QuestionView
    ) -> tuple[tuple[Page, ...], bool] | None:
        """The answers spread over `cells`, and whether tiles are wide; None if one is too big."""
        theme = self.theme
        gap, least = theme.px(theme.gap_mm), theme.px(theme.target_mm)
        buttons = self._cells()[: len(self._main(view))]
        if not buttons:
            return (Page(()),), False
        if cells.height < least or cells.width < least:
            return None
        if not self._tiled(view):
            if any(button.breaks_word(cells.width) for button in buttons):
                return None
            most = SIMPLE_MOST if theme.simple else None
            pages = column([b.heightForWidth(cells.width) for b in buttons], cells, gap, most)
            return None if pages is None else (pages, False)
        fewest: int | None = None
        best = (0, 0, False)
        # The longest words first: what does not fit is found out at once.
        buttons.sort(key=_longest_word, reverse=True)
        grids: tuple[tuple[int, int, bool], ...]
        if all(each.value.isdecimal() and not each.image for each in self._main(view)):
            grids = PORTRAIT_NUMBERS if portrait else LANDSCAPE_NUMBERS
        else:
            grids = PORTRAIT_GRIDS if portrait else LANDSCAPE_GRIDS
            if theme.simple:
                grids = tuple(each for each in grids if each[0] * each[1] <= SIMPLE_MOST)
        for columns, rows, wide in grids:
            width, height = cell(columns, rows, cells, gap)
            if width < least or height < least:
                continue
            number = grid_pages(len(buttons), view.block, columns, rows)
            better = fewest is None or number < fewest
            if better and _tiles_fit(buttons, width, height, wide):
                fewest, best = number, (columns, rows, wide)
        if fewest is None:
            return None
        columns, rows, wide = best
        return grid(len(buttons), view.block, columns, rows, cells, gap), wide

    def _last_resort(self, area: Box, view: QuestionView) -> Plan:
        """Nothing fits this glass: the smallest sizes, one answer to a page, words cut if need be.

        The study check refuses such a pair of study and display; here nobody must be stuck.
        """
        theme = self.theme
        gap, least = theme.px(theme.gap_mm), theme.px(theme.target_mm)
        steps = 1 - theme.text_size
        self._set_answer_steps(steps)
        aside = self._apart[: len(self._aside(view))]
        boxes: dict[Button, Box] = {}
        y = area.y + area.height
        for line in reversed(_tightest(aside, area.width, gap)):
            share = _share(area.width, len(line), gap)
            tall = max(button.heightForWidth(share) for button in line)
            y -= tall
            for number, button in enumerate(line):
                boxes[button] = Box(area.x + number * (share + gap), y, share, tall)
            y -= gap
        if aside:
            y += gap
        rows = self._cells()[: len(self._main(view))]
        for row in rows:
            row.set_wide(True)
        height = max([row.heightForWidth(area.width) for row in rows], default=least)
        top = max(area.y + least // 2, y - gap - height)
        pages = tuple(
            Page(((number, Box(area.x, top, area.width, height)),)) for number in range(len(rows))
        ) or (Page(()),)
        return Plan(
            99.0,
            steps,
            steps,
            Box(area.x, area.y, area.width, top - area.y),
            pages,
            tuple(boxes[button] for button in aside),
            None,
            None,
            PagerWords.NONE,
            True,
        )

    def _heading_height(
        self,
        heading: Heading,
        width: int,
        steps: int,
        view: QuestionView,
        portrait: bool,
        reserve: bool,
    ) -> int:
        """Scales keep room for a longer question, so that points stay put from item to item."""
        height = heading.height_at(width, steps)
        if reserve and view.layout is Layout.SCALE:
            height = max(height, heading.lines_at(3 if portrait else 2, steps))
        return height

    def _side_width(
        self, width: int, aside: Sequence[Choice], aids: Sequence[Button]
    ) -> int | None:
        """The width of the column at the right, or None if it would take too much."""
        theme = self.theme
        if not aside and not aids:
            return 0
        most = width * 2 // 5
        side = max([theme.px(NARROW_MM), *(button.natural_width() for button in aside)])
        side = min(side, max(most, theme.px(NARROW_MM)))
        if side > width // 2 or any(button.breaks_word(side) for button in aside):
            return None
        if any(button.block(side).broken for button in aids):
            return None
        return side

    def _cost(self, pages: int, question: int, answers: int, view: QuestionView) -> float:
        if self._tiled(view):
            return pages + SMALLER_TILES_COST * -answers + 0.2 * -question
        if question < 0 and answers == 0:
            return pages + (SMALLER_QUESTION_COST if pages == 1 else 5.0)
        return pages + SMALLER_ROWS_COST * -answers + 0.2 * -question

    def _place(self, heading: Heading) -> None:
        plan, view = self._plan, self.view
        assert plan is not None
        assert view is not None
        self._seen.add(self._page)
        heading.place(_rect(plan.heading), plan.question_steps)
        shown = dict(plan.pages[self._page].cells)
        buttons = self._cells()
        for number, button in enumerate(buttons):
            button.set_wide(plan.wide)
            box = shown.get(number)
            if box is not None and number < len(self._main(view)):
                button.setGeometry(_rect(box))
            button.setVisible(box is not None)
        asides = self._asides(plan, self._page)
        for number, button in enumerate(self._apart):
            on = number in asides
            if on:
                button.setGeometry(_rect(plan.aside[number]))
            button.setVisible(on)
        if plan.pager is not None:
            self.pager.setGeometry(_rect(plan.pager))
            self._name_pager()
        self.pager.setVisible(plan.pager is not None and len(plan.pages) > 1)
        if plan.explain is not None:
            self.explain.setGeometry(_rect(plan.explain))
        self.explain.setVisible(plan.explain is not None and bool(self.hinted()))

    def _asides(self, plan: Plan, page: int) -> range | list[int]:
        """Which of the choices set aside stand on a page."""
        if not plan.last:
            return range(len(plan.aside))
        number = page - len(plan.pages) + len(plan.last)
        return [aside for aside, _ in plan.last[number].cells] if number >= 0 else []

    # Choosing

    def _on_choice(self, button: Choice) -> None:
        view = self.view
        if view is None:
            return
        value = toggled(view, view.value, button.value)
        self._refused = value is None
        if value is not None and value != view.value:
            self.changed.emit(value)
        else:
            self._show_value(view.value)
        self.turned.emit()

    def _on_pager(self) -> None:
        assert self._plan is not None
        self._turn_to((self._page + 1) % len(self._plan.pages))

    def _turn_to(self, page: int) -> None:
        self._page = page
        self._refused = False
        self.guard.page_changed()
        self.turned.emit()

    def _complete(self, view: QuestionView) -> bool:
        if view.kind is not Kind.SELECT_MULTIPLE:
            return bool(view.value)
        if any(stands_alone(view, value) for value in view.chosen):
            return True
        return view.most is not None and counted(view, view.value) >= view.most

    # The buttons

    def _tiled(self, view: QuestionView) -> bool:
        """Tiles, and lists and top picks whose things all have a picture."""
        if view.layout is Layout.TILES:
            return True
        ordinary = [each for each in view.choices if not (each.apart or each.exclusive)]
        return (
            view.layout in (Layout.PICK, Layout.LIST)
            and bool(ordinary)
            and all(self._pictograms.has(each.image) for each in ordinary)
        )

    def _main(self, view: QuestionView) -> list[ChoiceView]:
        aside = {each.value for each in self._aside(view)}
        return [each for each in view.choices if each.value not in aside]

    def _aside(self, view: QuestionView) -> list[ChoiceView]:
        """Choices set aside; beside tiles also "nichts davon", which has no picture."""
        tiled = self._tiled(view)
        return [each for each in view.choices if each.apart or (tiled and each.exclusive)]

    def _cells(self) -> list[Choice]:
        return self._tiles if self.view is not None and self._tiled(self.view) else self._rows

    def _show_choices(self, view: QuestionView) -> None:
        single = view.kind is Kind.SELECT_ONE
        tiled = self._tiled(view)
        for unused in self._rows if tiled else self._tiles:
            unused.clear()
        cells = self._tiles if tiled else self._rows
        self._fill(cells, self._main(view), Shape.TILE if tiled else Shape.ROW, single)
        self._fill(self._apart, self._aside(view), Shape.APART, single)

    def _fill(
        self, pool: list[Choice], choices: Sequence[ChoiceView], shape: Shape, single: bool
    ) -> None:
        """Let the buttons of `pool` stand for `choices`; make more if there are too few."""
        while len(pool) < len(choices):
            button = Choice(self.theme, self.guard, shape, self._pictograms, self)
            button.clicked.connect(partial(self._on_choice, button))
            button.hide()
            pool.append(button)
        for button, choice in zip(pool, choices, strict=False):
            button.show_choice(choice.value, choice.label, choice.image, single)
            button.setObjectName(f"choice {choice.value}")
            button.setAccessibleDescription(plain(choice.hint))
        for button in pool[len(choices) :]:
            button.clear()

    def _show_value(self, value: str) -> None:
        chosen = set(value.split())
        for button in (*self._cells(), *self._apart):
            button.set_chosen(button.value != "" and button.value in chosen)

    def _set_answer_steps(self, steps: int) -> None:
        for button in (*self._cells(), *self._apart):
            button.set_steps(steps)
        self.pager.set_steps(steps - 1)
        self.explain.set_steps(steps)

    def _name_explain(self) -> None:
        self.explain.setText(self.tr("Was heißt das?"))

    def _name_pager(self) -> None:
        plan = self._plan
        if plan is not None and plan.pager is not None:
            self.pager.setText(self.pager.words(plan.words, self._page + 1, len(plan.pages)))

    def _pager_texts(self, words: PagerWords | None, view: QuestionView) -> tuple[str, ...]:
        """What the pager may say; more than nine pages only of very long lists."""
        few = len(view.choices) < (9 if self._aside_last else 9 * ENOUGH_ON_PAGE + 1)
        page, other = (8, 9) if few else (88, 99)
        return tuple(self.pager.words(words, page, pages) for pages in (page, other))


def _rect(box: Box) -> QRect:
    return QRect(box.x, box.y, box.width, box.height)


def _share(width: int, count: int, gap: int) -> int:
    return (width - gap * (count - 1)) // max(1, count)


def _lines(buttons: Sequence[Choice], width: int, gap: int) -> list[Sequence[Choice]]:
    """As many side by side as show their words on one line each."""
    for count in range(len(buttons), 1, -1):
        if all(button.natural_width() <= _share(width, count, gap) for button in buttons):
            rest = len(buttons) % count  # a shorter line comes first: "nichts davon" alone
            first = [buttons[:rest]] if rest else []
            return first + [
                buttons[start : start + count] for start in range(rest, len(buttons), count)
            ]
    return [[button] for button in buttons]


def _tightest(buttons: Sequence[Choice], width: int, gap: int) -> list[Sequence[Choice]]:
    """So many side by side that all of them take the least height and no word is cut."""
    found: list[tuple[int, list[Sequence[Choice]]]] = []
    for count in range(1, len(buttons) + 1):
        share = _share(width, count, gap)
        if count > 1 and any(button.breaks_word(share) for button in buttons):
            break
        lines = [buttons[start : start + count] for start in range(0, len(buttons), count)]
        tall = sum(
            gap + max(each.heightForWidth(_share(width, len(line), gap)) for each in line)
            for line in lines
        )
        found.append((tall, lines))
    return min(found, key=lambda each: each[0])[1] if found else []


def _longest_word(button: Choice) -> int:
    return max(map(len, button.text().split()), default=0)


def _most_cells(plan: Plan) -> int:
    return max(len(page.cells) for page in plan.pages)


def _tiles_fit(buttons: Sequence[Choice], width: int, height: int, wide: bool) -> bool:
    for button in buttons:
        button.set_wide(wide)
        if button.breaks_word(width) or button.heightForWidth(width) > height:
            return False
    return True
