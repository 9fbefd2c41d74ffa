"""From a form to its paper: every question somebody could be asked, in the author's order."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from kiosk.forms.form import (
    Control,
    Expression,
    Form,
    Group,
    Output,
    Question,
    Repeat,
    TextRef,
)
from kiosk.forms.languages import tag
from kiosk.forms.markdown import plain
from kiosk.forms.view import Kind
from kiosk.forms.xpath.references import template_of
from kiosk.forms.xpath.syntax import parse
from kiosk.papers.answering import Answering
from kiosk.papers.condition import Chosen, Condition, Fixed, Known, all_of, negated
from kiosk.papers.filter_words import Printed, filter_words
from kiosk.papers.paper_form import (
    Choices,
    Lines,
    PaperChoice,
    PaperFinding,
    PaperForm,
    PaperHeading,
    PaperItem,
    PaperNote,
    PaperQuestion,
    Shortfall,
)
from kiosk.papers.phrases.phrases import Phrases
from kiosk.papers.written import pieces, written
from kiosk.study.hand import Assistance

_MOST_ROUNDS = 4
"""More of the same questions nobody answers on paper."""
_ROUND = "\u00a0· "  # between a name and the round it is asked in

Rounds = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question with what decides whether it is asked, in one round."""

    question: Question
    rounds: Rounds
    repeats: tuple[Repeat, ...]
    condition: Condition


@dataclass(frozen=True, slots=True)
class _Headed:
    """Groups and rounds that begin before the next question."""

    control: Group | Repeat
    rounds: Rounds


def paper_form(
    name: str,
    form: Form,
    language: str,
    words: Phrases,
    *,
    presets: Mapping[str, str],
    assistance: Assistance | None = None,
) -> PaperForm:
    """The form called `name` on paper, in one of its languages.

    `presets` are the values of hidden questions by name, as the terminal sets them. Questions that
    `assistance` hides from helpers say so.
    """
    return _Printing(name, form, language, words, presets, assistance or Assistance()).paper()


@dataclass(slots=True)
class _Printing:
    name: str
    form: Form
    language: str
    words: Phrases
    presets: Mapping[str, str]
    assistance: Assistance
    found: dict[PaperFinding, None] = field(default_factory=dict)
    known: Known = field(init=False)
    answers: Answering = field(init=False)
    numbers: dict[tuple[str, Rounds], int] = field(default_factory=dict)
    explained: dict[tuple[str, str], int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.answers = Answering(self.form, self.language, self.words)
        document = self.form.template.template
        texts = {f"{document}/{name}": text for name, text in self.presets.items()}
        self.known = Known(
            self.form, {p: text for p, text in texts.items() if p in self.form.order}
        )

    def paper(self) -> PaperForm:
        walked = list(self._walked(self.form.body, (), (), Fixed.ALWAYS))
        number = 0
        for each in walked:
            if isinstance(each, _Asked) and each.question.kind is not Kind.NOTE:
                number += 1
                self.numbers[each.question.path, each.rounds] = number
        items = tuple(self._items(walked))
        return PaperForm(
            self.name, self.form.title, tag(self.language) if self.language else "", items,
            tuple(self.found),
        )  # fmt: skip

    # -- which questions

    def _walked(
        self,
        controls: tuple[Control, ...],
        rounds: Rounds,
        repeats: tuple[Repeat, ...],
        around: Condition,
    ) -> Iterator[_Asked | _Headed]:
        for control in controls:
            condition = all_of([around, self._relevant(control)])
            if condition is Fixed.NEVER:
                self._absent(control)
                continue
            match control:
                case Question():
                    if control.kind is not Kind.REPEAT and not self._readonly(control):
                        yield _Asked(control, rounds, repeats, condition)
                case Group():
                    yield _Headed(control, rounds)
                    yield from self._walked(control.children, rounds, repeats, condition)
                case Repeat():
                    for place in range(1, self._rounds(control) + 1):
                        inside = (*rounds, place)
                        yield _Headed(control, inside)
                        yield from self._walked(
                            control.children, inside, (*repeats, control), condition
                        )

    def _relevant(self, control: Control) -> Condition:
        if not control.path:
            return Fixed.ALWAYS
        bind = self.form.bind(control.path)
        condition = self.known.condition(bind.relevant, control.path)
        if Fixed.CHANCE in (condition, self.known.condition(bind.design, control.path)):
            self._find(control.path, Shortfall.DRAWN)
        hidden = isinstance(control, Question) and control.name in self.assistance.hides
        return all_of([condition, self._alone()]) if hidden else condition

    def _alone(self) -> Condition:
        """That nobody helps, as the question of the study's `[assistance]` says it."""
        document = self.form.template.template
        question = self.form.questions.get(f"{document}/{self.assistance.question}")
        if question is None or question.itemset is None or not self.assistance.codes:
            return Fixed.ALWAYS
        helped = Chosen(question.path, frozenset(self.assistance.codes))
        return negated(helped, frozenset(each.value for each in question.itemset.items))

    def _readonly(self, question: Question) -> bool:
        bind = self.form.bind(question.path)
        if question.kind is Kind.NOTE:
            return False
        return self.known.condition(bind.readonly, question.path) is Fixed.ALWAYS and (
            bind.readonly is not None
        )

    def _absent(self, control: Control) -> None:
        """What is not asked here counts as unanswered wherever else it is read."""
        if isinstance(control, Question):
            self.known = Known(self.form, {**self.known.texts, control.path: ""})
            return
        for each in control.children:
            self._absent(each)

    def _rounds(self, repeat: Repeat) -> int:
        self._find(repeat.path, Shortfall.ROUNDS)
        return min(max(repeat.most, 1), _MOST_ROUNDS)

    # -- what stands there

    def _items(self, walked: list[_Asked | _Headed]) -> Iterator[PaperItem]:
        said: Condition = Fixed.ALWAYS
        for place, each in enumerate(walked):
            if isinstance(each, _Headed):
                yield from self._heading(each, walked[place:])
                continue
            direction = ""
            if each.condition != said:
                direction = self._direction(each, walked[place:])
            said = each.condition
            if each.question.kind is Kind.NOTE:
                yield PaperNote(self._text(each.question.label, each), direction)
            else:
                yield self._question(each, direction)

    def _heading(self, headed: _Headed, rest: list[_Asked | _Headed]) -> Iterator[PaperHeading]:
        follows = next((each for each in rest if isinstance(each, _Asked)), None)
        if follows is None:
            return
        label = self._text(headed.control.label, follows)
        if isinstance(headed.control, Group):
            if label:
                yield PaperHeading(label)
            return
        repeat, place = headed.control, headed.rounds[-1]
        most = self._rounds(repeat)
        advice = about = ""
        source = self._source(repeat)
        if place == 1:
            advice = self.words.rounds.format(most=most)
        if source is not None:
            about = self.words.about
            if place == 1:
                advice = self.words.rounds_of.format(number=source, most=most)
        yield PaperHeading(f"{label} {place}".strip(), advice, about)

    def _source(self, repeat: Repeat) -> int | None:
        """The number of the one question whose ticked choices the rounds are about."""
        if repeat.key is None:
            return None
        keyed = template_of(parse(repeat.key.source), repeat.path)
        if keyed is None or keyed not in self.form.decided_by:
            return None
        inside = f"{repeat.path}/"
        deciding = [
            path
            for path in self.form.decided_by[keyed]
            if self.form.questions[path].kind is Kind.SELECT_MULTIPLE
            and not path.startswith(inside)
        ]
        return self.numbers.get((deciding[0], ())) if len(deciding) == 1 else None

    def _direction(self, asked: _Asked, rest: list[_Asked | _Headed]) -> str:
        if isinstance(asked.condition, Fixed):
            if asked.condition is Fixed.UNTOLD:
                self._find(asked.question.path, Shortfall.UNTOLD)
            return ""

        def find(path: str) -> Printed | None:
            return self._printed(path, asked.rounds)

        told = filter_words(asked.condition, find, self.words)
        if not told:
            self._find(asked.question.path, Shortfall.UNTOLD)
            return ""
        after = (
            self.numbers.get((each.question.path, each.rounds))
            for each in rest
            if isinstance(each, _Asked) and each.condition != asked.condition
        )
        number = next((each for each in after if each is not None), None)
        if number is None:
            return f"{told}\n{self.words.otherwise_done}"
        return f"{told}\n{self.words.otherwise.format(number=number)}"

    def _printed(self, path: str, rounds: Rounds) -> Printed | None:
        """The question at `path` in the nearest of the rounds around."""
        for depth in range(len(rounds), -1, -1):
            number = self.numbers.get((path, rounds[:depth]))
            if number is not None:
                question = self.form.questions[path]
                items = question.itemset.items if question.itemset else ()
                labels = {
                    each.value: " ".join(
                        plain(written(self.form, each.label, self.language)).split()
                    )
                    for each in items
                }
                return Printed(number, labels)
        return None

    def _plainly(self, ref: TextRef) -> str:
        return " ".join(plain(written(self.form, ref, self.language)).split())

    def _question(self, asked: _Asked, direction: str) -> PaperQuestion:
        question = asked.question
        number = self.numbers[question.path, asked.rounds]
        answer, advice = self.answers.answer(question)
        if isinstance(answer, Lines) and question.itemset is not None:
            self._find(question.path, Shortfall.WRITTEN)
        elif question.path in self.form.filtered:
            self._find(question.path, Shortfall.UNFILTERED)
        if isinstance(answer, Choices):
            answer, advice = self._explained(answer, advice, number)
        if self.form.media.get(question.label.identifier, {}).get(self.language, {}).get("image"):
            self._find(question.path, Shortfall.PICTURE)
        label, hint = self._text(question.label, asked), self._text(question.hint, asked)
        offered = answer.choices if isinstance(answer, Choices) else ()
        if re.search(self.words.touch, " ".join((label, hint, *(each.label for each in offered)))):
            self._find(question.path, Shortfall.TOUCH)
        return PaperQuestion(
            number=number,
            heading=self.words.question.format(number=number),
            name=question.name + "".join(f"{_ROUND}{each}" for each in asked.rounds),
            label=label,
            hint=hint,
            advice=advice,
            answer=answer,
            direction=direction,
        )

    def _explained(self, answer: Choices, advice: str, number: int) -> tuple[Choices, str]:
        """Explanations stand where a choice comes first; later questions point there."""
        earlier: set[int] = set()
        choices: list[PaperChoice] = []
        for each in answer.choices:
            at = self.explained.setdefault((each.label, each.hint), number) if each.hint else number
            if at != number:
                earlier.add(at)
            hint = each.hint if at == number else ""
            choices.append(PaperChoice(each.value, each.label, hint, each.picture, each.apart))
        if len(earlier) == 1:
            advice = f"{advice}\n{self.words.explained.format(number=earlier.pop())}"
        elif earlier:
            return answer, advice
        block, several = answer.block, answer.several
        return Choices(tuple(choices), several, answer.scale, block), advice

    # -- texts

    def _text(self, ref: TextRef, asked: _Asked) -> str:
        """A text; what it quotes is named by the question it comes from."""
        parts = list(pieces(self.form, ref, self.language))
        keyed = any(self._source(each) is not None for each in asked.repeats)
        if keyed and len(parts) > 1 and isinstance(parts[0], Output):
            rest = parts[1]
            if isinstance(rest, str) and rest.startswith(":"):
                # "Ausweis: Wie wichtig …?" under a line that says what it is about.
                parts[:2] = [rest[1:].lstrip()]
        said = (each if isinstance(each, str) else self._quoted(each.expression, asked, keyed)
                for each in parts)  # fmt: skip
        return "".join(said).strip()

    def _quoted(self, quoted: Expression, asked: _Asked, keyed: bool) -> str:
        path = template_of(parse(quoted.source), asked.question.path)
        for depth in range(len(asked.rounds), -1, -1):
            number = self.numbers.get((path or "", asked.rounds[:depth]))
            if number is not None:
                return self.words.your_answer.format(number=number)
        text = self.known.text(path) if path is not None else None
        if text is not None:
            return text
        if keyed:
            return self.words.this_one
        self._find(asked.question.path, Shortfall.QUOTED)
        return "…"

    def _find(self, path: str, shortfall: Shortfall) -> None:
        self.found[PaperFinding(path.rpartition("/")[2], shortfall)] = None
