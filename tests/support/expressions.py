"""Expressions over small trees, with surroundings in which nothing is left to chance."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime, timedelta, timezone

from kiosk.forms.xpath.evaluation import Context, Frame, compile_expression
from kiosk.forms.xpath.functions import LIBRARY
from kiosk.forms.xpath.node import Node
from kiosk.forms.xpath.references import references
from kiosk.forms.xpath.syntax import parse
from kiosk.forms.xpath.values import Value, to_string

WINTER = timezone(timedelta(hours=1))
NOON = datetime(2026, 11, 22, 12, 30, 15, 250_000, tzinfo=WINTER)

Branch = tuple[str, "str | list[Branch]"]


def tree(branch: Branch, parent: Node | None = None) -> Node:
    """("a", "text") or ("a", [children]) as nodes that know their template paths."""
    above = parent if parent is not None else Node("", None)
    name, content = branch
    node = Node(name, above, f"{above.template}/{name}")
    above.children.append(node)
    if isinstance(content, str):
        node.text = content
    else:
        for each in content:
            tree(each, node)
    return node if parent is not None else above


def listed(items: Iterable[Mapping[str, str]]) -> Node:
    """A secondary instance root/item/column."""
    top = Node("", None)
    root = Node("root", top)
    top.children.append(root)
    for columns in items:
        item = Node("item", root)
        root.children.append(item)
        for name, text in columns.items():
            node = Node(name, item)
            node.text = text
            item.children.append(node)
    return top


class Around:
    """Surroundings: a tree, lists, a fixed clock and given draws."""

    def __init__(
        self,
        top: Node,
        lists: Mapping[str, Node] | None = None,
        *,
        now: datetime = NOON,
        language: str = "Deutsch (de)",
        draw: Callable[[], float] = lambda: 0.5,
    ) -> None:
        self._top = top
        self._lists = lists or {}
        self._now = now
        self._draw = draw
        self.language = language

    def root(self) -> Node:
        return self._top

    def instance(self, name: str) -> Node | None:
        return self._lists.get(name)

    def at(self, template: str) -> Node | None:
        return next((each for each in self._top.descendants() if each.template == template), None)

    def random(self) -> float:
        return self._draw()

    def now(self) -> datetime:
        return self._now

    def choice_name(self, value: str, template: str) -> str:
        return f"label of {value} in {template}"

    def itext(self, identifier: str) -> str:
        return f"text {identifier}"


def evaluated(
    source: str,
    around: Around | None = None,
    node: Node | None = None,
    repeats: Iterable[str] = (),
) -> Value:
    """What an expression gives, standing at `node` (the tree's root if none is said)."""
    around = around or Around(tree(("data", "")))
    node = node or around.root()
    frame = Frame(node.template, frozenset(repeats))
    return compile_expression(parse(source), frame, LIBRARY)(Context(node, around, node))


def said(
    source: str,
    around: Around | None = None,
    node: Node | None = None,
    repeats: Iterable[str] = (),
) -> str:
    """The same as a string."""
    return to_string(evaluated(source, around, node, repeats))


def texts(value: Value) -> list[str]:
    """The string values of a node-set."""
    assert isinstance(value, list)
    return [node.value for node in value]


def read(source: str, template: str) -> set[str]:
    """The template paths an expression at `template` reads."""
    return set(references(parse(source), template))
