"""`kiosk office`: keys, and from bundles to results."""

from pathlib import Path
from typing import Annotated

import typer
from rich.progress import Progress, TaskID

from kiosk.commands import err, group, out, plainly, read_file, say
from kiosk.errors import KioskError
from kiosk.office.keys import ESCROW_KEY, PROJECT_KEY, make_keys
from kiosk.office.reading import open_for_study
from kiosk.office.studies import find_study
from kiosk.opening import today
from kiosk.papers.typeface import typeface
from kiosk.resources import FONTS
from kiosk.sealing.keys import unlock
from kiosk.study.study import open_package

app = group(say("Schlüssel, Auswertung.", "Keys and analysis."))
keys_app = group(say("Schlüssel des Projekts.", "The project's keys."))
app.add_typer(keys_app, name="keys")


@keys_app.callback()
def keys() -> None:
    """Keeps `new` a subcommand while it is the only one."""


@keys_app.command(name="new", help=say("Erzeugt die Schlüssel.", "Makes the keys."))
@plainly
def keys_new(
    folder: Annotated[Path, typer.Option("--out", help=say("Ordner", "folder"))],
) -> None:
    """Project and escrow key; the passphrases are shown once."""
    keys = make_keys(folder)
    for name, passphrase in (
        (PROJECT_KEY, keys.project_passphrase),
        (ESCROW_KEY, keys.escrow_passphrase),
    ):
        out.print(f"{folder / name}\n    {passphrase}")
    out.print(
        say(
            "Bitte schreiben Sie beide Kennwörter jetzt auf. Sie stehen nirgends sonst, und ohne "
            "Schlüssel und Kennwort sind alle Antworten verloren.",
            "Write both passphrases down now. They are kept nowhere else, and without key and "
            "passphrase every response is lost.",
        )
    )


@app.command(name="open", help=say("Öffnet Pakete, schreibt Ergebnisse.", "Opens bundles."))
@plainly
def office_open(
    bundles: Annotated[list[Path], typer.Argument(help=say("Pakete oder Ordner", "bundles"))],
    key: Annotated[Path, typer.Option(help="project.key")],
    folder: Annotated[Path, typer.Option("--out", help=say("Zielordner", "target folder"))],
    study: Annotated[Path | None, typer.Option(help=say("Studienpaket", "package"))] = None,
    passphrase_file: Annotated[
        Path | None, typer.Option(help=say("Datei mit dem Kennwort", "file with the passphrase"))
    ] = None,
) -> None:
    """Unseal, write the data set and the Grundauszählung."""
    found = open_package(study) if study is not None else find_study(bundles)
    if passphrase_file is not None:
        try:
            passphrase = read_file(passphrase_file).decode("utf-8-sig").strip()
        except UnicodeDecodeError as error:
            raise KioskError(
                de=f"{passphrase_file} enthält kein Kennwort: Es ist keine Textdatei (UTF-8).",
                en=f"{passphrase_file} holds no passphrase: it is no text file (UTF-8).",
            ) from error
    else:
        passphrase = typer.prompt(say("Kennwort", "Passphrase"), hide_input=True)
    identity = unlock(read_file(key), passphrase)
    with Progress(console=err, transient=True) as bars:
        tasks: dict[str, TaskID] = {}

        def progress(done: int, total: int, what: str) -> None:
            if what not in tasks:
                tasks[what] = bars.add_task(what, total=total)
            bars.update(tasks[what], completed=done, total=total)

        results = open_for_study(
            found, bundles, identity, folder, typeface(FONTS), today(), progress
        )
    out.print(results.report.summary, markup=False)
    for alarm in results.report.alarms:
        err.print(f"! {alarm}", markup=False)
    for path in results.paths:
        out.print(f"  {path}", markup=False)
    if results.report.alarms:
        raise typer.Exit(3)
