"""Nothing on the disk tells in which order people came, at any moment of the day.

Where the bytes of each response lie, in the file as it is while the terminal runs, is compared with
the order of arrival by Spearman's rank correlation. For n responses in random places ρ·√(n-1) is
nearly standard normal (Kendall and Gibbons, Rank Correlation Methods, 1990); 5 is exceeded by
chance once in two million times.
"""

import sqlite3
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import pytest
from storage_room import HEADER, Room

from kiosk.storage.store import Store
from kiosk.study.response import ResponseKind

VISITORS = 80
LIMIT = 5.0
PAGE = 8192


def visited(store: Store) -> list[bytes]:
    """A day's visitors; the ids of their responses in the order in which they left."""
    ids: list[bytes] = []

    def plaintext(envelope_id: str) -> bytes:
        ids.append(bytes.fromhex(envelope_id))
        return bytes(1500)

    for number in range(VISITORS):
        draft = store.begin(HEADER, "VK"[number % 2])
        for answer in range(2):
            store.record(draft, b"answer%d" % answer)
        store.seal(draft, plaintext, ResponseKind.COMPLETE)
    return ids


def association(places: Sequence[int]) -> float:
    """Spearman's ρ of `places` with the order they are listed in, times √(n-1)."""
    count = len(places)
    by_place = sorted(range(count), key=lambda each: places[each])
    squares = sum((arrival - rank) ** 2 for rank, arrival in enumerate(by_place))
    rho = 1 - 6 * squares / (count * (count * count - 1))
    return float(rho * (count - 1) ** 0.5)


def within_pages(places: Sequence[int]) -> float:
    """How often of two neighbours on a page the later lies behind, as a sign test's z."""
    arrivals = {place: arrival for arrival, place in enumerate(places)}
    signs = [
        1 if arrivals[one] < arrivals[other] else -1
        for one, other in pairwise(sorted(arrivals))
        if one // PAGE == other // PAGE
    ]
    return float(sum(signs) / len(signs) ** 0.5)


def on_disk(folder: Path, ids: Sequence[bytes]) -> dict[str, list[int]]:
    """Where each response lies, by every order there is."""
    raw = (folder / "kiosk.db").read_bytes()
    database = sqlite3.connect(f"{(folder / 'kiosk.db').as_uri()}?mode=ro", uri=True)
    keys = dict(database.execute("SELECT envelope_id, pk FROM envelope"))
    database.close()
    return {
        "first bytes": [raw.find(each) for each in ids],
        "last bytes": [raw.rfind(each) for each in ids],
        "keys": [keys[each] for each in ids],
    }


@pytest.mark.parametrize("moment", ["running", "closed", "handed over"])
def test_no_order_on_the_disk_is_that_of_arrival(moment: str, tmp_path: Path) -> None:
    room = Room(tmp_path)
    store = room.open()
    try:
        ids = visited(store)
        log = tmp_path / "kiosk.db-wal"
        assert not log.exists() or not log.stat().st_size
        if moment == "handed over":
            while store.close_batch() is not None:
                continue
            content = b"".join(store.batch_file(each).content for each in store.batches())
            names = [content.find(each.hex().encode()) for each in ids]
            assert min(names) >= 0
            assert abs(association(names)) < LIMIT
        elif moment == "closed":
            store.close()
        orders = on_disk(tmp_path, ids)
    finally:
        if moment != "closed":
            store.close()
    for name, places in orders.items():
        assert min(places) >= 0, name
        assert abs(association(places)) < LIMIT, name
        if name != "keys":
            assert abs(within_pages(places)) < LIMIT, name


def test_the_measures_would_find_an_order() -> None:
    behind = [PAGE * (each // 3) + 2400 * (each % 3) for each in range(VISITORS)]
    before = [PAGE * (each // 3) - 2400 * (each % 3) + PAGE - 1 for each in range(VISITORS)]
    assert association(behind) > LIMIT
    assert within_pages(behind) > LIMIT
    assert within_pages(before) < -LIMIT
