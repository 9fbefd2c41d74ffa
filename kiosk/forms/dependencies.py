"""What has to be looked at again when an answer changes, ordered once when a form is read."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter

from kiosk.forms.errors import FormError
from kiosk.forms.form import PROMPT, Bind, Decisions, Event, Expression, Question, Repeat, SetValue
from kiosk.forms.xpath.syntax import Call, parse

KEY = "#key"
"""Suffix of a repeat path that stands for its instances' keys."""


@dataclass(frozen=True, slots=True)
class Dependencies:
    """An order in which everything comes after what it reads, and who reads what.

    `decided_by` maps a path to every question that its relevance or value hangs on, however far.
    """

    order: Mapping[str, int]
    readers: Mapping[str, tuple[str, ...]]
    decided_by: Decisions


def dependencies(
    name: str,
    binds: Mapping[str, Bind],
    repeats: Mapping[str, Repeat],
    questions: Mapping[str, Question],
    filtered: Mapping[str, Expression],
    actions: Iterable[SetValue],
    paths: frozenset[str],
) -> Dependencies:
    """Who reads whom in a form.

    Raises FormError naming the circle when answers depend on each other in one.
    """
    tree = _Tree(binds, repeats, questions)
    reads: dict[str, set[str]] = {path: set() for path in sorted(paths)}
    for path, repeat in repeats.items():
        if repeat.count is not None:
            reads[path] |= repeat.count.reads
        else:
            relevant = binds[path].relevant if path in binds else None
            reads[path + PROMPT] = set(relevant.reads) if relevant is not None else set()
            reads[path + PROMPT] |= tree.around(path + PROMPT)
            reads[path].add(path + PROMPT)
        reads[path + KEY] = {path} | (repeat.key.reads if repeat.key else set())
    for path, bind in binds.items():
        for expression in (bind.relevant, bind.calculate):
            if expression is not None:
                reads[path] |= expression.reads
        _refuse_itself(name, path, bind, repeats)
    for path, nodeset in filtered.items():
        reads[path] |= nodeset.reads
    for path in paths:
        reads[path] |= tree.around(path)
    expanded = _expanded(reads, paths, repeats)
    for path, each in expanded.items():
        # once() and position(..) name the node itself or what it stands in.
        each.discard(path)
        each.discard("")
    _drop_plain_ancestors(expanded, binds, repeats)
    order = _sorted(name, expanded)
    _refuse_endless_actions(name, actions, expanded, binds)
    readers: dict[str, list[str]] = {path: [] for path in expanded}
    for path in order:
        for read in expanded[path]:
            readers[read].append(path)
    return Dependencies(
        order={path: place for place, path in enumerate(order)},
        readers={path: tuple(each) for path, each in readers.items()},
        decided_by=_decisions(order, expanded, questions),
    )


def _decisions(
    order: tuple[str, ...], reads: Mapping[str, set[str]], questions: Mapping[str, Question]
) -> Decisions:
    bit = {path: 1 << place for place, path in enumerate(questions)}
    bits: dict[str, int] = {}
    for path in order:
        decisive = 0
        for read in reads[path]:
            decisive |= bits[read] | bit.get(read, 0)
        bits[path] = decisive
    return Decisions(tuple(questions), bit, bits)


def _sorted(name: str, reads: Mapping[str, set[str]]) -> tuple[str, ...]:
    try:
        return tuple(TopologicalSorter(reads).static_order())
    except CycleError as error:
        circle = tuple(reversed(error.args[1]))
        raise _circle(name, circle) from error


def _circle(name: str, circle: tuple[str, ...]) -> FormError:
    named = [path.removesuffix(KEY) for path in circle]
    return FormError(
        name,
        " → ".join(named),
        "die Fragen hängen im Kreis voneinander ab. Bitte eine Bedingung ändern.",
        "these depend on each other in a circle. Change one of the conditions.",
        path=named[0],
    )


def _refuse_itself(name: str, path: str, bind: Bind, repeats: Mapping[str, Repeat]) -> None:
    """What reads its own value has none, but for once() and for another instance of a repeat."""
    if bind.relevant is not None and path in bind.relevant.reads:
        raise _circle(name, (path, path))
    inside = any(path.startswith(repeat + "/") for repeat in repeats)
    if bind.calculate is None or path not in bind.calculate.reads or inside:
        return
    expr = parse(bind.calculate.source)
    if not (isinstance(expr, Call) and expr.name in ("once", "if", "coalesce")):
        raise _circle(name, (path, path))


def _refuse_endless_actions(
    name: str, actions: Iterable[SetValue], reads: Mapping[str, set[str]], binds: Mapping[str, Bind]
) -> None:
    """FormError when a change sets off a change that sets off the first."""
    follows: dict[str, set[str]] = {}
    for action in actions:
        if action.event is Event.VALUE_CHANGED:
            follows.setdefault(action.ref, set()).add(action.cause)
    if not follows:
        return
    for path, bind in binds.items():
        if bind.calculate is not None:
            follows.setdefault(path, set()).update(reads[path] & bind.calculate.reads)
    _sorted(name, follows)


@dataclass(frozen=True, slots=True)
class _Tree:
    binds: Mapping[str, Bind]
    repeats: Mapping[str, Repeat]
    questions: Mapping[str, Question]

    def around(self, path: str) -> set[str]:
        """What the place in the tree makes a node depend on: groups around it, repeats' keys."""
        found: set[str] = set()
        asked = path in self.questions
        above = path.rpartition("/")[0]
        while above:
            if above in self.repeats:
                found.add(above)
                if asked:
                    found.add(above + KEY)
            elif above in self.binds and self.binds[above].relevant is not None:
                found.add(above)
            above = above.rpartition("/")[0]
        return found


def _expanded(
    reads: Mapping[str, set[str]], paths: frozenset[str], repeats: Mapping[str, Repeat]
) -> dict[str, set[str]]:
    """Wildcards spelt out; and whoever reads inside a repeat looks again when instances come."""
    around: dict[str, frozenset[str]] = {}
    wild: dict[str, frozenset[str]] = {}
    found: dict[str, set[str]] = {}
    for path, each in reads.items():
        named: set[str] = set()
        for read in each:
            if read.endswith("*"):
                if read not in wild:
                    wild[read] = frozenset(p for p in paths if p.startswith(read[:-1]))
                named |= wild[read]
            else:
                named.add(read)
            if repeats:
                if read not in around:
                    around[read] = frozenset(r for r in repeats if read.startswith(r + "/"))
                named |= around[read]
        found[path] = named
    return found


def _drop_plain_ancestors(
    expanded: dict[str, set[str]], binds: Mapping[str, Bind], repeats: Mapping[str, Repeat]
) -> None:
    """`..` and `position(..)` read a group or the document element, which never changes itself."""
    inner = {path.rpartition("/")[0] for path in expanded}
    plain = {
        path
        for path in inner
        if path not in repeats and (path not in binds or binds[path].relevant is None)
    }
    for reads in expanded.values():
        reads -= plain
