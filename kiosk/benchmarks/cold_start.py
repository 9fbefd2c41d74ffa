"""The terminal's start as `kiosk run` does it: no collecting, then the window's imports."""

import importlib
import sys
from pathlib import Path

from kiosk.collecting import pause_collection


def main(goal: str, folder: Path, width: int, height: int) -> int:
    """See :func:`kiosk.benchmarks.cold_terminal.start`."""
    pause_collection()
    terminal = importlib.import_module("kiosk.benchmarks.cold_terminal")
    return int(terminal.start(goal, folder, width, height))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])))
