"""The Rothenburg workbooks say and ask exactly what the instrument says and asks."""

import csv
import re
import xml.etree.ElementTree as ET
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from lxml import etree
from pyxform.xls2xform import convert

STUDY = Path(__file__).parents[2] / "resources" / "studies" / "rothenburg"
GOLDEN = Path(__file__).with_name("rothenburg_wording.tsv")

XF = "{http://www.w3.org/2002/xforms}"
JR = "{http://openrosa.org/javarosa}"
KIOSK = "{https://bedarfskiosk.eu/xforms}"

GERMAN = "Deutsch (de)"
# pyxform knows two- and three-letter tags only; de-x-leicht is BCP 47 all the same.
UNKNOWN_TAG = "machine-readable codes: Leichte Sprache (de-x-leicht). Learn more"

# pyxform straightens typographic quotes; „Fertig“ must keep its own, so they travel in disguise.
QUOTES = str.maketrans("‘’“”", "\ue000\ue001\ue002\ue003")
UNQUOTES = str.maketrans("\ue000\ue001\ue002\ue003", "‘’“”")

ORDER = {
    "S": "S3 S5",
    "V": "S7 D1 E3 E4 Z1 Z2 Z4 Z3 Z5 Z6 K1 K3 K5 K6 O1 O2 O4 L1 L2 L3 L4 L5 L6 L7 W2 W3 B1 H1 H2 "
    "H3 F1 F2 F3 F4 I1 M1 X1 X2 D2 D3 D4",
    "K": "S7 D1 Z2 Z4 K3 K5 Z5 L1k L6k W2 B1 H1 F1 F3 X1 X2 D2 D3",
    "U": "U1 U2 U3 U4 U5 U6 U7 U8 U9 U10 U11 U12 U13",
    "O": "UO1 UO2 U2 U3 U4 U5 U6 U7 U9 U10 U11 U12 U13",
    "A": "A1 A2 A3 A4 A5 A6 A7 A8 A9 A10 A11 A12_1 A12_2 A12_3 A12_4 A12_5 A13 A14_1 A14_2 A14_3 "
    "A14_4 A14_5 A14_6 A15_1 A15_2 A15_3 A15_4 A15_5 A16 A17 A18 A19 A20 A21",
}
ROUTES = {
    "S": {"S5": "S3"},
    "V": {
        "Z3": "Z2",
        "Z4": "Z2",
        "K1": "Z2",
        "K3": "Z2",
        "K5": "Z2",
        "K6": "Z2",
        "H2": "SPLIT",
        "F2": "F1 SPLIT",
        "F3": "F1",
        "M1": "WELLE",
    },
    "K": {"Z4": "Z2", "K3": "Z2", "K5": "Z2", "F3": "F1", "X1": "X1_AN"},
    "U": {},
    "O": {},
    "A": {"A1": "A1_AN"},
}
DESIGN = {
    "S": {},
    "V": {"H2": "SPLIT", "F2": "SPLIT", "M1": "WELLE"},
    "K": {"X1": "X1_AN"},
    "U": {},
    "O": {},
    "A": {"A1": "A1_AN"},
}
MOST = {
    "S": {},
    "V": {"Z4": 3, "L6": 3, "L7": 3, "B1": 3, "H1": 3, "H2": 2, "H3": 2, "F2": 3, "F3": 3, "I1": 3},
    "K": {"Z4": 3, "L6k": 3, "B1": 3, "H1": 3, "F3": 3},
    "U": {"U5": 3, "U9": 3, "U11": 3},
    "O": {"U5": 3, "U9": 3, "U11": 3},
    "A": dict.fromkeys(("A10", "A11", "A16", "A17", "A19"), 3),
}
LAYOUT_UO = {"U3": "tiles", "U4": "tiles", "U5": "pick", "U6": "scale", "U10": "scale"}
SCALES = ("E3", "Z3", "K1", "K3", "K5", "K6", "O1", "O2", "O4", "L3", "L4", "X2")
SCALES_A = (
    *("A4", "A5", "A6"),
    *(f"A12_{number}" for number in range(1, 6)),
    *(f"A14_{number}" for number in range(1, 7)),
    *(f"A15_{number}" for number in range(1, 6)),
)
LAYOUT = {
    "S": {},
    "V": {
        **dict.fromkeys(SCALES, "scale"),
        "L1": "tiles",
        "L2": "tiles",
        "L6": "pick",
    },
    "K": {"K3": "scale", "K5": "scale", "X2": "scale", "L1k": "tiles", "L6k": "pick"},
    "U": LAYOUT_UO,
    "O": LAYOUT_UO,
    "A": {**dict.fromkeys(SCALES_A, "scale"), "A3": "tiles", "A8": "tiles", "A9": "tiles"},
}
SHUFFLED = {
    "S": set[str](),
    "V": {"Z4", "L1", "L2", "B1", "H1", "H2", "H3", "F2", "F3", "I1"},
    "K": {"Z4", "B1", "H1", "F3"},
    "U": {"U9", "U11"},
    "O": {"U9", "U11"},
    "A": {"A3", "A8", "A10", "A11", "A16", "A17", "A19"},
}
FORMS = tuple(ORDER)
INSTRUMENTS = tuple(form for form in FORMS if form != "S")


@dataclass(frozen=True, slots=True)
class Choice:
    code: str
    label: str
    hint: str
    image: str


@dataclass(frozen=True, slots=True)
class Question:
    name: str
    tag: str
    label: str
    choices: tuple[Choice, ...]
    itemset: str
    bind: Mapping[str, str]
    body: Mapping[str, str]

    @property
    def codes(self) -> tuple[str, ...]:
        return tuple(choice.code for choice in self.choices)


@cache
def xform(form: str) -> ET.Element:
    workbook = (STUDY / f"{form}.md").read_text(encoding="utf-8").translate(QUOTES)
    result = convert(xlsform=workbook, file_type=".md", validate=False)
    assert [each for each in result.warnings if UNKNOWN_TAG not in each] == []
    return ET.fromstring(result.xform.translate(UNQUOTES))


@cache
def asked(form: str) -> dict[str, Question]:
    """Every control of the compiled form, in the order of its body."""
    root = xform(form)
    german = found(root, f".//{XF}translation[@lang='{GERMAN}']")
    texts = {
        text.attrib["id"]: plain(found(text, f"{XF}value")) for text in german.iter(f"{XF}text")
    }
    binds = {bind.attrib["nodeset"]: bind.attrib for bind in root.iter(f"{XF}bind")}
    questions = {}
    for control in root.iter():
        if control.tag not in {f"{XF}input", f"{XF}select", f"{XF}select1"}:
            continue
        ref = control.attrib["ref"]
        name = ref.rsplit("/", 1)[1]
        items = control.find(f"{XF}itemset")
        itemset = "" if items is None else items.attrib["nodeset"]
        questions[name] = Question(
            name=name,
            tag=control.tag.removeprefix(XF),
            label=texts[f"{ref}:label"],
            choices=choices(root, texts, itemset),
            itemset=itemset,
            bind=binds[ref],
            body=control.attrib,
        )
    return questions


def choices(root: ET.Element, texts: Mapping[str, str], itemset: str) -> tuple[Choice, ...]:
    listed = re.search(r"instance\('(\w+)'\)", itemset)
    if listed is None:
        return ()
    instance = found(root, f".//{XF}instance[@id='{listed[1]}']")
    return tuple(
        Choice(
            code=item.findtext(f"{XF}name", ""),
            label=texts[item.findtext(f"{XF}itextId", "")],
            hint=item.findtext(f"{XF}hint", ""),
            image=item.findtext(f"{XF}bild", ""),
        )
        for item in instance.iter(f"{XF}item")
    )


def plain(value: ET.Element) -> str:
    """A text with the drawn service in the instrument's spelling, {Leistung}."""
    text = value.text or ""
    for output in value:
        assert output.attrib["value"].strip() == "../DIENST_NAME"
        text += "{Leistung}" + (output.tail or "")
    return text.strip()


def found(element: ET.Element, path: str) -> ET.Element:
    child = element.find(path)
    assert child is not None, path
    return child


def questions_of(form: str) -> dict[str, Question]:
    """The questions without the notes (the start block's screen texts)."""
    return {
        name: question
        for name, question in asked(form).items()
        if question.bind.get("readonly") != "true()"
    }


def lines(question: Question) -> list[tuple[str, str]]:
    """The wording and every answer as the golden file lists them."""
    rows = [("", question.label)]
    for choice in question.choices:
        rows.append((choice.code, choice.label))
        if choice.hint:
            rows.append((f"{choice.code}:hint", choice.hint))
    return rows


@cache
def golden(form: str) -> dict[str, list[tuple[str, str]]]:
    rows: dict[str, list[tuple[str, str]]] = {}
    with GOLDEN.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            if row["form"] == form:
                rows.setdefault(row["name"], []).append((row["code"], row["text"]))
    return rows


def variables(expression: str) -> set[str]:
    return set(re.findall(r"/data/(\w+)", expression))


@pytest.mark.parametrize("form", FORMS)
def test_every_wording_and_answer_is_the_instruments(form: str) -> None:
    notes = {name for name in golden(form) if name in asked(form)}
    said = {name: lines(asked(form)[name]) for name in notes | set(questions_of(form))}
    assert said == golden(form)


@pytest.mark.parametrize("form", FORMS)
def test_questions_come_in_the_instruments_order(form: str) -> None:
    assert list(questions_of(form)) == ORDER[form].split()


@pytest.mark.parametrize("form", FORMS)
def test_each_route_depends_on_the_right_answers(form: str) -> None:
    routes = {
        name: variables(question.bind["relevant"])
        for name, question in asked(form).items()
        if "relevant" in question.bind
    }
    assert routes == {name: set(route.split()) for name, route in ROUTES[form].items()}


@pytest.mark.parametrize(
    ("answers", "open_questions"),
    [
        ({"Z2": "1"}, "Z4"),
        ({"Z2": "2"}, "Z4 Z3 K1 K3 K5 K6"),
        ({"Z2": "3"}, "Z3 K1 K3 K5 K6"),
        ({"Z2": "4"}, "Z3 K1 K3 K5 K6"),
        ({"Z2": "-99"}, ""),
        ({"Z2": ""}, ""),
        ({"F1": "3", "SPLIT": "1"}, "H2 F3"),
        ({"F1": "2", "SPLIT": "2"}, "F2 F3"),
        ({"F1": "1", "SPLIT": "2"}, ""),
        ({"F1": "-98", "SPLIT": "2"}, ""),
        ({"F1": "", "SPLIT": "1"}, "H2"),
        ({"WELLE": "1"}, ""),
        ({"WELLE": "2"}, "M1"),
    ],
)
def test_answers_open_the_questions_the_instrument_says(
    answers: Mapping[str, str], open_questions: str
) -> None:
    data = etree.Element("data")
    for name in ("Z2", "F1", "SPLIT", "WELLE"):
        etree.SubElement(data, name).text = answers.get(name, "")
    opened = [
        name for name in ROUTES["V"] if data.xpath(f"boolean({asked('V')[name].bind['relevant']})")
    ]
    assert set(opened) == set(open_questions.split())


@pytest.mark.parametrize("form", FORMS)
def test_what_design_closes_is_told_apart_and_part_of_the_route(form: str) -> None:
    closed = {
        name: question.bind[f"{KIOSK}design"].strip()
        for name, question in asked(form).items()
        if f"{KIOSK}design" in question.bind
    }
    assert {name: variables(text) for name, text in closed.items()} == {
        name: set(route.split()) for name, route in DESIGN[form].items()
    }
    for name, text in closed.items():
        assert text in asked(form)[name].bind["relevant"]


@pytest.mark.parametrize("form", FORMS)
def test_only_the_start_block_is_required(form: str) -> None:
    required = {name for name, question in asked(form).items() if "required" in question.bind}
    assert required == ({"S3", "S5"} if form == "S" else set())


@pytest.mark.parametrize("form", FORMS)
def test_caps_hold_here_and_in_other_tools(form: str) -> None:
    caps = {
        name: int(question.bind[f"{KIOSK}most"])
        for name, question in asked(form).items()
        if f"{KIOSK}most" in question.bind
    }
    assert caps == MOST[form]
    for name, most in caps.items():
        assert asked(form)[name].tag == "select"
        assert asked(form)[name].bind["constraint"] == f"count-selected(.) <= {most}"
        assert f"{JR}constraintMsg" in asked(form)[name].bind


@pytest.mark.parametrize("form", FORMS)
def test_exclusive_answers_are_exactly_the_ones_that_stand_alone(form: str) -> None:
    for question in asked(form).values():
        alone = [code for code in ("x", "y", "-98", "-99") if code in question.codes]
        expected = " ".join(alone) if question.tag == "select" else ""
        assert question.bind.get(f"{KIOSK}exclusive", "") == expected, question.name


@pytest.mark.parametrize("form", INSTRUMENTS)
def test_every_closed_question_offers_keine_angabe_last(form: str) -> None:
    for question in questions_of(form).values():
        if question.choices and question.name != "S7":
            assert question.codes[-1] == "-99", question.name
            assert "-98" not in question.codes[:-2], question.name


@pytest.mark.parametrize("form", FORMS)
def test_layouts_are_the_instruments_types(form: str) -> None:
    layouts = {
        name: question.body[f"{KIOSK}layout"]
        for name, question in asked(form).items()
        if f"{KIOSK}layout" in question.body
    }
    assert layouts == LAYOUT[form]


@pytest.mark.parametrize("form", FORMS)
def test_nominal_lists_and_no_others_are_shuffled_by_the_stored_seed(form: str) -> None:
    shuffled = {
        name: question.itemset
        for name, question in asked(form).items()
        if question.itemset.startswith("randomize(")
    }
    assert set(shuffled) == SHUFFLED[form]
    for name, itemset in shuffled.items():
        assert variables(itemset) == {"seed"}
        last = asked(form)[name].body.get(f"{KIOSK}last", "").split()
        codes = asked(form)[name].codes
        assert last == [code for code in ("LRA", "x") if code in codes], name


@pytest.mark.parametrize("form", INSTRUMENTS)
def test_tiles_come_in_pages_of_six_with_a_picture_each(form: str) -> None:
    for question in questions_of(form).values():
        pictured = any(choice.image for choice in question.choices)
        if question.body.get(f"{KIOSK}layout") == "tiles" and pictured:
            assert question.body[f"{KIOSK}blocks"] == "6"
        for choice in question.choices:
            service = len(choice.code) > 1 and choice.code.isalpha()
            face = (form, question.name) == ("K", "X2") and choice.code in "1234"  # A.10: 4 faces
            wanted = f"{choice.code}.svg" if service else f"GES{choice.code}.svg" if face else ""
            assert choice.image == wanted, question.name


def test_the_draw_asks_at_most_three_needed_services() -> None:
    root = xform("V")
    binds = {bind.attrib["nodeset"]: bind.attrib for bind in root.iter(f"{XF}bind")}
    repeat = found(root, f".//{XF}repeat")
    assert repeat.attrib[f"{JR}count"].strip() == "/data/L_K"
    assert repeat.attrib[f"{KIOSK}most"] == "3"
    assert binds["/data/loop"][f"{KIOSK}key"] == "./DIENST"
    assert variables(binds["/data/L_M"]["calculate"]) == {"L1"}
    assert variables(binds["/data/L_K"]["calculate"]) == {"L_M", "D1", "Z2", "VORLESEN"}
    assert variables(binds["/data/L_FOLGE"]["calculate"]) == {"L1", "seed"}
    assert variables(binds["/data/loop/DIENST"]["calculate"]) == {"L_FOLGE"}


def test_first_services_are_picked_from_those_wanted_online() -> None:
    assert variables(asked("V")["L6"].itemset) == {"L2", "L2_M"}
    for code in ("x", "-98", "-99"):
        assert f"name = '{code}'" in asked("V")["L6"].itemset


def test_same_variable_in_both_versions_is_the_same_question() -> None:
    full, short = questions_of("V"), questions_of("K")
    shared = full.keys() & short.keys()
    assert shared == set(short) - {"L1k", "L6k"}
    for name in shared:
        assert lines(full[name]) == lines(short[name])
        assert full[name].tag == short[name].tag
        assert full[name].bind.get(f"{KIOSK}most") == short[name].bind.get(f"{KIOSK}most")


@pytest.mark.parametrize(
    ("form", "title"),
    [
        ("S", "Beginn"),
        ("V", "Bürgerumfrage – ausführlich"),
        ("K", "Bürgerumfrage – kurz"),
        ("U", "Umfrage für Betriebe"),
        ("O", "Umfrage für Vereine und Einrichtungen"),
        ("A", "Umfrage für Beschäftigte der Stadt"),
    ],
)
def test_each_form_carries_its_name_version_and_language(form: str, title: str) -> None:
    root = xform(form)
    data = found(root, f".//{XF}model/{XF}instance")[0]
    assert (data.attrib["id"], data.attrib["version"]) == (form, "2026.1.0")
    assert found(root, ".//{http://www.w3.org/1999/xhtml}title").text == title
    translations = [text.attrib["lang"] for text in root.iter(f"{XF}translation")]
    assert translations[0] == GERMAN


def test_privacy_texts_are_short_and_name_what_article_13_asks() -> None:
    paragraphs = [note.label for name, note in asked("S").items() if name.startswith("P2_")]
    for paragraph in paragraphs:
        body = re.sub(r"^\*\*.*?\*\* ", "", paragraph)
        sentences = re.split(r"(?<=[.!?]) (?=[A-ZÄÖÜ])", body)
        assert len(sentences) <= 2, paragraph
        assert all(len(sentence.split()) <= 15 for sentence in sentences), paragraph
    together = " ".join(paragraphs)
    for needed in (
        "{hauptamt}",
        "{dsb}",
        "Artikel 6 Absatz 1 Buchstabe e und Absatz 3 DSGVO",
        "§ 3 Absatz 1 SächsDSDG",
        "KEM GmbH",
        "3 Monate",
        "Artikel 15 bis 18 und 21 DSGVO",
        "Artikel 11 Absatz 2 DSGVO",
        "Sächsischen Datenschutz- und Transparenzbeauftragten",
        "keinen Nachteil",
        "keine automatische Entscheidung",
    ):
        assert needed in together


def test_placeholders_are_the_ones_the_study_fills() -> None:
    texts = " ".join(question.label for question in asked("S").values())
    assert set(re.findall(r"\{\w+\}", texts)) == {"{hauptamt}", "{dsb}", "{monat}"}
    assert '"' not in texts
