"""Everything that a study's screens say in a language: what is to be spoken beforehand."""

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from kiosk.journey.presentation import Presentation
from kiosk.study.clips import key_of
from kiosk.study.lexicon import primary
from kiosk.study.settings import StudySettings
from kiosk.ui.audit.sights import Sight, Sights
from kiosk.ui.audit.written import Written
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
    written = Written(laid, settings, language)
    themes = Themes(display(_DISPLAY))
    wanted = Presentation(language)
    sights = Sights(laid, settings, themes(wanted), themes(wanted, helped=True))
    narrator = Narrator()
    found = dict.fromkeys(written.texts)
    for sight in sights.every(language, staff=False):
        for words, of_answer in _said(sight, narrator, primary(language)):
            found |= dict.fromkeys(written.rest(words) if of_answer else written.whole(words))
    sights.close()
    for words in _by_key(narrator):
        found[words] = None
    texts: dict[str, str] = {}
    for text in found:
        texts.setdefault(key_of(text), " ".join(text.split()))
    texts.pop("", None)
    return tuple(texts.values())


def _said(sight: Sight, narrator: Narrator, language: str) -> Iterator[tuple[str, bool]]:
    """What the page reads out in this language and what its buttons say, and whether an answer is
    named in it."""
    screen = sight.screen
    foreign = screen.to_speak_otherwise()
    read: dict[str, str] = {}
    for key, words in screen.to_read():
        read[key] = words
        if isinstance(screen, ReviewScreen) and key not in ("heading", "explanation"):
            continue
        if primary(foreign.get(key, language)) != language:
            continue  # said by that language's voice, whose own pages have it too
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
