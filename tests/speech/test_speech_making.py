"""Clips are made alike loud, begin with their first sound, and only when something changed."""

import wave
from array import array
from io import BytesIO
from pathlib import Path

import pytest
from support.fake_piper import fake_piper
from support.tone import tone

from kiosk.errors import KioskError
from kiosk.speech.clip import Clip
from kiosk.speech.engine import Engine, EspeakEngine
from kiosk.speech.loudness import level_db, levelled, trimmed
from kiosk.speech.making import LEVEL_DB, Order, heard_words, with_onsets
from kiosk.speech.piper import PiperError, found_piper, opened_voice
from kiosk.speech.rebuilding import Rebuilt, rebuild
from kiosk.speech.recording import samples
from kiosk.speech.spoken import spoken, spoken_form
from kiosk.speech.synthesis import Synthesis
from kiosk.speech.wav import wav
from kiosk.study.clip_folder import ClipFolder
from kiosk.study.clip_list import clip_name
from kiosk.study.clips import PERSON, ClipFile
from kiosk.study.lexicon import NO_LEXICON, Lexicon

RATE = 22050
TEXTS = ("Was brauchen Sie von der Stadt?", "Antwort 3:", "ja", "Am 1.5.2026 um 8.30 Uhr.")


def pure(seconds: float = 0.5) -> Clip:
    return Clip(samples(tone(440, seconds, RATE), RATE), RATE)


def made(folder: ClipFolder, texts: tuple[str, ...], engine: Engine, **other: Lexicon) -> Rebuilt:
    told: list[tuple[int, int]] = []
    result = rebuild(
        folder, texts, engine, other.get("lexicon", NO_LEXICON), 1,
        lambda done, of: told.append((done, of)),
    )  # fmt: skip
    assert told[-1] == (result.texts, result.texts)
    return result


@pytest.mark.parametrize("wanted", [-30.0, -20.0, -12.0])
def test_a_clip_gets_the_level_that_is_wanted(wanted: float) -> None:
    assert level_db(levelled(pure(), wanted)) == pytest.approx(wanted, abs=0.1)


def test_no_sample_is_clipped() -> None:
    loud = samples(wav(levelled(pure(), 0.0)), RATE)
    peak = max(
        abs(int.from_bytes(loud[at : at + 2], "little", signed=True))
        for at in range(0, len(loud), 2)
    )
    assert 0.94 * 32768 < peak < 0.96 * 32768


def test_silence_stays_silence() -> None:
    silence = Clip(bytes(8000), RATE)
    assert level_db(silence) is None
    assert levelled(silence, LEVEL_DB) == trimmed(silence) == silence


def test_silence_around_a_sound_goes_and_its_words_move_with_it() -> None:
    within = Clip(bytes(RATE) + pure().pcm + bytes(RATE), RATE, ((0, 0), (RATE // 2, 1)))
    cut = trimmed(within)
    assert len(cut.pcm) / 2 / RATE == pytest.approx(0.5, abs=0.07)
    assert cut.onsets[0] == (0, 0)
    assert cut.onsets[1][0] / RATE == pytest.approx(0.02, abs=0.021)


def test_the_level_is_that_of_the_live_voice() -> None:
    synthesis = Synthesis()
    levels = [level_db(synthesis.render(spoken(each, "de"), "de")) for each in TEXTS[::3]]
    assert all(each is not None and abs(each - LEVEL_DB) < 1 for each in levels)


def test_words_are_those_of_the_written_text() -> None:
    order = Order(TEXTS[3], spoken_form(TEXTS[3], "de"))
    clip = Synthesis().render(order.said, "de")
    written = TEXTS[3].split()
    heard = [written[number : number + count] for _, number, count in heard_words(order, clip)]
    assert list(dict.fromkeys(map(" ".join, heard))) == ["Am 1.5.2026", "um", "8.30 Uhr."]


def bursts(clip: Clip) -> list[float]:
    """When it gets loud after a pause, in seconds."""
    frame = clip.sample_rate // 100
    pcm = array("h", clip.pcm)
    loud = [max(map(abs, pcm[at : at + frame])) > 1000 for at in range(0, len(pcm), frame)]
    return [
        number / 100
        for number, now in enumerate(loud)
        if now and not any(loud[max(0, number - 8) : number])
    ]


def test_the_words_of_another_voice_are_found_by_the_live_one(tmp_path: Path) -> None:
    text = "Ausweis, Umzug, Bus, Antrag."
    program, voice = fake_piper(tmp_path)
    order = Order(text, spoken_form(text, "de"))
    (clip,) = map(trimmed, opened_voice((str(program),), voice).render([order.said]))
    assert clip.onsets == ()
    found = with_onsets(clip, order, "de").onsets
    assert [number for _, number in found] == [0, 1, 2, 3]
    for sample, _ in found:
        assert min(abs(sample / RATE - each) for each in bursts(clip)) < 0.06


def test_no_words_are_marked_in_what_says_something_else() -> None:
    order = Order(TEXTS[0], spoken_form(TEXTS[0], "de"))
    for clip, language in ((pure(2), "de"), (Synthesis().render("ja", "de"), "hsb")):
        silent_about_words = Clip(clip.pcm, clip.sample_rate)
        assert with_onsets(silent_about_words, order, language).onsets == ()


def test_only_what_changed_is_spoken(tmp_path: Path) -> None:
    folder, engine = ClipFolder(tmp_path, "de"), EspeakEngine("de")
    assert made(folder, TEXTS, engine) == Rebuilt(4, 4, 0, 0)
    first = {each.text: each for each in folder.clips()}
    assert made(folder, TEXTS, engine) == Rebuilt(4, 0, 0, 0)
    # Another respelling changes only the texts that have the word.
    assert made(folder, TEXTS, engine, lexicon=Lexicon({"Stadt": "Statt"})).made == 1
    (folder.path / first["ja"].file).write_bytes(b"damaged")
    assert made(folder, TEXTS, engine, lexicon=Lexicon({"Stadt": "Statt"})).made == 1
    assert made(folder, TEXTS[1:], engine) == Rebuilt(3, 0, 1, 0)
    files = {each.name for each in folder.path.iterdir()}
    assert files == {"clips.json", *(each.file for each in folder.clips())}
    for each in folder.clips():
        with wave.open(BytesIO((folder.path / each.file).read_bytes())) as file:
            lasts = file.getnframes() * 1000 // file.getframerate()
        assert lasts == each.milliseconds


def test_what_neither_sounds_nor_differs_is_spoken_once_or_not_at_all(tmp_path: Path) -> None:
    texts = ("Ja", "ja.", " ja ", "–", "…", "")
    assert made(ClipFolder(tmp_path, "de"), texts, EspeakEngine("de")).texts == 1


def test_recordings_by_people_stay(tmp_path: Path) -> None:
    folder = ClipFolder(tmp_path, "de")
    recorded = ClipFile("früher", clip_name(["früher"]), f"{PERSON}:Anna", 500)
    folder.add({recorded: tone(440, 0.5)})
    assert made(folder, TEXTS, EspeakEngine("de")) == Rebuilt(4, 4, 0, 1)
    assert recorded in folder.clips()
    assert folder.intact(recorded)


def test_another_voice_takes_the_place_of_the_former(tmp_path: Path) -> None:
    folder = ClipFolder(tmp_path / "study", "de")
    made(folder, TEXTS, EspeakEngine("de"))
    program, voice = fake_piper(tmp_path)
    piper = opened_voice((str(program),), voice)
    assert made(folder, TEXTS, piper) == Rebuilt(4, 4, 4, 0)
    assert {each.source for each in folder.clips()} == {"piper de_DE-fake-medium"}
    for each in folder.clips():
        sound = (folder.path / each.file).read_bytes()
        assert level_db(Clip(samples(sound, RATE), RATE)) == pytest.approx(LEVEL_DB, abs=0.5)


def test_each_text_gets_its_own_sound(tmp_path: Path) -> None:
    program, voice = fake_piper(tmp_path)
    short, long = opened_voice((str(program),), voice).render(["ja.", TEXTS[0]])
    assert len(short.pcm) * 2 < len(long.pcm)


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        ("dies", "Protobuf parsing failed"),
        ("forgets", "0 von 2 Texten"),
        ("silent", "keinen Ton"),
        ("noise", "keinen Ton"),
    ],
)
def test_what_goes_wrong_with_piper_is_said(tmp_path: Path, fault: str, said: str) -> None:
    program, voice = fake_piper(tmp_path, fault)
    folder = ClipFolder(tmp_path / "study", "de")
    with pytest.raises(KioskError) as caught:
        made(folder, TEXTS[:2], opened_voice((str(program),), voice))
    assert said in caught.value.de
    assert caught.value.en
    assert folder.clips() == ()


def test_a_program_that_is_not_there_is_named(tmp_path: Path) -> None:
    _, voice = fake_piper(tmp_path)
    with pytest.raises(PiperError, match="nowhere"):
        opened_voice(found_piper(tmp_path / "nowhere"), voice).render(["ja"])


def test_without_piper_it_is_said_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(PiperError) as caught:
        found_piper(None)
    assert "pip install piper-tts" in caught.value.de


def test_piper_is_found_on_the_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program, _ = fake_piper(tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert found_piper(None) == (str(program),)


@pytest.mark.parametrize(
    "config",
    ["", "[]", "{}", '{"audio": {"sample_rate": 1}, "espeak": {"voice": "de"}}', '{"audio": 1}'],
)
def test_a_voice_with_a_wrong_description_is_named(tmp_path: Path, config: str) -> None:
    program, voice = fake_piper(tmp_path)
    voice.with_name(f"{voice.name}.json").write_text(config)
    with pytest.raises(PiperError, match=voice.name):
        opened_voice((str(program),), voice)


def test_a_voice_without_its_description_is_named(tmp_path: Path) -> None:
    program, voice = fake_piper(tmp_path)
    voice.with_name(f"{voice.name}.json").unlink()
    with pytest.raises(PiperError, match=r"onnx\.json"):
        opened_voice((str(program),), voice)
