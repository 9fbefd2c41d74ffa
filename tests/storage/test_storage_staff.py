"""People with PINs of their own."""

import sqlite3
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from storage_room import Room

from kiosk.storage import pin as pin_room
from kiosk.storage import staff
from kiosk.storage.database import Database
from kiosk.storage.errors import BadPin
from kiosk.storage.pin import PinCheck
from kiosk.storage.schema import NEWEST
from kiosk.storage.staff import Person, Role
from kiosk.storage.upgrade import scripts

LEAD, ANNA, BERND = "271828", "314159", "161803"


def cheap() -> PasswordHasher:
    return PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Room:
    monkeypatch.setattr(pin_room, "_hasher", cheap)
    return Room(tmp_path / "data")


def test_everybody_comes_in_with_a_pin_of_their_own(room: Room) -> None:
    with room.open() as store:
        store.set_pin(LEAD)
        assert store.add_person("Anna", Role.STAFF, ANNA) == 2
        assert store.add_person("Bernd", Role.STAFF, BERND) == 3
    with room.open() as store:
        assert [store.check_pin(pin, 0).person for pin in (LEAD, ANNA, BERND)] == [1, 2, 3]
        assert store.people() == (
            Person(1, "Leitung", Role.LEAD),
            Person(2, "Anna", Role.STAFF, must_change=True),
            Person(3, "Bernd", Role.STAFF, must_change=True),
        )
        assert store.check_pin("999999", 0) == PinCheck(False)


def test_one_hash_tells_whose_pin_it_is(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    hashed: list[str] = []

    class Counting(PasswordHasher):
        def hash(self, password: str | bytes, *, salt: bytes | None = None) -> str:
            hashed.append("once")
            return super().hash(password, salt=salt)

    with room.open() as store:
        store.set_pin(LEAD)
        store.add_person("Anna", Role.STAFF, ANNA)
        store.add_person("Bernd", Role.STAFF, BERND)
        monkeypatch.setattr(staff, "PasswordHasher", Counting)
        assert store.check_pin(BERND, 0).person == 3
    assert hashed == ["once"]


def test_the_lock_is_the_doors_whoever_guesses(room: Room) -> None:
    with room.open() as store:
        store.set_pin(LEAD)
        store.add_person("Anna", Role.STAFF, ANNA)
        for _ in range(5):
            check = store.check_pin("999999", 100.0)
        assert check == PinCheck(False, 15)
        assert not store.check_pin(ANNA, 101.0).right
        assert store.check_pin(ANNA, 115.0).person == 2


def test_who_has_left_comes_in_no_more_and_keeps_the_number(room: Room) -> None:
    with room.open() as store:
        store.set_pin(LEAD)
        store.add_person("Anna", Role.STAFF, ANNA)
        store.remove_person(2)
        assert not store.check_pin(ANNA, 0).right
        assert [each.name for each in store.people()] == ["Leitung"]
        assert [each.name for each in store.people(with_former=True)] == ["Leitung", "Anna"]
        assert store.add_person("Bernd", Role.STAFF, ANNA) == 3  # the PIN is free again


@pytest.mark.parametrize("pin", [LEAD, "111111", "123456", "987654", "12345", "12345a"])
def test_a_pin_that_is_taken_or_easy_is_refused(room: Room, pin: str) -> None:
    with room.open() as store:
        store.set_pin(LEAD)
        store.add_person("Anna", Role.STAFF, ANNA)
        with pytest.raises(BadPin):
            store.set_personal_pin(2, pin, must_change=False)
        assert store.check_pin(ANNA, 0).person == 2


def test_taken_and_easy_are_told_in_the_same_words(room: Room) -> None:
    said = set()
    with room.open() as store:
        store.set_pin(LEAD)
        store.add_person("Anna", Role.STAFF, ANNA)
        for pin in (LEAD, "111111"):
            with pytest.raises(BadPin) as error:
                store.set_personal_pin(2, pin, must_change=False)
            said.add(error.value.de)
    assert len(said) == 1


def test_a_chosen_pin_takes_the_place_of_the_given_one(room: Room) -> None:
    with room.open() as store:
        store.set_pin(LEAD)
        store.add_person("Anna", Role.STAFF, ANNA)
        store.set_personal_pin(2, BERND, must_change=False)
        assert not store.check_pin(ANNA, 0).right
        assert store.check_pin(BERND, 0).person == 2
        assert not store.people()[1].must_change


def test_the_one_pin_of_before_becomes_the_leads(tmp_path: Path) -> None:
    path = tmp_path / "kiosk.db"
    Database(path).close()
    db = sqlite3.connect(path)
    # Back to the tables as revision 0001 left them.
    db.executescript(
        "DROP TABLE staff; DROP TABLE day; DROP TABLE audit; ALTER TABLE door RENAME TO staff_pin;"
        "UPDATE alembic_version SET version_num = '0001';"
    )
    row = (1, cheap().hash(LEAD), 3, 17)
    db.execute("INSERT INTO staff_pin VALUES (?, ?, ?, ?)", row)
    db.commit()
    db.close()
    assert scripts().get_current_head() == NEWEST
    database = Database(path)
    with database.transaction() as changed:
        assert staff.people(changed) == (Person(1, "Leitung", Role.LEAD),)
        assert staff.whose(staff.hashes(changed), LEAD) == 1
        door = changed.exec_driver_sql("SELECT * FROM door").fetchall()
    database.close()
    assert [tuple(each) for each in door] == [(1, "", 3, 17)]
