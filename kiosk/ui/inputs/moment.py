"""A date or a time while a person enters it, part by part. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum


class Part(Enum):
    """What is asked one after the other; the values are the fields of :class:`Moment`."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    HOUR = "hour"
    MINUTE = "minute"


DATE_PARTS = (Part.DAY, Part.MONTH, Part.YEAR)
TIME_PARTS = (Part.HOUR, Part.MINUTE)

DIGITS = {Part.YEAR: 4, Part.MINUTE: 2}
"""Parts that may be typed, and how many digits make them whole."""

LEAP_YEAR = 2000

_DATE = re.compile(r"(\d{4})-(\d\d)-(\d\d)", re.ASCII)
_TIME = re.compile(r"(\d\d):(\d\d)(?::.*)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Moment:
    """The digits entered so far, "" for a part not begun: day "3", month "5", year "19"."""

    day: str = ""
    month: str = ""
    year: str = ""
    hour: str = ""
    minute: str = ""

    def text(self, part: Part) -> str:
        """The digits of `part`."""
        match part:
            case Part.DAY:
                return self.day
            case Part.MONTH:
                return self.month
            case Part.YEAR:
                return self.year
            case Part.HOUR:
                return self.hour
            case Part.MINUTE:
                return self.minute

    def has(self, part: Part) -> bool:
        """Whether `part` is whole."""
        return len(self.text(part)) >= DIGITS.get(part, 1)

    def given(self, part: Part, text: str) -> "Moment":
        """With other digits for `part`."""
        return replace(self, **{part.value: text})


def missing(moment: Moment, parts: Sequence[Part]) -> list[Part]:
    """The `parts` that are not whole."""
    return [part for part in parts if not moment.has(part)]


def impossible(moment: Moment, parts: Sequence[Part]) -> bool:
    """Whether no calendar has this date: 31 February, also before the year is known."""
    if Part.DAY not in parts or not (moment.day and moment.month):
        return False
    year = int(moment.year) if moment.has(Part.YEAR) else LEAP_YEAR
    try:
        date(year, int(moment.month), int(moment.day))
    except ValueError:
        return True
    return False


def value_of(moment: Moment, parts: Sequence[Part]) -> str:
    """The answer as :class:`kiosk.forms.view.Kind` writes it; "" unless whole and possible."""
    if missing(moment, parts) or impossible(moment, parts):
        return ""
    day = f"{moment.year}-{moment.month or '1':0>2}-{moment.day or '1':0>2}"
    time = f"{moment.hour:0>2}:{moment.minute}:00"
    dated, timed = Part.YEAR in parts, Part.HOUR in parts
    return f"{day}T{time}" if dated and timed else day if dated else time


def read_moment(value: str, parts: Sequence[Part]) -> Moment:
    """The parts of an answer; an empty Moment for "" and for what is no date or time.

    Seconds and a time zone, which a computed value may have, are left out.
    """
    moment = Moment()
    day, _, time = value.partition("T") if Part.YEAR in parts else ("", "", value)
    if Part.YEAR in parts:
        found = _DATE.fullmatch(day)
        if found is None:
            return Moment()
        for part, digits in zip((Part.YEAR, Part.MONTH, Part.DAY), found.groups(), strict=True):
            if part in parts:
                moment = moment.given(part, digits if part is Part.YEAR else digits.lstrip("0"))
    if Part.HOUR in parts:
        found = _TIME.fullmatch(time)
        if found is None:
            return Moment()
        hour, minute = found.groups()
        moment = replace(moment, hour=str(int(hour)), minute=minute)
    return moment
