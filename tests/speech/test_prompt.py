"""What a person reads aloud, and the names of the files."""

import re

from hypothesis import given
from hypothesis import strategies as st
from people import TEXTS

from kiosk.speech.prompt import name_of, prompts
from kiosk.study.clips import key_of
from kiosk.study.lexicon import NO_LEXICON, Lexicon

TEXT = st.text(min_size=1, max_size=30)


@given(st.lists(TEXT, max_size=6), TEXT)
def test_another_text_changes_no_name(texts: list[str], another: str) -> None:
    before = {each.text: each.name for each in prompts(texts, "de", NO_LEXICON, {})}
    behind = {each.text: each.name for each in prompts([another, *texts], "de", NO_LEXICON, {})}
    assert {text: name for text, name in behind.items() if text in before}.items() <= before.items()
    assert all(re.fullmatch(r"de-[a-z2-9]{6}", each) for each in behind.values())


def test_texts_have_names_of_their_own() -> None:
    names = {name_of(f"{text} {number}", "de") for text in TEXTS for number in range(60)}
    assert len(names) == 60 * len(TEXTS)
    assert name_of("Ja", "de") == name_of(" Ja. ", "de-x-leicht") != name_of("Ja", "pl")


def test_a_text_is_read_once_and_what_has_no_words_not_at_all() -> None:
    found = prompts(
        ["Ja", "Ja.", " Ja ", "…", "", "Nein"], "de", NO_LEXICON, {key_of("Ja"): ("S: Q",)}
    )
    assert [(each.text, each.places) for each in found] == [("Ja", ("S: Q",)), ("Nein", ())]


def test_people_are_told_what_abbreviations_mean_but_not_how_a_voice_spells_words() -> None:
    lexicon = Lexicon({"Niesky": "Niski"}, {"Gibt es den ÖPNV?": "Gibt es Busse und Bahnen?"})
    niesky, bus, time = prompts(
        ["Niesky, z.B. per E-Mail", "Gibt es den ÖPNV?", "um 8.30 Uhr, 5 km"], "de", lexicon, {}
    )
    assert niesky.hints == (("z.B.", "zum Beispiel"),)
    assert "Niski" in niesky.form.text
    assert (bus.own, bus.hints) == ("Gibt es Busse und Bahnen?", ())
    assert time.hints == (("8.30 Uhr", "acht Uhr dreißig"),)
