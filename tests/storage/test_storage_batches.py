"""Batches: chained, repeatable, and silent about who came when."""

import random
import sqlite3
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from storage_room import Room, answered

from kiosk.sealing.bundle import NO_BATCH_BEFORE, Bundle, verified_bundle
from kiosk.sealing.device import DeviceKey
from kiosk.storage import batch as batch_room
from kiosk.storage import draft as draft_room
from kiosk.storage import store as store_room
from kiosk.storage.errors import DamagedDatabase, StillWaiting


@pytest.fixture
def room(tmp_path: Path) -> Room:
    return Room(tmp_path / "data")


def test_an_automatic_batch_waits_for_five(room: Room) -> None:
    with room.open() as store:
        for _ in range(4):
            answered(store)
        assert store.close_batch(minimum=5) is None
        answered(store)
        closed = store.close_batch(minimum=5)
        assert closed is not None
        assert closed.count == 5


def test_nothing_waiting_gives_no_batch(room: Room) -> None:
    with room.open() as store:
        assert store.close_batch() is None
        assert store.batches() == []


def test_responses_wait_until_their_batch_was_read_back(room: Room) -> None:
    with room.open() as store:
        answered(store)
        answered(store)
        assert store.waiting() == 2
        closed = store.close_batch()
        assert closed is not None
        assert store.waiting() == 2
        assert store.batches(unverified_at="folder") == [closed.batch_no]
        store.mark_verified(closed.batch_no, "folder")
        store.mark_verified(closed.batch_no, "folder")
        assert store.waiting() == 0
        assert store.batches(unverified_at="folder") == []
        assert store.batches(unverified_at="webdav") == [1]
        assert store.batches() == [1]


def test_a_batch_gives_the_same_bytes_for_ever(room: Room) -> None:
    with room.open() as store:
        for _ in range(3):
            answered(store)
        closed = store.close_batch()
        assert closed is not None
        answered(store)
        store.close_batch()
    with room.open() as store:
        assert store.batch_file(closed.batch_no) == closed


def test_batches_form_a_chain_with_a_running_total(room: Room) -> None:
    read = []
    with room.open() as store:
        for size in (2, 1, 3):
            for _ in range(size):
                answered(store)
            closed = store.close_batch()
            assert closed is not None
            read.append(verified_bundle(closed.name, closed.content))
        device = store.device
    assert [bundle.facts.batch for bundle in read] == [1, 2, 3]
    assert [bundle.facts.total for bundle in read] == [2, 3, 6]
    links = [NO_BATCH_BEFORE, *(bundle.manifest_hash for bundle in read[:-1])]
    assert [bundle.facts.previous for bundle in read] == links
    assert {bundle.device for bundle in read} == {device}


def test_more_than_a_batch_full_becomes_several(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batch_room, "MOST_ENVELOPES", 3)
    with room.open() as store:
        for _ in range(7):
            answered(store)
        counts = []
        while (closed := store.close_batch()) is not None:
            counts.append(closed.count)
    assert counts == [3, 3, 1]


def test_one_huge_envelope_still_finds_a_batch(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batch_room, "_MOST_BYTES", 10)
    with room.open() as store:
        answered(store)
        answered(store)
        counts = []
        while (closed := store.close_batch()) is not None:
            counts.append(closed.count)
    assert counts == [1, 1]


def test_a_rotten_envelope_in_a_closed_batch_is_noticed(room: Room) -> None:
    with room.open() as store:
        answered(store)
        store.close_batch()
    db = sqlite3.connect(room.folder / "kiosk.db")
    db.execute("UPDATE envelope SET body = zeroblob(length(body))")
    db.commit()
    db.close()
    with room.open() as store, pytest.raises(DamagedDatabase):
        store.batch_file(1)


class Dealt:
    """`secrets` with the same random ids dealt to the same people, whatever their order."""

    def __init__(self) -> None:
        self.person = 0
        self.drawn = 0

    def sit_down(self, person: int) -> None:
        self.person, self.drawn = person, 0

    def _dice(self) -> random.Random:
        self.drawn += 1
        return random.Random(self.person * 1000 + self.drawn)

    def token_bytes(self, size: int) -> bytes:
        return self._dice().randbytes(size)

    def randbits(self, bits: int) -> int:
        return self._dice().getrandbits(bits)


def collected(room: Room, order: list[int], monkeypatch: pytest.MonkeyPatch) -> tuple[bytes, bytes]:
    """The bundle and the database file after these people came in this order."""
    dealt = Dealt()
    monkeypatch.setattr(draft_room, "secrets", dealt)
    monkeypatch.setattr(store_room, "secrets", dealt)
    monkeypatch.setattr(store_room, "seal", lambda plaintext, _: plaintext)
    monkeypatch.setattr(store_room, "new_device_key", lambda: DeviceKey(bytes(32)))
    with room.open() as store:
        for person in order:
            dealt.sit_down(person)
            answered(store, str(person).encode() * 1500)
        closed = store.close_batch()
        assert closed is not None
    return closed.content, (room.folder / "kiosk.db").read_bytes()


@settings(max_examples=8, deadline=None)
@given(order=st.permutations(list(range(9))))
def test_the_order_people_came_in_leaves_no_trace(
    order: list[int], tmp_path_factory: pytest.TempPathFactory
) -> None:
    """With ids and bodies fixed per person, any order gives the same bundle, byte for byte, and
    after closing the same database file: not even the place of a row in its page differs."""
    first = Room(tmp_path_factory.mktemp("order") / "data")
    second = Room(tmp_path_factory.mktemp("order") / "data", first.project, first.escrow)
    with pytest.MonkeyPatch.context() as patch:
        bundle, database = collected(first, sorted(order), patch)
        bundle_again, database_again = collected(second, order, patch)
    assert bundle == bundle_again
    assert database == database_again


def test_only_what_was_handed_over_is_erased_and_then_nothing_is_left(tmp_path: Path) -> None:
    room = Room(tmp_path / "data")
    with room.open() as store:
        for number in range(7):
            answered(store, f"answer {number}".encode())
        bodies = [store.batch_file(1).content] if store.close_batch(minimum=1) else []
        with pytest.raises(StillWaiting):
            store.erase()
        assert store.stored() == 7
        store.mark_verified(1, "folder")
        answered(store, b"late")
        with pytest.raises(StillWaiting) as waiting:
            store.erase()
        assert "1" in waiting.value.de
        assert store.close_batch() is not None
        store.mark_verified(2, "folder")
        assert [count for _name, count in store.erase()] == [7, 1]
        assert store.stored() == store.waiting() == 0
        assert store.batches() == []
        answered(store, b"next wave")
        third = store.close_batch()
        assert third is not None
        assert third.batch_no == 3
        assert verified_bundle(third.name, third.content).facts.total == 9
    raw = b"".join(path.read_bytes() for path in room.folder.iterdir() if path.is_file())
    (bundle,) = [verified_bundle_of(each) for each in bodies]
    assert not any(envelope.body[:64] in raw for envelope in bundle.envelopes)


def verified_bundle_of(content: bytes) -> Bundle:
    name = f"00000001-{sha256(content).hexdigest()[:32]}.kb.zip"
    return verified_bundle(name, content)
