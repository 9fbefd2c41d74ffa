"""From the first answer to the sealed response, and what is left of it on the disk."""

import os
import stat
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from storage_room import HEADER, STUDY, Calendar, Room, answered

from kiosk.sealing.bundle import Bundle, verified_bundle
from kiosk.sealing.draft import interrupted_id, open_interrupted
from kiosk.sealing.envelope import unseal
from kiosk.sealing.keys import Recipients, Role, new_identity
from kiosk.storage.store import Store
from kiosk.study.response import ResponseKind

DAY = Calendar().day


@pytest.fixture
def room(tmp_path: Path) -> Room:
    return Room(tmp_path / "data")


def bundles(store: Store) -> list[Bundle]:
    while store.close_batch() is not None:
        continue
    files = [store.batch_file(number) for number in store.batches()]
    return [verified_bundle(file.name, file.content) for file in files]


def test_a_sealed_response_opens_for_each_recipient(room: Room) -> None:
    inside: list[str] = []

    def plaintext(envelope_id: str) -> bytes:
        inside.append(envelope_id)
        return b"alle Antworten"

    with room.open() as store:
        draft = store.begin(HEADER, "V")
        store.record(draft, b"eins")
        store.seal(draft, plaintext, ResponseKind.COMPLETE)
        assert draft.key.forgotten
        (bundle,) = bundles(store)
    (envelope,) = bundle.envelopes
    assert envelope.envelope_id == inside[0]
    for identity in (room.project, room.escrow):
        assert unseal(envelope.body, identity) == b"alle Antworten"
    assert bundle.facts.study == STUDY
    assert bundle.facts.key_ids == room.recipients.key_ids
    assert bundle.facts.week == "2026-W47"


def test_what_a_crash_left_behind_reaches_the_office(room: Room) -> None:
    store = room.open()
    draft = store.begin(HEADER, "K")
    store.record(draft, b"eins")
    store.record(draft, b"zwei")
    assert store.pack_interrupted() == 0, "the running interview is left alone"
    store.close()

    with room.open() as store:
        assert store.pack_interrupted() == 1
        assert store.pack_interrupted() == 0
        assert store.counts(DAY)["interrupted"] == 1
        (bundle,) = bundles(store)
    (envelope,) = bundle.envelopes
    assert envelope.interrupted
    assert interrupted_id(envelope.body) == draft.response_id
    for identity in (room.project, room.escrow):
        assert open_interrupted(envelope.body, identity) == (HEADER, b"eins", b"zwei")


def test_a_discarded_draft_leaves_only_its_count(room: Room) -> None:
    with room.open() as store:
        draft = store.begin(HEADER, "V")
        store.record(draft, b"eins")
        store.discard(draft)
        assert draft.key.forgotten
        assert store.waiting() == 0
        assert store.pack_interrupted() == 0
        counts = dict(store.counts(DAY))
        assert counts.pop("started") == counts.pop("discarded") == 1
        assert set(counts.values()) == {0}


def test_a_finished_draft_takes_no_more_answers(room: Room) -> None:
    with room.open() as store:
        draft = store.begin(HEADER, "V")
        store.seal(draft, lambda _: b"", ResponseKind.PARTIAL)
        with pytest.raises(ValueError, match="forgotten"):
            store.record(draft, b"zu spaet")
        assert store.waiting() == 1


def test_interrupted_is_nothing_one_can_seal_as(room: Room) -> None:
    with room.open() as store:
        draft = store.begin(HEADER, "V")
        with pytest.raises(ValueError, match="packed"):
            store.seal(draft, lambda _: b"", ResponseKind.INTERRUPTED)


def test_a_failing_plaintext_leaves_the_draft_running(room: Room) -> None:
    def broken(_: str) -> bytes:
        raise RuntimeError("a mistake of ours")

    with room.open() as store:
        draft = store.begin(HEADER, "V")
        with pytest.raises(RuntimeError):
            store.seal(draft, broken, ResponseKind.COMPLETE)
        store.record(draft, b"weiter")
        store.seal(draft, lambda _: b"alles", ResponseKind.COMPLETE)
        assert store.counts(DAY)["complete"] == 1


def test_counts_are_kept_per_day(room: Room) -> None:
    with room.open() as store:
        answered(store)
        store.count_declined()
        store.count_declined("V")
        room.today.day = date(2026, 11, 23)
        answered(store)
        assert store.counts(DAY) == {
            "started": 1,
            "complete": 1,
            "partial": 0,
            "interrupted": 0,
            "discarded": 0,
            "declined": 2,
        }
        assert store.counts(room.today.day)["complete"] == 1
        assert set(store.counts(date(2026, 1, 1)).values()) == {0}


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@settings(max_examples=15, deadline=None)
@given(st.binary(min_size=12, max_size=60), st.binary(min_size=12, max_size=900))
def test_no_answer_is_readable_in_any_file_at_any_moment(one: bytes, two: bytes) -> None:
    import tempfile

    canaries = (b"Kanari" + one, b"Vogel" + two)
    with tempfile.TemporaryDirectory() as folder:
        room = Room(Path(folder) / "data")

        def clean() -> bool:
            return not any(
                canary[:12] in content
                for content in files(room.folder).values()
                for canary in canaries
            )

        with room.open() as store:
            draft = store.begin(canaries[0], "V")
            assert clean()
            store.record(draft, canaries[1])
            assert clean()
            store.seal(draft, lambda _: canaries[0] + canaries[1], ResponseKind.COMPLETE)
            assert clean()
            abandoned = store.begin(canaries[1], "V")
            store.record(abandoned, canaries[0])
        with room.open() as store:
            store.pack_interrupted()
            store.close_batch()
            assert clean()
        assert clean()


def test_nothing_of_a_draft_stays_in_the_files_once_it_is_sealed(room: Room) -> None:
    """Not even its ciphertext: deleted cells are zeroed and the log is emptied."""
    with room.open() as store:
        draft = store.begin(HEADER, "V")
        for _ in range(30):
            store.record(draft, b"antwort")
        marks = [draft.raw_id]
        assert any(marks[0] in content for content in files(room.folder).values())
        store.seal(draft, lambda _: b"alles", ResponseKind.COMPLETE)
        on_disk = files(room.folder)
        assert on_disk["kiosk.db-wal"] == b""
        assert not any(marks[0] in content for content in on_disk.values())


@pytest.mark.skipif(sys.platform == "win32", reason="Windows inherits the profile's access list")
def test_only_the_terminal_may_read_its_folder(room: Room) -> None:
    old = os.umask(0)
    try:
        with room.open(ballast_bytes=4096) as store:
            store.begin(HEADER, "V")
            modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in room.folder.iterdir()}
    finally:
        os.umask(old)
    assert set(modes.values()) == {0o600}, modes
    assert {"kiosk.db", "kiosk.db-wal", "device.key", "ballast", "kiosk.lock"} <= modes.keys()
    assert stat.S_IMODE(room.folder.stat().st_mode) == 0o700


def test_a_new_study_never_mixes_with_the_old_one(room: Room) -> None:
    old_keys = room.recipients
    store = room.open()
    answered(store, b"alt")
    store.begin(HEADER, "V")
    store.close()
    new_keys = Recipients((room.project.recipient, new_identity(Role.ESCROW).recipient))
    with room.open(study="6" * 64, recipients=new_keys) as store:
        answered(store, b"neu")
        first, second = bundles(store)
    assert (first.facts.study, first.facts.key_ids) == (STUDY, old_keys.key_ids)
    assert len(first.envelopes) == 2
    assert (second.facts.study, second.facts.key_ids) == ("6" * 64, new_keys.key_ids)
    assert [unseal(one.body, room.project) for one in second.envelopes] == [b"neu"]


def test_threads_take_turns(room: Room) -> None:
    from concurrent.futures import ThreadPoolExecutor

    with room.open() as store:
        with ThreadPoolExecutor(4) as pool:
            list(pool.map(lambda _: answered(store, b"a", b"b"), range(20)))
        assert store.counts(DAY)["complete"] == store.waiting() == 20
