"""Every function of the ODK XForms specification, with its own examples where it has some."""

import math
import re
from random import Random
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.expressions import Around, evaluated, listed, said, texts, tree

from kiosk.forms.xpath.evaluation import CompileError, EvaluationError, Function
from kiosk.forms.xpath.functions import LIBRARY, REFUSED
from kiosk.forms.xpath.shuffling import park_miller, seed_of, shuffled
from kiosk.forms.xpath.syntax import XPathSyntaxError

# The rows of the table "XPath functions" (ODK XForms, "Bindings").
SPECIFIED = [
    "string",
    "concat",
    "join",
    "substr",
    "substring-before",
    "substring-after",
    "translate",
    "string-length",
    "normalize-space",
    "contains",
    "starts-with",
    "ends-with",
    "uuid",
    "digest",
    "pulldata",
    "if",
    "coalesce",
    "once",
    "true",
    "false",
    "boolean",
    "boolean-from-string",
    "not",
    "regex",
    "checklist",
    "weighted-checklist",
    "number",
    "random",
    "int",
    "sum",
    "max",
    "min",
    "round",
    "pow",
    "log",
    "log10",
    "abs",
    "sin",
    "cos",
    "tan",
    "asin",
    "acos",
    "atan",
    "atan2",
    "sqrt",
    "exp",
    "exp10",
    "pi",
    "count",
    "count-non-empty",
    "position",
    "instance",
    "current",
    "randomize",
    "today",
    "now",
    "format-date",
    "format-date-time",
    "date",
    "decimal-date-time",
    "decimal-time",
    "selected",
    "selected-at",
    "count-selected",
    "jr:choice-name",
    "jr:itext",
    "indexed-repeat",
    "area",
    "distance",
]
# XPath 1.0, section 4; namespace-uri is refused with its reason.
CORE = [
    "last",
    "position",
    "count",
    "id",
    "local-name",
    "name",
    "string",
    "concat",
    "starts-with",
    "contains",
    "substring-before",
    "substring-after",
    "substring",
    "string-length",
    "normalize-space",
    "translate",
    "boolean",
    "not",
    "true",
    "false",
    "lang",
    "number",
    "sum",
    "floor",
    "ceiling",
    "round",
]


@pytest.mark.parametrize("name", sorted({*SPECIFIED, *CORE}))
def test_every_specified_function_is_offered(name: str) -> None:
    assert isinstance(LIBRARY[name], Function)


@pytest.mark.parametrize("name", sorted(REFUSED))
def test_what_is_not_offered_says_why(name: str) -> None:
    with pytest.raises(CompileError) as caught:
        evaluated(f"{name}('a')")
    assert f"{name}() gibt es hier nicht: {REFUSED[name].de}" in caught.value.de
    assert f"{name}() is not offered here: {REFUSED[name].en}" in caught.value.en


DATA = tree(
    (
        "data",
        [
            ("n", "3"),
            ("n", ""),
            ("n", "5"),
            ("colors", "red  green purple"),
            ("empty", ""),
            ("own", "kept"),
            ("w", "2"),
            ("w", "4"),
            ("w", "10"),
            ("p", "52.5 13.4 0 0"),
            ("p", "52.6 13.4 0 0"),
        ],
    )
)
LISTS = {
    "fruits": listed(
        [
            {"name": "apple", "label": "Apfel", "price": "2"},
            {"name": "pear", "label": "Birne", "price": "3"},
            {"name": "pear", "label": "Zweite Birne", "price": "4"},
        ]
    )
}

SHAPE = "'0 0 0 0;0 1 0 0;1 1 0 0;1 0 0 0;0 0 0 0'"


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        # String functions
        ("string(1 = 1)", "true"),
        ("concat('a')", "a"),
        ("concat('<', /data/n, '>')", "<35>"),
        ("join(' ', /data/n)", "3  5"),
        ("join('-', 'a', /data/n, 'b')", "a-3--5-b"),
        ("substr('hello', 1, 4)", "ell"),
        ("substr('hello', -2)", "lo"),
        ("substr('hello', 0, -1)", "hell"),
        ("substring-before('hello', 'l')", "he"),
        ("substring-before('hello', 'q')", ""),
        ("substring-after('hello', 'l')", "lo"),
        ("substring-after('hello', 'q')", ""),
        ("translate('hello world', 'hello', '')", " wrd"),
        ("translate('hello wor,ld', ' ,', ', ')", "hello,wor ld"),
        ("string-length('Straße')", "6"),
        ("normalize-space('  a   b ')", "a b"),
        ("contains('abc', 'bcd')", "false"),
        ("starts-with('abc', 'a')", "true"),
        ("ends-with('abc', 'a')", "false"),
        ("ends-with('abc', 'bc')", "true"),
        ("ends-with('', '')", "true"),
        ("digest('some text', 'MD5', 'hex')", "552e21cd4cd9918678e3c1a0df491bc3"),
        ("digest('some text', 'MD5')", "VS4hzUzZkYZ448Gg30kbww=="),
        ("digest('some text', 'sha1', 'hex')", "37aa63c77398d954473262e1a0057c1e632eda77"),
        ("digest('some text', 'SHA-1', 'base64')", "N6pjx3OY2VRHMmLhoAV8HmMu2nc="),
        ("digest('some text', 'SHA-256')", "uU9vElx546X/qoJvWEwQ1SraZp5nYgUbgmtVd20FrtI="),
        (
            "digest('some text', 'SHA-384')",
            "zJTsPphzwLmnJIZEKVj2cQZ833e5QnQW0DFEDMYgQeLuE0RJhEfsDO2fcENGG9Hz",
        ),
        (
            "digest('some text', 'SHA-512')",
            "4nMrrtyj6sFAeChjfeHbynAsP8ns4Wz1Nt241hOc2F3+dGS4I1spgm9gjM9KxkPimxnGN4WKPYcQpZER30LdtQ==",
        ),
        ("base64-decode('R3LDvMOfZQ==')", "Grüße"),
        ("base64-decode('!')", ""),
        ("pulldata('fruits', 'label', 'name', 'apple')", "Apfel"),
        ("pulldata('fruits', 'label', 'name', 'pear')", "Birne"),
        ("pulldata('fruits', 'label', 'price', 4)", "Zweite Birne"),
        ("pulldata('fruits', 'label', 'name', 'plum')", ""),
        ("pulldata('fruits', 'nothing', 'name', 'pear')", ""),
        # Boolean functions
        ("if(6 > 7, 5, 'abc')", "abc"),
        ("if('', 5, 'abc')", "abc"),
        ("coalesce(/data/empty, 'b')", "b"),
        ("coalesce('a', 'b')", "a"),
        ("boolean('false')", "true"),
        ("boolean-from-string('true')", "true"),
        ("boolean-from-string('false')", "false"),
        ("boolean-from-string('whatever')", "false"),
        ("boolean-from-string(1)", "true"),
        ("boolean-from-string(1.0001)", "false"),
        ("not('')", "true"),
        ("'a' = true()", "true"),
        ("false() = ''", "true"),
        ("2 = true()", "true"),
        ("regex('12345', '[0-9]+')", "true"),
        ("regex('12345a', '[0-9]+')", "false"),
        ("checklist(1, 2, 1, 0, 'yes')", "true"),
        ("checklist(2, -1, 1, 0, 'yes')", "false"),
        ("checklist(-1, 1, true(), '1')", "false"),
        ("checklist(2, 2, /data/n)", "true"),
        ("weighted-checklist(5, 6, 1, 2, 0, 100, true(), '3')", "true"),
        ("weighted-checklist(6, -1, 1, 2, 0, 100, true(), '3')", "false"),
        ("weighted-checklist(12, 12, /data/n, /data/w)", "true"),
        ("weighted-checklist(0, 99, /data/w, /data/w[. < 5])", "false"),
        ("weighted-checklist(-1, -1)", "true"),
        # Number functions
        ("number('100.001')", "100.001"),
        ("number(' -12345.6789  ')", "-12345.6789"),
        ("int(-3.9)", "-3"),
        ("int('x')", "NaN"),
        ("max(/data/n)", "5"),
        ("min(/data/n, 1)", "1"),
        ("round('14.29123456789', 2)", "14.29"),
        ("round('12345.12345', -1)", "12350"),
        ("round('12350.12345', -2)", "12400"),
        ("round('12345.15', 1)", "12345.2"),
        ("round('-12345.15', 1)", "-12345.1"),
        ("round(1.005, 2)", "1.01"),
        ("round(1, 31)", "NaN"),
        ("round(-2.5)", "-2"),
        ("pow(2.5, 2)", "6.25"),
        ("pow(-1, 3)", "-1"),
        ("pow(-8, 1 div 3)", "NaN"),
        ("pow(-0, -1)", "-Infinity"),
        ("pow(-0, -2)", "Infinity"),
        ("pow(0, -1)", "Infinity"),
        ("pow(-10, 309)", "-Infinity"),
        ("pow(10, 400)", "Infinity"),
        ("log(1)", "0"),
        ("log(0)", "-Infinity"),
        ("log(-1)", "NaN"),
        ("log10(1000)", "3"),
        ("abs(-3.5)", "3.5"),
        ("sin(0)", "0"),
        ("cos(0)", "1"),
        ("tan(0)", "0"),
        ("round(asin(1) * 2, 6)", "3.141593"),
        ("asin(2)", "NaN"),
        ("acos(1)", "0"),
        ("atan(0)", "0"),
        ("round(atan2(1, -1) * 4, 6)", "9.424778"),
        ("sqrt(16)", "4"),
        ("sqrt(-1)", "NaN"),
        ("exp(0)", "1"),
        ("exp(1000)", "Infinity"),
        ("exp10(2)", "100"),
        ("sin(1 div 0)", "NaN"),
        ("round(pi(), 6)", "3.141593"),
        # Node-set functions
        ("count(/data/n)", "3"),
        ("count-non-empty(/data/n)", "2"),
        ("position(/data/w[. = 4])", "2"),
        ("count(id('x'))", "0"),
        # Select functions
        ("selected('apple baby crimson', '  baby  ')", "true"),
        ("selected('apple baby crimson', 'bab')", "false"),
        ("is-selected('a b', 'b')", "true"),
        ("selected-at(/data/colors, 1)", "green"),
        ("selected-at(/data/colors, 3)", ""),
        ("selected-at(/data/colors, -1)", ""),
        ("count-selected(/data/colors)", "3"),
        ("jr:choice-name('a', ' /data/n ')", "label of a in /data/n"),
        ("jr:itext('id')", "text id"),
        # Geographic functions
        ("round(distance(/data/p))", "11132"),
        ("round(distance('0 0;0 1;1 1 0 0;'))", "222638"),
        ("distance('0 0 0 0')", "0"),
        ("distance(/data/empty)", "NaN"),
        ("distance('north')", "NaN"),
        ("distance('91 0;0 0')", "NaN"),
        (f"round(area({SHAPE}) div 1000000)", "12391"),
        ("area('0 0;0 1')", "0"),
        (f"enclosed-area({SHAPE}) = area({SHAPE})", "true"),
        (f"geofence('0.5 0.5 0 0', {SHAPE})", "true"),
        (f"geofence('1.5 0.5', {SHAPE})", "false"),
        (f"geofence('', {SHAPE})", "false"),
        (f"intersects({SHAPE})", "false"),
        ("intersects('0 0;1 1;0 1;1 0')", "true"),
        ("intersects('0 0;0 2;0 1')", "true"),
        ("intersects('0 0;1 1;2 2')", "false"),
        ("intersects('0 0;0 2;1 1;0 1')", "true"),
        ("intersects('')", "false"),
    ],
)
def test_what_functions_give(source: str, wanted: str) -> None:
    assert said(source, Around(DATA, LISTS), repeats=("/data/n", "/data/w", "/data/p")) == wanted


def test_once_keeps_what_the_question_has() -> None:
    nodes = {node.name: node for node in DATA.descendants()}
    assert said("once('new')", Around(DATA), nodes["own"]) == "kept"
    assert said("once('new')", Around(DATA), nodes["empty"]) == "new"


@pytest.mark.parametrize(
    "source",
    [
        "digest('a', 'CRC32')",
        "digest('a', 'MD5', 'octal')",
        "weighted-checklist(1, 2, 3)",
        "indexed-repeat(/data/n, /data)",
        "boolean-from-string()",
        "pulldata('fruits', 'label', 'name')",
        "random(1)",
        "uuid(1, 2)",
        "namespace::x",
        "/data/orx:*",
        "date('1983-09-31')",
        "date('not a date')",
        "date-time('10:00')",
        "format-date('2026-01-01', '%q')",
        "format-date('2026-01-01', '100 %')",
        "regex('a', '(')",
    ],
)
def test_wrong_arguments_are_refused_when_compiled(source: str) -> None:
    with pytest.raises(CompileError):
        evaluated(source)


def test_lang_looks_at_the_nearest_xml_lang() -> None:
    top = tree(("data", [("g", [("q", "")]), ("h", "")]))
    data = top.children[0]
    data.attributes = {"{http://www.w3.org/XML/1998/namespace}lang": "en-GB"}
    data.children[0].attributes = {"xml:lang": "de"}
    question = data.children[0].children[0]
    assert said("lang('de')", Around(top), question) == "true"
    assert said("lang('en')", Around(top), question) == "false"
    assert said("lang('EN')", Around(top), data.children[1]) == "true"
    assert said("lang('en-gb')", Around(top), data.children[1]) == "true"
    assert said("lang('e')", Around(top), data.children[1]) == "false"
    assert said("lang('de')", Around(top), top) == "false"


def test_attributes_and_texts_have_their_place_in_the_document() -> None:
    top = tree(("data", [("g", [("q", "1"), ("q", "2")]), ("h", "3")]))
    group = top.children[0].children[0]
    group.text = "t"
    for node, first in ((group, "a"), (group.children[0], "b"), (group.children[1], "c")):
        node.attributes = {"x": first, "y": first.upper()}
    around = Around(top)
    assert texts(evaluated("//@y | //@x | //@y", around)) == ["a", "A", "b", "B", "c", "C"]
    found = evaluated("//g/q | //g/text() | //g/@y | //g/text() | //g", around)
    assert texts(found) == ["t12", "A", "t", "1", "2"]
    # XPath 1.0, 2.2: what comes after an attribute begins with its element's content
    assert texts(evaluated("//g/@x/following::*", around)) == ["1", "2", "3"]
    assert texts(evaluated("//g/q[2]/@x/preceding::*", around)) == ["1"]


def test_attributes_of_what_is_not_relevant_are_unseen() -> None:
    top = tree(("data", [("g", "t")]))
    group = top.children[0].children[0]
    group.attributes = {"{http://openrosa.org/xforms}version": "7"}
    assert said("/data/g/@orx:version", Around(top)) == "7"
    assert said("name(/data/g/@*)", Around(top)) == "version"
    assert said("count(/data/g/node())", Around(top)) == "1"
    group.relevant = False
    assert said("count(/data/*/@*) + count(/data/*/text())", Around(top)) == "0"


def test_processing_instructions_with_a_name_parse() -> None:
    assert said("count(//processing-instruction('a') | //comment())", Around(DATA)) == "0"
    with pytest.raises(XPathSyntaxError):
        evaluated("child::element()")


def test_an_unknown_algorithm_from_an_answer_is_an_error() -> None:
    with pytest.raises(EvaluationError):
        evaluated("digest('a', concat('CRC', '32'))")


def test_a_list_that_is_not_there_is_an_error() -> None:
    with pytest.raises(EvaluationError):
        evaluated("pulldata('nope', 'a', 'b', 'c')")


# -- chance


def test_uuid_is_version_4_and_drawn_from_the_interview() -> None:
    first = said("uuid()", Around(DATA, draw=Random(1).random))
    again = said("uuid()", Around(DATA, draw=Random(1).random))
    assert first == again
    assert UUID(first).version == 4
    assert UUID(first).variant == "specified in RFC 4122"
    assert first != said("uuid()", Around(DATA, draw=Random(2).random))


@pytest.mark.parametrize(("size", "length"), [("12", 12), ("0", 0), ("'x'", 0), ("1 div 0", 1000)])
def test_uuid_of_a_length(size: str, length: int) -> None:
    token = said(f"uuid({size})", Around(DATA, draw=Random(1).random))
    assert re.fullmatch(f"[0-9A-Z]{{{length}}}", token)


# Orders of ODK's own tests (JavaRosa: FisherYatesExamplesTest, RandomizeTypesTest).
@pytest.mark.parametrize(
    ("letters", "seed", "wanted"),
    [
        ("ABCDEF", "42", "AFCBDE"),
        ("ABCDEF", "-42", "EDAFBC"),
        ("ABCDEF", "1", "BFEACD"),
        ("ABCDEF", "11111111", "ACDBFE"),
        ("0123456789", "33", "3548201697"),
        ("0123456789", "42", "0591846372"),
        ("ABCDEFGH", "1234", "GFEDAHBC"),
        ("ABCDEFGH", "'1234'", "GFEDAHBC"),
        ("ABCDEFGH", "'foo'", "EADBHGCF"),
        ("ABCDEFGH", "'-6.8137120026589315 39.29392995851879'", "HBDFAGCE"),
    ],
)
def test_a_seed_gives_the_order_odk_gives(letters: str, seed: str, wanted: str) -> None:
    lists = {"l": listed({"label": letter} for letter in letters)}
    source = f"join('', randomize(instance('l')/root/item/label, {seed}))"
    assert said(source, Around(DATA, lists)) == wanted


def test_a_fractional_seed_counts_by_its_whole_part_and_a_date_as_text() -> None:
    assert seed_of(42.9) == seed_of("42") == 42
    assert seed_of(math.nan) == 0
    assert seed_of(math.inf) == 2**63
    assert seed_of(True) == 1
    assert seed_of("2026-01-01") != seed_of("2026-01-02")
    assert abs(seed_of("2026-01-01")) > 2**40


def test_without_a_seed_the_interview_draws() -> None:
    draws = iter([0.9, 0.0, 0.4])
    around = Around(DATA, draw=lambda: next(draws))
    assert texts(evaluated("randomize(//w)", around)) == ["4", "10", "2"]


@settings(max_examples=100, deadline=None)
@given(st.lists(st.integers(), max_size=30), st.integers(-(2**63), 2**63 - 1))
def test_a_shuffle_loses_nothing(items: list[int], seed: int) -> None:
    assert sorted(shuffled(items, park_miller(seed))) == sorted(items)


def test_the_generator_draws_from_0_up_to_1() -> None:
    draw = park_miller(1)
    first = draw()
    assert first == 16806 / 2147483646
    assert all(0 <= draw() < 1 for _ in range(1000))
