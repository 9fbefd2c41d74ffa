"""Lists beside a form: the specification's example in three notations, and what can be wrong."""

import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.expressions import Around, said, tree

from kiosk.forms.errors import FormError
from kiosk.forms.secondary import element_name, read_secondary
from kiosk.forms.xpath.node import Node

# ODK XForms, "Secondary instances from CSV" and "… from GeoJSON": equivalent for querying.
CSV = """name,label,population,geometry
FR-75C,Paris,2161000,48.8566 2.3522 0 0
JP-13,Tokyo,13960000,35.6895 139.6917 0 0
"""
XML = """<root>
  <item><name>FR-75C</name><label>Paris</label><population>2161000</population>
    <geometry>48.8566 2.3522 0 0</geometry></item>
  <item><name>JP-13</name><label>Tokyo</label><population>13960000</population>
    <geometry>35.6895 139.6917 0 0</geometry></item>
</root>"""
GEOJSON = """{"type": "FeatureCollection", "features": [
  {"type": "Feature", "properties": {"name": "FR-75C", "label": "Paris", "population": 2161000},
   "geometry": {"type": "Point", "coordinates": [2.3522, 48.8566]}},
  {"type": "Feature", "properties": {"name": "JP-13", "label": "Tokyo", "population": 13960000},
   "geometry": {"type": "Point", "coordinates": [139.6917, 35.6895]}}
]}"""


def rows(file: str, text: str | bytes) -> list[dict[str, str]]:
    root = read_secondary("V", file, text if isinstance(text, bytes) else text.encode())
    assert (root.name, root.parent, len(root.children)) == ("", None, 1)
    assert [item.name for item in root.children[0].children] == ["item"] * len(
        root.children[0].children
    )
    return [
        {child.name: child.value for child in item.children} for item in root.children[0].children
    ]


def test_three_notations_say_the_same() -> None:
    wanted = rows("cities.csv", CSV)
    assert wanted[1] == {
        "name": "JP-13",
        "label": "Tokyo",
        "population": "13960000",
        "geometry": "35.6895 139.6917 0 0",
    }
    assert rows("cities.xml", XML) == wanted
    assert rows("CITIES.GeoJSON", GEOJSON) == wanted


@pytest.mark.parametrize("file", ["c.csv", "c.xml", "c.geojson"])
def test_expressions_ask_any_of_them(file: str) -> None:
    text = {"c.csv": CSV, "c.xml": XML, "c.geojson": GEOJSON}[file]
    lists = {"c": read_secondary("V", file, text.encode())}
    source = "instance('c')/root/item[population > 10000000]/label"
    assert said(source, Around(tree(("data", "")), lists)) == "Tokyo"
    assert said("pulldata('c', 'label', 'name', 'FR-75C')", Around(tree(("d", "")), lists)) == (
        "Paris"
    )


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (b"\xef\xbb\xbfname,label\r\na,\xc3\x84\r\n", [{"name": "a", "label": "Ä"}]),
        ('name,label\n"a,b","say ""ja""\n2"\n', [{"name": "a,b", "label": 'say "ja"\n2'}]),
        ("name;label\na,b;c\n", [{"name": "a,b", "label": "c"}]),
        ("name\tlabel\na;b\tc\n", [{"name": "a;b", "label": "c"}]),
        ("name,a;b\n1,2\n", [{"name": "1", "a_b": "2"}]),
        ("name,label\n\na,\n,,\n", [{"name": "a", "label": ""}]),
        ("name,,\na,,\n", [{"name": "a"}]),
        ("name,label,\na,b\n", [{"name": "a", "label": "b"}]),
        ("name", []),
        (" Ort (kurz) ,2. Wahl\na,b", [{"Ort_kurz": "a", "_2._Wahl": "b"}]),
        ("name\n x \n", [{"name": " x "}]),
    ],
)
def test_csv(text: str | bytes, wanted: list[dict[str, str]]) -> None:
    assert rows("c.csv", text) == wanted


@given(
    st.lists(
        st.tuples(
            st.text(st.characters(exclude_characters="\0", codec="utf-8"), min_size=1),
            st.text(st.characters(exclude_characters="\0", codec="utf-8")),
        )
    )
)
def test_whatever_a_cell_holds_comes_back(cells: list[tuple[str, str]]) -> None:
    quoted = [",".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in cells]
    found = rows("c.csv", "\r\n".join(["a,b", *quoted]))
    assert [(row["a"], row["b"]) for row in found] == cells


@given(st.text())
def test_an_element_name_is_one(title: str) -> None:
    name = element_name(title)
    assert name == element_name(name)
    assert not name or name[0].isalpha() or name[0] == "_"


def feature(**parts: object) -> str:
    made = {"type": "Feature", "properties": {}, "geometry": None} | parts
    return json.dumps({"type": "FeatureCollection", "features": [made]})


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (feature(), {}),
        (feature(id="x", properties={"id": "y"}), {"id": "x"}),
        (feature(id=7, properties={"title": "T"}), {"title": "T", "id": "7"}),
        (feature(properties={"x": None, "y": True, "z": False}), {"y": "true", "z": "false"}),
        (feature(properties={"r": 2.5, "n": -3}), {"r": "2.5", "n": "-3"}),
        ('{"features":[{"type":"Feature","properties":{"e":1e3}}],"type":"FeatureCollection"}',
         {"e": "1000"}),
        (feature(properties=None), {}),
        (
            feature(geometry={"type": "LineString", "coordinates": [[1, 2], [3, 4, 100]]}),
            {"geometry": "2 1 0 0; 4 3 0 0"},
        ),
        (
            feature(
                geometry={"type": "Polygon", "coordinates": [[[0, 0], [0, 1], [0, 0]], [[9, 9]]]}
            ),
            {"geometry": "0 0 0 0; 1 0 0 0; 0 0 0 0"},
        ),
        (feature(geometry={"type": "Polygon", "coordinates": []}), {"geometry": ""}),
    ],
)  # fmt: skip
def test_geojson(text: str, wanted: dict[str, str]) -> None:
    assert rows("c.geojson", text) == [wanted]


def test_xml_keeps_attributes_and_deeper_elements() -> None:
    root = read_secondary(
        "V", "l.xml", b'<r xmlns="u"><!-- x --><item id="1"><a> t </a><b><c>u</c></b></item></r>'
    )
    item = root.children[0].children[0]
    assert root.children[0].name == "r"
    assert dict(item.attributes) == {"id": "1"}
    assert [node.value for node in item.children] == ["t", "u"]


@pytest.mark.parametrize(
    ("file", "text", "place", "said_de"),
    [
        ("l.txt", b"", "l.txt", "Dateiart"),
        ("l.csv", b"", "l.csv, Zeile 1", "Kopfzeile"),
        ("l.csv", b" , \na,b", "l.csv, Zeile 1", "Kopfzeile"),
        ("l.csv", b"a,a\n", "l.csv, Zeile 1", "zweimal"),
        ("l.csv", b"a b,a_b\n", "l.csv, Zeile 1", "zweimal"),
        ("l.csv", b"a,b\n1,2\n1\n", "l.csv, Zeile 3", "1 Felder, die Kopfzeile 2"),
        ("l.csv", b"a,b\n1,2,3\n", "l.csv, Zeile 2", "3 Felder, die Kopfzeile 2"),
        ("l.csv", b"a,,b\n1,2,3\n", "l.csv, Zeile 2", "Spalte ohne Namen"),
        ("l.csv", b'a\n"x"y\n', "l.csv, Zeile 2", "CSV"),
        ("l.csv", b'a\n"x', "l.csv, Zeile 2", "CSV"),
        ("l.csv", b"a\nb\n\xe4\n", "l.csv, Zeile 3", "UTF-8"),
        ("l.xml", b"<root>\n<item>\n</root>", "l.xml, Zeile 3", "kein lesbares XML"),
        ("l.xml", b"", "l.xml, Zeile 1", "kein lesbares XML"),
        ("l.xml", b'<!DOCTYPE r [<!ENTITY e "x">]><r>&e;</r>', "l.xml", "DOCTYPE"),
        ("l.geojson", b"{\n,", "l.geojson, Zeile 2", "kein lesbares JSON"),
        ("l.geojson", b"[" * 100_000, "l.geojson, Zeile 1", "kein lesbares JSON"),
        ("l.geojson", b"[]", "l.geojson", "FeatureCollection"),
        ("l.geojson", b'{"type":"FeatureCollection"}', "l.geojson", "FeatureCollection"),
        ("l.geojson", b'{"features":[],"type":"x"}', "l.geojson", "FeatureCollection"),
        ("l.geojson", feature(type="x").encode(), "l.geojson, Objekt 1", "Feature"),
        ("l.geojson", feature(properties={"a": []}).encode(), "l.geojson, Objekt 1", "„a“"),
        ("l.geojson", feature(properties={"a b": 1, "a_b": 2}).encode(), "l.geojson, Objekt 1",
         "zweimal"),
        ("l.geojson", feature(properties={" ": 1}).encode(), "l.geojson, Objekt 1", "leer"),
        ("l.geojson", feature(id=[1]).encode(), "l.geojson, Objekt 1", "„id“"),
        ("l.geojson", feature(geometry={"type": "MultiPoint", "coordinates": []}).encode(),
         "l.geojson, Objekt 1", "Polygon"),
        ("l.geojson", feature(geometry={"type": "Point", "coordinates": [1]}).encode(),
         "l.geojson, Objekt 1", "Grad"),
        ("l.geojson", feature(geometry={"type": "Point", "coordinates": [1, 91]}).encode(),
         "l.geojson, Objekt 1", "Grad"),
        ("l.geojson", feature(geometry={"type": "Point", "coordinates": ["1", "2"]}).encode(),
         "l.geojson, Objekt 1", "Grad"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_with_its_place(
    file: str, text: bytes, place: str, said_de: str
) -> None:
    with pytest.raises(FormError) as caught:
        read_secondary("V", file, text)
    assert caught.value.place == place
    assert said_de in caught.value.de
    assert file in caught.value.en
    assert caught.value.de.startswith("Fragebogen „V“, ")


def test_twenty_thousand_rows_are_read_quickly() -> None:
    lines = "".join(f"n{at},Straße {at},{at % 100},91541\n" for at in range(20_000))
    begun = time.process_time()
    root: Node = read_secondary("V", "l.csv", ("name,label,town,code\n" + lines).encode())
    assert time.process_time() - begun < 3
    assert len(root.children[0].children) == 20_000
