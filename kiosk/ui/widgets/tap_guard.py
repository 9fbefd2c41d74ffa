"""One tap is one action, however much the hand trembles."""

from collections.abc import Callable

from PySide6.QtWidgets import QAbstractButton

LOCK_SECONDS = 0.5
"""EN 301 549 5.8: a double strike is adjustable up to at least 0.5 s."""
CALM_SECONDS = 1.0
"""accessibility.md §2: "ruhig", for hands that shake."""
TYPING_SECONDS = 0.12
"""Between two different keys: shorter than anyone types, longer than a bouncing finger."""


class TapGuard:
    """Decides whether a touch may act: one finger at a time, a pause after each action.

    `clock` gives seconds that only grow (`time.monotonic`). One guard serves a whole window, so
    that a second tap cannot hit what a page change put under the finger.
    """

    def __init__(self, clock: Callable[[], float], lock_seconds: float = LOCK_SECONDS) -> None:
        self._clock = clock
        self._own = self._lock = lock_seconds
        self._acted: float | None = None
        self._target: object = None
        self._typing = False
        self._finger: object = None
        self._off = False  # what is down was called off
        self._missed: Callable[[], None] | None = None

    def watch_misses(self, missed: Callable[[], None] | None) -> None:
        """Call `missed` whenever a touch slid off a button or came too fast; None ends it."""
        self._missed = missed

    def missed(self) -> None:
        """A touch slid off a button or came too fast."""
        if self._missed is not None:
            self._missed()

    def set_calm(self, calm: bool) -> None:
        """Whether somebody wants a longer pause after each action."""
        self._lock = max(CALM_SECONDS, self._own) if calm else self._own

    def is_open(self, target: object, typing: bool = False) -> bool:
        """May `target` act now? While `typing`, only the same key twice is held back in full."""
        if self._off or (self._finger is not None and self._finger is not target):
            return False
        if self._acted is None:
            return True
        quick = typing and self._typing and self._target is not target
        pause = min(TYPING_SECONDS, self._lock) if quick else self._lock
        return self._clock() - self._acted >= pause

    def take(self, target: object) -> None:
        """A finger is down on `target`: others are ignored until :meth:`release`."""
        self._finger = target

    def holds(self, target: object) -> bool:
        """Whether a finger is down on `target`, which took it."""
        return self._finger is target

    def release(self, target: object) -> None:
        """The finger left `target`."""
        if self._finger is target:
            self._finger = None

    def begin(self) -> None:
        """Another touch, click or key begins, and is not called off."""
        self._off = False

    def call_off(self) -> None:
        """What is down is no deliberate touch: it acts on nothing, however it ends."""
        self._off = True
        if isinstance(self._finger, QAbstractButton):
            self._finger.setDown(False)
        self._finger = None

    def acted(self, target: object, typing: bool = False) -> None:
        """`target` was activated: start the pause."""
        self._acted = self._clock()
        self._target = target
        self._typing = typing

    def page_changed(self) -> None:
        """Another page is showing: start the pause, whoever acted."""
        self._finger = None
        self.acted(None)
