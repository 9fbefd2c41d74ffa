"""The commands: thin, one function each; every group in a module of its own, so that nobody
imports the office to start a terminal."""

from collections.abc import Callable, Iterable
from functools import wraps
from pathlib import Path
from typing import ParamSpec

import typer
from rich.console import Console

from kiosk.errors import KioskError, message
from kiosk.places import language

P = ParamSpec("P")

GERMAN = not language().startswith("en")

out = Console(soft_wrap=True, highlight=False)
err = Console(stderr=True, soft_wrap=True, highlight=False)


def say(de: str, en: str) -> str:
    """The sentence in the shell's language."""
    return de if GERMAN else en


def group(help_text: str) -> typer.Typer:
    """A group of commands."""
    return typer.Typer(
        help=help_text,
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
    )


def plainly(command: Callable[P, None]) -> Callable[P, None]:
    """Expected errors become one sentence and exit status 1, never a traceback."""

    @wraps(command)
    def called(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            command(*args, **kwargs)
        except KioskError as error:
            err.print(message(error, language()), markup=False)
            raise typer.Exit(1) from error
        except OSError as error:
            place = error.filename or say("Der Datenträger", "The disk")
            told = say(
                f"{place} lässt sich nicht benutzen: {error.strerror}. Bitte prüfen Sie Ort, "
                "freien Platz und Rechte.",
                f"{place} cannot be used: {error.strerror}. Check the place, free space and "
                "permissions.",
            )
            err.print(told, markup=False)
            raise typer.Exit(1) from error

    return called


def read_file(path: Path) -> bytes:
    """The file's content; KioskError when it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise KioskError(
            de=f"{path} lässt sich nicht lesen: {error.strerror}.",
            en=f"{path} cannot be read: {error.strerror}.",
        ) from error


def read_passphrase(path: Path | None) -> str:
    """The passphrase in a text file, or what the person types when there is none.

    Raises KioskError when the file is no text.
    """
    if path is None:
        return str(typer.prompt(say("Kennwort", "Passphrase"), hide_input=True))
    try:
        return read_file(path).decode("utf-8-sig").strip()
    except UnicodeDecodeError as error:
        raise KioskError(
            de=f"{path} enthält kein Kennwort: Es ist keine Textdatei (UTF-8).",
            en=f"{path} holds no passphrase: it is no text file (UTF-8).",
        ) from error


def presets_given(given: Iterable[str]) -> dict[str, str]:
    """What `--preset NAME=VALUE` says, option by option; KioskError for what is no such pair."""
    presets: dict[str, str] = {}
    for each in given:
        name, equals, value = each.partition("=")
        if not (name and equals):
            raise KioskError(
                de=f"--preset {each}: bitte als NAME=WERT angeben.",
                en=f"--preset {each}: write it as NAME=VALUE.",
            )
        presets[name] = value
    return presets
