"""The data set: one row per response, typed columns, nothing that names a person."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

import polars as pl

from kiosk.office.cells import Cell, extent_of, lanes
from kiosk.office.columns import (
    MISSING_CODES,
    Column,
    Extent,
    Holds,
    Measure,
    columns_of,
    usable,
)
from kiosk.office.errors import NotInCodebook
from kiosk.office.progress import Progress, silent
from kiosk.study.codebook import Option, Variable, VariableKind
from kiosk.study.codes import Missing
from kiosk.study.hand import Hand
from kiosk.study.instrument import instrument_codes, version_number
from kiosk.study.provenance import hands_of
from kiosk.study.response import Response, ResponseKind, Value

_ENDED = {ResponseKind.COMPLETE: 0, ResponseKind.PARTIAL: 1, ResponseKind.INTERRUPTED: 2}
_MODES = {1: "allein", 2: "teils mit Hilfe", 3: "teils getippt"}
_SHARES = {0: "keine", 1: "bis zur Hälfte", 2: "mehr als die Hälfte"}
_NO_ANSWER = MISSING_CODES - {"-99", "-98", "-91"}
"""Missing codes that nobody tapped."""
_ROWS_PER_STEP = 250


@dataclass(frozen=True, slots=True)
class OpenText:
    """An open answer, cut loose from its row: variable, instrument letter, text."""

    variable: str
    instrument: str
    text: str


@dataclass(frozen=True, slots=True)
class SetAside:
    """A response that holds a value the codebook does not know, and which variable holds it."""

    response: Response
    variable: str


@dataclass(frozen=True, slots=True)
class Dataset:
    """`frame` has one column per entry of `columns`, of the type its `holds` says.

    Numbers are Int64, with decimals Float64. Every cell is a value or a missing code; only a
    missing date or time is null, because no date can be -99, and the column beside it says why.
    Rows are in the order of the sealed, random response id, which no carrier or terminal shows,
    so a row cannot be traced to its envelope; the same responses give the same rows in the same
    order. `texts` is sorted by the texts' SHA-256. `aside` are the responses left out.
    """

    columns: tuple[Column, ...]
    frame: pl.DataFrame
    texts: tuple[OpenText, ...]
    variables: tuple[Variable, ...]
    extent: Extent
    aside: tuple[SetAside, ...] = ()

    @property
    def rows(self) -> int:
        """Number of responses."""
        return self.frame.height


def dataset(
    responses: Sequence[Response], variables: Sequence[Variable], progress: Progress = silent
) -> Dataset:
    """Lay the responses out by the codebook.

    A response that holds a value the codebook does not know is set aside, whole.
    """
    variables = usable(variables)
    ordered = sorted(responses, key=lambda each: (each.response_id, each.envelope_id))
    instruments = instrument_codes(form for variable in variables for form in variable.forms)
    extent = extent_of(ordered, variables)
    columns = columns_of(variables, extent)
    known = lanes(columns, extent)
    asked = frozenset(v.name for v in variables if v.kind is not VariableKind.DERIVED)
    rows: list[tuple[Response, list[Cell]]] = []
    aside: list[SetAside] = []
    for number, response in enumerate(ordered):
        if number % _ROWS_PER_STEP == 0:
            progress(number, len(ordered), "Antworten einordnen")
        try:
            row: list[Cell] = [*_always_values(response, instruments, asked).values()]
            for lane in known:
                row += lane.cells(value_of(lane.variable, response), response)
        except NotInCodebook as error:
            aside.append(SetAside(response, error.variable))
        else:
            rows.append((response, row))
    progress(len(ordered), len(ordered), "Antworten einordnen")
    kept = [response for response, _row in rows]
    always = _always(kept, instruments)
    typed = [
        _typed(column, [row[place] for _response, row in rows])
        for place, column in enumerate((*always, *columns))
    ]
    texts = [text for response in kept for text in _texts(response, variables)]
    return Dataset(
        columns=tuple(column for column, _series in typed),
        frame=pl.DataFrame([series for _column, series in typed]),
        texts=tuple(sorted(texts, key=lambda each: sha256(each.text.encode()).digest())),
        variables=variables,
        extent=extent,
        aside=tuple(aside),
    )


def value_of(variable: Variable, response: Response) -> Value:
    """The response's value, or the missing code that says why there is none.

    A form that does not ask the variable leaves it out (-96); a broken-off interview leaves out
    what it did not reach (-94); a draw leaves out what it did not draw (-97); whatever else is
    left out was passed over (-95).
    """
    if variable.name in response.answers:
        return response.answers[variable.name]
    if variable.forms and response.header.form not in variable.forms:
        return str(int(Missing.NOT_ASKED_DESIGN))
    if response.kind is not ResponseKind.COMPLETE:
        return str(int(Missing.NOT_REACHED))
    derived = variable.kind is VariableKind.DERIVED
    return str(int(Missing.NOT_ASKED_FILTER if derived else Missing.SKIPPED))


def _texts(response: Response, variables: Sequence[Variable]) -> list[OpenText]:
    found: list[OpenText] = []
    for variable in variables:
        if variable.kind is not VariableKind.TEXT:
            continue
        value = response.answers.get(variable.name, "")
        # Without the entry of a repeat: in a small group it would lead back to the person.
        for text in value.values() if isinstance(value, dict) else (value,):
            if text.strip() and text not in MISSING_CODES:
                found.append(OpenText(variable.name, response.header.form, text))
    return found


_DTYPES: Mapping[Holds, type[pl.DataType]] = {
    Holds.DATE: pl.Date,
    Holds.TIME: pl.Time,
    Holds.DATETIME: pl.Datetime,
    Holds.WORDS: pl.String,
}
_FIGURE = re.compile(r"-?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,15})?")


def _typed(column: Column, cells: list[Cell]) -> tuple[Column, pl.Series]:
    """The column with what its cells are: what is calculated may be numbers or words."""
    kinds = set(map(type, cells))
    if str in kinds:
        texts = [str(cell) for cell in cells]
        if not all(_FIGURE.fullmatch(text) for text in texts):
            worded = replace(column, holds=Holds.WORDS, measure=Measure.NOMINAL, values={})
            return worded, pl.Series(column.name, texts, dtype=pl.String)
        cells = [int(text) if "." not in text else float(text) for text in texts]
        kinds = set(map(type, cells))
    if column.holds is not Holds.NUMBER:
        return column, pl.Series(column.name, cells, dtype=_DTYPES[column.holds])
    dtype = pl.Float64 if float in kinds else pl.Int64
    return column, pl.Series(column.name, cells, dtype=dtype, strict=False)


def _always(responses: Sequence[Response], instruments: Mapping[str, int]) -> tuple[Column, ...]:
    """The variables every export has (analysis plan F.2), as far as a response carries them."""
    versions = {_version(each.header.form_version): each.header.form_version for each in responses}
    weeks = {_week(each.header.week): each.header.week for each in responses}
    letters = {code: form for form, code in instruments.items()}
    german = {1: "Deutsch", 2: "andere"}
    ended = {0: "nein", 1: "ja, abgebrochen", 2: "ja, unterbrochen (Strom oder Absturz)"}
    rows: tuple[tuple[str, str, Mapping[int, str], Measure], ...] = (
        ("WELLE", "Erhebungswelle", {}, Measure.ORDINAL),
        ("INSTR", "Instrument", letters, Measure.NOMINAL),
        ("INSTR_VER", "Version des Instruments", versions, Measure.ORDINAL),
        ("KW", "Kalenderwoche (ISO 8601) des Interviews", weeks, Measure.ORDINAL),
        ("SPRACHE2", "Sprache des Interviews", german, Measure.NOMINAL),
        ("VORLESEN", "Vorlesen am Anfang eingeschaltet", {0: "nein", 1: "ja"}, Measure.NOMINAL),
        ("ABBRUCH", "Interview abgebrochen", ended, Measure.NOMINAL),
        ("MODUS", "Wer geantwortet hat", _MODES, Measure.NOMINAL),
        ("MODUS_ANT", "Antworten mit Hilfe oder getippt", _SHARES, Measure.ORDINAL),
    )
    return tuple(
        Column(
            name=name,
            label=label,
            values=dict(values),
            measure=measure,
            variable=Variable(
                name=name,
                wording=label,
                kind=VariableKind.DERIVED,
                options=tuple(Option(str(code), text) for code, text in values.items()),
            ),
        )
        for name, label, values, measure in rows
    )


def _always_values(
    response: Response, instruments: Mapping[str, int], asked: frozenset[str]
) -> dict[str, int]:
    header = response.header
    return {
        "WELLE": header.wave,
        "INSTR": _instrument(header.form, instruments),
        "INSTR_VER": _version(header.form_version),
        "KW": _week(header.week),
        "SPRACHE2": 1 if header.language.split("-")[0] == "de" else 2,
        "VORLESEN": header.read_aloud,
        "ABBRUCH": _ENDED[response.kind],
        "MODUS": _mode(response),
        "MODUS_ANT": _share(response, asked),
    }


def _mode(response: Response) -> int:
    hands = set(hands_of(response))
    return 3 if Hand.PROXY in hands else 2 if hands else 1


def _share(response: Response, asked: frozenset[str]) -> int:
    """In three classes: an exact share would be one more trait to know somebody by."""
    helped = sum(1 for _hand in hands_of(response))
    given = sum(
        value not in _NO_ANSWER
        for name, each in response.answers.items()
        if name in asked
        for value in (each.values() if isinstance(each, dict) else (each,))
    )
    return 0 if not helped else 1 if 2 * helped <= given else 2


def _instrument(form: str, instruments: Mapping[str, int]) -> int:
    if form not in instruments:
        raise NotInCodebook("INSTR")
    return instruments[form]


def _version(text: str) -> int:
    try:
        return version_number(text)
    except ValueError as error:
        raise NotInCodebook("INSTR_VER") from error


def _week(text: str) -> int:
    """An ISO week as a number: "2026-W47" is 202647."""
    year, _, week = text.partition("-W")
    if not (year.isdecimal() and week.isdecimal()):
        raise NotInCodebook("KW")
    return 100 * int(year) + int(week)
