"""English as it is spoken, where the voice gets the writing wrong; numbers it says right itself."""

import re

from kiosk.speech.rules import Rule, any_of, looked_up, rule

ABBREVIATIONS = {
    "i.e.": "that is",
    "e.g.": "for example",
    "approx.": "approximately",
    "incl.": "including",
    "min.": "minutes",
    "Tel.": "telephone",
}
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_ENDINGS = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}


def _date(match: re.Match[str]) -> str:
    """The day first, as in Britain and in the town."""
    day, month, year = int(match[1]), int(match[2]), match[3]
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return match[0]
    return f"{_ordinal(day)} of {MONTHS[month - 1]} {year}"


def _day(match: re.Match[str]) -> str:
    day = int(match[1])
    return f"{_ordinal(day)} of" if 1 <= day <= 31 else match[0]


def _ordinal(day: int) -> str:
    return f"{day}{_ENDINGS.get(day, 'th')}"


# In this order: each rule relies on what those above it have already put into words.
ENGLISH: tuple[Rule, ...] = (
    rule(rf"(?<!\w)({any_of(ABBREVIATIONS)})(?![^\W\d])", looked_up(ABBREVIATIONS)),
    rule(r"\bNo\.(?=\s?\d)", "number"),
    rule(
        r"(?<!\d)0\d{2,5}(?:\s?[/-]\s?|\s)\d{3,}(?:[ -]?\d+)*",
        lambda match: " ".join(re.findall(r"\d", match[0])),
    ),
    rule(r"(?<!\d)(\d{1,2})[./]\s?(\d{1,2})[./]\s?(\d{4})(?!\d)", _date),
    rule(rf"(?<!\d)(\d{{1,2}})(?=\s(?:{'|'.join(MONTHS)})\b)", _day),
    rule(r"(?<![\d.])(\d{1,2})\.(\d\d)(?=\s?(?:am|pm|a\.m\.|p\.m\.)(?!\w))", r"\1:\2"),
    rule(r"(?<=\d)\s?[-–]\s?(?=\d)", " to "),
    rule(r"€\s?(\d+)\.(\d\d)(?!\d)|(?<![\d.])(\d+)\.(\d\d)\s?€", r"\1\3 euros \2\4"),
    rule(r"€\s?(\d+)|(\d+)\s?€", r"\1\2 euros"),
    rule(r"\band/or\b", "and or"),
    rule(r"\*+", ""),  # emphasis in the study's Markdown
    rule(r"\s*/\s*|\s+[–—·-]+\s+|(?<=[a-z])–(?=[A-Z])", ", "),
)
