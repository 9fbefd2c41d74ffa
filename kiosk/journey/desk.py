"""What staff do at the terminal: sign in, open and close the day, hand over."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from kiosk.errors import KioskError, message
from kiosk.journey import intents, stages
from kiosk.journey.intents import Intent
from kiosk.journey.readiness import Facts, Readiness, readiness
from kiosk.journey.stages import Stage
from kiosk.journey.steps import in_steps
from kiosk.storage.audit import Entry, Event, Phase, canonical
from kiosk.storage.day import Day, DayState
from kiosk.storage.errors import BadPin
from kiosk.storage.staff import Person, Role
from kiosk.storage.store import Store

COUNTS = (
    ("started", "Begonnen"),
    ("complete", "Fertig"),
    ("partial", "Vorzeitig beendet"),
    ("interrupted", "Unterbrochen"),
    ("discarded", "Verworfen"),
    ("declined", "Nicht teilgenommen"),
)
"""The day's counters, as the staff area names them."""
_NOTHING = canonical({"responses": 0})
_NOBODY = Person(0, "", Role.STAFF)


@dataclass(frozen=True, slots=True)
class DeskFacts:
    """What the desk is told. `opens_daily`: visitors find it closed until staff open the day."""

    study: str  # the short hash
    today: Callable[[], date]
    places: Callable[[], tuple[tuple[str, str], ...]]
    opens_daily: bool = False


class Desk:
    """The staff area as one person uses it; :meth:`leave` forgets who it was."""

    def __init__(self, store: Store, facts: DeskFacts) -> None:
        self._store = store
        self._facts = facts
        self._person = _NOBODY
        self._chosen = ""  # a new PIN, until it has been entered twice

    @property
    def actor(self) -> int:
        """The number of whoever is signed in; 0 for nobody."""
        return self._person.number

    def home(self) -> Stage:
        """What the next visitor finds."""
        if not self._facts.opens_daily:
            return stages.Welcome()
        state = self._store.day(self._facts.today()).state
        if state is DayState.OPEN:
            return stages.Welcome()
        return stages.Closed(paused=state is DayState.PAUSED)

    def leave(self) -> None:
        """Nobody is signed in any more."""
        self._person = _NOBODY
        self._chosen = ""

    def sign_in(self, number: int) -> Stage:
        """The right PIN was entered: into the area, or first to a PIN of one's own."""
        there = [each for each in self._store.people() if each.number == number]
        self._person = there[0] if there else _NOBODY
        self._store.note(Event.SIGNED_IN, number)
        if self._person.must_change:
            return stages.EnterPin(choosing=True)
        return self._entered()

    def choose_pin(self, intent: Intent, stage: stages.EnterPin) -> Stage:
        """A PIN of one's own, entered twice."""
        match intent:
            case intents.EnteredPin(pin) if not stage.repeating:
                self._chosen = pin
                return replace(stage, repeating=True, refused="")
            case intents.EnteredPin(pin):
                chosen, self._chosen = self._chosen, ""
                if pin != chosen:
                    return stages.EnterPin(
                        choosing=True, refused="Die beiden PINs sind nicht gleich."
                    )
                try:
                    self._store.set_personal_pin(self.actor, pin, must_change=False)
                except BadPin as error:
                    return stages.EnterPin(choosing=True, refused=message(error, "de"))
                self._store.note(Event.PIN_CHANGED, self.actor, details={"person": self.actor})
                self._person = replace(self._person, must_change=False)
                return self._entered()
        return stage

    def advance(self, intent: Intent, stage: Stage) -> Stage:
        """Where an intent leads inside the area."""
        match stage, intent:
            case stages.StaffArea(), intents.Export() if not stage.busy:
                self._store.note(Event.HANDED_OVER, self.actor, phase=Phase.INIT)
                return replace(stage, busy=True, notice="", trouble=False)
            case stages.StaffArea(), intents.Exported(notice, trouble, count):
                self._store.note(
                    Event.HANDED_OVER,
                    self.actor,
                    good=count > 0 or not trouble,
                    details={"responses": count},
                )
                return self.area(notice, trouble=trouble)
            case stages.StaffArea() | stages.SoundCheck(), intents.Refresh():
                return self.area()
            case stages.StaffArea(), intents.ShowDay() if not stage.busy:
                return self.day() if self._facts.opens_daily else stage
            case stages.StaffArea(), intents.Quit():
                self._store.note(Event.ENDED, self.actor)
            case stages.SoundCheck(), intents.SoundChecked():
                self._store.note(Event.SOUND_HEARD, self.actor)
                return self.area("Der Ton ist zu hören.")
            case stages.DayDesk(), _:
                return self._with_day(intent, stage)
        return stage

    def area(self, notice: str = "", *, trouble: bool = False) -> stages.StaffArea:
        """Today's counts, and what waits."""
        counts = self._store.counts(self._facts.today())
        waiting = self._store.waiting()
        return stages.StaffArea(
            counts=tuple((label, in_steps(counts.get(kind, 0))) for kind, label in COUNTS),
            waiting=waiting,
            places=self._facts.places(),
            notice=notice,
            trouble=trouble,
            study=self._facts.study,
            opens_daily=self._facts.opens_daily,
            open=isinstance(self.home(), stages.Welcome),
        )

    def day(self, notice: str = "") -> stages.DayDesk:
        """The day as it stands, looked through anew."""
        state = self._store.day(self._facts.today()).state
        found = self._readiness() if state is not DayState.OPEN else Readiness()
        return stages.DayDesk(
            self._person.name, state, found.problems, found.reminders, notice=notice
        )

    def _entered(self) -> Stage:
        closed = isinstance(self.home(), stages.Closed)
        return self.day() if closed else self.area()

    def _with_day(self, intent: Intent, stage: stages.DayDesk) -> Stage:
        today = self._facts.today()
        before = self._store.day(today)
        match intent:
            case intents.ShowArea():
                return self.area()
            case intents.Refresh():
                return self.day()
            case intents.Resume() if stage.closing:
                return replace(stage, closing=False)
            case intents.OpenDay() if before.state is not DayState.OPEN:
                found = self._readiness()
                self._store.note(
                    Event.CHECKED,
                    self.actor,
                    good=not found.problems,
                    details={"problems": len(found.problems)},
                )
                if found.problems:
                    return self.day()
                opened = replace(before, state=DayState.OPEN, opened_by=self.actor)
                self._store.set_day(today, opened, self.actor, Event.DAY_OPENED)
                return self.day()
            case intents.PauseDay() if before.state is DayState.OPEN:
                paused = replace(before, state=DayState.PAUSED)
                self._store.set_day(today, paused, self.actor, Event.DAY_PAUSED)
                return self.day()
            case intents.CloseDay() if before.state is not DayState.CLOSED and not stage.closing:
                return replace(stage, closing=True)
            case intents.CloseDay() if before.state is not DayState.CLOSED:
                closed = Day(DayState.CLOSED, before.opened_by, self.actor)
                self._store.set_day(today, closed, self.actor, Event.DAY_CLOSED)
                return self.day("Der Tag ist abgeschlossen.")
        return stage

    def _readiness(self) -> Readiness:
        try:
            room = self._store.room()
            sound = self._store.sound()
        except KioskError as error:
            return Readiness((message(error, "de"),))
        log, _ = self._store.log()
        days = [date.fromisoformat(each.day) for each in log]
        over = [
            date.fromisoformat(each.day)
            for each in log
            if each.event == Event.HANDED_OVER and each.phase == Phase.COMPLETE and each.good
        ]
        return readiness(
            Facts(
                free_bytes=room.free,
                reserve_bytes=room.reserve,
                sound=sound,
                today=self._facts.today(),
                last_day=max(days, default=None),
                waiting=self._store.waiting(),
                handed_over=max(over, default=None),
                kept_since=_kept_since(log),
            )
        )


def _kept_since(log: Sequence[Entry]) -> date | None:
    """The first hand-over since everything was last erased."""
    first: date | None = None
    for each in log:
        done = each.phase == Phase.COMPLETE and each.good
        if each.event == Event.ERASED and done:
            first = None
        elif each.event == Event.HANDED_OVER and done and each.details != _NOTHING:
            first = first or date.fromisoformat(each.day)
    return first
