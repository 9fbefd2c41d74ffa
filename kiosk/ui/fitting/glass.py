"""Screens laid out as on a display, page by page, without anybody seeing them."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from typing import TypeVar

from PySide6.QtCore import Qt

from kiosk.forms.markdown import plain
from kiosk.forms.view import ChoiceView, Kind, Problem, Progress, QuestionView, Rejection
from kiosk.journey.stages import (
    Asking,
    Farewell,
    ForWhom,
    Goodbye,
    Participation,
    Review,
    ReviewLine,
)
from kiosk.study.hand import Hand
from kiosk.ui.fitting.breaches import Breach, text_breaches
from kiosk.ui.inputs.choice_input import ChoiceInput
from kiosk.ui.inputs.search_input import SearchInput
from kiosk.ui.pictograms import Pictograms
from kiosk.ui.terminal.for_whom_screen import ForWhomScreen
from kiosk.ui.terminal.goodbye_screen import GoodbyeScreen
from kiosk.ui.terminal.participation_screen import ParticipationScreen
from kiosk.ui.terminal.question_screen import QuestionScreen
from kiosk.ui.terminal.review_screen import ReviewScreen
from kiosk.ui.terminal.screen import Screen
from kiosk.ui.theme import Theme
from kiosk.ui.widgets.choice import Choice
from kiosk.ui.widgets.tap_guard import TapGuard

MOST_PAGES = 200
PROGRESS = Progress(88, 99)  # as wide as it gets

_S = TypeVar("_S", bound=Screen)


class Glass:
    """A display of `theme.profile`, every screen on it made once.

    Each method lays something out page by page and yields, page by page, what does not fit there.
    """

    def __init__(self, theme: Theme, pictograms: Pictograms, *, seen: bool = False) -> None:
        """Needs the fonts installed. `seen`: as real windows, one of which can have the focus."""
        self.theme = theme
        self._seen = seen
        self._pictograms = pictograms
        self._guard = TapGuard(count(0.0, 10.0).__next__)  # nothing comes too fast
        self.question = self._placed(QuestionScreen(theme, self._guard, pictograms))
        self.overview = self._placed(ReviewScreen(theme, self._guard))
        self.start = self._placed(ParticipationScreen(theme, self._guard))
        self.route = self._placed(ForWhomScreen(theme, self._guard))
        self.farewell = self._placed(GoodbyeScreen(theme, self._guard, lambda: 0.0))

    def close(self) -> None:
        """Let go of the screens."""
        for each in self.screens():
            each.close()
            each.deleteLater()

    def screens(self) -> tuple[Screen, ...]:
        """Every screen there is."""
        return self.question, self.overview, self.start, self.route, self.farewell

    def _placed(self, screen: _S) -> _S:
        screen.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen, not self._seen)
        screen.resize(self.theme.profile.width_px, self.theme.profile.height_px)
        screen.show()
        return screen

    # Questions

    def pages(self, view: QuestionView) -> Iterator[list[Breach]]:
        """The question without an answer, one page after the other, until all has been seen."""
        self.question.reset()
        for _ in self.turned(view):
            yield self._breaches(self.question)

    def turned(
        self, view: QuestionView, progress: Progress = PROGRESS, hand: Hand = Hand.SELF
    ) -> Iterator[int]:
        """Shows a question's pages from the first; yields the number of each while it shows.

        `hand`: who answers, which a banner says.
        """
        self.question.show_stage(Asking(view, progress, hand=hand))
        current = self._search()
        if current is not None:
            yield from self._searched(current)
            return
        yield 1
        for page in range(2, MOST_PAGES + 1):
            if not self.question.turn_on():
                return
            yield page

    def hints(self, view: QuestionView) -> Iterator[list[Breach]]:
        """The explanations behind "Was heißt das?" of every page of a question."""
        for _ in self.explained(view):
            yield self._breaches(self.question)

    def explained(self, view: QuestionView) -> Iterator[int]:
        """Shows every page of explanations of a question; yields the number of each."""
        number = 0
        for _ in self.turned(view):
            current = self._choices()
            if current is None or current.explain.isHidden():
                continue
            panel = self.question.hints
            self.question.on_hints()
            for _page in range(MOST_PAGES):
                number += 1
                yield number
                first = panel.spoken()[1:2]
                if panel.pager.isHidden():
                    break
                panel.pager.click()
                if panel.spoken()[1:2] == first or _is_first(panel.spoken(), current.hinted()):
                    break
            panel.done.click()

    def explains(self, view: QuestionView) -> bool:
        """Whether every explanation of a choice can be looked up."""
        for _ in self.turned(view):
            current = self._choices()
            if isinstance(current, ChoiceInput) and current.hinted() and current.explain.isHidden():
                return False
        return True

    def reminder(self, view: QuestionView) -> list[Breach]:
        """The question with "Sie haben nichts ausgewählt."."""
        self.question.show_stage(Asking(view, PROGRESS, reminder=True))
        return self._breaches(self.question)

    def problem(self, view: QuestionView, message: str) -> list[Breach]:
        """The question with a sentence why an answer is not taken."""
        problem = Problem(Rejection.CONSTRAINT, message)
        self.question.show_stage(Asking(view, PROGRESS, problem=problem))
        return self._breaches(self.question)

    def review(self, view: QuestionView) -> list[Breach]:
        """The question's line in the review, with its longest single answer."""
        if view.kind in (Kind.NOTE, Kind.REPEAT):
            return []
        answer = max((plain(each.label) for each in view.choices), key=len, default="888")
        line = ReviewLine(view.ref, plain(view.label), answer)
        self.overview.show_stage(Review((line,)))
        return self._breaches(self.overview)

    # The start form

    def participation(
        self, question: QuestionView, notes: tuple[str, ...], *, details: bool
    ) -> Iterator[list[Breach]]:
        """One of the layers of the participation text; behind the first, the question."""
        for _ in self.participating(question, notes, details=details):
            yield self._breaches(self.start)

    def participating(
        self, question: QuestionView, notes: tuple[str, ...], *, details: bool
    ) -> Iterator[int]:
        """Shows every page of that layer; yields the number of each.

        Behind the last page of the first layer the screen is left reminding of the answer.
        """
        screen = self.start
        screen.reset()
        stage = Participation(question, () if details else notes, notes if details else ())
        screen.show_stage(replace(stage, showing_details=details))
        for page in range(1, MOST_PAGES):
            yield page
            before = _page_of(screen)
            screen.on_forward()
            if before == _page_of(screen):
                return

    def for_whom(self, question: QuestionView) -> list[Breach]:
        """The question which form is asked."""
        return [each for _ in self.choosing(question) for each in self._breaches(self.route)]

    def choosing(self, question: QuestionView) -> Iterator[int]:
        """Shows every page of that question; yields the number of each.

        Behind the last one the screen is left reminding of the answer.
        """
        screen = self.route
        screen.reset()
        screen.show_stage(ForWhom(question))
        for page in range(1, MOST_PAGES):
            yield page
            before = screen.decision.pages.page
            screen.on_forward()
            if before == screen.decision.pages.page:
                return

    def goodbye(self, farewell: Farewell, note: str) -> list[Breach]:
        """The last words."""
        self.farewell.show_stage(Goodbye(farewell, (note,) if note else ()))
        self.farewell.countdown.stop()
        return self._breaches(self.farewell)

    def _breaches(self, screen: Screen) -> list[Breach]:
        return text_breaches(screen, self.theme)

    def _search(self) -> SearchInput | None:
        """The input of a list to be searched, if the question has it."""
        return next((e for e in self.question.findChildren(SearchInput) if e.isVisible()), None)

    def _choices(self) -> ChoiceInput | None:
        """The input of a list to be leafed through, if the question has it."""
        return next((e for e in self.question.findChildren(ChoiceInput) if e.isVisible()), None)

    def _searched(self, current: SearchInput) -> Iterator[int]:
        """Every page of what is found when nothing is typed."""
        yield 1
        if not current.look.isHidden():
            current.look.click()
            yield 2
        seen: set[str] = set()
        for page in range(3, MOST_PAGES + 3):
            values = {each.value for each in current.findChildren(Choice) if each.isVisible()}
            if values <= seen or current.pager.isHidden():
                return
            seen |= values
            current.pager.click()
            yield page


def _page_of(screen: ParticipationScreen) -> tuple[int, bool, int]:
    return screen.prose.page, screen.decision.isHidden(), screen.decision.pages.page


def _is_first(spoken: list[tuple[str, str]], hinted: tuple[ChoiceView, ...]) -> bool:
    """Whether the panel of hints shows its first page."""
    return len(spoken) > 1 and bool(hinted) and spoken[1][0] == hinted[0].value
