"""Before the first person: is this the glass that was measured, and does the study fit it?"""

from pathlib import Path

from kiosk.errors import KioskError
from kiosk.settings import TerminalSettings
from kiosk.ui.fitting.looking import look_through
from kiosk.ui.fitting.passed import has_passed
from kiosk.ui.theme import DisplayProfile

ALIKE = 0.02
"""How much the proportions may differ: another resolution of the same panel has the same."""


class NotMeasured(KioskError):
    """Nobody has said how large this glass is."""


def check_glass(
    folder: Path, settings: TerminalSettings, study_hash: str, profile: DisplayProfile
) -> None:
    """Look once for each study, glass and version of the program; takes up to a minute then.

    `profile` is the glass as it is now. Raises NotMeasured, and NotLookedThrough where the study
    does not fit.
    """
    if not settings.measured:
        raise NotMeasured(
            de="Dieser Bildschirm ist noch nicht gemessen. Bitte messen Sie ihn: "
            "kiosk terminal measure",
            en="This display has not been measured yet. Measure it: kiosk terminal measure",
        )
    if settings.width_px and not _alike(settings, profile):
        raise NotMeasured(
            de=f"Dieser Bildschirm ({profile.width_px} × {profile.height_px}) ist ein anderer als "
            f"der gemessene ({settings.width_px} × {settings.height_px}). Bitte messen Sie ihn: "
            "kiosk terminal measure",
            en=f"This display ({profile.width_px} × {profile.height_px}) is another one than was "
            f"measured ({settings.width_px} × {settings.height_px}). Measure it: "
            "kiosk terminal measure",
        )
    if not has_passed(folder, study_hash, profile):
        look_through(folder, profile.width_px, profile.height_px)


def _alike(settings: TerminalSettings, profile: DisplayProfile) -> bool:
    """Whether it may be the same panel, turned or at another resolution."""
    measured = sorted((settings.width_px, settings.height_px))
    now = sorted((profile.width_px, profile.height_px))
    return abs(measured[0] * now[1] / (measured[1] * now[0]) - 1) <= ALIKE
