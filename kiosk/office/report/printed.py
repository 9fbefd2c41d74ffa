"""What a block of the Grundauszählung says: counted, masked and worded, not yet on a page."""

from dataclasses import dataclass

from kiosk.office.disclosure import LEAST
from kiosk.office.tallies import Tally
from kiosk.study.codebook import Variable

UNDER = f"unter {LEAST}"


@dataclass(frozen=True, slots=True)
class Bar:
    """One answer: its count and share as printed; `share` (0 to 1) None where no bar may stand."""

    label: str
    count: str
    percent: str
    share: float | None
    firm: bool = True  # False: base 10 to 29, an outlined bar


@dataclass(frozen=True, slots=True)
class Bars:
    """A question as a list of answers."""

    name: str
    wording: str
    base: str
    bars: tuple[Bar, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """One share in a grid; `share` None where nothing may be tinted."""

    text: str
    share: float | None


@dataclass(frozen=True, slots=True)
class GridRow:
    """One item of a loop; `instead` of cells where there are too few answers for shares."""

    label: str
    base: str
    cells: tuple[Cell, ...] = ()
    instead: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """A question asked about several items: items down, answers across, shares in the cells."""

    name: str
    wording: str
    base: str
    heads: tuple[str, ...]
    rows: tuple[GridRow, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """A question whose answers are not counted here."""

    name: str
    wording: str
    base: str


Block = Bars | Grid | Words


def entry_label(variable: Variable, tally: Tally) -> str:
    """What a tally's entry is called: the item drawn, or which entry of the person it is."""
    if tally.item is None:
        return ""
    return f"Eintrag {tally.item.label}" if variable.entries else tally.item.label
