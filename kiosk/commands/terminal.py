"""`kiosk terminal`: put a terminal up."""

from pathlib import Path
from typing import Annotated

import typer

from kiosk.commands import group, out, plainly, read_file, say
from kiosk.installing import install_terminal
from kiosk.opening import today
from kiosk.places import data_folder

app = group(say("Terminal einrichten.", "Set a terminal up."))


@app.callback()
def terminal() -> None:
    """Keeps `init` a subcommand while it is the only one."""


@app.command(name="init", help=say("Richtet dieses Terminal ein.", "Sets it up."))
@plainly
def terminal_init(
    study: Annotated[Path, typer.Option(help=say("Studienpaket", "study package"))],
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
    )
    out.print(
        say(
            f"Terminal eingerichtet in {folder}, Studie {installed.short_hash}. "
            "Starten mit: kiosk run",
            f"Terminal set up in {folder}, study {installed.short_hash}. Start with: kiosk run",
        )
    )
