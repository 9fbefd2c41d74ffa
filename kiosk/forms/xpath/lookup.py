"""Finding the items of a list by a column's value without looking at every item.

`instance('x')/root/item[col = EXPR and …]` and pulldata() ask a list for the items whose `col` is
some value. Secondary instances never change, so each keeps what it once counted: the places of the
items by the column's text, and by its number. What such a look-up finds is exactly what comparing
item by item finds (XPath 1.0, section 3.4); values it cannot promise that for it declines.
"""

import math
from collections.abc import Iterable

from kiosk.forms.xpath.moments import looks_like_moment
from kiosk.forms.xpath.node import Node
from kiosk.forms.xpath.values import Value, to_number


class Index:
    """Places of the items under one path of a list, by what one of their children says."""

    __slots__ = ("_by_number", "_by_text", "_items")

    def __init__(self, items: list[Node], column: str) -> None:
        self._items = items
        self._by_text: dict[str, list[int]] = {}
        self._by_number: dict[float, list[int]] | None = None
        for place, item in enumerate(items):
            for child in item.children:
                if child.name == column:
                    places = self._by_text.setdefault(child.value, [])
                    if not places or places[-1] != place:
                        places.append(place)

    def matching(self, wanted: Value) -> list[Node] | None:
        """The items with `column = wanted`, in document order; None: compare one by one."""
        if isinstance(wanted, bool):
            return None
        if isinstance(wanted, float):
            return self._at(self._numbered().get(wanted, ()))
        texts = {node.value for node in wanted} if isinstance(wanted, list) else {wanted}
        if any(map(looks_like_moment, texts)):
            return None  # a date equals a dateTime that is written otherwise
        if len(texts) == 1:
            return self._at(self._by_text.get(texts.pop(), ()))
        return self._at(sorted({at for text in texts for at in self._by_text.get(text, ())}))

    def having(self, text: str) -> list[Node]:
        """The items with exactly this text in the column, in document order."""
        return self._at(self._by_text.get(text, ()))

    def _at(self, places: Iterable[int]) -> list[Node]:
        return [self._items[place] for place in places]

    def _numbered(self) -> dict[float, list[int]]:
        if self._by_number is None:
            places: dict[float, set[int]] = {}
            for text, at in self._by_text.items():
                number = to_number(text)
                if not math.isnan(number):
                    places.setdefault(number, set()).update(at)
            self._by_number = {number: sorted(at) for number, at in places.items()}
        return self._by_number


def index_of(instance: Node, path: tuple[str, ...], column: str) -> Index | None:
    """The index of the nodes at `path` (names below the instance) by `column`, counted once.

    None when the nodes do not all have the same parent: positions would then start anew.
    """
    if instance.indexes is None:
        instance.indexes = {}
    key = (*path, column)
    if key not in instance.indexes:
        instance.indexes[key] = _counted(instance, path, column)
    found = instance.indexes[key]
    return found if isinstance(found, Index) else None


def _counted(instance: Node, path: tuple[str, ...], column: str) -> Index | None:
    parent = instance
    for name in path[:-1]:
        named = [child for child in parent.children if child.name == name]
        if len(named) != 1:
            return None
        parent = named[0]
    return Index([child for child in parent.children if child.name == path[-1]], column)
