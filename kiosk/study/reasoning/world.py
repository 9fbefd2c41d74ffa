"""What is supposed about the answers while reasoning: one possible world, decided bit by bit."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Absent:
    """The node is not relevant."""


@dataclass(frozen=True, slots=True)
class Exact:
    """The node holds exactly this text."""

    text: str


@dataclass(frozen=True, slots=True)
class Sample:
    """The node holds a text that stands for all that compare alike with the form's constants."""

    text: str


@dataclass(frozen=True, slots=True)
class Several:
    """Ordinary choices of a select_multiple; which and how many is decided apart."""


@dataclass(frozen=True, slots=True)
class Anything:
    """Something that is not understood; it may be empty."""


Option = Absent | Exact | Sample | Several | Anything | bool | int
"""A decision. For a code of a select_multiple: whether it is chosen; for COUNT: how many are."""

Key = tuple[str, str]
"""What is decided: a template path, and "" for its content, a code of it, or COUNT."""

COUNT = "\x00count"

World = Mapping[Key, Option]
