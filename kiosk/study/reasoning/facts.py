"""What a form says about each of its nodes, as trees that can be reasoned about."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from kiosk.forms.form import Expression, Form, Item, Question
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
    parse,
)

COMPARISONS = frozenset({"=", "!=", "<", "<=", ">", ">="})


@dataclass(frozen=True, slots=True)
class Clause:
    """A condition and the template path it stands at; `item` is the choice a filter looks at."""

    expr: Expr
    at: str
    item: Item | None = None


@dataclass(slots=True)
class Constants:
    """What a node is compared with anywhere in the form: numbers, texts, lengths of its text."""

    numbers: set[float] = field(default_factory=set)
    texts: set[str] = field(default_factory=set)
    lengths: set[float] = field(default_factory=set)


class Facts:
    """The conditions of one form, parsed once and looked up by template path."""

    def __init__(self, form: Form) -> None:
        self.form = form
        self.texts = {
            node.template: node.text for node in form.template.descendants() if not node.children
        }
        self.acted = frozenset(action.ref for action in form.actions)
        self._trees: dict[str, Expr] = {}
        self._relevance: dict[str, tuple[Clause, ...]] = {}
        self._predicates: dict[str, tuple[Expr, ...] | None] = {}

    # -- conditions

    def tree(self, expression: Expression) -> Expr:
        """The expression's tree; the randomisation around a choice list left out."""
        known = self._trees.get(expression.source)
        if known is None:
            known = parse(expression.source)
            if isinstance(known, Call) and known.name == "randomize":
                known = known.args[0]
            self._trees[expression.source] = known
        return known

    def relevance(self, path: str) -> tuple[Clause, ...]:
        """All that must hold for a node to be there: its own condition and those around it."""
        known = self._relevance.get(path)
        if known is None:
            above = path.rpartition("/")[0]
            around = self.relevance(above) if above else ()
            known = (*around, *self.own(path))
            self._relevance[path] = known
        return known

    def own(self, path: str) -> tuple[Clause, ...]:
        """A node's own condition; a repeat is there once its count is 1."""
        clauses = []
        bind = self.form.binds.get(path)
        if bind is not None and bind.relevant is not None:
            clauses.append(Clause(self.tree(bind.relevant), path))
        repeat = self.form.repeats.get(path)
        if repeat is not None and repeat.count is not None:
            clauses.append(self.at_least(path, 1))
        return tuple(clauses)

    def at_least(self, path: str, least: int) -> Clause:
        """That the repeat at `path` has `least` instances; it must have a count."""
        count = self.form.repeats[path].count
        if count is None:
            raise LookupError(path)
        return Clause(Binary(">=", self.tree(count), Number(float(least))), path)

    def calculation(self, path: str) -> Clause | None:
        """What computes a node's value."""
        bind = self.form.binds.get(path)
        if bind is None or bind.calculate is None:
            return None
        return Clause(self.tree(bind.calculate), path)

    def constraint(self, path: str) -> Clause | None:
        """What an answer must meet."""
        bind = self.form.binds.get(path)
        if bind is None or bind.constraint is None:
            return None
        return Clause(self.tree(bind.constraint), path)

    def required(self, path: str) -> Clause | None:
        """Whether an answer is wanted."""
        bind = self.form.binds.get(path)
        if bind is None or bind.required is None:
            return None
        return Clause(self.tree(bind.required), path)

    def offered(self, question: Question, item: Item) -> tuple[Clause, ...] | None:
        """What must hold for a choice to be offered; None when the list cannot be understood."""
        if question.path not in self._predicates:
            self._predicates[question.path] = self._filter(question)
        predicates = self._predicates[question.path]
        if predicates is None:
            return None
        return tuple(Clause(each, question.path, item) for each in predicates)

    def filtered(self, question: Question) -> bool:
        """Whether the question shows only some choices of its list."""
        itemset = question.itemset
        if itemset is None or itemset.nodeset is None or not itemset.items:
            return False
        return self.offered(question, itemset.items[0]) != ()

    def _filter(self, question: Question) -> tuple[Expr, ...] | None:
        itemset = question.itemset
        if itemset is None or itemset.nodeset is None:
            return ()
        match self.tree(itemset.nodeset):
            case Path(False, Call("instance", (Literal(_),)), (*outer, Step("child", _, inner))):
                plain = all(each.axis == "child" and not each.predicates for each in outer)
                return inner if plain else None
        return None

    # -- what a path names

    def place(self, path: Path, clause: Clause) -> str | None:
        """The one leaf `path` names where `clause` stands; None when that is not plain."""
        if path.absolute:
            found = ""
        elif path.start == Call("current", ()) or (path.start is None and clause.item is None):
            found = clause.at
        else:
            return None
        for step in path.steps:
            if step.predicates:
                return None
            if step.axis == "child" and "*" not in step.test and "(" not in step.test:
                found = f"{found}/{step.test}"
            elif step.axis == "parent":
                found = found.rpartition("/")[0]
            elif step.axis != "self":
                return None
        if found not in self.texts:
            return None
        # From outside a repeat its answers are many; inside they mean the same instance's.
        inside = all(
            clause.at == repeat or clause.at.startswith(repeat + "/")
            for repeat in self.form.repeats
            if found.startswith(repeat + "/")
        )
        return found if inside else None

    def column(self, path: Path, clause: Clause) -> str | None:
        """The name of the choice column `path` reads inside a filter, None when it is none."""
        if clause.item is None or path.absolute or path.start is not None:
            return None
        match path.steps:
            case (Step("child", name, ()),) if "*" not in name and "(" not in name:
                return name
        return None

    # -- constants

    @cached_property
    def constants(self) -> Mapping[str, Constants]:
        """By template path."""
        found: dict[str, Constants] = {}
        for clause in self._clauses():
            for each in inside(clause.expr):
                if isinstance(each, Binary) and each.op in COMPARISONS:
                    self._note(found, each.op, each.left, each.right, clause)
                    self._note(found, each.op, each.right, each.left, clause)
        return found

    def _note(
        self, found: dict[str, Constants], op: str, left: Expr, right: Expr, clause: Clause
    ) -> None:
        length = isinstance(left, Call) and left.name == "string-length" and len(left.args) == 1
        path = left.args[0] if isinstance(left, Call) and length else left
        place = self.place(path, clause) if isinstance(path, Path) else None
        constant = self.constant(right, clause)
        if place is None or constant is None:
            return
        constants = found.setdefault(place, Constants())
        number = _number(constant)
        if length and number is not None:
            constants.lengths.add(number)
        elif isinstance(constant, str) and op in ("=", "!="):
            constants.texts.add(constant)
        elif number is not None:
            constants.numbers.add(number)

    def constant(self, expr: Expr, clause: Clause) -> float | str | None:
        """The value of a literal, or of the choice's column inside a filter."""
        match expr:
            case Number(value) | Literal(value):
                return value
            case Negate(Number(value)):
                return -value
            case Path():
                column = self.column(expr, clause)
                return None if column is None else self.cell(column, clause)
        return None

    def cell(self, column: str, clause: Clause) -> str | None:
        """What the choice has in that column; None when it has none."""
        item = clause.item
        if item is None:
            return None
        return item.value if column == "name" else item.extras.get(column)

    def listed(self, column: str, clause: Clause) -> bool:
        """Whether some choice of the same list has that column."""
        question = self.form.questions.get(clause.at)
        items = question.itemset.items if question and question.itemset else ()
        return any(column in each.extras for each in items)

    def _clauses(self) -> Iterator[Clause]:
        for path, bind in self.form.binds.items():
            for each in (bind.relevant, bind.calculate, bind.constraint, bind.required):
                if each is not None:
                    yield Clause(self.tree(each), path)
        for path, repeat in self.form.repeats.items():
            if repeat.count is not None:
                yield self.at_least(path, 1)
                yield self.at_least(path, MANY)
        for question in self.form.questions.values():
            if self.filtered(question) and question.itemset is not None:
                for item in question.itemset.items:
                    yield from self.offered(question, item) or ()


MANY = 1000
"""More instances of a repeat than anybody answers; a count that can reach it has no bound."""


def inside(expr: Expr) -> Iterator[Expr]:
    """The expression and everything in it that stands where the whole stands."""
    yield expr
    match expr:
        case Binary(_, left, right):
            yield from inside(left)
            yield from inside(right)
        case Negate(operand):
            yield from inside(operand)
        case Call(_, args):
            for arg in args:
                yield from inside(arg)
        case Filter(primary, predicates):
            for each in (primary, *predicates):
                yield from inside(each)


def _number(constant: float | str) -> float | None:
    try:
        return float(constant)
    except ValueError:
        return None
