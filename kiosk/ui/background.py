"""Slow work beside the window's thread, its result brought home by one queued signal."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

T = TypeVar("T")


class Background(QObject):
    """One worker thread. `work` must touch no Qt object; `done` runs on the window's thread.

    What `work` raises is raised again on the window's thread, where the last resort is.
    """

    _home = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix="kiosk")
        self._home.connect(self._on_home)

    def run(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        """Start `work`; call `done` with its result."""

        def finished(future: Future[T]) -> None:
            if future.cancelled():
                return  # the program ends, nobody waits for it

            def bring() -> None:
                done(future.result())

            self._home.emit(bring)

        self._executor.submit(work).add_done_callback(finished)

    def close(self) -> None:
        """Wait for what runs; start nothing more."""
        self._executor.shutdown(wait=True, cancel_futures=True)

    def _on_home(self, bring: Callable[[], None]) -> None:
        bring()
