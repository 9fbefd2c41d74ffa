"""For the hand that reaches them: in which order the buttons of the lower strip stand."""

from collections.abc import Sequence
from typing import TypeVar

from kiosk.journey.presentation import Side

_T = TypeVar("_T")


def by_side(side: Side, buttons: Sequence[_T]) -> tuple[_T, _T, _T]:
    """Zurück, Vorlesen and Weiter from left to right; the two that turn pages on the hand's side.

    `buttons` are (back, read, on).
    """
    back, read, on = buttons
    match side:
        case Side.RIGHT:
            return read, back, on
        case Side.LEFT:
            return on, back, read
        case Side.WIDE:
            return back, read, on
