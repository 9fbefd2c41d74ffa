"""Reading the lists that lie beside a form: external secondary instances.

CSV, XML and GeoJSON become the same kind of tree (ODK XForms, "Secondary instances"), so that
`instance('x')/root/item` means the rows of either.
"""

import csv
import io
import json
import re
from pathlib import PurePath

from lxml import etree

from kiosk.forms.errors import FormError
from kiosk.forms.xpath.node import Node
from kiosk.forms.xpath.values import plain_number, to_string

_DELIMITERS = (",", ";", "\t")
"""Those a CSV file may have, in the specification's order of preference."""


def read_secondary(name: str, file: str, raw: bytes) -> Node:
    """The list in a file: a node above the document element, whose children are `item`s.

    `name` is the form that asks for the list, `file` the list's file name; its ending (.csv, .xml,
    .geojson) says how it is read. Raises FormError naming the file, the row and what is wrong.
    """
    kinds = {".csv": _csv, ".xml": _xml, ".geojson": _geojson}
    read = kinds.get(PurePath(file).suffix.lower())
    if read is None:
        raise FormError(
            name,
            file,
            "Diese Dateiart kann nicht gelesen werden. Möglich sind .csv, .xml und .geojson.",
            "this kind of file cannot be read. Possible are .csv, .xml and .geojson.",
        )
    top = Node("", None)
    try:
        top.children.append(read(raw, top))
    except _Unreadable as error:
        raise FormError(
            name,
            f"{file}, {error.place}" if error.place else file,
            f"{error.de} Bitte die Datei berichtigen.",
            f"{error.en} Please correct the file.",
        ) from error
    return top


class _Unreadable(ValueError):
    """What is wrong in a file and where; without the file's name."""

    def __init__(self, place: str, de: str, en: str) -> None:
        super().__init__(en)
        self.place = place
        self.de = de
        self.en = en


def _child(parent: Node, name: str, text: str = "") -> Node:
    node = Node(name, parent)
    node.text = text
    parent.children.append(node)
    return node


def _text(raw: bytes) -> str:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        row = raw.count(b"\n", 0, error.start) + 1
        raise _Unreadable(
            f"Zeile {row}",
            "Die Datei ist nicht in UTF-8 gespeichert.",
            f"the file is not stored as UTF-8 (line {row}).",
        ) from error


# -- CSV (RFC 4180)


def _csv(raw: bytes, top: Node) -> Node:
    text = _text(raw)
    header = text.partition("\n")[0]
    delimiter = next((each for each in _DELIMITERS if each in header), ",")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    root = Node("root", top)
    try:
        names = _columns(next(reader, []))
        for cells in reader:
            if any(cells):
                _item(root, names, cells, reader.line_num)
    except csv.Error as error:
        raise _Unreadable(
            f"Zeile {reader.line_num}",
            f"Die Zeile ist kein gültiges CSV ({error}).",
            f"the line is not valid CSV ({error}).",
        ) from error
    return root


def _columns(header: list[str]) -> list[str]:
    """The column names; "" for a column without one, which has to be empty."""
    names = [element_name(each) for each in header]
    if not any(names):
        raise _Unreadable(
            "Zeile 1", "Die Kopfzeile mit den Spaltennamen fehlt.", "the header row is missing."
        )
    for place, each in enumerate(names):
        if each and each in names[:place]:
            raise _Unreadable(
                "Zeile 1",
                f"Die Spalte „{each}“ gibt es zweimal.",
                f'there are two columns "{each}".',
            )
    return names


def _item(root: Node, names: list[str], cells: list[str], row: int) -> None:
    missing = len(names) > len(cells) and any(names[len(cells) :])
    if missing or any(cells[len(names) :]):
        raise _Unreadable(
            f"Zeile {row}",
            f"Die Zeile hat {len(cells)} Felder, die Kopfzeile {len(names)}.",
            f"the row has {len(cells)} cells, the header {len(names)}.",
        )
    item = _child(root, "item")
    for name, cell in zip(names, cells, strict=False):
        if name:
            _child(item, name, cell)
        elif cell:
            raise _Unreadable(
                f"Zeile {row}",
                "Ein Feld steht in einer Spalte ohne Namen.",
                "a cell stands in a column without a name.",
            )


_NOT_IN_NAMES = re.compile(r"[^\w.\-]+")


def element_name(title: str) -> str:
    """A column's title as the name expressions use: "Ort (kurz)" is Ort_kurz; "" stays ""."""
    name = _NOT_IN_NAMES.sub("_", title.strip()).strip("_") if title.strip() else ""
    return name if not name or name[0].isalpha() or name[0] == "_" else f"_{name}"


# -- XML


def _xml(raw: bytes, top: Node) -> Node:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(raw, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        row = getattr(error, "lineno", None) or 1
        raise _Unreadable(
            f"Zeile {row}",
            "Die Datei ist kein lesbares XML.",
            f"the file is not readable XML (line {row}).",
        ) from error
    if root.getroottree().docinfo.doctype:
        raise _Unreadable("", "Die Datei enthält eine DOCTYPE-Angabe.", "the file has a DOCTYPE.")
    return _element(root, top)


def _element(element: etree._Element, parent: Node) -> Node:
    node = Node(str(element.tag).rpartition("}")[2], parent)
    if len(element):
        node.children = [_element(child, node) for child in element]
    else:
        node.text = (element.text or "").strip()
    if element.attrib:
        node.attributes = {str(name): str(value) for name, value in element.attrib.items()}
    return node


# -- GeoJSON (RFC 7946)


def _geojson(raw: bytes, top: Node) -> Node:
    try:
        # Numbers stay as they are written: 2161000 is not 2161000.0.
        found = json.loads(_text(raw), parse_float=_digits, parse_int=_digits)
    except (json.JSONDecodeError, RecursionError) as error:
        row = getattr(error, "lineno", 1)
        raise _Unreadable(
            f"Zeile {row}",
            "Die Datei ist kein lesbares JSON.",
            f"the file is not readable JSON (line {row}).",
        ) from error
    features = found.get("features") if isinstance(found, dict) else None
    if not isinstance(features, list) or found.get("type") != "FeatureCollection":
        raise _Unreadable(
            "",
            "Die Datei ist keine GeoJSON-Sammlung (FeatureCollection).",
            "the file is not a GeoJSON FeatureCollection.",
        )
    root = Node("root", top)
    for place, feature in enumerate(features, 1):
        _feature(root, feature, f"Objekt {place}")
    return root


class _Digits(str):
    """A JSON number as it is written; a string there is a plain str."""

    __slots__ = ()


def _digits(text: str) -> "_Digits":
    return _Digits(to_string(float(text)) if "e" in text.lower() else text)


def _feature(root: Node, feature: object, place: str) -> None:
    """One item: `geometry`, then the properties, then an id of the feature's own."""
    if not isinstance(feature, dict) or feature.get("type") != "Feature":
        raise _Unreadable(place, "Das Objekt ist kein „Feature“.", 'the object is no "Feature".')
    fields: dict[str, str] = {}
    geometry = feature.get("geometry")
    if geometry is not None:
        fields["geometry"] = _geometry(geometry, place)
    properties = feature.get("properties")
    for title, value in properties.items() if isinstance(properties, dict) else ():
        name = element_name(title)
        if not name or name in fields:
            raise _Unreadable(
                place,
                f"Die Eigenschaft „{title}“ gibt es zweimal, oder ihr Name ist leer.",
                f'the property "{title}" is there twice or has no name.',
            )
        if value is not None:
            fields[name] = _primitive(value, title, place)
    if feature.get("id") is not None:
        fields["id"] = _primitive(feature["id"], "id", place)
    item = _child(root, "item")
    for name, text in fields.items():
        _child(item, name, text)


def _primitive(value: object, title: str, place: str) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            return str(value)
    raise _Unreadable(
        place,
        f"Die Eigenschaft „{title}“ ist weder Text noch Zahl.",
        f'the property "{title}" is neither text nor a number.',
    )


def _geometry(geometry: object, place: str) -> str:
    """ODK's "lat lon 0 0", a line's points and a polygon's outer ring joined by "; "."""
    match geometry:
        case {"type": "Point", "coordinates": point}:
            return _point(point, place)
        case {"type": "LineString", "coordinates": [*points]}:
            return "; ".join(_point(point, place) for point in points)
        case {"type": "Polygon", "coordinates": [[*points], *_]}:
            return "; ".join(_point(point, place) for point in points)
        case {"type": "Polygon", "coordinates": []}:
            return ""
    raise _Unreadable(
        place,
        "Möglich sind nur Punkte, Linien und Flächen (Point, LineString, Polygon).",
        "only Point, LineString and Polygon are possible.",
    )


def _point(point: object, place: str) -> str:
    match point:
        case [_Digits() as longitude, _Digits() as latitude, *_] if (
            abs(plain_number(longitude)) <= 180 and abs(plain_number(latitude)) <= 90
        ):
            return f"{latitude} {longitude} 0 0"
    raise _Unreadable(
        place,
        "Ein Punkt braucht Länge und Breite in Grad.",
        "a point needs its longitude and latitude in degrees.",
    )
