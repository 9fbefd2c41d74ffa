"""A walk through the whole survey that saves a picture of every screen."""

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from kiosk.journey import intents, stages
from kiosk.journey.intents import Intent
from kiosk.places import DEMO_KEYS, DEMO_PIN
from kiosk.ui.app import Start, Terminal
from kiosk.ui.sample import sample
from kiosk.ui.terminal.question_screen import QuestionScreen
from kiosk.ui.window import Window

PAUSE_MS = 30


def walk(start: Start, folder: Path) -> int:
    """Walk once through the survey of the terminal in `start.folder`; the exit status.

    The interview is thrown away at the end of the walk. Raises KioskErrors of the terminal, and
    OSError when the pictures cannot be written.
    """
    application = QApplication(sys.argv[:1])
    folder.mkdir(parents=True, exist_ok=True)
    terminal = Terminal(replace(start, always_open=True), application)
    terminal.show()
    pin = DEMO_PIN if (start.folder / DEMO_KEYS).is_dir() else None
    steps = _steps(terminal.window, folder, pin)
    timer = QTimer()
    timer.setInterval(PAUSE_MS)

    def step() -> None:
        if next(steps, None) is None:
            timer.stop()
            terminal.quit()

    timer.timeout.connect(step)
    timer.start()
    status = application.exec()
    sys.stdout.write(f"{len(list(folder.glob('*.png')))} → {folder}\n")
    return status


def _steps(window: Window, folder: Path, pin: str | None) -> Iterator[bool]:
    """One step for each event loop turn; saves a picture wherever something new shows.

    `pin` opens the staff area; None leaves it closed.
    """
    pictures = _Pictures(window, folder)
    while isinstance(window.stage, stages.Preparing):
        yield True
    pictures.save("welcome")
    yield from _beginning(window, pictures)
    while isinstance(stage := window.stage, stages.Asking):
        yield from _question(window, pictures, stage)
        _onward(window, stage)
        yield True
        if isinstance(window.stage, stages.Pause):
            pictures.save("pause")
            window.apply(intents.Forward())
            yield True
    yield from _ending(window, pictures)
    if pin is not None:
        window.apply(intents.EnteredPin(pin))
        yield True
        pictures.save("staff")
    window.fail("So sieht es aus, wenn das Gerät eine Pause braucht.")
    yield True
    pictures.save("out-of-order")


def _beginning(window: Window, pictures: "_Pictures") -> Iterator[bool]:
    window.apply(intents.Begin())
    if isinstance(stage := window.stage, stages.ChooseLanguage):
        yield True
        pictures.save("language")
        window.apply(intents.PickLanguage(stage.languages[0][0]))
    yield True
    pictures.save("display")
    window.apply(intents.Forward())
    yield True
    if isinstance(window.stage, stages.Practice):
        pictures.save("practice")
        window.apply(intents.MissedOften())
        yield True
        pictures.save("practice-easier")
        window.apply(intents.Resume())
        window.apply(intents.Answer(stages.WANTED))
        yield True
        pictures.save("practice-passed")
        window.apply(intents.Forward())
        yield True
    pictures.save("participation")
    window.apply(intents.ShowDetails(True))
    yield True
    pictures.save("privacy")
    window.apply(intents.ShowDetails(False))
    window.apply(intents.Answer("1"))
    window.apply(intents.Forward())
    yield True
    # A study with one form asks nobody which.
    if isinstance(stage := window.stage, stages.ForWhom):
        pictures.save("for-whom")
        # The second is "für mich, länger" (A.4): the form with the most kinds of screens.
        longer = stage.question.choices[min(1, len(stage.question.choices) - 1)]
        window.apply(intents.Answer(longer.value))
        window.apply(intents.Forward())
        yield True


def _question(window: Window, pictures: "_Pictures", stage: stages.Asking) -> Iterator[bool]:
    name = stage.question.name
    pictures.save(name)
    if stage.progress.number == 1:
        window.apply(intents.Forward())
        yield True
        pictures.save(f"{name}-reminder")
        window.apply(intents.Resume())
        yield True
    window.apply(intents.Answer(sample(stage.question)))
    yield True
    pictures.save(f"{name}-answered")
    screen = window.current
    page = 2
    while isinstance(screen, QuestionScreen) and screen.turn_on():
        yield True
        pictures.save(f"{name}-page{page}")
        page += 1


def _onward(window: Window, stage: stages.Asking) -> None:
    """Next question, past the reminder where nothing could be chosen."""
    window.apply(intents.Forward())
    if isinstance(now := window.stage, stages.Asking) and now.question.ref == stage.question.ref:
        window.apply(intents.Forward())


def _ending(window: Window, pictures: "_Pictures") -> Iterator[bool]:
    yield True
    pictures.save("review")
    aside: tuple[tuple[str, Intent], ...] = (
        ("discard", intents.Discard()),
        ("help", intents.CallHelp()),
        ("still-there", intents.WentIdle()),
    )
    for name, intent in aside:
        window.apply(intent)
        yield True
        pictures.save(name)
        window.apply(intents.Resume())
        yield True
    for name, intent in _last():
        window.apply(intent)
        yield True
        if name:
            pictures.save(name)


def _last() -> tuple[tuple[str, Intent], ...]:
    return (
        ("", intents.Discard()),
        ("goodbye", intents.ConfirmedDiscard()),
        ("", intents.Leave()),
        ("pin", intents.HoldCorner()),
    )


class _Pictures:
    """Numbers the pictures in the order they were taken."""

    def __init__(self, window: Window, folder: Path) -> None:
        self._window = window
        self._folder = folder
        self._taken = 0

    def save(self, name: str) -> None:
        """Save what the window shows now."""
        self._taken += 1
        path = self._folder / f"{self._taken:03}-{name}.png"
        if not self._window.grab().save(str(path)):
            raise OSError(f"cannot write {path}")
