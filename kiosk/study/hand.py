"""By whose hand an answer was given, and what a study says about it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Hand(StrEnum):
    """Who answers: privacy.md counts it among the quasi-identifiers, as it does HILFE."""

    SELF = "self"
    HELPER = "helper"  # somebody reads and explains, the person taps
    PROXY = "proxy"  # somebody types what the person says


@dataclass(frozen=True, slots=True)
class Assistance:
    """`[assistance]` of study.toml.

    `codes` are the choices of `question` that say who answers. Questions in `hides` are not asked
    while somebody helps.
    """

    question: str = ""
    codes: Mapping[str, Hand] | None = None
    hides: frozenset[str] = frozenset()

    def said(self, question: str, value: str) -> Hand | None:
        """Who answers by the answer to `question`; None where that is another question."""
        if not question or question != self.question or value == "":
            return None
        return (self.codes or {}).get(value, Hand.SELF)
