"""What the screens look like: colours by role, lengths in millimetres of glass."""

from dataclasses import dataclass
from math import hypot

from PySide6.QtGui import QColor, QFont

from kiosk.ui.fonts import font_with_capitals

CAPITALS_MM = (5.2, 6.75, 8.75)
"""Capital heights offered as text sizes 1 to 3: VVSG 2.0 7.1-G, bands two to four. The default,
6.75 mm, is 0.77° at 500 mm; EN 301 549 5.1.4 asks for 0.7°."""


@dataclass(frozen=True, slots=True)
class DisplayProfile:
    """One panel as measured at installation; a screen's own report of its size is not trusted."""

    width_px: int
    height_px: int
    diagonal_inch: float
    view_mm: float = 500.0

    @property
    def px_per_mm(self) -> float:
        """Pixels per millimetre of glass, the same both ways (square pixels)."""
        return hypot(self.width_px, self.height_px) / (self.diagonal_inch * 25.4)

    @property
    def portrait(self) -> bool:
        """Taller than wide."""
        return self.height_px > self.width_px


@dataclass(frozen=True, slots=True)
class Colours:
    """A colour scheme by role. Every ink keeps ≥ 10:1 on every ground it is used on."""

    paper: QColor  # the ground of a screen
    strip: QColor  # the ground behind Zurück and Weiter
    row: QColor  # an answer, a button
    tint: QColor  # a chosen answer
    pressed: QColor  # a button under the finger
    ink: QColor  # text and outlines
    quiet: QColor  # hints and progress
    accent: QColor  # chosen outlines, the primary button
    on_accent: QColor  # text on accent
    accent_pressed: QColor
    rest: QColor  # the part of a bar still to come


STANDARD = Colours(
    paper=QColor("#F8F5EF"),
    strip=QColor("#EDE9E0"),
    row=QColor("#FFFFFF"),
    tint=QColor("#E1EDF3"),
    pressed=QColor("#D3E2EA"),
    ink=QColor("#14202B"),
    quiet=QColor("#25323C"),
    accent=QColor("#06374C"),
    on_accent=QColor("#FFFFFF"),
    accent_pressed=QColor("#02202E"),
    rest=QColor("#D9D4C7"),
)


@dataclass(frozen=True, slots=True)
class Theme:
    """Everything a widget needs to paint itself, for one panel and one text size (1 to 3).

    Lengths ending in `_mm` are millimetres; `px` turns them into pixels of this panel.
    """

    profile: DisplayProfile
    px_per_mm: float  # the profile's, kept because every paint asks for it
    text_size: int
    colours: Colours
    regular: tuple[QFont, ...]  # one per text size
    bold: tuple[QFont, ...]

    target_mm: float = 20.0  # accessibility.md §1: older fingers; VVSG 7.2-I asks 12.7
    gap_mm: float = 4.0
    wide_gap_mm: float = 8.0  # between Zurück and Weiter
    margin_mm: float = 7.5  # left and right of everything
    edge_mm: float = 8.0  # no target closer to the lower bezel (accessibility.md §3.6)
    outline_mm: float = 0.45
    chosen_mm: float = 0.9
    focus_mm: float = 1.1
    radius_mm: float = 3.0
    padding_mm: float = 4.5
    key_mm: float = 15.0
    key_floor_mm: float = 12.7
    key_gap_mm: float = 2.6

    def px(self, millimetres: float) -> int:
        """Whole pixels, rounded up so that no minimum is undercut."""
        return -int(-millimetres * self.px_per_mm // 1)

    def font(self, bold: bool = False, steps: int = 0) -> QFont:
        """The text font; `steps` sizes smaller (negative) or larger, within the offered ones."""
        fonts = self.bold if bold else self.regular
        return fonts[min(max(self.text_size - 1 + steps, 0), len(fonts) - 1)]

    @property
    def secondary(self) -> QFont:
        """Hints, progress, quiet buttons: one size smaller, never below the smallest offered."""
        return self.font(steps=-1)


def make_theme(profile: DisplayProfile, text_size: int = 2, colours: Colours = STANDARD) -> Theme:
    """The theme of a panel; needs the fonts installed. `text_size` is 1, 2 or 3."""
    if not 1 <= text_size <= len(CAPITALS_MM):
        raise ValueError(f"text size {text_size} is not offered")
    heights = [capitals * profile.px_per_mm for capitals in CAPITALS_MM]
    return Theme(
        profile=profile,
        px_per_mm=profile.px_per_mm,
        text_size=text_size,
        colours=colours,
        regular=tuple(font_with_capitals(height) for height in heights),
        bold=tuple(font_with_capitals(height, bold=True) for height in heights),
    )


def window_profile(width_px: int, height_px: int, diagonal_inch: float = 15.6) -> DisplayProfile:
    """A stand-in for a developer's window: as if it were a whole panel of `diagonal_inch`."""
    return DisplayProfile(width_px, height_px, diagonal_inch)
