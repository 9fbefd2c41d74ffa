"""Every screen but the question's, with the texts of the Rothenburg survey, for looking at."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from kiosk.errors import message
from kiosk.forms.view import ChoiceView, Kind, QuestionView
from kiosk.journey.desk import COUNTS
from kiosk.journey.readiness import Facts, readiness
from kiosk.journey.stages import (
    ChooseDisplay,
    ChooseLanguage,
    Closed,
    ConfirmDiscard,
    DayDesk,
    EnterPin,
    Farewell,
    ForWhom,
    Goodbye,
    HelpCalled,
    Hidden,
    OutOfOrder,
    Participation,
    Pause,
    Practice,
    Preparing,
    Privacy,
    Review,
    ReviewLine,
    SoundCheck,
    StaffArea,
    Stage,
    StillThere,
    Welcome,
)
from kiosk.storage.day import DayState
from kiosk.study.diagnosis import finding
from kiosk.study.errors import UntrustedStudy
from kiosk.study.hand import Hand
from kiosk.ui.fitting.own import GlassTooSmall
from kiosk.ui.staff.day_screen import DayScreen
from kiosk.ui.staff.pin_screen import PinScreen
from kiosk.ui.staff.sound_check_screen import SoundCheckScreen
from kiosk.ui.staff.staff_screen import StaffScreen
from kiosk.ui.terminal.closed_screen import ClosedScreen
from kiosk.ui.terminal.confirm_discard_screen import ConfirmDiscardScreen
from kiosk.ui.terminal.display_screen import DisplayScreen
from kiosk.ui.terminal.for_whom_screen import ForWhomScreen
from kiosk.ui.terminal.goodbye_screen import GoodbyeScreen
from kiosk.ui.terminal.help_called_screen import HelpCalledScreen
from kiosk.ui.terminal.hidden_screen import HiddenScreen
from kiosk.ui.terminal.language_screen import LanguageScreen
from kiosk.ui.terminal.out_of_order_screen import OutOfOrderScreen
from kiosk.ui.terminal.participation_screen import ParticipationScreen
from kiosk.ui.terminal.pause_screen import PauseScreen
from kiosk.ui.terminal.practice_screen import PracticeScreen
from kiosk.ui.terminal.privacy_screen import PrivacyScreen
from kiosk.ui.terminal.review_screen import ReviewScreen
from kiosk.ui.terminal.screen import Screen
from kiosk.ui.terminal.still_there_screen import StillThereScreen
from kiosk.ui.terminal.welcome_screen import Greeting, WelcomeScreen
from kiosk.ui.theme import DisplayProfile, Theme
from kiosk.ui.widgets.tap_guard import TapGuard

STUDY = Path(__file__).parents[2] / "resources/studies/rothenburg"


def study_texts(prefix: str) -> tuple[str, ...]:
    """The notes of the start form whose names begin with `prefix`, in order."""
    table = (STUDY / "S.md").read_text(encoding="utf-8")
    found = re.findall(rf"^\| \| note \| {prefix}_?\d* \| (.*?) \|", table, re.MULTILINE)
    fills = {"hauptamt": "035772 30", "dsb": "datenschutz@rothenburg-ol.de", "monat": "Mai"}
    return tuple(text.format(**fills) for text in found)


TAKE_PART = QuestionView(
    ref="/data/S3",
    name="S3",
    kind=Kind.SELECT_ONE,
    label="Diese Umfrage ist freiwillig und anonym. Bitte machen Sie nur einmal mit.",
    choices=(
        ChoiceView("1", "Ja, ich mache mit"),
        ChoiceView("2", "Ich bin jünger als 14"),
        ChoiceView("3", "Ich habe schon mitgemacht"),
        ChoiceView("4", "Nein, danke"),
    ),
    required=True,
)

WHOM = QuestionView(
    ref="/data/S5",
    name="S5",
    kind=Kind.SELECT_ONE,
    label="Für wen antworten Sie?",
    choices=(
        ChoiceView("1", "für mich, kurz: 5 Minuten"),
        ChoiceView("2", "für mich, länger: 12 Minuten"),
        ChoiceView("3", "für einen Betrieb"),
        ChoiceView("4", "für einen Verein oder eine Einrichtung"),
        ChoiceView("5", "ich arbeite bei der Stadt"),
    ),
    required=True,
)

REVIEW_LINES = (
    ReviewLine("/data/D1", "Wie alt sind Sie?", "70 bis 79 Jahre"),
    ReviewLine(
        "/data/E3",
        "Wie gut hat Ihr letzter Kontakt mit der Stadtverwaltung geklappt?",
        "eher gut",
    ),
    ReviewLine(
        "/data/L1",
        "Was haben Sie in den letzten 3 Jahren gebraucht? Oder was brauchen Sie bald?",
        "Personalausweis, Reisepass; Wohnung an-, um- oder abmelden; Steuern, Gebühren, "
        "Rechnungen; Schaden melden",
    ),
    ReviewLine(
        "/data/loop[1]/L3",
        "Personalausweis, Reisepass: Wie wichtig ist Ihnen, dass das auch online geht?",
        "",
    ),
    ReviewLine("/data/Z2", "Wie oft sind Sie im Internet? Auch WhatsApp zählt dazu.", "Seltener"),
    ReviewLine("/data/D2", "Welches Geschlecht haben Sie?", "keine Angabe"),
    ReviewLine("/data/D3", "Wo wohnen Sie?", "Rothenburg"),
)

REMINDER = "Bitte übergeben Sie bald die gesammelten Antworten auf einen Stick."
PROBLEMS = readiness(
    Facts(100 << 20, 200 << 20, True, date(2000, 1, 1), date(2026, 11, 22), 0, None)
).problems

STAFF = StaffArea(
    counts=tuple((label, str(3 * number)) for number, (_kind, label) in enumerate(COUNTS)),
    waiting=31,
    places=(("/media/stick", "Stick KINGSTON"), ("/srv/uebergabe", "Ordner Übergabe")),
    study="3f6a09c1",
)

UNTRUSTED = UntrustedStudy(
    "study.zip",
    "ist mit einem fremden Schlüssel unterschrieben (0123456789abcdef). Das Terminal vertraut nur "
    "fedcba9876543210. Bitte fragen Sie das Projektteam, woher das Paket stammt.",
    "…",
)

MISFIT = GlassTooSmall(
    DisplayProfile(1920, 1080, 15.6),
    tuple(
        finding(
            "E901",
            "V",
            f"/data/services/{name}",
            "label::Leichte Sprache (de-x-leicht)",
            "der Text der Frage passt nicht auf den Bildschirm der Frage; bitte kürzen "
            "(größte Schrift, 15,6 Zoll).",
            "…",
        )
        for name in ("L6", "L7", "L8", "L9")
    ),
)

STAGES: dict[str, Stage] = {
    "preparing": Preparing(),
    "welcome": Welcome(),
    "sound-check": SoundCheck((("de", "Deutsch"),)),
    "language": ChooseLanguage(
        (("de", "Deutsch"), ("pl", "Polski"), ("en", "English"), ("uk", "Українська"))
    ),
    "display": ChooseDisplay(2, read_aloud=False),
    "practice": Practice(),
    "practice-wrong": Practice("pear"),
    "practice-passed": Practice("apple"),
    "practice-easier": Practice(offering=True),
    "participation": Participation(TAKE_PART, study_texts("D3"), study_texts("P2")),
    "participation-details": Participation(
        TAKE_PART, study_texts("D3"), study_texts("P2"), showing_details=True
    ),
    "for-whom": ForWhom(WHOM),
    "review": Review(REVIEW_LINES * 4),
    "review-helped": Review((ReviewLine("", "", "", 12), *REVIEW_LINES * 4), Hand.PROXY),
    "privacy": Privacy(Welcome(), Hand.HELPER),
    "privacy-wanted": Privacy(Welcome(), Hand.HELPER, wanted=True),
    "pause": Pause(may_stop=True),
    "pause-resting": Pause(may_stop=True, resting=True),
    "pause-stopping": Pause(may_stop=True, stopping=True),
    "confirm-discard": ConfirmDiscard(Welcome()),
    "help-called": HelpCalled(Welcome()),
    "help-called-within": HelpCalled(Review(REVIEW_LINES)),
    "help-called-alone": HelpCalled(Review(REVIEW_LINES), Hand.SELF),
    "help-called-helped": HelpCalled(Review(REVIEW_LINES), Hand.PROXY),
    "help-called-unhurried": HelpCalled(Review(REVIEW_LINES), Hand.PROXY, unhurried=True),
    "still-there-endless": StillThere(Welcome(), 0, keeps=True, often=True),
    "still-there": StillThere(Welcome(), 45, keeps=True),
    "still-there-deletes": StillThere(Welcome(), 45, keeps=False),
    "still-there-often": StillThere(Welcome(), 45, keeps=True, often=True),
    "hidden": Hidden(600, keeps=True),
    "hidden-deletes": Hidden(55, keeps=False),
    "hidden-over": Hidden(600, keeps=False, starting_over=True),
    "goodbye": Goodbye(Farewell.SAVED, study_texts("E_ENDE")),
    "goodbye-young": Goodbye(Farewell.TOO_YOUNG, study_texts("E_KIND")),
    "goodbye-discarded": Goodbye(Farewell.DISCARDED),
    "pin": EnterPin(),
    "pin-unhurried": EnterPin(helping=HelpCalled(Welcome())),
    "pin-hurried": EnterPin(helping=HelpCalled(Welcome(), unhurried=True)),
    "pin-failed": EnterPin(failed=True),
    "pin-locked": EnterPin(failed=True, wait_seconds=15),
    "pin-choosing": EnterPin(
        choosing=True, refused="Diese PIN ist zu leicht zu erraten oder schon vergeben."
    ),
    "pin-repeating": EnterPin(choosing=True, repeating=True),
    "closed": Closed(),
    "closed-paused": Closed(paused=True),
    "day": DayDesk("Anna", DayState.CLOSED, (), (REMINDER,)),
    "day-problem": DayDesk("Anna", DayState.CLOSED, PROBLEMS),
    "day-open": DayDesk("Anna", DayState.OPEN),
    "day-paused": DayDesk("Anna", DayState.PAUSED),
    "day-closing": DayDesk("Anna", DayState.OPEN, closing=True),
    "staff": STAFF,
    "staff-daily": replace(STAFF, opens_daily=True),
    "staff-notice": replace(STAFF, notice="31 Antworten sind auf dem Stick KINGSTON."),
    "staff-trouble": replace(
        STAFF,
        notice="Der Stick KINGSTON ist voll. Bitte nehmen Sie einen anderen Stick.",
        trouble=True,
    ),
    "staff-busy": replace(STAFF, busy=True),
    "staff-no-stick": replace(STAFF, places=()),
    "out-of-order": OutOfOrder(
        "Die Festplatte ist voll.",
        ("Bitte übergeben Sie die Antworten auf einen Stick. Starten Sie dann das Gerät neu.",),
    ),
    "out-of-order-misfit": OutOfOrder(message(MISFIT, "de")),
    "out-of-order-untrusted": OutOfOrder(message(UNTRUSTED, "de")),
}


def make_screen(stage: Stage, theme: Theme, guard: TapGuard, clock: Callable[[], float]) -> Screen:
    """The screen of `stage`, not yet showing it."""
    match stage:
        case Preparing() | Welcome():
            return WelcomeScreen(
                theme,
                guard,
                town="Rothenburg/O.L.",
                title="Was soll digital werden – und was nicht?",
                lines=("freiwillig – anonym", "5 oder 12 Minuten"),
                languages=("Deutsch",),
                greeting=Greeting("Willkommen · Witajće k nam"),
            )
        case StillThere():
            return StillThereScreen(theme, guard, clock)
        case Hidden():
            return HiddenScreen(theme, guard, clock)
        case Goodbye():
            return GoodbyeScreen(theme, guard, clock)
        case EnterPin():
            return PinScreen(theme, guard, clock)
    plain: dict[type, Callable[[Theme, TapGuard], Screen]] = {
        ChooseLanguage: LanguageScreen,
        ChooseDisplay: DisplayScreen,
        Practice: PracticeScreen,
        Pause: PauseScreen,
        Participation: ParticipationScreen,
        ForWhom: ForWhomScreen,
        Privacy: PrivacyScreen,
        Review: ReviewScreen,
        ConfirmDiscard: ConfirmDiscardScreen,
        HelpCalled: HelpCalledScreen,
        Closed: ClosedScreen,
        DayDesk: DayScreen,
        StaffArea: StaffScreen,
        SoundCheck: SoundCheckScreen,
        OutOfOrder: OutOfOrderScreen,
    }
    return plain[type(stage)](theme, guard)
