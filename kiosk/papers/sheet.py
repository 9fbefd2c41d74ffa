"""The A4 sheet all papers share: margins, colours, running head and page number."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from io import BytesIO

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate

from kiosk.papers.typeface import Typeface

WIDTH, HEIGHT = A4
LEFT, RIGHT, TOP, BOTTOM = 24 * mm, 20 * mm, 25 * mm, 23 * mm
CONTENT = WIDTH - LEFT - RIGHT

INK = HexColor(0x1A2026)
QUIET = HexColor(0x55606A)  # 6.5:1 on white
RULE = HexColor(0xD9D4C9)
TRACK = HexColor(0xF0EDE6)
ACCENT = HexColor(0x0B4F6C)  # 8.9:1 on white; prints as a dark grey


@dataclass(frozen=True, slots=True)
class Imprint:
    """What a PDF says about itself."""

    title: str
    author: str
    subject: str
    head: str  # running head from page 2 on
    foot: str  # left of the page number
    language: str = "de-DE"
    page: str = "Seite {number} von {count}"
    small: float = 8  # points of head and foot


Story = Callable[[], Sequence[Flowable]]
"""Makes the flowables anew: each pass of the layout uses them up."""


def render(imprint: Imprint, face: Typeface, story: Story) -> bytes:
    """The PDF: embedded fonts, bookmarks, "Seite x von y"; same input, same bytes.

    Laid out twice, because the number of pages is known only afterwards.
    """
    pages, _ = _laid_out(imprint, face, story, 0)
    return _laid_out(imprint, face, story, pages)[1]


def _laid_out(imprint: Imprint, face: Typeface, story: Story, pages: int) -> tuple[int, bytes]:
    out = BytesIO()
    document = BaseDocTemplate(
        out,
        pagesize=A4,
        title=imprint.title,
        author=imprint.author,
        subject=imprint.subject,
        creator="Bedarfskiosk",
        lang=imprint.language,
        displayDocTitle=True,
        invariant=1,
        initialFontName=face.regular,  # or every page names Helvetica, which is not embedded
    )
    frame = Frame(
        LEFT,
        BOTTOM,
        CONTENT,
        HEIGHT - TOP - BOTTOM,
        leftPadding=0,
        rightPadding=0,
        topPadding=0,
        bottomPadding=0,
    )
    furniture = partial(_furniture, imprint, face, pages)
    document.addPageTemplates(PageTemplate(id="sheet", frames=[frame], onPage=furniture))
    document.build(list(story()))
    return int(document.page), out.getvalue()


def _furniture(
    imprint: Imprint, face: Typeface, pages: int, canvas: Canvas, document: BaseDocTemplate
) -> None:
    number = int(document.page)
    canvas.saveState()
    canvas.setFont(face.regular, imprint.small)
    canvas.setFillColor(QUIET)
    if number > 1:
        canvas.drawString(LEFT, HEIGHT - 15 * mm, imprint.head)
    canvas.drawString(LEFT, 12 * mm, imprint.foot)
    numbered = imprint.page.format(number=number, count=pages)
    canvas.drawRightString(WIDTH - RIGHT, 12 * mm, numbered)
    canvas.restoreState()
