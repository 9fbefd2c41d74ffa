"""The age envelope around a finished response."""

import pyrage

from kiosk.sealing.errors import Unsealable
from kiosk.sealing.keys import Identity, Recipients
from kiosk.sealing.padding import padded, unpadded


def seal(plaintext: bytes, recipients: Recipients) -> bytes:
    """Encrypt for every recipient, padded to a multiple of 1 KiB before."""
    return pyrage.encrypt(padded(plaintext), recipients.parsed())


def unseal(ciphertext: bytes, identity: Identity) -> bytes:
    """Open an envelope; Unsealable when it is for another key, cut short or changed."""
    try:
        return unpadded(pyrage.decrypt(ciphertext, [identity.private]))
    except (pyrage.DecryptError, ValueError) as error:
        raise unsealable() from error


def unsealable() -> Unsealable:
    """The error for an envelope that stays shut."""
    return Unsealable(
        de="Ein Umschlag lässt sich nicht öffnen: Er ist für einen anderen Schlüssel versiegelt "
        "oder wurde verändert. Bitte versuchen Sie den anderen Schlüssel des Projekts.",
        en="An envelope cannot be opened: it is sealed for another key, or it was changed. "
        "Please try the project's other key.",
    )
