"""A sound server of one's own, whose only loudspeaker is recorded. Nothing else is touched.

For measurements and for tests that listen.
"""

import array
import os
import shutil
import signal
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path
from types import TracebackType
from typing import Self
from uuid import uuid4

from kiosk.errors import KioskError

RATE = 44100
_WINDOW = RATE // 500  # 2 ms
_LOUD = 200  # of 32767


class NoSoundServer(KioskError):
    """The machine lacks what a measurement listens with."""

    def __init__(self, missing: Sequence[str]) -> None:
        names = ", ".join(missing)
        super().__init__(
            de=f"Zum Zuhören fehlt {names}. Bitte installieren Sie pulseaudio und "
            "pulseaudio-utils.",
            en=f"To listen, {names} is missing. Install pulseaudio and pulseaudio-utils.",
        )


def need(*programs: str) -> None:
    """Raises NoSoundServer where the machine lacks one of them."""
    missing = [program for program in programs if shutil.which(program) is None]
    if missing:
        raise NoSoundServer(missing)


def until(fact: Callable[[], object], seconds: float = 10.0) -> None:
    """Wait for `fact()` to hold. Raises TimeoutError."""
    deadline = time.monotonic() + seconds
    while not fact():
        if time.monotonic() >= deadline:
            raise TimeoutError("waited in vain")
        threading.Event().wait(0.005)


class SoundServer:
    """A private PulseAudio with one null sink, "kiosk"."""

    def __init__(self, *modules: str) -> None:
        need("pulseaudio", "pactl", "parec")
        self._modules = modules or (f"module-null-sink sink_name=kiosk rate={RATE}",)
        self._folder = Path(tempfile.gettempdir()) / f"sound-{uuid4().hex}"
        self.address = f"unix:{self._folder}/native"
        self._process: subprocess.Popen[bytes] | None = None

    def environment(self) -> dict[str, str]:
        """For a process that is to play here and nowhere else."""
        nowhere = {"ALSA_CONFIG_PATH": os.devnull, "XDG_RUNTIME_DIR": str(self._folder)}
        return {**os.environ, **nowhere, "PULSE_SERVER": self.address}

    def start(self) -> None:
        """Start it and wait until it answers."""
        self._folder.mkdir(exist_ok=True)
        home = {"HOME": str(self._folder), "XDG_RUNTIME_DIR": str(self._folder)}
        (self._folder / "native").unlink(missing_ok=True)
        self._process = subprocess.Popen(
            [
                *("pulseaudio", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no"),
                *("-n", "--log-target=stderr", "--disable-shm=1"),
                *(f"--load={module}" for module in self._modules),
                f"--load=module-native-protocol-unix socket={self._folder}/native auth-anonymous=1",
            ],
            env={**os.environ, **home},
            stderr=subprocess.DEVNULL,
        )
        until(lambda: self.control("info") == 0)

    def control(self, *words: str) -> int:
        """Run pactl; its exit code."""
        done = subprocess.run(
            ["pactl", *words], env=self.environment(), capture_output=True, check=False, timeout=10
        )
        return done.returncode

    def unplug(self) -> bool:
        """Take the loudspeaker away; whether that went well."""
        return self.control("unload-module", "module-null-sink") == 0

    def plug(self) -> bool:
        """Give it back; whether that went well."""
        return self.control("load-module", *self._modules[0].split()) == 0

    def send(self, number: signal.Signals) -> None:
        """Send the server a signal."""
        if self._process is not None:
            self._process.send_signal(number)

    def kill(self) -> None:
        """End it at once."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self.kill()
        shutil.rmtree(self._folder)


class Recording:
    """What the loudspeaker of `server` plays, on the clock of time.monotonic()."""

    def __init__(self, server: SoundServer) -> None:
        self._process = subprocess.Popen(
            [
                *("parec", "--raw", "-d", "kiosk.monitor", "--format=s16le", f"--rate={RATE}"),
                *("--channels=1", "--latency-msec=5", "--process-time-msec=2"),
            ],
            env=server.environment(),
            stdout=subprocess.PIPE,
        )
        self._samples = array.array("h")
        self._began = float("inf")
        self._listener = threading.Thread(target=self._listen)
        self._listener.start()
        until(lambda: len(self._samples))

    def _listen(self) -> None:
        assert self._process.stdout is not None
        left = b""
        while chunk := os.read(self._process.stdout.fileno(), 1 << 16):
            arrived = time.monotonic()
            data = left + chunk
            even = len(data) // 2 * 2
            self._samples.frombytes(data[:even])
            left = data[even:]
            # A chunk can come late, never early: the earliest estimate is the true one.
            self._began = min(self._began, arrived - len(self._samples) / RATE)

    def reach(self, moment: float) -> None:
        """Wait until the recording goes that far."""
        until(lambda: self._began + len(self._samples) / RATE > moment)

    def wait_for_sound(self, since: float) -> None:
        """Wait until something sounds."""
        until(lambda: self.loud(since))

    def loud(self, since: float, before: float = float("inf")) -> list[float]:
        """The moments, 2 ms apart, at which something sounded."""
        samples = self._samples[:]
        first = max(int((since - self._began) * RATE), 0)
        last = min(
            len(samples), int((before - self._began) * RATE) if before < 1e9 else len(samples)
        )
        return [
            self._began + place / RATE
            for place in range(first, last, _WINDOW)
            if max(map(abs, samples[place : place + _WINDOW]), default=0) > _LOUD
        ]

    def pcm(self, since: float, before: float) -> bytes:
        """What was played between two moments: 16-bit mono samples at RATE."""
        first, last = (int((moment - self._began) * RATE) for moment in (since, before))
        return self._samples[max(0, first) : last].tobytes()

    def pitch(self, since: float, before: float) -> float:
        """Hertz of a pure tone between two moments, by its crossings of zero."""
        first, last = (int((moment - self._began) * RATE) for moment in (since, before))
        samples = self._samples[first:last]
        pairs = pairwise(samples)
        rising = sum(one < 0 <= other for one, other in pairs)
        return rising / (len(samples) / RATE)

    def level(self, since: float) -> float:
        """Root mean square of what sounded since then."""
        samples = self._samples[max(int((since - self._began) * RATE), 0) :]
        heard = [sample for sample in samples if sample]
        return float((sum(sample * sample for sample in heard) / max(len(heard), 1)) ** 0.5)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self._process.kill()
        self._process.wait()
        self._listener.join()
        assert self._process.stdout is not None
        self._process.stdout.close()
