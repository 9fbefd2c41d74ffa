"""A study with every kind of question: repeats open, counted, drawn, nested; lists in files.

Its form "haushalt" is nobody's instrument: the whole way has to hold for any XLSForm.
"""

from copy import deepcopy
from functools import cache
from pathlib import Path
from random import Random

from kiosk.forms.entry import FormEntry
from kiosk.forms.view import Kind, QuestionView
from kiosk.study.building import build_package
from kiosk.study.outcome import outcome
from kiosk.study.response import Response, ResponseHeader, ResponseKind
from kiosk.study.study import Study, read_package
from support.pseudo import Pseudo, with_language
from support.respondent import answer
from support.rothenburg import recipients, study_key
from support.workbooks import DE, NAMESPACES, Book, write_book

FORM = "haushalt"
PLACES = 3000
"""Rows of the list in a file: codes that are no numbers ("g0001")."""
WORDS = "KANARIENVOGEL"
"""In every answer in words."""

_TOML = """\
project = "probe"
short = "PROBE"
title = "Wie leben Sie hier?"
town = "Probstadt"
greeting = "Guten Tag"
wave = 1
[start]
form = "S"
participate = "S3"
route = "S5"
routes = { 1 = "haushalt" }
layer1 = ["I1"]
layer2 = ["I2"]
saved = "E1"
too_young = "E2"
declined = "E3"
discarded = "E4"
[languages.de]
name = "Deutsch (de)"
[places]
[presets]
AN = "1"
[idle]
alert_seconds = 300
grace_seconds = 45
keep_from = 11
"""
_LABEL = f"label::{DE}"
_LIST = ["list_name", "name", _LABEL]
_SETTINGS = ["form_title", "form_id", "version", "default_language", "namespaces"]

_START: Book = {
    "survey": [
        ["type", "name", _LABEL, "required", "relevant"],
        ["note", "I1", "Guten Tag.", "", ""],
        ["note", "I2", "Niemand erfährt Ihren Namen.", "", ""],
        ["select_one s3", "S3", "Machen Sie mit?", "yes", ""],
        ["select_one s5", "S5", "Beginnen wir?", "", "${S3} = 1"],
        ["note", "E1", "Vielen Dank.", "", ""],
        ["note", "E2", "Bis bald.", "", ""],
        ["note", "E3", "Danke.", "", ""],
        ["note", "E4", "Verworfen.", "", ""],
    ],
    "choices": [
        _LIST,
        ["s3", "1", "Ja"],
        ["s3", "2", "Zu jung"],
        ["s3", "3", "Schon gemacht"],
        ["s3", "4", "Nein"],
        ["s5", "1", "Ja"],
    ],
    "settings": [_SETTINGS, ["Beginn", "S", "1.0.0", DE, NAMESPACES]],
}
_HEADERS = [
    "type", "name", _LABEL, "relevant", "calculation", "repeat_count", "parameters", "appearance",
    "constraint", "body::kiosk:length", "body::kiosk:layout", "body::kiosk:most",
    "bind::kiosk:most", "bind::kiosk:exclusive", "bind::kiosk:key", "bind::kiosk:design",
    "trigger", "default",
]  # fmt: skip


def _row(kind: str, name: str, label: str = "", **cells: str) -> list[str]:
    named = {header.replace("::", "_").replace(":", "_"): header for header in _HEADERS}
    given = {"type": kind, "name": name, _LABEL: label}
    given |= {named[key]: text for key, text in cells.items()}
    return [given.get(header, "") for header in _HEADERS]


_MAIN: Book = {
    "survey": [
        _HEADERS,
        _row("hidden", "AN"),
        _row("calculate", "seed", calculation="once(int(random() * 1000000))"),
        _row("note", "HINWEIS", "Es geht um Ihren Haushalt."),
        _row("acknowledge", "OK", "Ich habe das gelesen."),
        _row("select_one art", "WOHNEN", "**Wie** wohnen Sie?"),
        _row("select_one note", "NOTE", "Wie gefällt es Ihnen?", body_kiosk_layout="scale"),
        _row("select_one art", "ZIEL", "Wie möchten Sie wohnen?", bind_kiosk_design="${seed} < 0",
             relevant="${seed} < 0"),
        _row("select_multiple wege", "WEGE", "Wie sind Sie unterwegs?", bind_kiosk_most="3",
             bind_kiosk_exclusive="-99", parameters="randomize=true, seed=${seed}"),
        _row("rank wuensche", "RANG", "Was ist am wichtigsten?"),
        _row("begin group", "zahlen", "Zahlen"),
        _row("integer", "ZIMMER", "Wie viele Zimmer?", constraint=". >= 0 and . <= 20"),
        _row("decimal", "FLAECHE", "Wie groß ist der Garten in Ar?"),
        _row("range", "ZUFRIEDEN", "Wie zufrieden sind Sie?", parameters="start=0 end=10 step=0.5"),
        _row("end group", "zahlen"),
        _row("date", "EINZUG", "Wann sind Sie eingezogen?"),
        _row("date", "UMBAU", "In welchem Monat war der letzte Umbau?", appearance="month-year"),
        _row("date", "GEBURT", "In welchem Jahr sind Sie geboren?", appearance="year",
             relevant="${WOHNEN} != '2'"),
        _row("time", "AUFSTEHEN", "Wann stehen Sie auf?"),
        _row("dateTime", "BESUCH", "Wann war zuletzt Besuch da?"),
        _row("text", "WUNSCH", "Was wünschen Sie sich?", body_kiosk_length="100"),
        _row("calculate", "WUNSCH_KURZ", calculation="substr(${WUNSCH}, 0, 12)"),
        _row("calculate", "GRUPPE",
             calculation="if(${ZIMMER} > 4, 'groß', if(${ZIMMER} = '', '', 'klein'))"),
        _row("select_one_from_file orte.csv", "ORT", "In welchem Ort?"),
        _row("select_multiple_from_file orte.csv", "ORTE", "Welche Orte kennen Sie?"),
        _row("begin repeat", "person", "Person", body_kiosk_most="4"),
        _row("text", "KUERZEL", "Eine Zahl für diese Person", body_kiosk_length="3",
             body_kiosk_layout="digits"),
        _row("integer", "ALTER", "Wie alt?", constraint=". >= 0 and . <= 110"),
        _row("select_multiple wege", "P_WEGE", "Wie ist sie unterwegs?",
             bind_kiosk_exclusive="-99"),
        _row("date", "P_SEIT", "Seit wann?", appearance="month-year"),
        _row("begin repeat", "tier", "Tier", body_kiosk_most="3"),
        _row("select_one tierart", "TIERART", "Was für ein Tier?"),
        _row("decimal", "GEWICHT", "Wie schwer ist es?", relevant="${TIERART} != 'fisch'"),
        _row("rank wuensche", "T_RANG", "Was braucht es?"),
        _row("end repeat", "tier"),
        _row("calculate", "TIERE", calculation="count(${tier})"),
        _row("text", "P_WUNSCH", "Was wünscht sie sich?", body_kiosk_length="50"),
        _row("end repeat", "person"),
        _row("calculate", "ALT", calculation="sum(${ALTER})"),
        _row("select_one ${KUERZEL}", "WER", "Wer antwortet?"),
        _row("begin repeat", "raum", "Raum", repeat_count="min(coalesce(${ZIMMER}, 0), 3)",
             body_kiosk_most="3"),
        _row("time", "LICHT", "Bis wann brennt dort Licht?"),
        _row("dateTime", "GELUEFTET", "Wann wurde gelüftet?"),
        _row("end repeat", "raum"),
        _row("begin repeat", "weg", "Weg", repeat_count="if(selected(${WEGE}, '-99'), 0, "
             "count-selected(${WEGE}))", bind_kiosk_key="./WEG", body_kiosk_most="3"),
        _row("calculate", "WEG", calculation="selected-at(${WEGE}, position(..) - 1)"),
        _row("select_one note", "WEG_NOTE", "Wie gut geht das?", body_kiosk_layout="scale"),
        _row("end repeat", "weg"),
        _row("integer", "STUFE", "Wie viele Stufen?", default="once(1 + 2)"),
        _row("calculate", "GEAENDERT", trigger="${NOTE}", calculation="concat('n', ${NOTE})"),
    ],
    "choices": [
        _LIST,
        ["art", "1", "zur Miete"],
        ["art", "2", "im Eigentum"],
        ["art", "-98", "weiß nicht"],
        ["art", "-99", "keine Angabe"],
        ["note", "4", "sehr gut"],
        ["note", "3", "eher gut"],
        ["note", "2", "eher schlecht"],
        ["note", "1", "sehr schlecht"],
        ["note", "-98", "weiß nicht"],
        ["note", "-99", "keine Angabe"],
        ["wege", "fuss", "zu Fuß"],
        ["wege", "rad", "mit dem Rad"],
        ["wege", "bus", "mit dem Bus"],
        ["wege", "auto", "mit dem Auto"],
        ["wege", "-99", "keine Angabe"],
        ["wuensche", "ruhe", "Ruhe"],
        ["wuensche", "gruen", "Grün"],
        ["wuensche", "naehe", "Nähe zu Läden und zum Arzt"],
        ["tierart", "hund", "Hund"],
        ["tierart", "katze", "Katze"],
        ["tierart", "fisch", "Fisch"],
        ["tierart", "-99", "keine Angabe"],
    ],
    "settings": [_SETTINGS, ["Haushalt", FORM, "1.0.0", DE, NAMESPACES]],
}  # fmt: skip


def write_source(folder: Path, *languages: Pseudo) -> None:
    """Write the study's folder, in German and in `languages`."""
    media = folder / "media"
    media.mkdir(parents=True)
    rows = "\n".join(f"g{number:04},Ort {number}" for number in range(1, PLACES + 1))
    (media / "orte.csv").write_text(f"name,label\n{rows}\n", encoding="utf-8")
    start, main, toml = deepcopy(_START), deepcopy(_MAIN), _TOML
    for each in languages:
        with_language(start, each, DE)
        with_language(main, each, DE)
        toml = toml.replace("[places]", f'[languages.{each.tag}]\nname = "{each.name}"\n[places]')
    (folder / "study.toml").write_text(toml, encoding="utf-8")
    write_book(start, folder / "S.md")
    write_book(main, folder / f"{FORM}.md")


@cache
def package(folder: Path) -> bytes:
    """The study's package, built in `folder`."""
    write_source(folder / "every")
    return build_package(folder / "every", recipients(), study_key())


@cache
def study(folder: Path) -> Study:
    """The study, built in `folder` and opened."""
    return read_package(package(folder), "every.study.zip")


def reply(question: QuestionView, draw: Random) -> str:
    """An answer at random, none where there is nobody to choose among yet."""
    chosen = question.kind in (Kind.SELECT_ONE, Kind.SELECT_MULTIPLE, Kind.RANK)
    return "" if chosen and not question.choices else answer(question, draw)


def interview(study: Study, seed: int) -> FormEntry:
    """Somebody who answered at random, with words of their own in every open answer."""
    draw = Random(seed)
    entry = FormEntry(study.forms[FORM], random=draw.random, preset={"AN": "1"})
    while (question := entry.question()) is not None:
        value = reply(question, draw)
        if question.kind is Kind.TEXT and value and question.name != "KUERZEL":
            value = f"{WORDS} {seed} {question.ref}"[: question.length]
        assert entry.answer(value) is None, (question, value)
        entry.forward()
    return entry


def response(study: Study, entry: FormEntry, seed: int) -> Response:
    """The interview as it is sealed."""
    draw = Random(seed)
    header = ResponseHeader(
        study=study.hash, project="probe", wave=1, form=FORM, form_version="1.0.0",
        language="de", site="rathaus", week="2026-W47", text_size=1, read_aloud=0,
        app_version="0.1.0",
    )  # fmt: skip
    ids = (f"{draw.getrandbits(128):032x}", f"{draw.getrandbits(128):032x}")
    return Response(*ids, ResponseKind.COMPLETE, header, outcome(entry))
