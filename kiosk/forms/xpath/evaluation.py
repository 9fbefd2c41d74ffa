"""Compiling an expression to closures, and what they evaluate in."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from kiosk.forms.xpath.axes import in_document_order, sees_texts, stepped, union
from kiosk.forms.xpath.columns import by_column, is_name
from kiosk.forms.xpath.lookup import index_of
from kiosk.forms.xpath.node import Node
from kiosk.forms.xpath.references import template_of
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
from kiosk.forms.xpath.values import Value, comparison, to_boolean, to_number


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
    result is one. `names_list`: the first argument is the name of a list. `check` looks at the
    arguments when the expression is compiled and raises CompileError.
    """

    least: int
    most: int | None
    call: Callable[[Context, Sequence[Evaluator]], Value]
    takes_nodes: bool = False
    gives_nodes: bool = False
    names_list: bool = False
    check: Callable[[tuple[Expr, ...]], None] | None = None


@dataclass(frozen=True, slots=True)
class Refusal:
    """A function that exists in ODK or XPath and is not offered here, and why."""

    de: str
    en: str


Library = Mapping[str, Function | Refusal]


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


def compile_expression(expr: Expr, frame: Frame, library: Library) -> Evaluator:
    """The expression as one closure. Raises CompileError for an unknown function or arity."""
    return _Compiler(frame, library).expression(expr)


class _Compiler:
    def __init__(self, frame: Frame, library: Library) -> None:
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
        if isinstance(function, Refusal):
            raise CompileError(
                f"die Funktion {name}() gibt es hier nicht: {function.de}",
                f"{name}() is not offered here: {function.en}",
            )
        if len(args) < function.least or (function.most is not None and len(args) > function.most):
            raise CompileError(
                f"{name}() passt nicht zu {len(args)} Angaben",
                f"{name}() does not take {len(args)} arguments",
            )
        if function.takes_nodes and args:
            self._want_nodes(args[0])
        if function.names_list and isinstance(args[0], Literal):
            self._want_list(args[0].value)
        if function.check is not None:
            function.check(args)
        if name == "indexed-repeat":
            return self._indexed_repeat(args)
        call = function.call
        compiled = [self.expression(arg) for arg in args]

        def called(context: Context) -> Value:
            return call(context, compiled)

        return called

    def _indexed_repeat(self, args: tuple[Expr, ...]) -> Evaluator:
        """indexed-repeat(path, repeat, index, …): a node by the places of the repeats above it.

        A repeat on the way that is not named is the one the expression itself stands in, if it
        does (ODK contextualises it), else every instance of it.
        """
        target = self._template(args[0])
        indexes: dict[str, Evaluator] = {}
        for repeat, index in zip(args[1::2], args[2::2], strict=True):
            at = self._template(repeat)
            if not target.startswith(at + "/"):
                raise CompileError(
                    f"indexed-repeat(): {target} liegt nicht in {at}",
                    f"indexed-repeat(): {target} is not inside {at}",
                )
            indexes[at] = self.expression(index)
        own = self._frame.template
        shared = {repeat for repeat in self._frame.repeats - indexes.keys() if _inside(own, repeat)}
        names = target.split("/")[1:]

        def found(context: Context) -> Value:
            nodes = [context.around.root()]
            template = ""
            for name in names:
                template = f"{template}/{name}"
                nodes = [child for each in nodes for child in each.children if child.name == name]
                index = indexes.get(template)
                if index is not None:
                    place = to_number(index(context))
                    whole = place == place and 1 <= place <= len(nodes) and place == int(place)
                    nodes = [nodes[int(place) - 1]] if whole else []
                elif template in shared:
                    own_chain = [context.origin, *context.origin.ancestors()]
                    nodes = [node for node in nodes if any(node is each for each in own_chain)]
            return [node for node in nodes if node.relevant]

        return found

    def _template(self, expr: Expr) -> str:
        template = template_of(expr, self._frame.template)
        if template is None:
            raise CompileError(
                "indexed-repeat() braucht einfache Pfade (${…}) für Frage und Wiederholungen",
                "indexed-repeat() needs plain paths (${…}) for the question and its repeats",
            )
        return template

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
            case Call(name):
                function = self._library.get(name)
                # an unknown function, or one not offered, is named when it is compiled
                if not isinstance(function, Function) or function.gives_nodes:
                    return
        raise CompileError(
            "eine Angabe muss auf Fragen oder Listen verweisen (${…}), nicht auf einen Wert",
            "an argument has to refer to questions or lists (${…}), not to a value",
        )

    def _path(self, path: Path) -> Evaluator:
        for step in path.steps:
            _want_step(step)
        static = static_path(path)
        if static is not None and not any(
            static == at or static.startswith(at + "/") for at in self._frame.repeats
        ):
            return _lookup(static)
        plain = _plain(path)
        if plain is not None:
            return plain
        indexed = self._indexed(path)
        if indexed is not None:
            return indexed
        shared, rest = self._shared_repeat(path)
        if shared and static is not None:
            return _from_repeat(shared, static[len(shared) + 1 :].split("/"))
        if path.start is not None:
            self._want_nodes(path.start)
        start = self.expression(path.start) if path.start is not None else None
        absolute = path.absolute
        walk = self._walk(rest)

        def walked(context: Context) -> Value:
            if start is not None:
                nodes = _nodes(start(context))
            elif shared:
                nodes = _own(shared, context)
            else:
                nodes = [context.around.root() if absolute else context.node]
            return [node for node in walk(nodes, context) if node.relevant]

        return walked

    def _walk(self, steps: tuple[Step, ...]) -> Callable[[list[Node], Context], list[Node]]:
        compiled = [
            (step, sees_texts(step, following), self._all(step.predicates))
            for step, following in zip(steps, (*steps[1:], None), strict=False)
        ]

        def walk(nodes: list[Node], context: Context) -> list[Node]:
            for step, texts, predicates in compiled:
                nodes = _walk(step, texts, predicates, nodes, context)
            return nodes

        return walk

    def _all(self, expressions: Sequence[Expr]) -> list[Evaluator]:
        return [self.expression(each) for each in expressions]

    def _shared_repeat(self, path: Path) -> tuple[str, tuple[Step, ...]]:
        """The innermost repeat that the expression and an absolute path share; the steps below it.

        Inside a repeat an absolute path means the same instance of it (ODK XForms, "Repeats":
        such references count as relative), unless a predicate says which instance is meant.
        """
        shared, rest = "", path.steps
        if not path.absolute:
            return shared, rest
        template = ""
        for place, step in enumerate(path.steps[:-1], 1):
            if step.axis != "child" or step.predicates or not is_name(step.test):
                break
            template = f"{template}/{step.test}"
            if template in self._frame.repeats and _inside(self._frame.template, template):
                shared, rest = template, path.steps[place:]
        return shared, rest

    def _indexed(self, path: Path) -> Evaluator | None:
        """`instance('x')/root/item[col = EXPR …]…` by an index of the list, where that is the same.

        EXPR must not look at the item; the predicate must not ask for places or draw lots.
        """
        if path.start is None or not _is_list(path.start):
            return None
        place = next((at for at, step in enumerate(path.steps) if step.predicates), None)
        if place is None or any(
            step.axis != "child" or not is_name(step.test) for step in path.steps[: place + 1]
        ):
            return None
        predicates = path.steps[place].predicates
        split = by_column(predicates[0])
        if split is None:
            return None
        column, wanted, others = split
        names = tuple(step.test for step in path.steps[: place + 1])
        instance = self.expression(path.start)
        value = self.expression(wanted)
        rest = self._all(others)
        more = self._all(predicates[1:])
        slow = self.expression(predicates[0])
        plain = self._walk(tuple(Step("child", name) for name in names))
        walk = self._walk(path.steps[place + 1 :])
        one_by_one = self._walk(path.steps)

        def found(context: Context) -> Value:
            roots = _nodes(instance(context))
            index = index_of(roots[0], names, column)
            if index is None:
                return one_by_one(roots, context)
            nodes = index.matching(value(context))
            if nodes is None:
                nodes = _kept(slow, plain(roots, context), context)
            else:
                for condition in rest:
                    nodes = _true(condition, nodes, context)
            for predicate in more:
                nodes = _kept(predicate, nodes, context)
            return walk(nodes, context)

        return found


def _is_list(expr: Expr) -> bool:
    return isinstance(expr, Call) and expr.name == "instance"


def _inside(template: str, repeat: str) -> bool:
    return template == repeat or template.startswith(repeat + "/")


def _want_step(step: Step) -> None:
    if step.axis == "namespace" or step.test.endswith(":*"):
        raise CompileError(
            "Namensräume (namespace::, präfix:*) kennt der Fragebogen nicht; bitte Namen nennen",
            "namespaces (namespace::, prefix:*) are not kept in a questionnaire; give names",
        )


def static_path(path: Path) -> str | None:
    """The template path of an absolute path of plain child steps, else None."""
    if not path.absolute or path.start is not None or not path.steps:
        return None
    if any(
        step.axis != "child" or step.predicates or not is_name(step.test) for step in path.steps
    ):
        return None
    return "".join("/" + step.test for step in path.steps)


def _constant(value: Value) -> Evaluator:
    return lambda _context: value


def _negated(operand: Evaluator) -> Evaluator:
    return lambda context: -to_number(operand(context))


def _plain(path: Path) -> Evaluator | None:
    """`.`, `../x`, `current()/../g/x` and the like, which most expressions are made of."""
    of_origin = path.start == Call("current", ())
    if path.absolute or (path.start is not None and not of_origin):
        return None
    up = 0
    names: list[str] = []
    for step in path.steps:
        match step:
            case Step("self", "node()", ()):
                pass
            case Step("parent", "node()", ()) if not names:
                up += 1
            case Step("child", test, ()) if is_name(test):
                names.append(test)
            case _:
                return None

    def found(context: Context) -> Value:
        node = context.origin if of_origin else context.node
        for _ in range(up):
            if node.parent is None:
                return []
            node = node.parent
        nodes = [node]
        for name in names:
            nodes = [child for each in nodes for child in each.children if child.name == name]
        return [each for each in nodes if each.relevant]

    return found


def _lookup(template: str) -> Evaluator:
    def found(context: Context) -> Value:
        node = context.around.at(template)
        return [node] if node is not None and node.relevant else []

    return found


def _own(repeat: str, context: Context) -> list[Node]:
    """The instance of a repeat that the expression stands in."""
    node: Node | None = context.origin
    while node is not None and node.template != repeat:
        node = node.parent
    return [node] if node is not None else []


def _from_repeat(repeat: str, names: list[str]) -> Evaluator:
    def found(context: Context) -> Value:
        nodes = _own(repeat, context)
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
            holds = comparison(op)
            return lambda context: holds(left(context), right(context))
        case "|":
            return lambda context: union(_nodes(left(context)), _nodes(right(context)))
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


def _kept(predicate: Evaluator, nodes: list[Node], context: Context) -> list[Node]:
    size = len(nodes)
    kept = []
    for position, node in enumerate(nodes, 1):
        result = predicate(Context(node, context.around, context.origin, position, size))
        is_number = isinstance(result, float) and not isinstance(result, bool)
        if result == position if is_number else to_boolean(result):
            kept.append(node)
    return kept


def _true(condition: Evaluator, nodes: list[Node], context: Context) -> list[Node]:
    """The nodes for which a condition that asks for no places holds."""
    return [
        node
        for node in nodes
        if to_boolean(condition(Context(node, context.around, context.origin)))
    ]


def _walk(
    step: Step, texts: bool, predicates: list[Evaluator], nodes: list[Node], context: Context
) -> list[Node]:
    found: list[Node] = []
    for node in nodes:
        candidates = stepped(step, node, texts=texts)
        for predicate in predicates:
            candidates = _kept(predicate, candidates, context)
        found.extend(candidates)
    ordered = step.axis in _FORWARD and (len(nodes) < 2 or _are_siblings(nodes))
    return found if ordered else in_document_order(found)


_FORWARD = frozenset({"child", "self", "attribute"})


def _are_siblings(nodes: list[Node]) -> bool:
    """Nodes from one step are unique and in order; those of one parent are not nested either."""
    parent = nodes[0].parent
    return parent is not None and all(node.parent is parent for node in nodes)
