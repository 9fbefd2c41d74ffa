"""The log: whatever somebody changes in it is found, and where."""

import random
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import delete, update
from storage_room import Room, answered

from kiosk.storage import audit, schema
from kiosk.storage.audit import BEGINNING, Broken, Entry, Event, Fault, Head, Phase, verify
from kiosk.storage.day import Day, DayState

DAY = date(2026, 11, 22)


def chain(count: int) -> list[Entry]:
    """A log of `count` entries as the terminal writes it."""
    log, before = [], BEGINNING
    events = list(Event)
    for seq in range(1, count + 1):
        entry = Entry(
            seq, DAY.isoformat(), seq % 4, events[seq % len(events)], "complete", True, "{}"
        )
        before = entry.chained(before)
        log.append(replace(entry, hash=before))
    return log


def computed_anew(log: list[Entry]) -> list[Entry]:
    """What somebody makes of it who knows how the chain is computed."""
    before, made = BEGINNING, []
    for seq, entry in enumerate(log, start=1):
        moved = replace(entry, seq=seq)
        before = moved.chained(before)
        made.append(replace(moved, hash=before))
    return made


def test_what_was_noted_is_read_back_in_order(tmp_path: Path) -> None:
    with Room(tmp_path / "data").open() as store:
        store.note(Event.STARTED, details={"version": "1.0"})
        store.set_day(DAY, Day(DayState.OPEN, opened_by=2), 2, Event.DAY_OPENED)
        store.note(Event.HANDED_OVER, 2, phase=Phase.INIT)
        store.note(Event.HANDED_OVER, 2, good=False)
        log, heads = store.log()
    assert [(each.seq, each.actor, each.event, each.phase, each.good) for each in log] == [
        (1, 0, "started", "complete", True),
        (2, 2, "day-opened", "complete", True),
        (3, 2, "handed-over", "init", True),
        (4, 2, "handed-over", "complete", False),
    ]
    assert log[0].details == '{"version":"1.0"}'
    assert {each.day for each in log} == {"2026-11-22"}
    assert heads == []
    assert verify(log) is None


def test_every_batch_signs_where_the_log_ended(tmp_path: Path) -> None:
    with Room(tmp_path / "data").open() as store:
        for number in range(3):
            store.note(Event.STARTED)
            answered(store, b"yes")
            store.note(Event.ENDED)
            assert store.close_batch() is not None
            log, heads = store.log()
            assert heads[number] == Head(2 * number + 2, log[-1].hash)
        assert verify(log, heads) is None


def mutated(log: list[Entry], chance: random.Random) -> tuple[str, int, list[Entry]]:
    """What was done, the first place where it shows, and the log after it."""
    at = chance.randrange(len(log) - 1)
    match chance.choice(["alter", "drop", "swap", "insert", "renumber"]):
        case "alter":
            entry = chance.choice(
                [
                    replace(log[at], day="2026-11-23"),
                    replace(log[at], actor=99),
                    replace(log[at], event="erased!"),
                    replace(log[at], phase="init"),
                    replace(log[at], good=False),
                    replace(log[at], details='{"n":1}'),
                    replace(log[at], hash=chance.randbytes(32)),
                ]
            )
            return "alter", at + 1, [*log[:at], entry, *log[at + 1 :]]
        case "drop":
            return "drop", at + 1, log[:at] + log[at + 1 :]
        case "swap":
            other = chance.randrange(at + 1, len(log))
            changed = list(log)
            changed[at] = replace(log[other], seq=at + 1)
            changed[other] = replace(log[at], seq=other + 1)
            return "swap", at + 1, changed
        case "insert":
            entry = replace(log[at], actor=98)
            later = [replace(each, seq=each.seq + 1) for each in log[at:]]
            return "insert", at + 1, [*log[:at], entry, *later]
    dropped = log[:at] + [replace(each, seq=each.seq - 1) for each in log[at + 1 :]]
    return "renumber", at + 1, dropped


def test_two_thousand_changes_are_all_found_at_their_place() -> None:
    chance, log = random.Random(6), chain(40)
    for _ in range(2000):
        what, at, changed = mutated(log, chance)
        found = verify(changed)
        assert found is not None, what
        assert found.seq == at, (what, found)
        if what == "drop":
            assert found.fault is Fault.MISSING
        if what == "swap":
            assert found.fault is Fault.MOVED


def test_a_chain_computed_anew_contradicts_what_was_signed() -> None:
    log = chain(30)
    heads = [Head(10, log[9].hash), Head(20, log[19].hash)]
    assert verify(log, heads) is None
    for at in range(20):
        changed = computed_anew([*log[:at], replace(log[at], actor=77), *log[at + 1 :]])
        found = verify(changed, heads)
        since = 10 if at >= 10 else 0
        assert found == Broken(since + 10, Fault.ALTERED, since)
    # Behind the last signed head nothing contradicts it: the next batch will.
    assert verify(computed_anew([*log[:25], replace(log[25], actor=77)]), heads) is None


def test_a_log_cut_off_lacks_what_was_signed() -> None:
    log = chain(30)
    assert verify(log[:15], [Head(20, log[19].hash)]) == Broken(16, Fault.MISSING, 0)
    assert verify([], [Head(20, log[19].hash)]) == Broken(1, Fault.MISSING, 0)


@pytest.mark.parametrize("seq", [1, 2, 3])
def test_a_change_in_the_database_is_found(tmp_path: Path, seq: int) -> None:
    room = Room(tmp_path / "data")
    with room.open() as store:
        for event in (Event.STARTED, Event.PRESET, Event.ENDED):
            store.note(event, 1)
        with store._database.transaction() as db:
            change = update(schema.audit).where(schema.audit.c.seq == seq)
            db.execute(change.values(actor=2))
    with room.open() as store:
        log, heads = store.log()
        assert verify(log, heads) == Broken(seq, Fault.ALTERED, 0)
        with store._database.transaction() as db:
            db.execute(delete(schema.audit).where(schema.audit.c.seq == seq))
            missing = audit.verify(audit.entries(db))
    assert missing == (Broken(seq, Fault.MISSING, 0) if seq < 3 else None)


def test_a_day_is_closed_until_somebody_opens_it(tmp_path: Path) -> None:
    room = Room(tmp_path / "data")
    with room.open() as store:
        assert store.day(DAY) == Day(DayState.CLOSED)
        store.set_day(DAY, Day(DayState.OPEN, opened_by=1), 1, Event.DAY_OPENED)
    with room.open() as store:
        assert store.day(DAY) == Day(DayState.OPEN, opened_by=1)
        assert store.day(date(2026, 11, 23)) == Day(DayState.CLOSED)
