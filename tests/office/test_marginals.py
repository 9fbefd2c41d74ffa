"""The Grundauszählung says what was counted, hides what is small and reads well."""

import io
import re
from datetime import date
from pathlib import Path
from typing import TypeGuard

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from office_instrument import STUDY, VARIABLES, header, people
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from kiosk.office.dataset import dataset
from kiosk.office.opening import OpeningReport, Refusal, Refused
from kiosk.office.report.content import block_of, blocks
from kiosk.office.report.front import FOOTNOTE, Survey
from kiosk.office.report.marginals import Marginals, marginals
from kiosk.office.report.printed import Bars, Grid, Words
from kiosk.office.tallies import Question, Tally, questions, tally_of
from kiosk.papers.typeface import Typeface, typeface
from kiosk.study.codebook import Option, Variable, VariableKind
from kiosk.study.codes import Missing
from kiosk.study.response import Response, ResponseKind

FONTS = Path(__file__).parents[2] / "resources" / "fonts"
SURVEY = Survey(
    title="Was soll in Rothenburg digital werden?",
    town="Rothenburg/O.L.",
    wave=1,
    version="1.0.0",
    study=STUDY,
    author="Stadt Rothenburg/O.L.",
    day=date(2026, 11, 22),
    forms=(("V", "Langfassung"), ("K", "Kurzfassung")),
)
REPORT = OpeningReport(7, 0, 400, 2, (Refused("a.kb.zip", Refusal.DAMAGED),), ())


@pytest.fixture(scope="module")
def face() -> Typeface:
    return typeface(FONTS)


@pytest.fixture(scope="module")
def made(face: Typeface) -> Marginals:
    return marginals(dataset(people(400), VARIABLES), SURVEY, face, REPORT)


@pytest.fixture(scope="module")
def pdf(made: Marginals) -> PdfReader:
    return PdfReader(io.BytesIO(made.pdf))


def flat(text: str) -> str:
    return " ".join(text.split())


def test_counts_are_those_of_the_responses() -> None:
    some = people(400)
    data = dataset(some, VARIABLES)
    by_name = {question.variable.name: question for question in questions(data)}
    given_z2 = [each.answers["Z2"] for each in some if "Z2" in each.answers]
    tally = by_name["Z2"].tallies[0]
    assert tally.counts == tuple(given_z2.count(option.code) for option in tally.options)
    given_b1 = [str(each.answers["B1"]).split() for each in some]
    several = by_name["B1"].tallies[0]
    assert several.counts[0] == sum("a" in chosen for chosen in given_b1)
    assert several.valid == sum(chosen[0].isalpha() for chosen in given_b1)
    assert several.missing[Missing.SKIPPED] == given_b1.count(["-95"])
    loops = [each.answers["L5"] for each in some if isinstance(each.answers.get("L5"), dict)]
    first = by_name["L5"].tallies[0]
    assert first.item == Option("PASS", "Personalausweis, Reisepass")
    assert first.asked == sum("PASS" in each for each in loops)


def test_every_question_is_in_the_report_word_for_word(pdf: PdfReader) -> None:
    text = flat(" ".join(page.extract_text() for page in pdf.pages))
    for variable in VARIABLES:
        if variable.kind is VariableKind.DERIVED:
            assert f" {variable.name} " not in text
            continue
        assert variable.wording in text
        for option in variable.options:
            if not option.code.startswith("-") and not variable.over:
                assert option.label in text
    assert "Grundauszählung" in text
    assert "übersprungen" in text
    assert FOOTNOTE in text
    assert "Nicht gezählt: 1 × beschädigt oder verändert." in text


def test_the_first_page_says_what_this_is(pdf: PdfReader) -> None:
    text = flat(pdf.pages[0].extract_text())
    for part in (
        "Rothenburg/O.L.", "400 Antworten", "Welle 1", "7c1f0d7a", "22.11.2026",
        "Langfassung", "Kurzfassung", "ja, allein",
    ):  # fmt: skip
        assert part in text


def test_pages_are_numbered_and_the_document_introduces_itself(pdf: PdfReader) -> None:
    total = len(pdf.pages)
    for number, page in enumerate(pdf.pages, start=1):
        assert f"Seite {number} von {total}" in page.extract_text()
        assert len(page.extract_text()) > 200
        assert [round(float(side)) for side in page.mediabox[2:]] == [595, 842]
    assert pdf.metadata is not None
    assert pdf.metadata.title == f"Grundauszählung – {SURVEY.title}"
    assert pdf.metadata.author == SURVEY.author
    assert str(pdf.root_object["/Lang"]) == "de-DE"


def test_all_fonts_are_embedded(pdf: PdfReader) -> None:
    fonts = [item for item in map(pdf.get_object, range(1, len(pdf.xref[0]) + 1)) if is_font(item)]
    assert {str(font["/BaseFont"]).split("-")[-1] for font in fonts} == {"Regular", "Bold"}
    for font in fonts:
        descriptor = font["/FontDescriptor"].get_object()
        assert isinstance(descriptor, DictionaryObject)
        assert "/FontFile2" in descriptor


def is_font(item: object) -> TypeGuard[DictionaryObject]:
    return isinstance(item, DictionaryObject) and item.get("/Type") == "/Font"


def test_every_question_has_a_bookmark_on_its_page(pdf: PdfReader) -> None:
    entries = [entry for entry in pdf.outline if not isinstance(entry, list)]
    asked = [each for each in VARIABLES if each.kind is not VariableKind.DERIVED]
    for variable in asked:
        title = f"{variable.name}  {variable.wording}"
        (entry,) = [each for each in entries if each.title == title]
        page = pdf.get_destination_page_number(entry)
        assert page is not None
        assert variable.wording in flat(pdf.pages[page].extract_text())


def test_no_question_is_split_over_two_pages(pdf: PdfReader) -> None:
    """Each heading's last answer stands on the heading's page."""
    pages = [flat(page.extract_text()) for page in pdf.pages]
    for variable in VARIABLES:
        if variable.kind is VariableKind.DERIVED or not variable.options:
            continue
        last = (variable.over or [each for each in variable.options if each.code[0] != "-"])[-1]
        home = next(text for text in pages if f"{variable.name} {variable.wording}" in text)
        assert last.label in home[home.index(f"{variable.name} {variable.wording}") :]


def test_the_same_input_gives_the_same_bytes(made: Marginals, face: Typeface) -> None:
    again = marginals(dataset(people(400)[::-1], VARIABLES), SURVEY, face, REPORT)
    assert again.pdf == made.pdf


def test_under_five_responses_it_shows_no_result(face: Typeface) -> None:
    made = marginals(dataset(people(4), VARIABLES), SURVEY, face, REPORT)
    (page,) = PdfReader(io.BytesIO(made.pdf)).pages
    text = flat(page.extract_text())
    assert "Noch keine Ergebnisse" in text
    assert "Wie alt sind Sie?" not in text
    assert "Langfassung" not in text


def test_with_a_dozen_responses_small_cells_are_dots_and_logged(face: Typeface) -> None:
    data = dataset(people(12), VARIABLES)
    made = marginals(data, SURVEY, face)
    assert {each.variable for each in made.suppressed} >= {"D1", "L3"}
    printed, _ = blocks(questions(data), data.rows)
    for block in printed:
        if isinstance(block, Bars):
            assert not any(bar.count in ("1", "2", "3", "4") for bar in block.bars)
        if isinstance(block, Grid):
            assert all(row.base not in ("1", "2", "3", "4") for row in block.rows)


@settings(max_examples=25, deadline=None)
@given(st.integers(1, 60), st.integers(0, 10**6))
def test_no_printed_count_is_small_whatever_people_answer(count: int, seed: int) -> None:
    data = dataset(people(count, seed), VARIABLES)
    for block in blocks(questions(data), data.rows)[0]:
        if isinstance(block, Words):
            continue
        figures = [bar.count for bar in block.bars] if isinstance(block, Bars) else []
        bases = [row.base for row in block.rows] if isinstance(block, Grid) else []
        assert not {"1", "2", "3", "4"} & {*figures, *bases}
        assert not re.search(r"(?<![\d.])[1-4](?![\d.])(?! %)", block.note.replace("(n)", ""))


def test_base_and_reasons_for_no_answer_stand_with_the_question() -> None:
    variable = Variable(
        "Q1", "Frage?", VariableKind.SINGLE,
        (Option("1", "ja"), Option("2", "nein"), Option("-98", "weiß ich nicht")), forms=("V", "K"),
    )  # fmt: skip
    tally = Tally(
        variable.options[:2], (60, 30), 90,
        {Missing.DONT_KNOW: 10, Missing.SKIPPED: 3, Missing.NOT_ASKED_FILTER: 97},
    )  # fmt: skip
    block, log = block_of(Question(variable, (tally,)), 200)
    assert isinstance(block, Bars)
    assert block.base == "Gefragt in V und K · n = 90 von 200 Antworten"
    assert [(bar.count, bar.percent) for bar in block.bars] == [("60", "67 %"), ("30", "33 %")]
    # 3 skipped alone would be worked out from the base: the next smallest is hidden with it
    assert block.note.replace("\u00a0", " ") == (
        "Ohne gültige Antwort: weiß ich nicht • · übersprungen • · nicht gestellt (Filter) 97"
    )
    assert log == ()


def test_a_number_is_a_mean_only_of_ten_or_more() -> None:
    variable = Variable("A9", "Von 10 Menschen?", VariableKind.NUMBER)

    def words(count: int) -> str:
        responses = [
            Response(f"{n:032x}", "", ResponseKind.COMPLETE, header(), {"A9": str(n % 2 + 3)})
            for n in range(count)
        ]
        block, _ = block_of(questions(dataset(responses, [variable]))[0], count)
        assert isinstance(block, Words)
        return block.base

    assert words(10) == "Mittelwert 3,5 · Median 3,5 · n = 10 von 10"
    assert "nicht gezeigt" in words(9)
    assert words(3).endswith("unter 5 Antworten")


def test_cover_and_question_hide_the_same(face: Typeface) -> None:
    """The division by mode on the first page is the one of the question, so none gives away."""
    data = dataset(people(40), VARIABLES)
    tally = tally_of(data, "S7")
    assert tally is not None
    (question,) = [each for each in questions(data) if each.variable.name == "S7"]
    assert question.tallies[0].counts == tally.counts
    made = marginals(data, SURVEY, face)
    first = flat(PdfReader(io.BytesIO(made.pdf)).pages[0].extract_text())
    assert "jemand tippt für mich •" in first


def test_a_question_longer_than_a_page_goes_on_over_the_page(face: Typeface) -> None:
    options = tuple(Option(str(code), f"Antwort Nummer {code}") for code in range(1, 91))
    variable = Variable("Q1", "Sehr lang?", VariableKind.SINGLE, options)
    responses = [
        Response(f"{n:032x}", "", ResponseKind.COMPLETE, header(), {"Q1": str(n % 90 + 1)})
        for n in range(900)
    ]
    made = marginals(dataset(responses, [variable]), SURVEY, face)
    text = flat(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(made.pdf)).pages))
    assert all(f"{option.label} 10 1 %" in text for option in options)
