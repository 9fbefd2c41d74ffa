"""What a filter of the form asks for, as far as paper can say it.

A condition is read from the expression itself. What only the design decides, such as the half of
the sample somebody is in, has no place on paper: there everybody is asked.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import reduce

from kiosk.forms.form import Expression, Form
from kiosk.forms.view import Kind
from kiosk.forms.xpath.node import Node
from kiosk.forms.xpath.references import calls, template_of
from kiosk.forms.xpath.syntax import Binary, Call, Expr, Literal, Negate, Number, parse
from kiosk.forms.xpath.values import compare

_CHANCE = frozenset({"random", "randomize", "now", "today", "uuid"})
_MIRRORED = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "=": "=", "!=": "!="}


class Fixed(StrEnum):
    """What no answer decides."""

    ALWAYS = "always"
    NEVER = "never"
    CHANCE = "chance"  # drawn by the terminal: paper asks everybody
    UNTOLD = "untold"  # nothing here can put it into words


@dataclass(frozen=True, slots=True)
class Chosen:
    """The one answer of a question is among `values`; "" among them means that it has none."""

    path: str
    values: frozenset[str]


@dataclass(frozen=True, slots=True)
class Ticked:
    """A choice of a question with several is ticked, or not."""

    path: str
    value: str
    ticked: bool = True


@dataclass(frozen=True, slots=True)
class Compared:
    """A number written as an answer: `op` is one of = < <= > >=."""

    path: str
    op: str
    amount: float


@dataclass(frozen=True, slots=True)
class Answered:
    """A question has any answer, or none."""

    path: str
    answered: bool = True


@dataclass(frozen=True, slots=True)
class Joined:
    """All of the parts hold, or at least one of them."""

    parts: "tuple[Condition, ...]"
    every: bool


Condition = Fixed | Chosen | Ticked | Compared | Answered | Joined


@dataclass(frozen=True, slots=True)
class Known:
    """What is fixed before the first question, by template path: presets, and questions that this
    paper does not ask."""

    form: Form
    texts: Mapping[str, str]

    def condition(self, expression: Expression | None, template: str) -> Condition:
        """When `expression`, standing at `template`, holds."""
        if expression is None:
            return Fixed.ALWAYS
        return _read(parse(expression.source), _Place(self, template))

    def text(self, path: str) -> str | None:
        """The value of a node that no answer changes; None where answers or chance do."""
        if path in self.texts:
            return self.texts[path]
        if path in self.form.questions or self.form.bind(path).calculate is not None:
            return None
        if any(path.startswith(f"{each}/") for each in self.form.repeats):
            return None
        return _default(self.form.template, path)


def all_of(conditions: list[Condition]) -> Condition:
    """The condition that all of them hold."""
    found: Condition = Fixed.ALWAYS
    for each in conditions:
        found = _both(found, each, every=True)
    return found


def negated(condition: Condition, choices: frozenset[str]) -> Condition:
    """That it does not hold; `choices` are the values its question offers, where it has them."""
    match condition:
        case Fixed.ALWAYS:
            return Fixed.NEVER
        case Fixed.NEVER:
            return Fixed.ALWAYS
        case Fixed():
            return condition
        case Chosen(path, values):
            return Chosen(path, choices.union({""}) - values)
        case Ticked(path, value, ticked):
            return Ticked(path, value, not ticked)
        case Answered(path, answered):
            return Answered(path, not answered)
    return Fixed.UNTOLD


@dataclass(frozen=True, slots=True)
class _Place:
    known: Known
    template: str

    def path(self, expr: Expr) -> str | None:
        """The template path an expression names, through calculations that only repeat it."""
        path = template_of(expr, self.template)
        for _ in range(9):
            bind = self.known.form.bind(path or "")
            if path is None or bind.calculate is None:
                return path
            further = template_of(parse(bind.calculate.source), path)
            if further is None:
                return path
            path = further
        return path

    def choices(self, path: str) -> frozenset[str]:
        question = self.known.form.questions.get(path)
        if question is None or question.itemset is None:
            return frozenset()
        return frozenset(each.value for each in question.itemset.items)


def _read(expr: Expr, place: _Place) -> Condition:
    match expr:
        case Binary("and" | "or" as op, left, right):
            return _both(_read(left, place), _read(right, place), every=op == "and")
        case Binary("=" | "!=" | "<" | "<=" | ">" | ">=" as op, left, right):
            return _compared(op, left, right, place)
        case Call("not", (inner,)):
            return _opposite(_read(inner, place), place)
        case Call("true" | "boolean-from-string", ()):
            return Fixed.ALWAYS
        case Call("false", ()):
            return Fixed.NEVER
        case Call("selected", (node, Literal(value))):
            return _selected(node, value, place)
    return _undecided(expr, place)


def _opposite(condition: Condition, place: _Place) -> Condition:
    if isinstance(condition, Joined):
        parts = [_opposite(each, place) for each in condition.parts]
        return reduce(lambda left, right: _both(left, right, every=not condition.every), parts)
    path = condition.path if isinstance(condition, Chosen) else ""
    return negated(condition, place.choices(path))


def _compared(op: str, left: Expr, right: Expr, place: _Place) -> Condition:
    value = _constant(right)
    path, node = place.path(left), left
    if value is None:
        op, value, path, node = _MIRRORED[op], _constant(left), place.path(right), right
    if value is None or path is None:
        return _undecided(Binary(op, left, right), place)
    text = place.known.text(path)
    if text is not None:
        return Fixed.ALWAYS if compare(op, text, value) else Fixed.NEVER
    question = place.known.form.questions.get(path)
    if question is None:
        return _undecided(node, place)
    if value == "" and op in ("=", "!="):
        return Answered(path, op == "!=")
    if question.kind is Kind.SELECT_ONE and place.choices(path):
        every = place.choices(path) | {""}
        return Chosen(path, frozenset(each for each in every if compare(op, each, value)))
    numbers = (Kind.INTEGER, Kind.DECIMAL, Kind.RANGE)
    if question.kind in numbers and isinstance(value, float) and op != "!=":
        return Compared(path, op, value)
    return Fixed.UNTOLD


def _selected(node: Expr, value: str, place: _Place) -> Condition:
    path = place.path(node)
    text = place.known.text(path) if path is not None else None
    if text is not None:
        return Fixed.ALWAYS if value in text.split() else Fixed.NEVER
    question = place.known.form.questions.get(path or "")
    if path is None or question is None:
        return _undecided(node, place)
    if value not in place.choices(path):
        return Fixed.UNTOLD
    if question.kind is Kind.SELECT_ONE:
        return Chosen(path, frozenset({value}))
    return Ticked(path, value) if question.kind is Kind.SELECT_MULTIPLE else Fixed.UNTOLD


def _undecided(expr: Expr, place: _Place) -> Condition:
    """CHANCE where no answer has a part in it: the terminal draws, or looks at the clock."""
    path = place.path(expr)
    for side in (expr.left, expr.right) if isinstance(expr, Binary) else ():
        path = path or place.path(side)
    form = place.known.form
    if path is None:
        drawn = any(each.name in _CHANCE for each in calls(expr))
        return Fixed.CHANCE if drawn else Fixed.UNTOLD
    bind = form.bind(path)
    if bind.calculate is None or form.decided_by.get(path):
        return Fixed.UNTOLD
    drawn = any(each.name in _CHANCE for each in calls(parse(bind.calculate.source)))
    return Fixed.CHANCE if drawn else Fixed.UNTOLD


def _both(left: Condition, right: Condition, *, every: bool) -> Condition:
    """`left` and `right`, or one of them, as simply as it can be said."""
    deciding = Fixed.NEVER if every else Fixed.ALWAYS
    neutral = Fixed.ALWAYS if every else Fixed.NEVER
    pair = (left, right)
    if deciding in pair:
        return deciding
    if neutral in pair:
        return right if left is neutral else left
    if Fixed.UNTOLD in pair:
        return Fixed.UNTOLD
    if Fixed.CHANCE in pair:
        other = right if left is Fixed.CHANCE else left
        # Drawn or answered so: on paper, where nothing is drawn, everybody is asked.
        return other if every else Fixed.CHANCE
    parts: list[Condition] = []
    for each in pair:
        joined = isinstance(each, Joined) and each.every is every
        for part in each.parts if joined and isinstance(each, Joined) else (each,):
            _merge(parts, part, every=every)
    if every and any(isinstance(each, Chosen) and not each.values for each in parts):
        return Fixed.NEVER  # 1 and 2 at once
    return parts[0] if len(parts) == 1 else Joined(tuple(parts), every)


def _merge(parts: list[Condition], new: Condition, *, every: bool) -> None:
    for place, each in enumerate(parts):
        if each == new:
            return
        if isinstance(each, Chosen) and isinstance(new, Chosen) and each.path == new.path:
            join: Callable[[frozenset[str], frozenset[str]], frozenset[str]]
            join = frozenset.intersection if every else frozenset.union
            parts[place] = Chosen(each.path, join(each.values, new.values))
            return
    parts.append(new)


def _constant(expr: Expr) -> str | float | None:
    match expr:
        case Number(value):
            return value
        case Negate(Number(value)):
            return -value
        case Literal(value):
            return value
    return None


def _default(template: Node, path: str) -> str | None:
    node: Node | None = template
    for name in path.split("/")[2:]:
        node = node.child(name) if node is not None else None
    return node.text if node is not None and not node.children else None
