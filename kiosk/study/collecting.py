"""What a kiosk must not collect: refused at build, with the row and the reason.

The participation text promises no camera, no microphone, no name (privacy.md D.3), and D.4 keeps
clock times and device numbers out of the data: who saw somebody at the kiosk at 10:42 must not
find the answers by that.
"""

import re
from dataclasses import dataclass, replace

from kiosk.study.cell import Cell
from kiosk.study.compiling import section
from kiosk.study.diagnosis import Diagnosed, finding
from kiosk.study.workbook import Line, Workbook

_CAMERA = (
    "das Gerät hat weder Kamera noch Mikrofon, und Bilder, Aufnahmen und Dateien können Menschen "
    "erkennbar machen",
    "the kiosk has neither camera nor microphone, and pictures, recordings and files can identify "
    "people",
)
_PLACE = (
    "ein Ort kann Menschen erkennbar machen; die Umfrage fragt nur nach groben Gebieten",
    "a location can identify people; the survey asks for coarse areas only",
)
_TIME = (
    "an Tag und Uhrzeit ließe sich ablesen, wer am Gerät war",
    "day and time would show who was at the kiosk",
)
_PERSON = (
    "die Umfrage ist anonym und erhebt nichts, was eine Person oder ein Gerät benennt",
    "the survey is anonymous and collects nothing that names a person or a device",
)
_ENTITY = (
    "Angaben über dieselbe Person oder Sache würden über Interviews hinweg verknüpft",
    "answers about the same person or thing would be linked across interviews",
)
_LAST = (
    "die Antworten des vorigen Menschen am Gerät gehen den nächsten nichts an",
    "the answers of the person before are none of the next person's business",
)

_QUESTIONS = {
    **dict.fromkeys(
        (
            "image", "photo", "audio", "video", "file", "barcode", "background-audio",
            "add image prompt", "add photo prompt", "add audio prompt", "add video prompt",
            "add file prompt", "add barcode prompt", "q picture", "q image", "q audio", "q video",
            "q barcode",
        ),
        _CAMERA,
    ),
    **dict.fromkeys(
        (
            "geopoint", "geotrace", "geoshape", "start-geopoint", "background-geopoint", "gps",
            "location", "add location prompt", "q geopoint", "q geotrace", "q geoshape",
            "q location", "osm",
        ),
        _PLACE,
    ),
}  # fmt: skip
_METADATA = {
    **dict.fromkeys(
        (
            "start", "end", "today", "audit", "start time", "end time", "get start time",
            "get end time", "get today",
        ),
        _TIME,
    ),
    **dict.fromkeys(
        (
            "deviceid", "device id", "get device id", "uri:deviceid", "imei", "username",
            "uri:username", "phonenumber", "phone number", "get phone number", "uri:phonenumber",
            "email", "uri:email", "simserial", "uri:simserial", "sim id", "get sim id",
            "subscriberid", "subscriber id", "get subscriber id", "uri:subscriberid",
        ),
        _PERSON,
    ),
}  # fmt: skip
_LAST_SAVED = re.compile(r"\$\{\s*last-saved#")


@dataclass(frozen=True, slots=True)
class Permitted:
    """A workbook without what a kiosk must not collect, what was taken out, and whose names."""

    book: Workbook
    found: tuple[Diagnosed, ...]
    names: frozenset[str]


def permitted(book: Workbook, *, allow: bool) -> Permitted:
    """Take out of `book` what a kiosk must not collect.

    Each is an error with its reason; with `allow` it is left out and listed as a warning.
    """
    found: list[Diagnosed] = []
    names: set[str] = set()
    clean = book
    for line in book.lines:
        told = _refused(book, line, allow)
        if told is None:
            continue
        found.append(told)
        numbers, gone = section(clean, line.row.number)
        clean = clean.with_sheet(clean.sheets["survey"].without(numbers))
        names.update(gone)
    clean, cells = _without_cells(clean, allow)
    if book.rows("entities"):
        row = book.rows("entities")[0].number
        cell = Cell(book.file, "entities", row)
        cells = [*cells, _told(book, "E503", cell, "", "entities", _ENTITY, allow)]
        rest = {name: each for name, each in clean.sheets.items() if name != "entities"}
        clean = replace(clean, sheets=rest)
    return Permitted(clean, (*found, *cells), frozenset(names))


def _refused(book: Workbook, line: Line, allow: bool) -> Diagnosed | None:
    kind = line.type.lower().split(" ")[0] if line.type.lower().startswith("osm ") else line.type
    kind = kind.lower()
    for code, refused in (("E501", _QUESTIONS), ("E502", _METADATA)):
        if kind in refused:
            cell = book.cell("survey", line.row.number, "type")
            return _told(book, code, cell, line.path, line.type, refused[kind], allow)
    return None


def _without_cells(book: Workbook, allow: bool) -> tuple[Workbook, list[Diagnosed]]:
    """Columns save_to and references to the answers given before, emptied cell by cell."""
    found = []
    for name in ("survey", "choices", "settings"):
        for row in book.rows(name):
            sheet = book.sheets[name]
            for column in sheet.columns:
                text = row.cells.get(column.header, "")
                if column.meaning == "save_to" and text:
                    code, reason = "E503", _ENTITY
                elif _LAST_SAVED.search(text):
                    code, reason = "E504", _LAST
                else:
                    continue
                cell = Cell(book.file, name, row.number, column.letter, column.header)
                path = next((each.path for each in book.lines if each.row is row), "")
                found.append(_told(book, code, cell, path, column.header, reason, allow))
                book = book.with_sheet(book.sheets[name].with_cell(row.number, column.header, ""))
    return book, found


def _told(
    book: Workbook,
    code: str,
    cell: Cell,
    place: str,
    what: str,
    reason: tuple[str, str],
    allow: bool,
) -> Diagnosed:
    form = book.file.rpartition(".")[0]
    if allow:
        return Diagnosed(
            finding(
                code.replace("E", "W"), form, place, cell.header,
                f"„{what}“ wird ausgelassen (--allow): {reason[0]}.",
                f'"{what}" is left out (--allow): {reason[1]}.',
            ),
            cell,
        )  # fmt: skip
    return Diagnosed(
        finding(
            code, form, place, cell.header,
            f"„{what}“ darf ein Kiosk nicht erheben: {reason[0]}. Mit --allow wird es ausgelassen.",
            f'a kiosk must not collect "{what}": {reason[1]}. With --allow it is left out.',
        ),
        cell,
    )  # fmt: skip
