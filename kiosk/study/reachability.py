"""Routing that cannot work: questions nobody reaches, ends nobody reaches, dead conditions.

Errors are proofs: a question is called unreachable only when no answers there can be make its
condition hold. Warnings that say "for some answers" name answers a respondent can really give.
What the reasoning does not understand, or what would take too long, yields nothing.
"""

import re
from collections.abc import Iterator

from kiosk.forms.form import Expression, Form, Item, Question
from kiosk.forms.view import Kind
from kiosk.forms.xpath.syntax import Binary, Call, Path
from kiosk.forms.xpath.values import compare
from kiosk.study.finding import Finding, Severity
from kiosk.study.reasoning.answers import decidable
from kiosk.study.reasoning.facts import MANY, Clause, Facts, inside
from kiosk.study.reasoning.search import Answer, Goal, Search, described
from kiosk.study.reasoning.world import Absent, Exact, World

_STEPS = 60_000
_STEPS_EACH = 800
_UNANSWERED = frozenset({Kind.NOTE, Kind.REPEAT})
_PATH = re.compile(r"\s*/[\w.\-]+(?:/[\w.\-]+)*\s*")


def reachability(form: Form) -> Iterator[Finding]:
    """Everything that is wrong with the routing of a form.

    E601 never reached; E602 no answer meets the constraint; E603 a required question that cannot
    be answered, so that nobody gets past it; E604 a repeat whose count has no bound; E605 the
    choice filter offers no choice to anybody. W611 a condition that always holds; W612 a comparison
    with a code that the list does not have; W613 a filter that offers nothing for some answers;
    W614 a choice that is never offered.
    """
    yield from _Routing(form).findings()


class _Routing:
    def __init__(self, form: Form) -> None:
        self.form = form
        self.facts = Facts(form)
        self.search = Search(self.facts, steps=_STEPS, steps_each=_STEPS_EACH)

    def findings(self) -> Iterator[Finding]:
        for path in self._in_order():
            unreachable = self._unreachable(path)
            if unreachable is not None:
                yield from unreachable
                continue
            yield from self._dead_condition(path)
            if path in self.form.repeats:
                yield from self._unbounded(path)
            question = self.form.questions.get(path)
            if question is not None:
                yield from self._unanswerable(question)
        yield from self._never_offered()
        yield from self._unknown_codes()

    def _in_order(self) -> list[str]:
        """Questions, groups and repeats so that each comes after what its condition reads."""
        paths = {*self.form.questions, *self.form.repeats, *self.form.binds}
        order = self.form.order
        return sorted(paths, key=lambda path: (order.get(path, len(order)), path))

    def _finding(self, code: str, place: str, column: str, de: str, en: str) -> Finding:
        severity = Severity.ERROR if code.startswith("E") else Severity.WARNING
        return Finding(code, severity, self.form.identifier, place, column, de, en)

    # -- reached

    def _unreachable(self, path: str) -> tuple[Finding, ...] | None:
        """The findings for a path nobody reaches; () when another finding says so already."""
        above = path.rpartition("/")[0]
        if above in self.search.never:
            self.search.never |= {path}
            return ()
        own = self.facts.own(path)
        relevance = self.facts.relevance(path)
        if not own or self.search.ask([Goal(relevance)]).answer is not Answer.NO:
            return None
        self.search.never |= {path}
        if path not in self.form.questions and not self._asked_inside(path):
            return ()  # a calculation that is never needed hurts nobody
        name = path.rpartition("/")[2]
        bind = self.form.binds.get(path)
        count = bind is None or bind.relevant is None
        expression = self.form.repeats[path].count if count else bind.relevant if bind else None
        source = shown(expression)
        return (
            self._finding(
                "E601",
                path,
                "repeat_count" if count else "relevant",
                f"{name} wird nie gefragt: Die Bedingung „{source}“ kann nie zutreffen.",
                f'{name} is never asked: the condition "{source}" can never hold.',
            ),
        )

    def _asked_inside(self, path: str) -> bool:
        return any(each.startswith(path + "/") for each in self.form.questions)

    def _dead_condition(self, path: str) -> Iterator[Finding]:
        bind = self.form.binds.get(path)
        asked = path in self.form.questions or self._asked_inside(path)
        if bind is None or bind.relevant is None or not asked:
            return
        clause = Clause(self.facts.tree(bind.relevant), path)
        if self.search.ask([Goal((clause,), wanted=False)]).answer is Answer.NO:
            source = shown(bind.relevant)
            name = path.rpartition("/")[2]
            yield self._finding(
                "W611",
                path,
                "relevant",
                f"{name}: Die Bedingung „{source}“ trifft immer zu und kann entfallen.",
                f'{name}: the condition "{source}" always holds and can be left out.',
            )

    def _unbounded(self, path: str) -> Iterator[Finding]:
        if self.form.repeats[path].count is None:
            return
        goals = [Goal((*self.facts.relevance(path), self.facts.at_least(path, MANY)))]
        verdict = self.search.ask(goals, certain=True)
        if verdict.answer is Answer.YES:
            name = path.rpartition("/")[2]
            source = shown(self.form.repeats[path].count)
            yield self._finding(
                "E604",
                path,
                "repeat_count",
                f"{name}: Die Anzahl „{source}“ hat keine Obergrenze; mit {MANY} Wiederholungen "
                "kommt niemand zum Ende. Bitte begrenzen Sie die Antwort (constraint).",
                f'{name}: the count "{source}" has no upper bound; with {MANY} repeats nobody '
                "reaches the end. Limit the answer (constraint).",
            )

    # -- answered

    def _unanswerable(self, question: Question) -> Iterator[Finding]:
        path, name = question.path, question.name
        if question.kind in _UNANSWERED or not decidable(self.facts, path):
            return
        required = self.facts.required(path)
        forced = required is not None and self._always(required)
        if not self._has_choices(question):
            if not self.facts.texts[path]:
                self.search.silent |= {path}
            yield self._finding(
                "E603" if forced else "E605",
                path,
                "choice_filter",
                f"{name}: Der Filter lässt bei keiner Antwort eine Auswahl übrig"
                + (", die Frage ist aber Pflicht. Hier endet jede Befragung." if forced else "."),
                f"{name}: the filter leaves no choice for any answer"
                + (", yet an answer is required: no interview gets past it." if forced else "."),
            )
            return
        constraint = self.facts.constraint(path)
        if constraint is not None and not self._answered(question, constraint):
            bind = self.form.binds[path]
            if not self.facts.texts[path]:
                self.search.silent |= {path}
            yield self._finding(
                "E603" if forced else "E602",
                path,
                "constraint",
                f"{name}: Keine Antwort kann die Regel „{shown(bind.constraint)}“ erfüllen"
                + (", die Frage ist aber Pflicht. Hier endet jede Befragung." if forced else "."),
                f'{name}: no answer can meet the constraint "{shown(bind.constraint)}"'
                + (", yet an answer is required: no interview gets past it." if forced else "."),
            )
            return
        yield from self._sometimes_empty(question, forced=forced)

    def _always(self, required: Clause) -> bool:
        return self.search.ask([Goal((required,), wanted=False)]).answer is Answer.NO

    def _has_choices(self, question: Question) -> bool:
        """False only when it is proven that nothing is ever offered."""
        if question.itemset is None or not question.itemset.items:
            return True
        relevance = self.facts.relevance(question.path)
        for item in question.itemset.items:
            clauses = self.facts.offered(question, item)
            if not clauses:
                return True
            if self.search.ask([Goal((*relevance, *clauses))]).answer is not Answer.NO:
                return True
        return False

    def _answered(self, question: Question, constraint: Clause) -> bool:
        """False only when it is proven that no answer meets the constraint."""
        goals = [Goal((*self.facts.relevance(question.path), constraint))]
        key = (question.path, "")
        for option in self.search.contents(question.path):
            if isinstance(option, Absent) or option == Exact(""):
                continue
            if self.search.ask(goals, world={key: option}).answer is not Answer.NO:
                return True
        return False

    def _sometimes_empty(self, question: Question, *, forced: bool) -> Iterator[Finding]:
        itemset = question.itemset
        if itemset is None or not self.facts.filtered(question):
            return
        offered = [self.facts.offered(question, item) for item in _alike(self.facts, question)]
        if any(not each for each in offered):
            return
        relevance = self.facts.relevance(question.path)
        goals = [Goal(relevance)] if relevance else []
        goals += [Goal(each, wanted=False) for each in offered if each]
        verdict = self.search.ask(goals, certain=True)
        if verdict.answer is not Answer.YES:
            return
        name, when = question.name, self._when(verdict.world)
        yield self._finding(
            "E603" if forced else "W613",
            question.path,
            "choice_filter",
            f"{name}: Der Filter lässt keine Auswahl übrig, zum Beispiel bei {when}"
            + ("; die Frage ist aber Pflicht, hier endet die Befragung." if forced else "."),
            f"{name}: the filter leaves no choice, for example with {when}"
            + ("; yet an answer is required, the interview ends here." if forced else "."),
        )

    def _when(self, world: World) -> str:
        found = described(self.facts, world)
        return ", ".join(f"{name} = „{value}“" for name, value in found.items()) or "–"

    # -- choices

    def _never_offered(self) -> Iterator[Finding]:
        """Choices that no question of the form ever offers."""
        asked: dict[str, list[Question]] = {}
        for question in self.form.questions.values():
            if question.itemset is not None and question.itemset.list_name:
                asked.setdefault(question.itemset.list_name, []).append(question)
        for name, questions in asked.items():
            open_lists = [each for each in questions if not self._dead_list(each)]
            if not open_lists or any(not self.facts.filtered(each) for each in open_lists):
                continue
            for item in _items(questions[0]):
                if not any(self._offers(each, item) for each in open_lists):
                    yield self._finding(
                        "W614",
                        f"{name}:{item.value}",
                        "name",
                        f"Die Auswahl {item.value} der Liste {name} wird nie angeboten.",
                        f"The choice {item.value} of the list {name} is never offered.",
                    )

    def _dead_list(self, question: Question) -> bool:
        """Whether another finding says already that nothing of it is ever seen."""
        return question.path in self.search.never or not self._has_choices(question)

    def _offers(self, question: Question, item: Item) -> bool:
        clauses = self.facts.offered(question, item)
        if not clauses:
            return True
        goal = Goal((*self.facts.relevance(question.path), *clauses))
        return self.search.ask([goal]).answer is not Answer.NO

    # -- codes

    def _unknown_codes(self) -> Iterator[Finding]:
        seen: set[tuple[str, str, str]] = set()
        for place, column, expression in _expressions(self.form):
            clause = Clause(self.facts.tree(expression), place)
            for name, code in self._unknown(clause):
                if (place, name, code) in seen:
                    continue
                seen.add((place, name, code))
                yield self._finding(
                    "W612",
                    place,
                    column,
                    f"„{shown(expression)}“ vergleicht {name} mit „{code}“; diesen Code hat "
                    f"{name} nicht.",
                    f'"{shown(expression)}" compares {name} with "{code}", which is no code '
                    f"of {name}.",
                )

    def _unknown(self, clause: Clause) -> Iterator[tuple[str, str]]:
        """The name and the code of every comparison with a code that does not exist."""
        for each in inside(clause.expr):
            match each:
                case Binary("=" | "!=", Path() as path, other) | Binary(
                    "=" | "!=", other, Path() as path
                ):
                    selecting = False
                case Call("selected", (Path() as path, other)):
                    selecting = True
                case _:
                    continue
            place = self.facts.place(path, clause)
            constant = self.facts.constant(other, clause)
            question = self.form.questions.get(place or "")
            if constant is None or constant == "" or question is None:
                continue
            codes = self._codes(question, selecting=selecting)
            if codes is not None and not any(compare("=", code, constant) for code in codes):
                text = f"{constant:g}" if isinstance(constant, float) else constant
                yield question.name, text

    def _codes(self, question: Question, *, selecting: bool) -> list[str] | None:
        """The codes an answer can be; None when the question does not choose from a list."""
        kinds = {Kind.SELECT_ONE, Kind.SELECT_MULTIPLE} if selecting else {Kind.SELECT_ONE}
        plain = question.kind in kinds and question.path not in self.facts.acted
        if not plain or self.facts.calculation(question.path) is not None:
            return None
        codes = [item.value for item in _items(question)]
        return [*codes, *self.facts.texts.get(question.path, "").split()] if codes else None


def _items(question: Question) -> tuple[Item, ...]:
    return question.itemset.items if question.itemset is not None else ()


def _alike(facts: Facts, question: Question) -> list[Item]:
    """One choice of each sort that the filter can tell apart."""
    columns = {
        name
        for item in _items(question)[:1]
        for clause in facts.offered(question, item) or ()
        for each in inside(clause.expr)
        if isinstance(each, Path) and (name := facts.column(each, clause)) is not None
    }
    sorts: dict[tuple[str | None, ...], Item] = {}
    for item in _items(question):
        cells = (facts.cell(name, Clause(Path(False, None, ()), "", item)) for name in columns)
        sorts.setdefault(tuple(cells), item)
    return list(sorts.values())


def _expressions(form: Form) -> Iterator[tuple[str, str, Expression]]:
    for path, bind in form.binds.items():
        for column, each in (
            ("relevant", bind.relevant),
            ("calculation", bind.calculate),
            ("constraint", bind.constraint),
            ("required", bind.required),
        ):
            if each is not None:
                yield path, column, each


def shown(expression: Expression | None) -> str:
    """An expression as its author wrote it: `${Z2} > 1`."""
    if expression is None:
        return ""
    named = _PATH.sub(
        lambda match: f" ${{{match[0].strip().rpartition('/')[2]}}} ", expression.source
    )
    return re.sub(r"\(\s+|\s+(?=[),])", lambda m: m[0].strip(), " ".join(named.split()))
