"""Laws of the engine: small steps equal one big step, and nothing stale survives."""

from collections.abc import Mapping
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.respondent import answer
from support.rothenburg import study

from kiosk.forms.entry import FormEntry
from kiosk.forms.form import Form
from kiosk.forms.instance import Instance
from kiosk.study.outcome import chances, outcome, replayed

PRESETS = {"WELLE": "1", "VORLESEN": "0", "X1_AN": "1"}


def entry(name: str, random: Random, presets: Mapping[str, str] = PRESETS) -> FormEntry:
    return FormEntry(study().forms[name], random=random.random, preset=presets)


def state(instance: Instance) -> dict[str, tuple[bool, str]]:
    """Every node by its place: relevant, and what expressions see of it."""
    return {
        instance.ref(node): (node.relevant, node.value)
        for path in instance.form.order
        for node in instance.nodes(path)
        if not node.children
    }


def from_scratch(form: Form, instance: Instance) -> Instance:
    """An instance that gets every answer at once and looks at everything for each of them."""
    document = form.template.template
    texts = {
        path: node.text
        for path in form.order
        for node in instance.nodes(path)
        if path.count("/") == 2 and not node.children and node.text
    }

    def no_chance() -> float:
        raise AssertionError("every draw is given")

    fresh = Instance(form, random=no_chance, preset=texts)
    for node in instance.nodes(f"{document}/loop"):
        for leaf in node.descendants():
            if leaf.template in form.questions:
                twin = fresh.find(instance.ref(leaf))
                assert twin is not None
                fresh.set(twin, leaf.text)
    return fresh


@pytest.mark.parametrize("name", ["V", "K"])
@settings(max_examples=40, deadline=None)
@given(seed=st.integers(0, 2**32))
def test_incremental_equals_from_scratch(name: str, seed: int) -> None:
    random = Random(seed)
    walk = entry(name, random)
    for _step in range(60):
        question = walk.question()
        if question is None or random.random() < 0.15:
            walk.backward()
            continue
        assert walk.answer(answer(question, random)) is None
        walk.forward()
    assert state(walk.instance) == state(from_scratch(walk.form, walk.instance))


@settings(max_examples=40, deadline=None)
@given(seed=st.integers(0, 2**32))
def test_going_back_and_forward_changes_nothing(seed: int) -> None:
    random = Random(seed)
    walk = entry("V", random)
    for _step in range(25):
        question = walk.question()
        assert question is not None
        walk.answer(answer(question, random))
        walk.forward()
    before = (walk.at, state(walk.instance))
    steps = random.randint(1, 20)
    for _step in range(steps):
        assert walk.backward()
    for _step in range(steps):
        assert walk.forward()
    assert (walk.at, state(walk.instance)) == before


@settings(max_examples=40, deadline=None)
@given(seed=st.integers(0, 2**32))
def test_the_total_never_grows_on_the_way_forward(seed: int) -> None:
    random = Random(seed)
    walk = entry("V", random)
    totals = []
    while (question := walk.question()) is not None:
        walk.answer(answer(question, random))
        totals.append(walk.progress().total)
        walk.forward()
    assert totals == sorted(totals, reverse=True)
    assert totals[-1] == len(walk.path())


@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 2**32))
def test_an_answer_stays_with_its_service_when_the_draw_changes(seed: int) -> None:
    random = Random(seed)
    walk = entry("V", random)
    document = walk.form.template.template
    services = [each.value for each in walk.form.questions[f"{document}/L1"].itemset.items[:24]]  # type: ignore[union-attr]
    given_answers: dict[str, str] = {}
    for _round in range(6):
        walk.go(f"{document}/L1")
        walk.answer(" ".join(random.sample(services, random.randint(1, 4))))
        for node in walk.instance.nodes(f"{document}/loop"):
            ref = f"{walk.instance.ref(node)}/L3"
            assert walk.go(ref)
            shown = walk.question()
            assert shown is not None
            # What stood here before belongs to this very service, or nothing stands here.
            assert shown.value == given_answers.get(node.key, "")
            given_answers[node.key] = random.choice(("1", "2", "3", "4"))
            walk.answer(given_answers[node.key])


@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 2**32))
def test_a_pick_is_always_among_what_is_offered(seed: int) -> None:
    random = Random(seed)
    walk = entry("V", random)
    document = walk.form.template.template
    services = [each.value for each in walk.form.questions[f"{document}/L1"].itemset.items[:24]]  # type: ignore[union-attr]
    for _round in range(6):
        wanted = tuple(sorted(random.sample(services, random.randint(3, 5))))
        assert walk.go(f"{document}/L2")
        assert walk.answer(" ".join(wanted)) is None
        assert walk.go(f"{document}/L6")
        shown = walk.question()
        assert shown is not None
        assert set(shown.chosen) <= set(wanted)
        assert set(str(outcome(walk)["L6"]).split()) <= {*wanted, "-95"}
        # The cap counts only what can be seen: three can always be picked.
        assert walk.answer(" ".join(random.sample(wanted, 3))) is None


def test_a_pick_comes_back_with_what_it_was_picked_from() -> None:
    walk = entry("V", Random(3))
    document = walk.form.template.template
    for ref, value in (("L2", "PASS MELD KITA HUND"), ("L6", "PASS KITA"), ("L2", "KITA HUND BAU")):
        assert walk.go(f"{document}/{ref}")
        assert walk.answer(value) is None
    assert outcome(walk)["L6"] == "KITA"
    assert walk.answer("PASS KITA HUND BAU") is None
    assert outcome(walk)["L6"] == "PASS KITA"


@pytest.mark.parametrize("name", ["V", "K"])
@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 2**32))
def test_the_recorded_answers_give_the_interview_again(name: str, seed: int) -> None:
    random = Random(seed)
    walk = entry(name, random)
    preset, events = chances(walk), []
    for _step in range(80):
        before = walk.question()
        if before is None or random.random() < 0.2:
            walk.backward()
            continue
        if random.random() < 0.1:
            walk.go(random.choice(walk.views()).ref)
            before = walk.question()
            assert before is not None
        assert walk.answer(answer(before, random)) is None
        after = walk.question()
        assert after is not None
        if before.value != after.value:
            events.append((after.ref, after.value))
        walk.forward()
    again = replayed(walk.form, preset, events, "2026-W47")
    assert state(again.instance) == state(walk.instance)
    reached = random.choice([each.ref for each in walk.views()])
    assert outcome(again, reached) == outcome(walk, reached)
    assert outcome(again) == outcome(walk)
