import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.benchmarks.figures import figures, ratios, slope

SAMPLES = st.lists(st.floats(0.001, 1e6), min_size=1, max_size=200)


@given(SAMPLES)
def test_every_figure_is_a_sample_that_occurred_and_they_are_in_order(samples: list[float]) -> None:
    taken = figures(samples)
    assert {taken.p50, taken.p95, taken.p99, taken.most} <= set(samples)
    assert taken.p50 <= taken.p95 <= taken.p99 <= taken.most == max(samples)
    assert taken.count == len(samples)


@given(SAMPLES)
def test_no_fewer_than_the_share_lie_at_or_below_a_percentile(samples: list[float]) -> None:
    taken = figures(samples)
    assert 2 * sum(each <= taken.p50 for each in samples) >= len(samples)
    assert 100 * sum(each <= taken.p95 for each in samples) >= 95 * len(samples)
    assert 100 * sum(each <= taken.p99 for each in samples) >= 99 * len(samples)


def test_percentiles_of_a_hundred_are_their_ranks() -> None:
    taken = figures([float(each) for each in range(100, 0, -1)])
    assert (taken.p50, taken.p95, taken.p99, taken.most) == (50, 95, 99, 100)


def test_figures_of_nothing_are_refused() -> None:
    with pytest.raises(ValueError, match="no samples"):
        figures([])


def test_a_ratio_compares_like_with_like() -> None:
    assert ratios(figures([3.0, 9.0]), figures([2.0, 3.0])) == (1.5, 3.0)


@given(st.floats(-10, 10), st.floats(-100, 100), st.integers(2, 30))
def test_the_slope_of_a_line_is_its_slope(rise: float, start: float, count: int) -> None:
    points = [(float(x), start + rise * x) for x in range(count)]
    assert slope(points) == pytest.approx(rise, abs=1e-9)


def test_one_step_is_no_growth_and_steady_growth_is() -> None:
    step = [(float(x), 50.0 if x < 3 else 58.0) for x in range(20)]
    leak = [(float(x), 50.0 + 0.03 * x + (x % 3)) for x in range(20)]
    assert slope(step) == 0
    assert slope(leak) == pytest.approx(0.03, abs=0.03)
    assert slope(leak) > 0


def test_a_slope_needs_two_places() -> None:
    with pytest.raises(ValueError, match="two different places"):
        slope([(1.0, 2.0), (1.0, 3.0)])
