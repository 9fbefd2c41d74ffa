"""What a sound is made of, moment by moment: mel cepstra, without any array library."""

from array import array
from cmath import exp
from collections.abc import Iterator, Sequence
from functools import lru_cache
from math import cos, log, log10, pi
from operator import add, mul, sub

from kiosk.speech.loudness import energies

HOP_SECONDS = 0.010
_WINDOW_SECONDS = 0.023
_BANDS = 24
_CEPSTRA = 8
_LOWEST_HZ, _HIGHEST_HZ = 100.0, 7000.0
_FLOOR_DB = 45.0
"""Below the loudest frame: what is softer is the room and the microphone, not the speaker."""

Frame = tuple[float, ...]


def cepstra(pcm: bytes, sample_rate: int) -> list[Frame]:
    """Cepstra 0 to 8 of 16-bit mono samples, one frame for each 10 ms, in nepers.

    Davis and Mermelstein 1980, Comparison of parametric representations for monosyllabic word
    recognition: cosine transform of the logarithm of the power in 24 bands equally wide in mel.
    The frame's middle is (number + ½) × 10 ms. Ten seconds take about a third of a second.
    """
    bands = list(_bands(array("h", pcm), sample_rate))
    loudest = max((max(each) for each in bands), default=0.0)
    floor = loudest * 10 ** (-_FLOOR_DB / 10) + 1e-9
    turns = _cosines()
    found = []
    for powers in bands:
        levels = [log(power + floor) for power in powers]
        found.append(tuple(sum(map(mul, levels, turn)) for turn in turns))
    return found


def levels(pcm: bytes, sample_rate: int) -> list[float]:
    """Root mean square of each 10 ms of 16-bit mono samples, in dB below full scale."""
    powers = energies(pcm, round(sample_rate * HOP_SECONDS))
    return [10 * log10(power + 1e-12) for power in powers]


def loud_and_room(levels: Sequence[float]) -> tuple[float, float]:
    """Of :func:`levels`: what is loud, and what the softest moments have."""
    ordered = sorted(levels)
    return ordered[int(len(ordered) * 0.95)], ordered[int(len(ordered) * 0.03)]


def _bands(sound: "array[int]", sample_rate: int) -> Iterator[list[float]]:
    """The power in each band, frame by frame; two frames go through one transform."""
    hop = sample_rate * HOP_SECONDS
    length = 1 << round(log(sample_rate * _WINDOW_SECONDS, 2))
    count = int(len(sound) / hop)
    half = length // 2
    window = _window(length)
    bands = _mel(length, sample_rate)
    padded = array("h", bytes(length)) + sound + array("h", bytes(2 * length + 2 * round(hop)))
    for number in range(0, count, 2):
        first, second = (round((each + 0.5) * hop) for each in (number, number + 1))
        one = map(mul, padded[first : first + length], window)
        other = map(mul, padded[second : second + length], window)
        mixed = _transformed([complex(a, b) for a, b in zip(one, other, strict=True)])
        turned = [each.conjugate() for each in mixed[:half:-1]]
        # Of the two real signals one is the even part of the transform, the other the odd one.
        ahead = mixed[1:half]
        ones = [abs(a + b) ** 2 for a, b in zip(ahead, turned, strict=True)]
        others = [abs(a - b) ** 2 for a, b in zip(ahead, turned, strict=True)]
        yield [sum(map(mul, ones[start:], weights)) for start, weights in bands]
        if number + 1 < count:
            yield [sum(map(mul, others[start:], weights)) for start, weights in bands]


def _transformed(values: Sequence[complex]) -> list[complex]:
    """The discrete Fourier transform of 2^n values (Cooley and Tukey 1965)."""
    count = len(values)
    if count == 2:
        return [values[0] + values[1], values[0] - values[1]]
    even, odd = _transformed(values[::2]), _transformed(values[1::2])
    turned = list(map(mul, odd, _turns(count)))
    return [*map(add, even, turned), *map(sub, even, turned)]


@lru_cache
def _turns(count: int) -> tuple[complex, ...]:
    return tuple(exp(-2j * pi * each / count) for each in range(count // 2))


@lru_cache
def _window(length: int) -> tuple[float, ...]:
    """Hann's."""
    return tuple(0.5 - 0.5 * cos(2 * pi * (each + 0.5) / length) for each in range(length))


@lru_cache
def _cosines() -> tuple[tuple[float, ...], ...]:
    return tuple(
        tuple(cos(pi / _BANDS * (band + 0.5) * turn) / _BANDS for band in range(_BANDS))
        for turn in range(_CEPSTRA + 1)
    )


@lru_cache
def _mel(length: int, sample_rate: int) -> tuple[tuple[int, tuple[float, ...]], ...]:
    """For each band the first line it hears and its weights from there: triangles that overlap by
    half. Line 0 is that at sample_rate / length."""
    lowest, highest = (2595 * log10(1 + edge / 700) for edge in (_LOWEST_HZ, _HIGHEST_HZ))
    step = (highest - lowest) / (_BANDS + 1)
    edges = [700 * (10 ** ((lowest + step * each) / 2595) - 1) for each in range(_BANDS + 2)]
    lines = [each * sample_rate / length for each in range(1, length // 2)]
    found = []
    for low, top, high in zip(edges, edges[1:], edges[2:], strict=False):
        weights = [min((line - low) / (top - low), (high - line) / (high - top)) for line in lines]
        heard = [at for at, weight in enumerate(weights) if weight > 0]
        first, last = (heard[0], heard[-1]) if heard else (0, -1)
        found.append((first, tuple(weights[first : last + 1])))
    return tuple(found)
