"""The command line's door: `kiosk run` goes straight to the window, the rest to its group."""

import argparse
import importlib
import signal
import sys
from pathlib import Path

from kiosk.collecting import pause_collection
from kiosk.crash_dumps import leave_none
from kiosk.errors import KioskError, message
from kiosk.places import data_folder, language

GROUPS = {
    "run": ("startet das Terminal", "starts the terminal"),
    "demo": ("richtet eine Vorführung ein", "sets a demonstration up"),
    "terminal": ("richtet ein Terminal ein", "sets a terminal up"),
    "study": ("baut und prüft Studienpakete", "builds and checks study packages"),
    "audit": ("prüft die Barrierefreiheit", "audits the accessibility"),
    "office": ("Schlüssel und Auswertung", "keys and analysis"),
    "bench": ("misst", "measures"),
}


def main() -> None:
    """Entry point of `kiosk`. Expected errors become one sentence and exit status 1."""
    # Importing typer takes as long as the bare window's whole start; the terminal needs none of it.
    if sys.argv[1:2] == ["run"]:
        sys.exit(_run(sys.argv[2:]))
    if sys.argv[1:2] and sys.argv[1] in GROUPS:
        group = importlib.import_module(f"kiosk.commands.{sys.argv[1]}")
        group.app(args=sys.argv[2:], prog_name=f"kiosk {sys.argv[1]}")
    sys.stdout.write(_help())
    sys.exit(0 if sys.argv[1:2] in ([], ["--help"]) else 2)


def _help() -> str:
    german = not language().startswith("en")
    lines = ["kiosk BEFEHL --help" if german else "kiosk COMMAND --help", ""]
    lines += [f"  {name:10}{de if german else en}" for name, (de, en) in GROUPS.items()]
    return "\n".join(lines) + "\n"


def _run(words: list[str]) -> int:
    german = not language().startswith("en")
    parser = argparse.ArgumentParser(
        prog="kiosk run",
        description="Startet das Terminal." if german else "Starts the terminal.",
    )
    parser.add_argument("--data", type=Path, default=None, metavar="ORDNER" if german else "FOLDER")
    parser.add_argument(
        "--window",
        action="store_true",
        help="in einem Fenster statt bildschirmfüllend" if german else "in a window",
    )
    parser.add_argument(
        "--size",
        default="1280x800",
        metavar="BxH" if german else "WxH",
        help="Größe des Fensters in Pixeln" if german else "size of the window in pixels",
    )
    parser.add_argument("--text-size", type=int, choices=(1, 2, 3), default=None)
    parser.add_argument(
        "--screenshots",
        type=Path,
        default=None,
        metavar="ORDNER" if german else "FOLDER",
        help=(
            "geht die Umfrage einmal durch und legt ein Bild von jedem Bildschirm ab"
            if german
            else "walks through the survey and saves a picture of every screen"
        ),
    )
    options = parser.parse_args(words)
    width, _, height = options.size.partition("x")
    if not (width.isdecimal() and height.isdecimal()):
        parser.error("--size 1280x800")
    # Qt's loop keeps Python's own handler waiting, and then it looks like a mistake of ours.
    # Ending at once is safe: what was answered is on disk.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    leave_none()
    pause_collection()
    app = importlib.import_module("kiosk.ui.app")
    start = app.Start(
        folder=options.data or data_folder(),
        window=(int(width), int(height)) if options.window or options.screenshots else None,
        text_size=options.text_size,
    )
    try:
        if options.screenshots is not None:
            return int(importlib.import_module("kiosk.ui.tour").walk(start, options.screenshots))
        return int(app.run(start))
    except KioskError as error:
        sys.stderr.write(message(error, language()) + "\n")
        return 1
