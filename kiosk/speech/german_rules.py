"""German as it is spoken: no digit, abbreviation or symbol is left for the voice to guess at."""

import re

from kiosk.speech import german
from kiosk.speech.german_numbers import LARGEST, cardinal, digits, ordinal, year
from kiosk.speech.rules import Rule, any_of, looked_up, respelled, rule, symbols
from kiosk.study.sentences import STARTERS


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


_ARTICLE = r"(?i:\b(am |vom |zum |beim |im |dem |den |des |ab |seit |bis |der |die |das ))?"
_STARTERS = "|".join(each.capitalize() for each in STARTERS)
_MONTH = "|".join(german.MONTHS)

# In this order: each rule relies on what those above it have already put into words.
GERMAN: tuple[Rule, ...] = (
    # "Rothenburg/O.L.", the town's own name for its place in Upper Lusatia
    rule(rf"/?\s*\bO\.\s?L\.(?=\s+(?:{_STARTERS})\b)", " Oberlausitz."),
    rule(r"/?\s*\bO\.\s?L\.", " Oberlausitz"),
    rule(rf"(?<!\w)({any_of(german.ABBREVIATIONS)})(?![^\W\d])", looked_up(german.ABBREVIATIONS)),
    rule(r"(?<=[a-zäöüß])str\.", "straße"),
    rule(rf"(?<!\w)({any_of(german.BEFORE_NUMBER)})(?=\s?\d)", looked_up(german.BEFORE_NUMBER)),
    rule(rf"(?<!\w)({any_of(german.BEFORE_NAME)})(?=\s[A-ZÄÖÜ])", looked_up(german.BEFORE_NAME)),
    # "Bürger*innen", "Bürger/-innen", "BürgerInnen"; the hyphen keeps the stress on "Bürger"
    rule(r"(?<=[a-zäöüß])(?:[*:_]|/-)(?=in(?:nen)?\b)", ""),
    rule(r"(?<=[a-zäöüß])I(?=n(?:nen)?\b)", "i"),
    rule(r"(?<=[a-zäöüß]er)(?=innen\b)", "-"),
    rule(rf"\b(?:{'|'.join(german.SPELLED)})\b", _letters),
    rule(rf"\b({any_of(german.NAMES)})\b", looked_up(german.NAMES)),
    respelled(german.WORDS),
    # Numbers, the longest kinds first
    rule(r"(?<=[^\W\d_])(?=\d)|(?<=\d)(?=½)|(?<=½)(?=\d)", " "),
    rule(r"(?<!\d)0\d{2,5}(?:\s?[/-]\s?|\s)\d{3,}(?:[ -]?\d+)*", lambda m: digits(m[0])),
    rule(rf"{_ARTICLE}(?<!\d)(\d{{1,2}})\.\s?(\d{{1,2}})\.\s?(\d{{4}})?(?!\d)", _date),
    rule(rf"{_ARTICLE}(?<!\d)(\d{{1,2}})\.(?=\s(?:{_MONTH})\b)", _day_of_month),
    rule(r"(?<!\d)(\d{1,2})[:.](\d\d) Uhr\b", _time),
    rule(
        r"(?i:\b(am |vom |zum |beim |im |dem |den |der |die |das |des ))(\d{1,2})\.(?=\s[A-ZÄÖÜ])",
        _place_in_order,
    ),
    rule(r"^()(\d{1,2})\.(?=\s[A-ZÄÖÜ])", _place_in_order),
    rule(r"(?<![\d,])\d{1,3}(?:[.\s]\d{3})+(?![\d,])", _ungrouped),
    rule(r"(?<![\d/])1/2(?![\d/])", "ein halb"),
    rule(r"½(?=\sStunde)", "halbe"),
    rule(r"½", " ein halb "),
    rule(r"(?<=\d)\s?[-–]\s?(?=\d)", " bis "),
    rule(r"(?<![\d,])(\d+),(\d\d) ?(?:€|Euro\b)", _euro),
    rule(rf"(\d+(?:,\d+)?)\s?({any_of(german.UNITS)})(?!\w)", _measured),
    rule(r"(\d+),(\d+)", _decimal),
    rule(r"\d+", lambda m: _number(m[0])),
    # What is left of symbols; a comma is the pause that a slash or dash stands for
    rule(r"\bund/oder\b", "und oder"),
    symbols(german.SYMBOLS),
    rule(r"\*+", ""),  # emphasis in the study's Markdown
    rule(r"\s*/\s*|\s+[–—·-]+\s+", ", "),
)
