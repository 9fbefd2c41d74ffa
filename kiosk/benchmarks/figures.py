"""Samples made into figures: percentiles, ratios, slopes."""

import math
import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations


@dataclass(frozen=True, slots=True)
class Figures:
    """What is told of a set of samples, in the samples' unit."""

    count: int
    p50: float
    p95: float
    p99: float
    most: float


@dataclass(frozen=True, slots=True)
class Target:
    """What was aimed at, and whether this run reached it."""

    wanted: str
    reached: bool


@dataclass(frozen=True, slots=True)
class Row:
    """One measurement. `floor` is the floor's name; a floor itself has none.

    `ratios` are p50 and p95 divided by the floor's.
    """

    what: str
    unit: str
    figures: Figures
    floor: str = ""
    ratios: tuple[float, float] | None = None
    target: Target | None = None


Section = tuple[str, Sequence[Row]]
"""A table of a report under its title."""


def figures(samples: Sequence[float]) -> Figures:
    """Percentiles by nearest rank, so that every figure is a sample that really occurred.

    (Hyndman and Fan 1996, Sample Quantiles in Statistical Packages, definition 1.) Raises
    ValueError without samples.
    """
    if not samples:
        raise ValueError("no samples")
    ordered = sorted(samples)
    return Figures(
        count=len(ordered),
        p50=ordered[_rank(0.50, len(ordered))],
        p95=ordered[_rank(0.95, len(ordered))],
        p99=ordered[_rank(0.99, len(ordered))],
        most=ordered[-1],
    )


def ratios(subject: Figures, floor: Figures) -> tuple[float, float]:
    """How many times the floor: of p50, of p95."""
    return subject.p50 / floor.p50, subject.p95 / floor.p95


def slope(points: Sequence[tuple[float, float]]) -> float:
    """By how much y grows when x grows by 1: the median of the slopes between all pairs.

    (Sen 1968, Estimates of the regression coefficient based on Kendall's tau.) One step, such as a
    cache that fills once, does not look like growth. Raises ValueError with fewer than two x.
    """
    slopes = [(y2 - y1) / (x2 - x1) for (x1, y1), (x2, y2) in combinations(points, 2) if x1 != x2]
    if not slopes:
        raise ValueError("a slope needs two different places")
    return statistics.median(slopes)


def _rank(share: float, count: int) -> int:
    return max(0, math.ceil(share * count) - 1)
