"""What a form may ask elsewhere and this terminal refuses, with the reason."""

from lxml import etree

from kiosk.forms.errors import FormError
from kiosk.forms.reading.document import Document
from kiosk.forms.reading.names import XF

_IDENTIFYING = {
    "start": ("Uhrzeit des Beginns", "the time of the start"),
    "end": ("Uhrzeit des Endes", "the time of the end"),
    "today": ("Datum", "the date"),
    "deviceid": ("Nummer des Geräts", "the device's number"),
    "username": ("Namen", "the name"),
    "phonenumber": ("Telefonnummer", "the telephone number"),
    "email": ("E-Mail-Adresse", "the e-mail address"),
    "simserial": ("Nummer der SIM-Karte", "the SIM card's number"),
    "subscriberid": ("Nummer der SIM-Karte", "the SIM card's number"),
}
"""What preloads ask for; each could be matched to a person (privacy.md, D.4)."""

_EQUIPMENT = {
    "upload": ("Fotos, Ton, Filme und Dateien", "photographs, sound, films and files"),
    "geopoint": ("den Standort", "the place"),
    "geotrace": ("einen Weg", "a path"),
    "geoshape": ("eine Fläche", "an area"),
    "barcode": ("Strichcodes", "barcodes"),
    "binary": ("Fotos, Ton, Filme und Dateien", "photographs, sound, films and files"),
}

UNKEPT_TYPES = frozenset({"geopoint", "geotrace", "geoshape", "barcode", "binary", "intent"})
"""Bind types that no question here can fill; harmless where no question asks for them."""

_COLLECTING = frozenset({"setgeopoint", "recordaudio"})


def refuse_preload(document: Document, element: etree._Element, what: str) -> FormError:
    """The error for a question that is answered by the device itself."""
    de, en = _IDENTIFYING.get(what, (f"„{what}“", f'"{what}"'))
    return document.error(
        element,
        f"fragt das Gerät nach {de} (Metadaten). Eine anonyme Umfrage erhebt das nicht, weil es "
        "sich einer Person zuordnen ließe. Bitte die Zeile streichen, oder mit --allow bauen: "
        "dann entfällt sie",
        f"asks the device for {en} (metadata). An anonymous survey does not collect it, because "
        "it could be matched to a person. Delete the row, or build with --allow to skip it",
        column="type",
    )


def refuse_equipment(document: Document, element: etree._Element, kind: str) -> FormError:
    """The error for a question that needs a camera, a microphone or a receiver."""
    de, en = _EQUIPMENT[kind]
    return document.error(
        element,
        f"nimmt {de} auf. Das Gerät hat dafür nichts, und eine anonyme Umfrage erhebt es nicht. "
        "Bitte die Zeile streichen, oder mit --allow bauen: dann entfällt sie",
        f"records {en}. The terminal has nothing for it, and an anonymous survey does not collect "
        "it. Delete the row, or build with --allow to skip it",
        column="type",
    )


def refuse_collecting(document: Document) -> None:
    """FormError for actions that listen or locate in the background, and for entities."""
    for element in document.root.iter(*(f"{{*}}{each}" for each in (*_COLLECTING, "entity"))):
        tag = etree.QName(element).localname
        if tag in _COLLECTING:
            raise refuse_equipment(
                document, element, "geopoint" if tag == "setgeopoint" else "upload"
            )
        if (
            tag == "entity"
            and element.tag != f"{XF}entity"
            and document.primary in list(element.iterancestors())
        ):
            raise document.error(
                document.model,
                "das Formular führt Personen oder Dinge als „entities“ fort; eine anonyme Umfrage "
                "verknüpft keine Antworten miteinander",
                'the form keeps people or things as "entities"; an anonymous survey links no '
                "answers to each other",
                column="save_to",
            )


_IN_MODEL = frozenset({"instance", "bind", "itext", "submission", "setvalue"})
_IN_CONTROL = frozenset({"label", "hint", "item", "itemset", "setvalue"})
_CONTROLS = ("input", "select1", "select", "rank", "range", "trigger")


def refuse_foreign(document: Document) -> None:
    """FormError for parts of the model or of a control that nobody here would read."""
    inside = [(document.model, _IN_MODEL)]
    inside += [
        (each, _IN_CONTROL) for each in document.body.iter(*(f"{{*}}{c}" for c in _CONTROLS))
    ]
    for element, known in inside:
        for child in element:
            name = etree.QName(child).localname
            if name not in known:
                raise document.error(
                    element,
                    f"das Element {name} kennt dieses Programm hier nicht",
                    f"this program does not know the element {name} here",
                )


def is_equipment(kind: str) -> bool:
    """Whether a control or bind type needs what a kiosk lacks."""
    return kind in _EQUIPMENT
