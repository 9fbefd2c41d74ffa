"""`kiosk study check --display`: what does not fit the glass."""

import importlib
from collections.abc import Mapping
from typing import Annotated, Any

import typer

from kiosk.commands import err, say
from kiosk.errors import KioskError
from kiosk.forms.form import Form
from kiosk.study.finding import Finding
from kiosk.study.media import media_files
from kiosk.study.settings import StudySettings

ALL = "all"

Displays = Annotated[
    list[str] | None,
    typer.Option(
        "--display",
        help=say(
            "prüft, ob alles auf dieses Display passt: 15.6, 21.5, 13.3p (hochkant), all; "
            "auch mehrmals",
            "checks whether everything fits this display: 15.6, 21.5, 13.3p (upright), all; "
            "may be given again",
        ),
    ),
]


class UnknownDisplay(KioskError):
    """--display names none."""

    def __init__(self, name: str) -> None:
        super().__init__(
            de=f"--display {name}: Bitte nennen Sie die Diagonale in Zoll, 7 bis 65, hochkant mit "
            "p dahinter: 15.6 oder 13.3p; oder all.",
            en=f"--display {name}: name the diagonal in inches, 7 to 65, with p behind it where "
            "it stands upright: 15.6 or 13.3p; or all.",
        )


def named_displays(names: list[str]) -> dict[str, Any]:
    """The DisplayProfile of each display named, each once; "all" are the usual ones.

    Raises UnknownDisplay.
    """
    # Only who asks for it waits for Qt.
    known = importlib.import_module("kiosk.ui.fitting.displays")
    profiles: dict[str, Any] = {}
    for name in (one for each in names for one in (known.USUAL if each == ALL else (each,))):
        try:
            profiles[name] = known.display(name)
        except ValueError as error:
            raise UnknownDisplay(name) from error
    return profiles


def fitting_findings(
    displays: list[str] | None,
    settings: StudySettings | None,
    forms: Mapping[str, Form],
    files: Mapping[str, bytes],
) -> list[Finding]:
    """What does not fit, with progress on stderr; `files` as a package holds them.

    Raises UnknownDisplay, MissingFontError and DamagedTranslationError.
    """
    if not displays:
        return []
    profiles = named_displays(displays)
    study = importlib.import_module("kiosk.ui.fitting.study")
    unseen = importlib.import_module("kiosk.ui.fitting.application")
    application = unseen.unseen_application()
    translation = unseen.translation_of(application)
    with err.status("") as status:
        laid = study.Laid(settings, forms, media_files(files))
        found: list[Finding] = study.unfitting(laid, profiles, translation, status.update)
    translation.close()
    return found


def not_looked_at(displays: list[str] | None) -> str:
    """What the summary adds where nobody asked for a display."""
    if displays:
        return ""
    return say(
        " Ob alles auf das Glas passt, wurde nicht geprüft (--display 15.6).",
        " Whether everything fits the glass was not checked (--display 15.6).",
    )
