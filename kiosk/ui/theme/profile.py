"""The glass a theme is made for."""

from dataclasses import dataclass
from math import hypot

MM_PER_INCH = 25.4
NARROW_MM = 150.0
"""Upright glass less wide than this (10.1 inches: 136 mm) has margins and a frame of its own."""


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
        return hypot(self.width_px, self.height_px) / (self.diagonal_inch * MM_PER_INCH)

    @property
    def short_mm(self) -> float:
        """Millimetres of the shorter side."""
        return min(self.width_px, self.height_px) / self.px_per_mm

    @property
    def portrait(self) -> bool:
        """Taller than wide."""
        return self.height_px > self.width_px

    @property
    def narrow(self) -> bool:
        """A tablet held upright."""
        return self.portrait and self.short_mm < NARROW_MM


def window_profile(width_px: int, height_px: int, diagonal_inch: float = 15.6) -> DisplayProfile:
    """A stand-in for a developer's window: as if it were a whole panel of `diagonal_inch`."""
    return DisplayProfile(width_px, height_px, diagonal_inch)
