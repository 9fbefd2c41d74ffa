"""Sound files to record with."""

import io
import math
import struct
import wave


def tone(hertz: float, seconds: float = 0.6, rate: int = 44100, channels: int = 1) -> bytes:
    """A WAV file of a pure tone at a third of full scale."""
    written = io.BytesIO()
    with wave.open(written, "wb") as file:
        file.setnchannels(channels)
        file.setsampwidth(2)
        file.setframerate(rate)
        for number in range(int(seconds * rate)):
            sample = int(11000 * math.sin(2 * math.pi * hertz * number / rate))
            file.writeframesraw(struct.pack("<h", sample) * channels)
    return written.getvalue()
