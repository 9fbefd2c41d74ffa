"""Cut the power after any write: nothing acknowledged is lost, nothing is torn.

The store runs as shipped on a simulated disk; each image the disk may show afterwards is opened by
the system's own SQLite. Settings that the program refuses are run beside it: they must lose, or
the simulation proves nothing.
"""

import random
import shutil
import sqlite3
from collections import Counter as Tally
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from faulted_child import CANARY, STUDY, TODAY
from simulated_disk import (
    Acknowledged,
    DiskDriver,
    FolderSynced,
    Lies,
    Operation,
    SimulatedDisk,
    after_power_cut,
)

from kiosk.sealing.keys import Recipients, Role, new_identity
from kiosk.storage.durable import sync_folder as really_sync
from kiosk.storage.store import DATABASE, DEVICE_KEY, Store
from kiosk.study.response import ResponseKind

VISITORS = 12
TABLES = ("draft", "answer_event", "envelope", "batch", "delivery", "counter", "meta")
SHIPPED = "WAL/FULL"
REFUSED: dict[str, Lies] = {
    "DELETE/FULL": {
        "PRAGMA journal_mode=WAL": ("PRAGMA journal_mode=DELETE", ("wal",)),
    },
    "WAL/NORMAL": {
        "PRAGMA synchronous=FULL": ("PRAGMA synchronous=NORMAL", ()),
        "PRAGMA synchronous": ("PRAGMA synchronous", (2,)),
    },
}
RECIPIENTS = Recipients((new_identity(Role.PROJECT).recipient, new_identity(Role.ESCROW).recipient))


def opened(folder: Path) -> Store:
    return Store.open(
        folder, RECIPIENTS, "rothenburg", STUDY, lambda: TODAY, ballast_bytes=0, reserve_bytes=0
    )


def held(ask: Callable[[str], Sequence[object]]) -> object:
    """Everything the database says."""
    return tuple(tuple(sorted(map(repr, ask(f"SELECT * FROM {each}")))) for each in TABLES)


def visited(folder: Path, mode: str, monkeypatch: pytest.MonkeyPatch) -> list[Operation]:
    """What a day of interviews wrote, from its first visitor to its last."""
    disk = SimulatedDisk(f"{mode} {folder}")
    driver = DiskDriver(disk, REFUSED.get(mode, {}))
    dice = random.Random(mode)
    with monkeypatch.context() as patch:
        patch.setattr("kiosk.storage.database.sqlite3", driver)

        def sync_folder(synced: Path) -> None:
            really_sync(synced)
            disk.log.append(FolderSynced())

        patch.setattr("kiosk.storage.durable.sync_folder", sync_folder)
        store = opened(folder)
        (connection,) = driver.opened

        def acknowledge() -> None:
            state = held(lambda sql: connection.execute(sql).fetchall())
            disk.log.append(Acknowledged(state))

        acknowledge()
        for _ in range(VISITORS):
            draft = store.begin(b"header", dice.choice("VK"))
            acknowledge()
            for _ in range(dice.randint(1, 9)):
                store.record(draft, f"{CANARY}{dice.getrandbits(64):016x}".encode())
                acknowledge()
            if dice.random() < 0.2:
                store.discard(draft)
            else:
                store.seal(draft, str.encode, ResponseKind.COMPLETE)
            acknowledge()
        while store.close_batch(minimum=5) is not None:
            acknowledge()
        log = list(disk.log)
        store.close()
    disk.unregister()
    return log


def outcome(image: Path, earlier: Sequence[object], now: object, next_one: object) -> str:
    """What became of the database in `image`."""
    database = sqlite3.connect(image)
    try:
        if database.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
            return "corrupt"
        state = held(lambda sql: database.execute(sql).fetchall())
    except sqlite3.DatabaseError:
        return "corrupt"
    finally:
        database.close()
    if state in (now, next_one):
        return "kept"
    return "lost" if state in earlier else "torn"


def cut(log: Sequence[Operation], folder: Path, images: int, dice: random.Random) -> Tally[str]:
    """How many of so many power cuts at random writes left the database how."""
    first = next(at for at, each in enumerate(log) if isinstance(each, Acknowledged))
    states = [each.state for each in log if isinstance(each, Acknowledged)]
    tally: Tally[str] = Tally()
    for _ in range(images):
        at = dice.randrange(first + 1, len(log) + 1)
        so_far = sum(isinstance(each, Acknowledged) for each in log[:at])
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        for name, content in after_power_cut(log[:at], dice).items():
            (folder / name).write_bytes(content)
        next_one = states[so_far] if so_far < len(states) else states[-1]
        tally[outcome(folder / DATABASE, states[: so_far - 1], states[so_far - 1], next_one)] += 1
    return tally


@pytest.mark.parametrize(
    "images", [300, pytest.param(3000, marks=pytest.mark.long)], ids=["300", "3000"]
)
def test_a_power_cut_loses_nothing_acknowledged(
    images: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = visited(tmp_path / "data", SHIPPED, monkeypatch)
    tally = cut(log, tmp_path / "image", images, random.Random(images))
    print(SHIPPED, dict(tally))  # noqa: T201 - the proof's figures, shown with `pytest -s`
    assert tally == {"kept": images}


@pytest.mark.parametrize("mode", REFUSED)
def test_settings_that_are_refused_would_lose_answers(
    mode: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = visited(tmp_path / "data", mode, monkeypatch)
    tally = cut(log, tmp_path / "image", 300, random.Random(1))
    print(mode, dict(tally))  # noqa: T201
    assert tally["lost"] > 30


def test_the_terminal_goes_on_after_a_power_cut(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = visited(tmp_path / "data", SHIPPED, monkeypatch)
    first = next(at for at, each in enumerate(log) if isinstance(each, Acknowledged))
    dice = random.Random(3)
    for _ in range(20):
        at = dice.randrange(first + 1, len(log) + 1)
        folder = tmp_path / "image"
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(tmp_path / "data", folder, ignore=shutil.ignore_patterns(f"{DATABASE}*"))
        for name, content in after_power_cut(log[:at], dice).items():
            (folder / name).write_bytes(content)
        with opened(folder) as store:
            packed = store.pack_interrupted()
            counts = store.counts(TODAY)
            assert counts["interrupted"] == packed <= 1
            assert counts["started"] == sum(
                counts[each] for each in ("complete", "partial", "interrupted", "discarded")
            )


def test_a_power_cut_at_the_very_first_start_leaves_a_terminal_that_starts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = visited(tmp_path / "data", SHIPPED, monkeypatch)
    first = next(at for at, each in enumerate(log) if isinstance(each, Acknowledged))
    keyed = next(at for at, each in enumerate(log) if isinstance(each, FolderSynced))
    dice = random.Random(4)
    for at in [each for each in range(first + 1) for _ in range(2)]:
        folder = tmp_path / "image"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        if at > keyed:
            shutil.copy(tmp_path / "data" / DEVICE_KEY, folder)
        for name, content in after_power_cut(log[:at], dice).items():
            (folder / name).write_bytes(content)
        with opened(folder) as store:
            assert store.pack_interrupted() == 0
            assert store.waiting() == 0
