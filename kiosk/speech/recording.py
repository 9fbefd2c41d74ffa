"""A recording by a person: a sound file in memory to samples in memory."""

import miniaudio

from kiosk.speech.errors import DamagedRecordingError


def samples(sound: bytes, sample_rate: int) -> bytes:
    """The sound of a WAV, MP3, FLAC or Ogg Vorbis file as 16-bit mono samples at `sample_rate`.

    Raises DamagedRecordingError for anything else, and for a file without any sound.
    """
    try:
        decoded = miniaudio.decode(
            sound, miniaudio.SampleFormat.SIGNED16, nchannels=1, sample_rate=sample_rate
        )
    except miniaudio.MiniaudioError as error:
        raise DamagedRecordingError from error
    pcm = decoded.samples.tobytes()
    if not pcm:
        raise DamagedRecordingError
    return pcm
