"""Which spoken forms of texts a person has listened to and approved: spoken-approved.tsv.

It lies in the study's folder, so that it is kept with the study, and is not packed.
"""

import csv
import io
from collections.abc import Iterable
from pathlib import Path

from kiosk.study.errors import StudyError

FILE = "spoken-approved.tsv"
COLUMNS = ("language", "text", "spoken")
"""A language is a primary subtag ("de"), a text is plain, in single blanks."""
APPROVED = "approved"
"""A further column of a list to approve: rows where it is empty are left out."""

Key = tuple[str, str, str]
"""The three columns: whoever changes one of them asks for approval again."""


def approved(folder: Path) -> frozenset[Key]:
    """What is approved in a study's folder. Raises StudyError where the file is damaged."""
    path = folder / FILE
    return read_approved(path.read_bytes(), FILE) if path.exists() else frozenset()


def read_approved(raw: bytes, name: str) -> frozenset[Key]:
    """The approved rows of a list with tabs; `name` is what errors call it.

    Raises StudyError where it is no text in UTF-8 or lacks a column.
    """
    try:
        text = raw.decode("utf-8-sig")
        table = csv.DictReader(io.StringIO(text, newline=""), dialect="excel-tab", strict=True)
        headers, rows = table.fieldnames or (), list(table)
    except (UnicodeDecodeError, csv.Error) as error:
        raise _damaged(name) from error
    if not set(COLUMNS) <= set(headers):
        raise _damaged(name)
    found = set()
    for row in rows:
        cells = [row.get(each) for each in (*COLUMNS, APPROVED)]
        language, spoken_text, said = (each or "" for each in cells[:3])
        if not (language and spoken_text and said):
            raise _damaged(name)
        if APPROVED not in row or (cells[3] or "").strip():
            found.add((language, spoken_text, said))
    return frozenset(found)


def write_approved(keys: Iterable[Key]) -> bytes:
    """What :func:`read_approved` reads, in a lasting order."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, dialect="excel-tab", lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(sorted(keys))
    return text.getvalue().encode()


def _damaged(name: str) -> StudyError:
    columns = ", ".join(COLUMNS)
    return StudyError(
        name,
        f"ist keine Liste mit Tabulatoren und den Spalten {columns} in UTF-8. Bitte speichern Sie "
        "sie auf der Seite aus kiosk study say noch einmal.",
        f"is no list with tabs and the columns {columns} in UTF-8. Please save it once more on the "
        "page made by kiosk study say.",
    )
