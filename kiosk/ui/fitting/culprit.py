"""Which words of a question are too long: found out by shortening them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from kiosk.forms.view import ChoiceView, QuestionView
from kiosk.ui.fitting.breaches import Breach, Rule
from kiosk.ui.widgets.heading import Heading

SHORT = "x"
MOST_TRIED = 12
"""Choices tried one by one, the longest and those with the longest words: the others fit sooner."""
MOST_IN_A_LIST = 60
"""Choices of a list to be searched that are looked at: again the longest."""

Measure = Callable[[QuestionView], Sequence[Breach]]
"""Lays a question out, and tells what does not fit."""


class Kind(StrEnum):
    """What a part of a question is; OWN are the screen's own words, for which no author can."""

    LABEL = "label"
    HINT = "hint"
    CONTEXT = "context"
    CHOICE = "choice"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class Part:
    """Words of a question that one cell of the workbook holds. `value` names a choice."""

    kind: Kind
    value: str = ""


LABEL, HINT, CONTEXT = Part(Kind.LABEL), Part(Kind.HINT), Part(Kind.CONTEXT)
OWN = Part(Kind.OWN)


def parts_of(view: QuestionView) -> tuple[Part, ...]:
    """Every part with words, the question first."""
    parts = [LABEL]
    if view.hint:
        parts.append(HINT)
    if any(view.context):
        parts.append(CONTEXT)
    return (*parts, *(Part(Kind.CHOICE, each.value) for each in view.choices))


def culprits(view: QuestionView, measure: Measure) -> tuple[Part, ...]:
    """The parts that keep `view` from fitting; () when it fits.

    A part is one if it does not fit even with every other part shortened. Where only all of them
    together are too much, it is the longest.
    """
    if not measure(view):
        return ()
    parts = parts_of(view)
    own = {_key(each) for each in measure(shortened(view, parts))}

    def left_over(tried: QuestionView) -> list[Breach]:
        return [each for each in measure(tried) if _key(each) not in own]

    found: list[Part] = [OWN] if own else []
    while breaches := left_over(view):
        left = [each for each in parts if each not in found]
        new = _named(breaches, left) or _alone(view, left, left_over) or _together(view, left)
        if not new:
            return (*found, OWN) if OWN not in found else tuple(found)
        found += new
        view = shortened(view, new)
    return tuple(found)


def shortened(view: QuestionView, parts: Iterable[Part]) -> QuestionView:
    """`view` with these parts as short as can be."""
    values = set()
    for part in parts:
        match part.kind:
            case Kind.LABEL:
                view = replace(view, label=SHORT)
            case Kind.HINT:
                view = replace(view, hint="")
            case Kind.CONTEXT:
                view = replace(view, context=())
            case Kind.CHOICE:
                values.add(part.value)
    choices = (
        replace(each, label=SHORT, hint="") if each.value in values else each
        for each in view.choices
    )
    return replace(view, choices=tuple(choices)) if values else view


def telling(view: QuestionView) -> QuestionView:
    """`view` with only the choices of a very long list that need most room."""
    if len(view.choices) <= MOST_IN_A_LIST:
        return view
    ordinary = [each for each in view.choices if not each.apart]
    kept = {each.value for each in _longest_of(ordinary, MOST_IN_A_LIST // 2)}
    choices = tuple(each for each in view.choices if each.apart or each.value in kept)
    return replace(view, choices=choices)


def _key(breach: Breach) -> tuple[Rule, str]:
    return breach.rule, breach.words


def _named(breaches: Sequence[Breach], left: Sequence[Part]) -> list[Part]:
    """The parts whose words are cut: no other part can be the reason."""
    found: list[Part] = []
    for breach in breaches:
        part = _owner(breach) if breach.rule is Rule.WORD_CUT else None
        if part in left and part not in found and part is not None:
            found.append(part)
    return found


def _owner(breach: Breach) -> Part | None:
    widget = breach.widget
    if breach.choice is not None:
        return Part(Kind.CHOICE, breach.choice)
    heading = widget.parentWidget()
    if isinstance(heading, Heading):
        texts = {heading.question: LABEL, heading.hint: HINT, heading.context: CONTEXT}
        return next((part for text, part in texts.items() if text is widget), None)
    return None


def _alone(view: QuestionView, left: Sequence[Part], measure: Measure) -> list[Part]:
    """The parts too long by themselves."""
    tried = [each for each in left if each.kind is not Kind.CHOICE or each in _likely(view)]
    return [
        part for part in tried if measure(shortened(view, [each for each in left if each != part]))
    ]


def _together(view: QuestionView, left: Sequence[Part]) -> list[Part]:
    """The longest part, where the sum is too much."""
    return sorted(left, key=lambda part: len(_words(view, part)), reverse=True)[:1]


def _likely(view: QuestionView) -> set[Part]:
    return {Part(Kind.CHOICE, e.value) for e in _longest_of(view.choices, MOST_TRIED)}


def _longest_of(choices: Iterable[ChoiceView], count: int) -> list[ChoiceView]:
    """The `count` longest choices, and as many with the longest words."""
    listed = list(choices)
    by_length = sorted(listed, key=lambda each: len(each.label) + len(each.hint), reverse=True)
    by_word = sorted(listed, key=_longest_word, reverse=True)
    return [*by_length[:count], *by_word[:count]]


def _longest_word(choice: ChoiceView) -> int:
    return max(map(len, f"{choice.label} {choice.hint}".split()), default=0)


def _words(view: QuestionView, part: Part) -> str:
    match part.kind:
        case Kind.LABEL:
            return view.label
        case Kind.HINT:
            return view.hint
        case Kind.CONTEXT:
            return " ".join(view.context)
        case _:
            return next((e.label for e in view.choices if e.value == part.value), "")
