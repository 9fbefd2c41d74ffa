"""Everything a widget needs to paint and place itself."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import radians, tan

from PySide6.QtGui import QFont

from kiosk.journey.presentation import Presentation, Scheme, Side
from kiosk.ui.fonts import font_with_capitals
from kiosk.ui.theme.colours import SCHEMES, Colours
from kiosk.ui.theme.profile import DisplayProfile

CAPITALS_MM = (5.2, 6.75, 8.75)
"""Capital heights offered as text sizes 1 to 3: VVSG 2.0 7.1-G, bands two to four. The default,
6.75 mm, is 0.77° at 500 mm."""
DEFAULT_SIZE = 2
LEAST_ANGLE = 0.7
"""Degrees of a capital of the default size (EN 301 549 5.1.4)."""
TARGET_MM = 20.0
"""accessibility.md §1: older fingers; VVSG 7.2-I asks 12.7."""
GAP_MM = 4.0
LARGE_TARGETS_MM = (
    (250.0, (30.0, 8.0), (30.0, 8.0)),
    (190.0, (30.0, 8.0), (23.0, 5.0)),
    (0.0, (22.0, 4.0), (22.0, 4.0)),
)
"""From which shorter side of the glass large targets have which side and distance: for somebody
alone, and below the banner that says who helps. Chen 2013: with motor impairment targets gain up to
30 mm; smaller where the shipped study's longest texts leave no room at the largest text size."""
MARGIN_MM, NARROW_MARGIN_MM = 7.5, 5.0
PADDING_MM, NARROW_PADDING_MM = 4.5, 3.0
"""Narrow glass leaves more of itself to the words."""


@dataclass(frozen=True, slots=True)
class Theme:
    """Everything a widget needs to paint and place itself, for one panel and one presentation.

    Lengths ending in `_mm` are millimetres; `px` turns them into pixels of this panel.
    """

    profile: DisplayProfile
    px_per_mm: float  # the profile's, kept because every paint asks for it
    text_size: int
    capitals_mm: tuple[float, ...]  # one per text size
    colours: Colours
    regular: tuple[QFont, ...]  # one per text size
    bold: tuple[QFont, ...]
    scheme: Scheme = Scheme.STANDARD
    side: Side = Side.WIDE
    simple: bool = False  # question and answers only

    target_mm: float = TARGET_MM
    gap_mm: float = GAP_MM
    wide_gap_mm: float = 8.0  # between Zurück and Weiter
    margin_mm: float = MARGIN_MM  # left and right of everything
    edge_mm: float = 8.0  # no target closer to the lower bezel (accessibility.md §3.6)
    outline_mm: float = 0.45
    chosen_mm: float = 0.9
    focus_mm: float = 1.1
    radius_mm: float = 3.0
    padding_mm: float = PADDING_MM
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


def capitals_at(view_mm: float) -> tuple[float, ...]:
    """The capital heights in mm for eyes `view_mm` from the glass, one per text size.

    Further away all grow alike, so that the default keeps its angle; nearer none gets smaller.
    """
    least = 2 * view_mm * tan(radians(LEAST_ANGLE / 2))
    growth = max(1.0, least / CAPITALS_MM[DEFAULT_SIZE - 1])
    return tuple(each * growth for each in CAPITALS_MM)


def large_target(profile: DisplayProfile, *, helped: bool = False) -> tuple[float, float]:
    """Side and distance of large targets on this glass, in millimetres.

    `helped`: somebody helps, which a banner says that needs room.
    """
    found = (each for each in LARGE_TARGETS_MM if profile.short_mm >= each[0])
    _, alone, below_banner = next(found)
    return below_banner if helped else alone


def make_theme(
    profile: DisplayProfile,
    text_size: int = 2,
    scheme: Scheme = Scheme.STANDARD,
    *,
    large_targets: bool = False,
    helped: bool = False,
    side: Side = Side.WIDE,
    simple: bool = False,
    schemes: Mapping[Scheme, Colours] = SCHEMES,
) -> Theme:
    """The theme of a panel; needs the fonts installed. `text_size` is 1, 2 or 3.

    `schemes` are the colours of each scheme, the study's own accent included; `helped` as in
    :func:`large_target`.
    """
    if not 1 <= text_size <= len(CAPITALS_MM):
        raise ValueError(f"text size {text_size} is not offered")
    target_mm, gap_mm = TARGET_MM, GAP_MM
    if large_targets:
        target_mm, gap_mm = large_target(profile, helped=helped)
    offered = capitals_at(profile.view_mm)
    heights = [capitals * profile.px_per_mm for capitals in offered]
    return Theme(
        profile=profile,
        px_per_mm=profile.px_per_mm,
        text_size=text_size,
        capitals_mm=offered,
        colours=schemes[scheme],
        regular=tuple(font_with_capitals(height) for height in heights),
        bold=tuple(font_with_capitals(height, bold=True) for height in heights),
        scheme=scheme,
        side=side,
        simple=simple,
        target_mm=target_mm,
        gap_mm=gap_mm,
        margin_mm=NARROW_MARGIN_MM if profile.narrow else MARGIN_MM,
        padding_mm=NARROW_PADDING_MM if profile.narrow else PADDING_MM,
    )


class Themes:
    """The themes of one panel, each made once, for what somebody wants."""

    def __init__(
        self, profile: DisplayProfile, schemes: Mapping[Scheme, Colours] = SCHEMES
    ) -> None:
        self._profile = profile
        self._schemes = schemes
        self._made: dict[tuple[int, Scheme, bool, bool, Side, bool], Theme] = {}

    def __call__(self, wanted: Presentation, *, helped: bool = False) -> Theme:
        """The theme that shows the panel as somebody wants it, always the same one.

        `helped`: while somebody helps, see :func:`large_target`.
        """
        large, helped = wanted.large_targets, helped and wanted.large_targets
        key = (wanted.text_size, wanted.scheme, large, helped, wanted.side, wanted.simple)
        if key not in self._made:
            self._made[key] = make_theme(
                self._profile,
                wanted.text_size,
                wanted.scheme,
                large_targets=large,
                helped=helped,
                side=wanted.side,
                simple=wanted.simple,
                schemes=self._schemes,
            )
        return self._made[key]
