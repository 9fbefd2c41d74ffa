"""One response's value of a variable as the cells of its columns."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from kiosk.office.columns import (
    MISSING_CODES,
    MOMENTS,
    Column,
    Extent,
    by_mention,
    entries_of,
    numbers_of,
    options_of,
)
from kiosk.office.errors import NotInCodebook
from kiosk.study.codebook import Variable, VariableKind
from kiosk.study.codes import Missing
from kiosk.study.response import Response, Value

Cell = int | float | str | date | time | datetime | None
"""None only where a date or time is missing; the column beside it says why."""

_NUMBER = re.compile(r"-?[0-9]{1,18}(?:\.[0-9]{1,18})?")
_MOMENTS: Mapping[VariableKind, Callable[[str], date | time | datetime]] = {
    VariableKind.DATE: date.fromisoformat,
    VariableKind.TIME: time.fromisoformat,
    VariableKind.DATETIME: datetime.fromisoformat,
}


@dataclass(frozen=True, slots=True)
class Lane:
    """A variable with its columns and the codes they know, looked up once for all responses."""

    variable: Variable
    shapes: tuple[Column, ...]  # of one entry
    not_made: tuple[Cell, ...]  # the cells of an entry that was not drawn or made
    entries: tuple[str, ...]  # () outside repeats
    numbers: Mapping[str, int]  # code as authored -> its number; empty where nothing is chosen
    mentions: bool

    def cells(self, value: Value, response: Response) -> list[Cell]:
        """One cell per column.

        Raises NotInCodebook when the value is none that the variable can have.
        """
        if isinstance(value, dict):
            if not self.entries or not value.keys() <= set(self.entries):
                raise NotInCodebook(self.variable.name)
            cells: list[Cell] = []
            for entry in self.entries:
                cells += self._cells(value[entry], response) if entry in value else self.not_made
            return cells
        if not self.entries:
            return self._cells(value, response)
        if value != "" and value not in MISSING_CODES:
            raise NotInCodebook(self.variable.name)
        return self._cells(value, response) * len(self.entries)

    def _cells(self, value: str, response: Response) -> list[Cell]:
        """The cells of one entry."""
        kind = self.variable.kind
        code = self._empty if value == "" else int(value) if value in MISSING_CODES else None
        if kind in _MOMENTS:
            return [None, code] if code is not None else [self._moment(value), 0]
        if code is not None:
            return [code] * len(self.shapes)
        if kind is VariableKind.MULTIPLE or kind is VariableKind.RANK:
            return self._chosen(self._codes(value, response))
        if kind is VariableKind.NUMBER:
            return [self._number(value)]
        if kind is VariableKind.DERIVED and not self.numbers:
            return [value]
        chosen = self._entry(value, response) if self.variable.source else value
        if chosen not in self.numbers:
            raise NotInCodebook(self.variable.name)
        return [self.numbers[chosen]]

    @property
    def _empty(self) -> int:
        """What no value means: nothing was drawn, or the question was passed over."""
        derived = self.variable.kind is VariableKind.DERIVED
        return int(Missing.NOT_ASKED_FILTER if derived else Missing.SKIPPED)

    def _chosen(self, codes: Sequence[str]) -> list[Cell]:
        if self.mentions:
            named: list[Cell] = [self.numbers[code] for code in codes]
            rest = [int(Missing.NOT_ASKED_FILTER)] * (len(self.shapes) - len(named))
            return [*named, *rest]
        if self.variable.kind is VariableKind.MULTIPLE:
            return [int(column.key in codes) for column in self.shapes]
        places = {code: place for place, code in enumerate(codes, start=1)}
        return [places.get(column.key, int(Missing.SKIPPED)) for column in self.shapes]

    def _codes(self, value: str, response: Response) -> list[str]:
        codes = value.split()
        if self.variable.source:
            codes = [self._entry(code, response) for code in codes]
        if len(set(codes)) < len(codes) or not self.numbers.keys() >= set(codes):
            raise NotInCodebook(self.variable.name)
        return codes

    def _entry(self, value: str, response: Response) -> str:
        """The entry whose answer was chosen; the first of those with the same answer."""
        given = response.answers.get(self.variable.source)
        for entry, answer in given.items() if isinstance(given, dict) else ():
            if answer == value:
                return entry
        raise NotInCodebook(self.variable.name)

    def _number(self, value: str) -> int | float:
        if not _NUMBER.fullmatch(value):
            raise NotInCodebook(self.variable.name)
        number = float(value)
        return int(number) if number.is_integer() else number

    def _moment(self, value: str) -> date | time | datetime:
        try:
            moment = _MOMENTS[self.variable.kind](value)
        except ValueError as error:
            raise NotInCodebook(self.variable.name) from error
        if isinstance(moment, time | datetime) and moment.tzinfo is not None:
            raise NotInCodebook(self.variable.name)
        return moment


def lanes(columns: Sequence[Column], extent: Extent) -> list[Lane]:
    """The variables of these columns."""
    grouped: dict[str, list[Column]] = {}
    for column in columns:
        grouped.setdefault(column.variable.name, []).append(column)
    found = []
    for group in grouped.values():
        variable = group[0].variable
        options = options_of(variable, extent)
        entries = tuple(each.code for each in entries_of(variable, extent))
        shapes = tuple(group[: len(group) // max(len(entries), 1)])
        not_made = int(Missing.NOT_ASKED_FILTER)
        found.append(
            Lane(
                variable=variable,
                shapes=shapes,
                not_made=tuple(
                    None if column.holds in MOMENTS.values() else not_made for column in shapes
                ),
                entries=entries,
                numbers=numbers_of(options),
                mentions=by_mention(variable, options),
            )
        )
    return found


def extent_of(responses: Sequence[Response], variables: Sequence[Variable]) -> Extent:
    """How far the responses reach: the entries made, and the most choices of a long list."""
    patterns = {each.name: re.compile(each.entries) for each in variables if each.entries}
    sources = {each.source for each in variables if each.source}
    listed = [each.name for each in variables if by_mention(each, each.options)]
    entries: dict[str, set[str]] = {name: set() for name in (*patterns, *sources)}
    mentions = dict.fromkeys(listed, 1)
    for response in responses:
        for name, made in entries.items():
            value = response.answers.get(name)
            if isinstance(value, dict):
                pattern = patterns.get(name)
                made |= {key for key in value if pattern is None or pattern.fullmatch(key)}
        for name in listed:
            value = response.answers.get(name, "")
            given = value.values() if isinstance(value, dict) else (value,)
            mentions[name] = max(mentions[name], *(len(each.split()) for each in given), 1)
    over = {each.name: each.over for each in variables}
    return Extent(
        {
            name: _sorted(
                made, {option.code: place for place, option in enumerate(over.get(name, ()))}
            )
            for name, made in entries.items()
        },
        mentions,
    )


def _sorted(made: set[str], listed: Mapping[str, int]) -> tuple[str, ...]:
    """Entries as the codebook lists them; what it does not list behind, by its numbers."""

    def place(key: str) -> tuple[int, list[tuple[int, str]]]:
        parts = [(int(part) if part.isdecimal() else 0, part) for part in key.split("_")]
        return listed.get(key, len(listed)), parts

    return tuple(sorted(made, key=place))
