"""The frame every respondent screen stands in: fixed places above and below, a body between."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QRect, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from kiosk.journey.intents import (
    Backward,
    CallHelp,
    Discard,
    Forward,
    HandOver,
    PickPresentation,
)
from kiosk.journey.presentation import KeyOrder, Presentation
from kiosk.journey.stages import Stage
from kiosk.study.hand import Hand
from kiosk.ui.keys import Action
from kiosk.ui.terminal.bottom_strip import BottomStrip, Speech
from kiosk.ui.terminal.top_strip import TopStrip
from kiosk.ui.theme import GAP_MM, Theme
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.display_panel import NOTHING, DisplayPanel
from kiosk.ui.widgets.helping_banner import HelpingBanner
from kiosk.ui.widgets.setting import Offer
from kiosk.ui.widgets.tap_guard import TapGuard
from kiosk.ui.widgets.text_field import TextField
from kiosk.ui.widgets.walking import chain_focus, stops

BODY_MM = 2.8
"""Above and below everything on a body; above it large targets keep their own distance."""
Segment = tuple[str, str]
"""Something to speak: (an id for :meth:`Screen.mark`, the words)."""


class Screen(QWidget):
    """One stage as widgets, touches as intents. Knows no other screen, no store, no file.

    Children put their widgets on `self.body` and place them in :meth:`lay_out_body`, which runs
    after every change of size, theme or language (a QLayout on `body` works too: then there is
    nothing to override). Focus order is the order in which widgets are created: the top strip, the
    body, the bottom strip.
    """

    intent = Signal(object)
    read_aloud = Signal()
    words_changed = Signal()  # other words show without another stage: a page, or the panel
    page_turned = Signal()  # other answers of the same question show

    def __init__(self, theme: Theme, guard: TapGuard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.guard = guard
        self.top = TopStrip(theme, guard, self)
        self.helping = HelpingBanner(theme, guard, self)
        self.helping.hide()
        self.body = QWidget(self)
        self.bottom = BottomStrip(theme, guard, self)
        if theme.profile.narrow:
            self.helping.alone.hide()
            self.bottom.put_beside_read(self.helping.alone)
        self.panel = DisplayPanel(theme, guard, self)
        self.offer = NOTHING
        self._ordered: tuple[QWidget, ...] = ()
        self._asleep = False
        self._missed_words = False  # while it slept the language changed
        self._has_top = True
        self.begins: QWidget | None = None  # where keys begin if not at the first answer
        self.panel.hide()
        self.helping.alone.clicked.connect(self.on_alone)
        self.top.help.clicked.connect(self.on_help)
        self.top.discard.clicked.connect(self.on_discard)
        self.top.display.clicked.connect(self.on_display)
        self.bottom.back.clicked.connect(self.on_back)
        self.bottom.on.clicked.connect(self.on_forward)
        self.bottom.read.clicked.connect(self.on_read)
        self.panel.picked.connect(self.pick)
        self.panel.turned.connect(self.words_changed)
        self.panel.strip.read.clicked.connect(self.read_aloud)
        self.panel.closed.connect(self._on_panel_closed)

    # What children define

    def show_stage(self, stage: Stage) -> None:
        """Show `stage`: the one setter."""
        raise NotImplementedError

    def lay_out_body(self, area: QRect) -> None:
        """Place the widgets of `body`; `area` is its inner rectangle, margins taken off."""

    def retranslate(self) -> None:
        """Set every text again; children call super()."""
        self.top.retranslate()
        self.helping.retranslate()
        self.bottom.retranslate()
        self.panel.retranslate()
        self._tell_panel()

    def set_theme(self, theme: Theme) -> None:
        """Take over another text size or panel; children pass it to their own widgets."""
        self.theme = theme
        self.top.set_theme(theme)
        self.helping.set_theme(theme)
        self.bottom.set_theme(theme)
        self.panel.set_theme(theme)
        self.lay_out()
        self.update()

    def expect_stage(self) -> None:
        """:meth:`show_stage` follows: a body that is costly to lay out may wait for it."""

    def spoken(self) -> list[Segment]:
        """Everything on the body in reading order, as it is spoken."""
        return []

    def recordings(self) -> dict[str, str]:
        """Segments of :meth:`spoken` that a person has recorded: id to name in the media."""
        return {}

    def foreign(self) -> dict[str, str]:
        """Segments of :meth:`spoken` in another language than the page: id to BCP 47 tag."""
        return {}

    def mark(self, segment: str | None) -> None:
        """Highlight the segment being spoken, if it can be pointed at."""

    def parts(self) -> tuple[QWidget, ...]:
        """The parts of the frame this screen shows."""
        return (self.top, self.body, self.bottom) if self._has_top else (self.body, self.bottom)

    def reset(self) -> None:
        """Forget what the last person set here: the session is over."""
        self.panel.hide()
        self._show_parts_behind(True)
        self.show_hand(Hand.SELF)

    # What the frame does

    def sleep(self) -> None:
        """It shows no longer: what changes meanwhile it takes over when it is woken."""
        self._asleep = True

    def wake(self, theme: Theme) -> None:
        """It is about to show, with `theme` and in the language there is now."""
        self._asleep = False
        self.catch_up(theme)

    def catch_up(self, theme: Theme) -> bool:
        """Take over what changed while it slept; whether anything had."""
        missed, self._missed_words = self._missed_words, False
        if missed:
            self.retranslate()
            self.lay_out()
        if theme is self.theme:
            return missed
        self.set_theme(theme)
        return True

    def show_top(self, shown: bool) -> None:
        """Whether there is an upper strip; without it the body begins at the glass's edge."""
        self._has_top = shown
        self.top.setVisible(shown)

    def show_hand(self, hand: Hand) -> None:
        """Say who helps: the banner takes its room from the body while somebody does."""
        if hand is self.helping.hand:
            return
        self.guard.page_changed()
        self.helping.show_hand(hand)
        self.helping.alone.setVisible(hand is not Hand.SELF)
        self.helping.setVisible(hand is not Hand.SELF and self.panel.isHidden())
        self.lay_out()

    def show_speech(self, speech: Speech) -> None:
        """What reading aloud can do now."""
        self.bottom.show_speech(speech)
        self._tell_panel()

    def _tell_panel(self) -> None:
        self.panel.show_speech(self.bottom.read.text(), self.bottom.read.isEnabled())

    def show_offer(self, offer: Offer) -> None:
        """How things are set, as the panel shows it; children with a keyboard follow."""
        if offer == self.offer:
            return
        self.offer = offer
        self.panel.show_offer(offer)
        if not self.panel.isHidden():
            self.panel.lay_out(self.rect())

    def pick(self, presentation: Presentation) -> None:
        """Somebody wants things otherwise."""
        self.intent.emit(PickPresentation(presentation))

    def pick_key_order(self, order: KeyOrder) -> None:
        """Somebody wants the letters in another order, by the key that says so."""
        self.pick(replace(self.offer.presentation, key_order=order))

    def on_back(self) -> None:
        """ "Zurück" was tapped."""
        self.intent.emit(Backward())

    def on_forward(self) -> None:
        """ "Weiter" was tapped."""
        self.intent.emit(Forward())

    def on_help(self) -> None:
        """ "Hilfe holen" was tapped."""
        self.intent.emit(CallHelp())

    def on_discard(self) -> None:
        """ "Alles verwerfen" was tapped."""
        self.intent.emit(Discard())

    def on_alone(self) -> None:
        """ "Ich mache allein weiter" was tapped."""
        self.intent.emit(HandOver(Hand.SELF))

    def on_display(self) -> None:
        """ "Darstellung" was tapped: the panel covers everything, answers too."""
        self.guard.page_changed()
        self._show_parts_behind(False)
        self.panel.show_home()
        self._tell_panel()
        self.panel.show()
        self.panel.raise_()
        self.lay_out()
        self.panel.strip.done.setFocus()
        self.words_changed.emit()

    def to_read(self) -> list[Segment]:
        """What is spoken now: the panel if it covers the screen, else :meth:`spoken`."""
        if self.panel.isVisibleTo(self):
            return self.panel.spoken()
        words = self.helping.words
        helped = [(words.objectName(), words.text())] if self.helping.isVisibleTo(self) else []
        return self.spoken() + helped  # last: the question is what is new

    def to_play(self) -> dict[str, str]:
        """The recordings of :meth:`to_read`; the panel has none."""
        return {} if self.panel.isVisibleTo(self) else self.recordings()

    def to_speak_otherwise(self) -> dict[str, str]:
        """The languages of :meth:`to_read` where they are not the page's; the panel has none."""
        return {} if self.panel.isVisibleTo(self) else self.foreign()

    def mark_read(self, segment: str | None) -> None:
        """Highlight a segment of :meth:`to_read`."""
        covered = self.panel.isVisibleTo(self)
        self.mark(None if covered else segment)
        self.panel.mark(segment if covered else None)

    def on_read(self) -> None:
        """ "Vorlesen"."""
        self.read_aloud.emit()

    def readable(self) -> tuple[QWidget, ...]:
        """The parts that show what :meth:`to_read` says."""
        return (self.panel,) if self.panel.isVisibleTo(self) else (self.body, self.helping)

    def body_area(self) -> QRect:
        """The inner rectangle of `body`, in its own coordinates; without an upper strip it has the
        same margin on every side.
        """
        if not self._has_top:
            return self.inner(self.theme.margin_mm, self.theme.margin_mm)
        gap = self.theme.gap_mm
        return self.inner(gap if gap > GAP_MM else BODY_MM, BODY_MM)

    def inner(self, above_mm: float, below_mm: float) -> QRect:
        """`body` without its margins: those at the sides are the theme's."""
        margin = self.theme.px(self.theme.margin_mm)
        above, below = self.theme.px(above_mm), self.theme.px(below_mm)
        return self.body.rect().adjusted(margin, above, -margin, -below)

    def lay_out(self) -> None:
        """Place the strips and the body for the size and theme there are now."""
        width, height = self.width(), self.height()
        top = self.top.lay_out(width) if self._has_top else 0
        bottom = self.bottom.lay_out(width, portrait=height > width)
        self.top.setGeometry(0, 0, width, top)
        self.bottom.setGeometry(0, height - bottom, width, bottom)
        if not self.helping.isHidden():
            banner = self.helping.lay_out(width)
            self.helping.setGeometry(0, top, width, banner)
            top += banner
        self.body.setGeometry(0, top, width, max(0, height - top - bottom))
        self._chain_focus()  # the side of the hand may have changed
        if not self.panel.isHidden():
            self.panel.lay_out(self.rect())
        self.lay_out_body(self.body_area())

    def _on_panel_closed(self) -> None:
        self.guard.page_changed()
        self.panel.hide()
        self._show_parts_behind(True)
        self.words_changed.emit()

    def _show_parts_behind(self, shown: bool) -> None:
        """Hidden widgets take no focus and are no part of the accessibility tree."""
        for part in self.parts():
            part.setVisible(shown)
        self.helping.setVisible(shown and self.helping.hand is not Hand.SELF)

    def begin_focus(self) -> QWidget | None:
        """Where somebody with keys begins: what is chosen, else the first answer, else the way on.

        None where nothing takes the focus.
        """
        if self.begins is not None and self.begins.isVisible():
            return self.begins
        here = stops(self)
        answers = [each for each in here if self.body.isAncestorOf(each)]
        answers = answers or [each for each in here if each is self.bottom.on] or here
        buttons = [each for each in answers if isinstance(each, Button)]
        chosen = (each for each in buttons if each.isChecked() and not each.typing())
        return next(chosen, None) or next(iter(buttons or answers), None)

    def any_key(self) -> bool:
        """Whether every key means the same here, and has been taken for it."""
        return False

    def heard(self) -> None:
        """Something of this screen is being spoken now."""

    def where(self) -> str:
        """How far one is, in words; "" where nothing is counted."""
        counts = [each for each in (self.top.words, self.top.leaf) if each.isVisibleTo(self)]
        return ". ".join(each.text() for each in counts if each.text())

    def field(self) -> TextField | None:
        """The field that letters of a keyboard are written to, whatever has the focus."""
        return None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters that nothing with the focus took."""
        field = self.field()
        if field is not None and event.text().isalpha():
            field.keyPressEvent(event)
        else:
            event.ignore()

    def act(self, action: Action) -> None:
        """Do what a key of its own stands for, if the button that does it shows.

        "Darstellung" and "Zurück" close what covers the screen.
        """
        bottom, closing = self.bottom, self.closing()
        button = {
            Action.BACK: closing or bottom.back,
            Action.ON: bottom.on,
            Action.DISPLAY: closing or self.top.display,
            Action.HELP: self.top.help,
        }.get(action)
        if button is not None and button.isVisible():
            button.act()

    def closing(self) -> Button | None:
        """The button that closes what covers the screen; None if nothing does."""
        return self.panel.strip.done if self.panel.isVisibleTo(self) else None

    def order_focus(self, *body: QWidget) -> None:
        """Reading order: the upper strip, `body` as given, the lower strip. For screens whose
        widgets were created after the strips."""
        self._ordered = body
        self._chain_focus()

    def _chain_focus(self) -> None:
        top = self.top
        chain: list[QWidget] = [*self.bottom.in_order()]
        if self._ordered:
            above = [top.discard, top.help, top.display, self.helping.alone]
            chain = [*(e for e in above if e not in chain), *self._ordered, *chain]
        chain_focus(chain)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out for the new size."""
        super().resizeEvent(event)
        self.lay_out()

    def changeEvent(self, event: QEvent) -> None:
        """Another language: set every text and lay out again."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            if self._asleep:
                self._missed_words = True
                return
            self.retranslate()
            self.lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paper."""
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.theme.colours.paper)
