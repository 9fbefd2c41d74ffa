"""XLSForm's question types and the data a device collects by itself (docs/xlsform.md)."""

from questionnaire import Case, Facts, Walk, book

from kiosk.forms.view import Kind, Precision

AB = """
list_name | name | label
ab | a | Apfel
ab | b | Birne
ab | c | Kirsche
"""


def one(kind: str, choices: str = "", **columns: str) -> str:
    """A workbook with one question `q` and one after it."""
    headers = " | ".join(["type", "name", "label", *columns])
    cells = " | ".join([kind, "q", "Frage", *columns.values()])
    blank = " | " * len(columns)
    return book(f"{headers}\n{cells}\ninteger | z | Danach {blank}", choices)


def kind_of(walk: Walk) -> Kind:
    return walk.question("q").kind


def _other(walk: Walk) -> Facts:
    walk.give(q="a")
    before = walk.names()
    walk.give(q="other")
    return [
        (before, ["q", "z"]),
        (walk.names(), ["q", "q_other", "z"]),
        (walk.give(q_other="Quitte").written("q_other"), ["Quitte"]),
        (walk.choice("q", "other").label, "Other"),
    ]


def _others(walk: Walk) -> Facts:
    return [
        (walk.give(q="a b").names(), ["q", "z"]),
        (walk.give(q="a other").names(), ["q", "q_other", "z"]),
        (walk.give(q_other="Quitte").written("q"), ["a other"]),
    ]


def _rank(walk: Walk) -> Facts:
    return [
        (kind_of(walk), Kind.RANK),
        (walk.give(q="c a b").written("q"), ["c a b"]),
        (walk.reason("q", "c c a"), "not-a-choice"),
    ]


def _note(walk: Walk) -> Facts:
    return [
        (kind_of(walk), Kind.NOTE),
        (walk.reason("q", "x"), "not-a-choice"),
        (walk.missing("q"), None),
        (walk.written("q"), [""]),
    ]


def _hidden(walk: Walk) -> Facts:
    return [(walk.names(), ["z"]), (walk.written("q"), ["7"])]


QUESTIONS: dict[str, Case] = {
    "integer": Case(
        one("integer"),
        lambda walk: [
            (kind_of(walk), Kind.INTEGER),
            (walk.give(q="-12").written("q"), ["-12"]),
            (walk.reason("q", "1.5"), "not-a-number"),
            (walk.reason("q", "viele"), "not-a-number"),
        ],
    ),
    "decimal": Case(
        one("decimal"),
        lambda walk: [
            (kind_of(walk), Kind.DECIMAL),
            (walk.give(q="1.50").written("q"), ["1.50"]),
            (walk.reason("q", "1,5"), "not-a-number"),
        ],
    ),
    "range": Case(
        one("range"),
        lambda walk: [
            (kind_of(walk), Kind.RANGE),
            ((walk.question("q").lowest, walk.question("q").highest), (1, 10)),
            (walk.give(q="10").written("q"), ["10"]),
            (walk.reason("q", "11"), "out-of-range"),
        ],
    ),
    "text": Case(
        one("text"),
        lambda walk: [
            (kind_of(walk), Kind.TEXT),
            (walk.give(q="Mehr Bänke & <Licht>").written("q"), ["Mehr Bänke & <Licht>"]),
        ],
    ),
    "select_one": Case(
        one("select_one ab", AB),
        lambda walk: [
            (kind_of(walk), Kind.SELECT_ONE),
            (walk.choices("q"), ["a", "b", "c"]),
            (walk.give(q="b").written("q"), ["b"]),
            (walk.reason("q", "a b"), "not-a-choice"),
            (walk.reason("q", "d"), "not-a-choice"),
        ],
    ),
    "select_multiple": Case(
        one("select_multiple ab", AB),
        lambda walk: [
            (kind_of(walk), Kind.SELECT_MULTIPLE),
            (walk.give(q="c a").written("q"), ["a c"]),
        ],
    ),
    "select_one … or_other": Case(one("select_one ab or_other", AB), _other),
    "select_multiple … or_other": Case(one("select_multiple ab or_other", AB), _others),
    "select_one_from_file": Case(
        one("select_one_from_file orte.csv"),
        lambda walk: [
            (walk.choices("q"), ["m", "d"]),
            (walk.choice("q", "d").label, "Dorf"),
            (walk.give(q="d").written("q"), ["d"]),
        ],
        {"orte.csv": "name,label\nm,Markt\nd,Dorf\n"},
    ),
    "select_multiple_from_file": Case(
        one("select_multiple_from_file orte.xml"),
        lambda walk: [
            (kind_of(walk), Kind.SELECT_MULTIPLE),
            (walk.give(q="d m").written("q"), ["m d"]),
        ],
        {
            "orte.xml": "<root><item><name>m</name><label>Markt</label></item>"
            "<item><name>d</name><label>Dorf</label></item></root>"
        },
    ),
    "select_one_external": Case(
        book(
            "type | name | label | choice_filter\n"
            "text | s | Land? |\n"
            "select_one_external ort | q | Ort? | land = ${s}",
            external_choices="list_name | name | label | land\nort | m | Markt | 1",
        )
    ),
    "rank": Case(one("rank ab", AB), _rank),
    "note": Case(one("note"), _note),
    "date": Case(
        one("date"),
        lambda walk: [
            ((kind_of(walk), walk.question("q").precision), (Kind.DATE, Precision.DAY)),
            (walk.give(q="2024-02-29").written("q"), ["2024-02-29"]),
            (walk.reason("q", "2025-02-29"), "not-a-date"),
        ],
    ),
    "time": Case(
        one("time"),
        lambda walk: [
            (kind_of(walk), Kind.TIME),
            (walk.give(q="07:05:00").written("q"), ["07:05:00"]),
            (walk.reason("q", "24:00:00"), "not-a-date"),
        ],
    ),
    "dateTime, datetime": Case(
        one("datetime"),
        lambda walk: [
            (kind_of(walk), Kind.DATETIME),
            (walk.give(q="2026-11-22T07:05:00").written("q"), ["2026-11-22T07:05:00"]),
            (walk.reason("q", "2026-11-22"), "not-a-date"),
        ],
    ),
    "acknowledge, trigger": Case(
        one("acknowledge", required="yes"),
        lambda walk: [
            (kind_of(walk), Kind.ACKNOWLEDGE),
            (walk.missing("q") is not None, True),
            (walk.give(q="OK").written("q"), ["OK"]),
            (walk.missing("q"), None),
        ],
    ),
    "calculate": Case(
        book("type | name | label | calculation\ninteger | a | A |\ncalculate | b | | ${a} * 2"),
        lambda walk: [
            (walk.names(), ["a"]),
            (walk.give(a="21").written("b"), ["42"]),
        ],
    ),
    "hidden": Case(one("hidden", default="7"), _hidden),
    "xml-external": Case(
        book(
            "type | name | label | calculation\n"
            "xml-external | haus | |\n"
            "integer | zi | Zimmer? |\n"
            "calculate | wie_viele | | count(instance('haus')/root/haus[zimmer = "
            "current()/../zi])"
        ),
        lambda walk: [(walk.give(zi="3").written("wie_viele"), ["2"])],
        {
            "haus.xml": "<root><haus><zimmer>3</zimmer></haus><haus><zimmer>4</zimmer></haus>"
            "<haus><zimmer>3</zimmer></haus></root>"
        },
    ),
    "csv-external": Case(
        book(
            "type | name | label | calculation\n"
            "csv-external | preise | |\n"
            "integer | q | Ware? |\n"
            "calculate | p | | instance('preise')/root/item[ware = current()/../q]/preis"
        ),
        lambda walk: [(walk.give(q="2").written("p"), ["0.5"])],
        {"preise.csv": "ware,preis\n1,3\n2,0.5\n"},
    ),
    "geopoint": Case(one("geopoint")),
    "geotrace": Case(one("geotrace")),
    "geoshape": Case(one("geoshape")),
    "osm": Case(one("osm")),
    "image": Case(one("image")),
    "audio": Case(one("audio")),
    "video": Case(one("video")),
    "file": Case(one("file")),
    "barcode": Case(one("barcode")),
    "background-audio": Case(one("background-audio")),
    "begin loop": Case(
        book(
            "type | name | label\nbegin loop over ab | l | L\n"
            "integer | q | Wie gern %(label)s?\nend loop | |",
            AB,
        )
    ),
}

METADATA: dict[str, Case] = {
    each: Case(one(each))
    for each in (
        "start",
        "end",
        "today",
        "deviceid",
        "subscriberid",
        "simserial",
        "phonenumber",
        "username",
        "email",
        "audit",
        "start-geopoint",
        "background-geopoint",
    )
}
