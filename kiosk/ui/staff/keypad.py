"""Ten digits and "Löschen", each key at least one target large."""

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QWidget

from kiosk.ui.theme import Theme
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.tap_guard import TapGuard

KEY_HEIGHT_MM = 28.0
SIDE_MM = 1.5
COLUMNS = 3
ROWS = 4


class Digit(Button):
    """A key: different ones may follow each other quickly, and a digit needs no air."""

    def side_px(self) -> int:
        """Left and right of the words."""
        return self.theme.px(SIDE_MM)

    def typing(self) -> bool:
        """Yes."""
        return True


class Keypad(QWidget):
    """`digit` gives the digit that was tapped; `erase` asks to take the last one away."""

    digit = Signal(str)
    erase = Signal()

    def __init__(self, theme: Theme, guard: TapGuard, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.digits = [Digit(theme, guard, text, parent=self) for text in "1234567890"]
        self.eraser = Digit(theme, guard, parent=self)
        self.eraser.setObjectName("erase")
        for key in self.digits:
            key.setObjectName(f"digit/{key.text()}")
            key.clicked.connect(lambda _checked=False, key=key: self.digit.emit(key.text()))
        self.eraser.clicked.connect(self.erase)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text."""
        self.eraser.setText(self.tr("Löschen"))

    def set_theme(self, theme: Theme) -> None:
        """Take over another text size or panel."""
        self._theme = theme
        for key in (*self.digits, self.eraser):
            key.set_theme(theme)

    def lay_out(self, area: QRect) -> int:
        """Fill the width of `area`, four rows from its top; returns the height."""
        theme = self._theme
        gap = theme.px(theme.gap_mm)
        width = (area.width() - (COLUMNS - 1) * gap) // COLUMNS
        room = (area.height() - (ROWS - 1) * gap) // ROWS
        height = max(theme.px(theme.target_mm), min(room, theme.px(KEY_HEIGHT_MM)))
        for steps in (0, -1, -2):
            self.eraser.set_steps(steps)
            broken = self.eraser.block(width).broken
            if not broken and self.eraser.heightForWidth(width) <= height:
                break
        self.setGeometry(area.left(), area.top(), area.width(), ROWS * (height + gap) - gap)
        places = [divmod(number, COLUMNS) for number in range(9)] + [(3, 1)]
        for key, (row, column) in zip(self.digits, places, strict=True):
            key.setGeometry(column * (width + gap), row * (height + gap), width, height)
        self.eraser.setGeometry(2 * (width + gap), 3 * (height + gap), width, height)
        return ROWS * (height + gap) - gap
