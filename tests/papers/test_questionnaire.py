"""What a person gets on paper: every question with every choice, once and in the author's order."""

import io
from itertools import pairwise
from pathlib import Path

import pytest
from pypdf import PdfReader
from support import every_kind
from support.papers import face, fonts, pages, placed, rothenburg, squeezed
from support.random_forms import random_form

from kiosk.forms.form import Form, TextRef
from kiosk.forms.languages import fallback
from kiosk.forms.markdown import plain
from kiosk.papers.errors import NoLetters
from kiosk.papers.paper_form import (
    Choices,
    Digits,
    Lines,
    PaperChoice,
    PaperForm,
    PaperHeading,
    PaperNote,
    PaperQuestion,
    Shortfall,
)
from kiosk.papers.paper_study import PaperStudy
from kiosk.papers.phrases.german import GERMAN
from kiosk.papers.phrases.spoken import phrases, worded
from kiosk.papers.printing import paper_form
from kiosk.papers.questionnaire import Questionnaire, questionnaire
from kiosk.papers.sheet import BOTTOM, HEIGHT, LEFT, RIGHT, WIDTH
from kiosk.study.settings import Language

PAPERS = [
    (form, language) for form in rothenburg().printed for language in rothenburg().languages(form)
]
IDS = [f"{form}-{language.tag}" for form, language in PAPERS]
every_paper = pytest.mark.parametrize(("form", "language"), PAPERS, ids=IDS)
_CACHE: dict[tuple[str, str], bytes] = {}


def made(form: str, language: Language) -> bytes:
    key = (form, language.tag)
    if key not in _CACHE:
        paper = rothenburg().questionnaire(form, language, "1")
        _CACHE[key] = questionnaire(paper, phrases(language.tag), face())
    return _CACHE[key]


def text(form: Form, ref: TextRef, language: str) -> str:
    texts = form.itext[ref.identifier]
    chain = fallback(language, form.languages, form.default_language)
    pieces = next(texts[each] for each in chain if each in texts)
    return squeezed(plain("".join(each for each in pieces if isinstance(each, str))))


def body(pdf: bytes, form: str, language: Language) -> str:
    """The words of all pages without head, foot and page number, which stand on each of them."""
    found = pages(pdf)
    words = phrases(language.tag)
    paper = rothenburg().questionnaire(form, language, "1")
    inside = ""
    for number, page in enumerate(found, start=1):
        head = f"{paper.town} · {paper.form.title}" if number > 1 else ""
        around = squeezed(f"{head}{paper.code}{words.page.format(number=number, count=len(found))}")
        assert page.startswith(around)
        inside += page.removeprefix(around)
    return inside


def asked(item: PaperQuestion) -> str:
    """Everything that stands at a question, from its number on, in order."""
    written = [item.label, item.hint, item.advice]
    match item.answer:
        case Choices(choices):
            written += [part for each in choices for part in (each.label, each.hint)]
        case Digits(groups):
            written += [below for _, below in groups]
    return squeezed(f"{item.heading}{item.name}" + "".join(plain(each) for each in written))


@every_paper
def test_every_question_stands_there_once_with_all_its_choices_in_order(
    form: str, language: Language
) -> None:
    study = rothenburg()
    source = study.forms[form]
    paper = study.form(form, language)
    printed = body(made(form, language), form, language)
    at = 0
    for item in paper.questions:
        found = printed.find(asked(item), at)
        assert found >= 0, (item.name, asked(item))
        at = found + len(asked(item))
    for item in paper.questions:
        assert printed.count(asked(item)) == 1

    # What the paper asks is what the form asks, by the form itself.
    on_paper: dict[str, PaperQuestion] = {}
    for item in paper.questions:
        on_paper.setdefault(item.name.partition("\u00a0")[0], item)
    not_asked = {"K": {"X1"}, "V": {"M1"}, "A": {"A1"}}.get(form, set())
    names = [each.name for each in source.questions.values()]
    assert list(on_paper) == [each for each in names if each not in not_asked]
    for question in source.questions.values():
        if question.name in not_asked:
            continue
        item = on_paper[question.name]
        assert squeezed(plain(item.label)) in text(source, question.label, language.name)
        if question.itemset is not None:
            assert isinstance(item.answer, Choices)
            assert [squeezed(plain(each.label)) for each in item.answer.choices] == [
                text(source, each.label, language.name) for each in question.itemset.items
            ]


@every_paper
def test_nothing_stands_outside_the_page(form: str, language: Language) -> None:
    for each in placed(made(form, language)):
        assert each.left >= LEFT - 1, each
        assert each.right <= WIDTH - RIGHT + 1, each
        assert 30 <= each.base <= HEIGHT - 40, each
        if each.size > 11:  # what is read stands above the foot
            assert each.base >= BOTTOM, each


@every_paper
def test_large_print(form: str, language: Language) -> None:
    """14 points and up but for the head, the foot and the names for data entry."""
    least = {each.size for each in placed(made(form, language))}
    assert {each for each in least if each < 14} <= {9.0, 11.0}
    assert max(least) == 30
    body_size = 18.0 if language.tag == "de-x-leicht" else 16.0
    assert body_size in least


@every_paper
def test_no_question_that_has_room_on_a_page_is_torn(form: str, language: Language) -> None:
    found = pages(made(form, language))
    for item in rothenburg().form(form, language).questions:
        whole = asked(item)
        answer = item.answer
        if isinstance(answer, Choices) and len(answer.choices) > 16:
            continue
        assert any(whole in page for page in found), item.name


@every_paper
def test_all_copies_are_alike_and_say_their_print_run(form: str, language: Language) -> None:
    study = rothenburg()
    pdf = made(form, language)
    again = questionnaire(study.questionnaire(form, language, "1"), phrases(language.tag), face())
    assert again == pdf
    code = squeezed(f"{form} · {language.tag} · {study.hash}-1")
    assert all(code in page for page in pages(pdf))


@every_paper
def test_letters_are_embedded_and_the_file_says_what_it_is(form: str, language: Language) -> None:
    pdf = made(form, language)
    assert {name.partition("+")[2][:8] for name, _ in fonts(pdf)} == {"Atkinson"}
    assert all(embedded for _, embedded in fonts(pdf))
    reader = PdfReader(io.BytesIO(pdf))
    assert reader.metadata is not None
    assert reader.metadata.title == (
        f"{rothenburg().forms[form].title} – {rothenburg().settings.title}"
    )
    assert str(reader.root_object["/Lang"]) == language.tag
    marks = [str(each["/Title"]) for each in reader.outline if not isinstance(each, list)]
    headings = [each.heading for each in rothenburg().form(form, language).questions]
    assert [each for each in marks if each in headings] == headings


def test_another_print_run_differs_in_its_code_alone() -> None:
    study = rothenburg()
    language = study.languages("U")[0]
    first, second = (
        "".join(pages(questionnaire(study.questionnaire("U", language, batch), GERMAN, face())))
        for batch in ("B7", "C7")
    )
    assert first != second
    assert first.replace(f"{study.hash}-B7", "") == second.replace(f"{study.hash}-C7", "")


def test_the_first_page_says_what_is_voluntary_and_how_to_cross() -> None:
    language = rothenburg().languages("V")[0]
    first = "".join(pages(made("V", language))[:2])
    for said in (
        rothenburg().settings.title,
        "Diese Umfrage ist freiwillig und anonym.",
        "Sie können jede Frage auslassen",
        GERMAN.cross,
        GERMAN.correct,
        GERMAN.box,
        GERMAN.box_here,
    ):
        assert squeezed(said) in first
    # True only in front of the terminal.
    for device in ("keine Kamera", "„Fertig“", "(bitte eintragen)", "**"):
        assert squeezed(device) not in "".join(pages(made("V", language)))
    last = pages(made("V", language))[-1]
    assert squeezed(GERMAN.thanks) in last


@pytest.mark.parametrize(
    ("form", "tag", "name", "direction"),
    [
        ("V", "de", "Z4",
         "Nur wenn Sie bei Frage 6 „seltener“ oder „nie“ angekreuzt haben.\n"
         "Sonst gehen Sie weiter zu Frage 8."),
        ("V", "de", "K1",
         "Nur wenn Sie bei Frage 6 „jeden Tag oder fast jeden Tag“, „jede Woche“ oder „seltener“ "
         "angekreuzt haben.\nSonst gehen Sie weiter zu Frage 15."),
        ("V", "de", "K3", ""),  # said at K1 for all four
        ("V", "de", "H2", ""),  # half of the sample by lot: on paper everybody
        ("V", "de", "F2",
         "Nur wenn Sie bei Frage 37 „ja, gern“ oder „vielleicht“ angekreuzt haben.\n"
         "Sonst gehen Sie weiter zu Frage 40."),
        ("V", "de", "X1",
         "Nur wenn Sie bei Frage 1 nicht „jemand hilft mir“ oder „jemand tippt für mich“ "
         "angekreuzt haben.\nSonst gehen Sie weiter zu Frage 43."),
        ("K", "de-x-leicht", "F3",
         "Hier antworten Sie nur, wenn das stimmt:\nSie haben bei Frage 13 „Ja“ oder "
         "„Vielleicht“ angekreuzt.\nStimmt das **nicht**?\nDann gehen Sie zu Frage 15."),
        ("K", "pl", "Z4",
         "Tylko jeśli w pytaniu 3 zaznaczono „rzadziej” lub „nigdy”.\n"
         "W innym przypadku proszę przejść do pytania 5."),
        ("K", "en", "Z4",
         "Only if you ticked “less often” or “never” at question 3.\n"
         "Otherwise go on to question 5."),
    ],
)  # fmt: skip
def test_who_is_asked_is_said_in_words(form: str, tag: str, name: str, direction: str) -> None:
    study = rothenburg()
    language = next(each for each in study.languages(form) if each.tag == tag)
    item = next(each for each in study.form(form, language).questions if each.name == name)
    assert item.direction == direction
    assert squeezed(plain(direction)) in "".join(pages(made(form, language)))


def test_what_paper_does_otherwise_is_named() -> None:
    study = rothenburg()
    found = {
        (form, each.question, each.shortfall)
        for form, language in PAPERS
        for each in study.form(form, language).findings
    }
    assert found == {
        ("V", "loop", Shortfall.ROUNDS),
        ("A", "loop", Shortfall.ROUNDS),
        ("V", "H2", Shortfall.DRAWN),
        ("V", "F2", Shortfall.DRAWN),
        ("V", "L6", Shortfall.UNFILTERED),
        ("U", "U5", Shortfall.UNFILTERED),
        ("O", "U5", Shortfall.UNFILTERED),
        ("K", "S7", Shortfall.TOUCH),
        ("K", "L1k", Shortfall.TOUCH),
        ("V", "S7", Shortfall.TOUCH),
    }


def test_rounds_are_about_what_the_person_writes_on_their_line() -> None:
    study = rothenburg()
    items = study.form("V", study.languages("V")[0]).items
    rounds = [each for each in items if isinstance(each, PaperHeading)]
    assert [each.text for each in rounds] == ["Leistung 1", "Leistung 2", "Leistung 3"]
    assert all(each.about == GERMAN.about for each in rounds)
    assert "Frage 18" in rounds[0].advice
    asked_in = [each for each in items if isinstance(each, PaperQuestion) and "·" in each.name]
    assert [each.name.replace("\u00a0", " ") for each in asked_in[:4]] == [
        "L3 · 1", "L4 · 1", "L5 · 1", "L3 · 2",
    ]  # fmt: skip
    assert asked_in[0].label == "Wie wichtig ist Ihnen, dass das auch online geht?"


@pytest.mark.parametrize("seed", range(40))
def test_any_form_has_a_paper(seed: int) -> None:
    form = random_form(seed)
    paper = paper_form("R", form, "", GERMAN, presets={})
    numbers = [each.number for each in paper.questions]
    assert numbers == list(range(1, len(numbers) + 1))
    for left, right in pairwise(numbers):
        assert right == left + 1
    pdf = questionnaire(
        Questionnaire("Probe", "Stadt", paper, ("Text",), "R · x-1", "Deutsch", (), {}),
        GERMAN,
        face(),
    )
    printed = "".join(pages(pdf))
    assert all(squeezed(each.heading) in printed for each in paper.questions)


def long_form(*items: PaperQuestion | PaperNote | PaperHeading) -> bytes:
    form = PaperForm("T", "Probe", "de", items, ())
    made_of = Questionnaire("Probe", "Stadt", form, (), "T · 1-1", "Deutsch", ("Rathaus",), {})
    return questionnaire(made_of, GERMAN, face())


def question(number: int, answer: Choices | Digits | Lines, label: str = "Frage?") -> PaperQuestion:
    return PaperQuestion(number, f"Frage {number}", f"Q{number}", label, "", "", answer)


def test_choices_and_texts_of_any_length_stay_on_their_pages() -> None:
    many = "mit sehr vielen Worten " * 9
    long = tuple(PaperChoice(str(each), f"Antwort {each} {many}") for each in range(30))
    word = "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnung"
    pdf = long_form(
        question(1, Choices(long, several=True)),
        question(2, Choices(long[:4], scale=True), word),
        PaperHeading("Überschrift", "Rat", "Worum:"),
        question(3, Digits(((2, "Tag"), (2, "Monat"), (4, "Jahr")))),
        question(4, Digits(((4, ""), (2, "")), ",")),
        question(5, Lines(8)),
        PaperNote("Ein Hinweis " * 40),
    )
    printed = "".join(pages(pdf))
    assert all(squeezed(each.label) in printed for each in long)
    assert squeezed("Ein Hinweis " * 40) in printed
    assert word in printed
    assert all(each.right <= WIDTH - RIGHT + 1 for each in placed(pdf))


def test_letters_that_the_typeface_lacks_are_named() -> None:
    with pytest.raises(NoLetters, match="ґ"):
        long_form(question(1, Lines(2), "Їжак і ґанок"))


def test_languages_without_sentences_of_their_own_get_german_ones() -> None:
    assert phrases("de-AT") is GERMAN
    assert phrases("uk") is GERMAN
    assert [worded(each) for each in ("de", "de-x-leicht", "pl", "uk", "hsb")] == [
        True, True, True, False, False,
    ]  # fmt: skip


def test_every_kind_of_question_has_room_for_its_answer(tmp_path: Path) -> None:
    opened = every_kind.study(tmp_path)
    study = PaperStudy(opened.settings, opened.forms, opened.media, opened.short_hash)
    (language,) = study.languages(every_kind.FORM)
    paper = study.form(every_kind.FORM, language)
    answers = {each.name.partition("\u00a0")[0]: each.answer for each in paper.questions}
    assert answers["OK"] == Choices((PaperChoice("OK", "gelesen"),), several=True)
    assert answers["ZIMMER"] == Digits(((4, ""),))
    assert answers["FLAECHE"] == Digits(((4, ""), (2, "")), ",")
    assert answers["EINZUG"] == Digits(((2, "Tag"), (2, "Monat"), (4, "Jahr")))
    assert answers["UMBAU"] == Digits(((2, "Monat"), (4, "Jahr")))
    assert answers["GEBURT"] == Digits(((4, "Jahr"),))
    assert answers["AUFSTEHEN"] == Digits(((2, "Stunde"), (2, "Minute")), ":")
    assert answers["ORT"] == Lines(1)
    assert answers["ORTE"] == Lines(3)
    written = {each.question for each in paper.findings if each.shortfall is Shortfall.WRITTEN}
    assert written == {"ORT", "ORTE", "WER"}
    pdf = questionnaire(study.questionnaire(every_kind.FORM, language, "1"), GERMAN, face())
    printed = "".join(pages(pdf))
    assert all(squeezed(plain(f"{each.label}{each.hint}")) in printed for each in paper.questions)
