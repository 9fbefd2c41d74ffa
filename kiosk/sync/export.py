"""Handing over everything that waits to a folder or stick."""

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from kiosk.sync.folder import put, subfolder, sweep

ROOT = "KIOSK-EXPORT"
TARGET = "folder"


class Batch(Protocol):
    """A closed batch as a file."""

    @property
    def name(self) -> str:
        """Its file name, which holds its hash."""

    @property
    def content(self) -> bytes:
        """Its bytes."""

    @property
    def count(self) -> int:
        """How many envelopes are in it."""


class Outbox(Protocol):
    """What an export asks of the terminal's store (`storage.store.Store` is one)."""

    @property
    def project(self) -> str:
        """The project's name."""

    @property
    def device(self) -> str:
        """The terminal's id."""

    def close_batch(self) -> Batch | None:
        """Close a batch of what waits; None when nothing does."""

    def batches(self, unverified_at: str | None = None) -> list[int]:
        """Numbers of all closed batches, or of those not yet verified at a target."""

    def batch_file(self, number: int) -> Batch:
        """A closed batch."""

    def mark_verified(self, number: int, target: str) -> None:
        """Note that a batch was read back at `target` and is equal."""


def folder_name(project: str) -> str:
    """The project's name as every stick's file system can hold it; for people's eyes only."""
    return re.sub(r"[^\w-]+", "-", project).strip("-")[:60] or "projekt"


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What an export handed over: all of it durable, read back and equal."""

    folder: Path
    bundles: int
    envelopes: int
    files: tuple[tuple[str, str], ...] = ()  # name and SHA-256, hex


def export(store: Outbox, place: Path, everything: bool = False) -> ExportReport:
    """Close what waits into batches and write every batch not yet handed over to `place`.

    They go to KIOSK-EXPORT/<project>/<device>/. With `everything` all batches ever closed are
    written again, for a stick that was lost. Staff start this by hand, so a batch may hold fewer
    than the five responses an automatic one needs; none tells when its responses were given.

    Raises NoPlace, NoRoom or NotWritten, or the store's errors; what was written before counts
    as handed over, the rest stays waiting.
    """
    folder = subfolder(place, ROOT, folder_name(store.project), store.device)
    sweep(folder)
    while store.close_batch() is not None:
        continue
    bundles = envelopes = 0
    files: list[tuple[str, str]] = []
    for number in store.batches(unverified_at=None if everything else TARGET):
        file = store.batch_file(number)
        put(folder, file.name, file.content)
        store.mark_verified(number, TARGET)
        bundles += 1
        envelopes += file.count
        files.append((file.name, hashlib.sha256(file.content).hexdigest()))
    return ExportReport(folder, bundles, envelopes, tuple(files))
