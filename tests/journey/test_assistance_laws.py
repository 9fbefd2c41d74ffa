"""Whatever is touched while somebody helps: no earlier answer shows, and each keeps its hand."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from support.respondent import answer
from test_journey import begin, handed_over, journey_on, opened, play, responses

from kiosk.forms.entry import Asked
from kiosk.forms.view import Kind
from kiosk.journey import intents, stages
from kiosk.journey.intents import Intent
from kiosk.journey.interview import Interview
from kiosk.journey.journey import Journey
from kiosk.storage.pin import Door
from kiosk.storage.store import Store
from kiosk.study.hand import Hand

PIN = "271828"
STEPS = 100
ON, BACK, HELP = intents.Forward(), intents.Backward(), intents.CallHelp()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with opened(tmp_path) as store:
        store.set_pin(PIN, Door.STAFF)
        yield store


class Watched:
    """One person and who comes to help: remembers itself what was given by whom, and when."""

    def __init__(self, journey: Journey, random: Random) -> None:
        self.journey = journey
        self.random = random
        self.by: dict[tuple[str, ...], Hand] = {}
        self.fresh: set[tuple[str, ...]] = set()  # given since the last hand-over
        self.met: Counter[str] = Counter()

    @property
    def interview(self) -> Interview:
        interview = self.journey._interview
        assert interview is not None
        return interview

    @property
    def path(self) -> dict[str, Asked]:
        """What is asked now, by its ref."""
        entry = self.interview._entry
        return {entry.instance.ref(each.node): each for each in entry.path()}

    def to_the_review(self) -> None:
        """Answer everything, with help now and then."""
        while not isinstance(stage := self.journey.stage, stages.Review):
            if isinstance(stage, stages.Asking) and self.random.random() < 0.9:
                self.do(intents.Answer(answer(stage.question, self.random)))
                self.do(ON)
            elif isinstance(stage, stages.Asking):
                self.do(intents.HandOver(self.random.choice(list(Hand))))
            else:
                self.do(ON if isinstance(stage, stages.Pause) else intents.Resume())

    def step(self) -> None:
        """Touch something."""
        self.do(self.random.choice(self.offered(self.journey.stage)))

    def do(self, intent: Intent) -> None:
        """Do it, and look at everything the stage holds then."""
        stage, hand = self.journey.stage, self.interview.hand
        if isinstance(intent, intents.Answer) and isinstance(stage, stages.Asking):
            self._answered(intent, stage)
        else:
            play(self.journey, intent)
        handed = isinstance(intent, intents.HandOver)
        if handed or self.interview.hand is not hand:
            self.fresh = set()
        self.met[type(self.journey.stage).__name__] += 1
        self.look(self.journey.stage)

    def _answered(self, intent: intents.Answer, stage: stages.Asking) -> None:
        here = self.path[stage.question.ref]
        shown, value = stage.question.value, here.node.answer
        after = play(self.journey, intent)
        assert isinstance(after, stages.Asking)
        if after.problem is None and (here.node.answer != value or shown != value):
            self.by[here.about] = self.interview.hand
            self.fresh.add(here.about)

    def offered(self, stage: stages.Stage) -> list[Intent]:
        """What may be touched, often enough for the walk to get on."""
        hands: list[Intent] = [intents.HandOver(each) for each in Hand]
        switched = replace(
            self.journey.presentation, language=self.random.choice(("de", "pl", "en"))
        )
        always: list[Intent] = [HELP, intents.WentIdle(), intents.PickPresentation(switched)]
        match stage:
            case stages.Asking(question):
                given: list[Intent] = [intents.Answer(answer(question, self.random)), ON]
                return [*given * 9, *[BACK] * 3, *hands, *always]
            case stages.Review(lines):
                changes: list[Intent] = [intents.Change(line.ref) for line in lines]
                return [*changes, BACK, *hands, *always]
            case stages.HelpCalled():
                return [*hands, intents.Resume(), *always]
            case stages.Privacy():
                return [intents.Resume(), intents.HandOver(Hand.SELF), *always]
            case stages.StillThere():
                return [intents.Resume(), intents.IdleExpired()]
            case stages.Hidden():
                return [intents.ShowPin()]
            case stages.EnterPin():
                return [intents.EnteredPin(PIN)]
            case stages.Pause():
                return [ON, BACK, *always]
            case stages.ForWhom():
                return [ON, *always]
        raise AssertionError(stage)

    def look(self, stage: stages.Stage) -> None:
        """Nothing given before the hand-over is in `stage`, nor in what lies behind it."""
        if self.interview.hand is Hand.SELF:
            return
        match stage:
            case stages.Asking(question) if question.value != "":
                self._may_show(question.ref)
            case stages.Review(lines):
                for line in lines:
                    if line.answer != "":
                        self._may_show(line.ref)
            case (
                stages.HelpCalled(behind)
                | stages.Privacy(behind)
                | stages.StillThere(behind)
                | stages.ConfirmDiscard(behind)
            ):
                self.look(behind)

    def _may_show(self, ref: str) -> None:
        here = self.path[ref]
        if here.question.kind is Kind.REPEAT or here.question.name == "S7":
            return
        assert here.about in self.fresh or here.about not in self.by, here.about

    def expected(self) -> dict[str, dict[str, str] | str]:
        """The provenance there has to be."""
        found: dict[str, dict[str, str] | str] = {}
        for each in self.path.values():
            hand = self.by.get(each.about, Hand.SELF)
            if hand is Hand.SELF or each.node.answer == "" or each.question.kind is Kind.NOTE:
                continue
            keys = each.about[1:]
            if keys:
                entries = found.setdefault(each.question.name, {})
                assert isinstance(entries, dict)
                entries["_".join(keys)] = hand.value
            else:
                found[each.question.name] = hand.value
        return found


@pytest.mark.parametrize("seed", range(4))
def test_no_walk_shows_a_helper_an_earlier_answer_and_each_keeps_its_hand(
    store: Store, tmp_path: Path, seed: int
) -> None:
    journey = journey_on(store, seed)
    begin(journey, route="2" if seed % 2 else "1")
    walk = Watched(journey, Random(seed))
    if seed >= 2:
        walk.to_the_review()
    for _step in range(STEPS):
        walk.step()
    assert {"Privacy", "HelpCalled", "Asking"} <= set(walk.met)
    expected = walk.expected()
    walk.interview.finish()
    (response,) = responses(handed_over(store, tmp_path))
    assert response.provenance == expected
