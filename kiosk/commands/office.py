"""`kiosk office`: keys, and from bundles to results."""

from pathlib import Path
from typing import Annotated

import typer
from rich.progress import Progress, TaskID

from kiosk.commands import err, group, out, plainly, read_file, read_passphrase, say
from kiosk.office.keys import (
    ESCROW_KEY,
    KEY_FILES,
    PROJECT_KEY,
    SIGNER,
    SIGNER_FILES,
    SIGNER_KEY,
    make_keys,
    make_signer,
    refuse_overwriting,
)
from kiosk.office.reading import open_for_study
from kiosk.office.studies import find_study, signature_alarm
from kiosk.opening import today
from kiosk.papers.typeface import typeface
from kiosk.resources import FONTS
from kiosk.sealing.keys import unlock
from kiosk.sealing.signing import Signer, read_signers
from kiosk.study.study import open_package

app = group(say("Schlüssel, Auswertung.", "Keys and analysis."))
keys_app = group(say("Schlüssel des Projekts.", "The project's keys."))
app.add_typer(keys_app, name="keys")


@keys_app.command(name="new", help=say("Erzeugt alle Schlüssel.", "Makes all keys."))
@plainly
def keys_new(
    folder: Annotated[Path, typer.Option("--out", help=say("Ordner", "folder"))],
) -> None:
    """Project, escrow and signing key; the passphrases are shown once."""
    refuse_overwriting(folder, (*KEY_FILES, *SIGNER_FILES))
    keys = make_keys(folder)
    passphrase, signer = make_signer(folder)
    _show(folder / PROJECT_KEY, keys.project_passphrase)
    _show(folder / ESCROW_KEY, keys.escrow_passphrase)
    _show(folder / SIGNER_KEY, passphrase)
    out.print(_signer_line(folder, signer), markup=False)
    out.print(
        say(
            "Bitte schreiben Sie alle Kennwörter jetzt auf. Sie stehen nirgends sonst, und ohne "
            "Schlüssel und Kennwort sind alle Antworten verloren.",
            "Write all passphrases down now. They are kept nowhere else, and without key and "
            "passphrase every response is lost.",
        )
    )


@keys_app.command(
    name="signer",
    help=say("Erzeugt nur den Unterschriftsschlüssel.", "Makes the signing key only."),
)
@plainly
def keys_signer(
    folder: Annotated[Path, typer.Option("--out", help=say("Ordner", "folder"))],
) -> None:
    """A signing key for a project that has its other keys, or lost this one."""
    passphrase, signer = make_signer(folder)
    _show(folder / SIGNER_KEY, passphrase)
    out.print(_signer_line(folder, signer), markup=False)
    out.print(
        say(
            "Bitte schreiben Sie das Kennwort jetzt auf. Es steht nirgends sonst.",
            "Write the passphrase down now. It is kept nowhere else.",
        )
    )


def _show(path: Path, passphrase: str) -> None:
    out.print(f"{path}\n    {passphrase}", markup=False)


def _signer_line(folder: Path, signer: Signer) -> str:
    return say(
        f"{folder / SIGNER} ({signer.key_id}) gehört auf jedes Terminal: "
        "kiosk terminal init --trust signer.pub",
        f"{folder / SIGNER} ({signer.key_id}) goes to every terminal: "
        "kiosk terminal init --trust signer.pub",
    )


@app.command(name="open", help=say("Öffnet Pakete, schreibt Ergebnisse.", "Opens bundles."))
@plainly
def office_open(
    bundles: Annotated[list[Path], typer.Argument(help=say("Pakete oder Ordner", "bundles"))],
    key: Annotated[Path, typer.Option(help="project.key")],
    folder: Annotated[Path, typer.Option("--out", help=say("Zielordner", "target folder"))],
    study: Annotated[Path | None, typer.Option(help=say("Studienpaket", "package"))] = None,
    trust: Annotated[
        Path | None, typer.Option(help=say("signer.pub, sonst neben --key", "else beside --key"))
    ] = None,
    passphrase_file: Annotated[
        Path | None, typer.Option(help=say("Datei mit dem Kennwort", "file with the passphrase"))
    ] = None,
    xforms: Annotated[
        Path | None,
        typer.Option(help=say("Ordner für XForms (OpenRosa)", "folder for XForms (OpenRosa)")),
    ] = None,
) -> None:
    """Unseal, write the data set and the Grundauszählung."""
    signer = trust or key.with_name(SIGNER)
    signers = read_signers(read_file(signer), signer.name) if trust or signer.exists() else ()
    found = open_package(study) if study is not None else find_study(bundles)
    identity = unlock(read_file(key), read_passphrase(passphrase_file))
    with Progress(console=err, transient=True) as bars:
        tasks: dict[str, TaskID] = {}

        def progress(done: int, total: int, what: str) -> None:
            if what not in tasks:
                tasks[what] = bars.add_task(what, total=total)
            bars.update(tasks[what], completed=done, total=total)

        results = open_for_study(
            found, bundles, identity, folder, typeface(FONTS), today(), progress, xforms
        )
    out.print(results.report.summary, markup=False)
    unsigned = signature_alarm(found, signers, signer)
    for alarm in filter(None, (unsigned, *results.report.alarms)):
        err.print(f"! {alarm}", markup=False)
    for path in results.paths:
        if path.parent != xforms:
            out.print(f"  {path}", markup=False)
    if xforms is not None:
        written = sum(path.parent == xforms for path in results.paths)
        out.print(f"  {xforms}: {written} XForms", markup=False)
    if results.report.alarms or (unsigned and signers):
        raise typer.Exit(3)
