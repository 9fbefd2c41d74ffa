"""Languages by the name their speakers use."""

from kiosk.study.settings import Language

_ENDONYMS = {
    "de": "Deutsch",
    "de-x-leicht": "Leichte Sprache",
    "pl": "Polski",
    "en": "English",
    "uk": "Українська",
}
_UNTESTED = {"de-x-leicht": "Leicht verständlich"}
"""Texts may be called Leichte Sprache once a test group has passed them (DIN SPEC 33429)."""


def endonym(language: Language) -> str:
    """What the language is called on the first screens."""
    if language.draft and language.tag in _UNTESTED:
        return _UNTESTED[language.tag]
    return _ENDONYMS.get(language.tag, language.tag)
