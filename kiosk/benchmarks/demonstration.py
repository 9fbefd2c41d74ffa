"""A terminal to measure on: the real questionnaire, throwaway keys without a passphrase."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kiosk.installing import install_terminal
from kiosk.resources import STUDIES
from kiosk.sealing.keys import Recipients, Role, new_identity
from kiosk.sealing.signing import DEMONSTRATION
from kiosk.study.building import build_package
from kiosk.study.study import Study

_STUDY = "rothenburg"
_PIN = "246810"


@dataclass(frozen=True, slots=True)
class Measured:
    """The terminal the figures are taken from."""

    folder: Path
    study: Study


def install_measured(folder: Path, today: Callable[[], date]) -> Measured:
    """Set a terminal up in `folder`. What it seals nobody can ever open: its keys are not kept."""
    recipients = Recipients(tuple(new_identity(role).recipient for role in Role))
    study = install_terminal(
        folder,
        build_package(STUDIES / _STUDY, recipients, DEMONSTRATION),
        _STUDY,
        pin=_PIN,
        site="messung",
        text_size=2,
        today=today,
        demonstration=True,
    )
    return Measured(folder, study)
