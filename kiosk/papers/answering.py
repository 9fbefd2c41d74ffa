"""How a question is answered by hand: what is crossed or written, and the advice for it."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from kiosk.forms.form import Form, Item, Question
from kiosk.forms.order import APART
from kiosk.forms.showing import LONG_LIST, choice_hint
from kiosk.forms.view import Kind, Layout, Precision
from kiosk.papers.paper_form import Answer, Choices, Digits, Lines, PaperChoice
from kiosk.papers.phrases.phrases import Phrases
from kiosk.papers.written import written

_HANDWRITTEN = 32  # letters on a line
_LINES = (2, 8)  # at least and at most
_LISTED_LINES = 3
_UNKNOWN_DIGITS = 4
_MOST_BOXES = 12


@dataclass(frozen=True, slots=True)
class Answering:
    """The answers of a form in one of its languages."""

    form: Form
    language: str
    words: Phrases

    def answer(self, question: Question) -> tuple[Answer, str]:
        """Room for the answer, and how it is given; "" where that is plain to see."""
        words = self.words
        match question.kind:
            case Kind.SELECT_ONE | Kind.SELECT_MULTIPLE | Kind.RANK:
                return self._choices(question)
            case Kind.ACKNOWLEDGE:
                return Choices((PaperChoice("OK", words.read),), several=True), ""
            case Kind.INTEGER | Kind.DECIMAL | Kind.RANGE:
                return self._digits(question), self._bounds(question)
            case Kind.DATE | Kind.TIME | Kind.DATETIME:
                colon = ":" if question.kind is Kind.TIME else ""
                return Digits(tuple(self._moments(question)), colon), ""
            case Kind.TEXT if question.layout is Layout.DIGITS and question.length:
                if question.length <= _MOST_BOXES:
                    return Digits(((question.length, ""),)), words.number
        wanted = -(-(question.length or 120) // _HANDWRITTEN)
        return Lines(min(max(wanted, _LINES[0]), _LINES[1])), words.write

    def _choices(self, question: Question) -> tuple[Answer, str]:
        words, bind, itemset = self.words, self.form.bind(question.path), question.itemset
        items = itemset.items if itemset is not None else ()
        if len(items) > LONG_LIST or not items:
            several = question.kind is not Kind.SELECT_ONE
            return Lines(min(bind.most or _LISTED_LINES, _LINES[1]) if several else 1), (
                words.write if several else words.written_choice
            )
        listed = tuple(self._choice(each, bind.exclusive) for each in items)
        match question.kind:
            case Kind.SELECT_ONE:
                scale = question.layout is Layout.SCALE
                return Choices(listed, scale=scale, block=question.blocks), words.one
            case Kind.RANK:
                advice = words.ranked_up_to.format(most=bind.most) if bind.most else words.ranked
                return Choices(listed, several=True, block=question.blocks), advice
        advice = words.up_to.format(most=bind.most) if bind.most else words.several
        if bind.most == 1:
            advice = words.one
        return Choices(listed, several=True, block=question.blocks), advice

    def _choice(self, item: Item, exclusive: frozenset[str]) -> PaperChoice:
        return PaperChoice(
            value=item.value,
            label=written(self.form, item.label, self.language),
            hint=choice_hint(self.form, item, self.language),
            picture=item.extras.get("bild", ""),
            apart=item.value in exclusive or item.value in APART or item.value.startswith("-9"),
        )

    def _digits(self, question: Question) -> Digits:
        whole = _UNKNOWN_DIGITS
        if question.highest is not None and (question.lowest is None or question.lowest >= 0):
            whole = min(len(str(int(question.highest))), _MOST_BOXES)
        if question.kind is Kind.DECIMAL or (question.step or Decimal(1)) % 1:
            return Digits(((whole, ""), (2, "")), "," if self.words.tag != "en" else ".")
        return Digits(((whole, ""),))

    def _bounds(self, question: Question) -> str:
        low, high = question.lowest, question.highest
        if low is not None and high is not None:
            return self.words.between.format(low=f"{low:f}", high=f"{high:f}")
        if low is not None:
            return self.words.at_least.format(low=f"{low:f}")
        if high is not None:
            return self.words.at_most.format(high=f"{high:f}")
        return self.words.number

    def _moments(self, question: Question) -> Iterator[tuple[int, str]]:
        units = self.words.units
        if question.kind is not Kind.TIME:
            if question.precision is Precision.DAY:
                yield 2, units["day"]
            if question.precision is not Precision.YEAR:
                yield 2, units["month"]
            yield 4, units["year"]
        if question.kind is not Kind.DATE:
            yield 2, units["hour"]
            yield 2, units["minute"]
