"""Pictograms of strokes, as the shipped ones are drawn."""

import math

import pytest
from support.papers import rothenburg

from kiosk.papers.pictogram import Stroke, pictogram


def strokes(outline: str) -> tuple[Stroke, ...]:
    svg = f'<svg viewBox="0 0 24 24" fill="none" stroke-width="2"><path d="{outline}"/></svg>'
    made = pictogram(svg.encode())
    assert made is not None
    return made.paths[0]


def test_every_pictogram_of_the_study_can_be_printed() -> None:
    pictures = {name: raw for name, raw in rothenburg().media.items() if name.endswith(".svg")}
    assert len(pictures) > 30
    for name, raw in pictures.items():
        made = pictogram(raw)
        assert made is not None, name
        points = [value for path in made.paths for _, at in path for value in at]
        assert points
        assert -2 <= min(points) <= max(points) <= 26, name


def test_steps_are_made_absolute() -> None:
    assert strokes("M3 7l2 -1h4v-2H1V9L5 6z") == (
        ("M", (3, 7)), ("L", (5, 6)), ("L", (9, 6)), ("L", (9, 4)), ("L", (1, 4)), ("L", (1, 9)),
        ("L", (5, 6)), ("Z", ()),
    )  # fmt: skip
    assert strokes("m1 1 2 3 4 5") == (("M", (1, 1)), ("L", (3, 4)), ("L", (7, 9)))
    assert strokes("M0 0c1 1 2 1 3 0s2 -1 3 0")[1:] == (
        ("C", (1, 1, 2, 1, 3, 0)),
        ("C", (4, -1, 5, -1, 6, 0)),
    )


@pytest.mark.parametrize(("large", "sweep"), [(0, 0), (0, 1), (1, 0), (1, 1)])
def test_arcs_end_where_they_should_and_stay_on_their_circle(large: int, sweep: int) -> None:
    path = strokes(f"M3 0a3 3 0 {large} {sweep} 3 3")
    assert path[-1][1][-2:] == pytest.approx((6, 3))
    centre = (3, 3) if large != sweep else (6, 0)
    at = (3.0, 0.0)
    for _, (x1, y1, x2, y2, x, y) in path[1:]:
        middle = (
            (at[0] + 3 * x1 + 3 * x2 + x) / 8,
            (at[1] + 3 * y1 + 3 * y2 + y) / 8,
        )
        assert math.dist(middle, centre) == pytest.approx(3, abs=0.01)
        at = (x, y)
    assert len(path) - 1 == (3 if large else 1)


@pytest.mark.parametrize(
    "svg",
    [
        b"",
        b"<svg",
        b"<svg/>",
        b'<svg viewBox="0 0 24 24"><path d="M0 0"/></svg>',
        b'<svg viewBox="0 0 24 24" fill="none"><rect/></svg>',
        b'<svg viewBox="0 0 24 24" fill="none"><path d="M0 0q1 1 2 2"/></svg>',
    ],
)
def test_other_pictures_are_left_out(svg: bytes) -> None:
    assert pictogram(svg) is None
