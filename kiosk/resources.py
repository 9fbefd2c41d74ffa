"""Where the bundled fonts, icons and studies lie."""

from pathlib import Path

RESOURCES = Path(__file__).resolve().parent.parent / "resources"
FONTS = RESOURCES / "fonts"
STUDIES = RESOURCES / "studies"
