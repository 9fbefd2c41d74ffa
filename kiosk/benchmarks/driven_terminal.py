"""The terminal, driven through interviews by intents, every page painted."""

import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from kiosk.benchmarks.cold_terminal import LONG, SHORT, onward
from kiosk.benchmarks.commands import answer, listen, rest
from kiosk.benchmarks.painted import Painting
from kiosk.journey import intents, stages
from kiosk.journey.intents import Intent
from kiosk.ui.app import Start, Terminal
from kiosk.ui.sample import sample
from kiosk.ui.window import Window


class Respondent:
    """Answers one question after the other, one interview after the other."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self._painting = Painting(window)
        self.finished = 0

    def begin(self, form: int = LONG) -> None:
        """Go to the first question."""
        self._apply(intents.Begin())
        while not isinstance(stage := self._window.stage, stages.Asking):
            for intent in onward(stage, form):
                self._apply(intent)

    def page(self) -> tuple[float, float] | None:
        """Answer the question on the glass and go on.

        Milliseconds from the answer until it is on the disk and shown as chosen, and from "Weiter"
        until the next question is painted; None behind the last question.
        """
        stage = self._window.stage
        if not isinstance(stage, stages.Asking):
            self.finish()
            self.begin()
            return None
        value = sample(stage.question)
        answered = self._apply(intents.Answer(value)) if value else 0.0
        onto = self._apply(intents.Forward())
        now = self._window.stage
        if isinstance(now, stages.Asking) and now.question.ref == stage.question.ref:
            self._apply(intents.Forward())  # past the reminder
            return None
        if isinstance(now, stages.Pause):
            self._apply(intents.Forward())
            return None
        if not value or not isinstance(now, stages.Asking):
            return None
        return answered, onto

    def interview(self) -> None:
        """Finish this interview and begin the next, long and short ones in turn."""
        while isinstance(self._window.stage, stages.Asking):
            self.page()
        self.finish()
        self.begin(SHORT if self.finished % 2 else LONG)

    def finish(self) -> None:
        """Send the answers off and go back to the welcome screen."""
        for intent in (intents.Finish(), intents.Leave()):
            self._apply(intent)
        if not isinstance(self._window.stage, stages.Welcome):
            raise LookupError(f"{type(self._window.stage).__name__} instead of the welcome screen")
        self.finished += 1

    def _apply(self, intent: Intent) -> float:
        return self._painting.milliseconds(lambda: self._window.apply(intent))


def main(folder: Path, width: int, height: int) -> None:
    """Serve `pages`, `interviews` and `rest` from the first question on."""
    application = QApplication(sys.argv[:1])
    terminal = Terminal(Start(folder, (width, height)), application)
    terminal.show()
    while isinstance(terminal.window.stage, stages.Preparing):
        QCoreApplication.processEvents()
    respondent = Respondent(terminal.window)
    respondent.begin()
    answer("ready")

    def pages(number: float) -> object:
        taken: list[tuple[float, float]] = []
        while len(taken) < number:
            if (page := respondent.page()) is not None:
                taken.append(page)
        return {"answer": [each[0] for each in taken], "page": [each[1] for each in taken]}

    def interviews(number: float) -> object:
        for _ in range(int(number)):
            respondent.interview()
        return respondent.finished

    listen({"pages": pages, "interviews": interviews, "rest": rest})
    for intent in (intents.Discard(), intents.ConfirmedDiscard()):
        terminal.window.apply(intent)
    terminal.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
