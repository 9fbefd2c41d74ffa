"""One question with one answer that is needed: heading, choices, a gentle reminder."""

from itertools import product

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QWidget

from kiosk.forms.markdown import plain
from kiosk.forms.view import QuestionView
from kiosk.ui.theme import Theme
from kiosk.ui.themed import retheme
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.choice import Choice
from kiosk.ui.widgets.decision_pages import DecisionPages
from kiosk.ui.widgets.pager import PagerWords
from kiosk.ui.widgets.reading_mark import ReadingMark
from kiosk.ui.widgets.tap_guard import TapGuard
from kiosk.ui.widgets.text import Role, Text

ATTEMPTS = tuple(
    (steps, columns, space)
    for steps in (0, -1, -2)
    for columns in (1, 2, 3, 4)
    for space in (5.0, 3.0)
)
"""Text steps, columns and millimetres below the heading, in the order tried: one column of full
size where it fits."""
PAGED = tuple(product((PagerWords.LONG, PagerWords.SHORT), (False, True)))
"""On several pages: words of the pager, and whether the reminder takes the place of the heading
instead of one below; what comes first is better if it needs no more pages."""
PAGED_SPACE_MM = 3.0
MANY = 99


class Decision(QWidget):
    """Fills the body of a screen. `picked` gives the value of the tapped choice.

    `aside` is a further button, right of the heading in landscape, below the choices in portrait.
    The reminder stands right of a short heading, below one that leaves room beside the aside, or
    has its place kept below the choices, so that nothing moves. Glass too
    small for all choices shows them page by page, as a question's.
    """

    picked = Signal(str)
    turned = Signal()  # other choices show

    def __init__(self, theme: Theme, guard: TapGuard, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._guard = guard
        self.heading = Text(theme, role=Role.HEADING, parent=self)
        self.heading.setObjectName("heading")
        self._question = ""
        self.choices: list[Choice] = []
        self.reminder = Text(theme, role=Role.STRONG, parent=self)
        self.reminder.setObjectName("reminder")
        self.reminder.hide()
        self._aside: Button | None = None
        self.pages = DecisionPages(theme, guard, self)
        self.pages.pager.clicked.connect(self._on_pager)
        self._area = QRect()  # of the choices, where they stand on pages
        self._instead = False  # the reminder shows in the heading's place
        self._offered = 0
        self._space_mm = ATTEMPTS[0][2]
        self._mark = ReadingMark(theme, self)

    def set_aside(self, button: Button) -> None:
        """Put `button` beside the heading or below the choices."""
        button.setParent(self)
        self._aside = button

    def set_theme(self, theme: Theme) -> None:
        """Take over another text size or panel."""
        self._theme = theme
        retheme(theme, self.heading, self.reminder, self._mark, self.pages, *self.choices)
        if self._aside is not None:
            self._aside.set_theme(theme)

    def show_question(self, question: QuestionView) -> None:
        """Show the question with its choices and what is chosen."""
        self.heading.show_markdown(question.label)
        self._question = plain(question.label)
        while len(self.choices) < len(question.choices):
            choice = Choice(self._theme, self._guard, parent=self)
            choice.clicked.connect(lambda _checked=False, choice=choice: self._on_tap(choice))
            self.choices.append(choice)
        self._offered = len(question.choices)
        for number, choice in enumerate(self.choices):
            on_page = not self.pages.several or self.pages.page_of(number) == self.pages.page
            choice.setVisible(number < self._offered and on_page)
        for choice, view in zip(self.choices, question.choices, strict=False):
            choice.setObjectName(f"choice/{view.value}")
            choice.show_choice(view.value, view.label)
            choice.set_chosen(view.value in question.chosen)

    def clear(self) -> None:
        """Show nothing as chosen, from the first page."""
        self.pages.begin()
        for choice in self.choices:
            choice.set_chosen(False)

    def remind(self, on: bool) -> None:
        """Say gently that an answer is needed, or no longer."""
        self.reminder.setText(self._reminder_words() if on else "")
        self.reminder.setVisible(on)
        self.heading.setVisible(not (on and self._instead))

    def turn_on(self) -> bool:
        """Show choices nobody has seen while none is chosen; False if there are none."""
        unseen = self.pages.unseen()
        if unseen is None or any(choice.isChecked() for choice in self._answers()):
            return False
        self._turn_to(unseen)
        return True

    def turn_back(self) -> bool:
        """Show the page before; False if this is the first."""
        if self.pages.page == 0:
            return False
        self._turn_to(self.pages.page - 1)
        return True

    def focus(self) -> list[QWidget]:
        """Everything to touch, as it stands."""
        aside = [] if self._aside is None else [self._aside]
        parts: list[QWidget] = [*self._answers(), self.pages.pager, *aside]
        return sorted(parts, key=lambda each: (each.y(), each.x()))

    def spoken(self) -> list[tuple[str, str]]:
        """Heading, the choices of every page, reminder as (id, words)."""
        parts = [("heading", self._question)]
        parts += [(choice.objectName(), choice.text()) for choice in self._answers()]
        if self._aside is not None:
            parts.append(("aside", self._aside.text()))
        if not self.reminder.isHidden():
            parts.append(("reminder", self.reminder.text()))
        return parts

    def mark(self, segment: str | None) -> None:
        """Stand beside what is being read, on its page."""
        for number, choice in enumerate(self._answers()):
            spoken = choice.objectName() == segment
            page = self.pages.page_of(number)
            if spoken and page is not None and page != self.pages.page:
                self._turn_to(page)
            choice.set_spoken(spoken)
        places: dict[str | None, QWidget] = {"heading": self.heading, "reminder": self.reminder}
        if self._aside is not None:
            places["aside"] = self._aside
        widget = places.get(segment)
        self._mark.stand_beside(widget.geometry() if widget is not None else None)

    def height_at(self, width: int, beside: bool) -> int:
        """The least height at `width` with choices in one column at full text size."""
        self._set_steps(0)
        self._space_mm = ATTEMPTS[0][2]
        return self._height(width, 1, beside)

    def lay_out(self, area: QRect, beside: bool) -> None:
        """Place everything in `area` of the parent's coordinates, whose body this fills."""
        parent = self.parentWidget()
        assert parent is not None
        self.setGeometry(parent.rect())
        self._instead = False
        if self._aside is not None:
            self._aside.set_steps(0)
        for steps, columns, space_mm in ATTEMPTS:
            self._set_steps(steps)
            least = self._theme.gap_mm if self._aside is not None else 0.0
            self._space_mm = max(space_mm, least)
            if columns > len(self._answers()):
                continue
            if columns > 1 and self._breaks(self._cell(area.width(), columns)):
                continue
            if self._height(area.width(), columns, beside) <= area.height():
                self.pages.none()
                for choice in self._answers():
                    choice.show()
                self.remind(not self.reminder.isHidden())
                self._place(area, columns, beside)
                return
        self._lay_out_pages(area)

    # Pages

    def _lay_out_pages(self, area: QRect) -> None:
        """The largest text that leaves each page two choices; else the smallest, and one."""
        answers = self._answers()
        for steps in (0, -1, -2):
            plans = [(self._plan(area, steps, *each) or MANY, each) for each in PAGED]
            pages, best = min(plans, key=lambda plan: plan[0])
            if pages <= -(-len(answers) // 2):
                break
        self._plan(area, steps, *best)
        _, self._instead = best
        width, gap = area.width(), self._theme.px(self._theme.gap_mm)
        self.heading.setGeometry(area.x(), area.y(), width, self.heading.heightForWidth(width))
        self.remind(not self.reminder.isHidden())
        y = self.pages.show_page(self.pages.page, self._area, answers, self._aside)
        y = area.y() if self._instead else y + gap
        self.reminder.setGeometry(area.x(), y, width, self._reminder_height(width))

    def _plan(self, area: QRect, steps: int, words: PagerWords, instead: bool) -> int:
        """How many pages it takes; 0 if it cannot be done."""
        theme, width = self._theme, area.width()
        self._set_steps(steps)
        if self._aside is not None:
            self._aside.set_steps(steps)
        if instead:  # of a heading that may be short
            self.reminder.set_steps(-2)
        heading, reminder = self.heading.heightForWidth(width), self._reminder_height(width)
        below = 0 if instead else theme.px(theme.gap_mm) + reminder
        top = heading + theme.px(PAGED_SPACE_MM)
        self._area = area.adjusted(0, top, 0, -below)
        pages = self.pages.plan(self._area, self._answers(), self._aside, steps, words)
        return 0 if instead and reminder > heading else pages

    def _turn_to(self, page: int) -> None:
        self._guard.page_changed()
        self.pages.show_page(page, self._area, self._answers(), self._aside)
        self.turned.emit()

    def _on_pager(self) -> None:
        self._turn_to(self.pages.following())

    # Measures

    def _answers(self) -> list[Choice]:
        return self.choices[: self._offered]

    def _set_steps(self, steps: int) -> None:
        self.heading.set_steps(steps)
        self.reminder.set_steps(steps)
        for choice in self.choices:
            choice.set_steps(steps)

    def _cell(self, width: int, columns: int) -> int:
        return (width - (columns - 1) * self._theme.px(self._theme.gap_mm)) // columns

    def _breaks(self, width: int) -> bool:
        return any(choice.breaks_word(width) for choice in self._answers())

    def _rows(self, width: int, columns: int) -> list[int]:
        cell = self._cell(width, columns)
        heights = [choice.heightForWidth(cell) for choice in self._answers()]
        return [max(heights[start : start + columns]) for start in range(0, len(heights), columns)]

    def _head(self, width: int, beside: bool) -> tuple[int, int]:
        """Width of the heading and height of its row."""
        if self._aside is None or not beside:
            return width, self.heading.heightForWidth(width)
        room = width - self._aside.natural_width() - self._theme.px(self._theme.wide_gap_mm)
        return room, max(self.heading.heightForWidth(room), self._aside.heightForWidth(width))

    def _height(self, width: int, columns: int, beside: bool) -> int:
        theme = self._theme
        gap, space = theme.px(theme.gap_mm), theme.px(self._space_mm)
        rows = self._rows(width, columns)
        total = self._head(width, beside)[1] + space + sum(rows) + gap * (len(rows) - 1)
        if self._aside is not None and not beside:
            total += theme.px(theme.wide_gap_mm) + self._aside.heightForWidth(width)
        if self._beside_heading(width) or self._below_heading(width, beside):
            return total
        return total + gap + self._reminder_height(width)

    def _beside_heading(self, width: int) -> bool:
        """Whether heading and reminder fit into one line."""
        if self._aside is not None:
            return False
        shown = self.reminder.text()
        self.reminder.setText(self._reminder_words())
        needed = self.heading.sizeHint().width() + self.reminder.sizeHint().width()
        self.reminder.setText(shown)
        return needed + self._theme.px(self._theme.wide_gap_mm) <= width

    def _below_heading(self, width: int, beside: bool) -> bool:
        """Whether heading and reminder are no taller than the aside right of them."""
        if self._aside is None or not beside:
            return False
        room = self._head(width, beside)[0]
        tall = self.heading.heightForWidth(room) + self._reminder_height(room)
        return tall <= self._aside.heightForWidth(width)

    def _reminder_height(self, width: int) -> int:
        shown = self.reminder.text()
        self.reminder.setText(self._reminder_words())
        height = self.reminder.heightForWidth(width)
        self.reminder.setText(shown)
        return height

    def _place(self, area: QRect, columns: int, beside: bool) -> None:
        theme = self._theme
        gap = theme.px(theme.gap_mm)
        width, tall = self._head(area.width(), beside)
        heading = self.heading.heightForWidth(width)
        y = area.top()
        below = self._below_heading(area.width(), beside)
        reminder = self._reminder_height(width) if below else 0
        top = y + (tall - heading - reminder) // 2
        self.heading.setGeometry(area.left(), top, width, heading)
        self.reminder.setGeometry(area.left(), top + heading, width, reminder)
        if self._aside is not None and beside:
            wide = self._aside.natural_width()
            high = self._aside.heightForWidth(wide)
            self._aside.setGeometry(area.right() + 1 - wide, y + (tall - high) // 2, wide, high)
        y += tall + theme.px(self._space_mm)
        cell = self._cell(area.width(), columns)
        shown = self._answers()
        for row, high in enumerate(self._rows(area.width(), columns)):
            for column, choice in enumerate(shown[row * columns : (row + 1) * columns]):
                choice.setGeometry(area.left() + column * (cell + gap), y, cell, high)
            y += high + gap
        if self._aside is not None and not beside:
            y += theme.px(theme.wide_gap_mm) - gap
            wide = min(area.width(), self._aside.natural_width())
            high = self._aside.heightForWidth(wide)
            self._aside.setGeometry(area.left(), y, wide, high)
            y += high + gap
        if self._beside_heading(area.width()):
            room = self.reminder.sizeHint().width()
            self.reminder.setGeometry(area.right() + 1 - room, area.top(), room, heading)
            self.heading.resize(area.width() - room, heading)
        if below or self._beside_heading(area.width()):
            return
        high = self.reminder.heightForWidth(area.width())
        self.reminder.setGeometry(area.left(), y, area.width(), high)

    def _reminder_words(self) -> str:
        return self.tr("Bitte wählen Sie eine Antwort.")

    def _on_tap(self, choice: Choice) -> None:
        for each in self._answers():
            each.set_chosen(each is choice)
        self.picked.emit(choice.value)
