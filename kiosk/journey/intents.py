"""What a person wants, as a value: screens turn touches into intents."""

from dataclasses import dataclass
from pathlib import Path

from kiosk.journey.presentation import Presentation
from kiosk.study.hand import Hand


@dataclass(frozen=True, slots=True)
class Begin:
    """Start from the welcome screen."""


@dataclass(frozen=True, slots=True)
class Forward:
    """ "Weiter", on any screen that has it."""


@dataclass(frozen=True, slots=True)
class Backward:
    """ "Zurück", on any screen that has it."""


@dataclass(frozen=True, slots=True)
class PickLanguage:
    """A language was tapped."""

    language: str


@dataclass(frozen=True, slots=True)
class PickPresentation:
    """Somebody wants the screens otherwise, or another language; takes effect at once."""

    presentation: Presentation


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer on the screen changed to `value` (see QuestionView.value)."""

    value: str


@dataclass(frozen=True, slots=True)
class MissedOften:
    """Several touches of the practice missed: say what would make them easier."""


@dataclass(frozen=True, slots=True)
class Rest:
    """Rest a little: the clock is patient."""


@dataclass(frozen=True, slots=True)
class StopHere:
    """Hand in what there is and stop; asked once more."""


@dataclass(frozen=True, slots=True)
class ShowPin:
    """Staff bring a hidden interview back."""


@dataclass(frozen=True, slots=True)
class StartOver:
    """Somebody else wants to begin while an interview is hidden; asked once more."""


@dataclass(frozen=True, slots=True)
class ShowDetails:
    """Show or leave the second layer of the participation text."""

    shown: bool


@dataclass(frozen=True, slots=True)
class Change:
    """ "Ändern" on a line of the review."""

    ref: str


@dataclass(frozen=True, slots=True)
class Finish:
    """ "Fertig": seal and thank."""


@dataclass(frozen=True, slots=True)
class Discard:
    """ "Alles verwerfen" was tapped."""


@dataclass(frozen=True, slots=True)
class ConfirmedDiscard:
    """The person confirmed: delete everything."""


@dataclass(frozen=True, slots=True)
class CallHelp:
    """ "Hilfe holen"."""


@dataclass(frozen=True, slots=True)
class Resume:
    """Go on: after help, after "Sind Sie noch da?", after a refused discard."""


@dataclass(frozen=True, slots=True)
class HandOver:
    """From here on somebody helps, or types, or the person goes on alone."""

    hand: Hand


@dataclass(frozen=True, slots=True)
class WentIdle:
    """Nobody touched anything for the idle time."""


@dataclass(frozen=True, slots=True)
class IdleExpired:
    """Nobody answered "Sind Sie noch da?"."""


@dataclass(frozen=True, slots=True)
class Leave:
    """The last screen was tapped or its time is over."""


@dataclass(frozen=True, slots=True)
class HoldCorner:
    """The corner was held: staff want in."""


@dataclass(frozen=True, slots=True)
class EnteredPin:
    """A PIN was entered."""

    pin: str


@dataclass(frozen=True, slots=True)
class Export:
    """Hand over everything waiting to a folder or stick."""

    folder: Path


@dataclass(frozen=True, slots=True)
class Exported:
    """How the hand-over went, in a sentence for staff."""

    notice: str
    trouble: bool
    responses: int = 0  # handed over


@dataclass(frozen=True, slots=True)
class ShowDay:
    """To the page where the day is opened and closed."""


@dataclass(frozen=True, slots=True)
class ShowArea:
    """To counts and handing over."""


@dataclass(frozen=True, slots=True)
class OpenDay:
    """Visitors may come in."""


@dataclass(frozen=True, slots=True)
class PauseDay:
    """Nobody comes in for a while."""


@dataclass(frozen=True, slots=True)
class CloseDay:
    """The day is over; asked once more."""


@dataclass(frozen=True, slots=True)
class Refresh:
    """Look again for sticks and counts."""


@dataclass(frozen=True, slots=True)
class CheckSound:
    """Listen whether the terminal is heard."""


@dataclass(frozen=True, slots=True)
class SoundChecked:
    """Staff have heard it."""


@dataclass(frozen=True, slots=True)
class LeaveStaff:
    """Back to the welcome screen."""


@dataclass(frozen=True, slots=True)
class Quit:
    """End the program (staff only)."""


Intent = (
    Begin
    | Forward
    | Backward
    | PickLanguage
    | PickPresentation
    | Answer
    | MissedOften
    | Rest
    | StopHere
    | ShowPin
    | StartOver
    | ShowDetails
    | Change
    | Finish
    | Discard
    | ConfirmedDiscard
    | CallHelp
    | HandOver
    | Resume
    | WentIdle
    | IdleExpired
    | Leave
    | HoldCorner
    | EnteredPin
    | Export
    | Exported
    | ShowDay
    | ShowArea
    | OpenDay
    | PauseDay
    | CloseDay
    | Refresh
    | CheckSound
    | SoundChecked
    | LeaveStaff
    | Quit
)
