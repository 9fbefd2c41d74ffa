"""What the last action said: a sign and a sentence, calm also in trouble."""

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.painting import rounded_box
from kiosk.ui.theme import Theme
from kiosk.ui.widgets.sign import Mark, Sign
from kiosk.ui.widgets.text import Role, Text

SIGN_MM = 11.0
PADDING_MM = 4.0


class Notice(QWidget):
    """Tells good and bad apart by the sign and by a first word, not by colour."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.sign = Sign(theme, Mark.NOTICE, self)
        self.words = Text(theme, role=Role.BODY, parent=self)
        self.words.setObjectName("notice")

    def set_theme(self, theme: Theme) -> None:
        """Take over another text size or panel."""
        self._theme = theme
        self.sign.set_theme(theme)
        self.words.set_theme(theme)

    def set_steps(self, steps: int) -> None:
        """Smaller text where the glass is too small."""
        self.words.set_steps(steps)

    def show_notice(self, text: str, trouble: bool) -> None:
        """Say `text`; "" for nothing."""
        self.sign.set_mark(Mark.TROUBLE if trouble else Mark.NOTICE)
        heading = self.tr("Das hat nicht geklappt.")
        self.words.setText(f"{heading} {text}" if trouble and text else text)
        self.setVisible(bool(text))

    def hasHeightForWidth(self) -> bool:
        """Narrower is taller."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The whole sentence beside the sign; nothing without a sentence."""
        theme = self._theme
        if not self.words.text():
            return 0
        words = self.words.heightForWidth(self._words_width(width))
        return max(words, theme.px(SIGN_MM)) + 2 * theme.px(PADDING_MM)

    def place(self, area: QRect) -> None:
        """Take `area`."""
        self.setGeometry(area)
        theme = self._theme
        side, padding = theme.px(SIGN_MM), theme.px(PADDING_MM)
        self.sign.setGeometry(padding, padding, side, side)
        width = self._words_width(area.width())
        tall = self.words.heightForWidth(width)
        top = padding + max(0, (side - tall) // 2)
        self.words.setGeometry(area.width() - padding - width, top, width, tall)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The tinted ground."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._theme
        rounded_box(painter, QRectF(self.rect()), theme.px(theme.radius_mm), theme.colours.tint)

    def _words_width(self, width: int) -> int:
        theme = self._theme
        return width - theme.px(SIGN_MM) - 3 * theme.px(PADDING_MM)
