"""Compiling an expression to closures, and what they evaluate in."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from kiosk.forms.xpath.node import Node
from kiosk.forms.xpath.syntax import (
    Binary,
    Call,
    Expr,
    Filter,
    Literal,
    Negate,
    Number,
    Path,
    Step,
)
from kiosk.forms.xpath.values import Value, compare, to_boolean, to_number


class Surroundings(Protocol):
    """What functions may ask of the form around them."""

    def root(self) -> Node: ...

    def instance(self, name: str) -> Node | None: ...

    def at(self, template: str) -> Node | None:
        """The node of a template path outside every repeat."""

    def random(self) -> float: ...

    def now(self) -> datetime:
        """The time now, with its UTC offset."""

    @property
    def language(self) -> str:
        """The interview's language as the form names it: a BCP 47 tag or "Deutsch (de)"."""

    def choice_name(self, value: str, template: str) -> str: ...

    def itext(self, identifier: str) -> str: ...


@dataclass(frozen=True, slots=True)
class Context:
    """Section 1 of XPath 1.0: the node looked at, its position and size; `origin` is current()."""

    node: Node
    around: Surroundings
    origin: Node
    position: int = 1
    size: int = 1


Evaluator = Callable[[Context], Value]


@dataclass(frozen=True, slots=True)
class Function:
    """A library function: how many arguments it takes, and what it does with their evaluators.

    `takes_nodes`: the first argument, where there is one, has to be a node-set. `gives_nodes`: the
    result is one.
    """

    least: int
    most: int | None
    call: Callable[[Context, Sequence[Evaluator]], Value]
    takes_nodes: bool = False
    gives_nodes: bool = False


class CompileError(ValueError):
    """An expression that is XPath but asks for what the engine does not offer; says what."""

    def __init__(self, de: str, en: str) -> None:
        super().__init__(en)
        self.de = de
        self.en = en


@dataclass(frozen=True, slots=True)
class Frame:
    """Where an expression stands: its template path, which paths repeat, which lists there are.

    `instances` None: not known, so no name is refused.
    """

    template: str = ""
    repeats: frozenset[str] = field(default_factory=frozenset)
    instances: frozenset[str] | None = None


def compile_expression(expr: Expr, frame: Frame, library: Mapping[str, Function]) -> Evaluator:
    """The expression as one closure. Raises CompileError for an unknown function or arity."""
    return _Compiler(frame, library).expression(expr)


class _Compiler:
    def __init__(self, frame: Frame, library: Mapping[str, Function]) -> None:
        self._frame = frame
        self._library = library

    def expression(self, expr: Expr) -> Evaluator:
        match expr:
            case Number(value) | Literal(value):
                return _constant(value)
            case Negate(operand):
                return _negated(self.expression(operand))
            case Binary(op, left, right):
                if op == "|":
                    self._want_nodes(left)
                    self._want_nodes(right)
                return _binary(op, self.expression(left), self.expression(right))
            case Call(name, args):
                return self._call(name, args)
            case Filter(primary, predicates):
                self._want_nodes(primary)
                return _filtered(
                    self.expression(primary), [self.expression(item) for item in predicates]
                )
            case Path():
                return self._path(expr)

    def _call(self, name: str, args: tuple[Expr, ...]) -> Evaluator:
        function = self._library.get(name)
        if function is None:
            raise CompileError(
                f"die Funktion {name}() ist unbekannt", f"{name}() is not a known function"
            )
        if len(args) < function.least or (function.most is not None and len(args) > function.most):
            raise CompileError(
                f"{name}() passt nicht zu {len(args)} Angaben",
                f"{name}() does not take {len(args)} arguments",
            )
        if function.takes_nodes and args:
            self._want_nodes(args[0])
        match name, args:
            case "regex", (_, Literal(pattern)):
                _want_pattern(pattern)
            case "instance", (Literal(listed),):
                self._want_list(listed)
        call = function.call
        compiled = [self.expression(arg) for arg in args]

        def called(context: Context) -> Value:
            return call(context, compiled)

        return called

    def _want_list(self, name: str) -> None:
        if self._frame.instances is not None and name not in self._frame.instances:
            raise CompileError(f"die Liste „{name}“ gibt es nicht", f'there is no list "{name}"')

    def _want_nodes(self, expr: Expr) -> None:
        """CompileError for what can only be a string, a number or a truth value."""
        match expr:
            case Path() | Filter() | Binary("|"):
                return
            case Call("if", (_, left, right)):
                self._want_nodes(left)
                self._want_nodes(right)
                return
            case Call(name) if name not in self._library or self._library[name].gives_nodes:
                return  # an unknown function is named when it is compiled
        raise CompileError(
            "eine Angabe muss auf Fragen oder Listen verweisen (${…}), nicht auf einen Wert",
            "an argument has to refer to questions or lists (${…}), not to a value",
        )

    def _path(self, path: Path) -> Evaluator:
        static = static_path(path)
        if static is not None:
            shared = self._shared_repeat(static)
            if shared:
                return _from_repeat(shared, static[len(shared) + 1 :].split("/"))
            if not any(static == at or static.startswith(at + "/") for at in self._frame.repeats):
                return _lookup(static)
        steps = [(step, [self.expression(item) for item in step.predicates]) for step in path.steps]
        if path.start is not None:
            self._want_nodes(path.start)
        start = self.expression(path.start) if path.start is not None else None
        absolute = path.absolute

        def walked(context: Context) -> Value:
            if start is not None:
                nodes = _nodes(start(context))
            else:
                nodes = [context.around.root() if absolute else context.node]
            for step, predicates in steps:
                nodes = _walk(step, predicates, nodes, context)
            return [node for node in nodes if node.relevant]

        return walked

    def _shared_repeat(self, static: str) -> str:
        """The innermost repeat that both the expression and the path it names are inside.

        Inside a repeat an absolute path means the same instance of it (OpenRosa: references are
        contextualised).
        """
        at = self._frame.template
        inside = [
            repeat
            for repeat in self._frame.repeats
            if static.startswith(repeat + "/") and (at == repeat or at.startswith(repeat + "/"))
        ]
        return max(inside, key=len, default="")


def _want_pattern(pattern: str) -> None:
    try:
        re.compile(pattern)
    except re.error as error:
        raise CompileError(
            f"das Suchmuster „{pattern}“ ist nicht lesbar", f'cannot read the pattern "{pattern}"'
        ) from error


def static_path(path: Path) -> str | None:
    """The template path of an absolute path of plain child steps, else None."""
    if not path.absolute or path.start is not None or not path.steps:
        return None
    if any(step.axis != "child" or step.predicates or "*" in step.test for step in path.steps):
        return None
    return "".join("/" + step.test for step in path.steps)


def _constant(value: Value) -> Evaluator:
    return lambda _context: value


def _negated(operand: Evaluator) -> Evaluator:
    return lambda context: -to_number(operand(context))


def _lookup(template: str) -> Evaluator:
    def found(context: Context) -> Value:
        node = context.around.at(template)
        return [node] if node is not None and node.relevant else []

    return found


def _from_repeat(repeat: str, names: list[str]) -> Evaluator:
    def found(context: Context) -> Value:
        node: Node | None = context.origin
        while node is not None and node.template != repeat:
            node = node.parent
        nodes = [node] if node is not None else []
        for name in names:
            nodes = [child for each in nodes for child in each.children if child.name == name]
        return [each for each in nodes if each.relevant]

    return found


def _binary(op: str, left: Evaluator, right: Evaluator) -> Evaluator:
    match op:
        case "or":
            return lambda context: to_boolean(left(context)) or to_boolean(right(context))
        case "and":
            return lambda context: to_boolean(left(context)) and to_boolean(right(context))
        case "=" | "!=" | "<" | "<=" | ">" | ">=":
            return lambda context: compare(op, left(context), right(context))
        case "|":
            return lambda context: _union(_nodes(left(context)), _nodes(right(context)))
        case "+":
            return lambda context: to_number(left(context)) + to_number(right(context))
        case "-":
            return lambda context: to_number(left(context)) - to_number(right(context))
        case "*":
            return lambda context: to_number(left(context)) * to_number(right(context))
        case "div":
            return lambda context: divided(to_number(left(context)), to_number(right(context)))
        case _:
            return lambda context: remainder(to_number(left(context)), to_number(right(context)))


def divided(left: float, right: float) -> float:
    """IEEE 754 division, as section 3.5 asks for: x div 0 is an infinity, 0 div 0 is NaN."""
    if right != 0:
        return left / right
    if left == 0 or left != left:
        return float("nan")
    negative = (left < 0) != (str(right)[0] == "-")
    return float("-inf") if negative else float("inf")


def remainder(left: float, right: float) -> float:
    """`mod` of section 3.5: the remainder of truncating division, with the sign of `left`."""
    if right == 0 or left != left or right != right or left in (float("inf"), float("-inf")):
        return float("nan")
    if right in (float("inf"), float("-inf")):
        return left
    magnitude = abs(left) % abs(right)
    return -magnitude if left < 0 else magnitude


def _filtered(primary: Evaluator, predicates: list[Evaluator]) -> Evaluator:
    def found(context: Context) -> Value:
        nodes = _nodes(primary(context))
        for predicate in predicates:
            nodes = _kept(predicate, nodes, context)
        return nodes

    return found


def _nodes(value: Value) -> list[Node]:
    if isinstance(value, list):
        return value
    raise EvaluationError("a node-set is needed here")


class EvaluationError(ValueError):
    """The expression met a value it cannot work with."""


def _union(left: list[Node], right: list[Node]) -> list[Node]:
    merged = left + [node for node in right if not any(node is other for other in left)]
    return in_document_order(merged)


def in_document_order(nodes: list[Node]) -> list[Node]:
    """The nodes without repetition, in document order."""
    if len(nodes) < 2:
        return nodes

    def place(node: Node) -> tuple[int, ...]:
        places: list[int] = []
        while node.parent is not None:
            parent = node.parent
            places.append(next(i for i, each in enumerate(parent.children) if each is node))
            node = parent
        return tuple(reversed(places))

    unique = {id(node): node for node in nodes}
    return sorted(unique.values(), key=place)


def _kept(predicate: Evaluator, nodes: list[Node], context: Context) -> list[Node]:
    size = len(nodes)
    kept = []
    for position, node in enumerate(nodes, 1):
        result = predicate(Context(node, context.around, context.origin, position, size))
        is_number = isinstance(result, float) and not isinstance(result, bool)
        if result == position if is_number else to_boolean(result):
            kept.append(node)
    return kept


def _walk(
    step: Step, predicates: list[Evaluator], nodes: list[Node], context: Context
) -> list[Node]:
    found: list[Node] = []
    for node in nodes:
        candidates = [each for each in _along(step.axis, node) if _passes(step, each)]
        if step.axis == "attribute":
            candidates = _attributes(step.test, node)
        for predicate in predicates:
            candidates = _kept(predicate, candidates, context)
        found.extend(candidates)
    forward_only = len(nodes) < 2 and step.axis in ("child", "self", "parent", "attribute")
    return found if forward_only else in_document_order(found)


def _attributes(test: str, node: Node) -> list[Node]:
    found = []
    for name, text in node.attributes.items():
        if test in ("*", "node()", name):
            attribute = Node(name, node)
            attribute.text = text
            found.append(attribute)
    return found


def _along(axis: str, node: Node) -> list[Node]:
    match axis:
        case "child":
            return node.children
        case "self":
            return [node]
        case "parent":
            return [] if node.parent is None else [node.parent]
        case "descendant":
            return list(node.descendants())
        case "descendant-or-self":
            return [node, *node.descendants()]
        case "ancestor":
            return list(node.ancestors())
        case "ancestor-or-self":
            return [node, *node.ancestors()]
        case "following-sibling" | "preceding-sibling":
            return _siblings(axis, node)
        case "following":
            return _beyond("following-sibling", [node, *node.ancestors()])
        case "preceding":
            return _beyond("preceding-sibling", [node, *node.ancestors()])
        case _:
            return []


def _siblings(axis: str, node: Node) -> list[Node]:
    if node.parent is None:
        return []
    family = node.parent.children
    place = next(i for i, each in enumerate(family) if each is node)
    if axis == "following-sibling":
        return family[place + 1 :]
    return family[:place][::-1]


def _beyond(axis: str, chain: list[Node]) -> list[Node]:
    found: list[Node] = []
    for each in chain:
        for sibling in _siblings(axis, each):
            below = [sibling, *sibling.descendants()]
            found.extend(below if axis == "following-sibling" else reversed(below))
    return found


def _passes(step: Step, node: Node) -> bool:
    if step.test == "node()":
        return True
    if step.test == "*":
        return node.parent is not None
    return step.test == node.name
