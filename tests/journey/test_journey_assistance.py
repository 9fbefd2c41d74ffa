"""Somebody helps: said at any time, earlier answers out of sight, and kept with every answer."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from support.respondent import answer
from support.rothenburg import identity, study
from test_journey import answer_until, begin, handed_over, journey_on, opened, play, responses

from kiosk.journey import intents, stages
from kiosk.journey.journey import Journey
from kiosk.office.collect import Expected, open_bundles
from kiosk.office.replay import StudyReplay
from kiosk.sealing.bundle import Bundle
from kiosk.sealing.keys import Role
from kiosk.storage.store import Store
from kiosk.study.hand import Assistance, Hand
from kiosk.study.response import Response

ALONE, HELPER, PROXY = (intents.HandOver(each) for each in Hand)
HELP = intents.CallHelp()
ON, BACK = intents.Forward(), intents.Backward()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with opened(tmp_path) as store:
        yield store


@pytest.fixture
def journey(store: Store) -> Journey:
    return journey_on(store)


def asking(stage: stages.Stage) -> stages.Asking:
    assert isinstance(stage, stages.Asking)
    return stage


def some_answers(journey: Journey, last: str = "Z5") -> stages.Asking:
    """The person alone up to the question `last`, which stays open."""
    begin(journey)
    play(journey, intents.Answer("1"), ON)
    answer_until(journey, last)
    return asking(journey.stage)


def test_who_answers_is_asked_and_stands_on_every_question(journey: Journey) -> None:
    assert begin(journey).question.name == "S7"
    assert asking(play(journey, intents.Answer("3"))).hand is Hand.SELF
    assert asking(play(journey, ON)).hand is Hand.PROXY, "nothing is hidden yet: no screen between"
    assert asking(play(journey, ALONE)).hand is Hand.SELF


def test_help_is_offered_only_while_something_is_answered(journey: Journey) -> None:
    assert play(journey, HELP) == stages.HelpCalled(stages.Welcome())
    play(journey, HELPER)
    assert play(journey, intents.Resume()) == stages.Welcome()
    before = begin(journey)
    assert play(journey, HELP) == stages.HelpCalled(before, Hand.SELF)


def test_at_a_hand_over_everything_before_goes_out_of_sight(journey: Journey) -> None:
    before = some_answers(journey)
    stage = play(journey, HELP, HELPER)
    assert stage == stages.Privacy(replace(before, hand=Hand.HELPER), Hand.HELPER)
    assert play(journey, intents.Resume()) == replace(before, hand=Hand.HELPER)
    # Only the question that says who answers is there to go back to.
    assert asking(play(journey, BACK)).question.name == "S7"
    assert asking(play(journey, ON)).question.name == "Z5"
    assert asking(journey.stage).hand is Hand.HELPER, "S7 said who answers long before"


def test_a_question_answered_before_shows_no_choice_and_may_be_left(journey: Journey) -> None:
    begin(journey)
    play(journey, intents.Answer("1"), ON, intents.Answer("3"))
    shown = play(journey, HELP, PROXY, intents.Resume())
    assert asking(shown).question.value == ""
    assert asking(play(journey, ON)).question.name != "D1", "no reminder: it has an answer"
    back = play(journey, BACK, HELP, ALONE)
    assert asking(back).question.name == "S7"
    assert asking(play(journey, ON)).question.value == "3"


def test_the_review_says_nothing_of_what_was_answered_before(journey: Journey) -> None:
    some_answers(journey)
    alone = play(journey, HELP, HELPER, intents.Resume())
    answer_until(journey, "nothing")
    review = journey.stage
    assert isinstance(review, stages.Review)
    hidden, *shown = review.lines
    assert hidden.hidden > 0
    assert (hidden.label, hidden.answer, hidden.ref) == ("", "", "")
    assert "/data/D1" not in {line.ref for line in shown}
    assert asking(alone).question.ref in {line.ref for line in shown}
    asked = play(journey, intents.Change(""))
    assert asked == stages.Privacy(review, Hand.HELPER, wanted=True)
    assert play(journey, intents.Resume()) == review
    assert play(journey, intents.Change("/data/D1")) == review, "not by its ref either"
    whole = play(journey, intents.Change(""), ALONE)
    assert isinstance(whole, stages.Review)
    assert whole.lines[0].hidden == 0
    assert "/data/D1" in {line.ref for line in whole.lines}


def test_the_next_one_who_helps_sees_nothing_of_the_one_before(journey: Journey) -> None:
    before = some_answers(journey)
    play(journey, HELP, HELPER, intents.Resume())
    play(journey, intents.Answer(before.question.choices[0].value), ON)
    assert asking(play(journey, BACK)).question.value, "given with this help"
    play(journey, ON, HELP, HELPER)
    assert isinstance(journey.stage, stages.Privacy)
    play(journey, intents.Resume())
    assert asking(play(journey, BACK)).question.name == "S7"


def finished(journey: Journey, store: Store, folder: Path) -> Response:
    answer_until(journey, "nothing")
    play(journey, intents.Finish())
    (response,) = responses(handed_over(store, folder))
    return response


def test_every_answer_tells_who_gave_it(journey: Journey, store: Store, tmp_path: Path) -> None:
    begin(journey)
    play(journey, intents.Answer("1"), ON, intents.Answer("3"), ON)
    play(journey, HELP, HELPER, intents.Resume())
    name = asking(journey.stage).question.name
    answer_until(journey, "Z5")
    play(journey, HELP, PROXY, intents.Resume())
    response = finished(journey, store, tmp_path)
    assert response.provenance[name] == "helper"
    assert response.provenance["Z5"] == "proxy"
    assert not {"S7", "D1"} & set(response.provenance)
    loops = {each for each, hands in response.provenance.items() if isinstance(hands, dict)}
    assert all(set(response.provenance[each]) <= set(response.answers[each]) for each in loops)


def test_the_same_answer_from_another_hand_is_another_event(
    journey: Journey, store: Store, tmp_path: Path
) -> None:
    begin(journey)
    play(journey, intents.Answer("1"), ON, intents.Answer("3"), HELP, HELPER, intents.Resume())
    assert asking(play(journey, intents.Answer("3"))).question.value == "3"
    play(journey, ON)
    response = finished(journey, store, tmp_path)
    assert response.answers["D1"] == "3"
    assert response.provenance["D1"] == "helper"


def a_service_comes_back(journey: Journey) -> None:
    """Answered with help, taken out of the loop for another, and named again beside it."""
    begin(journey, route="2")
    play(journey, intents.Answer("1"), ON)
    answer_until(journey, "L1")
    play(journey, intents.Answer("URK"), HELP, HELPER, intents.Resume(), ON)
    answer_until(journey, "nothing")
    play(journey, ALONE, intents.Change("/data/L1"), intents.Answer("PASS"), ON)
    while isinstance(stage := journey.stage, stages.Asking):
        play(journey, intents.Answer(answer(stage.question, Random(5))), ON)
    play(journey, intents.Change("/data/L1"), intents.Answer("PASS URK"), ON)
    assert isinstance(journey.stage, stages.Review), "what was said of URK is there again"


def test_an_entry_of_a_loop_keeps_its_hand_wherever_it_stands(
    journey: Journey, store: Store, tmp_path: Path
) -> None:
    a_service_comes_back(journey)
    play(journey, intents.Finish())
    (response,) = responses(handed_over(store, tmp_path))
    assert set(response.answers["L3"]) == {"PASS", "URK"}
    assert response.provenance["L3"] == {"URK": "helper"}


def test_a_power_cut_leaves_the_hand_with_the_entry_of_a_loop(tmp_path: Path) -> None:
    cut = opened(tmp_path)
    a_service_comes_back(journey_on(cut))
    cut.close()
    with opened(tmp_path) as store:
        assert store.pack_interrupted() == 1
        response = interrupted(handed_over(store, tmp_path), tmp_path)
    assert response.provenance["L3"] == {"URK": "helper"}


def test_the_way_back_ends_at_the_hand_over_and_says_so(journey: Journey) -> None:
    some_answers(journey)
    first = play(journey, HELP, HELPER, intents.Resume(), BACK)
    assert asking(first).question.name == "S7"
    assert play(journey, BACK) == stages.Privacy(first, Hand.HELPER, wanted=True)
    assert play(journey, intents.Resume()) == first
    play(journey, BACK, ALONE)
    assert isinstance(play(journey, BACK), stages.ForWhom)


def test_back_from_a_review_with_nothing_but_hidden_answers_says_so(store: Store) -> None:
    settings = replace(study().settings, assistance=Assistance())
    journey = Journey(replace(study(), settings=settings), store, journey_on(store)._terminal)
    begin(journey)
    play(journey, intents.Answer("1"), ON)
    answer_until(journey, "nothing")
    review = play(journey, HELP, HELPER, intents.Resume())
    assert isinstance(review, stages.Review)
    assert len(review.lines) == 1
    assert play(journey, BACK) == stages.Privacy(review, Hand.HELPER, wanted=True)


def test_who_answers_may_be_said_again_after_going_on_alone(journey: Journey) -> None:
    begin(journey)
    assert asking(play(journey, intents.Answer("2"), ON)).hand is Hand.HELPER
    play(journey, ALONE, BACK, intents.Answer("1"), intents.Answer("2"), ON)
    assert asking(journey.stage).hand is Hand.HELPER


def test_whoever_answers_alone_leaves_no_provenance(
    journey: Journey, store: Store, tmp_path: Path
) -> None:
    begin(journey)
    play(journey, intents.Answer("1"), ON)
    assert finished(journey, store, tmp_path).provenance == {}


WISHES = replace(
    study(), settings=replace(study().settings, presets={**study().settings.presets, "X1_AN": "1"})
)


def test_a_wish_seen_alone_and_left_open_was_asked_whoever_helps_then(
    store: Store, tmp_path: Path
) -> None:
    journey = Journey(WISHES, store, journey_on(store)._terminal)
    begin(journey)
    play(journey, intents.Answer("1"), ON)
    answer_until(journey, "X1")
    play(journey, ON)
    answer_until(journey, "nothing")
    play(journey, HELP, HELPER, intents.Resume(), intents.Finish())
    (response,) = responses(handed_over(store, tmp_path))
    assert response.answers["X1"] == "-95"


@pytest.mark.parametrize(("alone", "wish"), [(False, "-97"), (True, "-95")])
def test_the_open_wish_is_not_asked_while_somebody_helps(
    store: Store, tmp_path: Path, alone: bool, wish: str
) -> None:
    journey = Journey(WISHES, store, journey_on(store)._terminal)
    begin(journey)
    play(journey, intents.Answer("2"), ON)
    answer_until(journey, "X1")
    assert isinstance(journey.stage, stages.Review)
    if alone:
        play(journey, ALONE)
        stage = play(journey, intents.Finish())
        assert asking(stage).question.name == "X1", "asked now, for nobody has seen it"
        play(journey, ON)
    play(journey, intents.Finish())
    (response,) = responses(handed_over(store, tmp_path))
    assert response.answers["X1"] == wish


def interrupted(bundle: Bundle, folder: Path) -> Response:
    (path,) = folder.glob("*.kb.zip")
    expected = Expected("rothenburg", study().hash)
    result = open_bundles([path], identity(Role.PROJECT), expected, StudyReplay(study()))
    assert len(bundle.envelopes) == len(result.responses) == 1
    return result.responses[0]


def test_a_power_cut_loses_neither_who_answered_nor_the_language(tmp_path: Path) -> None:
    cut = opened(tmp_path)
    journey = journey_on(cut)
    begin(journey)
    play(journey, intents.Answer("3"), ON, intents.Answer("5"))
    play(journey, intents.PickPresentation(replace(journey.presentation, language="pl")))
    cut.close()
    with opened(tmp_path) as store:
        assert store.pack_interrupted() == 1
        response = interrupted(handed_over(store, tmp_path), tmp_path)
    assert response.header.language == "pl"
    assert response.answers["S7"] == "3"
    assert response.provenance == {"D1": "proxy"}
