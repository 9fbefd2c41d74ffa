"""The floor: what any PySide6 program costs. One label and five buttons in a window."""

import sys
from functools import partial

from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kiosk.benchmarks.commands import answer, listen, rest
from kiosk.benchmarks.finger import Finger, Seconds
from kiosk.benchmarks.painted import FirstPaint, Painting

_PAGES = 2
_BUTTONS = 5
_TEXT_PX = 28
"""About the size of the terminal's answers on this window."""


def bare_page() -> QWidget:
    """A label and five buttons."""
    page = QWidget()
    column = QVBoxLayout(page)
    column.addWidget(QLabel("Frage"))
    for place in range(_BUTTONS):
        column.addWidget(QPushButton(f"Antwort {place}"))
    return page


def full_page() -> QWidget:
    """The same, filling its window with large text, as a page to be read from a step away does."""
    page = bare_page()
    font = page.font()
    font.setPixelSize(_TEXT_PX)
    page.setFont(font)
    for button in page.findChildren(QPushButton):
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
    return page


class Pages(QStackedWidget):
    """Two pages in turn, each showing the texts of the next question when its turn comes."""

    def __init__(self) -> None:
        super().__init__()
        self._number = 0
        self._pages = [full_page() for _ in range(_PAGES)]
        for page in self._pages:
            self.addWidget(page)
            page.findChildren(QPushButton)[0].clicked.connect(self.swap)

    def first_button(self) -> QPushButton:
        """The one that leads to the next question, as a tap on it does."""
        return self._pages[self._number % _PAGES].findChildren(QPushButton)[0]

    def swap(self) -> None:
        """The next question."""
        self._number += 1
        page = self._pages[self._number % _PAGES]
        page.findChildren(QLabel)[0].setText(f"Frage {self._number}: Wie oft ist das so?")
        for place, button in enumerate(page.findChildren(QPushButton)):
            button.setText(f"Antwort {place} auf Frage {self._number}")
        self.setCurrentWidget(page)


def main(goal: str, width: int, height: int) -> None:
    """`goal`: "start" says when the first paint is done, "pages" swaps pages when asked."""
    application = QApplication(sys.argv[:1])
    if goal == "start":
        window = bare_page()
        window.resize(width, height)
        FirstPaint(window, partial(_first, application))
        window.show()
        application.exec()
        return
    stack = Pages()
    stack.resize(width, height)
    painting = Painting(stack)
    finger = Finger(stack, Seconds())
    stack.show()
    rest(0.3)
    answer("ready")

    def pages(number: float) -> object:
        return {"page": [painting.milliseconds(stack.swap) for _ in range(int(number))]}

    def taps(number: float) -> object:
        taken = [finger.tap(stack.first_button()) for _ in range(int(number))]
        return {"pressed": [each[0] for each in taken], "onto": [each[1] for each in taken]}

    listen({"pages": pages, "taps": taps, "rest": rest})


def _first(application: QApplication) -> None:
    answer("painted")
    application.quit()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
