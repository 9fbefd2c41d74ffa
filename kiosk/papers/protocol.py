"""A protocol staff sign: what was done at a terminal, black on white, with room for ink."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from reportlab.lib.colors import Color
from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable

from kiosk.papers.sheet import CONTENT, INK, QUIET, Imprint, render
from kiosk.papers.typeface import Typeface, lines_of, width_of

_TITLE, _TITLE_LEADING = 26.0, 32.0
_TEXT, _LEADING = 12.0, 17.0
_SMALL, _SMALL_LEADING = 9.0, 13.0
_LABEL = 62 * mm
_ROW_GAP = 1.9 * mm
_SIGNATURE = 24 * mm
"""A signature with the stamp beside it needs this much (2.4 cm)."""
_STAMP = 38 * mm


@dataclass(frozen=True, slots=True)
class Row:
    """A fact and its value; "" is a line to write on."""

    label: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class File:
    """A file that was handed over, and its SHA-256 (64 hex digits)."""

    name: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Protocol:
    """One protocol. `place` says whose it is and `signatures` who signs, each in ink."""

    title: str
    place: str
    rows: tuple[Row, ...]
    signatures: tuple[str, ...]
    statement: str = ""
    files: tuple[File, ...] = ()
    batches: tuple[Row, ...] = ()
    notes: int = 0
    """Lines to write on, as for incidents."""


def protocol(paper: Protocol, face: Typeface) -> bytes:
    """The PDF, A4; same input, same bytes."""
    imprint = Imprint(
        title=f"{paper.title} – {paper.place}",
        author=paper.place,
        subject=paper.title,
        head=paper.title,
        foot=paper.place,
    )
    return render(imprint, face, partial(_story, paper, face))


def _story(paper: Protocol, face: Typeface) -> Sequence[Flowable]:
    parts: list[Flowable] = [
        _Title(paper.title, paper.place, face),
        _Fact(Row("Aktenzeichen"), face),
    ]
    parts += [_Fact(row, face) for row in paper.rows]
    if paper.files:
        parts += [_Heading("Dateien", face), *(_Listed(file, face) for file in paper.files)]
    if paper.batches:
        parts.append(_Heading("Pakete und ihre Antworten", face))
        parts += [_Counted(row, face) for row in paper.batches]
    if paper.notes:
        parts += [CondPageBreak(50 * mm), _Heading("Vorkommnisse", face)]
        parts += [_WriteOn() for _ in range(paper.notes)]
    if paper.statement:
        parts += [_Statement(paper.statement, face)]
    parts.append(_Signatures(paper.signatures, face))
    return parts


class _Block(Flowable):
    """A piece as wide as the page's content and `high` points tall."""

    def __init__(self, high: float) -> None:
        super().__init__()
        self.high = high

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """The size it takes."""
        return CONTENT, self.high

    def put(
        self, lines: Sequence[str], x: float, top: float, font: str, size: float, leading: float,
        colour: Color = INK,
    ) -> None:  # fmt: skip
        """Lines flush left, the first one's top `top` points below this block's top."""
        self.canv.setFont(font, size)
        self.canv.setFillColor(colour)
        for number, line in enumerate(lines):
            self.canv.drawString(x, self.high - top - 0.78 * size - number * leading, line)

    def rule(self, x: float, y: float, to: float, *, thick: float = 0.6) -> None:
        """A line to write on, `y` points above this block's bottom."""
        self.canv.setStrokeColor(INK)
        self.canv.setLineWidth(thick)
        self.canv.line(x, y, to, y)


class _Title(_Block):
    def __init__(self, title: str, place: str, face: Typeface) -> None:
        self.face = face
        self.title = title
        self.titles = lines_of(title, face.bold, _TITLE, CONTENT)
        self.places = lines_of(place, face.regular, _TEXT, CONTENT)
        super().__init__(len(self.titles) * _TITLE_LEADING + len(self.places) * _LEADING + 12 * mm)

    def draw(self) -> None:
        """Title, place, and the bookmark."""
        self.canv.bookmarkPage("title")
        self.canv.addOutlineEntry(self.title, "title", 0)
        self.put(self.titles, 0, 0, self.face.bold, _TITLE, _TITLE_LEADING)
        top = len(self.titles) * _TITLE_LEADING + 2
        self.put(self.places, 0, top, self.face.regular, _TEXT, _LEADING, QUIET)


class _Fact(_Block):
    def __init__(self, row: Row, face: Typeface) -> None:
        self.face = face
        self.labels = lines_of(row.label, face.regular, _TEXT, _LABEL - 4 * mm)
        self.values = lines_of(row.value, face.bold, _TEXT, CONTENT - _LABEL) if row.value else []
        tall = max(len(self.labels), len(self.values)) * _LEADING
        super().__init__(tall + 2 * _ROW_GAP)

    def draw(self) -> None:
        """Label left, value or a line to write on right."""
        self.put(self.labels, 0, _ROW_GAP, self.face.regular, _TEXT, _LEADING, QUIET)
        self.put(self.values, _LABEL, _ROW_GAP, self.face.bold, _TEXT, _LEADING)
        if not self.values:
            self.rule(_LABEL, _ROW_GAP, CONTENT)


class _Heading(_Block):
    def __init__(self, title: str, face: Typeface) -> None:
        self.face = face
        self.title = title
        super().__init__(13 * mm)
        self.keepWithNext = 1

    def draw(self) -> None:
        """A title over the rows that follow."""
        self.put([self.title], 0, 6 * mm, self.face.bold, 14, 18)


class _Listed(_Block):
    """A file's name and its hash in groups of eight, as one compares them."""

    def __init__(self, file: File, face: Typeface) -> None:
        self.face = face
        self.names = lines_of(file.name, face.bold, 10, CONTENT)
        groups = [file.sha256[at : at + 8] for at in range(0, len(file.sha256), 8)]
        self.hashes = lines_of(" ".join(groups), face.regular, _SMALL, CONTENT)
        super().__init__(len(self.names) * 14 + len(self.hashes) * _SMALL_LEADING + 2 * mm)

    def draw(self) -> None:
        """Name over hash."""
        self.put(self.names, 0, 0, self.face.bold, 10, 14)
        top = len(self.names) * 14
        self.put(self.hashes, 0, top, self.face.regular, _SMALL, _SMALL_LEADING, QUIET)


class _Counted(_Block):
    """A bundle's name left, how many responses right."""

    def __init__(self, row: Row, face: Typeface) -> None:
        self.face = face
        self.row = row
        self.names = lines_of(row.label, face.regular, 10, CONTENT - 20 * mm)
        super().__init__(len(self.names) * 14 + 1 * mm)

    def draw(self) -> None:
        """One line."""
        self.put(self.names, 0, 0, self.face.regular, 10, 14)
        left = CONTENT - width_of(self.row.value, self.face.bold, 10)
        self.put([self.row.value], left, 0, self.face.bold, 10, 14)


class _WriteOn(_Block):
    def __init__(self) -> None:
        super().__init__(9 * mm)

    def draw(self) -> None:
        """A line."""
        self.rule(0, 1 * mm, CONTENT, thick=0.4)


class _Statement(_Block):
    def __init__(self, words: str, face: Typeface) -> None:
        self.face = face
        self.words = lines_of(words, face.regular, _TEXT, CONTENT)
        super().__init__(len(self.words) * _LEADING + 10 * mm)
        self.keepWithNext = 1

    def draw(self) -> None:
        """What the signatures stand for."""
        self.put(self.words, 0, 8 * mm, self.face.regular, _TEXT, _LEADING)


class _Signatures(_Block):
    """One below the other, the stamp's circle right of them; never on two pages."""

    def __init__(self, who: tuple[str, ...], face: Typeface) -> None:
        self.face = face
        self.who = who
        super().__init__(8 * mm + max(len(who) * _SIGNATURE, _STAMP))

    def draw(self) -> None:
        """Place and date, signature, and a circle for the stamp."""
        canvas = self.canv
        wide = CONTENT - _STAMP - 12 * mm
        half = wide * 0.42
        for number, who in enumerate(self.who):
            y = self.high - 8 * mm - (number + 1) * _SIGNATURE + 6 * mm
            self.rule(0, y, half - 4 * mm)
            self.rule(half, y, wide)
            self._below("Ort, Datum", 0, y)
            self._below(who, half, y)
        middle = self.high - 8 * mm - max(len(self.who) * _SIGNATURE, _STAMP) / 2
        canvas.setStrokeColor(QUIET)
        canvas.setLineWidth(0.5)
        canvas.circle(CONTENT - _STAMP / 2, middle, _STAMP / 2)
        canvas.setFillColor(QUIET)
        canvas.setFont(self.face.regular, _SMALL)
        wide = width_of("Dienststempel", self.face.regular, _SMALL)
        canvas.drawString(CONTENT - _STAMP / 2 - wide / 2, middle - 3, "Dienststempel")

    def _below(self, words: str, x: float, y: float) -> None:
        self.canv.setFont(self.face.regular, _SMALL)
        self.canv.setFillColor(QUIET)
        self.canv.drawString(x, y - 11, words)
