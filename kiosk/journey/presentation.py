"""How one person wants the screens: back to the preset after every person."""

from dataclasses import dataclass
from enum import StrEnum


class Scheme(StrEnum):
    """The colours offered (accessibility.md §2)."""

    STANDARD = "standard"  # dark on warm paper
    LIGHT = "light"  # black on white, 21:1
    DARK = "dark"  # white on black, 21:1
    YELLOW = "yellow"  # yellow on black, 19.6:1
    SOFT = "soft"  # 7 to 8:1, for eyes that light hurts


class Side(StrEnum):
    """Where "Weiter" and "Zurück" stand, for the hand that reaches them."""

    WIDE = "wide"  # from edge to edge
    RIGHT = "right"
    LEFT = "left"


class KeyOrder(StrEnum):
    """The order of the letters on the keyboard of the glass."""

    QWERTZ = "qwertz"
    ABC = "abc"


class Timbre(StrEnum):
    """Which of a language's two voices reads."""

    LOW = "low"  # kinder to hearing that has lost the high tones
    HIGH = "high"


@dataclass(frozen=True, slots=True)
class Presentation:
    """`language` is a BCP 47 tag, `text_size` 1 to 3 (capital letters 5.2, 6.75, 8.75 mm).

    `large_targets`: targets of 30 mm instead of 20. `calm`: a second between two touches instead
    of half a one. `simple`: question and answers only, in the plainest words the form has.
    `screen_off`: nothing shows, everything is spoken. `volume` 1 to 11, `pace` 1 to 7 and `timbre`
    are how it is spoken (:mod:`kiosk.speech.sound`).
    """

    language: str
    text_size: int = 2
    read_aloud: bool = False
    scheme: Scheme = Scheme.STANDARD
    large_targets: bool = False
    calm: bool = False
    side: Side = Side.WIDE
    simple: bool = False
    screen_off: bool = False
    key_order: KeyOrder = KeyOrder.QWERTZ
    volume: int = 9
    pace: int = 4
    timbre: Timbre = Timbre.LOW

    @property
    def listens(self) -> bool:
        """Whether pages are read out."""
        return self.read_aloud or self.screen_off
