"""Text with XForms' Markdown as paragraphs of a paper."""

from dataclasses import dataclass
from xml.sax.saxutils import escape

from reportlab.lib.colors import Color
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Paragraph

from kiosk.forms.markdown import Span, parse
from kiosk.papers.sheet import INK
from kiosk.papers.typeface import Typeface

TO_FILL_IN = "(bitte eintragen)"
"""What a study says where the town has not yet filled something in."""
_LINE = "_" * 22


@dataclass(frozen=True, slots=True)
class Type:
    """How text is set; sizes in points."""

    face: Typeface
    size: float
    leading: float
    bold: bool = False
    colour: Color = INK
    after: float = 0  # space between paragraphs
    centred: bool = False


def prose(text: str, type_: Type) -> list[Flowable]:
    """The paragraphs of a text. What the town has to fill in is a line to write on."""
    blocks = parse(text)
    found: list[Flowable] = []
    for place, block in enumerate(blocks):
        words = "".join(_marked(span, type_) for span in block.spans)
        if block.heading:
            words = f"<b>{words}</b>"
        last = place == len(blocks) - 1
        found.append(Paragraph(f"{escape(block.marker)}{words}", _style(type_, block.marker, last)))
    return found


def _style(type_: Type, marker: str, last: bool) -> ParagraphStyle:
    font = type_.face.bold if type_.bold else type_.face.regular
    return ParagraphStyle(
        "prose",
        fontName=font,
        bulletFontName=font,
        fontSize=type_.size,
        leading=type_.leading,
        textColor=type_.colour,
        alignment=1 if type_.centred else 0,
        spaceShrinkage=0,  # or a line may be wider than the page by its blanks
        leftIndent=5 * mm if marker else 0,
        firstLineIndent=-5 * mm if marker else 0,
        spaceAfter=0 if last else type_.after,
    )


def _marked(span: Span, type_: Type) -> str:
    text = escape(span.text.replace(TO_FILL_IN, _LINE)).replace("\n", "<br/>")
    if not (span.strong or span.emphasis):
        return text
    # Within bold text a stressed word is underlined, or the stress would be lost.
    return f"<u>{text}</u>" if type_.bold else f"<b>{text}</b>"


def height_of(parts: list[Flowable], width: float) -> float:
    """The height of flowables below each other, in points."""
    return float(sum(each.wrap(width, 10_000)[1] + each.getSpaceAfter() for each in parts))
