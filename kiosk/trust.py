"""Whose studies a terminal opens: the signers it was set up with, and nobody else's."""

from collections.abc import Sequence
from pathlib import Path

from kiosk.sealing.errors import BadSigner
from kiosk.sealing.signing import DEMONSTRATION, Signer, signer
from kiosk.settings import FILE, STUDY, SettingsError, TerminalSettings, read_terminal
from kiosk.study.study import Study, open_package


def trusted_signers(written: Sequence[str], *, demonstration: bool) -> tuple[Signer, ...]:
    """The signers written in a terminal's settings; for a demonstration its own.

    Raises BadSigner when there is none, or when a real terminal would trust the key of
    demonstrations, which everybody has.
    """
    if demonstration:
        return (DEMONSTRATION.signer,)
    signers = tuple(signer(each, FILE) for each in written)
    if DEMONSTRATION.signer in signers:
        raise BadSigner(
            de="Der Schlüssel der Vorführung ist allen bekannt; ein Terminal darf ihm nicht "
            "vertrauen. Bitte nehmen Sie die Datei signer.pub des Projektteams: "
            "kiosk terminal init --trust signer.pub",
            en="Everybody knows the key of demonstrations; a terminal must not trust it. Take the "
            "project team's file signer.pub: kiosk terminal init --trust signer.pub",
        )
    if not signers:
        raise BadSigner(
            de="Das Terminal weiß noch nicht, wessen Studien es öffnen darf. Bitte richten Sie es "
            "mit der Datei signer.pub des Projektteams ein: kiosk terminal init --trust signer.pub",
            en="The terminal does not know yet whose studies it may open. Set it up with the "
            "project team's file signer.pub: kiosk terminal init --trust signer.pub",
        )
    return signers


def installed_study(folder: Path, settings: TerminalSettings) -> Study:
    """The study of the terminal in `folder`. Raises BadSigner and StudyError."""
    trusted = trusted_signers(settings.signers, demonstration=settings.demonstration)
    return open_package(folder / STUDY, trusted)


def known_signers(folder: Path) -> tuple[str, ...]:
    """The signers the terminal in `folder` was set up with; none where there is no terminal."""
    try:
        return read_terminal(folder).signers
    except SettingsError:
        return ()  # not set up yet, or so damaged that it trusts nobody
