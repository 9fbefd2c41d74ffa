"""An answer on its way to the disk, beside the least a durable write can cost."""

import os
import secrets
import sqlite3
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

from kiosk.benchmarks.demonstration import Measured
from kiosk.benchmarks.figures import Row, Target, figures, ratios
from kiosk.benchmarks.timing import milliseconds
from kiosk.storage.store import Store

_ANSWERS = 500
_WARM_UP = 20
_PER_DRAFT = 50
"""Answers of one interview, which decide how large its rows' keys and the log become."""
_EVENT = b'{"ref":"/V/B1","value":"1 3 5"}'
_TAG = 24 + 16
"""What encryption adds: nonce and tag of XChaCha20-Poly1305, as kiosk.sealing.draft has it."""


def answer_to_disk(measured: Measured, folder: Path, today: Callable[[], date]) -> list[Row]:
    """Milliseconds until one answer is durable: raw, bare sqlite3, ours; in turns."""
    folder.mkdir()
    study = measured.study
    store = Store.open(folder / "store", study.recipients, study.settings.project, "0" * 64, today)
    raw = os.open(folder / "raw", os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    bare = _bare_database(folder / "bare.db")
    content = secrets.token_bytes(len(_EVENT) + _TAG)
    taken: dict[str, list[float]] = {"raw": [], "bare": [], "ours": []}
    try:
        draft = store.begin(b"{}", "V")
        for place in range(_ANSWERS + _WARM_UP):
            if place % _PER_DRAFT == 0:
                store.discard(draft)
                draft = store.begin(b"{}", "V")
            taken["raw"].append(milliseconds(_raw, raw, content))
            taken["bare"].append(milliseconds(_insert, bare, place, content))
            taken["ours"].append(milliseconds(store.record, draft, _EVENT))
        store.discard(draft)
    finally:
        bare.close()
        os.close(raw)
        store.close()
    return _rows(taken)


def _rows(taken: dict[str, list[float]]) -> list[Row]:
    raw, bare, ours = (figures(each[_WARM_UP:]) for each in taken.values())
    times = ratios(ours, bare)
    return [
        Row("Floor: write + fdatasync of the same bytes", "ms", raw),
        Row("Floor: bare sqlite3, one insert, WAL, FULL", "ms", bare, "write", ratios(bare, raw)),
        Row(
            "Answer durable: `Store.record`, encrypted",
            "ms",
            ours,
            "bare sqlite3",
            times,
            Target("p50 ≤ 2 ×", times[0] <= 2),
        ),
    ]


def _raw(file: int, content: bytes) -> None:
    os.write(file, content)
    if sys.platform == "win32":
        os.fsync(file)
    else:
        os.fdatasync(file)


def _insert(db: sqlite3.Connection, place: int, content: bytes) -> None:
    db.execute("BEGIN IMMEDIATE")
    db.execute("INSERT INTO answer VALUES (?, ?)", (place, content))
    db.execute("COMMIT")


def _bare_database(path: Path) -> sqlite3.Connection:
    db = sqlite3.connect(path, isolation_level=None)
    db.execute("PRAGMA journal_mode=WAL")
    db.execute("PRAGMA synchronous=FULL")
    db.execute("CREATE TABLE answer (n INTEGER PRIMARY KEY, ct BLOB NOT NULL)")
    return db
