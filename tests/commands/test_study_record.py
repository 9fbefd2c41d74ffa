"""`kiosk study record` writes what a person is to read and takes what was recorded."""

import csv
from pathlib import Path

import pytest
from support.commands import kiosk
from support.workbooks import Draft

from kiosk.speech.clip import Clip
from kiosk.speech.synthesis import Synthesis
from kiosk.speech.wav import wav
from kiosk.study.checking import check_source
from kiosk.study.clip_list import read_clips

Rows = list[dict[str, str]]


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Path:
    source = tmp_path_factory.mktemp("record") / "probe"
    Draft().write(source, ".md")
    return source


@pytest.fixture(scope="module")
def listed(study: Path) -> Rows:
    sheet = study.parent / "prompts.pdf"
    result = kiosk("study", "record", study, "--sheet", sheet)
    assert (result.returncode, result.stderr) == (0, "")
    assert sheet.read_bytes().startswith(b"%PDF")
    with sheet.with_suffix(".tsv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, dialect="excel-tab"))
    assert f"Texte zum Vorlesen: {len(rows)};" in result.stdout
    return rows


def named(rows: Rows, text: str) -> str:
    return next(each["file"] for each in rows if each["text"] == text)


def record(folder: Path, rows: Rows, *texts: str) -> None:
    folder.mkdir(exist_ok=True)
    synthesis = Synthesis()
    for text in texts:
        clip = synthesis.render(text, "de", 110, high=True)
        room = bytes(clip.sample_rate)
        sound = wav(Clip(room + clip.pcm + room, clip.sample_rate))
        (folder / named(rows, text)).write_bytes(sound)


def test_the_table_has_every_text_its_file_and_where_it_stands(listed: Rows) -> None:
    assert len({each["file"] for each in listed}) == len(listed) > 50
    asked = next(each for each in listed if each["text"] == "Machen Sie mit?")
    assert asked["place"] == "S: Frage S3"
    assert asked["file"].startswith("de-")
    assert "Antwort 2:" in [each["text"] for each in listed]


def test_recordings_are_taken_and_what_is_missing_is_said(study: Path, listed: Rows) -> None:
    takes = study.parent / "takes"
    texts = ("Machen Sie mit?", "Wie lange?", "Niemand erfährt Ihren Namen.", "Vielen Dank.",
             "Schon gemacht")  # fmt: skip
    record(takes, listed, *texts)
    result = kiosk("study", "record", study, "--from", takes)
    assert result.returncode == 0, result.stdout + result.stderr
    end = (
        f"5 Aufnahmen genommen, 0 waren schon da, 0 nicht genommen, {len(listed) - 5} fehlen noch."
    )
    assert result.stdout.splitlines()[-1] == end
    looked = check_source(study)
    assert not looked.diagnosis.errors
    clips = read_clips(looked.files)
    assert all(clips.pieces(each, "de", by_person=True)[0].words for each in texts)
    again = kiosk("study", "record", study, "--from", takes, lang="en_GB.UTF-8")
    assert again.returncode == 0
    assert "0 recordings taken, 5 were there before, 0 not taken" in again.stdout


def test_what_is_wrong_is_said_in_both_languages_and_ends_with_1(
    study: Path, listed: Rows, tmp_path: Path
) -> None:
    (tmp_path / "de-000000.wav").write_bytes(b"")
    (tmp_path / named(listed, "Danke.")).write_bytes(b"RIFF")
    german = kiosk("study", "record", study, "--from", tmp_path)
    assert german.returncode == 1
    assert "Die Datei ist beschädigt" in german.stdout
    assert "de-000000.wav: So heißt kein Text." in german.stdout
    english = kiosk("study", "record", study, "--from", tmp_path, lang="en_GB.UTF-8")
    assert english.returncode == 1
    assert "The file is damaged" in english.stdout
    assert "de-000000.wav: no text has this name." in english.stdout


def test_a_language_of_the_greeting_alone_needs_only_that(tmp_path: Path) -> None:
    source = tmp_path / "probe"
    Draft().write(source, ".md")
    toml = source / "study.toml"
    said = toml.read_text("utf-8").replace("[start]", 'greeting_language = "hsb"\n\n[start]', 1)
    toml.write_text(said, "utf-8")
    sheet = tmp_path / "hsb.pdf"
    assert kiosk("study", "record", source, "--language", "hsb", "--sheet", sheet).returncode == 0
    (row,) = csv.DictReader(
        sheet.with_suffix(".tsv").read_text("utf-8-sig").splitlines(), dialect="excel-tab"
    )
    record(tmp_path / "takes", [{**row, "text": "Guten Tag"}], "Guten Tag")
    result = kiosk("study", "record", source, "--language", "hsb", "--from", tmp_path / "takes")
    assert result.returncode == 0, result.stdout + result.stderr
    assert f'greeting_audio = "{row["file"]}"' in result.stdout
    assert (source / "media" / row["file"]).exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "--sheet NAME.pdf"),
        (["--sheet", "prompts.txt"], ".pdf"),
        (["--language", "cs", "--sheet", "x.pdf"], "Möglich sind: de, pl"),
        (["--from", "nowhere"], "nowhere"),
        (["--from", ".", "--speaker", "A:B"], "Doppelpunkt"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(study: Path, words: list[str], said: str) -> None:
    result = kiosk("study", "record", study, *words)
    assert result.returncode == 1
    assert said in result.stderr
    assert "Traceback" not in result.stderr
