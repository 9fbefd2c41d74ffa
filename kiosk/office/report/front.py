"""The first pages: what was asked, of whom, and how to read what follows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from reportlab.lib.colors import Color
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether, PageBreak, Spacer

from kiosk.office.disclosure import LEAST, one_way
from kiosk.office.opening import OpeningReport
from kiosk.office.report.blocks import BarHead, BarRow, Heading, Line, Note
from kiosk.office.report.printed import UNDER, Bar
from kiosk.office.tallies import Tally
from kiosk.papers.german import day, whole
from kiosk.papers.sheet import ACCENT, CONTENT, INK, QUIET, RULE
from kiosk.papers.typeface import Typeface, lines_of

FOOTNOTE = (
    "Freiwillige Teilnahme (keine Zufallsstichprobe). Vertrauensbereiche beruhen auf dem Modell "
    "zufälliger Teilnahme innerhalb von Alter, Geschlecht und Wohngebiet."
)
"""Analysis plan C.3, word for word."""

_COLUMN = 62 * mm
_SHORT_HASH = 8  # digits, as the terminal shows them


@dataclass(frozen=True, slots=True)
class Survey:
    """What the first page says about the survey."""

    title: str  # "Was soll in Rothenburg digital werden?"
    town: str
    wave: int
    version: str  # of the instrument
    study: str  # SHA-256 of the study package, hex
    author: str
    day: date
    forms: tuple[tuple[str, str], ...] = ()  # letter and what it is: ("V", "Langfassung")
    mode: str = "S7"  # variable that says how people filled it in


class Text(Line):
    """A paragraph."""

    def __init__(
        self, text: str, font: str, size: float, leading: float, *,
        colour: Color = INK, x: float = 0, width: float = CONTENT, after: float = 0,
    ) -> None:  # fmt: skip
        self.lines = lines_of(text, font, size, width)
        self.set = (font, size, leading, colour, x)
        super().__init__(len(self.lines) * leading + after)

    def draw(self) -> None:
        """Draw it."""
        font, size, leading, colour, x = self.set
        self.text(self.lines, x, 0, font, size, leading, colour)


class Accent(Line):
    """A short stroke of the accent colour."""

    def __init__(self) -> None:
        super().__init__(1.4 * mm)

    def draw(self) -> None:
        """Draw it."""
        self.canv.setFillColor(ACCENT)
        self.canv.rect(0, 0, 24 * mm, 1.4 * mm, stroke=0, fill=1)


class Facts(Line):
    """Rows of a quiet name and a value, under hairlines."""

    def __init__(self, rows: Sequence[tuple[str, str]], face: Typeface) -> None:
        self.face = face
        self.rows = [
            (name, lines_of(value, face.regular, 10.5, CONTENT - _COLUMN)) for name, value in rows
        ]
        self.heights = [len(lines) * 14 + 3.4 * mm for _, lines in self.rows]
        super().__init__(sum(self.heights))

    def draw(self) -> None:
        """Draw them."""
        top = 0.0
        self.canv.setStrokeColor(RULE)
        self.canv.setLineWidth(0.6)
        for (name, lines), height in zip(self.rows, self.heights, strict=True):
            self.canv.line(0, self.high - top, CONTENT, self.high - top)
            self.text([name], 0, top + 1.9 * mm, self.face.regular, 10.5, 14, QUIET)
            self.text(lines, _COLUMN, top + 1.9 * mm, self.face.regular, 10.5, 14, INK)
            top += height


def cover(
    survey: Survey, rows: int, instruments: Tally | None, mode: Tally | None, face: Typeface
) -> list[Flowable]:
    """The first page."""
    enough = rows >= LEAST
    facts = [
        ("Erhebung", f"Welle {survey.wave}, Fassung {survey.version}"),
        ("Ausgezählt am", day(survey.day)),
        ("Kennung der Studie", survey.study[:_SHORT_HASH]),
    ]
    if enough:
        facts += _divided("Fragebogen", instruments, dict(survey.forms))
        facts += _divided("Ausgefüllt", mode, {})
    return [
        Spacer(0, 34 * mm),
        Text(survey.town, face.bold, 13, 18, colour=ACCENT, after=5 * mm),
        Accent(),
        Spacer(0, 8 * mm),
        Text("Grundauszählung", face.bold, 36, 42, after=3 * mm),
        Text(survey.title, face.regular, 16, 22, colour=QUIET, after=20 * mm),
        Text(whole(rows) if enough else UNDER, face.bold, 44, 46, colour=ACCENT, after=1 * mm),
        Text("Antworten", face.regular, 13, 17, after=11 * mm),
        Facts(facts, face),
        Spacer(0, 7 * mm),
        Text(FOOTNOTE, face.regular, 9.5, 13.5, colour=QUIET, width=140 * mm),
    ]


def too_few(face: Typeface) -> list[Flowable]:
    """Instead of results, on the first page."""
    return [
        Spacer(0, 10 * mm),
        Text("Noch keine Ergebnisse", face.bold, 13, 18, after=2 * mm),
        Text(
            f"Es liegen weniger als {LEAST} Antworten vor. Wer sie zählt, könnte einzelne Menschen "
            f"erkennen. Ab {LEAST} Antworten zeigt dieser Bericht Ergebnisse.",
            face.regular, 11, 16, width=130 * mm,
        ),
    ]  # fmt: skip


_READING = (
    (
        "Gezählt, nicht gewichtet",
        "Jede Zahl zählt Menschen, die geantwortet haben. Die Anteile gelten für sie, nicht für "
        "alle Einwohnerinnen und Einwohner.",
    ),
    (
        "n: die Basis",
        "n sind die gültigen Antworten. Auf sie beziehen sich die Anteile. Wer „weiß nicht“ "
        "wählte, keine Angabe machte oder nicht gefragt wurde, steht unter der Frage.",
    ),
    (
        "Mehrere Antworten",
        "Wo mehrere Antworten erlaubt waren, ist die Summe größer als 100 %.",
    ),
    (
        "• : verdeckt",
        "Hinter dem Punkt stehen weniger als 5 Menschen. Manchmal ist eine weitere Zahl verdeckt, "
        "damit sich die erste nicht ausrechnen lässt.",
    ),
    (
        "( ) : unsicher",
        "Bei 10 bis 29 Antworten steht der Anteil in Klammern, der Balken ist hohl. Unter 10 "
        "Antworten gibt es keinen Anteil.",
    ),
    ("Gerundet", "Anteile sind auf ganze Prozent gerundet. Sie ergeben nicht immer genau 100."),
)


class Hint(Line):
    """A bold name and a sentence beside it."""

    def __init__(self, name: str, sentence: str, face: Typeface) -> None:
        self.name, self.face = name, face
        self.lines = lines_of(sentence, face.regular, 10.5, CONTENT - _COLUMN)
        super().__init__(len(self.lines) * 15 + 4 * mm)

    def draw(self) -> None:
        """Draw it."""
        self.text([self.name], 0, 0, self.face.bold, 10.5, 15, INK)
        self.text(self.lines, _COLUMN, 0, self.face.regular, 10.5, 15, INK)


def reading(report: OpeningReport | None, face: Typeface) -> list[Flowable]:
    """How to read the pages, with an example, and what was opened to make them."""
    parts: list[Flowable] = [
        PageBreak(),
        Text("So lesen Sie diese Seiten", face.bold, 20, 26, after=7 * mm),
        *(Hint(name, sentence, face) for name, sentence in _READING),
        Spacer(0, 4 * mm),
        KeepTogether(_example(face)),
    ]
    if report is not None:
        parts += [
            Spacer(0, 10 * mm),
            Text("Was gezählt wurde", face.bold, 13, 18, after=2 * mm),
            *(
                Text(sentence, face.regular, 10.5, 15, width=140 * mm, after=1.5 * mm)
                for sentence in (report.summary, report.reasons, report.incomplete)
                if sentence
            ),
        ]
    return [*parts, PageBreak()]


def _example(face: Typeface) -> list[Flowable]:
    bars = (Bar("ja", "62", "65 %", 0.65), Bar("nein", "33", "35 %", 0.35))
    return [
        Heading(
            "Q1",
            "Ein Beispiel: Trinken Sie gern Kaffee?",
            "n = 95 von 100 Antworten",
            face,
            listed=False,
        ),
        BarHead(face),
        *(BarRow(bar, face) for bar in bars),
        Note("Ohne gültige Antwort: 5", face),
        Spacer(0, 2 * mm),
        Note(
            "Lesen Sie: 95 von 100 Menschen haben die Frage beantwortet. 62 von ihnen sagen ja, "
            "das sind 65 %. Der volle Streifen hinter dem Balken sind 100 %.",
            face,
        ),
    ]


def _divided(name: str, tally: Tally | None, words: dict[str, str]) -> list[tuple[str, str]]:
    """One line naming the parts that may be shown; none when there is nothing to divide."""
    if tally is None:
        return []
    used = [place for place, count in enumerate(tally.counts) if count]
    shown = one_way([tally.counts[place] for place in used])
    if shown.base is None:
        return []
    parts = [
        f"{words.get(tally.options[place].label, tally.options[place].label)} "
        f"{'•' if cell is None else whole(cell)}"
        for place, cell in zip(used, shown.cells, strict=True)
    ]
    return [(name, " · ".join(parts))]
