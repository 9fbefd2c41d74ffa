"""A measured program: started, told what to do line by line, watched from outside."""

import json
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from kiosk.benchmarks.errors import ended_early

BARE = "kiosk.benchmarks.bare_window"
COLD = "kiosk.benchmarks.cold_start"
DRIVEN = "kiosk.benchmarks.driven_terminal"
TOUCHED = "kiosk.benchmarks.touched_terminal"


class Child:
    """A running program that answers every line it is sent with a line of JSON."""

    def __init__(self, module: str, words: Sequence[str], environment: Mapping[str, str]) -> None:
        """Start `module` in a fresh Python; `words` are its arguments."""
        self._module = module
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", module, *words],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=dict(environment),
            encoding="utf-8",
        )

    @property
    def pid(self) -> int:
        """The process id."""
        return self._process.pid

    def told(self) -> object:
        """The next line it says. Raises BenchmarkFailed when it ended instead."""
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            raise ended_early(self._module, self._process.wait())
        return json.loads(line)

    def ask(self, command: str, number: float = 0) -> object:
        """Send a command and wait for its answer."""
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(f"{command} {number}\n")
            self._process.stdin.flush()
        except BrokenPipeError as error:
            raise ended_early(self._module, self._process.wait()) from error
        return self.told()

    def numbers(self, command: str, number: float = 0) -> dict[str, list[float]]:
        """As :meth:`ask`, for commands answered by lists of numbers."""
        answer = self.ask(command, number)
        assert isinstance(answer, dict)
        return answer

    def end(self) -> None:
        """Let it finish by itself: a closed input is the last command."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        status = self._process.wait()
        if status != 0:
            raise ended_early(self._module, status)

    def kill(self) -> None:
        """End it now, if it still runs."""
        if self._process.poll() is None:
            self._process.kill()
            self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None and not pipe.closed:
                pipe.close()


@contextmanager
def running(module: str, words: Sequence[str], environment: Mapping[str, str]) -> Iterator[Child]:
    """A child that is gone when the block ends."""
    child = Child(module, words, environment)
    try:
        yield child
        child.end()
    finally:
        child.kill()


def milliseconds_to_first_word(
    module: str, words: Sequence[str], environment: Mapping[str, str]
) -> float:
    """From the start of a fresh process to the first line it says, as its parent sees it."""
    before = time.perf_counter_ns()
    with running(module, words, environment) as child:
        child.told()
        return (time.perf_counter_ns() - before) / 1e6
