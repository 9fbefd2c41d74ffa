"""What stands around the answers of a paper questionnaire: rules, numbers, headings, directions."""

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from kiosk.papers.paper_form import PaperQuestion
from kiosk.papers.prose import Type, height_of, prose
from kiosk.papers.sheet import CONTENT, INK, QUIET, RULE
from kiosk.papers.typeface import Typeface

_NAME = 9.0


class Rule(Flowable):
    """A hairline between questions."""

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """The size it takes."""
        return CONTENT, 1

    def draw(self) -> None:
        """Across the page."""
        self.canv.setStrokeColor(RULE)
        self.canv.setLineWidth(0.8)
        self.canv.line(0, 0, CONTENT, 0)


class Head(Flowable):
    """The question's number, and at the edge its name for whoever types the answers."""

    def __init__(self, item: PaperQuestion, small: Type, face: Typeface) -> None:
        super().__init__()
        self._item = item
        self._small = small
        self._face = face

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """The size it takes."""
        return CONTENT, self._small.leading

    def draw(self) -> None:
        """Number, name and bookmark."""
        canvas, y = self.canv, 0.28 * self._small.size
        key = f"question-{self._item.number}"
        canvas.bookmarkPage(key)
        canvas.addOutlineEntry(self._item.heading, key, 0)
        canvas.setFillColor(INK)
        canvas.setFont(self._face.regular, self._small.size)
        canvas.drawString(0, y, self._item.heading)
        canvas.setFillColor(QUIET)
        canvas.setFont(self._face.regular, _NAME)
        canvas.drawRightString(CONTENT, y, self._item.name)


class Heading(Flowable):
    """Words over what follows, with a bookmark."""

    def __init__(self, words: str, face: Typeface, size: float) -> None:
        super().__init__()
        self._words = prose(words, Type(face, size, size * 1.3, bold=True))
        self._title = words
        self.keepWithNext = 1

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """The size it takes."""
        return CONTENT, height_of(self._words, CONTENT) + 4 * mm

    def draw(self) -> None:
        """Words and bookmark."""
        key = f"heading-{self._title}"
        self.canv.bookmarkPage(key)
        self.canv.addOutlineEntry(self._title, key, 0)
        top = self.wrap(0, 0)[1]
        for each in self._words:
            _, high = each.wrap(CONTENT, 10_000)
            top -= high
            each.drawOn(self.canv, 0, top)


class Direction(Flowable):
    """Who is asked, beside a bar."""

    def __init__(self, text: str, type_: Type) -> None:
        super().__init__()
        self._words = prose(text, type_)
        self._wide = CONTENT - 7 * mm

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """The size it takes."""
        return CONTENT, height_of(self._words, self._wide) + 2 * mm

    def draw(self) -> None:
        """Bar and words."""
        top = self.wrap(0, 0)[1]
        self.canv.setFillColor(INK)
        self.canv.rect(0, 0, 1.4 * mm, top, stroke=0, fill=1)
        top -= 1 * mm
        for each in self._words:
            _, high = each.wrap(self._wide, 10_000)
            top -= high
            each.drawOn(self.canv, 7 * mm, top)
