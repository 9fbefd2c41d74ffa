"""How long work tells whoever waits how far it is."""

from collections.abc import Callable

Progress = Callable[[int, int, str], None]
"""Called with (steps done, steps in all, what is being done: a German phrase)."""


def silent(done: int, total: int, what: str) -> None:
    """For whoever does not want to know."""
    del done, total, what
