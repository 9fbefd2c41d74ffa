"""When the words of a recording begin, against voices whose words are known."""

from array import array
from dataclasses import replace
from itertools import pairwise
from math import dist, inf
from statistics import median

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from people import ANNA, KLAUS, LINDA, MARK, TEXTS, People, Person, recording

from kiosk.speech.clip import Clip
from kiosk.speech.recording import samples
from kiosk.speech.spectrum import _transformed, cepstra
from kiosk.speech.timing import timed
from kiosk.speech.warping import warped

MEDIAN_MS, MOST_MS, LAST_MS = 14, 55, 130
"""speech.md §2: half of the words, nine of ten, and all of them."""


@pytest.fixture(scope="module")
def people() -> People:
    return People()


def errors_ms(people: People, text: str, person: Person, sound: Clip, later: float) -> list[float]:
    """How far each word of `sound`, which begins `later` seconds after the bare speech, is off."""
    true = {word: at for at, word in people.spoken(text, person).onsets}
    found = timed(sound, people.render(text, "de")).onsets
    rate = people.sample_rate
    return [
        abs(at / sound.sample_rate - later - true[word] / rate) * 1000
        for at, word in found
        if word in true
    ]


@pytest.mark.parametrize(
    ("person", "noise_db", "gain", "rate"),
    [
        (ANNA, 45, 1.0, 44100),
        (LINDA, 25, 0.3, 48000),
        (MARK, 30, 0.1, 16000),
        (KLAUS, 45, 0.6, 22050),
    ],
)
def test_words_are_found_in_other_voices_levels_rates_and_noise(
    people: People, person: Person, noise_db: float, gain: float, rate: int
) -> None:
    off: list[float] = []
    for text in TEXTS[::3]:
        bare = people.spoken(text, person)
        sound = recording(bare, before=0.7, gain=gain, noise_db=noise_db, rate=rate)
        clip = Clip(samples(sound, 22050), 22050)
        off += errors_ms(people, text, person, clip, 0.7)
    off.sort()
    assert len(off) > 50
    assert median(off) <= MEDIAN_MS
    assert off[int(0.9 * len(off))] <= MOST_MS
    assert off[-1] <= LAST_MS


@pytest.mark.parametrize("text", TEXTS[::5])
def test_a_clip_against_itself_has_its_own_onsets(people: People, text: str) -> None:
    clip = people.render(text, "de")
    timing = timed(replace(clip, onsets=()), clip)
    assert timing.distance == pytest.approx(0, abs=1e-6)
    assert [word for _, word in timing.onsets] == [word for _, word in clip.onsets]
    for (found, _), (true, _) in zip(timing.onsets, clip.onsets, strict=True):
        assert abs(found - true) <= 0.03 * clip.sample_rate


@settings(max_examples=12, deadline=None)
@given(st.sampled_from(TEXTS), st.sampled_from(TEXTS), st.integers(50, 170))
def test_words_keep_their_order_whatever_is_said(one: str, other: str, pace: int) -> None:
    people = People()
    clip = people.render(one, "de", pace)
    timing = timed(clip, people.render(other, "de"))
    moments = [at for at, _ in timing.onsets]
    assert moments == sorted(moments)
    assert all(0 <= at <= len(clip.pcm) // 2 for at in moments)
    assert timing.distance >= 0


@pytest.mark.parametrize("divisor", [2, 4, 8])
def test_the_level_does_not_change_the_timing(people: People, divisor: int) -> None:
    loud = people.spoken(TEXTS[9], ANNA)
    soft = array("h", (each // divisor for each in array("h", loud.pcm)))
    reference = people.render(TEXTS[9], "de")
    one = timed(loud, reference).onsets
    other = timed(Clip(soft.tobytes(), loud.sample_rate), reference).onsets
    assert all(
        abs(a - b) <= 0.02 * loud.sample_rate for (a, _), (b, _) in zip(one, other, strict=True)
    )


def test_a_long_pause_shifts_the_words_behind_it(people: People) -> None:
    text = "Teils, teils, und manchmal gar nicht"
    clip = people.spoken(text, ANNA)
    at = next(sample for sample, word in clip.onsets if word == 2) - 1000
    pause = 2 * clip.sample_rate
    pcm = clip.pcm[: 2 * at] + bytes(2 * pause) + clip.pcm[2 * at :]
    reference = people.render(text, "de")
    before = {word: s for s, word in timed(clip, reference).onsets}
    behind = {word: s for s, word in timed(Clip(pcm, clip.sample_rate), reference).onsets}
    for word, sample in before.items():
        assert abs(behind[word] - sample - (pause if word >= 2 else 0)) < 0.06 * clip.sample_rate


@pytest.mark.parametrize("pcm", [b"", bytes(2), bytes(44100)])
def test_silence_has_no_words(people: People, pcm: bytes) -> None:
    reference = people.render("Ja.", "de")
    for timing in (timed(Clip(pcm, 22050), reference), timed(reference, Clip(pcm, 22050))):
        assert timing.onsets == ()
        assert timing.distance == inf


@given(st.lists(st.complex_numbers(max_magnitude=1e5), min_size=64, max_size=64))
def test_the_transform_is_that_of_another_library(values: list[complex]) -> None:
    assert np.allclose(_transformed(values), np.fft.fft(values), atol=1e-5 * 64)


@pytest.mark.parametrize("sample_rate", [8000, 16000, 22050, 44100])
def test_a_frame_for_each_ten_milliseconds(sample_rate: int) -> None:
    for count in (0, 1, sample_rate // 100, sample_rate // 3, sample_rate):
        frames = cepstra(bytes(2 * count), sample_rate)
        assert len(frames) == int(count / sample_rate * 100 + 1e-9)


VECTORS = st.lists(
    st.tuples(st.integers(-9, 9).map(float), st.integers(-9, 9).map(float)),
    min_size=1,
    max_size=90,
)


@given(VECTORS, VECTORS)
def test_a_warping_goes_from_end_to_end_without_a_step_back(
    one: list[tuple[float, float]], other: list[tuple[float, float]]
) -> None:
    warping = warped(one, other)
    assert warping.path[0] == (0, 0)
    assert warping.path[-1] == (len(one) - 1, len(other) - 1)
    cost = 2 * dist(one[0], other[0])
    for (row, column), (down, right) in pairwise(warping.path):
        assert (down - row, right - column) in ((1, 0), (0, 1), (1, 1))
        cost += (down - row + right - column) * dist(one[down], other[right])
    assert warping.cost == pytest.approx(cost / (len(one) + len(other)))
    assert warping.cost == pytest.approx(warped(other, one).cost)


@given(VECTORS)
def test_nothing_is_nearer_than_the_same(one: list[tuple[float, float]]) -> None:
    assert warped(one, one).cost == 0
