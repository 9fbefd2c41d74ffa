"""One person who answers a questionnaire, whatever way they use: what they press, by its name."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from ways import PAUSED, REMINDED, REVIEWED, Ear, Way

from kiosk.forms.markdown import plain
from kiosk.forms.view import Kind, Layout, Precision, QuestionView
from kiosk.ui.inputs.moment import DATE_PARTS, TIME_PARTS, Part, read_moment
from kiosk.ui.widgets.keyboard import SIGNS

MONTHS = (
    "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September",
    "Oktober", "November", "Dezember",
)  # fmt: skip
SIGN_NAMES = {
    " ": "Leerzeichen", ".": "Punkt", "-": "Bindestrich", "–": "Gedankenstrich",
    "!": "Ausrufezeichen",
}  # fmt: skip
TO_SIGNS, TO_LETTERS = "Ziffern und Zeichen", "Buchstaben"
OPENING = ("Schreiben", "Antwort suchen")
"""What leads to a keyboard that has no room beside the question."""
LONGEST_TEXT = 7


@dataclass(frozen=True)
class Answered:
    """A question as it was asked, and what the person wanted to say."""

    question: QuestionView
    wanted: str


@dataclass
class Person:
    """`think` says what they want to answer, `ask` what is asked now (None: nothing any more)."""

    way: Way
    think: Callable[[QuestionView], str]
    ask: Callable[[], QuestionView | None]
    answered: list[Answered] = field(default_factory=list)

    def take_part(self, *names: str) -> None:
        """From the welcome to the first question, pressing `names`; texts are read on the way."""
        self.way.settle()
        for name in names:
            while self.way.press(name, "Weiter lesen") == "Weiter lesen":
                pass

    def answer_everything(self) -> None:
        """Answer until the review comes."""
        while (question := self.ask()) is not None:
            wanted = self.think(question)
            self.answered.append(Answered(question, wanted))
            self._answer(question, wanted)
        assert self.way.is_told(REVIEWED)

    def finish(self) -> None:
        """ "Fertig", and to the beginning."""
        self.way.press("Fertig")
        self.way.press("Zum Anfang")

    def _answer(self, question: QuestionView, wanted: str) -> None:
        assert self.way.is_at(question), question.ref
        for name in presses(question, wanted):
            while self.way.press(name, *OPENING) in OPENING:
                pass
        if question.kind is Kind.REPEAT:
            return
        for _turn in range(12):
            if question.ref != self._ref():
                return
            self.way.press("Weiter")
            if self.way.is_told(REMINDED):
                self.way.press(REMINDED)
            if self.way.is_told(PAUSED):
                self.way.press("Weiter")
        raise AssertionError(f"{question.ref}: Weiter leads nowhere")

    def _ref(self) -> str:
        question = self.ask()
        return question.ref if question is not None else ""


@dataclass
class Listed:
    """What another person was asked, for whoever cannot look: the next question is there once its
    page was heard."""

    way: Ear
    answered: list[Answered]
    number: int = 0
    where: str = ""

    def __call__(self) -> QuestionView | None:
        """The question there is, by ear; None once the review was read."""
        if self.way.is_told(REVIEWED):
            return None
        ahead = self.number + 1
        if ahead < len(self.answered) and self._asks(ahead):
            self.number, self.where = ahead, self.way.where()
        return self.answered[self.number].question

    def think(self, question: QuestionView) -> str:
        """What the other one wanted."""
        assert question == self.answered[self.number].question
        return self.answered[self.number].wanted

    def _asks(self, number: int) -> bool:
        """Whether the page last read is the one of that question and not still the one before,
        which may be worded the same."""
        before, question = self.answered[number - 1].question, self.answered[number].question
        same = before.label == question.label and self.way.where() == self.where
        return self.way.is_at(question) and not same


def presses(question: QuestionView, wanted: str) -> Iterator[str]:
    """What is pressed to give the answer `wanted`, beside "Weiter" at the end."""
    if question.readonly or wanted == question.value:
        if question.kind is Kind.REPEAT:
            yield "Nein, weiter"
        return
    match question.kind:
        case Kind.SELECT_ONE | Kind.SELECT_MULTIPLE | Kind.RANK:
            yield from _choosing(question, wanted)
        case Kind.TEXT if question.layout is Layout.DIGITS:
            yield from wanted
        case Kind.TEXT:
            yield from writing(wanted)
        case Kind.INTEGER | Kind.DECIMAL:
            yield from _counting(question, wanted)
        case Kind.RANGE:
            yield from _stepping(question, wanted)
        case Kind.DATE | Kind.TIME | Kind.DATETIME:
            yield from _dating(question, wanted)
        case Kind.ACKNOWLEDGE:
            yield "Ich habe das gelesen."
        case Kind.REPEAT:
            first = question.value in ("", "0")
            yield "Ja, eine Angabe" if first else "Ja, noch eine Angabe"


def searched(question: QuestionView) -> bool:
    """Whether the list is long enough to be searched."""
    return question.search or len(question.choices) > 24


def _choosing(question: QuestionView, wanted: str) -> Iterator[str]:
    labels = {each.value: plain(each.label) for each in question.choices}
    typed = ""
    for value in wanted.split():
        label = labels[value][:1].upper() + labels[value][1:]
        if searched(question) and question.layout is Layout.LIST:
            yield from ["Löschen"] * len(typed)
            typed = label.casefold()
            yield from searching(typed)
        yield label


def searching(text: str) -> Iterator[str]:
    """The keys of a search, which knows no capitals."""
    signs = False
    for char in text:
        if (char in "".join(SIGNS)) is not signs and char != " ":
            signs = not signs
            yield TO_SIGNS if signs else TO_LETTERS
        yield SIGN_NAMES.get(char, char)
    if signs:
        yield TO_LETTERS


def writing(text: str) -> Iterator[str]:
    """The keys of a text; a sentence begins with a capital by itself."""
    written, signs = "", False
    for char in text:
        before = written.rstrip(" ")
        capital = not before or (written != before and before[-1] in ".!?…")
        on_signs = char in "".join(SIGNS)
        if on_signs is not signs and char not in " .":
            signs = not signs
            yield TO_SIGNS if signs else TO_LETTERS
        if char.isalpha() and char != "ß" and char.isupper() is not capital:
            yield "Groß"
        yield SIGN_NAMES.get(char, char)
        written += char
    if signs:
        yield TO_LETTERS


def _counting(question: QuestionView, wanted: str) -> Iterator[str]:
    yield from ["Löschen"] * len(question.value)
    few = question.kind is Kind.INTEGER and not question.constrained and not question.value
    lowest = int(question.lowest or 0)
    if few and (question.highest or 0) <= 100 and int(wanted) - lowest < 3 and lowest >= 0:
        yield from ["Eins mehr"] * (int(wanted) - lowest + 1)
        return
    for char in wanted:
        yield {".": "Komma", "-": "Minus"}.get(char, char)


def _stepping(question: QuestionView, wanted: str) -> Iterator[str]:
    lowest, highest = question.lowest or Decimal(1), question.highest or Decimal(10)
    step = question.step or Decimal(1)
    many = int((highest - lowest) / step)
    if many < 11:
        yield wanted.replace(".", ",")
        return
    amount = str(step).replace(".", ",")
    up, down = int((Decimal(wanted) - lowest) / step), int((highest - Decimal(wanted)) / step)
    word, times = ("mehr", up) if up <= down else ("weniger", down)
    yield from [f"{amount} {word}"] * (times + 1)


def _dating(question: QuestionView, wanted: str) -> Iterator[str]:
    parts: list[Part] = []
    if question.kind in (Kind.DATE, Kind.DATETIME):
        skipped = {
            Precision.DAY: (),
            Precision.MONTH: (Part.DAY,),
            Precision.YEAR: (Part.DAY, Part.MONTH),
        }[question.precision]
        parts += [each for each in DATE_PARTS if each not in skipped]
    if question.kind in (Kind.TIME, Kind.DATETIME):
        parts += TIME_PARTS
    moment = read_moment(wanted, tuple(parts))
    for number, part in enumerate(parts):
        if number:
            yield "Weiter"
        text = moment.text(part)
        match part:
            case Part.DAY:
                yield f"{text}."
            case Part.MONTH:
                yield MONTHS[int(text) - 1]
            case Part.YEAR:
                yield from text
            case Part.HOUR:
                yield f"{text} Uhr"
            case Part.MINUTE:
                yield f"{text} Minuten"
