"""Actions: values that are set when something happens (ODK XForms, "Actions")."""

from collections.abc import Iterator

from lxml import etree

from kiosk.forms.form import Event, SetValue
from kiosk.forms.reading.document import Document
from kiosk.forms.reading.names import XF
from kiosk.forms.xpath.syntax import Literal

_EVENTS = {each.value: each for each in Event}


def read_actions(document: Document) -> tuple[SetValue, ...]:
    """Every setvalue of the form, in document order."""
    found: list[SetValue] = []
    for element in document.root.iter(f"{XF}setvalue"):
        found += _actions(document, element)
    return tuple(found)


def _actions(document: Document, element: etree._Element) -> Iterator[SetValue]:
    ref = element.get("ref") or element.get("bind") or ""
    if ref not in document.paths:
        raise document.error(
            element, "die Stelle gibt es nicht in den Daten", "no such node", column="default"
        )
    source = element.get("value")
    literal = (element.text or "").strip()
    expression = (
        document.expression(element, source, ref, "default")
        if source is not None
        else document.compiled(element, Literal(literal), f"'{literal}'", ref, "default")
    )
    holder = element.getparent()
    cause = "" if holder is None else holder.get("ref") or holder.get("nodeset") or ""
    for word in (element.get("event") or "").split():
        event = _EVENTS.get(word)
        if event is None:
            raise document.error(
                element,
                f"das Ereignis {word} kennt dieses Programm nicht; es gibt {', '.join(_EVENTS)}",
                f"this program does not know the event {word}; there are {', '.join(_EVENTS)}",
                column="trigger",
            )
        if event is not Event.FIRST_LOAD and cause not in document.paths:
            raise document.error(
                element,
                f"{word} gehört in eine Frage oder Wiederholung",
                f"{word} belongs inside a question or repeat",
                column="trigger",
            )
        yield SetValue(event, ref, expression, "" if event is Event.FIRST_LOAD else cause)
