"""Putting a terminal up: its folder, its study, its settings, its PIN."""

import secrets
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, fields
from datetime import date
from pathlib import Path

from kiosk.settings import (
    CREST,
    FILE,
    STORE,
    STUDY,
    SettingsError,
    TerminalSettings,
    checked,
    read_terminal,
    write_terminal,
)
from kiosk.storage.pin import Door
from kiosk.storage.store import Store
from kiosk.study.endonyms import endonym
from kiosk.study.study import Study, read_package
from kiosk.trust import installed_study, trusted_signers


@dataclass(frozen=True, slots=True)
class Glass:
    """What is known of the terminal's glass: see TerminalSettings."""

    diagonal_inch: float = 15.6
    view_mm: float = 500.0
    measured: bool = False
    width_px: int = 0
    height_px: int = 0


UNMEASURED = Glass()


def known_glass(folder: Path) -> Glass:
    """What was measured when the terminal in `folder` was set up; nothing where there is none."""
    try:
        settings = read_terminal(folder)
    except SettingsError:
        return UNMEASURED  # not set up yet, or damaged: it is measured anew
    return Glass(**{each.name: getattr(settings, each.name) for each in fields(Glass)})


def install_terminal(
    folder: Path,
    package: bytes,
    name: str,
    *,
    pin: str,
    site: str,
    text_size: int,
    today: Callable[[], date],
    glass: Glass = UNMEASURED,
    signers: Sequence[str] = (),
    demonstration: bool = False,
    opens_daily: bool = False,
    fits: Callable[[Study, TerminalSettings], None] = lambda _study, _settings: None,
) -> Study:
    """Set up, or set up again, the terminal in `folder`; what was collected there stays.

    `name` is what error messages call the package, `signers` those whose studies are opened from
    now on (:mod:`kiosk.trust`); this package must be one of theirs. `site` is one of the study's
    sites where it names any; a demonstration stands anywhere. Where it `opens_daily`, staff
    open the day. `fits` raises a KioskError where the study does not fit the glass. Raises
    KioskErrors of the study, the signers, the settings, the store and the PIN; then an earlier
    set-up is still as it was.
    """
    trusted = trusted_signers(signers, demonstration=demonstration)
    study = read_package(package, name, trusted)
    tuple(study.forms.values())  # every form is read once, before anybody relies on it
    sites = [each.code for each in study.settings.sites]
    if sites and site not in sites and not demonstration:
        raise SettingsError(
            folder / FILE,
            f"Den Standort „{site}“ kennt die Studie nicht; es gibt {', '.join(sites)} (--site).",
            f'The study has no site "{site}"; there are {", ".join(sites)} (--site).',
        )
    settings = checked(
        folder / FILE,
        {
            "site": site,
            "town": study.settings.town,
            "title": study.settings.title,
            "greeting": study.settings.greeting,
            "greeting_language": study.settings.greeting_language,
            "greeting_audio": study.settings.greeting_audio,
            "facts": list(study.settings.facts),
            "languages": [endonym(each) for each in study.settings.languages.values()],
            **asdict(glass),
            "text_size": text_size,
            "crest": _crest_name(study),
            "accent": study.settings.look.accent,
            "signers": [each.text for each in trusted] if not demonstration else [],
            "demonstration": demonstration,
            "opens_daily": opens_daily,
        },
    )
    fits(study, settings)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with Store.open(
        folder / STORE, study.recipients, study.settings.project, study.hash, today
    ) as store:
        store.set_pin(pin)
        _replace(folder / STUDY, package)
        if crest := _crest_name(study):
            _replace(folder / crest, study.media[study.settings.look.crest])
        write_terminal(folder, settings)
    return study


def set_group_pin(folder: Path, pin: str | None, *, today: Callable[[], date]) -> None:
    """Give the terminal in `folder` the PIN in front of protected forms; None takes it away.

    Raises KioskErrors of the settings, the study, the store and the PIN.
    """
    settings = read_terminal(folder)
    study = installed_study(folder, settings)
    with Store.open(
        folder / STORE, study.recipients, study.settings.project, study.hash, today
    ) as store:
        if pin is None:
            store.remove_pin(Door.GROUP)
        else:
            store.set_pin(pin, Door.GROUP)


def _crest_name(study: Study) -> str:
    """The crest's name in the terminal's folder, where the first frame finds it; "" without one."""
    crest = study.settings.look.crest
    return CREST + Path(crest).suffix.lower() if crest in study.media else ""


def _replace(path: Path, content: bytes) -> None:
    part = path.with_name(f".{secrets.token_hex(8)}.part")
    part.write_bytes(content)
    part.replace(path)
