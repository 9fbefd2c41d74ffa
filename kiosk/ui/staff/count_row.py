"""One number of today, with what it counts."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.theme import Theme
from kiosk.ui.widgets.text import Role, Text

AIR_MM, LEAST_AIR_MM = 2.5, 0.5
"""Above and below the words; the second with the smallest of the text sizes that are tried."""
TIGHT_STEPS = -2


class CountRow(QWidget):
    """Label left, value right, a fine line below."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._air_mm = AIR_MM
        self.label = Text(theme, role=Role.BODY, parent=self)
        self.value = Text(theme, role=Role.STRONG, align=Qt.AlignmentFlag.AlignRight, parent=self)

    def show_count(self, label: str, value: str) -> None:
        """Show another number."""
        self.label.setText(label)
        self.value.setText(value)
        self.value.setAccessibleName(f"{label}: {value}")

    def set_theme(self, theme: Theme) -> None:
        """Take over another text size or panel."""
        self._theme = theme
        self.label.set_theme(theme)
        self.value.set_theme(theme)

    def set_steps(self, steps: int) -> None:
        """Smaller text where the glass is too small."""
        self.label.set_steps(steps)
        self.value.set_steps(steps)
        self._air_mm = AIR_MM if steps > TIGHT_STEPS else LEAST_AIR_MM

    def hasHeightForWidth(self) -> bool:
        """Narrower is taller."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The label, wrapped, and some air."""
        return self.label.heightForWidth(self._label_width(width)) + 2 * self._theme.px(
            self._air_mm
        )

    def place(self, area: QRect) -> None:
        """Take `area`."""
        self.setGeometry(area)
        width = self._label_width(area.width())
        tall = self.label.heightForWidth(width)
        self.label.setGeometry(0, (area.height() - tall) // 2, width, tall)
        high = self.value.heightForWidth(area.width() - width)
        top = (area.height() - high) // 2
        self.value.setGeometry(width, top, area.width() - width, high)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The line below."""
        del event
        painter = QPainter(self)
        thick = self._theme.px(0.4)
        area = QRectF(0, self.height() - thick, self.width(), thick)
        painter.fillRect(area, self._theme.colours.rest)

    def _label_width(self, width: int) -> int:
        return width - self.value.sizeHint().width() - self._theme.px(4.0)
