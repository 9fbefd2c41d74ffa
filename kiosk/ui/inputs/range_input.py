"""Numbers in steps: a button for each of a few, a stepper for many, never a slider."""

from decimal import Decimal
from functools import partial

from PySide6.QtCore import QEvent, QLocale, QRect
from PySide6.QtWidgets import QWidget

from kiosk.forms.view import Progress, QuestionView
from kiosk.ui.inputs.number_input import NumberBox
from kiosk.ui.inputs.question_input import QuestionInput, steps_for
from kiosk.ui.painting import text_block
from kiosk.ui.theme import Theme
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.choice import Choice, Shape
from kiosk.ui.widgets.heading import Heading
from kiosk.ui.widgets.progress import THICKNESS_MM, ProgressBar
from kiosk.ui.widgets.tap_guard import TapGuard
from kiosk.ui.widgets.text import Role, Text

FEW = 11
"""A scale from 0 to 10 still has a button for every number."""
BIG = 10
"""Steps of the two buttons that leap."""
POINT_MM = 30.0
STEPPER_MM = 26.0
BUTTON_MM = 34.0
PLAIN = (Decimal(1), Decimal(10), Decimal(1))
"""Where XLSForm says nothing: from 1 to 10 in steps of 1."""


class RangeInput(QuestionInput):
    """Up to eleven numbers stand side by side; more are reached with − and +, and in leaps of ten.

    Nothing is chosen before the first tap, which gives the lowest number, or with − the highest.
    Numbers are written with the decimal sign of `locale()`, German unless set.
    """

    def __init__(self, theme: Theme, guard: TapGuard, parent: QWidget | None = None) -> None:
        super().__init__(theme, guard, parent)
        self._refused = ""
        self._points: list[Choice] = []
        self.shown = NumberBox(theme, self)
        self.leap_back = Button(theme, guard, parent=self)
        self.less = Button(theme, guard, parent=self)
        self.more = Button(theme, guard, parent=self)
        self.leap_on = Button(theme, guard, parent=self)
        self._steppers = (
            (self.leap_back, "leap back", -BIG),
            (self.less, "less", -1),
            (self.more, "more", 1),
            (self.leap_on, "leap on", BIG),
        )
        for button, name, steps in self._steppers:
            button.setObjectName(name)
            button.clicked.connect(partial(self._on_step, steps))
        self.lowest = Text(theme, role=Role.HINT, parent=self)
        self.bar = ProgressBar(theme, self)
        self.highest = Text(theme, role=Role.HINT, parent=self)
        self.setLocale(QLocale(QLocale.Language.German, QLocale.Country.Germany))
        self.retranslate()

    def show_question(self, view: QuestionView) -> None:
        """Show `view`."""
        if self.view is None or self.view.ref != view.ref:
            self._refused = ""
        self.view = view
        self.retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Take over another text size or panel."""
        super().set_theme(theme)
        for button in (*self._points, *(each for each, _, _ in self._steppers)):
            button.set_theme(theme)
        for widget in (self.shown, self.lowest, self.bar, self.highest):
            widget.set_theme(theme)

    def retranslate(self) -> None:
        """Set every text of our own again."""
        self.shown.name(self.tr("Ihre Zahl"), self.tr("noch keine Zahl"))
        view = self.view
        if view is None:
            return
        lowest, highest, step = _bounds(view)
        self._show_points(view)
        for button, _, steps in self._steppers:
            amount = self._said(abs(steps) * step)
            alone = abs(steps) == 1 and step == 1 and not self._leaps(view)
            sign = "−" if steps < 0 else "+"
            button.setText(sign if alone else f"{sign} {amount}")
            words = self.tr("{amount} weniger") if steps < 0 else self.tr("{amount} mehr")
            button.setAccessibleName(words.format(amount=amount))
        self.lowest.setText(self._said(lowest))
        self.highest.setText(self._said(highest))
        value = _number(view.value)
        self.shown.show_number("" if value is None else self._said(value))
        if value is not None:
            self.bar.show_progress(Progress(int((value - lowest) / step), _last(view)))

    def changeEvent(self, event: QEvent) -> None:
        """Another decimal sign."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LocaleChange:
            self.retranslate()
            self.turned.emit()

    def status(self) -> tuple[str, str, bool]:
        """After a tap past an end, why nothing happened."""
        view = self.view
        if view is None or self._few(view):
            return "", "", False
        return self._refused, self._bounds_sentence(view), bool(self._refused)

    def segments(self) -> list[tuple[str, str]]:
        """The bounds and the number."""
        view = self.view
        if view is None:
            return []
        words = self.shown.accessibleDescription()
        return [
            ("bounds", self._bounds_sentence(view)),
            ("number", self.tr("Ihre Zahl: {number}.").format(number=words)),
        ]

    def focus(self) -> list[QWidget]:
        """The numbers, or the steppers as they stand: in a row, or in two where it is narrow."""
        view = self.view
        if view is None:
            return []
        if self._few(view):
            return list(self._points[: _last(view) + 1])
        leaps = self._leaps(view)
        steppers = [button for button, _, steps in self._steppers if leaps or abs(steps) == 1]
        return sorted(steppers, key=lambda each: (each.y(), each.x()))

    def begins(self) -> QWidget | None:
        """From the lowest number upwards."""
        return self.more if self.more.isVisible() else None

    # Placing

    def arrange(self, area: QRect, heading: Heading, portrait: bool) -> None:
        """The largest offered size at which everything fits, right under the question."""
        view = self.view
        if view is None:
            return
        few = self._few(view)
        for button in self._points:
            button.setVisible(few and self._points.index(button) <= _last(view))
        shown = self.focus()
        for stepper, _, _ in self._steppers:
            stepper.setVisible(stepper in shown)
        for widget in (self.shown, self.lowest, self.highest):
            widget.setVisible(not few)
        self.bar.setVisible(not few and bool(view.value))
        gap = self.theme.px(self.theme.wide_gap_mm)
        place = self._place_points if few else self._place_stepper
        tight = self.theme.px(self.theme.gap_mm)
        spaces = [(rung, gap) for rung in steps_for(self.theme)]
        for (question, answer), space in (*spaces, (spaces[-1][0], tight)):
            height = heading.height_at(area.width(), question)
            top = area.y() + height + space
            below = QRect(area.x(), top, area.width(), area.y() + area.height() - top)
            for point in self._points:
                point.set_tight(space == tight)
            if place(below, answer, portrait):
                break
        heading.place(QRect(area.x(), area.y(), area.width(), height), question)

    def _place_points(self, area: QRect, steps: int, portrait: bool) -> bool:
        """In as few rows as hold them, all of one size; False if they do not fit."""
        del portrait
        view = self.view
        assert view is not None
        points = self._points[: _last(view) + 1]
        gap = self.theme.px(self.theme.gap_mm)
        for each in points:
            each.set_steps(steps)
        widest = max(each.natural_width() for each in points)
        across = max(1, min(len(points), (area.width() + gap) // (widest + gap)))
        rows = -(-len(points) // across)
        across = -(-len(points) // rows)
        width = (area.width() - (across - 1) * gap) // across
        tall = max(each.heightForWidth(width) for each in points)
        room = (area.height() - (rows - 1) * gap) // rows
        height = max(tall, min(self.theme.px(POINT_MM), room))
        for number, each in enumerate(points):
            row, place = divmod(number, across)
            each.setGeometry(
                area.x() + place * (width + gap), area.y() + row * (height + gap), width, height
            )
        return tall <= room

    def _place_stepper(self, area: QRect, steps: int, portrait: bool) -> bool:
        """One line; where it is tall, the leaps on a line of their own."""
        view = self.view
        assert view is not None
        theme = self.theme
        gap, wide = theme.px(theme.gap_mm), theme.px(theme.wide_gap_mm)
        for text in (self.lowest, self.highest):
            text.set_steps(steps)
        for button, _, _ in self._steppers:
            button.set_steps(steps)
        leaps = self._leaps(view)
        rows = 2 if portrait and leaps else 1
        ends = max(self.lowest.sizeHint().height(), self.highest.sizeHint().height())
        rest = area.height() - ends - wide - (rows - 1) * gap
        tall = max(theme.px(theme.target_mm), min(theme.px(STEPPER_MM), rest // rows))
        shown = [each for each in (self.leap_back, self.less) if leaps or each is self.less]
        inline = shown if rows == 1 else [self.less]
        own = max(each.natural_width() for each in (self.leap_back, self.less, self.leap_on))
        own = max(own, min(theme.px(BUTTON_MM), area.width() // 5))
        y = area.y()
        self._place_line(QRect(area.x(), y, area.width(), tall), own, len(inline) == 2)
        y += tall
        if rows == 2:
            half = (area.width() - gap) // 2
            y += gap
            self.leap_back.setGeometry(area.x(), y, half, tall)
            self.leap_on.setGeometry(area.x() + area.width() - half, y, half, tall)
            y += tall
        self._place_ends(QRect(area.x(), y + wide, area.width(), ends))
        bold = theme.font(bold=True)
        widest = max(
            text_block(each.text(), bold, 1e6).width for each in (self.lowest, self.highest)
        )
        if widest + 2 * theme.px(theme.padding_mm) > self.shown.width():
            return False
        return rows * tall + (rows - 1) * gap + wide + ends <= area.height()

    def _place_line(self, area: QRect, own: int, leaps: bool) -> None:
        gap = self.theme.px(self.theme.gap_mm)
        left, right = area.x(), area.x() + area.width()
        if leaps:
            self.leap_back.setGeometry(left, area.y(), own, area.height())
            self.leap_on.setGeometry(right - own, area.y(), own, area.height())
            left, right = left + own + gap, right - own - gap
        self.less.setGeometry(left, area.y(), own, area.height())
        self.more.setGeometry(right - own, area.y(), own, area.height())
        left, right = left + own + gap, right - own - gap
        self.shown.setGeometry(left, area.y(), right - left, area.height())

    def _place_ends(self, area: QRect) -> None:
        """Lowest, a bar up to the number, highest: to look at, not to touch."""
        theme = self.theme
        space, thick = theme.px(theme.gap_mm), theme.px(THICKNESS_MM)
        left, right = self.lowest.sizeHint().width(), self.highest.sizeHint().width()
        self.lowest.setGeometry(area.x(), area.y(), left, area.height())
        self.highest.setGeometry(area.right() + 1 - right, area.y(), right, area.height())
        middle = area.y() + (area.height() - thick) // 2
        wide = area.width() - left - right - 2 * space
        self.bar.setGeometry(area.x() + left + space, middle, wide, thick)

    # Choosing

    def _show_points(self, view: QuestionView) -> None:
        if not self._few(view):
            return
        lowest, _, step = _bounds(view)
        value = _number(view.value)
        while len(self._points) <= _last(view):
            point = Choice(self.theme, self.guard, Shape.POINT, parent=self)
            point.clicked.connect(partial(self._on_point, len(self._points)))
            self._points.append(point)
        for number, point in enumerate(self._points[: _last(view) + 1]):
            own = lowest + number * step
            point.show_choice(_written(own), self._said(own))
            point.setObjectName(f"point {_written(own)}")
            point.set_chosen(value == own)

    def _on_point(self, number: int) -> None:
        view = self.view
        if view is None:
            return
        value = self._points[number].value
        if value != view.value:
            self.changed.emit(value)
        self.retranslate()

    def _on_step(self, steps: int) -> None:
        view = self.view
        if view is None:
            return
        lowest, highest, step = _bounds(view)
        highest = lowest + _last(view) * step  # the last one a step reaches
        value = _number(view.value)
        if value is None:
            value = highest if steps < 0 else lowest
        else:
            value = min(max(value + steps * step, lowest), highest)
        self._refused = "" if _written(value) != view.value else self._bounds_sentence(view)
        if not self._refused:
            self.changed.emit(_written(value))
        self.turned.emit()

    def _few(self, view: QuestionView) -> bool:
        return _last(view) < FEW

    def _leaps(self, view: QuestionView) -> bool:
        """Whether there are so many steps that ten at once are a help."""
        return _last(view) > 2 * BIG

    def _bounds_sentence(self, view: QuestionView) -> str:
        lowest, highest, _ = _bounds(view)
        return self.tr("Die Zahl liegt zwischen {lowest} und {highest}.").format(
            lowest=self._said(lowest), highest=self._said(highest)
        )

    def _said(self, number: Decimal) -> str:
        """A number as people write it."""
        return _written(number).replace("-", "−").replace(".", self.locale().decimalPoint())


def _bounds(view: QuestionView) -> tuple[Decimal, Decimal, Decimal]:
    """Lowest, highest and step."""
    given = (view.lowest, view.highest, view.step)
    lowest, highest, step = (
        plain if each is None else each for each, plain in zip(given, PLAIN, strict=True)
    )
    return lowest, max(lowest, highest), step if step > 0 else PLAIN[2]


def _last(view: QuestionView) -> int:
    """How many steps lead from the lowest to the last number."""
    lowest, highest, step = _bounds(view)
    return int((highest - lowest) // step)


def _number(value: str) -> Decimal | None:
    return Decimal(value) if value else None


def _written(number: Decimal) -> str:
    """The value as the form keeps it: digits, "." before decimals, no exponent."""
    text = f"{number.normalize():f}"
    return "0" if text == "-0" else text
