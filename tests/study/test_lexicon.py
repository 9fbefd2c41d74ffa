"""A study's lexicons: checked line by line, packed and signed, and found again in the package."""

import re
import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.rothenburg import SOURCE, package, recipients

from kiosk.study.building import build_package
from kiosk.study.checking import check_source
from kiosk.study.errors import StudyError
from kiosk.study.lexicon import Lexicon, language_of, parsed, read_lexicons
from kiosk.study.study import read_package


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SOURCE, tmp_path / "study"))


def test_the_region_is_in_the_package_for_every_voice() -> None:
    lexicons = read_package(package(), "x").lexicons
    assert sorted(lexicons) == ["de", "en", "pl"]
    assert lexicons["de"].respelled["Zgorzelec"] == "Skoscheletz"
    assert lexicons["pl"].respelled["Weißwasser"] == "Wajswaser"
    assert "Zgorzelec" not in lexicons["pl"].respelled  # its voice has it right


def test_another_respelling_is_another_study(source: Path) -> None:
    before = read_package(build_package(source, recipients()), "x").hash
    with (source / "lexicon.de.tsv").open("a", encoding="utf-8") as file:
        file.write("Noes\tNoß\n")
    assert read_package(build_package(source, recipients()), "x").hash != before


@pytest.mark.parametrize(
    ("line", "said", "english"),
    [
        ("Niesky", "braucht ein Wort, einen Tabulator", "needs a word, a tab"),
        ("\tNiski", "braucht ein Wort, einen Tabulator", "needs a word, a tab"),
        ("O.L.\tOberlausitz", "„O.L.“ ist kein Wort aus Buchstaben", "no word of letters"),
        ("Noes\tnˈoːəs", "keine Lautschrift", "no phonetic signs"),
        ("NIESKY\tNiski", "„NIESKY“ steht schon in Zeile 4", "already in line 4"),
    ],
)
def test_a_bad_line_is_named(source: Path, line: str, said: str, english: str) -> None:
    file = source / "lexicon.de.tsv"
    text = file.read_text(encoding="utf-8")
    file.write_text(f"{text}{line}\n", encoding="utf-8")
    (error,) = check_source(source).diagnosis.errors
    assert error.finding.code == "E419"
    assert said in error.finding.de
    assert english in error.finding.en
    assert (error.cell.file, error.cell.row) == (file.name, len(text.splitlines()) + 1)
    with pytest.raises(StudyError, match=re.escape(file.name)):
        read_lexicons({file.name: file.read_bytes()})


def test_another_encoding_is_named(source: Path) -> None:
    (source / "lexicon.de.tsv").write_bytes("Weißwasser\tWaißwasser".encode("latin-1"))
    (error,) = check_source(source).diagnosis.errors
    assert "UTF-8" in error.finding.de
    assert "UTF-8" in error.finding.en


@pytest.mark.parametrize("name", ["lexicon.cs.tsv", "lexicon.deutsch.tsv", "lexicon.de.txt"])
def test_a_lexicon_that_nobody_reads_is_named_and_not_packed(source: Path, name: str) -> None:
    (source / name).write_text("Niesky\tNiski\n", encoding="utf-8")
    looked = check_source(source)
    assert [each.cell.file for each in looked.diagnosis.all if each.finding.code == "W419"] == [
        name
    ]
    assert name not in looked.files


def test_comments_blank_lines_and_marks_of_windows_are_no_words() -> None:
    raw = "\ufeff# Orte\r\n\r\nBad  Muskau\tBad Mus-kau \r\n".encode()
    assert parsed(raw) == (Lexicon({"Bad Muskau": "Bad Mus-kau"}), ())


WORD = st.text(st.characters(categories=("Ll", "Lu")), min_size=1, max_size=8)


@given(st.dictionaries(WORD, WORD, max_size=6))
def test_what_can_be_read_is_read_as_it_stands(words: dict[str, str]) -> None:
    raw = "".join(f"{word}\t{respelled}\n" for word, respelled in words.items()).encode()
    lexicon, faults = parsed(raw)
    assert len(lexicon.respelled) + len(faults) == len(words)
    for word in lexicon.respelled:
        match = lexicon.pattern.fullmatch(word)
        assert match is not None
        assert lexicon.respelling(match[0]) == lexicon.respelled[word]


def test_one_file_for_each_language() -> None:
    assert [language_of(each) for each in ("lexicon.de.tsv", "lexicon.hsb.tsv")] == ["de", "hsb"]
    assert not language_of("lexicon.de-x-leicht.tsv")
