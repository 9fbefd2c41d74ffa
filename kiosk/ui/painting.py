"""Text blocks and rounded boxes: the two things every widget paints."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPen,
    QTextLayout,
    QTextOption,
)

LINE = 1.22
"""Line pitch in font sizes. The face's own 1.30 is for running text; ours are short."""


@dataclass(frozen=True, slots=True)
class TextBlock:
    """Text broken into lines for one width; sizes in pixels.

    `height` runs from the top of the tallest capital's accent to the bottom of the descenders.
    `broken` is true if a word had to be cut because it is wider than the block.
    """

    lines: tuple[str, ...]
    font: QFont
    width: float  # of the longest line
    height: float
    pitch: float
    ascent: float
    broken: bool

    def paint(
        self,
        painter: QPainter,
        area: QRectF,
        colour: QColor,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        """Paint into `area`, centred vertically, aligned horizontally by `align`."""
        painter.setFont(self.font)
        painter.setPen(colour)
        metrics = QFontMetricsF(self.font)
        y = area.top() + (area.height() - self.height) / 2 + self.ascent
        for line in self.lines:
            x = area.left()
            if align & Qt.AlignmentFlag.AlignHCenter:
                x += (area.width() - metrics.horizontalAdvance(line)) / 2
            elif align & Qt.AlignmentFlag.AlignRight:
                x += area.width() - metrics.horizontalAdvance(line)
            painter.drawText(QPointF(x, y), line)
            y += self.pitch


def text_block(text: str, font: QFont, width: float) -> TextBlock:
    """Break `text` at word boundaries (and at newlines) for `width` pixels; never elide."""
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    metrics = QFontMetricsF(font)
    lines: list[str] = []
    widest = 0.0
    broken = False
    for paragraph in text.split("\n"):
        layout = QTextLayout(paragraph, font)
        layout.setTextOption(option)
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
            widest = max(widest, metrics.horizontalAdvance(piece))
            line = layout.createLine()
        layout.endLayout()
        if not paragraph:
            lines.append("")
    # Room for Ä above the capitals and g below the line, symmetric about the capitals, so that a
    # single line sits in the optical middle of its button.
    capitals = metrics.capHeight()
    above = capitals * 1.36
    below = capitals * 0.36
    pitch = font.pixelSize() * LINE
    height = above + below + (len(lines) - 1) * pitch
    return TextBlock(tuple(lines), font, widest, height, pitch, above, broken)


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
