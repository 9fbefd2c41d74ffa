"""Reading XForm XML into a Form; what the engine does not offer is refused by name."""

from collections.abc import Iterator, Mapping

from lxml import etree

from kiosk.forms.dependencies import dependencies
from kiosk.forms.errors import FormError
from kiosk.forms.form import (
    Bind,
    Control,
    DataType,
    Expression,
    Form,
    Group,
    Item,
    Itemset,
    Output,
    Question,
    Repeat,
    Text,
    TextRef,
)
from kiosk.forms.view import Kind, Layout
from kiosk.forms.xpath.evaluation import CompileError, Frame, compile_expression
from kiosk.forms.xpath.functions import LIBRARY
from kiosk.forms.xpath.node import Node
from kiosk.forms.xpath.references import references
from kiosk.forms.xpath.syntax import Call, Expr, Filter, Literal, Path, XPathSyntaxError, parse

XF = "{http://www.w3.org/2002/xforms}"
H = "{http://www.w3.org/1999/xhtml}"
JR = "{http://openrosa.org/javarosa}"
KIOSK = "{https://bedarfskiosk.eu/xforms}"

# Bookkeeping that other servers want; an anonymous survey keeps ids of its own outside the form.
_UNASKED_SECTIONS = frozenset({"meta"})
_BIND_ATTRIBUTES = frozenset(
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
        KIOSK + "exclusive",
        KIOSK + "most",
        KIOSK + "design",
        KIOSK + "key",
    }
)
_BODY_ATTRIBUTES = frozenset(
    {
        "ref",
        "nodeset",
        "appearance",
        JR + "count",
        JR + "noAddRemove",
        KIOSK + "layout",
        KIOSK + "blocks",
        KIOSK + "last",
        KIOSK + "length",
        KIOSK + "lowest",
        KIOSK + "highest",
        KIOSK + "key",
        KIOSK + "most",
    }
)
_APPEARANCES = frozenset({"", "multiline"})
_TYPES = {"string": DataType.STRING, "int": DataType.INTEGER, "decimal": DataType.DECIMAL}


def read_form(xml: bytes, name: str) -> Form:
    """The form of an XForm document; `name` is what error messages call it.

    Raises FormError naming the element and the line when the XML is broken, when an expression
    does not parse, when answers depend on each other in a circle, or when the form asks for
    something the engine does not offer.
    """
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
    return _Reader(root, name).form()


class _Reader:
    """Holds the document while its parts are read."""

    def __init__(self, root: etree._Element, name: str) -> None:
        self._root = root
        self._name = name
        model = root.find(f"{H}head/{XF}model")
        body = root.find(f"{H}body")
        if model is None or body is None:
            raise self._error(root, "ist kein XForm", "is not an XForm")
        self._model = model
        self._body = body
        self._repeats = frozenset(
            each.get("nodeset", "") for each in body.iter(f"{XF}repeat") if each.get("nodeset")
        )
        self._instances = {
            each.get("id", ""): _secondary(each)
            for each in model.findall(f"{XF}instance")
            if each.get("id")
        }

    def form(self) -> Form:
        primary = next(
            (each for each in self._model.findall(f"{XF}instance") if not each.get("id")), None
        )
        if primary is None or len(primary) != 1:
            raise self._error(self._model, "hat keine Hauptinstanz", "has no primary instance")
        document = primary[0]
        self._paths = frozenset(_paths(document, ""))
        binds = self._binds()
        controls = tuple(self._controls(self._body, binds, ""))
        questions = {each.path: each for each in _questions(controls)}
        repeats = {each.path: each for each in _repeat_controls(controls)}
        filtered = {
            path: each.itemset.nodeset
            for path, each in questions.items()
            if each.itemset and each.itemset.nodeset and each.itemset.nodeset.reads
        }
        found = dependencies(self._name, binds, repeats, questions, filtered, self._paths)
        return Form(
            identifier=document.get("id", ""),
            version=document.get("version", ""),
            title=(self._root.findtext(f"{H}head/{H}title") or "").strip(),
            languages=tuple(each.get("lang", "") for each in self._translations()),
            default_language=self._default_language(),
            template=_template(document, None, ""),
            body=controls,
            binds=binds,
            repeats=repeats,
            questions=questions,
            itext=self._itext(),
            instances=self._instances,
            order=found.order,
            readers=found.readers,
            decided_by=found.decided_by,
            filtered=filtered,
        )

    # -- errors

    def _error(self, element: etree._Element, de: str, en: str) -> FormError:
        tag = etree.QName(element).localname
        where = element.get("nodeset") or element.get("ref") or element.get("id") or tag
        return FormError(
            self._name, f"{where} (Zeile {element.sourceline})", de.rstrip(".") + ".", en
        )

    # -- texts

    def _translations(self) -> list[etree._Element]:
        return self._model.findall(f"{XF}itext/{XF}translation")

    def _default_language(self) -> str:
        translations = self._translations()
        for each in translations:
            if each.get("default"):
                return each.get("lang", "")
        return translations[0].get("lang", "") if translations else ""

    def _itext(self) -> dict[str, dict[str, Text]]:
        texts: dict[str, dict[str, Text]] = {}
        for translation in self._translations():
            language = translation.get("lang", "")
            for text in translation.findall(f"{XF}text"):
                identifier = text.get("id", "")
                for value in text.findall(f"{XF}value"):
                    if value.get("form"):
                        continue  # media: taken from the choice's own columns
                    template = identifier.partition(":")[0]
                    texts.setdefault(identifier, {})[language] = self._pieces(value, template)
        return texts

    def _pieces(self, element: etree._Element, template: str) -> Text:
        pieces: list[str | Output] = [element.text or ""]
        for child in element:
            if child.tag != f"{XF}output":
                raise self._error(
                    child, "ist in einem Text nicht vorgesehen", "is not known inside a text"
                )
            source = child.get("value") or child.get("ref") or ""
            pieces.append(Output(self._expression(child, source, template)))
            pieces.append(child.tail or "")
        return tuple(piece for piece in pieces if piece != "")

    def _text(self, element: etree._Element | None, template: str) -> TextRef:
        if element is None:
            return TextRef()
        ref = element.get("ref")
        if ref is None:
            return TextRef(inline=self._pieces(element, template))
        return TextRef(identifier=self._itext_id(element, ref))

    def _itext_id(self, element: etree._Element, source: str) -> str:
        expr = self._parse(element, source)
        match expr:
            case Call("jr:itext", (Literal(identifier),)):
                return identifier
        raise self._error(
            element, f"der Textverweis {source} ist unbekannt", f"unknown text reference {source}"
        )

    # -- expressions

    def _parse(self, element: etree._Element, source: str) -> Expr:
        try:
            return parse(source)
        except XPathSyntaxError as error:
            raise self._error(
                element,
                f"der Ausdruck „{source.strip()}“ ist nicht lesbar: {error.de}",
                f'cannot read the expression "{source.strip()}": {error.en}',
            ) from error
        except RecursionError as error:
            raise self._too_deep(element) from error

    def _expression(self, element: etree._Element, source: str, template: str) -> Expression:
        return self._compiled(element, self._parse(element, source), source, template)

    def _compiled(
        self, element: etree._Element, expr: Expr, source: str, template: str
    ) -> Expression:
        try:
            reads = references(expr, template)
        except RecursionError as error:
            raise self._too_deep(element) from error
        for path in reads:
            if not path.endswith("*") and path not in self._paths and path != "":
                raise self._error(
                    element,
                    f"der Ausdruck „{source.strip()}“ nennt {path}, das es nicht gibt",
                    f'the expression "{source.strip()}" names {path}, which does not exist',
                )
        try:
            evaluate = compile_expression(
                expr, Frame(template, self._repeats, frozenset(self._instances)), LIBRARY
            )
        except CompileError as error:
            raise self._error(
                element,
                f"der Ausdruck „{source.strip()}“ geht hier nicht: {error.de}",
                f'the expression "{source.strip()}" is not possible here: {error.en}',
            ) from error
        return Expression(source.strip(), evaluate, reads)

    def _too_deep(self, element: etree._Element) -> FormError:
        return self._error(
            element,
            "ein Ausdruck ist zu tief verschachtelt; bitte teilen Sie ihn auf (calculate)",
            "an expression is nested too deeply; split it up (calculate)",
        )

    def _optional(
        self, element: etree._Element, attribute: str, template: str
    ) -> Expression | None:
        source = element.get(attribute)
        if source is None or source.strip() == "":
            return None
        return self._expression(element, source, template)

    def _condition(
        self, element: etree._Element, attribute: str, template: str
    ) -> Expression | None:
        """A condition; the constant true() is no condition at all."""
        source = (element.get(attribute) or "").strip()
        return None if source == "true()" else self._optional(element, attribute, template)

    # -- binds

    def _binds(self) -> dict[str, Bind]:
        binds: dict[str, Bind] = {}
        for element in self._model.findall(f"{XF}bind"):
            path = element.get("nodeset", "")
            if path.split("/")[2:3] and path.split("/")[2] in _UNASKED_SECTIONS:
                continue
            self._refuse_unknown(element, _BIND_ATTRIBUTES)
            if path not in self._paths:
                raise self._error(
                    element, "die Stelle gibt es nicht in den Daten", "no such node in the data"
                )
            if element.get(JR + "preload"):
                raise self._error(
                    element,
                    "vorbelegte Angaben wie Zeit oder Gerät erhebt eine anonyme Umfrage nicht",
                    "an anonymous survey does not collect preloaded times or devices",
                )
            kind = (element.get("type") or "string").rpartition(":")[2]
            if kind not in _TYPES:
                raise self._error(
                    element, f"der Datentyp {kind} ist unbekannt", f"unknown data type {kind}"
                )
            message = element.get(JR + "constraintMsg")
            binds[path] = Bind(
                path=path,
                type=_TYPES[kind],
                relevant=self._condition(element, "relevant", path),
                calculate=self._optional(element, "calculate", path),
                constraint=self._condition(element, "constraint", path),
                constraint_message=self._message(element, message),
                required=self._optional(element, "required", path),
                design=self._condition(element, KIOSK + "design", path),
                exclusive=frozenset((element.get(KIOSK + "exclusive") or "").split()),
                most=self._whole(element, KIOSK + "most"),
            )
        return binds

    def _message(self, element: etree._Element, source: str | None) -> TextRef:
        if not source:
            return TextRef()
        if source.strip().startswith("jr:itext("):
            return TextRef(identifier=self._itext_id(element, source))
        return TextRef(inline=(source,))

    def _refuse_unknown(self, element: etree._Element, known: frozenset[str]) -> None:
        for attribute in element.attrib:
            if attribute not in known:
                name = etree.QName(str(attribute)).localname
                raise self._error(
                    element,
                    f"die Angabe {name} kennt dieses Programm nicht",
                    f"this program does not know the attribute {name}",
                )

    def _whole(self, element: etree._Element, attribute: str) -> int | None:
        text = element.get(attribute)
        if text is None:
            return None
        try:
            return int(text)
        except ValueError as error:
            name = etree.QName(attribute).localname
            raise self._error(
                element, f"{name}={text} ist keine ganze Zahl", f"{name}={text} is no whole number"
            ) from error

    # -- body

    def _controls(
        self, parent: etree._Element, binds: Mapping[str, Bind], within: str
    ) -> Iterator[Control]:
        for element in parent:
            tag = element.tag
            if tag in (f"{XF}label", f"{XF}hint"):
                continue
            self._refuse_unknown(element, _BODY_ATTRIBUTES)
            appearance = (element.get("appearance") or "").strip()
            if appearance not in _APPEARANCES:
                raise self._error(
                    element,
                    f"die Darstellung (appearance) {appearance} ist unbekannt",
                    f"unknown appearance {appearance}",
                )
            if tag == f"{XF}group":
                repeat = element.find(f"{XF}repeat")
                if repeat is not None:
                    yield self._repeat(repeat, binds)
                else:
                    path = element.get("ref") or within
                    yield Group(path, tuple(self._controls(element, binds, path)))
            elif tag == f"{XF}repeat":
                yield self._repeat(element, binds)
            elif tag in (f"{XF}input", f"{XF}select1", f"{XF}select"):
                yield self._question(element, binds)
            else:
                kind = etree.QName(element).localname
                raise self._error(
                    element,
                    f"die Frageart {kind} kann dieses Gerät nicht stellen",
                    f"this terminal cannot ask questions of the kind {kind}",
                )

    def _repeat(self, element: etree._Element, binds: Mapping[str, Bind]) -> Repeat:
        self._refuse_unknown(element, _BODY_ATTRIBUTES)
        path = element.get("nodeset", "")
        count = self._optional(element, JR + "count", path.rpartition("/")[0])
        if count is None:
            raise self._error(
                element,
                "eine Wiederholung ohne Anzahl kann dieses Gerät nicht stellen",
                "this terminal cannot ask a repeat without a count",
            )
        bind = next(
            (e for e in self._model.findall(f"{XF}bind") if e.get("nodeset") == path), element
        )
        holder = bind if bind.get(KIOSK + "key") else element
        most = self._whole(element, KIOSK + "most") or (binds[path].most if path in binds else None)
        return Repeat(
            path=path,
            children=tuple(self._controls(element, binds, path)),
            count=count,
            key=self._optional(holder, KIOSK + "key", path),
            most=most or 1,
        )

    def _question(self, element: etree._Element, binds: Mapping[str, Bind]) -> Question:
        path = element.get("ref", "")
        if path not in self._paths:
            raise self._error(element, "die Stelle gibt es nicht in den Daten", "no such node")
        layout = element.get(KIOSK + "layout") or Layout.LIST.value
        if layout not in set(Layout):
            raise self._error(
                element, f"die Anordnung {layout} ist unbekannt", f"unknown layout {layout}"
            )
        return Question(
            path=path,
            name=path.rpartition("/")[2],
            kind=self._kind(element, path, binds),
            label=self._text(element.find(f"{XF}label"), path),
            hint=self._text(element.find(f"{XF}hint"), path),
            itemset=self._itemset(element, path),
            layout=Layout(layout),
            blocks=self._whole(element, KIOSK + "blocks") or 0,
            last=tuple((element.get(KIOSK + "last") or "").split()),
            length=self._whole(element, KIOSK + "length"),
            lowest=self._whole(element, KIOSK + "lowest"),
            highest=self._whole(element, KIOSK + "highest"),
        )

    def _kind(self, element: etree._Element, path: str, binds: Mapping[str, Bind]) -> Kind:
        if element.tag == f"{XF}select1":
            return Kind.SELECT_ONE
        if element.tag == f"{XF}select":
            return Kind.SELECT_MULTIPLE
        for bind in self._model.findall(f"{XF}bind"):
            if bind.get("nodeset") == path and bind.get("readonly") == "true()":
                return Kind.NOTE
        kind = binds[path].type if path in binds else DataType.STRING
        if kind is DataType.DECIMAL:
            raise self._error(
                element, "Kommazahlen kann dieses Gerät nicht erfragen", "cannot ask for decimals"
            )
        return Kind.INTEGER if kind is DataType.INTEGER else Kind.TEXT

    def _itemset(self, element: etree._Element, path: str) -> Itemset | None:
        itemset = element.find(f"{XF}itemset")
        if itemset is None:
            return self._inline_items(element, path)
        source = itemset.get("nodeset", "")
        expr = self._parse(itemset, source)
        seed: Expression | None = None
        random = False
        if isinstance(expr, Call) and expr.name == "randomize":
            random = True
            if len(expr.args) > 1:
                seed = self._compiled(itemset, expr.args[1], source, path)
            expr = expr.args[0]
        list_name = _list_name(expr)
        if list_name is None or list_name not in self._instances:
            raise self._error(
                itemset,
                f"die Auswahlliste „{source.strip()}“ gibt es nicht",
                f'there is no choice list "{source.strip()}"',
            )
        return Itemset(
            list_name=list_name,
            items=tuple(_items(self._instances[list_name])),
            nodeset=self._compiled(itemset, expr, source, path),
            seed=seed,
            random=random,
        )

    def _inline_items(self, element: etree._Element, path: str) -> Itemset | None:
        items = tuple(
            Item(
                value=(each.findtext(f"{XF}value") or "").strip(),
                label=self._text(each.find(f"{XF}label"), path),
                extras={},
            )
            for each in element.findall(f"{XF}item")
        )
        if not items:
            if element.tag != f"{XF}input":
                raise self._error(element, "hat keine Auswahl", "has no choices")
            return None
        return Itemset(list_name="", items=items, nodeset=None)


def _paths(element: etree._Element, above: str) -> Iterator[str]:
    path = f"{above}/{etree.QName(element).localname}"
    yield path
    for child in element:
        yield from _paths(child, path)


def _template(element: etree._Element, parent: Node | None, above: str) -> Node:
    """The primary instance without repeat templates' doubles: one node for each path."""
    name = etree.QName(element).localname
    node = Node(name, parent, f"{above}/{name}")
    node.text = (element.text or "").strip() if len(element) == 0 else ""
    for child in element:
        child_name = etree.QName(child).localname
        if child_name in _UNASKED_SECTIONS or node.child(child_name) is not None:
            continue
        node.children.append(_template(child, node, node.template))
    return node


def _secondary(instance: etree._Element) -> Node:
    root = Node("", None)
    for child in instance:
        root.children.append(_plain(child, root))
    return root


def _plain(element: etree._Element, parent: Node) -> Node:
    node = Node(etree.QName(element).localname, parent)
    node.text = (element.text or "").strip() if len(element) == 0 else ""
    node.attributes = {str(name): str(value) for name, value in element.attrib.items()}
    node.children = [_plain(child, node) for child in element]
    return node


def _items(root: Node) -> Iterator[Item]:
    for node in root.descendants():
        if node.name != "item":
            continue
        columns = {child.name: child.text for child in node.children}
        value = columns.pop("name", "")
        identifier = columns.pop("itextId", "")
        label = columns.pop("label", "")
        inline: Text = (label,) if label else ()
        yield Item(value, TextRef(identifier=identifier, inline=inline), columns)


def _list_name(expr: Expr) -> str | None:
    match expr:
        case Path(_, Call("instance", (Literal(name),)), _):
            return name
        case Filter(primary, _):
            return _list_name(primary)
    return None


def _questions(controls: tuple[Control, ...]) -> Iterator[Question]:
    for control in controls:
        if isinstance(control, Question):
            yield control
        else:
            yield from _questions(control.children)


def _repeat_controls(controls: tuple[Control, ...]) -> Iterator[Repeat]:
    for control in controls:
        if isinstance(control, Question):
            continue
        if isinstance(control, Repeat):
            yield control
        yield from _repeat_controls(control.children)
