"""docs/xlsform.md says of every feature what becomes of it; here each row is tried out."""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from cases_columns import CHOICES, SETTINGS, SURVEY, TEXTS
from cases_parts import APPEARANCES, ENTITIES, FILES, PARAMETERS, SECTIONS
from cases_questions import METADATA, QUESTIONS
from cases_xforms import ACTIONS, BINDS, BODY, FUNCTIONS, ITEXT, LANGUAGE, SUBMISSION
from questionnaire import Case, Walk, looked_through

CASES: dict[str, dict[str, Case]] = {
    "Question types": QUESTIONS,
    "Metadata": METADATA,
    "Sheet survey": SURVEY,
    "Texts and languages": TEXTS,
    "Sheet choices": CHOICES,
    "Sheet settings": SETTINGS,
    "Appearances": APPEARANCES,
    "Parameters": PARAMETERS,
    "Groups and repeats": SECTIONS,
    "Lists in files": FILES,
    "Entities": ENTITIES,
    "Bind attributes": BINDS,
    "Body": BODY,
    "Events and actions": ACTIONS,
    "itext": ITEXT,
    "Submission and meta": SUBMISSION,
    "XPath functions": FUNCTIONS,
    "XPath": LANGUAGE,
}
SUPPORTED, OTHERWISE, REFUSED = "supported", "shown otherwise", "refused"
_UNESCAPED = re.compile(r"(?<!\\)\|")


@dataclass(frozen=True)
class Row:
    """A row of the table: for what is not supported, `note` is part of what the author reads."""

    section: str
    feature: str
    status: str
    note: str


def _rows() -> list[Row]:
    table = Path(__file__).parents[2] / "docs" / "xlsform.md"
    rows: list[Row] = []
    section = ""
    for line in table.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            section = line.removeprefix("## ")
        elif line.startswith("| ") and section in CASES:
            _, feature, status, note, _ = (
                each.strip().replace(r"\|", "|") for each in _UNESCAPED.split(line)
            )
            if status in (SUPPORTED, OTHERWISE, REFUSED):
                rows.append(Row(section, feature.strip("`"), status, note))
    return rows


ROWS = _rows()


def test_every_row_has_a_case_and_every_case_a_row() -> None:
    listed = [(row.section, row.feature) for row in ROWS]
    assert len(listed) == len(set(listed))
    assert set(listed) == {(name, each) for name, cases in CASES.items() for each in cases}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.section}: {row.feature}")
def test_the_row_is_true(row: Row, tmp_path: Path) -> None:
    case = CASES[row.section][row.feature]
    found = looked_through(case.source, case.files, tmp_path)
    if row.status == REFUSED:
        said = [each for each in found.refused if row.note in each]
        assert row.note, "a refusal needs its reason"
        assert said, found.refused
        place = said[0].partition(" ")[0]
        assert not place.endswith(":0"), f"nobody knows which row is meant: {said[0]}"
        return
    assert found.refused == ()
    assert found.form is not None
    if row.status == OTHERWISE:
        assert row.note, "who is shown something else has to be told"
        assert any(row.note in each for each in found.notices), found.notices
    else:
        assert found.form.notices == ()
        assert case.facts is not None
    if case.facts is not None:
        for got, wanted in case.facts(Walk(found.form, language=case.language)):
            assert got == wanted
