"""An XForm document being read: its parts, its expressions, and errors that name the place."""

from collections.abc import Iterator, Mapping

from lxml import etree

from kiosk.forms.errors import FormError
from kiosk.forms.form import Expression
from kiosk.forms.reading.names import PER_LANGUAGE, WHY_NOT, XF, H, column
from kiosk.forms.xpath.evaluation import CompileError, Frame, compile_expression
from kiosk.forms.xpath.functions import LIBRARY
from kiosk.forms.xpath.node import Node
from kiosk.forms.xpath.references import references
from kiosk.forms.xpath.syntax import Expr, XPathSyntaxError, parse


def parsed(xml: bytes, name: str) -> etree._Element:
    """The root of an XForm. Raises FormError for broken XML and for a DOCTYPE."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(xml, parser)
    except etree.XMLSyntaxError as error:
        raise FormError(
            name,
            "XML",
            f"Die Datei ist kein lesbares XML ({error}). Bitte den Fragebogen neu bauen.",
            f"the file is not readable XML ({error}). Build the questionnaire again.",
        ) from error
    if root.getroottree().docinfo.doctype:
        raise FormError(
            name,
            "XML",
            "Die Datei enthält eine DOCTYPE-Angabe; ein Fragebogen braucht keine.",
            "the file has a DOCTYPE; a questionnaire needs none.",
        )
    return root


class Document:
    """The parts of an XForm; every expression of it is compiled through this."""

    def __init__(self, root: etree._Element, name: str) -> None:
        self.root = root
        self.name = name
        model = root.find(f"{H}head/{XF}model")
        body = root.find(f"{H}body")
        if model is None or body is None:
            raise self.error(root, "ist kein XForm", "is not an XForm")
        self.model = model
        self.body = body
        primary = next(
            (each for each in model.findall(f"{XF}instance") if not each.get("id")), None
        )
        if primary is None or len(primary) != 1:
            raise self.error(model, "hat keine Hauptinstanz", "has no primary instance")
        self.primary = primary[0]
        self.paths = frozenset(_paths(self.primary, ""))
        self.repeats = frozenset(
            each.get("nodeset", "") for each in body.iter(f"{XF}repeat") if each.get("nodeset")
        )
        self.instances: Mapping[str, Node] = {}

    def error(
        self, element: etree._Element, de: str, en: str, *, path: str = "", column: str = ""
    ) -> FormError:
        """An error at an element: names its node and, in the XML, its line."""
        tag = etree.QName(element).localname
        where = element.get("nodeset") or element.get("ref") or element.get("id") or tag
        if not path and where.startswith("/"):
            path = where
        return FormError(
            self.name,
            f"{where} (Zeile {element.sourceline})",
            de.rstrip(".") + ".",
            en,
            path=path,
            column=column,
        )

    def refuse_unknown(self, element: etree._Element, known: frozenset[str]) -> None:
        """FormError for the first attribute that is not `known`."""
        for attribute in map(str, element.attrib):
            if attribute not in known and not attribute.startswith(PER_LANGUAGE):
                name = etree.QName(attribute).localname
                de, en = WHY_NOT.get(name, ("", ""))
                raise self.error(
                    element,
                    f"die Angabe {name} kennt dieses Programm nicht{de}",
                    f"this program does not know the attribute {name}{en}",
                    column=column(attribute),
                )

    # -- expressions

    def parse(self, element: etree._Element, source: str, path: str = "", column: str = "") -> Expr:
        """The tree of an expression, or FormError saying where it breaks."""
        try:
            return parse(source)
        except XPathSyntaxError as error:
            raise self.error(
                element,
                f"der Ausdruck „{source.strip()}“ ist nicht lesbar: {error.de}",
                f'cannot read the expression "{source.strip()}": {error.en}',
                path=path,
                column=column,
            ) from error
        except RecursionError as error:
            raise self._too_deep(element, path, column) from error

    def expression(
        self, element: etree._Element, source: str, template: str, column: str = ""
    ) -> Expression:
        """A compiled expression that stands at the node `template`."""
        expr = self.parse(element, source, template, column)
        return self.compiled(element, expr, source, template, column)

    def compiled(
        self,
        element: etree._Element,
        expr: Expr,
        source: str,
        template: str,
        column: str = "",
    ) -> Expression:
        """An expression compiled from its tree; FormError for what it names and is not there."""
        try:
            reads = references(expr, template)
        except RecursionError as error:
            raise self._too_deep(element, template, column) from error
        for path in reads:
            if not path.endswith("*") and path not in self.paths and path != "":
                raise self.error(
                    element,
                    f"der Ausdruck „{source.strip()}“ nennt {path}, das es nicht gibt",
                    f'the expression "{source.strip()}" names {path}, which does not exist',
                    path=template,
                    column=column,
                )
        try:
            evaluate = compile_expression(
                expr, Frame(template, self.repeats, frozenset(self.instances)), LIBRARY
            )
        except CompileError as error:
            raise self.error(
                element,
                f"der Ausdruck „{source.strip()}“ geht hier nicht: {error.de}",
                f'the expression "{source.strip()}" is not possible here: {error.en}',
                path=template,
                column=column,
            ) from error
        return Expression(source.strip(), evaluate, reads)

    def _too_deep(self, element: etree._Element, path: str, column: str) -> FormError:
        return self.error(
            element,
            "ein Ausdruck ist zu tief verschachtelt; bitte teilen Sie ihn auf (calculate)",
            "an expression is nested too deeply; split it up (calculate)",
            path=path,
            column=column,
        )

    def optional(self, element: etree._Element, attribute: str, template: str) -> Expression | None:
        """The expression of an attribute; None where there is none."""
        source = element.get(attribute)
        if source is None or source.strip() == "":
            return None
        return self.expression(element, source, template, column(attribute))

    def condition(
        self, element: etree._Element, attribute: str, template: str
    ) -> Expression | None:
        """A condition; the constant true() is no condition at all."""
        source = (element.get(attribute) or "").strip()
        return None if source == "true()" else self.optional(element, attribute, template)

    def whole(self, element: etree._Element, attribute: str) -> int | None:
        """A whole number in an attribute."""
        text = element.get(attribute)
        if text is None:
            return None
        try:
            return int(text)
        except ValueError as error:
            name = etree.QName(attribute).localname
            raise self.error(
                element,
                f"{name}={text} ist keine ganze Zahl",
                f"{name}={text} is no whole number",
                column=column(attribute),
            ) from error


def _paths(element: etree._Element, above: str) -> Iterator[str]:
    path = f"{above}/{etree.QName(element).localname}"
    yield path
    for child in element:
        yield from _paths(child, path)
