"""The terminal, started as `kiosk run` starts it, saying when something first shows."""

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from kiosk.benchmarks.commands import answer
from kiosk.benchmarks.painted import FirstPaint
from kiosk.journey import intents, stages
from kiosk.journey.intents import Intent
from kiosk.journey.stages import Stage
from kiosk.ui.app import Start, Terminal

SHORT, LONG = 0, 1
"""Where the choice between the questionnaires has those for citizens."""


def start(goal: str, folder: Path, width: int, height: int) -> int:
    """`goal`: "screen" or "question". The interview is thrown away again."""
    application = QApplication(sys.argv[:1])
    terminal = Terminal(Start(folder, (width, height)), application)
    if goal == "screen":
        FirstPaint(terminal.window, partial(_seen, terminal))
    else:
        FirstPaint(terminal.window, partial(terminal.window.apply, intents.Begin()))
        terminal.window.shown.connect(partial(_on, terminal))
    terminal.show()
    return application.exec()


def _seen(terminal: Terminal) -> None:
    answer("painted")
    # Not before the rooms are open: a start that is cut short would be another thing to measure.
    _once_open(terminal, terminal.quit)


def _once_open(terminal: Terminal, then: Callable[[], None]) -> None:
    if isinstance(terminal.window.stage, stages.Preparing):
        QTimer.singleShot(10, partial(_once_open, terminal, then))
    else:
        then()


def _on(terminal: Terminal, stage: Stage) -> None:
    """Go on from every stage in the next turn of the loop."""
    window = terminal.window
    if isinstance(stage, stages.Asking):
        window.shown.disconnect()
        FirstPaint(window.current, partial(_asked, terminal))
        return
    for intent in onward(stage):
        QTimer.singleShot(0, partial(window.apply, intent))


def _asked(terminal: Terminal) -> None:
    answer("asked")
    for intent in (intents.Discard(), intents.ConfirmedDiscard()):
        terminal.window.apply(intent)
    terminal.quit()


def onward(stage: Stage, form: int = LONG) -> tuple[Intent, ...]:
    """What leads from a stage before the first question towards the LONG or SHORT questionnaire."""
    match stage:
        case stages.ChooseLanguage(languages):
            return (intents.PickLanguage(languages[0][0]),)
        case stages.ChooseDisplay() | stages.Practice() | stages.Pause():
            return (intents.Forward(),)
        case stages.Participation(question) | stages.ForWhom(question):
            if question.value:
                return (intents.Forward(),)
            taken = 0 if isinstance(stage, stages.Participation) else form
            return (intents.Answer(question.choices[taken].value),)
        case _:
            return ()
