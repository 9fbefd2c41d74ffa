"""The app's own words: all of them, in every language, and as the language rules have it."""

import ast
import re
import shutil
import string
from collections.abc import Iterator
from pathlib import Path
from runpy import run_path

import pytest
from lxml import etree

from kiosk.resources import TRANSLATIONS
from kiosk.ui.translation import PREFIX

ROOT = Path(__file__).parents[2]
SCRIPT = run_path(str(ROOT / "packaging/translations.py"))
gather, compile_words, sources = (SCRIPT[name] for name in ("gather", "compile_words", "sources"))
STAFF_ONLY: tuple[Path, ...] = SCRIPT["STAFF_ONLY"]
LANGUAGES = ("de-x-leicht", "en", "pl")
LONGEST = {"de-x-leicht": 8, "en": 15, "pl": 15}
"""Words of a sentence (docs/translation.md)."""
QUOTES = {"de-x-leicht": ("„", "“"), "en": ("“", "”"), "pl": ("„", "”")}
Key = tuple[str, str]


def file_of(language: str) -> Path:
    return TRANSLATIONS / f"{PREFIX}{language}.ts"


def words_of(language: str) -> dict[Key, str]:
    """Translations by (class, German)."""
    found: dict[Key, str] = {}
    for context in etree.parse(str(file_of(language))).iter("context"):
        name = context.findtext("name") or ""
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            assert translation.get("type") is None, f"{name}: {message.findtext('source')}"
            found[name, message.findtext("source") or ""] = translation.text or ""
    return found


def every_word() -> Iterator[tuple[str, Key, str]]:
    for language in LANGUAGES:
        for key, text in words_of(language).items():
            yield language, key, text


def test_there_is_a_file_for_each_language() -> None:
    assert sorted(TRANSLATIONS.glob("*.ts")) == [file_of(each) for each in LANGUAGES]


def test_nothing_is_missing_left_over_or_untranslated(tmp_path: Path) -> None:
    copies = [Path(shutil.copy(file_of(each), tmp_path)) for each in LANGUAGES]
    gather(ROOT, copies)
    for language, copy in zip(LANGUAGES, copies, strict=True):
        assert 'type="' not in copy.read_text(encoding="utf-8"), language
        gathered = copy.read_text(encoding="utf-8")
        assert gathered == file_of(language).read_text(encoding="utf-8"), (
            "run packaging/translations.py"
        )


def test_gathering_finds_what_is_planted(tmp_path: Path) -> None:
    """The test above can fail: a new text is unfinished, one that is gone is dropped."""
    module = tmp_path / "kiosk/ui/planted.py"
    module.parent.mkdir(parents=True)
    module.write_text(
        'class Planted(QObject):\n    def say(self):\n        return self.tr("Etwas " "Neues")\n'
    )
    copy = Path(shutil.copy(file_of("pl"), tmp_path))
    gather(tmp_path, [copy])
    messages = list(etree.parse(str(copy)).iter("message"))
    assert [each.findtext("source") for each in messages] == ["Etwas Neues"]
    assert [each.get("type") for each in messages[0].iter("translation")] == ["unfinished"]


def test_another_language_begins_with_every_text(tmp_path: Path) -> None:
    gather(ROOT, [tmp_path / "kiosk_uk.ts"])
    begun = etree.parse(str(tmp_path / "kiosk_uk.ts"))
    assert len(list(begun.iter("message"))) == len(words_of("pl"))
    compile_words(tmp_path / "kiosk_uk.ts", tmp_path / "kiosk_uk.qm")
    assert (tmp_path / "kiosk_uk.qm").stat().st_size < 100  # German until somebody translates


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_compiled_is_what_is_translated(tmp_path: Path, language: str) -> None:
    compile_words(file_of(language), tmp_path / "again.qm")
    kept = file_of(language).with_suffix(".qm").read_bytes()
    assert (tmp_path / "again.qm").read_bytes() == kept, "run packaging/translations.py"


def test_every_text_of_the_code_is_gathered() -> None:
    """What Python's own parser finds: tr() gets literals only, inside the class that says them."""
    said: set[Key] = set()
    for path in sources(ROOT):
        tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
        in_classes = 0
        for owner in ast.walk(tree):
            if isinstance(owner, ast.ClassDef):
                for text in literals(owner):
                    said.add((owner.name, text))
                    in_classes += 1
        assert in_classes == len(list(literals(tree))), path
    for language in LANGUAGES:
        assert set(words_of(language)) == said


def literals(tree: ast.AST) -> Iterator[str]:
    for call in ast.walk(tree):
        if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Attribute):
            continue
        if call.func.attr == "tr":
            (argument,) = call.args
            assert isinstance(argument, ast.Constant)
            assert isinstance(argument.value, str)
            yield argument.value


def test_what_only_staff_see_stays_german() -> None:
    assert all((ROOT / path).is_file() for path in STAFF_ONLY)
    assert not {"StaffScreen", "Notice"} & {context for context, _ in words_of("pl")}


def test_what_is_filled_in_later_is_kept() -> None:
    for language, (_, german), text in every_word():
        assert text, (language, german)
        assert fields(text) == fields(german), (language, german)


def fields(text: str) -> list[str]:
    return sorted(name for _, name, _, _ in string.Formatter().parse(text) if name)


def test_sentences_are_short() -> None:
    for language, (_, german), text in every_word():
        for sentence in re.split(r"(?<=[.?!:])\s+", text):
            assert len(sentence.split()) <= LONGEST[language], (language, german, sentence)


def test_a_button_is_called_what_is_written_on_it() -> None:
    for language in LANGUAGES:
        words = words_of(language)
        called = {key[1].removesuffix("."): text.removesuffix(".") for key, text in words.items()}
        opening, closing = QUOTES[language]
        named = 0
        for (_, german), text in words.items():
            for button in re.findall("„(.+?)“", german):
                if "{" not in button and re.search(f"{opening}(.+?){closing}", text):
                    assert f"{opening}{called[button]}{closing}" in text, (language, german)
                    named += 1
        assert named >= 4


def test_one_german_text_is_one_word_for_word() -> None:
    """But for what a button and a key have to say in less room."""
    apart = {"Groß", "Komma", "Punkt", "Vorlesen"}
    for language in LANGUAGES:
        said: dict[str, set[str]] = {}
        for (_, german), text in words_of(language).items():
            said.setdefault(german, set()).add(text)
        assert {each for each, texts in said.items() if len(texts) > 1} <= apart, language


def test_polish_says_nobodys_sex() -> None:
    gendered = re.compile(r"\b\w+(łem|łam|łby|łaby|łeś|łaś)\b|\b(sam|sama|sami)\b|\(a\)")
    for (_, german), text in words_of("pl").items():
        assert not gendered.search(text), (german, text)
        assert not re.search(r'["“]', text), (german, text)


def test_english_is_without_contractions() -> None:
    for (_, german), text in words_of("en").items():
        assert not re.search(r"['’]", text), (german, text)


def test_leichte_sprache_uses_its_own_word_for_the_same_thing() -> None:
    hard = re.compile("verwerf|rückgängig|Angabe|vergeben|Darstellung", re.IGNORECASE)
    for (_, german), text in words_of("de-x-leicht").items():
        assert not hard.search(text), (german, text)
