"""The real terminal as a program of its own, whose time passes only when told to.

Run as a program: `python clocked_terminal.py FOLDER`; each line of the input is that many seconds.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QSocketNotifier
from PySide6.QtWidgets import QApplication

from kiosk.ui.app import Start, Terminal
from kiosk.ui.idle import IdleWatch


def main(folder: Path) -> int:
    """Until it is terminated."""
    now = 1000.0
    application = QApplication(sys.argv[:1])
    terminal = Terminal(Start(folder), application, lambda: now)
    terminal.show()

    def passed() -> None:
        nonlocal now
        now += float(sys.stdin.readline())
        for watch in terminal.window.findChildren(IdleWatch):
            watch.look()

    told = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    told.activated.connect(passed)
    return application.exec()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
