"""Where the bundled fonts, icons, studies and translations lie."""

from pathlib import Path

_ROOT = Path(__file__).resolve().parent.parent
RESOURCES = _ROOT / "resources"
FONTS = RESOURCES / "fonts"
STUDIES = RESOURCES / "studies"
TRANSLATIONS = _ROOT / "translations"
