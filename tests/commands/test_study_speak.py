"""`kiosk study speak` has a study spoken beforehand; what stays silent is said."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from support.fake_piper import fake_piper
from support.tone import tone
from support.workbooks import Draft

from kiosk.commands.silence import silence_findings
from kiosk.commands.speak import texts_of
from kiosk.study.checking import Source, check_source
from kiosk.study.clip_folder import ClipFolder
from kiosk.study.clip_list import clip_name, read_clips
from kiosk.study.clips import PERSON, ClipFile
from kiosk.study.finding import Finding
from kiosk.study.media import media_files


def speak(*words: str | Path, lang: str = "de_DE.UTF-8") -> subprocess.CompletedProcess[str]:
    """Run `kiosk study speak …`."""
    return subprocess.run(
        [sys.executable, "-m", "kiosk", "study", "speak", *map(str, words)],
        env={**os.environ, "LANG": lang, "LC_ALL": "", "LC_MESSAGES": "", "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )


@pytest.fixture(scope="module")
def spoken(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The small study, spoken by eSpeak NG in its two languages, and what was said about it."""
    source = tmp_path_factory.mktemp("speak") / "probe"
    Draft().write(source, ".md")
    result = speak(source, "--engine", "espeak", "--jobs", "2")
    assert (result.returncode, result.stderr.strip()) == (0, "")
    return source, result.stdout


@pytest.fixture
def study(spoken: tuple[Path, str], tmp_path: Path) -> Path:
    return Path(shutil.copytree(spoken[0], tmp_path / "probe"))


def looked(source: Path) -> Source:
    found = check_source(source)
    assert not found.diagnosis.errors
    return found


def silent(source: Path) -> list[Finding]:
    found = check_source(source)
    media = media_files(found.files)
    return silence_findings(found.settings, found.forms, media, read_clips(found.files))


def test_every_page_can_be_heard_in_both_languages(spoken: tuple[Path, str]) -> None:
    source, said = spoken
    assert [each.partition(": ")[0] for each in said.splitlines()] == ["de", "pl"]
    found = looked(source)
    clips = read_clips(found.files)
    for language in ("de", "pl"):
        texts = texts_of(found, language)
        assert len(texts) > 100
        sounding = [each for each in texts if any(map(str.isalnum, each))]
        assert all(clips.pieces(each, language) for each in sounding)
    for text in ("Antwort 2: nein. Ausgewählt.", "Nein. 2 von 2.", "Weiter.", "Sie sind bei: Ja."):
        assert all(each.sound in clips.sounds for each in clips.pieces(text, "de"))
    assert clips.pieces("Antwort 1: Ja. Ausgewählt.", "de")


def test_nothing_is_spoken_twice_and_recordings_stay(study: Path) -> None:
    recorded = ClipFile("früher", clip_name(["früher"]), PERSON, 500)
    ClipFolder(study, "de").add({recorded: tone(440, 0.5)})
    result = speak(study, "--engine", "espeak", "--language", "de", lang="en_US.UTF-8")
    assert " 0 newly spoken, 0 sounds removed, 1 recordings by people" in result.stdout
    assert recorded in ClipFolder(study, "de").clips()


def test_another_word_in_the_workbook_is_one_text_more_and_one_less(study: Path) -> None:
    file = study / "S.md"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("Bis bald.", "Bis dann."), encoding="utf-8")
    result = speak(study, "--engine", "espeak", "--language", "de")
    assert " 1 neu gesprochen, 1 Töne entfernt" in result.stdout


def test_damaged_sounds_are_spoken_anew(study: Path) -> None:
    folder = ClipFolder(study, "de")
    (folder.path / folder.clips()[0].file).write_bytes(b"RIFF")
    assert [each.finding.code for each in check_source(study).diagnosis.errors] == ["E433"]
    assert " 1 neu gesprochen" in speak(study, "--engine", "espeak", "--language", "de").stdout
    assert not check_source(study).diagnosis.errors


def test_piper_speaks_the_language_of_its_voice(study: Path, tmp_path: Path) -> None:
    program, voice = fake_piper(tmp_path)
    result = speak(study, "--voice", voice, "--program", program)
    assert result.returncode == 0, result.stderr
    assert result.stdout.startswith("de: ")
    assert {each.source for each in ClipFolder(study, "de").clips()} == {"piper de_DE-fake-medium"}
    assert {each.source for each in ClipFolder(study, "pl").clips()} == {"espeak-ng zlw/pl"}


@pytest.mark.parametrize(
    ("words", "said", "english"),
    [
        ((), "--voice NAME.onnx", "--voice NAME.onnx"),
        (("--voice", "no.onnx", "--program", "piper"), "no.onnx", "cannot be read"),
        (("--engine", "espeak", "--language", "hsb"), "„hsb“", "no voice"),
        (("--engine", "espeak", "--language", "en"), "bietet „en“ nicht an", "does not offer 'en'"),
    ],
)
def test_what_cannot_be_done_is_said(
    study: Path, words: tuple[str, ...], said: str, english: str
) -> None:
    for lang, expected in (("de_DE.UTF-8", said), ("en_US.UTF-8", english)):
        result = speak(study, *words, lang=lang)
        assert result.returncode == 1
        assert expected in result.stderr
        assert "Traceback" not in result.stderr


def test_a_voice_of_another_language_is_refused(study: Path, tmp_path: Path) -> None:
    program, voice = fake_piper(tmp_path, language="pl")
    result = speak(study, "--voice", voice, "--program", program, "--language", "de")
    assert "spricht „pl“, nicht „de“" in result.stderr


def test_a_study_with_errors_is_not_spoken(study: Path) -> None:
    (study / "Short.md").unlink()
    assert "E102" in speak(study, "--engine", "espeak").stderr


def upper_sorbian(folder: Path) -> Path:
    """The small study with Polish called Upper Sorbian."""
    draft = Draft()
    draft.toml = draft.toml.replace("[languages.pl]", "[languages.hsb]")
    draft.write(folder, ".md")
    return folder


def test_a_language_without_a_voice_is_named_with_what_stays_silent(tmp_path: Path) -> None:
    source = upper_sorbian(tmp_path / "probe")
    (found,) = silent(source)
    assert (found.code, found.place) == ("W434", "languages.hsb")
    assert "Texten der Fragebögen bleiben stumm" in found.de
    assert "stay silent" in found.en


def test_a_language_spoken_by_clips_needs_no_voice(tmp_path: Path) -> None:
    source = upper_sorbian(tmp_path / "probe")
    texts = texts_of(check_source(source), "hsb")
    clips = {ClipFile(each, clip_name([each]), PERSON, 500): tone(440, 0.5) for each in texts}
    folder = ClipFolder(source, "hsb")
    folder.add(dict(list(clips.items())[1:]))
    (found,) = silent(source)
    assert " 1 von " in found.de
    folder.add(clips)
    assert silent(source) == []


def test_languages_with_a_voice_are_not_named(study: Path) -> None:
    assert silent(study) == []


def test_a_greeting_that_no_voice_says_is_named_until_somebody_records_it(tmp_path: Path) -> None:
    draft = Draft()
    greeting = 'greeting = "Witajće k nam"\ngreeting_language = "hsb"\n'
    draft.toml = draft.toml.replace('greeting = "Guten Tag"\n', greeting)
    draft.write(tmp_path / "silent", ".md")
    (found,) = silent(tmp_path / "silent")
    assert (found.code, found.place) == ("W435", "greeting_language")
    draft.toml = draft.toml.replace(greeting, f'{greeting}greeting_audio = "gruss.mp3"\n')
    draft.write(tmp_path / "heard", ".md")
    assert silent(tmp_path / "heard") == []
