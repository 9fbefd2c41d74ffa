"""The columns of the data file: how each variable of the study becomes one or more of them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from kiosk.office.errors import NotInCodebook
from kiosk.study.codebook import Option, Variable, VariableKind
from kiosk.study.codes import LABELS_DE, Missing

NAMED: dict[int, str] = {0: "nicht genannt", 1: "genannt"}
MISSING_LABELS: dict[int, str] = {int(code): label for code, label in LABELS_DE.items()}


class Measure(StrEnum):
    """SPSS's levels of measurement."""

    NOMINAL = "nominal"
    ORDINAL = "ordinal"
    SCALE = "scale"


class Part(StrEnum):
    """Which part of its variable a column holds."""

    WHOLE = "whole"
    CHOICE = "choice"  # 0/1 of one choice (`key` is its code)
    ITEM = "item"  # one item of a loop (`key` is its code)
    PLACE = "place"  # the n-th drawn item (`key` is n, from 1)


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, its label, what its codes mean, and the variable it comes from."""

    name: str
    label: str
    values: Mapping[int, str]
    measure: Measure
    variable: Variable
    part: Part = Part.WHOLE
    key: str = ""


ALWAYS = ("WELLE", "INSTR", "INSTR_VER", "KW", "SPRACHE2", "VORLESEN", "ABBRUCH")
"""The variables every export has (analysis plan F.2), as far as a response carries them."""

_DRAWN = re.compile(r".+_ZUG\d+")
_ORDER = re.compile(r".+_FOLGE")


def usable(variables: Sequence[Variable]) -> tuple[Variable, ...]:
    """The codebook as the data set wants it.

    The names of a loop's draw are fixed (analysis plan F.2): `L_ZUG1` … hold an item each and get
    the loop's items as options where the form could not say so. The full random order `L_FOLGE`
    they are cut from is left out, and so is what :data:`ALWAYS` covers.
    """
    items = next((variable.over for variable in variables if variable.over), ())
    kept: list[Variable] = []
    for variable in variables:
        derived = variable.kind is VariableKind.DERIVED
        if derived and (variable.name in ALWAYS or _ORDER.fullmatch(variable.name)):
            continue
        bare = not variable.options and not variable.over
        if derived and bare and _DRAWN.fullmatch(variable.name):
            variable = replace(variable, options=items)
        kept.append(variable)
    return tuple(kept)


def columns_of(variables: Sequence[Variable]) -> tuple[Column, ...]:
    """The columns of the study's variables, in codebook order; open texts have none.

    Several choices give one 0/1 column each (B1_A), a loop one column per item (L3_PASS). A draw
    gives numbers in the order of its list: a derived variable with options that are words one
    column (L_ZUG1), one `over` a list, its codes joined by spaces, one column per place. Raises
    NotInCodebook when a code that must be a number is none.
    """
    return tuple(column for variable in variables for column in _columns(variable))


def places_of(variable: Variable) -> tuple[Option, ...]:
    """What a draw draws from; empty for every other variable."""
    if variable.kind is not VariableKind.DERIVED:
        return ()
    words = any(not _is_number(option.code) for option in variable.options)
    return variable.over or (substantive(variable) if words else ())


def _columns(variable: Variable) -> tuple[Column, ...]:
    label = f"{variable.name} {variable.wording}".strip()
    if variable.kind is VariableKind.TEXT:
        return ()
    if variable.kind is VariableKind.MULTIPLE:
        return tuple(
            Column(
                name=f"{variable.name}_{option.code}".upper(),
                label=f"{label}: {option.label}",
                values=NAMED | MISSING_LABELS,
                measure=Measure.NOMINAL,
                variable=variable,
                part=Part.CHOICE,
                key=option.code,
            )
            for option in substantive(variable)
        )
    if drawn := places_of(variable):
        numbered = {number: option.label for number, option in enumerate(drawn, start=1)}
        numbered |= MISSING_LABELS
        if not variable.over:
            return (Column(variable.name.upper(), label, numbered, Measure.NOMINAL, variable),)
        return tuple(
            Column(
                name=f"{variable.name}{place}".upper(),
                label=f"{label} ({place}. Stelle)",
                values=numbered,
                measure=Measure.NOMINAL,
                variable=variable,
                part=Part.PLACE,
                key=str(place),
            )
            for place in range(1, (variable.most or len(drawn)) + 1)
        )
    values = _values(variable) | MISSING_LABELS
    if variable.over:
        return tuple(
            Column(
                name=f"{variable.name}_{item.code}".upper(),
                label=f"{label} ({item.label})",
                values=values,
                measure=_measure(variable),
                variable=variable,
                part=Part.ITEM,
                key=item.code,
            )
            for item in variable.over
        )
    return (Column(variable.name.upper(), label, values, _measure(variable), variable),)


def substantive(variable: Variable) -> tuple[Option, ...]:
    """The options that are answers in substance: all but -99 to -90."""
    return tuple(option for option in variable.options if option.code not in MISSING_CODES)


MISSING_CODES = frozenset(str(int(code)) for code in Missing)
"""The missing codes as responses spell them."""


def _is_number(code: str) -> bool:
    return code.removeprefix("-").isdecimal()


def _values(variable: Variable) -> dict[int, str]:
    try:
        return {int(option.code): option.label for option in substantive(variable)}
    except ValueError as error:
        raise NotInCodebook(variable.name) from error


def _measure(variable: Variable) -> Measure:
    if variable.kind is VariableKind.NUMBER or not variable.options:
        return Measure.SCALE
    return Measure.ORDINAL if variable.ordered else Measure.NOMINAL
