"""One part of a date or time: shows what was chosen, and leads to choosing it when tapped."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.painting import rounded_box, text_block
from kiosk.ui.theme import Theme
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.tap_guard import TapGuard

SIDE_MM = 3.0
BAR_MM = 2.2


class PartBox(Button):
    """Its words in bold, or while there are none its name; `current` is what is chosen now."""

    def __init__(self, theme: Theme, guard: TapGuard, parent: QWidget | None = None) -> None:
        super().__init__(theme, guard, parent=parent)
        self._filled = False
        self._current = False

    def show_part(self, name: str, words: str, none: str) -> None:
        """Show `words`, or `name` while they are ""; `none` says so to who cannot see it."""
        self._filled = bool(words)
        self.setText(words or name)
        self.setAccessibleName(f"{name}: {words or none}")
        self._forget()

    def set_current(self, current: bool) -> None:
        """Whether this part is being chosen."""
        if current != self._current:
            self._current = current
            self.update()

    def side_px(self) -> int:
        """Less than a button's: three of them share a line."""
        return self.theme.px(SIDE_MM)

    def text_font(self) -> QFont:
        """Bold once there is something to show."""
        return self.theme.font(self._filled, self._steps)

    def widest_px(self, words: list[str]) -> int:
        """The width that shows any of `words` on one line."""
        font = self.theme.font(bold=True, steps=self._steps)
        widest = max(text_block(each, font, 1e6).width for each in words)
        return -int(-(widest + 2 * self.side_px() + 1) // 1)

    def colours(self) -> tuple[QColor, QColor, QColor]:
        """Fill, outline and text, for the state it is in."""
        colours = self.theme.colours
        if self.isDown():
            return colours.pressed, colours.on_pressed, colours.on_pressed
        if self._current:
            return colours.tint, colours.accent, colours.ink
        return super().colours()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Box, words; a thick lower edge where it is being chosen; focus ring."""
        del event
        theme = self.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill, outline, ink = self.colours()
        area = QRectF(self.rect())
        radius = theme.px(theme.radius_mm)
        heavy = self._current or self.isDown()
        thickness = theme.px(theme.chosen_mm if heavy else theme.outline_mm)
        rounded_box(painter, area, radius, fill, outline, thickness)
        self.block(self.width()).paint(
            painter, area, ink, Qt.AlignmentFlag.AlignHCenter, mark=self.marked
        )
        if self._current:
            inset, tall = theme.px(2.0), theme.px(BAR_MM)
            bar = QRectF(inset, area.bottom() - tall, area.width() - 2 * inset, tall)
            rounded_box(painter, bar, theme.px(0.6), theme.colours.accent)
        self.paint_spoken(painter, area)
        self.paint_focus(painter, area, radius)
