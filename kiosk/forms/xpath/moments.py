"""Dates, times and dateTimes as ODK writes them into answers, and what they are as numbers."""

import math
import re
from datetime import UTC, date, datetime, time, timedelta, timezone

# XForms dates, xsd:date and xsd:dateTime without years beyond four digits; ODK and Enketo read one
# digit for month and day as well.
_DATE = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:T(.+))?\Z", re.ASCII)
_TIME = re.compile(
    r"(\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|[+-]\d{2}(?::?\d{2})?)?\Z", re.ASCII
)
_EPOCH = date(1970, 1, 1).toordinal()
_EPOCH_START = datetime(1970, 1, 1, tzinfo=UTC)
_DAY = timedelta(days=1)

Moment = date | datetime | time


def looks_like_moment(text: str) -> bool:
    """Whether `text` is worth a closer look: cheap, and true for every date, time and dateTime."""
    return text[4:5] == "-" or ":" in text[1:3]


def moment(text: str) -> Moment | None:
    """The date ("2026-11-22"), dateTime ("…T10:00:00.000+01:00") or time a text is, or None."""
    if not looks_like_moment(text):
        return None
    dated = _DATE.match(text)
    if dated is None:
        return _time(text)
    try:
        day = date(int(dated[1]), int(dated[2]), int(dated[3]))
    except ValueError:
        return None
    if dated[4] is None:
        return day
    clock = _time(dated[4])
    return None if clock is None else datetime.combine(day, clock)


def days(text: str) -> float:
    """A date or dateTime as days since 1970-01-01 UTC, a time as part of a day; else NaN.

    ODK XForms, number(): a date is a whole number whatever the time zone, a dateTime counts with
    its UTC offset (without one as UTC). A time counts as it is written: noon is 0.5.
    """
    read = moment(text)
    return math.nan if read is None else moment_days(read)


def moment_days(read: Moment) -> float:
    """What :func:`days` says of a text already read."""
    if isinstance(read, datetime):
        aware = read if read.tzinfo is not None else read.replace(tzinfo=UTC)
        return (aware - _EPOCH_START) / _DAY
    if isinstance(read, date):
        return float(read.toordinal() - _EPOCH)
    return day_part(read)


def day_part(clock: time) -> float:
    """The part of its day that has passed at a time of day, in [0, 1)."""
    seconds = (clock.hour * 60 + clock.minute) * 60 + clock.second + clock.microsecond / 1e6
    return seconds / 86400


def same_moment(left: str, right: str) -> bool:
    """Whether two texts name the same moment, a date standing for its midnight UTC."""
    first, second = moment(left), moment(right)
    if first is None or second is None or isinstance(first, time) != isinstance(second, time):
        return False
    return moment_days(first) == moment_days(second)


def day_after_epoch(count: float) -> date | None:
    """The date `count` whole days after 1970-01-01; None beyond the years 1 to 9999."""
    if not abs(count) < 4e6:
        return None
    ordinal = _EPOCH + math.trunc(count)
    return date.fromordinal(ordinal) if 1 <= ordinal <= date.max.toordinal() else None


def instant_after_epoch(count: float, zone: timezone) -> datetime | None:
    """The instant `count` days after 1970-01-01 UTC, on a clock in `zone`; None out of range."""
    if not abs(count) < 4e6:
        return None
    try:
        # Milliseconds are what ODK writes; a float of days cannot tell more apart.
        moved = _EPOCH_START + timedelta(milliseconds=round(count * 86_400_000))
        return moved.astimezone(zone)
    except OverflowError:
        return None


def _time(text: str) -> time | None:
    read = _TIME.match(text)
    if read is None:
        return None
    hour, minute, second, fraction, zone = read.groups()
    try:
        return time(
            int(hour),
            int(minute),
            int(second or 0),
            int((fraction or "0").ljust(6, "0")[:6]),
            _zone(zone),
        )
    except ValueError:
        return None


def _zone(text: str | None) -> timezone | None:
    """Raises ValueError for an offset of a day or more."""
    if text is None:
        return None
    if text == "Z":
        return UTC
    minutes = int(text[1:3]) * 60 + int(text[3:].removeprefix(":") or 0)
    return timezone(timedelta(minutes=-minutes if text[0] == "-" else minutes))
