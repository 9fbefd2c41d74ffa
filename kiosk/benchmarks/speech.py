"""How long people wait for the voice and for silence, heard through a recorded loudspeaker."""

import base64
import io
import os
import subprocess
import sys
import time
import wave
from collections.abc import Callable, Sequence
from contextlib import suppress

from kiosk.benchmarks.figures import Row, Section, Target, figures, ratios
from kiosk.benchmarks.loudspeaker import Recording, SoundServer, need, until
from kiosk.benchmarks.processes import accounts_memory, memory
from kiosk.benchmarks.timing import milliseconds
from kiosk.speech import protocol
from kiosk.speech.protocol import Event, Say, Segment, Started, Stop, decode_event, encode
from kiosk.speech.spoken import spoken
from kiosk.speech.synthesis import Synthesis

TEXTS = (
    "Was brauchen Sie von der Stadt?",
    "Antwort 1: Personalausweis, Reisepass.",
    "Wie oft sind Sie im Internet? Auch WhatsApp zählt dazu.",
    "Am 1. März um 8.30 Uhr kostet es 12,50 €.",
    "Antwort 3: Wohnung an-, um- oder abmelden.",
)
ROUNDS = 30
RENDERED = 100
_WORKER = (sys.executable, "-P", "-m", "kiosk.speech.worker")
_SETTLED_SECONDS = 0.25
_MIB = 1024 * 1024


class _Voice:
    """The voice process at the other end of its pipes."""

    def __init__(self, environment: dict[str, str]) -> None:
        self._process = subprocess.Popen(
            _WORKER, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment
        )
        assert self._process.stdout is not None
        os.set_blocking(self._process.stdout.fileno(), False)
        self._events: list[Event] = []
        self._left = b""
        until(lambda: self.told(protocol.Available))

    @property
    def pid(self) -> int:
        return self._process.pid

    def ask(self, command: protocol.Command) -> float:
        """Hand it over; when."""
        assert self._process.stdin is not None
        now = time.monotonic()
        self._process.stdin.write(encode(command))
        self._process.stdin.flush()
        return now

    def told(self, kind: type) -> bool:
        """Whether it has told such a thing since it was last asked to forget."""
        assert self._process.stdout is not None
        with suppress(BlockingIOError):  # nothing more to read yet
            self._left += os.read(self._process.stdout.fileno(), 1 << 16)
        *lines, self._left = self._left.split(b"\n")
        self._events += [decode_event(line) for line in lines]
        return any(isinstance(each, kind) for each in self._events)

    def forget(self) -> None:
        self._events.clear()

    def close(self) -> None:
        self._process.kill()
        self._process.communicate()


def speech(tell: Callable[[str], None]) -> list[Section]:
    """Each figure by ear: what the loudspeaker plays, 2 ms apart, against a bare player.

    Raises NoSoundServer, NoVoiceError.
    """
    need("pacat")
    synthesis = Synthesis()
    tell("listening to the voice")
    with SoundServer() as server, Recording(server) as recording:
        voice = _Voice(server.environment())
        try:
            held = _memory(voice, "standing by")
            bare = [_bare(server, recording, synthesis, number) for number in range(ROUNDS)]
            live = [_live(voice, recording, number) for number in range(ROUNDS)]
            clips = [_clip(voice, recording, synthesis, number) for number in range(ROUNDS)]
            silence = [_silence(voice, recording, number) for number in range(ROUNDS)]
            held += _memory(voice, "after all that")
        finally:
            voice.close()
    tell("rendering texts")
    floor = figures(bare)
    name = "pacat"
    heard = [
        Row("A bare player: started until its first sample", "ms", floor),
        _row("Voice, live: asked until the first sample", live, name, floor, 100),
        _row("Clip made beforehand: asked until the first sample", clips, name, floor, 100),
        _row("Stop until silence", silence, name, floor, 100),
    ]
    return [("Heard", heard), ("Rendered", _rendered(synthesis)), ("Memory", held)]


def _row(what: str, samples: Sequence[float], floor: str, own: object, most: float) -> Row:
    told = figures(samples)
    assert isinstance(own, type(told))
    target = Target(f"p95 ≤ {most:.0f} ms", told.p95 <= most)
    return Row(what, "ms", told, floor, ratios(told, own), target)


def _first(recording: Recording, asked: float) -> float:
    """Milliseconds until something sounded."""
    recording.wait_for_sound(asked)
    return (recording.loud(asked)[0] - asked) * 1000


def _bare(server: SoundServer, recording: Recording, synthesis: Synthesis, number: int) -> float:
    clip = synthesis.render(TEXTS[number % len(TEXTS)], "de")
    player = subprocess.Popen(
        [
            *("pacat", "--raw", "--format=s16le", "--channels=1", "--latency-msec=20"),
            f"--rate={clip.sample_rate}",
        ],
        stdin=subprocess.PIPE,
        env=server.environment(),
    )
    asked = time.monotonic()
    assert player.stdin is not None
    player.stdin.write(clip.pcm)
    player.stdin.flush()
    waited = _first(recording, asked)
    player.kill()
    player.communicate()
    _settle(recording)
    return waited


def _live(voice: _Voice, recording: Recording, number: int) -> float:
    asked = voice.ask(Say(number, (Segment("text", TEXTS[number % len(TEXTS)], "de"),)))
    waited = _first(recording, asked)
    _end(voice, recording, number)
    return waited


def _clip(voice: _Voice, recording: Recording, synthesis: Synthesis, number: int) -> float:
    name = f"clip {number}"
    clip = synthesis.render(TEXTS[number % len(TEXTS)], "de")
    file = io.BytesIO()
    with wave.open(file, "wb") as written:
        written.setnchannels(1)
        written.setsampwidth(2)
        written.setframerate(clip.sample_rate)
        written.writeframes(clip.pcm)
    voice.ask(protocol.Recording(name, base64.b64encode(file.getvalue()).decode("ascii")))
    asked = voice.ask(Say(1000 + number, (Segment("text", "", "de", name),)))
    waited = _first(recording, asked)
    _end(voice, recording, 1000 + number)
    return waited


def _silence(voice: _Voice, recording: Recording, number: int) -> float:
    """From asking for it until the last sample."""
    long = " ".join(TEXTS)
    asked = voice.ask(Say(2000 + number, (Segment("text", long, "de"),)))
    recording.wait_for_sound(asked)
    recording.reach(asked + 0.3 + number * 0.01)
    stopped = voice.ask(Stop(number))
    recording.reach(stopped + _SETTLED_SECONDS)
    after = recording.loud(stopped, stopped + _SETTLED_SECONDS)
    voice.forget()
    return (after[-1] - stopped) * 1000 if after else 0.0


def _end(voice: _Voice, recording: Recording, number: int) -> None:
    until(lambda: voice.told(Started))
    voice.ask(Stop(number))
    _settle(recording)
    voice.forget()


def _settle(recording: Recording) -> None:
    """Until nothing of the last sound is left."""
    recording.reach(time.monotonic() + _SETTLED_SECONDS)


def _rendered(synthesis: Synthesis) -> list[Row]:
    """A hundred texts one after the other: what a rebuild of their clips takes."""

    def rebuild() -> None:
        for number in range(RENDERED):
            synthesis.render(spoken(f"{number + 1}. {TEXTS[number % len(TEXTS)]}", "de"), "de")

    def words() -> None:
        for number in range(RENDERED):
            spoken(f"{number + 1}. {TEXTS[number % len(TEXTS)]}", "de")

    rebuild()
    floor = figures([milliseconds(words) for _ in range(10)])
    told = figures([milliseconds(rebuild) for _ in range(10)])
    return [
        Row("100 texts in words, without a sound", "ms", floor),
        Row("100 texts rendered, one core", "ms", told, "words", ratios(told, floor)),
    ]


def _memory(voice: _Voice, when: str) -> list[Row]:
    if not accounts_memory():
        return []
    held = memory(voice.pid)
    return [
        Row(f"The voice process {when} (PSS)", "MiB", figures([held.pss / _MIB])),
        Row("Of it written", "MiB", figures([held.written / _MIB])),
    ]
