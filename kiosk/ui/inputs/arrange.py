"""How answers are spread over a body and over pages. Pure: rectangles in, rectangles out."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

HeightAt = Callable[[int], int]
"""Pixels wide -> pixels tall."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in whole pixels."""

    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Page:
    """The cells of one page by their number in the list, each with its place."""

    cells: tuple[tuple[int, Box], ...]


def evenly(count: int, pages: int) -> list[range]:
    """`count` things over `pages` pages, sizes differing by at most one, larger ones first."""
    base, more = divmod(count, pages)
    ranges: list[range] = []
    start = 0
    for page in range(pages):
        end = start + base + (1 if page < more else 0)
        ranges.append(range(start, end))
        start = end
    return ranges


def column(
    heights: Sequence[int], area: Box, gap: int, most: int | None = None
) -> tuple[Page, ...] | None:
    """Rows of `heights` down `area`, on as few equal pages as fit; None if one row is too tall.

    At most `most` rows to a page, if given.
    """
    if not heights:
        return (Page(()),)
    fewest = 1 if most is None else -(-len(heights) // most)
    for pages in range(fewest, len(heights) + 1):
        ranges = evenly(len(heights), pages)
        if all(_stack(heights, rows, gap) <= area.height for rows in ranges):
            return tuple(_column_page(heights, rows, area, gap) for rows in ranges)
    return None


def grid(count: int, block: int, columns: int, rows: int, area: Box, gap: int) -> tuple[Page, ...]:
    """Equal cells, `columns` × `rows` to a page; pages never mix blocks of `block` (0 = no blocks).

    Every page uses the same cell size, so that a tile stays in its place from page to page.
    """
    width, height = cell(columns, rows, area, gap)
    pages: list[Page] = []
    for start in range(0, count, block or count):
        inside = min(block or count, count - start)
        needed = -(-inside // (columns * rows))
        for part in evenly(inside, needed):
            cells = tuple(
                (
                    start + number,
                    Box(
                        area.x + place % columns * (width + gap),
                        area.y + place // columns * (height + gap),
                        width,
                        height,
                    ),
                )
                for place, number in enumerate(part)
            )
            pages.append(Page(cells))
    return tuple(pages) or (Page(()),)


def cell(columns: int, rows: int, area: Box, gap: int) -> tuple[int, int]:
    """Width and height of the cells of :func:`grid`."""
    return (
        (area.width - (columns - 1) * gap) // columns,
        (area.height - (rows - 1) * gap) // rows,
    )


def grid_pages(count: int, block: int, columns: int, rows: int) -> int:
    """How many pages :func:`grid` needs."""
    each = columns * rows
    whole, rest = divmod(count, block or count)
    return max(1, whole * -(-(block or count) // each) + -(-rest // each))


def _stack(heights: Sequence[int], rows: range, gap: int) -> int:
    return sum(heights[row] for row in rows) + gap * (len(rows) - 1)


def _column_page(heights: Sequence[int], rows: range, area: Box, gap: int) -> Page:
    cells: list[tuple[int, Box]] = []
    y = area.y
    for row in rows:
        cells.append((row, Box(area.x, y, area.width, heights[row])))
        y += heights[row] + gap
    return Page(tuple(cells))
