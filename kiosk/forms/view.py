"""What one question looks like right now, in one language: a value any screen or voice can use."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Kind(StrEnum):
    """The question kinds the engine asks, by XLSForm's type names."""

    NOTE = "note"
    ACKNOWLEDGE = "acknowledge"  # value "OK" once tapped
    SELECT_ONE = "select_one"
    SELECT_MULTIPLE = "select_multiple"
    RANK = "rank"  # values in the order they were tapped
    TEXT = "text"
    INTEGER = "integer"
    DECIMAL = "decimal"
    RANGE = "range"  # a number in steps from `lowest` to `highest`
    DATE = "date"  # "2026-11-22"; a month or year is its first day
    TIME = "time"  # "14:30:00"
    DATETIME = "dateTime"  # "2026-11-22T14:30:00"
    REPEAT = "repeat"  # "one more?" behind an open repeat; the value is how many there are


class Layout(StrEnum):
    """How a question asks to be laid out (`body::kiosk:layout`)."""

    LIST = "list"
    SCALE = "scale"  # labelled points in the same places on every item
    TILES = "tiles"  # a grid of pictogram tiles
    PICK = "pick"  # an unordered top-N from a filtered list
    DIGITS = "digits"  # a TEXT of digits, on a keypad


class Precision(StrEnum):
    """How much of a DATE is asked (appearance `month-year`, `year`)."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class ChoiceView:
    """One answer row. `apart` marks "weiß nicht" and "keine Angabe", set apart from the rest."""

    value: str
    label: str
    hint: str = ""
    image: str = ""  # file name inside the study package's media/, or ""
    audio: str = ""  # likewise
    exclusive: bool = False  # choosing it clears the others, choosing another clears it
    apart: bool = False


@dataclass(frozen=True, slots=True)
class QuestionView:
    """One question as asked of one person.

    `ref` names the answer's place ("/data/loop[2]/L3"); `value` is its current answer, "" when
    there is none: a choice's value, for SELECT_MULTIPLE the values joined by single spaces in the
    order of the choices, for RANK in the order given, for TEXT the text, for a number its digits
    with "." before decimals, for the rest as :class:`Kind` says. Labels and hints may carry the
    Markdown of XLSForm (`forms.markdown`).
    """

    ref: str
    name: str
    kind: Kind
    label: str
    hint: str = ""
    layout: Layout = Layout.LIST
    choices: tuple[ChoiceView, ...] = ()
    value: str = ""
    most: int | None = None  # cap on ordinary choices ("bis zu 3"); on entries of a REPEAT
    length: int | None = None  # cap on characters of a TEXT
    mask: bool = False  # what would name somebody is not kept; the person is told once
    constrained: bool = False  # the form checks an answer as a whole: not while it is typed
    lowest: Decimal | None = None  # bounds of an INTEGER, DECIMAL or RANGE
    highest: Decimal | None = None
    step: Decimal | None = None  # of a RANGE
    precision: Precision = Precision.DAY
    required: bool = False
    required_message: str = ""  # the author's own sentence, or ""
    readonly: bool = False  # the value is shown and cannot be changed
    block: int = 0  # tiles: choices belong together in pages of this many; 0 = no blocks
    search: bool = False  # a list so long or so meant that typing narrows it
    context: tuple[str, ...] = ()  # labels of the groups around, the outermost first
    image: str = ""  # file name inside the study package's media/, shown with the label
    alternative: str = ""  # what the image shows, in words; "" when it only decorates
    audio: str = ""  # file name inside media/: a recording of the label

    @property
    def chosen(self) -> tuple[str, ...]:
        """The chosen values of a select; a single one may hold blanks."""
        if self.kind is Kind.SELECT_ONE:
            return (self.value,) if self.value else ()
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
    NOT_A_DATE = "not-a-date"
    OUT_OF_RANGE = "out-of-range"
    REQUIRED = "required"
    READONLY = "readonly"
    DOUBTFUL = "doubtful"  # unlikely beside another answer; said once, never in the way
    PRIVATE = "private"  # names somebody; said once, never in the way


@dataclass(frozen=True, slots=True)
class Problem:
    """A rejected answer: the reason, and the author's own sentence where there is one."""

    reason: Rejection
    text: str = ""
