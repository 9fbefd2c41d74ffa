"""When the words of a recording begin, from a voice that says the same and knows when."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import hypot, inf
from operator import add, mul, sub

from kiosk.speech.clip import Clip
from kiosk.speech.spectrum import HOP_SECONDS, Frame, cepstra, levels, loud_and_room
from kiosk.speech.warping import warped

_PAUSE_DB = 35.0
"""Below what is loud; what is softer there is a pause."""
_OVER_ROOM_DB, _LEAST_DB = 6.0, 15.0
"""Above the softest moments, if these are a pause: never nearer to what is loud than the second."""
_LONGEST_PAUSE = 10
"""Frames: people pause elsewhere and longer than the voice, so that no pause counts for more."""
_LOUDNESS = 1.5
_CHANGE = 1.0
"""How much the zeroth cepstrum and the changes weigh beside the others: measured best."""


@dataclass(frozen=True, slots=True)
class Timing:
    """`onsets` as those of a Clip; `distance` of the two sounds: 0 for the same one, about 1 for
    two that have nothing in common."""

    onsets: tuple[tuple[int, int], ...]
    distance: float


@dataclass(frozen=True, slots=True)
class Said:
    """What is said in a sound: a vector for each frame, long pauses shortened, and the number of
    the frame in the sound."""

    vectors: tuple[Frame, ...]
    frames: tuple[int, ...]


def said(clip: Clip) -> Said:
    """What is said in `clip`; empty where nothing is. Half a second for ten seconds."""
    cut, loud = cepstra(clip.pcm, clip.sample_rate), levels(clip.pcm, clip.sample_rate)
    loud = loud[: len(cut)]
    if not loud or max(loud) < -80:
        return Said((), ())
    quiet = _quiet(loud)
    voiced = [number for number, level in enumerate(loud) if level > quiet]
    spoken = [cut[number] for number in voiced]
    means = [sum(column) / len(spoken) for column in zip(*spoken, strict=True)]
    even = [tuple(map(sub, each, means)) for each in cut]
    frames = tuple(_without_long_pauses(voiced))
    return Said(tuple(_with_changes(even, each) for each in frames), frames)


def timed(clip: Clip, reference: Clip) -> Timing:
    """When each word of `reference`, whose onsets are known, begins in `clip`.

    Both are warped into each other by what their frames sound like, each less its own mean, so
    that neither voice nor microphone nor level count (Malfrère and Dutoit 1997, High-quality
    speech synthesis for phonetic speech segmentation). Two seconds for ten seconds.
    """
    return timing(said(clip), clip.sample_rate, said(reference), reference)


def timing(heard: Said, sample_rate: int, model: Said, reference: Clip) -> Timing:
    """:func:`timed` of what is already known to be said in both."""
    if not heard.frames or not model.frames:
        return Timing((), inf)
    warping = warped(model.vectors, heard.vectors)
    spread = _spread(model.vectors) + _spread(heard.vectors)
    onsets = tuple(
        (round(at * HOP_SECONDS * sample_rate), word)
        for at, word in _placed(warping.path, heard, model, reference)
    )
    return Timing(onsets, 2 * warping.cost / spread if spread else inf)


def _quiet(loud: Sequence[float]) -> float:
    """The level of pauses: the room's, where the room is loud."""
    top, room = loud_and_room(loud)
    return min(max(top - _PAUSE_DB, room + _OVER_ROOM_DB), top - _LEAST_DB)


def _placed(
    path: Sequence[tuple[int, int]], heard: Said, model: Said, reference: Clip
) -> Iterator[tuple[float, int]]:
    """The frame, with its fraction, at which each word begins to be heard."""
    firsts: dict[int, int] = {}
    lasts: dict[int, int] = {}
    for row, column in path:
        firsts.setdefault(row, column)
        lasts[row] = column
    for sample, word in reference.onsets:
        frame = sample / reference.sample_rate / HOP_SECONDS - 0.5
        row = min(bisect_left(model.frames, frame), len(model.frames) - 1)
        at: float = firsts[row]
        if row and at > lasts[row - 1]:
            at = (lasts[row - 1] + at + 1) / 2  # between the frames of this and the word before
        yield heard.frames[int(at)] + at % 1, word


def _without_long_pauses(voiced: Sequence[int]) -> Iterator[int]:
    before = voiced[0]
    for each in voiced:
        yield from range(before + 1, min(each, before + 1 + _LONGEST_PAUSE))
        yield each
        before = each


def _with_changes(cut: Sequence[Frame], at: int) -> Frame:
    """The vector at a frame, and how it changes there: regression over two frames on either side
    (Furui 1986, Speaker-independent isolated word recognition using dynamic features)."""
    last = len(cut) - 1
    near = map(sub, cut[min(at + 1, last)], cut[max(at - 1, 0)])
    far = map(sub, cut[min(at + 2, last)], cut[max(at - 2, 0)])
    changes = map(add, near, map(mul, far, (2.0,) * len(cut[at])))
    loudness, *others = cut[at]
    rising, *turning = (each * _CHANGE for each in changes)
    return (loudness * _LOUDNESS, *others, rising * _LOUDNESS, *turning)


def _spread(vectors: Sequence[Frame]) -> float:
    return sum(hypot(*each) for each in vectors) / len(vectors)
