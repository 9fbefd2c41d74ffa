"""A study's lexicon of one language: words that its voices get wrong, respelled in plain letters.

The respelling is plain so that it serves every voice of the language, whoever made it. Whole texts
that an author wants said in other words (:mod:`kiosk.study.spoken_sheet`) belong to it too.
"""

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from kiosk.study.errors import StudyError

_NAME = re.compile(r"lexicon\.([a-z]{2,3})\.tsv\Z")
_TEXTS = re.compile(r"spoken\.([a-z]{2,3})\.json\Z")
_PAUSES = ".:;!?…"
_BEGINS = rf"(?:\A|(?<=[{_PAUSES}]\s)|(?<=\n))\s*"
_ENDS = rf"([{_PAUSES}]*)(?=\s*\Z|\n|(?<=[{_PAUSES}])\s)"
"""Where a sentence begins and ends: "Ja" is not said otherwise within "Ja, gern"."""
_LETTERS = re.compile(r"[^\W\d_]+(?:[ '’-][^\W\d_]+)*\Z")
_PHONETIC = re.compile(r"[\u0250-\u02ff]")
"""Letters and marks of the International Phonetic Alphabet."""


@dataclass(frozen=True)
class Lexicon:
    """Words, or several parted by single blanks, and how each is spelled for the voice.

    `texts`: whole texts, or sentences of them, and what is said in their place as it stands.
    """

    respelled: Mapping[str, str] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Matches these words whole and in any case; nothing where there are none."""
        words = _any_of(self.respelled)
        return re.compile(rf"(?<!\w)(?:{words})(?!\w)" if words else r"(?!)", re.IGNORECASE)

    def respelling(self, word: str) -> str:
        """How a word that :attr:`pattern` matched is spelled for the voice."""
        # Ignoring case takes a Turkish ı for an i, casefold does not: such a word stays.
        return self._by_word.get(_folded(word), word)

    def runs(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Start, end and what is said instead of each of :attr:`texts` within `text`.

        All are whole words, with the sentence's end where `text` has one that they lack.
        """
        for match in self._whole.finditer(text) if self.texts else ():
            said, end = self._said[_single_spaced(match[1])], match[2]
            pause = "" if said.endswith(tuple(_PAUSES)) else end
            yield match.start(1), match.end(), said + pause

    @cached_property
    def _whole(self) -> re.Pattern[str]:
        return re.compile(f"{_BEGINS}({_any_of(self._said)}){_ENDS}")

    @cached_property
    def _said(self) -> dict[str, str]:
        return {_single_spaced(text): said for text, said in self.texts.items()}

    @cached_property
    def _by_word(self) -> dict[str, str]:
        return {_folded(word): respelled for word, respelled in self.respelled.items()}


NO_LEXICON = Lexicon()


@dataclass(frozen=True, slots=True)
class BadLine:
    """A line of a lexicon that cannot be used: its number, its word, and what is wrong with it."""

    number: int
    word: str
    de: str
    en: str


def file_of(language: str) -> str:
    """The lexicon's file beside study.toml; `language` is a BCP 47 tag."""
    return f"lexicon.{primary(language)}.tsv"


def texts_file_of(language: str) -> str:
    """The file of a package with the texts of a primary language subtag said in other words."""
    return f"spoken.{language}.json"


def language_of(file: str) -> str:
    """The language of a lexicon by its file's name; "" for any other file."""
    match = _NAME.match(file)
    return match[1] if match else ""


def primary(language: str) -> str:
    """The primary subtag of a BCP 47 tag: all variants of a language share a lexicon."""
    return language.lower().partition("-")[0]


def parsed(raw: bytes) -> tuple[Lexicon, tuple[BadLine, ...]]:
    """What can be used of a lexicon's file, and the lines that cannot."""
    try:
        text = unicodedata.normalize("NFC", raw.decode("utf-8-sig"))
    except UnicodeDecodeError:
        bad = BadLine(
            0,
            "",
            "ist nicht in UTF-8 gespeichert. Bitte speichern Sie die Datei als UTF-8.",
            "is not saved as UTF-8. Please save the file as UTF-8.",
        )
        return NO_LEXICON, (bad,)
    respelled: dict[str, str] = {}
    faults: list[BadLine] = []
    known: dict[str, int] = {}
    for number, word, respelling in _lines(text):
        reason = _fault(word, respelling, known.get(_folded(word), 0))
        if reason:
            faults.append(BadLine(number, word, *reason))
        else:
            known[_folded(word)] = number
            respelled[word] = respelling
    return Lexicon(respelled), tuple(faults)


def read_lexicons(files: Mapping[str, bytes]) -> dict[str, Lexicon]:
    """The lexicons among a package's files, by language. Raises StudyError naming a bad line."""
    found: dict[str, Lexicon] = {}
    for name, raw in files.items():
        language = language_of(name)
        if language:
            found[language], faults = parsed(raw)
            for each in faults:
                raise StudyError(
                    name, f"Zeile {each.number}: {each.de}", f"line {each.number}: {each.en}"
                )
    for name, raw in files.items():
        if match := _TEXTS.match(name):
            known = found.get(match[1], NO_LEXICON)
            found[match[1]] = replace(known, texts=_read_texts(name, raw))
    return found


def _read_texts(name: str, raw: bytes) -> dict[str, str]:
    try:
        texts = json.loads(raw)
        if all(text and isinstance(said, str) and said for text, said in texts.items()):
            return dict(texts)
    except (ValueError, AttributeError, RecursionError) as error:
        raise _no_texts(name) from error
    raise _no_texts(name)


def _no_texts(name: str) -> StudyError:
    return StudyError(
        name,
        "ist keine Liste von Texten. Bitte bauen Sie das Studienpaket noch einmal.",
        "is no list of texts. Please build the study package again.",
    )


def _lines(text: str) -> Iterator[tuple[int, str, str]]:
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip() and not line.startswith("#"):
            word, _, respelling = line.partition("\t")
            yield number, " ".join(word.split()), respelling.strip()


def _fault(word: str, respelling: str, before: int) -> tuple[str, str] | None:
    if not word or not respelling:
        return (
            "braucht ein Wort, einen Tabulator und das Wort, wie es zu schreiben wäre.",
            "needs a word, a tab, and the word as it should be spelled.",
        )
    if not _LETTERS.match(word):
        return (
            f"„{word}“ ist kein Wort aus Buchstaben. Zahlen, Zeichen und Abkürzungen gehören nicht "
            "hierher.",
            f'"{word}" is no word of letters. Numbers, signs and abbreviations do not belong here.',
        )
    if not _LETTERS.match(respelling) or _PHONETIC.search(respelling):
        return (
            f"„{respelling}“ darf nur Buchstaben haben, dazwischen Leerzeichen, Bindestrich oder "
            "Apostroph: keine Lautschrift, denn es gilt für jede Stimme.",
            f'"{respelling}" may have only letters, with blanks, hyphens or apostrophes between '
            "them: no phonetic signs, because it is for every voice.",
        )
    if before:
        return (
            f"„{word}“ steht schon in Zeile {before}. Bitte behalten Sie eine der beiden.",
            f'"{word}" is already in line {before}. Please keep one of the two.',
        )
    return None


def _any_of(texts: Iterable[str]) -> str:
    """A pattern for `texts`, longest first, whatever blanks part their words."""
    longest_first = sorted(texts, key=len, reverse=True)
    return "|".join(re.escape(each).replace(r"\ ", r"\s+") for each in longest_first)


def _single_spaced(text: str) -> str:
    return " ".join(text.split())


def _folded(word: str) -> str:
    return " ".join(word.casefold().split())
