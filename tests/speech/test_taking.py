"""A folder of recordings becomes clips: what is right is taken, what is wrong is named."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from people import LINDA, TEXTS, People, recording
from support.tone import tone

from kiosk.speech.model import Models
from kiosk.speech.prompt import Prompt, prompts
from kiosk.speech.take import Kind, take
from kiosk.speech.taking import Taken, bring, bring_one, recorded
from kiosk.study.clip_folder import ClipFolder, clip_files
from kiosk.study.clip_list import read_clips
from kiosk.study.clips import PERSON
from kiosk.study.lexicon import NO_LEXICON

PROMPTS = prompts(TEXTS, "de", NO_LEXICON, {})


@pytest.fixture(scope="module")
def people() -> People:
    return People()


@pytest.fixture(scope="module")
def sounds(people: People) -> Mapping[str, bytes]:
    """Every fourth text as Linda reads it, by the prompts' names."""
    return {
        each.name: recording(people.spoken(each.form.text, LINDA), noise_db=35)
        for each in PROMPTS[::4]
    }


@pytest.fixture(scope="module")
def models(people: People) -> Models:
    return Models(people, "de", PROMPTS)


@pytest.fixture
def folder(tmp_path: Path, sounds: Mapping[str, bytes]) -> Path:
    made = tmp_path / "takes"
    made.mkdir()
    for name, sound in sounds.items():
        (made / f"{name}.wav").write_bytes(sound)
    return made


def brought(folder: Path, models: Models | None, *accepted: str) -> Taken:
    clips = ClipFolder(folder.parent, "de")
    told: list[tuple[int, int]] = []
    found = recorded(folder, PROMPTS)
    taken = bring(found, PROMPTS, clips, PERSON, models, accepted, lambda *at: told.append(at))
    assert all(0 <= done <= of for done, of in told)
    return taken


def prompt(text: str) -> Prompt:
    return next(each for each in PROMPTS if each.text == text)


def test_recordings_become_clips_with_word_times(
    folder: Path, models: Models, sounds: Mapping[str, bytes]
) -> None:
    taken = brought(folder, models)
    assert set(taken.new) == set(sounds)
    assert (taken.kept, taken.refused) == ((), {})
    assert len(taken.missing) == len(PROMPTS) - len(sounds)
    clips = read_clips(clip_files(folder.parent))
    for each in PROMPTS[::4]:
        (piece,) = clips.pieces(each.text, "de", by_person=True)
        said = [each.text[start : start + length] for _, start, length in piece.words]
        assert said == each.text.split()
        moments = [at for at, *_ in piece.words]
        assert moments == sorted(moments)
        assert moments[0] < 250


def test_once_more_takes_only_what_has_changed(
    folder: Path, models: Models, people: People, sounds: Mapping[str, bytes]
) -> None:
    brought(folder, models)
    before = clip_files(folder.parent)
    again = brought(folder, models)
    assert (again.new, set(again.kept)) == ((), set(sounds))
    assert clip_files(folder.parent) == before
    first = PROMPTS[0]
    sound = recording(people.spoken(first.form.text, ("gmw/de+f2", 140, 50)))
    (folder / f"{first.name}.wav").write_bytes(sound)
    assert brought(folder, models).new == (first.name,)
    listed = ClipFolder(folder.parent, "de").clips()
    assert len(listed) == len(sounds)
    assert len(list((folder.parent / "clips" / "de").iterdir())) == len(sounds) + 1


def test_swapped_files_are_refused_and_the_right_text_is_named(
    folder: Path, models: Models, sounds: Mapping[str, bytes]
) -> None:
    one, other = PROMPTS[0].name, PROMPTS[4].name
    (folder / f"{one}.wav").write_bytes(sounds[other])
    (folder / f"{other}.wav").write_bytes(sounds[one])
    taken = brought(folder, models)
    assert set(taken.refused) == {f"{one}.wav", f"{other}.wav"}
    for file, named in ((one, other), (other, one)):
        (fault,) = taken.refused[f"{file}.wav"]
        assert fault.kind in (Kind.OTHER, Kind.SHORT, Kind.LONG)
        assert fault.other in ("", named)
    assert set(brought(folder, models, one, other).new) == {one, other}


def test_a_text_cut_off_or_read_twice_is_refused(folder: Path, models: Models) -> None:
    long = max(PROMPTS[::4], key=lambda each: len(each.text))
    whole = (folder / f"{long.name}.wav").read_bytes()
    half = bytearray(whole[: 44 + (len(whole) - 44) * 2 // 5 // 2 * 2])
    half[40:44] = (len(half) - 44).to_bytes(4, "little")
    (folder / f"{long.name}.wav").write_bytes(bytes(half))
    (fault,) = brought(folder, models).refused[f"{long.name}.wav"]
    assert fault.kind is Kind.SHORT
    assert fault.figure < fault.expected
    twice = bytearray(whole + whole[44:] + whole[44:])
    twice[40:44] = (len(twice) - 44).to_bytes(4, "little")
    (folder / f"{long.name}.wav").write_bytes(bytes(twice))
    (fault,) = brought(folder, models).refused[f"{long.name}.wav"]
    assert fault.kind is Kind.LONG


def test_files_that_belong_to_no_text_are_named_with_the_nearest(folder: Path) -> None:
    name = PROMPTS[0].name
    (folder / f"{name}.wav").rename(folder / f"{name[:-1]}.wav")
    (folder / "urlaub.mp3").write_bytes(b"")
    (folder / "liste.tsv").write_bytes(b"")
    (folder / f"{PROMPTS[4].name.upper()}.MP3").write_bytes(b"")
    found = recorded(folder, PROMPTS)
    assert found.strange == {f"{name[:-1]}.wav": name, "urlaub.mp3": ""}
    assert set(found.double) == {PROMPTS[4].name}
    assert PROMPTS[4].name not in found.files


def test_nothing_damaged_is_taken_even_when_accepted(folder: Path, models: Models) -> None:
    name = PROMPTS[0].name
    (folder / f"{name}.wav").write_bytes(b"RIFF, and then nothing")
    assert set(brought(folder, models, name).refused) == {f"{name}.wav"}


def test_without_a_voice_recordings_are_taken_without_times(
    folder: Path, sounds: Mapping[str, bytes]
) -> None:
    assert set(brought(folder, None).new) == set(sounds)
    assert not any(each.words for each in ClipFolder(folder.parent, "de").clips())


def test_what_others_have_spoken_stays(folder: Path, models: Models) -> None:
    brought(folder, models)
    found = recorded(folder, PROMPTS)
    clips = ClipFolder(folder.parent, "de")
    bring(found, PROMPTS, clips, f"{PERSON}:Anna", models, (), lambda *_: None)
    sources = [each.source for each in clips.clips()]
    assert sources.count(PERSON) == sources.count(f"{PERSON}:Anna") == len(found.files)


def test_a_greeting_alone_becomes_a_file_of_media(tmp_path: Path, people: People) -> None:
    (greeting,) = prompts(["Witajće k nam"], "hsb", NO_LEXICON, {})
    sound = recording(people.spoken("Witajtsche knam", LINDA))
    (tmp_path / f"{greeting.name}.wav").write_bytes(sound)
    found = recorded(tmp_path, [greeting])
    assert bring_one(found, greeting, tmp_path / "media").new == (greeting.name,)
    made = (tmp_path / "media" / f"{greeting.name}.wav").read_bytes()
    assert take(made).faults == ()
    (tmp_path / f"{greeting.name}.wav").write_bytes(tone(440, 0.0))
    assert bring_one(found, greeting, tmp_path / "media").refused
    assert bring_one(recorded(tmp_path / "media", []), greeting, tmp_path).missing


def test_right_and_wrong_texts_lie_apart(people: People, models: Models) -> None:
    """Each of thirty texts under its own name, and under that of the next one as long."""
    takes = {each.name: take(recording(people.spoken(each.form.text, LINDA))) for each in PROMPTS}
    assert len(takes) == 30
    pace = models.pace(takes)
    assert 0.8 < pace < 1.2
    by_length = sorted(takes, key=lambda name: len(takes[name].clip.pcm))
    unnoticed = 0
    for name, other in zip(by_length, [*by_length[1:], by_length[0]], strict=True):
        assert models.timed(name, takes[name], pace).faults == ()
        unnoticed += not models.timed(other, takes[name], pace).faults
    assert unnoticed <= 1
