from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.ui.inputs.choice_index import ChoiceIndex, folded

PLACES = (
    "Görlitz",
    "Rothenburg/O.L.",
    "Neusorge (Rothenburg)",
    "Straßgräbchen",
    "Łęknica",
    "Bad Muskau",
    "Mücka",
    "Israel",
)


def found(typed: str) -> list[str]:
    return [PLACES[number] for number in ChoiceIndex(PLACES).find(typed)]


@pytest.mark.parametrize(
    ("typed", "places"),
    [
        ("", list(PLACES)),
        ("  ", list(PLACES)),
        ("g", ["Görlitz"]),
        ("gorl", ["Görlitz"]),
        ("GOERL", ["Görlitz"]),
        ("görl", ["Görlitz"]),
        ("roth", ["Rothenburg/O.L.", "Neusorge (Rothenburg)"]),
        ("roth neu", ["Neusorge (Rothenburg)"]),
        ("strass", ["Straßgräbchen"]),
        ("straß", ["Straßgräbchen"]),
        ("lek", ["Łęknica"]),
        ("muck", ["Mücka"]),
        ("muecka", ["Mücka"]),
        ("muskau", ["Bad Muskau"]),
        ("israel", ["Israel"]),
        ("burg", []),
        ("roth x", []),
    ],
)
def test_beginnings_of_words_are_found(typed: str, places: list[str]) -> None:
    assert found(typed) == places


@given(
    st.lists(st.text("abeouäöüßAE /-", max_size=12), max_size=30), st.text("abeouäö ß", max_size=5)
)
def test_it_finds_what_reading_every_label_finds(labels: list[str], typed: str) -> None:
    def fits(label: str) -> bool:
        words = folded(label).replace("/", " ").replace("-", " ").split()
        return all(any(word.startswith(each) for word in words) for each in folded(typed).split())

    expected = [number for number, label in enumerate(labels) if fits(label)]
    assert list(ChoiceIndex(labels).find(typed)) == expected


@given(st.text("abeouäöü", min_size=1, max_size=10))
def test_every_beginning_of_a_word_still_finds_it(word: str) -> None:
    index = ChoiceIndex([word])
    for end in range(1, len(word) + 1):
        assert list(index.find(word[:end])) == [0]


def test_twenty_thousand_choices_answer_within_a_frame() -> None:
    labels = [
        f"Straße {number} {chr(97 + number % 26)}örtchen {number:05}" for number in range(20_000)
    ]
    index = ChoiceIndex(labels)
    times = []
    for typed in ("s", "st", "str 1", "b", "bo", "bö 12", "0", "00", "0001", "x y z") * 3:
        start = perf_counter()
        index.find(typed)
        times.append(perf_counter() - start)
    assert sorted(times)[len(times) // 2] < 0.016
