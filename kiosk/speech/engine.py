"""What renders texts into clips before anybody is asked."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Protocol

from kiosk.speech.clip import Clip
from kiosk.speech.synthesis import Synthesis
from kiosk.speech.voices import VOICES


class Engine(Protocol):
    """Picklable, so that processes can share the work."""

    @property
    def source(self) -> str:
        """Its name and its voice's, as the list of clips names who speaks."""

    @property
    def made_of(self) -> tuple[str | int, ...]:
        """Everything of it that the sound of a text depends on."""

    def render(self, texts: Sequence[str]) -> list[Clip]:
        """Each text's sound, in their order. Raises KioskError."""


@dataclass(frozen=True, slots=True)
class EspeakEngine:
    """The voice that also reads live, for a language it speaks (a primary subtag)."""

    language: str

    @property
    def source(self) -> str:
        """The engine and its voice."""
        return f"espeak-ng {VOICES[self.language].voice}"

    @property
    def made_of(self) -> tuple[str | int, ...]:
        """The voice and how it is set."""
        voice = VOICES[self.language]
        return ("espeak-ng", voice.voice, voice.rate, voice.pitch)

    def render(self, texts: Sequence[str]) -> list[Clip]:
        """Raises NoVoiceError where this machine has none."""
        synthesis = live_voice()
        return [synthesis.render(text, self.language) for text in texts]


@cache
def live_voice() -> Synthesis:
    """The terminal's own; eSpeak NG is set up once in a process. Raises NoVoiceError."""
    return Synthesis()
