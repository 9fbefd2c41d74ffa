"""Recordings by a person, as the study check listens to them."""

import miniaudio

LONGEST_SECONDS = 60
"""Nobody listens longer to one label; a file that long is the wrong one."""


def seconds(sound: bytes) -> float | None:
    """How long a WAV, MP3, FLAC or Ogg Vorbis file sounds; None if it is none, or is silent."""
    try:
        decoded = miniaudio.decode(sound, nchannels=1, sample_rate=8000)
    except miniaudio.MiniaudioError:
        return None
    return decoded.duration if any(decoded.samples) else None
