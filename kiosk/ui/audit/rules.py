"""The rules together, by what they need: a laid-out screen, the active window, its pixels."""

from kiosk.ui.audit.hearing import speech_breaches
from kiosk.ui.audit.letters import letter_breaches
from kiosk.ui.audit.markup import markup_breaches
from kiosk.ui.audit.motion import motion_breaches, swipe_breaches
from kiosk.ui.audit.order import order_breaches, walking_breaches
from kiosk.ui.audit.pixels import choice_breaches, contrast_breaches, focus_breaches
from kiosk.ui.audit.tree import tree_breaches
from kiosk.ui.fitting.breaches import Breach, Rule, text_breaches, touch_breaches
from kiosk.ui.terminal.screen import Screen
from kiosk.ui.theme import Theme

STANDING = (
    Rule.WORD_CUT, Rule.CLIP, Rule.OUTSIDE, Rule.OVERLAP, Rule.SMALL, Rule.TARGET, Rule.GAP,
    Rule.EDGE, Rule.NAME, Rule.SCROLLBAR, Rule.CAP_ANGLE, Rule.FONT, Rule.ORDER, Rule.FOCUSABLE,
    Rule.ACTION, Rule.HIDDEN_CONTROL, Rule.ROLE, Rule.VALUE, Rule.MOTION, Rule.GESTURE,
    Rule.SPEECH, Rule.MARKUP,
)  # fmt: skip
"""Measured on every page of every screen; no colour changes them."""
PAINTED = (Rule.CONTRAST, Rule.FOCUS_VISIBLE, Rule.COLOUR_ALONE)
"""Measured on pixels, once for each kind of page and each colour scheme."""
WALKED = (Rule.FOCUS_TRAP, Rule.UNREACHABLE)
"""Tried with keys, and swipes with a finger, once for each kind of page."""


def standing_breaches(screen: Screen, theme: Theme) -> list[Breach]:
    """Everything that can be told from the widgets of `screen` as they stand."""
    return [
        *text_breaches(screen, theme),
        *touch_breaches(screen, theme),
        *letter_breaches(screen, theme),
        *order_breaches(screen),
        *tree_breaches(screen),
        *motion_breaches(screen),
        *speech_breaches(screen),
        *markup_breaches(screen),
    ]


def painted_breaches(screen: Screen, theme: Theme) -> list[Breach]:
    """Everything measured on the pixels of `screen`, which must be the active window."""
    return [
        *contrast_breaches(screen, theme),
        *focus_breaches(screen, theme),
        *choice_breaches(screen, theme),
    ]


def tried_breaches(screen: Screen) -> list[Breach]:
    """Everything found out by keys and swipes on `screen`, which must be the active window."""
    return [*walking_breaches(screen), *swipe_breaches(screen)]
