"""Padding, so that a ciphertext's size does not tell how much a person wrote."""

BLOCK = 1024
"""Bytes. A choice and an open answer of 300 letters both fill one block."""

_PREFIX = 4


def padded(plaintext: bytes) -> bytes:
    """A length prefix (4 bytes, big-endian), the text, and zeros up to a multiple of BLOCK."""
    framed = len(plaintext).to_bytes(_PREFIX, "big") + plaintext
    return framed + bytes(-len(framed) % BLOCK)


def unpadded(block: bytes) -> bytes:
    """Undo :func:`padded`; ValueError when `block` is not exactly what it writes."""
    text = block[_PREFIX : _PREFIX + int.from_bytes(block[:_PREFIX], "big")]
    if padded(text) != block:
        raise ValueError("not a padded text")
    return text
