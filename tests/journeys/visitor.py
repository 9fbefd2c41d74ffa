"""A visitor who touches the real screens, and a memory of what was touched."""

from dataclasses import dataclass, field
from random import Random

from support.respondent import answer
from support.touch import Hand

from kiosk.forms.view import Kind, QuestionView
from kiosk.journey import stages

KEYS_ASIDE = {" ": "Leerzeichen"}


def shown(label: str) -> str:
    """A choice's words as the screen writes them."""
    return label[:1].upper() + label[1:]


@dataclass
class Visitor:
    """One person: wanders through the form by touch, now and then goes back and thinks again."""

    hand: Hand
    random: Random
    answers: dict[str, tuple[QuestionView, str]] = field(default_factory=dict)

    def take_part(self, route: str) -> None:
        """From the welcome to the first question."""
        hand = self.hand
        hand.tap_named("begin")
        hand.tap_named("language/de")
        assert isinstance(hand.stage, stages.ChooseDisplay)
        hand.tap("Weiter")
        assert isinstance(hand.stage, stages.Practice)
        hand.tap("Apfel")
        hand.tap("Weiter")
        while hand.sees("Weiter lesen"):
            hand.tap("Weiter lesen")
        hand.tap("Ja, ich mache mit")
        hand.tap("Weiter")
        hand.tap(route)
        hand.tap("Weiter")
        assert isinstance(hand.stage, stages.Asking)

    def answer_everything(self) -> None:
        """Answer until the review shows."""
        steps = 0
        while isinstance(stage := self.hand.stage, stages.Asking):
            steps += 1
            assert steps < 400
            if not stage.first and self.random.random() < 0.03:
                self._go_back()
                continue
            self._answer(stage.question)
            self._go_on()
        review = self.hand.stage
        assert isinstance(review, stages.Review)
        asked = {line.ref: line.label for line in review.lines}
        # An answer behind a path that closed, or to a service no longer drawn, is not given.
        self.answers = {
            ref: kept for ref, kept in self.answers.items() if asked.get(ref) == kept[0].label
        }
        assert set(asked) == set(self.answers)

    def finish(self) -> None:
        """ "Fertig", and on to the welcome screen."""
        self.hand.tap("Fertig")
        assert isinstance(self.hand.stage, stages.Goodbye)
        self.hand.tap("Zum Anfang")
        assert isinstance(self.hand.stage, stages.Welcome)

    def _go_back(self) -> None:
        before = self.hand.stage
        for _turn in range(10):
            self.hand.tap("Zurück")
            if self.hand.stage != before:
                return
        raise AssertionError("Zurück leads nowhere")

    def _go_on(self) -> None:
        before = self._ref()
        for _turn in range(12):
            self.hand.tap("Weiter")
            stage = self.hand.stage
            if isinstance(stage, stages.Asking) and stage.reminder:
                self.hand.tap("Ohne Antwort weiter")
            if isinstance(self.hand.stage, stages.Pause):
                self.hand.tap("Weiter")
            if self._ref() != before:
                return
        raise AssertionError("Weiter leads nowhere")

    def _ref(self) -> str:
        stage = self.hand.stage
        return stage.question.ref if isinstance(stage, stages.Asking) else ""

    def _answer(self, question: QuestionView) -> None:
        wanted = answer(question, self.random)
        if question.kind in (Kind.SELECT_ONE, Kind.SELECT_MULTIPLE):
            if wanted == "" and question.value != "":
                wanted = question.value  # a choice once made is changed, not taken back
            if question.kind is Kind.SELECT_ONE:
                if wanted not in ("", question.value):
                    self._choose(question, wanted)
            else:
                self._choose_several(question, wanted)
        elif question.kind is Kind.TEXT and question.value == "":
            for char in wanted[:6]:
                self._type(char)
            wanted = wanted[:6]
        else:
            wanted = question.value
        now = self.hand.stage
        assert isinstance(now, stages.Asking)
        assert set(now.question.value.split()) == set(wanted.split()), (question.name, wanted)
        self.answers[question.ref] = (question, wanted)

    def _choose_several(self, question: QuestionView, wanted: str) -> None:
        alone = {each.value for each in question.choices if each.exclusive or each.apart}
        target = wanted.split()
        present = [each for each in question.chosen if each not in alone or each in target]
        if set(target) & alone:
            present = [each for each in question.chosen if each in target]
        else:
            for value in [each for each in present if each not in target]:
                self._choose(question, value)
                present.remove(value)
        for value in target:
            if value not in present:
                self._choose(question, value)

    def _choose(self, question: QuestionView, value: str) -> None:
        label = shown(next(each.label for each in question.choices if each.value == value))
        for turn in range(20):
            if self.hand.sees(label):
                self.hand.tap(label)
                return
            self._turn_over(turn)
        raise AssertionError(f"{question.name}: {label} is on no page")

    def _turn_over(self, turn: int) -> None:
        """Another page of answers; without room for a pager "Zurück" and "Weiter" leaf."""
        hand = self.hand
        if any(each.objectName() == "pager" for each in hand.buttons()):
            hand.tap_named("pager")
            return
        leaf = hand.window.current.top.leaf
        if turn > 0 or leaf.text().startswith("Seite 1 "):
            hand.tap("Weiter")
            return
        while not leaf.text().startswith("Seite 1 "):
            hand.tap("Zurück")

    def _type(self, char: str) -> None:
        key = KEYS_ASIDE.get(char, char)
        if not self.hand.sees(key) and self.hand.sees(key.swapcase()):
            self.hand.tap("Groß")
        if not self.hand.sees(key):
            self.hand.tap("123")
            self.hand.tap(key)
            self.hand.tap("abc")
        else:
            self.hand.tap(key)
