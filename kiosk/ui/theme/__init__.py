"""The design system: what screens look like. Colours by role, lengths in millimetres of glass."""

from kiosk.ui.theme.colours import SCHEMES, STANDARD, Colours, Ground, with_accent
from kiosk.ui.theme.profile import DisplayProfile, window_profile
from kiosk.ui.theme.theme import (
    CAPITALS_MM,
    GAP_MM,
    TARGET_MM,
    Theme,
    Themes,
    make_theme,
)

__all__ = [
    "CAPITALS_MM",
    "GAP_MM",
    "SCHEMES",
    "STANDARD",
    "TARGET_MM",
    "Colours",
    "DisplayProfile",
    "Ground",
    "Theme",
    "Themes",
    "make_theme",
    "window_profile",
    "with_accent",
]
