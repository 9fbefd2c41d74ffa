"""What a calculated value becomes in a node, by the node's data type."""

import math
from datetime import UTC, date, datetime

from kiosk.forms.form import DataType
from kiosk.forms.xpath.moments import day_after_epoch, instant_after_epoch, moment
from kiosk.forms.xpath.values import Value, to_string


def stored(value: Value, kind: DataType) -> str:
    """The text of a value in a node of type `kind`; "" for what is no number (NaN).

    As ODK stores it: whole numbers are cut towards zero; a number in a date or dateTime counts
    days since 1970-01-01, so that "today() + 7" is a day.
    """
    if isinstance(value, float) and not isinstance(value, bool):
        if not math.isfinite(value):
            return ""
        match kind:
            case DataType.INTEGER:
                return str(math.trunc(value))
            case DataType.DATE:
                day = day_after_epoch(value)
                return day.isoformat() if day is not None else ""
            case DataType.DATETIME:
                instant = instant_after_epoch(value, UTC)
                return _clock(instant.isoformat()) if instant is not None else ""
    text = to_string(value)
    match kind:
        case DataType.DATE:
            read = moment(text)
            if isinstance(read, datetime):
                return read.date().isoformat()
            return text if isinstance(read, date) else ""
        case DataType.DATETIME:
            return _clock(text)
    return text


def _clock(text: str) -> str:
    """To the second and without an offset, as people answer: a kiosk stands in one place."""
    read = moment(text)
    if isinstance(read, datetime):
        return read.replace(tzinfo=None).isoformat(timespec="seconds")
    return f"{text}T00:00:00" if isinstance(read, date) else ""
