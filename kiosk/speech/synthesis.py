"""Text to sound, through pyttsx3."""

import importlib
from typing import cast

import pyttsx3
from pyttsx3.voice import Voice

from kiosk.speech import espeak_driver
from kiosk.speech.clip import Clip
from kiosk.speech.errors import NoVoiceError
from kiosk.speech.onsets import word_onsets
from kiosk.speech.voices import voice_choice

_SLOWEST = 80
"""Words per minute below which eSpeak NG does not go."""


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
        self._words: tuple[tuple[int, int], ...] = ()
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

    def render(self, text: str, language: str, pace: int = 100, *, high: bool = False) -> Clip:
        """The sound of `text`, at `pace` percent of the voice's own.

        Raises NoVoiceError rather than take another language's voice.
        """
        choice = voice_choice(language)
        if choice is None or choice.language not in self.languages:
            raise NoVoiceError(language)
        self._pcm = b""
        self._errors.clear()
        rate = choice.rate * pace / 100
        self._engine.setProperty("voice", choice.high if high else choice.voice)
        self._engine.setProperty("rate", round(max(rate, _SLOWEST)))
        self._engine.setProperty("pitch", choice.pitch)
        self._engine.say(text)
        self._engine.runAndWait()
        if self._errors:
            raise NoVoiceError(language) from self._errors[0]
        clip = Clip(self._pcm, self.sample_rate, word_onsets(text, self._words))
        return clip.lasting(_SLOWEST / rate) if rate < _SLOWEST else clip

    def _on_clip(
        self,
        name: str | None,  # noqa: ARG002
        pcm: bytes,
        words: tuple[tuple[int, int], ...],
    ) -> None:
        self._pcm, self._words = pcm, words

    def _on_error(self, name: str | None, exception: Exception) -> None:  # noqa: ARG002
        self._errors.append(exception)
