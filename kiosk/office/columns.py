"""The columns of the data file: how each variable of the study becomes one or more of them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from kiosk.study.codebook import Option, Variable, VariableKind
from kiosk.study.codes import LABELS_DE, Missing
from kiosk.study.names import RESERVED

NAMED: dict[int, str] = {0: "nicht genannt", 1: "genannt"}
GIVEN: dict[int, str] = {0: "angegeben"}
MISSING_LABELS: dict[int, str] = {int(code): label for code, label in LABELS_DE.items()}
MISSING_CODES = frozenset(str(int(code)) for code in Missing)
"""The missing codes as responses spell them."""

MOST_CHOICES = 200
"""Choices of a multiple answer that get a column each; of a longer list, each mention gets one."""


class Measure(StrEnum):
    """SPSS's levels of measurement."""

    NOMINAL = "nominal"
    ORDINAL = "ordinal"
    SCALE = "scale"


class Part(StrEnum):
    """Which part of its variable a column holds."""

    WHOLE = "whole"
    CHOICE = "choice"  # 0/1 of one choice (`key` is its code)
    PLACE = "place"  # of a ranking: the place of one choice (`key` is its code), from 1
    MENTION = "mention"  # the n-th chosen code of a long list (`key` is n, from 1)
    REASON = "reason"  # 0, or why a date or time is not there


class Holds(StrEnum):
    """What the cells of a column are."""

    NUMBER = "number"
    DATE = "date"
    TIME = "time"
    DATETIME = "datetime"
    WORDS = "words"  # a calculation that does not always give a number


MOMENTS = {
    VariableKind.DATE: Holds.DATE,
    VariableKind.TIME: Holds.TIME,
    VariableKind.DATETIME: Holds.DATETIME,
}


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, its label, what its codes mean, and the variable it comes from.

    `entry` is the entry of a repeat it stands for, "" outside repeats.
    """

    name: str
    label: str
    values: Mapping[int, str]
    measure: Measure
    variable: Variable
    part: Part = Part.WHOLE
    key: str = ""
    entry: str = ""
    holds: Holds = Holds.NUMBER


@dataclass(frozen=True, slots=True)
class Extent:
    """How far the responses reach where the form sets no end, by variable name.

    `entries` are the entries of the repeats that somebody made, `mentions` how many choices of a
    long list somebody chose at most.
    """

    entries: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    mentions: Mapping[str, int] = field(default_factory=dict)


ALWAYS = (
    "WELLE", "INSTR", "INSTR_VER", "KW", "SPRACHE2", "VORLESEN", "ABBRUCH", "MODUS", "MODUS_ANT",
)  # fmt: skip
"""The variables every export has (analysis plan F.2), as far as a response carries them."""

_DRAWN = re.compile(r".+_ZUG\d+")
_ORDER = re.compile(r".+_FOLGE")
_WHOLE_NUMBER = re.compile(r"0|-?[1-9][0-9]{0,14}")
_LONGEST_NAME = 64  # bytes, SPSS


def usable(variables: Sequence[Variable]) -> tuple[Variable, ...]:
    """The codebook as the data set wants it.

    The names of a loop's draw are fixed (analysis plan F.2): `L_ZUG1` … hold an item each and get
    the loop's items as options where the form could not say so. The full random order `L_FOLGE`
    they are cut from is left out, and so is what :data:`ALWAYS` covers.
    """
    kept: list[Variable] = []
    for variable in variables:
        derived = variable.kind is VariableKind.DERIVED
        if derived and (variable.name in ALWAYS or _ORDER.fullmatch(variable.name)):
            continue
        bare = derived and not variable.options and not variable.over
        if bare and _DRAWN.fullmatch(variable.name):
            variable = replace(variable, options=_items(variable, variables))
        kept.append(variable)
    return tuple(kept)


def _items(draw: Variable, variables: Sequence[Variable]) -> tuple[Option, ...]:
    """The items of the loop asked in the draw's own form; of any loop where it names none."""
    loops = [each for each in variables if each.over and not each.entries]
    own = [each for each in loops if set(each.forms) & set(draw.forms)]
    return next((each.over for each in (*own, *loops)), ())


def columns_of(variables: Sequence[Variable], extent: Extent) -> tuple[Column, ...]:
    """The columns of the study's variables, in codebook order; open texts have none.

    Several choices give one 0/1 column each (B1_A), a ranking one column for each choice that
    holds its place, a date or time a second column that says why it is missing (GEB_M), and
    whatever stands in a repeat all of this once for each entry (L3_PASS, NAME_2_1). Names are
    such as SPSS takes, and different.
    """
    taken = set(ALWAYS)
    found: list[Column] = []
    for variable in variables:
        if variable.kind is VariableKind.TEXT:
            continue
        shapes = tuple(_shapes(variable, extent))
        for entry in entries_of(variable, extent) or (Option("", ""),):
            for shape in shapes:
                column = _at(shape, entry)
                name = _name(column, taken)
                taken.add(name)
                found.append(replace(column, name=name))
    return tuple(found)


def entries_of(variable: Variable, extent: Extent) -> tuple[Option, ...]:
    """The entries of a repeat that have columns; () outside repeats.

    Of a repeat that is counted and not drawn, those that somebody made, at least the first.
    """
    if not variable.entries:
        return variable.over
    labels = {option.code: option.label for option in variable.over}
    made = extent.entries.get(variable.name, ()) or tuple(labels)[:1]
    return tuple(Option(code, labels.get(code, code.replace("_", " · "))) for code in made)


def options_of(variable: Variable, extent: Extent) -> tuple[Option, ...]:
    """The answers in substance: all but -99 to -90; entries where entries are the choices."""
    if variable.source:
        made = extent.entries.get(variable.source, ())
        return tuple(Option(code, f"Eintrag {code.replace('_', ' · ')}") for code in made)
    return substantive(variable)


def substantive(variable: Variable) -> tuple[Option, ...]:
    """The authored options that are answers in substance: all but -99 to -90."""
    return tuple(option for option in variable.options if option.code not in MISSING_CODES)


def numbers_of(options: Sequence[Option]) -> dict[str, int]:
    """The number of each code in the data file: itself, or its place in the list, from 1.

    Its place as soon as one code of the list is no whole number as numbers are written ("PASS",
    "02929").
    """
    if all(_WHOLE_NUMBER.fullmatch(option.code) for option in options):
        return {option.code: int(option.code) for option in options}
    return {option.code: place for place, option in enumerate(options, start=1)}


def by_mention(variable: Variable, options: Sequence[Option]) -> bool:
    """Whether its list is too long for a column for each choice."""
    several = variable.kind in (VariableKind.MULTIPLE, VariableKind.RANK)
    return several and len(options) > MOST_CHOICES


def _shapes(variable: Variable, extent: Extent) -> Iterator[Column]:
    """The columns of one entry, not yet named."""
    label = f"{variable.name} {variable.wording}".strip()
    options = options_of(variable, extent)
    numbers = numbers_of(options)
    values = {numbers[each.code]: each.label for each in options} | MISSING_LABELS
    if by_mention(variable, options):
        for place in range(1, extent.mentions.get(variable.name, 1) + 1):
            named = f"{label} ({place}. Nennung)"
            yield Column("", named, values, Measure.NOMINAL, variable, Part.MENTION, str(place))
    elif variable.kind is VariableKind.MULTIPLE:
        for each in options:
            named = f"{label}: {each.label}"
            codes = NAMED | MISSING_LABELS
            yield Column("", named, codes, Measure.NOMINAL, variable, Part.CHOICE, each.code)
    elif variable.kind is VariableKind.RANK:
        for each in options:
            named = f"{label}: Platz von {each.label}"
            yield Column(
                "", named, MISSING_LABELS, Measure.ORDINAL, variable, Part.PLACE, each.code
            )
    elif variable.kind in MOMENTS:
        holds = MOMENTS[variable.kind]
        yield Column("", label, {}, Measure.SCALE, variable, holds=holds)
        named = f"{label}: warum ohne Angabe"
        codes = GIVEN | MISSING_LABELS
        yield Column("", named, codes, Measure.NOMINAL, variable, Part.REASON, "M")
    else:
        yield Column("", label, values, _measure(variable), variable)


def _at(shape: Column, entry: Option) -> Column:
    if not entry.code:
        return shape
    return replace(shape, label=f"{shape.label} ({entry.label})", entry=entry.code)


def _name(column: Column, taken: set[str]) -> str:
    parts = (column.variable.name, column.entry, column.key)
    name = re.sub(r"[^A-Z0-9_]", "_", "_".join(part for part in parts if part).upper())
    if not name[0].isalpha():
        name = f"V{name}"
    name = name[:_LONGEST_NAME]
    free, number = name, 1
    while free in taken or free in RESERVED:
        number += 1
        free = f"{name[: _LONGEST_NAME - len(str(number)) - 1]}_{number}"
    return free


def _measure(variable: Variable) -> Measure:
    if not variable.options and not variable.source:
        return Measure.SCALE
    return Measure.ORDINAL if variable.ordered else Measure.NOMINAL
