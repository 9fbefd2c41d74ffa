"""The real study of Rothenburg, built for tests with keys of their own."""

from functools import cache
from pathlib import Path

from pyrage import x25519

from kiosk.sealing.keys import Identity, Recipients, Role, recipient
from kiosk.sealing.signing import StudyKey, new_study_key
from kiosk.study.building import build_package
from kiosk.study.study import Study, read_package

SOURCE = Path(__file__).parents[2] / "resources" / "studies" / "rothenburg"


@cache
def identity(role: Role) -> Identity:
    """A private key, the same for the whole test run."""
    private = x25519.Identity.generate()
    return Identity(recipient(str(private.to_public()), role), private)


@cache
def recipients() -> Recipients:
    """The project's and the escrow's public key."""
    return Recipients((identity(Role.PROJECT).recipient, identity(Role.ESCROW).recipient))


@cache
def study_key() -> StudyKey:
    """The key the study is signed with."""
    return new_study_key()


def signers() -> tuple[str, ...]:
    """Whose studies a test's terminal opens."""
    return (study_key().signer.text,)


@cache
def package() -> bytes:
    """The study package, signed."""
    return build_package(SOURCE, recipients(), study_key())


@cache
def study() -> Study:
    """The study, opened."""
    return read_package(package(), "rothenburg.study.zip")
