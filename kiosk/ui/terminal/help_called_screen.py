"""Help is coming; the answers are hidden."""

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from kiosk.journey.intents import Resume
from kiosk.journey.stages import Asking, HelpCalled, Pause, Review, Stage
from kiosk.ui.painting import rounded_box
from kiosk.ui.stack import stack, stack_height
from kiosk.ui.terminal.screen import Screen, Segment
from kiosk.ui.theme import Ground, Theme
from kiosk.ui.widgets.headline import Headline
from kiosk.ui.widgets.reading_mark import ReadingMark
from kiosk.ui.widgets.sign import Mark, draw_mark
from kiosk.ui.widgets.tap_guard import TapGuard
from kiosk.ui.widgets.text import Role, Text

WORD_MM = tuple(float(size) for size in range(34, 6, -1))
CALM_MM = (11.0, 10.0, 9.0, 8.0, 7.0, 6.0, 5.2)


_WITH_ANSWERS = (Asking, Pause, Review)


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
    """Shows nothing of the interview. "Weiter ausfüllen" goes back to it."""

    def __init__(self, theme: Theme, guard: TapGuard, parent: QWidget | None = None) -> None:
        super().__init__(theme, guard, parent)
        self.sign = HelpSign(theme, self.body)
        self.calm = Headline(theme, CALM_MM[0], parent=self.body)
        self.hidden_words = Text(theme, role=Role.BODY, parent=self.body)
        self.calm.setObjectName("calm")
        self.hidden_words.setObjectName("hidden")
        self._mark = ReadingMark(theme, self.body)
        self.show_top(False)
        self.bottom.offer(back=False)
        self.retranslate()

    def show_stage(self, stage: Stage) -> None:
        """Help was called; the upper strip is there where there is something to discard."""
        assert isinstance(stage, HelpCalled)
        answers = isinstance(stage.behind, _WITH_ANSWERS)
        self.top.offer(discard=answers, help_=False, display=False)
        self.show_top(answers)
        self.lay_out()
        self.bottom.on.setFocus()

    def retranslate(self) -> None:
        """Set every text."""
        super().retranslate()
        self.sign.word.setText(self.tr("Hilfe"))
        self.calm.setText(self.tr("Bitte warten Sie. Hilfe kommt."))
        self.hidden_words.setText(self.tr("Ihre Antworten sind jetzt nicht zu sehen."))
        self.bottom.name(on=self.tr("Weiter ausfüllen"))

    def set_theme(self, theme: Theme) -> None:
        """Take over another text size or panel."""
        for widget in (self.sign, self.calm, self.hidden_words, self._mark):
            widget.set_theme(theme)
        super().set_theme(theme)

    def body_area(self) -> QRect:
        """The same margin on every side."""
        return self.inner(self.theme.margin_mm, self.theme.margin_mm)

    def lay_out_body(self, area: QRect) -> None:
        """The sign takes what the words leave."""
        theme = self.theme
        gap = theme.px(5.0)
        texts = (self.calm, self.hidden_words)
        for size in CALM_MM:
            self.calm.set_capitals(size)
            words = stack_height(texts, area.width(), gap)
            if words <= area.height() * 0.55 and not self.calm.block(area.width()).broken:
                break
        sign = min(area.height() - words - theme.px(10.0), int(area.width() * 0.75))
        self.sign.setGeometry(area.left(), area.top(), area.width(), sign)
        self.sign.lay_out()
        top = area.top() + sign + theme.px(10.0)
        stack(texts, QRect(area.left(), top, area.width(), words), gap)

    def showEvent(self, event: QShowEvent) -> None:
        """The way back has the focus."""
        super().showEvent(event)
        self.bottom.on.setFocus()

    def spoken(self) -> list[Segment]:
        """What happens now, and the way back."""
        return [
            (self.calm.objectName(), self.calm.text()),
            (self.hidden_words.objectName(), self.hidden_words.text()),
            ("on", self.bottom.on.text()),
        ]

    def mark(self, segment: str | None) -> None:
        """Stand beside what is being read."""
        texts = (self.calm, self.hidden_words)
        widget = next((each for each in texts if each.objectName() == segment), None)
        self._mark.stand_beside(widget.geometry() if widget is not None else None)

    def on_forward(self) -> None:
        """ "Weiter ausfüllen"."""
        self.intent.emit(Resume())
