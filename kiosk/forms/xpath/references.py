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
    return frozenset(_read(expr, frozenset({template}), template))


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


def template_of(expr: Expr, template: str) -> str | None:
    """The template path a plain path of names, `.` and `..` means at `template`, else None."""
    match expr:
        case Path(absolute, start, steps):
            place: str | None
            if absolute:
                place = ""
            elif start is None or start == Call("current", ()):
                place = template
            else:
                return None
            for step in steps:
                plain = step.axis in ("child", "self", "parent") and not step.predicates
                if not plain or place is None:
                    return None
                place = _stepped(place, step)
            return place if place and not place.endswith(EVERYTHING) else None
    return None


Places = frozenset[str]
"""Where the nodes of an expression can be; nothing for values and secondary instances."""


def _read(expr: Expr, here: Places, origin: str) -> Iterator[str]:
    """What is read, `here` being where the context node can be."""
    match expr:
        case Binary(_, left, right):
            yield from _read(left, here, origin)
            yield from _read(right, here, origin)
        case Negate(operand):
            yield from _read(operand, here, origin)
        case Call("current" | "once", args):
            yield origin
            for arg in args:
                yield from _read(arg, here, origin)
        case Call("randomize", (nodes, *rest)):
            yield from _read(nodes, here, origin)
            for arg in rest:
                yield from _read(arg, here, origin)
        case Call(name, args):
            if not args and name in _OF_NODE:
                yield from here
            for arg in args:
                yield from _read(arg, here, origin)
        case Filter(primary, predicates):
            yield from _read(primary, here, origin)
            inside = _places(primary, here, origin)
            for predicate in predicates:
                yield from _read(predicate, inside, origin)
        case Path(_, start, steps):
            if start is not None and start != Call("current", ()):
                yield from _read(start, here, origin)
            places = _begun(expr, here, origin)
            for step in steps:
                places = frozenset(_stepped(place, step) for place in places)
                for predicate in step.predicates:
                    yield from _read(predicate, places, origin)
            yield from places


_OF_NODE = frozenset({"string", "number", "string-length", "normalize-space"})


def _begun(path: Path, here: Places, origin: str) -> Places:
    if path.absolute:
        return frozenset({""})
    return here if path.start is None else _places(path.start, here, origin)


def _places(expr: Expr, here: Places, origin: str) -> Places:
    match expr:
        case Path(_, _, steps):
            places = _begun(expr, here, origin)
            for step in steps:
                places = frozenset(_stepped(place, step) for place in places)
            return places
        case Binary("|", left, right):
            return _places(left, here, origin) | _places(right, here, origin)
        case Filter(primary, _) | Call("randomize" | "indexed-repeat", (primary, *_)):
            return _places(primary, here, origin)
        case Call("if", (_, left, right)):
            return _places(left, here, origin) | _places(right, here, origin)
        case Call("current", ()):
            return frozenset({origin})
    return frozenset()


def _stepped(place: str, step: Step) -> str:
    if place.endswith(EVERYTHING):
        # Whatever was found is below; its parents and neighbours can be further up.
        down = step.axis in ("child", "self", "descendant", "descendant-or-self", "attribute")
        return place if down else f"/{EVERYTHING}"
    if step.axis == "attribute" or step.test == "text()":
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
