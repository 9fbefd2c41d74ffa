"""The typeface of every paper, embedded in the PDF, and text broken into lines with it."""

import re
from dataclasses import dataclass
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from kiosk.papers.errors import NoTypeface

NO_BREAK = "\u00a0"

_FILES = {
    "Regular": "AtkinsonHyperlegibleNext-Regular.ttf",
    "Bold": "AtkinsonHyperlegibleNext-Bold.ttf",
}


@dataclass(frozen=True, slots=True)
class Typeface:
    """The names under which reportlab knows the two weights."""

    regular: str
    bold: str


def typeface(folder: Path) -> Typeface:
    """Make the typeface in `folder` known to reportlab; doing it again is harmless.

    Raises NoTypeface when a file is missing or no font.
    """
    names: list[str] = []
    for weight, file in _FILES.items():
        name = f"Atkinson-{weight}"
        if name not in pdfmetrics.getRegisteredFontNames():
            path = folder / file
            try:
                pdfmetrics.registerFont(TTFont(name, str(path)))
            except (TTFError, OSError) as error:
                raise NoTypeface(path) from error
        names.append(name)
    regular, bold = names
    # There is no italic cut: what is stressed is bold.
    pdfmetrics.registerFontFamily(regular, regular, bold, bold, bold)
    pdfmetrics.registerFontFamily(bold, bold, bold, bold, bold)
    return Typeface(regular, bold)


def width_of(text: str, font: str, size: float) -> float:
    """The width of the text in points."""
    return float(pdfmetrics.stringWidth(text, font, size))


def lacking(text: str, font: str) -> str:
    """The letters of the text that the font has not, each once."""
    known = pdfmetrics.getFont(font)
    assert isinstance(known, TTFont)
    glyphs = known.face.charToGlyph
    return "".join(sorted({each for each in text if each.isalpha() and ord(each) not in glyphs}))


def lines_of(text: str, font: str, size: float, width: float) -> list[str]:
    """The text in lines of at most `width` points, broken between words.

    A no-break space holds words together and is set as a space. A word wider than a line is broken
    with a hyphen; the text is never cut.
    """
    lines: list[str] = []
    current = ""
    for word in re.split(r"[ \t\r\n]+", text.strip()):
        joined = f"{current} {word}" if current else word
        if width_of(joined, font, size) <= width:
            current = joined
            continue
        if current:
            lines.append(current)
        current = word
        while width_of(current, font, size) > width and len(current) > 2:
            head = _fitting(current, font, size, width)
            lines.append(f"{head}-")
            current = current[len(head) :]
    return [line.replace(NO_BREAK, " ") for line in (*lines, current)]


def _fitting(word: str, font: str, size: float, width: float) -> str:
    count = len(word) - 1
    while count > 1 and width_of(f"{word[:count]}-", font, size) > width:
        count -= 1
    return word[:count]
