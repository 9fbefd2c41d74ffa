"""One respondent's copy of the instance, kept consistent answer by answer."""

import heapq
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime

from kiosk.forms.dependencies import KEY
from kiosk.forms.form import (
    PROMPT,
    Event,
    Expression,
    Form,
    Item,
    Itemset,
    Output,
    Repeat,
    SetValue,
    Text,
    TextRef,
    quotes,
)
from kiosk.forms.languages import UNNAMED, fallback, tag
from kiosk.forms.storing import stored
from kiosk.forms.xpath.evaluation import Context, EvaluationError
from kiosk.forms.xpath.node import Node
from kiosk.forms.xpath.values import Value, to_boolean, to_number, to_string

_REF_STEP = re.compile(r"([^/\[\]]+)(?:\[(\d+)\])?\Z")

MOST_INSTANCES = 1000
"""More than anybody answers; a count beyond it is a fault of the form, not a wish."""

Identity = tuple[str, ...]
"""A template path with the keys of the repeats around it, the outermost first."""


def wall_clock() -> datetime:
    """The time of day with the machine's own UTC offset."""
    return datetime.now().astimezone()


class Instance:
    """The answers given so far, with everything that follows from them.

    After every :meth:`set` all relevances, calculations, actions and repeat counts hold; only what
    depends on the change is looked at again. An answer that became irrelevant, or a choice that is
    not offered any more, or an entry that was taken away, stays in memory, unseen by every
    expression, and comes back when its path opens, its choice is offered or its entry is there
    again.
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

        `random` returns a float in [0, 1); `clock` the time now, with its UTC offset. A preset
        node is not touched by the actions at first load: an interview rebuilt from its record
        must not draw or look at the clock again.
        """
        self.form = form
        self.speak(language or form.default_language)
        self._random = random
        self._clock = clock
        self._top = Node("", None)
        self._nodes: dict[str, list[Node]] = {path: [] for path in form.order}
        self._prompts: dict[Node, list[Node]] = {}
        self._stashed: dict[Identity, str] = {}
        self._known: set[Identity] = set()
        self._fresh: list[Node] = []
        self._constant: dict[str, list[Node]] = {}
        self._templates: dict[str, tuple[str, ...]] = {}
        self._causes: dict[str, list[SetValue]] = {}
        for action in form.actions:
            if action.event is Event.VALUE_CHANGED:
                self._causes.setdefault(action.cause, []).append(action)
        self._top.children.append(self._grown(form.template, self._top))
        for path, text in preset.items():
            for node in self._nodes[path]:
                node.text = text
        self._settle(form.order)
        self._fresh = []  # what is there from the start is loaded, not new
        first = [each for each in form.actions if each.event is Event.FIRST_LOAD]
        self._act([(each, self._top) for each in first if each.ref not in preset])

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

    @property
    def language(self) -> str:
        """The language of the interview, as the form calls it."""
        return self._languages[0]

    def choice_name(self, value: str, template: str) -> str:
        """The label of a choice of the question at `template`; "" if there is none."""
        question = self.form.questions.get(template)
        node = self.at(template) or self._top
        if question is None or question.itemset is None:
            return ""
        item = question.itemset.by_value.get(value)
        if item is None and value != "":
            offered = self.items(question.itemset, node)
            item = next((each for each in offered if each.value == value), None)
        return self.text(item.label, node) if item is not None else ""

    def itext(self, identifier: str) -> str:
        """A text by its id, in the interview's language."""
        return self._rendered(self._pieces(identifier), self._top)

    # -- reading

    def nodes(self, template: str) -> list[Node]:
        """The nodes of a template path, in document order."""
        return self._nodes.get(template, [])

    def prompts(self, parent: Node) -> list[Node]:
        """The prompts of the open repeats directly below a node."""
        return self._prompts.get(parent, [])

    def ref(self, node: Node) -> str:
        """The node's place with positions inside repeats: "/data/loop[2]/L3"."""
        steps: list[str] = []
        each: Node | None = node
        while each is not None and each.parent is not None:
            position = ""
            if each.template in self.form.repeats:
                position = f"[{_place(each)}]"
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
            family = self.prompts(node) if match[1].endswith(PROMPT) else node.children
            named = [child for child in family if child.name == match[1]]
            place = int(match[2] or 1) - 1
            if not 0 <= place < len(named):
                return None
            node = named[place]
        return node

    def value(self, expression: Expression, node: Node) -> Value:
        """What an expression of this node gives now.

        "" where it cannot be evaluated: what can be known beforehand was refused when the form was
        read, so that this comes from an answer, such as a pattern somebody typed.
        """
        try:
            return expression.evaluate(Context(node, self, node))
        except EvaluationError:
            return ""

    def holds(self, expression: Expression | None, node: Node) -> bool:
        """Whether a condition holds; an absent one does."""
        return expression is None or to_boolean(self.value(expression, node))

    def items(self, itemset: Itemset, node: Node) -> list[Item]:
        """The choices offered now, in list order."""
        if itemset.nodeset is None:
            return list(itemset.items)
        found = self._offering(itemset.nodeset, node)
        if itemset.of_node:
            return [itemset.of_node[each] for each in found if each in itemset.of_node]
        return [
            Item(value, TextRef(inline=(_child(each, itemset.label_ref),)), {})
            for each in found
            if (value := _child(each, itemset.value_ref)) != ""
        ]

    def _offering(self, nodeset: Expression, node: Node) -> list[Node]:
        """The nodes of an itemset; one that reads no answer is evaluated once."""
        if not nodeset.reads:
            if nodeset.source not in self._constant:
                found = self.value(nodeset, node)
                self._constant[nodeset.source] = found if isinstance(found, list) else []
            return self._constant[nodeset.source]
        found = self.value(nodeset, node)
        return found if isinstance(found, list) else []

    def text(self, ref: TextRef, node: Node) -> str:
        """A label in the interview's language, its outputs filled in."""
        pieces = self._pieces(ref.identifier) if ref.identifier else ref.inline
        return self._rendered(pieces, node)

    def file(self, ref: TextRef, form: str) -> str:
        """The name of a label's "image" file in the interview's language, or ""."""
        by_language = self.form.media.get(ref.identifier, {})
        for language in self._languages:
            if form in by_language.get(language, {}):
                return by_language[language][form]
        return ""

    def recording(self, ref: TextRef) -> str:
        """The name of the file in which a person says a label as it shows now, or "".

        It speaks the language the label shows in, or the label shows in none; of a label that
        quotes an answer there is none (:func:`quotes`).
        """
        files = self.form.media.get(ref.identifier, {})
        texts = self.form.itext.get(ref.identifier, {})
        shown = next((each for each in self._languages if each in texts), None)
        if shown is not None and quotes(texts[shown]):
            return ""
        spoken = (*((shown,) if shown is not None else self._languages), UNNAMED)
        return next((name for each in spoken if (name := files.get(each, {}).get("audio"))), "")

    def translated(self, texts: Mapping[str, str]) -> str:
        """The text of a language by its tag ("" the default language's), or ""."""
        for language in self._languages:
            text = texts.get("" if language == self.form.default_language else tag(language))
            if text:
                return text
        return texts.get("", "")

    def speak(self, language: str) -> None:
        """Give every text in another language from now on."""
        self._languages = fallback(language, self.form.languages, self.form.default_language)

    def _pieces(self, identifier: str) -> Text:
        by_language = self.form.itext.get(identifier, {})
        for language in self._languages:
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
        if node.text == text:
            return
        node.text = text
        changed = [node]
        changed += self._settle(self.form.readers[node.template])
        self._act(self._caused(changed))

    def _settle(self, paths: Iterable[str]) -> list[Node]:
        """Bring what reads `paths` up to date; the nodes whose own text changed by it."""
        order = self.form.order
        waiting = [(order[path], path) for path in paths]
        heapq.heapify(waiting)
        seen = {path for _place, path in waiting}
        calculated: list[Node] = []
        while waiting:
            _place, path = heapq.heappop(waiting)
            seen.discard(path)
            for changed in self._refresh(path, calculated):
                for reader in self.form.readers[changed]:
                    if reader not in seen:
                        seen.add(reader)
                        heapq.heappush(waiting, (order[reader], reader))
        return calculated

    def _refresh(self, path: str, calculated: list[Node]) -> tuple[str, ...]:
        """Look again at every node of a path; the paths that changed."""
        if path.endswith(KEY):
            return self._rekey(self.form.repeats[path.removesuffix(KEY)])
        repeat = self.form.repeats.get(path)
        changed = repeat is not None and self._resize(repeat)
        bind = self.form.binds.get(path.removesuffix(PROMPT))
        for node in self._nodes[path]:
            before = (node.relevant, node.answer)
            node.relevant = (node.parent is None or node.parent.relevant) and (
                bind is None or self.holds(bind.relevant, node)
            )
            if bind is not None and bind.calculate is not None and node.relevant:
                text = stored(self.value(bind.calculate, node), bind.type)
                if text != node.text:
                    node.text = text
                    calculated.append(node)
            if path in self.form.filtered:
                node.offered = self._values(path, node)
            changed |= before != (node.relevant, node.answer)
        return (path,) if changed else ()

    def _values(self, path: str, node: Node) -> frozenset[str]:
        itemset = self.form.questions[path].itemset
        if itemset is None:
            raise LookupError(path)
        return frozenset(item.value for item in self.items(itemset, node))

    # -- actions

    def _caused(self, changed: list[Node]) -> list[tuple[SetValue, Node]]:
        """What the changes set off: entries that are new, then values that changed."""
        found: list[tuple[SetValue, Node]] = []
        for node in self._fresh:
            found += [
                (action, node)
                for action in self.form.actions
                if action.event is Event.NEW_REPEAT and action.cause == node.template
            ]
        self._fresh = []
        if self._causes:
            for node in changed:
                found += [(action, node) for action in self._causes.get(node.template, ())]
        return found

    def _act(self, due: list[tuple[SetValue, Node]]) -> None:
        waiting = list(due) + self._caused([])
        while waiting:
            action, cause = waiting.pop(0)
            bind = self.form.bind(action.ref)
            for node in self._related(action.ref, cause):
                text = stored(self.value(action.value, node), bind.type)
                if text != node.text:
                    # Behind a closed path, too: the value is there when the path opens.
                    node.text = text
                    changed = [node, *self._settle(self.form.readers[node.template])]
                    waiting += self._caused(changed)

    def _related(self, template: str, near: Node) -> list[Node]:
        """The nodes of a template path in the innermost repeat instance shared with `near`."""
        for each in (near, *near.ancestors()):
            inside = template.startswith(each.template + "/")
            if each.template in self.form.repeats and inside:
                return [node for node in self._nodes[template] if each in node.ancestors()]
        return list(self._nodes[template])

    # -- repeats

    def _resize(self, repeat: Repeat) -> bool:
        changed = False
        for parent in self._nodes[repeat.path.rpartition("/")[0]]:
            wanted = self._wanted(repeat, parent)
            present = [child for child in parent.children if child.template == repeat.path]
            if len(present) == wanted:
                continue
            changed = True
            for node in present[wanted:]:
                self._stash(node)
                parent.children.remove(node)
                for each in (node, *node.descendants()):
                    self._prompts.pop(each, None)
            blueprint = _blueprint(self.form.template, repeat.path)
            for _ in range(wanted - len(present)):
                self._insert(parent, self._grown(blueprint, parent))
        if changed:
            self._relist(repeat.path)
        return changed

    def _wanted(self, repeat: Repeat, parent: Node) -> int:
        if repeat.count is not None:
            # The count is read from the repeat, of which there may be no instance yet.
            place = Node(repeat.path.rpartition("/")[2], parent, repeat.path)
            return min(_whole(self.value(repeat.count, place)), MOST_INSTANCES)
        for prompt in self.prompts(parent):
            if prompt.template == repeat.path + PROMPT:
                return min(_whole(prompt.text), MOST_INSTANCES)
        raise LookupError(repeat.path)

    def _insert(self, parent: Node, node: Node) -> None:
        """Put a new instance after its elders, where the template has it."""
        siblings = _blueprint(self.form.template, parent.template).children
        order = [each.name for each in siblings]
        rank = order.index(node.name)
        place = sum(1 for child in parent.children if order.index(child.name) <= rank)
        parent.children.insert(place, node)

    def _relist(self, path: str) -> None:
        """Collect the nodes of a repeat and everything below it anew, in document order."""
        for template in self._inside(path):
            self._nodes[template] = []
        for parent in self._nodes[path.rpartition("/")[0]]:
            for child in parent.children:
                if child.template == path:
                    for node in self._below(child):
                        self._nodes[node.template].append(node)

    def _inside(self, path: str) -> tuple[str, ...]:
        """The templates of a repeat's instances and everything below."""
        if path not in self._templates:
            self._templates[path] = tuple(
                each for each in self._nodes if each == path or each.startswith(path + "/")
            )
        return self._templates[path]

    def _rekey(self, repeat: Repeat) -> tuple[str, ...]:
        """Give each instance the answers of what it is about now."""
        moved: list[tuple[Node, str]] = []
        for node in self._nodes[repeat.path]:
            key = to_string(self.value(repeat.key, node)) if repeat.key else str(_place(node))
            if node.key != key:
                moved.append((node, key))
        for node, _key in moved:
            self._stash(node)
        changed: set[str] = set()
        for node, key in moved:
            node.key = key
            for each in self._below(node):
                if self._is_answer(each):
                    text = self._stashed.pop(_identity(each), None)
                    if text is None:
                        text = self._default(each.template)
                    if each.text != text:
                        each.text = text
                        changed.add(each.template)
            known = _identity(node)
            if known not in self._known:
                self._known.add(known)
                self._fresh.append(node)
        return tuple(sorted(changed, key=lambda path: self.form.order[path]))

    def _stash(self, node: Node) -> None:
        """Put away every answer below an instance that goes, or becomes about something else."""
        if node.key:
            for each in self._below(node):
                if self._is_answer(each):
                    self._stashed[_identity(each)] = each.text

    def _default(self, template: str) -> str:
        repeat = self.form.repeats.get(template.removesuffix(PROMPT))
        if repeat is not None:
            return str(repeat.initial)
        return _blueprint(self.form.template, template).text

    def _is_answer(self, node: Node) -> bool:
        return node.template in self.form.questions

    def _below(self, node: Node) -> Iterator[Node]:
        """A node and everything below it, the prompts of open repeats too."""
        yield node
        yield from self._prompts.get(node, ())
        for child in node.children:
            yield from self._below(child)

    def _grown(self, blueprint: Node, parent: Node) -> Node:
        """A fresh copy of a part of the template; repeats inside start without instances."""
        node = Node(blueprint.name, parent, blueprint.template)
        node.text = blueprint.text
        self._nodes[node.template].append(node)
        for child in blueprint.children:
            repeat = self.form.repeats.get(child.template)
            if repeat is None:
                node.children.append(self._grown(child, node))
            elif repeat.count is None:
                prompt = Node(child.name + PROMPT, node, child.template + PROMPT)
                prompt.text = str(repeat.initial)
                self._prompts.setdefault(node, []).append(prompt)
                self._nodes[prompt.template].append(prompt)
        return node


def _identity(node: Node) -> Identity:
    keys = [each.key for each in (node, *node.ancestors()) if each.key]
    return (node.template, *reversed(keys))


def _place(node: Node) -> int:
    """The node's position among its siblings of the same name, from 1."""
    family = node.parent.children if node.parent is not None else [node]
    named = [each for each in family if each.name == node.name]
    return next(place for place, each in enumerate(named, 1) if each is node)


def _blueprint(template: Node, path: str) -> Node:
    node = template
    for name in path.split("/")[2:]:
        child = node.child(name)
        if child is None:
            raise LookupError(path)
        node = child
    return node


def _child(node: Node, name: str) -> str:
    child = node.child(name)
    return child.value if child is not None else ""


def _whole(value: Value) -> int:
    number = to_number(value)
    return max(0, int(number)) if number == number and abs(number) < 1e9 else 0
