"""What has to be looked at again when an answer changes, ordered once when a form is read."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter

from kiosk.forms.errors import FormError
from kiosk.forms.form import Bind, Expression, Question, Repeat

KEY = "#key"
"""Suffix of a repeat path that stands for its instances' keys."""


@dataclass(frozen=True, slots=True)
class Dependencies:
    """An order in which everything comes after what it reads, and who reads what.

    `decided_by` maps a path to every question that its relevance or value hangs on, however far.
    """

    order: Mapping[str, int]
    readers: Mapping[str, tuple[str, ...]]
    decided_by: Mapping[str, frozenset[str]]


def dependencies(
    name: str,
    binds: Mapping[str, Bind],
    repeats: Mapping[str, Repeat],
    questions: Mapping[str, Question],
    filtered: Mapping[str, Expression],
    paths: frozenset[str],
) -> Dependencies:
    """Who reads whom in a form.

    Raises FormError naming the circle when answers depend on each other in one.
    """
    reads: dict[str, set[str]] = {path: set() for path in sorted(paths)}
    for path, repeat in repeats.items():
        reads[path] |= repeat.count.reads
        reads[path + KEY] = {path} | (repeat.key.reads if repeat.key else set())
    for path, bind in binds.items():
        for expression in (bind.relevant, bind.calculate):
            if expression is not None:
                reads[path] |= expression.reads
    for path, nodeset in filtered.items():
        reads[path] |= nodeset.reads
    for path in paths:
        reads[path] |= _structure(path, binds, repeats, questions)
    expanded = {path: _expanded(each, paths, repeats) for path, each in reads.items()}
    for path, each in expanded.items():
        # once() and position(..) name the node itself or what it stands in.
        each.discard(path)
        each.discard("")
    _drop_plain_ancestors(expanded, binds, repeats)
    try:
        order = tuple(TopologicalSorter(expanded).static_order())
    except CycleError as error:
        circle = " → ".join(reversed(error.args[1]))
        raise FormError(
            name,
            circle,
            "die Fragen hängen im Kreis voneinander ab. Bitte eine Bedingung ändern.",
            "these depend on each other in a circle. Change one of the conditions.",
        ) from error
    readers: dict[str, list[str]] = {path: [] for path in expanded}
    for path in order:
        for read in expanded[path]:
            readers[read].append(path)
    decided: dict[str, frozenset[str]] = {}
    for path in order:
        near = {read for read in expanded[path] if read in questions}
        decided[path] = frozenset(near.union(*(decided[read] for read in expanded[path])))
    return Dependencies(
        order={path: place for place, path in enumerate(order)},
        readers={path: tuple(each) for path, each in readers.items()},
        decided_by=decided,
    )


def _structure(
    path: str,
    binds: Mapping[str, Bind],
    repeats: Mapping[str, Repeat],
    questions: Mapping[str, Question],
) -> set[str]:
    """What the place in the tree makes a node depend on: groups around it, the repeat's key."""
    found: set[str] = set()
    above = path.rpartition("/")[0]
    while above:
        if above in repeats:
            found.add(above)
            if path in questions:
                found.add(above + KEY)
        elif above in binds and binds[above].relevant is not None:
            found.add(above)
        above = above.rpartition("/")[0]
    return found


def _expanded(
    reads: Iterable[str], paths: frozenset[str], repeats: Mapping[str, Repeat]
) -> set[str]:
    found: set[str] = set()
    for read in reads:
        if read.endswith("*"):
            found |= {path for path in paths if path.startswith(read[:-1])}
        else:
            found.add(read)
        # Whoever reads inside a repeat must look again when instances come or go.
        found |= {repeat for repeat in repeats if read.startswith(repeat + "/")}
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
