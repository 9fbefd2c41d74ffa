"""What functions do with their arguments before anything else."""

from collections.abc import Callable, Sequence

from kiosk.forms.xpath.evaluation import CompileError, Context, EvaluationError, Evaluator
from kiosk.forms.xpath.node import Node
from kiosk.forms.xpath.syntax import Expr, Literal
from kiosk.forms.xpath.values import Value, to_number, to_string

Call = Callable[[Context, Sequence[Evaluator]], Value]


def nodes_of(value: Value) -> list[Node]:
    """The node-set. Raises EvaluationError for anything else."""
    if isinstance(value, list):
        return value
    raise EvaluationError("a node-set is needed here")


def strings(context: Context, args: Sequence[Evaluator]) -> list[str]:
    """The arguments as strings, a node-set giving one for each of its nodes."""
    found: list[str] = []
    for arg in args:
        value = arg(context)
        if isinstance(value, list):
            found.extend(node.value for node in value)
        else:
            found.append(to_string(value))
    return found


def numbers(context: Context, args: Sequence[Evaluator]) -> list[float]:
    """The arguments as numbers, a node-set giving one for each of its nodes; "" gives none."""
    return [to_number(text) for text in strings(context, args) if text != ""]


def of_text(convert: Callable[[str], Value]) -> Call:
    """A function of one string, by default the context node's."""

    def call(context: Context, args: Sequence[Evaluator]) -> Value:
        return convert(to_string(args[0](context) if args else [context.node]))

    return call


def of_texts(convert: Callable[[str, str], Value]) -> Call:
    """A function of two strings."""

    def call(context: Context, args: Sequence[Evaluator]) -> Value:
        return convert(to_string(args[0](context)), to_string(args[1](context)))

    return call


def of_number(convert: Callable[[float], float]) -> Call:
    """A function of one number."""

    def call(context: Context, args: Sequence[Evaluator]) -> Value:
        return convert(to_number(args[0](context)))

    return call


def of_numbers(convert: Callable[[float, float], float]) -> Call:
    """A function of two numbers."""

    def call(context: Context, args: Sequence[Evaluator]) -> Value:
        return convert(to_number(args[0](context)), to_number(args[1](context)))

    return call


def one_of(place: int, known: Callable[[str], bool], de: str, en: str) -> Callable[..., None]:
    """A check that a literal argument at `place` is one the function knows."""

    def check(args: tuple[Expr, ...]) -> None:
        match args[place : place + 1]:
            case (Literal(text),) if not known(text):
                raise CompileError(f"„{text}“ {de}", f'"{text}" {en}')

    return check
