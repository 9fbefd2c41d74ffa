"""A hand without a plan: taps, slides, presses keys and walks away, and watches what it costs."""

import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kiosk.journey import stages
from kiosk.ui.idle import IdleWatch
from kiosk.ui.terminal.hidden_screen import HiddenScreen
from support.touch import Clock, Hand

KEYS = (
    Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Return,
    Qt.Key.Key_Tab, Qt.Key.Key_Space, Qt.Key.Key_0, Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_F1,
    Qt.Key.Key_F2, Qt.Key.Key_F3, Qt.Key.Key_F4, Qt.Key.Key_F5, Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown, Qt.Key.Key_Escape, Qt.Key.Key_A, Qt.Key.Key_Backspace,
)  # fmt: skip


@dataclass
class Monkey:
    """One random hand. `seen` counts the stages it got to, `slowest` is the dearest action.

    Costs are the processor's time of this thread: a machine busy with something else is no hang.
    """

    hand: Hand
    clock: Clock
    random: Random
    seen: Counter[str] = field(default_factory=Counter)
    slowest: float = 0.0
    slowest_at: str = ""
    acted: int = 0

    def act(self) -> None:
        """Do one thing."""
        doing, weight = zip(*self._choices(), strict=True)
        self.do(self.random.choices(doing, weight)[0])

    def do(self, action: Callable[[], None]) -> None:
        """Do this, and watch what it costs."""
        before = type(self.hand.stage).__name__
        began = time.thread_time()
        action()
        QApplication.processEvents()
        cost = time.thread_time() - began
        if cost > self.slowest:
            name = getattr(action, "__name__", "?")
            self.slowest, self.slowest_at = cost, f"{before} {name}"
        self.acted += 1
        self.seen[type(self.hand.stage).__name__] += 1

    def _choices(self) -> list[tuple[Callable[[], None], int]]:
        return [
            (self.go_on, 50),
            (self.tap_something, 40),
            (self.press_somewhere, 6),
            (self.slide, 4),
            (self.two_fingers, 4),
            (self.tremble, 4),
            (self.press_key, 14),
            (self.wait, 3),
        ]

    def go_on(self) -> None:
        """As somebody who wants to take part: the first choice where one is needed, then on."""
        stage = self.hand.stage
        buttons = {each.objectName(): each for each in self.hand.buttons()}
        first = None
        if isinstance(stage, stages.Participation | stages.ForWhom) and not stage.question.value:
            first = buttons.get("choice/1")
        for button in (first, buttons.get("begin"), buttons.get("language/de"), buttons.get("on")):
            if button is not None:
                self.hand.touch(button)
                return

    def tap_something(self) -> None:
        buttons = self.hand.buttons()
        if buttons:
            self.hand.touch(self.random.choice(buttons))

    def press_somewhere(self) -> None:
        self.hand.press_at(self._place())

    def slide(self) -> None:
        self.hand.slide(self._place(), self._place())

    def two_fingers(self) -> None:
        one, other = self._place(), self._place()
        self.clock.pass_(1.0)
        window, device = self.hand.window, self.hand.device
        QTest.touchEvent(window, device).press(0, one, window).commit()
        QTest.touchEvent(window, device).stationary(0).press(1, other, window).commit()
        QTest.touchEvent(window, device).release(0, one, window).stationary(1).commit()
        QTest.touchEvent(window, device).release(1, other, window).commit()

    def tremble(self) -> None:
        """Four taps within half a second."""
        place = self._place()
        self.clock.pass_(1.0)
        window, device = self.hand.window, self.hand.device
        for _tap in range(4):
            QTest.touchEvent(window, device).press(0, place, window).commit()
            QTest.touchEvent(window, device).release(0, place, window).commit()
            self.clock.pass_(0.12)

    def press_key(self) -> None:
        self.clock.pass_(self.random.choice((0.05, 1.0)))
        QTest.keyClick(QApplication.focusWidget() or self.hand.window, self.random.choice(KEYS))

    def wait(self) -> None:
        """Walk away, for a while or for good."""
        self.clock.pass_(self.random.choice((20.0, 121.0, 301.0, 361.0)))
        watch = self.hand.window.findChild(IdleWatch)
        assert isinstance(watch, IdleWatch)
        watch.look()
        screen = self.hand.window.current
        if isinstance(self.hand.stage, stages.Hidden) and isinstance(screen, HiddenScreen):
            screen.countdown.look()
        if isinstance(self.hand.stage, stages.StillThere) and self.random.random() < 0.5:
            self.clock.pass_(46.0)
            watch.look()

    def _place(self) -> QPoint:
        rect = self.hand.window.rect()
        return QPoint(self.random.randrange(rect.width()), self.random.randrange(rect.height()))
