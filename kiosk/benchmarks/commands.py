"""How a measured program listens: a command and a number per line, an answer in JSON."""

import json
import sys
from collections.abc import Callable, Mapping

from PySide6.QtCore import QEventLoop, QTimer

Command = Callable[[float], object]


def answer(value: object) -> None:
    """Tell the parent."""
    sys.stdout.write(json.dumps(value) + "\n")
    sys.stdout.flush()


def listen(commands: Mapping[str, Command]) -> None:
    """Carry out what the parent asks until it closes the input."""
    for line in sys.stdin:
        name, number = line.split()
        answer(commands[name](float(number)))


def rest(seconds: float) -> object:
    """Run the event loop with nothing to do, as an idle program does."""
    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()
    return "rested"
