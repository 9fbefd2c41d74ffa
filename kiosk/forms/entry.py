"""One respondent's walk through a form: the question shown, answering, going on and back."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from kiosk.forms.answers import checked
from kiosk.forms.form import PROMPT, Bind, Control, Form, Group, Question, Repeat
from kiosk.forms.instance import Instance, wall_clock
from kiosk.forms.progress import progress
from kiosk.forms.showing import question_view, titled_by
from kiosk.forms.view import Kind, Problem, Progress, QuestionView, Rejection
from kiosk.forms.xpath.node import Node


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
        clock: Callable[[], datetime] = wall_clock,
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
            clock=clock,
        )
        self._grown: Node | None = None
        first = next(self._walk(form.body, self.instance.root()), None)
        self._here: Asked | None = first

    # -- where we are

    def path(self) -> tuple[Asked, ...]:
        """Every question that is asked as things stand, in order."""
        return tuple(self._walk(self.form.body, self.instance.root()))

    @property
    def at(self) -> str:
        """The ref of the current question; "" after the last."""
        return self.instance.ref(self._here.node) if self._here is not None else ""

    @property
    def here(self) -> Asked | None:
        """The current question at its place; None after the last."""
        return self._here

    @property
    def first(self) -> bool:
        """Whether there is nothing before the current question."""
        return self._before() is None

    def _walk(
        self, controls: tuple[Control, ...], around: Node, *, back: bool = False
    ) -> Iterator[Asked]:
        """The questions asked in `controls`, `around` being the repeat instance or the root."""
        for control in reversed(controls) if back else controls:
            yield from self._asked(control, around, back=back)

    def _asked(self, control: Control, around: Node, *, back: bool) -> Iterator[Asked]:
        match control:
            case Question():
                node = self._node(control.path, around)
                if node is not None and node.relevant:
                    yield Asked(control, node)
            case Group():
                node = self._node(control.path, around) if control.path else around
                if node is not None and node.relevant:
                    yield from self._walk(control.children, around, back=back)
            case Repeat():
                if back:
                    yield from self._prompt(control, around)
                nodes = self._instances(control, around)
                for node in reversed(nodes) if back else nodes:
                    if node.relevant:
                        yield from self._walk(control.children, node, back=back)
                if not back:
                    yield from self._prompt(control, around)

    def _prompt(self, repeat: Repeat, around: Node) -> Iterator[Asked]:
        if repeat.prompt is None:
            return
        parent = self._node(repeat.path.rpartition("/")[0], around)
        for node in self.instance.prompts(parent) if parent is not None else ():
            if node.template == repeat.prompt.path and node.relevant:
                yield Asked(repeat.prompt, node)

    def _instances(self, repeat: Repeat, around: Node) -> list[Node]:
        parent = self._node(repeat.path.rpartition("/")[0], around)
        if parent is None:
            return []
        return [child for child in parent.children if child.template == repeat.path]

    def _node(self, path: str, around: Node) -> Node | None:
        """The node of a template path inside `around`, without crossing a repeat."""
        if around.parent is None:
            # Outside repeats a path has one node, which need not be searched for.
            return self.instance.at(path)
        depth = around.template.count("/")
        node: Node | None = around
        for name in path.split("/")[depth + 1 :]:
            if node is None:
                return None
            node = node.child(name)
        return node

    # -- moving

    def forward(self) -> bool:
        """Go to the next question; False when there is none, and then stand behind the last.

        From the prompt of an open repeat that has just grown, into the new entry.
        """
        grown, self._grown = self._grown, None
        if grown is not None:
            repeat = self.form.repeats[grown.template]
            inside = next(self._walk(repeat.children, grown), None)
            if inside is not None:
                self._here = inside
                return True
        if self._here is not None:
            self._here = next(self._beside(self._here, back=False), None)
        return self._here is not None

    def backward(self) -> bool:
        """Go to the question before; False, staying, when there is none."""
        before = self._before()
        if before is None:
            return False
        self._here = before
        return True

    def go(self, ref: str) -> bool:
        """Go to a question by its ref; False, staying, when it is not asked now."""
        node = self.instance.find(ref)
        if node is None or node.template not in self.form.questions:
            return False
        if not (node.relevant and all(each.relevant for each in node.ancestors())):
            return False
        self._grown = None
        self._here = Asked(self.form.questions[node.template], node)
        return True

    def _before(self) -> Asked | None:
        if self._here is None:
            return next(self._walk(self.form.body, self.instance.root(), back=True), None)
        return next(self._beside(self._here, back=True), None)

    def _beside(self, asked: Asked, *, back: bool) -> Iterator[Asked]:
        """The questions asked after `asked`, or before it from the nearest on.

        Looks only at what lies between, so that a step costs the same in a long form.
        """
        around = self._around(asked.node)
        if back and asked.question.kind is Kind.REPEAT:
            repeat = self.form.repeats[asked.question.path.removesuffix(PROMPT)]
            for node in reversed(self._instances(repeat, around)):
                if node.relevant:
                    yield from self._walk(repeat.children, node, back=True)
        for parent, place in reversed(self.form.trails[asked.question.path]):
            children = self.form.body if parent is None else parent.children
            rest = children[:place] if back else children[place + 1 :]
            yield from self._walk(rest, around, back=back)
            if isinstance(parent, Repeat):
                instance = around
                around = self._around(instance)
                siblings = self._instances(parent, around)
                at = next(i for i, each in enumerate(siblings) if each is instance)
                others = siblings[:at][::-1] if back else siblings[at + 1 :]
                for node in others:
                    if node.relevant:
                        yield from self._walk(parent.children, node, back=back)
                if not back:
                    yield from self._prompt(parent, around)

    def _around(self, node: Node) -> Node:
        for each in node.ancestors():
            if each.template in self.form.repeats or each.parent is None:
                return each
        raise LookupError(node.template)

    # -- answering

    def answer(self, value: str) -> Problem | None:
        """Store the current question's answer, or say why not and keep the old one."""
        if self._here is None:
            raise LookupError("there is no current question")
        view = self._view(self._here)
        if view.readonly and view.kind is not Kind.NOTE:
            return Problem(Rejection.READONLY)
        if value != "":
            question = self._here.question
            authored = tuple(i.value for i in question.itemset.items) if question.itemset else ()
            value, problem = checked(view, value, authored)
            if problem is not None:
                return problem
        return self._stored(value)

    def _stored(self, value: str) -> Problem | None:
        if self._here is None:
            raise LookupError("there is no current question")
        node = self._here.node
        problem = self._unmet(self._here, value)
        if problem is not None:
            return problem
        if value != node.answer:
            before = node.text
            self.instance.set(node, value)
            self._remember_growth(node, before)
        return None

    def _remember_growth(self, node: Node, before: str) -> None:
        if self._here is None or self._here.question.kind is not Kind.REPEAT:
            return
        repeat = self.form.repeats[self._here.question.path.removesuffix(PROMPT)]
        grew = int(node.text or 0) > int(before or 0)
        instances = self._instances(repeat, self._around(node))
        self._grown = instances[-1] if grew and instances else None

    def _unmet(self, asked: Asked, value: str) -> Problem | None:
        """The constraint that `value` would break."""
        bind = self._bind(asked)
        if value == "" or bind.constraint is None:
            return None
        node = asked.node
        before = node.text
        node.text = value
        holds = self.instance.holds(bind.constraint, node)
        message = "" if holds else self.instance.text(bind.constraint_message, node)
        node.text = before
        return None if holds else Problem(Rejection.CONSTRAINT, message)

    def missing(self) -> Problem | None:
        """What keeps the current question from being left: required and without an answer."""
        return self._missing(self._here) if self._here is not None else None

    def _missing(self, asked: Asked) -> Problem | None:
        bind = self._bind(asked)
        answerable = asked.question.kind not in (Kind.NOTE, Kind.REPEAT)
        if not answerable or bind.required is None or asked.node.answer != "":
            return None
        if not self.instance.holds(bind.required, asked.node):
            return None
        return Problem(Rejection.REQUIRED, self.instance.text(bind.required_message, asked.node))

    def doubtful(self) -> Problem | None:
        """What the author wants said once about the answer; it may stand all the same.

        Where the message is missing, nothing is said: nobody would know what to look at.
        """
        if self._here is None or self._here.node.answer == "":
            return None
        bind = self._bind(self._here)
        if bind.check is None or self.instance.holds(bind.check, self._here.node):
            return None
        message = self.instance.translated(bind.check_message)
        return Problem(Rejection.DOUBTFUL, message) if message else None

    def faults(self) -> tuple[tuple[str, Problem], ...]:
        """Refs whose answers do not hold as things stand now, with the reason, in form order.

        An answer is checked when it is given; a later one elsewhere may break its constraint.
        """
        found: list[tuple[str, Problem]] = []
        for asked in self.path():
            problem = self._missing(asked) or self._unmet(asked, asked.node.answer)
            if problem is not None:
                found.append((self.instance.ref(asked.node), problem))
        return tuple(found)

    def _bind(self, asked: Asked) -> Bind:
        return self.form.bind(asked.question.path)

    # -- showing

    def speak(self, language: str) -> None:
        """Show every text in another language of the form from now on; answers stay."""
        self.instance.speak(language)

    def question(self) -> QuestionView | None:
        """The current question as it is asked now; None after the last."""
        return self._view(self._here) if self._here is not None else None

    def views(self) -> tuple[QuestionView, ...]:
        """Every question of the path, for a review."""
        return tuple(self._view(asked) for asked in self.path())

    def _view(self, asked: Asked) -> QuestionView:
        labels = tuple(each.label for each in titled_by(self.form, asked.question))
        return question_view(self.instance, asked.question, self._bind(asked), asked.node, labels)

    # -- progress

    def progress(self) -> Progress:
        """Where the current question stands among those that may still come."""
        return progress(self.form, self.instance, self.path(), self._here)
