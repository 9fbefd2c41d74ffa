"""The tree expressions look at: the primary instance and the secondary ones."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

# Few elements have attributes: one mapping for all that have none halves what a long list weighs.
_NONE: Mapping[str, str] = MappingProxyType({})


class Node:
    """An element of an instance.

    `text` is the stored answer. What expressions see is :attr:`value`: "" while the node is not
    relevant, so that an answer behind a closed path can never count (ODK XForms, "relevant").
    `offered` holds the choices a filtered question offers now, None where nothing is filtered.
    `template` is the path without positions ("/data/loop/L3"); it is "" in secondary instances.
    Names are local names: the tree keeps no namespaces. `indexes` belongs to
    :mod:`kiosk.forms.xpath.lookup`; only the root of a secondary instance ever has one.
    """

    __slots__ = (
        "attributes",
        "children",
        "indexes",
        "key",
        "name",
        "offered",
        "parent",
        "relevant",
        "template",
        "text",
    )

    def __init__(self, name: str, parent: "Node | None", template: str = "") -> None:
        self.name = name
        self.parent = parent
        self.template = template
        self.text = ""
        self.key = ""
        self.relevant = True
        self.offered: frozenset[str] | None = None
        self.children: list[Node] = []
        self.attributes: Mapping[str, str] = _NONE
        self.indexes: dict[tuple[str, ...], object] | None = None

    @property
    def answer(self) -> str:
        """The stored answer without choices that are not offered any more."""
        if self.offered is None or not self.text or self.text in self.offered:
            return self.text
        return " ".join(each for each in self.text.split() if each in self.offered)

    @property
    def value(self) -> str:
        """The string value (XPath 1.0, 5.2) of what is relevant."""
        if not self.relevant:
            return ""
        if not self.children:
            return self.answer
        return self.text + "".join(child.value for child in self.children)

    @property
    def root(self) -> "Node":
        """The tree's root, above the document element."""
        node = self
        while node.parent is not None:
            node = node.parent
        return node

    def child(self, name: str) -> "Node | None":
        """The first child of that name."""
        for child in self.children:
            if child.name == name:
                return child
        return None

    def descendants(self) -> Iterator["Node"]:
        """Every node below, in document order."""
        for child in self.children:
            yield child
            yield from child.descendants()

    def ancestors(self) -> Iterator["Node"]:
        """Every node above, the parent first."""
        node = self.parent
        while node is not None:
            yield node
            node = node.parent
