"""Which predicates ask a list for the items with one value in one column."""

from kiosk.forms.xpath.references import calls
from kiosk.forms.xpath.syntax import Binary, Call, Expr, Filter, Negate, Path, Step


def is_name(test: str) -> bool:
    """Whether a node test is a name."""
    return test != "*" and not test.endswith("()")


def by_column(predicate: Expr) -> tuple[str, Expr, list[Expr]] | None:
    """A predicate as "column = value" and the conditions besides; None if it cannot be split."""
    if any(
        call.name in _DRAWING or (call.name in ("position", "last") and not call.args)
        for call in calls(predicate)
    ):
        return None
    conditions = _conditions(predicate)
    for place, condition in enumerate(conditions):
        match condition:
            case Binary("=", left, right):
                for column, value in ((left, right), (right, left)):
                    match column:
                        case Path(False, None, (Step("child", name, ()),)) if is_name(
                            name
                        ) and _apart_from_node(value):
                            others = conditions[:place] + conditions[place + 1 :]
                            return name, value, others
    return None


_DRAWING = frozenset({"random", "uuid", "randomize"})
_OF_NODE = frozenset({"string", "number", "name", "local-name", "string-length", "normalize-space"})


def _conditions(expr: Expr) -> list[Expr]:
    match expr:
        case Binary("and", left, right):
            return _conditions(left) + _conditions(right)
    return [expr]


def _apart_from_node(expr: Expr) -> bool:
    """Whether an expression gives the same for every node; places are ruled out before."""
    match expr:
        case Binary(_, left, right):
            return _apart_from_node(left) and _apart_from_node(right)
        case Negate(operand):
            return _apart_from_node(operand)
        case Call("lang"):
            return False
        case Call(name, args):
            return not (name in _OF_NODE and not args) and all(map(_apart_from_node, args))
        case Filter(primary, _):
            return _apart_from_node(primary)
        case Path(absolute, start, _):
            return absolute or (start is not None and _apart_from_node(start))
    return True
