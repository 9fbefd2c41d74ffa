"""What can go wrong with the terminal's storage."""

from dataclasses import dataclass
from pathlib import Path

from kiosk.errors import KioskError


@dataclass(eq=False)
class SecondInstance(KioskError):
    """Another kiosk already works on this data folder."""


@dataclass(eq=False)
class NewerDatabase(KioskError):
    """The database was written by a newer version of the program."""


@dataclass(eq=False)
class DamagedDatabase(KioskError):
    """The database cannot be trusted; it is left exactly as it is."""


@dataclass(eq=False)
class DiskFull(KioskError):
    """There is no room left; nothing that was acknowledged is lost."""


@dataclass(eq=False)
class UnsafeStorage(KioskError):
    """The data folder does not keep what is written to it, or refuses writing."""


@dataclass(eq=False)
class BadPin(KioskError):
    """The new PIN is too short or not made of digits."""


class StillWaiting(KioskError):
    """Responses that were never handed over are not deleted."""


def still_waiting(count: int) -> StillWaiting:
    """The error for `count` responses that wait."""
    return StillWaiting(
        de=f"Noch nicht übergeben: {count}. Gelöscht wurde nichts. Bitte übergeben Sie zuerst alle "
        "Antworten auf einen Stick und prüfen Sie, dass das Projektteam sie lesen kann.",
        en=f"Not handed over yet: {count}. Nothing was deleted. Please hand every response over to "
        "a stick first, and make sure that the project team can read it.",
    )


def damaged(path: Path) -> DamagedDatabase:
    """The error for the database at `path`."""
    return DamagedDatabase(
        de=f"Die Datenbank „{path}“ ist beschädigt. Sie wurde nicht verändert. Bitte schalten Sie "
        "das Terminal aus, löschen Sie nichts und rufen Sie das Projektteam.",
        en=f"The database “{path}” is damaged. It was not changed. Please switch the terminal "
        "off, delete nothing and call the project team.",
    )


def disk_full(folder: Path) -> DiskFull:
    """The error for the data folder `folder`."""
    return DiskFull(
        de=f"Der Speicher für „{folder}“ ist voll. Gespeicherte Antworten sind sicher. Bitte "
        "exportieren Sie und rufen Sie dann das Projektteam, damit Platz geschaffen wird.",
        en=f"There is no space left for “{folder}”. Saved answers are safe. Please export, then "
        "call the project team to make room.",
    )


def unsafe(folder: Path, why: str) -> UnsafeStorage:
    """The error for a folder that cannot hold the database; `why` is a technical word or two."""
    return UnsafeStorage(
        de=f"Im Ordner „{folder}“ lässt sich nicht sicher speichern ({why}). Bitte wählen Sie "
        "einen Ordner auf der eingebauten Festplatte, in den das Programm schreiben darf.",
        en=f"The folder “{folder}” cannot store safely ({why}). Please choose a folder on the "
        "built-in disk that the program may write to.",
    )
