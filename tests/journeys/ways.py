"""Five ways to press what is called so: touch, mouse, five keys, two switches, by ear alone.

Each knows only what a person has who uses it: places on the glass, the ring of the focus, the
frame around a row, or the words that were spoken.
"""

import re
from collections.abc import Callable, Sequence
from functools import partial
from typing import Protocol

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from support.touch import Clock, Hand

from kiosk.forms.view import QuestionView
from kiosk.journey import stages
from kiosk.speech.protocol import Availability, Segment
from kiosk.ui.scanning import ScanFrame
from kiosk.ui.speaker import Speaker
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.walking import shows_focus
from kiosk.ui.window import Window

PAGERS = ("Weitere", "Wieder von vorn", "Von vorn", "Mehr zeigen")
LEAF = re.compile(r"Seite (\d+) von \d+")
MOST_PRESSES = 250
REMINDED = "Ohne Antwort weiter"
PAUSED = "Mehr als die Hälfte ist geschafft."
REVIEWED = "Stimmt alles so?"


class Way(Protocol):
    """One way to use the terminal."""

    def press(self, *names: str) -> str:
        """Press the first of `names` that there is on some page of answers; which it was."""

    def settle(self) -> None:
        """Before the first screen: what this way needs."""

    def is_at(self, question: QuestionView) -> bool:
        """Whether this question is being asked, for all one can tell."""

    def is_told(self, words: str) -> bool:
        """Whether the page says `words`, or a button on it does."""


def name_of(button: QAbstractButton) -> str:
    """What a button is called."""
    interface = QAccessible.queryAccessibleInterface(button)
    return " ".join(interface.text(QAccessible.Text.Name).split())


class Glass:
    """Whoever sees: the buttons on the glass by their names."""

    def __init__(self, window: Window, clock: Clock) -> None:
        self.window = window
        self.clock = clock

    def settle(self) -> None:
        """Nothing."""

    def press(self, *names: str) -> str:
        back = True  # where no button turns the pages: to the first of them, and then on
        for _page in range(40):
            button = next((b for b in self._buttons() if name_of(b) in names), None)
            if button is not None:
                name = name_of(button)
                self.use(button)
                return name
            pager = next((b for b in self._buttons() if name_of(b).startswith(PAGERS)), None)
            if pager is None:
                leaf = LEAF.search(self.window.current.where())
                assert leaf, f"{names} not in {[*map(name_of, self._buttons())]}"
                back = back and leaf[1] != "1"
                turn = "Zurück" if back else "Weiter"
                pager = next(b for b in self._buttons() if name_of(b) == turn)
            self.use(pager)
        raise AssertionError(f"{names} are on no page")

    def use(self, button: QAbstractButton) -> None:
        """Press a button that shows."""
        raise NotImplementedError

    def is_at(self, question: QuestionView) -> bool:
        stage = self.window.stage
        if not isinstance(stage, stages.Asking):
            return False
        return (stage.question.ref, stage.question.choices) == (question.ref, question.choices)

    def is_told(self, words: str) -> bool:
        shown = [words for _, words in self.window.current.to_read()]
        return words in [*shown, *map(name_of, self._buttons())]

    def _buttons(self) -> list[Button]:
        found = self.window.current.findChildren(Button)
        return [each for each in found if each.isVisible() and each.isEnabled()]

    def place(self, button: QAbstractButton) -> QRect:
        return QRect(button.mapTo(self.window, QPoint(0, 0)), button.size())


class Touch(Glass):
    """A finger."""

    def __init__(self, window: Window, clock: Clock) -> None:
        super().__init__(window, clock)
        self.hand = Hand(window, QTest.createTouchDevice(), clock)

    def use(self, button: QAbstractButton) -> None:
        self.hand.touch(button)


class Mouse(Glass):
    """A mouse, through the window system."""

    def use(self, button: QAbstractButton) -> None:
        self.clock.pass_(1.0)
        left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        place = self.place(button).center()
        QTest.mouseClick(self.window.windowHandle(), left, none, place)
        QApplication.processEvents()


class Keyed(Glass):
    """Whoever presses keys; each takes a second."""

    def key(self, key: Qt.Key) -> None:
        self.clock.pass_(1.0)
        QTest.keyClick(QApplication.focusWidget() or self.window, key)
        QApplication.processEvents()


class FiveKeys(Keyed):
    """Arrows by sight and Enter: where that does not help, round and round."""

    def settle(self) -> None:
        self.window.activateWindow()

    def use(self, button: QAbstractButton) -> None:
        been: set[object] = set()
        lost = False
        for _press in range(MOST_PRESSES):
            focused = QApplication.focusWidget()
            if focused is button and shows_focus(self.window):
                self.key(Qt.Key.Key_Return)
                return
            lost = lost or focused in been
            been.add(focused)
            self.key(Qt.Key.Key_Right if lost else self._towards(button, focused))
        raise AssertionError(f"{name_of(button)} was never reached")

    def _towards(self, button: QAbstractButton, focused: object) -> Qt.Key:
        if not isinstance(focused, QAbstractButton):
            return Qt.Key.Key_Down
        here, there = self.place(focused), self.place(button)
        if there.top() > here.bottom():
            return Qt.Key.Key_Down
        if there.bottom() < here.top():
            return Qt.Key.Key_Up
        return Qt.Key.Key_Right if there.left() > here.left() else Qt.Key.Key_Left


class TwoSwitches(Keyed):
    """Two keys: on, and this one."""

    def settle(self) -> None:
        self.window.activateWindow()

    def use(self, button: QAbstractButton) -> None:
        frame = self.window.findChild(ScanFrame)
        assert isinstance(frame, ScanFrame)
        for _press in range(MOST_PRESSES):
            framed = frame.isVisible() and frame.geometry().contains(self.place(button))
            at = QApplication.focusWidget() is button and shows_focus(self.window)
            self.key(Qt.Key.Key_2 if framed or at else Qt.Key.Key_1)
            if at:
                return
        raise AssertionError(f"{name_of(button)} was never reached")


class Heard(Speaker):
    """A voice that only remembers."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self.spoken: list[str] = []
        self._state = Availability.OK
        self._languages = ("de",)

    def start(self) -> None:
        """There is no process."""

    def say(self, segments: Sequence[Segment], language: str) -> None:
        assert language == "de"
        self.said = [each.text for each in segments]
        self.spoken += self.said


class Ear:
    """Whoever sees nothing: five keys and what is spoken. The window is where keys arrive, and
    nothing on it is looked at."""

    def __init__(self, window: Window, clock: Clock, heard: Heard) -> None:
        self._window = window
        self._clock = clock
        self._heard = heard
        self._page: list[str] = []  # the last page that was read

    def settle(self) -> None:
        """Listen, and make the glass dark."""
        self._window.activateWindow()
        self._key(Qt.Key.Key_9)
        self._key(Qt.Key.Key_0)
        self.press("Bildschirm: An")
        self.press("Bildschirm: Aus, nur Ton")
        assert self._page[0].startswith("Der Bildschirm ist aus."), self._page
        self.press("Fertig")
        self.press("Schließen")

    def press(self, *names: str) -> str:
        back = True
        for _page in range(40):
            name = self._find(lambda words: _begins(words, names))
            if name is not None:
                self._key(Qt.Key.Key_Return)
                return next(each for each in names if _begins(name, (each,)))
            if not self._find(lambda words: words.startswith(PAGERS)):
                leaf = LEAF.search(self.where())
                assert leaf, f"{names} were never heard"
                back = back and leaf[1] != "1"
                turn = "Zurück" if back else "Weiter"
                assert self._find(partial(_begins, names=(turn,))), turn
            self._key(Qt.Key.Key_Return)
        raise AssertionError(f"{names} are on no page")

    def is_at(self, question: QuestionView) -> bool:
        label = question.label.replace("*", "")
        return label in self._page

    def is_told(self, words: str) -> bool:
        return any(words in each for each in self._page)

    def where(self) -> str:
        """How far one is, as the last page began."""
        return self._page[0] if self._page else ""

    def _find(self, wanted: Callable[[str], bool]) -> str | None:
        """Walk until what is heard is wanted; None once everything has been heard."""
        first = ""
        if wanted(self._here()):
            return self._here()
        for _press in range(MOST_PRESSES):
            self._key(Qt.Key.Key_Right)
            here = self._here()
            if wanted(here):
                return here
            if here == first:
                return None
            first = first or here
        raise AssertionError(f"there is no end to it after {first}")

    def _here(self) -> str:
        """What was last said to have the focus."""
        return self._heard.said[-1].removeprefix("Sie sind bei: ")

    def _key(self, key: Qt.Key) -> None:
        self._clock.pass_(1.0)
        QTest.keyClick(QApplication.focusWidget() or self._window, key)
        QApplication.processEvents()
        said = self._heard.said
        if len(said) > 1:  # what came of a key is one sentence
            self._page = said


def _begins(words: str, names: Sequence[str]) -> bool:
    """Whether a sentence is one of `names`, whatever is said behind it."""
    for name in names:
        ended = name if name.endswith((".", "?", "!")) else f"{name}."
        if words == ended or words.startswith(f"{ended} "):
            return True
    return False
