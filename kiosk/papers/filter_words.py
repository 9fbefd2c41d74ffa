"""A condition in the words of a paper: "Nur wenn Sie bei Frage 4 „Ja“ angekreuzt haben."."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from kiosk.papers.condition import Answered, Chosen, Compared, Condition, Fixed, Joined, Ticked
from kiosk.papers.phrases.phrases import Phrases


@dataclass(frozen=True, slots=True)
class Printed:
    """A question as it stands on the paper: its number, and its choices' words by their values."""

    number: int
    choices: Mapping[str, str]


def filter_words(
    condition: Condition, find: Callable[[str], Printed | None], words: Phrases
) -> str:
    """The sentence that says who is asked; "" where nobody can put it into words.

    `find` gives the printed question of a template path, None where there is not exactly one.
    """
    said = _said(condition, find, words, nested=False)
    return words.only_if.format(conditions=said) if said else ""


def _said(
    condition: Condition, find: Callable[[str], Printed | None], words: Phrases, *, nested: bool
) -> str:
    if isinstance(condition, Joined):
        parts = [_said(each, find, words, nested=True) for each in condition.parts]
        # "A and B or C" can be read in two ways.
        if nested or not all(parts):
            return ""
        return (words.conjunction if condition.every else words.alternative).join(parts)
    if isinstance(condition, Fixed):
        return ""
    printed = find(condition.path)
    if printed is None:
        return ""
    number = printed.number
    match condition:
        case Chosen(_, values):
            return _chosen(values, printed, words)
        case Ticked(_, value, ticked):
            phrase = words.chosen if ticked else words.not_chosen
            return phrase.format(number=number, choices=_quoted([value], printed, words))
        case Compared(_, op, amount):
            shown = f"{amount:g}".replace(".", "." if words.tag == "en" else ",")
            return words.compared[op].format(number=number, amount=shown)
        case Answered(_, answered):
            return (words.answered if answered else words.unanswered).format(number=number)


def _chosen(values: frozenset[str], printed: Printed, words: Phrases) -> str:
    every = list(printed.choices)
    ticked = [each for each in every if each in values]
    if "" not in values:
        phrase = words.answered if len(ticked) == len(every) else words.chosen
    else:
        # Who has not answered is asked too: only what is left out can be said.
        phrase = words.not_chosen if ticked else words.unanswered
        ticked = [each for each in every if each not in values]
    if not ticked:
        return ""
    return phrase.format(number=printed.number, choices=_quoted(ticked, printed, words))


def _quoted(values: list[str], printed: Printed, words: Phrases) -> str:
    left, right = words.quotes
    labels = [f"{left}{printed.choices[each]}{right}" for each in values]
    return words.alternative.join(filter(None, (", ".join(labels[:-1]), labels[-1])))
