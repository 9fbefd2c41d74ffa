"""What holds for each node of the instance."""

from lxml import etree

from kiosk.forms.form import Bind, DataType
from kiosk.forms.reading.document import Document
from kiosk.forms.reading.instances import META
from kiosk.forms.reading.names import BIND, CHECK_MESSAGE, JR, KIOSK, XF, attributes, by_language
from kiosk.forms.reading.refusals import UNKEPT_TYPES, refuse_preload
from kiosk.forms.reading.texts import Texts

_TYPES = {
    "string": DataType.STRING,
    "select": DataType.STRING,
    "select1": DataType.STRING,
    "int": DataType.INTEGER,
    "integer": DataType.INTEGER,
    "decimal": DataType.DECIMAL,
    "boolean": DataType.BOOLEAN,
    "date": DataType.DATE,
    "time": DataType.TIME,
    "dateTime": DataType.DATETIME,
    "rank": DataType.RANK,
    **dict.fromkeys(UNKEPT_TYPES, DataType.STRING),
}


def read_binds(document: Document, texts: Texts) -> dict[str, Bind]:
    """Every bind by its template path, those of the form's own bookkeeping left out."""
    binds: dict[str, Bind] = {}
    for element in document.model.findall(f"{XF}bind"):
        path = element.get("nodeset", "")
        if path.split("/")[2:3] == [META]:
            continue
        document.refuse_unknown(element, BIND)
        if path not in document.paths:
            raise document.error(
                element, "die Stelle gibt es nicht in den Daten", "no such node in the data"
            )
        if path in binds:
            raise document.error(
                element, "für die Stelle stehen zwei bind da", "there are two binds for the node"
            )
        _refuse_preloaded(document, element)
        binds[path] = Bind(
            path=path,
            type=_type(document, element),
            relevant=document.condition(element, "relevant", path),
            calculate=document.optional(element, "calculate", path),
            constraint=document.condition(element, "constraint", path),
            constraint_message=texts.message(element, element.get(JR + "constraintMsg")),
            required=document.optional(element, "required", path),
            required_message=texts.message(element, element.get(JR + "requiredMsg")),
            readonly=document.optional(element, "readonly", path),
            design=document.condition(element, KIOSK + "design", path),
            check=document.condition(element, KIOSK + "check", path),
            check_message=by_language(attributes(element), CHECK_MESSAGE),
            exclusive=frozenset((element.get(KIOSK + "exclusive") or "").split()),
            most=document.whole(element, KIOSK + "most"),
        )
    return binds


def name_expression(document: Document) -> etree._Element | None:
    """The bind of `instanceName`, where the form gives each response a name."""
    path = f"/{etree.QName(document.primary).localname}/{META}/instanceName"
    for element in document.model.findall(f"{XF}bind"):
        if element.get("nodeset") == path and element.get("calculate"):
            return element
    return None


def _type(document: Document, element: etree._Element) -> DataType:
    kind = (element.get("type") or "string").rpartition(":")[2]
    if kind not in _TYPES:
        raise document.error(
            element,
            f"der Datentyp {kind} ist unbekannt",
            f"unknown data type {kind}",
            column="type",
        )
    return _TYPES[kind]


def _refuse_preloaded(document: Document, element: etree._Element) -> None:
    preload = element.get(JR + "preload")
    if not preload or preload == "uid":
        return
    what = element.get(JR + "preloadParams") or preload
    raise refuse_preload(document, element, "deviceid" if what == "deviceID" else what)
