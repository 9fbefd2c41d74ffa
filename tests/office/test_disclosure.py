"""What is published never gives a small cell away."""

from collections import defaultdict
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.office.disclosure import LEAST, Reason, Shown, mentions, one_way, percent, whole_percent

counts = st.lists(st.integers(0, 60) | st.integers(0, 6), min_size=1, max_size=26)


def partitions(total: int, cells: int) -> Iterator[tuple[int, ...]]:
    if cells == 1:
        yield (total,)
        return
    for first in range(total + 1):
        for rest in partitions(total - first, cells - 1):
            yield (first, *rest)


@pytest.mark.parametrize(("cells", "most"), [(2, 24), (3, 24), (4, 18), (5, 14), (6, 12)])
def test_no_small_cell_can_be_worked_out_even_by_somebody_who_knows_the_rule(
    cells: int, most: int
) -> None:
    behind: dict[tuple[object, ...], list[tuple[int, ...]]] = defaultdict(list)
    for total in range(most + 1):
        for table in partitions(total, cells):
            shown = one_way(table)
            behind[shown.base, shown.cells].append(table)
    for tables in behind.values():
        for place in range(cells):
            possible = {table[place] for table in tables}
            assert len(possible) > 1 or not 1 <= possible.pop() < LEAST


@given(counts)
def test_what_is_shown_is_true_and_the_hidden_rest_is_big_enough(table: list[int]) -> None:
    shown = one_way(table)
    assert all(cell in (None, count) for cell, count in zip(shown.cells, table, strict=True))
    assert all(
        (cell is None) == (reason is not None)
        for cell, reason in zip(shown.cells, shown.reasons, strict=True)
    )
    assert not any(1 <= cell < LEAST for cell in shown.cells if cell is not None)
    if shown.base is not None and None in shown.cells:
        assert shown.cells.count(None) >= 2
        rest = shown.base - sum(cell for cell in shown.cells if cell is not None)
        assert rest >= LEAST


@given(counts, st.integers(0, 400))
def test_mentions_protect_both_sides(table: list[int], more: int) -> None:
    base = max(table) + more
    shown = mentions(table, base)
    if shown.base is None:
        assert 0 < base < LEAST
        return
    for cell in shown.cells:
        if cell is not None:
            assert not 1 <= cell < LEAST
            assert not 1 <= base - cell < LEAST


def test_the_rules_of_the_analysis_plan() -> None:
    assert one_way((203, 150, 47)).cells == (203, 150, 47)
    # exactly one small cell: the smallest further one goes with it, and nothing else
    assert one_way((203, 3, 150, 0, 47)).cells == (203, None, 150, 0, None)
    assert one_way((203, 3, 150, 0, 47)).reasons[4] is Reason.PARTNER
    # two small cells of 5 together protect each other
    assert one_way((203, 3, 2)).cells == (203, None, None)
    # but two of 2 together would differ from the visible sum by less than 5
    assert one_way((203, 1, 1, 30)).cells == (203, None, None, None)
    # all or nobody of a group under 10
    assert one_way((7, 0)).cells == (None, None)
    assert one_way((12, 0)).cells == (12, 0)
    # under 5 in all: not even the base
    assert one_way((2, 1, 0)) == Shown(None, (None,) * 3, (Reason.WITHHELD,) * 3)
    assert one_way((0, 0)).base == 0
    # ten and two single ones are not taken for three fours
    assert one_way((10, 1, 1)).base == 12


@pytest.mark.parametrize(
    ("cell", "base", "text"),
    [
        (None, 400, "•"),
        (52, 100, "52 %"),
        (0, 30, "0 %"),
        (12, 29, "(41 %)"),
        (5, 10, "(50 %)"),
        (5, 9, ""),
        (1, 200, "1 %"),  # 0.5 goes up
        (401, 403, "100 %"),
    ],
)
def test_shares_are_printed_by_the_rules_for_bases(cell: int | None, base: int, text: str) -> None:
    assert percent(cell, base) == text


@given(st.integers(0, 10_000), st.integers(1, 10_000))
def test_whole_percents_round_half_up(cell: int, base: int) -> None:
    exact = 100 * cell / base
    assert abs(whole_percent(cell, base) - exact) <= 0.5 + 1e-9
