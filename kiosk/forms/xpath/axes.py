"""Walking the tree: axes, node tests and document order (XPath 1.0, sections 2.2, 2.3 and 5)."""

from collections.abc import Iterator

from kiosk.forms.xpath.node import Node
from kiosk.forms.xpath.syntax import Step


class AttributeNode(Node):
    """An attribute as a node; made when an expression asks for it."""

    __slots__ = ()


class TextNode(Node):
    """The text of an element as a node; made when an expression asks for it."""

    __slots__ = ()


def local_name(name: str) -> str:
    """A name without its namespace: "{uri}version" and "version" are both "version"."""
    return name.rpartition("}")[2]


def sees_texts(step: Step, following: Step | None) -> bool:
    """Whether text nodes count in a step: not where the next step can find nothing in them."""
    if step.test not in ("node()", "text()"):
        return False
    return following is None or following.axis not in ("child", "descendant", "attribute")


def stepped(step: Step, node: Node, *, texts: bool) -> list[Node]:
    """The nodes one step of `node` finds, in the axis's own order, predicates left out."""
    if step.axis == "attribute":
        return _attributes(step.test, node)
    test = step.test
    if test in ("comment()", "processing-instruction()"):
        return []  # the reader of a form drops both
    along = _along(step.axis, node, texts=texts)
    if test == "node()":
        return along
    if test == "text()":
        return [each for each in along if type(each) is TextNode]
    if test == "*":
        return [each for each in along if type(each) is Node and each.parent is not None]
    return [each for each in along if each.name == test and type(each) is Node]


def _attributes(test: str, node: Node) -> list[Node]:
    if not node.relevant or type(node) is not Node:
        return []
    found: list[Node] = []
    for name, text in node.attributes.items():
        if test in ("*", "node()", local_name(name)):
            attribute = AttributeNode(local_name(name), node)
            attribute.text = text
            found.append(attribute)
    return found


def _kids(node: Node, texts: bool) -> list[Node]:
    if not texts or type(node) is not Node or not node.relevant:
        return node.children
    text = node.text if node.children else node.answer
    if not text:
        return node.children
    made = TextNode("", node)
    made.text = text
    return [made, *node.children]


def _below(node: Node, texts: bool) -> Iterator[Node]:
    for child in _kids(node, texts):
        yield child
        yield from _below(child, texts)


def _along(axis: str, node: Node, *, texts: bool) -> list[Node]:
    match axis:
        case "child":
            return _kids(node, texts)
        case "self":
            return [node]
        case "parent":
            return [] if node.parent is None else [node.parent]
        case "descendant":
            return list(_below(node, texts))
        case "descendant-or-self":
            return [node, *_below(node, texts)]
        case "ancestor":
            return list(node.ancestors())
        case "ancestor-or-self":
            return [node, *node.ancestors()]
        case "following-sibling" | "preceding-sibling":
            return _siblings(axis, node, texts)
        case "following":
            # An attribute comes before its element's children; they follow it.
            inside = type(node) is AttributeNode and node.parent is not None
            first = list(_below(node.parent, texts)) if inside and node.parent else []
            return first + _beyond("following-sibling", [node, *node.ancestors()], texts)
        case _:
            return _beyond("preceding-sibling", [node, *node.ancestors()], texts)


def _siblings(axis: str, node: Node, texts: bool) -> list[Node]:
    parent = node.parent
    if parent is None or type(node) is AttributeNode:
        return []
    if type(node) is TextNode:
        return parent.children if axis == "following-sibling" else []
    family = _kids(parent, texts)
    place = next(i for i, each in enumerate(family) if each is node)
    if axis == "following-sibling":
        return family[place + 1 :]
    return family[:place][::-1]


def _beyond(axis: str, chain: list[Node], texts: bool) -> list[Node]:
    found: list[Node] = []
    for each in chain:
        for sibling in _siblings(axis, each, texts):
            below = [sibling, *_below(sibling, texts)]
            found.extend(below if axis == "following-sibling" else reversed(below))
    return found


def union(left: list[Node], right: list[Node]) -> list[Node]:
    """`left | right`, in document order."""
    return in_document_order(left + right)


def in_document_order(nodes: list[Node]) -> list[Node]:
    """The nodes without repetition, in document order."""
    if len(nodes) < 2:
        return nodes
    unique = {_identity(node): node for node in nodes}
    if len(unique) == 1:
        return nodes[:1]
    families: dict[int, dict[int, int]] = {}
    places: dict[int, tuple[int, ...]] = {}

    def place(node: Node) -> tuple[int, ...]:
        parent = node.parent
        if parent is None:
            return ()
        above = places.get(id(parent))
        if above is None:
            above = places[id(parent)] = place(parent)
        if type(node) is AttributeNode:
            names = [local_name(name) for name in parent.attributes]
            return (*above, -2, names.index(node.name))
        if type(node) is TextNode:
            return (*above, -1)
        family = families.get(id(parent))
        if family is None:
            family = {id(child): at for at, child in enumerate(parent.children)}
            families[id(parent)] = family
        return (*above, family[id(node)])

    return sorted(unique.values(), key=place)


def _identity(node: Node) -> object:
    if type(node) is Node:
        return id(node)
    return (id(node.parent), type(node), node.name)
