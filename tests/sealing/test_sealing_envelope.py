"""Envelopes, draft keys and interrupted drafts."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.sealing.draft import DraftKey, interrupted, interrupted_id, open_interrupted
from kiosk.sealing.envelope import seal, unseal
from kiosk.sealing.errors import Unsealable
from kiosk.sealing.keys import Recipients, Role, new_identity
from kiosk.sealing.padding import BLOCK, padded, unpadded

PROJECT = new_identity(Role.PROJECT)
ESCROW = new_identity(Role.ESCROW)
BOTH = Recipients((PROJECT.recipient, ESCROW.recipient))
RESPONSE = bytes(range(16))


def left_behind(events: list[bytes]) -> bytes:
    key = DraftKey(RESPONSE)
    return interrupted(
        RESPONSE, key.wrapped(BOTH), [key.encrypt(event, n) for n, event in enumerate(events)]
    )


SEALED = seal(b"geheim", BOTH)
LEFT_BEHIND = left_behind([b"kopf", b"eins", b"zwei"])


@given(st.binary(max_size=5000))
def test_padding_round_trips_and_fills_whole_blocks(text: bytes) -> None:
    assert len(padded(text)) % BLOCK == 0
    assert unpadded(padded(text)) == text


@given(st.binary(max_size=200), st.integers(0, 1023), st.integers(1, 255))
def test_a_padded_block_has_one_spelling(text: bytes, at: int, flip: int) -> None:
    block = bytearray(padded(text))
    block[at] ^= flip
    try:
        assert padded(unpadded(bytes(block))) == block
    except ValueError:
        return


@settings(max_examples=30)
@given(st.binary(max_size=3000))
def test_every_recipient_opens_an_envelope(text: bytes) -> None:
    envelope = seal(text, BOTH)
    for identity in (PROJECT, ESCROW):
        assert unseal(envelope, identity) == text


def test_a_stranger_opens_nothing() -> None:
    stranger = new_identity()
    with pytest.raises(Unsealable):
        unseal(seal(b"x", BOTH), stranger)
    with pytest.raises(Unsealable):
        open_interrupted(left_behind([b"x"]), stranger)


def test_the_envelope_size_does_not_tell_the_length_of_a_text() -> None:
    # age adds a "grease" stanza of random length, so sizes are compared in whole blocks.
    short, long = (len(seal(bytes(size), BOTH)) // BLOCK for size in (1, 1000))
    assert short == long


@settings(max_examples=150)
@given(st.data())
def test_a_changed_envelope_stays_shut(data: st.DataObject) -> None:
    envelope = bytearray(SEALED)
    at = data.draw(st.integers(0, len(envelope) - 1))
    match data.draw(st.sampled_from(["flip", "cut", "insert", "append"])):
        case "flip":
            envelope[at] ^= data.draw(st.integers(1, 255))
        case "cut":
            del envelope[at:]
        case "insert":
            envelope.insert(at, data.draw(st.integers(0, 255)))
        case "append":
            envelope += b"x"
    with pytest.raises(Unsealable):
        unseal(bytes(envelope), PROJECT)


def test_an_interrupted_draft_opens_for_every_recipient_in_order() -> None:
    events = [b'{"header":1}', b"", b"zwei", bytes(3000)]
    body = left_behind(events)
    for identity in (PROJECT, ESCROW):
        assert open_interrupted(body, identity) == tuple(events)
    assert interrupted_id(body) == RESPONSE.hex()


def test_events_of_any_short_length_are_equally_long() -> None:
    key = DraftKey(RESPONSE)
    assert len({len(key.encrypt(bytes(size), 0)) for size in (0, 1, 500, BLOCK - 4)}) == 1


def test_events_cannot_trade_places_or_move_to_another_response() -> None:
    key = DraftKey(RESPONSE)
    events = [key.encrypt(text, n) for n, text in enumerate((b"a", b"b"))]
    wrapped = key.wrapped(BOTH)
    for body in (
        interrupted(RESPONSE, wrapped, events[::-1]),
        interrupted(bytes(16), wrapped, events),
        interrupted(RESPONSE, wrapped, [events[0], events[1][:30]]),
        interrupted(RESPONSE, wrapped, [b""]),
        interrupted(RESPONSE, PROJECT.recipient.public.encode(), events),
    ):
        with pytest.raises(Unsealable):
            open_interrupted(body, PROJECT)


@settings(max_examples=300)
@given(st.data())
def test_a_changed_interrupted_draft_is_refused(data: st.DataObject) -> None:
    body = bytearray(LEFT_BEHIND)
    at = data.draw(st.integers(0, len(body) - 1))
    match data.draw(st.sampled_from(["flip", "cut", "insert", "append"])):
        case "flip":
            body[at] ^= data.draw(st.integers(1, 255))
        case "cut":
            del body[at:]
        case "insert":
            body.insert(at, 7)
        case "append":
            body += b"x"
    with pytest.raises(Unsealable):
        open_interrupted(bytes(body), PROJECT)


def test_random_bytes_are_no_interrupted_draft() -> None:
    for body in (b"", b"KIOSK-DRAFT-1\n", bytes(100), b"\xff" * 100):
        with pytest.raises(Unsealable):
            open_interrupted(body, PROJECT)


def test_a_forgotten_key_encrypts_nothing_more() -> None:
    key = DraftKey(RESPONSE)
    key.forget()
    assert key.forgotten
    with pytest.raises(ValueError, match="forgotten"):
        key.encrypt(b"x", 0)
    with pytest.raises(ValueError, match="forgotten"):
        key.wrapped(BOTH)
