"""From a workbook to a form, collecting every fault on the way: the compiler's recovery.

pyxform and the form reader stop at their first fault. So the faulty cell is emptied, or the faulty
row taken out, in a copy of the workbook, and the copy is compiled again: the next fault shows. A
form that had faults is only looked at, never packed.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from xml.parsers.expat import ExpatError

from pyxform.errors import PyXFormError
from pyxform.xls2xform import convert

from kiosk.forms.errors import FormError
from kiosk.forms.form import Form
from kiosk.forms.reading import read_form
from kiosk.forms.xpath.evaluation import CompileError
from kiosk.forms.xpath.syntax import XPathSyntaxError
from kiosk.study.cell import Cell
from kiosk.study.columns import TEXTS, meaning_of
from kiosk.study.complaints import understood
from kiosk.study.diagnosis import Diagnosed, finding
from kiosk.study.locating import line_of, locate
from kiosk.study.workbook import Workbook

MOST_FAULTS = 200
"""So many faults of one workbook are told; who reads more of them at once?"""
# WORKAROUND: pyxform straightens typographic quotes everywhere; they travel in disguise.
_QUOTES = str.maketrans("‘’“”", "\ue000\ue001\ue002\ue003")
_UNQUOTES = str.maketrans("\ue000\ue001\ue002\ue003", "‘’“”")
_PLACE = re.compile(r"\{([A-Za-z]\w*)\}")
_PATH = re.compile(r"/[\w./-]+")
_UNKNOWN = re.compile(r"\$\{([^}]*)\}")


@dataclass(frozen=True, slots=True)
class Compiled:
    """A workbook compiled: the XForm and the form, None where faults left nothing to read.

    With `faults` the two are of the copy without the faulty cells.
    """

    xml: bytes
    form: Form | None
    faults: tuple[Diagnosed, ...]


def compiled(
    book: Workbook,
    places: Mapping[str, str],
    files: Mapping[str, bytes],
    gone: frozenset[str] = frozenset(),
) -> Compiled:
    """Compile `book`; {name} in its texts becomes the value in `places`.

    `files` are the study's media by file name. `gone` are names of rows already taken out for a
    fault that was told: who refers to them is not told again.
    """
    faults: list[Diagnosed] = []
    while len(faults) < MOST_FAULTS:
        xml = b""
        try:
            xml = placed(_xform(book), places)
            form = read_form(xml, book.file.rpartition(".")[0], files)
        except PyXFormError as error:
            fault = understood(str(error).translate(_UNQUOTES), book)
        except FormError as error:
            fault = _of_form(error, book)
        except (ValueError, KeyError, TypeError, AttributeError, IndexError, ExpatError) as error:
            fault = _unexplained(error, book)
        else:
            return Compiled(xml, form, tuple(faults))
        named = _UNKNOWN.search(fault.finding.en)
        if not (fault.finding.code == "E211" and named and named[1] in gone):
            faults.append(fault)
        repaired, removed = _repaired(book, fault.cell)
        if repaired == book:
            return Compiled(xml, None, tuple(faults))
        book, gone = repaired, gone | removed
    return Compiled(b"", None, tuple(faults))


def placed(xml: bytes, places: Mapping[str, str]) -> bytes:
    """The XForm with {hauptamt} and the like replaced; what is unknown stays as it is."""

    def escaped(text: str) -> str:
        return text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")

    return filled(xml.decode(), {name: escaped(text) for name, text in places.items()}).encode()


def filled(text: str, places: Mapping[str, str]) -> str:
    """A text with {hauptamt} and the like replaced; what is unknown stays as it is."""
    return _PLACE.sub(lambda match: places.get(match[1], match[0]), text)


def placeholders(text: str) -> Iterator[str]:
    """The names in braces of a text, but not the ${references}."""
    for match in _PLACE.finditer(text):
        if not text[: match.start()].endswith("$"):
            yield match[1]


def _xform(book: Workbook) -> bytes:
    """The XForm of a workbook. Raises PyXFormError, and whatever pyxform trips over."""
    result = convert(xlsform=_shielded(book.tables()), validate=False, pretty_print=False)
    return result.xform.translate(_UNQUOTES).encode()


def _shielded(tables: dict[str, object]) -> dict[str, object]:
    """The tables with typographic quotes in disguise; a copy, for pyxform changes what it gets."""

    def shielded(value: object) -> object:
        match value:
            case str():
                return value.translate(_QUOTES)
            case dict():
                return {key: shielded(each) for key, each in value.items()}
            case list():
                return [shielded(each) for each in value]
        return value

    return {name: shielded(table) for name, table in tables.items()}


def _of_form(error: FormError, book: Workbook) -> Diagnosed:
    de, en = error.reason
    code = "E220"
    if isinstance(error.__cause__, XPathSyntaxError | CompileError | RecursionError):
        code = "E210"
    elif "Kreis" in de:
        code = "E212"
    elif "das es nicht gibt" in de:
        code = "E211"
    paths = _PATH.findall(error.place)
    path, column = error.path or (paths[0] if paths else ""), error.column
    if "fehlt in media/" in de:
        code = "E412"
        path, column = _reader_of(book, error.place.partition(" (")[0]) or (path, column)
    elif not path and "." in error.place.partition(",")[0]:
        # A list in a file of its own: say which, and who reads it.
        file = error.place.partition(",")[0]
        path, column = _reader_of(book, file.rpartition(".")[0]) or (path, column)
        de, en = f"{error.place}: {de}", f"{error.place}: {en}"
    elif code == "E212":
        path, column = _link(book, paths) or (path, column)
        de, en = f"{error.place}: {de}", f"{error.place}: {en}"
    return Diagnosed(finding(code, error.form, path, column, de, en), locate(book, path, column))


def _link(book: Workbook, circle: list[str]) -> tuple[str, str] | None:
    """Path and column of an expression that closes a circle of paths."""
    survey = book.sheets.get("survey")
    for path in circle:
        line = line_of(book, path)
        for each in survey.columns if survey and line else ():
            text = line.row.cells.get(each.header, "") if line else ""
            if any(f"${{{other.rpartition('/')[2]}}}" in text for other in circle):
                return path, each.header
    return None


def _reader_of(book: Workbook, instance: str) -> tuple[str, str] | None:
    """Path and column of whoever uses the list in a file, by the list's name."""
    for line in book.lines:
        if instance in (line.parameter.partition(".")[0], line.name):
            return line.path, "type"
        for header, text in line.row.cells.items():
            if re.search(rf"['\"]{re.escape(instance)}['\"]", text):
                return line.path, header
    return None


def _unexplained(error: Exception, book: Workbook) -> Diagnosed:
    told = f"{type(error).__name__}: {error}"
    # A list that the compiler misses is at least named by the row that wants it.
    named = str(error.args[0]) if isinstance(error, KeyError) and error.args else ""
    line = next((each for each in book.lines if named and each.parameter == named), None)
    return Diagnosed(
        finding(
            "E299",
            book.file.rpartition(".")[0],
            line.path if line else "",
            "type" if line else "",
            f"Der XLSForm-Übersetzer kommt mit der Tabelle nicht zurecht ({told}).",
            f"The XLSForm compiler cannot handle the workbook ({told}).",
        ),
        book.cell("survey", line.row.number, "type") if line else Cell(book.file),
    )


def _repaired(book: Workbook, cell: Cell) -> tuple[Workbook, frozenset[str]]:
    """A copy without the fault in `cell`, and the names that went with it."""
    sheet = book.sheets.get(cell.sheet)
    if sheet is None or cell.row == 0 or cell.row == sheet.header:
        return book, frozenset()
    row = next((each for each in sheet.rows if each.number == cell.row), None)
    if row is None:
        return book, frozenset()
    meaning, _ = meaning_of(cell.header) if cell.header in row.cells else ("", "")
    if meaning and meaning not in ("type", "name", "list_name"):
        # Texts and calculations must not be empty; a stroke and an empty string say nothing.
        stand_in = "–" if meaning in TEXTS else "''" if meaning == "calculation" else ""
        if row.cells[cell.header] != stand_in:
            return book.with_sheet(sheet.with_cell(row.number, cell.header, stand_in)), frozenset()
    numbers, names = section(book, row.number) if cell.sheet == "survey" else ({row.number}, ())
    return book.with_sheet(sheet.without(numbers)), frozenset(names)


def section(book: Workbook, number: int) -> tuple[set[int], tuple[str, ...]]:
    """The row numbers that go with a survey row, and its name: the end goes with its beginning."""
    line = next(each for each in book.lines if each.row.number == number)
    numbers = {number}
    depth = 0
    for each in book.lines if line.begins else ():
        if each.row.number <= number:
            continue
        if each.ends and depth == 0:
            numbers.add(each.row.number)
            break
        depth += each.begins - each.ends
    return numbers, (line.name,) if line.name else ()
