"""Which moment of one sequence is which of another: dynamic time warping."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, dist, inf

_BAND = 0.2
"""Of the longer sequence: nobody is further ahead or behind than that of an even pace."""
_BAND_LEAST = 50


@dataclass(frozen=True, slots=True)
class Warping:
    """`path`: pairs of indices, both never descending, from the first pair to the last; `cost`:
    the mean distance along it."""

    path: tuple[tuple[int, int], ...]
    cost: float


def warped(one: Sequence[tuple[float, ...]], other: Sequence[tuple[float, ...]]) -> Warping:
    """The cheapest warping of two sequences of vectors into each other, neither of them empty.

    Sakoe and Chiba 1978, Dynamic programming algorithm optimization for spoken word recognition:
    symmetric form (a step in both counts twice), in a band around an even pace. A thousand
    vectors each take half a second.
    """
    rows, columns = len(one), len(other)
    reach = max(_BAND_LEAST, round(_BAND * max(rows, columns)))
    slope = columns / rows
    reach = max(reach, ceil(slope) + 1)  # or a row would know nothing of that before
    firsts: list[int] = []
    steps: list[bytearray] = []
    before: list[float] = [0.0]  # costs of the row before, from column `offset` on
    offset = -1
    for row in range(rows):
        middle = round((row + 0.5) * slope)
        first, last = max(0, middle - reach), min(columns, middle + reach + 1)
        vector = one[row]
        apart = [dist(vector, each) for each in other[first:last]]
        # Of the row before: the costs at the columns first - 1 … last - 1, endless where unknown.
        above = [
            *[inf] * (offset - first + 1),
            *before[max(0, first - 1 - offset) : last - offset],
        ]
        above += [inf] * (last - first + 1 - len(above))
        costs: list[float] = []
        taken = bytearray()
        left = inf
        for far, diagonal, straight in zip(apart, above, above[1:], strict=False):
            best, step = diagonal + 2 * far, 0
            if straight + far < best:
                best, step = straight + far, 1
            if left + far < best:
                best, step = left + far, 2
            costs.append(best)
            taken.append(step)
            left = best
        before, offset = costs, first
        firsts.append(first)
        steps.append(taken)
    return Warping(_way_back(firsts, steps, columns), before[-1] / (rows + columns))


def _way_back(
    firsts: list[int], steps: list[bytearray], columns: int
) -> tuple[tuple[int, int], ...]:
    row, column = len(steps) - 1, columns - 1
    path = [(row, column)]
    while row or column:
        step = steps[row][column - firsts[row]]
        row -= step != 2
        column -= step != 1
        path.append((row, column))
    return tuple(reversed(path))
