"""Written text as it is to be spoken."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from kiosk.speech.english_rules import ENGLISH
from kiosk.speech.german_rules import GERMAN
from kiosk.speech.polish_rules import POLISH
from kiosk.speech.rules import Rule, Words
from kiosk.study.lexicon import NO_LEXICON, Lexicon, primary


@dataclass(frozen=True, slots=True)
class SpokenForm:
    """What the voice gets, and which written words each of its words stands for.

    `text` has single blanks. `origin`: per word of `text` (start, length) of whole words of the
    written text, words being what blanks part.
    """

    text: str
    origin: tuple[tuple[int, int], ...]

    def by_place(self) -> dict[tuple[int, int], list[str]]:
        """The spoken words that stand for each place of the written text, in spoken order."""
        found: dict[tuple[int, int], list[str]] = {}
        for word, place in zip(self.text.split(), self.origin, strict=True):
            found.setdefault(place, []).append(word)
        return found


def spoken_form(text: str, language: str, lexicon: Lexicon = NO_LEXICON) -> SpokenForm:
    """`text` in words the voice of `language` (a BCP 47 tag) gets right.

    The words of `lexicon` go before the language's rules; its whole texts, an author's own words,
    go before both and are spoken as they stand. German comes out without digits, and without the
    abbreviations and symbols of :mod:`kiosk.speech.german`.
    """
    forms: list[SpokenForm] = []
    done = 0
    for start, end, said in lexicon.runs(text):
        forms.append(_ruled(text[done:start], done, language, lexicon))
        forms.append(_shifted(_aligned(text[start:end], said), start))
        done = end
    forms.append(_ruled(text[done:], done, language, lexicon))
    return SpokenForm(
        " ".join(each.text for each in forms if each.text),
        tuple(place for each in forms for place in each.origin),
    )


def _ruled(text: str, at: int, language: str, lexicon: Lexicon) -> SpokenForm:
    """What lexicon and rules make of the part `text` that begins at `at`."""
    said = _composed(text)
    if lexicon.respelled:
        said = said.replaced(lexicon.pattern, lambda match: lexicon.respelling(match[0]))
    for pattern, words in _RULES.get(primary(language), ()):
        said = said.replaced(pattern, words)
    written = _spans(text)
    parts: list[str] = []
    origin: list[tuple[int, int]] = []
    for each in _WORD.finditer(said.text):
        parts.append(each[0])
        places = said.places[each.start() : each.end()]
        touched = [span for span in written if any(s < span[1] and e > span[0] for s, e in places)]
        # A dash that has become the comma behind a word is no part of it.
        named = [span for span in touched if text[slice(*span)].strip(_PAUSES)] or touched
        start, end = (named[0][0], named[-1][1]) if named else (0, 0)
        origin.append((start, end - start))
    return _shifted(SpokenForm(" ".join(parts), tuple(origin)), at)


def _shifted(form: SpokenForm, by: int) -> SpokenForm:
    return SpokenForm(form.text, tuple((start + by, length) for start, length in form.origin))


def spoken(text: str, language: str, lexicon: Lexicon = NO_LEXICON) -> str:
    """The text of :func:`spoken_form`."""
    return spoken_form(text, language, lexicon).text


_RULES: Mapping[str, tuple[Rule, ...]] = {"de": GERMAN, "pl": POLISH, "en": ENGLISH}
_WORD = re.compile(r"\S+")
_PAUSES = "–—-/·"


def _spans(text: str) -> list[tuple[int, int]]:
    return [each.span() for each in _WORD.finditer(text)]


def _aligned(text: str, say: str) -> SpokenForm:
    """`say` word for word, each for the written words it stands for.

    Words that both have stand for each other; words in place of others all stand for all of
    these, and added ones for the written word before them.
    """
    parts, spans = say.split(), _spans(text)
    if not spans:
        return SpokenForm(" ".join(parts), ((0, 0),) * len(parts))
    written = [_folded(text[slice(*span)]) for span in spans]
    matcher = SequenceMatcher(None, written, [_folded(each) for each in parts], autojunk=False)
    origin: list[tuple[int, int]] = []
    last = (spans[0][0], spans[0][1] - spans[0][0])
    for kind, begin, end, said, until in matcher.get_opcodes():
        if kind == "equal":
            origin += [(start, stop - start) for start, stop in spans[begin:end]]
        elif kind == "replace":
            start = spans[begin][0]
            origin += [(start, spans[end - 1][1] - start)] * (until - said)
        else:
            origin += [last] * (until - said)
        last = origin[-1] if origin else last
    return SpokenForm(" ".join(parts), tuple(origin))


def _folded(word: str) -> str:
    return unicodedata.normalize("NFC", word).casefold()


@dataclass(frozen=True, slots=True)
class _Said:
    """A text on its way, and from which characters of the written one each of its own comes."""

    text: str
    places: tuple[tuple[int, int], ...]

    def replaced(self, pattern: re.Pattern[str], words: Words) -> "_Said":
        text: list[str] = []
        places: list[tuple[int, int]] = []
        done = 0
        for match in pattern.finditer(self.text):
            new = match.expand(words) if isinstance(words, str) else words(match)
            text += [self.text[done : match.start()], new]
            places += self.places[done : match.start()]
            within = self.places[match.start() : match.end()]
            whole = (within[0][0], within[-1][1]) if within else (0, 0)
            places += [whole] * len(new)
            done = match.end()
        if not text:
            return self
        text.append(self.text[done:])
        places += self.places[done:]
        return _Said("".join(text), tuple(places))


def _composed(text: str) -> _Said:
    """`text` in NFC, of which one character may come from several."""
    said: list[str] = []
    places: list[tuple[int, int]] = []
    start = 0
    for at in range(1, len(text) + 1):
        if at == len(text) or not unicodedata.combining(text[at]):
            new = unicodedata.normalize("NFC", text[start:at])
            said.append(new)
            places += [(start, at)] * len(new)
            start = at
    return _Said("".join(said), tuple(places))
