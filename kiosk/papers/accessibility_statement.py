"""The accessibility statement (Erklärung zur Barrierefreiheit) of a town in Saxony, German.

By § 2 BfWebG and Directive (EU) 2016/2102 as its model. What only the town knows is a line to
write on; until somebody has tested the terminal the status is "teilweise vereinbar".
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, Spacer

from kiosk.papers.bookmark import Bookmark
from kiosk.papers.marks import WriteLines
from kiosk.papers.prose import Type, prose
from kiosk.papers.sheet import QUIET, Imprint, render
from kiosk.papers.typeface import Typeface

_SIZE, _LEADING = 13.0, 19.0


@dataclass(frozen=True, slots=True)
class Barrier:
    """Something not accessible: what, why, and what helps instead."""

    what: str
    why: str
    instead: str


@dataclass(frozen=True, slots=True)
class Statement:
    """`version` says which program and study the statement is about.

    `barriers` are those of the study's own content, beside what holds for every terminal.
    """

    town: str
    study: str
    version: str
    code: str
    barriers: tuple[Barrier, ...] = ()


_INSTEAD = (
    "Sie bekommen den Fragebogen auf Papier, am Telefon oder bei einem Besuch zu Hause. Bitte "
    "melden Sie sich dazu bei der Stadt (siehe unten)."
)
_EVERYWHERE = (
    Barrier(
        "Es gibt keine Videos in Deutscher Gebärdensprache.",
        "Für die Fragen wurden noch keine Videos aufgenommen.",
        "Alle Texte sind kurz und in einfacher Sprache. " + _INSTEAD,
    ),
    Barrier(
        "Eigene Hilfsmittel wie Braillezeile oder Bildschirmleser lassen sich nicht anschließen.",
        "Das Gerät ist zum Schutz der Antworten geschlossen und hat kein Internet.",
        "Das Terminal liest alle Texte vor, auch über Kopfhörer. Es lässt sich mit Tasten oder "
        "Schaltern bedienen, auch ohne auf den Bildschirm zu sehen.",
    ),
    Barrier(
        "Die Blätter als PDF haben keine Auszeichnung der Überschriften und Listen (Tags).",
        "Das Programm kann sie noch nicht schreiben. Die Blätter sind für den Druck gemacht.",
        "Die Blätter haben Text, Sprache, Titel und Lesezeichen. Das Terminal zeigt dieselben "
        "Texte und liest sie vor.",
    ),
)
_EASY = (
    "Das Terminal ist ein Gerät mit einem Bildschirm.\n"
    "Dort können Sie Fragen beantworten.\n"
    "**Barrierefrei** heißt: Alle Menschen können das Gerät benutzen.",
    "Das Gerät kann die Texte vorlesen.\n"
    "Sie können die Schrift größer machen.\n"
    "Sie können auch Tasten benutzen.",
    "Manches ist noch **nicht** barrierefrei:\n"
    "Es gibt keine Videos in Gebärdensprache.\n"
    "Sie können keine eigenen Hilfsmittel anschließen.",
    "Kommen Sie mit dem Gerät **nicht** zurecht?\n"
    "Dann bekommen Sie die Fragen auf Papier.\n"
    "Oder Sie antworten am Telefon.\n"
    "Oder jemand besucht Sie zu Hause.",
    "Haben Sie ein Problem gefunden?\n"
    "Dann sagen Sie es bitte der Stadt.\n"
    "Die Stadt antwortet in einem Monat.\n"
    "Hilft die Antwort **nicht**?\n"
    "Dann hilft Ihnen die Durchsetzungsstelle in Dresden.",
)


def accessibility_statement(statement: Statement, face: Typeface) -> bytes:
    """The PDF, A4; same input, same bytes."""
    imprint = Imprint(
        title=f"Erklärung zur Barrierefreiheit – {statement.study}",
        author=statement.town,
        subject="Erklärung zur Barrierefreiheit des Umfrage-Terminals",
        head=f"{statement.town} · Erklärung zur Barrierefreiheit",
        foot=statement.code,
        small=10,
    )
    return render(imprint, face, partial(_story, statement, face))


def _story(statement: Statement, face: Typeface) -> Sequence[Flowable]:
    page = _Page(face)
    page.title("Erklärung zur Barrierefreiheit", f"{statement.town} · {statement.study}")
    page.says(
        f"{statement.town} möchte, dass alle Menschen an der Umfrage teilnehmen können. Diese "
        "Erklärung sagt, wie barrierefrei das Terminal ist, was noch fehlt und wer dann hilft."
    )
    page.headed("Wofür sie gilt", lines=40)
    page.says(
        f"Sie gilt für das Umfrage-Terminal „{statement.study}“ mit der Software "
        f"{statement.version}, für seine Texte und für die Blätter, die daneben liegen."
    )
    page.lines("Ort und Gerät:")
    page.headed("Welche Regeln gelten")
    page.says(
        "Grundlage sind das Barrierefreie-Websites-Gesetz (BfWebG) des Freistaates Sachsen, die "
        "Barrierefreie-Informationstechnik-Verordnung (BITV 2.0), die Norm EN 301 549 V3.2.1 und "
        "die WCAG 2.1 in der Stufe AA."
    )
    page.headed("Wie weit die Regeln erfüllt sind")
    page.says(
        "Das Terminal ist mit diesen Regeln **teilweise vereinbar**. Dieser Stand gilt, bis eine "
        "Prüfung etwas anderes ergibt. Was nicht vereinbar ist, steht im nächsten Abschnitt."
    )
    page.headed("Was nicht barrierefrei ist")
    for number, each in enumerate((*_EVERYWHERE, *statement.barriers), start=1):
        page.says(
            f"**{number}. {each.what}**\nWarum: {each.why}\nStattdessen: {each.instead}", gap=3.5
        )
    page.lines("Außerdem:", "")
    page.headed("Wie und wann geprüft wurde")
    page.says(
        "Die Erklärung beruht auf einer Selbstbewertung: Das Programm prüft jeden Bildschirm der "
        "Umfrage nach festen Regeln, zum Beispiel Kontrast, Schriftgröße, Größe der Tasten und "
        "Bedienung ohne Sehen. Ein Test durch eine unabhängige Stelle (BITV-Test) steht aus, bis "
        "er hier eingetragen ist."
    )
    page.lines("Erklärung erstellt am:", "Selbstbewertung am:", "Test am, durch:")
    page.headed("Barrieren melden")
    page.says(
        "Haben Sie eine Barriere gefunden? Brauchen Sie Hilfe, den Fragebogen auf Papier oder "
        "einen Besuch? Bitte sagen Sie es uns. Wir antworten innerhalb eines Monats."
    )
    page.lines("Stelle:", "Anschrift:", "Telefon:", "E-Mail:")
    page.headed("Durchsetzungsstelle")
    page.says(
        "Ist unsere Antwort nicht zufriedenstellend, können Sie sich an die Durchsetzungsstelle "
        "wenden. Das kostet nichts.\nLandesbeauftragter für Inklusion der Menschen mit "
        "Behinderungen\nSächsische Staatskanzlei, Archivstraße 1, 01097 Dresden"
    )
    page.headed("Überwachungsstelle")
    page.says(
        "Die Überwachungsstelle prüft in Sachsen, ob öffentliche Stellen die Regeln einhalten.\n"
        "Überwachungsstelle für barrierefreie Informationstechnik, dzb lesen, Leipzig\n"
        "E-Mail: bfit-sachsen@dzblesen.de"
    )
    page.headed("Das Wichtigste in leicht verständlicher Sprache", lines=60)
    for text in _EASY:
        page.says(text, easy=True)
    return page.parts


class _Page:
    """The paragraphs of the statement, below each other."""

    def __init__(self, face: Typeface) -> None:
        self._face = face
        self._body = Type(face, _SIZE, _LEADING)
        self._easy = Type(face, 16, 23)
        self.parts: list[Flowable] = []

    def title(self, words: str, below: str) -> None:
        self.parts += [
            Bookmark(words),
            *prose(words, Type(self._face, 28, 34, bold=True)),
            Spacer(1, 2 * mm),
            *prose(below, Type(self._face, 12, 17, colour=QUIET)),
            Spacer(1, 8 * mm),
        ]

    def headed(self, words: str, lines: float = 30) -> None:
        """A heading, and at least so many mm of what follows."""
        self.parts += [
            CondPageBreak((lines + 14) * mm),
            Spacer(1, 5 * mm),
            Bookmark(words),
            *prose(words, Type(self._face, 17, 23, bold=True)),
            Spacer(1, 2 * mm),
        ]

    def says(self, words: str, gap: float = 3, *, easy: bool = False) -> None:
        """A paragraph, and so many mm below it."""
        type_ = self._easy if easy else self._body
        self.parts.append(KeepTogether([*prose(words, type_), Spacer(1, gap * mm)]))

    def lines(self, *labels: str) -> None:
        """Lines to write on, together on a page."""
        self.parts.append(KeepTogether([WriteLines(1, self._body, each) for each in labels]))
