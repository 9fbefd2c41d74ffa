"""Which answers an expression reads: the template paths it depends on."""

from collections.abc import Iterator

from kiosk.forms.xpath.syntax import Binary, Call, Expr, Filter, Negate, Path, Step

EVERYTHING = "*"
"""Stands for "any node below": an axis or wildcard that cannot be named at load."""


def references(expr: Expr, template: str) -> frozenset[str]:
    """The template paths `expr`, standing at `template`, may read.

    A path that ends in :data:`EVERYTHING` ("/data/*") means the node and all below it. Paths into
    secondary instances are left out: those never change.
    """
    return frozenset(_read(expr, template, template))


def calls(expr: Expr) -> Iterator[Call]:
    """Every function call in an expression, the outermost first."""
    inner: tuple[Expr, ...] = ()
    match expr:
        case Call(_, args):
            yield expr
            inner = args
        case Binary(_, left, right):
            inner = (left, right)
        case Negate(operand):
            inner = (operand,)
        case Filter(primary, predicates):
            inner = (primary, *predicates)
        case Path(_, start, steps):
            predicates = tuple(each for step in steps for each in step.predicates)
            inner = predicates if start is None else (start, *predicates)
    for each in inner:
        yield from calls(each)


def _read(expr: Expr, here: str | None, origin: str) -> Iterator[str]:
    match expr:
        case Binary(_, left, right):
            yield from _read(left, here, origin)
            yield from _read(right, here, origin)
        case Negate(operand):
            yield from _read(operand, here, origin)
        case Call("current", ()):
            yield origin
        case Call(_, args):
            for arg in args:
                yield from _read(arg, here, origin)
        case Filter(primary, predicates):
            yield from _read(primary, here, origin)
            for predicate in predicates:
                yield from _read(predicate, None, origin)
        case Path(absolute, start, steps):
            yield from _read_path(absolute, start, steps, here, origin)
        case _:
            return


def _read_path(
    absolute: bool, start: Expr | None, steps: tuple[Step, ...], here: str | None, origin: str
) -> Iterator[str]:
    place: str | None
    if absolute:
        place = ""
    elif start is None:
        place = here
    elif start == Call("current", ()):
        place = origin
    else:
        yield from _read(start, here, origin)
        place = None
    for step in steps:
        place = _stepped(place, step)
        for predicate in step.predicates:
            yield from _read(predicate, place, origin)
    if place is not None:
        yield place


def _stepped(place: str | None, step: Step) -> str | None:
    if place is None or place.endswith(EVERYTHING):
        return place
    if step.axis == "child" and "*" not in step.test and step.test != "node()":
        return f"{place}/{step.test}"
    if step.axis == "parent":
        return place.rpartition("/")[0]
    if step.axis == "self":
        return place
    if step.axis in ("ancestor", "ancestor-or-self", "following", "preceding"):
        return f"/{EVERYTHING}"
    if step.axis in ("following-sibling", "preceding-sibling"):
        return f"{place.rpartition('/')[0]}/{EVERYTHING}"
    return f"{place}/{EVERYTHING}"
