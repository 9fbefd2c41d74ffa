"""One person after the other: every way in, through and out, without a window."""

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import Connection
from support.respondent import answer
from support.rothenburg import identity, recipients, study

from kiosk.forms.view import Problem, Rejection
from kiosk.journey import intents, stages
from kiosk.journey.intents import Intent
from kiosk.journey.journey import Journey, Terminal
from kiosk.journey.presentation import Presentation
from kiosk.journey.stages import Farewell
from kiosk.sealing.bundle import Bundle, read_bundle
from kiosk.sealing.draft import open_interrupted
from kiosk.sealing.envelope import unseal
from kiosk.sealing.keys import Role
from kiosk.storage.errors import disk_full
from kiosk.storage.pin import Door
from kiosk.storage.store import Store
from kiosk.study.endonyms import endonym
from kiosk.study.response import Response, ResponseKind, from_json

DAY = date(2026, 11, 22)
GROUP_PIN = "161803"
CANARY = "Kanarienvogelstraße"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with opened(tmp_path) as store:
        yield store


def opened(folder: Path) -> Store:
    return Store.open(
        folder / "store",
        recipients(),
        "rothenburg",
        study().hash,
        lambda: DAY,
        ballast_bytes=4096,
        reserve_bytes=4096,
    )


def journey_on(
    store: Store,
    seed: int = 1,
    keep_preset: Callable[[Presentation], None] = lambda _preset: None,
    monotonic: Callable[[], float] = lambda: 1000.0,
) -> Journey:
    terminal = Terminal(
        site="rathaus",
        app_version="0",
        preset=Presentation("de"),
        today=lambda: DAY,
        monotonic=monotonic,
        random=Random(seed).random,
        places=lambda: (),
        keep_preset=keep_preset,
    )
    return Journey(study(), store, terminal)


@pytest.fixture
def journey(store: Store) -> Journey:
    return journey_on(store)


def play(journey: Journey, *wanted: Intent) -> stages.Stage:
    for intent in wanted:
        journey.apply(intent)
    return journey.stage


OVER = (intents.StartOver(), intents.StartOver())
"""Somebody else begins while an interview is hidden."""


def begin(journey: Journey, route: str = "1", *, aloud: bool = False) -> stages.Asking:
    stage = play(
        journey,
        intents.Begin(),
        intents.PickLanguage("de"),
        intents.PickPresentation(Presentation("de", 3, read_aloud=aloud)),
        intents.Forward(),
        intents.Forward(),
        intents.Answer("1"),
        intents.Forward(),
        intents.Answer(route),
        intents.Forward(),
    )
    assert isinstance(stage, stages.Asking)
    return stage


def answer_until(journey: Journey, last: str, seed: int = 3) -> None:
    """Answer every question up to the one named, which stays open."""
    random = Random(seed)
    while isinstance(stage := journey.stage, stages.Asking) and stage.question.name != last:
        value = ""
        while value == "" and stage.question.kind != "text":
            value = answer(stage.question, random)
        play(journey, intents.Answer(value), intents.Forward())
        if isinstance(journey.stage, stages.Pause):
            play(journey, intents.Forward())


def handed_over(store: Store, folder: Path) -> Bundle:
    batch = store.close_batch()
    assert batch is not None
    path = folder / batch.name
    path.write_bytes(batch.content)
    return read_bundle(path)


def responses(bundle: Bundle) -> Sequence[Response]:
    return [
        from_json(unseal(each.body, identity(Role.PROJECT)))
        for each in bundle.envelopes
        if not each.interrupted
    ]


def test_a_person_goes_from_welcome_to_thanks_and_nothing_of_them_remains(
    journey: Journey, store: Store, tmp_path: Path
) -> None:
    begin(journey)
    answer_until(journey, "nothing")
    assert isinstance(journey.stage, stages.Review)
    stage = play(journey, intents.Finish())
    assert isinstance(stage, stages.Goodbye)
    assert stage.farewell is Farewell.SAVED
    assert stage.paragraphs[0].startswith("Vielen Dank! Ihre Antworten sind gespeichert.")
    assert play(journey, intents.Leave()) == stages.Welcome()
    assert journey.presentation == Presentation("de")
    (response,) = responses(handed_over(store, tmp_path))
    assert response.kind is ResponseKind.COMPLETE
    assert response.header.week == "2026-W47"
    assert response.header.text_size == 3


def test_everything_asked_has_a_value_and_everything_else_a_reason(
    journey: Journey, store: Store, tmp_path: Path
) -> None:
    begin(journey, "2")
    answer_until(journey, "Z2")
    play(journey, intents.Answer("1"), intents.Forward())
    answer_until(journey, "nothing", seed=8)
    play(journey, intents.Finish())
    (response,) = responses(handed_over(store, tmp_path))
    asked = response.answers
    assert {asked[name] for name in ("Z3", "K1", "K3", "K5", "K6")} == {"-97"}
    assert asked["M1"] == "-96"
    closed_by_half = "H2" if asked["SPLIT"] == "2" else "F2"
    assert asked[closed_by_half] == "-96"
    assert "-95" not in {value for value in asked.values() if isinstance(value, str)} - {
        asked["X1"]
    }


@pytest.mark.parametrize(
    ("code", "farewell"),
    [("2", Farewell.TOO_YOUNG), ("3", Farewell.ALREADY), ("4", Farewell.DECLINED)],
)
def test_whoever_does_not_take_part_leaves_nothing_but_a_count(
    journey: Journey, store: Store, code: str, farewell: Farewell
) -> None:
    stage = play(
        journey,
        intents.Begin(),
        intents.PickLanguage("de"),
        intents.Forward(),
        intents.Forward(),
        intents.Answer(code),
        intents.Forward(),
    )
    assert isinstance(stage, stages.Goodbye)
    assert stage.farewell is farewell
    assert stage.paragraphs
    assert store.counts(DAY)["declined"] == 1
    assert store.counts(DAY)["started"] == 0
    assert store.waiting() == 0


def test_no_answer_is_forced_after_one_reminder(journey: Journey) -> None:
    first = begin(journey)
    stage = play(journey, intents.Forward())
    assert isinstance(stage, stages.Asking)
    assert stage.reminder
    assert stage.question == first.question
    again = play(journey, intents.Resume())
    assert isinstance(again, stages.Asking)
    assert not again.reminder
    stage = play(journey, intents.Forward(), intents.Forward())
    assert isinstance(stage, stages.Asking)
    assert stage.question.name == "D1"


def test_participation_and_route_do_need_an_answer(journey: Journey) -> None:
    stage = play(
        journey,
        intents.Begin(),
        intents.PickLanguage("de"),
        intents.Forward(),
        intents.Forward(),
        intents.Forward(),
    )
    assert isinstance(stage, stages.Participation)
    stage = play(journey, intents.Answer("1"), intents.Forward(), intents.Forward())
    assert isinstance(stage, stages.ForWhom)


def test_only_routes_of_this_study_are_offered(journey: Journey) -> None:
    stage = play(
        journey,
        intents.Begin(),
        intents.PickLanguage("de"),
        intents.Forward(),
        intents.Forward(),
        intents.Answer("1"),
        intents.Forward(),
    )
    assert isinstance(stage, stages.ForWhom)
    assert [each.value for each in stage.question.choices] == ["1", "2", "3", "4"]
    assert stage.question.value == ""


@pytest.fixture
def guarded(store: Store) -> Journey:
    """A terminal with a group PIN, somebody having said that they work for the town."""
    store.set_pin(GROUP_PIN, Door.GROUP)
    journey = journey_on(store)
    stage = play(
        journey,
        intents.Begin(),
        intents.PickLanguage("de"),
        intents.Forward(),
        intents.Forward(),
        intents.Answer("1"),
        intents.Forward(),
    )
    assert isinstance(stage, stages.ForWhom)
    assert [each.value for each in stage.question.choices] == ["1", "2", "3", "4", "5"]
    assert play(journey, intents.Answer("5"), intents.Forward()) == stages.EnterPin(form="A")
    return journey


def test_staff_are_asked_behind_the_group_pin(guarded: Journey) -> None:
    stage = play(guarded, intents.EnteredPin("000000"))
    assert stage == stages.EnterPin(failed=True, form="A")
    stage = play(guarded, intents.EnteredPin(GROUP_PIN))
    assert isinstance(stage, stages.Asking)
    assert stage.question.ref == "/data/A2"


def test_without_the_group_pin_one_comes_back_to_the_choice(guarded: Journey) -> None:
    assert isinstance(play(guarded, intents.LeaveStaff()), stages.ForWhom)


def test_the_group_pin_locks_who_guesses(guarded: Journey) -> None:
    for _attempt in range(5):
        stage = play(guarded, intents.EnteredPin("000000"))
    assert stage == stages.EnterPin(failed=True, wait_seconds=15, form="A")
    assert play(guarded, intents.EnteredPin(GROUP_PIN)) == replace(stage, wait_seconds=15)


def test_who_walks_away_from_the_group_pin_leaves_nothing(guarded: Journey) -> None:
    assert play(guarded, intents.WentIdle()) == stages.Welcome()


def test_who_writes_a_name_is_told_once_and_the_name_is_not_kept(
    journey: Journey, store: Store, tmp_path: Path
) -> None:
    begin(journey, "2")
    play(journey, intents.Answer("1"), intents.Forward())  # alone: X1 is asked
    answer_until(journey, "X1")
    wish = "Frau Müller soll bleiben, Telefon 035891 7720"
    stage = play(journey, intents.Answer(wish), intents.Forward())
    assert isinstance(stage, stages.Asking)
    assert stage.problem == Problem(Rejection.PRIVATE)
    assert stage.question.value == wish
    stage = play(journey, intents.Forward())
    assert isinstance(stage, stages.Asking)
    assert stage.question.name == "X2"
    answer_until(journey, "nothing")
    play(journey, intents.Finish())
    (response,) = responses(handed_over(store, tmp_path))
    assert response.answers["X1"] == "[…] soll bleiben, Telefon […]"


def test_untested_texts_are_not_called_leichte_sprache(journey: Journey) -> None:
    stage = play(journey, intents.Begin())
    assert isinstance(stage, stages.ChooseLanguage)
    assert dict(stage.languages)["de-x-leicht"] == "Leicht verständlich"
    tested = replace(
        study().settings.languages["de-x-leicht"],
        geprueft_von="Prüfgruppe",
        geprueft_am="2026-12-01",
    )
    assert endonym(tested) == "Leichte Sprache"


def test_where_one_form_is_there_in_the_language_nobody_is_asked_for_it(journey: Journey) -> None:
    stage = play(
        journey,
        intents.Begin(),
        intents.PickLanguage("de-x-leicht"),
        intents.Forward(),
        intents.Forward(),
        intents.Answer("1"),
        intents.Forward(),
    )
    assert isinstance(stage, stages.Asking)
    assert stage.question.label == "Hilft Ihnen jemand bei der Umfrage?"
    assert isinstance(play(journey, intents.Backward()), stages.Participation)


def test_a_running_interview_goes_on_in_the_language_chosen_anew(journey: Journey) -> None:
    begin(journey)
    play(journey, intents.Answer("2"), intents.Forward(), intents.Backward())
    stage = play(
        journey,
        *(intents.Backward(),) * 5,
        intents.PickLanguage("pl"),
        intents.Forward(),
        intents.Forward(),
        intents.Answer("1"),
        intents.Forward(),
        intents.Answer("1"),
        intents.Forward(),
    )
    assert isinstance(stage, stages.Asking)
    assert stage.question.value == "2"
    assert stage.question.label == study().forms["K"].itext["/data/S7:label"]["Polski (pl)"][0]


@pytest.mark.parametrize("language", ["pl", "en"])
def test_only_routes_of_this_language_are_offered(journey: Journey, language: str) -> None:
    routes = ["1", "2", "3", "4"]
    stage = play(
        journey,
        intents.Begin(),
        intents.PickLanguage(language),
        intents.Forward(),
        intents.Forward(),
        intents.Answer("1"),
        intents.Forward(),
    )
    assert isinstance(stage, stages.ForWhom)
    assert [each.value for each in stage.question.choices] == routes
    asked = play(journey, intents.Answer(routes[-1]), intents.Forward())
    assert isinstance(asked, stages.Asking)
    form = study().forms[study().settings.start.routes[routes[-1]]]
    label = form.questions[next(iter(form.questions))].label.identifier
    assert asked.question.label != form.itext[label]["Deutsch (de)"][0]


def test_listeners_find_the_short_way_preselected(journey: Journey) -> None:
    stage = play(
        journey,
        intents.Begin(),
        intents.PickLanguage("de"),
        intents.PickPresentation(Presentation("de", 2, read_aloud=True)),
        intents.Forward(),
        intents.Forward(),
        intents.Answer("1"),
        intents.Forward(),
    )
    assert isinstance(stage, stages.ForWhom)
    assert stage.question.value == "1"


def test_a_change_in_the_review_asks_what_it_opened_and_comes_back(journey: Journey) -> None:
    begin(journey)
    answer_until(journey, "Z2")
    play(journey, intents.Answer("4"), intents.Forward())
    answer_until(journey, "nothing")
    review = journey.stage
    assert isinstance(review, stages.Review)
    line = next(each for each in review.lines if each.ref == "/data/Z2")
    assert line.answer == "jeden Tag oder fast jeden Tag"
    stage = play(journey, intents.Change(line.ref))
    assert isinstance(stage, stages.Asking)
    assert stage.changing
    stage = play(journey, intents.Answer("1"), intents.Forward())
    assert isinstance(stage, stages.Asking)
    assert stage.question.name == "Z4"
    stage = play(journey, intents.Answer("a"), intents.Forward())
    assert isinstance(stage, stages.Review)
    assert "/data/K3" not in {each.ref for each in stage.lines}


def test_back_from_the_first_question_and_another_route_starts_anew(
    journey: Journey, store: Store
) -> None:
    begin(journey)
    play(journey, intents.Answer("1"))
    stage = play(journey, intents.Backward())
    assert isinstance(stage, stages.ForWhom)
    stage = play(journey, intents.Forward())
    assert isinstance(stage, stages.Asking)
    assert stage.question.value == "1"
    stage = play(journey, intents.Backward(), intents.Answer("2"), intents.Forward())
    assert isinstance(stage, stages.Asking)
    assert stage.question.value == ""
    counts = store.counts(DAY)
    assert (counts["started"], counts["discarded"]) == (2, 1)


def test_whoever_goes_back_and_declines_leaves_no_answers(
    tmp_path: Path,
) -> None:
    with opened(tmp_path) as store:
        journey = journey_on(store)
        begin(journey)
        play(journey, intents.Answer("1"), intents.Backward(), intents.Backward())
        stage = play(journey, intents.Answer("4"), intents.Forward())
        assert isinstance(stage, stages.Goodbye)
        assert "keine Antworten gespeichert" in stage.paragraphs[0]
        play(journey, intents.Leave())
    with opened(tmp_path) as again:
        assert again.pack_interrupted() == 0
        counts = again.counts(DAY)
    assert (counts["started"], counts["discarded"], counts["declined"]) == (1, 1, 0)


def test_a_change_of_the_draw_asks_what_was_drawn_anew(journey: Journey) -> None:
    begin(journey, "2")
    answer_until(journey, "L1")
    play(journey, intents.Answer("PASS MELD"), intents.Forward())
    answer_until(journey, "nothing")
    stage = play(journey, intents.Change("/data/L1"), intents.Answer("PASS HUND"))
    stage = play(journey, intents.Forward())
    asked = []
    while isinstance(stage, stages.Asking):
        asked.append((stage.question.name, stage.question.label.partition(":")[0]))
        stage = play(journey, intents.Answer(stage.question.choices[0].value), intents.Forward())
    assert [name for name, _service in asked] == ["L3", "L4", "L5"]
    assert {service for _name, service in asked} == {"Hundesteuer"}
    assert isinstance(stage, stages.Review)


def test_idle_after_enough_answers_keeps_them_as_partial(
    journey: Journey, store: Store, tmp_path: Path
) -> None:
    begin(journey, "2")
    answer_until(journey, "L1")
    stage = play(journey, intents.WentIdle())
    assert isinstance(stage, stages.StillThere)
    assert stage.keeps
    assert play(journey, intents.IdleExpired(), *OVER) == stages.Welcome()
    (response,) = responses(handed_over(store, tmp_path))
    assert response.kind is ResponseKind.PARTIAL
    assert response.answers["L1"] == "-95"
    assert response.answers["L2"] == "-94"
    assert response.answers["D2"] == "-94"
    assert response.answers["L_M"] == "0"  # L1 was seen and passed over
    assert response.answers["F3"] == "-94"


def test_what_hangs_on_a_question_never_seen_is_not_reached(
    journey: Journey, store: Store, tmp_path: Path
) -> None:
    begin(journey, "2")
    answer_until(journey, "Z2")
    play(journey, intents.Answer("4"), intents.Forward())
    answer_until(journey, "O4")
    play(journey, intents.WentIdle(), intents.IdleExpired(), *OVER)
    (response,) = responses(handed_over(store, tmp_path))
    answers = response.answers
    assert {answers[name] for name in ("L_M", "L_K", "L_FOLGE", "L_ZUG1", "L3", "F3")} == {"-94"}
    assert answers["SPLIT"] in ("1", "2")
    assert answers["H2" if answers["SPLIT"] == "2" else "F2"] == "-96"


def test_idle_after_few_answers_deletes_them_and_says_so(journey: Journey, store: Store) -> None:
    begin(journey)
    play(journey, intents.Answer("1"), intents.Forward())
    stage = play(journey, intents.WentIdle())
    assert isinstance(stage, stages.StillThere)
    assert not stage.keeps
    play(journey, intents.IdleExpired(), *OVER)
    assert store.waiting() == 0
    assert store.counts(DAY)["discarded"] == 1


def test_a_sign_of_life_brings_the_question_back(journey: Journey) -> None:
    begin(journey)
    before = play(journey, intents.Answer("1"))
    play(journey, intents.WentIdle())
    assert play(journey, intents.Resume()) == before


def test_help_hides_the_answers_and_gives_them_back(journey: Journey) -> None:
    before = begin(journey)
    stage = play(journey, intents.CallHelp())
    assert isinstance(stage, stages.HelpCalled)
    assert play(journey, intents.Resume()) == before


def test_discarding_asks_once_and_deletes(journey: Journey, store: Store) -> None:
    before = begin(journey)
    assert isinstance(play(journey, intents.Discard()), stages.ConfirmDiscard)
    assert play(journey, intents.Resume()) == before
    stage = play(journey, intents.Discard(), intents.ConfirmedDiscard())
    assert isinstance(stage, stages.Goodbye)
    assert stage.farewell is Farewell.DISCARDED
    assert store.counts(DAY)["discarded"] == 1
    assert store.waiting() == 0


def test_after_a_power_cut_the_project_still_gets_the_answers(tmp_path: Path) -> None:
    cut = opened(tmp_path)
    journey = journey_on(cut)
    begin(journey)
    play(journey, intents.Answer("2"), intents.Forward(), intents.Answer("5"))
    cut.close()  # the process is gone; its draft key with it
    with opened(tmp_path) as store:
        assert store.pack_interrupted() == 1
        bundle = handed_over(store, tmp_path)
        (envelope,) = bundle.envelopes
        assert envelope.interrupted
        events = [
            json.loads(raw) for raw in open_interrupted(envelope.body, identity(Role.PROJECT))
        ]
    assert events[0]["header"]["form"] == "K"
    assert [(each["ref"], each["value"]) for each in events[1:]] == [
        ("/data/S7", "2"),
        ("/data/D1", "5"),
    ]


def test_the_next_person_after_a_power_cut_sees_nothing(tmp_path: Path) -> None:
    cut = opened(tmp_path)
    begin(journey_on(cut))
    cut.close()
    with opened(tmp_path) as store:
        store.pack_interrupted()
        journey = journey_on(store, seed=2)
        assert journey.stage == stages.Welcome()
        assert begin(journey).question.value == ""


def test_a_full_disk_stops_calmly_and_loses_nothing(
    journey: Journey, store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin(journey)
    play(journey, intents.Answer("1"), intents.Forward())

    def full(*_args: object) -> None:
        raise disk_full(tmp_path)

    monkeypatch.setattr(store, "record", full)
    stage = play(journey, intents.Answer("3"))
    assert isinstance(stage, stages.OutOfOrder)
    assert "voll" in stage.text
    assert isinstance(play(journey, intents.HoldCorner()), stages.EnterPin)


@pytest.mark.parametrize("seed", range(6))
def test_a_disk_that_fails_now_and_then_costs_no_answer_and_no_count(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    """The store fails at any point; staff come each time and send the terminal on."""
    random = Random(seed)
    acknowledged = 0
    with opened(tmp_path) as store:
        store.set_pin("135792")
        failing(monkeypatch, store, random, tmp_path)
        journey = journey_on(store, seed)
        for _step in range(400):
            stage = journey.stage
            if isinstance(stage, stages.OutOfOrder | stages.EnterPin | stages.StaffArea):
                play(journey, intents.HoldCorner(), intents.LeaveStaff())
                continue
            journey.apply(likely(stage, random))
            if isinstance(stage, stages.Review) and isinstance(journey.stage, stages.Goodbye):
                acknowledged += 1
    monkeypatch.undo()
    with opened(tmp_path) as store:
        store.pack_interrupted()
        counts = store.counts(DAY)
        ended = [counts[kind] for kind in ("complete", "partial", "interrupted")]
        assert counts["started"] == sum(ended) + counts["discarded"]
        assert store.waiting() == sum(ended)
        assert acknowledged == counts["complete"]


def failing(monkeypatch: pytest.MonkeyPatch, store: Store, random: Random, folder: Path) -> None:
    """Let one transaction in eight end in a full disk."""
    right = store._database.transaction

    def tried() -> AbstractContextManager[Connection]:
        if random.random() < 0.12:
            raise disk_full(folder)
        return right()

    monkeypatch.setattr(store._database, "transaction", tried)


def likely(stage: stages.Stage, random: Random) -> Intent:
    """What a person does next, most of the time."""
    if random.random() < 0.06:
        slips: tuple[Intent, ...] = (
            intents.WentIdle(), intents.IdleExpired(), intents.Discard(), intents.Backward(),
        )  # fmt: skip
        return random.choice(slips)
    match stage:
        case stages.Welcome():
            return intents.Begin()
        case stages.ChooseLanguage():
            return intents.PickLanguage("de")
        case stages.Participation(question) | stages.ForWhom(question) if not question.value:
            return intents.Answer("1")
        case stages.Asking(question) if question.value == "" and random.random() < 0.9:
            return intents.Answer(answer(question, random))
        case stages.Review():
            return intents.Finish()
        case stages.Goodbye():
            return intents.Leave()
        case stages.StillThere():
            return intents.IdleExpired()
        case stages.Hidden():
            return intents.StartOver()
        case stages.ConfirmDiscard():
            return intents.ConfirmedDiscard()
        case _:
            return intents.Forward()


def test_no_answer_is_readable_on_the_disk(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        journey = journey_on(store)
        begin(journey, "2")
        play(journey, intents.Answer("1"), intents.Forward())  # alone: X1 is asked
        answer_until(journey, "X1")
        play(journey, intents.Answer(CANARY))
        assert not traces(tmp_path)
        play(journey, intents.Forward())
        answer_until(journey, "nothing")
        play(journey, intents.Finish())
        assert not traces(tmp_path)
        (response,) = responses(handed_over(store, tmp_path))
        assert response.answers["X1"] == CANARY


def traces(folder: Path) -> list[str]:
    """Files that hold the canary in any spelling a disk could hold it."""
    spellings = [CANARY.encode(code) for code in ("utf-8", "utf-16-le", "latin-1")]
    spellings.append(json.dumps(CANARY).encode())
    return [
        path.name
        for path in folder.rglob("*")
        if path.is_file() and any(each in path.read_bytes() for each in spellings)
    ]


def test_staff_see_the_day_in_counts(journey: Journey, store: Store) -> None:
    store.set_pin("135792")
    stage = play(journey, intents.HoldCorner(), intents.EnteredPin("000000"))
    assert isinstance(stage, stages.EnterPin)
    assert stage.failed
    stage = play(journey, intents.EnteredPin("135792"))
    assert isinstance(stage, stages.StaffArea)
    assert dict(stage.counts)["Begonnen"] == "0"
    assert stage.study == study().hash[:8]
    assert play(journey, intents.LeaveStaff()) == stages.Welcome()


def test_staff_listen_whether_the_terminal_is_heard(journey: Journey, store: Store) -> None:
    store.set_pin("135792")
    stage = play(journey, intents.HoldCorner(), intents.EnteredPin("135792"), intents.CheckSound())
    assert stage == stages.SoundCheck(journey.languages)
    assert isinstance(play(journey, intents.Refresh()), stages.StaffArea)
    stage = play(journey, intents.CheckSound(), intents.SoundChecked())
    assert isinstance(stage, stages.StaffArea)
    assert stage.notice == "Der Ton ist zu hören."
    play(journey, intents.CheckSound())
    assert play(journey, intents.WentIdle()) == stages.Welcome()


def test_an_export_hands_over_bundles_and_the_study(
    journey: Journey, store: Store, tmp_path: Path
) -> None:
    begin(journey)
    answer_until(journey, "nothing")
    play(journey, intents.Finish(), intents.Leave())
    told = journey.export_to(tmp_path)
    assert not told.trouble
    assert "1 von 1" in told.notice
    assert len(list(tmp_path.rglob("*.kb.zip"))) == 1
    assert len(list(tmp_path.rglob("*.study.zip"))) == 1
    assert store.waiting() == 0
    assert "nichts Neues" in journey.export_to(tmp_path).notice
    gone = journey.export_to(tmp_path / "pulled out")
    assert gone.trouble


@pytest.mark.parametrize("seed", range(30))
def test_no_order_of_intents_leads_into_a_hole(journey: Journey, store: Store, seed: int) -> None:
    """A hand that taps anything at any time: always a stage, and the counts balance."""
    random = Random(seed)
    store.set_pin("135792")
    every: list[Intent] = [
        intents.Begin(), intents.Forward(), intents.Forward(), intents.Forward(),
        intents.Backward(), intents.Answer("1"), intents.Answer("a b"), intents.Answer("x"),
        intents.Answer("zzz"), intents.PickPresentation(Presentation("pl", 1, read_aloud=True)),
        intents.ShowDetails(True),
        intents.Change("/data/D1"), intents.Finish(), intents.Discard(), intents.Resume(),
        intents.ConfirmedDiscard(), intents.CallHelp(), intents.WentIdle(),
        intents.IdleExpired(), intents.Leave(), intents.HoldCorner(),
        intents.EnteredPin("1"), intents.LeaveStaff(), intents.Refresh(),
        intents.CheckSound(), intents.SoundChecked(),
        intents.Exported("", False), intents.PickLanguage("de"),
    ]  # fmt: skip
    for _step in range(300):
        journey.apply(random.choice(every))
        assert not isinstance(journey.stage, stages.OutOfOrder)
    counts = store.counts(DAY)
    ended = sum(counts[kind] for kind in ("complete", "partial", "interrupted", "discarded"))
    assert counts["started"] - ended in (0, 1)


MESSAGES = {
    "de": "Sie sind 14 bis 17 Jahre alt und bekommen Rente? Wenn das stimmt, tippen Sie auf "
    "„Weiter“.",
    "pl": "Ma Pan/Pani od 14 do 17 lat i otrzymuje emeryturę lub rentę? Jeśli tak, proszę nacisnąć "
    "„Dalej”.",
    "en": "You are 14 to 17 years old and on a pension? If that is right, tap “Next”.",
}


@pytest.mark.parametrize("language", MESSAGES)
def test_a_pension_at_fifteen_is_asked_about_once_and_kept(journey: Journey, language: str) -> None:
    """Instrument A.9: soft checks only, never block."""
    begin(journey, "2")
    answer_until(journey, "D1")
    play(journey, intents.Answer("1"), intents.Forward())
    answer_until(journey, "D4")
    wanted = replace(journey.presentation, language=language)
    play(journey, intents.PickPresentation(wanted), intents.Answer("4"))
    asked = play(journey, intents.Forward())
    assert isinstance(asked, stages.Asking)
    assert asked.question.name == "D4"
    assert asked.question.value == "4"
    assert asked.problem == Problem(Rejection.DOUBTFUL, MESSAGES[language])
    after = play(journey, intents.Forward())
    assert not (isinstance(after, stages.Asking) and after.question.name == "D4")
    while isinstance(journey.stage, stages.Asking):
        answer_until(journey, "nothing")
    review = journey.stage
    assert isinstance(review, stages.Review)
    play(journey, intents.Finish())
    assert isinstance(journey.stage, stages.Goodbye)


@pytest.mark.parametrize(("age", "work"), [("1", "1"), ("5", "4"), ("-99", "4"), ("1", "")])
def test_likely_answers_are_not_asked_about(journey: Journey, age: str, work: str) -> None:
    begin(journey, "2")
    answer_until(journey, "D1")
    play(journey, intents.Answer(age), intents.Forward())
    answer_until(journey, "D4")
    stage = play(journey, intents.Answer(work), intents.Forward())
    doubted = isinstance(stage, stages.Asking) and stage.problem is not None
    assert not doubted
