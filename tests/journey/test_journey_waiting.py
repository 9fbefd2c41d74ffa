"""Before the questions, between them, and when nobody answers: practice, break, hiding."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from support.touch import Clock
from test_journey import DAY, answer_until, begin, handed_over, journey_on, opened, play, responses

from kiosk.journey import intents, stages
from kiosk.journey.idle import UNHURRIED, idle_seconds
from kiosk.journey.intents import Intent
from kiosk.journey.journey import Journey
from kiosk.journey.presentation import Presentation, Scheme
from kiosk.journey.stages import Farewell
from kiosk.storage.store import Store
from kiosk.study.response import ResponseKind

PIN = "135792"
BIG = Presentation("de", 3, scheme=Scheme.DARK, large_targets=True)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with opened(tmp_path) as store:
        store.set_pin(PIN)
        yield store


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def journey(store: Store, clock: Clock) -> Journey:
    return journey_on(store, monotonic=clock)


def practising(journey: Journey) -> stages.Practice:
    stage = play(journey, intents.Begin(), intents.PickLanguage("de"), intents.Forward())
    assert isinstance(stage, stages.Practice)
    return stage


# -- practice


def test_one_harmless_tap_comes_before_the_participation_text(
    journey: Journey, store: Store
) -> None:
    assert not practising(journey).passed
    wrong = play(journey, intents.Answer("pear"))
    assert wrong == stages.Practice("pear")
    right = play(journey, intents.Answer("apple"))
    assert isinstance(right, stages.Practice)
    assert right.passed
    assert isinstance(play(journey, intents.Forward()), stages.Participation)
    assert not any(store.counts(DAY).values())


def test_the_practice_may_be_left_out_and_come_back_to(journey: Journey) -> None:
    practising(journey)
    assert isinstance(play(journey, intents.Forward()), stages.Participation)
    assert isinstance(play(journey, intents.Backward()), stages.Practice)
    assert isinstance(play(journey, intents.Backward()), stages.ChooseDisplay)


def test_whoever_misses_often_is_offered_an_easier_way(journey: Journey) -> None:
    practising(journey)
    offering = play(journey, intents.MissedOften())
    assert offering == stages.Practice(offering=True)
    wanted = replace(journey.presentation, large_targets=True)
    assert play(journey, intents.PickPresentation(wanted)) == stages.Practice()
    assert journey.presentation.large_targets
    play(journey, intents.MissedOften())
    assert play(journey, intents.Resume()) == stages.Practice()


def test_an_unknown_fruit_is_no_answer(journey: Journey) -> None:
    before = practising(journey)
    assert play(journey, intents.Answer("1")) == before


def test_who_leaves_the_practice_leaves_nothing(journey: Journey) -> None:
    practising(journey)
    assert play(journey, intents.WentIdle()) == stages.Welcome()


# -- the break


def at_the_break(journey: Journey) -> stages.Pause:
    begin(journey, "2")
    while isinstance(stage := journey.stage, stages.Asking):
        answer_one(journey, stage)
    assert isinstance(journey.stage, stages.Pause)
    return journey.stage


def answer_one(journey: Journey, stage: stages.Asking) -> None:
    """The first choice that may be chosen; a second "Weiter" where nothing was."""
    values = [each.value for each in stage.question.choices if not each.apart]
    play(journey, *([intents.Answer(values[0])] if values else []), intents.Forward())
    if journey.stage == replace(stage, reminder=True):
        play(journey, intents.Forward())


def test_behind_twenty_five_questions_a_break_is_offered_once(journey: Journey) -> None:
    pause = at_the_break(journey)
    assert pause.may_stop
    onward = play(journey, intents.Forward())
    assert isinstance(onward, stages.Asking)
    assert onward.progress.number == 26
    back = play(journey, intents.Backward())
    assert isinstance(back, stages.Asking)
    assert back.progress.number == 25
    again = play(journey, intents.Forward())
    assert again == onward


def test_back_from_the_break_is_the_question_before(journey: Journey) -> None:
    at_the_break(journey)
    stage = play(journey, intents.Backward())
    assert isinstance(stage, stages.Asking)
    assert stage.progress.number == 25


def test_resting_is_patient(journey: Journey) -> None:
    pause = at_the_break(journey)
    resting = play(journey, intents.Rest())
    assert resting == replace(pause, resting=True)
    assert idle_seconds(pause, 300) == 300
    assert idle_seconds(resting, 300) == 600
    assert isinstance(play(journey, intents.Forward()), stages.Asking)


def test_what_there_is_can_be_handed_in_after_one_question_more(
    journey: Journey, store: Store, tmp_path: Path
) -> None:
    pause = at_the_break(journey)
    asked = play(journey, intents.StopHere())
    assert asked == replace(pause, stopping=True)
    assert play(journey, intents.Resume()) == pause
    stage = play(journey, intents.StopHere(), intents.StopHere())
    assert isinstance(stage, stages.Goodbye)
    assert stage.farewell is Farewell.SAVED
    (response,) = responses(handed_over(store, tmp_path))
    assert response.kind is ResponseKind.PARTIAL


def test_the_short_form_has_no_break(journey: Journey) -> None:
    begin(journey, "1")
    seen = set()
    while isinstance(stage := journey.stage, stages.Asking):
        answer_one(journey, stage)
        seen.add(type(journey.stage))
    assert stages.Pause not in seen


# -- nobody answers


def hide(journey: Journey, until: str = "Z2") -> stages.Stage:
    begin(journey, "2")
    play(journey, intents.PickPresentation(BIG))
    answer_until(journey, until)
    return play(journey, intents.WentIdle(), intents.IdleExpired())


def hidden(journey: Journey, until: str = "Z2") -> stages.Hidden:
    stage = hide(journey, until)
    assert isinstance(stage, stages.Hidden)
    return stage


def test_the_answers_are_hidden_and_everything_is_as_everybody_finds_it(journey: Journey) -> None:
    stage = hidden(journey)
    assert stage == stages.Hidden(600, keeps=False)
    assert journey.presentation == journey.preset


def test_staff_bring_the_same_question_back_with_their_pin(journey: Journey) -> None:
    begin(journey, "2")
    play(journey, intents.PickPresentation(BIG))
    answer_until(journey, "Z2")
    before = play(journey, intents.Answer("4"))
    play(journey, intents.WentIdle(), intents.IdleExpired())
    asked = play(journey, intents.ShowPin())
    assert asked == stages.EnterPin(resuming=True)
    wrong = play(journey, intents.EnteredPin("000000"))
    assert wrong == stages.EnterPin(failed=True, resuming=True)
    assert play(journey, intents.EnteredPin(PIN)) == before
    assert journey.presentation == BIG


def test_guessing_the_pin_locks(journey: Journey) -> None:
    hidden(journey)
    play(journey, intents.ShowPin())
    for _attempt in range(5):
        stage = play(journey, intents.EnteredPin("000000"))
    assert isinstance(stage, stages.EnterPin)
    assert stage.wait_seconds > 0
    assert play(journey, intents.EnteredPin(PIN)) == stage


@pytest.mark.parametrize(("until", "kept"), [("Z2", 0), ("L1", 1)])
def test_when_the_time_is_over_the_studys_rule_holds_and_was_said(
    journey: Journey, clock: Clock, store: Store, until: str, kept: int
) -> None:
    stage = hidden(journey, until)
    assert stage.keeps is bool(kept)
    clock.pass_(599)
    assert play(journey, intents.IdleExpired()) == replace(stage, seconds=1)
    clock.pass_(1)
    assert play(journey, intents.IdleExpired()) == stages.Welcome()
    assert store.waiting() == kept


def test_the_time_runs_on_while_a_pin_is_typed(journey: Journey, clock: Clock) -> None:
    stage = hidden(journey)
    play(journey, intents.ShowPin())
    clock.pass_(500)
    assert play(journey, intents.LeaveStaff()) == replace(stage, seconds=100)
    play(journey, intents.ShowPin())
    clock.pass_(100)
    assert play(journey, intents.WentIdle()) == stages.Welcome()


def test_somebody_else_begins_after_one_question(journey: Journey, store: Store) -> None:
    stage = hidden(journey)
    asked = play(journey, intents.StartOver())
    assert asked == replace(stage, starting_over=True)
    assert play(journey, intents.Resume()) == stage
    assert play(journey, intents.StartOver(), intents.StartOver()) == stages.Welcome()
    assert store.counts(DAY)["discarded"] == 1
    begun = begin(journey, "2")
    assert begun.question.value == ""


@pytest.mark.parametrize(
    "touched",
    [
        intents.Forward(),
        intents.Answer("1"),
        intents.CallHelp(),
        intents.Discard(),
        intents.ConfirmedDiscard(),
        intents.Change("/data/Z2"),
        intents.WentIdle(),
        intents.HoldCorner(),
        intents.Leave(),
    ],
)
def test_nothing_but_the_pin_leads_from_hiding_to_the_answers(
    journey: Journey, touched: Intent
) -> None:
    stage = hidden(journey)
    assert play(journey, touched) == stage


def test_a_study_may_end_it_at_once(journey: Journey, store: Store) -> None:
    settings = journey._study.settings
    journey._study = replace(
        journey._study,
        settings=replace(settings, idle=replace(settings.idle, resume_minutes=0)),
    )
    assert hide(journey) == stages.Welcome()
    assert store.counts(DAY)["discarded"] == 1


def test_from_the_fourth_time_on_staff_are_called(journey: Journey) -> None:
    begin(journey)
    often = []
    for _time in range(5):
        stage = play(journey, intents.WentIdle())
        assert isinstance(stage, stages.StillThere)
        often.append(stage.often)
        play(journey, intents.Resume())
    assert often == [False, False, False, True, True]


def test_writing_has_a_minute_more(journey: Journey) -> None:
    begin(journey, "2")
    play(journey, intents.Answer("1"), intents.Forward())  # alone: X1 is asked
    answer_until(journey, "X1")
    assert idle_seconds(journey.stage, 300) == 360
    play(journey, intents.Backward())
    assert idle_seconds(journey.stage, 300) == 300


# -- "Alles verwerfen"


def test_everything_can_be_discarded_with_one_tap_and_one_confirmation(store: Store) -> None:
    def asking(journey: Journey) -> None:
        begin(journey, "2")

    def pausing(journey: Journey) -> None:
        at_the_break(journey)

    def resting(journey: Journey) -> None:
        at_the_break(journey)
        play(journey, intents.Rest())

    def reviewing(journey: Journey) -> None:
        begin(journey, "1")
        answer_until(journey, "nothing")

    def asked(journey: Journey) -> None:
        begin(journey, "2")
        play(journey, intents.WentIdle())

    def helped(journey: Journey) -> None:
        begin(journey, "2")
        play(journey, intents.CallHelp())

    for place in (asking, pausing, resting, reviewing, asked, helped):
        journey = journey_on(store)
        place(journey)
        confirm = play(journey, intents.Discard())
        assert isinstance(confirm, stages.ConfirmDiscard), place.__name__
        stage = play(journey, intents.ConfirmedDiscard())
        assert isinstance(stage, stages.Goodbye)
        assert stage.farewell is Farewell.DISCARDED
    assert store.waiting() == 0


# -- without a time limit


def unhurried(journey: Journey) -> stages.HelpCalled:
    """Help was called, and staff turned the time limit off."""
    asked = play(journey, intents.CallHelp(), intents.HoldCorner())
    assert isinstance(asked, stages.EnterPin)
    stage = play(journey, intents.EnteredPin(PIN))
    assert isinstance(stage, stages.HelpCalled)
    return stage


def test_staff_turn_the_time_limit_off_for_the_person_here(journey: Journey) -> None:
    begin(journey)
    question = journey.stage
    assert (journey.alert_seconds, journey.grace_seconds) == (300, 45)
    assert unhurried(journey).unhurried
    assert idle_seconds(journey.stage, journey.alert_seconds) == UNHURRIED
    assert play(journey, intents.Resume()) == question
    assert idle_seconds(journey.stage, journey.alert_seconds) == UNHURRIED
    hides = play(journey, intents.WentIdle())
    assert isinstance(hides, stages.StillThere)
    assert hides.seconds == 0
    assert play(journey, intents.IdleExpired()) == hides  # it never expires
    assert play(journey, intents.Resume()) == question


def test_the_pin_again_turns_the_time_limit_on(journey: Journey) -> None:
    begin(journey)
    assert unhurried(journey).unhurried
    assert not unhurried(journey).unhurried
    assert (journey.alert_seconds, journey.grace_seconds) == (300, 45)


def test_the_next_person_has_the_usual_time(journey: Journey) -> None:
    begin(journey)
    unhurried(journey)
    play(journey, intents.Discard(), intents.ConfirmedDiscard(), intents.Leave())
    assert journey.stage == stages.Welcome()
    assert (journey.alert_seconds, journey.grace_seconds) == (300, 45)


def test_without_the_pin_the_time_limit_stays(journey: Journey) -> None:
    begin(journey)
    called = play(journey, intents.CallHelp())
    play(journey, intents.HoldCorner())
    wrong = play(journey, intents.EnteredPin("000000"))
    assert isinstance(wrong, stages.EnterPin)
    assert wrong.failed
    assert play(journey, intents.LeaveStaff()) == called
    play(journey, intents.HoldCorner())
    assert play(journey, intents.WentIdle()) == called
    assert (journey.alert_seconds, journey.grace_seconds) == (300, 45)


def test_where_nobody_has_begun_the_corner_does_nothing_behind_help(journey: Journey) -> None:
    play(journey, intents.Begin())
    called = play(journey, intents.CallHelp())
    assert play(journey, intents.HoldCorner()) == called
