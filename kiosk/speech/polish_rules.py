"""Polish as it is spoken, where the voice gets the writing wrong; numbers it says right itself."""

import re

from kiosk.speech.rules import Rule, any_of, looked_up, rule

ABBREVIATIONS = {
    "m.in.": "między innymi",
    "m. in.": "między innymi",
    "ul.": "ulica",
    "pl.": "plac",
    "tel.": "telefon",
    "tzw.": "tak zwany",
    "ok.": "około",
    "godz.": "godzina",
}
MONTHS = (
    "stycznia", "lutego", "marca", "kwietnia", "maja", "czerwca", "lipca", "sierpnia", "września",
    "października", "listopada", "grudnia",
)  # fmt: skip
_ONES = (
    "pierwszego", "drugiego", "trzeciego", "czwartego", "piątego", "szóstego", "siódmego",
    "ósmego", "dziewiątego",
)  # fmt: skip
_TEENS = (
    "dziesiątego", "jedenastego", "dwunastego", "trzynastego", "czternastego", "piętnastego",
    "szesnastego", "siedemnastego", "osiemnastego", "dziewiętnastego",
)  # fmt: skip
DAYS = (
    *_ONES,
    *_TEENS,
    "dwudziestego",
    *(f"dwudziestego {one}" for one in _ONES),
    "trzydziestego",
    "trzydziestego pierwszego",
)
"""The days of a month in the genitive, as dates are said."""


def _date(match: re.Match[str]) -> str:
    day, month, year = int(match[1]), int(match[2]), match[3]
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return match[0]
    return f"{DAYS[day - 1]} {MONTHS[month - 1]} {year}"


def _day(match: re.Match[str]) -> str:
    day = int(match[1])
    return DAYS[day - 1] if 1 <= day <= 31 else match[0]


# In this order: each rule relies on what those above it have already put into words.
POLISH: tuple[Rule, ...] = (
    rule(r"\bo\s+godz\.", "o godzinie"),
    rule(rf"(?<!\w)({any_of(ABBREVIATIONS)})(?![^\W\d])", looked_up(ABBREVIATIONS)),
    rule(r"\b[Nn]r\.?(?=\s?\d)", "numer "),
    rule(
        r"(?<!\d)0\d{2,5}(?:\s?[/-]\s?|\s)\d{3,}(?:[ -]?\d+)*",
        lambda match: " ".join(re.findall(r"\d", match[0])),
    ),
    rule(r"(?<!\d)(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?!\d)", _date),
    rule(rf"(?<!\d)(\d{{1,2}})(?=\s(?:{'|'.join(MONTHS)})\b)", _day),
    rule(r"(?<=\d)\s?[-–]\s?(?=\d)", " do "),
    rule(r"(?<![\d,])(\d+),(\d\d)\s?zł\b", r"\1 złotych \2 groszy"),
    rule(r"(?<![\d,])(\d+),(\d\d)\s?€", r"\1 euro \2 centów"),
    rule(r"(?<=\d)\s?zł\b", " złotych"),
    rule(r"(?<=\d)\s?€", " euro"),
    rule(r"\*+", ""),  # emphasis in the study's Markdown
    rule(r"\s*/\s*|\s+[–—·-]+\s+", ", "),
)
