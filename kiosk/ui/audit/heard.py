"""Everything that a study's screens say in a language: what is to be spoken beforehand."""

import re
from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from kiosk.forms.form import Form, TextRef, quotes
from kiosk.forms.markdown import plain
from kiosk.forms.showing import titled_by
from kiosk.journey.presentation import Presentation
from kiosk.study.clips import key_of
from kiosk.study.settings import StudySettings
from kiosk.ui.audit.sights import Sight, Sights
from kiosk.ui.fitting.asked import Asked, every_question
from kiosk.ui.fitting.displays import display
from kiosk.ui.fitting.study import Laid
from kiosk.ui.narrator import Narrator
from kiosk.ui.terminal.question_screen import QuestionScreen
from kiosk.ui.terminal.review_row import ReviewRow
from kiosk.ui.terminal.review_screen import ReviewScreen
from kiosk.ui.theme import Themes
from kiosk.ui.translation import Translation
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.choice import Choice
from kiosk.ui.widgets.part_box import PartBox

_DISPLAY = "21.5"
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
_ANSWERED = ("number", "status", "left")
"""Segments that say what somebody has answered, or how long somebody has left."""


def heard_texts(
    laid: Laid, settings: StudySettings, language: str, translation: Translation
) -> tuple[str, ...]:
    """The texts whose clips in a row say every page in `language`, a BCP 47 tag of the study.

    Without what quotes or repeats an answer: the live voice says that. Needs an application and
    the fonts; takes seconds.
    """
    translation.speak(language)
    written = _Written(laid, settings, language)
    themes = Themes(display(_DISPLAY))
    wanted = Presentation(language)
    sights = Sights(laid, settings, themes(wanted), themes(wanted, helped=True))
    narrator = Narrator()
    found = dict.fromkeys(written.texts)
    for sight in sights.every(language, staff=False):
        for words, of_answer in _said(sight, narrator):
            found |= dict.fromkeys(written.rest(words) if of_answer else written.whole(words))
    sights.close()
    for words in _by_key(narrator):
        found[words] = None
    texts: dict[str, str] = {}
    for text in found:
        texts.setdefault(key_of(text), " ".join(text.split()))
    texts.pop("", None)
    return tuple(texts.values())


def _said(sight: Sight, narrator: Narrator) -> Iterator[tuple[str, bool]]:
    """What the page reads out and what its buttons say, and whether an answer is named in it."""
    screen = sight.screen
    read: dict[str, str] = {}
    for key, words in screen.to_read():
        read[key] = words
        if isinstance(screen, ReviewScreen) and key not in ("heading", "explanation"):
            continue
        if key not in _ANSWERED and not key.startswith("part "):
            yield words, isinstance(screen, QuestionScreen)
    for button in screen.findChildren(Button):
        if button.isVisible() and not button.typing() and not _names_answer(button):
            yield narrator.of(button, read, private=False), isinstance(button, Choice)


def _names_answer(button: QWidget) -> bool:
    """Whether it says what somebody has answered."""
    return isinstance(button, PartBox) or isinstance(button.parentWidget(), ReviewRow)


def _by_key(narrator: Narrator) -> Iterator[str]:
    """What whoever walks by key hears beside the pages."""
    for dark in (False, True):
        for switches in (False, True):
            yield narrator.instruction(dark=dark, switches=switches)
    yield narrator.private(True)
    yield narrator.private(False)
    yield narrator.lifting()
    yield narrator.here("")


class _Written:
    """The texts of the forms that a language offers: `texts`, and those that quote an answer."""

    def __init__(self, laid: Laid, settings: StudySettings, language: str) -> None:
        name = settings.languages[language].name
        self.texts: list[str] = []
        self._quoting: list[str] = []
        for form in settings.forms:
            if form in laid.forms and name in laid.languages(form):
                for asked in every_question(laid.forms[form], name):
                    self._take(laid.forms[form], asked, name)
        self._known = {key_of(each) for each in self.texts}
        # Within other words a number is no answer: "2 von 5" stays together.
        self._within = {each for each in self._known if any(map(str.isalpha, each))}
        self._longest = max((len(each.split()) for each in self._within), default=0)

    def whole(self, words: str) -> tuple[str, ...]:
        """A sentence of the program, unless it quotes an answer or is a text of the study."""
        return () if key_of(words) in self._known or self._quotes(words) else (words,)

    def rest(self, words: str) -> tuple[str, ...]:
        """What stands around the texts of the study in `words`: "Antwort 3:", "Ausgewählt."."""
        if self._quotes(words) or key_of(words) in self._known:
            return ()
        parts, left, at = words.split(), list[str](), 0
        found: list[str] = []
        while at < len(parts):
            taken = next(
                (
                    length
                    for length in range(min(self._longest, len(parts) - at), 0, -1)
                    if key_of(" ".join(parts[at : at + length])) in self._within
                ),
                0,
            )
            if taken:
                found.append(" ".join(left))
                left = []
            else:
                left.append(parts[at])
            at += taken or 1
        found.append(" ".join(left))
        return tuple(part for each in found for part in _SENTENCE_END.split(each) if part)

    def _take(self, form: Form, asked: Asked, language: str) -> None:
        view, question = asked.view, asked.question
        bind = form.bind(question.path)
        around = [
            (each.label, words)
            for each, words in zip(titled_by(form, question), view.context, strict=True)
        ]
        said = any(
            _quotes(form, each, language)
            for each in (bind.constraint_message, bind.required_message)
        )
        for ref, words in ((question.label, view.label), (question.hint, view.hint), *around):
            (self._quoting if _quotes(form, ref, language) else self.texts).append(plain(words))
        (self._quoting if said else self.texts).extend(plain(words) for _, words in asked.messages)
        self.texts.append(plain(view.alternative))
        answers = question.itemset is not None and not question.itemset.items
        for choice in view.choices:
            (self._quoting if answers else self.texts).append(plain(choice.label))
            self.texts.append(plain(choice.hint))

    def _quotes(self, words: str) -> bool:
        return any(each and each in words for each in self._quoting)


def _quotes(form: Form, ref: TextRef, language: str) -> bool:
    by_language = form.itext.get(ref.identifier, {})
    texts = [by_language[language]] if language in by_language else [*by_language.values()]
    return any(map(quotes, texts if ref.identifier else [ref.inline]))
