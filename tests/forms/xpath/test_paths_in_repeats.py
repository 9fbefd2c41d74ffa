"""Which nodes a path means inside repeats, and that references() names what it reads."""

import pytest
from support.expressions import Around, Branch, evaluated, read, said, texts, tree

from kiosk.forms.xpath.evaluation import CompileError
from kiosk.forms.xpath.node import Node

REPEATS = ("/d/outer", "/d/outer/inner", "/d/other")


def inner(value: str) -> Branch:
    return ("inner", [("x", value), ("y", f"y{value}")])


def grown() -> Node:
    return tree(
        (
            "d",
            [
                ("i", "2"),
                ("name", "top"),
                ("outer", [("name", "A"), inner("a1"), inner("a2"), ("g", [("z", "ga")])]),
                ("outer", [("name", "B"), inner("b1"), ("g", [("z", "gb")])]),
                ("outer", [("name", "C"), inner("c1"), inner("c2"), inner("c3")]),
                ("other", [("name", "B"), ("q", "")]),
            ],
        )
    )


def place(top: Node, ref: str) -> Node:
    """The node at "/d/outer[2]/name"."""
    node = top
    for step in ref.strip("/").split("/"):
        name, _, position = step.removesuffix("]").partition("[")
        node = [each for each in node.children if each.name == name][int(position or 1) - 1]
    return node


@pytest.mark.parametrize(
    ("at", "source", "wanted", "reads"),
    [
        # absolute paths mean the instance they stand in, the innermost at every level
        ("/d/outer[2]/name", "/d/outer/name", ["B"], {"/d/outer/name"}),
        ("/d/outer[3]/inner[2]/x", "/d/outer/inner/y", ["yc2"], {"/d/outer/inner/y"}),
        ("/d/outer[3]/inner[2]/x", "/d/outer/name", ["C"], {"/d/outer/name"}),
        ("/d/outer[2]/name", "/d/outer/g/z", ["gb"], {"/d/outer/g/z"}),
        ("/d/outer[1]/name", "/d/outer/inner/x", ["a1", "a2"], {"/d/outer/inner/x"}),
        ("/d/other[1]/q", "/d/outer/name", ["A", "B", "C"], {"/d/outer/name"}),
        ("/d/i", "/d/outer/inner/x", ["a1", "a2", "b1", "c1", "c2", "c3"], {"/d/outer/inner/x"}),
        ("/d/outer[2]/name", "/d/name", ["top"], {"/d/name"}),
        # a repeat itself is every instance of it; those inside a shared one are its own
        ("/d/outer[1]/name", "/d/outer/name[1]", ["A"], {"/d/outer/name"}),
        # predicates and axes below the shared instance
        ("/d/outer[3]/name", "/d/outer/inner[2]/x", ["c2"], {"/d/outer/inner/x"}),
        (
            "/d/outer[3]/name",
            "/d/outer/inner[x = 'c1' or x = 'a1']/y",
            ["yc1"],
            {"/d/outer/inner/x", "/d/outer/inner/y"},
        ),
        ("/d/outer[1]/inner[2]/x", "/d/outer/*/z", ["ga"], {"/d/outer/*"}),
        ("/d/outer[2]/name", "/d/outer//x", ["b1"], {"/d/outer/*"}),
        # a predicate on the repeat says which instance is meant
        (
            "/d/outer[2]/name",
            "/d/outer[name = 'C']/inner/x",
            ["c1", "c2", "c3"],
            {"/d/outer/name", "/d/outer/inner/x"},
        ),
        (
            "/d/other[1]/q",
            "/d/outer[name = current()/../name]/inner/x",
            ["b1"],
            {"/d/outer/name", "/d/other/name", "/d/outer/inner/x"},
        ),
        (
            "/d/outer[3]/name",
            "/d/outer[position() = 1]/name",
            ["A"],
            {"/d/outer/name"},
        ),
        # relative paths
        ("/d/outer[2]/name", "../inner/x", ["b1"], {"/d/outer/inner/x"}),
        ("/d/outer[3]/inner[3]/x", "../../name", ["C"], {"/d/outer/name"}),
        ("/d/outer[3]/inner[3]/x", "../../../name", ["top"], {"/d/name"}),
        ("/d/outer[3]/inner[3]/x", "current()/../y", ["yc3"], {"/d/outer/inner/y"}),
        ("/d/outer[3]/inner[3]/x", "current()", ["c3"], {"/d/outer/inner/x"}),
        ("/d/outer[3]/inner[3]/x", ".", ["c3"], {"/d/outer/inner/x"}),
        ("/d/i", "../../../x", [], {"/x"}),
        (
            "/d/outer[3]/inner[2]/x",
            "../../inner[x != current()]/x",
            ["c1", "c3"],
            {"/d/outer/inner/x"},
        ),
        (
            "/d/outer[1]/inner[2]/x",
            "../preceding-sibling::inner/x",
            ["a1"],
            {"/d/outer/*"},
        ),
        (
            "/d/other[1]/q",
            "(/d/outer | /d/other)[name = 'B']/name",
            ["B", "B"],
            {"/d/outer", "/d/other", "/d/outer/name", "/d/other/name"},
        ),
    ],
)
def test_paths_mean_the_right_instance(
    at: str, source: str, wanted: list[str], reads: set[str]
) -> None:
    top = grown()
    node = place(top, at)
    assert texts(evaluated(source, Around(top), node, REPEATS)) == wanted
    assert reads <= read(source, node.template)


def test_counting_instances() -> None:
    top = grown()
    here = place(top, "/d/outer[3]/inner[2]/x")
    assert said("count(/d/outer)", Around(top), here, REPEATS) == "3"
    assert said("count(/d/outer/inner)", Around(top), here, REPEATS) == "3"
    assert said("count(/d/outer/inner)", Around(top), place(top, "/d/i"), REPEATS) == "6"
    assert said("position(..)", Around(top), here, REPEATS) == "2"
    assert said("position(../..)", Around(top), here, REPEATS) == "3"


@pytest.mark.parametrize(
    ("at", "source", "wanted"),
    [
        ("/d/i", "indexed-repeat(/d/outer/name, /d/outer, /d/i)", "B"),
        ("/d/i", "indexed-repeat(/d/outer/name, /d/outer, 4)", ""),
        ("/d/i", "indexed-repeat(/d/outer/name, /d/outer, 0)", ""),
        ("/d/i", "indexed-repeat(/d/outer/name, /d/outer, -1)", ""),
        ("/d/i", "indexed-repeat(/d/outer/name, /d/outer, 1.5)", ""),
        ("/d/i", "indexed-repeat(/d/outer/name, /d/outer, 1 div 0)", ""),
        ("/d/i", "indexed-repeat(/d/outer/name, /d/outer, 'x')", ""),
        ("/d/i", "indexed-repeat(/d/outer/inner/x, /d/outer, 3, /d/outer/inner, 2)", "c2"),
        ("/d/i", "indexed-repeat(/d/outer/inner/x, /d/outer/inner, 2, /d/outer, 3)", "c2"),
        ("/d/i", "indexed-repeat(/d/outer/g/z, /d/outer, 2)", "gb"),
        ("/d/i", "count(indexed-repeat(/d/outer/inner/x, /d/outer, 3))", "3"),
        # the index is asked where the expression stands; the path is not bound to its instance
        ("/d/outer[2]/name", "indexed-repeat(/d/outer/name, /d/outer, position(..) - 1)", "A"),
        ("/d/outer[1]/name", "indexed-repeat(/d/outer/name, /d/outer, position(..) - 1)", ""),
        ("/d/other[1]/q", "indexed-repeat(/d/outer/name, /d/outer, ../../i)", "B"),
        ("/d/outer[3]/name", "indexed-repeat(../inner/x, ../inner, 3)", "c3"),
        ("/d/outer[3]/name", "indexed-repeat(current()/../inner/x, ../inner, 3)", "c3"),
        # a level nobody names is the expression's own
        ("/d/outer[3]/inner[1]/x", "indexed-repeat(/d/outer/inner/x, /d/outer/inner, 2)", "c2"),
        ("/d/outer[3]/inner[1]/x", "indexed-repeat(/d/outer/inner/x, /d/outer, 2)", ""),
    ],
)
def test_indexed_repeat(at: str, source: str, wanted: str) -> None:
    top = grown()
    assert said(source, Around(top), place(top, at), REPEATS) == wanted


def test_an_indexed_answer_counts_only_while_relevant() -> None:
    top = grown()
    node = place(top, "/d/outer[2]/name")
    node.relevant = False
    source = "indexed-repeat(/d/outer/name, /d/outer, 2)"
    assert texts(evaluated(source, Around(top), place(top, "/d/i"), REPEATS)) == []


def test_indexed_repeat_reads_path_repeat_and_index() -> None:
    source = "indexed-repeat(/d/outer/name, /d/outer, ../i + position(..))"
    assert read(source, "/d/q") == {"/d/outer/name", "/d/outer", "/d/i", "/d"}
    assert read("indexed-repeat(../x, .., 2)", "/d/outer/y") == {"/d/outer/x", "/d/outer"}


@pytest.mark.parametrize(
    "source",
    [
        "indexed-repeat(/d/name, /d/outer, 1)",
        "indexed-repeat(/d/outer, /d/outer, 1)",
        "indexed-repeat(/d/outer/name[1], /d/outer, 1)",
        "indexed-repeat(//name, /d/outer, 1)",
        "indexed-repeat(/d/outer/name, 'outer', 1)",
        "indexed-repeat('a', /d/outer, 1)",
    ],
)
def test_indexed_repeat_wants_a_repeat_above_a_plain_path(source: str) -> None:
    top = grown()
    with pytest.raises(CompileError):
        evaluated(source, Around(top), place(top, "/d/i"), REPEATS)


@pytest.mark.parametrize(
    ("source", "reads"),
    [
        ("/d/a[b = ../c]/e", {"/d/a/b", "/d/c", "/d/a/e"}),
        ("(/d/a)[b = 1]", {"/d/a", "/d/a/b"}),
        ("instance('l')/root/item[x = /d/a]/y", {"/d/a"}),
        ("instance('l')/root/item[x = current()/../a]", {"/d/g/a"}),
        ("if(/d/a = 1, /d/b, /d/c)", {"/d/a", "/d/b", "/d/c"}),
        ("randomize(/d/a, /d/s)[b = 1]", {"/d/a", "/d/s", "/d/a/b"}),
        ("/d/a/@x", {"/d/a"}),
        ("/d/a/text()", {"/d/a"}),
        ("//a", {"/*"}),
        ("../following::a", {"/*"}),
        ("/d/*/..", {"/*"}),
        ("string-length()", {"/d/g/q"}),
        ("once(random())", {"/d/g/q"}),
        ("pulldata('l', 'a', 'b', /d/a)", {"/d/a"}),
        ("/d/orx:meta/orx:instanceID", {"/d/meta/instanceID"}),
        ("sum(/d/a | ../b)", {"/d/a", "/d/g/b"}),
        ("-/d/a + 1", {"/d/a"}),
    ],
)
def test_references_name_what_is_read(source: str, reads: set[str]) -> None:
    assert read(source, "/d/g/q") == reads
