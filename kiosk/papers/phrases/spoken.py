"""Which language's sentences a paper takes."""

from kiosk.papers.phrases.english import ENGLISH
from kiosk.papers.phrases.german import GERMAN
from kiosk.papers.phrases.leicht import LEICHT
from kiosk.papers.phrases.phrases import Phrases
from kiosk.papers.phrases.polish import POLISH

_PHRASES = {each.tag: each for each in (GERMAN, LEICHT, POLISH, ENGLISH)}


def phrases(tag: str) -> Phrases:
    """Those of a BCP 47 tag, of the language it is a variety of, else the German ones."""
    return _PHRASES.get(tag) or _PHRASES.get(tag.partition("-")[0]) or GERMAN


def worded(tag: str) -> bool:
    """Whether the program has sentences of its own in the language."""
    return phrases(tag) is not GERMAN or tag.partition("-")[0] == GERMAN.tag
