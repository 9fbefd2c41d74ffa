"""`kiosk demo`: the real questionnaire on a terminal made for trying it out."""

from pathlib import Path
from typing import Annotated

import typer

from kiosk.commands import group, out, plainly, say
from kiosk.demonstration import install_demonstration
from kiosk.opening import today
from kiosk.places import DEMO_PIN, data_folder
from kiosk.resources import STUDIES

app = group(say("Vorführung einrichten.", "Set a demonstration up."))


@app.command(help=say("Richtet eine Vorführung ein.", "Sets a demonstration up."))
@plainly
def demo(
    data: Annotated[Path | None, typer.Option(help=say("Datenordner", "data folder"))] = None,
) -> None:
    """The real questionnaire with keys and a PIN made for trying it out."""
    folder = data or data_folder()
    made = install_demonstration(folder, STUDIES / "rothenburg", today)
    out.print(
        say(
            f"Vorführung in {folder}\n"
            f"  PIN des Personals: {DEMO_PIN} (linke obere Ecke 3 Sekunden halten)\n"
            f"  Schlüssel und Kennwort: {made}",
            f"Demonstration in {folder}\n"
            f"  staff PIN: {DEMO_PIN} (hold the upper left corner for 3 seconds)\n"
            f"  keys and passphrase: {made}",
        )
    )
