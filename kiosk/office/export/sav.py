"""The SPSS file: labels, levels of measurement and the missing range in it."""

from datetime import date
from pathlib import Path

import polars as pl
import pyreadstat
from pyreadstat.pyclasses import MissingRange

from kiosk.office.columns import Column, Holds
from kiosk.office.dataset import Dataset
from kiosk.study.codes import Missing

LONGEST_VARIABLE_LABEL = 256  # bytes, SPSS
LONGEST_VALUE_LABEL = 120  # bytes, SPSS
_UNDRAWN = (Missing.NOT_ASKED_FILTER, Missing.NOT_ASKED_DESIGN, Missing.NOT_REACHED)
_MISSING: MissingRange = {"lo": -99, "hi": -90}

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
# PSPP Developer's Guide, "System File Format", file header record: creation_date 9 bytes and
# creation_time 8 bytes follow 92 bytes of other fields.
_DATE_AT = 92


def write_sav(data: Dataset, path: Path, *, label: str, note: str, day: date) -> None:
    """Write the data set as an uncompressed .sav file.

    `label` is the file label (cut at 64 bytes), `note` the file's document (lines of at most 80
    bytes are made). Dates and times have SPSS's own formats, and are system-missing where there is
    none: a date cannot be -99, so the reason stands in the column beside it. The writer stamps the
    file with the clock; the stamp is replaced by `day` at 00:00:00, because the hour of an export
    is nobody's business and the same input has to give the same bytes.
    """
    columns = data.columns
    pyreadstat.write_sav(
        data.frame,
        path,
        file_label=cut(label, 64),
        note=_lines(note),
        column_labels={each.name: cut(each.label, LONGEST_VARIABLE_LABEL) for each in columns},
        variable_value_labels={
            each.name: {code: cut(text, LONGEST_VALUE_LABEL) for code, text in each.values.items()}
            for each in columns
            if each.values
        },
        missing_ranges={
            each.name: _missing(each)
            for each in columns
            if each.holds in (Holds.NUMBER, Holds.WORDS)
        },
        variable_measure={each.name: each.measure.value for each in columns},
        variable_format={
            each.name: _format(data.frame[each.name], each)
            for each in columns
            if each.holds is not Holds.WORDS
        },
        variable_display_width={
            each.name: 8 if each.holds is Holds.NUMBER else 20 for each in columns
        },
    )
    stamp = f"{day.day:02d} {_MONTHS[day.month - 1]} {day.year % 100:02d}00:00:00"
    with path.open("r+b") as file:
        file.seek(_DATE_AT)
        file.write(stamp.encode("ascii"))


def _missing(column: Column) -> list[int | float | str | MissingRange]:
    if column.holds is Holds.NUMBER:
        return [_MISSING]
    # Of words, SPSS takes three: those that a calculation can be missing for.
    return [str(int(code)) for code in _UNDRAWN]


_FORMATS = {Holds.DATE: "EDATE10", Holds.TIME: "TIME8", Holds.DATETIME: "DATETIME20"}
_MOST_DECIMALS = 6


def _format(series: pl.Series, column: Column) -> str:
    """ "F8.0" and so on: as many decimals as there are, at least two where there are any."""
    if column.holds in _FORMATS:
        return _FORMATS[column.holds]
    if series.dtype.is_integer():
        return "F8.0"
    decimals = max((len(repr(each).partition(".")[2]) for each in series), default=2)
    decimals = min(max(decimals, 2), _MOST_DECIMALS)
    return f"F{6 + decimals}.{decimals}"


def cut(text: str, limit: int) -> str:
    """The text in at most `limit` bytes of UTF-8, cut between characters, "…" where it was cut."""
    raw = text.encode()
    if len(raw) <= limit:
        return text
    return raw[: limit - len("…".encode())].decode(errors="ignore").rstrip() + "…"


def _lines(note: str) -> list[str]:
    """Lines of at most 80 bytes, broken between words: what a .sav document record holds."""
    lines: list[str] = []
    for word in note.split():
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and len(joined.encode()) <= 80:
            lines[-1] = joined
        else:
            lines.append(cut(word, 80))
    return lines
