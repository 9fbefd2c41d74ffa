"""XPath 1.0's four value types and the conversions between them (sections 3.2 to 3.5, 4).

Extended as ODK XForms, "XPath operators", asks: strings that are dates, times or dateTimes take
part in arithmetic and in comparisons as days since 1970-01-01. What is stored stays a string.
"""

import math
import re
from collections.abc import Callable, Mapping
from decimal import Decimal

from kiosk.forms.xpath.moments import days, looks_like_moment, same_moment
from kiosk.forms.xpath.node import Node

Value = float | str | bool | list[Node]

# XPath 1.0, 3.7: ASCII digits and XML white space only.
_NUMBER = re.compile(r"[ \t\r\n]*-?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)[ \t\r\n]*\Z")


def to_string(value: Value) -> str:
    """string() of section 4.2."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return value[0].value if value else ""
    if math.isnan(value):
        return "NaN"
    if math.isinf(value):
        return "Infinity" if value > 0 else "-Infinity"
    if value == int(value):
        return str(int(value))
    # repr gives the shortest digits that name the float; XPath wants no exponent.
    text = repr(value)
    return format(Decimal(text), "f") if "e" in text else text


def to_number(value: Value) -> float:
    """number() of section 4.4 and of ODK; NaN where the string is neither number nor date."""
    if isinstance(value, bool):
        return 1.0 if value else 0.0
    if isinstance(value, float):
        return value
    text = to_string(value)
    return float(text) if _NUMBER.match(text) else days(text)


def plain_number(text: str) -> float:
    """number() of section 4.4 alone: a date is NaN."""
    return float(text) if _NUMBER.match(text) else math.nan


def to_boolean(value: Value) -> bool:
    """boolean() of section 4.3."""
    if isinstance(value, bool):
        return value
    if isinstance(value, float):
        return value != 0 and not math.isnan(value)
    return bool(value)


Atom = float | str | bool


def comparison(op: str) -> Callable[[Value, Value], bool]:
    """=, !=, <, <=, > or >= of section 3.4: node-sets compare by "there is one for which"."""
    holds = _ATOMS[op]

    def compared(left: Value, right: Value) -> bool:
        if isinstance(left, list):
            if isinstance(right, list):
                others = [node.value for node in right]
                return any(holds(node.value, other) for node in left for other in others)
            if isinstance(right, bool):
                return holds(bool(left), right)
            if len(left) == 1:
                return holds(left[0].value, right)
            return any(holds(node.value, right) for node in left)
        if isinstance(right, list):
            if isinstance(left, bool):
                return holds(left, bool(right))
            if len(right) == 1:
                return holds(left, right[0].value)
            return any(holds(left, node.value) for node in right)
        return holds(left, right)

    return compared


def compare(op: str, left: Value, right: Value) -> bool:
    """`left op right`, once; see :func:`comparison`."""
    return comparison(op)(left, right)


def _same(left: Atom, right: Atom) -> bool:
    if isinstance(left, str) and isinstance(right, str):
        return left == right or (
            looks_like_moment(left) and looks_like_moment(right) and same_moment(left, right)
        )
    if isinstance(left, bool) or isinstance(right, bool):
        return to_boolean(left) == to_boolean(right)
    return to_number(left) == to_number(right)


_ATOMS: Mapping[str, Callable[[Atom, Atom], bool]] = {
    "=": _same,
    # NaN differs from everything, itself too, as float's own != has it.
    "!=": lambda left, right: not _same(left, right),
    "<": lambda left, right: to_number(left) < to_number(right),
    "<=": lambda left, right: to_number(left) <= to_number(right),
    ">": lambda left, right: to_number(left) > to_number(right),
    ">=": lambda left, right: to_number(left) >= to_number(right),
}
