"""Text blocks and rounded boxes: the two things every widget paints."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPen,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

LINE = 1.22
"""Line pitch in font sizes. The face's own 1.30 is for running text; ours are short."""
ABOVE_CAPITALS = 1.36
"""Room for the accents of capitals, in heights of one."""
MARK_OVER, MARK_UNDER, MARK_BESIDE, MARK_ROUND = 1.32, 0.36, 0.07, 0.1
"""The field behind a word that is heard: over and under the base line in heights of a capital,
beside the word and at its corners in lines."""
TIGHT_LINE = 1.05
"""On the keys of a keyboard, which are no taller than a finger needs."""


@dataclass(frozen=True, slots=True)
class Stress:
    """Characters `start` to `end` of a text in a font of their own, of the text's size."""

    start: int
    end: int
    font: QFont


@dataclass(frozen=True, slots=True)
class Run:
    """Part of a line in one font, `x` pixels from the line's beginning."""

    text: str
    font: QFont
    x: float


@dataclass(frozen=True, slots=True)
class WordMark:
    """Characters `start` to `end` of a text are being heard: `ink` on `fill`."""

    start: int
    end: int
    fill: QColor
    ink: QColor


@dataclass(frozen=True, slots=True)
class TextBlock:
    """Text broken into lines for one width; sizes in pixels.

    `height` runs from the top of the tallest capital's accent to the bottom of the descenders.
    `broken` is true if a word had to be cut because it is wider than the block. `starts` says at
    which character of the text each line begins; `runs` has the parts of lines with stress.
    """

    lines: tuple[str, ...]
    font: QFont
    width: float  # of the longest line
    height: float
    pitch: float
    ascent: float
    broken: bool
    starts: tuple[int, ...] = ()
    runs: tuple[tuple[Run, ...], ...] = ()
    widths: tuple[float, ...] = ()

    def paint(
        self,
        painter: QPainter,
        area: QRectF,
        colour: QColor,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        mark: WordMark | None = None,
    ) -> None:
        """Paint into `area`, centred vertically, aligned by `align`; `mark` stands out.

        As Qt has it, "left" is where the painter's language begins to read, "right" its other side.
        """
        backwards = painter.layoutDirection() is Qt.LayoutDirection.RightToLeft
        to_right = bool(align & Qt.AlignmentFlag.AlignRight) is not backwards
        painter.setFont(self.font)
        painter.setPen(colour)
        y = area.top() + (area.height() - self.height) / 2 + self.ascent
        for number in range(len(self.lines)):
            x = area.left()
            if align & Qt.AlignmentFlag.AlignHCenter:
                x += (area.width() - self.widths[number]) / 2
            elif to_right:
                x += area.width() - self.widths[number]
            self._draw(painter, number, x, y)
            box = self._marked(number, mark, backwards=backwards) if mark is not None else None
            if mark is not None and box is not None:
                # The whole line again, of which only the word shows: letters may reach over.
                painter.save()
                painter.setClipRect(box.translated(x, y), Qt.ClipOperation.IntersectClip)
                rounded_box(painter, box.translated(x, y), self.pitch * MARK_ROUND, mark.fill)
                painter.setPen(mark.ink)
                self._draw(painter, number, x, y)
                painter.restore()
            y += self.pitch

    def _draw(self, painter: QPainter, number: int, x: float, y: float) -> None:
        """One line from its beginning on its base line."""
        if not self.runs or not self.runs[number]:
            painter.drawText(QPointF(x, y), self.lines[number])
            return
        backwards = painter.layoutDirection() is Qt.LayoutDirection.RightToLeft
        for run in self.runs[number]:
            painter.setFont(run.font)
            across = run.x
            if backwards:
                wide = QFontMetricsF(run.font).horizontalAdvance(run.text)
                across = self.widths[number] - run.x - wide
            painter.drawText(QPointF(x + across, y), run.text)
        painter.setFont(self.font)

    def _marked(self, number: int, mark: WordMark, *, backwards: bool) -> QRectF | None:
        """Around the marked part of a line, from where its base line begins; None without one."""
        line, begin = self.lines[number], self.starts[number]
        start, end = max(mark.start - begin, 0), min(mark.end - begin, len(line))
        if start >= end:
            return None
        left, right = self._x(number, start), self._x(number, end)
        if backwards:
            left, right = self.widths[number] - right, self.widths[number] - left
        beside = self.pitch * MARK_BESIDE
        capitals = self.ascent / ABOVE_CAPITALS
        over, under = capitals * MARK_OVER, capitals * MARK_UNDER
        return QRectF(left - beside, -over, right - left + 2 * beside, over + under)

    def _x(self, number: int, character: int) -> float:
        """How far along its line a character begins."""
        runs = self.runs[number] if self.runs else ()
        if not runs:
            return QFontMetricsF(self.font).horizontalAdvance(self.lines[number][:character])
        at = 0
        for run in runs:
            if character <= at + len(run.text):
                part = run.text[: character - at]
                return run.x + QFontMetricsF(run.font).horizontalAdvance(part)
            at += len(run.text)
        return self.widths[number]


def mirrored(direction: Qt.LayoutDirection, whole: QRectF, part: QRectF) -> QRectF:
    """`part` of `whole` where it belongs in a language that reads in this direction."""
    if direction is not Qt.LayoutDirection.RightToLeft:
        return part
    return part.translated(whole.left() + whole.right() - part.left() - part.right(), 0)


def text_block(
    text: str,
    font: QFont,
    width: float,
    stresses: Sequence[Stress] = (),
    *,
    line_pitch: float = LINE,
) -> TextBlock:
    """Break `text` at word boundaries (and at newlines) for `width` pixels; never elide.

    `stresses` do not overlap and stand in the order of the text; `line_pitch` is in font sizes.
    """
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    metrics = QFontMetricsF(font)
    lines: list[str] = []
    starts: list[int] = []
    runs: list[tuple[Run, ...]] = []
    widths: list[float] = []
    broken = False
    begin = 0
    for paragraph in text.split("\n"):
        layout = QTextLayout(paragraph, font)
        layout.setTextOption(option)
        if stresses:
            layout.setFormats(formats(stresses, begin, begin + len(paragraph)))
        layout.setCacheEnabled(True)
        layout.beginLayout()
        line = layout.createLine()
        while line.isValid():
            line.setLineWidth(max(width, 1.0))
            start, end = line.textStart(), line.textStart() + line.textLength()
            piece = paragraph[start:end]
            if (
                end < len(paragraph)
                and not piece[-1:].isspace()
                and paragraph[end - 1] not in "-–/"
            ):
                broken = True
            piece = piece.rstrip()
            lines.append(piece)
            starts.append(begin + start)
            parts, wide = _runs(text, font, begin + start, begin + start + len(piece), stresses)
            runs.append(parts)
            widths.append(wide if parts else metrics.horizontalAdvance(piece))
            line = layout.createLine()
        layout.endLayout()
        begin += len(paragraph) + 1
    # Room for Ä above the capitals and g below the line, symmetric about the capitals, so that a
    # single line sits in the optical middle of its button.
    capitals = metrics.capHeight()
    above = capitals * ABOVE_CAPITALS
    below = capitals * 0.36
    pitch = font.pixelSize() * line_pitch
    height = above + below + (len(lines) - 1) * pitch
    return TextBlock(
        tuple(lines),
        font,
        max(widths),
        height,
        pitch,
        above,
        broken,
        tuple(starts),
        tuple(runs),
        tuple(widths),
    )


def same_lines(
    block: TextBlock, text: str, font: QFont, stresses: Sequence[Stress] = ()
) -> TextBlock:
    """`text` in another weight, broken where `block`, its block so far, is broken."""
    metrics = QFontMetricsF(font)
    runs: list[tuple[Run, ...]] = []
    widths: list[float] = []
    for line, start in zip(block.lines, block.starts, strict=True):
        parts, wide = _runs(text, font, start, start + len(line), stresses)
        runs.append(parts)
        widths.append(wide if parts else metrics.horizontalAdvance(line))
    return replace(block, font=font, width=max(widths), runs=tuple(runs), widths=tuple(widths))


def formats(stresses: Sequence[Stress], start: int, end: int) -> list[QTextLayout.FormatRange]:
    """The stresses between two characters of the text, counted from `start`."""
    formats = []
    for each in stresses:
        first, last = max(each.start, start), min(each.end, end)
        if first < last:
            form = QTextCharFormat()
            form.setFont(each.font)
            own = QTextLayout.FormatRange()
            own.start, own.length, own.format = first - start, last - first, form
            formats.append(own)
    return formats


def _runs(
    text: str, font: QFont, start: int, end: int, stresses: Sequence[Stress]
) -> tuple[tuple[Run, ...], float]:
    """The parts of one line and its width; () and 0 if nothing in it is stressed."""
    found = [each for each in stresses if each.start < end and each.end > start]
    if not found:
        return (), 0.0
    runs: list[Run] = []
    x = 0.0
    at = start

    def add(until: int, own: QFont) -> None:
        nonlocal at, x
        if until > at:
            runs.append(Run(text[at:until], own, x))
            x += QFontMetricsF(own).horizontalAdvance(text[at:until])
            at = until

    for each in found:
        add(max(each.start, start), font)
        add(min(each.end, end), each.font)
    add(end, font)
    return tuple(runs), x


def rounded_box(
    painter: QPainter,
    area: QRectF,
    radius: float,
    fill: QColor | None,
    outline: QColor | None = None,
    thickness: float = 0.0,
) -> None:
    """A rounded rectangle whose outline lies wholly inside `area`."""
    half = thickness / 2
    painter.setPen(QPen(outline, thickness) if outline is not None else Qt.PenStyle.NoPen)
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(area.adjusted(half, half, -half, -half), radius - half, radius - half)


def stroke(colour: QColor, thickness: float) -> QPen:
    """A pen with round ends and corners, for marks and arrows."""
    return QPen(
        colour,
        thickness,
        Qt.PenStyle.SolidLine,
        Qt.PenCapStyle.RoundCap,
        Qt.PenJoinStyle.RoundJoin,
    )


def arrow_head(x: float, y: float, reach: float, sign: int) -> list[QPointF]:
    """An open arrow head around (x, y): `sign` 1 points right, -1 left; `reach` is half
    its height."""
    return [
        QPointF(x - sign * reach / 2, y - reach),
        QPointF(x + sign * reach / 2, y),
        QPointF(x - sign * reach / 2, y + reach),
    ]
