"""Written text as it is to be spoken."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from kiosk.speech import german
from kiosk.speech.german_numbers import LARGEST, cardinal, digits, ordinal, year

_Words = str | Callable[[re.Match[str]], str]
_Rule = tuple[re.Pattern[str], _Words]


@dataclass(frozen=True, slots=True)
class SpokenForm:
    """What the voice gets, and which written words each of its words stands for.

    `text` has single blanks. `origin`: per word of `text` (start, length) of whole words of the
    written text, words being what blanks part.
    """

    text: str
    origin: tuple[tuple[int, int], ...]


def spoken_form(text: str, language: str) -> SpokenForm:
    """`text` in words the voice of `language` (a BCP 47 tag) gets right; only German has rules.

    German comes out without digits, and without the abbreviations and symbols of
    :mod:`kiosk.speech.german`.
    """
    said = _composed(text)
    if language.lower().partition("-")[0] == "de":
        for pattern, words in _GERMAN:
            said = said.replaced(pattern, words)
    written = [each.span() for each in _WORD.finditer(text)]
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
    return SpokenForm(" ".join(parts), tuple(origin))


def spoken(text: str, language: str) -> str:
    """The text of :func:`spoken_form`."""
    return spoken_form(text, language).text


_WORD = re.compile(r"\S+")
_PAUSES = "–—-/·"


@dataclass(frozen=True, slots=True)
class _Said:
    """A text on its way, and from which characters of the written one each of its own comes."""

    text: str
    places: tuple[tuple[int, int], ...]

    def replaced(self, pattern: re.Pattern[str], words: _Words) -> "_Said":
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


def _rule(pattern: str, words: str | Callable[[re.Match[str]], str]) -> _Rule:
    return re.compile(pattern), words


def _any_of(table: Mapping[str, object]) -> str:
    """A pattern for the keys, longest first; their spaces may be missing."""
    longest_first = sorted(table, key=len, reverse=True)
    return "|".join(re.escape(key).replace(r"\ ", r"\s?") for key in longest_first)


def _looked_up(table: Mapping[str, str]) -> Callable[[re.Match[str]], str]:
    tight = {re.sub(r"\s", "", key): words for key, words in table.items()}
    return lambda match: tight[re.sub(r"\s", "", match[1])]


def _respelled(match: re.Match[str]) -> str:
    return _WORDS[match[0].casefold()]


def _letters(match: re.Match[str]) -> str:
    return " ".join(german.LETTERS[letter] for letter in match[0])


def _date(match: re.Match[str]) -> str:
    day, month, written_year = int(match[2]), int(match[3]), match[4]
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return match[0]
    article = match[1] or ""
    words = f"{article}{ordinal(day, _ending(article, 'er'))} {german.MONTHS[month - 1]}"
    return f"{words} {year(int(written_year))}" if written_year else words


def _day_of_month(match: re.Match[str]) -> str:
    article = match[1] or ""
    return f"{article}{ordinal(int(match[2]), _ending(article, 'er'))}"


def _place_in_order(match: re.Match[str]) -> str:
    article = match[1] or ""
    return f"{article}{ordinal(int(match[2]), _ending(article, 'e'))}"


def _ending(article: str, alone: str) -> str:
    match article.strip().casefold():
        case "":
            return alone
        case "der" | "die" | "das":
            return "e"
    return "en"


def _time(match: re.Match[str]) -> str:
    hour = "ein" if int(match[1]) == 1 else cardinal(int(match[1]))
    minute = int(match[2])
    return f"{hour} Uhr {cardinal(minute)}" if minute else f"{hour} Uhr"


def _euro(match: re.Match[str]) -> str:
    return f"{_counted(match[1], 'Euro')} {_number(match[2])}"


def _measured(match: re.Match[str]) -> str:
    return _counted(match[1], match[2])


def _counted(number: str, unit: str) -> str:
    one, many = german.UNITS[unit]
    return one if number == "1" else f"{_number(number)} {many}"


def _ungrouped(match: re.Match[str]) -> str:
    return re.sub(r"\D", "", match[0])


def _decimal(match: re.Match[str]) -> str:
    return f"{_number(match[1])} Komma {digits(match[2])}"


def _number(written: str) -> str:
    if "," in written:
        whole, _, fraction = written.partition(",")
        return f"{_number(whole)} Komma {digits(fraction)}"
    if (written.startswith("0") and len(written) > 1) or int(written) > LARGEST:
        return digits(written)
    return year(int(written)) if len(written) == 4 else cardinal(int(written))


_WORDS = {written.casefold(): words for written, words in german.WORDS.items()}
_ARTICLE = r"(?i:\b(am |vom |zum |beim |im |dem |den |des |ab |seit |bis |der |die |das ))?"
_MONTH = "|".join(german.MONTHS)

# In this order: each rule relies on what those above it have already put into words.
_GERMAN: tuple[_Rule, ...] = (
    # "Rothenburg/O.L.", the town's own name for its place in Upper Lusatia
    _rule(r"/?\s*\bO\.\s?L\.", " Oberlausitz"),
    _rule(
        rf"(?<!\w)({_any_of(german.ABBREVIATIONS)})(?![^\W\d])", _looked_up(german.ABBREVIATIONS)
    ),
    _rule(r"(?<=[a-zäöüß])str\.", "straße"),
    _rule(rf"(?<!\w)({_any_of(german.BEFORE_NUMBER)})(?=\s?\d)", _looked_up(german.BEFORE_NUMBER)),
    _rule(rf"(?<!\w)({_any_of(german.BEFORE_NAME)})(?=\s[A-ZÄÖÜ])", _looked_up(german.BEFORE_NAME)),
    # "Bürger*innen", "Bürger/-innen", "BürgerInnen"; the hyphen keeps the stress on "Bürger"
    _rule(r"(?<=[a-zäöüß])(?:[*:_]|/-)(?=in(?:nen)?\b)", ""),
    _rule(r"(?<=[a-zäöüß])I(?=n(?:nen)?\b)", "i"),
    _rule(r"(?<=[a-zäöüß]er)(?=innen\b)", "-"),
    _rule(rf"\b(?:{'|'.join(german.SPELLED)})\b", _letters),
    _rule(rf"\b({_any_of(german.NAMES)})\b", _looked_up(german.NAMES)),
    _rule(rf"(?i:\b(?:{_any_of(german.WORDS)})\b)", _respelled),
    # Numbers, the longest kinds first
    _rule(r"(?<=[^\W\d_])(?=\d)|(?<=\d)(?=½)|(?<=½)(?=\d)", " "),
    _rule(r"(?<!\d)0\d{2,5}(?:\s?[/-]\s?|\s)\d{3,}(?:[ -]?\d+)*", lambda m: digits(m[0])),
    _rule(rf"{_ARTICLE}(?<!\d)(\d{{1,2}})\.\s?(\d{{1,2}})\.\s?(\d{{4}})?(?!\d)", _date),
    _rule(rf"{_ARTICLE}(?<!\d)(\d{{1,2}})\.(?=\s(?:{_MONTH})\b)", _day_of_month),
    _rule(r"(?<!\d)(\d{1,2})[:.](\d\d) Uhr\b", _time),
    _rule(
        r"(?i:\b(am |vom |zum |beim |im |dem |den |der |die |das |des ))(\d{1,2})\.(?=\s[A-ZÄÖÜ])",
        _place_in_order,
    ),
    _rule(r"^()(\d{1,2})\.(?=\s[A-ZÄÖÜ])", _place_in_order),
    _rule(r"(?<![\d,])\d{1,3}(?:[.\s]\d{3})+(?![\d,])", _ungrouped),
    _rule(r"(?<![\d/])1/2(?![\d/])", "ein halb"),
    _rule(r"½(?=\sStunde)", "halbe"),
    _rule(r"½", " ein halb "),
    _rule(r"(?<=\d)\s?[-–]\s?(?=\d)", " bis "),
    _rule(r"(?<![\d,])(\d+),(\d\d) ?(?:€|Euro\b)", _euro),
    _rule(rf"(\d+(?:,\d+)?)\s?({_any_of(german.UNITS)})(?!\w)", _measured),
    _rule(r"(\d+),(\d+)", _decimal),
    _rule(r"\d+", lambda m: _number(m[0])),
    # What is left of symbols; a comma is the pause that a slash or dash stands for
    _rule(r"\bund/oder\b", "und oder"),
    _rule(f"[{''.join(map(re.escape, german.SYMBOLS))}]", lambda m: german.SYMBOLS[m[0]]),
    _rule(r"\*+", ""),  # emphasis in the study's Markdown
    _rule(r"\s*/\s*|\s+[–—·-]+\s+", ", "),
)
