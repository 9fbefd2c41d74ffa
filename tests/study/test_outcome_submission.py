"""A sealed response written as an XForm is the interview written as an XForm."""

from pathlib import Path
from random import Random
from uuid import UUID
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from support import every_kind
from support.random_forms import random_form
from support.rothenburg import SOURCE
from support.rothenburg_forms import form, interview

from kiosk.forms.entry import FormEntry
from kiosk.forms.errors import FormError
from kiosk.forms.submission import submission
from kiosk.forms.view import Kind
from kiosk.study.building import compile_workbook
from kiosk.study.outcome import outcome
from kiosk.study.response import Response, ResponseHeader, ResponseKind, from_json, to_json
from kiosk.study.study import Study
from kiosk.study.submission import identifier_of, instance_of, xform

XF = "{http://www.w3.org/2002/xforms}"
ORX = "{http://openrosa.org/xforms}"
RESPONSE_ID = "0123456789abcdef0123456789abcdef"


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Study:
    return every_kind.study(tmp_path_factory.mktemp("every"))


def sealed(entry: FormEntry) -> Response:
    """What the office reads of the interview."""
    header = ResponseHeader(
        study="0" * 64, project="p", wave=1, form=entry.form.identifier, form_version="1",
        language="de", site="rathaus", week="2026-W47", text_size=1, read_aloud=0, app_version="1",
    )  # fmt: skip
    answers = outcome(entry)
    return from_json(
        to_json(Response(RESPONSE_ID, "1" * 32, ResponseKind.COMPLETE, header, answers))
    )


def walk(entry: FormEntry, draw: Random) -> FormEntry:
    """Somebody who answers at random, and sometimes goes back and answers otherwise."""
    steps = 0
    while (question := entry.question()) is not None:
        assert entry.answer(every_kind.reply(question, draw)) is None, question
        steps += 1
        if draw.random() < 0.1 and steps < 200:
            entry.backward()
        else:
            entry.forward()
    return entry


def same(entry: FormEntry) -> None:
    uuid = UUID(int=7)
    response = sealed(entry)
    rebuilt = instance_of(response, entry.form)
    assert submission(rebuilt, uuid) == submission(entry.instance, uuid)


@pytest.mark.parametrize("name", ["V", "K", "U", "O", "A"])
def test_the_real_forms_come_back_whole(name: str) -> None:
    for seed in range(12):
        entry = interview(name, seed, X1_AN=str(seed % 2), A1_AN=str(seed % 2), WELLE="1")
        same(walk(entry, Random(seed)))


def test_every_kind_of_question_comes_back_whole(study: Study) -> None:
    for seed in range(40):
        draw = Random(seed)
        entry = FormEntry(study.forms[every_kind.FORM], random=draw.random, preset={"AN": "1"})
        same(walk(entry, draw))


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 2**32))
def test_random_forms_come_back_whole(seed: int) -> None:
    try:
        drawn = random_form(seed)
    except FormError:
        return
    entry = FormEntry(drawn, random=lambda: 0.5)
    draw = Random(seed)
    while (question := entry.question()) is not None:
        if question.kind is Kind.REPEAT:
            value = str(draw.randint(int(question.value or 0), 3)) if draw.random() < 0.3 else ""
            value = value or question.value
        else:
            value = draw.choice(("", "1", "2", "3"))
        assert entry.answer(value) is None
        entry.forward()
    if leaves_no_trace(entry):
        return
    same(entry)


def leaves_no_trace(entry: FormEntry) -> bool:
    """Whether an entry of an open repeat holds no variable: the one thing a response lacks."""
    stored = {path for path, each in entry.form.questions.items() if each.kind is not Kind.REPEAT}
    stored |= set(entry.form.derived)
    return any(
        repeat.prompt is not None
        and not any(below.template in stored for below in node.descendants())
        for repeat in entry.form.repeats.values()
        for node in entry.instance.nodes(repeat.path)
    )


@pytest.mark.parametrize("name", ["V", "K", "U", "O", "A"])
def test_elements_stand_as_pyxform_has_them(name: str) -> None:
    primary = ElementTree.fromstring(compile_workbook(SOURCE / f"{name}.md"))
    (data,) = next(iter(primary.iter(f"{XF}instance")))
    for seed in range(5):
        raw = xform(sealed(walk(interview(name, seed), Random(seed))), form(name))
        fits(etree.fromstring(raw), data)


def test_every_kind_stands_as_pyxform_has_it(study: Study, tmp_path: Path) -> None:
    every_kind.write_source(tmp_path / "source")
    compiled = compile_workbook(tmp_path / "source" / f"{every_kind.FORM}.md")
    (data,) = next(iter(ElementTree.fromstring(compiled).iter(f"{XF}instance")))
    for seed in range(10):
        entry = every_kind.interview(study, seed)
        fits(etree.fromstring(xform(sealed(entry), entry.form)), data)


def fits(element: etree._Element, model: ElementTree.Element) -> None:
    """The same names in the same order; what is not relevant may be left out, entries repeat."""
    names = [child.tag.rpartition("}")[2] for child in model if "meta" not in child.tag]
    order = list(dict.fromkeys(names))
    given = [each for each in element if each.tag != f"{ORX}meta"]
    places = [order.index(str(each.tag)) for each in given]
    assert places == sorted(places)
    for each in given:
        fits(each, next(c for c in model if c.tag.rpartition("}")[2] == each.tag))


def test_the_instance_id_is_a_random_uuid_made_of_the_response_id(study: Study) -> None:
    response = sealed(every_kind.interview(study, 1))
    root = etree.fromstring(xform(response, study.forms[every_kind.FORM]))
    named = root.findtext(f"{ORX}meta/{ORX}instanceID")
    assert named == f"uuid:{identifier_of(response)}"
    assert identifier_of(response).version == 4
    assert root.get("id") == every_kind.FORM
    assert not {"start", "end"} & {etree.QName(each).localname for each in root.iter()}


def test_no_answer_in_words_is_in_the_file(study: Study) -> None:
    for seed in range(10):
        response = sealed(every_kind.interview(study, seed))
        assert every_kind.WORDS[:8] in str(response.answers)
        raw = xform(response, study.forms[every_kind.FORM])
        assert every_kind.WORDS[:8].encode() not in raw
        assert b"<WUNSCH/>" in raw


def test_chosen_missing_codes_stay_and_the_others_become_empty(study: Study) -> None:
    entry = every_kind.interview(study, 1)
    response = sealed(entry)
    answers = {**response.answers, "WOHNEN": "-98", "NOTE": "-95", "ZIMMER": "-94"}
    changed = Response(RESPONSE_ID, "1" * 32, ResponseKind.COMPLETE, response.header, answers)
    root = etree.fromstring(xform(changed, entry.form))
    assert root.findtext("WOHNEN") == "-98"
    assert root.findtext("NOTE") == ""
    assert root.findtext("zahlen/ZIMMER") == ""
