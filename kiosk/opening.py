"""Opening the rooms behind the welcome screen: study, store, journey.

A module of its own because importing it is dear (the database layer alone takes longer than the
bare window's whole start): the first frame is on the glass before anybody imports this.
"""

import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from kiosk import __version__
from kiosk.errors import KioskError
from kiosk.journey.journey import Journey, Terminal
from kiosk.journey.presentation import Presentation
from kiosk.settings import STORE, TerminalSettings, read_terminal, write_terminal
from kiosk.storage.audit import Event
from kiosk.storage.store import Store
from kiosk.study.study import Study
from kiosk.sync.places import removable_places
from kiosk.trust import installed_study


@dataclass(frozen=True, slots=True)
class Rooms:
    """Everything behind the first frame."""

    study: Study
    store: Store
    journey: Journey

    def read_ahead(self) -> None:
        """Read every form while the first person is still at the welcome screen."""
        for name in self.study.forms:
            try:
                self.study.forms.get(name)
            except KioskError:
                return  # said on the glass, in its place, when somebody asks for that form


def today() -> date:
    """The day by the terminal's own clock; nothing finer is ever stored."""
    return date.today()  # noqa: DTZ011 - the town's calendar day is the terminal's


def _keep_preset(folder: Path, wanted: Presentation) -> None:
    write_terminal(folder, read_terminal(folder).preset(wanted))


def open_rooms(
    folder: Path, settings: TerminalSettings, monotonic: Callable[[], float] = time.monotonic
) -> Rooms:
    """Open the terminal in `folder`; drafts a crash left behind are packed for the project first.

    `monotonic` gives seconds that only grow. Raises KioskErrors of the study, of the one who
    signed it, and of the store.
    """
    study = installed_study(folder, settings)
    _ = study.start  # read here, not when the first person touches the glass
    store = Store.open(folder / STORE, study.recipients, study.settings.project, study.hash, today)
    packed = store.pack_interrupted()
    store.note(Event.STARTED, details={"version": __version__, "study": study.short_hash})
    if packed:
        store.note(Event.PACKED, details={"responses": packed})
    terminal = Terminal(
        site=settings.site,
        app_version=__version__,
        preset=settings.presentation(next(iter(study.settings.languages))),
        today=today,
        monotonic=monotonic,
        random=secrets.SystemRandom().random,
        keep_preset=partial(_keep_preset, folder),
        opens_daily=settings.opens_daily,
        places=lambda: (*removable_places(), (str(folder / "export"), "Ordner „export“")),
    )
    return Rooms(study, store, Journey(study, store, terminal))
