"""The project's keys: private ones only in passphrase-protected files, public ones everywhere."""

import hashlib
import math
import secrets
from dataclasses import dataclass, field
from enum import StrEnum

import pyrage
from pyrage import x25519

from kiosk.sealing.errors import BadRecipients, NotAKeyFile, WrongPassphrase

_SECRET = "AGE-SECRET-KEY-1"
_ROLE = "# role: "
_ONSETS = (*"bdfghjklmnprstwz", "sch", "st")
_VOWELS = "aeiou"
_SYLLABLES = tuple(onset + vowel for onset in _ONSETS for vowel in _VOWELS)
_SYLLABLES_PER_WORD = 2

WORDS = 6
"""Words of a generated passphrase."""

PASSPHRASE_BITS = WORDS * _SYLLABLES_PER_WORD * math.log2(len(_SYLLABLES))
"""77.9 bit: 12 syllables out of 90. Each syllable is consonants and one vowel, so a word can be
cut into its syllables in one way only and no entropy is lost."""


class Role(StrEnum):
    """Who holds the private key."""

    PROJECT = "project"
    ESCROW = "escrow"  # the data protection officer's: opens when the project's key is lost


@dataclass(frozen=True, slots=True)
class Recipient:
    """Someone responses are sealed for. `public` is an age X25519 recipient ("age1…")."""

    key_id: str  # 16 hex digits, from the public key itself
    role: Role
    public: str


@dataclass(frozen=True, slots=True)
class Identity:
    """An unlocked private key with its public side. Keep it in memory only."""

    recipient: Recipient
    private: x25519.Identity = field(repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Recipients:
    """Everybody a response is sealed for.

    Raises BadRecipients for fewer than two different keys, none of the project's, or a string
    that is no age recipient: one lost key must never mean lost answers.
    """

    keys: tuple[Recipient, ...]

    def __post_init__(self) -> None:
        """Check the keys once, so that sealing cannot fail on them later."""
        self.parsed()
        different = {recipient.public for recipient in self.keys}
        if len(different) < 2 or len(different) < len(self.keys):
            raise BadRecipients(
                de="Für die Versiegelung sind zwei verschiedene Schlüssel nötig: der des "
                "Projekts und ein Ersatzschlüssel. Bitte ergänzen Sie sie in der Studie.",
                en="Sealing needs two different keys: the project's and a spare one. "
                "Please add them to the study.",
            )
        if all(recipient.role is not Role.PROJECT for recipient in self.keys):
            raise BadRecipients(
                de="Unter den Schlüsseln der Studie ist keiner des Projekts. "
                "Bitte ergänzen Sie ihn in der Studie.",
                en="None of the study's keys is the project's. Please add it to the study.",
            )

    def parsed(self) -> list[x25519.Recipient]:
        """The keys as age wants them."""
        return [_parsed(recipient.public) for recipient in self.keys]

    @property
    def key_ids(self) -> tuple[str, ...]:
        """The key ids, sorted."""
        return tuple(sorted(recipient.key_id for recipient in self.keys))


def recipient(public: str, role: Role) -> Recipient:
    """The recipient with this age public key; BadRecipients when it is none."""
    _parsed(public)
    return Recipient(hashlib.sha256(public.encode()).hexdigest()[:16], role, public)


def generated_passphrase() -> str:
    """Six pronounceable words, PASSPHRASE_BITS of entropy: "beta schuni mora …"."""
    return " ".join(
        "".join(secrets.choice(_SYLLABLES) for _ in range(_SYLLABLES_PER_WORD))
        for _ in range(WORDS)
    )


def new_identity(role: Role = Role.PROJECT) -> Identity:
    """A new key pair, in memory."""
    private = x25519.Identity.generate()
    return Identity(recipient(str(private.to_public()), role), private)


def new_key_file(passphrase: str, role: Role = Role.PROJECT) -> tuple[bytes, Recipient]:
    """A new private key as an armoured age file under `passphrase` (scrypt), and its public side.

    The file is text, so it can be printed for the safe, and any age program opens it.
    """
    new = new_identity(role)
    text = f"# public key: {new.recipient.public}\n{_ROLE}{role}\n{new.private}\n"
    return pyrage.passphrase.encrypt(text.encode(), passphrase, True), new.recipient


def unlock(file: bytes, passphrase: str) -> Identity:
    """Open what :func:`new_key_file` wrote; about a second of scrypt.

    Raises WrongPassphrase, or NotAKeyFile when the content is no key file or damaged.
    """
    return _identity(decrypted(file, passphrase))


def decrypted(file: bytes, passphrase: str) -> str:
    """The text inside a key file. Raises WrongPassphrase or NotAKeyFile."""
    try:
        return pyrage.passphrase.decrypt(file, passphrase).decode()
    except pyrage.DecryptError as error:
        # pyrage has one class for all reasons; this one sentence means the passphrase.
        if str(error) == "Decryption failed":
            raise WrongPassphrase(
                de="Das Kennwort passt nicht zu dieser Schlüsseldatei. Bitte prüfen Sie "
                "Schreibweise und Leerzeichen und versuchen Sie es noch einmal.",
                en="The passphrase does not open this key file. "
                "Please check spelling and spaces and try again.",
            ) from error
        raise not_a_key_file() from error
    except UnicodeDecodeError as error:
        raise not_a_key_file() from error


def _identity(text: str) -> Identity:
    secret = [line for line in text.splitlines() if line.startswith(_SECRET)]
    roles = [line.removeprefix(_ROLE) for line in text.splitlines() if line.startswith(_ROLE)]
    if len(secret) != 1 or len(roles) != 1:
        raise not_a_key_file()
    try:
        private = x25519.Identity.from_str(secret[0])
        return Identity(recipient(str(private.to_public()), Role(roles[0])), private)
    except (pyrage.IdentityError, ValueError) as error:
        raise not_a_key_file() from error


def _parsed(public: str) -> x25519.Recipient:
    try:
        return x25519.Recipient.from_str(public)
    except pyrage.RecipientError as error:
        raise BadRecipients(
            de=f"„{public[:80]}“ ist kein öffentlicher Schlüssel. Bitte tragen Sie in der Studie "
            "den Schlüssel ein, der mit „age1“ beginnt.",
            en=f"“{public[:80]}” is not a public key. "
            "Please put the key that begins with “age1” into the study.",
        ) from error


def not_a_key_file() -> NotAKeyFile:
    """The error for a file that is not the key file wanted."""
    return NotAKeyFile(
        de="Diese Datei ist nicht die Schlüsseldatei, die hier gebraucht wird, oder sie ist "
        "beschädigt: signer.key unterschreibt Studien, project.key und escrow.key öffnen "
        "Antworten. Ist es die richtige, nehmen Sie bitte deren zweite Kopie.",
        en="This file is not the key file needed here, or it is damaged: signer.key signs "
        "studies, project.key and escrow.key open responses. If it is the right one, please use "
        "its second copy.",
    )
