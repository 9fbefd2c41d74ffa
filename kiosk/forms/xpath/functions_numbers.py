"""Numbers: rounding, extremes, powers, angles (ODK XForms, "Number functions")."""

import math
from collections.abc import Callable, Mapping, Sequence
from decimal import ROUND_HALF_DOWN, ROUND_HALF_UP, Decimal
from decimal import Context as Arithmetic

from kiosk.forms.xpath.arguments import nodes_of, numbers, of_number, of_numbers
from kiosk.forms.xpath.evaluation import Context, Evaluator, Function
from kiosk.forms.xpath.values import Value, to_number

_MOST_PLACES = 30
"""Decimal places beyond which round() gives NaN, as in ODK."""
_EXACT = Arithmetic(prec=400)


def rounded(value: float) -> float:
    """round() of XPath 1.0, 4.4: halves go towards positive infinity."""
    return value if math.isnan(value) or math.isinf(value) else float(math.floor(value + 0.5))


def _round(context: Context, args: Sequence[Evaluator]) -> Value:
    """With places, the decimal digits as written are rounded: round(1.005, 2) is 1.01."""
    value = to_number(args[0](context))
    if len(args) == 1:
        return rounded(value)
    places = to_number(args[1](context))
    if math.isnan(value) or math.isinf(value):
        return value
    if not abs(places) <= _MOST_PLACES:
        return math.nan
    towards = ROUND_HALF_UP if value > 0 else ROUND_HALF_DOWN
    unit = Decimal(1).scaleb(-int(places))
    return float(Decimal(repr(value)).quantize(unit, rounding=towards, context=_EXACT))


def _sum(context: Context, args: Sequence[Evaluator]) -> Value:
    total = [to_number(node.value) for node in nodes_of(args[0](context))]
    # fsum knows no sum of opposite infinities
    return math.fsum(total) if all(map(math.isfinite, total)) else sum(total)


def _least(context: Context, args: Sequence[Evaluator]) -> Value:
    found = numbers(context, args)
    return math.nan if any(map(math.isnan, found)) else min(found, default=math.nan)


def _greatest(context: Context, args: Sequence[Evaluator]) -> Value:
    found = numbers(context, args)
    return math.nan if any(map(math.isnan, found)) else max(found, default=math.nan)


def _whole(convert: Callable[[float], int]) -> Callable[[float], float]:
    return lambda value: float(convert(value)) if math.isfinite(value) else value


def _real(convert: Callable[[float], float]) -> Callable[[float], float]:
    """NaN where a function has no real value, an infinity where the result is too large."""

    def given(value: float) -> float:
        try:
            return convert(value)
        except ValueError:
            return math.nan
        except OverflowError:
            return math.inf

    return given


def _logarithm(of: Callable[[float], float]) -> Callable[[float], float]:
    return _real(lambda value: -math.inf if value == 0 else of(value))


def _power(base: float, exponent: float) -> float:
    """IEEE 754 pow, as XPath 3.0's math:pow."""
    try:
        return math.pow(base, exponent)
    except ValueError:
        if base != 0:
            return math.nan
        odd = exponent % 2 == 1
        return math.copysign(math.inf, base) if odd else math.inf
    except OverflowError:
        return -math.inf if base < 0 and exponent % 2 == 1 else math.inf


NUMBERS: Mapping[str, Function] = {
    "sum": Function(1, 1, _sum, takes_nodes=True),
    "floor": Function(1, 1, of_number(_whole(math.floor))),
    "ceiling": Function(1, 1, of_number(_whole(math.ceil))),
    "round": Function(1, 2, _round),
    "number": Function(
        0, 1, lambda context, args: to_number(args[0](context) if args else [context.node])
    ),
    "int": Function(1, 1, of_number(_whole(math.trunc))),
    "abs": Function(1, 1, of_number(abs)),
    "min": Function(1, None, _least),
    "max": Function(1, None, _greatest),
    "random": Function(0, 0, lambda context, _args: context.around.random()),
    "pow": Function(2, 2, of_numbers(_power)),
    "exp": Function(1, 1, of_number(_real(math.exp))),
    "exp10": Function(1, 1, of_number(lambda value: _power(10.0, value))),
    "log": Function(1, 1, of_number(_logarithm(math.log))),
    "log10": Function(1, 1, of_number(_logarithm(math.log10))),
    "sqrt": Function(1, 1, of_number(_real(math.sqrt))),
    "sin": Function(1, 1, of_number(_real(math.sin))),
    "cos": Function(1, 1, of_number(_real(math.cos))),
    "tan": Function(1, 1, of_number(_real(math.tan))),
    "asin": Function(1, 1, of_number(_real(math.asin))),
    "acos": Function(1, 1, of_number(_real(math.acos))),
    "atan": Function(1, 1, of_number(math.atan)),
    "atan2": Function(2, 2, of_numbers(math.atan2)),
    "pi": Function(0, 0, lambda _context, _args: math.pi),
}
