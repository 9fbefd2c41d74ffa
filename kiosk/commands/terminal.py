"""`kiosk terminal`: put a terminal up."""

import importlib
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from kiosk.commands import err, group, out, plainly, read_file, say, staff
from kiosk.errors import KioskError
from kiosk.installing import Glass, install_terminal, known_glass, set_group_pin
from kiosk.opening import today
from kiosk.places import data_folder
from kiosk.sealing.signing import read_signers
from kiosk.settings import TerminalSettings, read_terminal
from kiosk.study.study import Study
from kiosk.trust import installed_study, known_signers

app = group(say("Terminal einrichten.", "Set a terminal up."))
Data = Annotated[Path | None, typer.Option(help=say("Datenordner", "data folder"))]


class UnknownGlass(KioskError):
    """Nobody has said how many pixels the glass has."""

    def __init__(self) -> None:
        super().__init__(
            de="Wie viele Bildpunkte hat der Bildschirm? Bitte messen Sie ihn (kiosk terminal "
            "measure), oder nennen Sie sie: --size 1920x1080",
            en="How many pixels has the display? Measure it (kiosk terminal measure), or say it: "
            "--size 1920x1080",
        )


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
    data: Data = None,
    pin: Annotated[
        str,
        typer.Option(
            prompt=say("PIN für das Personal (mindestens 6 Ziffern)", "staff PIN (6+ digits)"),
            confirmation_prompt=True,
            hide_input=True,
        ),
    ] = "",
    site: Annotated[str, typer.Option(help=say("Standort", "site"))] = "rathaus",
    diagonal: Annotated[
        float | None,
        typer.Option(
            help=say(
                "Diagonale des Bildschirms in Zoll; besser messen: kiosk terminal measure",
                "the display's diagonal in inches; better measure it: kiosk terminal measure",
            )
        ),
    ] = None,
    view: Annotated[
        float | None,
        typer.Option(
            help=say(
                "Abstand der Augen vom Bildschirm in mm", "millimetres from the eyes to the display"
            )
        ),
    ] = None,
    text_size: Annotated[int, typer.Option(help="1, 2, 3")] = 2,
    unattended: Annotated[
        bool,
        typer.Option(
            "--unattended",
            help=say(
                "steht immer offen; sonst öffnet und schließt das Personal den Tag",
                "always open; else staff open and close the day",
            ),
        ),
    ] = False,
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
        text_size=text_size,
        today=today,
        glass=_glass(folder, diagonal, view),
        signers=[each.text for each in given] or known_signers(folder),
        fits=partial(_refuse_misfits, folder),
        opens_daily=not unattended,
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
    if not known_glass(folder).measured:
        out.print(
            say(
                "Der Bildschirm ist noch nicht gemessen. Vor dem ersten Start: "
                "kiosk terminal measure",
                "The display has not been measured yet. Before the first start: "
                "kiosk terminal measure",
            )
        )


def _glass(folder: Path, diagonal: float | None, view: float | None) -> Glass:
    """What is said now, else what was measured before."""
    glass = known_glass(folder)
    if diagonal is not None:
        glass = replace(glass, diagonal_inch=diagonal, measured=True)
    return glass if view is None else replace(glass, view_mm=view)


def _refuse_misfits(folder: Path, study: Study, settings: TerminalSettings) -> None:
    """Raises GlassTooSmall where the glass is known and the study does not fit it.

    Where the number of pixels is not known yet, measuring or the first start looks it through.
    """
    if not (settings.measured and settings.width_px) or settings.demonstration:
        return
    # Only who asks for it waits for Qt.
    fitting = importlib.import_module("kiosk.ui.fitting.terminal")
    with err.status(
        say("Passt die Studie auf den Bildschirm?", "Does the study fit the display?")
    ) as status:
        fitting.refuse_misfits(study, settings, status.update)
    fitting.note(folder, study, settings)


@app.command(
    name="measure",
    help=say(
        "Misst den Bildschirm mit einer Bankkarte und prüft, ob die Studie darauf passt.",
        "Measures the display with a bank card and checks whether the study fits it.",
    ),
)
@plainly
def terminal_measure(
    data: Data = None,
    window: Annotated[
        bool,
        typer.Option("--window", help=say("zum Ansehen in einem Fenster", "in a window, to look")),
    ] = False,
) -> None:
    """The glass, with a bank card."""
    measuring = importlib.import_module("kiosk.ui.measuring.measuring")
    raise typer.Exit(measuring.run(data or data_folder(), (1280, 800) if window else None))


@app.command(
    name="fits",
    help=say(
        "Prüft, ob die Studie dieses Terminals auf seinen Bildschirm passt.",
        "Checks whether this terminal's study fits its display.",
    ),
)
@plainly
def terminal_fits(
    data: Data = None,
    size: Annotated[
        str,
        typer.Option(
            help=say(
                "Bildpunkte, 1920x1080; sonst die beim Messen",
                "pixels, 1920x1080; else those measured",
            )
        ),
    ] = "",
) -> None:
    """The study on this glass, at the largest text size."""
    folder = data or data_folder()
    settings = read_terminal(folder)
    width, _, height = size.partition("x")
    if width.isdecimal() and height.isdecimal():
        settings = replace(settings, width_px=int(width), height_px=int(height))
    elif size or not settings.width_px:
        raise UnknownGlass
    study = installed_study(folder, settings)
    _refuse_misfits(folder, study, replace(settings, measured=True, demonstration=False))
    out.print(
        say(
            f"Die Studie {study.short_hash} passt auf diesen Bildschirm.",
            f"The study {study.short_hash} fits this display.",
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
    data: Data = None,
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


app.add_typer(staff.app, name="staff")
app.command(
    name="verify-log",
    help=say(
        "Prüft, ob das Protokoll des Terminals unverändert ist.",
        "Checks that the terminal's log is unchanged.",
    ),
)(staff.verify_log)
app.command(
    name="commission",
    help=say(
        "Schreibt das Inbetriebnahme- und Nullprotokoll (PDF).",
        "Writes the commissioning protocol (PDF).",
    ),
)(staff.commission)
app.command(
    name="erase",
    help=say(
        "Löscht, was übergeben ist, und schreibt das Löschprotokoll (PDF).",
        "Deletes what was handed over and writes the protocol of it (PDF).",
    ),
)(staff.erase)
