"""The lower strip: Zurück, Vorlesen, Weiter, always in the same place and size."""

from enum import Enum

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.journey.presentation import Side
from kiosk.ui.side import by_side
from kiosk.ui.theme import Theme
from kiosk.ui.widgets.button import Arrow, Button, Look
from kiosk.ui.widgets.tap_guard import TapGuard

_SMALLEST = -2
"""Text sizes below the theme's that a button's words may shrink."""


class Speech(Enum):
    """What the read-aloud button offers."""

    OFFERED = "offered"
    SPEAKING = "speaking"
    NO_SOUND = "no-sound"  # no device to play on
    NO_VOICE = "no-voice"  # no voice for this language


class BottomStrip(QWidget):
    """Landscape: one row. Portrait: Vorlesen has its own row above Zurück and Weiter, which is not
    there where nothing is read, nor on narrow glass where Vorlesen has the place of a Zurück that
    is not there.
    """

    def __init__(self, theme: Theme, guard: TapGuard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._speech = Speech.OFFERED
        self._steps = 0
        self._back_text: str | None = None
        self._on_text: str | None = None
        self._read_text: str | None = None
        self._beside: Button | None = None
        self.back = Button(theme, guard, arrow=Arrow.BACK, parent=self)
        self.read = Button(theme, guard, parent=self)
        self.on = Button(theme, guard, look=Look.PRIMARY, arrow=Arrow.ON, parent=self)
        for name in ("back", "read", "on"):
            getattr(self, name).setObjectName(name)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text."""
        self.back.setText(self._back_text or self.tr("Zurück"))
        self.on.setText(self._on_text or self.tr("Weiter"))
        self._say()

    def set_theme(self, theme: Theme) -> None:
        """Take over another text size or panel."""
        self._theme = theme
        for button in (self.back, self.read, self.on):
            button.set_theme(theme)

    def offer(self, back: bool = True, read: bool = True, on: bool = True) -> None:
        """Which buttons show. Places of the others do not move."""
        self.back.setVisible(back)
        self.read.setVisible(read)
        self.on.setVisible(on)

    def name(self, back: str | None = None, on: str | None = None, read: str | None = None) -> None:
        """Other words than "Zurück", "Weiter" and "Vorlesen", already translated; None for those.

        What stands for "Vorlesen" needs no sound.
        """
        self._back_text, self._on_text, self._read_text = back, on, read
        self.retranslate()

    def put_beside_read(self, button: Button) -> None:
        """In portrait, `button` stands in one row with Vorlesen wherever it shows."""
        button.setParent(self)
        self._beside = button

    def in_order(self) -> list[Button]:
        """As they stand, in reading order."""
        way = -1 if self.isRightToLeft() else 1
        buttons = [self.back, self.read, self.on]
        buttons += [self._beside] if self._beside is not None else []
        return sorted(buttons, key=lambda each: (each.y(), way * each.x()))

    def show_speech(self, speech: Speech) -> None:
        """Say what reading aloud can do now; without sound or voice the button says so."""
        if speech is not self._speech:
            self._speech = speech
            self._say()

    def lay_out(self, width: int, portrait: bool) -> int:
        """Place everything for `width` pixels; returns the height."""
        theme = self._theme
        margin, gap, wide = (
            theme.px(theme.margin_mm),
            theme.px(theme.gap_mm),
            theme.px(theme.wide_gap_mm),
        )
        top = theme.px(max(3.5, theme.gap_mm - 2.8))  # the lowest answer keeps its distance
        inner = width - 2 * margin
        beside = self._shown_beside()
        buttons: tuple[Button, ...] = (self.back, self.read, self.on)
        widths: tuple[int, ...]
        if portrait:
            back, on = self._upright(inner, wide)
            half = inner if beside is None or self.read.isHidden() else (inner - gap) // 2
            widths = (back, back if self._shares else half, on)
            if beside is not None:
                buttons, widths = (*buttons, beside), (*widths, half)
        else:
            third = (inner - 2 * wide) // 3
            widths = (third, inner - 2 * wide - 2 * third, third)
        usual, longest = self.tr("Vorlesen"), self.tr("Vorlesen anhalten")
        self.read.setText(self._read_text or usual)  # the places depend on no other words
        for steps in range(0, _SMALLEST - 1, -1):
            for button in buttons:
                button.set_steps(steps)
            pairs = tuple(zip(buttons, widths, strict=True))
            tall = theme.profile.narrow and any(
                b.heightForWidth(w) > theme.px(theme.target_mm) for b, w in pairs
            )
            if not tall and not any(b.block(w).broken for b, w in pairs):
                break
        self._steps = steps
        height = max(b.heightForWidth(w) for b, w in zip(buttons, widths, strict=True))
        # The longest it will say, written as small as it may be.
        self.read.setText(self._read_text or longest)
        self.read.set_steps(_SMALLEST)
        height = max(height, -int(-self.read.block(widths[1]).height // 1))
        y = top
        if portrait:
            above = [] if self.read.isHidden() or self._shares else [self.read]
            above += [] if beside is None else [beside]
            for number, button in enumerate(above):
                button.setGeometry(QRect(margin + number * (half + gap), y, half, height))
            y += height + gap if above else 0
            left = theme.side is Side.LEFT or (theme.side is Side.WIDE and self.isRightToLeft())
            row = [(self.on, widths[2]), (self.read if self._shares else self.back, widths[0])]
        else:
            row = list(zip(by_side(theme.side, buttons), widths, strict=True))
            # The hand stays the hand; across the whole width the way on lies where reading leads.
            left = theme.side is not Side.WIDE or not self.isRightToLeft()
        x = margin
        for button, own in row if left else reversed(row):
            button.setGeometry(QRect(x, y, own, height))
            x += own + wide
        self._say()
        return y + height + theme.px(theme.edge_mm)

    @property
    def _shares(self) -> bool:
        """Whether Vorlesen stands in one row with Weiter."""
        free = self.back.isHidden() and not self.on.isHidden() and self._shown_beside() is None
        return self._theme.profile.narrow and free and not self.read.isHidden()

    def _shown_beside(self) -> Button | None:
        return None if self._beside is None or self._beside.isHidden() else self._beside

    def _upright(self, inner: int, wide: int) -> tuple[int, int]:
        """Two fifths for the way back; as much as for the way on where its words need that."""
        back = (inner - wide) * 2 // 5
        self.back.set_steps(_SMALLEST)
        if self.back.block(back).broken:
            back = (inner - wide) // 2
        return back, inner - wide - back

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground."""
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colours.strip)

    def _say(self) -> None:
        """Longer words than "Vorlesen" are written smaller: nothing moves when speech begins."""
        match self._speech:
            case _ if self._read_text is not None:
                self.read.setText(self._read_text)
            case Speech.OFFERED:
                self.read.setText(self.tr("Vorlesen"))
            case Speech.SPEAKING:
                self.read.setText(self.tr("Vorlesen anhalten"))
            case Speech.NO_SOUND:
                self.read.setText(self.tr("Kein Ton"))
            case Speech.NO_VOICE:
                self.read.setText(self.tr("Keine Stimme"))
        width, height = self.read.width(), self.read.height()
        for steps in range(self._steps, _SMALLEST - 1, -1):
            self.read.set_steps(steps)
            if self.read.heightForWidth(width) <= height and not self.read.block(width).broken:
                break
        sounds = self._speech in (Speech.OFFERED, Speech.SPEAKING)
        self.read.setEnabled(sounds or self._read_text is not None)
