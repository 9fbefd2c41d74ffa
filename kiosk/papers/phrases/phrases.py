"""The sentences of the papers: in braces what is filled in, `**` around what is bold."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Phrases:
    """One language's sentences, `tag` by BCP 47.

    Conditions are built of `only_if`, whose `{conditions}` are joined `told` by "and" and "or".
    """

    tag: str
    page: str
    survey: str
    questionnaire: str
    privacy: str
    welcome: tuple[str, ...]  # what holds for paper and not for the terminal
    how: str
    cross: str
    correct: str
    shapes: str
    pen: str
    box: str
    box_here: str
    thanks: str
    thanks_more: str
    question: str
    one: str
    several: str
    up_to: str
    ranked: str
    ranked_up_to: str
    number: str
    between: str
    at_least: str
    at_most: str
    write: str
    written_choice: str
    read: str
    explained: str
    your_answer: str
    this_one: str
    rounds: str
    rounds_of: str
    about: str
    units: Mapping[str, str]  # day, month, year, hour, minute
    quotes: tuple[str, str]
    conjunction: str
    alternative: str
    only_if: str
    otherwise: str
    otherwise_done: str
    chosen: str
    not_chosen: str
    answered: str
    unanswered: str
    touch: str  # a pattern of words that make sense only on the glass
    compared: Mapping[str, str]  # by operator
