"""The project's keys: made once, offline, each under its own passphrase.

Two open responses (the project's and the escrow key), one signs studies.
"""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kiosk.errors import KioskError
from kiosk.sealing.keys import Recipients, Role, generated_passphrase, new_key_file
from kiosk.sealing.signing import Signer, new_study_key, write_signers, write_study_key
from kiosk.study.study import RECIPIENTS, write_recipients

PROJECT_KEY = "project.key"
ESCROW_KEY = "escrow.key"
SIGNER_KEY = "signer.key"
SIGNER = "signer.pub"
KEY_FILES = (PROJECT_KEY, ESCROW_KEY, RECIPIENTS)
SIGNER_FILES = (SIGNER_KEY, SIGNER)


class KeysExist(KioskError):
    """There are keys in the folder already; overwriting them would lose every response."""


@dataclass(frozen=True, slots=True)
class NewKeys:
    """What was made. The passphrases exist nowhere else."""

    project_passphrase: str
    escrow_passphrase: str
    recipients: Recipients


def make_keys(folder: Path) -> NewKeys:
    """Write project.key, escrow.key and recipients.json into `folder`.

    Raises KeysExist when one of them is there.
    """
    _make_room(folder, KEY_FILES)
    project, escrow = generated_passphrase(), generated_passphrase()
    project_file, project_public = new_key_file(project, Role.PROJECT)
    escrow_file, escrow_public = new_key_file(escrow, Role.ESCROW)
    recipients = Recipients((project_public, escrow_public))
    _write(folder / PROJECT_KEY, project_file)
    _write(folder / ESCROW_KEY, escrow_file)
    _write(folder / RECIPIENTS, write_recipients(recipients))
    return NewKeys(project, escrow, recipients)


def make_signer(folder: Path) -> tuple[str, Signer]:
    """Write signer.key, which signs studies, and signer.pub, which terminals are set up with.

    Returns the passphrase of signer.key, which exists nowhere else, and the public side. Raises
    KeysExist when one of the two is there.
    """
    _make_room(folder, SIGNER_FILES)
    passphrase, key = generated_passphrase(), new_study_key()
    _write(folder / SIGNER_KEY, write_study_key(key, passphrase))
    _write(folder / SIGNER, write_signers([key.signer]))
    return passphrase, key.signer


def _make_room(folder: Path, names: Sequence[str]) -> None:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    refuse_overwriting(folder, names)


def refuse_overwriting(folder: Path, names: Sequence[str]) -> None:
    """Raise KeysExist when one of these files is in `folder`."""
    for name in names:
        if (folder / name).exists():
            raise KeysExist(
                de=f"In {folder} liegt schon {name}. Schlüssel werden nie überschrieben; bitte "
                "wählen Sie einen anderen Ordner.",
                en=f"{folder} already holds {name}. Keys are never overwritten; choose another "
                "folder.",
            )


def _write(path: Path, content: bytes) -> None:
    """Only we may read it. On Windows the file inherits the rights of the user's own folder."""
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(content)
