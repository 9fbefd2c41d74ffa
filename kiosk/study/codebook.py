"""The variables of a study: what the office labels, exports and tabulates."""

from dataclasses import dataclass
from enum import StrEnum

from kiosk.forms.view import Precision


class VariableKind(StrEnum):
    """How a variable's values are read."""

    SINGLE = "single"  # one code
    MULTIPLE = "multiple"  # codes joined by spaces; exported as one 0/1 variable per choice
    RANK = "rank"  # codes joined by spaces, the first is the first
    NUMBER = "number"
    DATE = "date"  # "2026-11-22"
    TIME = "time"  # "14:30:00"
    DATETIME = "dateTime"
    TEXT = "text"  # open answer: never in the data file, always in a file of its own
    DERIVED = "derived"  # calculated: seed, split, draw


@dataclass(frozen=True, slots=True)
class Option:
    """A code with its label. Missing codes (-99…-90) appear only where they were offered."""

    code: str
    label: str


@dataclass(frozen=True, slots=True)
class Variable:
    """One variable, the same in every form that asks it.

    `over` is empty but for variables inside repeats: there it lists every entry that may come
    ("PASS", or places "1", "2", of nested repeats "2_1"), and the export has one column for each
    (L3_PASS …); `entries` matches every key there can be where a repeat has no end that the form
    tells. `source` names the variable whose answers are this one's choices, which then are the
    places of its entries.
    """

    name: str
    wording: str
    kind: VariableKind
    options: tuple[Option, ...] = ()
    exclusive: frozenset[str] = frozenset()
    over: tuple[Option, ...] = ()
    entries: str = ""  # a regular expression
    source: str = ""
    forms: tuple[str, ...] = ()
    most: int | None = None
    ordered: bool = False  # a scale: ordinal measure
    precision: Precision = Precision.DAY  # of a DATE
