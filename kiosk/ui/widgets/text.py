"""A text that wraps, never clips and is read out by its own words."""

from enum import Enum

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from kiosk.ui.painting import TextBlock, WordMark, text_block
from kiosk.ui.theme import Theme
from kiosk.ui.wording import Wording, wording


class Role(Enum):
    """What a text is for, which decides its size and weight."""

    HEADING = "heading"  # the question: bold
    BODY = "body"
    STRONG = "strong"  # a sentence that must not be missed
    HINT = "hint"  # one size smaller, never below the smallest offered
    NOTICE = "notice"  # a hint that needs attention now: bold


class Text(QLabel):
    """A QLabel for its accessible role; painted by us so that heights are exact."""

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        role: Role = Role.BODY,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._role = role
        self._align = align
        self._steps = 0
        self._wording = Wording()
        self._heard: tuple[int, int] | None = None
        self._blocks: dict[tuple[int, int], TextBlock] = {}
        self.setTextFormat(Qt.TextFormat.PlainText)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setText(text)

    def set_theme(self, theme: Theme) -> None:
        """Take over another text size or panel."""
        self._theme = theme
        self._forget()

    def set_steps(self, steps: int) -> None:
        """Text `steps` offered sizes smaller than the theme's, where the glass is too small."""
        if steps != self._steps:
            self._steps = steps
            self.updateGeometry()
            self.update()

    def set_role(self, role: Role) -> None:
        """Say it louder or quieter."""
        if role is not self._role:
            self._role = role
            self._forget()

    def setText(self, text: str) -> None:
        """Show `text` as it is."""
        self._show(Wording(text))

    def show_markdown(self, text: str) -> None:
        """Show an author's words with their weights and line breaks."""
        self._show(wording(text))

    def _show(self, words: Wording) -> None:
        if words != self._wording:
            self._wording = words
            super().setText(words.text)
            self._forget()

    @property
    def heard(self) -> tuple[int, int] | None:
        """What :meth:`mark_words` has set."""
        return self._heard

    def mark_words(self, heard: tuple[int, int] | None) -> None:
        """Which characters of the text, from and to, are being heard."""
        if heard != self._heard:
            self._heard = heard
            self.update()

    @property
    def marked(self) -> WordMark | None:
        """The words being heard, as they are painted."""
        if self._heard is None:
            return None
        colours = self._theme.colours
        return WordMark(*self._heard, colours.marked, colours.on_marked)

    def text_font(self) -> QFont:
        """The font of its role."""
        return self._face(self._heavy())

    def block(self, width: int) -> TextBlock:
        """The text broken for `width` pixels."""
        key = (width, self._steps)
        if key not in self._blocks:
            if len(self._blocks) > 40:
                self._blocks.clear()
            self._blocks[key] = self._broken(width)
        return self._blocks[key]

    def hasHeightForWidth(self) -> bool:
        """Narrower is taller."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of the whole text at `width`."""
        return -int(-self.block(width).height // 1) if self.text() else 0

    def sizeHint(self) -> QSize:
        """One line."""
        block = self._broken(1e6)
        return QSize(-int(-block.width // 1) + 1, -int(-block.height // 1))

    def minimumSizeHint(self) -> QSize:
        """Any width will do."""
        return QSize(1, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The lines, from the top."""
        del event
        if not self.text():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        block = self.block(self.width())
        colours = self._theme.colours
        colour = colours.quiet if self._role is Role.HINT else colours.ink
        block.paint(
            painter, QRectF(0, 0, self.width(), block.height), colour, self._align, mark=self.marked
        )

    def _broken(self, width: float) -> TextBlock:
        words = self._wording
        stresses = words.stresses(self._face(False), self._face(True), in_bold=self._heavy())
        return text_block(words.text, self.text_font(), width, stresses)

    def _heavy(self) -> bool:
        strong = self._role in (Role.HEADING, Role.STRONG, Role.NOTICE)
        return strong and not self._wording.titled

    def _face(self, bold: bool) -> QFont:
        smaller = 1 if self._role in (Role.HINT, Role.NOTICE) else 0
        return self._theme.font(bold, self._steps - smaller)

    def _forget(self) -> None:
        self._blocks.clear()
        self.updateGeometry()
        self.update()
