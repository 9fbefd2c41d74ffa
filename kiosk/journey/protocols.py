"""The papers that travel with what is handed over. Imports reportlab: import when it is needed."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from kiosk.journey.desk import COUNTS
from kiosk.journey.steps import in_steps
from kiosk.papers.protocol import File, Row, protocol
from kiosk.papers.terminal_protocols import Station, commissioning, daily, erasure, handover
from kiosk.papers.typeface import typeface
from kiosk.storage.audit import Event, Phase
from kiosk.storage.day import DayState
from kiosk.storage.store import Store
from kiosk.sync.export import ExportReport

Paper = tuple[str, bytes]
"""A file name and a PDF."""


def handed_over(
    store: Store, station: Station, today: date, actor: int, report: ExportReport, fonts: Path
) -> Iterator[Paper]:
    """The protocol of this hand-over, and those of the days that ended since the one before."""
    face = typeface(fonts)
    names = {each.number: each.name for each in store.people(with_former=True)}
    files = tuple(File(name, sha256) for name, sha256 in report.files)
    paper = handover(station, today, names.get(actor, ""), report.envelopes, files)
    first = report.files[0][0][:8]  # the number of the first batch: no two papers share it
    yield f"Uebergabeprotokoll-{today.isoformat()}-{first}.pdf", protocol(paper, face)
    since = _last_hand_over(store)
    for when, day in store.days():
        over = day.state is DayState.CLOSED or when < today
        if not over or (since is not None and when < since):
            continue
        counts = store.counts(when)
        rows = tuple(Row(label, in_steps(counts[kind])) for kind, label in COUNTS)
        opened, closed = names.get(day.opened_by, ""), names.get(day.closed_by, "")
        paper = daily(station, when, opened, closed, rows)
        yield f"Tagesprotokoll-{when.isoformat()}.pdf", protocol(paper, face)


def commissioned(store: Store, station: Station, today: date, fonts: Path) -> Paper:
    """The protocol of putting the terminal up, which says how many responses are in it."""
    stored = store.stored()
    paper = commissioning(station, today, stored)
    return f"Nullprotokoll-{today.isoformat()}.pdf", protocol(paper, typeface(fonts))


def erased(
    station: Station, today: date, batches: tuple[tuple[str, int], ...], fonts: Path
) -> Paper:
    """The protocol of deleting what was handed over."""
    paper = erasure(station, today, batches)
    return f"Loeschprotokoll-{today.isoformat()}.pdf", protocol(paper, typeface(fonts))


def _last_hand_over(store: Store) -> date | None:
    log, _ = store.log()
    days = [
        date.fromisoformat(each.day)
        for each in log
        if each.event == Event.HANDED_OVER and each.phase == Phase.COMPLETE and each.good
    ]
    return max(days, default=None)
