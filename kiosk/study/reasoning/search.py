"""Is there a respondent for whom this holds? A search through worlds, decided only as needed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from kiosk.forms.form import Question
from kiosk.forms.view import Kind
from kiosk.forms.xpath.syntax import Path
from kiosk.study.reasoning.answers import decidable, options
from kiosk.study.reasoning.facts import Clause, Facts, inside
from kiosk.study.reasoning.possible import Cell, Outlook, computed
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

_DEEPEST = 10
"""How many conditions of conditions are followed; beyond, they are taken to hold."""


@dataclass(frozen=True, slots=True)
class Goal:
    """That all of `clauses` hold, or (`wanted` False) that not all do; `depth` conditions away."""

    clauses: tuple[Clause, ...]
    wanted: bool = True
    depth: int = 0


class Answer(Enum):
    """YES: a world was found. NO: there is none, proven. UNKNOWN: too much to search."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answer, and for YES the world."""

    answer: Answer
    world: World


class _OutOfSteps(Exception):
    """The search took longer than a finding is worth."""


class Search:
    """Asks about one form; is told which paths were proven `never` relevant, or always `silent`.

    With `certain=False` (may it be?) whatever is not understood counts as possible, so that NO is
    a proof. With `certain=True` (is it so?) it counts as impossible, so that YES is one: the
    world is one a respondent can really bring about.
    """

    def __init__(self, facts: Facts, *, steps: int, steps_each: int) -> None:
        """At most `steps` decisions in all and `steps_each` for one question."""
        self.facts = facts
        self.never: frozenset[str] = frozenset()
        self.silent: frozenset[str] = frozenset()
        self._left = steps
        self._each = steps_each
        self._steps = 0

    def ask(self, goals: Sequence[Goal], *, certain: bool = False, world: World = {}) -> Verdict:  # noqa: B006
        """Whether a world that extends `world` meets all goals."""
        self._steps = min(self._each, self._left)
        try:
            found = self._extended(tuple(goals), dict(world), certain)
        except _OutOfSteps:
            return Verdict(Answer.UNKNOWN, {})
        return Verdict(Answer.NO, {}) if found is None else Verdict(Answer.YES, found)

    def contents(self, place: str) -> tuple[Option, ...]:
        """What a node may hold."""
        return options(self.facts, (place, ""), {})

    def _extended(self, goals: tuple[Goal, ...], world: World, certain: bool) -> World | None:
        self._steps -= 1
        self._left -= 1
        if self._steps < 0 or self._left < 0:
            raise _OutOfSteps
        outlook = Outlook(self.facts, world, self.never)
        waiting: list[tuple[Goal, tuple[Key, ...]]] = []
        for goal in goals:
            truths, keys = outlook.truth(goal.clauses)
            if goal.wanted not in truths:
                return None
            if len(truths) > 1 and keys:
                waiting.append((goal, keys))
            elif len(truths) > 1 and certain:
                return None
        if not waiting:
            return world
        goal, keys = waiting[0]
        key = keys[0]
        pending = tuple(each for each, _keys in waiting)
        for option in self._options(key, world, outlook, certain):
            more = self._follows(key, option, goal.depth + 1, certain)
            if more is None:
                continue
            found = self._extended((*pending, *more), {**world, key: option}, certain)
            if found is not None:
                return found
        return None

    def _options(self, key: Key, world: World, outlook: Outlook, certain: bool) -> Iterator[Option]:
        place, aspect = key
        if not aspect and computed(self.facts, place):
            if certain:
                return  # what chance or the terminal decides, no respondent brings about
            values = outlook.calculated(place).values
            if values is not None:
                for cell in values:
                    if isinstance(cell, Cell):
                        yield Absent() if cell.text is None else Exact(cell.text)
                return
        for each in options(self.facts, key, world):
            spoken = place in self.silent and not isinstance(each, Absent) and each != Exact("")
            if not spoken and (not certain or self._real(place, each)):
                yield each

    def _real(self, place: str, option: Option) -> bool:
        """Whether a respondent can bring this about for sure."""
        question = self.facts.form.questions.get(place)
        if question is None or not decidable(self.facts, place):
            return isinstance(option, Absent)
        if isinstance(option, Several | bool | int):
            return not self.facts.filtered(question)
        items = question.itemset.items if question.itemset is not None else ()
        if items and self.facts.offered(question, items[0]) is None:
            return isinstance(option, Absent) or option == Exact("")
        return not isinstance(option, Anything)

    def _follows(
        self, key: Key, option: Option, depth: int, certain: bool
    ) -> tuple[Goal, ...] | None:
        """What must hold besides for this to be decided so; None when it cannot be."""
        place, aspect = key
        if depth > _DEEPEST:
            return None if certain else ()
        if computed(self.facts, place):
            return ()
        question = self.facts.form.questions.get(place)
        if aspect:
            if question is None or option is not True or aspect == COUNT:
                return ()
            return self._offered(question, aspect, depth)
        relevance = self.facts.relevance(place)
        if isinstance(option, Absent):
            return (Goal(relevance, wanted=False, depth=depth),)
        goals = [Goal(relevance, depth=depth)] if relevance else []
        if question is None:
            return tuple(goals)
        if option == Exact(""):
            required = self.facts.required(place)
            if certain and required is not None:
                goals.append(Goal((required,), wanted=False, depth=depth))
            return tuple(goals)
        if option == Exact(self.facts.texts.get(place, "")):
            return tuple(goals)  # a default is not checked
        constraint = self.facts.constraint(place)
        if constraint is not None and (certain or self._about_itself(constraint)):
            goals.append(Goal((constraint,), depth=depth))
        if isinstance(option, Exact) and question.kind in (Kind.SELECT_ONE, Kind.SELECT_MULTIPLE):
            offered = self._offered(question, option.text, depth)
            goals.extend(offered or ())
        return tuple(goals)

    def _offered(self, question: Question, code: str, depth: int) -> tuple[Goal, ...]:
        items = question.itemset.items if question.itemset is not None else ()
        for item in items:
            if item.value == code:
                clauses = self.facts.offered(question, item)
                return (Goal(clauses, depth=depth),) if clauses else ()
        return ()

    def _about_itself(self, constraint: Clause) -> bool:
        """Whether a constraint stays met whatever else is answered later."""
        return all(
            self.facts.place(each, constraint) == constraint.at
            for each in inside(constraint.expr)
            if isinstance(each, Path)
        )


def described(facts: Facts, world: World) -> dict[str, str]:
    """A world's decisions about questions, by name: the answer, "" for none."""
    found: dict[str, str] = {}
    for (place, aspect), option in world.items():
        question = facts.form.questions.get(place)
        if question is None or (aspect and option is not True):
            continue
        match option:
            case Exact(text) | Sample(text):
                found[question.name] = text
            case bool():
                found[question.name] = " ".join(filter(None, (found.get(question.name), aspect)))
    return found
