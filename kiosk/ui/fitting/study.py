"""What of a study does not fit a display at the largest text size, cell by cell."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial

from kiosk.forms.form import Form
from kiosk.forms.languages import tag
from kiosk.forms.view import Kind as QuestionKind
from kiosk.forms.view import QuestionView
from kiosk.journey.stages import Farewell
from kiosk.study.diagnosis import finding
from kiosk.study.finding import Finding
from kiosk.study.settings import StudySettings
from kiosk.ui.fitting.asked import CHECK_MESSAGE, Asked, every_question
from kiosk.ui.fitting.breaches import Breach
from kiosk.ui.fitting.culprit import (
    LABEL,
    Kind,
    Measure,
    Part,
    culprits,
    telling,
)
from kiosk.ui.fitting.displays import spoken
from kiosk.ui.fitting.glass import Glass
from kiosk.ui.pictograms import Pictograms
from kiosk.ui.theme import CAPITALS_MM, DisplayProfile, make_theme
from kiosk.ui.translation import Translation

MANY_PAGES = 12
"""More pages than this for one question: nobody compares answers that far apart."""
UNNAMED = ("", "default")  # what a form without languages calls its language

Step = Callable[[str], None]
"""Told what is looked at next."""


@dataclass(frozen=True, slots=True)
class Laid:
    """What is laid out: the forms of a study and its pictures. Without `settings` (study.toml
    cannot be read) every form in each of its languages, and no start form."""

    settings: StudySettings | None
    forms: Mapping[str, Form]
    media: Mapping[str, bytes]

    def languages(self, name: str) -> tuple[str, ...]:
        """The languages in which a form is offered, as it calls them."""
        there = self.forms[name].languages or ("",)
        if self.settings is None:
            return there
        offered = self.settings.languages.values()
        names = tuple(each.name for each in offered if name in each.forms)
        return tuple(each for each in there if each in names) or there


@dataclass(frozen=True, slots=True)
class Misfit:
    """Words of one cell that do not fit, and where."""

    code: str
    form: str
    place: str
    column: str
    de: str
    en: str

    @property
    def cell(self) -> tuple[str, str, str, str]:
        """What makes it another one than those found on other pages and displays."""
        return self.code, self.form, self.place, self.column


def unfitting(
    laid: Laid, displays: Mapping[str, DisplayProfile], translation: Translation, step: Step
) -> list[Finding]:
    """Everything that does not fit one of `displays`, by their names (:mod:`.displays`), each cell
    once.

    Needs a QApplication and the fonts; `translation` gives the program's own words around the
    study's.
    """
    first: dict[tuple[str, str, str, str], Misfit] = {}
    where: dict[tuple[str, str, str, str], list[str]] = {}
    for name, profile in displays.items():
        theme = make_theme(profile, text_size=len(CAPITALS_MM))
        glass = Glass(theme, Pictograms(lambda file: laid.media.get(file, b"")))
        for misfit in _misfits(laid, glass, translation, partial(_say, step, name)):
            first.setdefault(misfit.cell, misfit)
            places = where.setdefault(misfit.cell, [])
            if name not in places:
                places.append(name)
        glass.close()
    return [_found(misfit, where[cell]) for cell, misfit in first.items()]


def _say(step: Step, display_name: str, told: str) -> None:
    step(f"{display_name}: {told}")


def _found(misfit: Misfit, displays: list[str]) -> Finding:
    german = ", ".join(spoken(each, german=True) for each in displays)
    english = ", ".join(spoken(each, german=False) for each in displays)
    return finding(
        misfit.code,
        misfit.form,
        misfit.place,
        misfit.column,
        f"{misfit.de} (größte Schrift, {german}).",
        f"{misfit.en} (largest text, {english}).",
    )


def _misfits(laid: Laid, glass: Glass, translation: Translation, step: Step) -> Iterator[Misfit]:
    start = laid.settings.start.form if laid.settings is not None else ""
    for name, form in laid.forms.items():
        for language in laid.languages(name):
            step(f"{name} {language}".strip())
            translation.speak(tag(language))
            if name == start and laid.settings is not None:
                yield from _StartForm(glass, form, laid.settings, language).misfits()
                continue
            for asked in every_question(form, language):
                yield from _OneQuestion(glass, name, form, language, asked).misfits()


def _header(column: str, language: str, default: str = "") -> str:
    if column == CHECK_MESSAGE:  # pyxform does not translate the kiosk's own columns
        return column if language in (default, *UNNAMED) else f"{column}-{tag(language)}"
    return column if language in UNNAMED else f"{column}::{language}"


_WORDS = {
    Kind.LABEL: ("E901", "der Text der Frage", "the text of the question"),
    Kind.HINT: ("E903", "der Hinweis", "the hint"),
    Kind.CONTEXT: ("E901", "die Überschrift der Gruppe", "the heading of the group"),
    Kind.CHOICE: ("E902", "die Antwort", "the answer"),
}


@dataclass(frozen=True, slots=True)
class _Place:
    """A screen or part of one, in a sentence."""

    de: str
    en: str


_ON_SCREEN = _Place("auf den Bildschirm der Frage", "the question's screen")
_REMINDED = _Place("zur Erinnerung „Sie haben nichts ausgewählt“", "beside the reminder")
_REVIEWED = _Place("in die Übersicht der Antworten", "the review of the answers")
_EXPLAINED = _Place("hinter „Was heißt das?“", "the panel of explanations")
_STARTING = _Place("auf die Bildschirme des Anfangs", "the screens of the start")


@dataclass(frozen=True, slots=True)
class _OneQuestion:
    """A question of a form in one language, on one display."""

    glass: Glass
    name: str
    form: Form
    language: str
    asked: Asked

    def misfits(self) -> Iterator[Misfit]:
        """Everything about this question that does not fit."""
        glass, view = self.glass, telling(self.asked.view)
        pages = 0

        def measure(tried: QuestionView) -> list[Breach]:
            nonlocal pages
            laid = list(glass.pages(tried))
            pages = pages or len(laid)
            return [each for page in laid for each in page]

        yield from self.blamed(view, measure, _ON_SCREEN)
        if pages > MANY_PAGES and not view.search and view == self.asked.view:
            yield Misfit(
                "W901", self.name, self.asked.place, _header("label", self.language),
                f"die Frage braucht {pages} Seiten", f"the question needs {pages} pages",
            )  # fmt: skip
        if view.kind not in (QuestionKind.NOTE, QuestionKind.REPEAT):
            yield from self.blamed(view, glass.reminder, _REMINDED)
            yield from self.blamed(view, glass.review, _REVIEWED)
        for column, message in self.asked.messages:
            yield from self._message(view, column, message)
        if any(each.hint for each in view.choices):
            yield from self._hints(view)

    def blamed(self, view: QuestionView, measure: Measure, at: _Place) -> Iterator[Misfit]:
        """What is too long for one screen."""
        for part in culprits(view, measure):
            yield self._of(part, at)

    def _of(self, part: Part, at: _Place) -> Misfit:
        place = {
            Kind.CONTEXT: self.asked.around,
            Kind.CHOICE: self._choice(part.value),
        }.get(part.kind, self.asked.place)
        if part.kind is Kind.OWN:
            return Misfit(
                "W903", self.name, self.asked.place, "",
                f"eigene Wörter des Programms passen nicht {at.de}; an der Studie liegt es nicht",
                f"words of the program itself do not fit {at.en}; it is not the study's fault",
            )  # fmt: skip
        code, de, en = _WORDS[part.kind]
        column = _header("hint" if part.kind is Kind.HINT else "label", self.language)
        return Misfit(
            code, self.name, place, column,
            f"{de} passt nicht {at.de}; bitte kürzen", f"{en} does not fit {at.en}; shorten it",
        )  # fmt: skip

    def _choice(self, value: str) -> str:
        itemset = self.asked.question.itemset
        return f"{itemset.list_name if itemset is not None else ''}:{value}"

    def _message(self, view: QuestionView, column: str, message: str) -> Iterator[Misfit]:
        """Whether the sentence fits beside a question that fits without it."""
        if not self.glass.problem(view, message) or self.glass.problem(view, "x"):
            return
        yield Misfit(
            "E903", self.name, self.asked.place,
            _header(column, self.language, self.form.default_language),
            f"die Meldung passt nicht {_ON_SCREEN.de}; bitte kürzen",
            f"the message does not fit {_ON_SCREEN.en}; shorten it",
        )  # fmt: skip

    def _hints(self, view: QuestionView) -> Iterator[Misfit]:
        def measure(tried: QuestionView) -> list[Breach]:
            return [each for page in self.glass.hints(tried) for each in page]

        default = self.language == self.form.default_language
        column = "hint" if default else f"hint_{tag(self.language)}"
        for part in culprits(view, measure):
            if part.kind is Kind.CHOICE:
                yield Misfit(
                    "E903", self.name, self._choice(part.value), column,
                    f"die Erklärung der Antwort passt nicht {_EXPLAINED.de}; bitte kürzen",
                    f"the answer's explanation does not fit {_EXPLAINED.en}; shorten it",
                )  # fmt: skip
            else:
                yield self._of(part, _EXPLAINED)
        if not self.glass.explains(view):
            yield Misfit(
                "W902", self.name, self.asked.place, _header("label", self.language),
                "für den Knopf „Was heißt das?“ ist kein Platz: die Erklärungen der Antworten "
                "zeigt dieses Display nicht",
                'there is no room for the button "Was heißt das?": this display does not show '
                "the answers' explanations",
            )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _StartForm:
    """The start form in one language: its notes and its two questions."""

    glass: Glass
    form: Form
    settings: StudySettings
    language: str

    def misfits(self) -> Iterator[Misfit]:
        """Everything of the start form that does not fit the screens it is shown on."""
        start = self.settings.start
        asked = {each.view.name: each for each in every_question(self.form, self.language)}
        takes_part = asked.get(start.participate)
        if takes_part is not None:
            view = takes_part.view
            for names, details in ((start.layer1, False), (start.layer2, True)):
                for name in names:
                    if name in asked:
                        yield from self._participating(asked[name], view, details=details)
            yield from self._question(takes_part).blamed(view, self._decided, _STARTING)
        route = asked.get(start.route)
        if route is not None:
            view = self._offered(route.view)
            yield from self._question(route).blamed(view, self.glass.for_whom, _STARTING)
        for farewell, name in (
            (Farewell.SAVED, start.saved),
            (Farewell.TOO_YOUNG, start.too_young),
            (Farewell.DECLINED, start.declined),
            (Farewell.DISCARDED, start.discarded),
        ):
            if name in asked and self.glass.goodbye(farewell, asked[name].view.label):
                yield self._note(asked[name])

    def _participating(
        self, note: Asked, question: QuestionView, *, details: bool
    ) -> Iterator[Misfit]:
        """A note is broken over pages: alone it fits, or it does not."""
        short = replace(
            question,
            choices=tuple(replace(each, label="x") for each in question.choices),
            label="x",
        )
        pages = self.glass.participation(short, (note.view.label,), details=details)
        if any(pages):
            yield self._note(note)

    def _decided(self, view: QuestionView) -> list[Breach]:
        """The question of the participation text, on the page behind the text."""
        return [each for page in self.glass.participation(view, (), details=False) for each in page]

    def _offered(self, route: QuestionView) -> QuestionView:
        """The choices whose form there is in this language."""
        language = next(
            (e for e in self.settings.languages.values() if e.name == self.language), None
        )
        if language is None:
            return route
        routes = self.settings.start.routes
        choices = (each for each in route.choices if routes.get(each.value) in language.forms)
        return replace(route, choices=tuple(choices))

    def _question(self, asked: Asked) -> _OneQuestion:
        return _OneQuestion(self.glass, self.settings.start.form, self.form, self.language, asked)

    def _note(self, asked: Asked) -> Misfit:
        return Misfit(
            "E904", self.settings.start.form, asked.place, _header(LABEL.kind.value, self.language),
            f"der Text passt nicht {_STARTING.de}; bitte kürzen",
            f"the text does not fit {_STARTING.en}; shorten it",
        )  # fmt: skip
