"""The real voice process, at the other end of its pipes."""

import subprocess
import sys
import threading
import time
from types import TracebackType
from typing import Self, TypeVar

from kiosk.benchmarks.loudspeaker import until
from kiosk.speech.protocol import (
    Command,
    Event,
    Ping,
    Pong,
    Ready,
    Say,
    Segment,
    decode_event,
    encode,
)

COMMAND = (sys.executable, "-P", "-m", "kiosk.speech.worker")
# The library is searched for by name when pyttsx3's bindings are imported.
WITHOUT_ESPEAK = (
    sys.executable,
    "-P",
    "-c",
    "import ctypes\n"
    "def load(name): raise OSError(name)\n"
    "ctypes.cdll.LoadLibrary = load\n"
    "from kiosk.speech.worker import main; main()",
)

E = TypeVar("E", bound=Event)


class VoiceProcess:
    """Started with the block, killed at its end if it did not leave by itself."""

    def __init__(self, environment: dict[str, str], command: tuple[str, ...] = COMMAND) -> None:
        self.began = time.monotonic()
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment
        )
        self.events: list[tuple[float, Event]] = []
        self._listener = threading.Thread(target=self._listen)
        self._listener.start()

    def _listen(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.events.append((time.monotonic(), decode_event(line)))

    def ask(self, command: Command) -> float:
        """Hand over `command`; when."""
        assert self.process.stdin is not None
        self.process.stdin.write(encode(command))
        self.process.stdin.flush()
        return time.monotonic()

    def say(self, number: int, *texts: str, language: str = "de") -> float:
        segments = tuple(Segment(text, text, language) for text in texts)
        return self.ask(Say(number, segments))

    def wait_for(self, event: Event, seconds: float = 10.0) -> float:
        """When `event` was told, now or later."""
        until(lambda: any(told == event for _, told in self.events), seconds)
        return next(at for at, told in self.events if told == event)

    def of(self, kind: type[E]) -> list[E]:
        return [told for _, told in self.events if isinstance(told, kind)]

    def ready(self) -> Ready:
        until(lambda: bool(self.of(Ready)))
        return self.of(Ready)[0]

    def caught_up(self, number: int) -> None:
        """Everything asked so far has been dealt with."""
        self.ask(Ping(number))
        self.wait_for(Pong(number))

    def hang_up(self) -> int:
        """Close its stdin, as a dying window does; its exit code."""
        assert self.process.stdin is not None
        self.process.stdin.close()
        return self.process.wait(5)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self.process.kill()
        self.process.wait()
        self._listener.join()
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.close()
        self.process.stdout.close()
