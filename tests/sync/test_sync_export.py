"""Handing everything over, with a real store and a real folder."""

import hashlib
from datetime import date
from pathlib import Path

import pytest

from kiosk.sealing.bundle import Bundle, read_bundle
from kiosk.sealing.envelope import unseal
from kiosk.sealing.keys import Recipients, Role, new_identity
from kiosk.storage.store import Store
from kiosk.study.response import ResponseKind
from kiosk.sync import export as export_room
from kiosk.sync import folder as folder_room
from kiosk.sync.errors import NoPlace, NotWritten
from kiosk.sync.export import ExportReport, export, folder_name

PROJECT, ESCROW = new_identity(Role.PROJECT), new_identity(Role.ESCROW)


def open_store(tmp_path: Path) -> Store:
    return Store.open(
        tmp_path / "data",
        Recipients((PROJECT.recipient, ESCROW.recipient)),
        "rothenburg",
        "5" * 64,
        today=lambda: date(2026, 11, 22),
        ballast_bytes=0,
        reserve_bytes=0,
    )


def seal_one(store: Store, text: bytes) -> None:
    draft = store.begin(b"header", "V")
    store.seal(draft, lambda _: text, ResponseKind.COMPLETE)


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    place = tmp_path / "stick"
    place.mkdir()
    return place


def on(stick: Path) -> list[Bundle]:
    return [read_bundle(path) for path in sorted(stick.rglob("*.kb.zip"))]


def texts(stick: Path) -> set[bytes]:
    return {unseal(one.body, PROJECT) for bundle in on(stick) for one in bundle.envelopes}


def test_what_waits_arrives_and_waits_no_more(tmp_path: Path, stick: Path) -> None:
    with open_store(tmp_path) as store:
        for text in (b"eins", b"zwei"):
            seal_one(store, text)
        report = export(store, stick)
        folder = stick / "KIOSK-EXPORT" / "rothenburg" / store.device
        (bundle,) = folder.glob("*.kb.zip")
        digits = hashlib.sha256(bundle.read_bytes()).hexdigest()
        assert report == ExportReport(folder, 1, 2, ((bundle.name, digits),))
        assert store.waiting() == 0
    assert texts(stick) == {b"eins", b"zwei"}


def test_a_second_export_hands_over_only_what_is_new(tmp_path: Path, stick: Path) -> None:
    with open_store(tmp_path) as store:
        seal_one(store, b"eins")
        export(store, stick)
        assert export(store, stick).bundles == 0
        seal_one(store, b"zwei")
        assert export(store, stick).envelopes == 1
    first, second = on(stick)
    assert second.facts.previous == first.manifest_hash
    assert texts(stick) == {b"eins", b"zwei"}


def test_a_lost_stick_is_written_again_byte_for_byte(tmp_path: Path, stick: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    with open_store(tmp_path) as store:
        for text in (b"eins", b"zwei"):
            seal_one(store, text)
            export(store, stick)
        assert export(store, other, everything=True).bundles == 2
    contents = [
        {path.name: path.read_bytes() for path in place.rglob("*.zip")} for place in (stick, other)
    ]
    assert contents[0] == contents[1]


def test_an_empty_terminal_exports_nothing_without_complaint(tmp_path: Path, stick: Path) -> None:
    with open_store(tmp_path) as store:
        assert export(store, stick).envelopes == 0
    assert on(stick) == []


def test_a_stick_pulled_half_way_leaves_the_rest_waiting(
    tmp_path: Path, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put, calls = folder_room.put, 0

    def pulled(folder: Path, name: str, content: bytes) -> None:
        nonlocal calls
        calls += 1
        if calls == 2:
            raise NotWritten("Stick weg", "stick gone")
        put(folder, name, content)

    with open_store(tmp_path) as store:
        seal_one(store, b"eins")
        store.close_batch()
        seal_one(store, b"zwei")
        with monkeypatch.context() as patch:
            patch.setattr(export_room, "put", pulled)
            with pytest.raises(NotWritten):
                export(store, stick)
        assert store.waiting() == 1
        assert export(store, stick).envelopes == 1
        assert store.waiting() == 0
    assert texts(stick) == {b"eins", b"zwei"}


def test_without_a_stick_nothing_is_closed(tmp_path: Path) -> None:
    with open_store(tmp_path) as store:
        seal_one(store, b"eins")
        with pytest.raises(NoPlace):
            export(store, tmp_path / "gone")
        assert store.batches() == []
        assert store.waiting() == 1


@pytest.mark.parametrize(
    ("project", "name"),
    [
        ("rothenburg", "rothenburg"),
        ("Rothenburg/O.L. 2026", "Rothenburg-O-L-2026"),
        ("..", "projekt"),
        ("Weißwasser: Bürger", "Weißwasser-Bürger"),
    ],
)
def test_any_project_name_becomes_a_folder(project: str, name: str) -> None:
    assert folder_name(project) == name
