"""Ten digits in two rows, "Löschen", and where asked for a decimal sign and a minus."""

from functools import partial

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QWidget

from kiosk.ui.theme import Theme
from kiosk.ui.widgets.button import Button, Look
from kiosk.ui.widgets.tap_guard import TapGuard

DIGITS = "1234567890"
COLUMNS = 5
ROWS = 2
MOST_KEY_MM = 24.0
WIDEST_MM = 230.0
WORD_SIDE_MM = 3.0


class DigitPad(QWidget):
    """`pressed` carries a digit, "." or "-"; `erased` asks to take the last one away.

    Digits stand as on :class:`~kiosk.ui.inputs.number_input.NumberInput`, so that who found them
    once finds them again.
    """

    pressed = Signal(str)
    erased = Signal()

    def __init__(self, theme: Theme, guard: TapGuard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.digits = [Button(theme, guard, digit, look=Look.KEY, parent=self) for digit in DIGITS]
        self.erase = Button(theme, guard, look=Look.KEY, parent=self)
        self.comma = Button(theme, guard, look=Look.KEY, parent=self)
        self.minus = Button(theme, guard, "−", look=Look.KEY, parent=self)
        for key in self.digits:
            key.setObjectName(f"digit {key.text()}")
            key.clicked.connect(partial(self.pressed.emit, key.text()))
        self.erase.setObjectName("erase")
        self.erase.clicked.connect(self.erased)
        self.comma.setObjectName("comma")
        self.comma.clicked.connect(partial(self.pressed.emit, "."))
        self.minus.setObjectName("minus")
        self.minus.clicked.connect(partial(self.pressed.emit, "-"))
        self.offer(comma="", minus=False)
        self.retranslate()

    def offer(self, comma: str, minus: bool) -> None:
        """Which signs there are besides the digits; `comma` is the decimal sign, or ""."""
        self.comma.setText(comma)
        self.comma.setVisible(bool(comma))
        self.minus.setVisible(minus)
        self._name_comma()

    def retranslate(self) -> None:
        """Set every text of our own again."""
        self.erase.setText(self.tr("Löschen"))
        self.minus.setAccessibleName(self.tr("Minus"))
        self._name_comma()

    def set_theme(self, theme: Theme) -> None:
        """Take over another text size or panel."""
        self._theme = theme
        for key in (*self.digits, self.erase, self.comma, self.minus):
            key.set_theme(theme)

    def keys(self) -> list[QWidget]:
        """The keys there are, in reading order."""
        signs = [each for each in (self.comma, self.minus) if not each.isHidden()]
        return [*self.digits[:COLUMNS], self.erase, *self.digits[COLUMNS:], *signs]

    def least_height(self) -> int:
        """Pixels tall with keys one target high."""
        theme = self._theme
        return ROWS * theme.px(theme.target_mm) + (ROWS - 1) * theme.px(theme.key_gap_mm)

    def lay_out(self, area: QRect) -> None:
        """Stand at the top left of `area`, as large as is comfortable."""
        theme = self._theme
        gap = theme.px(theme.key_gap_mm)
        width = min(area.width(), theme.px(WIDEST_MM))
        side = min(theme.px(MOST_KEY_MM), (area.height() - (ROWS - 1) * gap) // ROWS)
        side = max(side, theme.px(theme.key_floor_mm))
        self.setGeometry(area.x(), area.y(), width, ROWS * side + (ROWS - 1) * gap)
        target = theme.px(theme.target_mm)
        signs = [each for each in (self.comma, self.minus) if not each.isHidden()]
        least = max(target, len(signs) * (target + gap) - gap)
        for steps in (-1, -2):
            self.erase.set_steps(steps)
            last = max(least, self.erase.natural_width() + theme.px(WORD_SIDE_MM))
            key = (width - last - COLUMNS * gap) // COLUMNS
            if key >= target:
                break
        for number, digit in enumerate(self.digits):
            row, column = divmod(number, COLUMNS)
            digit.setGeometry(column * (key + gap), row * (side + gap), key, side)
        left = COLUMNS * (key + gap)
        self.erase.setGeometry(left, 0, width - left, side)
        own = (width - left - (len(signs) - 1) * gap) // max(1, len(signs))
        for number, sign in enumerate(signs):
            sign.setGeometry(left + number * (own + gap), side + gap, own, side)

    def _name_comma(self) -> None:
        comma = self.comma.text() == ","
        self.comma.setAccessibleName(self.tr("Komma") if comma else self.tr("Punkt"))
