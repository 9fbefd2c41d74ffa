"""The town's own crest and colour on the glass."""

import re
from dataclasses import dataclass

LEAST_CONTRAST = 10.0
"""VVSG 2.0: text and controls of the usual scheme, accessibility.md §1."""
GROUNDS = ("#F8F5EF", "#EDE9E0", "#FFFFFF")
"""What the accent stands on in the usual scheme: paper, strip, row."""
TINT, PRESSED, SHADE = 0.12, 0.18, 0.42
"""The accent's share of a chosen answer and of a pressed button; how much darker it is pressed."""
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}\Z")


@dataclass(frozen=True, slots=True)
class Look:
    """`crest` names a picture in media/, shown with the town's permission; "" for a drawn house.

    `accent` is a dark colour as "#06374C"; "" for the program's own.
    """

    crest: str = ""
    accent: str = ""


def is_colour(text: str) -> bool:
    """Whether `text` is written as "#06374C"."""
    return _COLOUR.match(text) is not None


def accent_contrast(accent: str) -> float:
    """The least contrast of the accent, on the grounds it stands on and its own tint (≥ 1)."""
    grounds = (*GROUNDS, blended("#FFFFFF", accent, TINT))
    return min(contrast(accent, each) for each in grounds)


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, 1 to 21 (WCAG 2.2, contrast ratio)."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def blended(one: str, other: str, share: float) -> str:
    """`one` with a `share` (0 to 1) of `other` in it."""
    parts = zip(_parts(one), _parts(other), strict=True)
    mixed = (round(a + (b - a) * share) for a, b in parts)
    return "#" + "".join(f"{part:02X}" for part in mixed)


def _luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (each / 255 for each in _parts(colour))
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _parts(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
