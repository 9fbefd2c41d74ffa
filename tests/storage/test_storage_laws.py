"""Drafts, sealed, interrupted and discarded responses, and a crash between any two statements.

A crash is what lies on the disk at that moment, opened anew: whatever was acknowledged is there,
and the call that was under way has happened or has not.
"""

import shutil
import tempfile
from collections import Counter as Tally
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from sqlalchemy import event
from storage_room import HEADER, Room

from kiosk.sealing.bundle import verified_bundle
from kiosk.sealing.draft import interrupted_id, open_interrupted
from kiosk.sealing.envelope import unseal
from kiosk.storage.draft import Draft
from kiosk.storage.store import Store
from kiosk.study.response import ResponseKind

ENDED = ("complete", "partial", "interrupted")


@dataclass(frozen=True)
class Promised:
    """What the store owes: responses by id with their answers, and the counts of the day."""

    running: dict[str, tuple[str, ...]] = field(default_factory=dict)
    ended: dict[str, tuple[str, ...]] = field(default_factory=dict)
    kinds: Tally[str] = field(default_factory=Tally)
    batched: int = 0

    def with_running(self, response: str, answers: tuple[str, ...]) -> "Promised":
        return replace(self, running={**self.running, response: answers})

    def after(self, response: str, kind: str) -> "Promised":
        """The draft of `response` has ended so."""
        running = {each: said for each, said in self.running.items() if each != response}
        kept = {} if kind == "discarded" else {response: self.running[response]}
        kinds = self.kinds + Tally([kind])
        return replace(self, running=running, ended={**self.ended, **kept}, kinds=kinds)

    def crashed(self) -> "Promised":
        """Every draft becomes an interrupted response at the next start."""
        owed = self
        for each in self.running:
            owed = owed.after(each, "interrupted")
        return owed


class Terminal(RuleBasedStateMachine):
    """A store, what it owes, and a crash whenever one likes."""

    @initialize()
    def installed(self) -> None:
        self.root = Path(tempfile.mkdtemp())
        self.room = Room(self.root / "0")
        self.store: Store = self.room.open()
        self.owed = Promised()
        self.drafts: dict[str, Draft] = {}
        self.answers = 0
        self.starts = 0

    def teardown(self) -> None:
        if hasattr(self, "store"):
            self.store.close()
            shutil.rmtree(self.root)

    # What people do

    @rule(form=st.sampled_from("VK"))
    def begin(self, form: str) -> None:
        draft = self.store.begin(HEADER, form)
        self.drafts[draft.response_id] = draft
        self.owed = self.owed.with_running(draft.response_id, ())
        self.owed = replace(self.owed, kinds=self.owed.kinds + Tally(["started"]))

    @precondition(lambda self: self.drafts)
    @rule(data=st.data())
    def answer(self, data: st.DataObject) -> None:
        self._answer(self._pick(data))

    @precondition(lambda self: self.drafts)
    @rule(data=st.data(), kind=st.sampled_from([ResponseKind.COMPLETE, ResponseKind.PARTIAL]))
    def seal(self, data: st.DataObject, kind: ResponseKind) -> None:
        self._seal(self._pick(data), kind)

    @precondition(lambda self: self.drafts)
    @rule(data=st.data())
    def discard(self, data: st.DataObject) -> None:
        self._discard(self._pick(data))

    @rule(minimum=st.sampled_from([1, 5]))
    def close_batch(self, minimum: int) -> None:
        waiting = len(self.owed.ended) - self.owed.batched
        closed = self.store.close_batch(minimum)
        assert (closed is not None) == (waiting >= minimum)
        if closed is not None:
            self.owed = replace(self.owed, batched=len(self.owed.ended))

    # What happens to the device

    @rule()
    def crash(self) -> None:
        """Between two calls."""
        self._restart(self._snapshot(), self.owed, self.owed)

    @precondition(lambda self: self.drafts)
    @rule(
        data=st.data(),
        statement=st.integers(1, 8),
        what=st.sampled_from(["answer", "complete", "discard"]),
    )
    def crash_within(self, data: st.DataObject, statement: int, what: str) -> None:
        """Between two statements of a call."""
        response = self._pick(data)
        before = self.owed
        snapshots: list[Path] = []
        seen = 0

        def on_statement(*_event: Any) -> None:
            nonlocal seen
            seen += 1
            if seen == statement:
                snapshots.append(self._snapshot())

        engine = self.store._database._connection.engine
        event.listen(engine, "before_cursor_execute", on_statement)
        calls: dict[str, Callable[[], None]] = {
            "answer": lambda: self._answer(response),
            "complete": lambda: self._seal(response, ResponseKind.COMPLETE),
            "discard": lambda: self._discard(response),
        }
        try:
            calls[what]()
        finally:
            event.remove(engine, "before_cursor_execute", on_statement)
        if not snapshots:  # the call had ended before
            snapshots, before = [self._snapshot()], self.owed
        self._restart(snapshots[0], before, self.owed)

    # What must hold

    @invariant()
    def the_day_book_balances(self) -> None:
        if not hasattr(self, "store"):
            return
        counts = self.store.counts(self.room.today())
        assert {kind: n for kind, n in counts.items() if n} == dict(self.owed.kinds)
        ended = sum(self.owed.kinds[each] for each in (*ENDED, "discarded"))
        assert self.owed.kinds["started"] == ended + len(self.owed.running)
        assert self.store.waiting() == len(self.owed.ended)

    def _pick(self, data: st.DataObject) -> str:
        return data.draw(st.sampled_from(sorted(self.drafts)))

    def _answer(self, response: str) -> None:
        self.answers += 1
        said = f"answer{self.answers}"
        self.store.record(self.drafts[response], said.encode())
        self.owed = self.owed.with_running(response, (*self.owed.running[response], said))

    def _seal(self, response: str, kind: ResponseKind) -> None:
        answers = self.owed.running[response]
        text = " ".join((response, *answers)).encode()
        self.store.seal(self.drafts.pop(response), lambda _id: text, kind)
        self.owed = self.owed.after(response, kind.value)

    def _discard(self, response: str) -> None:
        self.store.discard(self.drafts.pop(response))
        self.owed = self.owed.after(response, "discarded")

    def _snapshot(self) -> Path:
        self.starts += 1
        copy = self.root / str(self.starts)
        return Path(shutil.copytree(self.room.folder, copy))

    def _restart(self, folder: Path, before: Promised, after: Promised) -> None:
        """Open what a crash left: it owes what it owed before the call, or after it."""
        self.store.close()
        self.room = replace(self.room, folder=folder)
        self.store = self.room.open()
        self.store.pack_interrupted()
        self.drafts = {}
        found, counts = self._read(), self.store.counts(self.room.today())
        kinds = {kind: n for kind, n in counts.items() if n}
        for owed in (after.crashed(), before.crashed()):
            if found == owed.ended and kinds == dict(owed.kinds):
                self.owed = replace(owed, batched=len(owed.ended))
                return
        raise AssertionError((found, kinds, before, after))

    def _read(self) -> dict[str, tuple[str, ...]]:
        """What the office reads of everything that has ended."""
        while self.store.close_batch() is not None:
            continue
        found: dict[str, tuple[str, ...]] = {}
        for number in self.store.batches():
            file = self.store.batch_file(number)
            for one in verified_bundle(file.name, file.content).envelopes:
                if one.interrupted:
                    response = interrupted_id(one.body)
                    header, *texts = open_interrupted(one.body, self.room.project)
                    assert header == HEADER
                    answers = [text.decode() for text in texts]
                else:
                    response, *answers = unseal(one.body, self.room.project).decode().split(" ")
                assert response not in found
                found[response] = tuple(answers)
        return found


TestTerminal = Terminal.TestCase
TestTerminal.settings = settings(
    max_examples=40,
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
