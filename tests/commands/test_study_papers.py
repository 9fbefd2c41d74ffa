"""`kiosk study papers` writes what is printed, and says what is wrong in one sentence."""

from pathlib import Path

import pytest
from support.commands import kiosk
from support.papers import pages
from support.rothenburg import SOURCE, package, study


@pytest.fixture(scope="module")
def packed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("papers") / "rothenburg.study.zip"
    path.write_bytes(package())
    return path


def test_all_papers_of_a_package(packed: Path, tmp_path: Path) -> None:
    result = kiosk("study", "papers", packed, "-o", tmp_path / "druck", "--batch", "B")
    assert result.returncode == 0
    names = sorted(each.name for each in (tmp_path / "druck").iterdir())
    forms = [f"Fragebogen-{form}-{tag}.pdf" for form in "AKOUV" for tag in ("de", "en", "pl")]
    assert names == sorted(
        [*forms, "Fragebogen-K-de-x-leicht.pdf", "Aushang.pdf", "Datenschutz.pdf",
         "Erklaerung-zur-Barrierefreiheit.pdf"]
    )  # fmt: skip
    for page in pages((tmp_path / "druck" / "Fragebogen-V-de.pdf").read_bytes()):
        assert f"V·de·{study().short_hash}-B" in page
    assert all(name in result.stdout for name in names)
    assert "V, L6: Welche Antworten das Terminal anbietet" in result.stderr
    assert "pl: Entwurf. Die Übersetzung hat noch niemand geprüft." in result.stderr
    assert "Aus einem Ordner" not in result.stderr


def test_one_questionnaire_of_a_folder_is_a_draft(tmp_path: Path) -> None:
    result = kiosk(
        "study", "papers", SOURCE, "-o", tmp_path, "--form", "U", "--language", "de"
    )  # fmt: skip
    assert result.returncode == 0
    assert [each.name for each in tmp_path.iterdir()] == ["Fragebogen-U-de.pdf"]
    assert "U·de·Entwurf-1" in pages((tmp_path / "Fragebogen-U-de.pdf").read_bytes())[0]
    assert "Aus einem Ordner gedruckt sind alle Blätter Entwürfe." in result.stderr


@pytest.mark.parametrize(
    ("words", "de", "en"),
    [
        (("--form", "X"),
         "Den Fragebogen „X“ gibt es nicht auf Papier. Möglich sind: K, V, U, O, A.",
         'There is no questionnaire "X" on paper. Possible are: K, V, U, O, A.'),
        (("--form", "S"),
         "Den Fragebogen „S“ gibt es nicht auf Papier.",
         'There is no questionnaire "S" on paper.'),
        (("--form", "V", "--language", "de-x-leicht"),
         "Die Sprache „de-x-leicht“ gibt es dafür nicht. Möglich sind: de, pl, en.",
         'There is no language "de-x-leicht" for it. Possible are: de, pl, en.'),
        (("--batch", " "), "--batch: Die Auflage ist ein kurzer Name", "--batch: the print run"),
        (("--batch", "x" * 13), "--batch: Die Auflage ist", "--batch: the print run"),
    ],
)  # fmt: skip
def test_what_the_study_does_not_have_is_named(
    packed: Path, tmp_path: Path, words: tuple[str, ...], de: str, en: str
) -> None:
    for lang, said in (("de_DE.UTF-8", de), ("en_GB.UTF-8", en)):
        result = kiosk("study", "papers", packed, "-o", tmp_path / "neu", *words, lang=lang)
        assert result.returncode == 1
        assert said in result.stderr
        assert len(result.stderr.splitlines()) == 1
        assert not (tmp_path / "neu").exists()


def test_a_place_that_cannot_be_written_is_named(packed: Path, tmp_path: Path) -> None:
    (tmp_path / "datei").write_text("")
    result = kiosk("study", "papers", packed, "-o", tmp_path / "datei")
    assert result.returncode == 1
    assert "datei lässt sich nicht benutzen" in result.stderr
    assert "Traceback" not in result.stderr


def test_a_study_with_faults_is_refused(tmp_path: Path) -> None:
    (tmp_path / "leer").mkdir()
    result = kiosk("study", "papers", tmp_path / "leer", "-o", tmp_path / "neu")
    assert result.returncode == 1
    assert "Traceback" not in result.stderr
    assert not (tmp_path / "neu").exists()
