"""The body: questions, groups and repeats."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal, InvalidOperation

from lxml import etree

from kiosk.forms.errors import FormError
from kiosk.forms.form import (
    PROMPT,
    Bind,
    Control,
    DataType,
    Expression,
    Group,
    Item,
    Itemset,
    Notice,
    Question,
    Repeat,
    TextRef,
)
from kiosk.forms.reading.appearances import Appearance, read_appearance
from kiosk.forms.reading.document import Document
from kiosk.forms.reading.instances import initial_instances, items
from kiosk.forms.reading.names import (
    ALTERNATIVE,
    BODY,
    JR,
    KIOSK,
    ODK,
    XF,
    attributes,
    by_language,
    column,
)
from kiosk.forms.reading.refusals import is_equipment, refuse_equipment
from kiosk.forms.reading.texts import Texts
from kiosk.forms.view import Kind, Layout
from kiosk.forms.xpath.node import Node
from kiosk.forms.xpath.syntax import Call, Expr, Filter, Literal, Path

_CONTROLS = {
    f"{XF}input",
    f"{XF}select1",
    f"{XF}select",
    f"{XF}range",
    f"{XF}trigger",
    f"{ODK}rank",
    f"{XF}rank",
}
_SELECTS = {
    f"{XF}select1": Kind.SELECT_ONE,
    f"{XF}select": Kind.SELECT_MULTIPLE,
    f"{ODK}rank": Kind.RANK,
    f"{XF}rank": Kind.RANK,
}
_KINDS = {
    DataType.STRING: Kind.TEXT,
    DataType.INTEGER: Kind.INTEGER,
    DataType.DECIMAL: Kind.DECIMAL,
    DataType.DATE: Kind.DATE,
    DataType.TIME: Kind.TIME,
    DataType.DATETIME: Kind.DATETIME,
}
_UNSHOWN = {f"{XF}label", f"{XF}hint", f"{XF}setvalue"}
_GENERATED = "generated_table_list_label_"
"""pyxform's note that repeats the heading of a table."""

_OTHERWISE = {
    "rows": "rows",
    "autoplay": "autoplay",
    ODK + "tick-interval": "parameters",
    ODK + "placeholder": "parameters",
}
"""Attributes for another way of showing or playing a question, and their XLSForm columns."""
_ARRANGED = (
    "hier steht jede Frage auf einem eigenen Bildschirm, mit großen Antworten untereinander.",
    "here every question has a screen of its own, with large answers below each other.",
)
_SCALE = (
    "der Zahlenbereich hat hier seine eigenen Striche und Zahlen und beginnt leer.",
    "the range has ticks and numbers of its own here and starts empty.",
)
_SAID = {
    "autoplay": (
        "eine Aufnahme läuft hier erst, wenn jemand sie hören will.",
        "here a recording plays when somebody wants to hear it.",
    ),
    "start": (
        "der Anfang liegt über dem Ende; hier steigt der Zahlenbereich an.",
        "the start lies above the end; here the range ascends.",
    ),
    "tick-interval": _SCALE,
    "placeholder": _SCALE,
    "tick_labelset": _SCALE,
}
"""What is otherwise here about a word; about the others, how questions are arranged."""
_FITTING = {Layout.DIGITS: Kind.TEXT, Layout.SCALE: Kind.SELECT_ONE}
"""The kind of question that an appearance's layout is for; on others it means nothing."""

MOST_ENTRIES = 10
"""How many entries an open repeat takes where the form says nothing (`body::kiosk:most`)."""


class Controls:
    """Reads the body; `notices` collects what is shown otherwise than the form asks."""

    def __init__(self, document: Document, texts: Texts, binds: Mapping[str, Bind]) -> None:
        self._document = document
        self._texts = texts
        self._binds = binds
        self._lists: dict[tuple[str, str, str], dict[Node, Item]] = {}
        self._elements = {
            each.get("nodeset", ""): each for each in document.model.findall(f"{XF}bind")
        }
        self.notices: list[Notice] = []
        self.unasked: set[str] = set()

    def read(self) -> tuple[Control, ...]:
        """The controls of the body in order."""
        return tuple(self._controls(self._document.body, ""))

    def _controls(self, parent: etree._Element, within: str) -> Iterator[Control]:
        for element in parent:
            tag = element.tag
            if tag in _UNSHOWN:
                continue
            kind = etree.QName(element).localname
            if is_equipment(kind):
                raise refuse_equipment(self._document, element, kind)
            self._document.refuse_unknown(element, BODY)
            if tag == f"{XF}group":
                yield self._group(element, within)
            elif tag == f"{XF}repeat":
                yield self._repeat(element, None)
            elif tag in _CONTROLS:
                question = self._question(element)
                if question is not None:
                    yield question
            else:
                raise self._document.error(
                    element,
                    f"die Frageart {kind} kann dieses Gerät nicht stellen",
                    f"this terminal cannot ask questions of the kind {kind}",
                    column="type",
                )

    # -- groups

    def _group(self, element: etree._Element, within: str) -> Control:
        repeat = element.find(f"{XF}repeat")
        if repeat is not None:
            self._appearance(element, element.get("ref") or within)
            return self._repeat(repeat, element.find(f"{XF}label"))
        path = element.get("ref") or within
        if element.get("intent"):
            raise self._calls_a_program(element)
        self._appearance(element, path)
        label = self._texts.text(element.find(f"{XF}label"), path)
        heading = self._table_heading(element)
        children = tuple(self._controls(element, path))
        return Group(element.get("ref") or "", heading or label, children)

    def _table_heading(self, element: etree._Element) -> TextRef | None:
        """The label of a table, which pyxform writes as a note of its own."""
        for child in element.findall(f"{XF}input"):
            ref = child.get("ref", "")
            if ref.rpartition("/")[2].startswith(_GENERATED):
                self.unasked.add(ref)
                return self._texts.text(child.find(f"{XF}label"), ref)
        return None

    def _repeat(self, element: etree._Element, label: etree._Element | None) -> Repeat:
        self._document.refuse_unknown(element, BODY)
        path = element.get("nodeset", "")
        self._appearance(element, path)
        # From the repeat itself, as JavaRosa reads it: "../m" is its neighbour.
        counting = self._elements.get(f"{path}_count")
        if counting is not None and counting.get("calculate") and counting.get("readonly"):
            # The compiler's own node for an expression; the entries themselves tell the number.
            self.unasked.add(f"{path}_count")
        count = self._document.optional(element, JR + "count", path)
        initial = initial_instances(self._document.primary, path)
        if count is None and element.get(JR + "noAddRemove", "").strip() in ("true()", "true"):
            expr = self._document.parse(element, str(initial))
            count = self._document.compiled(element, expr, str(initial), path)
        bind = self._elements.get(path)
        holder = bind if bind is not None and bind.get(KIOSK + "key") else element
        whole = self._document.whole(element, KIOSK + "most")
        most = whole or (self._binds[path].most if path in self._binds else None)
        named = self._texts.text(label, path)
        return Repeat(
            path=path,
            label=named,
            children=tuple(self._controls(element, path)),
            count=count,
            key=self._document.optional(holder, KIOSK + "key", path),
            most=most or (1 if count is not None else MOST_ENTRIES),
            initial=initial,
            prompt=None if count is not None else _prompt(path, named),
        )

    # -- questions

    def _question(self, element: etree._Element) -> Question | None:
        path = element.get("ref", "")
        if path not in self._document.paths:
            raise self._document.error(
                element, "die Stelle gibt es nicht in den Daten", "no such node"
            )
        if path in self.unasked:
            return None
        appearance = self._appearance(element, path)
        if appearance.label_row:
            self.unasked.add(path)
            return None
        self._refuse_equipment_type(element, path)
        self._tell_otherwise(element, path)
        kind = self._kind(element, path)
        is_range = kind is Kind.RANGE
        lowest = self._number(element, "start" if is_range else KIOSK + "lowest", kind)
        highest = self._number(element, "end" if is_range else KIOSK + "highest", kind)
        step = self._number(element, "step", kind) if is_range else None
        if is_range and lowest is not None and highest is not None and lowest > highest:
            lowest, highest = highest, lowest
            self._notice(path, "parameters", "start")
        return Question(
            path=path,
            name=path.rpartition("/")[2],
            kind=kind,
            label=self._texts.text(element.find(f"{XF}label"), path),
            hint=self._texts.text(element.find(f"{XF}hint"), path),
            itemset=self._itemset(element, path) if element.tag in _SELECTS else None,
            layout=self._layout(element, appearance, kind),
            blocks=self._document.whole(element, KIOSK + "blocks") or 0,
            last=tuple((element.get(KIOSK + "last") or "").split()),
            fixed=frozenset((element.get(KIOSK + "fixed") or "").lower().split()),
            length=self._length(element, path),
            mask=element.get(KIOSK + "mask") == "yes",
            lowest=lowest,
            highest=highest,
            step=None if step is None else abs(step),
            precision=appearance.precision,
            search=appearance.search,
            alternative=by_language(attributes(element), ALTERNATIVE),
        )

    def _tell_otherwise(self, element: etree._Element, path: str) -> None:
        """Notices for attributes and parts of a control that are shown otherwise."""
        if element.get("intent"):
            raise self._calls_a_program(element)
        for attribute in _OTHERWISE:
            if element.get(attribute):
                self._notice(path, _OTHERWISE[attribute], etree.QName(attribute).localname)
        if element.tag == f"{XF}range" and element.find(f"{XF}itemset") is not None:
            self._notice(path, "parameters", "tick_labelset")

    def _calls_a_program(self, element: etree._Element) -> FormError:
        return self._document.error(
            element,
            "ruft ein anderes Programm auf; das gibt es auf diesem Gerät nicht",
            "calls another program; there is none on this terminal",
            column="body::intent",
        )

    def _length(self, element: etree._Element, path: str) -> int | None:
        """How long a text may be: our own attribute, or the one for ODK's servers."""
        bind = self._elements.get(path)
        stored = None if bind is None else self._document.whole(bind, ODK + "length")
        own = self._document.whole(element, KIOSK + "length")
        return stored if own is None else own

    def _layout(self, element: etree._Element, appearance: Appearance, kind: Kind) -> Layout:
        fitting = _FITTING.get(appearance.layout, kind) is kind
        layout = element.get(KIOSK + "layout") or (
            appearance.layout.value if fitting else Layout.LIST.value
        )
        if layout not in set(Layout):
            raise self._document.error(
                element,
                f"die Anordnung {layout} ist unbekannt; es gibt {', '.join(Layout)}",
                f"unknown layout {layout}; there are {', '.join(Layout)}",
                column=column(KIOSK + "layout"),
            )
        return Layout(layout)

    def _number(self, element: etree._Element, attribute: str, kind: Kind) -> Decimal | None:
        text = element.get(attribute)
        if text is None:
            if kind is Kind.RANGE:
                raise self._document.error(
                    element,
                    f"dem Zahlenbereich fehlt {attribute}",
                    f"the range lacks {attribute}",
                    column="parameters",
                )
            return None
        try:
            number = Decimal(text.strip())
        except InvalidOperation as error:
            number = Decimal("NaN")
            cause: Exception | None = error
        else:
            cause = None
        if not number.is_finite() or (attribute == "step" and number == 0):
            name = etree.QName(attribute).localname
            raise self._document.error(
                element,
                f"{name}={text} ist keine brauchbare Zahl",
                f"{name}={text} is no usable number",
                column="parameters" if kind is Kind.RANGE else column(attribute),
            ) from cause
        return number

    def _refuse_equipment_type(self, element: etree._Element, path: str) -> None:
        bind = self._elements.get(path)
        kind = "" if bind is None else (bind.get("type") or "").rpartition(":")[2]
        if is_equipment(kind):
            raise refuse_equipment(self._document, element, kind)

    def _kind(self, element: etree._Element, path: str) -> Kind:
        if element.tag in _SELECTS:
            return _SELECTS[element.tag]
        if element.tag == f"{XF}range":
            return Kind.RANGE
        if element.tag == f"{XF}trigger":
            return Kind.ACKNOWLEDGE
        bind = self._binds.get(path, Bind(path))
        if bind.type is DataType.STRING and bind.readonly and bind.readonly.source == "true()":
            return Kind.NOTE
        if bind.type not in _KINDS:
            raise self._document.error(
                element,
                f"nach dem Datentyp {bind.type} kann dieses Gerät so nicht fragen",
                f"this terminal cannot ask for the data type {bind.type} like this",
                column="type",
            )
        return _KINDS[bind.type]

    def _appearance(self, element: etree._Element, path: str) -> Appearance:
        text = (element.get("appearance") or "").strip()
        found = read_appearance(text)
        if found.unknown:
            raise self._document.error(
                element,
                f"die Darstellung (appearance) {found.unknown} ist unbekannt",
                f"unknown appearance {found.unknown}",
                path=path,
                column="appearance",
            )
        if found.refused is not None:
            word, de, en = found.refused
            raise self._document.error(
                element,
                f"die Darstellung (appearance) {word} verlangt {de}; das gibt es hier nicht",
                f"the appearance {word} asks for {en}; this terminal has none",
                path=path,
                column="appearance",
            )
        for word in found.otherwise:
            self._notice(path, "appearance", word)
        return found

    def _notice(self, path: str, column: str, word: str = "") -> None:
        what = word or column
        de, en = _SAID.get(what, _ARRANGED)
        self.notices.append(Notice(path, column, f"{what}: {de}", f"{what}: {en}"))

    # -- choices

    def _itemset(self, element: etree._Element, path: str) -> Itemset:
        itemset = element.find(f"{XF}itemset")
        if itemset is None:
            return self._inline_items(element, path)
        source = itemset.get("nodeset", "")
        expr = self._document.parse(itemset, source, path, "choice_filter")
        seed: Expression | None = None
        random = False
        if isinstance(expr, Call) and expr.name == "randomize":
            random = True
            if len(expr.args) > 1:
                seed = self._document.compiled(itemset, expr.args[1], source, path, "parameters")
            expr = expr.args[0]
        value = itemset.find(f"{XF}value")
        label = itemset.find(f"{XF}label")
        value_ref = "name" if value is None else value.get("ref", "name")
        label_ref = "label" if label is None else label.get("ref", "label")
        list_name = _list_name(expr)
        nodeset = self._document.compiled(itemset, expr, source, path, "choice_filter")
        if list_name is None:
            return Itemset("", (), nodeset, seed, random, value_ref=value_ref, label_ref=label_ref)
        if list_name not in self._document.instances:
            raise self._document.error(
                itemset,
                f"die Auswahlliste „{source.strip()}“ gibt es nicht",
                f'there is no choice list "{source.strip()}"',
                path=path,
                column="type",
            )
        key = (list_name, value_ref, label_ref)
        if key not in self._lists:
            root = self._document.instances[list_name]
            self._lists[key] = dict(items(root, value_ref, label_ref))
        of_node = self._lists[key]
        if not of_node and self._document.instances[list_name].children:
            raise self._document.error(
                itemset,
                f"die Auswahlliste „{list_name}“ hat keine Einträge (item)",
                f'the choice list "{list_name}" has no items',
                path=path,
                column="type",
            )
        return Itemset(
            list_name=list_name,
            items=tuple(of_node.values()),
            nodeset=nodeset,
            seed=seed,
            random=random,
            of_node=of_node,
            by_value=_by_value(of_node.values()),
            value_ref=value_ref,
            label_ref=label_ref,
        )

    def _inline_items(self, element: etree._Element, path: str) -> Itemset:
        found = tuple(
            Item(
                value=(each.findtext(f"{XF}value") or "").strip(),
                label=self._texts.text(each.find(f"{XF}label"), path),
                extras={},
            )
            for each in element.findall(f"{XF}item")
        )
        if not found:
            raise self._document.error(
                element, "hat keine Auswahl", "has no choices", column="type"
            )
        return Itemset("", found, None, by_value=_by_value(found))


def _by_value(found: Iterable[Item]) -> dict[str, Item]:
    items = list(found)
    often = Counter(item.value for item in items)
    return {item.value: item for item in items if often[item.value] == 1}


def _prompt(path: str, label: TextRef) -> Question:
    return Question(
        path=path + PROMPT,
        name=path.rpartition("/")[2],
        kind=Kind.REPEAT,
        label=label,
        hint=TextRef(),
    )


def _list_name(expr: Expr) -> str | None:
    match expr:
        case Path(_, Call("instance", (Literal(name),)), _):
            return name
        case Filter(primary, _):
            return _list_name(primary)
    return None
