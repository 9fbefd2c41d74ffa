"""What can go wrong on the way out."""

from dataclasses import dataclass

from kiosk.errors import KioskError


@dataclass(eq=False)
class NoPlace(KioskError):
    """The folder or stick is not there, or is not a plain folder."""


@dataclass(eq=False)
class NoRoom(KioskError):
    """The folder or stick has too little room left."""


@dataclass(eq=False)
class NotWritten(KioskError):
    """Writing failed, or reading back gave something else; the stick may have been pulled."""
