"""An author's own words for a text: from the workbook's sheet into the package."""

from pathlib import Path

import pytest
from support.rothenburg import recipients
from support.workbooks import Draft

from kiosk.study.building import build_package
from kiosk.study.checking import check_source
from kiosk.study.errors import StudyError
from kiosk.study.lexicon import read_lexicons
from kiosk.study.study import read_package

ROWS = [
    ["language", "text", "say"],
    ["de", "Kommen  Sie *oft*?", "Kommen Sie, na, oft?"],
    ["Deutsch (de)", "Fragen? {amt}", "Fragen Sie das {amt}!"],
    ["", "Personalausweis", "Perso"],
    ["pl", "Dom z wieżą.", "Dom, który ma wieżę."],
]


@pytest.mark.parametrize("ending", [".md", ".xlsx"])
def test_own_words_come_into_the_package(ending: str, tmp_path: Path) -> None:
    draft = Draft()
    draft.books["Main"]["spoken"] = [ROWS[0], ROWS[1], ROWS[3], ROWS[4]]
    draft.books["S"]["spoken"] = [ROWS[0], ROWS[2]]
    draft.write(tmp_path / "probe", ending)
    assert {each.finding.code for each in check_source(tmp_path / "probe").diagnosis.all} == {
        "W812"
    }
    raw = build_package(tmp_path / "probe", recipients())
    lexicons = read_package(raw, "probe").lexicons
    assert lexicons["de"].texts == {
        "Kommen Sie oft?": "Kommen Sie, na, oft?",
        "Fragen? Hauptamt": "Fragen Sie das Hauptamt!",
        "Personalausweis": "Perso",
    }
    assert lexicons["pl"].texts == {"Dom z wieżą.": "Dom, który ma wieżę."}
    assert raw == build_package(tmp_path / "probe", recipients())


def test_words_and_texts_are_one_lexicon() -> None:
    files = {"lexicon.de.tsv": b"Niesky\tNiski\n", "spoken.de.json": b'{"Ja": "Jawohl"}'}
    (lexicon,) = read_lexicons(files).values()
    assert (lexicon.respelled, lexicon.texts) == ({"Niesky": "Niski"}, {"Ja": "Jawohl"})


@pytest.mark.parametrize(
    "raw", [b"", b"[]", b'"x"', b'{"Ja": 1}', b'{"": "x"}', b'{"Ja": ""}', b"\xff", b"[" * 99_999]
)
def test_a_damaged_list_is_named(raw: bytes) -> None:
    with pytest.raises(StudyError, match=r"spoken\.pl\.json"):
        read_lexicons({"spoken.pl.json": raw})
