"""Open and nested repeats, and choices that are answers, through the compiler."""

from pathlib import Path

from kiosk.forms.entry import FormEntry
from kiosk.forms.reading import read_form
from kiosk.forms.view import Kind
from kiosk.study.building import compile_workbook

FAMILY = """
| survey |
| | type | name | label | bind::kiosk:most | body::kiosk:length |
| | begin repeat | person | Person | 5 | |
| | text | name | Wie heißt die Person? | | 40 |
| | begin repeat | pet | Tier | 3 | |
| | text | pet_name | Wie heißt das Tier? | | 40 |
| | end repeat | pet | | | |
| | end repeat | person | | | |
| | select_one ${name} | eldest | Wer ist am ältesten? | | |

| settings |
| | form_title | form_id | version | namespaces |
| | Familie | F | 1 | kiosk="https://bedarfskiosk.eu/xforms" |
"""


def family(folder: Path) -> FormEntry:
    path = folder / "F.md"
    path.write_text(FAMILY, encoding="utf-8")
    return FormEntry(read_form(compile_workbook(path), "F"), random=lambda: 0.5)


def seen(entry: FormEntry) -> str:
    question = entry.question()
    return "" if question is None else question.ref.removeprefix("/data/")


def test_each_entry_is_asked_and_then_whether_there_is_one_more(tmp_path: Path) -> None:
    entry = family(tmp_path)
    way = [seen(entry)]
    while entry.forward():
        way.append(seen(entry))
    inner = ["person[1]/name", "person[1]/pet[1]/pet_name", "person[1]/pet#", "person#"]
    assert way == [*inner, "eldest"]


def test_one_more_leads_into_the_new_entry_and_back_again(tmp_path: Path) -> None:
    entry = family(tmp_path)
    assert entry.go("/data/person#")
    question = entry.question()
    assert question is not None
    assert (question.kind, question.value, question.most) == (Kind.REPEAT, "1", 5)
    assert entry.answer("2") is None
    assert entry.forward()
    assert seen(entry) == "person[2]/name"
    assert entry.backward()
    assert seen(entry) == "person[1]/pet#"


def test_an_answer_with_blanks_can_be_chosen(tmp_path: Path) -> None:
    entry = family(tmp_path)
    assert entry.answer("Anna Kowalska") is None
    assert entry.go("/data/person#")
    assert entry.answer("2") is None
    assert entry.forward()
    assert entry.answer("Jan  Nowak") is None
    assert entry.go("/data/eldest")
    question = entry.question()
    assert question is not None
    assert [choice.label for choice in question.choices] == ["Anna Kowalska", "Jan  Nowak"]
    assert entry.answer("Jan  Nowak") is None
    question = entry.question()
    assert question is not None
    assert question.chosen == ("Jan  Nowak",)
    assert entry.go("/data/person[2]/name")
    assert entry.answer("Jan Nowak") is None
    assert entry.go("/data/eldest")
    question = entry.question()
    assert question is not None
    assert question.value == ""
