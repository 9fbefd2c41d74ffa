"""The screens behind the first one; a module of its own, so that the first frame imports none."""

from collections.abc import Callable, Mapping

from kiosk.journey import stages
from kiosk.ui.pictograms import Pictograms
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
from kiosk.ui.terminal.participation_screen import ParticipationScreen
from kiosk.ui.terminal.pause_screen import PauseScreen
from kiosk.ui.terminal.practice_screen import PracticeScreen
from kiosk.ui.terminal.privacy_screen import PrivacyScreen
from kiosk.ui.terminal.question_screen import QuestionScreen
from kiosk.ui.terminal.review_screen import ReviewScreen
from kiosk.ui.terminal.still_there_screen import StillThereScreen
from kiosk.ui.widgets.tap_guard import TapGuard
from kiosk.ui.window import Screens


def other_screens(
    guard: TapGuard, media: Mapping[str, bytes], clock: Callable[[], float]
) -> Screens:
    """How the screen of each stage is made that needs the rooms to be open.

    `media` are the study package's, by name; `clock` gives monotonic seconds.
    """
    pictograms = Pictograms(lambda name: media.get(name, b""))
    return {
        stages.Closed: lambda theme, parent: ClosedScreen(theme, guard, parent),
        stages.DayDesk: lambda theme, parent: DayScreen(theme, guard, parent),
        stages.ChooseLanguage: lambda theme, parent: LanguageScreen(theme, guard, parent),
        stages.ChooseDisplay: lambda theme, parent: DisplayScreen(theme, guard, parent),
        stages.Practice: lambda theme, parent: PracticeScreen(theme, guard, parent),
        stages.Pause: lambda theme, parent: PauseScreen(theme, guard, parent),
        stages.Hidden: lambda theme, parent: HiddenScreen(theme, guard, clock, parent),
        stages.Participation: lambda theme, parent: ParticipationScreen(theme, guard, parent),
        stages.ForWhom: lambda theme, parent: ForWhomScreen(theme, guard, parent),
        stages.Asking: lambda theme, parent: QuestionScreen(theme, guard, pictograms, parent),
        stages.Review: lambda theme, parent: ReviewScreen(theme, guard, parent),
        stages.Privacy: lambda theme, parent: PrivacyScreen(theme, guard, parent),
        stages.ConfirmDiscard: lambda theme, parent: ConfirmDiscardScreen(theme, guard, parent),
        stages.HelpCalled: lambda theme, parent: HelpCalledScreen(theme, guard, parent),
        stages.StillThere: lambda theme, parent: StillThereScreen(
            theme, guard, clock, parent=parent
        ),
        stages.Goodbye: lambda theme, parent: GoodbyeScreen(theme, guard, clock, parent=parent),
        stages.EnterPin: lambda theme, parent: PinScreen(theme, guard, clock, parent=parent),
        stages.StaffArea: lambda theme, parent: StaffScreen(theme, guard, parent),
        stages.SoundCheck: lambda theme, parent: SoundCheckScreen(theme, guard, parent),
    }
