"""One respondent's copy of the instance, kept consistent answer by answer."""

import heapq
import re
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime

from kiosk.forms.dependencies import KEY
from kiosk.forms.form import Expression, Form, Output, Repeat, Text, TextRef
from kiosk.forms.xpath.evaluation import Context
from kiosk.forms.xpath.node import Node
from kiosk.forms.xpath.values import Value, to_boolean, to_number, to_string

_REF_STEP = re.compile(r"([^/\[\]]+)(?:\[(\d+)\])?\Z")


def wall_clock() -> datetime:
    """The time of day with the machine's own UTC offset."""
    return datetime.now().astimezone()


class Instance:
    """The answers given so far, with everything that follows from them.

    After every :meth:`set` all relevances, calculations and repeat counts hold; only what depends
    on the change is looked at again. An answer that became irrelevant, or a choice that is not
    offered any more, stays in memory, unseen by every expression, and comes back when its path
    opens or its choice is offered again.
    """

    def __init__(
        self,
        form: Form,
        *,
        random: Callable[[], float],
        preset: Mapping[str, str],
        language: str = "",
        clock: Callable[[], datetime] = wall_clock,
    ) -> None:
        """`preset` gives nodes their text before the first evaluation, by template path.

        `random` returns a float in [0, 1); `clock` the time now, with its UTC offset.
        """
        self.form = form
        self.language = language or form.default_language
        self._random = random
        self._clock = clock
        self._top = Node("", None)
        self._nodes: dict[str, list[Node]] = {path: [] for path in form.order}
        self._stashed: dict[tuple[str, str], dict[str, str]] = {}
        self._top.children.append(self._grown(form.template, self._top))
        for path, text in preset.items():
            for node in self._nodes[path]:
                node.text = text
        self._settle(form.order)

    # -- what expressions ask for (Surroundings)

    def root(self) -> Node:
        """The node above the document element."""
        return self._top

    def instance(self, name: str) -> Node | None:
        """A secondary instance."""
        return self.form.instances.get(name)

    def at(self, template: str) -> Node | None:
        """The node at a template path outside every repeat; inside, the first."""
        found = self._nodes.get(template)
        return found[0] if found else None

    def random(self) -> float:
        """A random number in [0, 1)."""
        return self._random()

    def now(self) -> datetime:
        """The time now, with its UTC offset."""
        return self._clock()

    def choice_name(self, value: str, template: str) -> str:
        """The label of a choice of the question at `template`; "" if there is none."""
        question = self.form.questions.get(template)
        node = self.at(template)
        if question is None or question.itemset is None:
            return ""
        for item in question.itemset.items:
            if item.value == value:
                return self.text(item.label, node if node is not None else self._top)
        return ""

    def itext(self, identifier: str) -> str:
        """A text by its id, in the interview's language."""
        return self._rendered(self._pieces(identifier), self._top)

    # -- reading

    def nodes(self, template: str) -> list[Node]:
        """The nodes of a template path, in document order."""
        return self._nodes.get(template, [])

    def ref(self, node: Node) -> str:
        """The node's place with positions inside repeats: "/data/loop[2]/L3"."""
        steps: list[str] = []
        each: Node | None = node
        while each is not None and each.parent is not None:
            position = ""
            if each.template in self.form.repeats:
                place = next(i for i, n in enumerate(self._nodes[each.template], 1) if n is each)
                position = f"[{place}]"
            steps.append(f"/{each.name}{position}")
            each = each.parent
        return "".join(reversed(steps))

    def find(self, ref: str) -> Node | None:
        """The node at a place, None when it does not exist now."""
        node = self._top
        for step in ref.strip("/").split("/"):
            match = _REF_STEP.match(step)
            if match is None:
                return None
            named = [child for child in node.children if child.name == match[1]]
            place = int(match[2] or 1) - 1
            if not 0 <= place < len(named):
                return None
            node = named[place]
        return node

    def value(self, expression: Expression, node: Node) -> Value:
        """What an expression of this node gives now."""
        return expression.evaluate(Context(node, self, node))

    def holds(self, expression: Expression | None, node: Node) -> bool:
        """Whether a condition holds; an absent one does."""
        return expression is None or to_boolean(self.value(expression, node))

    def offered(self, nodeset: Expression, node: Node) -> frozenset[str]:
        """The values of the choices a question's nodeset gives now."""
        found = self.value(nodeset, node)
        return frozenset(map(_choice_value, found)) if isinstance(found, list) else frozenset()

    def text(self, ref: TextRef, node: Node) -> str:
        """A label in the interview's language, its outputs filled in."""
        pieces = self._pieces(ref.identifier) if ref.identifier else ref.inline
        return self._rendered(pieces, node)

    def _pieces(self, identifier: str) -> Text:
        by_language = self.form.itext.get(identifier, {})
        for language in (self.language, self.form.default_language):
            if language in by_language:
                return by_language[language]
        return next(iter(by_language.values()), ())

    def _rendered(self, pieces: Text, node: Node) -> str:
        parts = [
            to_string(self.value(piece.expression, node)) if isinstance(piece, Output) else piece
            for piece in pieces
        ]
        return "".join(parts).strip()

    # -- changing

    def set(self, node: Node, text: str) -> None:
        """Store an answer and bring everything that depends on it up to date."""
        if node.text != text:
            node.text = text
            self._settle(self.form.readers[node.template])

    def _settle(self, paths: Iterable[str]) -> None:
        order = self.form.order
        waiting = [(order[path], path) for path in paths]
        heapq.heapify(waiting)
        seen = {path for _place, path in waiting}
        while waiting:
            _place, path = heapq.heappop(waiting)
            seen.discard(path)
            for changed in self._refresh(path):
                for reader in self.form.readers[changed]:
                    if reader not in seen:
                        seen.add(reader)
                        heapq.heappush(waiting, (order[reader], reader))

    def _refresh(self, path: str) -> tuple[str, ...]:
        """Look again at every node of a path; the paths that changed."""
        if path.endswith(KEY):
            return self._rekey(self.form.repeats[path.removesuffix(KEY)])
        changed = False
        bind = self.form.binds.get(path)
        for node in self._nodes[path]:
            before = (node.relevant, node.answer)
            node.relevant = (node.parent is None or node.parent.relevant) and (
                bind is None or self.holds(bind.relevant, node)
            )
            if bind is not None and bind.calculate is not None and node.relevant:
                node.text = to_string(self.value(bind.calculate, node))
            if path in self.form.filtered:
                node.offered = self.offered(self.form.filtered[path], node)
            changed |= before != (node.relevant, node.answer)
        repeat = self.form.repeats.get(path)
        if repeat is not None:
            changed |= self._resize(repeat)
        return (path,) if changed else ()

    # -- repeats

    def _resize(self, repeat: Repeat) -> bool:
        above = repeat.path.rpartition("/")[0]
        changed = False
        for parent in self._nodes[above]:
            wanted = _whole(self.value(repeat.count, parent))
            present = [child for child in parent.children if child.template == repeat.path]
            for node in present[wanted:]:
                self._stash(repeat, node)
                parent.children.remove(node)
                changed = True
            blueprint = _blueprint(self.form.template, repeat.path)
            for _ in range(wanted - len(present)):
                self._insert(parent, self._grown(blueprint, parent))
                changed = True
        if changed:
            self._relist(repeat.path)
        return changed

    def _insert(self, parent: Node, node: Node) -> None:
        """Put a new instance after its elders, where the template has it."""
        siblings = _blueprint(self.form.template, parent.template).children
        order = [each.name for each in siblings]
        rank = order.index(node.name)
        place = sum(1 for child in parent.children if order.index(child.name) <= rank)
        parent.children.insert(place, node)

    def _relist(self, path: str) -> None:
        """Collect the nodes of a repeat and everything below it anew, in document order."""
        for template in self._nodes:
            if template == path or template.startswith(path + "/"):
                self._nodes[template] = []
        for parent in self._nodes[path.rpartition("/")[0]]:
            for child in parent.children:
                if child.template == path:
                    for node in (child, *child.descendants()):
                        self._nodes[node.template].append(node)

    def _rekey(self, repeat: Repeat) -> tuple[str, ...]:
        """Give each instance the answers of what it is about now."""
        nodes = self._nodes[repeat.path]
        keys = [
            to_string(self.value(repeat.key, node)) if repeat.key else str(place)
            for place, node in enumerate(nodes, 1)
        ]
        moved = [(node, key) for node, key in zip(nodes, keys, strict=True) if node.key != key]
        for node, _key in moved:
            self._stash(repeat, node)
        changed: set[str] = set()
        for node, key in moved:
            node.key = key
            kept = self._stashed.pop((repeat.path, key), {})
            for leaf in self._answers_below(node):
                text = kept.get(leaf.template, "")
                if leaf.text != text:
                    leaf.text = text
                    changed.add(leaf.template)
        return tuple(sorted(changed, key=lambda path: self.form.order[path]))

    def _stash(self, repeat: Repeat, node: Node) -> None:
        if node.key:
            self._stashed[(repeat.path, node.key)] = {
                leaf.template: leaf.text for leaf in self._answers_below(node)
            }

    def _answers_below(self, node: Node) -> list[Node]:
        return [each for each in node.descendants() if each.template in self.form.questions]

    def _grown(self, blueprint: Node, parent: Node) -> Node:
        """A fresh copy of a part of the template; repeats inside start without instances."""
        node = Node(blueprint.name, parent, blueprint.template)
        node.text = blueprint.text
        self._nodes[node.template].append(node)
        for child in blueprint.children:
            if child.template not in self.form.repeats:
                node.children.append(self._grown(child, node))
        return node


def _blueprint(template: Node, path: str) -> Node:
    node = template
    for name in path.split("/")[2:]:
        child = node.child(name)
        if child is None:
            raise LookupError(path)
        node = child
    return node


def _choice_value(item: Node) -> str:
    if not item.children:
        return item.value
    name = item.child("name")
    return name.text if name is not None else ""


def _whole(value: Value) -> int:
    number = to_number(value)
    return max(0, int(number)) if number == number and abs(number) < 1e9 else 0
