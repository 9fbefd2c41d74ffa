"""What a node may hold: a few options that stand for every answer there can be."""

import math
import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from kiosk.forms.form import Question
from kiosk.forms.view import Kind
from kiosk.forms.xpath.syntax import Binary, Expr, Number, Path
from kiosk.study.reasoning.facts import Constants, Facts
from kiosk.study.reasoning.possible import alone, computed, ordinary
from kiosk.study.reasoning.world import (
    COUNT,
    Absent,
    Anything,
    Exact,
    Key,
    Option,
    Sample,
    Several,
    World,
)

_MOST_CODES = 200
_FEW = 20
# Whole numbers beyond this do not keep their digits as floats.
_LARGEST = 1e15
_NUMBER = re.compile(r"-?[0-9]{1,15}(?:\.[0-9]{1,9})?\Z")
"""A number as somebody may type it, written as a text in a condition: ${x} = '2'."""
_OTHER = "\x01"
"""A text no author writes."""


def options(facts: Facts, key: Key, world: World) -> tuple[Option, ...]:
    """What can be decided for `key`, given what is decided already: the usual answers first."""
    place, aspect = key
    if aspect == COUNT:
        return tuple(_counts(facts, place, world))
    if aspect:
        return tuple(_chosen(facts, place, world))
    return tuple(_contents(facts, place))


def _contents(facts: Facts, place: str) -> Iterator[Option]:
    question = facts.form.questions.get(place)
    if place in facts.acted or (question is not None and facts.calculation(place) is not None):
        yield Anything()
    elif question is None:
        yield from _free(facts.constants.get(place, Constants()), facts.texts.get(place, ""))
    else:
        yield from _answers(facts, question)
    if facts.relevance(place):
        yield Absent()


def _answers(facts: Facts, question: Question) -> Iterator[Option]:
    default = facts.texts.get(question.path, "")
    constants = facts.constants.get(question.path, Constants())
    items = question.itemset.items if question.itemset is not None else ()
    known = 0 < len(items) <= _MOST_CODES
    match question.kind:
        case Kind.SELECT_ONE if known:
            yield from (Exact(each) for each in dict.fromkeys(item.value for item in items))
        case Kind.SELECT_MULTIPLE if known:
            codes = dict.fromkeys(item.value for item in items)
            if ordinary(facts, question.path):
                yield Several()
            yield from (Exact(each) for each in codes if each in alone(facts, question.path))
        case Kind.TEXT:
            yield from _texts(constants, question.length)
        case Kind.INTEGER:
            yield from _numbers(constants, _bounds(facts, question), whole=True)
        case Kind.DECIMAL:
            yield from _numbers(constants, _bounds(facts, question), whole=False)
        case Kind.NOTE:
            pass
        case Kind.ACKNOWLEDGE:
            yield Exact("OK")
        case _:
            yield Anything()
    if default:
        yield Exact(default)
    yield Exact("")


def _free(constants: Constants, default: str) -> Iterator[Option]:
    """A hidden or calculated node: any text."""
    yield from _texts(constants, None)
    if default:
        yield Exact(default)
    yield Exact("")


def _texts(constants: Constants, longest: int | None) -> Iterator[Option]:
    """Texts, one for each way of comparing with the form's constants."""
    yield from (Exact(each) for each in sorted(constants.texts) if each)
    if constants.numbers and constants.lengths:
        yield Anything()
    elif constants.lengths:
        for length in _lengths(constants.lengths, longest):
            yield Sample(_OTHER * length)
    else:
        yield Sample(_OTHER)
        yield from (Sample(_digits(each)) for each in _regions(constants.numbers, whole=False))


def _lengths(bounds: set[float], longest: int | None) -> Iterator[int]:
    near = {math.floor(each) + step for each in bounds if abs(each) < 1e6 for step in (-1, 0, 1, 2)}
    for length in sorted({1, *near}):
        if length > 0 and (longest is None or length <= longest):
            yield length


def _bounds(facts: Facts, question: Question) -> tuple[Decimal | None, Decimal | None]:
    """Between what a number must lie: its keypad's bounds, and those its constraint sets."""
    lows = [] if question.lowest is None else [Decimal(question.lowest)]
    highs = [] if question.highest is None else [Decimal(question.highest)]
    constraint = facts.constraint(question.path)
    for each in _all_of(constraint.expr) if constraint is not None else ():
        match each:
            case Binary(op, Path() as path, Number(bound)) if constraint is not None:
                itself = facts.place(path, constraint) == question.path
                if itself and op in (">", ">=", "="):
                    lows.append(Decimal(repr(bound)))
                if itself and op in ("<", "<=", "="):
                    highs.append(Decimal(repr(bound)))
    return max(lows, default=None), min(highs, default=None)


def _all_of(expr: Expr) -> Iterator[Expr]:
    """The parts of a condition that all have to hold."""
    match expr:
        case Binary("and", left, right):
            yield from _all_of(left)
            yield from _all_of(right)
        case _:
            yield expr


def _numbers(
    constants: Constants, bounds: tuple[Decimal | None, Decimal | None], *, whole: bool
) -> Iterator[Option]:
    """Numbers within bounds, one for each way of comparing with the form's constants.

    Answers count as written without leading zeros, as keypads write them.
    """
    low, high = bounds
    written = {each for each in constants.texts if _NUMBER.match(each)}
    if whole:
        written = {each for each in written if "." not in each}
    known = constants.numbers | {float(each) for each in (*bounds, *written) if each is not None}
    if any(abs(each) > _LARGEST for each in known):
        yield Anything()
        return
    if whole and low is not None and high is not None and high - low <= _FEW:
        yield from (Exact(str(each)) for each in range(math.ceil(low), math.floor(high) + 1))
        return
    for number in _regions(known, whole=whole):
        exact = Decimal(repr(number))
        if (low is None or exact >= low) and (high is None or exact <= high):
            yield Sample(_digits(number))
    for text in sorted(each for each in written if _digits(float(each)) != each):
        # "2.0" is another text than "2", and ${x} = '2.0' compares texts.
        if (low is None or Decimal(text) >= low) and (high is None or Decimal(text) <= high):
            yield Exact(text)


def _regions(bounds: set[float], *, whole: bool) -> Iterator[float]:
    """Each bound that can be met, and a number between any two, before the first, after the last.

    Every comparison with one of `bounds` gives for any number what it gives for one of these.
    """
    if not bounds:
        yield 1.0
        return
    if whole:
        near = {float(math.floor(each)) for each in bounds} | {
            float(math.ceil(each)) for each in bounds
        }
        yield from sorted({each + step for each in near for step in (-1.0, 0.0, 1.0)})
        return
    ordered = sorted(bounds)
    yield ordered[0] - 1.0
    yield from ordered
    for low, high in pairwise(ordered):
        yield (low + high) / 2
    yield ordered[-1] + 1.0


def _digits(number: float) -> str:
    text = format(Decimal(repr(number)), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _bits(facts: Facts, place: str, world: World) -> tuple[int, int]:
    """How many ordinary choices are decided to be chosen, and not to be."""
    decided = [world[(place, code)] for code in ordinary(facts, place) if (place, code) in world]
    return sum(each is True for each in decided), sum(each is False for each in decided)


def _most(facts: Facts, place: str) -> int:
    bind = facts.form.binds.get(place)
    codes = len(ordinary(facts, place))
    return codes if bind is None or bind.most is None else min(bind.most, codes)


def _chosen(facts: Facts, place: str, world: World) -> Iterator[Option]:
    chosen, left_out = _bits(facts, place, world)
    count = world.get((place, COUNT))
    most = count if isinstance(count, int) else _most(facts, place)
    least = count if isinstance(count, int) else 1
    if chosen < most:
        yield True
    if left_out < len(ordinary(facts, place)) - least:
        yield False


def _counts(facts: Facts, place: str, world: World) -> Iterator[Option]:
    chosen, left_out = _bits(facts, place, world)
    codes = len(ordinary(facts, place))
    yield from range(max(1, chosen), min(_most(facts, place), codes - left_out) + 1)


def decidable(facts: Facts, place: str) -> bool:
    """Whether a node is a respondent's to fill; hidden and calculated ones are not."""
    bind = facts.form.binds.get(place)
    return (
        place in facts.form.questions
        and (bind is None or bind.readonly is None)
        and not computed(facts, place)
        and facts.calculation(place) is None
        and place not in facts.acted
    )
