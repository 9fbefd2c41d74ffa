"""The staff PIN and its lock, which nothing but waiting undoes."""

from pathlib import Path

import pytest
from argon2 import PasswordHasher
from storage_room import Room

from kiosk.storage import pin as pin_room
from kiosk.storage import staff
from kiosk.storage.errors import BadPin
from kiosk.storage.pin import Door, PinCheck

PIN = "271828"
WRONG = "314159"


class Quick(PasswordHasher):
    """argon2id with the smallest cost: these tests are about the lock."""

    @classmethod
    def cheap(cls) -> "Quick":
        return cls(time_cost=1, memory_cost=8, parallelism=1)


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Room:
    monkeypatch.setattr(pin_room, "_hasher", Quick.cheap)
    return Room(tmp_path / "data")


def attempts(room: Room, times: list[float], tried: str = WRONG) -> list[PinCheck]:
    with room.open() as store:
        return [store.check_pin(tried, now) for now in times]


@pytest.fixture
def guarded(room: Room) -> Room:
    with room.open() as store:
        assert not store.has_pin()
        assert store.check_pin(PIN, 0) == PinCheck(False)
        store.set_pin(PIN)
        assert store.has_pin()
    return room


def test_the_right_pin_opens_and_a_wrong_one_does_not(guarded: Room) -> None:
    with guarded.open() as store:
        assert store.check_pin(WRONG, 1) == PinCheck(False, 0)
        assert store.check_pin(PIN, 2) == PinCheck(True, 0, person=1)


def test_the_fifth_wrong_pin_locks_and_each_further_one_twice_as_long(guarded: Room) -> None:
    now, waits = 1000.0, []
    with guarded.open() as store:
        for _ in range(14):
            check = store.check_pin(WRONG, now)
            waits.append(check.wait_seconds)
            now += check.wait_seconds
    assert waits == [0, 0, 0, 0, 15, 30, 60, 120, 240, 480, 900, 900, 900, 900]


def test_even_the_right_pin_waits_out_the_lock(guarded: Room) -> None:
    attempts(guarded, [100.0] * 5)
    with guarded.open() as store:
        assert store.check_pin(PIN, 107.5) == PinCheck(False, 8)
        assert store.check_pin(PIN, 114.9) == PinCheck(False, 1)
        assert store.check_pin(PIN, 115.0) == PinCheck(True, 0, person=1)
        assert [store.check_pin(WRONG, 116.0).wait_seconds for _ in range(4)] == [0] * 4


def test_asking_during_the_lock_makes_it_no_longer(guarded: Room) -> None:
    attempts(guarded, [100.0] * 5)
    attempts(guarded, [101.0 + step for step in range(13)])
    with guarded.open() as store:
        assert store.check_pin(PIN, 115.0).right


def test_restarting_the_machine_does_not_shorten_the_lock(guarded: Room) -> None:
    attempts(guarded, [50_000.0] * 5)
    with guarded.open() as store:
        # The clock starts again at 0 when the machine does.
        assert store.check_pin(PIN, 3.0) == PinCheck(False, 15)
        assert store.check_pin(PIN, 10.0) == PinCheck(False, 8)
        assert store.check_pin(PIN, 18.0) == PinCheck(True, 0, person=1)


class Killed(Exception):
    pass


def test_a_kill_during_the_check_counts_as_a_wrong_attempt(
    guarded: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    def dies(_known: dict[int, str], _pin: str) -> int | None:
        raise Killed

    with monkeypatch.context() as patch:
        patch.setattr(staff, "whose", dies)
        for _ in range(5):
            with guarded.open() as store, pytest.raises(Killed):
                store.check_pin(WRONG, 100.0)
    with guarded.open() as store:
        assert store.check_pin(PIN, 100.0) == PinCheck(False, 15)


@pytest.mark.parametrize("bad", ["", "12345", "12345a", "١٢٣٤٥٦", "123 456"])
def test_a_pin_is_six_digits_or_more(guarded: Room, bad: str) -> None:
    with guarded.open() as store:
        with pytest.raises(BadPin):
            store.set_pin(bad)
        assert store.check_pin(PIN, 0).right


def test_a_new_pin_replaces_the_old_and_its_lock(guarded: Room) -> None:
    attempts(guarded, [100.0] * 6)
    with guarded.open() as store:
        store.set_pin("999999")
        assert not store.check_pin(PIN, 100.0).right
        assert store.check_pin("999999", 100.0).right


def test_the_stored_pin_is_argon2id_with_the_recommended_cost(tmp_path: Path) -> None:
    room = Room(tmp_path / "data")
    with room.open() as store:
        store.set_pin(PIN)
        assert store.check_pin(PIN, 0).right
    raw = (room.folder / "kiosk.db").read_bytes()
    # RFC 9106 section 4, second recommended option: 64 MiB, 3 passes, 4 lanes.
    assert b"$argon2id$v=19$m=65536,t=3,p=4$" in raw
    assert PIN.encode() not in raw


def test_each_door_has_a_pin_and_a_lock_of_its_own(guarded: Room) -> None:
    group = "161803"
    with guarded.open() as store:
        assert not store.has_pin(Door.GROUP)
        assert store.check_pin(PIN, 0, Door.GROUP) == PinCheck(False)
        store.set_pin(group, Door.GROUP)
        assert store.check_pin(group, 0, Door.GROUP) == PinCheck(True)
        assert store.check_pin(PIN, 1, Door.GROUP) == PinCheck(False)
        for _ in range(4):
            store.check_pin(WRONG, 2, Door.GROUP)
        assert store.check_pin(group, 3, Door.GROUP).wait_seconds > 0
        assert store.check_pin(PIN, 3) == PinCheck(True, person=1)
        store.set_pin(group, Door.GROUP)
        store.remove_pin(Door.GROUP)
        assert not store.has_pin(Door.GROUP)
        assert store.has_pin()
