"""A person's recording of a text: what is wrong with its sound, and what is made of it."""

import io
import wave
from array import array

import numpy as np
import pytest
from people import ANNA, People, recording, wav_file

from kiosk.speech.loudness import level_db
from kiosk.speech.making import LEVEL_DB
from kiosk.speech.take import Kind, take
from kiosk.speech.wav import wav

TEXT = "Wie oft nutzen Sie das Internet?"


@pytest.fixture(scope="module")
def people() -> People:
    return People()


def kinds(sound: bytes) -> list[Kind]:
    return [each.kind for each in take(sound).faults]


@pytest.mark.parametrize("rate", [8000, 16000, 44100, 48000])
@pytest.mark.parametrize("gain", [0.05, 0.4, 1.0])
def test_what_is_in_order_becomes_mono_trimmed_and_as_loud_as_the_voice(
    people: People, rate: int, gain: float
) -> None:
    spoken = people.spoken(TEXT, ANNA)
    made = take(recording(spoken, before=1.0, behind=1.5, gain=gain, rate=rate))
    assert made.faults == ()
    level = level_db(made.clip)
    assert level is not None
    assert level == pytest.approx(LEVEL_DB, abs=1.0)
    with wave.open(io.BytesIO(wav(made.clip))) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, 22050)
        lasts = file.getnframes() / 22050
    assert len(spoken.pcm) / 2 / 22050 - 0.5 < lasts < len(spoken.pcm) / 2 / 22050 + 0.2


def test_it_begins_and_ends_with_silence_without_a_click(people: People) -> None:
    pcm = array("h", take(recording(people.spoken(TEXT, ANNA), noise_db=30)).clip.pcm)
    assert pcm[0] == 0
    assert pcm[-1] == 0
    assert max(map(abs, pcm[:200])) < 400


def test_a_recording_that_begins_at_once_gets_its_silence(people: People) -> None:
    spoken = people.spoken(TEXT, ANNA)
    loud = np.frombuffer(spoken.pcm, dtype=np.int16)
    bare = array("h", np.trim_zeros(loud).tobytes())
    made = take(wav_file(bare, 22050))
    assert made.faults == ()
    assert not any(array("h", made.clip.pcm)[:500])


def test_a_click_before_the_speech_is_cut_off(people: People) -> None:
    sound = array("h", recording(people.spoken(TEXT, ANNA), before=2.0, rate=22050)[44:])
    sound[2000:2040] = array("h", [15000] * 40)
    clicked = take(wav_file(sound, 22050))
    sound[2000:2040] = array("h", bytes(80))
    assert abs(len(clicked.clip.pcm) - len(take(wav_file(sound, 22050)).clip.pcm)) < 2000


def test_faults_of_the_sound_are_told(people: People) -> None:
    spoken = people.spoken(TEXT, ANNA)
    assert kinds(recording(spoken, gain=6.0)) == [Kind.CLIPPED]
    assert kinds(recording(spoken, gain=0.008)) == [Kind.QUIET]
    assert kinds(recording(spoken, noise_db=12)) == [Kind.NOISY]


@pytest.mark.parametrize("sound", [b"", b"no sound", recording.__doc__.encode()])  # type: ignore[union-attr]
def test_what_is_no_sound_is_damaged(sound: bytes) -> None:
    assert kinds(sound) == [Kind.DAMAGED]


@pytest.mark.parametrize("samples", [[0] * 30000, [1, -1] * 20000, [0]])
def test_what_nobody_hears_is_silent(samples: list[int]) -> None:
    made = take(wav_file(array("h", samples), 22050))
    assert [each.kind for each in made.faults] == [Kind.SILENT]
    assert made.clip.pcm == b""
