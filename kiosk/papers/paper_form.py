"""A questionnaire as it stands on paper: words and spaces to write, in the order of the pages."""

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class PaperChoice:
    """A box to cross, with its words; `picture` is a file of the study's media/, or ""."""

    value: str
    label: str
    hint: str = ""
    picture: str = ""
    apart: bool = False  # "weiß nicht" and the like, set a little apart


@dataclass(frozen=True, slots=True)
class Choices:
    """Choices in the author's order: circles for one answer, squares for several or for ranks.

    `block` of them belong together (0: all); a `scale` has its points side by side.
    """

    choices: tuple[PaperChoice, ...]
    several: bool = False
    scale: bool = False
    block: int = 0


@dataclass(frozen=True, slots=True)
class Digits:
    """Boxes for digits: (how many, what stands below), with `between` between the groups."""

    groups: tuple[tuple[int, str], ...]
    between: str = ""


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines to write on."""

    count: int


Answer = Choices | Digits | Lines


@dataclass(frozen=True, slots=True)
class PaperQuestion:
    """`heading` is "Frage 5"; `name` the variable, small, for whoever types the answers.

    `direction` says who is asked and where the others go on, "" where it is said before or
    everybody is asked. Label, hint and direction may carry Markdown.
    """

    number: int
    heading: str
    name: str
    label: str
    hint: str
    advice: str
    answer: Answer
    direction: str = ""


@dataclass(frozen=True, slots=True)
class PaperNote:
    """Text between the questions."""

    text: str
    direction: str = ""


@dataclass(frozen=True, slots=True)
class PaperHeading:
    """The label of a group, or of one round of questions; `about` stands before a line to write."""

    text: str
    advice: str = ""
    about: str = ""


PaperItem = PaperQuestion | PaperNote | PaperHeading


class Shortfall(StrEnum):
    """What paper does otherwise than the terminal, or not at all."""

    UNTOLD = "untold"  # a condition that could not be put into words
    DRAWN = "drawn"  # asked of a part drawn by the terminal, on paper of everybody
    UNFILTERED = "unfiltered"  # choices hang on other answers, on paper all are listed
    ROUNDS = "rounds"  # the person says what the rounds are about, and how many
    QUOTED = "quoted"  # the text quotes something that only the terminal knows
    TOUCH = "touch"  # the text speaks of tapping
    PICTURE = "picture"  # a picture belongs to the question
    WRITTEN = "written"  # too many choices: written by hand


@dataclass(frozen=True, slots=True)
class PaperFinding:
    """A question by its name, and what somebody must look at before printing."""

    question: str
    shortfall: Shortfall


@dataclass(frozen=True, slots=True)
class PaperForm:
    """`language` is a BCP 47 tag."""

    name: str
    title: str
    language: str
    items: tuple[PaperItem, ...]
    findings: tuple[PaperFinding, ...]

    @property
    def questions(self) -> tuple[PaperQuestion, ...]:
        """Those of its items that ask."""
        return tuple(each for each in self.items if isinstance(each, PaperQuestion))
