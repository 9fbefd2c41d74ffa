"""What may be shown of a count: small cells masked so that nobody can work them out.

Rules and thresholds: the study's analysis plan, C.9 (after Hundepool et al. 2012, Statistical
Disclosure Control). All counts are unweighted persons.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

LEAST = 5  # fewest persons a shown cell may hold
LEAST_BASE_FOR_PERCENT = 10
LEAST_BASE_WITHOUT_BRACKETS = 30
DOT = "•"


class Reason(StrEnum):
    """Why a cell or a table is hidden."""

    SMALL = "small"  # holds 1 to 4 persons
    ALL_OR_NOBODY = "all-or-nobody"  # 0 % or 100 % of a group under 10
    PARTNER = "partner"  # would give a hidden cell away
    WITHHELD = "withheld"  # the whole table, base included


@dataclass(frozen=True, slots=True)
class Shown:
    """A one-way table as published: `cells[i]` is None where masked, `base` None if withheld."""

    base: int | None
    cells: tuple[int | None, ...]
    reasons: tuple[Reason | None, ...]


@dataclass(frozen=True, slots=True)
class Suppression:
    """One entry of the log of what was hidden; no count in it."""

    variable: str
    item: str
    cell: str
    reason: Reason


def one_way(counts: Sequence[int]) -> Shown:
    """The cells of a partition whose sum is published as its base.

    A cell of 1 to 4 is masked, and in a group under 10 also a cell of nobody or of all. The
    smallest further cells follow (all that tie) while the masked ones could be worked out: a
    single one, a masked sum under 5, or all of them ones or all of them fours, which is the only
    way their sum alone tells. A table nothing can protect is withheld together with its base.
    Somebody who knows this rule and every published number is still left with at least two
    possible values for each cell of 1 to 4 (tests enumerate all small tables).
    """
    base = sum(counts)
    if 0 < base < LEAST:
        return _withheld(len(counts))
    if base == 0:
        return Shown(0, tuple(counts), (None,) * len(counts))
    reasons = [_primary(count, base) for count in counts]
    while True:
        masked = [count for count, reason in zip(counts, reasons, strict=True) if reason]
        if not masked or not _tells(masked):
            break
        further = _smallest_shown(counts, reasons)
        if not further:
            return _withheld(len(counts))
        for place in further:
            reasons[place] = Reason.PARTNER
    cells = tuple(None if reason else count for count, reason in zip(counts, reasons, strict=True))
    return Shown(base, cells, tuple(reasons))


def mentions(counts: Sequence[int], base: int) -> Shown:
    """The cells of a question with several answers: each is a yes/no table of its own.

    What is not mentioned can be worked out from the base, so a cell is masked where either side
    is too small to be shown.
    """
    if 0 < base < LEAST:
        return _withheld(len(counts))
    reasons: list[Reason | None] = []
    for count in counts:
        pair = one_way((count, base - count))
        reasons.append(pair.reasons[0] if pair.base is not None else Reason.WITHHELD)
    cells = tuple(None if reason else count for count, reason in zip(counts, reasons, strict=True))
    return Shown(base, cells, tuple(reasons))


def percent(cell: int | None, base: int | None) -> str:
    """A share in whole per cent as it may be printed (C.9.3): "52 %", "(40 %)", "•" or ""."""
    if cell is None:
        return DOT
    if base is None or base < LEAST_BASE_FOR_PERCENT:
        return ""
    text = f"{whole_percent(cell, base)} %"
    return text if base >= LEAST_BASE_WITHOUT_BRACKETS else f"({text})"


def whole_percent(cell: int, base: int) -> int:
    """100 · cell / base, halves rounded up as German offices do."""
    return (200 * cell + base) // (2 * base)


def _primary(count: int, base: int) -> Reason | None:
    if 1 <= count < LEAST:
        return Reason.SMALL
    if base < LEAST_BASE_FOR_PERCENT and count in (0, base):
        return Reason.ALL_OR_NOBODY
    return None


def _tells(masked: Sequence[int]) -> bool:
    """Whether the masked cells' sum gives one of them away to somebody who knows the rule."""
    alike = set(masked) in ({1}, {LEAST - 1})
    return len(masked) == 1 or sum(masked) < LEAST or alike


def _smallest_shown(counts: Sequence[int], reasons: Sequence[Reason | None]) -> list[int]:
    """Places of the smallest cells still shown; empty ones only when no others are left."""
    shown = [place for place, reason in enumerate(reasons) if reason is None]
    filled = [place for place in shown if counts[place] > 0] or shown
    least = min((counts[place] for place in filled), default=0)
    return [place for place in filled if counts[place] == least]


def _withheld(cells: int) -> Shown:
    return Shown(None, (None,) * cells, (Reason.WITHHELD,) * cells)
