"""Which voice speaks which language, and how."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class VoiceChoice:
    """One language's voice by its eSpeak NG identifier; `rate` in words per minute, pitch 0–99.

    Slow and low: older listeners follow 130 words per minute of long German words better, and
    hear low pitches better than high ones (Sutton 1995).
    """

    language: str
    voice: str
    rate: int = 130
    pitch: int = 45


# No Sorbian: eSpeak NG has no voice for it, and Czech or Polish must not pass for one.
VOICES = {
    choice.language: choice
    for choice in (
        VoiceChoice("de", "gmw/de"),
        VoiceChoice("pl", "zlw/pl"),
        VoiceChoice("en", "gmw/en"),
        VoiceChoice("uk", "zle/uk"),
    )
}


def voice_choice(language: str) -> VoiceChoice | None:
    """The voice for a BCP 47 tag, by its primary subtag; None where there is none."""
    return VOICES.get(language.lower().partition("-")[0])
