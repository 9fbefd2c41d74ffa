"""A terminal that interviews at random until it is killed, telling each acknowledged step.

Run as a program: `python faulted_child.py FOLDER PROJECT_PUBLIC ESCROW_PUBLIC SEED`.
"""

import random
import sys
from datetime import date
from pathlib import Path

from kiosk.sealing.keys import Recipients, Role, recipient
from kiosk.storage.draft import Draft
from kiosk.storage.store import Store
from kiosk.study.response import ResponseKind

TODAY = date(2026, 11, 22)
STUDY = "5" * 64
CANARY = "Kanarienvogel"


def open_store(folder: Path, project: str, escrow: str) -> Store:
    recipients = Recipients((recipient(project, Role.PROJECT), recipient(escrow, Role.ESCROW)))
    return Store.open(
        folder,
        recipients,
        "rothenburg",
        STUDY,
        today=lambda: TODAY,
        ballast_bytes=1 << 16,
        reserve_bytes=0,
    )


def acknowledge(*words: str) -> None:
    """One line per returned call: the promise the store has made."""
    sys.stdout.write(" ".join(words) + "\n")
    sys.stdout.flush()


def interview(store: Store, dice: random.Random) -> None:
    draft = store.begin(b"header", dice.choice("VK"))
    acknowledge("begun", draft.response_id)
    answers: list[str] = []
    for _ in range(dice.randint(0, 25)):
        answer = f"{CANARY}{dice.getrandbits(64):016x}"
        store.record(draft, answer.encode())
        answers.append(answer)
        acknowledge("answer", draft.response_id, answer)
    finish(store, draft, answers, dice)


def finish(store: Store, draft: Draft, answers: list[str], dice: random.Random) -> None:
    response = draft.response_id
    if dice.random() < 0.1:
        # Said before the call, because the person asked for it: from here on both is right.
        acknowledge("discarding", response)
        store.discard(draft)
        acknowledge("discarded", response)
        return
    kind = dice.choice([ResponseKind.COMPLETE, ResponseKind.PARTIAL])
    store.seal(draft, lambda _: " ".join([response, *answers]).encode(), kind)
    acknowledge("sealed", response)


def main(folder: str, project: str, escrow: str, seed: str) -> None:
    dice = random.Random(int(seed))
    store = open_store(Path(folder), project, escrow)
    acknowledge("packed", str(store.pack_interrupted()))
    while True:
        interview(store, dice)
        if dice.random() < 0.05:
            closed = store.close_batch(minimum=5)
            acknowledge("batch", "" if closed is None else closed.name)


if __name__ == "__main__":
    main(*sys.argv[1:])
