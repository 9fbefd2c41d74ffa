"""The blocks of the Grundauszählung on paper: heading, bars, grid."""

from collections.abc import Sequence

from reportlab.lib.colors import Color, white
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether

from kiosk.office.report.printed import Bar, Bars, Block, Cell, Grid, GridRow
from kiosk.papers.sheet import ACCENT, CONTENT, INK, QUIET, RULE, TRACK
from kiosk.papers.typeface import Typeface, lines_of, width_of

INDENT = 17 * mm  # the question's name stands in the margin before it
LABEL = 66 * mm
BAR_AT = INDENT + LABEL + 4 * mm
BAR = 43 * mm  # 100 %
COUNT_AT = CONTENT - 16 * mm  # right edges of the figures
PERCENT_AT = CONTENT
_SMALLEST_NAME = 8.0  # points
SPACE_BEFORE = 9 * mm  # none at the top of a page


def flowables(block: Block, face: Typeface) -> list[Flowable]:
    """A block that stays on one page, unless it is longer than a page."""
    parts: list[Flowable] = [Heading(block.name, block.wording, block.base, face)]
    if isinstance(block, Bars) and block.bars:
        parts += [BarHead(face), *(BarRow(bar, face) for bar in block.bars)]
    if isinstance(block, Grid):
        parts.append(GridHead(block.heads, face))
        parts += [GridLine(row, len(block.heads), face) for row in block.rows]
    if isinstance(block, Bars | Grid) and block.note:
        parts.append(Note(block.note, face))
    return [KeepTogether(parts)]


class Line(Flowable):
    """Something drawn across the whole width, `high` points high."""

    def __init__(self, high: float) -> None:
        super().__init__()
        self.high = high

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """The size it takes."""
        return CONTENT, self.high

    def text(
        self, lines: Sequence[str], x: float, top: float, font: str, size: float, leading: float,
        colour: Color,
    ) -> None:  # fmt: skip
        """Lines set flush left, the first one's top `top` points below this flowable's top."""
        self.canv.setFont(font, size)
        self.canv.setFillColor(colour)
        for number, line in enumerate(lines):
            self.canv.drawString(x, self.high - top - 0.78 * size - number * leading, line)


class Heading(Line):
    """The question's name in the margin, its wording, and who its base is; its bookmark too."""

    def __init__(
        self, name: str, wording: str, base: str, face: Typeface, *, listed: bool = True
    ) -> None:
        self.listed = listed  # among the bookmarks
        self.name, self.wording, self.face = name, wording, face
        self.lines = lines_of(wording, face.bold, 12, CONTENT - INDENT)
        self.base = lines_of(base, face.regular, 8.5, CONTENT - INDENT)
        # A name too long for the margin is set smaller, or on a line of its own above the wording.
        self.size = min(12.0, 12 * (INDENT - 2 * mm) / max(width_of(name, face.bold, 12), 1))
        self.above = 0 if self.size >= _SMALLEST_NAME else 15
        self.size = 12.0 if self.above else self.size
        self.below = 4 * mm + self.above + len(self.lines) * 15 + 1.2 * mm
        super().__init__(self.below + len(self.base) * 11.5 + 2.5 * mm)
        self.spaceBefore = SPACE_BEFORE

    def draw(self) -> None:
        """Draw it under a rule."""
        canvas = self.canv
        if self.listed:
            key = f"q-{self.name}-{self.wording}"
            canvas.bookmarkHorizontal(key, 0, self.high)
            canvas.addOutlineEntry(f"{self.name}  {self.wording}", key, 0)
        canvas.setStrokeColor(RULE)
        canvas.setLineWidth(0.6)
        canvas.line(0, self.high, CONTENT, self.high)
        left = INDENT if self.above else 0
        # On the wording's baseline, whatever its size.
        top = 4 * mm + 0.78 * (12 - self.size)
        self.text([self.name], left, top, self.face.bold, self.size, 15, ACCENT)
        self.text(self.lines, INDENT, 4 * mm + self.above, self.face.bold, 12, 15, INK)
        self.text(self.base, INDENT, self.below, self.face.regular, 8.5, 11.5, QUIET)


class BarHead(Line):
    """The heads of the two columns of figures."""

    def __init__(self, face: Typeface) -> None:
        super().__init__(4.2 * mm)
        self.face = face

    def draw(self) -> None:
        """Draw them over their columns."""
        self.canv.setFont(self.face.regular, 7.5)
        self.canv.setFillColor(QUIET)
        self.canv.drawRightString(COUNT_AT, 1.4 * mm, "Anzahl")
        self.canv.drawRightString(PERCENT_AT, 1.4 * mm, "Anteil")


class BarRow(Line):
    """One answer: label, bar on a track of 100 %, count, share."""

    def __init__(self, bar: Bar, face: Typeface) -> None:
        self.bar, self.face = bar, face
        self.lines = lines_of(bar.label, face.regular, 9.5, LABEL)
        super().__init__(len(self.lines) * 12 + 1.7 * mm)

    def draw(self) -> None:
        """Draw it, bar and figures on the label's first line."""
        canvas, face, bar = self.canv, self.face, self.bar
        self.text(self.lines, INDENT, 1.5, face.regular, 9.5, 12, INK)
        foot = self.high - 1.5 - 0.78 * 9.5 - 0.3
        if bar.share is not None:
            canvas.setFillColor(TRACK)
            canvas.rect(BAR_AT, foot, BAR, 7.6, stroke=0, fill=1)
            canvas.setFillColor(ACCENT if bar.firm else white)
            canvas.setStrokeColor(ACCENT)
            canvas.setLineWidth(0.8)
            if bar.share > 0:
                canvas.rect(BAR_AT, foot, BAR * bar.share, 7.6, stroke=int(not bar.firm), fill=1)
        canvas.setFillColor(INK)
        canvas.setFont(face.regular, 9.5)
        canvas.drawRightString(COUNT_AT, foot + 0.3, bar.count)
        canvas.setFont(face.bold, 9.5)
        # The figure stays in its column whether a bracket closes it or not.
        hang = canvas.stringWidth(")", face.bold, 9.5) if bar.percent.endswith(")") else 0
        canvas.drawRightString(PERCENT_AT + hang, foot + 0.3, bar.percent)


class Note(Line):
    """What has to be said below the figures."""

    def __init__(self, note: str, face: Typeface) -> None:
        self.face = face
        self.lines = lines_of(note, face.regular, 8.5, CONTENT - INDENT)
        super().__init__(1.6 * mm + len(self.lines) * 11.5)

    def draw(self) -> None:
        """Draw it quietly."""
        self.text(self.lines, INDENT, 1.6 * mm, self.face.regular, 8.5, 11.5, QUIET)


GRID_LABEL = 56 * mm
GRID_BASE_AT = GRID_LABEL + 13 * mm
GRID_AT = GRID_BASE_AT + 3 * mm
GRID_GAP = 0.7 * mm


def column_width(columns: int) -> float:
    """The width of each of so many columns of a grid, in points; at most 26 mm."""
    return min((CONTENT - GRID_AT) / columns, 26 * mm)


class GridHead(Line):
    """The answers over their columns."""

    def __init__(self, heads: Sequence[str], face: Typeface) -> None:
        self.face = face
        self.wide = column_width(len(heads))
        self.heads = [lines_of(head, face.regular, 7, self.wide - 1.2 * mm) for head in heads]
        super().__init__(max(len(head) for head in self.heads) * 8.6 + 2.5 * mm)

    def draw(self) -> None:
        """Draw them standing on one line."""
        canvas = self.canv
        canvas.setFont(self.face.regular, 7)
        canvas.setFillColor(QUIET)
        canvas.drawRightString(GRID_BASE_AT, 1.8 * mm, "n")
        for place, head in enumerate(self.heads):
            middle = GRID_AT + (place + 0.5) * self.wide
            for number, line in enumerate(reversed(head)):
                canvas.drawCentredString(middle, 1.8 * mm + number * 8.6, line)


class GridLine(Line):
    """One item of a loop: label, base, and a tinted cell per answer."""

    def __init__(self, row: GridRow, columns: int, face: Typeface) -> None:
        self.row, self.face = row, face
        self.wide = column_width(columns)
        self.lines = lines_of(row.label, face.regular, 9, GRID_LABEL)
        super().__init__(max(len(self.lines) * 10.5 + 1.2 * mm, 6.4 * mm))

    def draw(self) -> None:
        """Draw it; the tint is the share, dark enough to see and light enough to read on."""
        canvas = self.canv
        foot = (self.high - 9) / 2 + 1.6
        top = (self.high - len(self.lines) * 10.5) / 2
        self.text(self.lines, 0, top + 1, self.face.regular, 9, 10.5, INK)
        canvas.setFont(self.face.regular, 9)
        canvas.drawRightString(GRID_BASE_AT, foot, self.row.base)
        canvas.setFillColor(QUIET)
        canvas.setFont(self.face.regular, 8)
        canvas.drawString(GRID_AT + 1.5 * mm, foot, self.row.instead)
        canvas.setFont(self.face.regular, 9)
        for place, cell in enumerate(self.row.cells):
            self._cell(cell, GRID_AT + place * self.wide, foot)

    def _cell(self, cell: Cell, x: float, foot: float) -> None:
        canvas = self.canv
        canvas.setFillColor(TRACK if cell.share is None else _tint(cell.share))
        canvas.rect(
            x + GRID_GAP / 2, GRID_GAP / 2, self.wide - GRID_GAP, self.high - GRID_GAP,
            stroke=0, fill=1,
        )  # fmt: skip
        canvas.setFillColor(INK)
        canvas.drawCentredString(x + self.wide / 2, foot, cell.text)


def _tint(share: float) -> Color:
    """Accent on white, 4 % of it for nobody up to 55 % for everybody: ink on it keeps 5:1."""
    strength = 0.04 + 0.51 * share
    return Color(*(1 - strength * (1 - part) for part in ACCENT.rgb()))
