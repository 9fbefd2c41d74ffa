from hypothesis import given
from hypothesis import strategies as st

from kiosk.ui.inputs.arrange import Box, column, evenly, grid, grid_pages

AREA = Box(10, 20, 900, 600)


@given(st.integers(0, 60), st.integers(1, 20))
def test_evenly_keeps_everything_once_and_sizes_within_one(count: int, pages: int) -> None:
    ranges = evenly(count, pages)
    assert [each for part in ranges for each in part] == list(range(count))
    sizes = [len(part) for part in ranges]
    assert max(sizes) - min(sizes) <= 1


@given(st.lists(st.integers(100, 300), min_size=1, max_size=30))
def test_a_column_shows_every_row_once_inside_and_in_order(heights: list[int]) -> None:
    pages = column(heights, AREA, gap=20)
    assert pages is not None
    assert [n for page in pages for n, _ in page.cells] == list(range(len(heights)))
    for page in pages:
        y = AREA.y
        for number, box in page.cells:
            assert box == Box(AREA.x, y, AREA.width, heights[number])
            y += box.height + 20
        assert y - 20 <= AREA.y + AREA.height


def test_a_row_taller_than_the_area_does_not_fit() -> None:
    assert column([601], AREA, gap=20) is None
    assert column([600], AREA, gap=20) is not None


@given(st.integers(1, 30), st.sampled_from([0, 6]), st.integers(1, 4), st.integers(1, 4))
def test_a_grid_never_mixes_blocks_and_never_overlaps(
    count: int, block: int, columns: int, rows: int
) -> None:
    pages = grid(count, block, columns, rows, AREA, gap=20)
    assert [n for page in pages for n, _ in page.cells] == list(range(count))
    for page in pages:
        assert len(page.cells) <= columns * rows
        if block:
            assert len({number // block for number, _ in page.cells}) == 1
        places = {(box.x, box.y) for _, box in page.cells}
        assert len(places) == len(page.cells)
        for _, box in page.cells:
            assert box.x + box.width <= AREA.x + AREA.width
            assert box.y + box.height <= AREA.y + AREA.height


@given(st.integers(1, 60), st.integers(0, 12), st.integers(1, 6), st.integers(1, 6))
def test_the_pages_of_a_grid_are_known_before_it_is_made(
    count: int, block: int, columns: int, rows: int
) -> None:
    made = grid(count, block, columns, rows, AREA, gap=20)
    assert grid_pages(count, block, columns, rows) == len(made)
