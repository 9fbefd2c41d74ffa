"""How somebody wants the screens: in force at once, no answer touched, gone with the person."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from support.respondent import answer
from test_journey import OVER, begin, handed_over, journey_on, opened, play, responses

from kiosk.journey import intents, stages
from kiosk.journey.journey import Journey
from kiosk.journey.presentation import KeyOrder, Presentation, Scheme, Side
from kiosk.settings import SettingsError
from kiosk.storage.store import Store
from kiosk.study.response import Response

GERMAN = Presentation("de")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with opened(tmp_path) as store:
        yield store


@pytest.fixture
def journey(store: Store) -> Journey:
    return journey_on(store)


def pick(journey: Journey, **change: object) -> stages.Stage:
    wanted = replace(journey.presentation, **change)  # type: ignore[arg-type] # any of its fields
    return play(journey, intents.PickPresentation(wanted))


def words(stage: stages.Stage) -> str:
    match stage:
        case stages.Participation(question, paragraphs):
            return " ".join((question.label, *paragraphs))
        case stages.ForWhom(question) | stages.Asking(question):
            return question.label
        case stages.Review(lines):
            return " ".join(line.label for line in lines)
        case stages.Goodbye(_, paragraphs):
            return " ".join(paragraphs)
    raise AssertionError(stage)


def answers_of(folder: Path, *, switching: bool) -> Response:
    """Somebody's whole way; switching, every few stages are looked at in Polish too."""
    folder.mkdir()
    random = Random(5)
    with opened(folder) as store:
        journey = journey_on(store)

        def look() -> None:
            if not switching:
                return
            before = journey.stage
            polish = pick(journey, language="pl")
            assert type(polish) is type(before)
            assert words(polish) != words(before)
            assert journey.language == "pl"
            assert pick(journey, language="de") == before

        play(journey, intents.Begin(), intents.PickLanguage("de"))
        play(journey, intents.Forward(), intents.Forward())
        look()
        play(journey, intents.Answer("1"), intents.Forward())
        look()
        play(journey, intents.Answer("1"), intents.Forward())
        while isinstance(stage := journey.stage, stages.Asking):
            value = "" if stage.question.kind == "text" else answer(stage.question, random)
            now = play(journey, intents.Answer(value))
            assert isinstance(now, stages.Asking)
            if now.progress.number % 4 == 0:
                look()
            play(journey, intents.Forward())
        look()
        play(journey, intents.Finish())
        look()
        (response,) = responses(handed_over(store, folder))
    return response


def test_every_stage_speaks_another_language_at_once_and_no_answer_changes(tmp_path: Path) -> None:
    switched = answers_of(tmp_path / "switched", switching=True)
    plain = answers_of(tmp_path / "plain", switching=False)
    assert switched.answers == plain.answers
    assert switched.header == plain.header


def test_what_is_chosen_stays_chosen_in_the_other_language(journey: Journey) -> None:
    begin(journey)
    german = play(journey, intents.Answer("3"))
    polish = pick(journey, language="pl")
    assert isinstance(german, stages.Asking)
    assert isinstance(polish, stages.Asking)
    assert polish.question.value == german.question.value == "3"
    assert polish.progress == german.progress


def test_a_reminder_stays_while_the_language_changes(journey: Journey) -> None:
    begin(journey)
    assert play(journey, intents.Forward()).reminder  # type: ignore[union-attr] # Asking
    assert pick(journey, language="en").reminder  # type: ignore[union-attr] # Asking


@pytest.mark.parametrize("over", [intents.CallHelp(), intents.Discard(), intents.WentIdle()])
def test_what_lies_behind_speaks_the_other_language_too(
    journey: Journey, over: intents.Intent
) -> None:
    begin(journey)
    play(journey, over)
    pick(journey, language="pl")
    stage = play(journey, intents.Resume())
    pick(journey, language="de")
    assert words(stage) != words(journey.stage)


def test_only_languages_of_the_running_form_are_offered(journey: Journey) -> None:
    assert "de-x-leicht" in dict(journey.languages)
    begin(journey, "2")
    assert "de-x-leicht" not in dict(journey.languages)
    before = journey.stage
    assert pick(journey, language="de-x-leicht") == before
    assert journey.language == "de"


def test_the_simple_view_speaks_leichte_sprache_where_the_form_has_it(journey: Journey) -> None:
    usual = begin(journey)
    simple = pick(journey, simple=True)
    assert journey.language == "de-x-leicht"
    assert words(simple) != words(usual)
    assert pick(journey, simple=False) == usual
    assert journey.language == "de"
    play(journey, intents.Discard(), intents.ConfirmedDiscard(), intents.Leave())
    begin(journey, "2")  # the long form has no Leichte Sprache
    before = journey.stage
    assert pick(journey, simple=True) == before
    assert journey.language == "de"


def test_a_form_begun_in_the_simple_view_is_answered_in_leichte_sprache(
    journey: Journey, store: Store, tmp_path: Path
) -> None:
    pick(journey, simple=True)
    play(
        journey,
        intents.Begin(),
        intents.PickLanguage("de"),
        intents.Forward(),
        intents.Forward(),
        intents.Answer("1"),
        intents.Forward(),
        intents.Answer("1"),
        intents.Forward(),
    )
    assert journey.language == "de-x-leicht"
    random = Random(5)
    while isinstance(stage := journey.stage, stages.Asking):
        value = "" if stage.question.kind == "text" else answer(stage.question, random)
        play(journey, intents.Answer(value), intents.Forward())
    play(journey, intents.Finish())
    (response,) = responses(handed_over(store, tmp_path))
    assert response.header.language == "de-x-leicht"


WANTED = Presentation(
    "de",
    3,
    read_aloud=True,
    scheme=Scheme.YELLOW,
    large_targets=True,
    calm=True,
    side=Side.LEFT,
    simple=True,
    screen_off=True,
    key_order=KeyOrder.ABC,
)


@pytest.mark.parametrize(
    "leaving",
    [
        (intents.Discard(), intents.ConfirmedDiscard(), intents.Leave()),
        (intents.WentIdle(), intents.IdleExpired(), *OVER),
    ],
)
def test_every_setting_is_gone_with_the_person(
    journey: Journey, leaving: tuple[intents.Intent, ...]
) -> None:
    begin(journey)
    play(journey, intents.PickPresentation(WANTED))
    assert journey.presentation == WANTED
    assert play(journey, *leaving) == stages.Welcome()
    assert journey.presentation == journey.preset == GERMAN


def test_staff_set_how_everybody_finds_the_terminal(store: Store) -> None:
    store.set_pin("135792")
    kept: list[Presentation] = []
    journey = journey_on(store, keep_preset=kept.append)
    play(journey, intents.HoldCorner(), intents.EnteredPin("135792"))
    stage = play(journey, intents.PickPresentation(replace(WANTED, language="pl")))
    assert isinstance(stage, stages.StaffArea)
    everybody = replace(WANTED, screen_off=False)  # a dark terminal would look broken
    assert kept == [everybody]
    assert journey.preset == everybody
    play(journey, intents.LeaveStaff())
    assert journey.presentation == everybody
    begin(journey)
    play(journey, intents.Discard(), intents.ConfirmedDiscard(), intents.Leave())
    assert journey.presentation == everybody


def test_a_preset_that_cannot_be_kept_is_said_and_changes_nothing(store: Store) -> None:
    store.set_pin("135792")

    def full(_preset: Presentation) -> None:
        raise SettingsError(Path("terminal.toml"), "Kein Platz.", "No space.")

    journey = journey_on(store, keep_preset=full)
    play(journey, intents.HoldCorner(), intents.EnteredPin("135792"))
    stage = play(journey, intents.PickPresentation(WANTED))
    assert isinstance(stage, stages.StaffArea)
    assert stage.trouble
    assert "Kein Platz." in stage.notice
    assert journey.preset == GERMAN
