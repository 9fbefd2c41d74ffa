"""Text to sound, through pyttsx3."""

import importlib
from dataclasses import dataclass
from typing import cast

import pyttsx3
from pyttsx3.voice import Voice

from kiosk.speech import espeak_driver
from kiosk.speech.errors import NoVoiceError
from kiosk.speech.voices import voice_choice


@dataclass(frozen=True, slots=True)
class Clip:
    """Sound in memory: 16-bit mono samples in the machine's byte order at `sample_rate` hertz."""

    pcm: bytes
    sample_rate: int


class Synthesis:
    """Speaks into memory. Not to be shared between threads."""

    def __init__(self) -> None:
        """Raises NoVoiceError where the machine has no eSpeak NG or none of our voices."""
        try:
            bindings = importlib.import_module("pyttsx3.drivers._espeak")
        except RuntimeError as error:  # the library is missing
            raise NoVoiceError from error
        espeak_driver.register(bindings)
        try:
            self._engine = pyttsx3.init(espeak_driver.NAME)
        except RuntimeError as error:  # the voice data is missing
            raise NoVoiceError from error
        self._pcm = b""
        self._errors: list[Exception] = []
        self._engine.connect("clip", self._on_clip)
        self._engine.connect("error", self._on_error)
        self.sample_rate = cast(int, self._engine.getProperty("sample-rate"))
        voices = cast(list[Voice], self._engine.getProperty("voices"))
        self.languages = tuple(language for voice in voices for language in voice.languages)
        if not self.languages:
            raise NoVoiceError

    def speaks(self, language: str) -> bool:
        """Whether there is a voice for the BCP 47 tag `language`."""
        choice = voice_choice(language)
        return choice is not None and choice.language in self.languages

    def render(self, text: str, language: str, rate: int | None = None) -> Clip:
        """The sound of `text`. Raises NoVoiceError rather than take another language's voice."""
        choice = voice_choice(language)
        if choice is None or choice.language not in self.languages:
            raise NoVoiceError(language)
        self._pcm = b""
        self._errors.clear()
        self._engine.setProperty("voice", choice.voice)
        self._engine.setProperty("rate", choice.rate if rate is None else rate)
        self._engine.setProperty("pitch", choice.pitch)
        self._engine.say(text)
        self._engine.runAndWait()
        if self._errors:
            raise NoVoiceError(language) from self._errors[0]
        return Clip(self._pcm, self.sample_rate)

    def _on_clip(self, name: str | None, pcm: bytes) -> None:  # noqa: ARG002
        self._pcm = pcm

    def _on_error(self, name: str | None, exception: Exception) -> None:  # noqa: ARG002
        self._errors.append(exception)
