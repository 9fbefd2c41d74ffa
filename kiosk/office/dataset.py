"""The data set: one row per response, typed columns, nothing that names a person."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from math import isfinite

import polars as pl

from kiosk.office.columns import (
    MISSING_CODES,
    Column,
    Measure,
    Part,
    columns_of,
    places_of,
    substantive,
    usable,
)
from kiosk.office.errors import NotInCodebook
from kiosk.office.progress import Progress, silent
from kiosk.study.codebook import Option, Variable, VariableKind
from kiosk.study.codes import Missing
from kiosk.study.instrument import INSTRUMENTS, version_number
from kiosk.study.response import Response, ResponseKind, Value

_ENDED = {ResponseKind.COMPLETE: 0, ResponseKind.PARTIAL: 1, ResponseKind.INTERRUPTED: 2}
_ROWS_PER_STEP = 250


@dataclass(frozen=True, slots=True)
class OpenText:
    """An open answer, cut loose from its row: variable, instrument letter, text."""

    variable: str
    instrument: str
    text: str


@dataclass(frozen=True, slots=True)
class Dataset:
    """`frame` has one Int64 (numbers with decimals: Float64) column per entry of `columns`.

    Never a null: every cell is a value or a missing code. Rows are in the order of the sealed,
    random response id, which no carrier or terminal shows, so a row cannot be traced to its
    envelope; the same responses give the same rows in the same order. `texts` is sorted by the
    texts' SHA-256.
    """

    columns: tuple[Column, ...]
    frame: pl.DataFrame
    texts: tuple[OpenText, ...]
    variables: tuple[Variable, ...]

    @property
    def rows(self) -> int:
        """Number of responses."""
        return self.frame.height


def dataset(
    responses: Sequence[Response], variables: Sequence[Variable], progress: Progress = silent
) -> Dataset:
    """Lay the responses out by the codebook.

    Raises NotInCodebook naming the variable (never the value) when a response holds a value the
    codebook does not know.
    """
    variables = usable(variables)
    ordered = sorted(responses, key=lambda each: (each.response_id, each.envelope_id))
    always = _always(ordered)
    columns = columns_of(variables)
    cells: dict[str, list[int | float]] = {column.name: [] for column in (*always, *columns)}
    lanes = _lanes(columns)
    texts: list[OpenText] = []
    for number, response in enumerate(ordered):
        if number % _ROWS_PER_STEP == 0:
            progress(number, len(ordered), "Antworten einordnen")
        for name, value in _always_values(response).items():
            cells[name].append(value)
        for lane in lanes:
            row = lane.cells(value_of(lane.variable, response))
            for column, cell in zip(lane.columns, row, strict=True):
                cells[column.name].append(cell)
        texts.extend(_texts(response, variables))
    progress(len(ordered), len(ordered), "Antworten einordnen")
    return Dataset(
        columns=(*always, *columns),
        frame=pl.DataFrame([_series(name, values) for name, values in cells.items()]),
        texts=tuple(sorted(texts, key=lambda each: sha256(each.text.encode()).digest())),
        variables=variables,
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


@dataclass(frozen=True, slots=True)
class _Lane:
    """A variable with its columns and the codes they know, looked up once for all responses."""

    variable: Variable
    columns: tuple[Column, ...]
    known: Mapping[str, int]  # code as authored -> its place; for closed questions and draws
    draws: bool

    def cells(self, value: Value) -> Sequence[int | float]:
        """One cell per column."""
        if isinstance(value, dict):
            return self._items(value)
        if value in MISSING_CODES:
            return [int(value)] * len(self.columns)
        if value == "":
            return [int(self._empty)] * len(self.columns)
        if self.columns[0].part is Part.CHOICE:
            chosen = self._codes(value)
            return [int(column.key in chosen) for column in self.columns]
        if self.columns[0].part is Part.PLACE:
            drawn = [self.known[code] + 1 for code in self._codes(value)]
            rest = [int(Missing.NOT_ASKED_FILTER)] * len(self.columns)
            return [*drawn, *rest][: len(self.columns)]
        if self.columns[0].part is Part.ITEM:
            raise NotInCodebook(self.variable.name)
        if self.draws:
            return [self.known[self._codes(value)[0]] + 1]
        return [self._number(value)]

    @property
    def _empty(self) -> Missing:
        """What no value means: nothing was drawn, or the question was passed over."""
        derived = self.variable.kind is VariableKind.DERIVED
        return Missing.NOT_ASKED_FILTER if derived else Missing.SKIPPED

    def _items(self, values: Mapping[str, str]) -> Sequence[int | float]:
        items = [column.key for column in self.columns if column.part is Part.ITEM]
        if not values.keys() <= set(items):
            raise NotInCodebook(self.variable.name)
        return [
            int(Missing.NOT_ASKED_FILTER) if item not in values else self._item(values[item])
            for item in items
        ]

    def _item(self, value: str) -> int | float:
        return int(Missing.SKIPPED) if value == "" else self._number(value)

    def _codes(self, value: str) -> list[str]:
        codes = value.split()
        if not self.known.keys() >= set(codes):
            raise NotInCodebook(self.variable.name)
        return codes

    def _number(self, value: str) -> int | float:
        if value in MISSING_CODES:
            return int(value)
        if self.known and value not in self.known:
            raise NotInCodebook(self.variable.name)
        try:
            number = float(value)
        except ValueError as error:
            raise NotInCodebook(self.variable.name) from error
        if not isfinite(number):
            raise NotInCodebook(self.variable.name)
        return int(number) if number.is_integer() else number


def _lanes(columns: Sequence[Column]) -> list[_Lane]:
    grouped: dict[str, list[Column]] = {}
    for column in columns:
        grouped.setdefault(column.variable.name, []).append(column)
    lanes = []
    for group in grouped.values():
        variable = group[0].variable
        drawn = places_of(variable)
        closed = () if variable.kind is VariableKind.NUMBER else substantive(variable)
        known = {option.code: place for place, option in enumerate(drawn or closed)}
        lanes.append(_Lane(variable, tuple(group), known, bool(drawn)))
    return lanes


def _texts(response: Response, variables: Sequence[Variable]) -> list[OpenText]:
    found: list[OpenText] = []
    for variable in variables:
        if variable.kind is not VariableKind.TEXT:
            continue
        value = response.answers.get(variable.name, "")
        if isinstance(value, str) and value.strip() and value not in MISSING_CODES:
            found.append(OpenText(variable.name, response.header.form, value))
    return found


def _series(name: str, values: list[int | float]) -> pl.Series:
    whole = all(isinstance(value, int) for value in values)
    return pl.Series(name, values, dtype=pl.Int64 if whole else pl.Float64, strict=False)


def _always(responses: Sequence[Response]) -> tuple[Column, ...]:
    """The variables every export has (analysis plan F.2), as far as a response carries them."""
    versions = {_version(each.header.form_version): each.header.form_version for each in responses}
    weeks = {_week(each.header.week): each.header.week for each in responses}
    letters = dict(enumerate(INSTRUMENTS, start=1))
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


def _always_values(response: Response) -> dict[str, int]:
    header = response.header
    return {
        "WELLE": header.wave,
        "INSTR": _instrument(header.form),
        "INSTR_VER": _version(header.form_version),
        "KW": _week(header.week),
        "SPRACHE2": 1 if header.language.split("-")[0] == "de" else 2,
        "VORLESEN": header.read_aloud,
        "ABBRUCH": _ENDED[response.kind],
    }


def _instrument(form: str) -> int:
    if form not in INSTRUMENTS:
        raise NotInCodebook("INSTR")
    return INSTRUMENTS.index(form) + 1


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
