"""The terminal by touch: how long a person waits for what they see."""

import sys
from collections import defaultdict
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from kiosk.benchmarks.cold_terminal import LONG, SHORT, onward
from kiosk.benchmarks.commands import answer, listen
from kiosk.benchmarks.finger import Finger, Seconds
from kiosk.benchmarks.painted import Painting
from kiosk.journey import intents, stages
from kiosk.journey.intents import Intent
from kiosk.journey.presentation import Presentation, Scheme
from kiosk.ui.app import Start, Terminal
from kiosk.ui.sample import sample
from kiosk.ui.widgets.choice import Choice

Times = dict[str, list[float]]
"""What was done to milliseconds, one for each time."""
_MOST_TURNS = 20
"""Pages and reminders between two questions."""


class Touched:
    """Someone at the terminal, and how long each thing took that they did."""

    def __init__(self, terminal: Terminal, seconds: Seconds) -> None:
        self._window = terminal.window
        self._finger = Finger(terminal.window, seconds)
        self._painting = Painting(terminal.window)
        self._usual = terminal.settings.presentation("de")
        self._languages = ["de"]
        self._smallest = self._largest = ""

    def first_time(self) -> Times:
        """Through the whole long form, whose questions have never been shown since the start.

        Finds the questions with the fewest and the most answers to choose from.
        """
        self._begin(LONG)
        taken: Times = defaultdict(list)
        sizes: dict[str, int] = {}
        while isinstance(stage := self._window.stage, stages.Asking):
            if not stage.first and len(stage.question.choices) > 1:
                sizes[stage.question.ref] = len(stage.question.choices)
            onto = self._answer_and_go_on(stage)
            if isinstance(self._window.stage, stages.Asking):
                taken["onto"].append(onto)
        self._smallest = min(sizes, key=sizes.__getitem__)
        self._largest = max(sizes, key=sizes.__getitem__)
        self._discard()
        return taken

    def smallest(self, count: float) -> Times:
        """At the question with the fewest answers, again and again."""
        return self._at(self._smallest, int(count))

    def largest(self, count: float) -> Times:
        """At the question with the most."""
        return self._at(self._largest, int(count))

    def settings(self, count: float) -> Times:
        """Change how things show at the question with the most answers, the panel open."""
        self._go_to(self._largest)
        taken: Times = defaultdict(list)
        usual, screen = self._usual, self._window.current
        for _turn in range(int(count)):
            taken["panel"].append(self._finger.tap(screen.top.display)[1])
            for name, wanted in (
                ("size", replace(usual, text_size=3)),
                ("colours", replace(usual, scheme=Scheme.DARK)),
                ("language", replace(usual, language=self._languages[-1])),
            ):
                taken[name] += [self._show(wanted), self._show(usual)]
            taken["back"].append(self._finger.tap(screen.panel.strip.done)[1])
        self._discard()
        return taken

    def interviews(self, count: float) -> Times:
        """Begin and end short interviews: what one finds and what one leaves."""
        taken: Times = defaultdict(list)
        for _interview in range(int(count)):
            taken["begin"].append(self._apply(intents.Begin()))
            self._begin(SHORT)
            while isinstance(stage := self._window.stage, stages.Asking):
                self._answer_and_go_on(stage)
            taken["goodbye"].append(self._apply(intents.Finish()))
            taken["welcome"].append(self._apply(intents.Leave()))
            assert isinstance(self._window.stage, stages.Welcome)
        return taken

    # -- on the way

    def _begin(self, form: int) -> None:
        """Go to the first question."""
        self._apply(intents.Begin())
        while not isinstance(stage := self._window.stage, stages.Asking):
            if isinstance(stage, stages.ChooseLanguage):
                self._languages = [tag for tag, *_name in stage.languages]
            for intent in onward(stage, form):
                self._apply(intent)

    def _go_to(self, question: str) -> float:
        """Another person comes there; milliseconds of the touch that brought the question."""
        self._begin(LONG)
        onto = 0.0
        while isinstance(stage := self._window.stage, stages.Asking):
            if stage.question.ref == question:
                return onto
            onto = self._answer_and_go_on(stage)
        raise LookupError(f"{question} was not asked")

    def _at(self, question: str, count: int) -> Times:
        """Choose there, go back and come again."""
        taken: Times = defaultdict(list, {"arrived": [self._go_to(question)]})
        for turn in range(count):
            answers = self._answers()
            pressed, given = self._finger.tap(answers[turn % 2])
            taken["pressed"].append(pressed)
            taken["given"].append(given)
            bottom = self._window.current.bottom
            while self._ref() == question:
                self._finger.tap(bottom.back)
            while self._ref() != question:
                pressed, onto = self._finger.tap(bottom.on)
            taken["on pressed"].append(pressed)
            taken["onto"].append(onto)
        self._discard()
        return taken

    def _answers(self) -> list[Choice]:
        shown = self._window.current.findChildren(Choice)
        return [each for each in shown if each.isVisible()]

    def _ref(self) -> str:
        stage = self._window.stage
        assert isinstance(stage, stages.Asking), stage
        return stage.question.ref

    def _answer_and_go_on(self, stage: stages.Asking) -> float:
        """Milliseconds of the touch that brought what comes next."""
        if value := sample(stage.question):
            self._apply(intents.Answer(value))
        onto = 0.0
        for _turn in range(_MOST_TURNS):
            now = self._window.stage
            if isinstance(now, stages.Pause):
                return self._apply(intents.Forward())
            if not isinstance(now, stages.Asking) or now.question.ref != stage.question.ref:
                return onto
            if now.reminder:
                onto = self._apply(intents.Forward())
            else:
                onto = self._finger.tap(self._window.current.bottom.on)[1]
        raise LookupError(f"no way on from {stage.question.ref}")

    def _show(self, wanted: Presentation) -> float:
        return self._apply(intents.PickPresentation(wanted))

    def _discard(self) -> None:
        for intent in (intents.Discard(), intents.ConfirmedDiscard(), intents.Leave()):
            self._apply(intent)
        if not isinstance(self._window.stage, stages.Welcome):
            raise LookupError(f"{type(self._window.stage).__name__} instead of the welcome screen")

    def _apply(self, intent: Intent) -> float:
        return self._painting.milliseconds(lambda: self._window.apply(intent))


def main(folder: Path, width: int, height: int) -> None:
    """Serve each of :class:`Touched`'s ways from the welcome screen on."""
    application = QApplication(sys.argv[:1])
    seconds = Seconds()
    terminal = Terminal(Start(folder, (width, height)), application, seconds)
    terminal.show()
    while isinstance(terminal.window.stage, stages.Preparing):
        QCoreApplication.processEvents()
    touched = Touched(terminal, seconds)
    answer("ready")
    listen(
        {
            "first": lambda _number: touched.first_time(),
            "smallest": touched.smallest,
            "largest": touched.largest,
            "settings": touched.settings,
            "interviews": touched.interviews,
        }
    )
    terminal.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
