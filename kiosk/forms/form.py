"""A form as values: read once, shared by every interview, never changed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from kiosk.forms.view import Kind, Layout
from kiosk.forms.xpath.evaluation import Evaluator
from kiosk.forms.xpath.node import Node


@dataclass(frozen=True, slots=True)
class Expression:
    """A compiled expression, its source, and the template paths it reads."""

    source: str
    evaluate: Evaluator
    reads: frozenset[str]


class DataType(StrEnum):
    """The bind types the engine stores."""

    STRING = "string"
    INTEGER = "int"
    DECIMAL = "decimal"


@dataclass(frozen=True, slots=True)
class Output:
    """A `${…}` inside a text."""

    expression: Expression


Text = tuple[str | Output, ...]
"""A label as pieces; an Output is replaced by its value when the text is shown."""


@dataclass(frozen=True, slots=True)
class TextRef:
    """Where a label comes from: an itext id, or the same pieces in every language."""

    identifier: str = ""
    inline: Text = ()


@dataclass(frozen=True, slots=True)
class Bind:
    """What holds for one node of the instance (ODK XForms, "bind").

    `design` is the part of `relevant` that the design decides (split, wave, version): false means
    not asked by design, which the data code apart from a closed route.
    """

    path: str
    type: DataType = DataType.STRING
    relevant: Expression | None = None
    calculate: Expression | None = None
    constraint: Expression | None = None
    constraint_message: TextRef = field(default_factory=TextRef)
    required: Expression | None = None
    design: Expression | None = None
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

    `nodeset` yields the items of `list_name` that are offered now, in list order; `seed` orders
    them randomly. `items` is the whole list in authored order.
    """

    list_name: str
    items: tuple[Item, ...]
    nodeset: Expression | None
    seed: Expression | None = None
    random: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """A control of the body."""

    path: str
    name: str
    kind: Kind
    label: TextRef
    hint: TextRef
    itemset: Itemset | None = None
    layout: Layout = Layout.LIST
    blocks: int = 0
    last: tuple[str, ...] = ()
    length: int | None = None
    lowest: int | None = None
    highest: int | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """Questions that belong together; no screen of its own."""

    path: str
    children: "tuple[Control, ...]"


@dataclass(frozen=True, slots=True)
class Repeat:
    """A group asked once per instance.

    `count` says how often. `key` names what an instance is about: answers belong to the key, not
    to the place, so that a changed draw can never hand one item's answers to another. `most` is
    the longest it can become.
    """

    path: str
    children: "tuple[Control, ...]"
    count: Expression
    key: Expression | None
    most: int


Control = Question | Group | Repeat


@dataclass(frozen=True, slots=True)
class Form:
    """A questionnaire, ready to be asked.

    `template` is the primary instance's document element; interviews copy it. `order` lists every
    bind and repeat path so that each comes after what it reads; `readers` maps a path to the paths
    to look at again when it changes; `decided_by` maps it to every question it depends on.
    `filtered` maps the questions whose choices hang on other answers to their nodesets.
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
    itext: Mapping[str, Mapping[str, Text]]
    instances: Mapping[str, Node]
    order: Mapping[str, int]
    readers: Mapping[str, tuple[str, ...]]
    decided_by: Mapping[str, frozenset[str]]
    filtered: Mapping[str, Expression]
