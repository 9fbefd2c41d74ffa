"""A tone as loud as the voice, to set the loudness by."""

from array import array
from math import pi, sin

from kiosk.speech.clip import Clip

TONE = "tone"
"""Names it where a segment names a recording."""
HERTZ = 1000
SECONDS = 3.0
LEVEL_DB = -21.0
"""Root mean square below full scale: that of the voice at its own loudness (speech.md §4), so that
a meter reading 65 dB at the tone will read it at the voice (VVSG 2.0 7.1-K)."""
_FADE_SECONDS = 0.05


def tone(sample_rate: int) -> Clip:
    """A pure tone of 1 kHz, three seconds long, without a click at its ends."""
    peak = 32767 * 2**0.5 * 10 ** (LEVEL_DB / 20)
    count = round(SECONDS * sample_rate)
    fade = _FADE_SECONDS * sample_rate
    turn = 2 * pi * HERTZ / sample_rate
    samples = (
        int(peak * min(1.0, at / fade, (count - at) / fade) * sin(turn * at)) for at in range(count)
    )
    return Clip(array("h", samples).tobytes(), sample_rate)
