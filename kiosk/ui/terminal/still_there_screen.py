""" "Sind Sie noch da?": nothing of the interview shows, and any sign of life is a yes."""

from collections.abc import Callable

from PySide6.QtCore import QRect
from PySide6.QtGui import QHideEvent, QKeyEvent, QMouseEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from kiosk.journey.intents import Discard, Resume
from kiosk.journey.stages import Stage, StillThere
from kiosk.ui.countdown import Countdown
from kiosk.ui.terminal.screen import Screen, Segment
from kiosk.ui.theme import Theme
from kiosk.ui.widgets.button import Button, Look
from kiosk.ui.widgets.grand_button import GrandButton
from kiosk.ui.widgets.message import Message
from kiosk.ui.widgets.sign import Mark
from kiosk.ui.widgets.tap_guard import TapGuard
from kiosk.ui.widgets.text import Role, Text

YES_MM = (10.0, 9.0, 8.0, 7.0, 6.0, 5.2)


class YesButton(GrandButton):
    """Takes every key for its own, arrows and switches too."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Any key is a yes, once."""
        event.accept()
        if not event.isAutoRepeat() and self._guard.is_open(self):
            self._guard.acted(self)
            self.click()


class StillThereScreen(Screen):
    """Fills the whole screen. The time left shows in its second half only, in words.

    `clock` gives seconds that only grow. The screen counts for the eye; who ends the interview is
    the idle watch.
    """

    def __init__(
        self,
        theme: Theme,
        guard: TapGuard,
        clock: Callable[[], float],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, guard, parent)
        self._seconds = 0
        self._keeps = False
        self._often = False
        self.countdown = Countdown(clock, self)
        self.message = Message(theme, Mark.QUESTION, self.body)
        self.left = Text(theme, role=Role.BODY, parent=self.body)
        self.yes = YesButton(theme, guard, YES_MM[0], parent=self.body)
        self.discard = Button(theme, guard, look=Look.QUIET, parent=self.body)
        for name in ("left", "yes", "discard"):
            getattr(self, name).setObjectName(name)
        self.begins = self.yes
        self.top.hide()
        self.bottom.hide()
        self.countdown.changed.connect(self.on_second)
        self.yes.clicked.connect(self.on_yes)
        self.discard.clicked.connect(self.on_throw_away)
        self.retranslate()

    def show_stage(self, stage: Stage) -> None:
        """Ask, and begin to count."""
        assert isinstance(stage, StillThere)
        self._seconds, self._keeps, self._often = stage.seconds, stage.keeps, stage.often
        self.retranslate()
        if stage.seconds:
            self.countdown.start(stage.seconds)
        else:
            self.countdown.stop()
        self.lay_out()
        self.yes.setFocus()

    def retranslate(self) -> None:
        """Set every text."""
        super().retranslate()
        otherwise = (
            self.tr("Sonst speichern wir Ihre bisherigen Antworten anonym.")
            if self._keeps
            else self.tr("Sonst löschen wir Ihre Antworten.")
        )
        if not self._seconds:
            otherwise = self.tr("Ihre Antworten sind so lange verborgen.")
        tap = self.tr("Bitte tippen Sie auf den Bildschirm.")
        call = self.tr("Brauchen Sie Hilfe? Rufen Sie bitte jemanden vom Personal.")
        # The bell is for staff to see across the room, and says nothing about the answers.
        self.message.sign.set_mark(Mark.BELL if self._often else Mark.QUESTION)
        self.message.show_words(
            self.tr("Sind Sie noch da?"),
            (tap, call, otherwise) if self._often else (tap, otherwise),
        )
        self.yes.setText(self.tr("Ja, ich mache weiter"))
        self.discard.setText(self.tr("Alles verwerfen"))
        self.on_second(self.countdown.left)

    def set_theme(self, theme: Theme) -> None:
        """Take over another text size or panel."""
        for widget in (self.message, self.left, self.yes, self.discard):
            widget.set_theme(theme)
        super().set_theme(theme)

    def parts(self) -> tuple[QWidget, ...]:
        """No strips."""
        return (self.body,)

    def lay_out(self) -> None:
        """No strips: the whole glass."""
        self.body.setGeometry(self.rect())
        theme = self.theme
        margin, edge = theme.px(theme.margin_mm), theme.px(theme.edge_mm)
        self.lay_out_body(self.rect().adjusted(margin, margin, -margin, -edge))

    def lay_out_body(self, area: QRect) -> None:
        """The question above, the time left, the yes at the bottom, discarding apart from it."""
        theme = self.theme
        wide = theme.px(theme.wide_gap_mm)
        portrait = area.height() > area.width()
        apart = 0 if self.discard.isHidden() else self.discard.natural_width()
        width = area.width()
        if apart and not portrait:
            width -= apart + wide
        for size in YES_MM:
            self.yes.set_capitals(size)
            block = self.yes.block(width)
            if len(block.lines) == 1 and not block.broken:
                break
        high = max(self.yes.heightForWidth(width), theme.px(34.0))
        y = area.bottom() + 1 - high
        self.yes.setGeometry(area.right() + 1 - width, y, width, high)
        if apart:
            small = self.discard.heightForWidth(apart)
            if portrait:
                # Below the yes: the thumb's place belongs to the harmless answer.
                self.discard.setGeometry(area.left(), area.bottom() + 1 - small, apart, small)
                y -= small + wide
                self.yes.move(self.yes.x(), y)
            else:
                top = area.bottom() + 1 - small
                self.discard.setGeometry(area.left(), top, apart, small)
        shown = self.left.text()
        self.left.setText(self._time_left(self._seconds))  # its room is there before it shows
        tall = self.left.heightForWidth(width)
        self.left.setText(shown)
        y -= wide + tall
        self.left.setGeometry(self.yes.x(), y, width, tall)
        self.order_focus(*((self.yes, self.discard) if portrait else (self.discard, self.yes)))
        self.message.lay_out(QRect(area.left(), area.top(), area.width(), y - area.top() - wide))

    def spoken(self) -> list[Segment]:
        """The question, what happens otherwise, the time left once it shows, and the answer."""
        left = [("left", self.left.text())] if self.left.text() else []
        return [*self.message.spoken(), *left, ("yes", self.yes.text())]

    def mark(self, segment: str | None) -> None:
        """Stand beside what is being read."""
        self.message.mark(segment)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press anywhere …"""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """… and its release are a yes."""
        event.accept()
        if self.guard.is_open(self):
            self.on_yes()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A key that no button took is a yes too."""
        event.accept()
        if not event.isAutoRepeat() and self.guard.is_open(self):
            self.on_yes()

    def any_key(self) -> bool:
        """Keys that no button sees, as switches are, are a yes too."""
        if self.guard.is_open(self):
            self.on_yes()
        return True

    def showEvent(self, event: QShowEvent) -> None:
        """The yes has the focus."""
        super().showEvent(event)
        self.yes.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing counts unseen."""
        super().hideEvent(event)
        self.countdown.stop()

    def on_second(self, seconds: int) -> None:
        """Show the time left in the second half."""
        late = 0 < seconds <= self._seconds / 2
        self.left.setText(self._time_left(seconds) if late else "")

    def _time_left(self, seconds: int) -> str:
        return self.tr("Noch {n} Sekunden").format(n=seconds)

    def on_yes(self) -> None:
        """Someone is there. What comes right after was meant for this screen, and is swallowed."""
        self.guard.page_changed()
        self.intent.emit(Resume())

    def on_throw_away(self) -> None:
        """ "Alles verwerfen"."""
        self.guard.page_changed()
        self.intent.emit(Discard())
