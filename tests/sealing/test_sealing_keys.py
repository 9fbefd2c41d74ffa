"""Key files, passphrases and the recipients of a study."""

import math
import re

import pytest

from kiosk.sealing.envelope import seal, unseal
from kiosk.sealing.errors import BadRecipients, NotAKeyFile, WrongPassphrase
from kiosk.sealing.keys import (
    PASSPHRASE_BITS,
    Identity,
    Recipients,
    Role,
    generated_passphrase,
    new_identity,
    new_key_file,
    recipient,
    unlock,
)

PASSPHRASE = "bime pohe guri dewa bugo kome"


@pytest.fixture(scope="module")
def key_file() -> tuple[bytes, Identity]:
    file, public = new_key_file(PASSPHRASE, Role.ESCROW)
    identity = unlock(file, PASSPHRASE)
    assert identity.recipient == public
    return file, identity


def test_an_unlocked_key_opens_what_was_sealed_for_it(key_file: tuple[bytes, Identity]) -> None:
    _, escrow = key_file
    assert escrow.recipient.role is Role.ESCROW
    both = Recipients((new_identity().recipient, escrow.recipient))
    assert unseal(seal(b"antwort", both), escrow) == b"antwort"


def test_the_key_file_is_printable_text_without_the_key(key_file: tuple[bytes, Identity]) -> None:
    file, identity = key_file
    assert file.decode("ascii").startswith("-----BEGIN AGE ENCRYPTED FILE-----\n")
    assert str(identity.private).encode() not in file


def test_a_wrong_passphrase_says_so(key_file: tuple[bytes, Identity]) -> None:
    with pytest.raises(WrongPassphrase) as raised:
        unlock(key_file[0], PASSPHRASE + " ")
    assert "Kennwort" in raised.value.de


def test_damaged_and_foreign_files_are_no_key_files(key_file: tuple[bytes, Identity]) -> None:
    file, _ = key_file
    for wrong in (b"", b"hello", file[:-60], file[:40], b"\xff" + file, file + b"more"):
        with pytest.raises(NotAKeyFile):
            unlock(wrong, PASSPHRASE)


def test_an_age_file_that_holds_something_else_is_no_key_file() -> None:
    import pyrage

    with pytest.raises(NotAKeyFile):
        unlock(pyrage.passphrase.encrypt(b"\xff shopping list", "x"), "x")


def test_the_private_key_never_shows_in_a_representation() -> None:
    identity = new_identity()
    assert "AGE-SECRET" not in repr(identity)


def test_generated_passphrases_are_six_pronounceable_words() -> None:
    seen = {generated_passphrase() for _ in range(200)}
    assert len(seen) == 200
    syllable = "(?:[bdfghjklmnprstwz]|sch|st)[aeiou]"
    for passphrase in seen:
        assert re.fullmatch(f"(?:{syllable}){{2}}(?: (?:{syllable}){{2}}){{5}}", passphrase)


def test_passphrase_entropy_is_what_the_syllables_give() -> None:
    assert math.isclose(PASSPHRASE_BITS, 12 * math.log2(90))
    assert PASSPHRASE_BITS >= 77


def test_one_recipient_is_refused_also_when_named_twice() -> None:
    one = new_identity().recipient
    for keys in ((), (one,), (one, one), (one, recipient(one.public, Role.ESCROW))):
        with pytest.raises(BadRecipients):
            Recipients(keys)


def test_recipients_without_the_project_are_refused() -> None:
    with pytest.raises(BadRecipients):
        Recipients(tuple(new_identity(Role.ESCROW).recipient for _ in range(2)))


def test_a_public_key_with_a_typing_error_is_refused() -> None:
    public = new_identity().recipient.public
    wrong = public[:-1] + ("q" if public[-1] != "q" else "p")
    with pytest.raises(BadRecipients):
        recipient(wrong, Role.PROJECT)


def test_key_ids_come_from_the_key_and_are_sorted() -> None:
    pair = [new_identity(role).recipient for role in Role]
    assert Recipients(tuple(pair)).key_ids == tuple(sorted(one.key_id for one in pair))
    assert recipient(pair[0].public, Role.PROJECT).key_id == pair[0].key_id
