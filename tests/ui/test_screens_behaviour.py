"""What each screen says back: touches and keys as intents, and nothing without a reason."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from all_screens import (
    REVIEW_LINES,
    STAFF,
    STAGES,
    TAKE_PART,
    WHOM,
    make_screen,
    study_texts,
)
from PySide6.QtCore import QPoint, Qt, QTranslator
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot
from terminal_glass import Clock, theme_of

from kiosk.journey.intents import (
    Answer,
    Backward,
    Begin,
    CallHelp,
    Change,
    ConfirmedDiscard,
    Discard,
    EnteredPin,
    Export,
    Finish,
    Forward,
    Intent,
    Leave,
    LeaveStaff,
    PickLanguage,
    PickPresentation,
    Quit,
    Refresh,
    Resume,
    ShowDetails,
)
from kiosk.journey.presentation import Presentation
from kiosk.journey.stages import (
    ChooseDisplay,
    EnterPin,
    Farewell,
    ForWhom,
    Goodbye,
    Participation,
    Preparing,
    Review,
    ReviewLine,
    StaffArea,
    Stage,
    StillThere,
    Welcome,
)
from kiosk.ui.audit.markup import markup_breaches
from kiosk.ui.staff.pin_screen import PinScreen
from kiosk.ui.staff.staff_screen import StaffScreen
from kiosk.ui.terminal.confirm_discard_screen import ConfirmDiscardScreen
from kiosk.ui.terminal.display_screen import DisplayScreen
from kiosk.ui.terminal.for_whom_screen import ForWhomScreen
from kiosk.ui.terminal.goodbye_screen import GoodbyeScreen
from kiosk.ui.terminal.language_screen import LanguageScreen
from kiosk.ui.terminal.participation_screen import ParticipationScreen
from kiosk.ui.terminal.review_screen import ReviewScreen
from kiosk.ui.terminal.screen import Screen
from kiosk.ui.terminal.still_there_screen import StillThereScreen
from kiosk.ui.terminal.welcome_screen import WelcomeScreen
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.tap_guard import TapGuard


class Visit:
    """One screen, a clock, and what the screen said back."""

    def __init__(self, qtbot: QtBot, stage: Stage, panel: str = "15.6 landscape") -> None:
        self.qtbot = qtbot
        self.clock = Clock()
        self.guard = TapGuard(self.clock)
        self.theme = theme_of(panel, 2)
        self.screen: Screen = make_screen(stage, self.theme, self.guard, self.clock)
        qtbot.addWidget(self.screen)
        self.screen.resize(self.theme.profile.width_px, self.theme.profile.height_px)
        self.intents: list[Intent] = []
        self.screen.intent.connect(self.intents.append)
        self.show(stage)

    def show(self, stage: Stage) -> None:
        self.screen.show_stage(stage)
        self.screen.show()
        self.clock.pass_(1)

    def tap(self, widget: QWidget) -> None:
        assert widget.isVisible()
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
        self.clock.pass_(1)

    def texts(self) -> str:
        labels = [each for each in self.screen.findChildren(QLabel) if each.isVisible()]
        return "\n".join(label.text() for label in labels)


def last(visit: Visit) -> Intent:
    return visit.intents[-1]


# Participation


def test_what_an_author_marked_up_is_no_sign_on_the_glass(qtbot: QtBot) -> None:
    label = "Wir machen eine Umfrage.<br>Sie müssen **nicht** mitmachen."
    visit = Visit(qtbot, Participation(replace(TAKE_PART, label=label), ()))
    assert isinstance(visit.screen, ParticipationScreen)
    shown = visit.screen.decision.heading.text()
    assert shown == "Wir machen eine Umfrage.\nSie müssen nicht mitmachen."
    assert markup_breaches(visit.screen) == []


# Welcome


def test_welcome_looks_the_same_while_preparing(qtbot: QtBot) -> None:
    visit = Visit(qtbot, Preparing())
    preparing = visit.screen.grab().toImage()
    visit.show(Welcome())
    assert visit.screen.grab().toImage() == preparing


def test_a_tap_while_preparing_is_kept_and_said(qtbot: QtBot) -> None:
    visit = Visit(qtbot, Preparing())
    assert isinstance(visit.screen, WelcomeScreen)
    visit.tap(visit.screen.begin)
    assert visit.intents == [Begin()]
    assert visit.screen.begin.text() == "Einen Moment …"
    visit.show(Welcome())
    assert visit.screen.begin.text() == "Beginnen"


def test_display_panel_on_the_welcome_brings_no_strip_back(qtbot: QtBot) -> None:
    visit = Visit(qtbot, Welcome())
    before = visit.screen.grab().toImage()
    visit.tap(visit.screen.top.display)
    assert visit.screen.panel.isVisible()
    assert not visit.screen.body.isVisible()
    visit.tap(visit.screen.panel.strip.done)
    assert visit.screen.grab().toImage() == before


def test_welcome_reads_aloud_and_calls_help(qtbot: QtBot) -> None:
    visit = Visit(qtbot, Welcome())
    assert isinstance(visit.screen, WelcomeScreen)
    with qtbot.waitSignal(visit.screen.read_aloud):
        visit.tap(visit.screen.read)
    visit.tap(visit.screen.top.help)
    assert last(visit) == CallHelp()


def test_a_picture_file_takes_the_place_of_the_mark(qtbot: QtBot, tmp_path: Path) -> None:
    crest = tmp_path / "crest.svg"
    crest.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">'
        '<rect width="10" height="10" fill="#ff0000"/></svg>'
    )
    theme = theme_of("15.6 landscape", 2)
    screen = WelcomeScreen(theme, TapGuard(Clock()), "Ort", "Titel?", crest=crest)
    qtbot.addWidget(screen)
    screen.resize(1920, 1080)
    screen.show_stage(Welcome())
    middle = screen.emblem.geometry().center()
    assert screen.grab().toImage().pixelColor(middle).name() == "#ff0000"


# Language, display


def test_a_language_row_picks_its_language(qtbot: QtBot) -> None:
    visit = Visit(qtbot, STAGES["language"])
    assert isinstance(visit.screen, LanguageScreen)
    visit.tap(visit.screen.rows[1])
    assert visit.intents == [PickLanguage("pl")]


def test_size_and_reading_take_effect_at_once(qtbot: QtBot) -> None:
    visit = Visit(qtbot, ChooseDisplay(2, read_aloud=False))
    assert isinstance(visit.screen, DisplayScreen)
    visit.tap(visit.screen.sizes[2])
    visit.tap(visit.screen.yes)
    assert visit.intents == [
        PickPresentation(Presentation("de", 3)),
        PickPresentation(Presentation("de", 3, read_aloud=True)),
    ]
    visit.show(ChooseDisplay(3, read_aloud=True))
    assert [choice.isChecked() for choice in visit.screen.sizes] == [False, False, True]
    assert (visit.screen.no.isChecked(), visit.screen.yes.isChecked()) == (False, True)


@pytest.mark.parametrize("size", [1, 2, 3])
def test_each_row_shows_the_size_it_stands_for(qtbot: QtBot, size: int) -> None:
    visit = Visit(qtbot, ChooseDisplay(size, read_aloud=False))
    assert isinstance(visit.screen, DisplayScreen)
    theme = theme_of("15.6 landscape", size)
    visit.screen.set_theme(theme)
    shown = [choice.text_font().pixelSize() for choice in visit.screen.sizes]
    chosen = [choice.isChecked() for choice in visit.screen.sizes]
    fonts = zip(theme.regular, theme.bold, chosen, strict=True)
    assert shown == [(bold if heavy else light).pixelSize() for light, bold, heavy in fonts]


# Participation, for whom


def turn_to_question(visit: Visit) -> ParticipationScreen:
    screen = visit.screen
    assert isinstance(screen, ParticipationScreen)
    while screen.decision.isHidden():
        visit.tap(screen.bottom.on)
    return screen


def test_the_text_comes_before_the_question_and_turns_both_ways(qtbot: QtBot) -> None:
    visit = Visit(qtbot, STAGES["participation"])
    screen = visit.screen
    assert isinstance(screen, ParticipationScreen)
    first = visit.texts()
    assert "Ihre Meinung zählt." in first
    assert "**" not in first
    assert screen.decision.isHidden()
    assert screen.bottom.on.text() == "Weiter lesen"
    turn_to_question(visit)
    assert visit.intents == []
    while visit.texts() != first:
        visit.tap(screen.bottom.back)
    visit.tap(screen.bottom.back)
    assert visit.intents == [Backward()]


def test_all_of_the_text_is_on_some_page(qtbot: QtBot) -> None:
    visit = Visit(qtbot, STAGES["participation-details"])
    seen = visit.texts()
    while visit.screen.bottom.on.text() == "Weiter lesen":
        visit.tap(visit.screen.bottom.on)
        seen += "\n" + visit.texts()
    for paragraph in study_texts("P2"):
        assert paragraph.replace("**", "") in seen


def test_no_answer_is_said_gently_and_goes_nowhere(qtbot: QtBot) -> None:
    visit = Visit(qtbot, STAGES["participation"])
    screen = turn_to_question(visit)
    places = [choice.geometry() for choice in screen.decision.choices]
    visit.tap(screen.bottom.on)
    assert visit.intents == []
    assert "Bitte wählen Sie eine Antwort." in visit.texts()
    assert [choice.geometry() for choice in screen.decision.choices] == places
    visit.tap(screen.decision.choices[3])
    assert visit.intents == [Answer("4")]
    assert "Bitte wählen" not in visit.texts()
    chosen = replace(TAKE_PART, value="4")
    visit.show(Participation(chosen, study_texts("D3")))
    visit.tap(screen.bottom.on)
    assert last(visit) == Forward()


def test_details_lead_back_to_where_the_person_was(qtbot: QtBot) -> None:
    stage = STAGES["participation"]
    assert isinstance(stage, Participation)
    visit = Visit(qtbot, stage)
    screen = turn_to_question(visit)
    visit.tap(screen.details)
    assert last(visit) == ShowDetails(shown=True)
    visit.show(replace(stage, showing_details=True))
    assert "Wer ist verantwortlich?" in visit.texts()
    while last(visit) == ShowDetails(shown=True):
        visit.tap(screen.bottom.on)
    assert last(visit) == ShowDetails(shown=False)
    visit.show(stage)
    assert not screen.decision.isHidden()


def test_the_next_person_reads_from_the_first_page(qtbot: QtBot) -> None:
    stage = STAGES["participation"]
    visit = Visit(qtbot, stage)
    first = visit.texts()
    screen = turn_to_question(visit)
    visit.tap(screen.decision.choices[0])
    screen.reset()
    assert not any(choice.isChecked() for choice in screen.decision.choices)
    visit.show(stage)
    assert visit.texts() == first


def test_for_whom_needs_a_row(qtbot: QtBot) -> None:
    visit = Visit(qtbot, ForWhom(WHOM))
    assert isinstance(visit.screen, ForWhomScreen)
    visit.tap(visit.screen.bottom.on)
    assert visit.intents == []
    assert "Bitte wählen Sie eine Antwort." in visit.texts()
    visit.tap(visit.screen.decision.choices[1])
    visit.tap(visit.screen.bottom.on)
    assert visit.intents == [Answer("2"), Forward()]


# Review


def test_every_answer_is_on_some_page_and_can_be_changed(qtbot: QtBot) -> None:
    lines = tuple(
        replace(line, ref=f"{line.ref}/{number}") for number in range(4) for line in REVIEW_LINES
    )
    visit = Visit(qtbot, Review(lines))
    screen = visit.screen
    assert isinstance(screen, ReviewScreen)
    changed: list[str] = []
    seen = ""
    while True:
        seen += visit.texts()
        for row in screen.rows:
            if row.isVisible():
                visit.tap(row.button)
                intent = last(visit)
                assert isinstance(intent, Change)
                changed.append(intent.ref)
        if not screen.later.isEnabled():
            break
        visit.tap(screen.later)
    assert changed == [line.ref for line in lines]
    assert "nicht beantwortet" in seen


def test_after_a_change_the_same_page_shows(qtbot: QtBot) -> None:
    visit = Visit(qtbot, Review(REVIEW_LINES * 3))
    screen = visit.screen
    assert isinstance(screen, ReviewScreen)
    visit.tap(screen.later)
    before = [row.ref for row in screen.rows if row.isVisible()]
    visit.show(Review(REVIEW_LINES * 3))
    assert [row.ref for row in screen.rows if row.isVisible()] == before


def test_an_answer_taller_than_a_page_goes_on_on_the_next(qtbot: QtBot) -> None:
    services = [f"Dienst Nummer {number}" for number in range(60)]
    long = ReviewLine("/data/L1", "Was haben Sie gebraucht?", " · ".join(services))
    visit = Visit(qtbot, Review((long,)), panel="10.1 landscape")
    screen = visit.screen
    assert isinstance(screen, ReviewScreen)
    seen = ""
    while True:
        for row in screen.rows:
            if row.isVisible():
                assert screen.body.rect().contains(row.geometry())
                seen += row.answer.text() + " "
        if not screen.later.isEnabled():
            break
        visit.tap(screen.later)
    words = " ".join(seen.replace("·", " ").replace("…", " ").split())
    assert words == " ".join(services)


def test_finish_is_explained_and_in_the_place_of_weiter(qtbot: QtBot) -> None:
    visit = Visit(qtbot, Review(REVIEW_LINES))
    assert "kann niemand mehr sagen, welche Antworten von Ihnen sind" in visit.texts()
    visit.tap(visit.screen.bottom.on)
    visit.tap(visit.screen.bottom.back)
    assert visit.intents == [Finish(), Backward()]


def test_after_reset_no_answer_is_left_in_the_review(qtbot: QtBot) -> None:
    visit = Visit(qtbot, Review(REVIEW_LINES))
    visit.screen.reset()
    words = " ".join(label.text() for label in visit.screen.findChildren(QLabel))
    names = " ".join(each.accessibleName() for each in visit.screen.findChildren(QWidget))
    for line in REVIEW_LINES:
        assert line.label not in words + names
        assert not line.answer or line.answer not in words


# Messages


def test_keeping_on_has_the_focus_when_discarding_is_asked(qtbot: QtBot) -> None:
    visit = Visit(qtbot, STAGES["confirm-discard"])
    screen = visit.screen
    assert isinstance(screen, ConfirmDiscardScreen)
    screen.activateWindow()
    assert screen.focusWidget() is screen.bottom.on
    QTest.keyClick(screen.bottom.on, Qt.Key.Key_Return)
    visit.clock.pass_(1)
    visit.tap(screen.yes)
    assert visit.intents == [Resume(), ConfirmedDiscard()]


def test_help_shows_nothing_of_the_interview_and_leads_back(qtbot: QtBot) -> None:
    visit = Visit(qtbot, STAGES["help-called"])
    assert "Bitte warten Sie. Hilfe kommt." in visit.texts()
    visit.tap(visit.screen.bottom.on)
    assert visit.intents == [Resume()]


def still_there(qtbot: QtBot, keeps: bool = True) -> tuple[Visit, StillThereScreen]:
    visit = Visit(qtbot, StillThere(Welcome(), 45, keeps=keeps))
    assert isinstance(visit.screen, StillThereScreen)
    return visit, visit.screen


def test_a_tap_anywhere_is_a_yes(qtbot: QtBot) -> None:
    visit, screen = still_there(qtbot)
    QTest.mouseClick(screen, Qt.MouseButton.LeftButton, pos=QPoint(900, 500))
    assert visit.intents == [Resume()]


@pytest.mark.parametrize("key", [Qt.Key.Key_A, Qt.Key.Key_Left, Qt.Key.Key_1, Qt.Key.Key_Return])
def test_any_key_is_a_yes_once(qtbot: QtBot, key: Qt.Key) -> None:
    visit, screen = still_there(qtbot)
    QTest.keyClick(screen.yes, key)
    QTest.keyClick(screen.yes, key)
    assert visit.intents == [Resume()]


def test_what_follows_the_yes_is_swallowed(qtbot: QtBot) -> None:
    visit, screen = still_there(qtbot)
    QTest.mouseClick(screen.yes, Qt.MouseButton.LeftButton)
    visit.clock.pass_(0.2)
    assert not visit.guard.is_open(object())
    visit.clock.pass_(0.4)
    assert visit.guard.is_open(object())


def test_discarding_is_always_offered_and_what_happens_otherwise_is_said(qtbot: QtBot) -> None:
    visit, screen = still_there(qtbot)
    assert "Sonst speichern wir Ihre bisherigen Antworten anonym." in visit.texts()
    visit.tap(screen.discard)
    assert visit.intents == [Discard()]
    visit.show(StillThere(Welcome(), 45, keeps=False))
    assert "Sonst löschen wir Ihre Antworten." in visit.texts()
    assert screen.discard.isVisible()


def test_the_time_shows_in_the_second_half_only(qtbot: QtBot) -> None:
    visit, screen = still_there(qtbot)
    visit.clock.pass_(20)  # and one since it was shown
    screen.countdown.look()
    assert screen.left.text() == ""
    visit.clock.pass_(2)
    screen.countdown.look()
    assert screen.left.text() == "Noch 22 Sekunden"
    visit.clock.pass_(60)
    screen.countdown.look()
    assert screen.left.text() == ""


@pytest.mark.parametrize("farewell", Farewell)
def test_goodbye_leaves_after_twenty_seconds(qtbot: QtBot, farewell: Farewell) -> None:
    visit = Visit(qtbot, Goodbye(farewell))
    assert isinstance(visit.screen, GoodbyeScreen)
    assert visit.screen.message.headline.text()
    visit.clock.pass_(18.5)
    visit.screen.countdown.look()
    assert visit.intents == []
    visit.clock.pass_(0.5)
    visit.screen.countdown.look()
    visit.screen.countdown.look()
    assert visit.intents == [Leave()]


def test_goodbye_says_the_first_sentence_large_and_leaves_at_a_tap(qtbot: QtBot) -> None:
    visit = Visit(qtbot, STAGES["goodbye"])
    assert isinstance(visit.screen, GoodbyeScreen)
    assert visit.screen.message.headline.text() == "Vielen Dank!"
    assert "Ihre Antworten sind gespeichert." in visit.texts()
    QTest.mouseClick(visit.screen, Qt.MouseButton.LeftButton, pos=QPoint(700, 300))
    assert visit.intents == [Leave()]


def test_a_goodbye_out_of_sight_leaves_nothing(qtbot: QtBot) -> None:
    visit = Visit(qtbot, STAGES["goodbye"])
    assert isinstance(visit.screen, GoodbyeScreen)
    visit.screen.hide()
    visit.clock.pass_(60)
    visit.screen.countdown.look()
    assert visit.intents == []


# Staff


def enter(visit: Visit, pin: str) -> PinScreen:
    screen = visit.screen
    assert isinstance(screen, PinScreen)
    for digit in pin:
        key = next(key for key in screen.keypad.digits if key.text() == digit)
        visit.tap(key)
    return screen


def test_a_pin_is_handed_on_and_shown_nowhere(qtbot: QtBot) -> None:
    visit = Visit(qtbot, EnterPin())
    screen = enter(visit, "483920")
    assert "483920" not in visit.texts()
    assert screen.dots.text() == "6 Ziffern eingegeben"
    visit.tap(screen.bottom.on)
    assert visit.intents == [EnteredPin("483920")]
    assert screen.dots.text() == "0 Ziffern eingegeben"


def test_a_short_pin_is_not_handed_on(qtbot: QtBot) -> None:
    visit = Visit(qtbot, EnterPin())
    screen = enter(visit, "123456")
    visit.tap(screen.keypad.eraser)
    assert not screen.bottom.on.isEnabled()
    QTest.keyClick(screen, Qt.Key.Key_Return)
    assert visit.intents == []
    QTest.keyClicks(screen, "78")
    QTest.keyClick(screen, Qt.Key.Key_Return)
    assert visit.intents == [EnteredPin("1234578")]


def test_a_wrong_pin_is_said_until_the_next_digit(qtbot: QtBot) -> None:
    visit = Visit(qtbot, EnterPin(failed=True))
    assert "Diese PIN stimmt nicht." in visit.texts()
    enter(visit, "1")
    assert "Diese PIN stimmt nicht." not in visit.texts()


def test_a_lock_counts_down_and_opens(qtbot: QtBot) -> None:
    visit = Visit(qtbot, EnterPin(failed=True, wait_seconds=15))
    screen = visit.screen
    assert isinstance(screen, PinScreen)
    screen.countdown.look()
    assert "noch 14 Sekunden" in visit.texts()
    QTest.keyClicks(screen, "123456")
    assert screen.dots.text() == "0 Ziffern eingegeben"
    assert not screen.keypad.isEnabled()
    visit.clock.pass_(14)
    screen.countdown.look()
    assert screen.keypad.isEnabled()
    enter(visit, "123456")
    visit.tap(screen.bottom.back)
    assert visit.intents == [LeaveStaff()]


def test_digits_do_not_outlive_the_screen(qtbot: QtBot) -> None:
    visit = Visit(qtbot, EnterPin())
    screen = enter(visit, "123")
    screen.hide()
    screen.show()
    assert screen.dots.text() == "0 Ziffern eingegeben"


def staff(qtbot: QtBot, stage: StaffArea = STAFF) -> tuple[Visit, StaffScreen]:
    visit = Visit(qtbot, stage)
    assert isinstance(visit.screen, StaffScreen)
    return visit, visit.screen


def test_staff_see_counts_and_hand_over(qtbot: QtBot) -> None:
    visit, screen = staff(qtbot)
    assert "30–34" in visit.texts()
    assert "Vorzeitig beendet" in visit.texts()
    visit.tap(screen.places[1])
    visit.tap(screen.again)
    visit.tap(screen.bottom.back)
    assert visit.intents == [Export(Path("/srv/uebergabe")), Refresh(), LeaveStaff()]


def test_many_places_are_paged(qtbot: QtBot) -> None:
    places = tuple((f"/media/{number}", f"Stick {number}") for number in range(9))
    visit, screen = staff(qtbot, replace(STAFF, places=places))
    seen: list[str] = []
    while len(seen) < len(places):
        seen += [place.text() for place in screen.places if place.isVisible()]
        visit.tap(screen.more)
    assert seen == [name for _, name in places]


def test_while_busy_nothing_else_begins(qtbot: QtBot) -> None:
    _, screen = staff(qtbot, replace(STAFF, busy=True))
    for button in (*screen.places, screen.again, screen.end, screen.bottom.back):
        assert not button.isEnabled()
    assert "Bitte warten Sie." in screen.notice.words.text()


def test_trouble_is_told_by_words_and_sign(qtbot: QtBot) -> None:
    _, good = staff(qtbot, replace(STAFF, notice="Alles da."))
    _, bad = staff(qtbot, replace(STAFF, notice="Der Stick ist voll.", trouble=True))
    assert bad.notice.words.text() == "Das hat nicht geklappt. Der Stick ist voll."
    assert good.notice.sign.grab().toImage() != bad.notice.sign.grab().toImage()


def test_ending_asks_once_more(qtbot: QtBot) -> None:
    visit, screen = staff(qtbot)
    visit.tap(screen.end)
    assert visit.intents == []
    visit.tap(screen.stay)
    assert screen.end.isVisible()
    visit.tap(screen.end)
    visit.tap(screen.really)
    assert visit.intents == [Quit()]


# All


class Brackets(QTranslator):
    """A language in which every text of ours stands in brackets."""

    def isEmpty(self) -> bool:
        return False

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str:
        del context, disambiguation, n
        return f"[{source}]"


@pytest.fixture
def brackets(qapp: QApplication) -> Iterator[Callable[[], None]]:
    translator = Brackets()

    def install() -> None:
        assert qapp.installTranslator(translator)

    yield install
    qapp.removeTranslator(translator)


@pytest.mark.parametrize("name", STAGES)
def test_another_language_sets_every_text_of_ours(
    qtbot: QtBot, name: str, brackets: Callable[[], None]
) -> None:
    stage = STAGES[name]
    visit = Visit(qtbot, stage)
    theirs = (
        repr(stage).replace("**", "") + " Rothenburg/O.L. Was soll digital werden – und was nicht?"
    )
    theirs += (
        " freiwillig – anonym 5 oder 12 Minuten Deutsch Willkommen · Witajće k nam 0123456789 30–34"
    )
    brackets()
    QApplication.sendPostedEvents()
    buttons = [each for each in visit.screen.findChildren(Button) if each.isVisible()]
    lines = [*visit.texts().split("\n"), *(button.text() for button in buttons)]
    ours = [line for line in lines if line.lower() not in theirs.lower()]
    assert ours
    for line in ours:
        assert "[" in line or "]" in line, line


@pytest.mark.parametrize("name", STAGES)
def test_reset_brings_back_no_hidden_part(qtbot: QtBot, name: str) -> None:
    visit = Visit(qtbot, STAGES[name])
    screen = visit.screen
    shown = [part.isHidden() for part in (screen.top, screen.body, screen.bottom)]
    screen.reset()
    assert [part.isHidden() for part in (screen.top, screen.body, screen.bottom)] == shown
