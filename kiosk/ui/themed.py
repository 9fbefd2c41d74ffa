"""Handing a new theme on."""

from typing import Protocol

from kiosk.ui.theme import Theme


class Themed(Protocol):
    """Anything that is painted with a theme."""

    def set_theme(self, theme: Theme) -> None:
        """Take over another text size or panel."""


def retheme(theme: Theme, *things: Themed) -> None:
    """Give each of `things` the theme."""
    for thing in things:
        thing.set_theme(theme)
