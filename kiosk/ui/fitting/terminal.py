"""A terminal's own glass and study, as its settings know them."""

from pathlib import Path

from kiosk.settings import TerminalSettings
from kiosk.study.study import Study
from kiosk.ui.fitting.application import translation_of, unseen_application
from kiosk.ui.fitting.own import GlassTooSmall, misfits
from kiosk.ui.fitting.passed import remember
from kiosk.ui.fitting.study import Step
from kiosk.ui.theme import DisplayProfile


def profile_of(settings: TerminalSettings) -> DisplayProfile:
    """The glass as it was measured."""
    return DisplayProfile(
        settings.width_px, settings.height_px, settings.diagonal_inch, settings.view_mm
    )


def refuse_misfits(study: Study, settings: TerminalSettings, step: Step) -> None:
    """Raises GlassTooSmall naming what does not fit; MissingFontError, DamagedTranslationError."""
    profile = profile_of(settings)
    application = unseen_application()
    translation = translation_of(application)
    found = misfits(study, profile, translation, step)
    translation.close()
    if found:
        raise GlassTooSmall(profile, found)


def note(folder: Path, study: Study, settings: TerminalSettings) -> None:
    """Remember that the study fits. Raises OSError."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    remember(folder, study.hash, profile_of(settings))
