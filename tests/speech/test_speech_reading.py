from kiosk.forms.view import ChoiceView, Kind, QuestionView
from kiosk.speech.protocol import Segment
from kiosk.speech.reading import QUESTION, choice_id, reading

ASKED = QuestionView(
    "/data/D1",
    "D1",
    Kind.SELECT_ONE,
    "Nutzen Sie das Internet?",
    "Auch auf dem Handy.",
    choices=(ChoiceView("1", "ja"), ChoiceView("-98", "weiß nicht", "oder unsicher", apart=True)),
)


def test_the_question_comes_first_and_no_choice_is_a_bare_word() -> None:
    assert reading(ASKED, "de-x-leicht") == (
        Segment(QUESTION, "Nutzen Sie das Internet? Auch auf dem Handy.", "de-x-leicht"),
        Segment(choice_id("1"), "Antwort 1: ja", "de-x-leicht"),
        Segment(choice_id("-98"), "Antwort 2: weiß nicht. oder unsicher", "de-x-leicht"),
    )


def test_a_language_whose_word_for_answer_we_lack_gets_none() -> None:
    assert [segment.text for segment in reading(ASKED, "hsb")][1:] == [
        "ja",
        "weiß nicht. oder unsicher",
    ]


def test_a_question_without_choices_is_read_alone() -> None:
    asked = QuestionView("/data/O1", "O1", Kind.TEXT, "Was noch?")
    assert reading(asked, "de") == (Segment(QUESTION, "Was noch?", "de"),)
