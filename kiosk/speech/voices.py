"""Which voice speaks which language, and how."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class VoiceChoice:
    """One language's two voices by their eSpeak NG identifiers; `rate` in words per minute,
    pitch 0–99.

    Slow and low: older listeners follow 130 words per minute of long German words better, and
    hear low pitches better than high ones (Sutton 1995). `high` has twice the pitch, for whoever
    makes out a woman's voice better.
    """

    language: str
    voice: str
    high: str
    rate: int = 130
    pitch: int = 45


# No Sorbian: eSpeak NG has no voice for it, and Czech or Polish must not pass for one.
VOICES = {
    choice.language: choice
    for choice in (
        VoiceChoice("de", "gmw/de", "gmw/de+f2"),
        VoiceChoice("pl", "zlw/pl", "zlw/pl+f2"),
        VoiceChoice("en", "gmw/en", "gmw/en+f2"),
        VoiceChoice("uk", "zle/uk", "zle/uk+f2"),
    )
}


def voice_choice(language: str) -> VoiceChoice | None:
    """The voice for a BCP 47 tag, by its primary subtag; None where there is none."""
    return VOICES.get(language.lower().partition("-")[0])
