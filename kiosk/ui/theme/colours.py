"""The colour schemes, by role."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum

from PySide6.QtGui import QColor

from kiosk.journey.presentation import Scheme
from kiosk.study.look import PRESSED, SHADE, TINT, blended


class Ground(Enum):
    """What a text or a mark stands on."""

    PAPER = "paper"
    ACCENT = "accent"
    BANNER = "banner"


@dataclass(frozen=True, slots=True)
class Colours:
    """A colour scheme by role: every ink keeps the scheme's contrast on each ground it stands on.

    The least contrast of a scheme is in :data:`CONTRAST`; the audit measures it on the glass.
    """

    paper: QColor  # the ground of a screen
    strip: QColor  # the ground behind Zurück and Weiter
    row: QColor  # an answer, a button
    tint: QColor  # a chosen answer
    pressed: QColor  # a button under the finger
    on_pressed: QColor  # text and outline on pressed
    ink: QColor  # text and outlines
    quiet: QColor  # hints and progress
    accent: QColor  # chosen outlines, the primary button
    on_accent: QColor  # text on accent
    accent_pressed: QColor  # the primary button under the finger
    on_accent_pressed: QColor  # its text and outline
    rest: QColor  # the part of a bar still to come
    banner: QColor  # the large field of the first screen
    on_banner: QColor
    shade: QColor  # the houses on it, which say nothing
    marked: QColor  # behind the word that is heard
    on_marked: QColor

    def ink_on(self, ground: Ground) -> QColor:
        """The colour of words on `ground`."""
        match ground:
            case Ground.PAPER:
                return self.ink
            case Ground.ACCENT:
                return self.on_accent
            case Ground.BANNER:
                return self.on_banner


STANDARD = Colours(
    paper=QColor("#F8F5EF"),
    strip=QColor("#EDE9E0"),
    row=QColor("#FFFFFF"),
    tint=QColor("#E1EDF3"),
    pressed=QColor("#D3E2EA"),
    on_pressed=QColor("#14202B"),
    ink=QColor("#14202B"),
    quiet=QColor("#25323C"),
    accent=QColor("#06374C"),
    on_accent=QColor("#FFFFFF"),
    accent_pressed=QColor("#02202E"),
    on_accent_pressed=QColor("#FFFFFF"),
    rest=QColor("#D9D4C7"),
    banner=QColor("#06374C"),
    on_banner=QColor("#FFFFFF"),
    shade=QColor("#02202E"),
    marked=QColor("#FFE08A"),
    on_marked=QColor("#14202B"),
)


def _two(ground: str, ink: str, rest: str, shade: str) -> Colours:
    """Two colours and nothing between: what is pressed is reversed, what is chosen is marked.

    The banner is the darker of the two, so that no scheme for eyes that light hurts glares.
    """
    back, front = QColor(ground), QColor(ink)
    return Colours(
        paper=back,
        strip=back,
        row=back,
        tint=back,
        pressed=front,
        on_pressed=back,
        ink=front,
        quiet=front,
        accent=front,
        on_accent=back,
        accent_pressed=back,
        on_accent_pressed=front,
        rest=QColor(rest),
        banner=min(back, front, key=QColor.lightness),
        on_banner=max(back, front, key=QColor.lightness),
        shade=QColor(shade),
        marked=front,
        on_marked=back,
    )


# VVSG 2.0 7.1-C (low contrast 4.5 to 8:1) and WCAG 2.2 1.4.6 (7:1) at once: 7.1 to 8:1.
SOFT = Colours(
    paper=QColor("#E9E2D2"),
    strip=QColor("#E3DCCA"),
    row=QColor("#EDE7D9"),
    tint=QColor("#E1E4D6"),
    pressed=QColor("#484335"),
    on_pressed=QColor("#E9E2D2"),
    ink=QColor("#484335"),
    quiet=QColor("#484335"),
    accent=QColor("#484335"),
    on_accent=QColor("#E9E2D2"),
    accent_pressed=QColor("#E9E2D2"),
    on_accent_pressed=QColor("#484335"),
    rest=QColor("#CFC7B2"),
    banner=QColor("#484335"),
    on_banner=QColor("#E9E2D2"),
    shade=QColor("#332F25"),
    marked=QColor("#484335"),
    on_marked=QColor("#E9E2D2"),
)

SCHEMES: Mapping[Scheme, Colours] = {
    Scheme.STANDARD: STANDARD,
    Scheme.LIGHT: _two("#FFFFFF", "#000000", "#C4C4C4", "#303030"),
    Scheme.DARK: _two("#000000", "#FFFFFF", "#4A4A4A", "#303030"),
    Scheme.YELLOW: _two("#000000", "#FFFF00", "#4A4A00", "#303000"),
    Scheme.SOFT: SOFT,
}


def with_accent(accent: str) -> Mapping[Scheme, Colours]:
    """The schemes with the town's own colour ("#06374C") in the usual one; "" for ours.

    The study's settings have checked that it is dark enough (:mod:`kiosk.study.look`).
    """
    if not accent:
        return SCHEMES
    pressed = QColor(blended("#FFFFFF", accent, PRESSED))
    shade = QColor(blended(accent, "#000000", SHADE))
    usual = replace(
        STANDARD,
        tint=QColor(blended("#FFFFFF", accent, TINT)),
        pressed=pressed,
        accent=QColor(accent),
        accent_pressed=shade,
        banner=QColor(accent),
        shade=shade,
    )
    return {**SCHEMES, Scheme.STANDARD: usual}


CONTRAST: Mapping[Scheme, tuple[float, float]] = {
    Scheme.STANDARD: (10.0, 21.0),
    Scheme.LIGHT: (20.0, 21.0),
    Scheme.DARK: (20.0, 21.0),
    # Yellow itself reaches 19.56:1 on black; VVSG's 20:1 is the two schemes above.
    Scheme.YELLOW: (19.5, 21.0),
    Scheme.SOFT: (7.0, 8.2),
}
"""Least and greatest contrast of text and outlines (accessibility.md §1 and §2)."""
