"""The measured promises of accessibility.md §1, with the app's own words in each language."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import questions
import terminal_glass
import test_question_audit
import test_screens_audit
from all_screens import STAGES, make_screen
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from support.pseudo import BACKWARDS, LONGER, compile_app_words
from terminal_glass import person, theme_of

from kiosk.forms.view import Problem, QuestionView, Rejection
from kiosk.resources import FONTS, TRANSLATIONS
from kiosk.ui.audit.rules import standing_breaches
from kiosk.ui.fonts import install_fonts
from kiosk.ui.terminal.bottom_strip import BottomStrip, Speech
from kiosk.ui.theme import DisplayProfile, make_theme
from kiosk.ui.translation import Translation
from kiosk.ui.widgets.tap_guard import TapGuard

GERMAN = ("staff", "preparing", "welcome")  # for staff, and before a language is chosen
READ_BY_PEOPLE = [name for name in STAGES if not name.startswith(GERMAN)]
UPRIGHT = DisplayProfile(1080, 1920, 13.3)  # the narrowest glass there is
PANELS = {**test_screens_audit.PANELS, "13.3 portrait": UPRIGHT}
MATRIX = [
    ("15.6 coarse", 1),
    ("15.6 landscape", 3),
    ("15.6 portrait", 3),
    ("13.3 landscape", 3),
    ("13.3 portrait", 3),
]
LANGUAGES = ("de-x-leicht", "en", "pl", LONGER.tag, BACKWARDS.tag)
# Nobody promises the largest text of a language 40 % longer than German on 13.3 inches: a study in
# such a language is refused there.
PROMISED = [
    (language, panel, size)
    for language in LANGUAGES
    for panel, size in MATRIX
    if language != LONGER.tag or not panel.startswith("13.3")
]
AT_A_QUESTION = [("15.6 landscape", 1), ("15.6 landscape", 3), ("15.6 portrait", 3)]
ONE_OF_EACH = list({(each.kind, each.layout): each for each in questions.ALL}.values())
"""The app's words hang on what is asked for, not on the question."""
PROBLEMS = (
    (questions.D1, Rejection.REQUIRED),
    (questions.D1, Rejection.READONLY),
    (questions.D1, Rejection.CONSTRAINT),
    (questions.B1, Rejection.TOO_MANY),
    (questions.X1, Rejection.TOO_LONG),
    (questions.A9, Rejection.OUT_OF_RANGE),
)


@pytest.fixture(scope="session")
def pseudo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The app's words in two languages that nobody speaks."""
    return compile_app_words(tmp_path_factory.mktemp("pseudo") / "words", LONGER, BACKWARDS)


@pytest.fixture(params=LANGUAGES, autouse=True)
def language(request: pytest.FixtureRequest, qapp: QApplication, pseudo: Path) -> Iterator[str]:
    install_fonts(FONTS)
    tag = str(request.param)
    translation = Translation(qapp, pseudo if tag in (LONGER.tag, BACKWARDS.tag) else TRANSLATIONS)
    translation.speak(tag)
    before = qapp.layoutDirection()
    qapp.setLayoutDirection(QLocale(tag).textDirection())
    yield tag
    qapp.setLayoutDirection(before)
    translation.close()


@pytest.mark.parametrize(("language", "panel", "size"), PROMISED, indirect=["language"])
@pytest.mark.parametrize("name", READ_BY_PEOPLE)
def test_every_screen(qtbot: QtBot, panel: str, size: int, name: str) -> None:
    theme = make_theme(PANELS[panel], size)
    screen = make_screen(STAGES[name], theme, TapGuard(lambda: 0.0), lambda: 0.0)
    qtbot.addWidget(screen)
    screen.resize(theme.profile.width_px, theme.profile.height_px)
    screen.show_stage(STAGES[name])
    screen.show()
    faults: list[str] = []
    for _page in test_screens_audit.each_page(screen):
        faults += [str(each) for each in standing_breaches(screen, theme)]
    assert not faults, "\n".join(dict.fromkeys(faults))


@pytest.mark.parametrize(("panel", "size"), AT_A_QUESTION)
def test_every_question(qtbot: QtBot, panel: str, size: int) -> None:
    someone = person(panel, size)
    qtbot.addWidget(someone.screen)
    for question in ONE_OF_EACH:
        someone.ask(question)
        test_question_audit.audit(someone, question.name)
        if not question.readonly and question.kind.value not in ("note", "repeat"):
            someone.ask(question, reminder=True)
            test_question_audit.audit(someone, f"{question.name}, reminded")


@pytest.mark.parametrize(("panel", "size"), AT_A_QUESTION)
@pytest.mark.parametrize(("question", "reason"), PROBLEMS)
def test_every_problem(
    qtbot: QtBot, panel: str, size: int, question: QuestionView, reason: Rejection
) -> None:
    someone = person(panel, size)
    qtbot.addWidget(someone.screen)
    someone.ask(question, problem=Problem(reason))
    test_question_audit.audit(someone, f"{question.name}, {reason}")


@pytest.mark.parametrize(("panel", "size"), [*AT_A_QUESTION, ("13.3 portrait", 3)])
def test_the_panel(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, panel: str, size: int) -> None:
    monkeypatch.setitem(terminal_glass.PANELS, "13.3 portrait", UPRIGHT)
    someone = person(panel, size)
    qtbot.addWidget(someone.screen)
    someone.ask(questions.D1)
    someone.screen.on_display()
    someone.wait()
    test_question_audit.audit(someone, "panel")


@pytest.mark.parametrize("size", [1, 3])
def test_the_read_aloud_button(qtbot: QtBot, size: int) -> None:
    strip = BottomStrip(theme_of("15.6 landscape", size), TapGuard(lambda: 0.0))
    qtbot.addWidget(strip)
    strip.lay_out(1920, False)
    place = strip.read.geometry()
    for speech in Speech:
        strip.show_speech(speech)
        assert strip.read.block(place.width()).height <= place.height(), strip.read.text()
        assert not strip.read.block(place.width()).broken
