"""A workbook as its author wrote it: sheets, rows by their number, columns by their letter."""

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from zipfile import BadZipFile

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException
from pyxform.xls2json_backends import is_empty, xlsx_value_to_str

from kiosk.study.cell import Cell
from kiosk.study.columns import Column, column
from kiosk.study.errors import StudyError

SPOKEN = "spoken"
"""The kiosk's own sheet: how texts are said that neither lexicon nor rules get right."""
SHEETS = ("survey", "choices", "settings", "external_choices", "entities", "osm", SPOKEN)
"""The sheets that are read; others are the author's own."""
_SPACES = re.compile(r" +")
# The Markdown tables of pyxform (pyxform/xls2json_backends.py): a comment begins with "#".
_COMMENT = re.compile(r"^\s*#")
_TRAILING_COMMENT = re.compile(r"^(.*)(#[^|]+)$")
_TABLE_LINE = re.compile(r"\s*\|(.*)\|\s*")
_RULE = re.compile(r"^[|-]+$")
_PIPE = re.compile(r"(?<!\\)\|")

Grid = list[tuple[int, list[str]]]
"""Lines with their numbers; a cell without content is ""."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row that holds something: its number in the sheet or file, and its filled cells."""

    number: int
    cells: Mapping[str, str]  # by header


@dataclass(frozen=True)
class Sheet:
    """One sheet; `header` is the row number of its headers."""

    name: str
    header: int
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]

    @cached_property
    def _by_meaning(self) -> dict[tuple[str, str], Column]:
        return {(each.meaning, each.language): each for each in reversed(self.columns)}

    def column(self, meaning: str, language: str = "") -> Column | None:
        """The column of this meaning and language."""
        return self._by_meaning.get((meaning, language))

    def text(self, row: Row, meaning: str, language: str = "") -> str:
        """The content of a cell; "" when it is empty or there is no such column."""
        found = self.column(meaning, language)
        return row.cells.get(found.header, "") if found else ""

    def texts(self, row: Row, meaning: str) -> dict[str, str]:
        """The filled cells of a column in all its languages; "" is the one without language."""
        return {
            each.language: row.cells[each.header]
            for each in self.columns
            if each.meaning == meaning and each.header in row.cells
        }

    def without_columns(self, headers: Iterable[str]) -> "Sheet":
        """The sheet without these columns."""
        gone = frozenset(headers)
        rows = (
            Row(row.number, {k: text for k, text in row.cells.items() if k not in gone})
            for row in self.rows
        )
        columns = tuple(each for each in self.columns if each.header not in gone)
        return replace(self, columns=columns, rows=tuple(row for row in rows if row.cells))

    def without(self, rows: Iterable[int]) -> "Sheet":
        """The sheet without these row numbers."""
        gone = frozenset(rows)
        return replace(self, rows=tuple(each for each in self.rows if each.number not in gone))

    def with_cell(self, number: int, header: str, text: str) -> "Sheet":
        """The sheet with another text in a cell; "" empties it."""
        rows = []
        for each in self.rows:
            cells = dict(each.cells)
            if each.number == number:
                cells.pop(header, None)
                if text:
                    cells[header] = text
            rows.append(Row(each.number, cells))
        return replace(self, rows=tuple(rows))


@dataclass(frozen=True)
class Line:
    """A row of the survey sheet with its place in the nesting.

    `path` is the template path ("/data/loop/L3"), that of the opened group for a begin row, of the
    closed one for an end row. `parameter` is what follows the type ("z4" in "select_one z4").
    """

    row: Row
    type: str
    parameter: str
    name: str
    path: str
    begins: bool = False
    ends: bool = False


@dataclass(frozen=True)
class Workbook:
    """One form's workbook.

    `misspelt` are sheets read as what they seem to mean (as written, as meant); `doubled` are
    headers that occur twice (sheet, row, letter, text).
    """

    file: str
    sheets: Mapping[str, Sheet]
    names: tuple[str, ...]
    misspelt: tuple[tuple[str, str], ...] = ()
    doubled: tuple[tuple[str, int, str, str], ...] = ()

    def rows(self, sheet: str) -> tuple[Row, ...]:
        """The rows of a sheet, none when there is no such sheet."""
        return self.sheets[sheet].rows if sheet in self.sheets else ()

    def setting(self, meaning: str) -> str:
        """A value of the settings sheet, or ""."""
        rows = self.rows("settings")
        return self.sheets["settings"].text(rows[0], meaning) if rows else ""

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The rows of the survey sheet with their nesting."""
        return tuple(_lines(self))

    @cached_property
    def by_path(self) -> dict[str, Line]:
        """The first row of every template path."""
        found: dict[str, Line] = {}
        for line in self.lines:
            if line.path and not line.ends:
                found.setdefault(line.path, line)
        return found

    @cached_property
    def default_language(self) -> str:
        """The language of columns without one."""
        return self.setting("default_language") or "default"

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """The languages of survey and choices; the default one for columns that name none."""
        found: dict[str, None] = {}
        for name in ("survey", "choices"):
            for each in self.sheets[name].columns if name in self.sheets else ():
                if each.language:
                    found[each.language] = None
                elif each.meaning == "label":
                    found[self.default_language] = None
        return tuple(found)

    def cell(self, sheet: str, row: int, meaning: str = "", language: str = "") -> Cell:
        """The place of a cell; without a column of that meaning, of the row."""
        found = self.sheets[sheet].column(meaning, language) if sheet in self.sheets else None
        if found is None and sheet in self.sheets:
            # The engine takes some of ours from either half of a question.
            other = {"bind::": "body::", "body::": "bind::"}.get(meaning[:6], "")
            found = self.sheets[sheet].column(other + meaning[6:]) if other else None
        if found is None and sheet in self.sheets and not language:
            found = self.sheets[sheet].column(meaning, self.default_language)
        if found is None:
            header = f"{meaning}::{language}" if language else meaning
            return Cell(self.file, sheet, row, "", header)
        return Cell(self.file, sheet, row, found.letter, found.header)

    def with_sheet(self, sheet: Sheet) -> "Workbook":
        """The workbook with one sheet exchanged."""
        return replace(self, sheets={**self.sheets, sheet.name: sheet})

    def tables(self) -> dict[str, object]:
        """What pyxform compiles: the sheets as rows of header and content."""
        tables: dict[str, object] = {
            "sheet_names": list(self.names),
            "fallback_form_name": self.file.rpartition(".")[0],
        }
        for name, sheet in self.sheets.items():
            if name == SPOKEN:
                continue
            tables[name] = [dict(row.cells) for row in sheet.rows]
            tables[f"{name}_header"] = [dict.fromkeys(each.header for each in sheet.columns)]
        return tables


def read_workbook(path: Path) -> Workbook:
    """Read an .xlsx or Markdown workbook. Raises StudyError when the file is neither."""
    try:
        grids = _markdown(path) if path.suffix == ".md" else _excel(path)
    except (
        UnicodeDecodeError, ValueError, KeyError, TypeError, OSError, BadZipFile,
        InvalidFileException, AttributeError,
    ) as error:  # fmt: skip
        raise _unreadable(path) from error
    if not any(grids.values()):
        raise _unreadable(path)
    sheets: dict[str, Sheet] = {}
    doubled: list[tuple[str, int, str, str]] = []
    misspelt: dict[str, str] = {}
    excel = path.suffix != ".md"
    for name, grid in grids.items():
        known = name.lower() if len(grids) > 1 or name.lower() in SHEETS else "survey"
        near = difflib.get_close_matches(known, SHEETS, n=1, cutoff=0.75)
        if known not in SHEETS and near and near[0] not in {each.lower() for each in grids}:
            misspelt[name] = known = near[0]
        if known in SHEETS and grid:
            sheets[known], twice = _sheet(known, grid, excel)
            doubled += twice
    return Workbook(path.name, sheets, tuple(grids), tuple(misspelt.items()), tuple(doubled))


def _unreadable(path: Path) -> StudyError:
    return StudyError(
        path.name,
        "Die Datei ist keine lesbare XLSForm-Tabelle (.xlsx oder .md).",
        "The file is not a readable XLSForm workbook (.xlsx or .md).",
    )


def _sheet(name: str, grid: Grid, excel: bool) -> tuple[Sheet, list[tuple[str, int, str, str]]]:
    number, headers = grid[0]
    headers = [_SPACES.sub(" ", each) for each in headers]
    double = any("::" in each for each in headers)
    columns: list[Column] = []
    at: list[int] = []
    twice: list[tuple[str, int, str, str]] = []
    for index, header in enumerate(headers):
        letter = get_column_letter(index + 1) if excel else ""
        if not header:
            continue
        if any(each.header == header for each in columns):
            twice.append((name, number, letter, header))
            continue
        columns.append(column(header, letter, double=double))
        at.append(index)
    rows = []
    for line, texts in grid[1:]:
        cells = {
            each.header: texts[index]
            for each, index in zip(columns, at, strict=True)
            if index < len(texts) and texts[index]
        }
        if cells:
            rows.append(Row(line, cells))
    return Sheet(name, number, tuple(columns), tuple(rows)), twice


def _excel(path: Path) -> dict[str, Grid]:
    book = load_workbook(path, read_only=True, data_only=True)
    try:
        return {
            sheet.title: [
                (number, [_content(value) for value in values])
                for number, values in enumerate(sheet.iter_rows(values_only=True), start=1)
                if number == 1 or any(not is_empty(value) for value in values)
            ]
            for sheet in book.worksheets
        }
    finally:
        book.close()


def _content(value: object) -> str:
    if isinstance(value, str):
        value = value.strip()
    return "" if is_empty(value) else xlsx_value_to_str(value)


def _markdown(path: Path) -> dict[str, Grid]:
    grids: dict[str, Grid] = {}
    sheet = ""
    for number, line in enumerate(path.read_bytes().decode("utf-8-sig").split("\n"), start=1):
        if _COMMENT.match(line):
            continue
        comment = _TRAILING_COMMENT.match(line)
        table = _TABLE_LINE.match(comment[1] if comment else line)
        if not table or _RULE.match(table[1]):
            continue
        first, *cells = [each.strip().replace(r"\|", "|") for each in _PIPE.split(table[1])]
        if first:
            sheet = first
            grids[sheet] = []
        if sheet and any(cells):
            grids[sheet].append((number, cells))
    return grids


def _lines(book: Workbook) -> Iterator[Line]:
    sheet = book.sheets.get("survey")
    if sheet is None:
        return
    above = [f"/{book.setting('name') or 'data'}"]
    for row in sheet.rows:
        kind, parameter = _typed(sheet.text(row, "type"))
        name = sheet.text(row, "name")
        if kind.startswith("end "):
            path = above.pop() if len(above) > 1 else ""
            yield Line(row, kind, "", name, path, ends=True)
            continue
        path = f"{above[-1]}/{name}" if name else ""
        begins = kind.startswith("begin ")
        yield Line(row, kind, parameter, name, path, begins=begins)
        if begins:
            above.append(path or f"{above[-1]}/?")


_SELECTS = {
    "select_one": "select_one",
    "select one": "select_one",
    "select1": "select_one",
    "select one from": "select_one",
    "add select one prompt using": "select_one",
    "select_one_from_file": "select_one_from_file",
    "select one from file": "select_one_from_file",
    "select_one_external": "select_one_external",
    "select_multiple": "select_multiple",
    "select all that apply": "select_multiple",
    "select all that apply from": "select_multiple",
    "add select multiple prompt using": "select_multiple",
    "select_multiple_from_file": "select_multiple_from_file",
    "select multiple from file": "select_multiple_from_file",
    "rank": "rank",
}
_SPELLED = sorted(_SELECTS, key=len, reverse=True)
_CONTROL = re.compile(r"(begin|end)[\s_](group|lgroup|repeat|loop|looped group)\b")


def _typed(text: str) -> tuple[str, str]:
    """("select_one", "z4") of "select one z4"; "begin repeat" and "end group" for sections."""
    text = " ".join(text.split())
    control = _CONTROL.match(text)
    if control:
        what = "group" if control[2] == "group" else control[2].replace("lgroup", "repeat")
        return f"{control[1]} {what.replace('looped group', 'repeat')}", ""
    for spelled in _SPELLED:
        if text.startswith(spelled + " "):
            return _SELECTS[spelled], text[len(spelled) + 1 :]
    return text, ""


def words(texts: Sequence[str]) -> frozenset[str]:
    """Every word of letters, digits, "_" and "-" in these texts."""
    return frozenset(each for text in texts for each in re.findall(r"[\w-]+", text))
