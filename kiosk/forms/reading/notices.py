"""What a form asks for beside its questions and is otherwise here: told, never passed over."""

from collections.abc import Iterator

from lxml import etree

from kiosk.forms.form import Notice, quotes
from kiosk.forms.reading.document import Document
from kiosk.forms.reading.instances import META
from kiosk.forms.reading.names import JR, ODK, ORX, XF
from kiosk.forms.reading.texts import Texts

_OWN = frozenset({"id", "version", JR + "template", ORX + "version"})
"""What the primary instance's elements say that the engine reads (ODK XForms, "Instance")."""

_BIND = {
    "saveIncomplete": (
        "bind::saveIncomplete",
        "saveIncomplete ist hier überflüssig: jede Antwort wird sofort gespeichert.",
        "saveIncomplete is needless here: every answer is stored at once.",
    ),
    JR + "noAppErrorString": (
        "no_app_error_string",
        "no_app_error_string wird nicht gebraucht: hier wird kein anderes Programm aufgerufen.",
        "no_app_error_string is not needed: no other program is called here.",
    ),
}


def document_notices(document: Document) -> Iterator[Notice]:
    """The notices about the form as a whole, its binds, its data and its texts."""
    yield from _own_server(document)
    for bind in document.model.findall(f"{XF}bind"):
        for attribute, (column, de, en) in _BIND.items():
            if attribute in bind.attrib:
                yield Notice(bind.get("nodeset", ""), column, de, en)
    if etree.QName(document.primary).namespace != XF[1:-1]:
        yield Notice(
            "",
            "instance_xmlns",
            "Der Namensraum der Daten (instance_xmlns) wird nicht mitgeschickt.",
            "The namespace of the data (instance_xmlns) is not sent along.",
        )
    if not any(etree.QName(each).localname == META for each in document.primary):
        yield Notice(
            "",
            "omit_instanceID",
            "Auch ohne instanceID im Formular bekommt jede Antwort eine zufällige Nummer.",
            "Even without an instanceID in the form every response gets a random number.",
        )
    yield from _attributes(document.primary, "")
    yield from _guidance(document)


def _own_server(document: Document) -> Iterator[Notice]:
    if document.model.find(f"{XF}submission") is not None:
        yield Notice(
            "",
            "submission_url",
            "Server und Verschlüsselung des Formulars gelten hier nicht: Antworten werden für das "
            "Projektteam versiegelt.",
            "The form's own server and encryption do not apply here: responses are sealed for the "
            "project team.",
        )
    if document.body.get("class"):
        yield Notice(
            "",
            "style",
            "Die Seitenaufteilung (style) gilt hier nicht: jede Frage hat einen Bildschirm.",
            "The page style does not apply here: every question has a screen of its own.",
        )


def _attributes(element: etree._Element, above: str) -> Iterator[Notice]:
    path = f"{above}/{etree.QName(element).localname}"
    for attribute in map(str, element.attrib):
        name = etree.QName(attribute).localname
        if attribute.startswith(ODK) and name in ("prefix", "delimiter", "tag"):
            yield Notice(
                path if above else "",
                "compact_tag" if name == "tag" else name,
                f"{name}: Antworten werden nicht als SMS verschickt.",
                f"{name}: answers are not sent as text messages.",
            )
        elif attribute not in _OWN:
            yield Notice(
                path if above else "",
                f"instance::{name}" if above else f"attribute::{name}",
                f"{name}: Zusätze an den Daten des Fragebogens werden nicht mitgeschickt.",
                f"{name}: additions to the form's data are not sent along.",
            )
    for child in element:
        yield from _attributes(child, path)


def recording_notices(texts: Texts) -> Iterator[Notice]:
    """Recordings of labels that quote an answer: those are spoken by the voice."""
    for identifier, files in texts.media.items():
        path = identifier.partition(":")[0]
        by_language = texts.itext.get(identifier, {})
        if any("audio" in files.get(each, {}) and quotes(text)
               for each, text in by_language.items()):  # fmt: skip
            yield Notice(
                path if path.startswith("/") else "",
                "media::audio",
                "media::audio: der Text nennt eine Antwort (${…}), die keine Aufnahme kennen kann. "
                "Ihn liest deshalb die Stimme des Geräts vor.",
                "media::audio: the text quotes an answer (${…}) that no recording can know. So the "
                "terminal's voice reads it.",
            )


def _guidance(document: Document) -> Iterator[Notice]:
    told: set[str] = set()
    for value in document.model.iterfind(f"{XF}itext/{XF}translation/{XF}text/{XF}value"):
        text = value.getparent()
        path = (text.get("id", "") if text is not None else "").partition(":")[0]
        if value.get("form") == "guidance" and path not in told:
            told.add(path)
            yield Notice(
                path if path.startswith("/") else "",
                "guidance_hint",
                "guidance_hint: hier gibt es keine Interviewer; der Text steht für alle beim "
                "Hinweis.",
                "guidance_hint: there are no interviewers here; everybody sees the text with the "
                "hint.",
            )
