"""A small study that is in order, as tables to damage: written as Markdown or Excel."""

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path

import openpyxl
from openpyxl.utils import get_column_letter

from kiosk.study.cell import Cell

Table = list[list[str]]
Book = dict[str, Table]

DE, PL = "Deutsch (de)", "Polski (pl)"
NAMESPACES = 'kiosk="https://bedarfskiosk.eu/xforms"'

TOML = """\
project = "probe"
short = "PROBE"
title = "Probe"
town = "Probstadt"
greeting = "Guten Tag"
wave = 1
register = [{ age = 1, count = 4000 }]

[start]
form = "S"
participate = "S3"
route = "S5"
routes = { 1 = "Main", 2 = "Short" }
layer1 = ["I1"]
layer2 = ["I2"]
saved = "E1"
too_young = "E2"
declined = "E3"
discarded = "E4"

[languages.de]
name = "Deutsch (de)"

[languages.pl]
name = "Polski (pl)"
geprueft_von = "Ewa"
geprueft_am = "2026-11-01"

[places]
amt = "Hauptamt"

[presets]
EIN = "1"

[idle]
alert_seconds = 300
grace_seconds = 45
keep_from = 11
"""

_START: Book = {
    "survey": [
        ["type", "name", f"label::{DE}", f"label::{PL}", "required", "relevant"],
        ["note", "I1", "Guten Tag. Fragen? {amt}", "Dzień dobry. {amt}", "", ""],
        ["note", "I2", "Niemand erfährt Ihren Namen.", "Nikt nie pozna nazwiska.", "", ""],
        ["select_one s3", "S3", "Machen Sie mit?", "Udział?", "yes", ""],
        ["select_one s5", "S5", "Wie lange?", "Jak długo?", "", "${S3} = 1"],
        ["note", "E1", "Vielen Dank.", "Dziękujemy.", "", ""],
        ["note", "E2", "Bis bald.", "Do zobaczenia.", "", ""],
        ["note", "E3", "Danke.", "Dziękujemy.", "", ""],
        ["note", "E4", "Verworfen.", "Usunięto.", "", ""],
    ],
    "choices": [
        ["list_name", "name", f"label::{DE}", f"label::{PL}"],
        ["s3", "1", "Ja", "Tak"],
        ["s3", "2", "Zu jung", "Za młody wiek"],
        ["s3", "3", "Schon gemacht", "Już było"],
        ["s3", "4", "Nein", "Nie"],
        ["s5", "1", "lang", "długo"],
        ["s5", "2", "kurz", "krótko"],
    ],
    "settings": [
        ["form_title", "form_id", "version", "default_language", "namespaces"],
        ["Beginn", "S", "1.0.0", DE, NAMESPACES],
    ],
}
_HEADERS = [
    "type", "name", f"label::{DE}", f"label::{PL}", f"hint::{DE}", f"hint::{PL}", "relevant",
    "constraint", f"constraint_message::{DE}", f"constraint_message::{PL}", "required",
    "calculation", "choice_filter", "repeat_count", "parameters", "media::image",
    "body::kiosk:alternative", "body::kiosk:alternative-pl", "body::kiosk:length",
    "body::kiosk:last", "body::kiosk:layout", "bind::kiosk:exclusive", "bind::kiosk:most",
    "bind::kiosk:key",
]  # fmt: skip


def _row(kind: str, name: str, de: str = "", pl: str = "", **more: str) -> list[str]:
    """A survey row; keywords are headers with "_" for ":" and "-" ("kiosk_most")."""
    cells = {"type": kind, "name": name, f"label::{DE}": de, f"label::{PL}": pl}
    named = {_spelled(header): header for header in _HEADERS}
    cells |= {named[key]: value for key, value in more.items()}
    return [cells.get(header, "") for header in _HEADERS]


def _spelled(header: str) -> str:
    for long, short in (
        ("body::", ""),
        ("bind::", "bind_"),
        ("::" + DE, "_de"),
        ("::" + PL, "_pl"),
    ):
        header = header.replace(long, short)
    return header.replace("media::", "").replace(":", "_").replace("-", "_")


_MAIN: Book = {
    "survey": [
        _HEADERS,
        _row("hidden", "EIN"),
        _row("calculate", "seed", calculation="once(int(random() * 1000000000))"),
        _row("note", "BILD", "Das Rathaus.", "Ratusz.", image="rathaus.svg",
             kiosk_alternative="Ein Haus mit Turm.", kiosk_alternative_pl="Dom z wieżą."),
        _row("select_one ja", "F1", "Kommen Sie oft?", "Często?"),
        _row("begin group", "g", "Ihr Weg", "Droga"),
        _row("integer", "F2", "Wie viele Minuten?", "Ile minut?", relevant="${F1} = 1",
             constraint=". >= 0 and . <= 600", constraint_message_de="Bis zu 600.",
             constraint_message_pl="Do 600."),
        _row("select_one weg", "F3", "Wie kommen Sie?", "Jak?",  relevant="${F1} = 1",
             hint_de="Meistens.", hint_pl="Najczęściej."),
        _row("end group", "g"),
        _row("select_multiple ding", "L1", "Was brauchen Sie?", "Co jest potrzebne?",
             parameters="randomize=true, seed=${seed}", kiosk_last="x",
             bind_kiosk_exclusive="x -99", bind_kiosk_most="2"),
        _row("calculate", "L_M", calculation="if(selected(${L1}, 'x'), 0, 1)"),
        _row("select_one region", "R1", "Welche Gegend?", "Jaka okolica?"),
        _row("select_one ort", "R2", "Welcher Ort?", "Jaka miejscowość?",
             choice_filter="gegend = ${R1} or name = '-99'", relevant="${R1} > 0"),
        _row("text", "T1", "Haben Sie einen Wunsch?", "Życzenie?", kiosk_length="100",
             relevant="${EIN} = 1"),
    ],
    "choices": [
        ["list_name", "name", f"label::{DE}", f"label::{PL}", "hint", "hint_pl", "bild", "gegend"],
        ["ja", "1", "ja", "tak", "", "", "", ""],
        ["ja", "2", "nein", "nie", "", "", "", ""],
        ["ja", "-99", "keine Angabe", "brak odpowiedzi", "", "", "", ""],
        ["weg", "1", "zu Fuß", "pieszo", "", "", "", ""],
        ["weg", "2", "mit dem Bus", "autobusem", "", "", "", ""],
        ["weg", "-98", "weiß nicht", "nie wiem", "", "", "", ""],
        ["weg", "-99", "keine Angabe", "brak odpowiedzi", "", "", "", ""],
        ["ding", "a", "Ausweis", "dowód", "Personalausweis", "dowód osobisty", "a.svg", ""],
        ["ding", "b", "Auskunft", "informacja", "", "", "b.svg", ""],
        ["ding", "x", "nichts", "nic", "", "", "", ""],
        ["ding", "-99", "keine Angabe", "brak odpowiedzi", "", "", "", ""],
        ["region", "1", "Stadt", "miasto", "", "", "", ""],
        ["region", "2", "Land", "wieś", "", "", "", ""],
        ["region", "-99", "keine Angabe", "brak odpowiedzi", "", "", "", ""],
        ["ort", "1", "Markt", "rynek", "", "", "", "1"],
        ["ort", "2", "Dorf", "wioska", "", "", "", "2"],
        ["ort", "-99", "keine Angabe", "brak odpowiedzi", "", "", "", ""],
    ],
    "settings": [
        ["form_title", "form_id", "version", "default_language", "namespaces"],
        ["Lang", "Main", "1.0.0", DE, NAMESPACES],
    ],
}  # fmt: skip
_SHORT: Book = {
    "survey": [
        ["type", "name", f"label::{DE}", f"label::{PL}"],
        ["select_one ja", "F1", "Kommen Sie oft?", "Często?"],
    ],
    "choices": [
        ["list_name", "name", f"label::{DE}", f"label::{PL}"],
        ["ja", "1", "ja", "tak"],
        ["ja", "2", "nein", "nie"],
        ["ja", "-99", "keine Angabe", "brak odpowiedzi"],
    ],
    "settings": [
        ["form_title", "form_id", "version", "default_language"],
        ["Kurz", "Short", "1.0.0", DE],
    ],
}


ALWAYS = "W812"
"""Told of every study in several languages: the language too is a quasi-identifier."""


@dataclass
class Draft:
    """A study to damage: its workbooks by form, study.toml, and the files of media/."""

    books: dict[str, Book] = field(
        default_factory=lambda: deepcopy({"S": _START, "Main": _MAIN, "Short": _SHORT})
    )
    toml: str = TOML
    media: dict[str, bytes] = field(
        default_factory=lambda: dict.fromkeys(("rathaus.svg", "a.svg", "b.svg"), b"<svg/>")
    )

    def row(self, sheet: str, *named: str, form: str = "Main") -> list[str]:
        """The row whose name (for choices: list and name) is this."""
        return next(
            row
            for row in self.books[form][sheet][1:]
            if (row[:2] if len(named) == 2 else row[1:2]) == list(named)
        )

    def header(self, sheet: str, header: str, form: str = "Main") -> int:
        """The index of a column."""
        return self.books[form][sheet][0].index(header)

    def put(self, sheet: str, named: str, header: str, text: str, form: str = "Main") -> None:
        """Write a cell; `named` is the name of a question, or list and code with ":"."""
        row = self.row(sheet, *named.split(":"), form=form)
        row[self.header(sheet, header, form)] = text

    def insert(self, sheet: str, after: str, cells: Mapping[str, str], form: str = "Main") -> None:
        """Put a row behind the one named."""
        table = self.books[form][sheet]
        at = next(
            index
            for index, row in enumerate(table)
            if row is self.row(sheet, *after.split(":"), form=form)
        )
        table.insert(at + 1, [cells.get(header, "") for header in table[0]])

    def column(self, sheet: str, header: str, form: str = "Main") -> None:
        """Add a column."""
        table = self.books[form][sheet]
        for index, row in enumerate(table):
            row.append(header if index == 0 else "")

    def write(self, folder: Path, ending: str) -> None:
        """Write the study's folder with workbooks of this ending (".md" or ".xlsx")."""
        (folder / "media").mkdir(parents=True)
        (folder / "study.toml").write_text(self.toml, encoding="utf-8")
        for name, content in self.media.items():
            (folder / "media" / name).write_bytes(content)
        for form, book in self.books.items():
            write_book(book, folder / f"{form}{ending}")

    def cell(
        self, ending: str, sheet: str, row: list[str] | None, header: str, form: str = "Main"
    ) -> Cell:
        """Where a cell is once written; no row means the row of headers."""
        table = self.books[form][sheet]
        at = 0 if row is None else next(i for i, each in enumerate(table) if each is row)
        column = table[0].index(header) if header in table[0] else -1
        letter = get_column_letter(column + 1) if column >= 0 else ""
        if ending == ".xlsx":
            return Cell(f"{form}.xlsx", sheet, at + 1, letter, header)
        line = at + 2
        for name, other in self.books[form].items():
            if name == sheet:
                break
            line += len(other) + 2
        return Cell(f"{form}.md", sheet, line, "", header)


def write_book(book: Book, path: Path) -> None:
    """Write a workbook: one table per sheet in Markdown, or Excel."""
    if path.suffix == ".md":
        lines = []
        for name, table in book.items():
            lines.append(f"| {name} |")
            lines += ["| | " + " | ".join(row) + " |" for row in table]
            lines.append("")
        path.write_text("\n".join(lines), encoding="utf-8")
        return
    excel = openpyxl.Workbook()
    excel.remove(excel.active)
    for name, table in book.items():
        sheet = excel.create_sheet(name)
        for row in table:
            sheet.append([cell or None for cell in row])
    excel.save(path)
