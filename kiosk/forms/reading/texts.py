"""Labels, hints and messages of an XForm, in every language, with their media."""

from lxml import etree

from kiosk.forms.form import Output, Text, TextRef
from kiosk.forms.reading.document import Document
from kiosk.forms.reading.names import XF
from kiosk.forms.xpath.syntax import Call, Literal

MEDIA = ("image", "audio")
_GUIDANCE = "guidance"
_UNTRANSLATED = "-"
"""What pyxform writes where a translation is missing."""


class Texts:
    """Reads itext once; gives labels as references to it."""

    def __init__(self, document: Document) -> None:
        self._document = document
        translations = document.model.findall(f"{XF}itext/{XF}translation")
        self.languages = tuple(each.get("lang", "") for each in translations)
        chosen = [each.get("lang", "") for each in translations if each.get("default")]
        self.default = (chosen or list(self.languages) or [""])[0]
        self.itext: dict[str, dict[str, Text]] = {}
        self.media: dict[str, dict[str, dict[str, str]]] = {}
        for translation in translations:
            language = translation.get("lang", "")
            for text in translation.findall(f"{XF}text"):
                self._read(text, language)
        for by_language in self.itext.values():
            self._drop_untranslated(by_language)

    def _read(self, text: etree._Element, language: str) -> None:
        identifier = text.get("id", "")
        template = identifier.partition(":")[0]
        if not template.startswith("/"):
            template = ""
        pieces: Text = ()
        values = text.findall(f"{XF}value")
        plain = {value.get("form") for value in values}
        # A screen has room for the long text where there is no plain one (ODK XForms, "Languages").
        whole = next((form for form in (None, "long", "short") if form in plain), None)
        for value in values:
            form = value.get("form")
            if form == whole:
                pieces = (*self._pieces(value, template), *pieces)
            elif form == _GUIDANCE:
                # More help than the hint; on the kiosk both stand in the same place.
                more = self._pieces(value, template)
                pieces = (*pieces, "\n", *more) if pieces else more
            elif form in MEDIA:
                files = self.media.setdefault(identifier, {}).setdefault(language, {})
                files[form] = (value.text or "").rpartition("/")[2].strip()
            elif form not in ("short", "long"):
                raise self._document.error(
                    value,
                    f"{form} kann dieses Gerät in einem Text nicht zeigen",
                    f"this terminal cannot show {form} in a text",
                    path=template,
                    column=f"media::{form}",
                )
        if pieces:
            self.itext.setdefault(identifier, {})[language] = pieces

    def _drop_untranslated(self, by_language: dict[str, Text]) -> None:
        if by_language.get(self.default) == (_UNTRANSLATED,):
            return
        for language in [each for each, text in by_language.items() if text == (_UNTRANSLATED,)]:
            del by_language[language]

    def _pieces(self, element: etree._Element, template: str) -> Text:
        pieces: list[str | Output] = [element.text or ""]
        for child in element:
            if child.tag != f"{XF}output":
                raise self._document.error(
                    child,
                    "ist in einem Text nicht vorgesehen",
                    "is not known inside a text",
                    path=template,
                    column="label",
                )
            source = child.get("value") or child.get("ref") or ""
            pieces.append(Output(self._document.expression(child, source, template, "label")))
            pieces.append(child.tail or "")
        return tuple(piece for piece in pieces if piece != "")

    def text(self, element: etree._Element | None, template: str) -> TextRef:
        """A label or hint of the body."""
        if element is None:
            return TextRef()
        ref = element.get("ref")
        if ref is None:
            return TextRef(inline=self._pieces(element, template))
        return TextRef(identifier=self.identifier(element, ref))

    def message(self, element: etree._Element, source: str | None) -> TextRef:
        """A constraint's or required question's own sentence."""
        if not source:
            return TextRef()
        if source.strip().startswith("jr:itext("):
            return TextRef(identifier=self.identifier(element, source))
        return TextRef(inline=(source,))

    def identifier(self, element: etree._Element, source: str) -> str:
        """The id in `jr:itext('id')`."""
        match self._document.parse(element, source):
            case Call("jr:itext", (Literal(identifier),)):
                return identifier
        raise self._document.error(
            element, f"der Textverweis {source} ist unbekannt", f"unknown text reference {source}"
        )
