"""Counting: how often each answer of each question was given, and why the others gave none."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import polars as pl

from kiosk.office.columns import Column, Part, substantive
from kiosk.office.dataset import Dataset
from kiosk.study.codebook import Option, Variable, VariableKind
from kiosk.study.codes import LABELS_DE, Missing

NOT_ASKED = (Missing.NOT_ASKED_FILTER, Missing.NOT_ASKED_DESIGN, Missing.NOT_REACHED)


@dataclass(frozen=True, slots=True)
class Tally:
    """The unmasked counts of one question, or of one item of a loop: for the office only.

    `counts[i]` persons gave `options[i]`; `valid` persons gave any answer in substance; with one
    answer each the counts add up to `valid`. `missing` counts the others by code, no zeros.
    """

    options: tuple[Option, ...]
    counts: tuple[int, ...]
    valid: int
    missing: Mapping[Missing, int]
    item: Option | None = None

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
    mean: float | None = None  # of a number's valid answers

    def missing_label(self, code: Missing) -> str:
        """How the missing answer was offered, or what its code stands for."""
        for option in self.variable.options:
            if option.code == str(int(code)):
                return option.label
        return LABELS_DE[code]


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
            return _single(data.frame[column.name], column.variable)
    return None


def _question(data: Dataset, variable: Variable, columns: Sequence[Column]) -> Question:
    if variable.kind is VariableKind.TEXT:
        return Question(variable, texts=sum(text.variable == variable.name for text in data.texts))
    if variable.kind is VariableKind.MULTIPLE:
        return Question(variable, (_multiple(data, variable, columns),))
    if variable.over:
        items = zip(columns, variable.over, strict=True)
        return Question(
            variable,
            tuple(_single(data.frame[column.name], variable, item) for column, item in items),
        )
    series = data.frame[columns[0].name]
    if variable.kind is VariableKind.NUMBER:
        valid = series.filter(~series.is_in([int(code) for code in Missing]))
        tally = Tally((), (), valid.len(), _missing(series))
        mean = sum(valid.to_list()) / valid.len() if valid.len() else None
        return Question(variable, (tally,), mean=mean)
    return Question(variable, (_single(series, variable),))


def _single(series: pl.Series, variable: Variable, item: Option | None = None) -> Tally:
    options = substantive(variable)
    counts = _counts(series)
    given = tuple(counts.get(int(option.code), 0) for option in options)
    return Tally(options, given, sum(given), _missing(series), item)


def _multiple(data: Dataset, variable: Variable, columns: Sequence[Column]) -> Tally:
    # A missing code stands in every column of the question, so the first one knows them all.
    missing = _missing(data.frame[columns[0].name])
    return Tally(
        options=substantive(variable),
        counts=tuple(_counts(data.frame[column.name]).get(1, 0) for column in columns),
        valid=data.rows - sum(missing.values()),
        missing=missing,
    )


def _counts(series: pl.Series) -> dict[int, int]:
    table = series.value_counts()
    pairs: Iterable[tuple[int, int]] = table.iter_rows()
    return dict(pairs)


def _missing(series: pl.Series) -> dict[Missing, int]:
    counts = _counts(series)
    return {code: counts[code] for code in Missing if counts.get(code, 0) > 0}
