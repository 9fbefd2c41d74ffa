"""The workbook's sheet `spoken`: texts that are said in other words than they are written.

| language | text | say |: a text of the form, or a sentence of one, as it is written, and what the
voice says in its place. The text stands beside its words, so that whoever changes one in the form
is told that the other no longer applies.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kiosk.forms.form import Form
from kiosk.forms.languages import tag
from kiosk.forms.markdown import plain
from kiosk.study.cell import Cell
from kiosk.study.compiling import filled
from kiosk.study.diagnosis import Diagnosed, finding
from kiosk.study.form_texts import form_texts
from kiosk.study.languages import Offered
from kiosk.study.lexicon import Lexicon, primary
from kiosk.study.workbook import SPOKEN, Row, Sheet, Workbook


@dataclass(frozen=True, slots=True)
class OwnWords:
    """A row of the sheet: `language` is a BCP 47 tag, `text` has neither Markdown nor {places}."""

    language: str
    text: str
    said: str
    cell: Cell  # of the text
    form: str


def read_spoken(
    book: Workbook, offered: tuple[Offered, ...], places: Mapping[str, str]
) -> tuple[tuple[OwnWords, ...], tuple[Diagnosed, ...]]:
    """The rows that can be used, and what is wrong with the others (E420)."""
    sheet = book.sheets.get(SPOKEN)
    if sheet is None:
        return (), ()
    form = book.file.rpartition(".")[0]
    rows: list[OwnWords] = []
    faults: list[Diagnosed] = []
    for row in sheet.rows:
        fault = _fault(sheet, row, book, offered)
        if fault is None:
            language, text, said = _cells(sheet, row, book)
            written = " ".join(plain(filled(text, places)).split())
            words = " ".join(filled(said, places).split())
            cell = book.cell(SPOKEN, row.number, "text")
            rows.append(OwnWords(language, written, words, cell, form))
        else:
            column, de, en = fault
            cell = book.cell(SPOKEN, row.number, column)
            faults.append(Diagnosed(finding("E420", form, "", cell.header, de, en), cell))
    return tuple(rows), tuple(faults)


def own_words_of(rows: Iterable[OwnWords], known: dict[str, dict[str, str]]) -> Iterator[Diagnosed]:
    """Put the rows into `known` (by primary language subtag and text); E421 where two disagree.

    Forms share their voice, so that they share what it says, too.
    """
    for each in rows:
        texts = known.setdefault(primary(each.language), {})
        other = texts.setdefault(each.text, each.said)
        if other != each.said:
            yield Diagnosed(
                finding(
                    "E421", each.form, "", each.cell.header,
                    f"dieser Text wird schon anders gesagt: „{other}“. Bitte behalten Sie eines.",
                    f'this text is already said otherwise: "{other}". Please keep one.',
                ),
                each.cell,
            )  # fmt: skip


def unsaid(rows: Iterable[OwnWords], form: Form) -> Iterator[Diagnosed]:
    """W420: rows whose text the form does not have, or has no longer."""
    for each in rows:
        own = Lexicon(texts={each.text: each.said})
        texts = (
            text
            for language in form.languages or ("",)
            if not language or tag(language) == each.language
            for text in form_texts(form, language)
        )
        if not any(any(own.runs(text.plain())) for text in texts):
            yield Diagnosed(
                finding(
                    "W420", each.form, "", each.cell.header,
                    "so steht dieser Text nicht (mehr) im Fragebogen. Er wird gesagt, wie er dort "
                    "geschrieben ist.",
                    "the form does not (any longer) have this text. What it has is said as it is "
                    "written.",
                ),
                each.cell,
            )  # fmt: skip


def _fault(
    sheet: Sheet, row: Row, book: Workbook, offered: tuple[Offered, ...]
) -> tuple[str, str, str] | None:
    language, text, said = _cells(sheet, row, book)
    tags = {each.tag.lower() for each in offered}
    if offered and language not in tags:
        names = ", ".join(sorted(tags))
        return (
            "language",
            f"die Sprache „{language}“ hat dieser Fragebogen nicht. Möglich sind: {names}.",
            f'this form does not have the language "{language}". Possible are: {names}.',
        )
    if not text or not said:
        return (
            "say" if text else "text",
            "die Zeile braucht den geschriebenen Text (text) und was gesagt wird (say).",
            "the row needs the text as it is written (text) and what is said (say).",
        )
    if "${" in text + said:
        return (
            "text" if "${" in text else "say",
            "eine Antwort (${…}) lässt sich hier nicht nennen. Nehmen Sie einen Satz ohne sie.",
            "an answer (${…}) cannot be quoted here. Take a sentence without it.",
        )
    return None


def _cells(sheet: Sheet, row: Row, book: Workbook) -> tuple[str, str, str]:
    language = sheet.text(row, "language") or book.default_language
    return tag(language), sheet.text(row, "text").strip(), sheet.text(row, "say").strip()
