"""What this is, what happens to the answers, and: will you take part?"""

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from kiosk.forms.view import Progress
from kiosk.journey.intents import Answer, Backward, Forward, ShowDetails
from kiosk.journey.stages import Participation, Stage
from kiosk.ui.painting import text_block
from kiosk.ui.terminal.screen import Screen, Segment
from kiosk.ui.theme import Theme
from kiosk.ui.widgets.button import Button, Look
from kiosk.ui.widgets.decision import Decision
from kiosk.ui.widgets.prose import Prose
from kiosk.ui.widgets.reading_mark import ReadingMark
from kiosk.ui.widgets.tap_guard import TapGuard

FEWEST_LINES = 5
"""Smaller text rather than pages of fewer lines."""


class ParticipationScreen(Screen):
    """S3. The text on as many pages as it needs, then the question with its four answers.

    Where everything fits on one page it stands on one. "Weiter lesen" and "Zurück" turn pages;
    "Mehr zum Datenschutz" shows layer 2 in the same way, and its last page leads back.
    """

    def __init__(self, theme: Theme, guard: TapGuard, parent: QWidget | None = None) -> None:
        super().__init__(theme, guard, parent)
        self._stage: Participation | None = None
        self._page = 0
        self._layer_1_page = 0  # where "Mehr zum Datenschutz" was tapped
        self._reminded = False
        self._together = False  # text and question on one page
        self.prose = Prose(theme, self.body)
        self.prose.setObjectName("prose")
        self.decision = Decision(theme, guard, self.body)
        self.details = Button(theme, guard, look=Look.QUIET, parent=self.decision)
        self.details.setObjectName("details")
        self.decision.set_aside(self.details)
        self._mark = ReadingMark(theme, self.body)
        self.decision.picked.connect(self.on_picked)
        self.decision.turned.connect(self._on_turned)
        self.details.clicked.connect(self.on_details)
        self.top.offer(discard=False)
        self.retranslate()

    def show_stage(self, stage: Stage) -> None:
        """Show the text from its first page, or where the person was."""
        assert isinstance(stage, Participation)
        before = self._stage
        if stage.showing_details != (before is not None and before.showing_details):
            if stage.showing_details:
                self._layer_1_page, self._page = self._page, 0
            else:
                self._page = self._layer_1_page
        self._stage = stage
        self._reminded = self._reminded and not stage.question.value
        self.decision.show_question(stage.question)
        self.prose.show_paragraphs(stage.details if stage.showing_details else stage.paragraphs)
        self.retranslate()
        self.lay_out()

    def retranslate(self) -> None:
        """Set every text."""
        super().retranslate()
        self.details.setText(self.tr("Mehr zum Datenschutz"))
        self.decision.remind(self._reminded)
        self._name_buttons()

    def set_theme(self, theme: Theme) -> None:
        """Take over another text size or panel."""
        for widget in (self.prose, self.decision, self._mark):
            widget.set_theme(theme)
        super().set_theme(theme)

    def lay_out_body(self, area: QRect) -> None:
        """Break the text for the body there is, and show the page the person is on."""
        if self._stage is None:
            return
        theme = self.theme
        details = self._stage.showing_details
        beside = self.width() > self.height()
        for steps in (0, -1, -2):
            self.prose.set_steps(steps)
            self.prose.break_pages(area.width(), area.height())
            if self.prose.lines_in(area.height()) >= FEWEST_LINES and not self.prose.cut():
                break
        text = self.prose.heightForWidth(area.width())
        space = theme.px(theme.wide_gap_mm)
        needed = self.decision.height_at(area.width(), beside)
        self._together = not details and text + space + needed <= area.height()
        self.prose.break_pages(area.width(), area.height())
        self._page = min(self._page, self._page_count() - 1)
        asks = self._asks()
        self.prose.setVisible(self._together or not asks)
        self.decision.setVisible(asks)
        if not asks or self._together:
            self.prose.show_page(self._page)
            tall = self.prose.page_height()
            self.prose.setGeometry(area.left(), area.top(), area.width(), tall)
        if asks:
            # A control at the very top keeps its distance from the upper strip's.
            apart = max(0, theme.px(theme.gap_mm) - area.top())
            taken = text + space if self._together else apart
            self.decision.lay_out(area.adjusted(0, taken, 0, 0), beside)
            self.order_focus(*self.decision.focus())
        if not asks:
            self.decision.lower()
        self._mark.stand_beside(None)
        self._name_buttons()

    def spoken(self) -> list[Segment]:
        """The page that shows."""
        parts: list[Segment] = []
        if not self.prose.isHidden():
            parts += [(f"prose/{number}", words) for number, words, _ in self.prose.pieces()]
        if not self.decision.isHidden():
            parts += self.decision.spoken()
        return parts

    def begin_focus(self) -> QWidget | None:
        """At the answers, also where the aside stands before them."""
        where = super().begin_focus()
        return self.decision.choices[0] if where is self.details else where

    def mark(self, segment: str | None) -> None:
        """Stand beside what is being read."""
        self.decision.mark(segment)
        places = {
            f"prose/{number}": area.translated(self.prose.pos())
            for number, _, area in self.prose.pieces()
        }
        self._mark.stand_beside(places.get(segment or ""))

    def reset(self) -> None:
        """The next person reads from the first page."""
        super().reset()
        self.decision.clear()
        self._stage = None
        self._page = self._layer_1_page = 0
        self._reminded = False

    def on_picked(self, value: str) -> None:
        """An answer was tapped."""
        self._reminded = False
        self.retranslate()
        self.intent.emit(Answer(value))

    def on_details(self) -> None:
        """ "Mehr zum Datenschutz"."""
        self.intent.emit(ShowDetails(shown=True))

    def on_forward(self) -> None:
        """Turn the page, or go on once something is chosen."""
        if self._stage is None:
            return
        if self._page < self._page_count() - 1:
            self._turn(1)
        elif self._stage.showing_details:
            self.intent.emit(ShowDetails(shown=False))
        elif self._stage.question.value:
            self.intent.emit(Forward())
        elif self.decision.turn_on():
            self.page_turned.emit()
        else:
            self._remind(True)
            self.words_changed.emit()

    def on_back(self) -> None:
        """Turn the page back, or leave."""
        if self._asks() and self.decision.turn_back():
            self.page_turned.emit()
            return
        if self._page > 0:
            self._turn(-1)
        elif self._stage is not None and self._stage.showing_details:
            self.intent.emit(ShowDetails(shown=False))
        else:
            self.intent.emit(Backward())

    def _remind(self, on: bool) -> None:
        self._reminded = on
        self.retranslate()
        self.lay_out()

    def _on_turned(self) -> None:
        self._remind(False)

    def _turn(self, by: int) -> None:
        self._page += by
        self._reminded = False
        self.guard.page_changed()
        self.retranslate()
        self.lay_out()
        self.words_changed.emit()

    def _page_count(self) -> int:
        if self._stage is None or self._together:
            return 1
        return self.prose.page_count + (0 if self._stage.showing_details else 1)

    def _fits_one_line(self, words: str) -> bool:
        on = self.bottom.on
        return len(text_block(words, on.text_font(), on.width() - 2 * on.side_px()).lines) == 1

    def _asks(self) -> bool:
        details = self._stage is None or self._stage.showing_details
        return not details and self._page == self._page_count() - 1

    def _name_buttons(self) -> None:
        count = self._page_count()
        last = self._page >= count - 1
        read_on = self.tr("Weiter lesen")
        # Two lines would make the strip taller, the page shorter and the pages more.
        self.bottom.name(on=read_on if not last and self._fits_one_line(read_on) else None)
        # The pager counts the pages of the answers, which are others.
        counts = count > 1 and not (self._asks() and self.decision.pages.several)
        self.top.show_page(Progress(self._page + 1, count) if counts else None)
