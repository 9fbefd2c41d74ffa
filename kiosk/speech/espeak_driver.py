"""A pyttsx3 driver that hands eSpeak NG's sound back instead of playing it."""

import ctypes
import sys
from collections.abc import Sequence
from types import ModuleType
from typing import Protocol

from pyttsx3.voice import Voice

from kiosk.speech.voices import VOICES

NAME = "kiosk"

# speak_lib.h: report missing voice data instead of calling exit(1).
_INITIALIZE_DONT_EXIT = 0x8000
_BUFFER_MS = 200
MOST_EVENTS = 10_000
"""In one list of events, whose end would otherwise be trusted to come."""


class EngineProxy(Protocol):
    """What pyttsx3 gives its drivers to talk back through."""

    def setBusy(self, busy: bool) -> None: ...  # noqa: N802
    def notify(self, topic: str, **kwargs: object) -> None: ...


class _Event(Protocol):
    """speak_lib.h: espeak_EVENT."""

    type: int
    text_position: int
    sample: int


class EspeakDriver:
    """Renders each `say` at once, in the calling thread, into one "clip" notification.

    pyttsx3's own eSpeak driver writes a temporary file, starts a player and cannot be stopped.
    The notification carries `name`, `pcm`: 16-bit mono samples in the machine's byte order at the
    "sample-rate" property, and `words`: the sample and the character at which each word begins. A
    voice that cannot be had leaves the driver without a voice; speaking then raises, instead of
    going on in the wrong language.
    """

    def __init__(self, proxy: EngineProxy, espeak: ModuleType) -> None:
        self._proxy = proxy
        self._espeak = espeak
        self._pcm = bytearray()
        self._words: list[tuple[int, int]] = []
        self._voice: str | None = None
        self._sample_rate = espeak.Initialize(
            espeak.AUDIO_OUTPUT_SYNCHRONOUS, _BUFFER_MS, None, _INITIALIZE_DONT_EXIT
        )
        if self._sample_rate <= 0:
            raise RuntimeError("eSpeak NG could not be initialised; its voice data may be missing")
        espeak.SetSynthCallback(self._on_sound)

    def destroy(self) -> None:
        """eSpeak cannot be initialised twice in a process, so it stays."""

    def startLoop(self) -> None:  # noqa: N802
        """Run what is queued. Nothing is ever left to wait for, so there is no loop."""
        self._proxy.setBusy(False)

    def endLoop(self) -> None:  # noqa: N802
        """Nothing to end."""

    def stop(self) -> None:
        """Nothing sounds here."""

    def say(self, text: str) -> None:
        """Render `text`. Raises ValueError without a voice, RuntimeError if eSpeak refuses."""
        if self._voice is None:
            raise ValueError("no voice is set")
        self._proxy.notify("started-utterance")
        self._pcm = bytearray()
        self._words = []
        flags = self._espeak.CHARS_UTF8 | self._espeak.ENDPAUSE
        if self._espeak.Synth(text.encode(), flags=flags) != self._espeak.EE_OK:
            raise RuntimeError("eSpeak NG refused to speak")
        self._proxy.notify("clip", pcm=bytes(self._pcm), words=tuple(self._words))
        self._proxy.notify("finished-utterance", completed=True)

    def getProperty(self, name: str) -> object:  # noqa: N802
        """pyttsx3's properties, and "sample-rate" in hertz. Raises KeyError."""
        match name:
            case "voices":
                return self._voices()
            case "voice":
                return self._voice
            case "rate":
                return self._espeak.GetParameter(self._espeak.RATE)
            case "pitch":
                return self._espeak.GetParameter(self._espeak.PITCH)
            case "sample-rate":
                return self._sample_rate
        raise KeyError(name)

    def setProperty(self, name: str, value: str | float) -> None:  # noqa: N802
        """Set voice, rate or pitch. Raises KeyError, and ValueError for an unknown voice."""
        match name:
            case "voice":
                self._voice = None
                if not self._has(str(value)):
                    raise ValueError(f"eSpeak NG has no voice {value!r}")
                self._voice = str(value)
            case "rate":
                self._espeak.SetParameter(self._espeak.RATE, int(value))
            case "pitch":
                self._espeak.SetParameter(self._espeak.PITCH, int(value))
            case _:
                raise KeyError(name)

    def _voices(self) -> list[Voice]:
        before = self._voice
        found = [
            Voice(choice.voice, choice.voice, [choice.language])
            for choice in VOICES.values()
            if self._has(choice.voice)
        ]
        if before is not None:
            self._has(before)
        return found

    def _has(self, voice: str) -> bool:
        if self._espeak.SetVoiceByName(voice.encode()) != self._espeak.EE_OK:
            return False
        current = self._espeak.GetCurrentVoice()
        return bool(current) and current.contents.identifier == voice.encode()

    def _on_sound(self, samples: object, count: int, events: Sequence[_Event]) -> int:
        if count > 0:
            self._pcm += ctypes.string_at(samples, count * ctypes.sizeof(ctypes.c_short))  # type: ignore[arg-type]
        for number in range(MOST_EVENTS):
            event = events[number]
            if event.type == self._espeak.EVENT_LIST_TERMINATED:
                break
            if event.type == self._espeak.EVENT_WORD:
                # speak_lib.h counts characters from 1.
                self._words.append((event.sample, event.text_position - 1))
        return 0


def register(espeak: ModuleType) -> None:
    """Make `pyttsx3.init(NAME)` find this driver, on pyttsx3's own eSpeak bindings `espeak`."""
    module = ModuleType(f"pyttsx3.drivers.{NAME}")
    vars(module)["buildDriver"] = lambda proxy: EspeakDriver(proxy, espeak)
    sys.modules[module.__name__] = module
