"""What pyxform complains about, said again: our code, the cell, a German and an English sentence.

pyxform stops at its first complaint and says it in English. Its sentences are stable enough to be
read (pyxform/errors.py, `ErrorCode`, and the older ones in pyxform/xls2json.py); what is not
recognised is passed on in its own words under E299.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from kiosk.study.cell import Cell
from kiosk.study.columns import meaning_of
from kiosk.study.diagnosis import Diagnosed, finding
from kiosk.study.workbook import Workbook


@dataclass(frozen=True, slots=True)
class _Complaint:
    """A sentence of pyxform's (`pattern`), our code and words; `sheet` and `column` where known.

    The pattern's groups: row, sheet, column, name (whatever the sentence is about).
    """

    pattern: re.Pattern[str]
    code: str
    column: str
    de: str
    en: str
    sheet: str = "survey"


def _complaint(
    pattern: str, code: str, column: str, de: str, en: str, sheet: str = "survey"
) -> _Complaint:
    return _Complaint(re.compile(pattern, re.DOTALL), code, column, de, en, sheet)


_ROW = r"\[row : (?P<row>\d+)\] ?"
_CELL = _ROW + r"On the '(?P<sheet>\w+)' sheet, the '(?P<column>[^']*)' value"
_COMPLAINTS = (
    _complaint(
        r"Unknown question type '(?P<name>.*)'\.", "E201", "type",
        "die Frageart „{name}“ gibt es nicht.", 'there is no question type "{name}".',
    ),
    _complaint(
        _ROW + r"Question with no type", "E202", "type",
        "die Zeile hat keine Frageart (type).", "the row has no type.",
    ),
    _complaint(
        _ROW + r"Question or group with no name", "E203", "name",
        "die Frage oder Gruppe hat keinen Namen (name).", "the question or group has no name.",
    ),
    _complaint(
        _CELL + r".* is invalid\. Names must begin", "E204", "name",
        "„{text}“ ist kein Name: Namen beginnen mit einem Buchstaben oder „_“ und enthalten sonst "
        "Buchstaben, Ziffern und „_“.",
        '"{text}" is no name: names begin with a letter or "_" and go on with letters, digits '
        'and "_".',
    ),
    _complaint(
        _ROW + r"On the 'survey' sheet, the 'name' value 'meta' is invalid", "E204", "name",
        "der Name „meta“ ist vergeben; bitte wählen Sie einen anderen.",
        'the name "meta" is taken; choose another.',
    ),
    _complaint(
        _CELL + r" '(?P<name>.*)' is invalid\. (Questions, groups|Repeat names)", "E205", "name",
        "{name} kommt doppelt vor.", "{name} occurs twice.",
    ),
    _complaint(
        _ROW + r"Unmatched '(?P<name>end_\w+)'", "E206", "type",
        "das Ende gehört zu keinem Anfang: davor fehlt „begin …“, oder ein innerer Abschnitt ist "
        "noch offen.",
        'this end has no beginning: "begin …" is missing above, or a section inside is still open.',
    ),
    _complaint(
        _ROW + r"Unmatched '(?P<name>begin_\w+)'", "E206", "type",
        "der Abschnitt wird nicht beendet: „end …“ fehlt.",
        'the section is never ended: "end …" is missing.',
    ),
    _complaint(
        _ROW + r"List name not in (choices|columns) sheet: (?P<name>.*)", "E207", "type",
        "die Auswahlliste „{name}“ gibt es im Blatt choices nicht.",
        'there is no choice list "{name}" on the choices sheet.',
    ),
    _complaint(
        r"There should be a choices sheet", "E207", "type",
        "die Frage braucht ein Blatt choices mit ihrer Auswahlliste.",
        "the question needs a choices sheet with its list.",
    ),
    _complaint(
        _ROW + r"Missing calculation", "E209", "calculation",
        "die Berechnung (calculation) fehlt.", "the calculation is missing.",
    ),
    _complaint(
        r"The survey element named '(?P<name>.*)' has no label or hint", "E223", "label",
        "die Frage hat keinen Text (label).", "the question has no label.",
    ),
    _complaint(
        _CELL + r" is invalid\. Reference variables must contain .* the name '(?P<name>.*)'\.",
        "E211", "", "${{{name}}} gibt es nicht.", "${{{name}}} does not exist.",
    ),
    _complaint(
        r".*There is no survey element named '(?P<name>.*)'", "E211", "",
        "${{{name}}} gibt es nicht.", "${{{name}}} does not exist.",
    ),
    _complaint(
        _CELL + r" is invalid\. Reference variables names must be unique .* name '(?P<name>.*)' a",
        "E221", "", "${{{name}}} ist nicht eindeutig: der Name kommt mehrmals vor.",
        "${{{name}}} is ambiguous: the name occurs more than once.",
    ),
    _complaint(
        _CELL + r" is invalid\. Reference variable", "E210", "",
        "ein Verweis ist nicht lesbar; so wird er geschrieben: ${{Name}}.",
        "a reference cannot be read; write it like this: ${{name}}.",
    ),
    _complaint(
        _CELL + r" is invalid\. Choices must have a name", "E316", "name",
        "die Antwort hat keinen Code (name).", "the choice has no code (name).",
    ),
    _complaint(
        _CELL + r" is invalid\. Choice names must be unique", "E311", "name",
        "der Code {text} kommt doppelt vor.", "the code {text} occurs twice.",
    ),
    _complaint(
        r"Choice names with spaces .* See \[(?P<name>.*)\] in \[(?P<list>.*)\]", "E312", "name",
        "der Code „{name}“ enthält ein Leerzeichen.", 'the code "{name}" contains a space.',
        "choices",
    ),
    _complaint(
        r".*sheet: '(?P<sheet>\w*)'\. Headers that are different names for the same column were "
        r"found: '(?P<other>.*)', '(?P<name>.*)'\.",
        "E106", "", "die Spalte „{name}“ bedeutet dasselbe wie eine andere.",
        'the column "{name}" means the same as another.',
    ),
    _complaint(
        r".*sheet: '(?P<sheet>\w*)'\. One or more required column headers were not found: "
        r"'(?P<name>\w+)'",
        "E107", "", "im Blatt fehlt die Spalte „{name}“.",
        'the sheet lacks the column "{name}".',
    ),
    _complaint(
        r"You must have a sheet named '(?P<sheet>\w+)'", "E104", "",
        "das Blatt „{sheet}“ fehlt.", 'the sheet "{sheet}" is missing.',
    ),
)  # fmt: skip
# Complaints about a cell of the column parameters; some come without a row.
_PARAMETERS = re.compile(r"'parameters' value|[Pp]arameters? |randomize must|seed value must")
_RANDOMIZE = re.compile(r"randomize\s*=\s*([^\s,;]+)", re.IGNORECASE)
_SEED = re.compile(r"seed\s*=\s*([^\s,;]+)", re.IGNORECASE)
_A_SEED = re.compile(r"\$\{[^}]+\}\Z|[+-]?\d+(\.\d+)?\Z")


def understood(said: str, book: Workbook) -> Diagnosed:
    """What pyxform said about `book`, with our code, the cell, and our words."""
    said = said.splitlines()[0]
    for each in _COMPLAINTS:
        match = each.pattern.match(said)
        if match:
            return _diagnosed(each, {k: v or "" for k, v in match.groupdict().items()}, book)
    row = re.match(_ROW, said)
    quoted = re.sub(_ROW, "", said).strip()
    sheet = next((name for name in ("choices", "settings") if f"'{name}' sheet" in said), "survey")
    about_parameters = bool(_PARAMETERS.search(said))
    if row is not None:
        number = _number(book, sheet, int(row["row"]))
    else:
        number = _odd_parameters(book) if about_parameters else 0
    column = "parameters" if about_parameters and number else ""
    return Diagnosed(
        finding(
            "E208" if about_parameters else "E299",
            book.file.rpartition(".")[0],
            _place(book, sheet, number),
            column,
            f"Das geht so nicht. Meldung des XLSForm-Übersetzers: {quoted}",
            f"This is not possible. The XLSForm compiler says: {quoted}",
        ),
        book.cell(sheet, number, column) if number else Cell(book.file),
    )


def _diagnosed(each: _Complaint, groups: Mapping[str, str], book: Workbook) -> Diagnosed:
    sheet = groups.get("sheet", "").lower() or each.sheet
    meaning, language = meaning_of(groups.get("column") or each.column)
    name = groups.get("name", "")
    if groups.get("row"):
        number = _number(book, sheet, int(groups["row"]))
    else:
        number, meaning, language = _searched(book, each, groups, meaning, language)
    cell = book.cell(sheet, number, meaning, language) if number else Cell(book.file, sheet)
    row = next((row for row in book.rows(sheet) if row.number == number), None)
    words = {"name": name, "sheet": sheet, "text": row.cells.get(cell.header, "") if row else ""}
    return Diagnosed(
        finding(
            each.code,
            book.file.rpartition(".")[0],
            _place(book, sheet, number),
            cell.header,
            each.de.format(**words),
            each.en.format(**words),
        ),
        cell,
    )


def _searched(
    book: Workbook, each: _Complaint, groups: Mapping[str, str], meaning: str, language: str
) -> tuple[int, str, str]:
    """Row number (0: none), column and language of a complaint that names no row."""
    name = groups.get("name", "")
    survey = book.sheets.get("survey")
    if each.code == "E106" and groups["sheet"] in book.sheets:
        found = meaning_of(name)
        return book.sheets[groups["sheet"]].header, *found
    if each.code == "E312":
        for row in book.rows("choices"):
            sheet = book.sheets["choices"]
            if (sheet.text(row, "list_name"), sheet.text(row, "name")) == (groups["list"], name):
                return row.number, meaning, language
    for row in survey.rows if survey else ():
        line = survey.text(row, "type") if survey else ""
        if each.code == "E201" and " ".join(line.split()) == name:
            return row.number, meaning, language
        if each.code == "E207" and "select" in line:
            return row.number, meaning, language
        if each.code == "E223" and survey and survey.text(row, "name") == name:
            return row.number, meaning, language
        for header, text in row.cells.items():
            if each.code == "E211" and f"${{{name}}}" in text:
                return row.number, *meaning_of(header)
    return 0, meaning, language


def _number(book: Workbook, sheet: str, row: int) -> int:
    """The author's row number for pyxform's, which counts the header as 1 and skips nothing."""
    rows = book.rows(sheet)
    return rows[row - 2].number if 2 <= row < len(rows) + 2 else 0


def _place(book: Workbook, sheet: str, number: int) -> str:
    if sheet == "choices":
        for row in book.rows("choices"):
            if row.number == number:
                found = book.sheets["choices"]
                return f"{found.text(row, 'list_name')}:{found.text(row, 'name')}"
    if sheet == "survey":
        return next((line.path for line in book.lines if line.row.number == number), "")
    return ""


def _odd_parameters(book: Workbook) -> int:
    """The first row whose randomize or seed is not as XLSForm wants it."""
    for line in book.lines:
        text = book.sheets["survey"].text(line.row, "parameters")
        randomize, seed = _RANDOMIZE.search(text), _SEED.search(text)
        if randomize and randomize[1].lower() not in ("true", "false"):
            return line.row.number
        if seed and (randomize is None or not _A_SEED.match(seed[1])):
            return line.row.number
    return 0
