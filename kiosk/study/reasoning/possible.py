"""Which values an expression can have in a world that is only partly decided.

An abstract interpretation of XPath: every result is the set of values that are still possible, or
ANY when it is not understood, together with the decisions that would tell more. Sets only ever
shrink as a world is decided further, and they never leave out a value the engine could give: that
is what makes "this can never hold" a proof. Values convert and compare by the engine's own rules
(`kiosk.forms.xpath.values`).
"""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from kiosk.forms.view import Kind
from kiosk.forms.xpath.evaluation import divided, remainder
from kiosk.forms.xpath.functions import rounded
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
)
from kiosk.forms.xpath.values import (
    Value,
    compare,
    plain_number,
    to_boolean,
    to_number,
    to_string,
)
from kiosk.study.reasoning.facts import COMPARISONS, Clause, Facts
from kiosk.study.reasoning.world import (
    COUNT,
    Absent,
    Exact,
    Key,
    Option,
    Sample,
    Several,
    World,
)

_MOST_VALUES = 24
_DEEPEST = 40
"""How far calculations are followed through other calculations."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A node of the instance as an expression meets it; None: not relevant."""

    text: str | None


Single = str | float | bool | Cell


@dataclass(frozen=True, slots=True)
class Reading:
    """The values that are possible (None: any), and the decisions that would narrow them."""

    values: tuple[Single, ...] | None
    open: tuple[Key, ...] = ()


ANY = Reading(None)
TRUE = Reading((True,))
FALSE = Reading((False,))


class Outlook:
    """Reads expressions in one world. `never` are the paths known to be never relevant."""

    def __init__(self, facts: Facts, world: World, never: frozenset[str]) -> None:
        self._facts = facts
        self._world = world
        self._never = never
        self._contents: dict[str, tuple[Option | None, Reading]] = {}
        self._depth = 0

    # -- conditions

    def truth(self, clauses: Sequence[Clause]) -> tuple[frozenset[bool], tuple[Key, ...]]:
        """Which truth values all of `clauses` together can have, and what would tell more."""
        may_fail = False
        keys: dict[Key, None] = {}
        for clause in clauses:
            found = _truth(self.read(clause.expr, clause))
            if found.values == (False,):
                return frozenset({False}), ()
            may_fail |= found.values is None or False in found.values
            keys.update(dict.fromkeys(found.open))
        return frozenset({True, False} if may_fail else {True}), tuple(keys)

    # -- expressions

    def read(self, expr: Expr, clause: Clause) -> Reading:
        """The values `expr`, standing where `clause` stands, can have."""
        match expr:
            case Number(value) | Literal(value):
                return Reading((value,))
            case Negate(operand):
                return self._applied([operand], clause, lambda args: -to_number(args[0]))
            case Binary("and" | "or", left, right):
                return self._joined(expr.op, left, right, clause)
            case Binary(op, left, right) if op in COMPARISONS:
                return self._compared(op, left, right, clause)
            case Binary(op, left, right) if op in _ARITHMETIC:
                return self._applied([left, right], clause, _ARITHMETIC[op])
            case Call(name, args):
                return self._called(name, args, clause)
            case Path():
                return self._at(expr, clause)
            case Binary() | Filter():
                return ANY
        return ANY

    def _joined(self, op: str, left: Expr, right: Expr, clause: Clause) -> Reading:
        decisive = op == "or"
        first = _truth(self.read(left, clause))
        if first.values == (decisive,):
            return first
        second = _truth(self.read(right, clause))
        if second.values == (decisive,):
            return second
        values = []
        if _can(first, decisive) or _can(second, decisive):
            values.append(decisive)
        if _can(first, not decisive) and _can(second, not decisive):
            values.append(not decisive)
        return Reading(tuple(values), (*first.open, *second.open))

    def _compared(self, op: str, left: Expr, right: Expr, clause: Clause) -> Reading:
        for one, other, turned in ((left, right, False), (right, left, True)):
            constant = self._facts.constant(other, clause)
            if constant is None:
                continue
            special = self._against(op, one, constant, clause, turned=turned)
            if special is not None:
                return special
        for one, other in ((left, right), (right, left)):
            # An empty node-set compares as false with anything but a truth value.
            plain = isinstance(one, Path) and isinstance(other, Path | Number | Literal)
            if plain and self.read(one, clause).values == (Cell(None),):
                return FALSE
        return self._applied(
            [left, right], clause, lambda args: compare(op, args[0], args[1]), unknown=(True, False)
        )

    def _against(
        self, op: str, expr: Expr, constant: float | str, clause: Clause, *, turned: bool
    ) -> Reading | None:
        """A node, or the length of its text, compared with a constant: samples are enough."""
        length = isinstance(expr, Call) and expr.name == "string-length" and len(expr.args) == 1
        path = expr.args[0] if isinstance(expr, Call) and length else expr
        place = self._facts.place(path, clause) if isinstance(path, Path) else None
        if place is None:
            return None
        option, _reading = self._content(place)
        match option:
            case Several() if not length:
                return self._codes_against(op, place, constant, turned=turned)
            case Sample(text):
                value: Value = float(len(text)) if length else text
                left, right = (constant, value) if turned else (value, constant)
                if isinstance(constant, str) and not length:
                    # "5", "05" and "5.0" are one number and three texts.
                    one_number = self._numeric(place) and to_number(constant) == to_number(text)
                    # The order of texts, such as dates, is not sampled.
                    ordered = op not in ("=", "!=") and math.isnan(plain_number(constant))
                    if one_number or ordered:
                        return Reading((True, False))
                return Reading((compare(op, left, right),))
        return None

    def _codes_against(
        self, op: str, place: str, constant: float | str, *, turned: bool
    ) -> Reading:
        """Chosen codes, joined by spaces, compared with a constant: only one alone can match."""
        if isinstance(constant, str) and " " in constant.strip():
            return Reading((True, False))
        positive = "=" if op == "!=" else op
        matches = any(
            compare(positive, *((constant, code) if turned else (code, constant)))
            for code in ordinary(self._facts, place)
        )
        if matches:
            return Reading((True, False))
        return TRUE if op == "!=" else FALSE

    def _numeric(self, place: str) -> bool:
        question = self._facts.form.questions.get(place)
        return question is not None and question.kind in (Kind.INTEGER, Kind.DECIMAL, Kind.RANGE)

    def _called(self, name: str, args: tuple[Expr, ...], clause: Clause) -> Reading:
        match name, args:
            case "true", ():
                return TRUE
            case "false", ():
                return FALSE
            case "not", (arg,):
                found = _truth(self.read(arg, clause))
                values = found.values or (True, False)
                return Reading(tuple(not each for each in values), found.open)
            case "boolean", (arg,):
                return _truth(self.read(arg, clause))
            case "if", (condition, first, second):
                return self._either(condition, first, second, clause)
            case "once", (arg,):
                # Its value may come from any earlier moment.
                blank = Outlook(self._facts, {}, self._never)
                return Reading(blank.read(arg, clause).values)
            case "selected", (Path() as path, code):
                special = self._selected(path, code, clause)
                if special is not None:
                    return special
            case "count-selected", (Path() as path,):
                special = self._counted(path, clause)
                if special is not None:
                    return special
        function = _FUNCTIONS.get((name, len(args))) or _FUNCTIONS.get((name, -1))
        return ANY if function is None or not args else self._applied(args, clause, function)

    def _either(self, condition: Expr, first: Expr, second: Expr, clause: Clause) -> Reading:
        found = _truth(self.read(condition, clause))
        branches = []
        if _can(found, True):
            branches.append(self.read(first, clause))
        if _can(found, False):
            branches.append(self.read(second, clause))
        keys = (*found.open, *(key for each in branches for key in each.open))
        values: list[Single] = []
        for each in branches:
            if each.values is None:
                return Reading(None, keys)
            values.extend(each.values)
        return Reading(_distinct(values), keys)

    def _selected(self, path: Path, code: Expr, clause: Clause) -> Reading | None:
        place = self._facts.place(path, clause)
        value = self._facts.constant(code, clause)
        if place is None or value is None:
            return None
        option, _reading = self._content(place)
        if not isinstance(option, Several):
            return None
        wanted = to_string(value).strip()
        if wanted not in ordinary(self._facts, place):
            return FALSE
        chosen = self._world.get((place, wanted))
        if chosen is None:
            return Reading((True, False), ((place, wanted),))
        return TRUE if chosen else FALSE

    def _counted(self, path: Path, clause: Clause) -> Reading | None:
        place = self._facts.place(path, clause)
        if place is None:
            return None
        option, _reading = self._content(place)
        if not isinstance(option, Several):
            return None
        count = self._world.get((place, COUNT))
        if count is None:
            return Reading(None, ((place, COUNT),))
        return Reading((float(count),)) if isinstance(count, int) else ANY

    def _applied(
        self,
        args: Sequence[Expr],
        clause: Clause,
        function: Callable[[Sequence[Value]], Value],
        unknown: tuple[Single, ...] | None = None,
    ) -> Reading:
        """A function of values, for every combination of what its arguments can be."""
        readings = [self.read(arg, clause) for arg in args]
        if any(each.values is None for each in readings):
            # What stays unknown however much is decided needs no deciding.
            hopeless = any(each.values is None and not each.open for each in readings)
            keys = () if hopeless else tuple(key for each in readings for key in each.open)
            return Reading(unknown, keys)
        keys = tuple(key for each in readings for key in each.open)
        variants = [[_engine(single) for single in each.values or ()] for each in readings]
        if math.prod(map(len, variants)) > _MOST_VALUES * _MOST_VALUES:
            return Reading(unknown, keys)
        values: list[Single] = []
        for combination in product(*variants):
            result = function(combination)
            if isinstance(result, list):
                return Reading(unknown, keys)
            values.append(result)
        return Reading(_distinct(values), keys)

    # -- nodes

    def _at(self, path: Path, clause: Clause) -> Reading:
        column = self._facts.column(path, clause)
        if column is not None:
            text = self._facts.cell(column, clause)
            if text is None and self._facts.listed(column, clause):
                return Reading((Cell(None),))  # an empty cell is no node: nothing equals it
            # Labels and what the list lacks are not looked at closer.
            return ANY if text is None else Reading((Cell(text),))
        place = self._facts.place(path, clause)
        if place is None:
            return ANY
        return self._content(place)[1]

    def _content(self, place: str) -> tuple[Option | None, Reading]:
        """What is decided about a node, and what it reads as."""
        known = self._contents.get(place)
        if known is None:
            known = self._contents[place] = self._found(place)
        return known

    def _found(self, place: str) -> tuple[Option | None, Reading]:
        option: Option | None = Absent() if place in self._never else self._world.get((place, ""))
        match option:
            case Absent():
                return option, Reading((Cell(None),))
            case Exact(text):
                return option, Reading((Cell(text),))
            case None:
                if computed(self._facts, place):
                    return None, self._computed(place)
                return None, Reading(None, ((place, ""),))
            case _:
                return option, ANY

    def _computed(self, place: str) -> Reading:
        """A calculated node reads as its calculation; where that leaves a choice, it is decided."""
        self._contents[place] = (None, ANY)  # a circle is refused elsewhere; here it ends
        self._depth += 1
        try:
            if self._depth > _DEEPEST:
                return ANY
            reading = self.calculated(place)
        finally:
            self._depth -= 1
        if reading.open or (reading.values is not None and len(reading.values) == 1):
            return reading
        return Reading(reading.values, ((place, ""),))

    def calculated(self, place: str) -> Reading:
        """The cells a calculated node can be."""
        clause = self._facts.calculation(place)
        if clause is None:
            return ANY
        truths, keys = self.truth(self._facts.relevance(place))
        cells: list[Single] = [] if True in truths and len(truths) == 1 else [Cell(None)]
        if True in truths:
            reading = self.read(clause.expr, clause)
            keys = (*keys, *reading.open)
            if reading.values is None:
                return Reading(None, keys)
            for single in reading.values:
                cells.append(Cell(to_string(_engine(single))))
        return Reading(_distinct(cells), keys)


def computed(facts: Facts, place: str) -> bool:
    """Whether a node holds nothing but its calculation."""
    return (
        facts.calculation(place) is not None
        and place not in facts.form.questions
        and place not in facts.acted
    )


def ordinary(facts: Facts, place: str) -> frozenset[str]:
    """The choices of a select_multiple that can be chosen together."""
    question = facts.form.questions.get(place)
    if question is None or question.itemset is None:
        return frozenset()
    return frozenset(each.value for each in question.itemset.items) - alone(facts, place)


def alone(facts: Facts, place: str) -> frozenset[str]:
    """The choices that stand alone."""
    bind = facts.form.binds.get(place)
    return (bind.exclusive if bind is not None else frozenset()) | {"-98", "-99"}


def _can(reading: Reading, value: bool) -> bool:
    return reading.values is None or value in reading.values


def _truth(reading: Reading) -> Reading:
    if reading.values is None:
        return Reading((True, False), reading.open)
    truths = {to_boolean(_engine(single)) for single in reading.values}
    return Reading(tuple(sorted(truths)), reading.open)


def _engine(single: Single) -> Value:
    """The engine's value for it; what is not relevant is in no node-set."""
    if not isinstance(single, Cell):
        return single
    if single.text is None:
        return []
    node = Node("", None)
    node.text = single.text
    return [node]


def _distinct(values: Sequence[Single]) -> tuple[Single, ...] | None:
    unique = {(type(each), repr(each)): each for each in values}
    return tuple(unique.values()) if len(unique) <= _MOST_VALUES else None


_ARITHMETIC: Mapping[str, Callable[[Sequence[Value]], Value]] = {
    "+": lambda args: to_number(args[0]) + to_number(args[1]),
    "-": lambda args: to_number(args[0]) - to_number(args[1]),
    "*": lambda args: to_number(args[0]) * to_number(args[1]),
    "div": lambda args: divided(to_number(args[0]), to_number(args[1])),
    "mod": lambda args: remainder(to_number(args[0]), to_number(args[1])),
}


def _of_number(convert: Callable[[float], float]) -> Callable[[Sequence[Value]], Value]:
    def call(args: Sequence[Value]) -> Value:
        value = to_number(args[0])
        return value if math.isnan(value) or math.isinf(value) else convert(value)

    return call


def _strings(args: Sequence[Value]) -> list[str]:
    return [
        text
        for arg in args
        for text in ([node.value for node in arg] if isinstance(arg, list) else [to_string(arg)])
    ]


def _extreme(pick: Callable[[list[float]], float]) -> Callable[[Sequence[Value]], Value]:
    def call(args: Sequence[Value]) -> Value:
        numbers = [to_number(text) for text in _strings(args) if text != ""]
        return math.nan if not numbers or any(map(math.isnan, numbers)) else pick(numbers)

    return call


# Functions of their arguments alone, by name and number of arguments (-1: any).
_FUNCTIONS: Mapping[tuple[str, int], Callable[[Sequence[Value]], Value]] = {
    ("number", 1): lambda args: to_number(args[0]),
    ("string", 1): lambda args: to_string(args[0]),
    ("string-length", 1): lambda args: float(len(to_string(args[0]))),
    ("count-selected", 1): lambda args: float(len(to_string(args[0]).split())),
    ("selected", 2): lambda args: to_string(args[1]).strip() in to_string(args[0]).split(),
    ("contains", 2): lambda args: to_string(args[1]) in to_string(args[0]),
    ("starts-with", 2): lambda args: to_string(args[0]).startswith(to_string(args[1])),
    ("normalize-space", 1): lambda args: " ".join(to_string(args[0]).split()),
    ("concat", -1): lambda args: "".join(_strings(args)),
    ("coalesce", -1): lambda args: next((t for t in map(to_string, args) if t != ""), ""),
    ("int", 1): _of_number(lambda value: float(math.trunc(value))),
    ("floor", 1): _of_number(lambda value: float(math.floor(value))),
    ("ceiling", 1): _of_number(lambda value: float(math.ceil(value))),
    ("round", 1): _of_number(rounded),
    ("abs", 1): _of_number(abs),
    ("min", -1): _extreme(min),
    ("max", -1): _extreme(max),
}
