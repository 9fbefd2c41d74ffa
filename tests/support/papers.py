"""PDFs read back: their words by page, and where each of them stands."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from pypdf import PageObject, PdfReader
from pypdf.generic import DictionaryObject, StreamObject

from kiosk.papers.paper_study import PaperStudy
from kiosk.papers.typeface import Typeface, typeface, width_of
from kiosk.resources import FONTS
from support.rothenburg import study


@cache
def face() -> Typeface:
    """The typeface of every paper."""
    return typeface(FONTS)


@cache
def rothenburg() -> PaperStudy:
    """The shipped study, packed."""
    opened = study()
    return PaperStudy(opened.settings, opened.forms, opened.media, opened.short_hash)


def squeezed(text: str) -> str:
    """Without any blank: where lines break says nothing about the words."""
    return "".join(text.split())


@cache
def pages(pdf: bytes) -> tuple[str, ...]:
    """The words of each page in the order they are drawn, without blanks."""
    return tuple(squeezed(each.extract_text()) for each in PdfReader(io.BytesIO(pdf)).pages)


@dataclass(frozen=True, slots=True)
class Placed:
    """Words on a page: left, right and base line in points from its lower left corner."""

    page: int
    words: str
    left: float
    right: float
    base: float
    size: float


@cache
def placed(pdf: bytes) -> tuple[Placed, ...]:
    """Every piece of text with its place."""
    read = enumerate(PdfReader(io.BytesIO(pdf)).pages, start=1)
    return tuple(each for number, page in read for each in _on(page, number))


def _on(page: PageObject, number: int) -> list[Placed]:
    found: list[Placed] = []

    def visit(
        text: str, cm: list[float], tm: list[float], font: DictionaryObject | None, size: float
    ) -> None:
        words = text.strip("\n")
        if not words.strip() or font is None:
            return
        bold = "Bold" in str(font["/BaseFont"])
        wide = width_of(words, face().bold if bold else face().regular, size)
        x = tm[4] * cm[0] + cm[4]
        y = tm[5] * cm[3] + cm[5]
        found.append(Placed(number, words, x, x + wide, y, size))

    page.extract_text(visitor_text=visit)
    return found


def fonts(pdf: bytes) -> Iterator[tuple[str, bool]]:
    """Each font's name, and whether its letters are in the file."""
    for page in PdfReader(io.BytesIO(pdf)).pages:
        resources = page["/Resources"]
        assert isinstance(resources, DictionaryObject)
        named = resources["/Font"]
        assert isinstance(named, DictionaryObject)
        for each in named.values():
            font = each.get_object()
            assert isinstance(font, DictionaryObject)
            described = font["/FontDescriptor"]
            assert isinstance(described, DictionaryObject)
            yield str(font["/BaseFont"]), isinstance(described["/FontFile2"], StreamObject)
