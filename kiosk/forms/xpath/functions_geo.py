"""Places on Earth (ODK XForms, "Geographic functions").

The Earth is a ball of its equatorial radius, as ODK has it; altitudes do not count.
"""

import math
from collections.abc import Mapping, Sequence
from itertools import pairwise

from kiosk.forms.xpath.evaluation import Context, Evaluator, Function
from kiosk.forms.xpath.values import Value, plain_number, to_string

RADIUS = 6_378_100.0
"""Metres from the centre of the Earth to the Equator (IAU nominal value, rounded as in ODK)."""

Point = tuple[float, float]
"""Latitude and longitude in degrees."""


def _points(text: str) -> list[Point] | None:
    """The points of a geopoint, geotrace or geoshape; None for what is none of them."""
    found: list[Point] = []
    for each in text.strip().removesuffix(";").split(";"):
        numbers = [plain_number(part) for part in each.split()]
        if not 2 <= len(numbers) <= 4 or any(map(math.isnan, numbers)):
            return None
        latitude, longitude = numbers[:2]
        if abs(latitude) > 90 or abs(longitude) > 180:
            return None
        found.append((latitude, longitude))
    return found


def _all_points(context: Context, args: Sequence[Evaluator]) -> list[Point] | None:
    """The points of every argument, a node-set giving those of each of its nodes."""
    found: list[Point] = []
    for arg in args:
        value = arg(context)
        texts = [node.value for node in value] if isinstance(value, list) else [to_string(value)]
        for text in texts:
            points = _points(text)
            if points is None:
                return None
            found.extend(points)
    return found or None


def _between(first: Point, second: Point) -> float:
    """Great-circle distance in metres (haversine: exact for near points, too)."""
    north, south = math.radians(first[0]), math.radians(second[0])
    east = math.radians(second[1] - first[1])
    half = math.sin((south - north) / 2) ** 2
    half += math.cos(north) * math.cos(south) * math.sin(east / 2) ** 2
    return 2 * RADIUS * math.asin(min(1.0, math.sqrt(half)))


def _distance(context: Context, args: Sequence[Evaluator]) -> Value:
    """Metres along the points; NaN while a point is missing or is none."""
    points = _all_points(context, args)
    if points is None:
        return math.nan
    return math.fsum(map(_between, points, points[1:]))


def _area(context: Context, args: Sequence[Evaluator]) -> Value:
    """Square metres inside the points, projected around the first of them; NaN as above.

    Shoelace formula on metres north and east of the first point, as ODK calculates.
    """
    points = _all_points(context, args)
    if points is None:
        return math.nan
    degree = math.radians(1) * RADIUS
    latitude, longitude = points[0]
    flat = [
        ((north - latitude) * degree, (east - longitude) * degree * math.cos(math.radians(north)))
        for north, east in points
    ]
    crossed = (
        north * next_east - east * next_north
        for (north, east), (next_north, next_east) in pairwise(flat)
    )
    return abs(math.fsum(crossed)) / 2


def _geofence(context: Context, args: Sequence[Evaluator]) -> Value:
    """Whether a geopoint lies in a geoshape: even-odd rule; false while either is missing."""
    points, shape = _points(to_string(args[0](context))), _points(to_string(args[1](context)))
    if points is None or shape is None:
        return False
    latitude, longitude = points[0]
    inside = False
    for (north, east), (south, west) in pairwise(shape):
        if (south > latitude) != (north > latitude):
            border = (east - west) * (latitude - south) / (north - south) + west
            inside ^= longitude < border
    return inside


def _intersects(context: Context, args: Sequence[Evaluator]) -> Value:
    """Whether a geotrace or geoshape crosses or touches itself; neighbours share their corner."""
    points = _points(to_string(args[0](context)))
    if points is None:
        return False
    lines = [pair for pair in pairwise(points) if pair[0] != pair[1]]
    closed = len(lines) > 1 and lines[0][0] == lines[-1][1]
    for place, first in enumerate(lines):
        for other in range(place + 1, len(lines)):
            if other == place + 1:
                if _folds_back(first[0], first[1], lines[other][1]):
                    return True
            elif closed and place == 0 and other == len(lines) - 1:
                if _folds_back(lines[other][0], first[0], first[1]):
                    return True
            elif _cross(first, lines[other]):
                return True
    return False


def _turn(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def _folds_back(a: Point, b: Point, c: Point) -> bool:
    """Whether the line from a over the corner b to c runs back over itself."""
    ahead = (b[0] - a[0]) * (c[0] - b[0]) + (b[1] - a[1]) * (c[1] - b[1])
    return _turn(a, b, c) == 0 and ahead < 0


def _cross(first: tuple[Point, Point], second: tuple[Point, Point]) -> bool:
    (a, b), (c, d) = first, second
    turns = (_turn(a, b, c), _turn(a, b, d), _turn(c, d, a), _turn(c, d, b))
    if turns[0] * turns[1] < 0 and turns[2] * turns[3] < 0:
        return True
    return any(
        turn == 0 and _on(line, point)
        for turn, line, point in zip(
            turns, (first, first, second, second), (c, d, a, b), strict=True
        )
    )


def _on(line: tuple[Point, Point], point: Point) -> bool:
    (a, b) = line
    return min(a[0], b[0]) <= point[0] <= max(a[0], b[0]) and (
        min(a[1], b[1]) <= point[1] <= max(a[1], b[1])
    )


GEOGRAPHY: Mapping[str, Function] = {
    "distance": Function(1, None, _distance),
    "area": Function(1, None, _area),
    "enclosed-area": Function(1, None, _area),
    "geofence": Function(2, 2, _geofence),
    "intersects": Function(1, 1, _intersects),
}
