"""ODK XForms: binds, body, actions, functions, texts, submission (docs/xlsform.md)."""

import re
from decimal import Decimal

from questionnaire import IDENTIFIER, Case, Facts, Walk, book

from kiosk.forms.view import Kind

_HEAD = (
    '<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml" '
    'xmlns:jr="http://openrosa.org/javarosa" xmlns:odk="http://www.opendatakit.org/xforms" '
    'xmlns:orx="http://openrosa.org/xforms" xmlns:entities="http://www.opendatakit.org/xforms/'
    'entities"><h:head><h:title>T</h:title><model>'
)


def xform(data: str, model: str, body: str, attributes: str = 'id="data" version="3"') -> str:
    """An XForm: children of the primary instance, the rest of the model, and the body."""
    return (
        f"{_HEAD}<instance><data {attributes}>{data}<orx:meta><orx:instanceID/></orx:meta></data>"
        f"</instance>{model}</model></h:head><h:body>{body}</h:body></h:html>"
    )


def bound(bind: str, body: str = "<input ref='/data/q'><label>Q</label></input>") -> str:
    """An XForm with a number `a` and a node `q` with these bind attributes."""
    return xform(
        "<a/><q/>",
        f"<bind nodeset='/data/a' type='int'/><bind nodeset='/data/q' {bind}/>",
        f"<input ref='/data/a'><label>A</label></input>{body}",
    )


def stored(expression: str) -> str:
    """A workbook whose `x` is calculated; around it what functions may need."""
    return book(
        f"""
type | name | label | calculation | default | repeat_count | constraint
select_multiple ab | viele | V | | a c | |
select_one ab | einer | E | | b | |
date | tag | T | | 2026-11-20 | |
text | leer | L | | | |
begin repeat | r | R | | | 3 |
calculate | zahl | | position(..) * 2 | | |
end repeat | | | | | |
calculate | x | | {expression.replace("|", chr(92) + "|")} | | |
""",
        "list_name | name | label | wert\n"
        "ab | a | Apfel | 1\nab | b | Birne | 2\nab | c | Kirsche | 3",
    )


def gives(expression: str, result: str) -> Case:
    """What an expression gives, as it is stored and sent."""
    return Case(
        stored(expression), lambda walk: [(walk.value("x"), result), (walk.written("x"), [result])]
    )


def like(expression: str, pattern: str) -> Case:
    """A chance value: what it looks like, and that it stays once it is drawn."""

    def facts(walk: Walk) -> Facts:
        drawn = walk.value("x")
        return [
            (bool(re.fullmatch(pattern, drawn)), True),
            (walk.give(leer="neu").value("x"), drawn),
            (Walk(walk.form, seed=2).value("x") != drawn, True),
        ]

    return Case(stored(expression), facts)


def _relevant(walk: Walk) -> Facts:
    walk.give(q="x")
    before = walk.written("q")
    walk.give(a="2")
    return [(before, ["x"]), (walk.written("q"), []), (walk.value("q"), "")]


def _boolean(walk: Walk) -> Facts:
    return [
        (walk.give(a="1").written("q"), ["true"]),
        (walk.give(a="2").written("q"), ["false"]),
        (walk.names(), ["a"]),
    ]


def _types(walk: Walk) -> Facts:
    kinds = [walk.question(name).kind for name in ("s", "i", "d", "t", "u", "v")]
    return [
        (
            kinds,
            [Kind.TEXT, Kind.INTEGER, Kind.DECIMAL, Kind.DATE, Kind.TIME, Kind.DATETIME],
        )
    ]


_TYPES = ("s", "string"), ("i", "int"), ("d", "decimal"), ("t", "date"), ("u", "time")

BINDS: dict[str, Case] = {
    "type": Case(
        xform(
            "<s/><i/><d/><t/><u/><v/>",
            "".join(
                f"<bind nodeset='/data/{name}' type='{kind}'/>"
                for name, kind in (*_TYPES, ("v", "dateTime"))
            ),
            "".join(
                f"<input ref='/data/{each}'><label>{each}</label></input>" for each in "sidtuv"
            ),
        ),
        _types,
    ),
    "type in the XML Schema namespace": Case(
        bound("type='xsd:int'"), lambda walk: [(walk.question("q").kind, Kind.INTEGER)]
    ),
    "no bind at all": Case(
        xform("<q/>", "", "<input ref='/data/q'><label>Q</label></input>"),
        lambda walk: [(walk.give(q="x").written("q"), ["x"])],
    ),
    "type boolean": Case(
        bound("type='boolean' calculate='/data/a = 1'", ""),
        _boolean,
    ),
    "an unknown type": Case(bound("type='laune'")),
    "relevant": Case(bound('relevant="/data/a != 2"'), _relevant),
    "constraint, jr:constraintMsg": Case(
        bound("type='int' constraint='. &gt; /data/a' jr:constraintMsg='Mehr!'"),
        lambda walk: [
            ((problem.text if (problem := walk.give(a="3").problem("q", "3")) else ""), "Mehr!"),
            (walk.reason("q", "4"), ""),
            (walk.reason("q", ""), ""),
        ],
    ),
    "required, jr:requiredMsg": Case(
        bound("required='true()' jr:requiredMsg='Bitte!'"),
        lambda walk: [((problem.text if (problem := walk.missing("q")) else ""), "Bitte!")],
    ),
    "readonly": Case(
        bound("type='int' readonly='/data/a = 1'"),
        lambda walk: [
            (walk.give(a="2").reason("q", "1"), ""),
            (walk.give(a="1").reason("q", "2"), "readonly"),
        ],
    ),
    "calculate": Case(
        bound("type='int' calculate='/data/a * 2'", ""),
        lambda walk: [(walk.give(a="4").written("q"), ["8"])],
    ),
    "saveIncomplete": Case(bound("saveIncomplete='true()'")),
    "jr:preload, jr:preloadParams": Case(bound("jr:preload='timestamp' jr:preloadParams='start'")),
    "orx:max-pixels": Case(bound("orx:max-pixels='640'")),
    "entities:saveto": Case(bound("entities:saveto='art'")),
    "a bind to a node that is not there": Case(
        xform("<a/>", "<bind nodeset='/data/b'/>", "<input ref='/data/a'><label>A</label></input>")
    ),
    "two binds for one node": Case(bound("type='int'/><bind nodeset='/data/q' type='date'")),
    "answers that depend on each other in a circle": Case(
        xform(
            "<a/><b/>",
            "<bind nodeset='/data/a' calculate='/data/b + 1'/>"
            "<bind nodeset='/data/b' calculate='/data/a + 1'/>",
            "",
        )
    ),
}

_ITEMS = (
    "<item><label>Eins</label><value>1</value></item>"
    "<item><label>Zwei</label><value>2</value></item>"
)


def control(xml: str, kind: str = "string", data: str = "<q/>") -> str:
    """An XForm with one control for /data/q."""
    return xform(data, f"<bind nodeset='/data/q' type='{kind}'/>", xml)


def _template(walk: Walk) -> Facts:
    walk.put("wer#", "2")
    return [
        (walk.values("wer/bezug"), ["Partner", "Partner"]),
        (len(walk.xml().findall("wer")), 2),
        (walk.xml().xpath("//@*[local-name()='template']"), []),
    ]


_PERSON = (
    "<group ref='/data/wer'><label>Wer</label><repeat nodeset='/data/wer'{}>"
    "<input ref='/data/wer/name'><label>Name</label></input></repeat></group>"
)


def _absolute_in_repeat(walk: Walk) -> Facts:
    walk.put("[1]/name", "Anna").put("[2]/name", "Bert")
    return [(walk.values("wer/gruss"), ["Hallo Anna", "Hallo Bert"])]


BODY: dict[str, Case] = {
    "input": Case(
        control("<input ref='/data/q'><label>Q</label><hint>H</hint></input>"),
        lambda walk: [((walk.question("q").label, walk.question("q").hint), ("Q", "H"))],
    ),
    "select1 with item": Case(
        control(f"<select1 ref='/data/q'><label>Q</label>{_ITEMS}</select1>"),
        lambda walk: [
            (walk.question("q").kind, Kind.SELECT_ONE),
            ([each.label for each in walk.question("q").choices], ["Eins", "Zwei"]),
        ],
    ),
    "select with item": Case(
        control(f"<select ref='/data/q'><label>Q</label>{_ITEMS}</select>"),
        lambda walk: [(walk.give(q="2 1").written("q"), ["1 2"])],
    ),
    "odk:rank": Case(
        control(f"<odk:rank ref='/data/q'><label>Q</label>{_ITEMS}</odk:rank>", "odk:rank"),
        lambda walk: [(walk.give(q="2 1").written("q"), ["2 1"])],
    ),
    "itemset, value, label": Case(
        xform(
            "<q/>",
            "<instance id='l'><root><item><k>1</k><t>Eins</t></item></root></instance>",
            "<select1 ref='/data/q'><label>Q</label>"
            "<itemset nodeset=\"instance('l')/root/item\"><value ref='k'/><label ref='t'/>"
            "</itemset></select1>",
        ),
        lambda walk: [(walk.choice("q", "1").label, "Eins")],
    ),
    "itemset of elements not called item": Case(
        xform(
            "<q/>",
            "<instance id='l'><orte><ort><k>1</k><t>Eins</t></ort></orte></instance>",
            "<select1 ref='/data/q'><label>Q</label>"
            "<itemset nodeset=\"instance('l')/orte/ort\"><value ref='k'/><label ref='t'/>"
            "</itemset></select1>",
        )
    ),
    "itemset with current()": Case(
        xform(
            "<a/><q/>",
            "<instance id='l'><root><item><k>1</k><t>Eins</t></item><item><k>2</k><t>Zwei</t>"
            "</item></root></instance>",
            "<input ref='/data/a'><label>A</label></input><select1 ref='/data/q'><label>Q</label>"
            "<itemset nodeset=\"instance('l')/root/item[k = current()/../a]\"><value ref='k'/>"
            "<label ref='t'/></itemset></select1>",
        ),
        lambda walk: [(walk.give(a="2").choices("q"), ["2"])],
    ),
    "trigger": Case(
        control("<trigger ref='/data/q'><label>Q</label></trigger>"),
        lambda walk: [(walk.give(q="OK").written("q"), ["OK"])],
    ),
    "range": Case(
        control(
            "<range ref='/data/q' start='0' end='1' step='0.5'><label>Q</label></range>", "decimal"
        ),
        lambda walk: [
            (walk.question("q").step, Decimal("0.5")),
            (walk.reason("q", "0.75"), "out-of-range"),
        ],
    ),
    "range without start, end, step": Case(
        control("<range ref='/data/q'><label>Q</label></range>", "int")
    ),
    "upload": Case(
        control("<upload ref='/data/q' mediatype='image/*'><label>Q</label></upload>", "binary")
    ),
    "secret": Case(control("<secret ref='/data/q'><label>Q</label></secret>")),
    "output": Case(
        xform(
            "<a/><q/>",
            "",
            "<input ref='/data/a'><label>A</label></input>"
            "<input ref='/data/q'><label>Zu <output value='/data/a'/>!</label></input>",
        ),
        lambda walk: [(walk.give(a="Bert").question("q").label, "Zu Bert!")],
    ),
    "an unknown element": Case(
        control("<input ref='/data/q'><label>Q</label><help>Hilfe</help></input>")
    ),
    "an unknown element of the model": Case(
        control("<input ref='/data/q'><label>Q</label></input>").replace(
            "</model>", "<insert nodeset='/data/q'/></model>"
        )
    ),
    "class on h:body": Case(
        control("<input ref='/data/q'><label>Q</label></input>").replace(
            "<h:body>", "<h:body class='pages'>"
        )
    ),
    "group without ref": Case(
        control("<group><label>G</label><input ref='/data/q'><label>Q</label></input></group>"),
        lambda walk: [(walk.question("q").context, ("G",))],
    ),
    "repeat, jr:count": Case(
        xform("<wer><name/></wer>", "", _PERSON.format(" jr:count='3'")),
        lambda walk: [(walk.names(), ["name"] * 3)],
    ),
    "jr:noAddRemove and several instances": Case(
        xform(
            "<wer><name>?</name></wer><wer><name>?</name></wer>",
            "",
            _PERSON.format(" jr:noAddRemove='true()'"),
        ),
        lambda walk: [(walk.names(), ["name", "name"]), (walk.values("wer/name"), ["?", "?"])],
    ),
    "instances with values of their own": Case(
        xform(
            "<wer><name>John</name></wer><wer><name>Kofi</name></wer>",
            "",
            _PERSON.format(" jr:noAddRemove='true()'"),
        )
    ),
    "jr:noAddRemove='false()'": Case(
        xform("<wer><name/></wer>", "", _PERSON.format(" jr:noAddRemove='false()'")),
        lambda walk: [(walk.names(), ["name", "wer"])],
    ),
    "jr:template": Case(
        xform(
            "<wer jr:template=''><name/><bezug>Partner</bezug></wer>"
            "<wer><name/><bezug>Partner</bezug></wer>",
            "",
            _PERSON.format("").replace(
                "</repeat>", "<input ref='/data/wer/bezug'><label>B</label></input></repeat>"
            ),
        ),
        _template,
    ),
    "an absolute path inside its repeat": Case(
        xform(
            "<wer><name/><gruss/></wer>",
            "<bind nodeset='/data/wer/gruss' calculate=\"concat('Hallo ', /data/wer/name)\"/>",
            _PERSON.format(" jr:count='2'"),
        ),
        _absolute_in_repeat,
    ),
    "an unknown attribute": Case(
        control("<input ref='/data/q' laune='gut'><label>Q</label></input>")
    ),
}


def _first_load(walk: Walk) -> Facts:
    before = walk.value("q")
    walk.give(a="5")
    return [(before, "2026-11-22"), (walk.value("q"), "2026-11-22")]


def _new_repeat(walk: Walk) -> Facts:
    walk.give(a="5")
    first = walk.values("r/b")
    walk.put("r#", "2")
    return [(first, [""]), (walk.values("r/b"), ["", "7"])]


_ACTIONS = (
    "<input ref='/data/a'><label>A</label>{}</input><input ref='/data/q'><label>Q</label></input>"
)


def _changed(walk: Walk) -> Facts:
    return [
        (walk.value("q"), ""),
        (walk.give(a="1").value("q"), "neu"),
        (walk.give(q="mein").value("q"), "mein"),
        (walk.give(a="2").value("q"), "neu"),
    ]


def acting(action: str, model: str = "") -> str:
    """An XForm whose control for `a` holds an action."""
    return xform("<a/><q/>", model, _ACTIONS.format(action))


ACTIONS: dict[str, Case] = {
    "setvalue at odk-instance-first-load": Case(
        acting("", "<setvalue event='odk-instance-first-load' ref='/data/q' value='today()'/>"),
        _first_load,
    ),
    "setvalue at odk-new-repeat": Case(
        xform(
            "<a/><r jr:template=''><b/></r><r><b/></r>",
            "",
            "<input ref='/data/a'><label>A</label></input><group ref='/data/r'><label>R</label>"
            "<repeat nodeset='/data/r'><setvalue event='odk-new-repeat' ref='/data/r/b' "
            "value='../../a + 2'/><input ref='/data/r/b'><label>B</label></input></repeat></group>",
        ),
        _new_repeat,
    ),
    "setvalue at xforms-value-changed": Case(
        acting("<setvalue event='xforms-value-changed' ref='/data/q'>neu</setvalue>"), _changed
    ),
    "setvalue with several events": Case(
        acting(
            "<setvalue event='odk-instance-first-load xforms-value-changed' ref='/data/q' "
            "value='string-length(/data/a)'/>"
        ),
        lambda walk: [(walk.value("q"), "0"), (walk.give(a="drei").value("q"), "4")],
    ),
    "setvalue to an empty value": Case(
        acting("<setvalue event='xforms-value-changed' ref='/data/q'/>"),
        lambda walk: [(walk.give(q="x").give(a="1").value("q"), "")],
    ),
    "xforms-ready": Case(acting("", "<setvalue event='xforms-ready' ref='/data/q' value='1'/>")),
    "odk:setgeopoint": Case(
        acting("", "<odk:setgeopoint event='odk-instance-first-load' ref='/data/q'/>")
    ),
    "odk:recordaudio": Case(
        acting("", "<odk:recordaudio event='odk-instance-load' ref='/data/q'/>")
    ),
    "another event": Case(acting("", "<setvalue event='DOMActivate' ref='/data/q' value='1'/>")),
}


def _itext(forms: str, form: str = "") -> str:
    ref = "jr:itext('/data/q:label')"
    return xform(
        "<q/>",
        f"<itext><translation lang='de' default='true()'><text id='/data/q:label'>{forms}</text>"
        f"</translation></itext>{form}",
        f"<input ref='/data/q'><label ref=\"{ref}\"/></input>",
    )


SUBMISSION: dict[str, Case] = {
    "id and version of the form": Case(
        bound(""),
        lambda walk: [((walk.xml().get("id"), walk.xml().get("version")), ("data", "3"))],
    ),
    "orx:meta/orx:instanceID": Case(
        bound(""),
        lambda walk: [
            (
                [each.text for each in walk.xml().iter("{http://openrosa.org/xforms}instanceID")],
                [f"uuid:{IDENTIFIER}"],
            )
        ],
    ),
    "nothing but the answers and the number": Case(
        bound(""),
        lambda walk: [
            (
                [
                    each.tag.rpartition("}")[2]
                    for each in walk.xml().iter()
                    if isinstance(each.tag, str)
                ],
                ["data", "a", "q", "meta", "instanceID"],
            )
        ],
    ),
    "a question left open": Case(bound(""), lambda walk: [(walk.written("q"), [""])]),
    "what is not relevant": Case(
        bound("relevant='/data/a = 1'"), lambda walk: [(walk.written("q"), [])]
    ),
    "deviceID, userID, timeStart, timeEnd": Case(
        xform(
            "<q/>",
            "<bind nodeset='/data/meta/deviceID' jr:preload='property' "
            "jr:preloadParams='deviceid'/>",
            "<input ref='/data/q'><label>Q</label></input>",
        ).replace("<orx:instanceID/>", "<orx:instanceID/><orx:deviceID/>"),
        lambda walk: [
            (
                [each.tag for each in walk.xml().iter() if "deviceID" in str(each.tag)],
                [],
            )
        ],
    ),
    "entities": Case(
        bound("").replace("<orx:instanceID/>", "<orx:instanceID/><entities:entity dataset='b'/>")
    ),
    "submission element": Case(
        bound("").replace(
            "</model>", "<submission action='https://beispiel.de' method='post'/></model>"
        )
    ),
    "attributes of the instance": Case(bound("").replace("<a/>", "<a laune='gut'/>")),
    "orx:version": Case(
        bound("").replace('version="3"', 'orx:version="3"'),
        lambda walk: [(walk.form.version, "3"), (walk.xml().get("version"), "3")],
    ),
}

ITEXT: dict[str, Case] = {
    "translation, text, value": Case(
        _itext("<value>Frage</value>"), lambda walk: [(walk.question("q").label, "Frage")]
    ),
    "value form='long'": Case(
        _itext("<value form='short'>F</value><value form='long'>Frage</value>"),
        lambda walk: [(walk.question("q").label, "Frage")],
    ),
    "value form='short'": Case(
        _itext("<value form='short'>F</value><value>Frage</value>"),
        lambda walk: [(walk.question("q").label, "Frage")],
    ),
    "value form='image' and 'audio'": Case(
        _itext(
            "<value>F</value><value form='image'>jr://images/a.svg</value>"
            "<value form='audio'>jr://audio/a.wav</value>"
        ),
        lambda walk: [((walk.question("q").image, walk.question("q").audio), ("a.svg", "a.wav"))],
    ),
    "value form='video'": Case(
        _itext("<value>F</value><value form='video'>jr://video/a.mp4</value>")
    ),
    "value form='guidance'": Case(_itext("<value>F</value><value form='guidance'>G</value>")),
}

LIST = "instance('ab')/root/item"
FUNCTIONS: dict[str, Case] = {
    # strings
    "string()": gives("string(3.0)", "3"),
    "concat()": gives("concat('a', 1, ${viele})", "a1a c"),
    "join()": gives("join('-', ${zahl})", "2-4-6"),
    "substr()": gives("substr('Rothenburg', 0, 4)", "Roth"),
    "substring()": gives("substring('Rothenburg', 2, 3)", "oth"),
    "substring-before()": gives("substring-before('a-b', '-')", "a"),
    "substring-after()": gives("substring-after('a-b', '-')", "b"),
    "translate()": gives("translate('bar', 'abc', 'AB')", "BAr"),
    "string-length()": gives("string-length('Bänke')", "5"),
    "normalize-space()": gives("normalize-space('  a   b ')", "a b"),
    "contains()": gives("contains('abc', 'b')", "true"),
    "starts-with()": gives("starts-with('abc', 'ab')", "true"),
    "ends-with()": gives("ends-with('abc', 'bc')", "true"),
    "uuid()": like("once(uuid())", r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"),
    "digest()": gives(
        "digest('abc', 'SHA-256', 'hex')",
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
    ),
    "base64-decode()": gives("base64-decode('QsOkbmtl')", "Bänke"),
    "extract-signed()": Case(stored("extract-signed('a', 'b')")),
    # booleans
    "if()": gives("if(${einer} = 'b', 'ja', 'nein')", "ja"),
    "coalesce()": gives("coalesce(${leer}, 'nichts')", "nichts"),
    "once()": gives("once('x')", "x"),
    "true(), false()": gives("true() and not(false())", "true"),
    "boolean()": gives("boolean('false')", "true"),
    "boolean-from-string()": gives("boolean-from-string('false')", "false"),
    "not()": gives("not(1 > 2)", "true"),
    "regex()": gives("regex('12a', '[0-9]+')", "false"),
    "checklist()": gives("checklist(1, 2, 1, 0, 1)", "true"),
    "weighted-checklist()": gives("weighted-checklist(3, 9, 1, 2, 1, 3)", "true"),
    # numbers
    "number()": gives("number('1970-01-02')", "1"),
    "random()": like("once(random())", r"0\.[0-9]+"),
    "int()": gives("int(-3.9)", "-3"),
    "sum()": gives("sum(${zahl})", "12"),
    "max()": gives("max(${zahl})", "6"),
    "min()": gives("min(${zahl})", "2"),
    "round()": gives("round(2.456, 2)", "2.46"),
    "floor(), ceiling()": gives("concat(floor(2.5), ceiling(2.5))", "23"),
    "pow()": gives("pow(2, 10)", "1024"),
    "log()": gives("log(1)", "0"),
    "log10()": gives("log10(1000)", "3"),
    "abs()": gives("abs(-2)", "2"),
    "sin(), cos(), tan()": gives("sin(0) + cos(0) + tan(0)", "1"),
    "asin(), acos(), atan()": gives("round(asin(1) + acos(1) + atan(0), 4)", "1.5708"),
    "atan2()": gives("round(atan2(1, 1), 4)", "0.7854"),
    "sqrt()": gives("sqrt(9)", "3"),
    "exp()": gives("exp(0)", "1"),
    "exp10()": gives("exp10(2)", "100"),
    "pi()": gives("round(pi(), 4)", "3.1416"),
    # node-sets
    "count()": gives("count(${r})", "3"),
    "count-non-empty()": gives("count-non-empty(${zahl})", "3"),
    "position(), position(..)": gives(f"{LIST}[position() = 2]/name", "b"),
    "last()": gives(f"{LIST}[last()]/name", "c"),
    "instance()": gives(f"{LIST}[name = 'c']/wert", "3"),
    "current()": gives(f"{LIST}[name = current()/../einer]/wert", "2"),
    "randomize()": gives(f"count(randomize({LIST}, 42))", "3"),
    "name(), local-name()": gives("concat(name(/data/einer), local-name(/data/tag))", "einertag"),
    "namespace-uri()": Case(stored("namespace-uri(/data/tag)")),
    # dates
    "today()": gives("today()", "2026-11-22"),
    "now()": gives("now()", "2026-11-22T10:42:00.000+01:00"),
    "date()": gives("date(1)", "1970-01-02"),
    "date-time()": gives("substr(date-time('2026-11-22T10:42:00+01:00'), 0, 10)", "2026-11-22"),
    "format-date()": gives("format-date(${tag}, '%e.%n.%Y')", "20.11.2026"),
    "format-date-time()": gives("format-date-time('2026-11-22T10:42:00', '%H:%M')", "10:42"),
    "decimal-date-time()": gives("decimal-date-time('1970-01-02')", "1"),
    "decimal-time()": gives("decimal-time('12:00:00.000')", "0.5"),
    "age from a date of birth": gives("int((today() - date('1950-05-05')) div 365.25)", "76"),
    # selects
    "selected()": gives("selected(${viele}, 'c')", "true"),
    "selected-at()": gives("selected-at(${viele}, 1)", "c"),
    "count-selected()": gives("count-selected(${viele})", "2"),
    "jr:choice-name()": gives("jr:choice-name(${einer}, '${einer}')", "Birne"),
    "jr:choice-name() in a repeat": Case(
        book(
            """
type | name | label | repeat_count | calculation
begin repeat | r | R | 2 |
begin group | g | G | |
select_multiple ab | s | S | |
end group | | | |
calculate | n | | | jr:choice-name(selected-at(${s}, 0), '${s}')
note | t | Zuerst: ${n} | |
end repeat | | | |
""",
            "list_name | name | label\nab | a | Apfel\nab | b | Birne",
        ),
        lambda walk: [
            (walk.put("[1]/g/s", "a b").put("[2]/g/s", "b").values("r/n"), ["Apfel", "Birne"]),
            (walk.question("[2]/t").label, "Zuerst: Birne"),
        ],
    ),
    # repeats
    "indexed-repeat()": gives("indexed-repeat(${zahl}, ${r}, 2)", "4"),
    # texts
    "jr:itext()": Case(
        _itext(
            "<value>Frage</value>",
            "<bind nodeset='/data/q' calculate=\"jr:itext('/data/q:label')\"/>",
        ),
        lambda walk: [(walk.value("q"), "Frage")],
    ),
    # geography
    "area()": gives("round(area('0 0 0 0; 0 1 0 0; 1 1 0 0; 0 0 0 0') div 1000000)", "6196"),
    "distance()": gives("round(distance('0 0 0 0; 0 1 0 0') div 1000)", "111"),
    "enclosed-area()": gives(
        "round(enclosed-area('0 0 0 0; 0 1 0 0; 1 1 0 0; 0 0 0 0') div 1000000)", "6196"
    ),
    "geofence()": gives("geofence('0.5 0.7 0 0', '0 0; 0 1; 1 1; 0 0')", "true"),
    "intersects()": gives("intersects('0 0 0 0; 1 1 0 0; 0 1 0 0; 1 0 0 0')", "true"),
    "property()": Case(stored("property('deviceid')")),
    "version()": Case(stored("version()")),
    "an unknown function": Case(stored("laune(1)")),
    "a wrong number of arguments": Case(stored("selected(1)")),
}

LANGUAGE: dict[str, Case] = {
    "+ - * div mod": gives("(7 + 3 - 2 * 2) div 2 + 7 mod 4", "6"),
    "= != < <= > >=": gives("1 = 1 and 1 != 2 and 1 < 2 and 1 <= 1 and 2 > 1 and 2 >= 2", "true"),
    "and, or": gives("1 = 2 or (1 = 1 and 2 = 2)", "true"),
    "union with |": gives("count(${tag} | ${einer})", "2"),
    "predicates": gives("count(${zahl}[. > 2])", "2"),
    ". and ..": gives("name(..)", "data"),
    "//": gives("count(//zahl)", "3"),
    "*": gives("count(/data/r[1]/*)", "1"),
    "axes": gives("count(/data/r[2]/preceding-sibling::r)", "1"),
    "a node-set against a value": gives("${zahl} = 4", "true"),
    "text against a date": gives("'2026-11-20' < '2026-11-22'", "true"),
    "numbers are written without exponent or needless zero": gives(
        "concat(1 div 10, ' ', 2.0)", "0.1 2"
    ),
    "dividing by zero": gives("concat(1 div 0, ' ', 0 div 0)", "Infinity NaN"),
    "a calculated false() as a condition": Case(
        book(
            "type | name | label | calculation | relevant\ninteger | a | A | |\n"
            "calculate | c | | ${a} > 1 |\ninteger | t | T | | ${c}\n"
            "integer | u | U | | boolean-from-string(${c})"
        ),
        lambda walk: [
            (walk.give(a="0").value("c"), "false"),
            (walk.names(), ["a", "t"]),
            (walk.give(a="5").names(), ["a", "t", "u"]),
        ],
    ),
    "a number against a text": Case(
        book(
            "type | name | label | relevant\ninteger | a | A |\ndecimal | b | B |\n"
            "text | t | T | ${a} = '2'\ntext | u | U | ${b} = '2.5' or ${b} = '3.0'"
        ),
        lambda walk: [
            (walk.give(a="2").names(), ["a", "b", "t"]),
            (walk.give(a="3", b="3.0").names(), ["a", "b", "u"]),
            (walk.give(b="3").names(), ["a", "b"]),
        ],
    ),
    "numbers from answers": Case(
        book(
            "type | name | label | calculation\ndecimal | a | A |\n"
            "calculate | b | | ${a} * 1\ncalculate | c | | ${a} * -1 * 0\n"
            "calculate | d | | ${a} * 1000000 * 1000000\ncalculate | e | | ${a} div 100000"
        ),
        lambda walk: [
            (walk.give(a="1.0").written("a"), ["1.0"]),
            ([walk.value(each) for each in "bcde"], ["1", "0", "1000000000000", "0.00001"]),
        ],
    ),
    "an expression that cannot be read": Case(stored("1 +")),
    "a question that is not there": Case(stored("${laune} + 1")),
}
