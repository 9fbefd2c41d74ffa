"""The namespaces of an XForm, and the attributes the engine knows."""

from collections.abc import Mapping

from lxml import etree

XF = "{http://www.w3.org/2002/xforms}"
H = "{http://www.w3.org/1999/xhtml}"
JR = "{http://openrosa.org/javarosa}"
ORX = "{http://openrosa.org/xforms}"
ODK = "{http://www.opendatakit.org/xforms}"
KIOSK = "{https://bedarfskiosk.eu/xforms}"

BIND = frozenset(
    {
        "nodeset",
        "type",
        "relevant",
        "calculate",
        "constraint",
        "required",
        "readonly",
        JR + "constraintMsg",
        JR + "requiredMsg",
        JR + "preload",
        JR + "preloadParams",
        JR + "noAppErrorString",
        ODK + "length",
        "saveIncomplete",
        KIOSK + "exclusive",
        KIOSK + "most",
        KIOSK + "design",
        KIOSK + "key",
        KIOSK + "check",
    }
)

BODY = frozenset(
    {
        "ref",
        "nodeset",
        "appearance",
        "rows",
        "start",
        "end",
        "step",
        ODK + "tick-interval",
        ODK + "placeholder",
        "autoplay",
        "intent",
        JR + "count",
        JR + "noAddRemove",
        KIOSK + "layout",
        KIOSK + "blocks",
        KIOSK + "last",
        KIOSK + "fixed",
        KIOSK + "length",
        KIOSK + "mask",
        KIOSK + "lowest",
        KIOSK + "highest",
        KIOSK + "key",
        KIOSK + "most",
    }
)

ALTERNATIVE = KIOSK + "alternative"
"""What the label's image shows; with "-pl" and the like for other languages."""
CHECK_MESSAGE = KIOSK + "check-message"
"""What is said once where `check` does not hold; with "-pl" and the like for other languages."""
PER_LANGUAGE = (ALTERNATIVE, CHECK_MESSAGE)

WHY_NOT = {
    "query": (
        ": statt select_one_external gibt es select_one_from_file mit einer Datei in media/",
        ": instead of select_one_external there is select_one_from_file with a file in media/",
    ),
    "saveto": (
        ": eine anonyme Umfrage verknüpft keine Antworten miteinander (entities)",
        ": an anonymous survey links no answers to each other (entities)",
    ),
}
"""What to say about some unknown attributes besides their name, in German and English."""

COLUMNS = {
    "calculate": "calculation",
    JR + "constraintMsg": "constraint_message",
    JR + "requiredMsg": "required_message",
    JR + "count": "repeat_count",
    "nodeset": "choice_filter",
    "readonly": "read_only",
}
"""XForms attribute → the XLSForm column its value is written in, where the two differ."""


def attributes(element: etree._Element) -> dict[str, str]:
    """An element's attributes as text."""
    return {str(name): str(value) for name, value in element.attrib.items()}


def by_language(attributes: Mapping[str, str], name: str) -> dict[str, str]:
    """The texts of one of PER_LANGUAGE by language tag, "" for the default language's."""
    return {
        attribute.removeprefix(name).removeprefix("-").lower(): text
        for attribute, text in attributes.items()
        if attribute == name or attribute.startswith(f"{name}-")
    }


def column(attribute: str) -> str:
    """The XLSForm column of a bind's or control's attribute."""
    if attribute.startswith(KIOSK):
        name = attribute.removeprefix(KIOSK)
        bind = attribute in BIND or attribute.startswith(CHECK_MESSAGE)
        return f"{'bind' if bind else 'body'}::kiosk:{name}"
    return COLUMNS.get(attribute, attribute)
