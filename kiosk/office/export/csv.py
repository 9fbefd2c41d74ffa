"""Comma-separated files as German Excel opens them without a question (analysis plan F.2)."""

from collections.abc import Mapping, Sequence
from io import BytesIO

import polars as pl

from kiosk.office.columns import (
    MISSING_CODES,
    MISSING_LABELS,
    Column,
    Extent,
    Holds,
    Part,
    numbers_of,
    options_of,
)
from kiosk.office.dataset import Dataset
from kiosk.office.disclosure import Suppression

_FORMULA = tuple("=+-@\t\r＝＋－＠")
"""What Excel, LibreOffice and their Asian input methods take for the start of a formula
(OWASP, CSV Injection)."""


def codes_csv(data: Dataset) -> bytes:
    """Every cell as its code."""
    worded = [_words(data.frame[each.name]) for each in data.columns if each.holds is Holds.WORDS]
    return _csv(data.frame.with_columns(worded))


def labels_csv(data: Dataset) -> bytes:
    """Every cell as the text of its code; numbers without a text stay numbers."""
    return _csv(pl.DataFrame([_labelled(data.frame[each.name], each) for each in data.columns]))


def codebook_csv(data: Dataset) -> bytes:
    """Every column with its label, and every code it can hold with what it means.

    `ANTWORT` is the code as the questionnaire has it, where the data file has a number instead.
    """
    rows = [row for column in data.columns for row in _coded(column, data.extent)]
    names = ("SPALTE", "VARIABLE", "GEFRAGT_IN", "TEXT", "INHALT", "CODE", "ANTWORT", "BEDEUTUNG")
    return _csv(pl.DataFrame(rows, schema=dict.fromkeys(names, pl.String), orient="row"))


def open_csv(data: Dataset) -> bytes:
    """The open answers with nothing beside them but the instrument, and a column to code in."""
    return _csv(
        pl.DataFrame(
            {
                "VARIABLE": [each.variable for each in data.texts],
                "INSTR": [each.instrument for each in data.texts],
                "TEXT": [guarded(each.text) for each in data.texts],
                "CODE": ["" for _ in data.texts],
            },
            schema=dict.fromkeys(("VARIABLE", "INSTR", "TEXT", "CODE"), pl.String),
        )
    )


def suppression_csv(log: Sequence[Suppression]) -> bytes:
    """What the report hides and why (analysis plan C.9.7); no count in it."""
    rows = [(each.variable, each.item, each.cell, each.reason.value) for each in log]
    names = ("VARIABLE", "ZEILE", "ANTWORT", "GRUND")
    return _csv(pl.DataFrame(rows, schema=dict.fromkeys(names, pl.String), orient="row"))


def guarded(text: str) -> str:
    """The text so that no spreadsheet takes it for a formula, and without control characters.

    An apostrophe goes before whatever begins like a formula, blanks before it or not.
    """
    plain = "".join(sign if sign in "\t\n\r" or ord(sign) >= 32 else " " for sign in text)
    plain = plain.replace("\x7f", " ")
    risky = plain.startswith(_FORMULA) or plain.lstrip().startswith(_FORMULA)
    return f"'{plain}" if risky else plain


def _coded(column: Column, extent: Extent) -> Sequence[tuple[str, ...]]:
    numbers = numbers_of(options_of(column.variable, extent))
    authored = {number: code for code, number in numbers.items()}
    chosen = column.part in (Part.WHOLE, Part.MENTION)
    start = (
        column.name,
        column.variable.name,
        " ".join(column.variable.forms),
        guarded(column.label),
        column.holds.value,
    )
    if column.part is Part.MENTION and column.key != "1":
        return [(*start, "", "", "Codes wie bei der 1. Nennung")]
    rows = [
        (*start, str(code), guarded(authored.get(code, "")) if chosen else "", guarded(text))
        for code, text in column.values.items()
    ]
    return rows or [(*start, "", "", "")]


def _words(series: pl.Series) -> pl.Series:
    texts = [text if text in MISSING_CODES else guarded(text) for text in series]
    return pl.Series(series.name, texts, dtype=pl.String)


_GERMAN = {
    Holds.DATE: "%d.%m.%Y",
    Holds.TIME: "%H:%M:%S",
    Holds.DATETIME: "%d.%m.%Y %H:%M:%S",
}


def _labelled(series: pl.Series, column: Column) -> pl.Series:
    if column.holds in _GERMAN:
        return series.dt.strftime(_GERMAN[column.holds])
    if column.holds is Holds.WORDS:
        labels = {str(code): text for code, text in MISSING_LABELS.items()}
        texts = [labels.get(text) or guarded(text) for text in series]
        return pl.Series(series.name, texts, dtype=pl.String)
    return _texts(series, column.values)


def _texts(series: pl.Series, values: Mapping[int, str]) -> pl.Series:
    if not set(series.unique().to_list()) & values.keys():
        return series
    shown = {code: guarded(text) for code, text in values.items()}
    text = series.replace_strict(
        list(shown), list(shown.values()), default=None, return_dtype=pl.String
    )
    # A scale with labelled missing codes keeps its figures, with a German comma, as text.
    figures = series.cast(pl.String).str.replace(".", ",", literal=True)
    return text.fill_null(figures).alias(series.name)


def _csv(frame: pl.DataFrame) -> bytes:
    out = BytesIO()
    frame.write_csv(
        out,
        separator=";",
        decimal_comma=True,
        include_bom=True,
        line_terminator="\r\n",
        quote_style="non_numeric",
        date_format="%Y-%m-%d",
        time_format="%H:%M:%S",
        datetime_format="%Y-%m-%dT%H:%M:%S",
    )
    return out.getvalue()
