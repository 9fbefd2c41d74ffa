"""How long people wait for the voice and for silence, heard through a recorded loudspeaker."""

import base64
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from kiosk.benchmarks.figures import Row, Section, Target, figures, ratios
from kiosk.benchmarks.loudspeaker import Recording, SoundServer, need, until
from kiosk.benchmarks.processes import accounts_memory, memory
from kiosk.benchmarks.timing import milliseconds
from kiosk.speech import protocol
from kiosk.speech.engine import EspeakEngine
from kiosk.speech.protocol import Event, Piece, Say, Segment, Started, Stop, decode_event, encode
from kiosk.speech.rebuilding import Rebuilt, rebuild
from kiosk.speech.spoken import spoken
from kiosk.speech.synthesis import Synthesis
from kiosk.study.clip_folder import ClipFolder, clip_files
from kiosk.study.clip_list import read_clips
from kiosk.study.clips import Clips
from kiosk.study.lexicon import NO_LEXICON

TEXTS = (
    "Was brauchen Sie von der Stadt?",
    "Antwort 1: Personalausweis, Reisepass.",
    "Wie oft sind Sie im Internet? Auch WhatsApp zählt dazu.",
    "Am 1. März um 8.30 Uhr kostet es 12,50 €.",
    "Antwort 3: Wohnung an-, um- oder abmelden.",
)
ROUNDS = 30
RENDERED = 100
REBUILDS = 10
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
    with tempfile.TemporaryDirectory() as folder:
        tell("rebuilding clips")
        store = _store(Path(folder) / "heard")
        rebuilt = _rebuilds(Path(folder))
    tell("listening to the voice")
    with SoundServer() as server, Recording(server) as recording:
        voice = _Voice(server.environment())
        try:
            held = _memory(voice, "standing by")
            bare = [_bare(server, recording, synthesis, number) for number in range(ROUNDS)]
            live = [_live(voice, recording, number) for number in range(ROUNDS)]
            clips = [_clip(voice, recording, store, number) for number in range(ROUNDS)]
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
        _row("Clip of the store: asked until the first sample", clips, name, floor, 100),
        _row("Stop until silence", silence, name, floor, 100),
    ]
    rendered = [*_rendered(synthesis), *rebuilt]
    return [("Heard", heard), ("Rendered", rendered), ("Memory", held)]


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


def _clip(voice: _Voice, recording: Recording, clips: Clips, number: int) -> float:
    """One of the store, handed over when its page showed."""
    text = TEXTS[number % len(TEXTS)]
    pieces = clips.pieces(text, "de")
    for each in pieces:
        sound = base64.b64encode(clips.sounds[each.sound]).decode("ascii")
        voice.ask(protocol.Recording(each.sound, sound))
    made = tuple(Piece(each.sound, each.words) for each in pieces)
    asked = voice.ask(Say(1000 + number, (Segment("text", text, "de", pieces=made),)))
    waited = _first(recording, asked)
    _end(voice, recording, 1000 + number)
    return waited


def _store(folder: Path) -> Clips:
    _rebuilt(folder, TEXTS)
    return read_clips(clip_files(folder))


def _rebuilt(folder: Path, texts: Sequence[str]) -> Rebuilt:
    jobs = os.cpu_count() or 1
    engine, store = EspeakEngine("de"), ClipFolder(folder, "de")
    return rebuild(store, texts, engine, NO_LEXICON, jobs, lambda *_: None)


def _rebuilds(folder: Path) -> list[Row]:
    """A hundred texts brought up to date in the store: processes, sounds on disk, the list."""
    texts = [f"{number + 1}. {TEXTS[number % len(TEXTS)]}" for number in range(RENDERED)]

    def once(name: str, made: int) -> float:
        begun = time.monotonic()
        assert _rebuilt(folder / name, texts).made == made
        return (time.monotonic() - begun) * 1000

    all_new = figures([once(str(number), RENDERED) for number in range(REBUILDS)])
    nothing = figures([once("0", 0) for _ in range(REBUILDS)])
    return [
        Row("Rebuild 100 texts, nothing changed", "ms", nothing),
        Row("Rebuild 100 texts, all changed", "ms", all_new, "unchanged", ratios(all_new, nothing)),
    ]


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
    """A hundred texts one after the other, in one process that is warm."""

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
