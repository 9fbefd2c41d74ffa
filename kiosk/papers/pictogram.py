"""A pictogram of outlines (SVG) as strokes of a PDF."""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree
from reportlab.lib.colors import Color
from reportlab.pdfgen.canvas import Canvas

from kiosk.papers.sheet import INK

_TOKEN = re.compile(r"([A-Za-z])|(-?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)")
_ARGUMENTS = {"m": 2, "l": 2, "h": 1, "v": 1, "c": 6, "s": 4, "a": 7, "z": 0}

Point = tuple[float, float]
Stroke = tuple[str, tuple[float, ...]]
"""A step of a path: "M" or "L" with a point, "C" with three, "Z"."""


@dataclass(frozen=True, slots=True)
class Pictogram:
    """Strokes in the units of the picture, y downwards."""

    wide: float
    high: float
    weight: float
    paths: tuple[tuple[Stroke, ...], ...]

    def draw(self, canvas: Canvas, x: float, y: float, side: float, colour: Color = INK) -> None:
        """Within a square of `side` points whose lower left corner is at `x`, `y`."""
        canvas.saveState()
        canvas.translate(x, y + side)
        scale = side / max(self.wide, self.high)
        canvas.scale(scale, -scale)
        canvas.setStrokeColor(colour)
        canvas.setLineWidth(self.weight)
        canvas.setLineCap(1)
        canvas.setLineJoin(1)
        for strokes in self.paths:
            path = canvas.beginPath()
            for step, at in strokes:
                match step:
                    case "M":
                        path.moveTo(*at)
                    case "L":
                        path.lineTo(*at)
                    case "C":
                        path.curveTo(*at)
                    case _:
                        path.close()
            canvas.drawPath(path, stroke=1, fill=0)
        canvas.restoreState()


def pictogram(svg: bytes) -> Pictogram | None:
    """A picture that is nothing but stroked paths; None for any other."""
    try:
        root = etree.fromstring(svg, etree.XMLParser(resolve_entities=False, no_network=True))
        _, _, wide, high = map(float, (root.get("viewBox") or "").split())
        weight = float(root.get("stroke-width") or 1)
        tags = [etree.QName(each).localname for each in root]
        if root.get("fill") != "none" or set(tags) != {"path"}:
            return None
        paths = tuple(tuple(_strokes(each.get("d") or "")) for each in root)
    except (etree.XMLSyntaxError, ValueError, KeyError, TypeError):
        return None
    return Pictogram(wide, high, weight, paths)


def _strokes(outline: str) -> Iterator[Stroke]:
    """The steps of a path's `d` (SVG 1.1, 8.3), all of them absolute."""
    here: Point = (0.0, 0.0)
    start = here
    handle: Point | None = None
    for command, given in _commands(outline):
        small = command.lower()
        ends = [value + (here[place % 2] if command.islower() else 0)
                for place, value in enumerate(given)]  # fmt: skip
        before, handle = handle, None
        match small:
            case "z":
                yield "Z", ()
                here = start
            case "m":
                here = start = (ends[0], ends[1])
                yield "M", here
            case "h" | "v":
                value = given[0] + (here[small == "v"] if command.islower() else 0)
                here = (value, here[1]) if small == "h" else (here[0], value)
                yield "L", here
            case "l":
                here = (ends[0], ends[1])
                yield "L", here
            case "c" | "s":
                if small == "s":
                    first = (2 * here[0] - before[0], 2 * here[1] - before[1]) if before else here
                    ends = [*first, *ends]
                yield "C", tuple(ends)
                handle, here = (ends[2], ends[3]), (ends[4], ends[5])
            case "a":
                base = here if command.islower() else (0.0, 0.0)
                end = (given[5] + base[0], given[6] + base[1])
                yield from _arc(here, end, given)
                here = end


def _commands(outline: str) -> Iterator[tuple[str, tuple[float, ...]]]:
    command = ""
    numbers: list[float] = []
    for letter, number in _TOKEN.findall(outline):
        if letter:
            command = letter
            numbers = []
            if command in "zZ":
                yield command, ()
            continue
        numbers.append(float(number))
        if len(numbers) == _ARGUMENTS[command.lower()]:
            yield command, tuple(numbers)
            numbers = []
            # More points after a move are lines (8.3.2).
            command = {"m": "l", "M": "L"}.get(command, command)


def _arc(start: Point, end: Point, given: tuple[float, ...]) -> Iterator[Stroke]:
    """An elliptical arc as curves of a quarter turn at most (SVG 1.1, F.6.5)."""
    rx, ry = abs(given[0]), abs(given[1])
    if not (rx and ry) or start == end:
        yield "L", end
        return
    turn = math.radians(given[2])
    cos, sin = math.cos(turn), math.sin(turn)
    dx, dy = (start[0] - end[0]) / 2, (start[1] - end[1]) / 2
    x, y = cos * dx + sin * dy, -sin * dx + cos * dy
    grown = math.sqrt(max(1.0, (x / rx) ** 2 + (y / ry) ** 2))
    rx, ry = rx * grown, ry * grown
    below = (rx * y) ** 2 + (ry * x) ** 2
    factor = math.sqrt(max(0.0, ((rx * ry) ** 2 - below) / below))
    if given[3] == given[4]:
        factor = -factor
    cx, cy = factor * rx * y / ry, -factor * ry * x / rx
    middle = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
    centre = (cos * cx - sin * cy + middle[0], sin * cx + cos * cy + middle[1])
    first = math.atan2((y - cy) / ry, (x - cx) / rx)
    sweep = math.atan2((-y - cy) / ry, (-x - cx) / rx) - first
    if given[4] and sweep < 0:
        sweep += 2 * math.pi
    elif not given[4] and sweep > 0:
        sweep -= 2 * math.pi
    pieces = max(1, math.ceil(abs(sweep) / (math.pi / 2) - 1e-9))
    step = sweep / pieces
    reach = 4 / 3 * math.tan(step / 4)

    def placed(px: float, py: float) -> Point:
        px, py = px * rx, py * ry
        return centre[0] + cos * px - sin * py, centre[1] + sin * px + cos * py

    for piece in range(pieces):
        a, b = first + piece * step, first + (piece + 1) * step
        one = placed(math.cos(a) - reach * math.sin(a), math.sin(a) + reach * math.cos(a))
        two = placed(math.cos(b) + reach * math.sin(b), math.sin(b) - reach * math.cos(b))
        yield "C", (*one, *two, *placed(math.cos(b), math.sin(b)))
