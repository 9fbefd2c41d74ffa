"""The sheet a person reads a study's texts aloud from: one text after the other, large and calm."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from reportlab.lib.colors import Color
from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable

from kiosk.papers.errors import NoLetters
from kiosk.papers.german import whole
from kiosk.papers.sheet import ACCENT, CONTENT, INK, QUIET, RULE, Imprint, render
from kiosk.papers.typeface import Typeface, lacking, lines_of, width_of

_TEXT, _LEADING = 14.0, 20.0
_SMALL, _SMALL_LEADING = 9.0, 13.0
_NAME = 10.0
_GAP = 3 * mm
_BOX = 4 * mm
_MEASURE = 130 * mm
"""Lines stay short enough for the eye to find the next one at a microphone."""


@dataclass(frozen=True, slots=True)
class Line:
    """A text to be read, the name of its file, notes on how it is said, and where it stands."""

    name: str
    text: str
    notes: tuple[str, ...] = ()
    place: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """Texts that belong together."""

    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class PromptSheet:
    """`language` in German words, `tag` by BCP 47."""

    study: str
    language: str
    tag: str
    sections: tuple[Section, ...]


def prompt_sheet(sheet: PromptSheet, face: Typeface) -> bytes:
    """The PDF, A4; same input, same bytes. Raises NoLetters where the typeface cannot write it."""
    written = "".join(line.text for section in sheet.sections for line in section.lines)
    letters = lacking(written, face.regular)
    if letters:
        raise NoLetters(letters)
    title = f"Texte zum Vorlesen: {sheet.language}"
    imprint = Imprint(
        title=f"{title} – {sheet.study}",
        author=sheet.study,
        subject="Was ein Mensch für den Kiosk vorliest, mit den Namen der Aufnahmen",
        head=title,
        foot=sheet.study,
        language=sheet.tag,
    )
    return render(imprint, face, partial(_story, sheet, title, face))


def _story(sheet: PromptSheet, title: str, face: Typeface) -> Sequence[Flowable]:
    count = sum(len(each.lines) for each in sheet.sections)
    parts: list[Flowable] = [_Title(title, sheet.study, face)]
    example = next((line.name for each in sheet.sections for line in each.lines), "")
    for number, words in enumerate(_advice(count, example), start=1):
        parts.append(_Advice(number, words, face))
    for section in sheet.sections:
        parts.append(CondPageBreak(60 * mm))
        parts.append(_Heading(section.title, len(section.lines), face))
        parts += [_Read(each, face) for each in section.lines]
    return parts


def _advice(count: int, example: str) -> tuple[str, ...]:
    texts = "einen Text" if count == 1 else f"{whole(count)} Texte, jeden in eine eigene Datei"
    return (
        f"Lesen Sie {texts}. Die Datei heißt, wie am rechten Rand steht, zum Beispiel "
        f"{example}.wav.",
        "Ein ruhiger Raum mit Teppich, Vorhang oder Büchern. Fenster zu, Handy aus, kein Lüfter.",
        "Das Mikrofon steht eine Handbreit bis zwei (20 bis 30 cm) vor dem Mund, etwas seitlich.",
        "Beginnen Sie eine halbe Sekunde nach dem Start und warten Sie am Ende ebenso lang.",
        "Lesen Sie ruhig und deutlich, in Ihrer Stimme, alle Texte gleich laut. Wer sich "
        "verspricht, nimmt den Text einfach noch einmal auf.",
    )


class _Drawn(Flowable):
    def __init__(self, high: float, face: Typeface) -> None:
        super().__init__()
        self.high = high
        self.face = face

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """The size it takes."""
        return CONTENT, self.high

    def put(
        self, lines: Sequence[str], x: float, top: float, font: str, size: float, leading: float,
        colour: Color,
    ) -> None:  # fmt: skip
        """Lines flush left, the first one's top `top` points below this flowable's top."""
        self.canv.setFont(font, size)
        self.canv.setFillColor(colour)
        for number, line in enumerate(lines):
            self.canv.drawString(x, self.high - top - 0.78 * size - number * leading, line)


class _Title(_Drawn):
    def __init__(self, title: str, study: str, face: Typeface) -> None:
        self.titles = lines_of(title, face.bold, 24, CONTENT)
        self.studies = lines_of(study, face.regular, 12, CONTENT)
        super().__init__(len(self.titles) * 30 + len(self.studies) * 17 + 9 * mm, face)

    def draw(self) -> None:
        """Title and study."""
        self.put(self.titles, 0, 0, self.face.bold, 24, 30, INK)
        self.put(self.studies, 0, len(self.titles) * 30 + 3, self.face.regular, 12, 17, QUIET)


class _Advice(_Drawn):
    def __init__(self, number: int, words: str, face: Typeface) -> None:
        self.number = number
        self.words = lines_of(words, face.regular, 11, _MEASURE)
        super().__init__(len(self.words) * 16 + 2 * mm, face)

    def draw(self) -> None:
        """A numbered piece of advice."""
        self.put([str(self.number)], 0, 0, self.face.bold, 11, 16, ACCENT)
        self.put(self.words, 7 * mm, 0, self.face.regular, 11, 16, INK)


class _Heading(_Drawn):
    def __init__(self, title: str, count: int, face: Typeface) -> None:
        self.title = title
        self.count = "1 Text" if count == 1 else f"{whole(count)} Texte"
        self.titles = lines_of(title, face.bold, 16, CONTENT - 30 * mm)
        super().__init__(len(self.titles) * 21 + 14 * mm, face)
        self.keepWithNext = 1

    def draw(self) -> None:
        """The section's title over a rule, how many texts it has, and its bookmark."""
        canvas = self.canv
        key = f"section-{self.title}"
        canvas.bookmarkPage(key)
        canvas.addOutlineEntry(self.title, key, 0)
        self.put(self.titles, 0, 8 * mm, self.face.bold, 16, 21, ACCENT)
        canvas.setFont(self.face.regular, _SMALL)
        canvas.setFillColor(QUIET)
        canvas.drawRightString(CONTENT, self.high - 8 * mm - 0.78 * 16, self.count)
        canvas.setStrokeColor(ACCENT)
        canvas.setLineWidth(1)
        canvas.line(0, 3 * mm, CONTENT, 3 * mm)


class _Read(_Drawn):
    """A box to tick, the text, the file's name in the margin, how it is said, where it stands.

    It stays whole: nobody turns a page within a sentence.
    """

    def __init__(self, line: Line, face: Typeface) -> None:
        self.line = line
        self.texts = lines_of(line.text, face.regular, _TEXT, _MEASURE)
        self.notes = [
            part for each in line.notes for part in lines_of(each, face.regular, 11, _MEASURE)
        ]
        self.places = lines_of(line.place, face.regular, _SMALL, _MEASURE) if line.place else []
        self.said = len(self.texts) * _LEADING + len(self.notes) * 15
        super().__init__(self.said + len(self.places) * _SMALL_LEADING + 2 * _GAP - 4, face)

    def draw(self) -> None:
        """Draw it over a hairline."""
        canvas, x = self.canv, 9 * mm
        canvas.setStrokeColor(QUIET)
        canvas.setLineWidth(0.7)
        canvas.rect(0, self.high - _GAP - 0.5 * mm - _BOX, _BOX, _BOX)
        self.put(self.texts, x, _GAP, self.face.regular, _TEXT, _LEADING, INK)
        at = _GAP + len(self.texts) * _LEADING
        self.put(self.notes, x, at, self.face.regular, 11, 15, ACCENT)
        at = _GAP + self.said
        self.put(self.places, x, at, self.face.regular, _SMALL, _SMALL_LEADING, QUIET)
        left = CONTENT - width_of(self.line.name, self.face.bold, _NAME)
        # On the text's own line.
        top = _GAP + 0.78 * (_TEXT - _NAME)
        self.put([self.line.name], left, top, self.face.bold, _NAME, _NAME, ACCENT)
        canvas.setStrokeColor(RULE)
        canvas.setLineWidth(0.5)
        canvas.line(x, 0, CONTENT, 0)
