"""Whether texts can be read: sentences that are too long, and the rules of Leichte Sprache.

Einfache Sprache takes at most 15 words a sentence (instrument.md A.1, after DIN 8581-1), Leichte
Sprache 8, one statement in each sentence and one sentence in each line (instrument.md A.10 and B.3,
after DIN SPEC 33429:2025-03). Only what can be told without a dictionary is checked.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kiosk.forms.form import Form
from kiosk.study.finding import Finding, Severity
from kiosk.study.form_texts import form_texts
from kiosk.study.sentences import sentences, words
from kiosk.study.settings import Language

MOST_WORDS = 15
MOST_WORDS_EASY = 8
EASY = "de-x-leicht"
"""The tag of Leichte Sprache (RFC 5646, private use)."""

_CLAUSE = re.compile(
    r",\s+(?:dass|weil|obwohl|wenn|falls|damit|sodass|nachdem|bevor|sobald|solange|während|indem|ob)\b"
    r"|\A(?:Weil|Obwohl|Wenn|Falls|Nachdem|Sobald)\b[^.!?]*,"
)
_NUMBER = re.compile(
    r"(?<![\w-])(?:zwei|drei|vier|fünf|sechs|sieben|neun|zehn|elf|zwölf|zwanzig|hundert|tausend)"
    r"(?![\w-])"
)


@dataclass(frozen=True, slots=True)
class Passage:
    """A text as it is shown in one language; `place` and `column` as in a Finding."""

    place: str
    column: str
    text: str


def readability(form: Form, languages: Iterable[Language]) -> Iterator[Finding]:
    """What is hard to read in a form, in the `languages` it is offered in.

    W711: a sentence of more than 15 words. In Leichte Sprache W721: a sentence of more than 8
    words; W722: more than one sentence in a line; W723: a subordinate clause; W724: a number in
    words.
    """
    for language in languages:
        if form.identifier not in language.forms:
            continue
        for passage in passages(form, language.name):
            faults = _easy_faults(passage) if language.tag == EASY else _long(passage)
            for code, de, en in faults:
                yield Finding(
                    code,
                    Severity.WARNING,
                    form.identifier,
                    passage.place,
                    passage.column,
                    de,
                    en,
                )


def drafts(languages: Mapping[str, Language]) -> Iterator[Finding]:
    """W731: a language that nobody competent has passed; W732: Leichte Sprache not yet allowed.

    Without `geprueft_von` and `geprueft_am` a translation is an Entwurf, and a text must not be
    called Leichte Sprache before a test group has passed it.
    """
    for tag, language in languages.items():
        if not language.draft:
            continue
        if tag == EASY:
            yield Finding(
                "W732",
                Severity.WARNING,
                "",
                f"languages.{tag}",
                "geprueft_von",
                f"{language.name} ist ein Entwurf: Keine Prüfgruppe hat den Text geprüft. "
                "„Leichte Sprache“ darf er erst mit geprueft_von und geprueft_am heißen.",
                f"{language.name} is a draft: no test group has passed the text. It may be called "
                "Leichte Sprache only with geprueft_von and geprueft_am.",
            )
        else:
            yield Finding(
                "W731",
                Severity.WARNING,
                "",
                f"languages.{tag}",
                "geprueft_von",
                f"{language.name} ist ein Entwurf: Niemand, dessen Sprache es ist, hat die "
                "Übersetzung geprüft (geprueft_von und geprueft_am fehlen).",
                f"{language.name} is a draft: no native reader has passed the translation "
                "(geprueft_von and geprueft_am are missing).",
            )


def passages(form: Form, language: str) -> Iterator[Passage]:
    """Every text people read in a language; what is filled in counts as one word."""
    for each in form_texts(form, language):
        if not each.column.startswith("body::kiosk:alternative"):  # heard, never read
            yield Passage(each.place, each.column, each.lines("x"))


def _long(passage: Passage) -> Iterator[tuple[str, str, str]]:
    for sentence in sentences(passage.text):
        count = words(sentence)
        if count > MOST_WORDS:
            yield (
                "W711",
                f"Ein Satz hat {count} Wörter, mehr als {MOST_WORDS}: „{_start(sentence)}“",
                f'A sentence has {count} words, more than {MOST_WORDS}: "{_start(sentence)}"',
            )


def _easy_faults(passage: Passage) -> Iterator[tuple[str, str, str]]:
    for line in passage.text.splitlines():
        inside = sentences(line)
        if len(inside) > 1:
            yield (
                "W722",
                f"In einer Zeile stehen {len(inside)} Sätze: „{_start(line)}“. Leichte Sprache hat "
                "eine Aussage in jedem Satz und jeden Satz in einer eigenen Zeile.",
                f'A line holds {len(inside)} sentences: "{_start(line)}". Leichte Sprache has one '
                "statement in a sentence and one sentence in a line.",
            )
        for sentence in inside:
            yield from _easy_sentence(sentence)


def _easy_sentence(sentence: str) -> Iterator[tuple[str, str, str]]:
    count = words(sentence)
    if count > MOST_WORDS_EASY:
        yield (
            "W721",
            f"Ein Satz hat {count} Wörter, mehr als {MOST_WORDS_EASY} in Leichter Sprache: "
            f"„{_start(sentence)}“",
            f"A sentence has {count} words, more than {MOST_WORDS_EASY} in Leichte Sprache: "
            f'"{_start(sentence)}"',
        )
    clause = _CLAUSE.search(sentence)
    if clause is not None:
        yield (
            "W723",
            f"Ein Nebensatz: „{_start(sentence)}“. Leichte Sprache macht daraus zwei Sätze.",
            f'A subordinate clause: "{_start(sentence)}". Leichte Sprache makes two sentences.',
        )
    number = _NUMBER.search(sentence)
    if number is not None:
        yield (
            "W724",
            f"Die Zahl „{number[0]}“ steht in Leichter Sprache als Ziffer.",
            f'The number "{number[0]}" is written as digits in Leichte Sprache.',
        )


def _start(sentence: str) -> str:
    """The first words, enough to find it."""
    parts = sentence.split()
    return " ".join(parts[:8]) + (" …" if len(parts) > 8 else "")
