"""How loud a clip is while something is said in it, and where that begins and ends."""

from array import array
from collections.abc import Sequence
from math import log10
from operator import mul

from kiosk.speech.clip import SAMPLE_BYTES, Clip

_FRAME_MS = 20
_FULL = 32768
_GATE_DB = -50.0
"""Below full scale; what is softer is a pause."""
_PEAK = 0.95
"""Of full scale: what is louder would be clipped by the next resampling."""
_MARGIN_MS = 20
"""Kept on both sides: consonants begin and end softly."""


def level_db(clip: Clip) -> float | None:
    """Root mean square below full scale, pauses left out; None for a clip without any sound."""
    loud = [energy for energy in _energies(clip) if energy > _gate()]
    return 10 * log10(sum(loud) / len(loud)) if loud else None


def levelled(clip: Clip, wanted_db: float) -> Clip:
    """The clip at that level, or as near below it as no sample is clipped."""
    now = level_db(clip)
    if now is None:
        return clip
    samples = array("h", clip.pcm)
    factor: float = 10 ** ((wanted_db - now) / 20)
    factor = min(factor, _PEAK * _FULL / max(map(abs, samples)))
    louder = array("h", (round(each * factor) for each in samples))
    return Clip(louder.tobytes(), clip.sample_rate, clip.onsets)


def trimmed(clip: Clip) -> Clip:
    """Without the silence before and behind; the clip itself where it has no sound."""
    energies = _energies(clip)
    loud = [number for number, energy in enumerate(energies) if energy > _gate()]
    if not loud:
        return clip
    frame, margin = _samples(clip, _FRAME_MS), _samples(clip, _MARGIN_MS)
    begin = max(0, loud[0] * frame - margin)
    end = (loud[-1] + 1) * frame + margin
    onsets = tuple((max(0, at - begin), word) for at, word in clip.onsets)
    pcm = clip.pcm[begin * SAMPLE_BYTES : end * SAMPLE_BYTES]
    return Clip(pcm, clip.sample_rate, onsets)


def _samples(clip: Clip, milliseconds: int) -> int:
    return clip.sample_rate * milliseconds // 1000


def _gate() -> float:
    return float(10 ** (_GATE_DB / 10))


def _energies(clip: Clip) -> Sequence[float]:
    return energies(clip.pcm, _samples(clip, _FRAME_MS))


def energies(pcm: bytes, frame: int) -> list[float]:
    """The mean square of every `frame` 16-bit mono samples, full scale being 1."""
    samples = array("h", pcm)
    cut = (samples[at : at + frame] for at in range(0, len(samples), frame))
    return [sum(map(mul, each, each)) / len(each) / _FULL**2 for each in cut]
