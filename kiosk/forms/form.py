"""A form as values: read once, shared by every interview, never changed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from kiosk.forms.view import Kind, Layout, Precision
from kiosk.forms.xpath.evaluation import Evaluator
from kiosk.forms.xpath.node import Node


@dataclass(frozen=True, slots=True)
class Expression:
    """A compiled expression, its source, and the template paths it reads."""

    source: str
    evaluate: Evaluator
    reads: frozenset[str]


class DataType(StrEnum):
    """The bind types the engine stores (ODK XForms, "Data types")."""

    STRING = "string"
    INTEGER = "int"
    DECIMAL = "decimal"
    BOOLEAN = "boolean"
    DATE = "date"
    TIME = "time"
    DATETIME = "dateTime"
    RANK = "rank"


@dataclass(frozen=True, slots=True)
class Output:
    """A `${…}` inside a text."""

    expression: Expression


Text = tuple[str | Output, ...]
"""A label as pieces; an Output is replaced by its value when the text is shown."""


def quotes(text: Text) -> bool:
    """Whether a label says something no recording of it can know."""
    return any(isinstance(piece, Output) for piece in text)


@dataclass(frozen=True, slots=True)
class TextRef:
    """Where a label comes from: an itext id, or the same pieces in every language."""

    identifier: str = ""
    inline: Text = ()


@dataclass(frozen=True, slots=True)
class Bind:
    """What holds for one node of the instance (ODK XForms, "bind").

    `design` is the part of `relevant` that the design decides (split, wave, version): false means
    not asked by design, which the data code apart from a closed route. `check` is a soft
    constraint: where it does not hold, `check_message` (by language tag, "" the default's) is said
    once, and the answer stands.
    """

    path: str
    type: DataType = DataType.STRING
    relevant: Expression | None = None
    calculate: Expression | None = None
    constraint: Expression | None = None
    constraint_message: TextRef = field(default_factory=TextRef)
    required: Expression | None = None
    required_message: TextRef = field(default_factory=TextRef)
    readonly: Expression | None = None
    design: Expression | None = None
    check: Expression | None = None
    check_message: Mapping[str, str] = field(default_factory=dict)
    exclusive: frozenset[str] = frozenset()
    most: int | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """A choice as authored: an item of a secondary instance, or of the question itself."""

    value: str
    label: TextRef
    extras: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Itemset:
    """Where a select's choices come from.

    `nodeset` yields the nodes that are offered now, in list order; `seed` orders them randomly.
    `items` is the whole list in authored order; `of_node` finds the item of a node of it,
    `by_value` that of a value that stands once. All are empty where answers are the choices
    (`select_one ${name}`), whose value and label are the children `value_ref` and `label_ref` of
    each node.
    """

    list_name: str
    items: tuple[Item, ...]
    nodeset: Expression | None
    seed: Expression | None = None
    random: bool = False
    of_node: Mapping[Node, Item] = field(default_factory=dict)
    by_value: Mapping[str, Item] = field(default_factory=dict)
    value_ref: str = "name"
    label_ref: str = "label"


@dataclass(frozen=True, slots=True)
class Question:
    """A control of the body. `alternative` says by language tag what the label's image shows.

    `fixed` are the language tags (lower case) in which choices are not shuffled.
    """

    path: str
    name: str
    kind: Kind
    label: TextRef
    hint: TextRef
    itemset: Itemset | None = None
    layout: Layout = Layout.LIST
    blocks: int = 0
    last: tuple[str, ...] = ()
    fixed: frozenset[str] = frozenset()
    length: int | None = None
    mask: bool = False
    lowest: Decimal | None = None
    highest: Decimal | None = None
    step: Decimal | None = None
    precision: Precision = Precision.DAY
    search: bool = False
    alternative: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Group:
    """Questions that belong together; no screen of its own. `path` is "" without a node."""

    path: str
    label: TextRef
    children: "tuple[Control, ...]"


PROMPT = "#"
"""Suffix of an open repeat's path: the question whether there is one more."""


@dataclass(frozen=True, slots=True)
class Repeat:
    """A group asked once per instance.

    `count` says how often; None for an open repeat, which has `initial` instances until the
    respondent adds one by its `prompt`. `key` names what an instance is about: answers belong to
    the key, not to the place, so that a changed draw can never hand one item's answers to
    another; without it the key is the place. `most` is the longest it can become.
    """

    path: str
    label: TextRef
    children: "tuple[Control, ...]"
    count: Expression | None
    key: Expression | None
    most: int
    initial: int = 1
    prompt: Question | None = None


Control = Question | Group | Repeat


Trail = tuple[tuple[Group | Repeat | None, int], ...]
"""The way to a question from the body down: the place taken in each group and repeat."""


class Event(StrEnum):
    """When an action happens (ODK XForms, "Events")."""

    FIRST_LOAD = "odk-instance-first-load"
    NEW_REPEAT = "odk-new-repeat"
    VALUE_CHANGED = "xforms-value-changed"


@dataclass(frozen=True, slots=True)
class SetValue:
    """`setvalue`: the node at `ref` gets the value of `value`.

    `cause` is the template path of the repeat (NEW_REPEAT) or of the question (VALUE_CHANGED)
    that sets it off; "" at first load.
    """

    event: Event
    ref: str
    value: Expression
    cause: str = ""


@dataclass(frozen=True, slots=True)
class Notice:
    """Something the form asks for that is shown otherwise here: never ignored without a word."""

    path: str
    column: str
    de: str
    en: str


@dataclass(frozen=True, slots=True)
class Decisions(Mapping[str, frozenset[str]]):
    """Path → every question that its relevance or value hangs on, however far.

    Kept as bits, one for each question in form order, because a long chain of conditions would
    otherwise take memory by the square of its length.
    """

    questions: tuple[str, ...]
    bit: Mapping[str, int]  # of each question
    bits: Mapping[str, int]

    def __getitem__(self, path: str) -> frozenset[str]:
        bits = self.bits[path]
        return frozenset(each for i, each in enumerate(self.questions) if bits >> i & 1)

    def __iter__(self) -> Iterator[str]:
        return iter(self.bits)

    def __len__(self) -> int:
        return len(self.bits)


@dataclass(frozen=True, slots=True)
class Form:
    """A questionnaire, ready to be asked.

    `template` is the primary instance's document element; interviews copy it. `questions` holds
    every control in form order, the prompts of open repeats behind their repeat's; `trails` where
    each stands. `derived` are
    the paths that hold a value nobody is asked for: calculated, hidden, preset. `order` lists every
    bind and repeat path so that each comes after what it reads; `readers` maps a path to the paths
    to look at again when it changes; `decided_by` maps it to every question it depends on.
    `filtered` maps the questions whose choices hang on other answers to their nodesets. `media`
    maps an itext id to its files by language and form ("image", "audio").
    """

    identifier: str
    version: str
    title: str
    languages: tuple[str, ...]
    default_language: str
    template: Node
    body: tuple[Control, ...]
    binds: Mapping[str, Bind]
    repeats: Mapping[str, Repeat]
    questions: Mapping[str, Question]
    trails: Mapping[str, Trail]
    derived: tuple[str, ...]
    actions: tuple[SetValue, ...]
    itext: Mapping[str, Mapping[str, Text]]
    media: Mapping[str, Mapping[str, Mapping[str, str]]]
    instances: Mapping[str, Node]
    notices: tuple[Notice, ...]
    order: Mapping[str, int]
    readers: Mapping[str, tuple[str, ...]]
    decided_by: Decisions
    filtered: Mapping[str, Expression]
    name: Expression | None = None
    namespaces: Mapping[str, str] = field(default_factory=dict)

    def bind(self, path: str) -> Bind:
        """What holds for a template path; nothing special where the form says nothing."""
        return self.binds.get(path, Bind(path))
