"""Comma-separated files as German Excel opens them without a question (analysis plan F.2)."""

from collections.abc import Mapping, Sequence
from io import BytesIO

import polars as pl

from kiosk.office.dataset import Dataset
from kiosk.office.disclosure import Suppression

_FORMULA = tuple("=+-@\t\r＝＋－＠")
"""What Excel, LibreOffice and their Asian input methods take for the start of a formula
(OWASP, CSV Injection)."""


def codes_csv(data: Dataset) -> bytes:
    """Every cell as its code."""
    return _csv(data.frame)


def labels_csv(data: Dataset) -> bytes:
    """Every cell as the text of its code; numbers without a text stay numbers."""
    texts = [_texts(data.frame[column.name], column.values) for column in data.columns]
    return _csv(pl.DataFrame(texts))


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
    )
    return out.getvalue()
