"""The runner: holds the stage, applies intents, keeps the disk ahead of the screen."""

import importlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from pathlib import Path

from kiosk.errors import KioskError, message
from kiosk.forms.entry import FormEntry
from kiosk.forms.view import QuestionView
from kiosk.journey import intents, stages
from kiosk.journey.desk import Desk, DeskFacts
from kiosk.journey.held import Held
from kiosk.journey.idle import UNHURRIED
from kiosk.journey.intents import Intent
from kiosk.journey.interview import Interview
from kiosk.journey.leaving import held_back
from kiosk.journey.practice import practised
from kiosk.journey.presentation import Presentation
from kiosk.journey.stages import Farewell, Stage
from kiosk.resources import FONTS
from kiosk.storage.audit import Event
from kiosk.storage.pin import Door, PinCheck
from kiosk.storage.store import Store
from kiosk.study.endonyms import endonym
from kiosk.study.hand import Hand
from kiosk.study.response import ResponseHeader
from kiosk.study.settings import Language
from kiosk.study.study import SUFFIX, Study
from kiosk.sync.export import ROOT, ExportReport, export
from kiosk.sync.folder import put, subfolder

# S3's answers, instrument A.4.
_TAKES_PART = "1"
OFTEN = 3
"""Answers to "Sind Sie noch da?" after which it also calls staff (accessibility.md §4)."""
PLAIN = "-x-leicht"
"""What stands behind a language for its plainest words (BCP 47 private use)."""
_FAREWELLS = {"2": Farewell.TOO_YOUNG, "3": Farewell.ALREADY, "4": Farewell.DECLINED}


@dataclass(frozen=True, slots=True)
class Terminal:
    """What the journey is told of the world outside: nothing here is looked up.

    `random` returns a float in [0, 1) nobody can predict, `monotonic` seconds, `places` the sticks
    and folders plugged in now as (path, name). `keep_preset` keeps how everybody finds the terminal
    from now on; it may raise KioskErrors. `opens_daily`: closed until staff open the day.
    `fonts`: where the papers' typeface lies.
    """

    site: str
    app_version: str
    preset: Presentation
    today: Callable[[], date]
    monotonic: Callable[[], float]
    random: Callable[[], float]
    places: Callable[[], tuple[tuple[str, str], ...]]
    keep_preset: Callable[[Presentation], None]
    opens_daily: bool = False
    fonts: Path = FONTS


class Journey:
    """One person after the other, from welcome to thanks.

    :meth:`apply` never raises a KioskError: what the world does wrong becomes a stage.
    """

    def __init__(self, study: Study, store: Store, terminal: Terminal) -> None:
        self._study = study
        self._store = store
        self._terminal = terminal
        self._interview: Interview | None = None
        self._start: FormEntry | None = None
        self._held: Held | None = None
        self._asked_often = 0  # how often "Sind Sie noch da?" was answered
        self._paused = False  # the break has been offered
        self._unhurried = False  # staff have turned the time limit off for this person
        self.preset = self.presentation = terminal.preset
        self._desk = Desk(
            store,
            DeskFacts(study.short_hash, terminal.today, terminal.places, terminal.opens_daily),
        )
        self.stage: Stage = self._desk.home()

    @property
    def alert_seconds(self) -> int:
        """How long a question waits before "Sind Sie noch da?"."""
        return UNHURRIED if self._unhurried else self._study.settings.idle.alert_seconds

    @property
    def grace_seconds(self) -> int:
        """How long "Sind Sie noch da?" waits; 0 = without end."""
        return 0 if self._unhurried else self._study.settings.idle.grace_seconds

    @property
    def language(self) -> str:
        """The BCP 47 tag of the words on the glass: plainer ones where somebody wants them."""
        return self._language_for(self._interview.form if self._interview is not None else "")

    @property
    def languages(self) -> tuple[tuple[str, str], ...]:
        """The languages that may be picked here, as (tag, name in that language)."""
        form = self._interview.form if self._interview is not None else ""
        return tuple(
            (tag, endonym(language))
            for tag, language in self._study.settings.languages.items()
            if not form or form in language.forms
        )

    def apply(self, intent: Intent) -> Stage:
        """Where an intent leads from the stage there is."""
        try:
            self.stage = self._advance(intent)
        except KioskError as error:
            self.stage = stages.OutOfOrder(message(error, "de"))
        return self.stage

    def _advance(self, intent: Intent) -> Stage:
        stage = self.stage
        match intent, stage:
            case intents.PickPresentation(wanted), stages.StaffArea():
                return self._preset_for_all(wanted, stage)
            case intents.PickPresentation(wanted), _:
                return self._presented(wanted, stage)
            case intents.CallHelp(), stages.HelpCalled() | stages.StillThere() | stages.Hidden():
                return stage
            case intents.CallHelp(), _:
                hand = self._interview.hand if self._interview is not None else None
                return stages.HelpCalled(stage, hand, self._unhurried)
            case intents.HoldCorner(), stages.HelpCalled() if self._interview is not None:
                return stages.EnterPin(helping=stage)
            case intents.HandOver(hand), (
                stages.Asking() | stages.Review() | stages.HelpCalled() | stages.Privacy()
            ) if self._interview is not None:
                return self._handed_over(hand, stage)
            case intents.WentIdle(), _:
                return self._went_idle(stage)
            case intents.IdleExpired(), stages.StillThere(behind, seconds) if seconds:
                return self._expired(behind)
            case intents.Resume(), stages.StillThere(behind):
                self._asked_often += 1
                return behind
            case intents.Resume(), (
                stages.HelpCalled(behind) | stages.ConfirmDiscard(behind) | stages.Privacy(behind)
            ):
                return behind
            case intents.Discard(), stages.StillThere(behind):
                return stages.ConfirmDiscard(behind)
            case intents.Discard(), stages.ConfirmDiscard() | stages.Hidden() | stages.EnterPin():
                return stage
            case intents.Discard(), _:
                return self._reset() if self._interview is None else stages.ConfirmDiscard(stage)
            case intents.ConfirmedDiscard(), stages.ConfirmDiscard():
                return self._discarded()
            case intents.Leave(), stages.Goodbye():
                return self._reset()
            case _, stages.Hidden():
                return self._in_hiding(intent, stage)
        if isinstance(stage, stages.Asking | stages.Review):
            return self._in_interview(intent, stage)
        if isinstance(stage, stages.Pause):
            return self._pausing(intent, stage)
        if isinstance(stage, stages.EnterPin) and stage.resuming:
            return self._resuming(intent, stage)
        if isinstance(stage, stages.EnterPin) and stage.form:
            return self._unlocking(intent, stage)
        if isinstance(stage, stages.EnterPin) and stage.helping is not None:
            return self._hurrying(intent, stage, stage.helping)
        if isinstance(
            stage, stages.EnterPin | stages.StaffArea | stages.DayDesk | stages.SoundCheck
        ):
            return self._with_staff(intent, stage)
        return self._before(intent, stage)

    # -- before the first question

    def _before(self, intent: Intent, stage: Stage) -> Stage:
        match stage, intent:
            case stages.Welcome(), intents.Begin():
                return self._language() or self._display()
            case stages.Welcome() | stages.Closed() | stages.OutOfOrder(), intents.HoldCorner():
                return stages.EnterPin()
            case stages.ChooseLanguage(), intents.PickLanguage(language):
                self.presentation = replace(self.presentation, language=language)
                return self._display()
            case stages.ChooseLanguage(), intents.Backward():
                return self._reset()
            case stages.ChooseDisplay(), intents.Backward():
                return self._language() or self._reset()
            case stages.ChooseDisplay(), intents.Forward():
                self._start = self._entry(self._study.settings.start.form, {})
                return self._practice() or self._participation()
            case stages.Practice(), intents.Forward():
                return self._participation()
            case stages.Practice(), intents.Backward():
                return self._display()
            case stages.Practice(), _:
                return practised(stage, intent)
            case stages.Participation(), _:
                return self._participating(intent, stage)
            case stages.ForWhom(), _:
                return self._routing(intent, stage)
        return stage

    def _language(self) -> Stage | None:
        """The choice of a language; None when there is only one."""
        tags = tuple(self._study.settings.languages)
        if len(tags) < 2:
            return None
        return stages.ChooseLanguage(
            tuple(
                (tag, endonym(language)) for tag, language in self._study.settings.languages.items()
            )
        )

    # -- how it shows

    def _language_for(self, form: str) -> str:
        """The language `form` is asked in: in the simple view its plainest words, if it has any."""
        language = self.presentation.language
        plain = f"{language}{PLAIN}"
        there = self._study.settings.languages.get(plain)
        wanted = self.presentation.simple and there is not None and form in there.forms
        return plain if wanted else language

    def _presented(self, wanted: Presentation, stage: Stage) -> Stage:
        """The stage as somebody wants it; no answer is touched."""
        before = self.language
        if wanted.language not in dict(self.languages):
            wanted = replace(wanted, language=self.presentation.language)
        self.presentation = wanted
        if isinstance(stage, stages.Practice):
            stage = practised(stage, intents.PickPresentation(wanted))
        if self.language == before:
            return self._display() if isinstance(stage, stages.ChooseDisplay) else stage
        if self._start is not None:
            self._start.speak(self._spoken(self._study.settings.start.form).name)
        if self._interview is not None:
            self._interview.speak(self._spoken(self._interview.form).name, self.language)
        return self._again(stage)

    def _preset_for_all(self, wanted: Presentation, stage: stages.StaffArea) -> Stage:
        """Staff set how everybody finds the terminal; nobody may find it silent and dark."""
        preset = replace(wanted, language=self.preset.language, screen_off=False)
        try:
            self._terminal.keep_preset(preset)
        except KioskError as error:
            return replace(stage, notice=message(error, "de"), trouble=True)
        self._store.note(Event.PRESET, self._desk.actor)
        self.preset = preset
        if self._interview is None:
            self.presentation = preset
        return stage

    def _again(self, stage: Stage) -> Stage:
        """The same stage in another language."""
        match stage:
            case stages.Participation(showing_details=details):
                return replace(self._participation(), showing_details=details)
            case stages.ForWhom():
                return self._for_whom() or self._participation()
            case stages.Asking(changing=changing, reminder=reminder):
                asking = self._running().asking(changing=changing)
                # A message of the author's would still be in the old words.
                return replace(asking, reminder=reminder) if asking is not None else stage
            case stages.Review():
                return self._review()
            case stages.HelpCalled(behind) | stages.StillThere(behind) | stages.Privacy(behind):
                return replace(stage, behind=self._again(behind))
            case stages.ConfirmDiscard(behind):
                return stages.ConfirmDiscard(self._again(behind))
            case stages.Goodbye(farewell):
                return self._goodbye(farewell)
        return stage

    def _display(self) -> Stage:
        return stages.ChooseDisplay(self.presentation.text_size, self.presentation.read_aloud)

    def _practice(self) -> Stage | None:
        """The page to practise on; None where the study has none."""
        return stages.Practice() if self._study.settings.start.practice else None

    def _participation(self) -> stages.Participation:
        start = self._study.settings.start
        return stages.Participation(
            question=self._start_question(start.participate),
            paragraphs=self._notes(start.layer1),
            details=self._notes(start.layer2),
        )

    def _participating(self, intent: Intent, stage: stages.Participation) -> Stage:
        match intent:
            case intents.ShowDetails(shown):
                return replace(stage, showing_details=shown)
            case intents.Answer(value):
                return replace(stage, question=self._start_answer(stage.question, value))
            case intents.Backward() if stage.showing_details:
                return replace(stage, showing_details=False)
            case intents.Backward():
                return self._practice() or self._display()
            case intents.Forward() if stage.question.value == _TAKES_PART:
                return self._for_whom() or self._begin(self._forms_offered()[0])
            case intents.Forward() if stage.question.value:
                if self._interview is not None:
                    # Came back from the questions: what was answered goes, as the farewell says.
                    self._running().discard()
                    self._interview = None
                else:
                    self._store.count_declined()
                return self._goodbye(_FAREWELLS[stage.question.value])
        return stage

    def _forms_offered(self) -> tuple[str, ...]:
        """The forms there are in this language; protected ones only where a group PIN is set."""
        start = self._study.settings.start
        routed = dict.fromkeys(start.routes.values())
        forms = self._study.settings.languages[self.presentation.language].forms
        spoken = [each for each in forms if each in routed]
        if not start.protected or self._store.has_pin(Door.GROUP):
            return tuple(spoken)
        return tuple(each for each in spoken if each not in start.protected)

    def _for_whom(self) -> Stage | None:
        """The choice of a form; None where there is only one, as in Leichte Sprache (A.4)."""
        if len(self._forms_offered()) == 1:
            return None
        return stages.ForWhom(self._route_question())

    def _route_question(self) -> QuestionView:
        """S5 with the choices whose form is there in this language; short first for listeners."""
        start = self._study.settings.start
        question = self._start_question(start.route)
        forms = self._forms_offered()
        offered = tuple(each for each in question.choices if start.routes.get(each.value) in forms)
        question = replace(question, choices=offered)
        if question.value == "" and self.presentation.listens and offered:
            return self._start_answer(question, offered[0].value)
        return question

    def _routing(self, intent: Intent, stage: stages.ForWhom) -> Stage:
        match intent:
            case intents.Answer(value):
                return stages.ForWhom(self._start_answer(stage.question, value))
            case intents.Backward():
                return self._participation()
            case intents.Forward() if stage.question.value:
                start = self._study.settings.start
                form = start.routes[stage.question.value]
                if form in start.protected:
                    return stages.EnterPin(form=form)
                return self._begin(form)
        return stage

    def _unlocking(self, intent: Intent, stage: stages.EnterPin) -> Stage:
        """The group PIN in front of a protected form."""
        match intent:
            case intents.EnteredPin(pin):
                return self._wrong(pin, stage, Door.GROUP) or self._begin(stage.form)
            case intents.LeaveStaff():
                return self._for_whom() or self._participation()
        return stage

    def _start_question(self, name: str) -> QuestionView:
        entry = self._started()
        entry.go(f"{entry.form.template.template}/{name}")
        question = entry.question()
        if question is None or question.name != name:
            raise LookupError(name)
        return question

    def _start_answer(self, question: QuestionView, value: str) -> QuestionView:
        entry = self._started()
        entry.go(question.ref)
        if entry.answer(value) is not None:
            return question
        return replace(question, value=value)

    def _notes(self, names: tuple[str, ...]) -> tuple[str, ...]:
        by_name = {view.name: view.label for view in self._started().views()}
        return tuple(by_name[name] for name in names if name in by_name)

    def _started(self) -> FormEntry:
        if self._start is None:
            self._start = self._entry(self._study.settings.start.form, {})
        return self._start

    def _spoken(self, form: str) -> Language:
        return self._study.settings.languages[self._language_for(form)]

    def _entry(self, form: str, preset: dict[str, str]) -> FormEntry:
        return FormEntry(
            self._study.forms[form],
            random=self._terminal.random,
            preset=preset,
            language=self._spoken(form).name,
            clock=self._noon,
        )

    def _noon(self) -> datetime:
        """The clock of the forms: the day, at noon; a time of day could be matched to a person."""
        return datetime.combine(self._terminal.today(), time(12)).astimezone()

    # -- the interview

    def _begin(self, form: str) -> Stage:
        if self._interview is not None:
            if self._interview.form == form:
                self._interview.speak(self._spoken(form).name, self._language_for(form))
                return self._asking()
            self._interview.discard()
            self._interview = None
        settings = self._study.settings
        preset = {
            **settings.presets,
            "WELLE": str(settings.wave),
            "VORLESEN": str(int(self.presentation.listens)),
        }
        entry = self._entry(form, preset)
        year, week, _day = self._terminal.today().isocalendar()
        header = ResponseHeader(
            study=self._study.hash,
            project=settings.project,
            wave=settings.wave,
            form=form,
            form_version=self._study.forms[form].version,
            language=self._language_for(form),
            site=self._terminal.site,
            week=f"{year}-W{week:02}",
            text_size=self.presentation.text_size,
            read_aloud=int(self.presentation.listens),
            app_version=self._terminal.app_version,
        )
        self._interview = Interview(self._store, entry, header, settings.assistance)
        return self._asking()

    def _asking(self, *, changing: bool = False) -> Stage:
        interview = self._running()
        return interview.asking(changing=changing) or self._review()

    def _review(self) -> stages.Review:
        interview = self._running()
        return stages.Review(interview.review(), interview.hand)

    def _handed_over(self, hand: Hand, stage: Stage) -> Stage:
        """Where it goes on when somebody else answers; from "Hilfe holen" what lies behind it."""
        while isinstance(stage, stages.HelpCalled | stages.Privacy):
            stage = stage.behind
        hides = self._running().hand_over(hand)
        stage = self._again(stage)
        return stages.Privacy(stage, hand) if hides else stage

    def _in_interview(self, intent: Intent, stage: stages.Asking | stages.Review) -> Stage:
        interview = self._running()
        match stage, intent:
            case stages.Asking(), intents.Answer(value):
                problem = interview.answer(value)
                if problem is not None:
                    return replace(stage, problem=problem, reminder=False)
                return self._asking(changing=stage.changing)
            case stages.Asking(), intents.Forward():
                return self._onward(stage)
            case stages.Asking(), intents.Backward() if stage.changing:
                return self._review()
            case stages.Asking(), intents.Backward():
                if interview.backward():
                    return self._asking()
                if interview.conceals:
                    # The way back ends at the hand-over.
                    return stages.Privacy(stage, interview.hand, wanted=True)
                return self._for_whom() or self._participation()
            case stages.Asking(), intents.Resume() if stage.reminder:
                return replace(stage, reminder=False)
            case stages.Review(), intents.Change("") if interview.conceals:
                return stages.Privacy(stage, interview.hand, wanted=True)
            case stages.Review(), intents.Change(ref):
                return self._asking(changing=True) if interview.go(ref) else stage
            case stages.Review(), intents.Backward():
                last = stage.lines[-1].ref if stage.lines else ""
                if interview.go(last):
                    return self._asking()
                hidden = interview.conceals
                return stages.Privacy(stage, interview.hand, wanted=True) if hidden else stage
            case stages.Review(), intents.Finish():
                problem = interview.first_fault()
                if problem is not None:
                    asking = interview.asking(changing=True)
                    return replace(asking, problem=problem) if asking is not None else stage
                if interview.go_to_new():  # opened by a change, and the way back led past it
                    return self._asking(changing=True)
                interview.finish()
                self._interview = None
                return self._goodbye(Farewell.SAVED)
        return stage

    def _onward(self, stage: stages.Asking) -> Stage:
        interview = self._running()
        if not interview.concealed:
            held = held_back(stage, interview.missing(), interview.doubtful())
            if held is not None:
                return held
        said = interview.said()
        if stage.changing:
            after = self._asking(changing=True) if interview.go_to_new() else self._review()
        else:
            interview.forward()
            after = self._break(stage) or self._asking()
        return after if said in (None, interview.hand) else self._handed_over(said, after)

    def _break(self, stage: stages.Asking) -> Stage | None:
        """A break behind so many questions of a long form, offered once; None where there is none.

        Not before the last question: whoever is that far wants to be done.
        """
        interview = self._running()
        after = self._study.settings.pauses.get(interview.form, 0)
        due = 0 < after <= stage.progress.number
        if self._paused or not due or interview.asking() is None:
            return None
        self._paused = True
        return stages.Pause(may_stop=self._keeps())

    def _pausing(self, intent: Intent, stage: stages.Pause) -> Stage:
        interview = self._running()
        match intent:
            case intents.Rest():
                return replace(stage, resting=True)
            case intents.StopHere() if stage.stopping:
                interview.break_off()
                self._interview = None
                return self._goodbye(Farewell.SAVED)
            case intents.StopHere() if stage.may_stop:
                return replace(stage, stopping=True)
            case intents.Resume() if stage.stopping:
                return replace(stage, stopping=False)
            case intents.Forward() if not stage.stopping:
                return self._asking()
            case intents.Backward() if not stage.stopping:
                interview.backward()
                return self._asking()
        return stage

    def _running(self) -> Interview:
        if self._interview is None:
            raise LookupError("no interview is running")
        return self._interview

    # -- leaving

    def _went_idle(self, stage: Stage) -> Stage:
        match stage:
            case stages.StillThere() | stages.Preparing():
                return stage
            case stages.OutOfOrder():
                return stage
            case stages.Hidden():
                return stage  # its time is counted on, whoever touches the glass
            case stages.EnterPin(resuming=True):
                return self._hidden()
            case stages.EnterPin(helping=helping) if helping is not None:
                return helping
            case stages.EnterPin() | stages.StaffArea() | stages.DayDesk() | stages.SoundCheck():
                return self._left_staff()
            case _ if self._interview is not None:
                behind = stage.behind if isinstance(stage, stages.ConfirmDiscard) else stage
                often = self._asked_often >= OFTEN
                return stages.StillThere(behind, self.grace_seconds, self._keeps(), often)
            case _:
                return self._reset()

    def _keeps(self) -> bool:
        keep_from = self._study.settings.idle.keep_from
        return 0 < keep_from <= self._running().answered

    def _expired(self, behind: Stage) -> Stage:
        """Nobody answered: nothing shows any more, and for a while staff can bring it back."""
        minutes = self._study.settings.idle.resume_minutes
        if minutes == 0:
            return self._over()
        until = self._terminal.monotonic() + 60 * minutes
        self._held = Held(behind, self.presentation, until)
        self.presentation = self.preset
        return self._hidden()

    def _hidden(self) -> Stage:
        """Hidden while there is time, else over."""
        seconds = self._held.seconds(self._terminal.monotonic()) if self._held is not None else 0
        return stages.Hidden(seconds, self._keeps()) if seconds else self._over()

    def _in_hiding(self, intent: Intent, stage: stages.Hidden) -> Stage:
        match intent:
            case intents.ShowPin():
                return stages.EnterPin(resuming=True)
            case intents.IdleExpired():
                return self._hidden()
            case intents.StartOver() if stage.starting_over:
                return self._over()
            case intents.StartOver():
                return replace(stage, starting_over=True)
            case intents.Resume() | intents.Backward():
                return replace(stage, starting_over=False)
        return stage

    def _resuming(self, intent: Intent, stage: stages.EnterPin) -> Stage:
        match intent:
            case intents.EnteredPin(pin):
                check = self._checked(pin, Door.STAFF)
                if not check.right:
                    return _refused(stage, check)
                if self._held is None:
                    return stage
                self._store.note(Event.BROUGHT_BACK, check.person)
                held, self._held = self._held, None
                self.presentation = held.presentation
                return held.stage
            case intents.LeaveStaff():
                return self._hidden()
        return stage

    def _hurrying(
        self, intent: Intent, stage: stages.EnterPin, helping: stages.HelpCalled
    ) -> Stage:
        """Staff turn the time limit off for the person here, or on again."""
        match intent:
            case intents.EnteredPin(pin):
                check = self._checked(pin, Door.STAFF)
                if not check.right:
                    return _refused(stage, check)
                self._store.note(Event.TIME_LIMIT, check.person)
                self._unhurried = not self._unhurried
                return replace(helping, unhurried=self._unhurried)
            case intents.LeaveStaff():
                return helping
        return stage

    def _over(self) -> Stage:
        """The interview nobody came back to ends by the study's rule."""
        interview = self._running()
        if self._keeps():
            interview.break_off()
        else:
            interview.discard()
        self._interview = None
        return self._reset()

    def _discarded(self) -> Stage:
        self._running().discard()
        self._interview = None
        return self._goodbye(Farewell.DISCARDED)

    def _goodbye(self, farewell: Farewell) -> Stage:
        start = self._study.settings.start
        note = {
            Farewell.SAVED: start.saved,
            Farewell.TOO_YOUNG: start.too_young,
            Farewell.ALREADY: start.declined,
            Farewell.DECLINED: start.declined,
            Farewell.DISCARDED: start.discarded,
        }[farewell]
        return stages.Goodbye(farewell, self._notes((note,)))

    def _reset(self) -> Stage:
        """Everything of the last person is gone: answers, language, text size, sound."""
        self._interview = None
        self._held = None
        self._asked_often = 0
        self._paused = self._unhurried = False
        self._start = None
        self.presentation = self.preset
        self._desk.leave()
        return self._desk.home()

    # -- staff

    def _wrong(
        self, pin: str, stage: stages.EnterPin, door: Door = Door.STAFF
    ) -> stages.EnterPin | None:
        """The same stage saying so; None when the PIN is right."""
        check = self._checked(pin, door)
        return None if check.right else _refused(stage, check)

    def _checked(self, pin: str, door: Door) -> PinCheck:
        check = self._store.check_pin(pin, self._terminal.monotonic(), door)
        if not check.right and door is Door.STAFF:
            self._store.note(Event.PIN_REFUSED, good=False)
        return check

    def _with_staff(self, intent: Intent, stage: Stage) -> Stage:
        match stage, intent:
            case stages.EnterPin(choosing=True), intents.EnteredPin():
                return self._desk.choose_pin(intent, stage)
            case stages.EnterPin(), intents.EnteredPin(pin):
                check = self._checked(pin, Door.STAFF)
                return self._desk.sign_in(check.person) if check.right else _refused(stage, check)
            case _, intents.LeaveStaff():
                return self._left_staff()
            case stages.StaffArea(busy=False), intents.CheckSound():
                return stages.SoundCheck(self.languages)
        return self._desk.advance(intent, stage)

    def _left_staff(self) -> Stage:
        """Whoever was interrupted by a fault is gone by now: as after a time-out."""
        return self._reset() if self._interview is None else self._over()

    def export_to(self, folder: Path) -> intents.Exported:
        """Hand everything over; may run beside the window's thread. Says how it went."""
        try:
            # The questionnaire travels along, and first: the office reads the answers with it.
            put(
                subfolder(folder, ROOT, self._store.project),
                f"{self._study.hash[:32]}{SUFFIX}",
                self._study.raw,
            )
            report = export(self._store, folder)
        except KioskError as error:
            return intents.Exported(message(error, "de"), True)
        if report.bundles == 0:
            return intents.Exported("Es ist nichts Neues zu übergeben.", False)
        done = (
            f"{report.envelopes} von {report.envelopes} Antworten übergeben und geprüft: "
            f"{report.folder}"
        )
        try:
            self._put_papers(report)
        except KioskError as error:
            # What was handed over stays handed over; only its paper is missing.
            lacking = f"{done}. Das Übergabeprotokoll fehlt: {message(error, 'de')}"
            return intents.Exported(lacking, True, report.envelopes)
        return intents.Exported(done, False, report.envelopes)

    def _put_papers(self, report: ExportReport) -> None:
        """What staff sign, beside the bundles."""
        # Only who hands over waits for reportlab.
        papers = importlib.import_module("kiosk.journey.protocols")
        terminal, study = self._terminal, self._study
        station = papers.Station(
            study.settings.town,
            terminal.site,
            study.settings.title,
            self._store.device,
            terminal.app_version,
            study.hash,
        )
        made = papers.handed_over(
            self._store, station, terminal.today(), self._desk.actor, report, terminal.fonts
        )
        for name, content in made:
            put(report.folder, name, content)


def _refused(stage: stages.EnterPin, check: PinCheck) -> stages.EnterPin:
    return replace(stage, failed=True, wait_seconds=check.wait_seconds)
