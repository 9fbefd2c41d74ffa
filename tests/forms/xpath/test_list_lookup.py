"""Filters on lists find by index exactly what comparing item by item finds, only sooner."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.expressions import Around, evaluated, listed, said, tree

from kiosk.forms.xpath.evaluation import Context, Frame, compile_expression
from kiosk.forms.xpath.functions import LIBRARY
from kiosk.forms.xpath.lookup import index_of
from kiosk.forms.xpath.node import Node
from kiosk.forms.xpath.syntax import parse

cells = st.sampled_from(
    ["", "a", "b", "1", "1.0", " 1", "2", "-0", "0", "2020-01-01", "2020-01-01T00:00:00Z", "NaN"]
)
items = st.lists(st.dictionaries(st.sampled_from("cdk"), cells), max_size=12)
data = st.lists(cells, min_size=0, max_size=3)

wanted = st.sampled_from(
    [
        "'a'", "''", "'1'", "1", "0", "-0", "2", "0 div 0", "true()", "false()", "'2020-01-01'",
        "18262", "/data/v", "/data/none", "current()/../v", "current()", "string(/data/v)",
        "number(/data/v)", "concat('', /data/v)", "/data/v | /data/w", "if(/data/w = 1, 'a', 2)",
        "/data/v[. = 1]", "count(/data/v)", "instance('l')/root/item[k = 'a']/c", "d", "../item/d",
        ".", "string()", "name()", "position()", "last()", "string-length()", "coalesce(d, 'a')",
    ]
)  # fmt: skip
others = st.sampled_from(
    [
        "", " and d = 'a'", " and d", " and k != c", " and position() = 1", " and last() > 1",
        " or k = 'a'", " and not(d = /data/v)", " and k = /data/v and d != ''",
    ]
)  # fmt: skip
tails = st.sampled_from(["", "/d", "[1]", "[last()]/c", "[d = 'a']/k", "[position() > 1]", "/.."])


@settings(max_examples=1500, deadline=None)
@given(items, data, wanted, others, tails, st.booleans())
def test_the_index_changes_nothing(
    rows: list[dict[str, str]],
    values: list[str],
    value: str,
    other: str,
    tail: str,
    swapped: bool,
) -> None:
    top = tree(("data", [("here", "a"), *[("v", each) for each in values], ("w", "1"), ("w", "b")]))
    around = Around(top, {"l": listed(rows)})
    here = top.children[0].children[0]
    condition = f"{value} = c" if swapped else f"c = {value}"
    indexed = f"instance('l')/root/item[{condition}{other}]{tail}"
    # The same list by another way round, which no index knows.
    plain = f"instance('l')/root/self::root/item[{condition}{other}]{tail}"
    found, wanted_nodes = (
        compile_expression(parse(source), Frame(here.template, frozenset({"/data/v"})), LIBRARY)(
            Context(here, around, here)
        )
        for source in (indexed, plain)
    )
    assert isinstance(found, list)
    assert isinstance(wanted_nodes, list)
    assert [id(node) for node in found] == [id(node) for node in wanted_nodes]


def test_a_column_twice_in_an_item_finds_it_once() -> None:
    top = listed([{"c": "a"}, {"c": "b"}])
    first = top.children[0].children[0]
    for text in ("a", "b"):
        again = Node("c", first)
        again.text = text
        first.children.append(again)
    around = Around(tree(("data", "")), {"l": top})
    assert said("count(instance('l')/root/item[c = 'a'])", around) == "1"
    assert said("count(instance('l')/root/item[c = 'b'])", around) == "2"


def test_several_values_find_items_in_the_lists_order() -> None:
    rows = [{"c": "ab"[at % 2] if at % 37 == 0 else "c", "at": str(at)} for at in range(1000)]
    around = Around(tree(("data", [("v", "a"), ("v", "b")])), {"l": listed(rows)})
    source = "join(' ', instance('l')/root/item[c = /data/v]/at)"
    wanted = " ".join(str(at) for at in range(0, 1000, 37))
    assert said(source, around, repeats=("/data/v",)) == wanted


def test_lists_with_several_roots_are_compared_one_by_one() -> None:
    top = listed([{"c": "a"}, {"c": "a"}])
    other = listed([{"c": "a"}]).children[0]
    other.parent = top
    top.children.append(other)
    assert index_of(top, ("root", "item"), "c") is None
    around = Around(tree(("data", "")), {"l": top})
    assert said("count(instance('l')/root/item[c = 'a'])", around) == "3"
    assert said("count(instance('l')/root/item[c = 'a'][1])", around) == "2"
    assert said("pulldata('l', 'c', 'c', 'a')", around) == ""


@pytest.fixture(scope="module")
def long_list() -> Around:
    rows = (
        {"name": f"n{at}", "town": str(at % 1000), "label": f"Straße {at}"} for at in range(20_000)
    )
    return Around(tree(("data", [("town", "17")])), {"streets": listed(rows)})


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ("count(instance('streets')/root/item[town = /data/town and name != 'n17'])", "19"),
        ("instance('streets')/root/item[name = 'n19999']/label", "Straße 19999"),
        ("pulldata('streets', 'label', 'name', 'n19998')", "Straße 19998"),
        ("count(instance('streets')/root/item[town = 17])", "20"),
    ],
)
def test_a_long_list_answers_at_once(long_list: Around, source: str, wanted: str) -> None:
    node = long_list.root()
    ask = compile_expression(parse(source), Frame(), LIBRARY)
    context = Context(node, long_list, node)
    ask(context)  # counts the list
    begun = time.process_time()
    for _ in range(20):
        result = ask(context)
    assert (time.process_time() - begun) / 20 < 0.001
    assert said(source, long_list) == wanted
    assert result == evaluated(source, long_list)


def test_every_item_of_a_long_list_comes_in_order(long_list: Around) -> None:
    begun = time.process_time()
    found = evaluated("instance('streets')/root/item/name", long_list)
    assert time.process_time() - begun < 1
    assert isinstance(found, list)
    assert [node.value for node in found] == [f"n{at}" for at in range(20_000)]
