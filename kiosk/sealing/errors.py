"""What can go wrong with keys, envelopes and bundles."""

from dataclasses import dataclass

from kiosk.errors import KioskError


@dataclass(eq=False)
class WrongPassphrase(KioskError):
    """The passphrase does not open the key file."""


@dataclass(eq=False)
class NotAKeyFile(KioskError):
    """The file is no key file of ours, or it is damaged."""


@dataclass(eq=False)
class BadRecipients(KioskError):
    """The public keys to seal for are too few or unusable; nothing may be sealed."""


@dataclass(eq=False)
class Unsealable(KioskError):
    """An envelope cannot be opened: made for another key, or changed."""


@dataclass(eq=False)
class BadDeviceKey(KioskError):
    """The terminal's signing key cannot be read."""


@dataclass(eq=False)
class BadSigner(KioskError):
    """What should be the project team's public signing key is none."""


@dataclass(eq=False)
class ForgedSignature(KioskError):
    """A signature is not the one its holder made over this content."""


@dataclass(eq=False)
class DamagedBundle(KioskError):
    """A bundle is not exactly what a terminal wrote; none of it may be used."""

    name: str = ""


def damaged_bundle(name: str, de: str, en: str) -> DamagedBundle:
    """The error for the bundle called `name`, with what is wrong as half a sentence each."""
    return DamagedBundle(
        de=f"Die Datei „{name}“ kann nicht verwendet werden: {de}. "
        "Bitte exportieren Sie am Terminal noch einmal; dort ist alles noch vorhanden.",
        en=f"The file “{name}” cannot be used: {en}. "
        "Please export again at the terminal; everything is still there.",
        name=name,
    )
