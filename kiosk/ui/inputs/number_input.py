"""Numbers: a stepper and a keypad, no slider."""

from functools import partial

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from kiosk.forms.view import QuestionView
from kiosk.ui.inputs.question_input import QuestionInput, steps_for
from kiosk.ui.painting import rounded_box, text_block
from kiosk.ui.theme import Theme
from kiosk.ui.widgets.button import Button, Look
from kiosk.ui.widgets.heading import Heading
from kiosk.ui.widgets.tap_guard import TapGuard

DIGITS = "1234567890"
LONGEST = 9  # digits: what an XForms int holds


class NumberInput(QuestionInput):
    """One less, the number, one more; and ten digits for who knows the number."""

    def __init__(self, theme: Theme, guard: TapGuard, parent: QWidget | None = None) -> None:
        super().__init__(theme, guard, parent)
        self._typed = ""
        self._known = ""  # the answer as last heard
        self._refused = ""
        self._told = False  # why "Weiter" did not go on
        self.less = Button(theme, guard, "−", parent=self)
        self.shown = NumberBox(theme, self)
        self.more = Button(theme, guard, "+", parent=self)
        self.digits = [Button(theme, guard, digit, look=Look.KEY, parent=self) for digit in DIGITS]
        self.erase = Button(theme, guard, look=Look.KEY, parent=self)
        self.less.setObjectName("less")
        self.more.setObjectName("more")
        self.erase.setObjectName("erase")
        self.less.clicked.connect(partial(self._on_step, -1))
        self.more.clicked.connect(partial(self._on_step, 1))
        self.erase.clicked.connect(self._on_erase)
        for digit in self.digits:
            digit.setObjectName(f"digit {digit.text()}")
            digit.clicked.connect(partial(self._on_digit, digit.text()))
        self.retranslate()

    def show_question(self, view: QuestionView) -> None:
        """Show `view`; what is typed stays while it is the same question."""
        other = self.view is None or self.view.ref != view.ref
        self.view = view
        if other or view.value not in (self._known, self._answer()):
            self._typed = view.value
            self._forget()
        self._known = view.value
        self.shown.show_number(self._typed)

    def reset(self) -> None:
        """The session is over: the next person finds nothing typed."""
        super().reset()
        self._typed = ""
        self._known = ""
        self._forget()
        self.shown.show_number("")

    def set_theme(self, theme: Theme) -> None:
        """Take over another text size or panel."""
        super().set_theme(theme)
        for button in (self.less, self.more, self.erase, *self.digits):
            button.set_theme(theme)
        self.shown.set_theme(theme)

    def retranslate(self) -> None:
        """Set every text of our own again."""
        self.less.setAccessibleName(self.tr("Eins weniger"))
        self.more.setAccessibleName(self.tr("Eins mehr"))
        self.erase.setText(self.tr("Löschen"))
        self.shown.name(self.tr("Ihre Zahl"), self.tr("noch keine Zahl"))

    def status(self) -> tuple[str, str, bool]:
        """The bounds; after a refused digit, why."""
        bounds = self._bounds()
        return (self._refused or bounds), bounds, bool(self._refused)

    def segments(self) -> list[tuple[str, str]]:
        """The bounds and the number."""
        words = self.shown.accessibleDescription()
        return [("number", self.tr("Ihre Zahl: {number}.").format(number=words))]

    def begins(self) -> QWidget | None:
        """One more, not one less."""
        return self.more

    def arrange(self, area: QRect, heading: Heading, portrait: bool) -> None:
        """Stepper and keypad side by side where wide, one below the other where tall."""
        theme = self.theme
        gap, wide = theme.px(theme.gap_mm), theme.px(theme.wide_gap_mm)
        steps = [question for question, _ in steps_for(theme)]
        rows = 3 if portrait else 2
        needed = rows * theme.px(theme.target_mm) + (rows - 1) * wide
        fitting = (
            step
            for step in steps
            if heading.height_at(area.width(), step) + gap + needed <= area.height()
        )
        step = next(fitting, steps[-1])
        height = heading.height_at(area.width(), step)
        heading.place(QRect(area.x(), area.y(), area.width(), height), step)
        top = area.y() + height + gap
        left = area.y() + area.height() - top
        side = min(theme.px(24.0), self._side(left) if portrait else (left - gap) // 2)
        side = max(side, theme.px(theme.key_mm))
        if portrait:
            self._place_stepper(
                QRect(area.x(), top, area.width(), max(side, theme.px(theme.target_mm)))
            )
            keys = QRect(
                area.x(), top + max(side, theme.px(theme.target_mm)) + wide, area.width(), 0
            )
            self._place_keypad(keys, side)
            return
        stepper = max(theme.px(80.0), (area.width() - wide) * 2 // 5)
        self._place_stepper(QRect(area.x(), top, stepper, max(side, theme.px(theme.target_mm))))
        keys = QRect(area.x() + stepper + wide, top, area.width() - stepper - wide, 0)
        self._place_keypad(keys, side)

    def _side(self, room: int) -> int:
        """The height of a key where the stepper stands above both rows of them."""
        theme = self.theme
        room -= theme.px(theme.wide_gap_mm) + theme.px(theme.key_gap_mm)
        target = theme.px(theme.target_mm)
        return room // 3 if room >= 3 * target else (room - target) // 2

    def _place_stepper(self, area: QRect) -> None:
        gap = self.theme.px(self.theme.gap_mm)
        button = max(self.theme.px(self.theme.target_mm), area.width() // 4)
        button = min(button, area.height() * 2)
        middle = area.width() - 2 * (button + gap)
        self.less.setGeometry(area.x(), area.y(), button, area.height())
        self.shown.setGeometry(area.x() + button + gap, area.y(), middle, area.height())
        self.more.setGeometry(area.x() + area.width() - button, area.y(), button, area.height())

    def _place_keypad(self, area: QRect, side: int) -> None:
        """Two rows: 1 to 5 and Löschen, 6 to 0."""
        gap = self.theme.px(self.theme.key_gap_mm)
        self.erase.set_steps(-1)
        words = max(self.theme.px(self.theme.target_mm), self.erase.natural_width())
        key = (area.width() - words - 5 * gap) // 5
        if key < self.theme.px(self.theme.key_floor_mm):
            self.erase.set_steps(-2)
            words = self.erase.natural_width()
            key = (area.width() - words - 5 * gap) // 5
        for number, digit in enumerate(self.digits):
            row, place = divmod(number, 5)
            digit.setGeometry(
                area.x() + place * (key + gap), area.y() + row * (side + gap), key, side
            )
        self.erase.setGeometry(
            area.x() + 5 * (key + gap), area.y(), area.width() - 5 * (key + gap), side
        )

    def _bounds(self) -> str:
        view = self.view
        if view is None or (view.lowest is None and view.highest is None):
            return ""
        if view.lowest is None:
            return self.tr("Höchstens {highest}").format(highest=view.highest)
        if view.highest is None:
            return self.tr("Mindestens {lowest}").format(lowest=view.lowest)
        return self.tr("Von {lowest} bis {highest}").format(
            lowest=view.lowest, highest=view.highest
        )

    def turn_on(self) -> bool:
        """A number that needs more digits is no answer yet: said once."""
        if self._told or not self._typed or self._answer():
            return False
        self._refused = self._bounds()
        self._told = True
        self.guard.page_changed()
        self.turned.emit()
        return True

    def _on_step(self, by: int) -> None:
        view = self.view
        if view is None:
            return
        lowest = 0 if view.lowest is None else int(view.lowest)
        number = int(self._typed) + by if self._typed else lowest
        if number < lowest and self._answer():
            number = int(self._typed)
        self._take(str(max(number, lowest)))

    def _on_digit(self, digit: str) -> None:
        self._take((self._typed + digit).lstrip("0") or "0")

    def _on_erase(self) -> None:
        self._take(self._typed[:-1])

    def _take(self, typed: str) -> None:
        """Below the lowest number a digit may be missing: shown, but not yet the answer."""
        view = self.view
        if view is None:
            return
        self._forget()
        if len(typed) > LONGEST or (
            view.highest is not None and typed != "" and int(typed) > view.highest
        ):
            self._refused = self._bounds()
        else:
            self._typed = typed
            self.shown.show_number(typed)
            if self._answer() != view.value:
                self.changed.emit(self._answer())
        self.turned.emit()

    def _answer(self) -> str:
        lowest = None if self.view is None else self.view.lowest
        low = lowest is not None and self._typed not in ("", "-") and int(self._typed) < lowest
        return "" if low or self._typed == "-" else self._typed

    def _forget(self) -> None:
        self._refused = ""
        self._told = False


class NumberBox(QLabel):
    """The number, large, in a box of its own; `dash` stands there while it is empty."""

    def __init__(self, theme: Theme, parent: QWidget | None = None, dash: str = "–") -> None:
        super().__init__(parent)
        self._theme = theme
        self._number = ""
        self._none = ""
        self._dash = dash

    def set_theme(self, theme: Theme) -> None:
        """Take over another text size or panel."""
        self._theme = theme
        self.update()

    def name(self, name: str, none: str) -> None:
        """What it is called, and what it says while empty."""
        self._none = none
        self.setAccessibleName(name)
        self.show_number(self._number)

    def show_number(self, number: str) -> None:
        """Show `number`; "" while there is none."""
        self._number = number
        self.setAccessibleDescription(number or self._none)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The box and the digits; `dash` while empty."""
        del event
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect())
        chosen = bool(self._number)
        rounded_box(
            painter,
            area,
            theme.px(theme.radius_mm),
            theme.colours.tint if chosen else theme.colours.row,
            theme.colours.accent if chosen else theme.colours.ink,
            theme.px(theme.chosen_mm if chosen else theme.outline_mm),
        )
        room = area.width() - 2 * theme.px(theme.chosen_mm + 1.0)
        for steps in (0, -1, -2):  # long numbers stay on one line if they can
            block = text_block(self._number or self._dash, theme.font(bold=True, steps=steps), room)
            if len(block.lines) == 1:
                break
        block.paint(painter, area, theme.colours.ink, Qt.AlignmentFlag.AlignHCenter)
