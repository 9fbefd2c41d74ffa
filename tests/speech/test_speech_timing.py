"""Laws of timing: what is stretched, when words begin, and what they stand for."""

import re
import unicodedata
from array import array
from dataclasses import replace
from math import sin

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kiosk.speech.clip import Clip
from kiosk.speech.onsets import word_onsets
from kiosk.speech.spoken import spoken_form
from kiosk.speech.stretching import stretching
from kiosk.study.lexicon import Lexicon


def stretched(pcm: bytes, sample_rate: int, factor: float) -> bytes:
    return b"".join(stretching(pcm, sample_rate, factor))


WORD = re.compile(r"\S+")


@given(
    st.lists(st.integers(-32768, 32767), max_size=3000),
    st.sampled_from([0.5, 0.67, 0.8, 1.0, 1.18, 1.43, 2.0]),
)
def test_what_is_stretched_lasts_just_so_long_and_is_no_louder(
    samples: list[int], factor: float
) -> None:
    pcm = array("h", samples).tobytes()
    longer = array("h", stretched(pcm, 22050, factor))
    assert len(longer) == round(len(samples) * factor)
    assert max(map(abs, longer), default=0) <= max(map(abs, samples), default=0)


@pytest.mark.parametrize("factor", [0.5, 0.8, 2.0])
def test_nobody_waits_for_all_of_what_is_stretched(factor: float) -> None:
    rate = 22050
    wave = array("h", (round(9000 * sin(place / 30)) for place in range(10 * rate)))
    clip = Clip(wave.tobytes(), rate, ((rate, 1),)).lasting(factor)
    parts = list(clip.parts())
    assert max(map(len, parts)) < 2 * rate * 0.4
    assert b"".join(parts) == clip.pcm == stretched(wave.tobytes(), rate, factor)
    assert clip.onsets == ((round(rate * factor), 1),)


def test_silence_stays_silence_and_a_tone_its_height() -> None:
    assert not any(stretched(bytes(20000), 22050, 1.5))


@given(
    st.text(alphabet="ab -ü\n", max_size=60),
    st.lists(st.tuples(st.integers(0, 10**6), st.integers(-2, 80)), max_size=30),
)
def test_words_begin_once_and_in_order(text: str, events: list[tuple[int, int]]) -> None:
    onsets = word_onsets(text, events)
    assert list(onsets) == sorted(onsets)
    numbers = [number for _, number in onsets]
    assert numbers == sorted(set(numbers))
    assert all(0 <= number < len(text.split()) for number in numbers)


TEXT = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=60)
WRITTEN = (
    "z. B.", "1.2.2026", "Bürger*innen", "12,50 €", "O.L.", "und/oder", "–", "8.30 Uhr", "ÖPNV",
    "Straße", "E-Mail", "**wichtig**", "3.", "Antwort", "ü", "½",
)  # fmt: skip
GERMAN = st.lists(st.sampled_from(WRITTEN), max_size=8).map(" ".join)


WORDS = Lexicon({"Straße": "Schtrahsse", "Antwort": "Ant Wort", "z": "zett", "ü": "ue"})
OWN = st.dictionaries(TEXT | GERMAN, TEXT | GERMAN, max_size=3)


@pytest.mark.parametrize("language", ["de", "pl", "en"])
@given(TEXT | GERMAN, st.sampled_from([Lexicon(), WORDS]), OWN)
def test_spoken_words_stand_for_whole_written_ones_in_order(
    language: str, text: str, lexicon: Lexicon, own: dict[str, str]
) -> None:
    texts = {each: said for each, said in own.items() if each.strip() and said.strip()}
    form = spoken_form(text, language, replace(lexicon, texts=texts))
    spans = {each.start(): each.end() for each in WORD.finditer(text)}
    ends = set(spans.values())
    assert len(form.origin) == len(form.text.split())
    assert list(form.origin) == sorted(form.origin)
    if not spans:
        assert not any(length for _, length in form.origin)
        return
    for start, length in form.origin:
        assert start in spans
        assert start + length in ends


@given(GERMAN)
def test_every_written_word_with_a_letter_or_digit_is_spoken(text: str) -> None:
    origin = spoken_form(text, "de").origin
    heard = {at for start, length in origin for at in range(start, start + length)}
    for each in WORD.finditer(text):
        if any(letter.isalnum() for letter in each[0]):
            assert each.start() in heard


@given(TEXT | GERMAN, TEXT | GERMAN)
def test_the_authors_own_words_are_spoken_as_they_stand(text: str, say: str) -> None:
    assume(text.strip() and say.strip())
    own = replace(WORDS, texts={text: say})
    assert spoken_form(text, "de", own).text == " ".join(say.split())


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ("Antwort 2: LK Görlitz. Ausgewählt.", "Antwort zwei: der Kreis. Ausgewählt."),
        ("Wo? LK Görlitz", "Wo? der Kreis"),
        ("Wo?\nLK  Görlitz!", "Wo? der Kreis!"),
        ("LK Görlitz, Nord", "LK Görlitz, Nord"),
        ("LK Görlitzer Land", "LK Görlitzer Land"),
        ("Im LK Görlitz", "Im LK Görlitz"),
        ("Wie? Gut so? Ja.", "Wie? Prima! Ja."),
        ("Wie? Gut so? Ja", "Wie? Prima! Ja"),
    ],
)
def test_a_text_is_said_otherwise_only_as_a_sentence_of_its_own(text: str, spoken: str) -> None:
    own = Lexicon(texts={"LK Görlitz": "der Kreis", "Gut so?": "Prima!"})
    form = spoken_form(text, "de", own)
    assert form.text == spoken
    words = [match.span() for match in re.finditer(r"\S+", text)]
    for start, length in form.origin:  # whole words of the written text
        assert start in {each for each, _ in words}
        assert start + length in {each for _, each in words}


def test_the_authors_words_stand_for_those_they_take_the_place_of() -> None:
    text = "Am 1.5. nach Bad Muskau fahren?"
    own = Lexicon(texts={text: "Am ersten Mai nach Muskau bitte fahren?"})
    form = spoken_form(text, "de", own)
    heard = [text[start : start + length] for start, length in form.origin]
    assert heard == ["Am", "1.5.", "1.5.", "nach", "Muskau", "Muskau", "fahren?"]


@given(GERMAN)
def test_letters_in_two_parts_are_spoken_as_one(text: str) -> None:
    apart = unicodedata.normalize("NFD", text)
    assert spoken_form(apart, "de").text == spoken_form(text, "de").text
