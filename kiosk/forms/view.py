"""What one question looks like right now, in one language: a value any screen or voice can use."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """The question kinds the engine asks, by XLSForm's type names."""

    NOTE = "note"
    SELECT_ONE = "select_one"
    SELECT_MULTIPLE = "select_multiple"
    TEXT = "text"
    INTEGER = "integer"


class Layout(StrEnum):
    """How a question asks to be laid out (`body::kiosk:layout`)."""

    LIST = "list"
    SCALE = "scale"  # labelled points in the same places on every item
    TILES = "tiles"  # a grid of pictogram tiles
    PICK = "pick"  # an unordered top-N from a filtered list


@dataclass(frozen=True, slots=True)
class ChoiceView:
    """One answer row. `apart` marks "weiß nicht" and "keine Angabe", set apart from the rest."""

    value: str
    label: str
    hint: str = ""
    image: str = ""  # file name inside the study package's media/, or ""
    exclusive: bool = False  # choosing it clears the others, choosing another clears it
    apart: bool = False


@dataclass(frozen=True, slots=True)
class QuestionView:
    """One question as asked of one person.

    `ref` names the answer's place ("/data/loop[2]/L3"); `value` is its current answer, "" when
    there is none: a choice's value, for SELECT_MULTIPLE the values joined by single spaces in the
    order of the choices, for TEXT the text, for INTEGER its digits.
    """

    ref: str
    name: str
    kind: Kind
    label: str
    hint: str = ""
    layout: Layout = Layout.LIST
    choices: tuple[ChoiceView, ...] = ()
    value: str = ""
    most: int | None = None  # cap on ordinary choices ("bis zu 3")
    length: int | None = None  # cap on characters of a TEXT
    lowest: int | None = None  # bounds of an INTEGER
    highest: int | None = None
    required: bool = False
    block: int = 0  # tiles: choices belong together in pages of this many; 0 = no blocks

    @property
    def chosen(self) -> tuple[str, ...]:
        """The chosen values of a select."""
        return tuple(self.value.split())


@dataclass(frozen=True, slots=True)
class Progress:
    """Where the person is: question `number` of at most `total`; `total` never grows ahead."""

    number: int
    total: int


class Rejection(StrEnum):
    """Why an answer was not accepted."""

    CONSTRAINT = "constraint"
    TOO_MANY = "too-many"
    NOT_A_CHOICE = "not-a-choice"
    TOO_LONG = "too-long"
    NOT_A_NUMBER = "not-a-number"


@dataclass(frozen=True, slots=True)
class Problem:
    """A rejected answer: the reason, and the author's own sentence where there is one."""

    reason: Rejection
    text: str = ""
