"""Putting a terminal up: its folder, its study, its settings, its PIN."""

import secrets
from collections.abc import Callable
from datetime import date
from pathlib import Path

from kiosk.journey.journey import NAMES
from kiosk.settings import FILE, STORE, STUDY, checked, write_terminal
from kiosk.storage.store import Store
from kiosk.study.study import Study, read_package


def install_terminal(
    folder: Path,
    package: bytes,
    name: str,
    *,
    pin: str,
    site: str,
    diagonal_inch: float,
    view_mm: float,
    text_size: int,
    today: Callable[[], date],
) -> Study:
    """Set up, or set up again, the terminal in `folder`; what was collected there stays.

    `name` is what error messages call the package. Raises KioskErrors of the study, the settings,
    the store and the PIN; then an earlier set-up is still as it was.
    """
    study = read_package(package, name)
    settings = checked(
        folder / FILE,
        {
            "site": site,
            "town": study.settings.town,
            "title": study.settings.title,
            "greeting": study.settings.greeting,
            "languages": [NAMES.get(tag, tag) for tag in study.settings.languages],
            "diagonal_inch": diagonal_inch,
            "view_mm": view_mm,
            "text_size": text_size,
        },
    )
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with Store.open(
        folder / STORE, study.recipients, study.settings.project, study.hash, today
    ) as store:
        store.set_pin(pin)
        _replace(folder / STUDY, package)
        write_terminal(folder, settings)
    return study


def _replace(path: Path, content: bytes) -> None:
    part = path.with_name(f".{secrets.token_hex(8)}.part")
    part.write_bytes(content)
    part.replace(path)
