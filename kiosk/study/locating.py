"""From a finding's place in the form to the cell its author wrote."""

import re
import tomllib

from kiosk.study.cell import Cell
from kiosk.study.columns import meaning_of
from kiosk.study.settings import FILE
from kiosk.study.workbook import Line, Workbook

_NUMBERED = re.compile(
    r"(?:generated_note_name|generated_table_list_label|reserved_name_for_field_list_labels)_(\d+)\Z"
)
_KEY = re.compile(r"\s*([A-Za-z0-9_\"'-]+(?:\.[A-Za-z0-9_\"'-]+)*)\s*=")
_TABLE = re.compile(r"\s*\[\[?\s*([^\]]+?)\s*\]\]?\s*(?:#.*)?\Z")


def locate(book: Workbook, place: str, column: str = "") -> Cell:
    """The cell of a finding's `place` and `column` (see :class:`kiosk.study.finding.Finding`).

    What has no cell of its own is shown where it comes from: a node that the compiler made, at the
    row it was made for; a missing column, at the row; the form as a whole, at the file.
    """
    meaning, language = meaning_of(column) if column else ("", "")
    if place.startswith("/"):
        return _of_path(book, place, meaning, language)
    spoken = place.removeprefix("lang:")
    # A choice list may be called "lang" too.
    listed = spoken not in book.languages and any(
        book.sheets["choices"].text(row, "list_name") == "lang" for row in book.rows("choices")
    )
    if spoken != place and not listed:
        return _of_language(book, spoken)
    if ":" in place:
        return _of_choice(book, place, meaning, language)
    return _of_header(book, meaning, language)


def line_of(book: Workbook, path: str) -> Line | None:
    """The survey row a template path stands for, that of its group if it has none itself."""
    while path.count("/") > 1:
        line = book.by_path.get(path) or _origin(book, path)
        if line is not None:
            return line
        path = path.rpartition("/")[0]
    return None


def toml_cell(raw: bytes, key: str) -> Cell:
    """The line of study.toml that sets `key` ("start.routes.3"), or of the table around it."""
    best, found = "", 0
    table = ""
    for number, text in enumerate(raw.decode("utf-8-sig", "replace").splitlines(), start=1):
        heading, entry = _TABLE.match(text), _KEY.match(text)
        if heading:
            table = heading[1].strip()
            name = table
        elif entry:
            name = ".".join(each for each in (table, entry[1]) if each)
        else:
            continue
        name = name.replace('"', "").replace("'", "")
        same = key == name or key.startswith(name + ".")
        if same and len(name) > len(best):
            best, found = name, number
    return Cell(FILE, "", found, "", key)


def toml_error_line(raw: bytes) -> int:
    """The line where study.toml stops being TOML, 0 when it does not say."""
    try:
        tomllib.loads(raw.decode("utf-8-sig", "replace"))
    except tomllib.TOMLDecodeError as error:
        said = re.search(r"line (\d+)", str(error))
        return int(said[1]) if said else 0
    return 0


def _of_path(book: Workbook, path: str, meaning: str, language: str) -> Cell:
    line = line_of(book, path)
    if line is None:
        return Cell(book.file)
    if path.endswith("_count") and path not in book.by_path:
        meaning, language = "repeat_count", ""
    if meaning == "rows" and not book.sheets["survey"].text(line.row, "rows"):
        meaning = "parameters"  # "rows=3" there says the same
    return book.cell("survey", line.row.number, meaning, language)


def _origin(book: Workbook, path: str) -> Line | None:
    """The row for which pyxform made a node of its own."""
    above, _, name = path.rpartition("/")
    numbered = _NUMBERED.match(name)
    if numbered:
        at = int(numbered[1]) - 2  # pyxform counts the header as row 1
        return book.lines[at] if 0 <= at < len(book.lines) else None
    for ending in ("_count", "_other"):
        line = book.by_path.get(f"{above}/{name.removesuffix(ending)}")
        if name.endswith(ending) and line is not None:
            return line
    return None


def _of_choice(book: Workbook, place: str, meaning: str, language: str) -> Cell:
    name, _, value = place.partition(":")
    sheet = book.sheets.get("choices")
    for row in sheet.rows if sheet else ():
        if sheet and sheet.text(row, "list_name") == name:
            if value and sheet.text(row, "name") != value:
                continue
            return book.cell("choices", row.number, meaning or "list_name", language)
    return Cell(book.file, "choices" if sheet else "")


def _of_language(book: Workbook, language: str) -> Cell:
    for name in ("survey", "choices"):
        sheet = book.sheets.get(name)
        for each in sheet.columns if sheet else ():
            if sheet and each.language == language:
                return Cell(book.file, name, sheet.header, each.letter, each.header)
    return _of_header(book, "default_language", "")


def _of_header(book: Workbook, meaning: str, language: str) -> Cell:
    """A setting's cell, or the header of a column."""
    for name in ("settings", "survey", "choices"):
        sheet = book.sheets.get(name)
        found = sheet.column(meaning, language) if sheet and meaning else None
        if sheet and found:
            number = sheet.rows[0].number if name == "settings" and sheet.rows else sheet.header
            return Cell(book.file, name, number, found.letter, found.header)
    if meaning and "settings" in book.sheets:
        return Cell(book.file, "settings", book.sheets["settings"].header, "", meaning)
    return Cell(book.file)
