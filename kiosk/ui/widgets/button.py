"""The one button: painted by us, wraps its text, acts once per deliberate touch."""

from enum import Enum

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QHideEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from kiosk.ui.painting import (
    LINE,
    TIGHT_LINE,
    TextBlock,
    WordMark,
    arrow_head,
    mirrored,
    rounded_box,
    stroke,
    text_block,
)
from kiosk.ui.theme import Theme
from kiosk.ui.widgets.tap_guard import TapGuard
from kiosk.ui.widgets.walking import ARROWS, STOPS, next_stop, shows_focus, walk, walk_of

ACTION_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Select)


class Look(Enum):
    """How loud a button is."""

    PRIMARY = "primary"  # the way on: filled
    SECONDARY = "secondary"  # outlined on white, bold
    QUIET = "quiet"  # outlined, lighter in weight, equal in contrast
    KEY = "key"  # a key of the on-screen keyboard


class Arrow(Enum):
    """A drawn arrow head before or after the text."""

    NONE = ""
    BACK = "back"
    ON = "on"


class Button(QAbstractButton):
    """A touch target of at least 20 mm whose whole rectangle acts.

    Presses show at touch-down and act at release inside; sliding off cancels; a held key acts
    once; `guard` holds back what comes too fast and every second finger. `clicked` is the signal.
    """

    def __init__(
        self,
        theme: Theme,
        guard: TapGuard,
        text: str = "",
        look: Look = Look.SECONDARY,
        arrow: Arrow = Arrow.NONE,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._guard = guard
        self._look = look
        self._arrow = arrow
        self._steps = 0
        self._spoken_now = False
        self._heard: tuple[int, int] | None = None
        self._blocks: dict[tuple[int, int, bool], TextBlock] = {}
        # A touch takes no focus: a second finger would cancel the first, typing leave its field.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setProperty(STOPS, True)
        self.setAutoRepeat(False)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setText(text)

    # What it says and how

    @property
    def theme(self) -> Theme:
        """The theme it is painted with."""
        return self._theme

    @property
    def look(self) -> Look:
        """How loud it is."""
        return self._look

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

    def setText(self, text: str) -> None:
        """Show `text`, which is also the accessible name until another one is set."""
        if text != self.text():
            super().setText(text)
            self._forget()

    def set_look(self, look: Look) -> None:
        """Louder or quieter."""
        if look is not self._look:
            self._look = look
            self._forget()

    def set_spoken(self, spoken: bool) -> None:
        """Whether it is being read aloud."""
        if spoken is not self._spoken_now:
            self._spoken_now = spoken
            self.update()

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

    @property
    def spoken_now(self) -> bool:
        """Whether it is being read aloud."""
        return self._spoken_now

    def text_font(self) -> QFont:
        """The font of the text as it is now."""
        quiet = self._look is Look.QUIET
        return self._theme.font(not quiet, self._steps - (1 if quiet else 0))

    def typing(self) -> bool:
        """Whether it is a key, of which different ones may follow each other quickly."""
        return self._look is Look.KEY

    # Size

    def side_px(self) -> int:
        """Left and right padding, arrow included, in pixels."""
        theme = self._theme
        side = theme.px(theme.padding_mm if self._look is not Look.KEY else 1.0)
        return side + (theme.px(theme.padding_mm) if self._arrow is not Arrow.NONE else 0)

    def least_px(self) -> int:
        """The least width and height, in pixels."""
        theme = self._theme
        return theme.px(theme.key_floor_mm if self._look is Look.KEY else theme.target_mm)

    def block(self, width: int) -> TextBlock:
        """The text broken for a button `width` pixels wide."""
        key = (width, self._steps, False)
        if key not in self._blocks:
            if len(self._blocks) > 40:
                self._blocks.clear()
            self._blocks[key] = self.broken(self.text(), width)
        return self._blocks[key]

    def broken(self, text: str, width: int) -> TextBlock:
        """`text` broken for a button `width` pixels wide."""
        return text_block(
            text,
            self.text_font(),
            width - 2 * self.side_px(),
            line_pitch=TIGHT_LINE if self._look is Look.KEY else LINE,
        )

    def hasHeightForWidth(self) -> bool:
        """Wrapped text makes narrow buttons taller."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height that shows the whole text at `width`, at least one target."""
        inner = self.block(width).height + 2 * self._theme.px(1.4)
        return max(self.least_px(), -int(-inner // 1))

    def natural_width(self) -> int:
        """The width that shows the text on one line."""
        block = text_block(self.text(), self.text_font(), 1e6)
        return max(self.least_px(), -int(-(block.width + 2 * self.side_px() + 1) // 1))

    def sizeHint(self) -> QSize:
        """One line, one target high."""
        width = self.natural_width()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """One target."""
        return QSize(self.least_px(), self.least_px())

    # Touch and keys

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Show the press, unless it comes too fast or another finger is down."""
        left = event.button() is Qt.MouseButton.LeftButton
        if not left or not self._guard.is_open(self, self.typing()):
            event.accept()
            if left:
                self._guard.missed()
            return
        self._guard.take(self)
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Off the button and back again, unless the touch was called off."""
        if self._guard.holds(self):
            super().mouseMoveEvent(event)
        else:
            event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Act if the finger is still inside."""
        if not self.isDown():  # slid off, or the press was held back
            slid = self._guard.holds(self)
            self._guard.release(self)
            super().mouseReleaseEvent(event)
            if slid:
                self._guard.missed()
            return
        inside = self.hitButton(event.position().toPoint())
        allowed = self._guard.is_open(self, self.typing())
        self._guard.release(self)
        if inside and allowed:
            self._guard.acted(self, self.typing())
            super().mouseReleaseEvent(event)
        else:
            self.setDown(False)
            event.accept()
            self._guard.missed()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space act once per press; arrows walk, across in reading order."""
        if event.key() in ACTION_KEYS:
            if not event.isAutoRepeat():
                self.act()
            event.accept()
        elif event.key() in ARROWS:
            if not event.isAutoRepeat():
                walk(self, walk_of(Qt.Key(event.key()), self))
            event.accept()
        else:
            event.ignore()

    def act(self) -> None:
        """Do what a touch does: for keys and switches."""
        if self._guard.is_open(self, self.typing()):
            self._guard.acted(self, self.typing())
            self.click()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Nothing happens at key release."""
        event.ignore()

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 (Qt's name)
        """In reading order, every radio button too: Qt would take those of a screen for one group
        and stop once. Qt asks at Tab, and when the button hides or takes no more touches.
        """
        other = next_stop(self, on=next)
        if other is not None:
            reason = Qt.FocusReason.TabFocusReason if next else Qt.FocusReason.BacktabFocusReason
            other.setFocus(reason)
        return True

    def hideEvent(self, event: QHideEvent) -> None:
        """A button may go while a finger is down on it; the press goes with it."""
        self._guard.release(self)
        super().hideEvent(event)

    # Painting

    def colours(self) -> tuple[QColor, QColor, QColor]:
        """Fill, outline and text, for the state it is in."""
        colours = self._theme.colours
        if not self.isEnabled():
            return colours.strip, colours.strip, colours.quiet
        if self._look is Look.PRIMARY:
            if self.isDown():
                inverse = colours.on_accent_pressed
                return colours.accent_pressed, inverse, inverse
            return colours.accent, colours.accent, colours.on_accent
        if self.isDown():
            return colours.pressed, colours.on_pressed, colours.on_pressed
        if self._look is Look.QUIET:
            return colours.paper, colours.ink, colours.ink
        return colours.row, colours.ink, colours.ink

    def paintEvent(self, event: QPaintEvent) -> None:
        """Box, text, arrow, focus ring."""
        del event
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill, outline, ink = self.colours()
        area = QRectF(self.rect())
        radius = theme.px(theme.radius_mm)
        rounded_box(painter, area, radius, fill, outline, theme.px(theme.outline_mm))
        self.paint_content(painter, area, ink)
        self.paint_spoken(painter, area)
        self.paint_focus(painter, area, radius)

    def paint_content(self, painter: QPainter, area: QRectF, ink: QColor) -> None:
        """The text in the middle and the arrow beside it."""
        theme = self._theme
        block = self.block(self.width())
        if self._arrow is Arrow.NONE:
            block.paint(painter, area, ink, Qt.AlignmentFlag.AlignHCenter, mark=self.marked)
            return
        # Arrow and words are centred as one group.
        sign = -1 if (self._arrow is Arrow.BACK) is not self.isRightToLeft() else 1
        reach = block.ascent * 0.27
        space = theme.px(3.4)
        shift = (reach + space) / 2
        block.paint(
            painter,
            area.translated(-sign * shift, 0),
            ink,
            Qt.AlignmentFlag.AlignHCenter,
            mark=self.marked,
        )
        x = area.center().x() + sign * (block.width / 2 + space + reach / 2 - shift)
        painter.setPen(stroke(ink, theme.px(0.9)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(arrow_head(x, area.center().y(), reach, sign))

    def paint_focus(self, painter: QPainter, area: QRectF, radius: float) -> None:
        """A ring of at least 1 mm inside the outline, when reached by key."""
        if not self.shows_focus():
            return
        theme = self._theme
        colours = theme.colours
        ring = colours.on_accent if self._look is Look.PRIMARY else colours.accent
        inset = theme.px(theme.outline_mm + 0.7)
        rounded_box(
            painter,
            area.adjusted(inset, inset, -inset, -inset),
            max(radius - inset, 1),
            None,
            ring,
            theme.px(theme.focus_mm),
        )

    def paint_spoken(self, painter: QPainter, area: QRectF) -> None:
        """A bar along the edge where the words begin: "this one is being read"."""
        if not self._spoken_now:
            return
        theme = self._theme
        inset = theme.px(1.3)
        bar = QRectF(inset, inset * 2, theme.px(1.9), area.height() - 4 * inset)
        bar = mirrored(self.layoutDirection(), area, bar)
        rounded_box(painter, bar, bar.width() / 2, theme.colours.accent)

    def shows_focus(self) -> bool:
        """Whether the ring shows: focus that came by key, not by finger."""
        return self.hasFocus() and shows_focus(self)

    def _forget(self) -> None:
        self._blocks.clear()
        self.updateGeometry()
        self.update()
