"""The function library: XPath 1.0's core and the OpenRosa functions the engine offers.

Names and meanings follow the ODK XForms specification, "XPath functions"; a function that is not
here is refused when a form is loaded, never ignored.
"""

import math
import random as randomness
import re
from collections.abc import Callable, Mapping, Sequence

from kiosk.forms.xpath.evaluation import Context, EvaluationError, Evaluator, Function
from kiosk.forms.xpath.node import Node
from kiosk.forms.xpath.values import Value, to_boolean, to_number, to_string


def _nodes(value: Value) -> list[Node]:
    if isinstance(value, list):
        return value
    raise EvaluationError("a node-set is needed here")


def _strings(context: Context, args: Sequence[Evaluator]) -> list[str]:
    """The arguments as strings, a node-set giving one for each of its nodes."""
    found: list[str] = []
    for arg in args:
        value = arg(context)
        if isinstance(value, list):
            found.extend(node.value for node in value)
        else:
            found.append(to_string(value))
    return found


def _numbers(context: Context, args: Sequence[Evaluator]) -> list[float]:
    return [to_number(text) for text in _strings(context, args) if text != ""]


def _text(convert: Callable[[str], Value]) -> Callable[[Context, Sequence[Evaluator]], Value]:
    """A function of one string, by default the context node's."""

    def call(context: Context, args: Sequence[Evaluator]) -> Value:
        return convert(to_string(args[0](context) if args else [context.node]))

    return call


def _of_number(
    convert: Callable[[float], float],
) -> Callable[[Context, Sequence[Evaluator]], Value]:
    def call(context: Context, args: Sequence[Evaluator]) -> Value:
        value = to_number(args[0](context))
        return value if math.isnan(value) or math.isinf(value) else convert(value)

    return call


def _pair(
    convert: Callable[[str, str], Value],
) -> Callable[[Context, Sequence[Evaluator]], Value]:
    def call(context: Context, args: Sequence[Evaluator]) -> Value:
        return convert(to_string(args[0](context)), to_string(args[1](context)))

    return call


def _substring(context: Context, args: Sequence[Evaluator]) -> Value:
    text = to_string(args[0](context))
    first = rounded(to_number(args[1](context)))
    last = first + rounded(to_number(args[2](context))) if len(args) > 2 else math.inf
    return "".join(char for place, char in enumerate(text, 1) if first <= place < last)


_MOST_PLACES = 300
"""More decimal places than a float can tell apart."""


def rounded(value: float) -> float:
    """round() of XPath 1.0, 4.4: halves go towards positive infinity."""
    return value if math.isnan(value) or math.isinf(value) else float(math.floor(value + 0.5))


def _round(context: Context, args: Sequence[Evaluator]) -> Value:
    value = to_number(args[0](context))
    if len(args) == 1:
        return rounded(value)
    places = to_number(args[1](context))
    if not abs(places) < _MOST_PLACES:
        return math.nan
    scale = 10.0 ** int(places)
    return rounded(value * scale) / scale


def _translate(context: Context, args: Sequence[Evaluator]) -> Value:
    text, source, target = (to_string(arg(context)) for arg in args)
    table: dict[int, str | None] = {}
    for place, char in enumerate(source):
        table.setdefault(ord(char), target[place] if place < len(target) else None)
    return text.translate(table)


def _count(context: Context, args: Sequence[Evaluator]) -> Value:
    return float(len(_nodes(args[0](context))))


def _count_non_empty(context: Context, args: Sequence[Evaluator]) -> Value:
    return float(sum(1 for node in _nodes(args[0](context)) if node.value != ""))


def _sum(context: Context, args: Sequence[Evaluator]) -> Value:
    return math.fsum(to_number(node.value) for node in _nodes(args[0](context)))


def _least(context: Context, args: Sequence[Evaluator]) -> Value:
    numbers = _numbers(context, args)
    return math.nan if any(map(math.isnan, numbers)) else min(numbers, default=math.nan)


def _greatest(context: Context, args: Sequence[Evaluator]) -> Value:
    numbers = _numbers(context, args)
    return math.nan if any(map(math.isnan, numbers)) else max(numbers, default=math.nan)


def _position(context: Context, args: Sequence[Evaluator]) -> Value:
    """position() of XPath, and OpenRosa's position(node): its place among its equals, from 1."""
    if not args:
        return float(context.position)
    nodes = _nodes(args[0](context))
    if not nodes:
        return math.nan
    node = nodes[0]
    if node.parent is None:
        return 1.0
    family = [each for each in node.parent.children if each.name == node.name]
    return float(next(place for place, each in enumerate(family, 1) if each is node))


def _if(context: Context, args: Sequence[Evaluator]) -> Value:
    return args[1](context) if to_boolean(args[0](context)) else args[2](context)


def _once(context: Context, args: Sequence[Evaluator]) -> Value:
    """The node's own value if it has one, else the argument: evaluated once for ever."""
    kept = context.origin.text
    return kept if kept != "" else to_string(args[0](context))


def _coalesce(context: Context, args: Sequence[Evaluator]) -> Value:
    for arg in args:
        value = to_string(arg(context))
        if value != "":
            return value
    return ""


def _join(context: Context, args: Sequence[Evaluator]) -> Value:
    return to_string(args[0](context)).join(_strings(context, args[1:]))


def _selected_at(context: Context, args: Sequence[Evaluator]) -> Value:
    values = to_string(args[0](context)).split()
    place = to_number(args[1](context))
    if math.isnan(place) or not 0 <= place < len(values):
        return ""
    return values[int(place)]


def _randomize(context: Context, args: Sequence[Evaluator]) -> Value:
    """The node-set in random order; with a seed always the same order (Fisher-Yates).

    The generator is Python's Mersenne Twister, not ODK's Park-Miller: the order belongs to this
    program and is stored as order wherever the analysis needs it.
    """
    nodes = list(_nodes(args[0](context)))
    if len(args) > 1:
        seed = to_string(args[1](context))
        randomness.Random(seed).shuffle(nodes)
        return nodes
    for place in range(len(nodes) - 1, 0, -1):
        other = int(context.around.random() * (place + 1))
        nodes[place], nodes[other] = nodes[other], nodes[place]
    return nodes


def _instance(context: Context, args: Sequence[Evaluator]) -> Value:
    name = to_string(args[0](context))
    root = context.around.instance(name)
    if root is None:
        raise EvaluationError(f"instance('{name}') does not exist")
    return [root]


def _choice_name(context: Context, args: Sequence[Evaluator]) -> Value:
    return context.around.choice_name(
        to_string(args[0](context)), to_string(args[1](context)).strip()
    )


def _itext(context: Context, args: Sequence[Evaluator]) -> Value:
    return context.around.itext(to_string(args[0](context)))


def _selected(text: str, value: str) -> Value:
    return value.strip() in text.split()


def _regex(text: str, pattern: str) -> Value:
    return re.fullmatch(pattern, text) is not None


def _substr(context: Context, args: Sequence[Evaluator]) -> Value:
    text = to_string(args[0](context))
    first = to_number(args[1](context))
    last = to_number(args[2](context)) if len(args) > 2 else float(len(text))
    if math.isnan(first) or math.isnan(last):
        return ""
    size = len(text)
    return text[int(max(-size, min(first, size))) : int(max(-size, min(last, size)))]


def _name(context: Context, args: Sequence[Evaluator]) -> Value:
    nodes = _nodes(args[0](context)) if args else [context.node]
    return nodes[0].name if nodes else ""


def _before(text: str, mark: str) -> Value:
    return text.partition(mark)[0] if mark and mark in text else ""


def _after(text: str, mark: str) -> Value:
    return text.partition(mark)[2] if mark else text


LIBRARY: Mapping[str, Function] = {
    # XPath 1.0, section 4
    "last": Function(0, 0, lambda context, _args: float(context.size)),
    "position": Function(0, 1, _position, takes_nodes=True),
    "count": Function(1, 1, _count, takes_nodes=True),
    "name": Function(0, 1, _name, takes_nodes=True),
    "local-name": Function(0, 1, _name, takes_nodes=True),
    "string": Function(0, 1, _text(lambda text: text)),
    "concat": Function(0, None, lambda context, args: "".join(_strings(context, args))),
    "starts-with": Function(2, 2, _pair(lambda text, start: text.startswith(start))),
    "contains": Function(2, 2, _pair(lambda text, part: part in text)),
    "substring-before": Function(2, 2, _pair(_before)),
    "substring-after": Function(2, 2, _pair(_after)),
    "substring": Function(2, 3, _substring),
    "string-length": Function(0, 1, _text(lambda text: float(len(text)))),
    "normalize-space": Function(0, 1, _text(lambda text: " ".join(text.split()))),
    "translate": Function(3, 3, _translate),
    "boolean": Function(1, 1, lambda context, args: to_boolean(args[0](context))),
    "not": Function(1, 1, lambda context, args: not to_boolean(args[0](context))),
    "true": Function(0, 0, lambda _context, _args: True),
    "false": Function(0, 0, lambda _context, _args: False),
    "number": Function(
        0, 1, lambda context, args: to_number(args[0](context) if args else [context.node])
    ),
    "sum": Function(1, 1, _sum, takes_nodes=True),
    "floor": Function(1, 1, _of_number(lambda value: float(math.floor(value)))),
    "ceiling": Function(1, 1, _of_number(lambda value: float(math.ceil(value)))),
    "round": Function(1, 2, _round),
    # OpenRosa and ODK
    "current": Function(0, 0, lambda context, _args: [context.origin], gives_nodes=True),
    "instance": Function(1, 1, _instance, gives_nodes=True),
    "if": Function(3, 3, _if),
    "once": Function(1, 1, _once),
    "coalesce": Function(2, None, _coalesce),
    "join": Function(1, None, _join),
    "selected": Function(2, 2, _pair(_selected)),
    "selected-at": Function(2, 2, _selected_at),
    "count-selected": Function(1, 1, _text(lambda text: float(len(text.split())))),
    "count-non-empty": Function(1, 1, _count_non_empty, takes_nodes=True),
    "randomize": Function(1, 2, _randomize, takes_nodes=True, gives_nodes=True),
    "random": Function(0, 0, lambda context, _args: context.around.random()),
    "int": Function(1, 1, _of_number(lambda value: float(math.trunc(value)))),
    "abs": Function(1, 1, _of_number(abs)),
    "min": Function(1, None, _least),
    "max": Function(1, None, _greatest),
    "regex": Function(2, 2, _pair(_regex)),
    "substr": Function(2, 3, _substr),
    "jr:choice-name": Function(2, 2, _choice_name),
    "jr:itext": Function(1, 1, _itext),
}
