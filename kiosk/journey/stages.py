"""What the kiosk shows is a value: one Stage at a time."""

from dataclasses import dataclass, field
from enum import StrEnum

from kiosk.forms.view import ChoiceView, Problem, Progress, QuestionView
from kiosk.storage.day import DayState
from kiosk.study.hand import Hand


class Farewell(StrEnum):
    """Why an interview ended, as the last screen tells it."""

    SAVED = "saved"  # "Vielen Dank! Ihre Antworten sind gespeichert."
    TOO_YOUNG = "too-young"  # E_KIND
    ALREADY = "already"  # E_DANKE, nothing stored
    DECLINED = "declined"
    DISCARDED = "discarded"


@dataclass(frozen=True, slots=True)
class Preparing:
    """The first frame: the welcome screen, whose rooms behind are still being opened."""


@dataclass(frozen=True, slots=True)
class Welcome:
    """The town's welcome. Any tap on "Beginnen" starts."""


@dataclass(frozen=True, slots=True)
class Closed:
    """Nobody has opened the day, or staff make a break."""

    paused: bool = False


@dataclass(frozen=True, slots=True)
class ChooseLanguage:
    """Which language? `languages` are (BCP 47 tag, name in that language)."""

    languages: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ChooseDisplay:
    """Text size 1 to 3 and reading aloud, shown in the size they choose."""

    text_size: int
    read_aloud: bool


@dataclass(frozen=True, slots=True)
class Practice:
    """One harmless tap before anything counts: WANTED of FRUITS is asked for, `chosen` was tapped.

    `offering`: some taps missed, and it is asked what would make them easier. Nothing of it is
    kept.
    """

    chosen: str = ""
    offering: bool = False

    @property
    def passed(self) -> bool:
        """Whether what was asked for was tapped."""
        return self.chosen == WANTED


FRUITS = ("apple", "pear", "plum")
WANTED = "apple"


@dataclass(frozen=True, slots=True)
class Participation:
    """The participation text (layer 1) and its four answers; `details` is layer 2."""

    question: QuestionView
    paragraphs: tuple[str, ...]
    details: tuple[str, ...] = ()
    showing_details: bool = False


@dataclass(frozen=True, slots=True)
class ForWhom:
    """Whom does the person answer for, short or long."""

    question: QuestionView


@dataclass(frozen=True, slots=True)
class Asking:
    """One question. `reminder`: nothing was chosen and "Weiter" was tapped once."""

    question: QuestionView
    progress: Progress
    first: bool = False
    changing: bool = False  # came here from the review; "Weiter" leads back there
    reminder: bool = False
    problem: Problem | None = None
    hand: Hand = Hand.SELF  # who answers


@dataclass(frozen=True, slots=True)
class Pause:
    """A break in the long form. `may_stop`: what there is may be handed in here.

    `resting`: the person rests, and the clock is patient. `stopping`: really stop here?
    """

    may_stop: bool
    resting: bool = False
    stopping: bool = False


@dataclass(frozen=True, slots=True)
class ReviewLine:
    """A question and its answer in words, as the review shows it.

    `hidden`: so many answers that whoever helps may not see; the line says nothing else of them.
    """

    ref: str
    label: str
    answer: str  # "" = nothing chosen
    hidden: int = 0


@dataclass(frozen=True, slots=True)
class Review:
    """All answers, each with "Ändern", before "Fertig"."""

    lines: tuple[ReviewLine, ...]
    hand: Hand = Hand.SELF


@dataclass(frozen=True, slots=True)
class Privacy:
    """Somebody else helps now, and does not see what was answered before.

    `wanted`: such an answer was to be seen or changed, and only the person alone may do that.
    """

    behind: "Stage"
    hand: Hand
    wanted: bool = False


@dataclass(frozen=True, slots=True)
class ConfirmDiscard:
    """ "Alles verwerfen" asks once more; `behind` is where "Weiter ausfüllen" leads."""

    behind: "Stage"


@dataclass(frozen=True, slots=True)
class HelpCalled:
    """Answers hidden, staff called; `behind` comes back when someone taps on.

    `hand`: who answers, and may be said here otherwise; None before the first question.
    `unhurried`: staff have turned the time limit off.
    """

    behind: "Stage"
    hand: Hand | None = None
    unhurried: bool = False


@dataclass(frozen=True, slots=True)
class StillThere:
    """ "Sind Sie noch da?": nothing of `behind` shows. `keeps` says what happens to the answers.

    `seconds` are 0 where it waits without end.
    """

    behind: "Stage"
    seconds: int
    keeps: bool
    often: bool = False  # asked several times now: somebody may need help


@dataclass(frozen=True, slots=True)
class Hidden:
    """Nobody answered. For `seconds` staff may bring the interview back with their PIN.

    Nothing of it is in this value. `keeps` says what happens to the answers then;
    `starting_over`: somebody else wants to begin, and is asked once more.
    """

    seconds: int
    keeps: bool
    starting_over: bool = False


@dataclass(frozen=True, slots=True)
class Goodbye:
    """The last screen, before everything is reset."""

    farewell: Farewell
    paragraphs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EnterPin:
    """Staff enter their PIN. `wait_seconds` > 0 while locked.

    `form` is the questionnaire the group PIN opens; "" where the staff area is entered, or
    `resuming` brings a hidden interview back, or `helping` turns its time limit off, or on again.
    `choosing`: somebody picks a PIN of their own, the second time `repeating` it; `refused` says
    in German why the last one was not taken.
    """

    failed: bool = False
    wait_seconds: int = 0
    form: str = ""
    resuming: bool = False
    helping: HelpCalled | None = None
    choosing: bool = False
    repeating: bool = False
    refused: str = ""


@dataclass(frozen=True, slots=True)
class StaffArea:
    """Today's counts, export, quit. `notice` is what the last action said.

    `study` is the short hash of the study package, to compare with what the project team built.
    Where the terminal `opens_daily`, the day has a page of its own; `open` says how it stands.
    """

    counts: tuple[tuple[str, str], ...] = ()
    waiting: int = 0
    places: tuple[tuple[str, str], ...] = ()  # (path, name) of sticks and folders to export to
    notice: str = ""
    trouble: bool = False
    busy: bool = False
    study: str = ""
    opens_daily: bool = False
    open: bool = True


@dataclass(frozen=True, slots=True)
class DayDesk:
    """Staff open, pause or close the day. `name` of whoever is signed in.

    `problems` must be put right before it can be opened; `closing`: close for today?
    """

    name: str
    state: DayState
    problems: tuple[str, ...] = ()
    reminders: tuple[str, ...] = ()
    closing: bool = False
    notice: str = ""


@dataclass(frozen=True, slots=True)
class SoundCheck:
    """Staff listen whether the terminal is heard. `languages` are (BCP 47 tag, own name)."""

    languages: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class OutOfOrder:
    """The terminal cannot go on; `text` says why and what staff do."""

    text: str
    detail: tuple[str, ...] = field(default=())


Stage = (
    Preparing
    | Welcome
    | Closed
    | ChooseLanguage
    | ChooseDisplay
    | Practice
    | Participation
    | ForWhom
    | Asking
    | Pause
    | Review
    | Privacy
    | ConfirmDiscard
    | HelpCalled
    | StillThere
    | Hidden
    | Goodbye
    | EnterPin
    | StaffArea
    | DayDesk
    | SoundCheck
    | OutOfOrder
)

__all__ = [
    "FRUITS",
    "WANTED",
    "Asking",
    "ChoiceView",
    "ChooseDisplay",
    "ChooseLanguage",
    "Closed",
    "ConfirmDiscard",
    "DayDesk",
    "EnterPin",
    "Farewell",
    "ForWhom",
    "Goodbye",
    "Hand",
    "HelpCalled",
    "Hidden",
    "OutOfOrder",
    "Participation",
    "Pause",
    "Practice",
    "Preparing",
    "Privacy",
    "Review",
    "ReviewLine",
    "SoundCheck",
    "StaffArea",
    "Stage",
    "StillThere",
    "Welcome",
]
