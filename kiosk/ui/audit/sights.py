"""Every page of every screen of a study, one after the other, as somebody may find it."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from itertools import count

from PySide6.QtCore import QCoreApplication, QEvent, QLocale
from PySide6.QtWidgets import QWidget

from kiosk.errors import message
from kiosk.forms.markdown import plain
from kiosk.forms.view import Kind, Layout, Problem, QuestionView, Rejection
from kiosk.journey import stages
from kiosk.journey.desk import COUNTS
from kiosk.journey.presentation import KeyOrder, Presentation
from kiosk.journey.readiness import Facts, readiness
from kiosk.journey.stages import Asking, Farewell, Stage
from kiosk.storage.day import DayState
from kiosk.study.endonyms import endonym
from kiosk.study.errors import UntrustedStudy
from kiosk.study.hand import Hand
from kiosk.study.settings import StudySettings
from kiosk.ui.fitting.asked import Asked, every_question
from kiosk.ui.fitting.culprit import telling
from kiosk.ui.fitting.glass import PROGRESS, Glass
from kiosk.ui.fitting.study import Laid
from kiosk.ui.inputs.moment_input import MomentInput
from kiosk.ui.pictograms import Pictograms
from kiosk.ui.sample import sample
from kiosk.ui.screens import other_screens
from kiosk.ui.staff.sound_check_screen import SoundCheckScreen
from kiosk.ui.staff.staff_screen import StaffScreen
from kiosk.ui.terminal.bottom_strip import Speech
from kiosk.ui.terminal.display_screen import DisplayScreen
from kiosk.ui.terminal.out_of_order_screen import OutOfOrderScreen
from kiosk.ui.terminal.question_screen import QuestionScreen
from kiosk.ui.terminal.review_screen import ReviewScreen
from kiosk.ui.terminal.screen import Screen
from kiosk.ui.terminal.still_there_screen import StillThereScreen
from kiosk.ui.terminal.welcome_screen import Greeting, WelcomeScreen
from kiosk.ui.theme import Theme
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.part_box import PartBox
from kiosk.ui.widgets.setting import Offer
from kiosk.ui.widgets.tap_guard import TapGuard

MOST_PAGES = 50
_STILL_SECONDS = 45
_UNTRUSTED = UntrustedStudy(
    "study.zip",
    "ist mit einem fremden Schlüssel unterschrieben (0123456789abcdef). Das Terminal vertraut nur "
    "fedcba9876543210. Bitte fragen Sie das Projektteam, woher das Paket stammt.",
    "…",
)
_STAFF = stages.StaffArea(
    counts=tuple((label, "88") for _kind, label in COUNTS),
    waiting=88,
    places=(("/media/stick", "Stick KINGSTON"), ("/srv/uebergabe", "Ordner Übergabe")),
    study="3f6a09c1",
)
_REMINDER = "Bitte übergeben Sie bald die gesammelten Antworten auf einen Stick."
_PROBLEMS = readiness(
    Facts(188 << 20, 200 << 20, True, date(2000, 1, 1), date(2026, 11, 22), 0, None)
).problems
_PIN_REFUSED = (
    "Diese PIN ist zu leicht zu erraten oder schon vergeben. Bitte wählen Sie eine andere."
)
_TROUBLE = "Der Stick KINGSTON ist voll. Bitte nehmen Sie einen anderen Stick."


@dataclass(frozen=True, slots=True, eq=False)
class Sight:
    """One page as it stands now. `name` says which ("V/E3 2"); `kind` what it is a page of: the
    screen, and of a question its input and state."""

    name: str
    kind: str
    screen: Screen


class Sights:
    """The screens of `laid` on one display in one presentation; see :meth:`every`."""

    def __init__(
        self, laid: Laid, settings: StudySettings, theme: Theme, below_banner: Theme
    ) -> None:
        """Needs the fonts installed. `below_banner`: the theme of pages that say who helps."""
        self._theme = theme
        self._below_banner = below_banner
        self._laid = laid
        self._settings = settings
        guard = TapGuard(count(0.0, 10.0).__next__)  # nothing comes too fast
        media = laid.media
        self._glass = Glass(theme, Pictograms(lambda name: media.get(name, b"")), seen=True)
        self._makers: Mapping[type, Callable[..., Screen]] = {
            **other_screens(guard, media, lambda: 0.0),
            stages.Welcome: partial(_welcome, settings, guard),
            stages.OutOfOrder: lambda theme, parent: OutOfOrderScreen(theme, guard, parent),
        }
        self._screens: dict[type, Screen] = {
            stages.Asking: self._glass.question,
            stages.Review: self._glass.overview,
            stages.Participation: self._glass.start,
            stages.ForWhom: self._glass.route,
            stages.Goodbye: self._glass.farewell,
        }
        self._language = ""

    def close(self) -> None:
        """Let go of the screens."""
        for kind, screen in self._screens.items():
            if kind in self._makers and screen not in self._glass.screens():
                screen.close()
                screen.deleteLater()
        self._glass.close()

    def every(self, language: str, *, staff: bool) -> Iterator[Sight]:
        """Every page in `language`, a BCP 47 tag of the study; what shows is the last one yielded.

        The program's own words must already be spoken in it. `staff`: their screens too, which are
        German and have no large targets.
        """
        self._language = language
        name = self._settings.languages[language].name
        asked = {
            form: list(every_question(self._laid.forms[form], name))
            for form in self._settings.forms
            if form in self._laid.forms and name in self._laid.languages(form)
        }
        start = self._settings.start
        views = {each.view.name: each.view for each in asked.get(start.form, [])}
        yield from self._first(language)
        yield from self._beginning(views, [form for form in asked if form != start.form])
        for form, questions in asked.items():
            if form != start.form:
                for each in questions:
                    yield from self._question(form, each)
                yield from self._overview(form, questions)
        yield from self._aside()
        yield from self._endings(views)
        if staff:
            yield from self._staff()

    # Before the questions

    def _first(self, language: str) -> Iterator[Sight]:
        yield self._show("preparing", stages.Preparing())
        yield self._show("welcome", stages.Welcome())
        yield self._show("closed", stages.Closed())
        yield self._show("closed-paused", stages.Closed(paused=True))
        spoken = [(tag, endonym(each)) for tag, each in self._settings.languages.items()]
        yield self._show("languages", stages.ChooseLanguage(tuple(spoken)))
        size = self._theme.text_size
        yield self._show("display", stages.ChooseDisplay(size, read_aloud=False))
        screen = self._screen(stages.ChooseDisplay)
        assert isinstance(screen, DisplayScreen)
        if screen.yes.isHidden():  # small glass has a second page
            screen.on_forward()
            yield Sight("display 2", "display-reading", screen)
            screen.on_back()
        yield from self._panel(Presentation(language, size), tuple(spoken))
        for name, stage in (
            ("practice", stages.Practice()),
            ("practice-wrong", stages.Practice("pear")),
            ("practice-passed", stages.Practice("apple")),
            ("practice-easier", stages.Practice(offering=True)),
        ):
            yield self._show(name, stage)

    def _panel(
        self, presentation: Presentation, languages: tuple[tuple[str, str], ...]
    ) -> Iterator[Sight]:
        """The panel behind "Darstellung": its home, and every setting's own pages."""
        screen = self._screen(stages.ChooseDisplay)
        theme = self._theme
        set_so = replace(presentation, scheme=theme.scheme, side=theme.side)
        offer = Offer(set_so, presentation, languages, speaks=True)
        screen.show_offer(offer)
        screen.on_display()
        panel = screen.panel
        for page in self._panel_pages(screen):
            yield Sight(f"panel {page}", "panel", screen)
        for setting in offer.settings():
            panel.show_setting(setting)
            for page in self._panel_pages(screen):
                yield Sight(f"panel {setting.value} {page}", f"panel {setting.value}", screen)
            panel.strip.done.click()
        panel.strip.done.click()

    def _panel_pages(self, screen: Screen) -> Iterator[int]:
        pager = screen.panel.strip.pager
        first = screen.panel.spoken()
        for page in range(1, MOST_PAGES):
            yield page
            if not pager.isVisible():
                return
            pager.click()
            if screen.panel.spoken() == first:
                return

    def _beginning(self, views: dict[str, QuestionView], forms: list[str]) -> Iterator[Sight]:
        start = self._settings.start
        takes_part, route = views.get(start.participate), views.get(start.route)
        if takes_part is not None:
            screen = self._only(self._glass.start)
            for names, details in ((start.layer1, False), (start.layer2, True)):
                notes = tuple(views[name].label for name in names if name in views)
                kind = "participation-details" if details else "participation"
                last = 0
                for page in self._glass.participating(takes_part, notes, details=details):
                    last = page
                    asks = "-question" if not self._glass.start.decision.isHidden() else ""
                    yield Sight(f"{kind} {page}", kind + asks, screen)
                if not details:
                    yield Sight(f"{kind} {last}, reminder", f"{kind}-reminder", screen)
            chosen = replace(takes_part, value=sample(takes_part))
            for _ in self._glass.participating(chosen, (), details=False):
                yield Sight("participation, chosen", "participation-chosen", screen)
                break
        if route is not None:
            choices = tuple(e for e in route.choices if start.routes.get(e.value) in forms)
            if choices:
                offered = replace(route, choices=choices)
                screen = self._only(self._glass.route)
                for page in self._glass.choosing(offered):
                    yield Sight(f"for-whom {page}", "for-whom", screen)
                yield Sight(f"for-whom {page}, reminder", "for-whom-reminder", screen)
                chosen = replace(offered, value=choices[0].value)
                yield self._show("for-whom-chosen", stages.ForWhom(chosen))

    # Questions

    def _question(self, form: str, asked: Asked) -> Iterator[Sight]:
        """Pages, explanations, answered, reminder, and each reason why an answer is not taken."""
        glass = self._glass
        screen = self._only(glass.question)
        glass.question.reset()
        view = telling(asked.view)
        name, kind = f"{form}/{view.name}", _kind(view)
        for page in glass.turned(view):
            yield Sight(f"{name} {page}", kind, screen)
            if page == 1:
                yield from self._opened(name, kind)
        if any(each.hint for each in view.choices):
            for page in glass.explained(view):
                yield Sight(f"{name}, Was heißt das? {page}", f"{kind} hints", screen)
        if view.kind in (Kind.NOTE, Kind.REPEAT):
            return
        answered = replace(view, value=sample(view))
        for page in glass.turned(answered):
            yield Sight(f"{name} {page}, answered", f"{kind} answered", screen)
        glass.question.reset()
        with self._helped(screen):
            for page in glass.turned(view, hand=Hand.PROXY):
                yield Sight(f"{name} {page}, helped", f"{kind} helped", screen)
        screen.show_stage(Asking(view, PROGRESS, reminder=True))
        yield Sight(f"{name}, reminder", f"{kind} reminder", screen)
        reasons = [words for _, words in asked.messages] or [""]
        for number, words in enumerate(reasons, start=1):
            reason = Rejection.CONSTRAINT if words else Rejection.REQUIRED
            screen.show_stage(Asking(view, PROGRESS, problem=Problem(reason, words)))
            yield Sight(f"{name}, problem {number}", f"{kind} problem", screen)

    def _opened(self, name: str, kind: str) -> Iterator[Sight]:
        """What a tap on this page opens in its place: the keyboard, the signs, a part of a date."""
        screen = self._glass.question
        write = _button(screen, "write")
        if write is not None:
            write.click()
            yield Sight(f"{name}, writing", f"{kind} writing", screen)
        signs = _button(screen, "signs")
        if signs is not None:
            signs.click()
            yield Sight(f"{name}, signs", f"{kind} signs", screen)
            signs.click()
        order = _button(screen, "order")
        if order is not None:
            offer = screen.offer
            screen.show_offer(_ordered(offer, KeyOrder.ABC, self._language))
            yield Sight(f"{name}, ABC", f"{kind} ABC", screen)
            screen.show_offer(_ordered(offer, KeyOrder.QWERTZ, self._language))
        for moment in screen.findChildren(MomentInput):
            boxes = moment.findChildren(PartBox) if moment.isVisible() else []
            for number, box in enumerate(each for each in boxes if each.isVisible()):
                box.click()
                yield Sight(f"{name}, part {number + 1}", f"{kind} part {number + 1}", screen)

    def _overview(self, form: str, questions: list[Asked]) -> Iterator[Sight]:
        lines = []
        for view in (each.view for each in questions):
            if view.kind not in (Kind.NOTE, Kind.REPEAT):
                answer = max((plain(each.label) for each in view.choices), key=len, default="888")
                lines.append(stages.ReviewLine(view.ref, plain(view.label), answer))
        sight = self._show(f"{form}/review 1", stages.Review(tuple(lines)))
        yield sight
        screen = sight.screen
        assert isinstance(screen, ReviewScreen)
        for page in range(2, MOST_PAGES):
            if not (screen.later.isVisible() and screen.later.isEnabled()):
                break
            screen.later.click()
            yield Sight(f"{form}/review {page}", "review", screen)
        empty = tuple(replace(each, answer="") for each in lines[:2])
        yield self._show(f"{form}/review, nothing chosen", stages.Review(empty))
        helped = (stages.ReviewLine("", "", "", hidden=88), *lines[:2])
        with self._helped(screen):
            yield self._show(f"{form}/review, helped", stages.Review(helped, Hand.PROXY))

    # Beside the way

    def _aside(self) -> Iterator[Sight]:
        begun = stages.Review(())
        for name, stage in (
            ("pause", stages.Pause(may_stop=True)),
            ("pause-resting", stages.Pause(may_stop=True, resting=True)),
            ("pause-stopping", stages.Pause(may_stop=True, stopping=True)),
            ("confirm-discard", stages.ConfirmDiscard(begun)),
            ("help", stages.HelpCalled(stages.Welcome())),
            ("help-within", stages.HelpCalled(begun)),
            ("help-alone", stages.HelpCalled(begun, Hand.SELF)),
            ("help-helped", stages.HelpCalled(begun, Hand.PROXY)),
            ("help-unhurried", stages.HelpCalled(begun, Hand.PROXY, unhurried=True)),
            ("privacy", stages.Privacy(begun, Hand.HELPER)),
            ("privacy-wanted", stages.Privacy(begun, Hand.PROXY, wanted=True)),
            ("still-there", stages.StillThere(begun, _STILL_SECONDS, keeps=True)),
            ("still-there-deletes", stages.StillThere(begun, _STILL_SECONDS, keeps=False)),
            ("still-there-often", stages.StillThere(begun, _STILL_SECONDS, keeps=True, often=True)),
            ("still-there-endless", stages.StillThere(begun, 0, keeps=True, often=True)),
            ("hidden", stages.Hidden(600, keeps=True)),
            ("hidden-deletes", stages.Hidden(55, keeps=False)),
            ("hidden-starting-over", stages.Hidden(600, keeps=False, starting_over=True)),
        ):
            yield self._show(name, stage)
            screen = self._screen(type(stage))
            if isinstance(stage, stages.StillThere) and stage.seconds:
                assert isinstance(screen, StillThereScreen)
                screen.on_second(_STILL_SECONDS // 3)
                yield Sight(f"{name}, last seconds", f"{name}-late", screen)

    def _endings(self, views: dict[str, QuestionView]) -> Iterator[Sight]:
        start = self._settings.start
        notes = {
            Farewell.SAVED: start.saved,
            Farewell.TOO_YOUNG: start.too_young,
            Farewell.DECLINED: start.declined,
            Farewell.ALREADY: start.declined,
            Farewell.DISCARDED: start.discarded,
        }
        for farewell, note in notes.items():
            words = (views[note].label,) if note in views else ()
            yield self._show(f"goodbye-{farewell.value}", stages.Goodbye(farewell, words))
            yield self._show(f"goodbye-{farewell.value}, own words", stages.Goodbye(farewell))

    def _staff(self) -> Iterator[Sight]:
        helped = stages.HelpCalled(stages.Review(()))
        for name, stage in (
            ("pin", stages.EnterPin()),
            ("pin-failed", stages.EnterPin(failed=True)),
            ("pin-locked", stages.EnterPin(failed=True, wait_seconds=88)),
            ("pin-form", stages.EnterPin(form="A")),
            ("pin-resuming", stages.EnterPin(resuming=True)),
            ("pin-unhurried", stages.EnterPin(helping=helped)),
            ("pin-hurried", stages.EnterPin(helping=replace(helped, unhurried=True))),
            ("pin-choosing", stages.EnterPin(choosing=True, refused=_PIN_REFUSED)),
            ("pin-repeating", stages.EnterPin(choosing=True, repeating=True)),
            ("day", stages.DayDesk("Bernadette Mustermann", DayState.CLOSED, (), (_REMINDER,))),
            ("day-problem", stages.DayDesk("Anna", DayState.CLOSED, _PROBLEMS)),
            ("day-open", stages.DayDesk("Anna", DayState.OPEN)),
            ("day-paused", stages.DayDesk("Anna", DayState.PAUSED)),
            ("day-closing", stages.DayDesk("Anna", DayState.OPEN, closing=True)),
            ("staff", _STAFF),
            ("staff-daily", replace(_STAFF, opens_daily=True)),
            ("staff-notice", replace(_STAFF, notice="88 Antworten sind auf dem Stick KINGSTON.")),
            ("staff-trouble", replace(_STAFF, notice=_TROUBLE, trouble=True)),
            ("staff-busy", replace(_STAFF, busy=True)),
            ("staff-no-stick", replace(_STAFF, places=())),
            ("out-of-order", stages.OutOfOrder(_TROUBLE, ("Starten Sie dann das Gerät neu.",))),
            ("out-of-order-untrusted", stages.OutOfOrder(message(_UNTRUSTED, "de"))),
        ):
            yield self._show(name, stage)
        yield from self._sound_check()
        screen = self._screen(stages.StaffArea)
        assert isinstance(screen, StaffScreen)
        yield self._show("staff", _STAFF)
        if screen.more.isVisible():
            screen.more.click()
            yield Sight("staff 2", "staff-places", screen)
            screen.more.click()
        screen.end.click()
        yield Sight("staff, ending", "staff-ending", screen)
        screen.stay.click()

    def _sound_check(self) -> Iterator[Sight]:
        languages = tuple((tag, endonym(each)) for tag, each in self._settings.languages.items())
        yield self._show("sound-check", stages.SoundCheck(languages))
        screen = self._screen(stages.SoundCheck)
        assert isinstance(screen, SoundCheckScreen)
        screen.show_voices(tuple((name, number > 0) for number, (_, name) in enumerate(languages)))
        yield Sight("sound-check, voices", "sound-check voices", screen)
        screen.heard()
        yield Sight("sound-check, played", "sound-check played", screen)
        screen.no.click()
        yield Sight("sound-check, not heard", "sound-check not heard", screen)
        screen.show_speech(Speech.NO_SOUND)
        yield Sight("sound-check, no device", "sound-check no device", screen)

    # Showing

    @contextmanager
    def _helped(self, screen: Screen) -> Iterator[None]:
        if self._below_banner is not self._theme:
            screen.set_theme(self._below_banner)
        yield
        if self._below_banner is not self._theme:
            screen.set_theme(self._theme)

    def _show(self, name: str, stage: Stage) -> Sight:
        screen = self._only(self._screen(type(stage)))
        screen.show_stage(stage)
        # Widgets that were let go of stay in sight until an event loop comes round.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        return Sight(name, name.rpartition("/")[2].rstrip(" 1"), screen)

    def _screen(self, kind: type) -> Screen:
        kind = stages.Welcome if kind is stages.Preparing else kind
        if kind not in self._screens:
            screen = self._makers[kind](self._theme, None)
            screen.resize(self._theme.profile.width_px, self._theme.profile.height_px)
            self._screens[kind] = screen
        return self._screens[kind]

    def _only(self, screen: Screen) -> Screen:
        """Show this screen and no other."""
        locale = QLocale(self._language)
        for each in self._screens.values():
            if each is not screen:
                each.hide()
        if screen.locale() != locale:
            screen.setLocale(locale)
        screen.show()
        return screen


def _welcome(
    settings: StudySettings, guard: TapGuard, theme: Theme, parent: QWidget | None
) -> WelcomeScreen:
    return WelcomeScreen(
        theme,
        guard,
        town=settings.town,
        title=settings.title,
        lines=settings.facts,
        languages=tuple(endonym(each) for each in settings.languages.values()),
        greeting=Greeting(settings.greeting, settings.greeting_language, settings.greeting_audio),
        parent=parent,
    )


def _kind(view: QuestionView) -> str:
    """What is the same for all questions that are asked in the same way."""
    words = [view.kind.value]
    if view.layout is not Layout.LIST:
        words.append(view.layout.value)
    words += [name for name in ("search", "readonly") if getattr(view, name)]
    if view.image:
        words.append("picture")
    return "question " + " ".join(words)


def _button(screen: QuestionScreen, name: str) -> Button | None:
    found = screen.findChildren(Button, name)
    return next((each for each in found if each.isVisible() and each.isEnabled()), None)


def _ordered(offer: Offer, order: KeyOrder, language: str) -> Offer:
    presentation = replace(offer.presentation, language=language, key_order=order)
    return replace(offer, presentation=presentation)
