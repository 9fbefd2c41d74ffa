"""The function library: XPath 1.0's core and the functions of ODK XForms.

Names and meanings follow the ODK XForms specification, "XPath functions"; a function that is not
here is refused when a form is loaded, never ignored.
"""

import math
from collections.abc import Mapping, Sequence

from kiosk.forms.xpath.arguments import nodes_of, of_text
from kiosk.forms.xpath.evaluation import (
    CompileError,
    Context,
    EvaluationError,
    Evaluator,
    Function,
    Refusal,
)
from kiosk.forms.xpath.functions_dates import DATES
from kiosk.forms.xpath.functions_geo import GEOGRAPHY
from kiosk.forms.xpath.functions_numbers import NUMBERS
from kiosk.forms.xpath.functions_numbers import rounded as rounded
from kiosk.forms.xpath.functions_text import TEXTS
from kiosk.forms.xpath.lookup import index_of
from kiosk.forms.xpath.node import Node
from kiosk.forms.xpath.shuffling import park_miller, seed_of, shuffled
from kiosk.forms.xpath.syntax import Expr
from kiosk.forms.xpath.values import Value, to_boolean, to_number, to_string


def _count(context: Context, args: Sequence[Evaluator]) -> Value:
    return float(len(nodes_of(args[0](context))))


def _count_non_empty(context: Context, args: Sequence[Evaluator]) -> Value:
    return float(sum(1 for node in nodes_of(args[0](context)) if node.value != ""))


def _position(context: Context, args: Sequence[Evaluator]) -> Value:
    """position() of XPath, and OpenRosa's position(node): its place among its equals, from 1."""
    if not args:
        return float(context.position)
    nodes = nodes_of(args[0](context))
    if not nodes:
        return math.nan
    node = nodes[0]
    if node.parent is None:
        return 1.0
    family = [each for each in node.parent.children if each.name == node.name]
    return float(next((place for place, each in enumerate(family, 1) if each is node), 1))


def _name(context: Context, args: Sequence[Evaluator]) -> Value:
    """The local name: the tree keeps no prefixes."""
    nodes = nodes_of(args[0](context)) if args else [context.node]
    return nodes[0].name if nodes else ""


def _lang(context: Context, args: Sequence[Evaluator]) -> Value:
    """XPath 1.0, 4.3: the nearest xml:lang above is the language asked for, or a part of it."""
    wanted = to_string(args[0](context)).lower()
    node: Node | None = context.node
    while node is not None:
        for name, text in node.attributes.items():
            if name in ("xml:lang", "{http://www.w3.org/XML/1998/namespace}lang"):
                given = text.lower()
                return given == wanted or given.startswith(wanted + "-")
        node = node.parent
    return False


def _id(context: Context, args: Sequence[Evaluator]) -> Value:
    """XPath 1.0, 5.2.1: without a DTD, which a form must not have, no element has an id."""
    args[0](context)
    return []


def _if(context: Context, args: Sequence[Evaluator]) -> Value:
    return args[1](context) if to_boolean(args[0](context)) else args[2](context)


def _once(context: Context, args: Sequence[Evaluator]) -> Value:
    """The node's own value if it has one, else the argument: evaluated once for ever."""
    kept = context.origin.text
    return kept if kept != "" else to_string(args[0](context))


def _ticked(value: Value) -> list[bool]:
    """Which answers count in a checklist: those that are more than 0 as a number."""
    if isinstance(value, list):
        return [to_number(node.value) > 0 for node in value]
    return [to_number(value) > 0]


def _within(total: float, least: float, most: float) -> bool:
    """A limit below 0 is none."""
    return (least < 0 or total >= least) and (most < 0 or total <= most)


def _checklist(context: Context, args: Sequence[Evaluator]) -> Value:
    least, most = to_number(args[0](context)), to_number(args[1](context))
    return _within(sum(sum(_ticked(arg(context))) for arg in args[2:]), least, most)


def _weighted_checklist(context: Context, args: Sequence[Evaluator]) -> Value:
    """Node-sets of answers and weights are paired; one without a partner has weight NaN."""
    least, most = to_number(args[0](context)), to_number(args[1](context))
    total = 0.0
    for answer, weight in zip(args[2::2], args[3::2], strict=True):
        ticked, weights = _ticked(answer(context)), _weights(weight(context))
        weights.extend([math.nan] * (len(ticked) - len(weights)))
        total += sum(each for tick, each in zip(ticked, weights, strict=False) if tick)
    return _within(total, least, most)


def _weights(value: Value) -> list[float]:
    if isinstance(value, list):
        return [to_number(node.value) for node in value]
    return [to_number(value)]


def _want_pairs(args: tuple[Expr, ...]) -> None:
    if len(args) % 2:
        raise CompileError(
            "zu jeder Angabe gehört ein Gewicht", "every answer needs a weight beside it"
        )


def _want_repeats(args: tuple[Expr, ...]) -> None:
    if len(args) % 2 == 0:
        raise CompileError(
            "zu jeder Wiederholung gehört eine Nummer", "every repeat needs a number beside it"
        )


def _randomize(context: Context, args: Sequence[Evaluator]) -> Value:
    """The node-set in random order; with a seed in the order ODK gives for it."""
    nodes = nodes_of(args[0](context))
    draw = park_miller(seed_of(args[1](context))) if len(args) > 1 else context.around.random
    return shuffled(nodes, draw)


def _instance(context: Context, args: Sequence[Evaluator]) -> Value:
    return [_list_root(context, to_string(args[0](context)))]


def _list_root(context: Context, name: str) -> Node:
    root = context.around.instance(name)
    if root is None:
        raise EvaluationError(f"instance('{name}') does not exist")
    return root


def _pulldata(context: Context, args: Sequence[Evaluator]) -> Value:
    """instance(list)/root/item[column = value]/wanted: the first one's text, or ""."""
    name, wanted, column, value = (to_string(arg(context)) for arg in args)
    root = _list_root(context, name)
    index = index_of(root, ("root", "item"), column)
    if index is None:
        return ""
    for item in index.having(value):
        child = item.child(wanted)
        if child is not None:
            return child.value
    return ""


def _choice_name(context: Context, args: Sequence[Evaluator]) -> Value:
    """The second argument is a path in quotes; in a repeat it is written from the node itself."""
    path = to_string(args[1](context)).strip()
    if not path.startswith("/"):
        place = context.origin.template
        for step in path.removeprefix("current()/").split("/"):
            place = place.rpartition("/")[0] if step == ".." else f"{place}/{step}"
        path = place
    return context.around.choice_name(to_string(args[0](context)), path)


def _itext(context: Context, args: Sequence[Evaluator]) -> Value:
    return context.around.itext(to_string(args[0](context)))


def _by_place(_context: Context, _args: Sequence[Evaluator]) -> Value:
    raise AssertionError("indexed-repeat() is compiled by its paths")


_CORE: Mapping[str, Function] = {
    # XPath 1.0, section 4
    "last": Function(0, 0, lambda context, _args: float(context.size)),
    "position": Function(0, 1, _position, takes_nodes=True),
    "count": Function(1, 1, _count, takes_nodes=True),
    "id": Function(1, 1, _id, gives_nodes=True),
    "name": Function(0, 1, _name, takes_nodes=True),
    "local-name": Function(0, 1, _name, takes_nodes=True),
    "lang": Function(1, 1, _lang),
    "boolean": Function(1, 1, lambda context, args: to_boolean(args[0](context))),
    "not": Function(1, 1, lambda context, args: not to_boolean(args[0](context))),
    "true": Function(0, 0, lambda _context, _args: True),
    "false": Function(0, 0, lambda _context, _args: False),
    # ODK XForms
    "boolean-from-string": Function(1, 1, of_text(lambda text: text in ("1", "true"))),
    "if": Function(3, 3, _if),
    "once": Function(1, 1, _once),
    "checklist": Function(2, None, _checklist),
    "weighted-checklist": Function(2, None, _weighted_checklist, check=_want_pairs),
    "count-non-empty": Function(1, 1, _count_non_empty, takes_nodes=True),
    "current": Function(0, 0, lambda context, _args: [context.origin], gives_nodes=True),
    "instance": Function(1, 1, _instance, gives_nodes=True, names_list=True),
    "pulldata": Function(4, 4, _pulldata, names_list=True),
    "indexed-repeat": Function(3, 11, _by_place, True, gives_nodes=True, check=_want_repeats),
    "randomize": Function(1, 2, _randomize, takes_nodes=True, gives_nodes=True),
    "jr:choice-name": Function(2, 2, _choice_name),
    "jr:itext": Function(1, 1, _itext),
}

REFUSED: Mapping[str, Refusal] = {
    "namespace-uri": Refusal(
        "der Fragebogen merkt sich keine Namensräume",
        "the tree of a questionnaire keeps no namespaces",
    ),
    "property": Refusal(
        "eine anonyme Umfrage gibt keine Angaben über das Gerät oder seine Nutzer weiter",
        "an anonymous survey hands out nothing about the device or its users",
    ),
    "extract-signed": Refusal(
        "Ausdrücke haben keinen Zugang zur Signaturprüfung (Ed25519)",
        "expressions have no access to verifying signatures (Ed25519)",
    ),
    "version": Refusal(
        "Ausdrücke erfahren die Version des Fragebogens nicht; sie steht in jeder Antwort",
        "expressions are not told the form's version; it is stored with every response",
    ),
}

LIBRARY: Mapping[str, Function | Refusal] = {
    **_CORE,
    **NUMBERS,
    **TEXTS,
    **DATES,
    **GEOGRAPHY,
    **REFUSED,
}
