"""Appearances, parameters, groups, repeats, lists in files (docs/xlsform.md)."""

from cases_questions import AB, one
from questionnaire import Case, Facts, Walk, book

from kiosk.forms.view import Kind, Layout, Precision


def appearing(word: str, kind: str, choices: str = "") -> Case:
    """A question with an appearance that is shown otherwise or refused."""
    return Case(one(kind, choices, appearance=word))


def grouped(word: str) -> Case:
    """A group with an appearance."""
    return Case(
        book(
            "type | name | label | appearance\n"
            f"begin group | g | Gruppe | {word}\n"
            "select_one ab | q | Frage |\nend group | | |",
            AB,
        )
    )


def _table_list(walk: Walk) -> Facts:
    return [(walk.names(), ["q", "r"]), (walk.question("r").context, ("Wie gern?",))]


def _label_row(walk: Walk) -> Facts:
    return [(walk.names(), ["q"]), (walk.choices("q"), ["a", "b", "c"])]


APPEARANCES: dict[str, Case] = {
    "multiline": Case(
        one("text", appearance="multiline"), lambda walk: [(walk.question("q").kind, Kind.TEXT)]
    ),
    "numbers": Case(
        one("text", appearance="numbers"),
        lambda walk: [(walk.question("q").layout, Layout.DIGITS)],
    ),
    "numbers on integer and decimal": Case(
        one("integer", appearance="numbers"),
        lambda walk: [
            ((walk.question("q").kind, walk.question("q").layout), (Kind.INTEGER, Layout.LIST))
        ],
    ),
    "likert": Case(
        one("select_one ab", AB, appearance="likert"),
        lambda walk: [(walk.question("q").layout, Layout.SCALE)],
    ),
    "minimal, autocomplete, search": Case(
        one("select_one ab", AB, appearance="minimal autocomplete search"),
        lambda walk: [(walk.question("q").search, True)],
    ),
    "month-year": Case(
        one("date", appearance="month-year"),
        lambda walk: [(walk.question("q").precision, Precision.MONTH)],
    ),
    "year": Case(
        one("date", appearance="year"),
        lambda walk: [(walk.question("q").precision, Precision.YEAR)],
    ),
    "label": Case(
        book(
            "type | name | label | appearance\n"
            "select_one ab | kopf | Kopf | label\nselect_one ab | q | Frage |",
            AB,
        ),
        _label_row,
    ),
    "table-list": Case(
        book(
            "type | name | label | appearance\nbegin group | g | Wie gern? | table-list\n"
            "select_one ab | q | Obst |\nselect_one ab | r | Saft |\nend group | | |",
            AB,
        ),
        _table_list,
    ),
    "field-list": grouped("field-list"),
    "no-collapse": grouped("no-collapse"),
    "w1 to w10": grouped("w3"),
    "a second appearance beside a first": Case(
        one("select_one ab", AB, appearance="likert columns-2"),
    ),
    **{
        word: appearing(word, "select_one ab", AB)
        for word in (
            "columns",
            "columns-n",
            "columns-pack",
            "columns-flex",
            "no-buttons",
            "horizontal",
            "horizontal-compact",
            "compact",
            "compact-n",
            "quick",
            "quickcompact",
            "list",
            "list-nolabel",
        )
        if not word.endswith("-n")
    },
    "columns-n": appearing("columns-3", "select_one ab", AB),
    "compact-n": appearing("compact-2", "select_one ab", AB),
    "image-map": appearing("image-map", "select_one ab", AB),
    "map": appearing("map", "select_one ab", AB),
    "search('file')": appearing("search('obst')", "select_one ab", AB),
    "ex:program(…)": appearing("ex:org.beispiel.app(a=1)", "text"),
    "url": appearing("url", "text"),
    "printer": appearing("printer", "text"),
    "masked": appearing("masked", "text"),
    "thousands-sep": appearing("thousands-sep", "integer"),
    "counter": appearing("counter", "integer"),
    "bearing": appearing("bearing", "decimal"),
    "vertical": appearing("vertical", "range"),
    "no-ticks": appearing("no-ticks", "range"),
    "picker": appearing("picker", "range"),
    "rating": appearing("rating", "range"),
    "distress": appearing("distress", "range"),
    "no-calendar": appearing("no-calendar", "date"),
    **{
        word: appearing(word, "date")
        for word in (
            "ethiopian",
            "coptic",
            "islamic",
            "bikram-sambat",
            "myanmar",
            "persian",
        )
    },
    "signature": appearing("signature", "text"),
    "draw": appearing("draw", "text"),
    "annotate": appearing("annotate", "text"),
    "new, new-front, new-rear": appearing("new-front", "text"),
    "maps, placement-map, streets": appearing("placement-map", "text"),
    "an unknown appearance": appearing("senkrecht", "text"),
}


def _seeded(walk: Walk) -> Facts:
    orders = []
    for seed in range(12):
        again = Walk(walk.form, seed=seed).choices("q")
        assert again == Walk(walk.form, seed=seed).choices("q")
        orders.append(tuple(again))
    return [
        ({frozenset(each) for each in orders}, {frozenset("abc")}),
        (len(set(orders)) > 1, True),
        (walk.choices("q"), walk.choices("q")),
    ]


def _numbered(walk: Walk) -> Facts:
    return [(walk.choices("q"), Walk(walk.form, seed=99).choices("q"))]


def _range(walk: Walk) -> Facts:
    asked = walk.question("q")
    return [
        ((asked.lowest, asked.highest, asked.step), (1, 9, 2)),
        (walk.reason("q", "3"), ""),
        (walk.reason("q", "4"), "out-of-range"),
        (walk.reason("q", "11"), "out-of-range"),
    ]


def _decimal_range(walk: Walk) -> Facts:
    return [
        (walk.reason("q", "0.3"), ""),
        (walk.written("q"), ["0.3"]),
        (walk.reason("q", "0.35"), "out-of-range"),
    ]


def _value_label(walk: Walk) -> Facts:
    return [
        (walk.choices("q"), ["m", "d"]),
        (walk.choice("q", "m").label, "Markt"),
        (walk.give(q="m").written("q"), ["m"]),
    ]


PARAMETERS: dict[str, Case] = {
    "start, end, step": Case(one("range", parameters="start=1 end=9 step=2"), _range),
    "start, end, step with decimals": Case(
        one("range", parameters="start=0 end=1 step=0.1"), _decimal_range
    ),
    "start above end": Case(one("range", parameters="start=9 end=1 step=2")),
    "tick_interval": Case(one("range", parameters="start=1 end=9 step=2 tick_interval=4")),
    "placeholder": Case(one("range", parameters="start=1 end=9 step=2 placeholder=5")),
    "tick_labelset": Case(
        one(
            "range",
            "list_name | name | label\nsk | 1 | wenig\nsk | 9 | viel",
            parameters="start=1 end=9 step=2 tick_labelset=sk",
        )
    ),
    "randomize=true, seed=${…}": Case(
        book(
            "type | name | label | parameters | calculation\n"
            "calculate | zufall | | | once(random())\n"
            "select_one ab | q | Frage | randomize=true, seed=${zufall} |",
            AB,
        ),
        _seeded,
    ),
    "randomize=true, seed=number": Case(
        one("select_one ab", AB, parameters="randomize=true, seed=42"), _numbered
    ),
    "randomize=true without seed": Case(one("select_one ab", AB, parameters="randomize=true")),
    "value, label": Case(
        one("select_one_from_file orte.csv", parameters="value=code label=ort"),
        _value_label,
        {"orte.csv": "code,ort\nm,Markt\nd,Dorf\n"},
    ),
    "rows": Case(one("text", parameters="rows=3")),
    "max-pixels": Case(one("image", parameters="max-pixels=640")),
    "quality": Case(one("audio", parameters="quality=low")),
    "app": Case(one("image", parameters="app=org.beispiel.app")),
    "capture-accuracy, warning-accuracy": Case(
        one("geopoint", parameters="capture-accuracy=5 warning-accuracy=20")
    ),
    "track-changes, location-priority, identify-user": Case(
        one("audit", parameters="track-changes=true")
    ),
    "an unknown parameter": Case(one("range", parameters="laune=gut")),
}


def _group_relevant(walk: Walk) -> Facts:
    walk.give(a="1", b="2")
    before = (walk.names(), walk.written("g/b"))
    walk.give(a="0")
    return [
        (before, (["a", "b", "c"], ["2"])),
        ((walk.names(), walk.written("g"), walk.value("g/b")), (["a"], [], "")),
        (walk.value("summe"), "0"),
    ]


def _open(walk: Walk) -> Facts:
    walk.put("[1]/name", "Anna")
    walk.question("wer#")
    problem = walk.entry.answer("2")
    walk.entry.forward()
    at = walk.entry.at
    walk.put("[2]/name", "Bert")
    two = walk.written("wer/name")
    walk.put("wer#", "1")
    one_left = walk.written("wer/name")
    walk.put("wer#", "2")
    return [
        ((problem, at), (None, "/data/wer[2]/name")),
        ((two, one_left), (["Anna", "Bert"], ["Anna"])),
        (walk.written("wer/name"), ["Anna", "Bert"]),
    ]


def _counted(walk: Walk) -> Facts:
    walk.give(n="3")
    for place, age in enumerate(("40", "38", "7"), 1):
        walk.put(f"[{place}]/alter", age)
    facts: list[tuple[object, object]] = [
        (walk.values("wer/nr"), ["1", "2", "3"]),
        (walk.value("summe"), "85"),
        (walk.value("kinder"), "1"),
        (walk.value("jung"), "7"),
        (walk.value("zweite"), "38"),
        (walk.question("[2]/alter").label, "Person 2"),
    ]
    walk.give(n="2")
    facts += [(walk.value("summe"), "78"), (walk.written("wer/alter"), ["40", "38"])]
    walk.give(n="3")
    return [*facts, (walk.written("wer/alter"), ["40", "38", "7"])]


def _nested(walk: Walk) -> Facts:
    walk.give(n="2")
    walk.put("[1]/m", "1").put("[2]/m", "2")
    walk.put("wer[1]/tier[1]/art", "Hund")
    walk.put("wer[2]/tier[1]/art", "Katze").put("wer[2]/tier[2]/art", "Fisch")
    return [
        (walk.values("wer/tier/wo"), ["1.1", "2.1", "2.2"]),
        (walk.value("letztes"), "Fisch"),
        (walk.value("alle"), "Hund, Katze, Fisch"),
        (walk.values("wer/viele"), ["1", "2"]),
        ([len(each.findall("tier")) for each in walk.xml().findall("wer")], [1, 2]),
    ]


def _of_answers(walk: Walk) -> Facts:
    walk.give(n="3")
    for place, (name, age) in enumerate((("Anna", "40"), ("Bert", "38"), ("Cleo", "7")), 1):
        walk.put(f"[{place}]/name", name).put(f"[{place}]/alter", age)
    everybody = walk.choices("wen")
    grown = walk.choices("erwachsen")
    walk.give(wen="Cleo").give(n="2")
    return [
        (everybody, ["Anna", "Bert", "Cleo"]),
        (grown, ["Anna", "Bert"]),
        ((walk.choices("wen"), walk.value("wen")), (["Anna", "Bert"], "")),
    ]


def _neighbours(walk: Walk) -> Facts:
    for place, number in enumerate("579", 1):
        walk.put(f"[{place}]/a", number)
    return [
        (walk.values("r/vor"), ["", "5", "7"]),
        (walk.values("r/bis"), ["5", "12", "21"]),
        (walk.value("neun"), "<>"),
    ]


def _repeat_defaults(walk: Walk) -> Facts:
    walk.give(a="5").give(n="2")
    first = (walk.values("r/fest"), walk.values("r/dann"))
    walk.put("[1]/dann", "9").give(a="7").give(n="3")
    return [
        (first, (["4", "4"], ["5", "5"])),
        (walk.values("r/dann"), ["9", "5", "7"]),
    ]


SECTIONS: dict[str, Case] = {
    "begin_group, end_group": Case(
        book(
            """
type | name | label | relevant | calculation
integer | a | A | |
begin_group | g | Gruppe | ${a} = 1 |
integer | b | B | |
integer | c | C | |
end_group | | | |
calculate | summe | | | number(coalesce(${b}, 0)) + number(coalesce(${c}, 0))
"""
        ),
        _group_relevant,
    ),
    "a group in a group": Case(
        book(
            "type | name | label\nbegin group | g | Außen\nbegin group | h | Innen\n"
            "text | q | Frage\nend group | |\nend group | |"
        ),
        lambda walk: [
            (walk.question("q").context, ("Außen", "Innen")),
            (walk.give(q="x").written("g/h/q"), ["x"]),
        ],
    ),
    "begin_repeat, end_repeat": Case(
        book(
            "type | name | label\nbegin_repeat | wer | Person\ntext | name | Name?\nend_repeat | |"
        ),
        _open,
    ),
    "repeat_count with a number": Case(
        book(
            "type | name | label | repeat_count\nbegin repeat | r | R | 3\n"
            "integer | a | A |\nend repeat | | |"
        ),
        lambda walk: [(walk.names(), ["a", "a", "a"])],
    ),
    "repeat_count with a question or an expression": Case(
        book(
            """
type | name | label | repeat_count | calculation | constraint
integer | n | Wie viele? | | | . <= 9
begin repeat | wer | Person | ${n} |
calculate | nr | | | position(..)
integer | alter | Person ${nr} | |
end repeat | | | |
calculate | summe | | | sum(${alter})
calculate | kinder | | | count(${wer}[./alter < 18])
calculate | jung | | | min(${alter})
calculate | zweite | | | indexed-repeat(${alter}, ${wer}, 2)
"""
        ),
        _counted,
    ),
    "a repeat in a repeat": Case(
        book(
            """
type | name | label | repeat_count | calculation | constraint
integer | n | Wie viele? | | | . <= 9
begin repeat | wer | Person | ${n} |
integer | m | Tiere? | | | . <= 9
begin repeat | tier | Tier | ${m} |
calculate | wo | | | concat(position(../..), '.', position(..))
text | art | Was? | |
end repeat | | | |
calculate | viele | | | count(${tier})
end repeat | | | |
calculate | letztes | | | indexed-repeat(${art}, ${wer}, 2, ${tier}, 2)
calculate | alle | | | join(', ', ${art})
"""
        ),
        _nested,
    ),
    "paths from one entry to another": Case(
        book(
            """
type | name | label | repeat_count | calculation
begin repeat | r | R | 3 |
integer | a | A | |
calculate | vor | | | indexed-repeat(${a}, ${r}, position(..) - 1)
calculate | bis | | | sum(${r}[position() <= position(current()/..)]/a)
end repeat | | | |
calculate | neun | | | concat('<', indexed-repeat(${a}, ${r}, 9), '>')
"""
        ),
        _neighbours,
    ),
    "sums over entries left open": Case(
        book(
            """
type | name | label | repeat_count | calculation
begin repeat | r | R | 2 |
integer | a | A | |
end repeat | | | |
calculate | alle | | | sum(${a})
calculate | gesagte | | | sum(${a}[. != ''])
"""
        ),
        lambda walk: [
            (walk.put("[1]/a", "5").values("alle"), [""]),
            (walk.values("gesagte"), ["5"]),
            (walk.put("[2]/a", "6").values("alle"), ["11"]),
        ],
    ),
    "relevant on a repeat": Case(
        book(
            "type | name | label | relevant\ninteger | a | A |\nbegin repeat | r | R | ${a} = 1\n"
            "integer | q | Q |\nend repeat | | |"
        ),
        lambda walk: [
            (walk.give(a="0").names(), ["a"]),
            (walk.written("r"), []),
            (walk.give(a="1").names(), ["a", "q", "r"]),
        ],
    ),
    "default in a repeat, static and dynamic": Case(
        book(
            """
type | name | label | default | repeat_count | constraint
integer | a | A | |
integer | n | N | | | . <= 9
begin repeat | r | R | | ${n}
integer | fest | F | 4 |
integer | dann | D | ${a} |
end repeat | | | |
"""
        ),
        _repeat_defaults,
    ),
    "select_multiple ${question of a repeat}": Case(
        book(
            "type | name | label | repeat_count\nbegin repeat | wer | Person | 2\n"
            "text | name | Name? |\nend repeat | | |\nselect_multiple ${name} | wen | Wen? |"
        )
    ),
    "rank ${question of a repeat}": Case(
        book(
            "type | name | label | repeat_count\nbegin repeat | wer | Person | 2\n"
            "text | name | Name? |\nend repeat | | |\nrank ${name} | wen | Wen? |"
        ),
        lambda walk: [
            (walk.put("[1]/name", "Anna").put("[2]/name", "Bert").choices("wen"), ["Anna", "Bert"]),
            (walk.give(wen="Bert Anna").written("wen"), ["Bert Anna"]),
        ],
    ),
    "trigger inside a repeat": Case(
        book(
            """
type | name | label | repeat_count | trigger | calculation
integer | von | V | | |
calculate | irgendwo | | | ${a} | 'ja'
begin repeat | r | R | 2 | |
integer | a | A | | |
integer | b | B | | ${a} | ${a} * 2
integer | c | C | | ${von} | ${von} + 1
end repeat | | | | |
"""
        ),
        lambda walk: [
            (walk.put("[1]/a", "2").put("[2]/a", "5").values("r/b"), ["4", "10"]),
            (walk.give(von="1").values("r/c"), ["2", "2"]),
            (walk.value("irgendwo"), "ja"),
        ],
    ),
    "a second repeat counted by the first": Case(
        book(
            """
type | name | label | repeat_count | calculation | constraint
integer | n | N | | | . < 5
begin repeat | r | R | ${n} | |
integer | a | A | | |
end repeat | | | | |
begin repeat | s | S | count(${r}) | |
calculate | x | | | indexed-repeat(${a}, ${r}, position(..)) * 10 |
integer | b | War ${x}? | | |
end repeat | | | | |
"""
        ),
        lambda walk: [
            (walk.give(n="2").put("r[1]/a", "2").put("r[2]/a", "3").values("s/x"), ["20", "30"]),
            (walk.question("s[2]/b").label, "War 30?"),
        ],
    ),
    "select_one ${question of a repeat}": Case(
        book(
            """
type | name | label | repeat_count | choice_filter | constraint
integer | n | Wie viele? | | | . <= 9
begin repeat | wer | Person | ${n} |
text | name | Name? | |
integer | alter | Alter? | |
end repeat | | | |
select_one ${name} | wen | Wen? | |
select_one ${name} | erwachsen | Wen? | | ./alter > 17
"""
        ),
        _of_answers,
    ),
}


def _geojson(walk: Walk) -> Facts:
    return [
        (walk.choices("q"), ["r", "d"]),
        (walk.choice("q", "r").label, "Rathaus"),
        (walk.give(q="r").value("wo"), "49.377 10.179 0 0"),
    ]


def _pulldata(walk: Walk) -> Facts:
    walk.give(q="d")
    found = (walk.value("einwohner"), walk.question("text").label)
    walk.give(q="m")
    return [(found, ("120", "Dort leben 120.")), (walk.value("einwohner"), "9000")]


def _filtered_file(walk: Walk) -> Facts:
    walk.give(land="1")
    first = walk.choices("q")
    walk.give(land="2")
    return [(first, ["m"]), (walk.choices("q"), ["d", "s"])]


FILES: dict[str, Case] = {
    "choice_filter over a file": Case(
        book(
            "type | name | label | choice_filter\ninteger | land | Land? |\n"
            "select_one_from_file orte.csv | q | Ort? | land = ${land}"
        ),
        _filtered_file,
        {"orte.csv": "name;label;land\nm;Markt;1\nd;Dorf;2\ns;See;2\n"},
    ),
    "GeoJSON": Case(
        book(
            "type | name | label | calculation\n"
            "select_one_from_file orte.geojson | q | Ort? |\n"
            "calculate | wo | | instance('orte')/root/item[id = ${q}]/geometry"
        ),
        _geojson,
        {
            "orte.geojson": '{"type": "FeatureCollection", "features": ['
            '{"type": "Feature", "id": "r", "properties": {"title": "Rathaus"}, "geometry": '
            '{"type": "Point", "coordinates": [10.179, 49.377]}},'
            '{"type": "Feature", "id": "d", "properties": {"title": "Dom"}, "geometry": null}]}'
        },
    ),
    "pulldata()": Case(
        book(
            "type | name | label | calculation\n"
            "select_one_from_file orte.csv | q | Ort? |\n"
            "calculate | einwohner | | pulldata('orte', 'einwohner', 'name', ${q})\n"
            "note | text | Dort leben ${einwohner}. |"
        ),
        _pulldata,
        {"orte.csv": "name,label,einwohner\nm,Markt,9000\nd,Dorf,120\n"},
    ),
    "a file that is not there": Case(one("select_one_from_file orte.csv")),
    "a file that cannot be read": Case(
        one("select_one_from_file orte.csv"), files={"orte.csv": "name,label\nm,Markt,1,2\n"}
    ),
    "${last-saved#name}": Case(one("text", default="${last-saved#q}")),
}

ENTITIES: dict[str, Case] = {
    "sheet entities": Case(
        book(
            "type | name | label\ntext | q | Q",
            entities="list_name | label\nbaum | ${q}",
        )
    ),
    "save_to": Case(
        book(
            "type | name | label | save_to\ntext | q | Q | art",
            entities="list_name | label\nbaum | ${q}",
        )
    ),
}
