"""The entries of a form's repeats: around which questions they stand, and how they are named."""

import re
from itertools import product

from kiosk.forms.form import Form, Item, Repeat
from kiosk.forms.view import Kind
from kiosk.forms.xpath.node import Node
from kiosk.study.codebook import Option
from kiosk.study.wording import plain_text

JOINT = "_"
_PLACE = r"[1-9][0-9]{0,3}"


def repeats_around(form: Form, path: str) -> tuple[Repeat, ...]:
    """The repeats a path stands in, the outermost first."""
    inside = (each for each in form.repeats.values() if path.startswith(each.path + "/"))
    return tuple(sorted(inside, key=lambda each: len(each.path)))


def repeat_around(form: Form, path: str) -> Repeat | None:
    """The innermost repeat a path stands in."""
    around = repeats_around(form, path)
    return around[-1] if around else None


def key_of(form: Form, node: Node) -> str:
    """What the entries around a node are about, the outermost first: "PASS", or "2_1".

    "" outside every repeat.
    """
    keys = [each.key for each in node.ancestors() if each.template in form.repeats]
    return JOINT.join(reversed(keys))


def entries_of(form: Form, path: str, language: str) -> tuple[Option, ...]:
    """Every entry that may come around a path; () outside every repeat.

    A repeat with a key has what it may draw, another its places from 1 to its `most`; nested
    repeats have every combination.
    """
    around = repeats_around(form, path)
    if not around:
        return ()
    levels = [_drawn(form, repeat, language) for repeat in around]
    return tuple(
        Option(JOINT.join(each.code for each in entry), " · ".join(each.label for each in entry))
        for entry in product(*levels)
    )


def more_entries(form: Form, path: str) -> str:
    """A regular expression of every key there can be, "" where :func:`entries_of` has them all.

    The places of a counted repeat have no end that the form would tell.
    """
    around = repeats_around(form, path)
    if all(repeat.key is not None for repeat in around):
        return ""
    levels = []
    for repeat in around:
        codes = [re.escape(each.code) for each in _drawn(form, repeat, "")]
        levels.append(_PLACE if repeat.key is None else f"(?:{'|'.join(codes)})")
    return JOINT.join(levels)


def _drawn(form: Form, repeat: Repeat, language: str) -> tuple[Option, ...]:
    """What a repeat may draw: the ordinary choices of the question its key hangs on."""
    if repeat.key is None:
        return tuple(Option(str(n), str(n)) for n in range(1, repeat.most + 1))
    decisive: set[str] = set()
    for read in repeat.key.reads:
        decisive |= form.decided_by.get(read, frozenset())
    for path, question in form.questions.items():
        if path in decisive and question.kind is Kind.SELECT_MULTIPLE and question.itemset:
            exclusive = form.binds[path].exclusive if path in form.binds else frozenset()
            ordinary = [each for each in question.itemset.items if each.value not in exclusive]
            return options_of(form, tuple(ordinary), language)
    return ()


def options_of(form: Form, items: tuple[Item, ...], language: str) -> tuple[Option, ...]:
    """Choices as codes with their labels."""
    return tuple(
        Option(item.value, plain_text(form, item.label, language) or item.value) for item in items
    )


def about_the_entry(form: Form) -> frozenset[str]:
    """Calculations in repeats that only repeat what the entry is about: its key and its label."""
    found: set[str] = set()
    for repeat in form.repeats.values():
        if repeat.key is not None:
            found |= {each for each in repeat.key.reads if each in form.derived}
    grown = True
    while grown:
        more = {
            path
            for path in form.derived
            if path not in found
            and repeats_around(form, path)
            and (bind := form.binds.get(path)) is not None
            and bind.calculate is not None
            and bind.calculate.reads
            and bind.calculate.reads <= found
        }
        found |= more
        grown = bool(more)
    return frozenset(each for each in found if repeats_around(form, each))
