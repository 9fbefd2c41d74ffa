"""Sentences of real German, the limits of Einfache and Leichte Sprache, and drafts."""

from dataclasses import replace

import pytest
from small_form import Ask, small_form

from kiosk.forms.form import Form, TextRef
from kiosk.study.readability import drafts, readability
from kiosk.study.sentences import sentences, words
from kiosk.study.settings import Language

GERMAN = Language("de", "", ("T",))
EASY = Language("de-x-leicht", "", ("T",))


@pytest.mark.parametrize(
    ("text", "split"),
    [
        ("Wie alt sind Sie?", ["Wie alt sind Sie?"]),
        ("Das gilt z. B. für Hunde. Es gilt nicht für Katzen.",
         ["Das gilt z. B. für Hunde.", "Es gilt nicht für Katzen."]),
        ("Das gilt z.B. Für alle.", ["Das gilt z.B. Für alle."]),
        ("Zimmer Nr. 12 in der Görlitzer Str. 5 ist offen.",
         ["Zimmer Nr. 12 in der Görlitzer Str. 5 ist offen."]),
        ("Kommen Sie am 1. Mai. Oder am 3. Juni 2026.",
         ["Kommen Sie am 1. Mai.", "Oder am 3. Juni 2026."]),
        ("Am 22.11.2026 ist Schluss. Danach nicht.",
         ["Am 22.11.2026 ist Schluss.", "Danach nicht."]),
        ("Das ist der 2. Versuch.", ["Das ist der 2. Versuch."]),
        ("Sie sind jünger als 14. Dann geht es nicht.",
         ["Sie sind jünger als 14.", "Dann geht es nicht."]),
        ("Es war 2026. Dann kam nichts.", ["Es war 2026.", "Dann kam nichts."]),
        ("Die Stadt Rothenburg/O.L. möchte wissen.", ["Die Stadt Rothenburg/O.L. möchte wissen."]),
        ("Sie wohnt in Rothenburg/O.L. Der Bürgermeister auch.",
         ["Sie wohnt in Rothenburg/O.L.", "Der Bürgermeister auch."]),
        ("Wenn Sie auf „Fertig“ tippen, ist Schluss. „Noch einmal?“ Nein!",
         ["Wenn Sie auf „Fertig“ tippen, ist Schluss.", "„Noch einmal?“", "Nein!"]),
        ("Er fragt: „Warum?“ und geht.", ["Er fragt: „Warum?“ und geht."]),
        ("Er sagte: „Das ist gut.“ Dann ging er.", ["Er sagte: „Das ist gut.“", "Dann ging er."]),
        ("Hauptamt, Tel. 0123 · Datenschutz: Frau Muster.",
         ["Hauptamt, Tel. 0123", "Datenschutz: Frau Muster."]),
        ("Eine Zeile\nNoch eine Zeile", ["Eine Zeile", "Noch eine Zeile"]),
        ("Hunde, Katzen usw. Bitte wählen Sie.", ["Hunde, Katzen usw.", "Bitte wählen Sie."]),
        ("Artikel 6 Abs. 1 lit. e DSGVO.", ["Artikel 6 Abs. 1 lit. e DSGVO."]),
        ("See e.g. the town hall. It is open.", ["See e.g. the town hall.", "It is open."]),
        ("Proszę przyjść np. jutro. To wszystko.", ["Proszę przyjść np. jutro.", "To wszystko."]),
        ("Was soll online gehen – und was nicht?", ["Was soll online gehen – und was nicht?"]),
        ("", []),
        (" – ", []),
    ],
)  # fmt: skip
def test_where_a_sentence_ends(text: str, split: list[str]) -> None:
    assert list(sentences(text)) == split


def test_words_are_what_is_read() -> None:
    assert words("Was soll online gehen – und was nicht?") == 7
    assert words("Rothenburg/O.L., Marktplatz 1") == 3


def labelled(text: str) -> Form:
    form = small_form(Ask("A"))
    question = replace(form.questions["/T/A"], label=TextRef(inline=(text,)))
    return replace(form, questions={"/T/A": question})


def found(text: str, language: Language) -> list[tuple[str, str, str]]:
    return [
        (each.code, each.place, each.column) for each in readability(labelled(text), [language])
    ]


def test_fifteen_words_are_enough() -> None:
    fifteen = " ".join(["Wort"] * 15) + "."
    assert found(f"{fifteen} {fifteen}", GERMAN) == []
    assert found(f"{fifteen} Noch {fifteen}", GERMAN) == [("W711", "/T/A", "label")]
    message = next(iter(readability(labelled(f"Noch {fifteen}"), [GERMAN])))
    assert "16 Wörter" in message.de


def test_leichte_sprache_has_shorter_rules() -> None:
    good = "Wie alt sind Sie?<br>Sie müssen **nicht** antworten.<br>Sie können 3 Antworten wählen."
    assert found(good, EASY) == []
    long = "Das ist ein Satz mit einem Wort zu viel."
    assert found(long, EASY) == [("W721", "/T/A", "label")]
    assert found(long, GERMAN) == []
    assert found("Das ist gut. Das auch.", EASY) == [("W722", "/T/A", "label")]
    assert found("Ich weiß, dass es geht.", EASY) == [("W723", "/T/A", "label")]
    assert found("Wenn es geht, komme ich.", EASY) == [("W723", "/T/A", "label")]
    assert found("Sie können drei Antworten wählen.", EASY) == [("W724", "/T/A", "label")]
    assert found("Ja, Familie<br>Sie wissen das, oder?<br>Wann kommen Sie, Frau?", EASY) == []


def test_only_offered_languages_are_read() -> None:
    elsewhere = Language("de", "", ("V",))
    assert found("Wort " * 20, elsewhere) == []


def test_a_language_nobody_has_passed_is_a_draft() -> None:
    languages = {
        "de": Language("de", "Deutsch (de)", ("V",)),
        "de-x-leicht": Language("de-x-leicht", "Leichte Sprache", ("V",)),
        "pl": Language("pl", "Polski (pl)", ("V",)),
        "en": Language("en", "English (en)", ("V",), "J. Smith", "2026-11-01"),
    }
    warnings = list(drafts(languages))
    assert [(each.code, each.form, each.place) for each in warnings] == [
        ("W732", "", "languages.de-x-leicht"),
        ("W731", "", "languages.pl"),
    ]
    assert warnings[1].de.startswith("Polski (pl) ist ein Entwurf:")
