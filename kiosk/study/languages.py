"""Is every text there in every language? Looked up in the workbook: pyxform fills gaps with "-"."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kiosk.study.cell import Cell
from kiosk.study.columns import MEDIA, TEXTS
from kiosk.study.diagnosis import Diagnosed, finding
from kiosk.study.finding import Finding
from kiosk.study.locating import locate, toml_cell
from kiosk.study.recordings import LONGEST_SECONDS, seconds
from kiosk.study.settings import FILE
from kiosk.study.workbook import Row, Sheet, Workbook

_OR_OTHER = (" or_other", " or specify other", " or other")
"""pyxform/xls2json.py, `specify_other`."""


@dataclass(frozen=True, slots=True)
class Offered:
    """A language of study.toml that is offered for a form."""

    tag: str
    name: str


def language_faults(
    book: Workbook, offered: tuple[Offered, ...], toml: bytes
) -> Iterator[Diagnosed]:
    """Languages on one side only, and a default language that no column has."""
    form = book.file.rpartition(".")[0]
    for each in offered:
        if each.name not in book.languages:
            yield Diagnosed(
                finding(
                    "E402", form, f"lang:{each.name}", "",
                    f"die Sprache „{each.name}“ fehlt in der Tabelle ({FILE}, "
                    f"languages.{each.tag}).",
                    f'the language "{each.name}" is missing from the workbook ({FILE}, '
                    f"languages.{each.tag}).",
                ),
                toml_cell(toml, f"languages.{each.tag}"),
            )  # fmt: skip
    names = {each.name for each in offered}
    for name in book.languages:
        if name not in names:
            yield Diagnosed(
                finding(
                    "W403", form, f"lang:{name}", "",
                    f"die Sprache „{name}“ bietet {FILE} für diesen Fragebogen nicht an.",
                    f'{FILE} does not offer the language "{name}" for this questionnaire.',
                ),
                locate(book, f"lang:{name}"),
            )  # fmt: skip
    default = book.setting("default_language")
    if default and book.languages and default not in book.languages:
        yield Diagnosed(
            finding(
                "E405", form, "", "default_language",
                f"keine Spalte hat die Sprache „{default}“; es gibt {', '.join(book.languages)}.",
                f'no column has the language "{default}"; there are {", ".join(book.languages)}.',
            ),
            locate(book, "", "default_language"),
        )  # fmt: skip


def english_of_the_compiler(book: Workbook, offered: tuple[Offered, ...]) -> Iterator[Diagnosed]:
    """`or_other`: pyxform writes its choice and its question in English, whatever is offered."""
    if all(each.tag.partition("-")[0] == "en" for each in offered):
        return
    for line in book.lines:
        if not line.parameter.endswith(_OR_OTHER):
            continue
        yield Diagnosed(
            finding(
                "W407", book.file.rpartition(".")[0], line.path, "type",
                "or_other zeigt überall die englischen Texte „Other“ und „Specify other.“, und "
                "„Other“ in jeder Frage mit dieser Liste. Besser sind eine eigene Antwort und "
                "eine eigene Frage (text).",
                "or_other shows the English texts “Other” and “Specify other.” in every language, "
                "and “Other” in every question with this list. Better write a choice and a "
                "question (text) of your own.",
            ),
            book.cell("survey", line.row.number, "type"),
        )  # fmt: skip


def with_a_default_language(book: Workbook) -> Workbook:
    """The workbook with a default language that it has; E405 tells of the other one."""
    sheet, column = book.sheets.get("settings"), None
    if sheet is not None:
        column = sheet.column("default_language")
    if sheet is None or column is None or not sheet.rows or not book.languages:
        return book
    if book.default_language in book.languages:
        return book
    number = sheet.rows[0].number
    return book.with_sheet(sheet.with_cell(number, column.header, book.languages[0]))


def missing_translations(book: Workbook, offered: tuple[Offered, ...]) -> Iterator[Diagnosed]:
    """Texts that an offered language lacks while another language has them, cell by cell."""
    there = [each for each in offered if each.name in book.languages]
    for name in ("survey", "choices"):
        sheet = book.sheets.get(name)
        for row in sheet.rows if sheet else ():
            if sheet is None or (name == "choices" and not sheet.text(row, "list_name")):
                continue
            for meaning in TEXTS if name == "survey" else ("label",):
                yield from _missing(book, sheet, row, meaning, there)
            for meaning in MEDIA:
                # One without language serves all of them.
                if sheet.texts(row, meaning) and not sheet.text(row, meaning):
                    yield from _missing(book, sheet, row, meaning, there)
            if name == "choices":
                yield from _missing_hints(book, sheet, row, there)


def _missing(
    book: Workbook, sheet: Sheet, row: Row, meaning: str, there: list[Offered]
) -> Iterator[Diagnosed]:
    texts = {language or book.default_language for language in sheet.texts(row, meaning)}
    for each in there if texts else ():
        if each.name in texts:
            continue
        column = each.name
        if each.name == book.default_language and not sheet.column(meaning, each.name):
            column = ""
        cell = book.cell(sheet.name, row.number, meaning, column)
        media = meaning in MEDIA
        yield Diagnosed(
            finding(
                "W406" if media else "E401",
                book.file.rpartition(".")[0],
                _place(book, sheet, row),
                cell.header,
                f"{'die Datei' if media else 'der Text'} fehlt in der Sprache „{each.name}“.",
                f'the {"file" if media else "text"} is missing in "{each.name}".',
            ),
            cell,
        )


def _missing_hints(
    book: Workbook, sheet: Sheet, row: Row, there: list[Offered]
) -> Iterator[Diagnosed]:
    """Choices' hints have one column per language tag (hint_pl); without it German is shown."""
    for each in there if sheet.text(row, "hint") else ():
        if each.name == book.default_language or sheet.text(row, f"hint_{each.tag}"):
            continue
        cell = book.cell("choices", row.number, f"hint_{each.tag}")
        yield Diagnosed(
            finding(
                "W404", book.file.rpartition(".")[0], _place(book, sheet, row), cell.header,
                f"die Erklärung fehlt in der Sprache „{each.name}“ (Spalte hint_{each.tag}).",
                f'the explanation is missing in "{each.name}" (column hint_{each.tag}).',
            ),
            cell,
        )  # fmt: skip


def alternatives(book: Workbook, offered: tuple[Offered, ...]) -> Iterator[Diagnosed]:
    """Pictures of questions that nobody describes in words."""
    survey = book.sheets.get("survey")
    for line in book.lines:
        if survey is None or line.ends or not survey.texts(line.row, "image"):
            continue
        for suffix, name in _suffixes(book, offered).items():
            if survey.text(line.row, f"body::kiosk:alternative{suffix}"):
                continue
            cell = book.cell("survey", line.row.number, f"body::kiosk:alternative{suffix}")
            yield Diagnosed(
                finding(
                    "E411", book.file.rpartition(".")[0], line.path, cell.header,
                    "das Bild braucht eine Beschreibung in Worten"
                    f"{f' ({name})' if name else ''}: Spalte {cell.header}.",
                    f"the picture needs a description in words{f' ({name})' if name else ''}: "
                    f"column {cell.header}.",
                ),
                cell,
            )  # fmt: skip


def _suffixes(book: Workbook, offered: tuple[Offered, ...]) -> dict[str, str]:
    """What stands behind the kiosk's own columns for each language that needs one: its name."""
    there = [each for each in offered if each.name in book.languages]
    return {
        "" if each.name == book.default_language else f"-{each.tag}": each.name for each in there
    } or {"": ""}


def checks_said(book: Workbook, offered: tuple[Offered, ...]) -> Iterator[Diagnosed]:
    """Soft checks without words, or with words that quote an answer, which they cannot."""
    survey = book.sheets.get("survey")
    form = book.file.rpartition(".")[0]
    for line in book.lines:
        if survey is None or line.ends or not survey.text(line.row, "bind::kiosk:check"):
            continue
        for suffix, name in _suffixes(book, offered).items():
            words = survey.text(line.row, f"bind::kiosk:check-message{suffix}")
            cell = book.cell("survey", line.row.number, f"bind::kiosk:check-message{suffix}")
            if not words:
                yield Diagnosed(
                    finding(
                        "E417", form, line.path, cell.header,
                        "bind::kiosk:check braucht einen Satz, der sagt, was nicht passt"
                        f"{f' ({name})' if name else ''}: Spalte {cell.header}.",
                        "bind::kiosk:check needs a sentence that says what does not fit"
                        f"{f' ({name})' if name else ''}: column {cell.header}.",
                    ),
                    cell,
                )  # fmt: skip
            elif "${" in words:
                yield Diagnosed(
                    finding(
                        "E418", form, line.path, cell.header,
                        "dieser Satz kann keine Antwort nennen (${…}).",
                        "this sentence cannot quote an answer (${…}).",
                    ),
                    cell,
                )  # fmt: skip


def missing_file(name: str, form: str = "", place: str = "", column: str = "") -> Finding:
    """A file that is named but not in media/."""
    return finding(
        "E412", form, place, column,
        f"die Datei {name} fehlt in media/.", f"the file {name} is missing from media/.",
    )  # fmt: skip


def media_faults(book: Workbook, files: Mapping[str, bytes]) -> Iterator[Diagnosed]:
    """Pictures, recordings and lists that are not in media/, and recordings nobody could hear."""
    for name, sheet, row, header, text in _media_cells(book):
        cell = Cell(book.file, name, row.number, *header)
        form, place = book.file.rpartition(".")[0], _place(book, sheet, row)
        if text not in files:
            yield Diagnosed(missing_file(text, form, place, cell.header), cell)
        elif "audio" in cell.header.split("::"):
            for each in recording_faults(text, files[text], form, place, cell.header):
                yield Diagnosed(each, cell)


def recording_faults(
    name: str, sound: bytes, form: str = "", place: str = "", column: str = ""
) -> Iterator[Finding]:
    """E416, W416: a recording nobody could hear, or would listen to."""
    length = seconds(sound)
    if length is None:
        yield finding(
            "E416", form, place, column,
            f"die Aufnahme {name} ist beschädigt, stumm oder keine Datei in WAV, MP3, FLAC oder "
            "Ogg Vorbis.",
            f"the recording {name} is damaged, silent, or no WAV, MP3, FLAC or Ogg Vorbis file.",
        )  # fmt: skip
    elif length > LONGEST_SECONDS:
        yield finding(
            "W416", form, place, column,
            f"die Aufnahme {name} dauert {length:.0f} Sekunden; so lange hört niemand einer Frage "
            "zu.",
            f"the recording {name} lasts {length:.0f} seconds; nobody listens to a question that "
            "long.",
        )  # fmt: skip


def media_named(book: Workbook) -> frozenset[str]:
    """The files of media/ that a workbook shows, plays or reads."""
    return frozenset(text for *_, text in _media_cells(book))


def _media_cells(book: Workbook) -> Iterator[tuple[str, Sheet, Row, tuple[str, str], str]]:
    """Sheet, row, (letter, header) and file name of whatever names a file."""
    for name in ("survey", "choices"):
        sheet = book.sheets.get(name)
        for row in sheet.rows if sheet else ():
            for each in sheet.columns if sheet else ():
                text = row.cells.get(each.header, "")
                if sheet is None or not text:
                    continue
                at = (each.letter, each.header)
                if each.meaning in (*MEDIA, "big-image"):
                    yield (
                        name,
                        sheet,
                        row,
                        at,
                        text.removeprefix("jr://images/").removeprefix("jr://audio/"),
                    )
                elif each.meaning == "bild" and name == "choices":
                    yield name, sheet, row, at, text
    survey = book.sheets.get("survey")
    for line in book.lines:
        column = survey.column("type") if survey else None
        if survey is None or column is None:
            continue
        at = (column.letter, column.header)
        if line.type.endswith("_from_file"):
            yield "survey", survey, line.row, at, line.parameter.split(" ")[0]
        elif line.type in ("csv-external", "xml-external"):
            ending = line.type.partition("-")[0]
            yield "survey", survey, line.row, at, f"{line.name}.{ending}"


def _place(book: Workbook, sheet: Sheet, row: Row) -> str:
    if sheet.name == "choices":
        return f"{sheet.text(row, 'list_name')}:{sheet.text(row, 'name')}"
    return next((line.path for line in book.lines if line.row is row), "")


def unused_media(books: Mapping[str, Workbook], files: frozenset[str]) -> Iterator[Diagnosed]:
    """Files of media/ that no form names; texts such as a licence may lie there."""
    named = frozenset(name for book in books.values() for name in media_named(book))
    pulled = {text for book in books.values() for row in book.rows("survey")
              for text in row.cells.values() if "pulldata" in text}  # fmt: skip
    for name in sorted(files - named):
        stem, _, ending = name.rpartition(".")
        if ending.lower() in ("txt", "md", ""):
            continue
        if ending.lower() == "csv" and any(f"'{stem}'" in text for text in pulled):
            continue
        yield Diagnosed(
            finding(
                "W413", "", "", "",
                "kein Fragebogen verwendet diese Datei.", "no questionnaire uses this file.",
            ),
            Cell(f"media/{name}"),
        )  # fmt: skip
