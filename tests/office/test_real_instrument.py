"""The real study: what people answer in the form engine is what the data file and report hold."""

import io
from datetime import date
from functools import cache
from pathlib import Path
from random import Random

from office_instrument import VARIABLES, header
from pypdf import PdfReader
from support.respondent import answer
from support.rothenburg import study

from kiosk.forms.entry import FormEntry
from kiosk.office.columns import Part
from kiosk.office.dataset import dataset
from kiosk.office.report.front import Survey
from kiosk.office.report.marginals import marginals
from kiosk.papers.typeface import typeface
from kiosk.study.codebook import Variable, VariableKind
from kiosk.study.outcome import outcome
from kiosk.study.response import Response, ResponseKind
from kiosk.study.variables import codebook


@cache
def variables() -> tuple[Variable, ...]:
    return codebook(form for name, form in study().forms.items() if name in ("V", "K"))


@cache
def interviews() -> tuple[Response, ...]:
    return tuple(interview(Random(seed), "VK"[seed % 2]) for seed in range(30))


def interview(draw: Random, form: str) -> Response:
    preset = {"WELLE": "1", "VORLESEN": "0", "X1_AN": "1"}
    entry = FormEntry(study().forms[form], random=draw.random, preset=preset)
    while entry.at:
        question = entry.question()
        assert question is not None
        assert entry.answer(answer(question, draw)) is None
        entry.forward()
    ids = (f"{draw.getrandbits(128):032x}", f"{draw.getrandbits(128):032x}")
    return Response(*ids, ResponseKind.COMPLETE, header(form), outcome(entry))


def test_the_columns_are_those_of_the_analysis_plan() -> None:
    names = dataset(interviews(), variables()).frame.columns
    assert names[:9] == [
        "WELLE", "INSTR", "INSTR_VER", "KW", "SPRACHE2", "VORLESEN", "ABBRUCH", "MODUS",
        "MODUS_ANT",
    ]  # fmt: skip
    expected = {
        "HILFE", "SPLIT", "D1", "D2", "D3", "D4", "B1_A", "L1_PASS", "L1_X", "L1K_AUSW", "L3_PASS",
        "L5_LRA", "L6K_X", "L7_Y", "L_ZUG1", "L_ZUG2", "L_ZUG3", "L_M", "L_K",
    }  # fmt: skip
    assert expected <= set(names)
    assert not {"X1", "L_FOLGE", "DIENST"} & set(names)
    assert len(names) == len(set(names))


def test_every_answer_is_found_again() -> None:
    data = dataset(interviews(), variables())
    rows = data.frame.rows(named=True)
    ordered = sorted(interviews(), key=lambda each: each.response_id)
    for response, row in zip(ordered, rows, strict=True):
        for column in data.columns[9:]:
            value = response.answers.get(column.variable.name)
            cell = row[column.name]
            if value is None:
                assert cell in (-96, -97)
            elif column.part is Part.CHOICE and isinstance(value, str) and value[:1].isalpha():
                assert cell == int(column.key in value.split())
            elif column.part is Part.WHOLE and isinstance(value, dict):
                assert cell == int(value.get(column.entry, "-97"))
            elif column.variable.options and isinstance(value, str) and value.lstrip("-").isdigit():
                assert cell == int(value)


def test_the_draw_and_the_loop_agree() -> None:
    data = dataset(interviews(), variables())
    items = [item.code for item in next(each.over for each in variables() if each.over)]
    drawn_somewhere = False
    for row in data.frame.rows(named=True):
        drawn = {items[row[f"L_ZUG{n}"] - 1] for n in (1, 2, 3) if row[f"L_ZUG{n}"] > 0}
        assert drawn == {item for item in items if row[f"L3_{item}"] not in (-96, -97)}
        drawn_somewhere = drawn_somewhere or bool(drawn)
    assert drawn_somewhere


def test_the_fixture_of_the_other_tests_mirrors_the_study() -> None:
    """Wording and codes; the fixture's invented people would else prove nothing."""
    real = {each.name: each for each in variables()}
    for mine in VARIABLES:
        theirs = real[mine.name]
        if mine.kind is not VariableKind.DERIVED:
            assert (theirs.wording, theirs.kind) == (mine.wording, mine.kind)
            assert theirs.options == mine.options
            assert theirs.over == mine.over


def test_the_report_of_the_real_study_can_be_set() -> None:
    face = typeface(Path(__file__).parents[2] / "resources" / "fonts")
    survey = Survey("Titel", "Rothenburg/O.L.", 1, "1.0.0", "a" * 64, "Stadt", date(2026, 11, 22))
    made = marginals(dataset(interviews(), variables()), survey, face)
    text = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(made.pdf)).pages)
    for variable in variables():
        if variable.kind is not VariableKind.DERIVED:
            assert variable.wording.split()[0] in text
