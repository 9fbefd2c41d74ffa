"""Dates and times, entered part by part: one part to a page, all parts always in view."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from itertools import product

from PySide6.QtCore import QEvent, QLocale, QRect
from PySide6.QtWidgets import QWidget

from kiosk.forms.view import QuestionView
from kiosk.ui.inputs.arrange import Box, cell
from kiosk.ui.inputs.moment import (
    DATE_PARTS,
    DIGITS,
    TIME_PARTS,
    Moment,
    Part,
    impossible,
    missing,
    read_moment,
    value_of,
)
from kiosk.ui.inputs.question_input import QuestionInput, steps_for
from kiosk.ui.theme import Theme
from kiosk.ui.widgets.button import Button, Look
from kiosk.ui.widgets.cell import Cell
from kiosk.ui.widgets.digit_pad import DigitPad
from kiosk.ui.widgets.heading import Heading
from kiosk.ui.widgets.part_box import PartBox
from kiosk.ui.widgets.tap_guard import TapGuard
from kiosk.ui.widgets.text import Role, Text

OFFERED = {
    Part.DAY: tuple(str(day) for day in range(1, 32)),
    Part.MONTH: tuple(str(month) for month in range(1, 13)),
    Part.YEAR: (),
    Part.HOUR: tuple(str(hour) for hour in range(24)),
    Part.MINUTE: ("00", "15", "30", "45"),
}
COLUMNS = {  # across, those earlier look better
    Part.DAY: ((11, 8, 16), (7, 6, 5)),
    Part.MONTH: ((4, 3, 6), (3, 2)),
    Part.HOUR: ((12, 8, 6), (6, 4)),  # morning and afternoon
    Part.MINUTE: ((4, 2), (2, 4)),
}
SHARES = {Part.DAY: 3, Part.MONTH: 6, Part.YEAR: 4, Part.HOUR: 1, Part.MINUTE: 1}
WIDEST_DATE_MM = 230.0
WIDEST_TIME_MM = 150.0
MOST_CELL_MM = 26.0

QUESTION_FIRST = ((0, 0), (-1, 0), (-2, 0), (-1, -1), (-2, -1), (-2, -2))
"""Cells are as tall as a finger, not as their words: smaller answers only help where words are too
wide for a cell."""


class MomentInput(QuestionInput):
    """A line of boxes that reads as the answer; under it what can be chosen for one of them.

    "Weiter" leads from part to part and tells once what is missing; a tap on a box leads there
    too. What is half entered stays on the glass and is no answer yet. On small glass the question
    steps aside for choosing; what must be said is said beside the question. Names of months are
    those of `locale()`, German unless set.
    """

    def __init__(self, theme: Theme, guard: TapGuard, parent: QWidget | None = None) -> None:
        super().__init__(theme, guard, parent)
        self._moment = Moment()
        self._parts: tuple[Part, ...] = ()
        self._step = 0
        self._known = ""  # the answer as last heard
        self._note = ""
        self._told = False
        self._exact = False  # minutes on the keypad
        self._apart = False  # glass too small for question and choices together
        self._choosing = False  # then: the choices show, not the question
        self._boxes = {part: self._new_box(part) for part in Part}
        self._cells = {part: self._new_cells(part) for part in Part}
        self.colon = Text(theme, ":", Role.STRONG, parent=self)
        self.clock = Text(theme, role=Role.STRONG, parent=self)
        self.pad = DigitPad(theme, guard, self)
        self.pad.pressed.connect(self._on_digit)
        self.pad.erased.connect(self._on_erase)
        self.other = Button(theme, guard, look=Look.QUIET, parent=self)
        self.other.setObjectName("other minutes")
        self.other.clicked.connect(self._on_other)
        self.setLocale(QLocale(QLocale.Language.German, QLocale.Country.Germany))
        self.retranslate()

    def parts_of(self, view: QuestionView) -> tuple[Part, ...]:
        """What `view` asks for, in the order it is asked."""
        raise NotImplementedError

    # Showing

    def show_question(self, view: QuestionView) -> None:
        """Show `view`; what is half entered stays while it is the same question."""
        other = self.view is None or self.view.ref != view.ref
        self.view = view
        self._parts = self.parts_of(view)
        if other:
            self._step = 0
            self._choosing = False
        if other or view.value not in (self._known, value_of(self._moment, self._parts)):
            self._moment = read_moment(view.value, self._parts)
            self._forget_note()
            self._exact = self._needs_pad()
        self._known = view.value
        self._step = min(self._step, len(self._parts) - 1)
        self._show_parts()

    def reset(self) -> None:
        """The session is over: the next person finds nothing half entered."""
        self.view = None
        self._moment = Moment()
        self._known = ""
        self._step = 0
        self._exact = False
        self._choosing = False
        self._forget_note()
        self._show_parts()

    def set_theme(self, theme: Theme) -> None:
        """Take over another text size or panel."""
        super().set_theme(theme)
        for widget in (*self._boxes.values(), *self._every_cell(), self.other):
            widget.set_theme(theme)
        self.colon.set_theme(theme)
        self.clock.set_theme(theme)
        self.pad.set_theme(theme)

    def retranslate(self) -> None:
        """Set every text of our own again."""
        self.clock.setText(self.tr("Uhr"))
        self.pad.retranslate()
        self._forget_note()
        for each in self._every_cell():
            each.setText(each.value)
        for each in self._cells[Part.MONTH]:
            month = self.locale().standaloneMonthName(int(each.value))
            each.setText(month[:1].upper() + month[1:])
        self._name_cells()
        self._show_parts()

    def changeEvent(self, event: QEvent) -> None:
        """Other names for the months."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LocaleChange:
            self.retranslate()
            self.turned.emit()

    def status(self) -> tuple[str, str, bool]:
        """What to do next, what is wrong, or the answer in words."""
        longest = max(self._every_sentence(), key=len, default="")
        if impossible(self._moment, self._parts):
            return self._no_such_date(self._moment), longest, True
        if self._note:
            return self._note, longest, True
        if not self._parts:
            return "", "", False
        if value_of(self._moment, self._parts):
            return self._answer(self.sentence()), longest, False
        return self._asking(self._part), longest, False

    def sentence(self) -> str:
        """What has been entered, as one says it: "3. Mai 1947", "14:30 Uhr", "3. Mai"."""
        dated = [self._words(part) for part in self._parts if part in DATE_PARTS]
        day = " ".join(words for words in dated if words)
        time = ""
        if self._moment.has(Part.HOUR) and self._moment.has(Part.MINUTE):
            time = self.tr("{hour}:{minute} Uhr").format(
                hour=self._moment.hour, minute=self._moment.minute
            )
        elif self._moment.hour:
            time = self.tr("{hour} Uhr").format(hour=self._moment.hour)
        return ", ".join(words for words in (day, time) if words)

    def segments(self) -> list[tuple[str, str]]:
        """Every part with what was chosen for it; then what can be chosen on this page."""
        if not self._parts:
            return []
        names = [(f"part {part.value}", self._boxes[part]) for part in self._parts]
        said = [(key, box.accessibleName().removesuffix(".") + ".") for key, box in names]
        part = self._part
        if part is Part.MONTH or (part is Part.MINUTE and not self._exact):
            cells = self._cells[part]
            return [*said, *((c.objectName(), c.accessibleName() + ".") for c in cells)]
        if part in DIGITS:
            return [*said, ("pad", self.tr("Tippen Sie auf die Ziffern."))]
        first, last = OFFERED[part][0], OFFERED[part][-1]
        words = self.tr("Zur Wahl stehen {first} bis {last}.").format(first=first, last=last)
        return [*said, ("choices", words)]

    def mark(self, segment: str | None) -> None:
        """Highlight the part or the choice being read."""
        for part, box in self._boxes.items():
            box.set_spoken(segment == f"part {part.value}")
        for each in self._every_cell():
            each.set_spoken(segment is not None and segment == each.objectName())

    def focus(self) -> list[QWidget]:
        """The parts of this page, then what can be chosen."""
        if not self._parts:
            return []
        chain: list[QWidget] = [self._boxes[part] for part in self._line()]
        if self._apart and not self._choosing:
            return chain
        if self._padded():
            chain += self.pad.keys()
        else:
            chain += self._cells[self._part]
        return [*chain, self.other] if self._part is Part.MINUTE else chain

    def begins(self) -> QWidget | None:
        """At what can be chosen for the part there is now, not at the line of parts."""
        cells = self._cells[self._part] if self._parts else []
        shown = [each for each in cells if each.isVisible()] or self.pad.digits
        chosen = (each for each in shown if each.isChecked())
        first = next(chosen, shown[0])
        return first if first.isVisible() else None

    # Turning pages

    def turn_on(self) -> bool:
        """To the next part without an answer; what is missing is said once, then "Weiter" goes on.

        Nothing entered is no half date: then, and when all is there, "Weiter" goes on at once.
        What the form refused stays on the glass; "Weiter" once more leaves it unanswered.
        """
        begun = any(self._moment.text(part) for part in self._parts)
        lacking = missing(self._moment, self._parts)
        wrong = impossible(self._moment, self._parts)
        if self._refused() and not self._told:
            self._told = True
            self.changed.emit(value_of(self._moment, self._parts))
            return True
        if not begun or self._told or not (lacking or wrong):
            self._give_up()
            return False
        if not lacking or (wrong and self._part not in lacking):
            self._told = True
            self._turn_to(0)
            return True
        here = self._step
        ahead = [part for part in lacking if self._parts.index(part) > here]
        part = ahead[0] if ahead and self._part not in lacking else lacking[0]
        if self._part in lacking:
            self._told = True
            self._note = self._lacking(self._part)
            self._make_heard()
            self.guard.page_changed()
            self.turned.emit()
            return True
        self._turn_to(self._parts.index(part))
        return True

    def turn_back(self) -> bool:
        """The part before; on small glass, the question."""
        if self._apart and self._choosing:
            self._choosing = False
            self.guard.page_changed()
            self.turned.emit()
            return True
        if self._step == 0 or self._apart:
            self._give_up()
            return False
        self._turn_to(self._step - 1)
        return True

    # Placing

    def arrange(self, area: QRect, heading: Heading, portrait: bool) -> None:
        """The boxes under the question, the choices of this part under them.

        The sizes suit every part of the question, so that nothing moves from page to page.
        """
        if not self._parts:
            return
        theme = self.theme
        gap, wide = theme.px(theme.gap_mm), theme.px(theme.wide_gap_mm)
        line = theme.px(theme.target_mm)
        for (question, answer), space in product(steps_for(theme, QUESTION_FIRST), (wide, gap)):
            self._set_steps(answer)
            height = heading.height_at(area.width(), question)
            top = area.y() + height + gap
            left = max(1, area.y() + area.height() - (top + line + space))
            below = Box(area.x(), top + line + space, area.width(), left)
            grids = self._grids(below, portrait, theme.target_mm)
            if grids is not None and self._line_fits(area.width()):
                break
        self._apart = grids is None
        if grids is None:
            self._arrange_apart(area, heading, portrait)
            return
        heading.place(QRect(area.x(), area.y(), area.width(), height), question)
        self._place_line(QRect(area.x(), top, area.width(), line))
        self._place_choices(below, portrait, grids)
        self._show_parts()

    def _arrange_apart(self, area: QRect, heading: Heading, portrait: bool) -> None:
        """The question with the boxes, or the boxes with the choices, on glass for one of them."""
        theme = self.theme
        gap, line = theme.px(theme.gap_mm), theme.px(theme.target_mm)
        heading.setVisible(not self._choosing)
        if self._choosing:
            # Every millimetre of the body: this glass is too small to be generous on. Above it are
            # the buttons of the upper strip, below it the lower strip's own edge.
            edge = theme.px(1.0)
            top = gap + line + gap
            below = Box(area.x(), top, area.width(), max(1, self.height() - edge - top))
            for steps in range(0, -theme.text_size, -1):
                self._set_steps(steps)
                grids = self._grids(below, portrait, theme.key_floor_mm)
                if grids is not None and self._line_fits(area.width()):
                    break
            self._place_line(QRect(area.x(), gap, area.width(), line))
            self._place_choices(below, portrait, grids or self._last_resort(below, portrait))
        else:
            for question, answer in steps_for(theme):
                self._set_steps(answer)
                height = heading.height_at(area.width(), question)
                if height + gap + line <= area.height() and self._line_fits(area.width()):
                    break
            heading.place(QRect(area.x(), area.y(), area.width(), height), question)
            self._place_line(QRect(area.x(), area.y() + height + gap, area.width(), line))
            for widget in (*self._every_cell(), self.pad, self.other):
                widget.hide()
        self._show_parts()

    def _grids(
        self, area: Box, portrait: bool, least_mm: float
    ) -> dict[Part, tuple[int, int]] | None:
        """Columns and rows for every part asked; None if cells of `least_mm` do not fit."""
        least = self.theme.px(least_mm)
        grids: dict[Part, tuple[int, int]] = {}
        for part in self._parts:
            room = self._choices_box(area, part, portrait)
            if part in DIGITS and self.pad.least_height() > room.height:
                return None
            if not self._cells[part]:
                continue
            widest = max(each.widest_px() for each in self._cells[part])
            tallest = self._cells[part][0].block(area.width).height
            for columns in COLUMNS[part][portrait]:
                rows = -(-len(self._cells[part]) // columns)
                width, height = cell(columns, rows, room, self.theme.px(self.theme.gap_mm))
                if width >= max(least, widest) and height >= max(least, tallest):
                    grids[part] = columns, rows
                    break
            else:
                return None
        return grids

    def _last_resort(self, area: Box, portrait: bool) -> dict[Part, tuple[int, int]]:
        """The glass is too small: the study check says so; here nobody must be stuck."""
        grids: dict[Part, tuple[int, int]] = {}
        for part in self._parts:
            if self._cells[part]:
                columns = COLUMNS[part][portrait or area.width < area.height][0]
                grids[part] = columns, -(-len(self._cells[part]) // columns)
        return grids

    def _choices_box(self, area: Box, part: Part, portrait: bool) -> Box:
        """What of `area` is left beside "Andere Minuten", or above it where the glass is tall."""
        if part is not Part.MINUTE:
            return area
        theme = self.theme
        if portrait:
            below = theme.px(theme.target_mm) + theme.px(theme.gap_mm)
            return replace(area, height=area.height - below)
        return replace(area, width=area.width - self._other_width() - theme.px(theme.wide_gap_mm))

    def _other_width(self) -> int:
        """Wide enough for both things the button says, so that it stays in its place."""
        said = self.other.text()
        widths: list[int] = []
        for words in self._other_words():
            self.other.setText(words)
            widths.append(self.other.natural_width())
        self.other.setText(said)
        return max(widths)

    def _line_fits(self, width: int) -> bool:
        boxes = self._line_boxes(QRect(0, 0, width, 1))
        return all(
            self._boxes[part].widest_px(self._possible(part)) <= box.width()
            for part, box in boxes.items()
        )

    def _line_boxes(self, area: QRect) -> dict[Part, QRect]:
        """Where the boxes stand side by side."""
        theme = self.theme
        parts = self._line()
        gap = theme.px(theme.gap_mm)
        width = min(area.width(), theme.px(WIDEST_DATE_MM))
        if parts[0] in TIME_PARTS:
            gap = 2 * theme.px(2.2) + self.colon.sizeHint().width()
            width = theme.px(WIDEST_TIME_MM)
            width = min(width, area.width() - self.clock.sizeHint().width() - theme.px(3.4))
        if parts == (Part.YEAR,):
            width = width * 4 // 13
        shares = sum(SHARES[part] for part in parts)
        inner = width - gap * (len(parts) - 1)
        boxes: dict[Part, QRect] = {}
        x = area.x()
        for part in parts:
            own = inner * SHARES[part] // shares
            boxes[part] = QRect(x, area.y(), own, area.height())
            x += own + gap
        return boxes

    def _place_line(self, area: QRect) -> None:
        boxes = self._line_boxes(area)
        for part, box in self._boxes.items():
            box.setVisible(part in boxes)
            if part in boxes:
                box.setGeometry(boxes[part])
        timed = Part.HOUR in boxes
        self.colon.setVisible(timed)
        self.clock.setVisible(timed)
        if timed:
            for text, after, space in (
                (self.colon, boxes[Part.HOUR], 2.2),
                (self.clock, boxes[Part.MINUTE], 3.4),
            ):
                size = text.sizeHint()
                y = area.y() + (area.height() - size.height()) // 2
                x = after.x() + after.width() + self.theme.px(space)
                text.setGeometry(x, y, size.width(), size.height())

    def _place_choices(self, area: Box, portrait: bool, grids: dict[Part, tuple[int, int]]) -> None:
        theme = self.theme
        current, padded = self._part, self._padded()
        room = self._choices_box(area, current, portrait)
        for part, cells in self._cells.items():
            shown = part is current and not padded
            for number, each in enumerate(cells):
                if shown:
                    each.setGeometry(self._cell(room, *grids[part], number))
                each.setVisible(shown)
        self.pad.setVisible(padded)
        if padded:
            self.pad.lay_out(QRect(room.x, room.y, room.width, room.height))
        self.other.setVisible(current is Part.MINUTE)
        if current is Part.MINUTE:
            width, height = min(self._other_width(), area.width), theme.px(theme.target_mm)
            last = self.pad if padded else self._cells[Part.MINUTE][-1]
            x, y = area.x, last.y() + last.height() + theme.px(theme.gap_mm)
            if not portrait:
                x, y = room.x + room.width + theme.px(theme.wide_gap_mm), area.y
                height = max(height, self.pad.digits[0].height() if padded else last.height())
            self.other.setGeometry(x, y, width, height)

    def _cell(self, room: Box, columns: int, rows: int, number: int) -> QRect:
        gap = self.theme.px(self.theme.gap_mm)
        width, height = cell(columns, rows, room, gap)
        height = min(height, self.theme.px(MOST_CELL_MM))
        row, column = divmod(number, columns)
        return QRect(room.x + column * (width + gap), room.y + row * (height + gap), width, height)

    def _set_steps(self, steps: int) -> None:
        for widget in (*self._boxes.values(), *self._every_cell(), self.other):
            widget.set_steps(steps)
        self.colon.set_steps(steps)
        self.clock.set_steps(steps)

    # Choosing

    def _on_box(self, part: Part) -> None:
        if part in self._parts:
            self._choosing = True
            self._turn_to(self._parts.index(part))

    def _on_cell(self, part: Part, value: str) -> None:
        self._take(self._moment.given(part, value))

    def _on_digit(self, digit: str) -> None:
        part = self._part
        typed = self._moment.text(part)
        refused = self._cannot_follow(part, typed, digit)
        if refused:
            self._note = refused
            self._make_heard()
            self.turned.emit()
        else:
            self._take(self._moment.given(part, typed + digit))

    def _on_erase(self) -> None:
        self._take(self._moment.given(self._part, self._moment.text(self._part)[:-1]))

    def _on_other(self) -> None:
        self._exact = not self._exact
        self._name_cells()
        self._forget_note()
        self.guard.page_changed()
        self.turned.emit()

    def _take(self, moment: Moment) -> None:
        self._moment = moment
        self._forget_note()
        self._make_heard()
        self._show_parts()
        value = value_of(moment, self._parts)
        # An impossible date is told again as "": an older problem would hide the reason.
        if self.view is not None and (value != self.view.value or self.status()[2]):
            self.changed.emit(value)
        self.turned.emit()

    def _turn_to(self, step: int) -> None:
        self._step = step
        self._note = ""
        self._exact = self._exact or self._needs_pad()
        self.guard.page_changed()
        self.turned.emit()

    def _refused(self) -> bool:
        """Whether what is on the glass is a date or time, but not the one the form has."""
        value = value_of(self._moment, self._parts)
        return value != "" and self.view is not None and value != self.view.value

    def _give_up(self) -> None:
        """An older answer does not stand for a newer one that was refused."""
        if self._refused() and self.view is not None and self.view.value:
            self._known = ""
            self.changed.emit("")

    def _make_heard(self) -> None:
        """Where the question has stepped aside, it comes back with what must be said."""
        self._choosing = self._choosing and not self.status()[2]

    def _needs_pad(self) -> bool:
        """Minutes that are no quarter of an hour are shown where they were typed."""
        return self._moment.minute not in ("", *OFFERED[Part.MINUTE])

    def _forget_note(self) -> None:
        self._note = ""
        self._told = False

    # What it says

    def _cannot_follow(self, part: Part, typed: str, digit: str) -> str:
        """Why `digit` cannot follow; "" if it can."""
        if part is Part.YEAR:
            if len(typed) >= DIGITS[part]:
                return self.tr("Das Jahr hat schon 4 Ziffern.")
            if not typed and digit == "0":
                return self.tr("Bitte tippen Sie das Jahr mit 4 Ziffern ein.")
            return ""
        if len(typed) >= DIGITS[part]:
            return self.tr("Die Minuten haben schon 2 Ziffern.")
        if not typed and digit > "5":
            return self.tr("Die Minuten gehen von 00 bis 59.")
        return ""

    def _asking(self, part: Part) -> str:
        if part is Part.YEAR:
            asked = self.tr("Tippen Sie das Jahr ein, mit 4 Ziffern.")
        elif part is Part.MINUTE and self._exact:
            asked = self.tr("Tippen Sie die Minuten ein, mit 2 Ziffern.")
        else:
            asked = {
                Part.DAY: self.tr("Tippen Sie auf den Tag."),
                Part.MONTH: self.tr("Tippen Sie auf den Monat."),
                Part.HOUR: self.tr("Tippen Sie auf die Stunde."),
                Part.MINUTE: self.tr("Tippen Sie auf die Minuten."),
            }[part]
        if self._moment.has(part):
            asked = self.tr("Tippen Sie jetzt auf „Weiter“.")
        if part in TIME_PARTS and Part.DAY in self._parts:
            return f"{self.sentence()}. {asked}" if self.sentence() else asked
        return asked

    def _lacking(self, part: Part) -> str:
        return {
            Part.DAY: self.tr("Bitte wählen Sie noch den Tag."),
            Part.MONTH: self.tr("Bitte wählen Sie noch den Monat."),
            Part.YEAR: self.tr("Bitte wählen Sie noch das Jahr."),
            Part.HOUR: self.tr("Bitte wählen Sie noch die Stunde."),
            Part.MINUTE: self.tr("Bitte wählen Sie noch die Minuten."),
        }[part]

    def _no_such_date(self, moment: Moment) -> str:
        words = {
            "day": self.tr("{day}.").format(day=moment.day),
            "month": self.locale().monthName(int(moment.month)),
            "year": moment.year,
        }
        leap = (moment.day, moment.month) == ("29", "2")
        if leap:
            words["day"] = self._day(moment.day)
            text = self.tr("Den {day} {month} gibt es {year} nicht. Bitte ändern Sie das Datum.")
        else:
            text = self.tr("Den {day} {month} gibt es nicht. Bitte ändern Sie das Datum.")
        return text.format(**words)

    def _answer(self, sentence: str) -> str:
        return self.tr("Ihre Antwort: {answer}").format(answer=sentence)

    def _every_sentence(self) -> list[str]:
        """Everything the status line may say here, to keep room for it."""
        said = [self._asking(part) for part in self._parts]
        said += [self._lacking(part) for part in self._parts]
        if Part.YEAR in self._parts:
            said.append(self._answer("30. September 2000"))
        if Part.DAY in self._parts:
            said.append(self._no_such_date(Moment(day="31", month="9")))
            said.append(self._no_such_date(Moment(day="29", month="2", year="1947")))
        return said

    def _words(self, part: Part) -> str:
        """How the entered `part` is written; "" while there is nothing."""
        text = self._moment.text(part)
        if not text:
            return ""
        if part is Part.DAY:
            return self._day(text)
        if part is Part.MONTH:
            alone = Part.DAY not in self._parts
            locale = self.locale()
            name = locale.standaloneMonthName if alone else locale.monthName
            return name(int(text))
        return text

    def _day(self, day: str) -> str:
        return self.tr("{day}.").format(day=day)

    def _possible(self, part: Part) -> list[str]:
        """The widest words a box may have to show."""
        if part is Part.MONTH:
            return [self._name(part), *(self.locale().monthName(n) for n in range(1, 13))]
        return [self._name(part), {Part.DAY: "30.", Part.YEAR: "2000"}.get(part, "00")]

    def _name(self, part: Part) -> str:
        return {
            Part.DAY: self.tr("Tag"),
            Part.MONTH: self.tr("Monat"),
            Part.YEAR: self.tr("Jahr"),
            Part.HOUR: self.tr("Stunde"),
            Part.MINUTE: self.tr("Minuten"),
        }[part]

    # The parts

    @property
    def _part(self) -> Part:
        return self._parts[self._step]

    def _line(self) -> tuple[Part, ...]:
        """The parts shown together: those of the date, or those of the time."""
        dated = self._part in DATE_PARTS
        return tuple(part for part in self._parts if (part in DATE_PARTS) == dated)

    def _padded(self) -> bool:
        return self._part is Part.YEAR or (self._part is Part.MINUTE and self._exact)

    def _show_parts(self) -> None:
        none = self.tr("noch nicht gewählt")
        for part in self._parts:
            box = self._boxes[part]
            box.show_part(self._name(part), self._words(part), none)
            box.set_current(part is self._part)
            for each in self._cells[part]:
                each.set_chosen(each.value == self._moment.text(part))

    def _name_cells(self) -> None:
        for each in self._cells[Part.DAY]:
            each.setAccessibleName(self._day(each.value))
        for each in self._cells[Part.HOUR]:
            each.setAccessibleName(self.tr("{hour} Uhr").format(hour=each.value))
        for each in self._cells[Part.MINUTE]:
            each.setAccessibleName(self.tr("{minute} Minuten").format(minute=each.value))
        for each in self._cells[Part.MONTH]:
            each.setAccessibleName(each.text())
        self.other.setText(self._other_words()[self._exact])

    def _other_words(self) -> tuple[str, str]:
        return self.tr("Andere Minuten"), self.tr("Viertelstunden")

    def _new_box(self, part: Part) -> PartBox:
        box = PartBox(self.theme, self.guard, self)
        box.setObjectName(f"part {part.value}")
        box.clicked.connect(partial(self._on_box, part))
        box.hide()
        return box

    def _new_cells(self, part: Part) -> list[Cell]:
        cells: list[Cell] = []
        for value in OFFERED[part]:
            each = Cell(self.theme, self.guard, value, self)
            each.setObjectName(f"{part.value} {value}")
            each.clicked.connect(partial(self._on_cell, part, value))
            each.hide()
            cells.append(each)
        return cells

    def _every_cell(self) -> Sequence[Cell]:
        return [each for cells in self._cells.values() for each in cells]
