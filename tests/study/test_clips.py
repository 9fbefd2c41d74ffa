"""Texts spoken beforehand: found by their words, listed, packed and signed, and never trusted."""

import json
import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.rothenburg import SOURCE, recipients
from support.tone import tone

from kiosk.study.building import build_package
from kiosk.study.checking import check_source
from kiosk.study.clip_folder import ClipFolder
from kiosk.study.clip_list import clip_name, list_name, read_clips, read_list, write_list
from kiosk.study.clips import PERSON, ClipFile, Clips, Piece, key_of
from kiosk.study.errors import StudyError
from kiosk.study.study import read_package

WORDS = st.text(st.characters(exclude_categories=("Cs", "Zs", "Zl", "Zp", "Cc")), min_size=1)
TEXTS = st.lists(WORDS, min_size=1, max_size=6).map(" ".join)
SOUND = tone(440, 0.5)


def clip(
    text: str, source: str = "piper a", words: tuple[tuple[int, int, int], ...] = ()
) -> ClipFile:
    return ClipFile(text, clip_name([text, source]), source, 500, words)


def clips(*listed: ClipFile, folder: str = "de") -> Clips:
    return Clips({folder: listed})


def sounds(pieces: tuple[Piece, ...]) -> list[str]:
    return [each.sound.rpartition("/")[2] for each in pieces]


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SOURCE, tmp_path / "study"))


def test_an_answer_is_put_together_from_its_number_its_words_and_its_state() -> None:
    number, answer, state = clip("Antwort 3:"), clip("ja, gern"), clip("Ausgewählt.")
    there = clips(number, answer, state)
    said = there.pieces("Antwort 3: Ja, gern. Ausgewählt.", "de-x-leicht")
    assert sounds(said) == [number.file, answer.file, state.file]
    assert there.pieces("Antwort 4: Ja, gern.", "de") == ()
    assert there.pieces("Antwort 3: Ja, gern.", "pl") == ()
    assert there.pieces("", "de") == ()


def test_the_fewest_clips_speak() -> None:
    whole = clip("Antwort 3: ja.")
    there = clips(clip("Antwort 3:"), clip("ja"), whole)
    assert sounds(there.pieces("Antwort 3: ja.", "de")) == [whole.file]


def test_a_person_goes_before_every_other_voice_and_no_text_changes_its_voice() -> None:
    recorded = clip("ja", PERSON)
    there = clips(clip("Antwort 3:"), clip("ja"), recorded)
    assert sounds(there.pieces("Ja.", "de")) == [recorded.file]
    assert sounds(there.pieces("Antwort 3: ja.", "de")) == [
        clip("Antwort 3:").file,
        clip("ja").file,
    ]
    assert there.pieces("Antwort 3: ja.", "de", by_person=True) == ()
    assert sounds(there.pieces("ja", "de", by_person=True)) == [recorded.file]


def test_words_are_marked_where_they_stand_in_the_whole_text() -> None:
    there = clips(
        clip("Antwort 3:", words=((0, 0, 1), (400, 1, 1))), clip("sehr gut", words=((10, 0, 2),))
    )
    text = "Antwort  3: sehr\ngut."
    marked = [
        text[start:][:length]
        for each in there.pieces(text, "de")
        for _, start, length in each.words
    ]
    assert marked == ["Antwort", "3:", "sehr\ngut."]


@given(st.lists(TEXTS, min_size=1, max_size=6), st.data())
def test_texts_one_after_the_other_are_said_by_their_clips(
    texts: list[str], data: st.DataObject
) -> None:
    known = [each for each in texts if key_of(each)]
    said = data.draw(st.lists(st.sampled_from(known), max_size=5)) if known else []
    there = clips(*(clip(each) for each in dict.fromkeys(known)))
    pieces = there.pieces(" ".join(said), "de")
    assert bool(pieces) == bool(said)
    assert len(pieces) <= len(said)
    by_file = {clip(each).file: each for each in known}
    told = " ".join(by_file[each] for each in sounds(pieces))
    # What differs is no sound: full stops at the end of a part, and capitals.
    assert key_of(told).replace(".", "") == key_of(" ".join(said)).replace(".", "")


@given(
    st.lists(
        st.builds(
            ClipFile,
            TEXTS,
            st.just("0" * 32 + ".wav"),
            st.sampled_from(["piper a", "person", "espeak-ng gmw/de"]),
            st.integers(1, 600_000),
        ),
        unique_by=lambda each: (each.text, each.source),
    )
)
def test_a_list_is_read_as_it_was_written(listed: list[ClipFile]) -> None:
    raw = write_list(listed)
    assert sorted(read_list(raw, "de"), key=repr) == sorted(listed, key=repr)
    assert write_list(reversed(listed)) == raw


def row(**other: object) -> bytes:
    good = {
        "text": "ja gern", "file": "0" * 32 + ".wav", "source": "piper a", "milliseconds": 500,
        "words": [[0, 0, 1]],
    }  # fmt: skip
    return json.dumps([{**good, **other}]).encode()


@pytest.mark.parametrize(
    "raw",
    [
        b"", b"\xff", b"{}x", b"[1]", b"[[]]", b'{"text": 1}', b"[" * 100_000, b"[{}]",
        row(file="../../etc/passwd"), row(file="0" * 32 + ".wav\n"), row(file=1), row(text=1),
        row(text="\ud800"), row(source=None), row(milliseconds="1"), row(milliseconds=True),
        row(milliseconds=0), row(milliseconds=10**9), row(milliseconds=1e999), row(words=1),
        row(words=[[0, 0]]), row(words=[["a", 0, 1]]), row(words=[[0, 2, 1]]),
        row(words=[[0, 1, 2]]), row(words=[[501, 0, 1]]), row(words=[[9, 0, 1], [3, 1, 1]]),
        row(words=[[-1, 0, 1]]), row(words=[[0.5, 0, 1]]), row()[:-1] + b"," + row()[1:],
    ],
)  # fmt: skip
def test_a_list_that_is_damaged_or_hostile_is_named(raw: bytes) -> None:
    with pytest.raises(StudyError) as caught:
        read_clips({list_name("de"): raw})
    assert list_name("de") in caught.value.de
    assert "kiosk study speak" in caught.value.de
    assert "kiosk study speak" in caught.value.en


def test_a_folder_that_is_no_language_is_named() -> None:
    with pytest.raises(StudyError, match=r"clips/De/clips\.json"):
        read_clips({"clips/De/clips.json": b"[]"})


def test_a_sound_that_is_missing_is_named() -> None:
    with pytest.raises(StudyError, match=r"clips/de/0{32}\.wav"):
        read_clips({list_name("de"): row()})


def test_clips_are_packed_and_signed_with_the_study(source: Path) -> None:
    before = read_package(build_package(source, recipients()), "x")
    assert not before.clips.sounds
    said = clip("Weiter")
    ClipFolder(source, "de-x-leicht").add({said: SOUND})
    after = read_package(build_package(source, recipients()), "x")
    assert after.hash != before.hash
    assert after.clips.sounds == {f"clips/de/{said.file}": SOUND}
    assert sounds(after.clips.pieces("Weiter.", "de")) == [said.file]


def test_a_recording_takes_the_place_of_the_former_one_and_of_nothing_else(source: Path) -> None:
    folder = ClipFolder(source, "de")
    spoken, first = clip("ja"), clip("ja", PERSON)
    folder.add({spoken: SOUND, first: SOUND})
    again = ClipFile("ja", clip_name(["again"]), PERSON, 500)
    folder.add({again: SOUND})
    assert set(folder.clips()) == {spoken, again}
    assert {each.name for each in folder.path.iterdir()} == {spoken.file, again.file, "clips.json"}


@pytest.mark.parametrize("sound", [b"", b"RIFF", SOUND[:2000], bytes(len(SOUND)), tone(440, 0)])
def test_a_damaged_sound_is_named(source: Path, sound: bytes) -> None:
    said = clip("Weiter")
    folder = ClipFolder(source, "de")
    folder.add({said: SOUND})
    assert folder.intact(said)
    (folder.path / said.file).write_bytes(sound)
    assert not folder.intact(said)
    (error,) = check_source(source).diagnosis.errors
    assert (error.finding.code, error.cell.file) == ("E433", f"clips/de/{said.file}")
    assert "kiosk study speak" in error.finding.de


def test_a_damaged_list_is_named(source: Path) -> None:
    folder = ClipFolder(source, "de")
    folder.add({clip("Weiter"): SOUND})
    (folder.path / "clips.json").write_bytes(b"[")
    (error,) = check_source(source).diagnosis.errors
    assert (error.finding.code, error.cell.file) == ("E431", "clips/de/clips.json")


def test_clips_of_a_language_that_is_not_offered_stay_out(source: Path) -> None:
    ClipFolder(source, "cs").add({clip("Dále"): SOUND})
    looked = check_source(source)
    assert [
        each.cell.file for each in looked.diagnosis.warnings if each.finding.code == "W431"
    ] == ["clips/cs/clips.json"]
    assert not any(name.startswith("clips/") for name in looked.files)


def test_more_sound_than_a_package_can_carry_is_refused(
    source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.study.clip_findings.LARGEST_MB", 0.01)
    ClipFolder(source, "de").add({clip("Weiter"): SOUND})
    assert [each.finding.code for each in check_source(source).diagnosis.errors] == ["E432"]
