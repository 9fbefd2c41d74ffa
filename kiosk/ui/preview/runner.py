"""What stands in for the journey in a preview: one form, asked without any store."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from kiosk.forms.entry import FormEntry
from kiosk.forms.form import Form, Question
from kiosk.forms.languages import tag
from kiosk.forms.markdown import plain
from kiosk.forms.showing import question_view, titled_by
from kiosk.forms.view import QuestionView
from kiosk.journey import intents, stages
from kiosk.journey.intents import Exported, Intent
from kiosk.journey.leaving import held_back
from kiosk.journey.presentation import Presentation
from kiosk.journey.stages import Farewell, Stage
from kiosk.journey.wording import review_lines
from kiosk.ui.fitting.asked import node_of

NOTHING_STORED = "Vorschau: Es wurde nichts gespeichert."


@dataclass(frozen=True, slots=True)
class Previewed:
    """What is previewed, and how: all a person's interview would depend on.

    `languages` are the form's own names of those offered; `random` returns floats in [0, 1).
    """

    name: str
    form: Form
    languages: tuple[str, ...]
    presets: Mapping[str, str]
    random: Callable[[], float]
    clock: Callable[[], datetime]


class Preview:
    """Satisfies kiosk.ui.runner.Runner. Answers live in memory, and go with it."""

    alert_seconds, grace_seconds = 300, 45  # never seen: nobody is asked whether they are there

    def __init__(self, previewed: Previewed, language: str, text_size: int) -> None:
        """`language` is one of the form's."""
        self._previewed = previewed
        self._language = language
        self._aside: Question | None = None  # shown though it is not asked now
        self.preset = self.presentation = Presentation(tag(language), text_size)
        self._entry = self._begun()
        self.stage: Stage = self._asking()

    # What the author asks for

    @property
    def language(self) -> str:
        """The language that shows, as a BCP 47 tag."""
        return self.presentation.language

    @property
    def spoken(self) -> str:
        """The language that shows, as the form calls it."""
        return self._language

    @property
    def languages(self) -> tuple[tuple[str, str], ...]:
        """None is offered on the glass: the author turns it at the desk."""
        return ()

    @property
    def question(self) -> Question | None:
        """The question on the glass; None behind the last."""
        if self._aside is not None:
            return self._aside
        here = self._entry.here
        return here.question if here is not None else None

    @property
    def asked_now(self) -> bool:
        """Whether the question on the glass would be asked after these answers."""
        return self._aside is None

    def questions(self) -> tuple[Question, ...]:
        """Every question of the form, in its order."""
        return tuple(self._previewed.form.questions.values())

    def label(self, question: Question) -> str:
        """What a question asks, in plain words of the language that shows."""
        return plain(self._view_of(question).label)

    def go(self, path: str) -> Stage:
        """Show the question at a template path, whether or not it is asked now."""
        question = self._previewed.form.questions[path]
        asked = next((a for a in self._entry.path() if a.question.path == path), None)
        self._aside = None
        if asked is None or not self._entry.go(self._entry.instance.ref(asked.node)):
            self._aside = question
        self.stage = self._asking()
        return self.stage

    def next_language(self) -> Stage:
        """The form's next language; answers stay."""
        names = self._previewed.languages
        at = names.index(self._language) if self._language in names else -1
        self._language = names[(at + 1) % len(names)]
        self._entry.speak(self._language)
        self.presentation = replace(self.presentation, language=tag(self._language))
        return self._again()

    def next_text_size(self) -> Stage:
        """The next of the three text sizes."""
        size = self.presentation.text_size % 3 + 1
        self.presentation = replace(self.presentation, text_size=size)
        return self._again()

    # Runner

    def apply(self, intent: Intent) -> Stage:
        """Where an intent leads."""
        self.stage = self._advance(intent)
        return self.stage

    def export_to(self, folder: Path) -> Exported:
        """There is nothing to hand over."""
        del folder
        return Exported(NOTHING_STORED, trouble=True)

    def _advance(self, intent: Intent) -> Stage:
        stage = self.stage
        match intent, stage:
            case intents.PickPresentation(wanted), _:
                # The language is the author's to turn, at the desk.
                self.presentation = replace(wanted, language=self.presentation.language)
                return stage
            case intents.CallHelp(), stages.Asking() | stages.Review():
                return stages.HelpCalled(stage)
            case intents.Discard(), stages.Asking() | stages.Review():
                return stages.ConfirmDiscard(stage)
            case intents.ConfirmedDiscard(), _:
                return stages.Goodbye(Farewell.DISCARDED, (NOTHING_STORED,))
            case intents.Resume(), stages.HelpCalled(behind) | stages.ConfirmDiscard(behind):
                return behind
            case intents.Leave(), stages.Goodbye():
                self._aside = None
                self._entry = self._begun()
                return self._asking()
            case _, stages.Asking():
                return self._in_question(intent, stage)
            case intents.Change(ref), stages.Review():
                return self._asking(changing=True) if self._entry.go(ref) else stage
            case intents.Backward(), stages.Review() if stage.lines:
                return self._asking() if self._entry.go(stage.lines[-1].ref) else stage
            case intents.Finish(), stages.Review():
                return self._finished(stage)
        return stage

    def _in_question(self, intent: Intent, stage: stages.Asking) -> Stage:
        match intent:
            case intents.Answer(value) if self._aside is not None:
                return replace(stage, question=replace(stage.question, value=value))
            case intents.Answer(value):
                problem = self._entry.answer(value)
                if problem is not None:
                    return replace(stage, problem=problem, reminder=False)
                return self._asking(changing=stage.changing)
            case intents.Resume() if stage.reminder:
                return replace(stage, reminder=False)
            case intents.Forward() | intents.Backward() if self._aside is not None:
                return self._from_aside(self._aside, back=isinstance(intent, intents.Backward))
            case intents.Forward():
                return self._onward(stage)
            case intents.Backward() if stage.changing:
                return self._review()
            case intents.Backward():
                self._entry.backward()
                return self._asking()
        return stage

    def _onward(self, stage: stages.Asking) -> Stage:
        held = held_back(stage, self._entry.missing(), self._entry.doubtful())
        if held is not None:
            return held
        if stage.changing:
            return self._review()
        self._entry.forward()
        return self._asking()

    def _from_aside(self, aside: Question, *, back: bool) -> Stage:
        """To the nearest question that is asked, in the order of the form."""
        self._aside = None
        order = list(self._previewed.form.questions)
        here = order.index(aside.path)
        path = self._entry.path()
        before = [each for each in path if order.index(each.question.path) < here]
        after = [each for each in path if order.index(each.question.path) > here]
        if back and before:
            self._entry.go(self._entry.instance.ref(before[-1].node))
        elif after:
            self._entry.go(self._entry.instance.ref(after[0].node))
        elif not back:
            return self._review()
        return self._asking()

    def _finished(self, stage: stages.Review) -> Stage:
        for ref, problem in self._entry.faults():
            if self._entry.go(ref):
                asking = self._asking(changing=True)
                if isinstance(asking, stages.Asking):
                    return replace(asking, problem=problem)
                return stage
        return stages.Goodbye(Farewell.SAVED, (NOTHING_STORED,))

    # Stages

    def _begun(self) -> FormEntry:
        previewed = self._previewed
        return FormEntry(
            previewed.form,
            random=previewed.random,
            preset=previewed.presets,
            language=self._language,
            clock=previewed.clock,
        )

    def _again(self) -> Stage:
        """The same stage in other words or another size."""
        match self.stage:
            case stages.Asking(changing=changing):
                self.stage = self._asking(changing=changing)
            case stages.Review():
                self.stage = self._review()
        return self.stage

    def _asking(self, *, changing: bool = False) -> Stage:
        entry = self._entry
        if self._aside is not None:
            view = self._view_of(self._aside)
            return stages.Asking(view, entry.progress())
        question = entry.question()
        if question is None:
            return self._review()
        return stages.Asking(question, entry.progress(), first=entry.first, changing=changing)

    def _view_of(self, question: Question) -> QuestionView:
        """A question that is not asked now, as these answers would have it."""
        form, instance = self._previewed.form, self._entry.instance
        bind = form.bind(question.path)
        labels = tuple(each.label for each in titled_by(form, question))
        return question_view(instance, question, bind, node_of(instance, question.path), labels)

    def _review(self) -> stages.Review:
        return stages.Review(review_lines(self._entry.views(), self.presentation.language))
