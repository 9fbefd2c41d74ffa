"""Who helps, on every page while somebody does, and the one tap that ends it."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.study.hand import Hand
from kiosk.ui.theme import Theme
from kiosk.ui.themed import retheme
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.tap_guard import TapGuard
from kiosk.ui.widgets.text import Role, Text

_PLANS = (0, -1, -2)
"""Text sizes below the theme's: the first at which words and button stand on one line each."""
BELOW_MM = 2.0


class HelpingBanner(QWidget):
    """Words left, "Ich mache allein weiter" right; a field of its own across the glass. On narrow
    glass the words only: the button stands in the lower strip.
    """

    def __init__(self, theme: Theme, guard: TapGuard, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.hand = Hand.SELF
        self.words = Text(theme, role=Role.STRONG, parent=self)
        self.alone = Button(theme, guard, parent=self)
        self.words.setObjectName("helping")
        self.alone.setObjectName("alone")
        self.retranslate()

    def show_hand(self, hand: Hand) -> None:
        """Say who helps."""
        self.hand = hand
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text."""
        helps, types = self.tr("Jemand hilft Ihnen."), self.tr("Jemand tippt für Sie.")
        self.words.setText({Hand.HELPER: helps, Hand.PROXY: types}.get(self.hand, ""))
        self.alone.setText(self.tr("Ich mache allein weiter"))

    def set_theme(self, theme: Theme) -> None:
        """Take over another text size or panel."""
        self._theme = theme
        retheme(theme, self.words, self.alone)

    def lay_out(self, width: int) -> int:
        """Place everything for `width` pixels; returns the height."""
        theme = self._theme
        margin, gap = theme.px(theme.margin_mm), theme.px(theme.gap_mm)
        inner = width - 2 * margin
        if theme.profile.narrow:
            self.words.set_steps(_PLANS[-1])
            words = self.words.heightForWidth(inner)
            self.words.setGeometry(QRect(margin, theme.px(BELOW_MM), inner, words))
            return words + 2 * theme.px(BELOW_MM)
        for steps in _PLANS:
            self.words.set_steps(steps)
            self.alone.set_steps(steps)
            wide = min(self.alone.natural_width(), inner * 3 // 5)
            room = inner - wide - gap
            if self._lines(room, wide) == (1, 1):
                break
        high = max(self.alone.heightForWidth(wide), self.words.heightForWidth(room))
        words = self.words.heightForWidth(room)
        self.words.setGeometry(QRect(margin, gap + (high - words) // 2, room, words))
        self.alone.setGeometry(QRect(margin + inner - wide, gap, wide, high))
        return gap + high + theme.px(BELOW_MM)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground of the strips: it belongs to the frame, not to the question."""
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colours.strip)

    def _lines(self, room: int, wide: int) -> tuple[int, int]:
        return len(self.words.block(room).lines), len(self.alone.block(wide).lines)
