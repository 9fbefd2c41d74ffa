"""The displays a study is checked for, by how people name them: "15.6", "13.3p"."""

import re

from kiosk.ui.theme import DisplayProfile

USUAL = ("13.3p", "15.6", "21.5")
"""13.3" upright, 15.6" and 21.5" across: what terminals have (accessibility.md §0.6)."""
LONG_PX, SHORT_PX = 1920, 1080
TABLET_PX = 1200
"""The shorter side below TABLET_INCH: every tablet of that size is 16:10, none 16:9."""
TABLET_INCH = 13.0
SMALLEST, LARGEST = 7.0, 65.0
_NAME = re.compile(r"(\d{1,2}(?:\.\d{1,2})?)(p?)\Z")


def display(name: str) -> DisplayProfile:
    """The display of `name`: its diagonal in inches, "p" behind it where it stands upright.

    1920 × 1080 pixels, a tablet 1920 × 1200; 500 mm from eye to glass. Raises ValueError for any
    other name.
    """
    found = _NAME.match(name)
    if found is None or not SMALLEST <= float(found[1]) <= LARGEST:
        raise ValueError(name)
    inches = float(found[1])
    short = TABLET_PX if inches < TABLET_INCH else SHORT_PX
    size = (short, LONG_PX) if found[2] else (LONG_PX, short)
    return DisplayProfile(*size, inches)


def name_of(profile: DisplayProfile) -> str:
    """What people call a display: "15.6", upright "13.3p"."""
    return f"{profile.diagonal_inch:.1f}" + ("p" if profile.portrait else "")


def spoken(name: str, german: bool) -> str:
    """The name in a sentence: 13,3 Zoll hochkant."""
    inches = name.removesuffix("p")
    upright = name.endswith("p")
    if german:
        return f"{inches.replace('.', ',')} Zoll" + (" hochkant" if upright else "")
    return f"{inches} inches" + (" upright" if upright else "")
