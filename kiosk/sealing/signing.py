"""The project team's signing key: it says that a study comes from the project.

The signature is over DSSE's pre-authentication encoding of the payload, as with batches. Ed25519
is deterministic (RFC 8032, 5.1.6), so the same payload under the same key gives the same bytes.
"""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass, field

import pyrage
from nacl.signing import SigningKey

from kiosk.sealing.device import SEED_BYTES, device_id, pae, verified
from kiosk.sealing.errors import BadSigner, ForgedSignature
from kiosk.sealing.keys import decrypted, not_a_key_file

_KIND = "ed25519"
_SECRET = "KIOSK-SIGNING-KEY-1"
_SECRET_LINE = re.compile(rf"{_SECRET}([0-9A-F]{{{2 * SEED_BYTES}}})")
_PUBLIC_LINE = re.compile(rf"{_KIND} ([0-9a-f]{{64}})")
_SIGNATURE = re.compile(rf"{_KIND} ([0-9a-f]{{64}}) ([0-9a-f]{{128}})\n".encode())


@dataclass(frozen=True, slots=True)
class Signer:
    """The public side of a signing key: 32 bytes."""

    public: bytes

    @property
    def key_id(self) -> str:
        """16 hex digits, from the public key itself; people compare them."""
        return device_id(self.public)

    @property
    def text(self) -> str:
        """How a signer is written in files: "ed25519 " and 64 hex digits."""
        return f"{_KIND} {self.public.hex()}"


@dataclass(frozen=True, slots=True)
class StudyKey:
    """An unlocked signing key: its 32 bytes of seed. Keep it in memory only."""

    seed: bytes = field(repr=False)

    @property
    def signer(self) -> Signer:
        """The public side."""
        return Signer(bytes(SigningKey(self.seed).verify_key))

    def sign(self, payload_type: str, payload: bytes) -> bytes:
        """One line of text: the public key and the signature, both in hex."""
        signature = SigningKey(self.seed).sign(pae(payload_type, payload)).signature
        return f"{self.signer.text} {signature.hex()}\n".encode()


def new_study_key() -> StudyKey:
    """A random key, in memory."""
    return StudyKey(bytes(SigningKey.generate()))


DEMONSTRATION = StudyKey(hashlib.sha256(b"Bedarfskiosk: for demonstrations only").digest())
"""Signs the studies of demonstrations. Everybody has it, so it proves nothing."""


def signer_of(line: bytes, payload_type: str, payload: bytes) -> Signer:
    """Who signed this payload as this type; `line` is what :meth:`StudyKey.sign` gave.

    Whether that signer is trusted is for the reader to know. Raises ForgedSignature when the
    signature does not belong to the payload, or is none.
    """
    match = _SIGNATURE.fullmatch(line)
    if match is not None:
        public, signature = (bytes.fromhex(each.decode()) for each in match.groups())
        if verified(public, signature, payload_type, payload):
            return Signer(public)
    raise ForgedSignature(
        de="Die Unterschrift passt nicht zum Inhalt.",
        en="The signature does not belong to the content.",
    )


def write_study_key(key: StudyKey, passphrase: str) -> bytes:
    """The key as an armoured age file under `passphrase` (scrypt), as the project's other keys.

    The file is text, so it can be printed for the safe.
    """
    text = f"# public key: {key.signer.text}\n{_SECRET}{key.seed.hex().upper()}\n"
    return pyrage.passphrase.encrypt(text.encode(), passphrase, True)


def unlock_study_key(file: bytes, passphrase: str) -> StudyKey:
    """Open what :func:`write_study_key` wrote; about a second of scrypt.

    Raises WrongPassphrase, or NotAKeyFile when the content is no signing key or damaged.
    """
    found = [_SECRET_LINE.fullmatch(line) for line in decrypted(file, passphrase).splitlines()]
    seeds = [match[1] for match in found if match is not None]
    if len(seeds) != 1:
        raise not_a_key_file()
    return StudyKey(bytes.fromhex(seeds[0]))


def write_signers(signers: Iterable[Signer]) -> bytes:
    """A public file: a line for each signer."""
    lines = [f"# {each.key_id}\n{each.text}\n" for each in signers]
    return "".join(lines).encode()


def read_signers(raw: bytes, name: str) -> tuple[Signer, ...]:
    """What :func:`write_signers` wrote; "#" begins a remark. `name` is the file's, for messages.

    Raises BadSigner when a line is no signer, or there is none.
    """
    lines = [line.strip() for line in raw.decode("utf-8-sig", errors="replace").splitlines()]
    signers = tuple(signer(line, name) for line in lines if line and not line.startswith("#"))
    if not signers:
        raise _bad_signer(name)
    return signers


def signer(text: str, name: str) -> Signer:
    """The signer written like this in the file `name`. Raises BadSigner."""
    match = _PUBLIC_LINE.fullmatch(text)
    if match is None:
        raise _bad_signer(name)
    return Signer(bytes.fromhex(match[1]))


def _bad_signer(name: str) -> BadSigner:
    return BadSigner(
        de=f"In „{name}“ steht kein öffentlicher Schlüssel des Projektteams. Bitte nehmen Sie die "
        "Datei signer.pub, die mit den Schlüsseln des Projekts erzeugt wurde.",
        en=f'"{name}" holds no public key of the project team. Take the file signer.pub that was '
        "made with the project's keys.",
    )
