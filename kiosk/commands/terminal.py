"""`kiosk terminal`: put a terminal up."""

from pathlib import Path
from typing import Annotated

import typer

from kiosk.commands import group, out, plainly, read_file, say
from kiosk.installing import install_terminal, set_group_pin
from kiosk.opening import today
from kiosk.places import data_folder
from kiosk.sealing.signing import read_signers
from kiosk.trust import known_signers

app = group(say("Terminal einrichten.", "Set a terminal up."))


@app.command(name="init", help=say("Richtet dieses Terminal ein.", "Sets it up."))
@plainly
def terminal_init(
    study: Annotated[Path, typer.Option(help=say("Studienpaket", "study package"))],
    trust: Annotated[
        list[Path] | None,
        typer.Option(
            help=say(
                "signer.pub des Projektteams, dessen Studien dieses Terminal öffnet; sonst gilt, "
                "was beim letzten Einrichten galt",
                "signer.pub of the project team whose studies this terminal opens; else as at the "
                "last set-up",
            )
        ),
    ] = None,
    data: Annotated[Path | None, typer.Option(help=say("Datenordner", "data folder"))] = None,
    pin: Annotated[
        str,
        typer.Option(
            prompt=say("PIN für das Personal (mindestens 6 Ziffern)", "staff PIN (6+ digits)"),
            confirmation_prompt=True,
            hide_input=True,
        ),
    ] = "",
    site: Annotated[str, typer.Option(help=say("Standort", "site"))] = "rathaus",
    diagonal: Annotated[float, typer.Option(help=say("Diagonale in Zoll", "inches"))] = 15.6,
    view: Annotated[float, typer.Option(help=say("Abstand der Augen in mm", "view mm"))] = 500.0,
    text_size: Annotated[int, typer.Option(help="1, 2, 3")] = 2,
) -> None:
    """Study, PIN, site and display profile."""
    folder = data or data_folder()
    given = [each for path in trust or () for each in read_signers(read_file(path), path.name)]
    installed = install_terminal(
        folder,
        read_file(study),
        study.name,
        pin=pin,
        site=site,
        diagonal_inch=diagonal,
        view_mm=view,
        text_size=text_size,
        today=today,
        signers=[each.text for each in given] or known_signers(folder),
    )
    signed_by = installed.signer.key_id if installed.signer is not None else "–"
    start = "kiosk run" if data is None else f'kiosk run --data "{data}"'
    out.print(
        say(
            f"Terminal eingerichtet in {folder}, Studie {installed.short_hash}, "
            f"unterschrieben von {signed_by}. Starten mit: {start}",
            f"Terminal set up in {folder}, study {installed.short_hash}, signed by {signed_by}. "
            f"Start with: {start}",
        )
    )


@app.command(
    name="group-pin",
    help=say(
        "Setzt die gemeinsame PIN vor geschützten Fragebögen (Mitarbeitende der Stadt).",
        "Sets the PIN in front of protected questionnaires (the town's own staff).",
    ),
)
@plainly
def terminal_group_pin(
    data: Annotated[Path | None, typer.Option(help=say("Datenordner", "data folder"))] = None,
    remove: Annotated[
        bool, typer.Option("--remove", help=say("nimmt die PIN weg", "takes the PIN away"))
    ] = False,
    pin: Annotated[
        str | None, typer.Option(help=say("sonst wird gefragt", "else you are asked"))
    ] = None,
) -> None:
    """One PIN for everybody of a campaign; without one nobody is offered the form."""
    folder = data or data_folder()
    if remove:
        set_group_pin(folder, None, today=today)
        out.print(
            say(
                "Die Gruppen-PIN ist weg; der geschützte Fragebogen wird nicht mehr angeboten.",
                "The group PIN is gone; the protected questionnaire is no longer offered.",
            )
        )
        return
    chosen = pin or typer.prompt(
        say("Gruppen-PIN (mindestens 6 Ziffern)", "group PIN (6+ digits)"),
        hide_input=True,
        confirmation_prompt=True,
    )
    set_group_pin(folder, chosen, today=today)
    out.print(
        say(
            "Die Gruppen-PIN gilt; der geschützte Fragebogen wird angeboten.",
            "The group PIN is set; the protected questionnaire is offered.",
        )
    )
