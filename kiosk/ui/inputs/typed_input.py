"""Answers typed on the pad of digits: a box that shows them, and the pad."""

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from kiosk.forms.view import QuestionView
from kiosk.ui.inputs.number_input import NumberBox
from kiosk.ui.inputs.question_input import QuestionInput, steps_for
from kiosk.ui.theme import Theme
from kiosk.ui.widgets.digit_pad import DigitPad
from kiosk.ui.widgets.heading import Heading
from kiosk.ui.widgets.tap_guard import TapGuard


class TypedInput(QuestionInput):
    """Box and pad, side by side where wide, one below the other where tall.

    What is typed becomes the answer on going on or back, not key by key: a first digit would be
    refused where the form wants more of them. What the form then refuses stays on the glass beside
    the reason; "Weiter" once more leaves it unanswered.
    """

    def __init__(self, theme: Theme, guard: TapGuard, parent: QWidget | None = None) -> None:
        super().__init__(theme, guard, parent)
        self.typed = ""
        self._known = ""  # the answer as last heard
        self.note = ""  # what must be said now, instead of the usual
        self._told = False  # why "Weiter" did not go on
        self.shown = NumberBox(theme, self, dash="")  # a dash would look like a minus
        self.pad = DigitPad(theme, guard, self)
        self.pad.pressed.connect(self._on_key)
        self.pad.erased.connect(self._on_erase)

    def typed_key(self, key: str) -> tuple[str, str]:
        """What is typed after `key` (a digit, "." or "-"), and why the key was refused or ""."""
        raise NotImplementedError

    def answer(self) -> str:
        """The value of what is typed, "" while there is none."""
        raise NotImplementedError

    def unfinished(self) -> str:
        """What is still missing where something is typed that is no answer."""
        raise NotImplementedError

    def written(self) -> str:
        """What is typed, as people write it."""
        raise NotImplementedError

    def show_question(self, view: QuestionView) -> None:
        """Show `view`; what is typed stays while it is the same question."""
        other = self.view is None or self.view.ref != view.ref
        self.view = view
        if other or view.value not in (self._known, self.answer()):
            self.typed = view.value
            self._forget()
        self._known = view.value
        self.shown.show_number(self.written())

    def reset(self) -> None:
        """The session is over: the next person finds nothing typed."""
        super().reset()
        self.typed = ""
        self._known = ""
        self._forget()
        self.shown.show_number("")

    def turn_on(self) -> bool:
        """Hand the answer over; what is missing or refused is said once."""
        view = self.view
        if view is None:
            return False
        value = self.answer()
        if self._told:
            self._give_up()
            return False
        if self.typed and not value:
            self.note = self.unfinished()
        elif value != view.value:
            self.changed.emit(value)
            if self._accepted(value):
                return False
        else:
            return False
        self._told = True
        self.guard.page_changed()
        self.turned.emit()
        return True

    def turn_back(self) -> bool:
        """Hand the answer over; nothing stays behind that is not on the glass."""
        if self.view is not None and self.answer() != self.view.value:
            self.changed.emit(self.answer())
            self._give_up()
        return False

    def _accepted(self, value: str) -> bool:
        """Whether the form took `value`: it has come back as the answer."""
        return self._known == value

    def _give_up(self) -> None:
        """An older answer does not stand for a newer one that was refused."""
        if self.view is not None and self.view.value not in ("", self.answer()):
            self._known = ""
            self.changed.emit("")

    def _on_key(self, key: str) -> None:
        typed, self.note = self.typed_key(key)
        if not self.note:
            self._take(typed)
        self.turned.emit()

    def _on_erase(self) -> None:
        self._take(self.typed[:-1])
        self.turned.emit()

    def _take(self, typed: str) -> None:
        self.typed = typed
        self._forget()
        self.shown.show_number(self.written())

    def _forget(self) -> None:
        self.note = ""
        self._told = False

    def set_theme(self, theme: Theme) -> None:
        """Take over another text size or panel."""
        super().set_theme(theme)
        self.shown.set_theme(theme)
        self.pad.set_theme(theme)

    def retranslate(self) -> None:
        """Set every text of our own again."""
        self.pad.retranslate()
        self._forget()

    def focus(self) -> list[QWidget]:
        """The keys."""
        return self.pad.keys()

    def arrange(self, area: QRect, heading: Heading, portrait: bool) -> None:
        """The question as large as leaves the keys one target high."""
        theme = self.theme
        gap, wide = theme.px(theme.gap_mm), theme.px(theme.wide_gap_mm)
        line = theme.px(theme.target_mm)
        needed = self.pad.least_height() + (line + wide if portrait else 0)
        steps = [question for question, _ in steps_for(theme)]
        fitting = (
            step
            for step in steps
            if heading.height_at(area.width(), step) + gap + needed <= area.height()
        )
        step = next(fitting, steps[-1])
        height = heading.height_at(area.width(), step)
        heading.place(QRect(area.x(), area.y(), area.width(), height), step)
        top = area.y() + height + gap
        room = area.y() + area.height() - top
        if portrait:
            self.shown.setGeometry(area.x(), top, area.width(), line)
            below = top + line + wide
            self.pad.lay_out(QRect(area.x(), below, area.width(), room - line - wide))
            return
        left = max(theme.px(70.0), (area.width() - wide) * 2 // 5)
        keys = QRect(area.x() + left + wide, top, area.width() - left - wide, room)
        self.pad.lay_out(keys)
        key = self.pad.digits[0].height()
        self.shown.setGeometry(area.x(), top, left, max(line, key))
