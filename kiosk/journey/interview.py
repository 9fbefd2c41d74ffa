"""One running interview: answers go to the disk before anything else happens."""

from dataclasses import asdict, replace

from kiosk.forms.entry import FormEntry
from kiosk.forms.view import Problem
from kiosk.journey.assistance import Helping
from kiosk.journey.stages import Asking, ReviewLine
from kiosk.journey.wording import review_lines
from kiosk.storage.draft import Draft
from kiosk.storage.store import Store
from kiosk.study.events import Answered, Spoke, to_event
from kiosk.study.hand import Assistance, Hand
from kiosk.study.outcome import chances, outcome
from kiosk.study.provenance import provenance
from kiosk.study.response import Response, ResponseHeader, ResponseKind, canonical, to_json


class Interview:
    """A form being answered by one person, and its draft on the disk.

    Every method that changes an answer returns after the change is durable. Methods may raise the
    store's KioskErrors; the answer on the screen is then as it was.
    """

    def __init__(
        self,
        store: Store,
        entry: FormEntry,
        header: ResponseHeader,
        assistance: Assistance,
    ) -> None:
        """Start: the header and every random draw go to the disk first, as event 0."""
        self._store = store
        self._entry = entry
        self._header = header
        self._helping = Helping(assistance)
        beginning = canonical({"header": asdict(header), "preset": chances(entry)})
        self._draft: Draft = store.begin(beginning, header.form)
        self._seen: set[tuple[str, ...]] = set()
        self._answered: set[tuple[str, ...]] = set()  # when a change of an answer began
        self._see()

    @property
    def form(self) -> str:
        """The form's id."""
        return self._header.form

    @property
    def answered(self) -> int:
        """How many of the questions asked have an answer."""
        return sum(1 for asked in self._entry.path() if asked.node.answer != "")

    def asking(self, *, changing: bool = False) -> Asking | None:
        """The current question as a stage; None behind the last."""
        question, here = self._entry.question(), self._entry.here
        if question is None or here is None:
            return None
        return Asking(
            question=self._helping.seen(here, question),
            progress=self._entry.progress(),
            first=self._entry.first,
            changing=changing,
            hand=self.hand,
        )

    @property
    def hand(self) -> Hand:
        """Who answers now."""
        return self._helping.hand

    @property
    def concealed(self) -> bool:
        """Whether the current question has an answer that whoever helps may not see."""
        here = self._entry.here
        return here is not None and self._helping.conceals(here)

    @property
    def conceals(self) -> bool:
        """Whether whoever helps may not see some answer."""
        return any(self._helping.conceals(each) for each in self._entry.path())

    def said(self) -> Hand | None:
        """Who answers by the answer to the current question; None where it says nothing new."""
        here = self._entry.here
        return self._helping.said(here.question.name, here.node.answer) if here else None

    def hand_over(self, hand: Hand) -> bool:
        """From here on `hand` answers; whether that hides any answer from somebody."""
        return self._helping.hand_over(hand, self._entry)

    def answer(self, value: str) -> Problem | None:
        """Take an answer and write it down, or say why not."""
        here = self._entry.here
        before = here.node.answer if here is not None else ""
        problem = self._entry.answer(value)
        if problem is not None or here is None:
            return problem
        if here.node.answer != before or self._helping.conceals(here):
            event = Answered(self._entry.at, here.node.answer, self.hand)
            try:
                self._store.record(self._draft, to_event(event))
            except Exception:
                self._entry.answer(before)
                raise
            self._helping.given(here)
        return None

    def missing(self) -> Problem | None:
        """Why the current question cannot be left: the author requires an answer."""
        return self._entry.missing()

    def doubtful(self) -> Problem | None:
        """What the author wants said once about the current answer."""
        return self._entry.doubtful()

    def first_fault(self) -> Problem | None:
        """Go to the first question whose answer does not hold any more; what is wrong there."""
        for ref, problem in self._entry.faults():
            if self._entry.go(ref):
                return problem
        return None

    def speak(self, name: str, language: str) -> None:
        """Go on in another language: `name` as the form calls it, `language` its BCP 47 tag."""
        if language != self._header.language:
            self._store.record(self._draft, to_event(Spoke(language)))
        self._entry.speak(name)
        self._header = replace(self._header, language=language)

    def forward(self) -> bool:
        """Go on; False behind the last question."""
        self._answered = set()  # whoever walks sees every question
        went = self._entry.forward()
        while (here := self._entry.here) is not None and self._helping.passes(here):
            went = self._entry.forward()
        self._see()
        return went

    def backward(self) -> bool:
        """Go back; False, staying, where nothing is before that may be seen."""
        at = self._entry.at
        while self._entry.backward():
            here = self._entry.here
            if here is not None and not self._helping.passes(here):
                return True
        if at:
            self._entry.go(at)
        return False

    def go(self, ref: str) -> bool:
        """Go to a question of the path; False, staying, where whoever helps may not see it."""
        passed = {
            self._entry.instance.ref(each.node)
            for each in self._entry.path()
            if self._helping.passes(each)
        }
        if not ref or ref in passed:
            return False
        self._answered = {each.about for each in self._entry.path() if each.node.answer != ""}
        return self._entry.go(ref)

    def go_to_new(self) -> bool:
        """Go to the first question that a change has opened and nobody has seen yet.

        Or whose answer the change took away, as of a choice that is no longer offered.
        """
        here = self._entry.here
        if here is not None:
            self._answered.discard(here.about)  # left empty on purpose
        for asked in self._entry.path():
            if self._helping.passes(asked):
                continue
            emptied = asked.node.answer == "" and asked.about in self._answered
            if emptied or asked.about not in self._seen:
                self._answered.discard(asked.about)
                self._seen.add(asked.about)
                return self._entry.go(self._entry.instance.ref(asked.node))
        return False

    def review(self) -> tuple[ReviewLine, ...]:
        """Every question asked, with its answer in words.

        What whoever helps may not see is one line: which questions were asked before, and what
        their words repeat, would tell answers too.
        """
        path, views = self._entry.path(), self._entry.views()
        shown = [
            view for asked, view in zip(path, views, strict=True) if not self._helping.passes(asked)
        ]
        hidden = sum(self._helping.conceals(each) for each in path)
        first = (ReviewLine("", "", "", hidden),) if hidden else ()
        return first + review_lines(shown, self._header.language)

    def finish(self) -> None:
        """Seal the response: afterwards nobody here can read it."""
        self._seal(ResponseKind.COMPLETE, None)

    def break_off(self) -> None:
        """Seal what there is, as a partial response."""
        self._seal(ResponseKind.PARTIAL, self._furthest())

    def discard(self) -> None:
        """Delete every answer."""
        self._store.discard(self._draft)

    def _furthest(self) -> str:
        """The last question of the path that was on the screen."""
        seen = [asked for asked in self._entry.path() if asked.about in self._seen]
        return self._entry.instance.ref(seen[-1].node) if seen else self._entry.at

    def _unseen(self, hides: frozenset[str]) -> frozenset[str]:
        """Which of the questions not asked now were never asked: the person alone may have left
        one open before."""
        shown = {each.question.name for each in self._entry.path() if each.about in self._seen}
        return hides - shown

    def _see(self) -> None:
        here = self._entry.here
        if here is not None:
            self._seen.add(here.about)

    def _seal(self, kind: ResponseKind, reached: str | None) -> None:
        answers = outcome(self._entry, reached, self._unseen(self._helping.hides))
        hands = provenance(self._entry, self._helping.hands)

        def plaintext(envelope_id: str) -> bytes:
            return to_json(
                Response(self._draft.response_id, envelope_id, kind, self._header, answers, hands)
            )

        self._store.seal(self._draft, plaintext, kind)
