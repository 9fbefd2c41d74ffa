"""Every text of the Rothenburg workbooks stands there in every language they are offered in.

The cells themselves are read, not the compiled form: pyxform fills a gap with "-".
"""

import csv
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

import pytest
from pyxform.xls2json_backends import get_xlsform
from pyxform.xls2xform import convert

from kiosk.forms.entry import FormEntry
from kiosk.forms.reading import read_form
from kiosk.study.building import compile_workbook

STUDY = Path(__file__).parents[2] / "resources" / "studies" / "rothenburg"
TRANSLATION = Path(__file__).parents[2] / "docs" / "translation.md"
LEICHT_WORDING = Path(__file__).with_name("rothenburg_leicht.tsv")

GERMAN = "Deutsch (de)"
LEICHT = "Leichte Sprache (de-x-leicht)"
POLISH = "Polski (pl)"
ENGLISH = "English (en)"

OFFERED = {
    "S": (LEICHT, POLISH, ENGLISH),
    "K": (LEICHT, POLISH, ENGLISH),
    **dict.fromkeys(("V", "U", "O", "A"), (POLISH, ENGLISH)),
}
FORMS = tuple(form for form in OFFERED if (STUDY / f"{form}.md").exists())
CASES = [(form, language) for form in FORMS for language in OFFERED[form]]

MOST_WORDS = {POLISH: 15, ENGLISH: 15, LEICHT: 8}
# Longer than the rule, and why.
LONG = {
    (LEICHT, "F1"): "instrument.md A.10 as given",
    (LEICHT, "B1"): "instrument.md A.10 as given",
    (LEICHT, "D2"): "instrument.md A.10 as given",
}

# Polish says them after the noun they belong to: Online-Ausweis is "on", konto is "ono".
AGREEING = {"ja, nicht benutzt"}
# An idiom with figures that other languages say in words.
IN_WORDS = ("1 zu 1",)

COLUMNS = ("label", "hint", "constraint_message", "required_message")
# Words that begin a subordinate clause.
SUBORDINATE = re.compile(
    r"\b(?:weil|dass|wenn|damit|obwohl|falls|sodass|bevor|nachdem|während|sobald|ob)\b"
    r"|\b(?:um|ohne)\b.*\bzu\b",
    re.I,
)
# Past and conditional forms that say the speaker's or the reader's sex.
GENDERED = re.compile(
    r"\w+(?:łem|łam|łeś|łaś|łbym|łabym|łbyś|łabyś|łby|łaby)\b"
    r"|\w+[łl][aą]?\s+(?:się\s+)?(?:Pan|Pani)\b|\b(?:Pan|Pani)\s+(?:się\s+)?\w+(?:ł|ła)\b"
    r"|\b(?:sam|sama|gotów|gotowa|zadowolony|zadowolona|pewien|pewna)\b|\w\(a\)",
    re.I,
)
PAIRS = ("Pan/Pani", "Pana/Pani", "Panu/Pani", "Pana/Panią", "Panem/Panią")


@dataclass(frozen=True, slots=True)
class Text:
    """One cell, German and translated. `name` is the question's, or the list's and `code`."""

    name: str
    code: str
    column: str
    german: str
    other: str

    @property
    def at(self) -> str:
        return f"{self.name}/{self.code}/{self.column}"


@cache
def sheets(form: str) -> dict[str, list[dict[str, str]]]:
    book = get_xlsform(STUDY / f"{form}.md")
    return {name: getattr(book, name) for name in ("survey", "choices")}


def tag(language: str) -> str:
    return language.rpartition("(")[2].rstrip(")")


@cache
def texts(form: str, language: str) -> tuple[Text, ...]:
    """Every cell that holds German or `language`."""
    return tuple(found for found in _cells(form, language) if found.german or found.other)


def _cells(form: str, language: str) -> Iterator[Text]:
    for row in sheets(form)["survey"]:
        for column in COLUMNS:
            yield Text(
                row.get("name", ""),
                "",
                column,
                row.get(f"{column}::{GERMAN}", ""),
                row.get(f"{column}::{language}", ""),
            )
    for row in sheets(form)["choices"]:
        place = (row["list_name"], row["name"])
        label, other = (row.get(f"label::{each}", "") for each in (GERMAN, language))
        yield Text(*place, "label", label, other)
        yield Text(*place, "hint", row.get("hint", ""), row.get(f"hint_{tag(language)}", ""))


def lines(text: str) -> list[str]:
    return [line.replace("**", "").strip() for line in text.split("<br>")]


def sentences(text: str) -> list[str]:
    """Sentences; what ends in "." without a capital behind it goes on ("Rothenburg/O.L. pyta")."""
    return [
        sentence
        for line in lines(text)
        for sentence in re.split(r"(?<=[.!?]) (?=[„“(]?[0-9A-ZÄÖÜĆŁÓŚŹŻ])", line)
        if sentence
    ]


def words(sentence: str) -> int:
    """Words; a phone number's or an officer's placeholder is one."""
    return sum(any(sign.isalnum() for sign in word) for word in sentence.split())


@pytest.mark.parametrize(("form", "language"), CASES)
def test_every_german_text_has_its_counterpart(form: str, language: str) -> None:
    assert [each.at for each in texts(form, language) if not (each.german and each.other)] == []


@pytest.mark.parametrize(("form", "language"), CASES)
def test_placeholders_and_pipes_are_the_same(form: str, language: str) -> None:
    marks = re.compile(r"\$?\{\w+\}")
    for each in texts(form, language):
        assert sorted(marks.findall(each.other)) == sorted(marks.findall(each.german)), each.at


@pytest.mark.parametrize(("form", "language"), CASES)
def test_bold_opens_and_closes(form: str, language: str) -> None:
    for each in texts(form, language):
        assert each.other.count("**") % 2 == 0, each.at
        assert each.other.count("*") == 2 * each.other.count("**"), each.at
        if language != LEICHT:
            assert each.other.count("**") == each.german.count("**"), each.at


@pytest.mark.parametrize(("form", "language"), CASES)
def test_sentences_are_short(form: str, language: str) -> None:
    long = {
        each.name
        for each in texts(form, language)
        for sentence in sentences(each.other)
        if words(sentence) > MOST_WORDS[language]
    }
    names = {each.name for each in texts(form, language)}
    assert long == {name for lang, name in LONG if lang == language and name in names}


@pytest.mark.parametrize(("form", "language"), CASES)
def test_quotes_are_typographic_and_lines_break_only_in_leichte_sprache(
    form: str, language: str
) -> None:
    for each in texts(form, language):
        assert not re.search("[\"'`|]|\\.\\.\\.|  ", each.other), each.at
        assert language == LEICHT or "<" not in each.other, each.at


@pytest.mark.parametrize(("form", "language"), CASES)
def test_answers_of_a_question_differ(form: str, language: str) -> None:
    labels = defaultdict(list)
    for each in texts(form, language):
        if each.code and each.column == "label":
            labels[each.name].append(each.other)
    for name, listed in labels.items():
        assert len(set(listed)) == len(listed), name


@pytest.mark.parametrize(("form", "language"), [case for case in CASES if case[1] != LEICHT])
def test_numbers_are_the_same(form: str, language: str) -> None:
    """Ages, months, groups under 5, articles: none lost, none changed."""
    for each in texts(form, language):
        if any(idiom in each.german for idiom in IN_WORDS):
            continue
        numbers = re.findall(r"\d+", each.german)
        assert sorted(re.findall(r"\d+", each.other)) == sorted(numbers), each.at


@pytest.mark.parametrize("language", [POLISH, ENGLISH])
def test_the_same_german_answer_is_the_same_everywhere(language: str) -> None:
    """One scale, one wording: over lists and forms, or answers could not be pooled."""
    said = defaultdict(set)
    for form in FORMS:
        for each in texts(form, language):
            if each.code and each.german not in AGREEING:
                said[each.code, each.column, each.german].add(each.other)
    assert {key: other for key, other in said.items() if len(other) > 1} == {}


@pytest.mark.parametrize("language", [POLISH, ENGLISH])
def test_a_question_asked_in_two_forms_is_asked_alike(language: str) -> None:
    asked = defaultdict(set)
    for form in FORMS:
        for each in texts(form, language):
            if not each.code:
                asked[each.name, each.column].add((each.german, each.other))
    assert {key: said for key, said in asked.items() if len(said) > 1} == {}


@pytest.mark.parametrize("form", FORMS)
def test_polish_asks_men_and_women_alike(form: str) -> None:
    for each in texts(form, POLISH):
        assert not GENDERED.search(each.other), f"{each.at}: {each.other}"
        for pair in re.findall(r"\bPan\w*/Pan\w*", each.other):
            assert pair in PAIRS, each.at
        alone = re.sub(r"\bPan\w*/Pan\w*", "", each.other)
        assert not re.search(r"\b(?:Pan|Pani|Pana|Panu|Panią)\b", alone), each.at


def test_gendered_forms_would_be_found() -> None:
    for text in (
        "już brałem udział",
        "jeszcze nie robiłam",
        "Czy Pan korzystał z tego?",
        "Czy załatwiał(a) Pan/Pani coś online?",
        "Co chciałaby Pani?",
        "wypełniam sam",
    ):
        assert GENDERED.search(text), text


@pytest.mark.parametrize("form", [form for form in FORMS if LEICHT in OFFERED[form]])
def test_leichte_sprache_says_one_thing_a_line_without_clauses(form: str) -> None:
    for each in texts(form, LEICHT):
        for line in lines(each.other):
            assert len(sentences(line)) == 1, f"{each.at}: {line}"
            assert not SUBORDINATE.search(line), f"{each.at}: {line}"
        # "nicht" stands out, as DIN SPEC 33429 asks; in answers A.10 leaves it plain.
        if not each.code:
            plain = re.sub(r"\*\*.*?\*\*", "", each.other)
            assert not re.search(r"\bnicht\b", plain), each.at


def test_leichte_sprache_is_the_instruments_word_for_word() -> None:
    with LEICHT_WORDING.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    assert len(rows) > 60
    lists = {
        row["name"]: row["type"].partition(" ")[2]
        for form in ("S", "K")
        for row in sheets(form)["survey"]
        if row["type"].startswith("select_")
    }
    for row in rows:
        name = lists[row["name"]] if row["code"] else row["name"]
        # K3 and K5 ask in their hint, as the German does.
        said = [
            each.other
            for each in texts(row["form"], LEICHT)
            if (each.name, each.code) == (name, row["code"]) and each.column in ("label", "hint")
        ]
        assert "<br>".join(said) == row["text"].replace(" / ", "<br>"), (row["name"], row["code"])


def test_every_anchor_of_a_scale_is_translated_back_in_the_notes() -> None:
    noted = set()
    for line in TRANSLATION.read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if len(cells) == 6:
            code, german, polish, back_polish, english, back_english = cells
            assert all((back_polish, back_english)), line
            noted.add((code, german, polish, english))
    scales = {"kanal_m", "z2", "f1", "f4", "u2", "a2", "a13", "a18", "a20"}
    for form in FORMS:
        for row in sheets(form)["survey"]:
            if row.get("body::kiosk:layout") == "scale":
                scales.add(row["type"].removeprefix("select_one "))
    anchors = {
        (row["name"], *(row[f"label::{each}"] for each in (GERMAN, POLISH, ENGLISH)))
        for form in FORMS
        for row in sheets(form)["choices"]
        if row["list_name"] in scales
    }
    assert len(anchors) > 50
    assert anchors - noted == set()


@pytest.mark.parametrize("language", [POLISH, ENGLISH, LEICHT])
def test_names_of_places_and_laws_stay(language: str) -> None:
    """What is written on signs and in statutes is not translated."""
    named = ("Noes", "Lodenau", "Uhsmannsdorf", "Hähnichen", "SächsDSDG", "SächsGemO", "KEM GmbH")
    for form in ("S", "K"):
        for each in texts(form, language):
            for name in named:
                assert (name in each.german) <= (name in each.other), each.at
    law = {POLISH: "RODO", ENGLISH: "GDPR", LEICHT: "DSGVO"}[language]
    notes = {each.name: each.other for each in texts("S", language)}
    assert all(law in notes[name] for name in ("P2_5", "P2_10", "P2_11"))


@pytest.mark.parametrize("form", FORMS)
def test_pyxform_keeps_every_language_and_hint(form: str) -> None:
    xform = convert(STUDY / f"{form}.md", validate=False).xform
    for language in OFFERED[form]:
        assert f'<translation lang="{language}"' in xform
    assert "<value>-</value>" not in xform
    if form == "V":
        assert "<hint_pl>" in xform
        assert "<hint_en>" in xform


def test_choices_are_shuffled_in_every_language_but_leichte_sprache() -> None:
    """instrument.md A.6: no rotation in L."""
    form = read_form(compile_workbook(STUDY / "K.md"), "K")
    orders: dict[str, set[tuple[str, ...]]] = {}
    for language in (LEICHT, GERMAN, POLISH):
        for seed in range(5):
            entry = FormEntry(form, random=Random(seed).random, language=language)
            view = next(each for each in entry.views() if each.name == "B1")
            orders.setdefault(language, set()).add(tuple(each.value for each in view.choices))
    assert orders[LEICHT] == {(*"abcdefghix", "-98", "-99")}
    assert all(len(orders[language]) == 5 for language in (GERMAN, POLISH))


def test_whatever_is_shuffled_in_k_keeps_its_order_in_leichte_sprache() -> None:
    for row in sheets("K")["survey"]:
        shuffled = "randomize=true" in row.get("parameters", "")
        assert row.get("body::kiosk:fixed", "") == (tag(LEICHT) if shuffled else ""), row["name"]
