"""The last words, and then everything is as before."""

import re
from collections.abc import Callable

from PySide6.QtGui import QHideEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from kiosk.forms.markdown import plain
from kiosk.journey.intents import Leave
from kiosk.journey.stages import Farewell, Goodbye, Stage
from kiosk.ui.countdown import Countdown
from kiosk.ui.terminal.message_screen import MessageScreen
from kiosk.ui.terminal.screen import Segment
from kiosk.ui.theme import Theme
from kiosk.ui.widgets.sign import Mark
from kiosk.ui.widgets.tap_guard import TapGuard

SECONDS = 20.0
FIRST_SENTENCE = re.compile(r"^(.{3,60}?[.!?])\s+(.*)$", re.DOTALL)


class GoodbyeScreen(MessageScreen):
    """The study's words, or ours; leaves by itself after `seconds`, or at any tap.

    The first sentence is said large. `clock` gives seconds that only grow.
    """

    def __init__(
        self,
        theme: Theme,
        guard: TapGuard,
        clock: Callable[[], float],
        seconds: float = SECONDS,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, guard, Mark.DONE, parent)
        self._stage = Goodbye(Farewell.SAVED)
        self._seconds = seconds
        self.countdown = Countdown(clock, self)
        self.countdown.over.connect(self.on_forward)
        self.top.offer(discard=False, help_=False, display=False)
        self.bottom.offer(back=False)
        self.begins = self.bottom.on
        self.retranslate()

    def show_stage(self, stage: Stage) -> None:
        """Say goodbye, and begin to count."""
        assert isinstance(stage, Goodbye)
        self._stage = stage
        self.retranslate()
        self.countdown.start(self._seconds)
        self.lay_out()

    def retranslate(self) -> None:
        """Set every text."""
        super().retranslate()
        saved = self._stage.farewell is Farewell.SAVED
        self.message.sign.set_mark(Mark.DONE if saved else Mark.NOTICE)
        paragraphs = self._stage.paragraphs or (self._our_words(),)
        headline, rest = _headline(paragraphs[0])
        self.message.show_words(headline, [each for each in (rest, *paragraphs[1:]) if each])
        self.bottom.name(on=self.tr("Zum Anfang"))

    def heard(self) -> None:
        """Nobody is cut off: what is said takes as long as it takes."""
        self.countdown.start(self._seconds)

    def spoken(self) -> list[Segment]:
        """The last words."""
        return self.message.spoken()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press anywhere …"""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """… and its release leave."""
        event.accept()
        if self.guard.is_open(self):
            self.guard.page_changed()
            self.on_forward()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing counts unseen."""
        super().hideEvent(event)
        self.countdown.stop()

    def on_forward(self) -> None:
        """Leave."""
        self.countdown.stop()
        self.intent.emit(Leave())

    def _our_words(self) -> str:
        """What is said where the study says nothing."""
        match self._stage.farewell:
            case Farewell.SAVED:
                return self.tr("Vielen Dank! Ihre Antworten sind gespeichert.")
            case Farewell.TOO_YOUNG:
                return self.tr(
                    "Schön, dass Sie sich dafür interessieren! Diese Umfrage ist für Menschen "
                    "ab 14 Jahren. Wir haben keine Antworten gespeichert."
                )
            case Farewell.ALREADY | Farewell.DECLINED:
                return self.tr(
                    "Vielen Dank für Ihr Interesse! Wir haben keine Antworten gespeichert."
                )
            case Farewell.DISCARDED:
                return self.tr("Wir haben Ihre Antworten verworfen. Nichts davon ist gespeichert.")


def _headline(paragraph: str) -> tuple[str, str]:
    """The first sentence, and what follows it."""
    words = plain(paragraph)
    found = FIRST_SENTENCE.match(words)
    return (found[1], found[2]) if found else (words, "")
