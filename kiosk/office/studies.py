"""Finding the study that bundles were collected for: it travels beside them."""

from collections.abc import Collection, Sequence
from pathlib import Path

from kiosk.errors import KioskError
from kiosk.sealing.signing import Signer
from kiosk.study.study import SUFFIX, Study, open_package

_LEVELS = 3
"""KIOSK-EXPORT/<project>/<device>/: the package lies at most this far above a bundle."""


class NoStudy(KioskError):
    """There are no such bundles, no study package beside them, or more than one."""


def find_study(bundles: Sequence[Path]) -> Study:
    """The one study package below, beside or above the bundle files and folders named.

    The nearest count: what lies in a named folder, else what lies one step further up, and so on.

    Raises NoStudy, or StudyError when the package found is damaged.
    """
    for path in bundles:
        if not path.exists():
            raise NoStudy(
                de=f"„{path}“ gibt es nicht. Bitte nennen Sie den Ordner oder das Paket, das vom "
                "Terminal kam.",
                en=f"“{path}” does not exist. Name the folder or bundle that came from the "
                "terminal.",
            )
    found = _nearest([path.resolve() for path in bundles])
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


def signature_alarm(study: Study, signers: Collection[Signer], where: Path) -> str:
    """What to say when the project team did not sign `study`, in German; "" when it did.

    `signers` are what was found in the file `where`. No reason to stop: every response names the
    content it was collected with, and only that is read.
    """
    if not signers:
        return f"Von wem die Studie stammt, wurde nicht geprüft: {where} fehlt (--trust)."
    if study.signer in signers:
        return ""
    who = "niemandem" if study.signer is None else study.signer.key_id
    return (
        f"Die Studie {study.short_hash} ist von {who} unterschrieben, nicht vom Projektteam "
        f"({where}). Bitte klären Sie, woher das Paket stammt."
    )


def _nearest(bundles: Sequence[Path]) -> dict[str, Path]:
    """Packages by file name."""
    below = [each for path in bundles if path.is_dir() for each in path.rglob(f"*{SUFFIX}")]
    rings = [below]
    for level in range(_LEVELS):
        above = {path.parents[level] for path in bundles if len(path.parents) > level}
        rings.append([each for folder in sorted(above) for each in folder.glob(f"*{SUFFIX}")])
    # A file system may leave "._…" twins of every file (macOS on exFAT sticks).
    kept = ([each for each in ring if not each.name.startswith("._")] for ring in rings)
    return {each.name: each for each in next((ring for ring in kept if ring), [])}
