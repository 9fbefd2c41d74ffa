"""A finished interview as an XForm instance, as OpenRosa servers receive it."""

from uuid import UUID

from lxml import etree

from kiosk.forms.instance import Instance
from kiosk.forms.xpath.node import Node
from kiosk.forms.xpath.values import to_string

ORX = "http://openrosa.org/xforms"


def submission(instance: Instance, identifier: UUID) -> bytes:
    """The instance document with its answers (OpenRosa Metadata Schema, "instanceID").

    What is not relevant is left out (ODK XForms, "relevant"). `start`, `end` and other traces of
    the person are never written: no form here collects them. `identifier` becomes the instanceID
    and has to be random.
    """
    form = instance.form
    document = instance.nodes(form.template.template)[0]
    root = etree.Element(document.name, nsmap={"orx": ORX, "jr": "http://openrosa.org/javarosa"})
    root.set("id", form.identifier)
    if form.version:
        root.set("version", form.version)
    _fill(root, document)
    meta = etree.SubElement(root, f"{{{ORX}}}meta")
    etree.SubElement(meta, f"{{{ORX}}}instanceID").text = f"uuid:{identifier}"
    if form.name is not None:
        name = to_string(instance.value(form.name, document))
        etree.SubElement(meta, f"{{{ORX}}}instanceName").text = _writable(name)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def _fill(element: etree._Element, node: Node) -> None:
    for child in node.children:
        if child.relevant:
            below = etree.SubElement(element, child.name)
            if child.children:
                _fill(below, child)
            else:
                below.text = _writable(child.value) or None


def _writable(text: str) -> str:
    """The text without characters XML 1.0 (section 2.2) has no place for."""
    return "".join(
        char
        for char in text
        if char in "\t\n\r"
        or " " <= char <= "\ud7ff"
        or "\ue000" <= char <= "\ufffd"
        or char > "\uffff"
    )
