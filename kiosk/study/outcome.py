"""From an interview to its variables: every question has a value or the reason why it has none."""

from datetime import date, datetime, time

from kiosk.forms.entry import Asked, FormEntry
from kiosk.forms.form import Event, Form
from kiosk.forms.xpath.node import Node
from kiosk.study.codes import Missing
from kiosk.study.entries import key_of, repeats_around
from kiosk.study.private_text import masked
from kiosk.study.response import Value
from kiosk.study.variables import UNSTORED, derived_paths


def outcome(
    entry: FormEntry, reached: str | None = None, hidden: frozenset[str] = frozenset()
) -> dict[str, Value]:
    """The variables of an interview as they are sealed.

    `reached` is the ref of the furthest question shown when the interview was broken off; None
    when it was finished. An answer behind a closed path is not among them (-97, or -96 when the
    design closed it); a question shown without an answer is -95, one never shown -94. So is all
    that hangs on a question never shown: nobody knows which route it would have opened. `hidden`
    names questions that were passed over because somebody helped: without an answer they are -97.
    """
    shown = _shown(entry, reached)
    form = entry.form
    answers: dict[str, Value] = {}
    for question in form.questions.values():
        if question.kind not in UNSTORED:
            values = _values(entry, question.path, shown)
            answers[question.name] = _not_asked(values) if question.name in hidden else values
    for path in derived_paths(form):
        name = path.rpartition("/")[2]
        derived = {
            key_of(form, node): _calculated(entry, node, shown)
            for node in entry.instance.nodes(path)
        }
        answers[name] = derived if repeats_around(form, path) else derived.get("", "")
    return answers


def replayed(
    form: Form, preset: dict[str, str], events: list[tuple[str, str]], week: str
) -> FormEntry:
    """An interview rebuilt from its recorded answers, each at its place (ref, value).

    `preset` must hold every random value of the interview, or the draws would differ. `week` is
    the ISO week it was held in ("2026-W47"), the finest date there is: `today()` gives its Monday.
    """
    monday = date.fromisoformat(f"{week}-1")

    def no_chance() -> float:
        raise ValueError("the record lacks a random value")

    def noon() -> datetime:
        return datetime.combine(monday, time(12)).astimezone()

    entry = FormEntry(form, random=no_chance, preset=preset, clock=noon)
    for ref, value in events:
        replay(entry, ref, value)
    return entry


def replay(entry: FormEntry, ref: str, value: str) -> tuple[str, ...] | None:
    """Give a recorded answer again; what it was about then, None where it has no place."""
    node = entry.instance.find(ref)
    question = entry.form.questions.get(node.template) if node is not None else None
    if node is None or question is None:
        return None
    entry.instance.set(node, value)
    return Asked(question, node).about


def chances(entry: FormEntry) -> dict[str, str]:
    """The values that cannot be found again: everything derived or set, by template path."""
    form = entry.form
    set_at_first = (each.ref for each in form.actions if each.event is Event.FIRST_LOAD)
    paths = dict.fromkeys((*derived_paths(form), *set_at_first))
    outside = (path for path in paths if not repeats_around(form, path))
    return {path: text for path in outside if (text := _text(entry, path)) != ""}


def _text(entry: FormEntry, path: str) -> str:
    node = entry.instance.at(path)
    return node.text if node is not None else ""


def _shown(entry: FormEntry, reached: str | None) -> set[int] | None:
    """The ids of the nodes shown; None when all that are asked were."""
    if reached is None:
        return None
    shown: set[int] = set()
    for asked in entry.path():
        shown.add(id(asked.node))
        if entry.instance.ref(asked.node) == reached:
            break
    return shown


def _values(entry: FormEntry, path: str, shown: set[int] | None) -> Value:
    """A question's value, or in a repeat one for each entry."""
    nodes = entry.instance.nodes(path)
    around = repeats_around(entry.form, path)
    if not around:
        return _value(entry, nodes[0], shown)
    if not nodes and any(_undecided(entry, repeat.path, shown) for repeat in around):
        return str(Missing.NOT_REACHED.value)
    return {key_of(entry.form, node): _value(entry, node, shown) for node in nodes}


def _calculated(entry: FormEntry, node: Node, shown: set[int] | None) -> str:
    undecided = _undecided(entry, node.template, shown)
    return str(Missing.NOT_REACHED.value) if undecided else node.value


def _value(entry: FormEntry, node: Node, shown: set[int] | None) -> str:
    if not node.relevant:
        if not _asked_by_design(entry, node):
            return str(Missing.NOT_ASKED_DESIGN.value)
        undecided = _undecided(entry, node.template, shown)
        return str((Missing.NOT_REACHED if undecided else Missing.NOT_ASKED_FILTER).value)
    if shown is not None and id(node) not in shown:
        # It may hold a default, which nobody has seen and let stand.
        return str(Missing.NOT_REACHED.value)
    if node.answer != "":
        return masked(node.answer) if entry.form.questions[node.template].mask else node.answer
    return str(Missing.SKIPPED.value)


def _not_asked(values: Value) -> Value:
    """What counts as shown without an answer was not asked."""
    skipped, closed = str(Missing.SKIPPED.value), str(Missing.NOT_ASKED_FILTER.value)
    if isinstance(values, dict):
        return {key: closed if each == skipped else each for key, each in values.items()}
    return closed if values == skipped else values


def _undecided(entry: FormEntry, path: str, shown: set[int] | None) -> bool:
    """Whether the interview was broken off before a question that `path` hangs on."""
    return shown is not None and any(
        node.relevant and id(node) not in shown
        for decisive in entry.form.decided_by[path]
        for node in entry.instance.nodes(decisive)
    )


def _asked_by_design(entry: FormEntry, node: Node) -> bool:
    """Whether the design asks the question, so that only the route can have closed it."""
    for each in (node, *node.ancestors()):
        bind = entry.form.binds.get(each.template)
        if bind is not None and not entry.instance.holds(bind.design, each):
            return False
    return True
