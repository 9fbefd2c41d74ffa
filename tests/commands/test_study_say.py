"""`kiosk study say`: a page to listen to, a list to approve, and a warning until then."""

import csv
import wave
from pathlib import Path

import pytest
from lxml import html
from support.commands import kiosk
from support.workbooks import DE, Draft

from kiosk.study.approved import FILE, approved, read_approved, write_approved
from kiosk.study.errors import StudyError


@pytest.fixture
def study(tmp_path: Path) -> Path:
    draft = Draft()
    draft.put("survey", "R1", f"label::{DE}", 'Wie oft um "8.30" Uhr? <a>')
    draft.put("choices", "ding:a", "hint", "Bürger*innen")
    draft.write(tmp_path / "probe", ".md")
    return tmp_path / "probe"


def test_the_texts_are_listed_and_counted(study: Path) -> None:
    result = kiosk("study", "say", study)
    assert result.returncode == 0, result.stderr
    assert "Bürger*innen\n        Bürger-innen" in result.stdout
    assert result.stdout.endswith(
        "3 Texte werden anders gesprochen, als sie geschrieben sind; 3 davon hat noch niemand "
        "freigegeben.\n"
    )


def test_the_page_holds_each_text_its_words_and_its_sound(study: Path, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    result = kiosk("study", "say", study, "-o", folder)
    assert result.returncode == 0, result.stderr
    page = html.fromstring((folder / "index.html").read_bytes())
    articles = page.findall(".//article")
    assert len(articles) == 3
    written = [each.findtext(".//p[@class='said']") for each in articles]
    assert "Bürger-innen" in written
    for each in articles:
        with wave.open(str(folder / each.xpath("string(.//audio/@src)"))) as sound:
            assert sound.getnchannels() == 1
            assert 0.3 < sound.getnframes() / sound.getframerate() < 10
    listed = (folder / "say.tsv").read_text(encoding="utf-8-sig")
    rows = list(csv.reader(listed.splitlines(), dialect="excel-tab"))
    assert rows[0][:4] == ["language", "text", "spoken", "approved"]
    assert {row[1] for row in rows[1:]} == {
        "Bürger*innen", "Bis zu 600.", 'Wie oft um "8.30" Uhr?',
    }  # fmt: skip


def test_what_was_ticked_is_approved_and_no_longer_a_warning(study: Path, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    kiosk("study", "say", study, "-o", folder)
    assert "W423" in kiosk("study", "check", study).stdout
    listed = folder / "say.tsv"
    text = listed.read_text(encoding="utf-8-sig")
    listed.write_text(text.replace("\t\tMain", "\tx\tMain"), encoding="utf-8")
    result = kiosk("study", "say", study, "--approve", listed)
    assert result.returncode == 0, result.stderr
    assert "3 Texte freigegeben" in result.stdout
    assert len(approved(study)) == 3
    assert "W423" not in kiosk("study", "check", study).stdout
    # Another spoken form is another sound: it asks for approval again.
    (study / "lexicon.de.tsv").write_text("Bürger\tBürrger\n", encoding="utf-8")
    assert "W423" in kiosk("study", "check", study).stdout
    assert "2 davon" not in kiosk("study", "say", study).stdout
    result = kiosk("study", "say", study, "--approve", listed)
    assert "1 Zeilen passen nicht mehr" in result.stderr


def test_only_what_is_ticked_counts() -> None:
    ticked = 'language\ttext\tspoken\tapproved\nde\t"1 ""x"""\teins\tx\nde\t2\tzwei\t\n'
    assert read_approved(ticked.encode(), "x") == {("de", '1 "x"', "eins")}
    assert read_approved(write_approved([("de", '1 "x"', "eins")]), "x") == {
        ("de", '1 "x"', "eins")
    }


@pytest.mark.parametrize(
    "raw", [b"", b"x", b"\xff", b"language\ttext\nde\t1\n", b'language\ttext\tspoken\nde\t"1\t2\n']
)
def test_a_damaged_list_is_named(raw: bytes, study: Path) -> None:
    with pytest.raises(StudyError, match="liste"):
        read_approved(raw, "liste.tsv")
    (study / FILE).write_bytes(raw)
    result = kiosk("study", "check", study)
    assert result.returncode == 1
    assert FILE in result.stderr


def test_a_language_the_study_does_not_have_is_refused(study: Path) -> None:
    result = kiosk("study", "say", study, "--language", "cs")
    assert (result.returncode, result.stdout) == (1, "")
    assert "die Studie hat de, pl" in result.stderr
