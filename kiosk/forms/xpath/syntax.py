"""The grammar: an XPath 1.0 expression as a tree of values."""

import re
from dataclasses import dataclass


class XPathSyntaxError(ValueError):
    """The expression is not XPath 1.0; says where, in characters from 1, in both languages."""

    def __init__(self, at: int, found: str) -> None:
        super().__init__(f"{found or 'end of expression'} at character {at + 1}")
        self.en = f"unexpected {found or 'end'} at character {at + 1}"
        self.de = f"{found or 'Ende'} an Zeichen {at + 1} passt nicht"


@dataclass(frozen=True, slots=True)
class Number:
    """A number literal."""

    value: float


@dataclass(frozen=True, slots=True)
class Literal:
    """A string literal."""

    value: str


@dataclass(frozen=True, slots=True)
class Binary:
    """`left op right`; op is one of or and = != < <= > >= + - * div mod |."""

    op: str
    left: "Expr"
    right: "Expr"


@dataclass(frozen=True, slots=True)
class Negate:
    """`-operand`."""

    operand: "Expr"


@dataclass(frozen=True, slots=True)
class Call:
    """A function call, `name(args)`."""

    name: str
    args: tuple["Expr", ...]


@dataclass(frozen=True, slots=True)
class Filter:
    """A primary expression with predicates, `f(x)[1]`."""

    primary: "Expr"
    predicates: tuple["Expr", ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One location step.

    `test` is a name, "*", "prefix:*", "node()", "text()", "comment()" or
    "processing-instruction()". A name is a local name, its prefix left out: the tree of a form
    keeps no namespaces.
    """

    axis: str
    test: str
    predicates: tuple["Expr", ...] = ()


@dataclass(frozen=True, slots=True)
class Path:
    """A location path. `start` is None for a relative path, or the expression it starts from."""

    absolute: bool
    start: "Expr | None"
    steps: tuple[Step, ...]


Expr = Number | Literal | Binary | Negate | Call | Filter | Path

AXES = frozenset(
    {
        "ancestor",
        "ancestor-or-self",
        "attribute",
        "child",
        "descendant",
        "descendant-or-self",
        "following",
        "following-sibling",
        "namespace",
        "parent",
        "preceding",
        "preceding-sibling",
        "self",
    }
)

# XPath 1.0, section 3.7: names may hold "-" and ".", so "a-b" is one name and "a -b" is not.
_TOKEN = re.compile(
    r"""\s*(?:
      (?P<number>[0-9]+(?:\.[0-9]*)?|\.[0-9]+)
    | (?P<literal>"[^"]*"|'[^']*')
    | (?P<name>[^\W\d][\w.\-]*(?::(?!:)(?:[^\W\d][\w.\-]*|\*))?)
    | (?P<symbol>::|//|\.\.|!=|<=|>=|[()\[\].@,/|+\-=<>*])
    )""",
    re.VERBOSE,
)

_BINARY: tuple[tuple[str, ...], ...] = (
    ("or",),
    ("and",),
    ("=", "!="),
    ("<", "<=", ">", ">="),
    ("+", "-"),
    ("*", "div", "mod"),
)
_NODE_TYPES = frozenset({"node", "text", "comment", "processing-instruction"})
_NAMED_OPERATORS = frozenset({"or", "and", "div", "mod"})


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str  # number, literal, name, symbol, operator, end
    text: str
    at: int


def _tokens(source: str) -> list[_Token]:
    found: list[_Token] = []
    position = 0
    end = len(source.rstrip())
    while position < end:
        match = _TOKEN.match(source, position)
        if match is None:
            at = position + len(source[position:]) - len(source[position:].lstrip())
            raise XPathSyntaxError(at, repr(source[at]))
        kind = match.lastgroup or ""
        text = match[kind]
        # XPath 1.0, 3.7: after something that can end an operand, "*" and and/or/div/mod are
        # operators; everywhere else they are names.
        previous = found[-1] if found else None
        ends_operand = previous is not None and (
            previous.kind in ("number", "literal", "name") or previous.text in (")", "]", ".", "..")
        )
        if ends_operand and (text == "*" or text in _NAMED_OPERATORS):
            kind = "operator"
        found.append(_Token(kind, text, match.start(match.lastgroup or 0)))
        position = match.end()
    found.append(_Token("end", "", end))
    return found


def parse(source: str) -> Expr:
    """The expression `source` as a tree. Raises XPathSyntaxError."""
    reader = _Reader(_tokens(source))
    expr = reader.expression()
    reader.expect_end()
    return expr


class _Reader:
    """Recursive descent over the tokens of one expression."""

    def __init__(self, tokens: list[_Token]) -> None:
        self._tokens = tokens
        self._next = 0

    @property
    def _token(self) -> _Token:
        return self._tokens[self._next]

    def _is(self, *texts: str) -> bool:
        return self._token.kind in ("symbol", "operator") and self._token.text in texts

    def _take(self, text: str) -> None:
        if not self._is(text):
            raise self._unexpected()
        self._next += 1

    def _unexpected(self) -> XPathSyntaxError:
        token = self._token
        return XPathSyntaxError(token.at, "" if token.kind == "end" else repr(token.text))

    def expect_end(self) -> None:
        if self._token.kind != "end":
            raise self._unexpected()

    def expression(self, level: int = 0) -> Expr:
        if level == len(_BINARY):
            return self._unary()
        left = self.expression(level + 1)
        while self._is(*_BINARY[level]):
            op = self._token.text
            self._next += 1
            left = Binary(op, left, self.expression(level + 1))
        return left

    def _unary(self) -> Expr:
        if self._is("-"):
            self._next += 1
            return Negate(self._unary())
        left = self._path()
        while self._is("|"):
            self._next += 1
            left = Binary("|", left, self._path())
        return left

    def _path(self) -> Expr:
        if self._is("/"):
            self._next += 1
            if self._starts_step():
                return Path(True, None, self._steps())
            return Path(True, None, ())
        if self._is("//"):
            self._next += 1
            anywhere = Step("descendant-or-self", "node()")
            return Path(True, None, (anywhere, *self._steps()))
        if not self._starts_primary():
            return Path(False, None, self._steps())
        primary: Expr = self._primary()
        predicates = self._predicates()
        if predicates:
            primary = Filter(primary, predicates)
        if self._is("/"):
            self._next += 1
            return Path(False, primary, self._steps())
        if self._is("//"):
            self._next += 1
            return Path(False, primary, (Step("descendant-or-self", "node()"), *self._steps()))
        return primary

    def _starts_primary(self) -> bool:
        token = self._token
        if token.kind in ("number", "literal") or self._is("("):
            return True
        following = self._tokens[min(self._next + 1, len(self._tokens) - 1)]
        return (
            token.kind == "name"
            and following.text == "("
            and following.kind == "symbol"
            and token.text not in _NODE_TYPES
        )

    def _starts_step(self) -> bool:
        return self._token.kind == "name" or self._is(".", "..", "@", "*")

    def _primary(self) -> Expr:
        token = self._token
        self._next += 1
        if token.kind == "number":
            return Number(float(token.text))
        if token.kind == "literal":
            return Literal(token.text[1:-1])
        if token.text == "(":
            inner = self.expression()
            self._take(")")
            return inner
        self._take("(")
        args: list[Expr] = []
        if not self._is(")"):
            args.append(self.expression())
            while self._is(","):
                self._next += 1
                args.append(self.expression())
        self._take(")")
        return Call(token.text, tuple(args))

    def _steps(self) -> tuple[Step, ...]:
        steps = [self._step()]
        while self._is("/", "//"):
            if self._is("//"):
                steps.append(Step("descendant-or-self", "node()"))
            self._next += 1
            steps.append(self._step())
        return tuple(steps)

    def _step(self) -> Step:
        if self._is("."):
            self._next += 1
            return Step("self", "node()", self._predicates())
        if self._is(".."):
            self._next += 1
            return Step("parent", "node()", self._predicates())
        axis = "child"
        if self._is("@"):
            self._next += 1
            axis = "attribute"
        elif self._token.kind == "name" and self._tokens[self._next + 1].text == "::":
            axis = self._token.text
            if axis not in AXES:
                raise self._unexpected()
            self._next += 2
        return Step(axis, self._node_test(), self._predicates())

    def _node_test(self) -> str:
        token = self._token
        if self._is("*"):
            self._next += 1
            return "*"
        if token.kind != "name":
            raise self._unexpected()
        self._next += 1
        if self._is("("):
            if token.text not in _NODE_TYPES:
                raise XPathSyntaxError(token.at, f"{token.text}()")
            self._next += 1
            if token.text == "processing-instruction" and self._token.kind == "literal":
                self._next += 1
            self._take(")")
            return f"{token.text}()"
        prefix, _, local = token.text.rpartition(":")
        return f"{prefix}:*" if local == "*" else local

    def _predicates(self) -> tuple[Expr, ...]:
        found: list[Expr] = []
        while self._is("["):
            self._next += 1
            found.append(self.expression())
            self._take("]")
        return tuple(found)
