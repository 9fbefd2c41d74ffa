"""One defect of each kind in a good study: exactly its code, in exactly its cell."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from openpyxl.utils import get_column_letter
from support.tone import tone
from support.workbooks import ALWAYS, DE, PL, Draft, write_book

from kiosk.study.cell import Cell
from kiosk.study.checking import check_source
from kiosk.study.diagnosis import lines

ENDINGS = (".md", ".xlsx")
Where = Callable[[Draft, str], Cell]


@dataclass(frozen=True)
class Mutation:
    """A defect: what plants it, its code, and the cell where it must be found."""

    code: str
    plant: Callable[[Draft], None]
    where: Where


def cell(sheet: str, named: str, header: str, form: str = "Main") -> Where:
    """The cell of a named row; no name means the row of headers."""

    def at(draft: Draft, ending: str) -> Cell:
        row = draft.row(sheet, *named.split(":"), form=form) if named else None
        return draft.cell(ending, sheet, row, header, form)

    return at


def setting(header: str, form: str = "Main") -> Where:
    def at(draft: Draft, ending: str) -> Cell:
        return draft.cell(ending, "settings", draft.books[form]["settings"][1], header, form)

    return at


def file(name: str, sheet: str = "") -> Where:
    return lambda _draft, ending: Cell(name.replace("*", ending.removeprefix(".")), sheet)


def line(number: int) -> Where:
    return lambda _draft, _ending: Cell("study.toml", "", number)


def second(sheet: str, named: str, header: str) -> Where:
    """The cell of the second row of a name."""

    def at(draft: Draft, ending: str) -> Cell:
        rows = [row for row in draft.books["Main"][sheet] if row[1] == named]
        return draft.cell(ending, sheet, rows[1], header)

    return at


def toml(key: str, begins: str = "") -> Where:
    """The line of study.toml that begins like this (by default with the key's last part)."""

    def at(draft: Draft, _ending: str) -> Cell:
        start = begins or key.rpartition(".")[2]
        for number, text in enumerate(draft.toml.splitlines(), start=1):
            if text.startswith(start):
                return Cell("study.toml", "", number, "", key)
        raise AssertionError(start)

    return at


def put(
    named: str, header: str, text: str, sheet: str = "survey", form: str = "Main"
) -> Callable[[Draft], None]:
    return lambda draft: draft.put(sheet, named, header, text, form)


def choice(named: str, header: str, text: str, form: str = "Main") -> Callable[[Draft], None]:
    return put(named, header, text, "choices", form)


def spoken(*rows: str, form: str = "Main", others: str = "") -> Callable[[Draft], None]:
    """A sheet of own words; a row is "language | text | say"."""

    def planted(draft: Draft) -> None:
        for name, own in ((form, rows), ("Short", (others,) if others else ())):
            if own:
                cells = [[each.strip() for each in row.split("|")] for row in own]
                draft.books[name]["spoken"] = [["language", "text", "say"], *cells]

    return planted


def spoken_cell(header: str, row: int = 1, form: str = "Main") -> Where:
    """A cell of the sheet of own words."""

    def at(draft: Draft, ending: str) -> Cell:
        return draft.cell(ending, "spoken", draft.books[form]["spoken"][row], header, form)

    return at


def rename(sheet: str, old: str, new: str, form: str = "Main") -> Callable[[Draft], None]:
    def renamed(draft: Draft) -> None:
        header = draft.books[form][sheet][0]
        header[header.index(old)] = new

    return renamed


def assisted(lines: str) -> Callable[[Draft], None]:
    """study.toml with a section of help, at its end."""

    def edit(draft: Draft) -> None:
        draft.toml += f"\n[assistance]\n{lines}"

    return edit


def insert(
    after: str, sheet: str = "survey", form: str = "Main", **cells: str
) -> Callable[[Draft], None]:
    named = {"de": f"label::{DE}", "pl": f"label::{PL}", "length": "body::kiosk:length",
             "list": "list_name", "value": "name"}  # fmt: skip
    return lambda draft: draft.insert(
        sheet, after, {named.get(key, key): text for key, text in cells.items()}, form
    )


def added(header: str, named: str, text: str, sheet: str = "survey") -> Callable[[Draft], None]:
    """A new column with one filled cell."""

    def add(draft: Draft) -> None:
        draft.column(sheet, header)
        if named:
            draft.put(sheet, named, header, text)

    return add


def replaced(old: str, new: str) -> Callable[[Draft], None]:
    def edit(draft: Draft) -> None:
        assert old in draft.toml
        draft.toml = draft.toml.replace(old, new, 1)

    return edit


def no_row(sheet: str, named: str, form: str = "Main") -> Callable[[Draft], None]:
    def remove(draft: Draft) -> None:
        draft.books[form][sheet].remove(draft.row(sheet, *named.split(":"), form=form))

    return remove


LONG_TONE = tone(440, 61, rate=2000)


def media(name: str, content: bytes = b"<svg/>") -> Callable[[Draft], None]:
    def put_file(draft: Draft) -> None:
        draft.media[name] = content

    return put_file


def language(name: str) -> Callable[[Draft], None]:
    """One more language in the workbook, translated nowhere in study.toml."""

    def add(draft: Draft) -> None:
        draft.column("survey", f"label::{name}")
        for row in draft.books["Main"]["survey"][1:]:
            row[-1] = row[2]

    return add


def settings(header: str, text: str, form: str = "Main") -> Callable[[Draft], None]:
    def put_setting(draft: Draft) -> None:
        table = draft.books[form]["settings"]
        table[1][table[0].index(header)] = text

    return put_setting


def all_of(*plants: Callable[[Draft], None]) -> Callable[[Draft], None]:
    def plant(draft: Draft) -> None:
        for each in plants:
            each(draft)

    return plant


def misspelt_sheet(draft: Draft) -> None:
    draft.books["Main"]["setings"] = draft.books["Main"].pop("settings")


def without_survey(draft: Draft) -> None:
    del draft.books["Short"]["survey"]


def empty_survey(draft: Draft) -> None:
    del draft.books["Short"]["survey"][1:]
    del draft.books["Short"]["choices"][1:]


def other_identifier(draft: Draft) -> None:
    """A form's name is part of file names and columns."""
    draft.toml = draft.toml.replace('2 = "Short"', '2 = "Short-Form"')
    draft.books["Short-Form"] = draft.books.pop("Short")
    draft.books["Short-Form"]["settings"][1][1] = "Short-Form"


def without_types(draft: Draft) -> None:
    for row in draft.books["Short"]["survey"]:
        del row[0]


def entities(draft: Draft) -> None:
    draft.books["Main"]["entities"] = [["list_name", "label"], ["leute", "${F1}"]]


L = f"label::{DE}"
MUTATIONS = [
    # -- study.toml, files, sheets, headers
    Mutation("E103", replaced("wave = 1", "wave = 0"), toml("wave")),
    Mutation("E103", replaced("wave = 1", "wave = 1\nfarbe = 2"), toml("farbe")),
    Mutation("E103", replaced("wave = 1", "wave ="), line(6)),
    Mutation("E104", without_survey, file("Short.*", "survey")),
    Mutation("E104", empty_survey, file("Short.*", "survey")),
    Mutation("E104", misspelt_sheet, file("Main.*", "setings")),
    Mutation("E105", rename("survey", "relevant", "relevent"), cell("survey", "", "relevent")),
    Mutation("E105", rename("survey", "bind::kiosk:most", "bind::kiosk:mots"),
             cell("survey", "", "bind::kiosk:mots")),
    Mutation("E105", added(f"hint::{PL}", "", "", "choices"),
             cell("choices", "", f"hint::{PL}")),
    Mutation("W105", added("farbe", "ja:1", "rot", "choices"), cell("choices", "", "farbe")),
    Mutation("W105", added("bemerkung", "F1", "prüfen"), cell("survey", "", "bemerkung")),
    Mutation("E106", added("relevance", "T1", "1 = 1"), cell("survey", "", "relevance")),
    Mutation("E106", added("label", "F1", "Kommen Sie nie?"), cell("survey", "", "label")),
    Mutation("E107", without_types, file("Short.*", "survey")),
    Mutation("E108", settings("form_id", "Other"), setting("form_id")),
    Mutation("E109", settings("version", "Fassung B"), setting("version")),
    Mutation("E110", put("T1", L, "Wer ist {chef}?"), cell("survey", "T1", L)),
    Mutation("E111", replaced('saved = "E1"', 'saved = "E9"'), toml("start.saved")),
    Mutation("E112", replaced('saved = "E1"', 'saved = "S3"'), toml("start.saved")),
    Mutation("E113", choice("s3:4", "name", "5", "S"), cell("survey", "S3", "type", "S")),
    Mutation("E112", assisted('question = "T1"\nhelper = "1"\n'), toml("assistance.question")),
    Mutation("E113", assisted('question = "F3"\nhelper = "9"\n'), cell("survey", "F3", "type")),
    Mutation("E120", assisted('question = "F99"\nhelper = "1"\n'), toml("assistance.question")),
    Mutation("E120", assisted('hides = ["F99"]\n'), toml("assistance.hides")),
    Mutation("E114", replaced('2 = "Short"', '2 = "S"'), toml("start.routes")),
    Mutation("E115", replaced("EIN", "AUS"), toml("presets.AUS")),
    Mutation("E116", other_identifier, toml("start.routes.2", "routes")),
    Mutation("E119", settings("namespaces", ""), setting("namespaces")),
    # -- rows and expressions
    Mutation("E201", put("F2", "type", "ganzzahl"), cell("survey", "F2", "type")),
    Mutation("E202", put("F2", "type", ""), cell("survey", "F2", "type")),
    Mutation("E203", put("F2", "name", ""),
             lambda d, e: d.cell(e, "survey", d.books["Main"]["survey"][6], "name")),
    Mutation("E204", put("F2", "name", "2D"), cell("survey", "2D", "name")),
    Mutation("E205", insert("R1", type="text", name="F1", de="?", pl="?", length="9"),
             second("survey", "F1", "name")),
    Mutation("E206", insert("T1", type="end group", name="z"), cell("survey", "z", "type")),
    Mutation("E206", insert("T1", type="begin group", name="z"), cell("survey", "z", "type")),
    Mutation("E207", insert("T1", type="select_one wege", name="ZZ", de="?", pl="?"),
             cell("survey", "ZZ", "type")),
    Mutation("E208", put("L1", "parameters", "randomize=maybe, seed=${seed}"),
             cell("survey", "L1", "parameters")),
    Mutation("E208", put("L1", "parameters", "randomise=true"), cell("survey", "L1", "parameters")),
    Mutation("E209", put("L_M", "calculation", ""), cell("survey", "L_M", "calculation")),
    Mutation("E210", put("F2", "relevant", "${F1} = = 1"), cell("survey", "F2", "relevant")),
    Mutation("E210", put("F2", "constraint", ". >"), cell("survey", "F2", "constraint")),
    Mutation("E210", put("L_M", "calculation", "frobnicate(1)"),
             cell("survey", "L_M", "calculation")),
    Mutation("E210", put("R2", "choice_filter", "gegend ="), cell("survey", "R2", "choice_filter")),
    Mutation("E210", put("T1", "relevant", "${EIN = 1"), cell("survey", "T1", "relevant")),
    Mutation("E211", put("T1", "relevant", "${EINS} = 1"), cell("survey", "T1", "relevant")),
    Mutation("E211", put("T1", L, "Wunsch, ${NAME}?"), cell("survey", "T1", L)),
    Mutation("E211", put("T1", "relevant", "/data/NIX = 1"), cell("survey", "T1", "relevant")),
    Mutation("E211", choice("ja:1", L, "ja, ${NAME}"), cell("choices", "ja:1", L)),
    Mutation("E212", put("F1", "relevant", "${F2} > 1"),
             cell("survey", "F1", "relevant")),
    Mutation("E214", put("L1", "parameters", "randomize=true"), cell("survey", "L1", "parameters")),
    Mutation("E215", put("T1", "relevant", "random() > 0.5"), cell("survey", "T1", "relevant")),
    Mutation("E215", put("T1", "relevant", "uuid() = 'a'"), cell("survey", "T1", "relevant")),
    Mutation("E215", all_of(added("trigger", "seed", "${F1}"),
                            put("seed", "calculation", "once(random())")),
             cell("survey", "seed", "calculation")),
    Mutation("E220", put("L1", "body::kiosk:layout", "kreise"),
             cell("survey", "L1", "body::kiosk:layout")),
    Mutation("E220", put("T1", "body::kiosk:length", "viel"),
             cell("survey", "T1", "body::kiosk:length")),
    Mutation("E223", all_of(put("T1", L, ""), put("T1", f"label::{PL}", "")),
             cell("survey", "T1", L)),
    # -- names, codes, lists
    Mutation("E301", put("F2", "name", "D" * 33), cell("survey", "D" * 33, "name")),
    Mutation("E301", put("F2", "name", "Straße"), cell("survey", "Straße", "name")),
    Mutation("E302", put("F2", "name", "By"), cell("survey", "By", "name")),
    Mutation("E303", put("F2", "name", "f1"), cell("survey", "f1", "name")),
    Mutation("E304", put("F2", "name", "l1_A"), cell("survey", "L1", "name")),
    Mutation("E304", put("F2", "name", "KW"), cell("survey", "KW", "name")),
    Mutation("E305", put("F1", L, "Oft?", form="Short"), cell("survey", "F1", L, "Short")),
    Mutation("E311", choice("weg:2", "name", "1"),
             lambda d, e: d.cell(e, "choices", d.books["Main"]["choices"][5], "name")),
    Mutation("E312", choice("weg:2", "name", "zwei-"), cell("choices", "weg:zwei-", "name")),
    Mutation("E312", choice("ding:b", "name", "b c"), cell("choices", "ding:b c", "name")),
    Mutation("E313", choice("weg:2", "name", "-97"), cell("choices", "weg:-97", "name")),
    Mutation("E313", choice("weg:-98", L, "keine Angabe"), cell("choices", "weg:-98", "name")),
    Mutation("E314", put("L1", "body::kiosk:last", "y"), cell("survey", "L1", "body::kiosk:last")),
    Mutation("E315", put("L1", "bind::kiosk:exclusive", "y -99"),
             cell("survey", "L1", "bind::kiosk:exclusive")),
    Mutation("E316", choice("weg:2", "name", ""),
             lambda d, e: d.cell(e, "choices", d.books["Main"]["choices"][5], "name")),
    Mutation("E317", all_of(choice("weg:2", L, ""), choice("weg:2", f"label::{PL}", "")),
             cell("choices", "weg:2", L)),
    Mutation("E318", choice("weg:2", "list_name", ""),
             lambda d, e: d.cell(e, "choices", d.books["Main"]["choices"][5], "list_name")),
    Mutation("W321", no_row("choices", "region:-99"), cell("survey", "R1", "type")),
    Mutation("W322", insert("ja:-99", "choices", list="alt", value="1", de="a", pl="a"),
             cell("choices", "alt:1", "list_name")),
    Mutation("E323", put("T1", "body::kiosk:length", ""),
             cell("survey", "T1", "body::kiosk:length")),
    # -- languages and media
    Mutation("E401", put("T1", f"label::{PL}", ""), cell("survey", "T1", f"label::{PL}")),
    Mutation("E401", put("F3", f"hint::{PL}", ""), cell("survey", "F3", f"hint::{PL}")),
    Mutation("E401", put("F2", f"constraint_message::{DE}", ""),
             cell("survey", "F2", f"constraint_message::{DE}")),
    Mutation("E401", choice("weg:2", f"label::{PL}", ""), cell("choices", "weg:2", f"label::{PL}")),
    Mutation("E402", replaced("[languages.pl]",
                              '[languages.en]\nname = "English (en)"\nforms = ["S", "Short"]\n'
                              'geprueft_von = "A"\ngeprueft_am = "2026-11-01"\n'
                              "\n[languages.pl]"), toml("languages.en", "[languages.en]")),
    Mutation("W403", language("English (en)"), cell("survey", "", "label::English (en)")),
    Mutation("W404", choice("ding:a", "hint_pl", ""), cell("choices", "ding:a", "hint_pl")),
    Mutation("E405", settings("default_language", "Deutsch"), setting("default_language")),
    Mutation("W406", all_of(rename("survey", "media::image", f"media::image::{DE}")),
             lambda d, e: Cell(f"Main{e}", "survey", cell("survey", "BILD", "name")(d, e).row, "",
                               f"image::{PL}")),
    Mutation("W407", insert("T1", type="select_one weg or_other", name="ZZ", de="?", pl="?"),
             cell("survey", "ZZ", "type")),
    Mutation("E411", put("BILD", "body::kiosk:alternative", ""),
             cell("survey", "BILD", "body::kiosk:alternative")),
    Mutation("E411", put("BILD", "body::kiosk:alternative-pl", ""),
             cell("survey", "BILD", "body::kiosk:alternative-pl")),
    Mutation("E417", all_of(added("bind::kiosk:check", "F1", "${T1} != ''"),
                            added("bind::kiosk:check-message-pl", "F1", "Na pewno?")),
             cell("survey", "F1", "bind::kiosk:check-message")),
    Mutation("E417", all_of(added("bind::kiosk:check", "F1", "${T1} != ''"),
                            added("bind::kiosk:check-message", "F1", "Stimmt das?")),
             cell("survey", "F1", "bind::kiosk:check-message-pl")),
    Mutation("E418", all_of(added("bind::kiosk:check", "F1", "${T1} != ''"),
                            added("bind::kiosk:check-message", "F1", "Stimmt ${T1}?"),
                            added("bind::kiosk:check-message-pl", "F1", "Na pewno?")),
             cell("survey", "F1", "bind::kiosk:check-message")),
    Mutation("E412", all_of(put("F1", "media::image", "turm.svg"),
                            put("F1", "body::kiosk:alternative", "Turm"),
                            put("F1", "body::kiosk:alternative-pl", "wieża")),
             cell("survey", "F1", "media::image")),
    Mutation("E412", replaced('greeting = "Guten Tag"',
                              'greeting = "Guten Tag"\ngreeting_audio = "gruss.mp3"'),
             toml("greeting_audio")),
    Mutation("E416", all_of(replaced('greeting = "Guten Tag"',
                                     'greeting = "Guten Tag"\ngreeting_audio = "gruss.mp3"'),
                            media("gruss.mp3")),
             toml("greeting_audio")),
    Mutation("E103", replaced('greeting = "Guten Tag"',
                              'greeting = "Guten Tag"\ngreeting_language = "Deutsch"'),
             toml("greeting_language")),
    Mutation("E420", spoken("cs | Welcher Ort? | Wo?"), spoken_cell("language")),
    Mutation("E420", spoken("de | Welcher Ort? |"), spoken_cell("say")),
    Mutation("E420", spoken("de | | Wo?"), spoken_cell("text")),
    Mutation("E420", spoken("de | Stimmt ${F1}? | Ja?"), spoken_cell("text")),
    Mutation("E420", spoken("de | Welcher Ort? | Wo, ${F1}?"), spoken_cell("say")),
    Mutation("E421", spoken("de | Welcher Ort? | Wo?", "| Welcher  Ort? | Wohin?"),
             spoken_cell("text", 2)),
    Mutation("E421", spoken("de | Kommen Sie oft? | Oft?", others="de | Kommen Sie oft? | Ja?"),
             spoken_cell("text", form="Short")),
    Mutation("W420", spoken("de | Welche Orte? | Wo?"), spoken_cell("text")),
    Mutation("W420", spoken("pl | Welcher Ort? | Wo?"), spoken_cell("text")),
    Mutation("E412", added("media::audio", "F1", "f1.mp3"), cell("survey", "F1", "media::audio")),
    Mutation("E416", all_of(added("media::audio", "F1", "f1.mp3"), media("f1.mp3")),
             cell("survey", "F1", "media::audio")),
    Mutation("W416", all_of(added("media::audio", "F1", "f1.wav"), media("f1.wav", LONG_TONE)),
             cell("survey", "F1", "media::audio")),
    Mutation("E412", choice("weg:2", "bild", "bus.svg"), cell("choices", "weg:2", "bild")),
    Mutation("E412", insert("T1", type="select_one_from_file orte.csv", name="ZZ", de="?", pl="?"),
             cell("survey", "ZZ", "type")),
    Mutation("W413", media("neu.svg"), file("media/neu.svg")),
    Mutation("E414", media("ä.svg"), file("media/ä.svg")),
    Mutation("E415", all_of(choice("ding:b", L, ""), choice("ding:b", f"label::{PL}", "")),
             cell("choices", "ding:b", L)),
    Mutation("E220", added("media::video", "F1", "film.mp4"), cell("survey", "F1", "media::video")),
    Mutation("W711", put("T1", L, "Was wünschen Sie sich " + "sehr " * 13 + "?"),
             cell("survey", "T1", L)),
    Mutation("W731", replaced('geprueft_von = "Ewa"\ngeprueft_am = "2026-11-01"\n', ""),
             toml("languages.pl", "[languages.pl]")),
    Mutation("W813", replaced("register = [{ age = 1, count = 4000 }]", "register = []"),
             toml("register")),
    # -- routing
    Mutation("E601", put("F2", "relevant", "${F1} = 1 and ${F1} = 2"),
             cell("survey", "F2", "relevant")),
    Mutation("E602", put("F2", "constraint", ". > 5 and . < 3"),
             cell("survey", "F2", "constraint")),
    Mutation("W612", put("F2", "relevant", "${F1} = 1 or ${F1} = 7"),
             cell("survey", "F2", "relevant")),
    # -- what a kiosk must not collect
    *(
        Mutation("E501", insert("T1", type=kind, name="ZZ", de="?", pl="?"),
                 cell("survey", "ZZ", "type"))
        for kind in ("image", "audio", "video", "file", "geopoint", "geotrace", "geoshape",
                     "barcode", "background-audio", "start-geopoint")
    ),
    *(
        Mutation("E502", insert("T1", type=kind, name="ZZ"), cell("survey", "ZZ", "type"))
        for kind in ("start", "end", "today", "deviceid", "username", "phonenumber", "email",
                     "simserial", "subscriberid")
    ),
    Mutation("E502", insert("T1", type="audit", name="audit"), cell("survey", "audit", "type")),
    Mutation("E503", entities, lambda d, e: Cell(
        f"Main{e}", "entities", d.cell(e, "entities", d.books["Main"]["entities"][1], "label").row
    )),
    Mutation("E503", added("save_to", "F1", "oft"), cell("survey", "F1", "save_to")),
    Mutation("E504", added("default", "F1", "${last-saved#F1}"), cell("survey", "F1", "default")),
]  # fmt: skip


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize(
    "mutation", MUTATIONS, ids=[f"{n}-{each.code}" for n, each in enumerate(MUTATIONS)]
)
def test_a_defect_is_found_in_its_cell_and_nothing_else(
    mutation: Mutation, ending: str, tmp_path: Path
) -> None:
    draft = Draft()
    mutation.plant(draft)
    draft.write(tmp_path / "probe", ending)
    said = "\n".join(lines(check_source(tmp_path / "probe").diagnosis.all, "de"))
    assert found_in(tmp_path) == [(mutation.code, mutation.where(draft, ending))], said


@pytest.mark.parametrize("ending", ENDINGS)
def test_the_good_study_is_good(ending: str, tmp_path: Path) -> None:
    Draft().write(tmp_path / "probe", ending)
    assert not found_in(tmp_path)


def test_every_code_has_a_row_in_the_handbook() -> None:
    handbook = (Path(__file__).parents[2] / "docs" / "study-check.md").read_text(encoding="utf-8")
    for code in {each.code for each in MUTATIONS}:
        assert f"| {code} |" in handbook, code


def test_a_form_without_a_workbook_is_named(tmp_path: Path) -> None:
    Draft().write(tmp_path / "probe", ".md")
    (tmp_path / "probe" / "Short.md").unlink()
    assert found_in(tmp_path) == [("E102", Cell("Short.xlsx"))]


def test_two_workbooks_of_a_form_are_one_too_many(tmp_path: Path) -> None:
    Draft().write(tmp_path / "probe", ".md")
    write_book(Draft().books["Short"], tmp_path / "probe" / "Short.xlsx")
    assert found_in(tmp_path) == [("E118", Cell("Short.md"))]


@pytest.mark.parametrize("raw", [b"", b"garbage", b"PK\x05\x06" + bytes(18), b"\xff\xfe| a | b |"])
@pytest.mark.parametrize("ending", ENDINGS)
def test_a_file_that_is_no_workbook_is_named(raw: bytes, ending: str, tmp_path: Path) -> None:
    Draft().write(tmp_path / "probe", ending)
    (tmp_path / "probe" / f"Short{ending}").write_bytes(raw)
    assert found_in(tmp_path) == [("E101", Cell(f"Short{ending}"))]


def test_a_header_written_twice_is_found(tmp_path: Path) -> None:
    draft = Draft()
    draft.column("survey", "type")
    draft.write(tmp_path / "probe", ".xlsx")
    letter = get_column_letter(len(draft.books["Main"]["survey"][0]))
    assert found_in(tmp_path) == [("E106", Cell("Main.xlsx", "survey", 1, letter, "type"))]


def test_a_name_that_is_no_longer_clear_is_found_where_it_is_used(tmp_path: Path) -> None:
    draft = Draft()
    draft.put("survey", "F2", "name", "R1")  # inside a group, so the name itself is allowed
    draft.write(tmp_path / "probe", ".md")
    assert [code for code, _cell in found_in(tmp_path)] == ["E205", "E221", "E221"]


def found_in(folder: Path) -> list[tuple[str, Cell]]:
    found = check_source(folder / "probe").diagnosis.all
    return [(each.finding.code, each.cell) for each in found if each.finding.code != ALWAYS]
