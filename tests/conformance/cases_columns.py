"""The columns of XLSForm's sheets, its settings and its texts (docs/xlsform.md)."""

from cases_questions import AB, one
from questionnaire import Case, Facts, Walk, book
from support.tone import tone

SVG = "<svg xmlns='http://www.w3.org/2000/svg'/>"
LANGUAGES = "form_title | form_id | default_language\nT | data | Deutsch (de)"


def _required(walk: Walk) -> Facts:
    walk.question("q")
    empty = walk.missing("q")
    return [
        (walk.question("q").required, True),
        (empty.text if empty else "", "Bitte sagen Sie etwas."),
        (walk.give(q="x").missing("q"), None),
    ]


def _required_if(walk: Walk) -> Facts:
    walk.give(a="1")
    no = walk.missing("q")
    walk.give(a="2")
    return [(no, None), (walk.missing("q") is not None, True)]


def _constraint(walk: Walk) -> Facts:
    problem = walk.problem("q", "151")
    return [
        ((problem.reason.value, problem.text) if problem else (), ("constraint", "Höchstens 150.")),
        (walk.value("q"), ""),
        (walk.give(q="150").value("q"), "150"),
        (walk.give(q="").value("q"), ""),
    ]


def _readonly_if(walk: Walk) -> Facts:
    before = walk.give(q="5").question("q").readonly
    walk.give(a="1")
    return [
        (before, False),
        (walk.question("q").readonly, True),
        (walk.reason("q", "6"), "readonly"),
    ]


def _relevant(walk: Walk) -> Facts:
    walk.give(a="1", b="5")
    open_names, open_written = walk.names(), walk.written("b")
    walk.give(a="2")
    closed = (walk.names(), walk.written("b"), walk.value("b"))
    walk.give(a="1")
    return [
        ((open_names, open_written), (["a", "b"], ["5"])),
        (closed, (["a"], [], "")),
        (walk.value("b"), "5"),
    ]


def _calculation(walk: Walk) -> Facts:
    # Written in the order of a lazy author: each reads what stands below it.
    walk.give(e="3")
    return [(walk.written("c"), ["16"]), (walk.written("d"), ["15"])]


def _trigger(walk: Walk) -> Facts:
    walk.give(a="1")
    first = (walk.value("q"), walk.value("n"))
    walk.give(q="eigenes")
    kept = walk.value("q")
    walk.give(a="2")
    return [
        (first, ("Wert 1", "11")),
        (kept, "eigenes"),
        ((walk.value("q"), walk.value("n")), ("Wert 2", "12")),
    ]


def _behind(walk: Walk) -> Facts:
    names = ("tag", "fest", "q")
    before = [walk.value(name) for name in names]
    walk.give(a="1")
    return [
        (before, ["", "", ""]),
        ([walk.value(name) for name in names], ["2026-11-22", "4", "2"]),
    ]


def _nothing_required(walk: Walk) -> Facts:
    walk.give(a="1")
    asked = [ref for ref, _problem in walk.entry.faults()]
    result = walk.value("d")
    walk.give(a="2")
    return [
        ((asked, result), (["/data/g/q"], "[2]")),
        (([*walk.entry.faults()], walk.value("d")), ([], "[]")),
    ]


def _cascade(walk: Walk) -> Facts:
    walk.give(land="by", kreis="an", ort="rot")
    offered = walk.choices("ort")
    walk.give(kreis="wue")
    gone = (walk.choices("ort"), walk.value("ort"), walk.written("ort"))
    walk.give(kreis="an")
    back = walk.value("ort")
    walk.give(land="sn")
    return [
        (offered, ["rot", "fe"]),
        (gone, (["och"], "", [""])),
        (back, "rot"),
        ((walk.choices("kreis"), walk.value("kreis"), walk.choices("ort")), (["dd"], "", [])),
    ]


CASCADE = Case(
    book(
        """
type | name | label | choice_filter
select_one land | land | Land? |
select_one kreis | kreis | Kreis? | land = ${land}
select_one ort | ort | Ort? | land = ${land} and kreis = ${kreis}
""",
        """
list_name | name | label | land | kreis
land | by | Bayern | |
land | sn | Sachsen | |
kreis | an | Ansbach | by |
kreis | wue | Würzburg | by |
kreis | dd | Dresden | sn |
ort | rot | Rothenburg | by | an
ort | fe | Feuchtwangen | by | an
ort | och | Ochsenfurt | by | wue
""",
    ),
    _cascade,
)

SURVEY: dict[str, Case] = {
    "name": Case(one("text"), lambda walk: [(walk.give(q="x").written("q"), ["x"])]),
    "label": Case(one("text"), lambda walk: [(walk.question("q").label, "Frage")]),
    "hint": Case(
        one("text", hint="So geht es"), lambda walk: [(walk.question("q").hint, "So geht es")]
    ),
    "guidance_hint": Case(one("text", guidance_hint="Für die Schulung")),
    "constraint, constraint_message": Case(
        one("integer", constraint=". >= 0 and . <= 150", constraint_message="Höchstens 150."),
        _constraint,
    ),
    "required, required_message": Case(
        one("text", required="yes", required_message="Bitte sagen Sie etwas."), _required
    ),
    "required with an expression": Case(
        book("type | name | label | required\ninteger | a | A |\ntext | q | Q | ${a} > 1"),
        _required_if,
    ),
    "default": Case(
        one("decimal", default="51.3"),
        lambda walk: [(walk.value("q"), "51.3"), (walk.give(q="50").value("q"), "50")],
    ),
    "default with an expression": Case(
        one("date", default="today()"),
        lambda walk: [
            (walk.value("q"), "2026-11-22"),
            (walk.give(q="2026-01-01").value("q"), "2026-01-01"),
        ],
    ),
    "relevant": Case(
        book(
            "type | name | label | relevant\ninteger | a | A |\ninteger | b | B | ${a} = 1",
        ),
        _relevant,
    ),
    "relevant on a group with required and calculated parts": Case(
        book(
            """
type | name | label | calculation | relevant | required
integer | a | A | | |
begin group | g | G | | ${a} = 1 |
calculate | c | | ${a} + 1 | |
integer | q | Q | | | yes
end group | | | | |
calculate | d | | concat('[', ${c}, ']') | |
"""
        ),
        _nothing_required,
    ),
    "constraint with today()": Case(
        one("date", constraint=". <= today()"),
        lambda walk: [
            (walk.reason("q", "2026-11-22"), ""),
            (walk.reason("q", "2026-11-23"), "constraint"),
        ],
    ),
    "read_only": Case(
        one("integer", default="5", read_only="yes"),
        lambda walk: [
            ((walk.question("q").readonly, walk.value("q")), (True, "5")),
            (walk.reason("q", "6"), "readonly"),
        ],
    ),
    "read_only with an expression": Case(
        book("type | name | label | read_only\ninteger | a | A |\ninteger | q | Q | ${a} = 1"),
        _readonly_if,
    ),
    "calculation": Case(
        book(
            """
type | name | label | calculation
calculate | c | | ${d} + 1
calculate | d | | ${e} * 5
integer | e | E |
"""
        ),
        _calculation,
    ),
    "calculation on a question that is asked": Case(
        book(
            "type | name | label | calculation | read_only\n"
            "integer | a | A | |\ninteger | q | Q | ${a} + 1 | yes"
        ),
        lambda walk: [
            (walk.give(a="1").question("q").value, "2"),
            (walk.give(a="2").question("q").value, "3"),
        ],
    ),
    "trigger": Case(
        book(
            """
type | name | label | trigger | calculation
integer | a | A | |
text | q | Q | ${a} | concat('Wert ', ${a})
calculate | n | | ${a} | 10 + ${a}
"""
        ),
        _trigger,
    ),
    "trigger chain": Case(
        book(
            """
type | name | label | trigger | calculation
integer | a | A | |
integer | b | B | ${a} | ${a} + 1
integer | c | C | ${b} | ${b} + 1
calculate | d | | ${c} | ${c} + 1
"""
        ),
        lambda walk: [(walk.give(a="1").values("d"), ["4"]), (walk.give(b="7").values("d"), ["9"])],
    ),
    "trigger of several questions": Case(
        book(
            """
type | name | label | trigger | calculation
integer | a | A | |
integer | b | B | |
calculate | d | | ${a}, ${b} | concat(${a}, '-', ${b})
"""
        ),
        lambda walk: [
            (walk.give(a="1").value("d"), "1-"),
            (walk.give(b="2").value("d"), "1-2"),
        ],
    ),
    "default and trigger behind a condition": Case(
        book(
            """
type | name | label | default | trigger | calculation | relevant
integer | a | A | | | |
date | tag | T | today() | | | ${a} = 1
integer | fest | F | 4 | | | ${a} = 1
integer | q | Q | | ${a} | ${a} + 1 | ${a} = 1
"""
        ),
        _behind,
    ),
    "choice_filter": CASCADE,
    "the same name in two groups": Case(
        book(
            "type | name | label\nbegin group | g | G\ntext | q | Q\nend group | |\n"
            "begin group | h | H\ntext | q | Q\nend group | |"
        )
    ),
    "choice_filter in a repeat": Case(
        book(
            """
type | name | label | repeat_count | choice_filter
begin repeat | r | R | 2 |
select_one k | k | K | |
select_one o | o | O | | k = ${k}
end repeat | | | |
""",
            "list_name | name | label | k\nk | 1 | A |\nk | 2 | B |\no | x | X | 1\no | y | Y | 2",
        ),
        lambda walk: [
            (walk.put("[1]/k", "1").put("[2]/k", "2").choices("[1]/o"), ["x"]),
            (walk.choices("[2]/o"), ["y"]),
        ],
    ),
    "disabled": Case(one("text", disabled="yes"), lambda walk: [(walk.names(), ["z"])]),
    "media::image": Case(
        one("text", **{"media::image": "haus.svg"}),
        lambda walk: [(walk.question("q").image, "haus.svg")],
        {"haus.svg": SVG},
    ),
    "media::audio": Case(
        one("text", **{"media::audio": "frage.wav"}),
        lambda walk: [(walk.question("q").audio, "frage.wav")],
        {"frage.wav": tone(440)},
    ),
    "media::video": Case(one("text", **{"media::video": "film.mp4"}), files={"film.mp4": "x"}),
    "media::big-image": Case(
        one("text", **{"media::image": "haus.svg", "media::big-image": "haus.svg"}),
        files={"haus.svg": SVG},
    ),
    "autoplay": Case(
        one("text", **{"media::audio": "frage.wav", "autoplay": "audio"}),
        files={"frage.wav": tone(440)},
    ),
    "rows": Case(one("text", rows="3")),
    "bind::saveIncomplete": Case(one("text", **{"bind::saveIncomplete": "true()"})),
    "bind::odk:length": Case(
        one("text", **{"bind::odk:length": "5"}),
        lambda walk: [(walk.reason("q", "sechse"), "too-long"), (walk.reason("q", "fünfe"), "")],
    ),
    "bind::…": Case(one("text", **{"bind::laune": "gut"})),
    "body::…": Case(one("text", **{"body::laune": "gut"})),
    "body::accuracyThreshold": Case(one("text", **{"body::accuracyThreshold": "1.5"})),
    "body::intent": Case(one("text", **{"body::intent": "ex:org.beispiel.app"})),
    "intent": Case(one("text", intent="ex:org.beispiel.app")),
    "instance::…": Case(one("text", **{"instance::laune": "gut"})),
    "no_app_error_string": Case(one("text", no_app_error_string="Fehlt.")),
    "compact_tag": Case(one("text", compact_tag="Q")),
    "sms_field and the like": Case(one("text", sms_field="Q")),
    "a column of one's own": Case(one("text", anmerkung="noch klären")),
}


def _markdown(walk: Walk) -> Facts:
    return [(walk.question("q").label, "**Wie** *alt*?"), (walk.question("q").hint, "# Hilfe")]


def _references(walk: Walk) -> Facts:
    walk.give(name="Anna", q="")
    problem = walk.problem("q", "0")
    return [
        (walk.question("q").label, "Wie alt ist Anna?"),
        (walk.question("q").hint, "Anna, 3"),
        (problem.text if problem else "", "Anna ist älter als 3."),
        (walk.choice("w", "1").label, "Anna allein"),
    ]


def _languages(walk: Walk) -> Facts:
    german = (walk.question("q").label, walk.question("q").hint, walk.choice("q", "a").label)
    walk.entry.speak("Polski (pl)")
    polish = (walk.question("q").label, walk.question("q").hint, walk.choice("q", "a").label)
    problem = walk.problem("q", "b")
    return [
        (walk.form.languages, ("Deutsch (de)", "Polski (pl)")),
        (german, ("Obst?", "Nur eins", "Apfel")),
        (polish, ("Owoc?", "Tylko jeden", "jabłko")),
        (problem.text if problem else "", "Nie b."),
    ]


def _fallback(walk: Walk) -> Facts:
    walk.entry.speak("Leichte Sprache (de-x-leicht)")
    easy = (walk.question("q").label, walk.question("z").label)
    walk.entry.speak("Polski (pl)")
    return [(easy, ("Was essen Sie gern?", "Wie alt?")), (walk.question("z").label, "Wie alt?")]


def _media_by_language(walk: Walk) -> Facts:
    german = walk.question("q").image
    walk.entry.speak("Polski (pl)")
    return [((german, walk.question("q").image), ("haus.svg", "dom.svg"))]


TEXTS: dict[str, Case] = {
    "${name} in labels, hints, messages and choices": Case(
        book(
            """
type | name | label | hint | constraint | constraint_message | calculation
text | name | Wie heißen Sie hier? | | | |
calculate | n | | | | | 1 + 2
integer | q | Wie alt ist ${name}? | ${name}, ${n} | . > 0 | ${name} ist älter als ${n}. |
select_one w | w | Mit wem? | | | |
""",
            "list_name | name | label\nw | 1 | ${name} allein\nw | 2 | zu zweit",
        ),
        _references,
    ),
    "Markdown in labels and hints": Case(
        book("type | name | label | hint\ninteger | q | **Wie** *alt*? | # Hilfe"), _markdown
    ),
    "label::Language (code) and the like": Case(
        book(
            """
type | name | label::Deutsch (de) | label::Polski (pl) | hint::Deutsch (de) | hint::Polski (pl) \
| constraint | constraint_message::Deutsch (de) | constraint_message::Polski (pl)
select_one o | q | Obst? | Owoc? | Nur eins | Tylko jeden | . != 'b' | Nicht b. | Nie b.
""",
            """
list_name | name | label::Deutsch (de) | label::Polski (pl)
o | a | Apfel | jabłko
o | b | Birne | gruszka
""",
            LANGUAGES,
        ),
        _languages,
    ),
    "a text missing in one language": Case(
        book(
            """
type | name | label::Deutsch (de) | label::Leichte Sprache (de-x-leicht) | label::Polski (pl)
text | q | Obst? | Was essen Sie gern? | Owoc?
integer | z | Wie alt? | |
""",
            "",
            LANGUAGES,
        ),
        _fallback,
    ),
    "media::image::Language (code)": Case(
        book(
            """
type | name | label::Deutsch (de) | label::Polski (pl) | media::image::Deutsch (de) | \
media::image::Polski (pl)
text | q | Was ist das? | Co to jest? | haus.svg | dom.svg
""",
            "",
            LANGUAGES,
        ),
        _media_by_language,
        {"haus.svg": SVG, "dom.svg": SVG},
    ),
}


def _same_name(walk: Walk) -> Facts:
    walk.give(kreis="n", ort="1")
    north = (walk.choice("ort", "1").label, walk.value("titel"))
    walk.give(kreis="s", ort="").give(ort="1")
    south = (walk.choice("ort", "1").label, walk.value("titel"))
    return [
        (north, ("Neustadt (Nord)", "Neustadt (Nord)")),
        (south, ("Neustadt (Süd)", "Neustadt (Süd)")),
        (walk.written("ort"), ["1"]),
    ]


CHOICES: dict[str, Case] = {
    "list_name, name, label": Case(
        one("select_one ab", AB),
        lambda walk: [
            ([each.label for each in walk.question("q").choices], ["Apfel", "Birne", "Kirsche"])
        ],
    ),
    "image and audio of a choice": Case(
        one(
            "select_one ab",
            "list_name | name | label | media::image | media::audio\n"
            "ab | a | Apfel | apfel.svg | apfel.wav\nab | b | Birne | |",
        ),
        lambda walk: [
            ((walk.choice("q", "a").image, walk.choice("q", "a").audio), ("apfel.svg", "apfel.wav"))
        ],
        {"apfel.svg": SVG, "apfel.wav": tone(440)},
    ),
    "video of a choice": Case(
        one("select_one ab", "list_name | name | label | media::video\nab | a | Apfel | film.mp4"),
        files={"film.mp4": "x"},
    ),
    "further columns for choice_filter": CASCADE,
    "the same name twice": Case(
        one("select_one ab", "list_name | name | label\nab | 1 | Nord\nab | 1 | Süd")
    ),
    "a space in a name": Case(
        one("select_multiple ab", "list_name | name | label\nab | a b | Apfel\nab | c | Kirsche")
    ),
    "a list that is not there": Case(one("select_one obst", AB)),
}

SETTINGS: dict[str, Case] = {
    "form_title": Case(
        book("type | name | label\ninteger | q | Q", "", "form_title | form_id\nBänke | data"),
        lambda walk: [(walk.form.title, "Bänke")],
    ),
    "form_id, version": Case(
        book("type | name | label\ninteger | q | Q", "", "form_id | version\ndata | 2026"),
        lambda walk: [
            ((walk.form.identifier, walk.form.version), ("data", "2026")),
            ((walk.xml().get("id"), walk.xml().get("version")), ("data", "2026")),
        ],
    ),
    "default_language": Case(
        book(
            "type | name | label::Deutsch (de) | label::Polski (pl)\ninteger | q | Alter? | Wiek?",
            "",
            "form_title | form_id | default_language\nT | data | Polski (pl)",
        ),
        lambda walk: [(walk.question("q").label, "Wiek?")],
    ),
    "instance_name": Case(
        book(
            "type | name | label\ntext | q | Q",
            "",
            "form_id | instance_name\ndata | concat('Bogen ', ${q})",
        ),
        lambda walk: [
            (walk.give(q="7").written("{*}meta/{*}instanceName"), ["Bogen 7"]),
        ],
    ),
    "name": Case(
        book("type | name | label\ntext | q | Q", "", "form_id | name\ndata | haushalt"),
        lambda walk: [
            (walk.xml().tag, "haushalt"),
            (walk.give(q="x").value("/haushalt/q"), "x"),
        ],
    ),
    "allow_choice_duplicates": Case(
        book(
            """
type | name | label | choice_filter | calculation
select_one kreis | kreis | Kreis? | |
select_one ort | ort | Ort? | kreis = ${kreis} |
calculate | titel | | | jr:choice-name(${ort}, '${ort}')
""",
            """
list_name | name | label | kreis
kreis | n | Nord |
kreis | s | Süd |
ort | 1 | Neustadt (Nord) | n
ort | 1 | Neustadt (Süd) | s
""",
            "form_id | allow_choice_duplicates\ndata | yes",
        ),
        _same_name,
    ),
    "clean_text_values": Case(
        book("type | name | label\ntext | q | viel  Platz", "", "clean_text_values\nno"),
        lambda walk: [(walk.question("q").label, "viel  Platz")],
    ),
    "namespaces": Case(
        book(
            "type | name | label\ntext | q | Q",
            "",
            'form_id | namespaces\ndata | x="http://beispiel.de/x"',
        ),
        lambda walk: [(walk.form.namespaces.get("x"), "http://beispiel.de/x")],
    ),
    "omit_instanceID": Case(
        book("type | name | label\ntext | q | Q", "", "form_id | omit_instanceID\ndata | yes")
    ),
    **{
        each: Case(
            book("type | name | label\ntext | q | Q", "", f"form_id | {header}\ndata | {value}")
        )
        for each, header, value in (
            ("public_key", "public_key", "MIIBIjAN"),
            ("submission_url", "submission_url", "https://beispiel.de/submission"),
            ("auto_send", "auto_send", "true"),
            ("auto_delete", "auto_delete", "true"),
            ("client_editable", "client_editable", "true"),
            ("style", "style", "pages"),
            ("prefix", "prefix", "P"),
            ("delimiter", "delimiter", "+"),
            ("sms_keyword", "sms_keyword", "S"),
            ("add_none_option", "add_none_option", "yes"),
            ("instance_xmlns", "instance_xmlns", "http://beispiel.de/x"),
            ("attribute::…", "attribute::laune", "x"),
        )
    },
}
