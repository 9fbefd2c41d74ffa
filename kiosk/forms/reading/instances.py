"""The primary instance as a template, and the secondary ones as lists."""

from collections.abc import Iterator, Mapping

from lxml import etree

from kiosk.forms.form import Item, Text, TextRef
from kiosk.forms.reading.document import Document
from kiosk.forms.reading.names import JR, XF
from kiosk.forms.secondary import read_secondary
from kiosk.forms.xpath.node import Node

META = "meta"
"""Bookkeeping that other servers want; an anonymous survey keeps ids of its own outside."""

_FILES = ("jr://file/", "jr://file-csv/")


def template(element: etree._Element, parent: Node | None = None, above: str = "") -> Node:
    """The primary instance without repeat templates' doubles: one node for each path."""
    name = etree.QName(element).localname
    node = Node(name, parent, f"{above}/{name}")
    node.text = (element.text or "").strip() if len(element) == 0 else ""
    known: set[str] = set()
    for child in element:
        child_name = etree.QName(child).localname
        if (parent is None and child_name == META) or child_name in known:
            continue
        known.add(child_name)
        node.children.append(template(child, node, node.template))
    return node


def initial_instances(primary: etree._Element, path: str) -> int:
    """How many instances of a repeat the form starts with: those that are no `jr:template`."""
    steps = path.split("/")[2:]
    nodes = [primary]
    for place, step in enumerate(steps, 1):
        nodes = [child for node in nodes for child in node if etree.QName(child).localname == step]
        if place < len(steps):
            # The template of an outer repeat holds only the templates of what is inside.
            nodes = ([each for each in nodes if not _is_template(each)] or nodes)[:1]
    return sum(1 for node in nodes if not _is_template(node)) or int(not nodes)


def _is_template(element: etree._Element) -> bool:
    return element.get(JR + "template") is not None


def refuse_own_values(document: Document) -> None:
    """FormError for a repeat whose instances start with other values than its template."""
    for path in sorted(document.repeats):
        nodes = [document.primary]
        for step in path.split("/")[2:]:
            nodes = [each for node in nodes for each in node if etree.QName(each).localname == step]
        if len({_texts(each) for each in nodes}) > 1:
            raise document.error(
                nodes[1],
                "die Einträge einer Wiederholung beginnen alle gleich; hier haben sie verschiedene "
                "Anfangswerte",
                "the entries of a repeat all start alike; here they have different values",
                path=path,
                column="default",
            )


def _texts(element: etree._Element) -> tuple[tuple[str, str], ...]:
    """Names and texts of an element's leaves, each once: entries may differ in their number."""
    leaves = {
        (etree.QName(each).localname, (each.text or "").strip())
        for each in element.iter()
        if len(each) == 0
    }
    return tuple(sorted(leaves))


def secondary_instances(document: Document, files: Mapping[str, bytes]) -> dict[str, Node]:
    """Every list of the form by its name; `files` are the study's media by file name."""
    found: dict[str, Node] = {}
    for element in document.model.findall(f"{XF}instance"):
        name, source = element.get("id"), element.get("src")
        if not name:
            continue
        found[name] = (
            _plain_root(element) if source is None else _external(document, element, files)
        )
    return found


def _external(document: Document, element: etree._Element, files: Mapping[str, bytes]) -> Node:
    source = element.get("src", "")
    file = source.rpartition("/")[2]
    if not source.startswith(_FILES):
        raise document.error(
            element,
            f"die Quelle {source} gibt es auf einem Gerät ohne frühere Antworten und ohne Netz "
            "nicht; möglich sind Dateien (.csv, .xml, .geojson) in media/",
            f"the source {source} does not exist on a terminal without earlier answers and "
            "network; possible are files (.csv, .xml, .geojson) in media/",
        )
    if file not in files:
        raise document.error(
            element,
            f"die Datei {file} fehlt in media/",
            f"the file {file} is missing from media/",
        )
    return read_secondary(document.name, file, files[file])


def _plain_root(instance: etree._Element) -> Node:
    root = Node("", None)
    for child in instance:
        root.children.append(_plain(child, root))
    return root


def _plain(element: etree._Element, parent: Node) -> Node:
    # Not through QName, which costs most of the time of a list of thousands.
    node = Node(str(element.tag).rpartition("}")[2], parent)
    children = list(element)
    if not children:
        node.text = (element.text or "").strip()
    if element.attrib:
        node.attributes = {str(name): str(value) for name, value in element.attrib.items()}
    node.children = [_plain(child, node) for child in children]
    return node


def items(root: Node, value_ref: str, label_ref: str) -> Iterator[tuple[Node, Item]]:
    """The items of a list with the nodes they stand for.

    `label_ref` is "jr:itext(itextId)" or the name of the child that holds the label.
    """
    for node in root.descendants():
        if node.name != "item":
            continue
        columns = {child.name: child.text for child in node.children}
        value = columns.pop(value_ref, "")
        identifier = columns.pop("itextId", "") if label_ref.startswith("jr:itext") else ""
        label = columns.pop(label_ref, "")
        inline: Text = (label,) if label else ()
        yield node, Item(value, TextRef(identifier=identifier, inline=inline), columns)
