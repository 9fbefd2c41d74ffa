"""The floor: what any PySide6 program costs. One label and five buttons in a window."""

import sys
from functools import partial

from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kiosk.benchmarks.commands import answer, listen, rest
from kiosk.benchmarks.painted import FirstPaint, Painting

_PAGES = 2
_BUTTONS = 5


def bare_page(number: int) -> QWidget:
    """A label and five buttons."""
    page = QWidget()
    column = QVBoxLayout(page)
    column.addWidget(QLabel(f"Frage {number}"))
    for place in range(_BUTTONS):
        column.addWidget(QPushButton(f"Antwort {number}.{place}"))
    return page


def main(goal: str, width: int, height: int) -> None:
    """`goal`: "start" says when the first paint is done, "pages" swaps pages when asked."""
    application = QApplication(sys.argv[:1])
    if goal == "start":
        window = bare_page(1)
        window.resize(width, height)
        FirstPaint(window, partial(_first, application))
        window.show()
        application.exec()
        return
    stack = QStackedWidget()
    for number in range(_PAGES):
        stack.addWidget(bare_page(number))
    stack.resize(width, height)
    painting = Painting(stack)
    stack.show()
    rest(0.3)
    answer("ready")

    def swap() -> None:
        stack.setCurrentIndex((stack.currentIndex() + 1) % _PAGES)

    def pages(number: float) -> object:
        return {"page": [painting.milliseconds(swap) for _ in range(int(number))]}

    listen({"pages": pages, "rest": rest})


def _first(application: QApplication) -> None:
    answer("painted")
    application.quit()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
