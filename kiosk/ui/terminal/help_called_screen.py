"""Help is coming; the answers are hidden."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from kiosk.journey.intents import HandOver, Resume
from kiosk.journey.stages import Asking, HelpCalled, Pause, Privacy, Review, Stage
from kiosk.study.hand import Hand
from kiosk.ui.painting import rounded_box
from kiosk.ui.stack import stack, stack_height
from kiosk.ui.terminal.screen import Screen, Segment
from kiosk.ui.theme import Ground, Theme
from kiosk.ui.themed import retheme
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.headline import Headline
from kiosk.ui.widgets.reading_mark import ReadingMark
from kiosk.ui.widgets.sign import Mark, draw_mark
from kiosk.ui.widgets.tap_guard import TapGuard
from kiosk.ui.widgets.text import Role, Text

WORD_MM = tuple(float(size) for size in range(34, 6, -1))
CALM_MM = (11.0, 10.0, 9.0, 8.75, 8.0, 7.0, 6.75, 6.0, 5.2)
MOST_WORDS = 0.55
"""Of the room above the buttons; the rest is the sign's."""
ENOUGH_SIGN_MM = 20.0  # with more the words need not give way to it
LEAST_SIGN_MM = 14.0
_WITH_ANSWERS = (Asking, Pause, Privacy, Review)
_HANDS = (Hand.HELPER, Hand.PROXY, Hand.SELF)


class HelpSign(QWidget):
    """A coloured field with a bell and one word, for staff to see across the room."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.word = Headline(theme, WORD_MM[0], ground=Ground.ACCENT, parent=self)
        self._bell = QRectF()

    def set_theme(self, theme: Theme) -> None:
        """Take over another text size or panel."""
        self._theme = theme
        self.word.set_theme(theme)

    def lay_out(self) -> None:
        """The word as large as the field allows, the bell as tall as the field."""
        theme = self._theme
        side = self._bell_side()
        space = theme.px(6.0)
        room = self.width() - side - 3 * space
        self.word.fit(WORD_MM, room, self.height() - 2 * space)
        block = self.word.block(room)
        wide, tall = int(block.width) + 2, int(block.height) + 1
        left = (self.width() - side - space - wide) // 2
        self._bell = QRectF(left, (self.height() - side) / 2, side, side)
        self.word.setGeometry(left + side + space, (self.height() - tall) // 2, wide, tall)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Field and bell."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._theme
        colours = theme.colours
        rounded_box(painter, QRectF(self.rect()), theme.px(theme.radius_mm), colours.accent)
        draw_mark(painter, self._bell, Mark.BELL, colours.on_accent, colours.accent)

    def _bell_side(self) -> int:
        return int(min(self.height() * 0.62, self.width() * 0.3))


class HelpCalledScreen(Screen):
    """Shows nothing of the interview. "Weiter ausfüllen" goes back to it; who has come to help may
    be said first.
    """

    def __init__(self, theme: Theme, guard: TapGuard, parent: QWidget | None = None) -> None:
        super().__init__(theme, guard, parent)
        self.sign = HelpSign(theme, self.body)
        self.calm = Headline(theme, CALM_MM[0], parent=self.body)
        self.hidden_words = Text(theme, role=Role.BODY, parent=self.body)
        self.calm.setObjectName("calm")
        self.hidden_words.setObjectName("hidden")
        self._hand: Hand | None = None
        self._unhurried = False
        self.hands = {each: Button(theme, guard, parent=self.body) for each in _HANDS}
        for hand, button in self.hands.items():
            button.setObjectName(hand.value)
            button.clicked.connect(partial(self.on_hand, hand))
        self.order_focus(*self.hands.values())
        self._mark = ReadingMark(theme, self.body)
        self.show_top(False)
        self.bottom.offer(back=False)
        self.begins = self.bottom.on
        self.retranslate()

    def show_stage(self, stage: Stage) -> None:
        """Help was called; the upper strip is there where there is something to discard."""
        assert isinstance(stage, HelpCalled)
        answers = isinstance(stage.behind, _WITH_ANSWERS)
        self.top.offer(discard=answers, help_=False, display=False)
        if stage.hand is not self._hand:
            self.guard.page_changed()
        self._hand, self._unhurried = stage.hand, stage.unhurried
        for hand, button in self.hands.items():
            others = hand is not Hand.SELF or stage.hand is not Hand.SELF
            button.setVisible(stage.hand is not None and others)
        self.retranslate()
        self.show_top(answers)
        self.lay_out()
        self.bottom.on.setFocus()

    def retranslate(self) -> None:
        """Set every text."""
        super().retranslate()
        self.sign.word.setText(self.tr("Hilfe"))
        self.calm.setText(self.tr("Bitte warten Sie. Hilfe kommt."))
        hidden = self.tr("Ihre Antworten sind jetzt nicht zu sehen.")
        time = self.tr("Sie haben Zeit, so viel Sie möchten.")
        self.hidden_words.setText(f"{hidden} {time}" if self._unhurried else hidden)
        self.bottom.name(on=self.tr("Weiter ausfüllen"))
        if self._hand in (None, Hand.SELF):
            self.hands[Hand.HELPER].setText(self.tr("Jemand hilft mir"))
            self.hands[Hand.PROXY].setText(self.tr("Jemand tippt für mich"))
        else:
            self.hands[Hand.HELPER].setText(self.tr("Jemand anderes hilft mir"))
            self.hands[Hand.PROXY].setText(self.tr("Jemand anderes tippt für mich"))
        self.hands[Hand.SELF].setText(self.tr("Ich mache allein weiter"))

    def set_theme(self, theme: Theme) -> None:
        """Take over another text size or panel."""
        retheme(theme, self.sign, self.calm, self.hidden_words, self._mark, *self.hands.values())
        super().set_theme(theme)

    def body_area(self) -> QRect:
        """The same margin on every side."""
        return self.inner(self.theme.margin_mm, self.theme.margin_mm)

    def lay_out_body(self, area: QRect) -> None:
        """The sign takes what words and buttons leave; on small glass these are written smaller.

        What happens now is never said smaller than what stands below it; where even the smallest
        text leaves too little, the sign goes.
        """
        theme = self.theme
        gap, least = theme.px(self._space_mm()), theme.px(LEAST_SIGN_MM)
        texts = (self.calm, self.hidden_words)
        for steps, capitals in self._sizes():
            self.hidden_words.set_steps(steps)
            self.calm.set_capitals(capitals)
            rows = self._lay_out_hands(area, steps)
            between = theme.px(10.0 if not rows else 6.0)
            room = area.height() - rows
            words = stack_height(texts, area.width(), gap)
            sign = min(room - words - between, int(area.width() * 0.75))
            enough = words <= room * MOST_WORDS or sign >= theme.px(ENOUGH_SIGN_MM)
            if enough and not self.calm.block(area.width()).broken:
                break
        self.sign.setVisible(sign >= least)
        top = area.top()
        if not self.sign.isHidden():
            self.sign.setGeometry(area.left(), top, area.width(), sign)
            self.sign.lay_out()
            top += sign + between
        stack(texts, QRect(area.left(), top, area.width(), words), gap)

    def _sizes(self) -> Iterator[tuple[int, float]]:
        """Steps of the smaller words and capitals in mm of the sentence, the largest first."""
        for steps in (0, -1, -2):
            beside = self.theme.capitals_mm[max(self.theme.text_size - 1 + steps, 0)]
            yield from ((steps, size) for size in CALM_MM if size >= beside)

    def _lay_out_hands(self, area: QRect, steps: int) -> int:
        """Who may help now, side by side where the glass is wide; the height with the gap above."""
        shown = [button for button in self.hands.values() if not button.isHidden()]
        if not shown:
            return 0
        gap = self.theme.px(self.theme.gap_mm)
        columns = len(shown) if self.width() > self.height() else 1
        wide = (area.width() - (columns - 1) * gap) // columns
        for button in shown:
            button.set_steps(steps)
        high = max(button.heightForWidth(wide) for button in shown)
        total = len(shown) // columns * (high + gap) - gap
        top = area.bottom() + 1 - total
        for number, button in enumerate(shown):
            line, place = divmod(number, columns)
            button.setGeometry(
                area.left() + place * (wide + gap), top + line * (high + gap), wide, high
            )
        return total + self.theme.px(self._space_mm() + 1.0)

    def _space_mm(self) -> float:
        """Between what is said and what can be done."""
        return 3.0 if self.theme.profile.narrow else 5.0

    def showEvent(self, event: QShowEvent) -> None:
        """The way back has the focus."""
        super().showEvent(event)
        self.bottom.on.setFocus()

    def spoken(self) -> list[Segment]:
        """What happens now, and the way back."""
        return [
            (self.calm.objectName(), self.calm.text()),
            (self.hidden_words.objectName(), self.hidden_words.text()),
            *(
                (button.objectName(), button.text() + ".")
                for button in self.hands.values()
                if not button.isHidden()
            ),
            ("on", self.bottom.on.text()),
        ]

    def mark(self, segment: str | None) -> None:
        """Stand beside what is being read."""
        texts = (self.calm, self.hidden_words)
        widget = next((each for each in texts if each.objectName() == segment), None)
        self._mark.stand_beside(widget.geometry() if widget is not None else None)
        for button in self.hands.values():
            button.set_spoken(button.objectName() == segment)

    def on_hand(self, hand: Hand) -> None:
        """Somebody helps, or types, or the person goes on alone."""
        self.intent.emit(HandOver(hand))

    def on_forward(self) -> None:
        """ "Weiter ausfüllen"."""
        self.intent.emit(Resume())
