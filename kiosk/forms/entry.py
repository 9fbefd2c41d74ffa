"""One respondent's walk through a form: the question shown, answering, going on and back."""

import random as randomness
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from kiosk.forms.form import Bind, Control, Form, Group, Item, Question, Repeat
from kiosk.forms.instance import Instance
from kiosk.forms.selection import tidy
from kiosk.forms.view import ChoiceView, Kind, Problem, Progress, QuestionView, Rejection
from kiosk.forms.xpath.node import Node
from kiosk.forms.xpath.values import to_string

# As many digits as any screen takes; Python refuses to read thousands.
_INTEGER = re.compile(r"-?[0-9]{1,18}\Z")

APART = ("-98", "-99")
"""Choice values shown apart from the others: "weiß nicht" and "keine Angabe"."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question at its place in the instance."""

    question: Question
    node: Node

    @property
    def about(self) -> tuple[str, ...]:
        """The question and what each repeat around it is about, wherever a draw puts it."""
        return (self.question.path, *(each.key for each in self.node.ancestors() if each.key))


class FormEntry:
    """Holds where one respondent is. Navigation skips what is not relevant, both ways."""

    def __init__(
        self,
        form: Form,
        *,
        random: Callable[[], float],
        preset: Mapping[str, str] | None = None,
        language: str = "",
    ) -> None:
        """`preset`: node name → text for hidden nodes, or template path → text."""
        self.form = form
        document = form.template.template
        given = {
            path if path.startswith("/") else f"{document}/{path}": text
            for path, text in (preset or {}).items()
        }
        self.instance = Instance(
            form,
            random=random,
            preset={path: text for path, text in given.items() if path in form.order},
            language=language,
        )
        first = next(iter(self.path()), None)
        self._here: Node | None = first.node if first else None

    # -- where we are

    def path(self) -> tuple[Asked, ...]:
        """Every question that is asked as things stand, in order."""
        return tuple(self._walk(self.form.body, self.instance.root()))

    @property
    def at(self) -> str:
        """The ref of the current question; "" after the last."""
        return self.instance.ref(self._here) if self._here is not None else ""

    @property
    def here(self) -> Asked | None:
        """The current question at its place; None after the last."""
        node = self._here
        return Asked(self.form.questions[node.template], node) if node is not None else None

    @property
    def first(self) -> bool:
        """Whether there is nothing before the current question."""
        path = self.path()
        return not path or path[0].node is self._here

    def _walk(self, controls: tuple[Control, ...], around: Node) -> Iterator[Asked]:
        for control in controls:
            if isinstance(control, Question):
                # Outside repeats a path has one node, which need not be searched for.
                outside = around.parent is None
                node = self.instance.at(control.path) if outside else _below(around, control.path)
                if node is not None and node.relevant:
                    yield Asked(control, node)
            elif isinstance(control, Group):
                yield from self._walk(control.children, around)
            else:
                for node in self.instance.nodes(control.path):
                    if node.relevant and (around.parent is None or around in node.ancestors()):
                        yield from self._walk(control.children, node)

    # -- moving

    def forward(self) -> bool:
        """Go to the next question; False when there is none, and then stand behind the last."""
        path = self.path()
        place = self._place(path)
        self._here = path[place + 1].node if place + 1 < len(path) else None
        return self._here is not None

    def backward(self) -> bool:
        """Go to the question before; False, staying, when there is none."""
        path = self.path()
        place = len(path) if self._here is None else self._place(path)
        if place <= 0 or not path:
            return False
        self._here = path[place - 1].node
        return True

    def go(self, ref: str) -> bool:
        """Go to a question by its ref; False, staying, when it is not asked now."""
        for asked in self.path():
            if self.instance.ref(asked.node) == ref:
                self._here = asked.node
                return True
        return False

    def _place(self, path: tuple[Asked, ...]) -> int:
        for place, asked in enumerate(path):
            if asked.node is self._here:
                return place
        return len(path)

    # -- answering

    def answer(self, value: str) -> Problem | None:
        """Store the current question's answer, or say why not and keep the old one."""
        if self._here is None:
            raise LookupError("there is no current question")
        question = self.form.questions[self._here.template]
        bind = self.form.binds.get(question.path, Bind(question.path))
        if value != "":
            value, problem = self._checked(question, value)
            if problem is not None:
                return problem
        return self._stored(bind, value)

    def _checked(self, question: Question, value: str) -> tuple[str, Problem | None]:
        match question.kind:
            case Kind.SELECT_ONE | Kind.SELECT_MULTIPLE:
                node = self._here
                view = self._view(question, node) if node is not None else None
                if view is None:
                    return value, Problem(Rejection.NOT_A_CHOICE)
                return tidy(view, value, _authored(question))
            case Kind.TEXT:
                too_long = question.length is not None and len(value) > question.length
                return value, Problem(Rejection.TOO_LONG) if too_long else None
            case Kind.INTEGER:
                return value, _integer_problem(question, value)
            case _:
                return value, Problem(Rejection.NOT_A_CHOICE)

    def _stored(self, bind: Bind, value: str) -> Problem | None:
        node = self._here
        if node is None:
            raise LookupError("there is no current question")
        before = node.text
        if value != "" and bind.constraint is not None:
            node.text = value
            holds = self.instance.holds(bind.constraint, node)
            node.text = before
            if not holds:
                message = self.instance.text(bind.constraint_message, node)
                return Problem(Rejection.CONSTRAINT, message)
        if value != node.answer:
            self.instance.set(node, value)
        return None

    # -- showing

    def question(self) -> QuestionView | None:
        """The current question as it is asked now; None after the last."""
        if self._here is None:
            return None
        return self._view(self.form.questions[self._here.template], self._here)

    def views(self) -> tuple[QuestionView, ...]:
        """Every question of the path, for a review."""
        return tuple(self._view(asked.question, asked.node) for asked in self.path())

    def _view(self, question: Question, node: Node) -> QuestionView:
        bind = self.form.binds.get(question.path, Bind(question.path))
        return QuestionView(
            ref=self.instance.ref(node),
            name=question.name,
            kind=question.kind,
            label=self.instance.text(question.label, node),
            hint=self.instance.text(question.hint, node),
            layout=question.layout,
            choices=tuple(self._choices(question, bind, node)),
            value=node.answer,
            most=bind.most,
            length=question.length,
            lowest=None if question.lowest is None else Decimal(question.lowest),
            highest=None if question.highest is None else Decimal(question.highest),
            required=bind.required is not None and self.instance.holds(bind.required, node),
            block=question.blocks,
        )

    def _choices(self, question: Question, bind: Bind, node: Node) -> Iterator[ChoiceView]:
        for item in self._offered(question, bind, node):
            yield ChoiceView(
                value=item.value,
                label=self.instance.text(item.label, node),
                hint=item.extras.get("hint", ""),
                image=item.extras.get("bild", ""),
                exclusive=item.value in bind.exclusive,
                apart=item.value in APART,
            )

    def _offered(self, question: Question, bind: Bind, node: Node) -> list[Item]:
        """The items offered now: in random order where asked for, the anchored ones last."""
        itemset = question.itemset
        if itemset is None:
            return []
        items = list(itemset.items)
        if itemset.nodeset is not None:
            values = self.instance.offered(itemset.nodeset, node)
            items = [item for item in items if item.value in values]
        if not itemset.random:
            return items
        seed = to_string(self.instance.value(itemset.seed, node)) if itemset.seed else node.template
        anchored = {*bind.exclusive, *APART, *question.last}
        return _shuffled(items, anchored, question, seed)

    # -- progress

    def progress(self) -> Progress:
        """Where the current question stands among those that may still come.

        A question ahead counts while it is not decided that it stays out, so the total only ever
        shrinks on the way forward.
        """
        path = self.path()
        place = self._place(path)
        number = min(place + 1, max(len(path), 1))
        ahead = {asked.question.path for asked in path[place:]} | self._undecided()
        total = number + sum(
            self._possible(control, ahead, path[place + 1 :]) for control in self.form.body
        )
        return Progress(number, total)

    def _undecided(self) -> set[str]:
        """Every question after the current one in form order, asked or not."""
        if self._here is None:
            return set()
        order = list(self.form.questions)
        here = order.index(self._here.template)
        return set(order[here:])

    def _possible(self, control: Control, ahead: set[str], coming: tuple[Asked, ...]) -> int:
        """How many questions of `control` may still come after the current one."""
        if isinstance(control, Question):
            asked = sum(1 for each in coming if each.question.path == control.path)
            if asked or control.path not in ahead or control.path == self._here_template():
                return asked
            return 1 if self._is_open(control.path, ahead) else 0
        inside = sum(self._possible(child, ahead, coming) for child in control.children)
        if isinstance(control, Repeat) and self._is_open(control.path, ahead):
            return max(inside, control.most * len(control.children))
        return inside

    def _here_template(self) -> str:
        return self._here.template if self._here is not None else ""

    def _is_open(self, path: str, ahead: set[str]) -> bool:
        bind = self.form.binds.get(path)
        if bind is not None and bind.design is not None:
            node = self.instance.at(path)
            if node is not None and not self.instance.holds(bind.design, node):
                return False
        return bool(self.form.decided_by[path] & ahead)


def _below(around: Node, path: str) -> Node | None:
    """The node of a template path inside `around`, without crossing a repeat."""
    depth = around.template.count("/")
    node: Node | None = around
    for name in path.split("/")[depth + 1 :]:
        if node is None:
            return None
        node = node.child(name)
    return node


def _authored(question: Question) -> tuple[str, ...]:
    return tuple(item.value for item in question.itemset.items) if question.itemset else ()


def _integer_problem(question: Question, value: str) -> Problem | None:
    if not _INTEGER.match(value):
        return Problem(Rejection.NOT_A_NUMBER)
    number = int(value)
    low = question.lowest is not None and number < question.lowest
    high = question.highest is not None and number > question.highest
    return Problem(Rejection.CONSTRAINT) if low or high else None


def _shuffled(items: list[Item], anchored: set[str], question: Question, seed: str) -> list[Item]:
    generator = randomness.Random(seed)
    if not question.blocks:
        free = [item for item in items if item.value not in anchored]
        generator.shuffle(free)
        return free + [item for item in items if item.value in anchored]
    tail = [item for item in items if item.value in anchored - set(question.last)]
    body = [item for item in items if item not in tail]
    size = question.blocks
    blocks = [body[start : start + size] for start in range(0, len(body), size)]
    # A block with an item that keeps its place at the end stays the last one, whole.
    resting = [block for block in blocks if any(each.value in question.last for each in block)]
    moving = [block for block in blocks if block not in resting]
    generator.shuffle(moving)
    return [item for block in moving + resting for item in block] + tail
