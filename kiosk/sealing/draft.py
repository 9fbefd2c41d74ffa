"""The key of one unfinished response, and what the office can read when it stays unfinished."""

import secrets
import struct
from collections.abc import Sequence

import pyrage
from nacl.bindings import (
    crypto_aead_xchacha20poly1305_ietf_decrypt,
    crypto_aead_xchacha20poly1305_ietf_encrypt,
    crypto_aead_xchacha20poly1305_ietf_KEYBYTES,
    crypto_aead_xchacha20poly1305_ietf_NPUBBYTES,
)
from nacl.exceptions import CryptoError

from kiosk.sealing.envelope import unsealable
from kiosk.sealing.keys import Identity, Recipients
from kiosk.sealing.padding import padded, unpadded

_KEY = crypto_aead_xchacha20poly1305_ietf_KEYBYTES
_NONCE = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES
_MAGIC = b"KIOSK-DRAFT-1\n"
_HEAD = struct.Struct(">16sII")  # response id, length of the wrapped key, number of events
_LENGTH = struct.Struct(">I")


class DraftKey:
    """A random key that encrypts the events of one response and exists in memory only.

    XChaCha20-Poly1305 (draft-irtf-cfrg-xchacha-03) with a random nonce per event; the event's
    place ("response_id:n") is authenticated with it, so events cannot be swapped or moved.
    """

    def __init__(self, response_id: bytes) -> None:
        self._response_id = response_id
        self._key = bytearray(secrets.token_bytes(_KEY))

    def wrapped(self, recipients: Recipients) -> bytes:
        """The key, sealed for the recipients: what lets them read a draft left behind."""
        return pyrage.encrypt(bytes(self._live()), recipients.parsed())

    def encrypt(self, event: bytes, n: int) -> bytes:
        """Event number `n`, padded and encrypted."""
        nonce = secrets.token_bytes(_NONCE)
        return nonce + crypto_aead_xchacha20poly1305_ietf_encrypt(
            padded(event), _place(self._response_id, n), nonce, bytes(self._live())
        )

    def forget(self) -> None:
        """Overwrite the key.

        Best effort: Python may have left copies in freed memory, which the terminal's encrypted
        or absent swap keeps off the disk.
        """
        self._key[:] = bytes(len(self._key))
        self._key = bytearray()

    @property
    def forgotten(self) -> bool:
        """Whether the key is gone."""
        return not self._key

    def _live(self) -> bytearray:
        if self.forgotten:
            raise ValueError("the draft's key was forgotten")
        return self._key


def interrupted(response_id: bytes, wrapped: bytes, events: Sequence[bytes]) -> bytes:
    """Pack a draft nobody can finish: the wrapped key and its encrypted events 0, 1, 2, …

    Needs no key, so the terminal can do it after a power cut.
    """
    parts = [_MAGIC, _HEAD.pack(response_id, len(wrapped), len(events)), wrapped]
    for event in events:
        parts += [_LENGTH.pack(len(event)), event]
    return b"".join(parts)


def interrupted_id(body: bytes) -> str:
    """The response id (32 hex digits) of an interrupted draft; Unsealable when it is none."""
    return _unpacked(body)[0].hex()


def open_interrupted(body: bytes, identity: Identity) -> tuple[bytes, ...]:
    """The events of an interrupted draft in order, the header first.

    Raises Unsealable when it is for another key, cut short or changed.
    """
    response_id, wrapped, events = _unpacked(body)
    try:
        key = pyrage.decrypt(wrapped, [identity.private])
        if len(key) != _KEY:
            raise unsealable()
        return tuple(
            unpadded(
                crypto_aead_xchacha20poly1305_ietf_decrypt(
                    event[_NONCE:], _place(response_id, n), event[:_NONCE], key
                )
            )
            for n, event in enumerate(events)
        )
    # TypeError: PyNaCl's word for a nonce cut short.
    except (pyrage.DecryptError, CryptoError, ValueError, TypeError) as error:
        raise unsealable() from error


def _unpacked(body: bytes) -> tuple[bytes, bytes, list[bytes]]:
    try:
        response_id, key_length, count = _HEAD.unpack_from(body, len(_MAGIC))
        at = len(_MAGIC) + _HEAD.size
        wrapped = body[at : at + key_length]
        at += key_length
        events: list[bytes] = []
        while len(events) < count:
            (length,) = _LENGTH.unpack_from(body, at)
            at += _LENGTH.size
            events.append(body[at : at + length])
            at += length
    except struct.error as error:
        raise unsealable() from error
    if interrupted(response_id, wrapped, events) != body:
        raise unsealable()
    return response_id, wrapped, events


def _place(response_id: bytes, n: int) -> bytes:
    return f"{response_id.hex()}:{n}".encode()
