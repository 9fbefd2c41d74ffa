"""Ctrl+C while texts are spoken: who takes it, and that it is as before afterwards."""

import signal
import threading

import pytest

from kiosk.speech.interrupting import ignore, interrupted_by


def test_an_interrupt_is_taken_by_whom_it_is_for_and_then_as_before() -> None:
    before = signal.getsignal(signal.SIGINT)
    with interrupted_by(signal.SIG_IGN):
        signal.raise_signal(signal.SIGINT)
        assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    assert signal.getsignal(signal.SIGINT) is before
    with interrupted_by(signal.SIG_IGN):
        ignore()
    with pytest.raises(KeyboardInterrupt):
        signal.raise_signal(signal.SIGINT)


def test_other_threads_leave_it_alone() -> None:
    seen: list[object] = []

    def other() -> None:
        with interrupted_by(signal.SIG_IGN):
            seen.append(signal.getsignal(signal.SIGINT))

    thread = threading.Thread(target=other)
    thread.start()
    thread.join()
    assert seen == [signal.getsignal(signal.SIGINT)]
