"""Kill the terminal at random moments: nothing acknowledged is lost, nothing is corrupt."""

import random
import shutil
import sqlite3
import subprocess
import sys
import time
from collections import Counter as Tally
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import faulted_child
import pytest

from kiosk.sealing.bundle import verified_bundle
from kiosk.sealing.draft import interrupted_id, open_interrupted
from kiosk.sealing.envelope import unseal
from kiosk.sealing.keys import Identity, Role, new_identity

CHILD = Path(faulted_child.__file__)
CANARY = faulted_child.CANARY.encode()
LONGEST_LIFE = 0.5  # seconds between the first acknowledgement and the kill
LONGEST_START = 1.2  # seconds after the launch, for those killed while they open the store


@dataclass
class Promises:
    """What the killed terminals had acknowledged."""

    begun: set[str] = field(default_factory=set)
    sealed: set[str] = field(default_factory=set)
    discarded: set[str] = field(default_factory=set)
    packed: int = 0
    asked_to_discard: set[str] = field(default_factory=set)
    answers: dict[str, list[str]] = field(default_factory=dict)
    batches: set[str] = field(default_factory=set)

    def hear(self, line: str) -> None:
        kind, _, rest = line.partition(" ")
        match kind:
            case "packed":
                self.packed += int(rest)
            case "begun":
                self.begun.add(rest)
                self.answers[rest] = []
            case "answer":
                response, _, answer = rest.partition(" ")
                self.answers[response].append(answer)
            case "sealed":
                self.sealed.add(rest)
            case "discarding":
                self.asked_to_discard.add(rest)
            case "discarded":
                self.discarded.add(rest)
            case "batch" if rest:
                self.batches.add(rest)


def run_and_kill(folder: Path, keys: tuple[str, str], seed: int, dice: random.Random) -> list[str]:
    """The complete lines a terminal printed before it was killed (TerminateProcess on Windows)."""
    with subprocess.Popen(
        [sys.executable, str(CHILD), str(folder), *keys, str(seed)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as child:
        assert child.stdout is not None
        assert child.stderr is not None
        while_starting = seed % 5 == 0
        first = "" if while_starting else child.stdout.readline()
        # The sleep is the random moment itself, not a wait for something.
        time.sleep(dice.random() * (LONGEST_START if while_starting else LONGEST_LIFE))
        child.kill()
        rest = child.stdout.read()
        assert child.stderr.read() == ""
    return (first + rest).split("\n")[:-1]


def check_file(folder: Path, copy: Path) -> None:
    """Integrity as the killed process left it, in a copy: the terminal must recover by itself."""
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(folder, copy, ignore=shutil.ignore_patterns("ballast"))
    if not (copy / "kiosk.db").exists():
        return
    db = sqlite3.connect(copy / "kiosk.db")
    try:
        assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []
    finally:
        db.close()


def no_plaintext(folder: Path) -> None:
    for path in folder.iterdir():
        assert CANARY not in path.read_bytes(), path.name


def kept(folder: Path, keys: tuple[str, str], identity: Identity) -> Mapping[str, list[str]]:
    """Everything the office would read: response id → answers, through the bundles."""
    found: dict[str, list[str]] = {}
    with faulted_child.open_store(folder, *keys) as store:
        store.pack_interrupted()
        while store.close_batch() is not None:
            continue
        counts = store.counts(faulted_child.TODAY)
        for number in store.batches():
            file = store.batch_file(number)
            for one in verified_bundle(file.name, file.content).envelopes:
                if one.interrupted:
                    response = interrupted_id(one.body)
                    texts = open_interrupted(one.body, identity)
                    assert texts[0] == b"header"
                    answers = [text.decode() for text in texts[1:]]
                else:
                    response, *answers = unseal(one.body, identity).decode().split(" ")
                assert response not in found, "a response came out twice"
                found[response] = answers
    ended = counts["complete"] + counts["partial"] + counts["interrupted"]
    assert ended == len(found)
    assert counts["started"] == ended + counts["discarded"]
    return found


ROUNDS = [0, *(pytest.param(number, marks=pytest.mark.long) for number in range(1, 8))]
KILLS = 25  # a round; eight rounds are the 200 of the proof


@pytest.mark.parametrize("round_number", ROUNDS)
def test_kills_at_random_moments_lose_nothing_acknowledged(
    tmp_path: Path, round_number: int
) -> None:
    project, escrow = new_identity(Role.PROJECT), new_identity(Role.ESCROW)
    keys = (project.recipient.public, escrow.recipient.public)
    folder = tmp_path / "data"
    dice = random.Random(round_number)
    promises = Promises()
    for kill in range(KILLS):
        for line in run_and_kill(folder, keys, kill + KILLS * round_number, dice):
            promises.hear(line)
        if folder.exists():
            check_file(folder, tmp_path / "copy")
            no_plaintext(folder)

    found = kept(folder, keys, dice.choice([project, escrow]))
    no_plaintext(folder)

    # A person who asked for deletion may be gone or not; acknowledged deletion is deletion.
    assert not promises.discarded & found.keys()
    owed = promises.begun - promises.asked_to_discard
    lost = {
        response: promises.answers[response]
        for response in owed
        if found.get(response, [])[: len(promises.answers[response])] != promises.answers[response]
    }
    assert lost == {}
    assert owed <= found.keys()
    figures = Tally(
        kills=KILLS,
        answers=sum(map(len, promises.answers.values())),
        seals=len(promises.sealed),
        interrupted=promises.packed,
        discarded=len(promises.discarded),
        batches=len(promises.batches),
        responses=len(found),
    )
    assert figures["answers"] > KILLS, "the terminals were killed before they did anything"
    print(dict(figures))  # noqa: T201 - the proof's figures, shown with `pytest -s`
