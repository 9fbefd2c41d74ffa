"""Finding the study that bundles were collected for: it travels beside them."""

from collections.abc import Sequence
from pathlib import Path

from kiosk.errors import KioskError
from kiosk.study.study import SUFFIX, Study, open_package

_LEVELS = 3
"""KIOSK-EXPORT/<project>/<device>/: the package lies at most this far above a bundle."""


class NoStudy(KioskError):
    """There is no study package beside the bundles, or more than one."""


def find_study(bundles: Sequence[Path]) -> Study:
    """The one study package beside or above the bundle files and folders named.

    Raises NoStudy, or StudyError when the package found is damaged.
    """
    folders: set[Path] = set()
    for path in bundles:
        start = path.resolve()
        folders.update(([start] if start.is_dir() else []) + list(start.parents[:_LEVELS]))
        if start.is_dir():
            folders.update(each.parent for each in start.rglob(f"*{SUFFIX}"))
    found = {path.name: path for folder in folders for path in folder.glob(f"*{SUFFIX}")}
    studies = {study.hash: study for study in map(open_package, found.values())}
    if len(studies) == 1:
        return next(iter(studies.values()))
    if not studies:
        raise NoStudy(
            de="Neben den Paketen liegt kein Studienpaket (…study.zip). Bitte geben Sie es mit "
            "--study an.",
            en="There is no study package (…study.zip) beside the bundles. Name it with --study.",
        )
    raise NoStudy(
        de="Neben den Paketen liegen mehrere Studienpakete: "
        f"{', '.join(sorted(found))}. Bitte wählen Sie eines mit --study.",
        en=f"There are several study packages beside the bundles: {', '.join(sorted(found))}. "
        "Choose one with --study.",
    )
