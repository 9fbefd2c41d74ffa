"""Sound made longer or shorter at its own pitch."""

from array import array
from collections.abc import Iterator
from itertools import repeat
from math import cos, pi
from operator import add, mul, sub

_FRAME_MS = 30  # two periods of a low voice of 80 Hz
_SEARCH_MS = 8  # most of a period of a low voice
_COARSE = 6  # every sixth sample tells periods well enough: a voice's lie below 1.8 kHz


def stretching(pcm: bytes, sample_rate: int, factor: float) -> Iterator[bytes]:
    """16-bit mono samples lasting `factor` times as long, in parts of about a third of a second.

    WSOLA (Verhelst and Roelands 1993, An overlap-add technique based on waveform similarity for
    high quality time-scale modification of speech): frames are taken from where they look most
    like what would follow unstretched, and overlap by half. Each moment of the sound is heard
    within 30 ms of `factor` times its own. Ten seconds take a quarter of a second, so that whoever
    waits for the first sound takes it part by part.
    """
    if factor == 1 or not pcm:
        yield pcm
        return
    half = sample_rate * _FRAME_MS // 2000
    search = sample_rate * _SEARCH_MS // 1000
    length = round(len(pcm) // 2 * factor)
    # Room on both sides, so that every frame and its search lie within.
    source = array("h", bytes(2 * search) + pcm + bytes(2 * (4 * half + 2 * search)))
    rising = [0.5 - 0.5 * cos(pi * place / half) for place in range(half)]
    falling = list(map(sub, repeat(1.0), rising))
    part = array("h", source[search : search + half])
    told = 0
    at = search
    for begin in range(half, length, half):
        if len(part) >= sample_rate // 3:
            told += len(part)
            yield part.tobytes()
            part = array("h")
        following = at + half
        middle = search + round(begin / factor)
        at = _most_alike(source, middle, following, search, half)
        ending = map(mul, falling, source[following : following + half])
        beginning = map(mul, rising, source[at : at + half])
        part.extend(map(int, map(add, ending, beginning)))
    yield part[: length - told].tobytes()


def _most_alike(source: "array[int]", middle: int, wanted: int, search: int, half: int) -> int:
    """Where, at most `search` from `middle`, the sound is most like that at `wanted`.

    By the average magnitude of the difference: first on every sixth sample, then around the best.
    """
    pattern = source[wanted : wanted + half : _COARSE]
    first, last = max(0, middle - search), middle + search
    best = min(
        range(first, last, _COARSE),
        key=lambda at: _apart(source[at : at + half : _COARSE], pattern),
    )
    near = range(max(0, best - _COARSE + 1), best + _COARSE)
    return min(near, key=lambda at: _apart(source[at : at + half : _COARSE], pattern))


def _apart(one: "array[int]", other: "array[int]") -> int:
    return sum(map(abs, map(sub, one, other)))
