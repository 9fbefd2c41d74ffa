from array import array
from collections.abc import Generator
from enum import Enum
from typing import TypedDict

class MiniaudioError(Exception): ...

class Backend(Enum):
    WASAPI = 0
    DSOUND = 1
    WINMM = 2
    COREAUDIO = 3
    PULSEAUDIO = 7
    ALSA = 8

class SampleFormat(Enum):
    SIGNED16 = 2

class _Context: ...
class DeviceId: ...
class _Text: ...

class _Playback(TypedDict):
    name: str
    id: DeviceId

class Devices:
    backend: str
    def __init__(self, backends: list[Backend] | None = None) -> None: ...
    def get_playbacks(self) -> list[_Playback]: ...

class DecodedSoundFile:
    samples: array[int]
    duration: float

def decode(
    data: bytes,
    output_format: SampleFormat = ...,
    nchannels: int = 2,
    sample_rate: int = 44100,
) -> DecodedSoundFile: ...

class PlaybackDevice:
    _context: _Context
    def __init__(
        self,
        output_format: SampleFormat = ...,
        nchannels: int = 2,
        sample_rate: int = 44100,
        buffersize_msec: int = 200,
        *,
        backends: list[Backend] | None = None,
        app_name: str = "",
    ) -> None: ...
    def start(self, callback_generator: Generator[bytes, int]) -> None: ...
    def close(self) -> None: ...

class _Lib:
    def ma_context_uninit(self, context: _Context) -> int: ...

class _Ffi:
    def cast(self, ctype: str, cdata: DeviceId) -> _Text: ...
    def string(self, cdata: _Text) -> bytes: ...

lib: _Lib
ffi: _Ffi
