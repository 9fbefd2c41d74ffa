"""Answers typed on the pad of digits: a box that shows them, and the pad."""

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from kiosk.ui.inputs.number_input import NumberBox
from kiosk.ui.inputs.question_input import QuestionInput, steps_for
from kiosk.ui.theme import Theme
from kiosk.ui.widgets.digit_pad import DigitPad
from kiosk.ui.widgets.heading import Heading
from kiosk.ui.widgets.tap_guard import TapGuard


class TypedInput(QuestionInput):
    """Box and pad, side by side where wide, one below the other where tall."""

    def __init__(self, theme: Theme, guard: TapGuard, parent: QWidget | None = None) -> None:
        super().__init__(theme, guard, parent)
        self.shown = NumberBox(theme, self, dash="")  # a dash would look like a minus
        self.pad = DigitPad(theme, guard, self)
        self.pad.pressed.connect(self.on_key)
        self.pad.erased.connect(self.on_erase)

    def on_key(self, key: str) -> None:
        """A digit, "." or "-" was tapped."""
        raise NotImplementedError

    def on_erase(self) -> None:
        """ "Löschen" was tapped."""
        raise NotImplementedError

    def set_theme(self, theme: Theme) -> None:
        """Take over another text size or panel."""
        super().set_theme(theme)
        self.shown.set_theme(theme)
        self.pad.set_theme(theme)

    def retranslate(self) -> None:
        """Set every text of our own again."""
        self.pad.retranslate()

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
