from collections.abc import Callable
from ctypes import Structure, _Pointer, c_short

AUDIO_OUTPUT_SYNCHRONOUS: int
CHARS_UTF8: int
ENDPAUSE: int
EE_OK: int
RATE: int
PITCH: int
VOLUME: int

class EVENT(Structure): ...

class VOICE(Structure):
    name: bytes | None
    languages: bytes | None
    identifier: bytes | None

def Initialize(  # noqa: N802
    output: int = 0, bufflength: int = 100, path: bytes | None = None, option: int = 0
) -> int: ...
def SetSynthCallback(  # noqa: N802
    cb: Callable[[_Pointer[c_short], int, _Pointer[EVENT]], int],
) -> None: ...
def Synth(text: bytes | str, flags: int = 0) -> int: ...  # noqa: N802
def SetVoiceByName(name: bytes) -> int: ...  # noqa: N802
def GetCurrentVoice() -> _Pointer[VOICE]: ...  # noqa: N802
def SetParameter(parameter: int, value: int, relative: int = 0) -> int: ...  # noqa: N802
def GetParameter(parameter: int) -> int: ...  # noqa: N802
