"""The project team's signing key: what it signs, how it is kept, and what is no signature."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.sealing.errors import BadSigner, ForgedSignature, NotAKeyFile, WrongPassphrase
from kiosk.sealing.keys import new_key_file, unlock
from kiosk.sealing.signing import (
    DEMONSTRATION,
    StudyKey,
    new_study_key,
    read_signers,
    signer_of,
    unlock_study_key,
    write_signers,
    write_study_key,
)

KIND = "application/vnd.example"
KEY = StudyKey(bytes(range(32)))
PAYLOAD = b'{"V.xml":"00"}'
PASSPHRASE = "bime pohe guri dewa bugo kome"


def test_the_signer_of_a_payload_is_who_signed_it() -> None:
    assert signer_of(KEY.sign(KIND, PAYLOAD), KIND, PAYLOAD) == KEY.signer


def test_signing_twice_gives_the_same_bytes() -> None:
    assert KEY.sign(KIND, PAYLOAD) == KEY.sign(KIND, PAYLOAD)


@given(st.data())
def test_no_signature_survives_a_changed_byte(data: st.DataObject) -> None:
    line = bytearray(KEY.sign(KIND, PAYLOAD))
    at = data.draw(st.integers(0, len(line) - 1))
    line[at] ^= data.draw(st.integers(1, 255))
    with pytest.raises(ForgedSignature):
        signer_of(bytes(line), KIND, PAYLOAD)


def test_a_signature_is_for_its_payload_and_its_type_only() -> None:
    line = KEY.sign(KIND, PAYLOAD)
    for kind, payload in ((KIND, PAYLOAD + b" "), (KIND + "x", PAYLOAD), (KIND, b"")):
        with pytest.raises(ForgedSignature):
            signer_of(line, kind, payload)


@pytest.mark.parametrize("line", [b"", b"ed25519", KEY.sign(KIND, PAYLOAD).upper(), b"\xff" * 200])
def test_what_is_no_signature_is_refused(line: bytes) -> None:
    with pytest.raises(ForgedSignature):
        signer_of(line, KIND, PAYLOAD)


def test_the_seed_shows_in_no_text_about_the_key() -> None:
    assert KEY.seed.hex() not in repr(KEY).lower()


def test_the_key_file_opens_with_its_passphrase_only() -> None:
    key = new_study_key()
    file = write_study_key(key, PASSPHRASE)
    assert file.startswith(b"-----BEGIN AGE ENCRYPTED FILE-----\n")
    assert unlock_study_key(file, PASSPHRASE) == key
    with pytest.raises(WrongPassphrase):
        unlock_study_key(file, PASSPHRASE + "x")
    # The keys that open responses sign nothing, and the other way round.
    with pytest.raises(NotAKeyFile):
        unlock(file, PASSPHRASE)


def test_a_key_that_opens_responses_signs_nothing() -> None:
    file, _ = new_key_file(PASSPHRASE)
    with pytest.raises(NotAKeyFile):
        unlock_study_key(file, PASSPHRASE)


def test_signers_survive_their_file_and_an_editor() -> None:
    signers = (KEY.signer, DEMONSTRATION.signer)
    raw = write_signers(signers)
    assert read_signers(raw, "signer.pub") == signers
    edited = b"\xef\xbb\xbf" + raw.replace(b"\n", b"\r\n") + b"\r\n  \r\n"
    assert read_signers(edited, "signer.pub") == signers


@pytest.mark.parametrize("raw", [b"", b"# nobody\n", b"age1abc\n", KEY.signer.text.encode()[:-1]])
def test_a_file_without_a_signer_is_named(raw: bytes) -> None:
    with pytest.raises(BadSigner) as caught:
        read_signers(raw, "falsch.pub")
    assert "falsch.pub" in caught.value.de
