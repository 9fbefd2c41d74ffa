"""What the window's process and the voice process say to each other: one JSON object per line."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any


class Availability(StrEnum):
    """Whether reading aloud can work right now."""

    OK = "ok"
    NO_VOICE = "no_voice"  # no speech synthesis on this machine
    NO_AUDIO = "no_audio"  # no device that could sound
    OFF = "off"  # the voice process keeps dying; switched off for a while


class Failure(StrEnum):
    """Why something was not, or not wholly, spoken."""

    NO_VOICE = "no_voice"  # no synthesis, or no voice for that language
    NO_AUDIO = "no_audio"  # no device to begin with
    AUDIO_LOST = "audio_lost"  # the device or the sound server went away while speaking
    WORKER_DIED = "worker_died"  # the voice process ended or hung
    OFF = "off"


@dataclass(frozen=True, slots=True)
class Piece:
    """Part of a segment made before: names a :class:`Recording`; `words` are the millisecond in it,
    and start and length in the segment's text, of what begins to be heard."""

    recording: str
    words: tuple[tuple[int, int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Segment:
    """A text spoken in one go. `id` is the caller's name for it, `language` a BCP 47 tag.

    `recording` names a :class:`Recording` in which a person says it; "" where nobody does. Then
    `pieces` say it one after the other; without any the voice does.
    """

    id: str
    text: str
    language: str = ""
    recording: str = ""
    pieces: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True)
class Recording:
    """Keep a sound file for the segments that name it. `sound` is its bytes in base64."""

    name: str
    sound: str


@dataclass(frozen=True, slots=True)
class Forget:
    """Keep a :class:`Recording` no longer."""

    name: str


@dataclass(frozen=True, slots=True)
class Words:
    """Spell words of a language (a primary subtag) so for its voice: (word, respelling).

    `texts`: (text, what is said in its place).
    """

    language: str
    respelled: tuple[tuple[str, str], ...] = ()
    texts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Say:
    """Speak `segments` in order, `gap_ms` apart. Ends whatever was being spoken.

    `pace` in percent of the voice's own; `high`: the higher of the language's two voices.
    """

    id: int
    segments: tuple[Segment, ...]
    gap_ms: int = 600
    pace: int = 100
    high: bool = False


@dataclass(frozen=True, slots=True)
class Stop:
    """Be silent at once; answered with :class:`Stopped`."""

    id: int


@dataclass(frozen=True, slots=True)
class Volume:
    """How loud from now on: 0 is silence, 1 the synthesis as it is."""

    level: float


@dataclass(frozen=True, slots=True)
class Ping:
    """Answered with :class:`Pong`."""

    id: int


@dataclass(frozen=True, slots=True)
class Probe:
    """Look for sound devices again; answered with :class:`Available`."""


@dataclass(frozen=True, slots=True)
class Ready:
    """The first event: the languages there is a voice for, and how many devices can sound."""

    voices: tuple[str, ...]
    devices: int


@dataclass(frozen=True, slots=True)
class Available:
    """Sent after :class:`Ready`, after :class:`Probe`, and whenever it changes."""

    availability: Availability


@dataclass(frozen=True, slots=True)
class Headphones:
    """Whether some are in: sent soon after :class:`Ready`, and whenever it changes."""

    plugged: bool


@dataclass(frozen=True, slots=True)
class Started:
    """The segment named `segment` of :class:`Say` `id` begins to be heard."""

    id: int
    segment: str


@dataclass(frozen=True, slots=True)
class Word:
    """Of `segment` the words from `start` on, `length` characters of its text, are being heard."""

    id: int
    segment: str
    start: int
    length: int


@dataclass(frozen=True, slots=True)
class Finished:
    """All of :class:`Say` `id` has been heard."""

    id: int


@dataclass(frozen=True, slots=True)
class Failed:
    """:class:`Say` `id` ended without having been heard to its end."""

    id: int
    reason: Failure


@dataclass(frozen=True, slots=True)
class Stopped:
    """The answer to :class:`Stop` `id`: nothing sounds any more."""

    id: int


@dataclass(frozen=True, slots=True)
class Pong:
    """The answer to :class:`Ping` `id`."""

    id: int


Command = Say | Recording | Forget | Words | Stop | Volume | Ping | Probe
Event = Ready | Available | Headphones | Started | Word | Finished | Failed | Stopped | Pong


def encode(message: Command | Event) -> bytes:
    """One line, UTF-8, with its newline."""
    line = {"kind": type(message).__name__.lower(), **asdict(message)}
    return json.dumps(line, ensure_ascii=False).encode() + b"\n"


def decode_command(line: bytes) -> Command:
    """The command in `line`. Raises ValueError where it is none."""
    kind, fields = _parts(line)
    try:
        match kind:
            case "say":
                segments = tuple(_segment(**segment) for segment in fields.pop("segments"))
                return Say(segments=segments, **fields)
            case "recording":
                return Recording(**fields)
            case "forget":
                return Forget(**fields)
            case "words":
                respelled, texts = _pairs(fields.pop("respelled")), _pairs(fields.pop("texts"))
                return Words(respelled=respelled, texts=texts, **fields)
            case "stop":
                return Stop(**fields)
            case "volume":
                return Volume(**fields)
            case "ping":
                return Ping(**fields)
            case "probe":
                return Probe(**fields)
    except (KeyError, TypeError) as error:
        raise ValueError(f"not a speech {kind} command") from error
    raise ValueError(f"unknown speech command {kind!r}")


def decode_event(line: bytes) -> Event:
    """The event in `line`. Raises ValueError where it is none."""
    kind, fields = _parts(line)
    try:
        match kind:
            case "ready":
                return Ready(voices=tuple(fields.pop("voices")), **fields)
            case "available":
                return Available(Availability(fields["availability"]))
            case "headphones":
                return Headphones(**fields)
            case "started":
                return Started(**fields)
            case "word":
                return Word(**fields)
            case "finished":
                return Finished(**fields)
            case "failed":
                return Failed(reason=Failure(fields.pop("reason")), **fields)
            case "stopped":
                return Stopped(**fields)
            case "pong":
                return Pong(**fields)
    except (KeyError, TypeError) as error:
        raise ValueError(f"not a speech {kind} event") from error
    raise ValueError(f"unknown speech event {kind!r}")


def _segment(pieces: Sequence[dict[str, Any]] = (), **fields: Any) -> Segment:
    made = (Piece(each["recording"], tuple(map(tuple, each["words"]))) for each in pieces)
    return Segment(pieces=tuple(made), **fields)


def _pairs(listed: list[list[str]]) -> tuple[tuple[str, str], ...]:
    return tuple((str(written), str(said)) for written, said in listed)


def _parts(line: bytes) -> tuple[str, dict[str, Any]]:
    parts = json.loads(line)
    if not isinstance(parts, dict) or not isinstance(parts.get("kind"), str):
        raise ValueError("a speech message is an object with a kind")
    return parts.pop("kind"), parts
