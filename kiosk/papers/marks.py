"""What is crossed, counted and written on: boxes, scales, digits and lines."""

from collections.abc import Callable, Sequence

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from kiosk.papers.paper_form import Digits, PaperChoice
from kiosk.papers.pictogram import Pictogram
from kiosk.papers.prose import Type, height_of, prose
from kiosk.papers.sheet import CONTENT, INK, QUIET
from kiosk.papers.typeface import width_of

SIDE = 5.6 * mm
"""Of a box, wide enough for a cross by an unsteady hand."""
INDENT = SIDE + 4 * mm
GAP, TIGHT = 2.3 * mm, 1.1 * mm
"""Below each choice; the tight one where it keeps a question on one page."""
_BETWEEN = 6 * mm  # columns
_PICTURE = 9 * mm
_CAPITAL = 0.67  # of the size: how high a capital is
_DIGIT_WIDE, _DIGIT_HIGH = 9 * mm, 11 * mm
LINE_HIGH = 11 * mm

Picture = Callable[[str], Pictogram | None]
"""The pictogram of a file's name; None where there is none that can be printed."""


def box(canvas: Canvas, x: float, y: float, *, circle: bool) -> None:
    """A box or circle to cross, its lower left corner at `x`, `y`."""
    canvas.setStrokeColor(INK)
    canvas.setLineWidth(1.1)
    if circle:
        canvas.circle(x + SIDE / 2, y + SIDE / 2, SIDE / 2)
    else:
        canvas.rect(x, y, SIDE, SIDE)


def column_width(columns: int) -> float:
    """Of one of so many columns, in points."""
    return (CONTENT - (columns - 1) * _BETWEEN) / columns


class ChoiceRows(Flowable):
    """Choices in columns, read down the first one first; they stay on one page."""

    def __init__(
        self, choices: Sequence[PaperChoice], type_: Type, picture: Picture, *, circle: bool,
        columns: int = 1, before: float = 0, gap: float = GAP,
    ) -> None:  # fmt: skip
        super().__init__()
        self._circle = circle
        self._before = before
        self._gap = gap
        self._type = type_
        self._wide = column_width(columns)
        rows = -(-len(choices) // columns)
        self._pictures = [picture(each.picture) if each.picture else None for each in choices]
        self._indent = INDENT + (_PICTURE + 3 * mm if any(self._pictures) else 0)
        self._columns = [
            list(zip(choices[at : at + rows], self._pictures[at : at + rows], strict=True))
            for at in range(0, len(choices), rows)
        ]
        self._words = {each.value: choice_words(each, type_) for each in choices}
        self._rows = [
            max(self._high(column[row][0].value) for column in self._columns if row < len(column))
            for row in range(rows)
        ]

    def _high(self, value: str) -> float:
        least = _PICTURE if any(self._pictures) else SIDE
        words = height_of(self._words[value], self._wide - self._indent)
        return max(words, least) + self._gap

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """The size it takes."""
        return CONTENT, sum(self._rows) + self._before

    def draw(self) -> None:
        """Boxes, pictograms and words."""
        for place, column in enumerate(self._columns):
            x = place * (self._wide + _BETWEEN)
            top = sum(self._rows)
            for row, (choice, pictogram) in enumerate(column):
                middle = top - 0.5 * self._type.leading
                if pictogram is not None:
                    middle = top - 0.5 * _PICTURE
                    pictogram.draw(self.canv, x + INDENT, middle - _PICTURE / 2, _PICTURE)
                box(self.canv, x, middle - SIDE / 2, circle=self._circle)
                y = middle + 0.5 * self._type.leading
                for each in self._words[choice.value]:
                    _, high = each.wrap(self._wide - self._indent, 10_000)
                    y -= high
                    each.drawOn(self.canv, x + self._indent, y)
                top -= self._rows[row]


def choice_words(choice: PaperChoice, type_: Type) -> list[Flowable]:
    """The label of a choice and, smaller, what belongs to it."""
    words = prose(choice.label, type_)
    if choice.hint:
        small = Type(type_.face, type_.size - 2, type_.leading - 3, colour=QUIET)
        words += prose(choice.hint, small)
    return words


class ScaleRow(Flowable):
    """The points of a scale side by side, joined by a fine line, their words below."""

    def __init__(self, choices: Sequence[PaperChoice], type_: Type) -> None:
        super().__init__()
        self._wide = CONTENT / len(choices)
        self._type = type_
        self._words = [prose(each.label, _centred(type_)) for each in choices]
        self._high = max(height_of(each, self._wide - 3 * mm) for each in self._words)

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """The size it takes."""
        return CONTENT, SIDE + 2 * mm + self._high + GAP

    def draw(self) -> None:
        """The line, the circles on it, the words."""
        canvas = self.canv
        y = self.wrap(0, 0)[1] - SIDE
        canvas.setStrokeColor(QUIET)
        canvas.setLineWidth(0.6)
        for place in range(len(self._words) - 1):
            middle = (place + 0.5) * self._wide
            ends = (middle + SIDE / 2, middle + self._wide - SIDE / 2)
            canvas.line(ends[0], y + SIDE / 2, ends[1], y + SIDE / 2)
        for place, words in enumerate(self._words):
            box(canvas, (place + 0.5) * self._wide - SIDE / 2, y, circle=True)
            at = y - 2 * mm
            for each in words:
                _, high = each.wrap(self._wide - 3 * mm, 10_000)
                at -= high
                each.drawOn(canvas, place * self._wide + 1.5 * mm, at)


def fits_a_scale(choices: Sequence[PaperChoice], type_: Type) -> bool:
    """Whether every point has room for its words in three lines, no word broken."""
    if not 2 <= len(choices) <= 5:
        return False
    # Code 0 is often "kein Internet zu Hause": no point of the line. A list claims nothing.
    if any(each.value == "0" for each in choices):
        return False
    wide = CONTENT / len(choices) - 3 * mm
    for each in choices:
        font = type_.face.regular
        if any(width_of(word, font, type_.size) > wide for word in each.label.split()):
            return False
        if each.hint or height_of(prose(each.label, type_), wide) > 3 * type_.leading + 1:
            return False
    return True


def _centred(type_: Type) -> Type:
    return Type(type_.face, type_.size, type_.leading, centred=True)


class DigitBoxes(Flowable):
    """A box for each digit, what they mean below."""

    def __init__(self, digits: Digits, type_: Type) -> None:
        super().__init__()
        self._digits = digits
        self._type = type_
        self._below = type_.leading if any(below for _, below in digits.groups) else 0

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """The size it takes."""
        return CONTENT, _DIGIT_HIGH + self._below + GAP

    def draw(self) -> None:
        """The boxes of each group from the left."""
        canvas, x = self.canv, 0.0
        y = GAP + self._below
        canvas.setStrokeColor(INK)
        for place, (count, below) in enumerate(self._digits.groups):
            if place:
                canvas.setFont(self._type.face.regular, self._type.size)
                canvas.setFillColor(INK)
                if self._digits.between:
                    canvas.drawCentredString(x + 2.5 * mm, y + 1.5 * mm, self._digits.between)
                x += 5 * mm
            canvas.setLineWidth(1)
            for _ in range(count):
                canvas.rect(x, y, _DIGIT_WIDE, _DIGIT_HIGH)
                x += _DIGIT_WIDE
            if below:
                canvas.setFont(self._type.face.regular, self._type.size - 2)
                canvas.setFillColor(QUIET)
                canvas.drawCentredString(
                    x - count * _DIGIT_WIDE / 2, GAP + 0.2 * self._type.size, below
                )


class WriteLines(Flowable):
    """Lines to write on, `label` before the first one."""

    def __init__(self, count: int, type_: Type, label: str = "") -> None:
        super().__init__()
        self._count = count
        self._type = type_
        self._label = label

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """The size it takes."""
        return CONTENT, self._count * LINE_HIGH + GAP

    def draw(self) -> None:
        """The lines, from the top."""
        canvas, font, size = self.canv, self._type.face.regular, self._type.size
        top = self.wrap(0, 0)[1]
        canvas.setFont(font, size)
        canvas.setFillColor(INK)
        canvas.setStrokeColor(INK)
        canvas.setLineWidth(0.7)
        for number in range(1, self._count + 1):
            y, x = top - number * LINE_HIGH + 1.5 * mm, 0.0
            if self._label and number == 1:
                canvas.drawString(0, y + 1 * mm, self._label)
                x = width_of(self._label, font, size) + 3 * mm
            canvas.line(x, y, CONTENT, y)


class Example(Flowable):
    """How a cross looks, or how a wrong one is corrected, with a sentence beside it."""

    def __init__(self, sentence: str, type_: Type, *, corrected: bool) -> None:
        super().__init__()
        self._corrected = corrected
        self._words = prose(sentence, type_)
        self._wide = CONTENT - 30 * mm
        self._type = type_

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """The size it takes."""
        return CONTENT, max(height_of(self._words, self._wide), SIDE) + GAP

    def draw(self) -> None:
        """The fields at the left, the sentence beside."""
        canvas, top = self.canv, self.wrap(0, 0)[1]
        y = top - 0.5 * self._type.leading - SIDE / 2
        for place in (0, 1):
            x = place * (SIDE + 4 * mm)
            box(canvas, x, y, circle=not self._corrected and place == 1)
            if self._corrected and place == 0:
                canvas.setFillColor(INK)
                canvas.rect(x, y, SIDE, SIDE, fill=1)
                continue
            canvas.setLineWidth(1.6)
            inner = 0.9 * mm
            canvas.line(x + inner, y + inner, x + SIDE - inner, y + SIDE - inner)
            canvas.line(x + inner, y + SIDE - inner, x + SIDE - inner, y + inner)
        for each in self._words:
            _, high = each.wrap(self._wide, 10_000)
            top -= high
            each.drawOn(canvas, 30 * mm, top)
