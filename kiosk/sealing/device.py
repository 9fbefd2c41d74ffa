"""The terminal's signing key: it says which terminal a batch comes from."""

import hashlib
from dataclasses import dataclass, field

from nacl.exceptions import BadSignatureError
from nacl.signing import SigningKey, VerifyKey

from kiosk.sealing.errors import BadDeviceKey

SEED_BYTES = 32


@dataclass(frozen=True, slots=True)
class DeviceKey:
    """An Ed25519 key pair. `seed` is what is stored, in a file only the terminal may read.

    On Windows the file takes the access list of the user's profile folder, which is private too.
    """

    seed: bytes = field(repr=False)

    def __post_init__(self) -> None:
        """Refuse a seed of the wrong size."""
        if len(self.seed) != SEED_BYTES:
            raise BadDeviceKey(
                de="Der Geräteschlüssel des Terminals ist beschädigt. Bitte rufen Sie das "
                "Projektteam; löschen Sie nichts.",
                en="The terminal's device key is damaged. Please call the project team; "
                "delete nothing.",
            )

    @property
    def public(self) -> bytes:
        """The 32 bytes that verify this key's signatures."""
        return bytes(SigningKey(self.seed).verify_key)

    @property
    def device_id(self) -> str:
        """16 hex digits, from the public key itself."""
        return device_id(self.public)

    def sign(self, payload_type: str, payload: bytes) -> bytes:
        """The 64-byte signature over a payload and its type."""
        return SigningKey(self.seed).sign(pae(payload_type, payload)).signature


def new_device_key() -> DeviceKey:
    """A random key."""
    return DeviceKey(bytes(SigningKey.generate()))


def device_id(public: bytes) -> str:
    """The name of the terminal with this public key."""
    return hashlib.sha256(public).hexdigest()[:16]


def verified(public: bytes, signature: bytes, payload_type: str, payload: bytes) -> bool:
    """Whether the holder of `public` signed exactly this payload as this type."""
    try:
        VerifyKey(public).verify(pae(payload_type, payload), signature)
    # ValueError and TypeError: PyNaCl's words for a key or signature of the wrong size.
    except (BadSignatureError, ValueError, TypeError):
        return False
    return True


def pae(payload_type: str, payload: bytes) -> bytes:
    """DSSE's pre-authentication encoding (secure-systems-lab/dsse, protocol.md v1.0.2)."""
    kind = payload_type.encode()
    return b"DSSEv1 %d %s %d %s" % (len(kind), kind, len(payload), payload)
