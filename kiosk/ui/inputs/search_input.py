"""Choosing from a long list: a few letters narrow it, what is found stands on pages."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import product

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QWidget

from kiosk.forms.markdown import plain
from kiosk.forms.view import ChoiceView, Kind, QuestionView
from kiosk.journey.presentation import KeyOrder
from kiosk.ui.inputs.arrange import Box
from kiosk.ui.inputs.choice_index import ChoiceIndex
from kiosk.ui.inputs.question_input import QuestionInput, steps_for
from kiosk.ui.inputs.selection import counted, toggled
from kiosk.ui.theme import Theme
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.choice import Choice, Shape, first_upper
from kiosk.ui.widgets.heading import Heading
from kiosk.ui.widgets.keyboard import Keyboard
from kiosk.ui.widgets.tap_guard import TapGuard
from kiosk.ui.widgets.text import Role, Text
from kiosk.ui.widgets.text_field import FieldBox, TextField

LONGEST = 40  # characters typed
KEY_MM = (15.0, 12.7)
MOST_KEY_MM = 18.0
ENOUGH_ROWS = 3
"""Answers that must fit beside the keyboard; on smaller glass searching has its own page."""
MOST_NAMED = 2  # chosen answers; more are counted
LINE_GAP_MM = 2.0


@dataclass(frozen=True, slots=True)
class Plan:
    """Where everything stands; `field` None where the question shows without its search."""

    question_steps: int
    answer_steps: int
    heading: Box | None
    field: Box | None
    keyboard: Box | None
    line: Box
    rows: Box
    pager: Box
    aside: tuple[Box, ...]
    look: Box | None


class SearchInput(QuestionInput):
    """A field and a keyboard, what is found, and what is chosen, which always shows.

    On small glass the question shows with what is chosen and "Antwort suchen"; searching takes the
    whole body, and "Weiter" or "Zurück" lead back to the question.
    """

    ordered = Signal(object)  # the KeyOrder the person chose on the keyboard

    def __init__(self, theme: Theme, guard: TapGuard, parent: QWidget | None = None) -> None:
        super().__init__(theme, guard, parent)
        self._index = ChoiceIndex(())
        self._aside: tuple[ChoiceView, ...] = ()
        self._named: list[str] = []  # labels of what is chosen
        self._main: tuple[ChoiceView, ...] = ()
        self._first: tuple[int, ...] = ()  # chosen when the question came: first in the whole list
        self._found: Sequence[int] = ()
        self._starts = [0]  # where the pages so far begin
        self._end = 0
        self._searching = False
        self._refused = False
        self._plan: Plan | None = None
        self._planned_for: object = None
        self.field = TextField(theme, self)
        self._box = FieldBox(theme, self.field, self)
        self.field.setObjectName("search")
        self.keyboard = Keyboard(theme, guard, self)
        self.line = Text(theme, role=Role.NOTICE, parent=self)
        self.line.setObjectName("chosen")
        self.nothing = Text(theme, role=Role.BODY, parent=self)
        self.nothing.setObjectName("nothing")
        self._rows: list[Choice] = []
        self._apart: list[Choice] = []
        self.pager = Button(theme, guard, parent=self)
        self.pager.setObjectName("pager")
        self.look = Button(theme, guard, parent=self)
        self.look.setObjectName("look")
        self.field.edited.connect(self._on_edited)
        self.keyboard.typed.connect(self._on_typed)
        self.keyboard.erased.connect(self.field.erase)
        self.keyboard.ordered.connect(self.ordered)
        self.pager.clicked.connect(self._on_pager)
        self.look.clicked.connect(self._on_look)
        self.retranslate()

    # Showing

    def show_question(self, view: QuestionView) -> None:
        """Show `view`; what was typed stays while it is the same question."""
        before = self.view
        self.view = view
        other = before is None or before.ref != view.ref
        others = before is None or before.choices != view.choices
        if others:
            self._main = tuple(each for each in view.choices if not each.apart)
            self._index = ChoiceIndex([plain(each.label) for each in self._main])
            self._aside = tuple(each for each in view.choices if each.apart)
            self._fill_apart()
            self._planned_for = None
        if other:
            self._searching = False
            self._refused = False
            self.field.show_text("", LONGEST)
            chosen = set(view.chosen)
            self._first = tuple(n for n, each in enumerate(self._main) if each.value in chosen)
        if other or others:
            self._find()
        chosen = set(view.chosen)
        self._named = [first_upper(each.label) for each in self._main if each.value in chosen]
        self._say()

    def reset(self) -> None:
        """The session is over: the next person finds nothing typed."""
        super().reset()
        self.field.show_text("", LONGEST)
        self._searching = False
        for row in self._rows:
            row.clear()

    def set_order(self, order: KeyOrder) -> None:
        """Put the letters in another order."""
        self.keyboard.set_order(order)

    def set_theme(self, theme: Theme) -> None:
        """Take over another text size or panel."""
        super().set_theme(theme)
        self._planned_for = None
        for button in (*self._rows, *self._apart, self.pager, self.look):
            button.set_theme(theme)
        for widget in (self._box, self.field, self.keyboard, self.line, self.nothing):
            widget.set_theme(theme)

    def retranslate(self) -> None:
        """Set every text of our own again."""
        self._planned_for = None
        self.keyboard.retranslate()
        self.look.setText(self.tr("Antwort suchen"))
        self.field.setAccessibleName(self.tr("Suchen"))
        self.nothing.setText(self.tr("Nichts gefunden. Bitte löschen Sie Buchstaben."))
        self._say()

    def status(self) -> tuple[str, str, bool]:
        """How many may be and are chosen."""
        view = self.view
        if view is None or view.kind is not Kind.SELECT_MULTIPLE or view.most is None:
            return "", "", False
        counts = self.tr("Sie können bis zu {most} Antworten wählen. Gewählt: {count}")
        text = counts.format(most=view.most, count=counted(view, view.value))
        return text, "", False

    def segments(self) -> list[tuple[str, str]]:
        """How to search, what is chosen, and the answers of this page."""
        view = self.view
        if view is None:
            return []
        words = [
            (
                "search",
                self.tr("Es sind {count} Antworten. Tippen Sie den Anfang Ihrer Antwort.").format(
                    count=len(self._main)
                ),
            )
        ]
        line = self.line.text()
        if line:
            words.append(("chosen", line if line.endswith(".") else line + "."))
        if self._showing_results() and not self._found:
            words.append(("nothing", self.nothing.text()))
        shown = [each for each in (*self._rows, *self._apart) if not each.isHidden()]
        for row in shown:
            text = self.tr("Antwort: {label}").format(label=row.text())
            if row.isChecked():
                text += ". " + self.tr("Ausgewählt")
            words.append((row.value, text + "."))
        return words

    def mark(self, segment: str | None) -> None:
        """Highlight the answer being read."""
        for row in (*self._rows, *self._apart):
            row.set_spoken(segment is not None and row.value == segment)

    def focus(self) -> list[QWidget]:
        """The field; then keys, what was found and what is set aside, as they lie below each other,
        and what stands right of the keys behind them.
        """
        keyboard = self.keyboard
        found = _standing([self.look, *self._rows, self.pager])
        aside = _standing(self._apart)
        keys: list[QWidget] = [] if keyboard.isHidden() else [*keyboard.in_order()]
        beside = bool(keys and aside) and aside[0].x() > keyboard.geometry().right()
        blocks = [(found[0].y(), found)] if found else []
        if keys:
            blocks.append((keyboard.y(), keys))
        if aside:
            blocks.append((self.height() if beside else aside[0].y(), aside))
        blocks.sort(key=lambda each: each[0])
        field = [] if self.field.isHidden() else [self.field]
        return [*field, *(widget for _, block in blocks for widget in block)]

    # Turning pages

    def turn_on(self) -> bool:
        """Out of searching, to the question with what was chosen."""
        return self._stop_searching()

    def turn_back(self) -> bool:
        """The page of answers before; out of searching."""
        if self._showing_results() and len(self._starts) > 1:
            self._starts.pop()
            self._turned()
            return True
        return self._stop_searching()

    # Placing

    def arrange(self, area: QRect, heading: Heading, portrait: bool) -> None:
        """All together if three answers fit beside the keyboard; else one after the other."""
        view = self.view
        if view is None:
            return
        key = (
            view.ref,
            view.choices,
            area,
            portrait,
            self.theme.text_size,
            self._searching,
            tuple(self._named),
            heading.question.text(),
            heading.hint.text(),
            heading.problem.text(),
            heading.status.text(),
        )
        if self._plan is None or key != self._planned_for:
            self._plan = self._best_plan(area, heading, portrait)
            self._planned_for = key
            if self._plan.keyboard is not None:
                self.keyboard.lay_out(_rect(self._plan.keyboard))
        self._place(self._plan, heading)

    def _best_plan(self, area: QRect, heading: Heading, portrait: bool) -> Plan:
        whole = Box(area.x(), area.y(), area.width(), area.height())
        for enough, (question, answer) in product(
            (ENOUGH_ROWS, ENOUGH_ROWS - 1), steps_for(self.theme)
        ):
            self._set_steps(answer)
            height = heading.height_at(area.width(), question)
            for key_mm in KEY_MM:
                steps = (question, answer)
                plan = self._together(whole, height, portrait, key_mm, steps, enough)
                if plan is not None:
                    self._searching = False
                    return plan
        if not self._searching:
            return self._question_alone(area, heading)
        margin = self.theme.px(1.0)
        # Above it are the buttons of the upper strip.
        top = self.theme.px(self.theme.gap_mm)
        body = Box(area.x(), top, area.width(), self.height() - top - margin)
        for enough in range(ENOUGH_ROWS, 0, -1):
            for steps in steps_for(self.theme):
                self._set_steps(steps[1])
                for key_mm in KEY_MM:
                    plan = self._together(body, None, portrait, key_mm, steps, enough)
                    if plan is not None:
                        return plan
        return self._last_resort(body)

    def _together(
        self,
        area: Box,
        heading: int | None,
        portrait: bool,
        key_mm: float,
        steps: tuple[int, int],
        enough: int,
    ) -> Plan | None:
        """Field, keyboard and at least `enough` rows; None if they do not fit.

        `heading` is the height of the question, None where it does not show; what is set aside
        then stands with the question. Wide glass has the keyboard left and what is found right of
        it; on tall glass the keyboard stands below.
        """
        theme = self.theme
        gap, wide = theme.px(theme.gap_mm), theme.px(theme.wide_gap_mm)
        top = area.y if heading is None else area.y + heading + gap
        bottom = area.y + area.height
        left = area.width if portrait else max(self._keyboard_width(key_mm), area.width // 2)
        keys = self.keyboard.least_height(key_mm, left)
        turn = max(self.pager.heightForWidth(self._pager_width()), theme.px(theme.target_mm))
        field = max(theme.px(theme.key_mm), self.field.height_of_lines(1))
        if portrait:
            field = max(field, turn)
            beside = self._pager_width()
            right, x = area.width, area.x
            under = self._aside_boxes(area.x, area.width, bottom - keys - wide, heading)
            if under is None:
                return None
            aside, last = under
            box = Box(area.x, top, area.width - beside - gap, field)
            board = Box(area.x, bottom - keys, area.width, keys)
            pager = Box(area.x + area.width - beside, top, beside, field)
            first = top + field + gap
        else:
            right, x = area.width - left - wide, area.x + left + wide
            under = self._aside_boxes(area.x, left, bottom, heading)
            if under is None or right < theme.px(theme.target_mm) * 3:
                return None
            aside, above = under
            if top + field + gap + keys > above:
                return None
            keys = min(above - top - field - gap, self.keyboard.least_height(MOST_KEY_MM, left))
            box = Box(area.x, top, left, field)
            board = Box(area.x, top + field + gap, left, keys)
            pager = Box(x, bottom - turn, right, turn)
            first, last = top, bottom - turn - gap
        line = -int(-self.line.block(100_000).height // 1)
        y = first + line + theme.px(LINE_GAP_MM)
        rows = Box(x, y, right, last - y)
        if rows.height < enough * theme.px(theme.target_mm) + (enough - 1) * gap:
            return None
        head = None if heading is None else Box(area.x, area.y, area.width, heading)
        return Plan(*steps, head, box, board, Box(x, first, right, line), rows, pager, aside, None)

    def _aside_boxes(
        self, x: int, width: int, bottom: int, heading: int | None
    ) -> tuple[tuple[Box, ...], int] | None:
        """What is set aside, above `bottom`, and where the room above it ends; None if a word
        would be cut."""
        gap = self.theme.px(self.theme.gap_mm)
        apart = self._apart[: 0 if heading is None else len(self._aside)]
        if not apart:
            return (), bottom
        share = (width - gap * (len(apart) - 1)) // len(apart)
        across = 1 if any(each.breaks_word(share) for each in apart) else len(apart)
        share = (width - gap * (across - 1)) // across
        if any(each.breaks_word(share) for each in apart):
            return None
        tall = max(each.heightForWidth(share) for each in apart)
        rows = -(-len(apart) // across)
        top = bottom - rows * tall - (rows - 1) * gap
        boxes = tuple(
            Box(x + n % across * (share + gap), top + n // across * (tall + gap), share, tall)
            for n in range(len(apart))
        )
        return boxes, top - gap

    def _question_alone(self, area: QRect, heading: Heading) -> Plan:
        """The question, what is chosen, "Antwort suchen" and what is set aside: in one line where
        the glass is too low for two."""
        theme = self.theme
        gap = theme.px(theme.gap_mm)
        width = area.width()
        buttons: list[Button] = [self.look, *self._apart[: len(self._aside)]]
        for one_line, (question, answer) in product((False, True), steps_for(theme)):
            self._set_steps(answer)
            height = heading.height_at(width, question)
            line = self.line.heightForWidth(width)
            y = area.y() + height + gap + (line + gap if line else 0)
            across = len(buttons) if one_line else 1
            share = (width - gap * (across - 1)) // across
            tall = max(each.heightForWidth(share) for each in buttons[: across or 1])
            aside: tuple[Box, ...] = ()
            end = y + tall
            if one_line:
                aside = tuple(
                    Box(area.x() + n * (share + gap), y, share, tall) for n in range(1, across)
                )
            elif under := self._aside_boxes(area.x(), width, 0, height):
                aside, used = under
                aside = tuple(replace(each, y=y + tall - used + each.y) for each in aside)
                end -= used
            if end <= area.bottom() + 1:
                break
        head = Box(area.x(), area.y(), width, height)
        first = Box(area.x(), area.y() + height + gap, width, line)
        none = Box(area.x(), y, width, 0)
        look = Box(area.x(), y, share, tall)
        return Plan(question, answer, head, None, None, first, none, none, aside, look)

    def _last_resort(self, area: Box) -> Plan:
        """Nothing fits this glass: field and keyboard as they are, one answer between them."""
        theme = self.theme
        gap, target = theme.px(theme.gap_mm), theme.px(theme.target_mm)
        field = self.field.height_of_lines(1)
        keys = self.keyboard.least_height(KEY_MM[-1], area.width)
        y = area.y + field + gap
        none = Box(area.x, y, area.width, 0)
        return Plan(
            *steps_for(theme)[-1],
            None,
            Box(area.x, area.y, area.width // 2, field),
            Box(area.x, area.y + area.height - keys, area.width, keys),
            none,
            Box(area.x + area.width // 2 + gap, area.y, area.width // 2 - gap, target),
            none,
            (none,) * len(self._aside),
            None,
        )

    def _place(self, plan: Plan, heading: Heading) -> None:
        self._set_steps(plan.answer_steps)
        heading.setVisible(plan.heading is not None)
        if plan.heading is not None:
            heading.place(_rect(plan.heading), plan.question_steps)
        for widget in (self._box, self.field, self.keyboard):
            widget.setVisible(plan.field is not None)
        self.look.setVisible(plan.look is not None)
        if plan.look is not None:
            self.look.setGeometry(_rect(plan.look))
        if plan.field is not None:
            edge = self.theme.px(self.theme.chosen_mm)
            area = _rect(plan.field)
            self._box.place(area)
            words = self.tr("Anfang tippen")
            room = area.width() - 2 * (edge + self.theme.px(self.theme.padding_mm))
            fits = self.field.fontMetrics().horizontalAdvance(words) <= room
            self.field.setPlaceholderText(words if fits else "")
            spare = max(0, (area.height() - self.field.height_of_lines(1)) // 2)
            self.field.setGeometry(area.adjusted(edge, edge + spare, -edge, -edge - spare))
        # More than one line takes from the room of the rows, rather than change everything.
        tall = max(plan.line.height, self.line.heightForWidth(plan.line.width))
        self.line.setGeometry(plan.line.x, plan.line.y, plan.line.width, tall)
        self.line.setVisible(bool(self.line.text()))
        for number, button in enumerate(self._apart):
            on = number < len(plan.aside) and plan.aside[number].height > 0
            if on:
                button.setGeometry(_rect(plan.aside[number]))
            button.setVisible(on)
        more = tall - plan.line.height
        rows = replace(plan.rows, y=plan.rows.y + more, height=plan.rows.height - more)
        self._place_rows(plan, rows)
        self._show_value()

    def _place_rows(self, plan: Plan, area: Box) -> None:
        """As many of what is found as fit, from where the page begins."""
        shown = plan.field is not None
        self.nothing.setVisible(shown and not self._found)
        if self.nothing.isVisibleTo(self):
            tall = self.nothing.heightForWidth(area.width)
            self.nothing.setGeometry(area.x, area.y, area.width, min(tall, area.height))
        start = self._starts[-1]
        self._end = start
        y, bottom = area.y, area.y + area.height
        gap = self.theme.px(self.theme.gap_mm)
        used = 0
        while shown and self._end < len(self._found):
            row = self._row(used)
            self._stand_for(row, self._main[self._found[self._end]])
            height = self._height_of(row, area.width, plan.answer_steps)
            if y + height > bottom and used:
                break
            row.setGeometry(area.x, y, area.width, min(height, bottom - y))
            row.show()
            y += height + gap
            used += 1
            self._end += 1
        for row in self._rows[used:]:
            row.clear()
        self.pager.setVisible(shown and (start > 0 or self._end < len(self._found)))
        self.pager.setGeometry(_rect(plan.pager))
        self.pager.setText(self._pager_text(self._end == len(self._found)))

    def _height_of(self, row: Choice, width: int, steps: int) -> int:
        """How tall a row is; smaller where a word is wider than the row."""
        for each in range(steps, -self.theme.text_size, -1):
            row.set_steps(each)
            if not row.breaks_word(width):
                break
        return row.heightForWidth(width)

    def _pager_width(self) -> int:
        """The width of the pager whatever it says."""
        widths = []
        for last in (True, False):
            self.pager.setText(self._pager_text(last))
            widths.append(self.pager.natural_width())
        return max(widths)

    def _keyboard_width(self, key_mm: float) -> int:
        theme = self.theme
        return 11 * theme.px(key_mm) + 10 * theme.px(theme.key_gap_mm)

    # Choosing

    def _on_choice(self, row: Choice) -> None:
        view = self.view
        if view is None:
            return
        value = toggled(view, view.value, row.value)
        self._refused = value is None
        if value is not None and value != view.value:
            self.changed.emit(value)
        self._say()
        self.turned.emit()

    def _on_typed(self, text: str) -> None:
        self.field.type(text)

    def _on_edited(self, text: str) -> None:
        del text
        self._refused = False
        self._find()
        self._say()
        self.turned.emit()

    def _on_pager(self) -> None:
        if self._end < len(self._found):
            self._starts.append(self._end)
        else:
            self._starts = [0]
        self._turned()

    def _on_look(self) -> None:
        self._searching = True
        self._turned()
        self.field.write_on()

    def _stop_searching(self) -> bool:
        if not self._searching:
            return False
        self._searching = False
        self._turned()
        return True

    def _turned(self) -> None:
        self._refused = False
        self._say()
        self.guard.page_changed()
        self.turned.emit()

    def _find(self) -> None:
        """What is found by what is typed; what was chosen stands first in the whole list."""
        self._starts = [0]
        found = self._index.find(self.field.toPlainText())
        if self._first and len(found) == len(self._main):
            first = set(self._first)
            found = [*self._first, *(number for number in found if number not in first)]
        self._found = found

    def _showing_results(self) -> bool:
        return self._plan is not None and self._plan.field is not None

    def _say(self) -> None:
        """What is chosen, or why a tap was refused, or how many answers there are; not what is set
        aside: that always shows."""
        view = self.view
        self.line.set_role(Role.NOTICE if self._named or self._refused else Role.HINT)
        if self._refused and view is not None:
            text = self.tr("Sie haben schon {most} Antworten gewählt. Mehr geht hier nicht.")
            self.line.setText(text.format(most=view.most))
        elif len(self._named) > MOST_NAMED:
            text = self.tr("Gewählt: {count} Antworten")
            self.line.setText(text.format(count=len(self._named)))
        elif self._named:
            text = self.tr("Gewählt: {labels}").format(labels=" · ".join(self._named))
            self.line.show_markdown(text)
        elif not self._found:
            self.line.setText("")
        else:
            one = len(self._found) == 1
            text = self.tr("1 Antwort") if one else self.tr("{count} Antworten")
            self.line.setText(text.format(count=len(self._found)))

    def _pager_text(self, last: bool) -> str:
        return self.tr("Von vorn") if last else self.tr("Weitere")

    # The buttons

    def _fill_apart(self) -> None:
        while len(self._apart) < len(self._aside):
            self._apart.append(self._new_choice(Shape.APART))
        for button, choice in zip(self._apart, self._aside, strict=False):
            self._stand_for(button, choice)
        for button in self._apart[len(self._aside) :]:
            button.clear()

    def _row(self, number: int) -> Choice:
        while len(self._rows) <= number:
            self._rows.append(self._new_choice(Shape.ROW))
        return self._rows[number]

    def _new_choice(self, shape: Shape) -> Choice:
        button = Choice(self.theme, self.guard, shape, parent=self)
        button.clicked.connect(partial(self._on_choice, button))
        button.hide()
        return button

    def _stand_for(self, button: Choice, choice: ChoiceView) -> None:
        assert self.view is not None
        single = self.view.kind is Kind.SELECT_ONE
        button.show_choice(choice.value, choice.label, single=single)
        button.setObjectName(f"choice {choice.value}")
        button.setAccessibleDescription(plain(choice.hint))

    def _show_value(self) -> None:
        chosen = set(self.view.chosen) if self.view is not None else set()
        for button in (*self._rows, *self._apart):
            button.set_chosen(button.value != "" and button.value in chosen)

    def _set_steps(self, steps: int) -> None:
        for button in self._apart:
            button.set_steps(steps)
        self.field.set_steps(steps)
        self.look.set_steps(steps)
        self.line.set_steps(steps)
        self.nothing.set_steps(steps)
        self.pager.set_steps(steps - 1)


def _rect(box: Box) -> QRect:
    return QRect(box.x, box.y, box.width, box.height)


def _standing(widgets: Sequence[QWidget]) -> list[QWidget]:
    """Those that show, in reading order."""
    shown = [each for each in widgets if not each.isHidden()]
    return sorted(shown, key=lambda each: (each.y(), each.x()))
