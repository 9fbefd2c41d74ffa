"""The longest a `${…}` in a text can become: the screen must have room for it."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from kiosk.forms.form import Expression, Form, Output, Question, Text, TextRef
from kiosk.forms.instance import Instance
from kiosk.forms.languages import fallback
from kiosk.forms.markdown import plain
from kiosk.forms.view import Kind, Precision
from kiosk.forms.xpath.syntax import (
    Binary,
    Call,
    Expr,
    Filter,
    Literal,
    Negate,
    Number,
    Path,
    parse,
)

LONGEST_WORD = "Bürgerbeteiligung"
"""What somebody may type is imagined in words no longer than this."""
LONGEST_TEXT = 100  # characters shown of an open answer without a limit
LONGEST_NUMBER = "888888"
LONGEST_DAY = {Precision.DAY: "2026-09-28", Precision.MONTH: "2026-09-01", Precision.YEAR: "2026"}
_CHOOSE_AN_ARGUMENT = {"if": 1, "coalesce": 0, "once": 0, "string": 0, "normalize-space": 0}
"""Functions that give one of their arguments, from this one on."""
_JOIN = ("concat", "join")
_DATES = ("format-date", "format-date-time")
_DEEPEST = 30  # calculations one behind the other


@dataclass(slots=True)
class Longest:
    """What the outputs of `form` can become in the language that `instance` speaks."""

    form: Form
    instance: Instance
    _known: dict[str, str] = field(default_factory=dict)

    def text(self, ref: TextRef) -> TextRef:
        """A text in this language with its outputs as long as they can be."""
        pieces = ref.inline if not ref.identifier else self._spoken(ref.identifier)
        words = [self.value(p.expression) if isinstance(p, Output) else p for p in pieces]
        return TextRef(inline=("".join(words),))

    def value(self, expression: Expression) -> str:
        """The longest value an expression can have, as far as its form says."""
        return self._of(parse(expression.source), expression.reads, _DEEPEST)

    def _spoken(self, identifier: str) -> Text:
        by_language = self.form.itext.get(identifier, {})
        chain = fallback(self.instance.language, self.form.languages, self.form.default_language)
        for language in (*chain, *by_language):
            if language in by_language:
                return by_language[language]
        return ()

    def _of(self, tree: Expr, reads: frozenset[str], depth: int) -> str:
        match tree:
            case Literal(text):
                return text
            case Number():
                return LONGEST_NUMBER
            case Negate() | Binary(op="+" | "-" | "*" | "div" | "mod"):
                return LONGEST_NUMBER
            case Filter(primary):
                return self._of(primary, reads, depth)
            case Call("jr:choice-name", (_, Literal(path))):
                return self._label(path.strip())
            case Call(name, args) if name in _JOIN:
                return "".join(self._of(each, reads, depth) for each in args)
            case Call(name, args) if name in _DATES:
                return "28. September 2026"
            case Call(name, args):
                first = _CHOOSE_AN_ARGUMENT.get(name, 0)
                return _longest(self._of(each, reads, depth) for each in args[first:])
            case Path(steps=steps) if steps:
                named = (path for path in reads if path.rpartition("/")[2] == steps[-1].test)
                return _longest(self._node(path, depth - 1) for path in named)
        return ""

    def _node(self, path: str, depth: int) -> str:
        if path not in self._known:
            bind = self.form.bind(path)
            question = self.form.questions.get(path)
            if depth <= 0:
                return ""
            if bind.calculate is not None:
                tree = parse(bind.calculate.source)
                self._known[path] = self._of(tree, bind.calculate.reads, depth)
            else:
                self._known[path] = self._answer(question) if question is not None else ""
        return self._known[path]

    def _answer(self, question: Question) -> str:
        match question.kind:
            case Kind.SELECT_ONE | Kind.SELECT_MULTIPLE | Kind.RANK:
                items = question.itemset.items if question.itemset is not None else ()
                codes = [each.value for each in items]
                return _longest(codes) if question.kind is Kind.SELECT_ONE else " ".join(codes)
            case Kind.TEXT:
                length = question.length or LONGEST_TEXT
                words = f"{LONGEST_WORD} " * (1 + length // (len(LONGEST_WORD) + 1))
                return words[:length].strip()
            case Kind.INTEGER | Kind.DECIMAL | Kind.RANGE:
                bounds = [str(each) for each in (question.lowest, question.highest) if each]
                return _longest(bounds) or LONGEST_NUMBER
            case Kind.DATE:
                return LONGEST_DAY[question.precision]
            case Kind.TIME:
                return "14:30:00"
            case Kind.DATETIME:
                return "2026-09-28T14:30:00"
            case _:
                return ""

    def _label(self, path: str) -> str:
        question = self.form.questions.get(path)
        if question is None or question.itemset is None:
            return ""
        top = self.instance.root()
        return _longest(plain(self.instance.text(i.label, top)) for i in question.itemset.items)


def _longest(texts: Iterable[str]) -> str:
    return max(texts, key=len, default="")
