"""Which displays, sizes, sides, languages and colours are walked through, and by which rules."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations, product

from kiosk.journey.presentation import Scheme, Side
from kiosk.ui.theme import CAPITALS_MM

SIZES = tuple(range(1, len(CAPITALS_MM) + 1))


@dataclass(frozen=True, slots=True)
class Walk:
    """Once through all screens. `display` as in :mod:`kiosk.ui.fitting.displays`; `language` is a
    BCP 47 tag of the study.

    Where `every_page`, the rules that need no colours judge each page, else the first page of each
    kind. Pixels are judged on the first page of each kind in each of `schemes`.
    """

    display: str
    text_size: int
    large_targets: bool
    side: Side
    language: str
    schemes: tuple[Scheme, ...]
    every_page: bool = True


def whole(displays: Sequence[str], languages: Sequence[str]) -> tuple[Walk, ...]:
    """Every page in every display, size, target size and language; pixels in every display, size
    and scheme, in the first language; each side of the hand on each kind of page.

    No rule for pages depends on the colours, none for pixels on the language or the side.
    """
    first, walks = languages[0], []
    for display, size, large in product(displays, SIZES, (False, True)):
        for language in languages:
            colours = tuple(Scheme) if language == first and not large else ()
            walks.append(Walk(display, size, large, Side.WIDE, language, colours))
        for side in (Side.RIGHT, Side.LEFT):
            walks.append(Walk(display, size, large, side, first, (), every_page=False))
    return tuple(walks)


def pairwise(displays: Sequence[str], languages: Sequence[str]) -> tuple[Walk, ...]:
    """As few walks as meet each two of display, size, targets, side, language and colours once.

    Every walk judges every page, and each kind of page in its one scheme.
    """
    factors: tuple[Sequence[object], ...] = (
        displays, SIZES, (False, True), tuple(Side), languages, tuple(Scheme),
    )  # fmt: skip
    rows = [Walk(d, s, t, i, n, (c,)) for d, s, t, i, n, c in product(
        displays, SIZES, (False, True), tuple(Side), languages, tuple(Scheme)
    )]  # fmt: skip
    met = {row: frozenset(combinations(enumerate(values), 2)) for row, values in zip(
        rows, product(*factors), strict=True
    )}  # fmt: skip
    left = frozenset[object]().union(*met.values())
    chosen: list[Walk] = []
    while left:
        best = max(rows, key=lambda row: len(met[row] & left))
        chosen.append(best)
        left -= met[best]
    return tuple(chosen)
