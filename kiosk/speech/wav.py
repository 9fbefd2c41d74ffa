"""Samples in memory as a sound file in memory."""

import io
import sys
import wave
from array import array

from kiosk.speech.clip import SAMPLE_BYTES, Clip


def wav(clip: Clip) -> bytes:
    """The WAV file of a clip: 16 bit, mono."""
    samples = array("h", clip.pcm)
    if sys.byteorder == "big":
        samples.byteswap()
    file = io.BytesIO()
    with wave.open(file, "wb") as written:
        written.setnchannels(1)
        written.setsampwidth(SAMPLE_BYTES)
        written.setframerate(clip.sample_rate)
        written.writeframes(samples.tobytes())
    return file.getvalue()
