"""How far a respondent is: the question's number among those that may still come."""

from collections.abc import Sequence
from typing import Protocol

from kiosk.forms.form import Control, Form, Question, Repeat
from kiosk.forms.instance import Instance
from kiosk.forms.view import Kind, Progress
from kiosk.forms.xpath.node import Node


class AskedQuestion(Protocol):
    """A question at its place."""

    @property
    def question(self) -> Question: ...

    @property
    def node(self) -> Node: ...


def progress(
    form: Form,
    instance: Instance,
    path: Sequence[AskedQuestion],
    here: AskedQuestion | None,
) -> Progress:
    """Where `here` stands; None is behind the last question.

    A question ahead counts while it is not decided that it stays out, so the total only ever
    shrinks on the way forward. An open repeat counts the entries there are; its prompts have no
    number of their own.
    """
    numbered = [each for each in path if each.question.kind is not Kind.REPEAT]
    done = _before(path, here)
    number = sum(1 for each in path[: done + 1] if each.question.kind is not Kind.REPEAT)
    number = min(max(number, 1), max(len(numbered), 1))
    coming: dict[str, int] = {}
    for each in path[done + 1 :]:
        if each.question.kind is not Kind.REPEAT:
            coming[each.question.path] = coming.get(each.question.path, 0) + 1
    current = here.question.path if here is not None else ""
    ahead = _Ahead(form, instance, coming, _undecided(form, path[done:], here), current)
    # What lies before the current question in the body is over, unless a repeat holds them both.
    first = form.trails[here.question.path][0][1] if here is not None else len(form.body)
    total = number + sum(ahead.possible(control) for control in form.body[first:])
    return Progress(number, total)


def _before(path: Sequence[AskedQuestion], here: AskedQuestion | None) -> int:
    if here is None:
        return len(path)
    return next((i for i, each in enumerate(path) if each.node is here.node), len(path))


def _undecided(form: Form, rest: Sequence[AskedQuestion], here: AskedQuestion | None) -> int:
    """Bits of every question that may still be answered: the current one and all after it."""
    if here is None:
        return 0
    bit = form.decided_by.bit
    bits = ~(bit[here.question.path] - 1)
    if here.node.key or any(each.key for each in here.node.ancestors()):
        # A later instance of the repeat asks again what stands before in the form.
        for each in rest:
            bits |= bit[each.question.path]
    return bits


class _Ahead:
    def __init__(
        self,
        form: Form,
        instance: Instance,
        coming: dict[str, int],
        undecided: int,
        current: str,
    ) -> None:
        self._form = form
        self._instance = instance
        self._coming = coming
        self._undecided = undecided
        self._current = current
        self._bit = form.decided_by.bit

    def possible(self, control: Control) -> int:
        """How many questions of `control` may still come after the current one."""
        if isinstance(control, Question):
            asked = self._coming.get(control.path, 0)
            if asked or control.path == self._current:
                return asked
            if not self._bit[control.path] & self._undecided:
                return 0
            return 1 if self._is_open(control.path) else 0
        inside = sum(self.possible(child) for child in control.children)
        counted = isinstance(control, Repeat) and control.count is not None
        if isinstance(control, Repeat) and counted and self._is_open(control.path):
            return max(inside, control.most * _size(control))
        return inside

    def _is_open(self, path: str) -> bool:
        bind = self._form.binds.get(path)
        if bind is not None and bind.design is not None:
            node = self._instance.at(path)
            if node is not None and not self._instance.holds(bind.design, node):
                return False
        return bool(self._form.decided_by.bits[path] & self._undecided)


def _size(repeat: Repeat) -> int:
    """The most questions one instance of a repeat asks."""
    return sum(_questions(child) for child in repeat.children)


def _questions(control: Control) -> int:
    if isinstance(control, Question):
        return 1
    inside = sum(_questions(child) for child in control.children)
    return inside * control.most if isinstance(control, Repeat) else inside
