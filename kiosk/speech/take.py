"""A take: a person's recording of one text, made fit to be played beside others, or refused."""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from kiosk.speech.clip import SAMPLE_BYTES, Clip
from kiosk.speech.errors import DamagedRecordingError
from kiosk.speech.loudness import level_db, levelled
from kiosk.speech.making import LEVEL_DB
from kiosk.speech.recording import samples
from kiosk.speech.spectrum import HOP_SECONDS, levels, loud_and_room

SAMPLE_RATE = 22050
_MARGIN_SECONDS = 0.08
"""Kept before and behind: breath and consonants begin and end softly; clips follow each other."""
_FADE_SECONDS = 0.03
_CLICK = 3
"""Frames: what sounds shorter than that is a click, not speech."""
_SOFTEST_DB = -48.0
"""Of speech below full scale: raised from there, the hiss of most sound cards would be heard."""
_SPEECH_OVER_NOISE_DB = 20.0
_DEPTH_DB = 38.0
"""Below its loud parts: there speech ends."""
_FULL = 32500
_CLIPPED_RUN = 4
"""Samples in a row at full scale: more than the peak of any wave below a kilohertz."""
_MOST_CLIPPED = 3
"""Such runs in a take: one or two are not heard."""


class Kind(StrEnum):
    """What can be wrong with a take."""

    DAMAGED = "damaged"
    SILENT = "silent"
    QUIET = "quiet"
    CLIPPED = "clipped"
    NOISY = "noisy"
    SHORT = "short"
    LONG = "long"
    OTHER = "other"
    UNLIKE = "unlike"


@dataclass(frozen=True, slots=True)
class Fault:
    """`figure`: dB for QUIET and NOISY, places for CLIPPED, seconds for SHORT and LONG, which were
    `expected` to be so many; `other`: the name of the prompt that it sounds like."""

    kind: Kind
    figure: float = 0.0
    expected: float = 0.0
    other: str = ""


@dataclass(frozen=True, slots=True)
class Take:
    """`clip` is empty where nothing can be heard; else trimmed and as loud as the voice."""

    clip: Clip
    faults: tuple[Fault, ...] = ()


def take(sound: bytes) -> Take:
    """The recording in a WAV, MP3, FLAC or Ogg Vorbis file, and what is wrong with its sound."""
    nothing = Clip(b"", SAMPLE_RATE)
    try:
        pcm = samples(sound, SAMPLE_RATE)
    except DamagedRecordingError:
        return Take(nothing, (Fault(Kind.DAMAGED),))
    loud = levels(pcm, SAMPLE_RATE)
    top, noise = loud_and_room(loud)
    spoken = _spoken(loud, max(top - _DEPTH_DB, noise + 6.0))
    if top < -75 or not spoken:
        return Take(nothing, (Fault(Kind.SILENT),))
    clip = _cut(array("h", pcm), spoken[0], spoken[-1] + 1)
    faults = []
    if top < _SOFTEST_DB:
        faults.append(Fault(Kind.QUIET, top))
    runs = _clipped(array("h", pcm))
    if runs > _MOST_CLIPPED:
        faults.append(Fault(Kind.CLIPPED, runs))
    if top - noise < _SPEECH_OVER_NOISE_DB:
        faults.append(Fault(Kind.NOISY, top - noise))
    return Take(_as_loud_as_the_voice(clip), tuple(faults))


def _as_loud_as_the_voice(clip: Clip) -> Clip:
    # What is very soft lies below the gate of the level and has to be lifted above it first.
    samples_ = array("h", clip.pcm)
    peak = max(map(abs, samples_), default=0) or 1
    lifted = array("h", (each * 30000 // peak for each in samples_))
    again = Clip(lifted.tobytes(), clip.sample_rate)
    return levelled(again, LEVEL_DB) if level_db(again) is not None else clip


def _spoken(loud: Sequence[float], quiet: float) -> list[int]:
    """The frames in which something is said, clicks left out."""
    found: list[int] = []
    run: list[int] = []
    for number, level in enumerate([*loud, -200.0]):
        if level > quiet:
            run.append(number)
        else:
            found += run if len(run) >= _CLICK else []
            run = []
    return found


def _cut(sound: "array[int]", first: int, last: int) -> Clip:
    """From frame to frame with margins, faded; silence where the recording has none to give."""
    margin, fade = round(_MARGIN_SECONDS * SAMPLE_RATE), round(_FADE_SECONDS * SAMPLE_RATE)
    hop = round(SAMPLE_RATE * HOP_SECONDS)
    begin, end = first * hop - margin, last * hop + margin
    before, behind = max(0, -begin), max(0, end - len(sound))
    kept = sound[max(0, begin) : end]
    for at in range(min(fade, len(kept) // 2)):
        kept[at] = kept[at] * at // fade
        kept[-1 - at] = kept[-1 - at] * at // fade
    pcm = bytes(before * SAMPLE_BYTES) + kept.tobytes() + bytes(behind * SAMPLE_BYTES)
    return Clip(pcm, SAMPLE_RATE)


def _clipped(sound: "array[int]") -> int:
    """How many times the sound stays at full scale."""
    runs = run = 0
    for each in sound:
        run = run + 1 if abs(each) >= _FULL else 0
        runs += run == _CLIPPED_RUN
    return runs
