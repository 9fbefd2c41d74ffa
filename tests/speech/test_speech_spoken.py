from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.speech import german
from kiosk.speech.german_numbers import LARGEST, cardinal, ordinal, year
from kiosk.speech.spoken import spoken
from kiosk.study.lexicon import Lexicon, parsed

ROTHENBURG = Path(__file__).parents[2] / "resources" / "studies" / "rothenburg"
REGION = parsed((ROTHENBURG / "lexicon.de.tsv").read_bytes())[0]
LINES = (Path(__file__).parent / "spoken_german.tsv").read_text(encoding="utf-8").splitlines()[1:]
CASES = [tuple(line.split("\t")) for line in LINES]


def sounds(text: str) -> str:
    """The letters alone: hyphens, commas and spaces only place stress and pauses."""
    return "".join(letter for letter in text.casefold() if letter.isalnum())


@pytest.mark.parametrize(("written", "said"), CASES)
def test_german_is_said_as_people_say_it(written: str, said: str) -> None:
    once = spoken(written, "de", REGION)
    assert sounds(once) == sounds(said)
    assert spoken(once, "de", REGION) == once


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("bis zu 3", "bis zu drei"),
        ("Wählen Sie bis zu 3.", "Wählen Sie bis zu drei."),
        ("Mann/Frau", "Mann, Frau"),
        ("ja – nein", "ja, nein"),
        ("Bürgerinnen", "Bürger-innen"),
        ("**Fragen?** Hauptamt · Rathaus", "Fragen? Hauptamt, Rathaus"),
        ("Bürger*innen", "Bürger-innen"),
        ("mit dem Online-Ausweis", "mit dem onnlein-Ausweis"),
        ("per E-Mail-Adresse", "per Ihmehl-Adresse"),
        ("1 Stunde", "eine Stunde"),
        ("1 €", "ein Euro"),
        ("Nr.5", "Nummer fünf"),
        ("1/2/3", "eins, zwei, drei"),
        ("seit dem 21. Mai", "seit dem einundzwanzigsten Mai"),
        ("02929 Rothenburg", "null zwei neun zwei neun Rothenburg"),
        ("von 18.00 Uhr bis 20:15 Uhr", "von achtzehn Uhr bis zwanzig Uhr fünfzehn"),
        ("der 7. Platz", "der siebte Platz"),
        ("Pause\u00adtaste", "Pausetaste"),
    ],
)
def test_german_keeps_its_words_and_pauses(written: str, said: str) -> None:
    assert spoken(written, "de") == said
    assert spoken(written, "de-x-leicht") == said


def test_the_words_of_a_study_go_before_the_rules() -> None:
    words = Lexicon({"Görlitz": "Gerlitz", "App": "Programm", "Bad Muskau": "Mus-kau"})
    assert spoken("GÖRLITZ/Görlitzer App", "de", words) == "Gerlitz, Görlitzer Programm"
    assert spoken("Bad  Muskau-Süd", "de", words) == "Mus-kau-Süd"
    assert spoken("Go\u0308rlitz", "pl", words) == "Gerlitz"


def test_a_letter_that_only_looks_like_one_of_a_word_stays() -> None:
    assert spoken("onlıne", "de") == "onlıne"
    assert spoken("Nıesky", "de", REGION) == "Nıesky"


def _cases(language: str) -> list[list[str]]:
    table = Path(__file__).parent / f"spoken_{language}.tsv"
    return [line.split("\t") for line in table.read_text(encoding="utf-8").splitlines()[1:]]


@pytest.mark.parametrize(("written", "said"), _cases("polish"))
def test_polish_is_said_as_people_say_it(written: str, said: str) -> None:
    assert spoken(written, "pl") == said


@pytest.mark.parametrize(("written", "said"), _cases("english"))
def test_english_is_said_as_people_say_it(written: str, said: str) -> None:
    assert spoken(written, "en") == said


def test_a_language_without_rules_is_left_alone() -> None:
    assert spoken("5 км & більше", "uk") == "5 км & більше"


@given(st.text(alphabet="0123456789.,-–/:+%€°C§ ½ Uhrkm&=Strz. B.Nr", max_size=30))
def test_german_has_no_digits_and_no_symbols_left(written: str) -> None:
    said = spoken(written, "de")
    assert not any("0" <= letter <= "9" for letter in said)
    assert not set(said) & set(german.SYMBOLS)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "null"),
        (1, "eins"),
        (16, "sechzehn"),
        (21, "einundzwanzig"),
        (101, "einhunderteins"),
        (777, "siebenhundertsiebenundsiebzig"),
        (1001, "eintausendeins"),
        (21_000, "einundzwanzigtausend"),
        (101_000, "einhunderteintausend"),
        (2_000_000, "zwei Millionen"),
    ],
)
def test_cardinals(number: int, words: str) -> None:
    assert cardinal(number) == words


@given(st.integers(0, LARGEST), st.integers(0, LARGEST))
def test_no_two_numbers_sound_the_same(one: int, other: int) -> None:
    assert (cardinal(one) == cardinal(other)) == (one == other)


@pytest.mark.parametrize("number", [-1, LARGEST + 1])
def test_numbers_without_words_are_refused(number: int) -> None:
    with pytest.raises(ValueError, match="no words"):
        cardinal(number)


def test_ordinals_and_years() -> None:
    assert [ordinal(n, "e") for n in (1, 3, 7, 8, 19, 20, 101)] == [
        "erste",
        "dritte",
        "siebte",
        "achte",
        "neunzehnte",
        "zwanzigste",
        "einhunderterste",
    ]
    assert [year(n) for n in (1100, 1945, 2000, 2026)] == [
        "elfhundert",
        "neunzehnhundertfünfundvierzig",
        "zweitausend",
        "zweitausendsechsundzwanzig",
    ]
