"""Staff sign in, open and close the day, and everything they do stands in the log."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path
from random import Random

import pytest
from argon2 import PasswordHasher
from pypdf import PdfReader
from support.rothenburg import recipients, study

from kiosk.journey import intents, stages
from kiosk.journey import journey as journey_room
from kiosk.journey.intents import Intent
from kiosk.journey.journey import Journey, Terminal
from kiosk.journey.presentation import Presentation
from kiosk.journey.readiness import Facts, readiness
from kiosk.journey.steps import in_steps
from kiosk.storage import pin as pin_room
from kiosk.storage.audit import Event, verify
from kiosk.storage.day import DayState
from kiosk.storage.staff import Role
from kiosk.storage.store import Store
from kiosk.study.response import ResponseKind
from kiosk.sync.folder import no_room, put

LEAD, GIVEN, OWN = "271828", "314159", "161803"


@dataclass
class Calendar:
    day: date = date(2026, 11, 23)

    def __call__(self) -> date:
        return self.day


def cheap() -> PasswordHasher:
    return PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)


@pytest.fixture
def calendar(monkeypatch: pytest.MonkeyPatch) -> Calendar:
    monkeypatch.setattr(pin_room, "_hasher", cheap)
    return Calendar()


def opened(folder: Path, calendar: Calendar, reserve_bytes: int = 4096) -> Store:
    return Store.open(
        folder, recipients(), "rothenburg", study().hash, calendar, 4096, reserve_bytes
    )


@pytest.fixture
def store(tmp_path: Path, calendar: Calendar) -> Iterator[Store]:
    with opened(tmp_path / "store", calendar) as store:
        store.set_pin(LEAD)
        yield store


def journey_on(store: Store, calendar: Calendar) -> Journey:
    terminal = Terminal(
        site="rathaus",
        app_version="0",
        preset=Presentation("de"),
        today=calendar,
        monotonic=lambda: 1000.0,
        random=Random(1).random,
        places=lambda: (),
        keep_preset=lambda _preset: None,
        opens_daily=True,
    )
    return Journey(study(), store, terminal)


@pytest.fixture
def journey(store: Store, calendar: Calendar) -> Journey:
    return journey_on(store, calendar)


def play(journey: Journey, *wanted: Intent) -> stages.Stage:
    for intent in wanted:
        journey.apply(intent)
    return journey.stage


def noted(store: Store) -> list[tuple[int, str, bool]]:
    log, heads = store.log()
    assert verify(log, heads) is None
    return [(each.actor, each.event, each.good) for each in log]


SIGN_IN = (intents.HoldCorner(), intents.EnteredPin(LEAD))


def test_nobody_comes_in_before_staff_have_opened(journey: Journey, store: Store) -> None:
    assert journey.stage == stages.Closed()
    assert play(journey, intents.Begin()) == stages.Closed()
    assert play(journey, *SIGN_IN) == stages.DayDesk("Leitung", DayState.CLOSED)
    assert play(journey, intents.OpenDay()) == stages.DayDesk("Leitung", DayState.OPEN)
    assert play(journey, intents.LeaveStaff()) == stages.Welcome()
    assert isinstance(play(journey, intents.Begin()), stages.ChooseLanguage)
    assert noted(store) == [(1, "signed-in", True), (1, "checked", True), (1, "day-opened", True)]


def test_a_break_and_the_end_of_the_day(journey: Journey, store: Store) -> None:
    play(journey, *SIGN_IN, intents.OpenDay(), intents.PauseDay())
    assert play(journey, intents.LeaveStaff()) == stages.Closed(paused=True)
    play(journey, *SIGN_IN, intents.OpenDay())
    asked = play(journey, intents.CloseDay())
    assert isinstance(asked, stages.DayDesk)
    assert asked.closing
    play(journey, intents.Resume())
    assert play(journey, intents.LeaveStaff()) == stages.Welcome()
    assert isinstance(play(journey, *SIGN_IN), stages.StaffArea)
    play(journey, intents.ShowDay(), intents.CloseDay(), intents.CloseDay())
    assert play(journey, intents.LeaveStaff()) == stages.Closed()
    day = store.day(date(2026, 11, 23))
    assert (day.state, day.opened_by, day.closed_by) == (DayState.CLOSED, 1, 1)


def test_an_open_day_stays_open_over_a_restart_and_ends_at_midnight(
    journey: Journey, store: Store, calendar: Calendar
) -> None:
    play(journey, *SIGN_IN, intents.OpenDay(), intents.LeaveStaff())
    assert journey_on(store, calendar).stage == stages.Welcome()
    calendar.day += timedelta(days=1)
    assert play(journey, intents.WentIdle()) == stages.Closed()
    assert journey_on(store, calendar).stage == stages.Closed()


def test_whoever_is_answering_when_staff_make_a_break_is_not_sent_away(
    journey: Journey, calendar: Calendar
) -> None:
    play(journey, *SIGN_IN, intents.OpenDay(), intents.LeaveStaff())
    play(journey, intents.Begin(), intents.PickLanguage("de"), intents.Forward())
    calendar.day += timedelta(days=1)
    assert isinstance(play(journey, intents.Forward()), stages.Participation)


def test_somebody_new_picks_a_pin_of_their_own_first(journey: Journey, store: Store) -> None:
    store.add_person("Anna", Role.STAFF, GIVEN)
    stage = play(journey, intents.HoldCorner(), intents.EnteredPin(GIVEN))
    assert stage == stages.EnterPin(choosing=True)
    play(journey, intents.EnteredPin(OWN), intents.EnteredPin("999998"))
    assert journey.stage == stages.EnterPin(
        choosing=True, refused="Die beiden PINs sind nicht gleich."
    )
    stage = play(journey, intents.EnteredPin("111111"), intents.EnteredPin("111111"))
    assert isinstance(stage, stages.EnterPin)
    assert "zu leicht zu erraten" in stage.refused
    stage = play(journey, intents.EnteredPin(OWN))
    assert stage == stages.EnterPin(choosing=True, repeating=True)
    assert play(journey, intents.EnteredPin(OWN)) == stages.DayDesk("Anna", DayState.CLOSED)
    play(journey, intents.LeaveStaff())
    assert play(journey, intents.HoldCorner(), intents.EnteredPin(OWN)) == stages.DayDesk(
        "Anna", DayState.CLOSED
    )
    assert noted(store) == [
        (2, "signed-in", True),
        (2, "pin-changed", True),
        (2, "signed-in", True),
    ]


def test_who_leaves_without_a_pin_of_their_own_is_asked_again(
    journey: Journey, store: Store
) -> None:
    store.add_person("Anna", Role.STAFF, GIVEN)
    play(journey, intents.HoldCorner(), intents.EnteredPin(GIVEN), intents.EnteredPin(OWN))
    assert play(journey, intents.LeaveStaff()) == stages.Closed()
    stage = play(journey, intents.HoldCorner(), intents.EnteredPin(GIVEN))
    assert stage == stages.EnterPin(choosing=True)
    assert not store.check_pin(OWN, 0).right


def test_wrong_pins_stand_in_the_log_without_the_pin(journey: Journey, store: Store) -> None:
    play(journey, intents.HoldCorner(), intents.EnteredPin("999998"))
    assert noted(store) == [(0, "pin-refused", False)]
    log, _ = store.log()
    assert "999998" not in str(log)


def test_a_clock_that_went_back_keeps_the_terminal_closed(
    journey: Journey, calendar: Calendar
) -> None:
    play(journey, *SIGN_IN, intents.LeaveStaff())
    calendar.day -= timedelta(days=2)
    stage = play(journey, *SIGN_IN, intents.OpenDay())
    assert isinstance(stage, stages.DayDesk)
    assert stage.state is DayState.CLOSED
    assert stage.problems[0].startswith("Die Uhr geht falsch: Sie zeigt den 21.11.2026.")
    calendar.day += timedelta(days=2)
    stage = play(journey, intents.Refresh())
    assert isinstance(stage, stages.DayDesk)
    assert stage.problems == ()
    assert play(journey, intents.OpenDay()) == stages.DayDesk("Leitung", DayState.OPEN)


def test_a_full_disk_keeps_the_terminal_closed(tmp_path: Path, calendar: Calendar) -> None:
    with opened(tmp_path / "full", calendar, reserve_bytes=1 << 60) as store:
        store.set_pin(LEAD)
        stage = play(journey_on(store, calendar), *SIGN_IN, intents.OpenDay())
    assert isinstance(stage, stages.DayDesk)
    assert stage.state is DayState.CLOSED
    assert "Der Speicher ist fast voll" in stage.problems[0]


def facts(**changed: object) -> Facts:
    known: dict[str, object] = {
        "free_bytes": 500 << 20,
        "reserve_bytes": 200 << 20,
        "sound": True,
        "today": date(2026, 11, 23),
        "last_day": date(2026, 11, 22),
        "waiting": 0,
        "handed_over": None,
    }
    return Facts(**(known | changed))  # type: ignore[arg-type]


def test_responses_that_wait_for_a_week_are_reminded_of() -> None:
    assert readiness(facts()) == readiness(facts(waiting=3, handed_over=date(2026, 11, 17)))
    for handed_over in (None, date(2026, 11, 16)):
        found = readiness(facts(waiting=3, handed_over=handed_over))
        assert found.problems == ()
        assert len(found.reminders) == 1


@pytest.mark.parametrize(
    ("changed", "word"),
    [
        ({"sound": False}, "Datenbank"),
        ({"free_bytes": 10 << 20}, "Speicher"),
        ({"today": date(2000, 1, 1), "last_day": None}, "Uhr"),
    ],
)
def test_each_problem_says_what_to_do(changed: dict[str, object], word: str) -> None:
    (problem,) = readiness(facts(**changed)).problems
    assert word in problem
    assert "Bitte" in problem


def test_counts_show_in_steps() -> None:
    assert [in_steps(each) for each in (0, 1, 4, 5, 9, 10, 104)] == [
        "0", "1–4", "1–4", "5–9", "5–9", "10–14", "100–104",
    ]  # fmt: skip


def test_what_is_handed_over_brings_its_papers(
    journey: Journey, store: Store, calendar: Calendar, tmp_path: Path
) -> None:
    play(journey, *SIGN_IN, intents.OpenDay(), intents.LeaveStaff())
    draft = store.begin(b"header", "V")
    store.seal(draft, lambda _: b"answers", ResponseKind.COMPLETE)
    calendar.day += timedelta(days=1)
    play(journey, intents.WentIdle(), *SIGN_IN, intents.ShowArea(), intents.Export(tmp_path))
    told = journey.export_to(tmp_path)
    assert not told.trouble, told.notice
    play(journey, told)
    papers = sorted(path.name for path in tmp_path.rglob("*.pdf"))
    assert papers == [
        "Tagesprotokoll-2026-11-23.pdf",
        "Uebergabeprotokoll-2026-11-24-00000001.pdf",
    ]
    read = {
        path.name[:4]: "".join(page.extract_text() for page in PdfReader(path).pages)
        for path in tmp_path.rglob("*.pdf")
    }
    (bundle,) = tmp_path.rglob("*.kb.zip")
    assert bundle.name in read["Uebe"]
    digits = sha256(bundle.read_bytes()).hexdigest()
    for at in range(0, 64, 8):
        assert digits[at : at + 8] in read["Uebe"]
    assert "Leitung" in read["Uebe"]
    assert "23.11.2026" in read["Tage"]
    assert "1–4" in read["Tage"]
    log, _ = store.log()
    assert [(each.event, each.phase, each.details) for each in log[-2:]] == [
        ("handed-over", "init", "{}"),
        ("handed-over", "complete", '{"responses":1}'),
    ]


def test_what_was_handed_over_three_months_ago_is_reminded_of() -> None:
    kept = date(2026, 8, 23)
    assert readiness(facts(kept_since=kept)).reminders == ()
    (reminder,) = readiness(facts(kept_since=kept - timedelta(days=1))).reminders
    assert "22.08.2026" in reminder


def test_the_retention_clock_starts_with_the_hand_over_and_ends_with_the_erasure(
    journey: Journey, store: Store, calendar: Calendar, tmp_path: Path
) -> None:
    play(journey, *SIGN_IN, intents.ShowArea(), intents.Export(tmp_path))
    play(journey, journey.export_to(tmp_path), intents.LeaveStaff())  # nothing was there
    draft = store.begin(b"header", "V")
    store.seal(draft, lambda _: b"answers", ResponseKind.COMPLETE)
    play(journey, *SIGN_IN, intents.ShowArea(), intents.Export(tmp_path))
    play(journey, journey.export_to(tmp_path), intents.LeaveStaff())
    calendar.day += timedelta(days=92)
    assert play(journey, *SIGN_IN) == stages.DayDesk("Leitung", DayState.CLOSED)
    calendar.day += timedelta(days=1)
    stage = play(journey, intents.LeaveStaff(), *SIGN_IN)
    assert isinstance(stage, stages.DayDesk)
    assert "23.11.2026" in stage.reminders[0]
    store.erase()
    store.note(Event.ERASED)
    assert play(journey, intents.LeaveStaff(), *SIGN_IN) == stages.DayDesk(
        "Leitung", DayState.CLOSED
    )


def test_what_was_handed_over_counts_though_its_paper_could_not_be_written(
    journey: Journey, store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(folder: Path, name: str, content: bytes) -> None:
        if name.endswith(".pdf"):
            raise no_room(folder)
        put(folder, name, content)

    draft = store.begin(b"header", "V")
    store.seal(draft, lambda _: b"answers", ResponseKind.COMPLETE)
    monkeypatch.setattr(journey_room, "put", full)
    play(journey, *SIGN_IN, intents.ShowArea(), intents.Export(tmp_path))
    told = journey.export_to(tmp_path)
    assert told.trouble
    assert told.notice.startswith("1 von 1 Antworten übergeben und geprüft")
    assert "Das Übergabeprotokoll fehlt" in told.notice
    play(journey, told)
    assert store.waiting() == 0
    log, _ = store.log()
    assert (log[-1].event, log[-1].good, log[-1].details) == (
        "handed-over", True, '{"responses":1}',
    )  # fmt: skip
