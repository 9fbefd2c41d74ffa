"""Sound out of memory into the air: the one playback path, on miniaudio."""

import array
import threading
from collections.abc import Generator

import miniaudio

from kiosk.speech.errors import NoAudioError

# Every real backend, named: left to itself miniaudio falls back to a device that plays nothing.
_BACKENDS = [
    miniaudio.Backend.WASAPI,
    miniaudio.Backend.DSOUND,
    miniaudio.Backend.WINMM,
    miniaudio.Backend.COREAUDIO,
    miniaudio.Backend.PULSEAUDIO,
    miniaudio.Backend.ALSA,
]
# PulseAudio and PipeWire put up this sink when there is no other; nobody hears it.
_DUMMY_SINK = b"auto_null"
_PERIOD_MS = 20
_SAMPLE_BYTES = 2


class Track:
    """Sound that grows while it plays: 16-bit mono samples, positions in bytes.

    One thread appends, the audio thread reads; `played` is what has been handed to the device.
    """

    def __init__(self) -> None:
        self._pcm = bytearray()
        self._lock = threading.Lock()
        self.played = 0

    def __len__(self) -> int:
        return len(self._pcm)

    def append(self, pcm: bytes) -> None:
        """Add sound at the end."""
        with self._lock:
            self._pcm += pcm

    def take(self, count: int) -> bytes:
        """The next `count` bytes, fewer where the track is not longer yet."""
        with self._lock:
            taken = bytes(self._pcm[self.played : self.played + count])
        self.played += len(taken)
        return taken


class Player:
    """Plays one track at a time, and opens the device for each anew.

    Opening costs about 3 ms and closing 1 ms; so a fault of the sound server ends with the track
    it befell, and closing silences at once what the server still holds.
    """

    def __init__(self, sample_rate: int) -> None:
        self.volume = 1.0
        self._sample_rate = sample_rate
        self._device: miniaudio.PlaybackDevice | None = None

    def devices(self) -> int:
        """How many devices could sound right now. Takes about 5 ms."""
        try:
            playbacks = miniaudio.Devices(_BACKENDS)
            found = [playback["id"] for playback in playbacks.get_playbacks()]
        except miniaudio.MiniaudioError:
            return 0
        if playbacks.backend == "PulseAudio":
            return sum(_sink_name(device) != _DUMMY_SINK for device in found)
        return len(found)

    def play(self, track: Track) -> None:
        """Begin with `track` in place of whatever sounds. Raises NoAudioError."""
        self.stop()
        # Asked first, because a device that fails to open leaks its connection (see _release).
        if not self.devices():
            raise NoAudioError
        try:
            device = miniaudio.PlaybackDevice(
                miniaudio.SampleFormat.SIGNED16,
                nchannels=1,
                sample_rate=self._sample_rate,
                buffersize_msec=_PERIOD_MS,
                backends=_BACKENDS,
                app_name="Bedarfskiosk",
            )
        except miniaudio.MiniaudioError as error:
            raise NoAudioError from error
        self._device = device
        frames = self._frames(track)
        next(frames)
        try:
            device.start(frames)
        except miniaudio.MiniaudioError as error:
            self.stop()
            raise NoAudioError from error

    def stop(self) -> None:
        """Silence, at once."""
        device, self._device = self._device, None
        if device is not None:
            _release(device)

    def _frames(self, track: Track) -> Generator[bytes, int, None]:
        count = yield b""
        while True:
            # Whatever the track does not fill stays silent.
            pcm = track.take(count * _SAMPLE_BYTES)
            count = yield pcm if self.volume == 1 else louder(pcm, self.volume)


def louder(pcm: bytes, gain: float) -> bytes:
    """16-bit samples times `gain`, 0 to 1."""
    return array.array("h", (int(sample * gain) for sample in array.array("h", pcm))).tobytes()


def _release(device: miniaudio.PlaybackDevice) -> None:
    device.close()
    # WORKAROUND for https://github.com/irmen/pyminiaudio/issues/86: closing leaves the connection
    # to the sound server open, and PulseAudio refuses the 65th.
    miniaudio.lib.ma_context_uninit(device._context)


def _sink_name(device: "miniaudio.DeviceId") -> bytes:
    # miniaudio.h: ma_device_id is a union whose PulseAudio member is the sink's name.
    return miniaudio.ffi.string(miniaudio.ffi.cast("char *", device))
