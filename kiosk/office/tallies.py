"""Counting: how often each answer of each question was given, and why the others gave none."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time

import polars as pl

from kiosk.office.columns import MOMENTS, Column, Part, entries_of, numbers_of, options_of
from kiosk.office.dataset import Dataset
from kiosk.study.codebook import Option, Variable, VariableKind
from kiosk.study.codes import LABELS_DE, Missing

NOT_ASKED = (Missing.NOT_ASKED_FILTER, Missing.NOT_ASKED_DESIGN, Missing.NOT_REACHED)


@dataclass(frozen=True, slots=True)
class Tally:
    """The unmasked counts of one question, or of one entry of a repeat: for the office only.

    `counts[i]` persons gave `options[i]`, of a ranking on the first place; `valid` persons gave
    any answer in substance; with one answer each the counts add up to `valid`. `missing` counts
    the others by code, no zeros. `places[i]` is the mean place of `options[i]` in a ranking.
    `values` are a number's, date's or time's valid answers, sorted: numbers, days since
    1 January of the year 1 (day 1), seconds since midnight, or seconds since 1 January 1970.
    """

    options: tuple[Option, ...]
    counts: tuple[int, ...]
    valid: int
    missing: Mapping[Missing, int]
    item: Option | None = None
    places: tuple[float | None, ...] = ()
    values: tuple[float, ...] = ()

    @property
    def asked(self) -> int:
        """Persons who saw the question."""
        return self.valid + sum(
            count for code, count in self.missing.items() if code not in NOT_ASKED
        )


@dataclass(frozen=True, slots=True)
class Question:
    """A question with its tallies: one, or one per item of a loop; `texts` for open answers."""

    variable: Variable
    tallies: tuple[Tally, ...] = ()
    texts: int = 0
    note: str = ""  # what has to be said below it, in German

    def missing_label(self, code: Missing) -> str:
        """How the missing answer was offered, or what its code stands for."""
        for option in self.variable.options:
            if option.code == str(int(code)):
                return option.label
        return LABELS_DE[code]


MEASURED = (VariableKind.NUMBER, *MOMENTS)
"""Kinds whose answers are measured and not counted one by one."""


def questions(data: Dataset) -> tuple[Question, ...]:
    """Every question of the data set in the codebook's order; derived variables are none."""
    columns: dict[str, list[Column]] = {}
    for column in data.columns:
        columns.setdefault(column.variable.name, []).append(column)
    return tuple(
        _question(data, variable, columns.get(variable.name, ()))
        for variable in data.variables
        if variable.kind is not VariableKind.DERIVED
    )


def tally_of(data: Dataset, name: str) -> Tally | None:
    """The tally of the one-column variable `name`; None when there is none with options."""
    for column in data.columns:
        if column.variable.name == name and column.part is Part.WHOLE and column.variable.options:
            return _single(data, [column], column.variable)
    return None


def _question(data: Dataset, variable: Variable, columns: Sequence[Column]) -> Question:
    if variable.kind is VariableKind.TEXT:
        return Question(variable, texts=sum(text.variable == variable.name for text in data.texts))
    if not columns:  # a choice among entries that nobody made
        return Question(variable, (Tally((), (), 0, {}),))
    tally = _tallying(variable)
    by_entry: dict[str, list[Column]] = {}
    for column in columns:
        by_entry.setdefault(column.entry, []).append(column)
    entries = entries_of(variable, data.extent)
    if not entries:
        return Question(variable, (tally(data, columns, variable),))
    return Question(
        variable,
        tuple(
            replace(tally(data, by_entry[entry.code], variable), item=entry) for entry in entries
        ),
    )


def _tallying(variable: Variable) -> Callable[[Dataset, Sequence[Column], Variable], Tally]:
    if variable.kind in MEASURED:
        return lambda data, columns, _variable: _measured(data, columns)
    several = {VariableKind.MULTIPLE: _multiple, VariableKind.RANK: _ranked}
    return several.get(variable.kind, _single)


def _single(data: Dataset, columns: Sequence[Column], variable: Variable) -> Tally:
    options = options_of(variable, data.extent)
    numbers = numbers_of(options)
    series = data.frame[columns[0].name]
    counts = _counts(series)
    given = tuple(counts.get(numbers[option.code], 0) for option in options)
    return Tally(options, given, sum(given), _missing(series))


def _multiple(data: Dataset, columns: Sequence[Column], variable: Variable) -> Tally:
    options = options_of(variable, data.extent)
    # A missing code stands in every column of the question, so the first one knows them all.
    missing = _missing(data.frame[columns[0].name])
    return Tally(
        options=options,
        counts=_mentioned(data, columns, options),
        valid=data.rows - sum(missing.values()),
        missing=missing,
    )


def _mentioned(
    data: Dataset, columns: Sequence[Column], options: Sequence[Option]
) -> tuple[int, ...]:
    if columns[0].part is Part.CHOICE:
        return tuple(_counts(data.frame[column.name]).get(1, 0) for column in columns)
    numbers = numbers_of(options)
    total: Counter[int] = Counter()
    for column in columns:
        total.update(_counts(data.frame[column.name]))
    return tuple(total[numbers[option.code]] for option in options)


def _ranked(data: Dataset, columns: Sequence[Column], variable: Variable) -> Tally:
    options = options_of(variable, data.extent)
    if columns[0].part is Part.MENTION:
        return _single(data, columns, variable)
    placed = [
        [place for place in data.frame[column.name].to_list() if place > 0] for column in columns
    ]
    first = tuple(places.count(1) for places in placed)
    valid = sum(first)
    # Who ranked some only has -95 in the others; the first column alone does not tell.
    reasons: Counter[Missing] = Counter()
    for row in data.frame.select([column.name for column in columns]).iter_rows():
        if all(place < 0 for place in row):
            reasons[Missing(row[0])] += 1
    return Tally(
        options=options,
        counts=first,
        valid=valid,
        missing={code: reasons[code] for code in Missing if reasons[code]},
        places=tuple(sum(each) / len(each) if each else None for each in placed),
    )


def _measured(data: Dataset, columns: Sequence[Column]) -> Tally:
    series = data.frame[columns[0].name]
    missing = _missing(data.frame[columns[-1].name])
    none = {None, *(int(code) for code in Missing)}
    values = sorted(_measure_of(each) for each in series.to_list() if each not in none)
    return Tally((), (), len(values), missing, values=tuple(values))


def _measure_of(value: float | date | time) -> float:
    if isinstance(value, datetime):
        return value.replace(tzinfo=UTC).timestamp()
    if isinstance(value, date):
        return value.toordinal()
    if isinstance(value, time):
        return 3600 * value.hour + 60 * value.minute + value.second
    return value


def _counts(series: pl.Series) -> dict[int, int]:
    table = series.value_counts()
    pairs: Iterable[tuple[int, int]] = table.iter_rows()
    return dict(pairs)


def _missing(series: pl.Series) -> dict[Missing, int]:
    counts = _counts(series)
    return {code: counts[code] for code in Missing if counts.get(code, 0) > 0}
