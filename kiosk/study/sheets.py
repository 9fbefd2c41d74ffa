"""What can be wrong with a workbook before anybody compiles it: sheets, headers, lists, codes."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from kiosk.forms.reading.names import KIOSK
from kiosk.study.cell import Cell
from kiosk.study.codes import LABELS_DE, Missing
from kiosk.study.columns import MEDIA, TEXTS, Column, column, is_read, nearest
from kiosk.study.compiling import placeholders
from kiosk.study.diagnosis import Diagnosed, finding
from kiosk.study.locating import locate
from kiosk.study.settings import FILE
from kiosk.study.workbook import Row, Sheet, Workbook, words

NAMESPACE = f'kiosk="{KIOSK[1:-1]}"'
_SELECTS = frozenset({"select_one", "select_multiple", "rank"})
_NUMBER = re.compile(r"-?\d+\Z")
_WORD = re.compile(r"[A-Za-z0-9_]+\Z")
OFFERED = (Missing.REFUSED, Missing.DONT_KNOW, Missing.NOT_APPLICABLE)
"""The missing codes an author may offer as an answer; the others are given by the system."""
_RESERVED = range(-99, -89)


def sheet_faults(book: Workbook) -> Iterator[Diagnosed]:
    """Misspelled sheets, doubled headers, columns nobody reads."""
    form = book.file.rpartition(".")[0]
    for name, near in book.misspelt:
        yield Diagnosed(
            finding(
                "E104", form, "", "",
                f"das Blatt „{name}“ liest niemand. Ist „{near}“ gemeint? Sonst setzen Sie "
                "bitte ein „_“ davor.",
                f'nobody reads the sheet "{name}". Did you mean "{near}"? Else put "_" '
                "before it.",
            ),
            Cell(book.file, name),
        )  # fmt: skip
    for name, row, letter, header in book.doubled:
        yield Diagnosed(
            finding(
                "E106", form, "", header,
                f"die Spalte „{header}“ gibt es zweimal.", f'the column "{header}" occurs twice.',
            ),
            Cell(book.file, name, row, letter, header),
        )  # fmt: skip
    if "survey" in book.sheets and not book.rows("survey"):
        yield Diagnosed(
            finding(
                "E104", form, "", "",
                "das Blatt „survey“ ist leer: der Fragebogen hat keine Fragen.",
                'the sheet "survey" is empty: the form has no questions.',
            ),
            Cell(book.file, "survey"),
        )  # fmt: skip
    for sheet in book.sheets.values():
        yield from _same(book, sheet)
        yield from _unread(book, sheet)


def _same(book: Workbook, sheet: Sheet) -> Iterator[Diagnosed]:
    """Columns with different headers and the same meaning: which one counts?"""
    seen: dict[tuple[str, str], str] = {}
    for each in sheet.columns:
        language = each.language
        if each.meaning in (*TEXTS, *MEDIA):
            # A column without language is that of the default language.
            language = language or book.default_language
        other = seen.setdefault((each.meaning, language), each.header)
        if other != each.header and _disagree(sheet, other, each):
            yield Diagnosed(
                finding(
                    "E106", book.file.rpartition(".")[0], "", each.header,
                    f"die Spalte „{each.header}“ bedeutet dasselbe wie „{other}“.",
                    f'the column "{each.header}" means the same as "{other}".',
                ),
                Cell(book.file, sheet.name, sheet.header, each.letter, each.header),
            )  # fmt: skip


def _disagree(sheet: Sheet, other: str, column: Column) -> bool:
    """Whether it matters which of two columns counts: `label` and `label::Deutsch` may share."""
    written = sheet.column(column.meaning, column.language)
    if written is None or written.header == other:
        return True
    return any(
        other in row.cells and row.cells.get(column.header, row.cells[other]) != row.cells[other]
        for row in sheet.rows
    )


def namespace_faults(book: Workbook) -> Iterator[Diagnosed]:
    """Columns of ours in a workbook that does not say whose they are."""
    survey = book.sheets.get("survey")
    used = [
        each.header
        for each in (survey.columns if survey else ())
        if each.meaning.startswith(("bind::kiosk:", "body::kiosk:"))
        and any(each.header in row.cells for row in book.rows("survey"))
    ]
    if used and NAMESPACE not in book.setting("namespaces"):
        yield Diagnosed(
            finding(
                "E119", book.file.rpartition(".")[0], "", "namespaces",
                f"die Spalte „{used[0]}“ braucht im Blatt settings unter namespaces: {NAMESPACE}",
                f'the column "{used[0]}" needs on the sheet settings, namespaces: {NAMESPACE}',
            ),
            locate(book, "", "namespaces"),
        )  # fmt: skip


def with_namespace(book: Workbook) -> Workbook:
    """The workbook with our namespace, where E119 tells that it lacks it."""
    if not any(namespace_faults(book)):
        return book
    sheet = book.sheets.get("settings") or Sheet("settings", 1, (), ())
    if not sheet.rows:
        sheet = replace(sheet, rows=(Row(sheet.header + 1, {}),))
    found = sheet.column("namespaces")
    if found is None:
        found = column("namespaces", "", double=True)
        sheet = replace(sheet, columns=(*sheet.columns, found))
    text = " ".join((sheet.rows[0].cells.get(found.header, ""), NAMESPACE)).strip()
    return book.with_sheet(sheet.with_cell(sheet.rows[0].number, found.header, text))


def without_faulty_columns(book: Workbook, found: Iterable[Diagnosed]) -> Workbook:
    """The workbook without the columns that are faults of their own."""
    for each in found:
        sheet = book.sheets.get(each.cell.sheet)
        if sheet is not None and each.finding.code in ("E105", "E106"):
            if any(each.cell == Cell(book.file, *at) for at in book.doubled):
                continue
            book = book.with_sheet(sheet.without_columns([each.cell.header]))
    return book


def _unread(book: Workbook, sheet: Sheet) -> Iterator[Diagnosed]:
    used = _used_in_expressions(book) if sheet.name == "choices" else frozenset[str]()
    for each in sheet.columns:
        foreign = sheet.name == "choices" and each.meaning == "hint" and each.language != ""
        if (is_read(sheet.name, each.meaning) and not foreign) or each.header in used:
            continue
        cell = Cell(book.file, sheet.name, sheet.header, each.letter, each.header)
        near = "hint_…" if foreign else nearest(sheet.name, each.meaning)
        if near:
            code = "E105"
            de = f"die Spalte „{each.header}“ liest niemand. Ist „{near}“ gemeint?"
            en = f'nobody reads the column "{each.header}". Did you mean "{near}"?'
        else:
            code = "W105"
            de = f"die Spalte „{each.header}“ liest niemand."
            en = f'nobody reads the column "{each.header}".'
        yield Diagnosed(finding(code, book.file.rpartition(".")[0], "", each.header, de, en), cell)


def _used_in_expressions(book: Workbook) -> frozenset[str]:
    """Words of expressions: a column of choices may be read by any of them."""
    survey = book.sheets.get("survey")
    texts = [
        row.cells[each.header]
        for row in book.rows("survey")
        for each in (survey.columns if survey else ())
        if each.header in row.cells and each.meaning not in (*TEXTS, "name")
    ]
    return words(texts)


def choice_faults(book: Workbook) -> Iterator[Diagnosed]:
    """Codes that the data could not hold or would mistake for a missing one; unused lists."""
    sheet = book.sheets.get("choices")
    if sheet is None:
        return
    form = book.file.rpartition(".")[0]
    used = {each.parameter.split(" ")[0] for each in book.lines}
    used |= _used_in_expressions(book)
    lists: set[str] = set()
    typed = "survey" in book.sheets and book.sheets["survey"].column("type") is not None
    for row in sheet.rows:
        name, code = sheet.text(row, "list_name"), sheet.text(row, "name")
        if not name:
            yield Diagnosed(
                finding(
                    "E318", form, "", "list_name",
                    "die Antwort gehört zu keiner Liste (list_name) und würde fehlen.",
                    "the choice belongs to no list (list_name) and would be missing.",
                ),
                book.cell("choices", row.number, "list_name"),
            )  # fmt: skip
            continue
        if name not in lists and name not in used and typed:
            yield Diagnosed(
                finding(
                    "W322", form, f"{name}:", "list_name",
                    "die Auswahlliste wird nirgends verwendet.", "nobody uses this choice list.",
                ),
                book.cell("choices", row.number, "list_name"),
            )  # fmt: skip
        lists.add(name)
        for fault, de, en in _code_faults(code, sheet.texts(row, "label")):
            yield Diagnosed(
                finding(fault, form, f"{name}:{code}", "name", de, en),
                book.cell("choices", row.number, "name"),
            )
        if not sheet.texts(row, "label"):
            picture = bool(sheet.texts(row, "image") or sheet.text(row, "bild"))
            yield Diagnosed(
                finding(
                    "E415" if picture else "E317", form, f"{name}:{code}", "label",
                    "das Bild braucht einen Text (label): er wird vorgelesen, und ohne ihn bleibt "
                    "die Antwort stumm." if picture else "die Antwort hat keinen Text (label).",
                    "the picture needs a label: it is read out, and without it the choice is mute."
                    if picture else "the choice has no label.",
                ),
                book.cell("choices", row.number, "label", _spelled_language(sheet, book)),
            )  # fmt: skip


def _spelled_language(sheet: Sheet, book: Workbook) -> str:
    """The language of the label column for the default language: "" where it names none."""
    return book.default_language if sheet.column("label", book.default_language) else ""


def _code_faults(code: str, labels: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    if not code:
        return
    if not _NUMBER.match(code) and not _WORD.match(code):
        yield (
            "E312",
            f"der Code „{code}“ braucht Ziffern oder Buchstaben ohne Umlaute und „_“.",
            f'the code "{code}" needs digits, or ASCII letters and "_".',
        )
    if not _NUMBER.match(code) or int(code) not in _RESERVED:
        return
    number = int(code)
    if number not in OFFERED:
        meaning = LABELS_DE.get(Missing(number), "") if number in set(Missing) else ""
        yield (
            "E313",
            f"der Code {code} ist vergeben{f' ({meaning})' if meaning else ''}: −99 bis −90 heißen "
            "„kein Wert“. Anbieten lassen sich nur −99, −98 und −91.",
            f"the code {code} is taken: -99 to -90 mean “no value”. Only -99, -98 and -91 can be "
            "offered.",
        )
        return
    said = {text.strip().lower() for text in labels.values()}
    for other in OFFERED:
        if other != number and LABELS_DE[other].lower() in said:
            yield (
                "E313",
                f"der Code {code} heißt „{LABELS_DE[Missing(number)]}“; für „{LABELS_DE[other]}“ "
                f"ist es {int(other)}.",
                f"the code {code} means “{LABELS_DE[Missing(number)]}”; “{LABELS_DE[other]}” is "
                f"{int(other)}.",
            )


def closed_without_way_out(book: Workbook, routing: frozenset[str]) -> Iterator[Diagnosed]:
    """Closed questions that offer neither "weiß nicht" nor "keine Angabe".

    Questions one must answer (required) and the `routing` ones of the start form need none.
    """
    survey, choices = book.sheets.get("survey"), book.sheets.get("choices")
    if survey is None or choices is None:
        return
    offered: dict[str, set[str]] = {}
    for row in choices.rows:
        offered.setdefault(choices.text(row, "list_name"), set()).add(choices.text(row, "name"))
    chosen = {str(int(Missing.REFUSED)), str(int(Missing.DONT_KNOW))}
    for line in book.lines:
        codes = offered.get(line.parameter.split(" ")[0], set())
        required = survey.text(line.row, "required").lower()
        if line.type not in _SELECTS or not codes or line.name in routing:
            continue
        if required not in ("", "no", "false", "false()"):
            continue
        if chosen & (codes | set(survey.text(line.row, "bind::kiosk:exclusive").split())):
            continue
        yield Diagnosed(
            finding(
                "W321", book.file.rpartition(".")[0], line.path, "type",
                "die Frage bietet weder „weiß nicht“ (-98) noch „keine Angabe“ (-99) an.",
                "the question offers neither “don't know” (-98) nor “no answer” (-99).",
            ),
            book.cell("survey", line.row.number, "type"),
        )  # fmt: skip


def unknown_places(book: Workbook, places: Mapping[str, str]) -> Iterator[Diagnosed]:
    """{names} in texts that study.toml does not fill in."""
    for name in ("survey", "choices"):
        sheet = book.sheets.get(name)
        for row in sheet.rows if sheet else ():
            for each in sheet.columns if sheet else ():
                if each.meaning not in TEXTS:
                    continue
                for place in placeholders(row.cells.get(each.header, "")):
                    if place in places:
                        continue
                    path = next((line.path for line in book.lines if line.row is row), "")
                    yield Diagnosed(
                        finding(
                            "E110", book.file.rpartition(".")[0], path, each.header,
                            f"der Text nennt {{{place}}}, das in {FILE} unter [places] fehlt.",
                            f"the text names {{{place}}}, missing from [places] in {FILE}.",
                        ),
                        Cell(book.file, name, row.number, each.letter, each.header),
                    )  # fmt: skip
