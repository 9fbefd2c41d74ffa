"""How long nobody may touch the screen, stage by stage."""

from kiosk.forms.view import Kind
from kiosk.journey.stages import (
    Asking,
    ChooseDisplay,
    ChooseLanguage,
    Closed,
    ConfirmDiscard,
    DayDesk,
    EnterPin,
    ForWhom,
    Goodbye,
    HelpCalled,
    Participation,
    Pause,
    Practice,
    Privacy,
    Review,
    SoundCheck,
    StaffArea,
    Stage,
    Welcome,
)

BEFORE_ANSWERS = 120
"""Seconds on a screen before the first question: nothing to lose but settings, no alert."""
WRITING = 60
"""Seconds more while the keyboard is open (accessibility.md §4)."""
HELP = 600
"""Seconds while help is on its way."""
STAFF = 120
"""Seconds in the staff area."""
UNHURRIED = 1800
"""`alert_seconds` for whom staff have turned the time limit off (WCAG 2.2.1 "turn off"): then the
answers hide from whoever passes by, and wait without end."""


def idle_seconds(stage: Stage, alert_seconds: int) -> int | None:
    """Seconds without a touch after which WentIdle comes; None where it never does."""
    match stage:
        case Asking(question) if question.kind is Kind.TEXT or question.search:
            return alert_seconds + WRITING
        case Pause(resting=True):
            return 2 * alert_seconds
        case Asking() | Pause() | Review() | Privacy() | ConfirmDiscard():
            return alert_seconds
        case (
            Welcome()
            | Closed()
            | ChooseLanguage()
            | ChooseDisplay()
            | Practice()
            | Participation()
            | ForWhom()
        ):
            return BEFORE_ANSWERS
        case HelpCalled():
            return max(HELP, alert_seconds)
        case EnterPin() | StaffArea() | DayDesk() | SoundCheck():
            return STAFF
        case Goodbye():
            return None  # the screen itself leaves after 20 s
        case _:
            return None
