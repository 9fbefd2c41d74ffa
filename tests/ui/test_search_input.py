"""Long lists: a few letters narrow them, by touch, on every panel."""

from collections.abc import Callable
from dataclasses import replace
from time import perf_counter

import pytest
import questions
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from terminal_glass import Person, buttons, person
from test_question_audit import MATRIX, audit

from kiosk.forms.view import ChoiceView, QuestionView
from kiosk.journey.intents import Answer, Backward, Forward
from kiosk.journey.presentation import KeyOrder, Presentation
from kiosk.ui.inputs.choice_input import ChoiceInput
from kiosk.ui.inputs.search_input import SearchInput
from kiosk.ui.widgets.button import Look
from kiosk.ui.widgets.choice import Choice
from kiosk.ui.widgets.setting import Offer
from kiosk.ui.widgets.text import Text

Asked = Callable[..., Person]
FRAME_SECONDS = 0.016


@pytest.fixture
def asked(qtbot: QtBot) -> Asked:
    def ask(question: QuestionView, panel: str = "15.6 landscape", size: int = 2) -> Person:
        someone = person(panel, size)
        qtbot.addWidget(someone.screen)
        someone.ask(question)
        return someone

    return ask


def tap(someone: Person, *names: str) -> None:
    for name in names:
        found = [b for b in buttons(someone.screen) if name in (b.objectName(), b.text())]
        assert len(found) == 1, name
        QTest.mouseClick(found[0], Qt.MouseButton.LeftButton)
        someone.wait()


def rows(someone: Person) -> list[str]:
    """What is found, as it stands on the glass."""
    found = [each for each in someone.screen.findChildren(Choice) if each.isVisible()]
    main = [each for each in found if each.look is Look.SECONDARY]
    return [each.text() for each in sorted(main, key=lambda each: each.y())]


def line(someone: Person, name: str = "chosen") -> str:
    texts = someone.screen.findChildren(Text)
    return "".join(each.text() for each in texts if each.objectName() == name and each.isVisible())


def names(someone: Person) -> set[str]:
    return {each.objectName() for each in buttons(someone.screen)}


def test_letters_narrow_the_list(asked: Asked) -> None:
    someone = asked(replace(questions.WORK, value=""))
    assert rows(someone) == ["Bad Muskau", "Bautzen", "Boxberg/O.L."]
    assert line(someone) == "40 Antworten"
    tap(someone, "r", "o")
    assert rows(someone) == [
        "Rothenburg/O.L.",
        "Verwaltungsgemeinschaft Rothenburg-Hähnichen mit allen Ortsteilen",
    ]
    assert line(someone) == "2 Antworten"
    tap(someone, "t", "choice 28")
    assert someone.intents == [Answer("28")]
    assert line(someone) == "Gewählt: Rothenburg/O.L."


@pytest.mark.parametrize("typed", ["lö", "lo", "loe"])
def test_umlauts_are_found_however_they_are_typed(asked: Asked, typed: str) -> None:
    someone = asked(replace(questions.WORK, value=""))
    tap(someone, *typed)
    assert rows(someone) == ["Lodenau", "Löbau"]


def test_nothing_found_says_so_and_erasing_brings_the_list_back(asked: Asked) -> None:
    someone = asked(replace(questions.WORK, value=""))
    tap(someone, "x", "x")
    assert rows(someone) == []
    assert line(someone, "nothing") == "Nichts gefunden. Bitte löschen Sie Buchstaben."
    assert ("nothing", line(someone, "nothing")) in someone.screen.spoken()
    tap(someone, "erase", "erase")
    assert len(rows(someone)) == 3
    assert line(someone, "nothing") == ""


def test_what_is_chosen_shows_whatever_is_typed(asked: Asked) -> None:
    someone = asked(questions.WORK)
    assert rows(someone)[0] == "Görlitz"
    tap(someone, "b")
    assert "Görlitz" not in rows(someone)
    assert line(someone) == "Gewählt: Görlitz"
    tap(someone, "choice 2")
    assert line(someone) == "Gewählt: Bautzen"


def test_pages_lead_on_and_back_and_round(asked: Asked) -> None:
    someone = asked(replace(questions.WORK, value=""))
    tap(someone, "s")
    seen = rows(someone)
    assert seen == ["Quitzdorf am See", "Schleife", "Schöpstal"]
    tap(someone, "pager")
    assert rows(someone) == ["Steinbach"]
    someone.screen.bottom.back.click()
    someone.wait()
    assert rows(someone) == seen
    assert someone.intents == []
    someone.screen.bottom.back.click()
    assert someone.intents == [Backward()]


def test_every_answer_of_the_whole_list_can_be_leafed_to(asked: Asked) -> None:
    someone = asked(replace(questions.WORK, value=""), panel="15.6 portrait")
    seen: list[str] = []
    while True:
        seen += rows(someone)
        (pager,) = (each for each in buttons(someone.screen) if each.objectName() == "pager")
        if pager.text() == "Von vorn":
            break
        tap(someone, "pager")
    assert seen == list(questions.TOWNS)
    tap(someone, "pager")
    assert rows(someone)[0] == "Bad Muskau"


def test_several_are_chosen_up_to_the_cap(asked: Asked) -> None:
    someone = asked(questions.VISITS)
    tap(someone, "choice 1", "choice 2")
    assert line(someone) == "Gewählt: Bad Muskau · Bautzen"
    tap(someone, "d", "choice 4")
    assert line(someone) == "Gewählt: 3 Antworten"
    assert someone.screen.heading.status.text().endswith("Gewählt: 3")
    tap(someone, "choice 5")
    assert someone.stage.question.value == "1 2 4"
    assert line(someone) == "Sie haben schon 3 Antworten gewählt. Mehr geht hier nicht."
    tap(someone, "choice 4")
    assert someone.stage.question.value == "1 2"
    tap(someone, "choice -99")
    assert someone.stage.question.value == "-99"


def test_on_tiny_glass_searching_has_its_own_page(asked: Asked) -> None:
    someone = asked(questions.WORK, panel="10.1 landscape")
    assert line(someone) == "Gewählt: Görlitz"
    assert rows(someone) == []
    tap(someone, "look")
    tap(someone, "r", "o", "choice 28")
    assert not someone.screen.heading.isVisible()
    tap(someone, "on")
    assert someone.intents == [Answer("28")]
    assert line(someone) == "Gewählt: Rothenburg/O.L."
    assert someone.screen.heading.isVisible()
    tap(someone, "on")
    assert someone.intents == [Answer("28"), Forward()]


def test_the_next_person_finds_nothing_typed(asked: Asked) -> None:
    someone = asked(replace(questions.WORK, value=""))
    tap(someone, "r", "o")
    someone.screen.reset()
    someone.ask(replace(questions.WORK, value=""))
    assert rows(someone)[0] == "Bad Muskau"


def test_the_letters_stand_as_the_person_chose(asked: Asked) -> None:
    someone = asked(questions.WORK)
    abc = Presentation("de", key_order=KeyOrder.ABC)
    someone.screen.show_offer(Offer(abc, abc))
    someone.wait()
    keys = [each.text() for each in buttons(someone.screen) if len(each.text()) == 1]
    assert "".join(keys).startswith("abcdefghijk")


def test_a_plain_list_nobody_can_leaf_through_is_searched_too(asked: Asked) -> None:
    many = replace(questions.WORK, search=False)
    few = replace(many, ref="/data/few", choices=many.choices[:24])
    for question, searched in ((many, True), (few, False)):
        screen = asked(question).screen
        assert [each.isVisible() for each in screen.findChildren(SearchInput)] == [searched]
        assert any(each.isVisible() for each in screen.findChildren(ChoiceInput)) is not searched


def test_it_says_how_to_search_and_what_shows(asked: Asked) -> None:
    someone = asked(questions.WORK)
    words = dict(someone.screen.spoken())
    assert words["search"] == "Es sind 40 Antworten. Tippen Sie den Anfang Ihrer Antwort."
    assert words["chosen"] == "Gewählt: Görlitz."
    assert words["7"] == "Antwort: Görlitz. Ausgewählt."
    assert words["-98"] == "Antwort: Weiß nicht."
    before = someone.screen.grab().toImage()
    someone.screen.mark("7")
    assert someone.screen.grab().toImage() != before


@pytest.mark.parametrize(("panel", "size"), MATRIX)
@pytest.mark.parametrize("question", questions.SEARCHED, ids=lambda question: question.name)
def test_searching_keeps_the_promises(
    qtbot: QtBot, panel: str, size: int, question: QuestionView
) -> None:
    someone = person(panel, size)
    qtbot.addWidget(someone.screen)
    someone.ask(question)
    audit(someone, f"{panel}, size {size}, {question.name}")
    if "look" in names(someone):
        tap(someone, "look")
        if panel != "10.1 landscape":
            audit(someone, f"{panel}, size {size}, {question.name}, searching")
    for typed in ("v", "x"):
        tap(someone, typed)
        if panel != "10.1 landscape":
            audit(someone, f"{panel}, size {size}, {question.name}, {typed}")
    for row in someone.screen.findChildren(Choice):
        if row.isVisible():
            assert not row.block(row.width()).broken


def test_twenty_thousand_answers_keep_up_with_the_finger(asked: Asked) -> None:
    labels = [f"Straße {at} {chr(97 + at % 26)}örtchen" for at in range(20_000)]
    street = tuple(ChoiceView(str(at), label) for at, label in enumerate(labels))
    someone = asked(replace(questions.WORK, choices=(*street, *questions.BOTH), value="77"))
    keys = {each.text(): each for each in buttons(someone.screen)}
    times = []
    for key in ("s", "t", "r", "Löschen", "Löschen", "Löschen", "b", "o", "Löschen", "Löschen"):
        someone.clock.pass_(1.0)
        start = perf_counter()
        keys[key].click()
        times.append(perf_counter() - start)
        QApplication.processEvents()
    assert sorted(times)[len(times) // 2] < FRAME_SECONDS
