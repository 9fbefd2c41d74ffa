"""Small forms for the compiler's tests, written as one line for each question."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from xml.sax.saxutils import quoteattr

from kiosk.forms.form import Form
from kiosk.forms.reading import read_form


@dataclass(frozen=True)
class Ask:
    """A question: `kind` is one, many, int, text, note, calculate or hidden.

    Conditions name other questions as in a workbook, ${A}.
    """

    name: str
    kind: str = "one"
    codes: str = "1 2 3"
    relevant: str = ""
    constraint: str = ""
    required: str = ""
    calculate: str = ""
    choice_filter: str = ""
    columns: tuple[tuple[str, str], ...] = ()  # column, its values for each code by spaces
    label: str = ""
    most: int | None = None
    exclusive: str = ""


@dataclass(frozen=True)
class Block:
    """A group, or with `count` a repeat."""

    name: str
    inside: tuple["Ask | Block", ...]
    relevant: str = ""
    count: str = ""


Controls = Iterable[Ask | Block]
Written = Callable[[str], str]


def small_form(*controls: Ask | Block) -> Form:
    """The form, id "T"."""
    paths = dict(_paths(controls, "/T"))

    def written(expression: str) -> str:
        for name, path in paths.items():
            expression = expression.replace("${" + name + "}", path)
        return expression

    lists = "".join(_list(each) for each in _asks(controls) if each.choice_filter)
    binds = "".join(_binds(controls, "/T", written))
    xml = (
        '<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"'
        ' xmlns:jr="http://openrosa.org/javarosa" xmlns:kiosk="https://bedarfskiosk.eu/xforms">'
        f'<h:head><h:title>T</h:title><model><instance><T id="T" version="1">{_nodes(controls)}</T>'
        f"</instance>{lists}{binds}</model></h:head>"
        f"<h:body>{_body(controls, '/T', written)}</h:body></h:html>"
    )
    return read_form(xml.encode(), "T")


def _paths(controls: Controls, above: str) -> Iterator[tuple[str, str]]:
    for each in controls:
        yield each.name, f"{above}/{each.name}"
        if isinstance(each, Block):
            yield from _paths(each.inside, f"{above}/{each.name}")


def _asks(controls: Controls) -> Iterator[Ask]:
    for each in controls:
        if isinstance(each, Block):
            yield from _asks(each.inside)
        else:
            yield each


def _nodes(controls: Controls) -> str:
    return "".join(
        f"<{each.name}>{_nodes(each.inside) if isinstance(each, Block) else ''}</{each.name}>"
        for each in controls
    )


def _binds(controls: Controls, above: str, written: Written) -> Iterator[str]:
    types = {"int": "int", "decimal": "decimal"}
    for each in controls:
        path = f"{above}/{each.name}"
        given = {"relevant": each.relevant}
        if isinstance(each, Ask):
            given |= {
                "type": types.get(each.kind, "string"),
                "constraint": each.constraint,
                "required": each.required,
                "calculate": each.calculate,
                "kiosk:most": "" if each.most is None else str(each.most),
                "kiosk:exclusive": each.exclusive,
                "readonly": "true()" if each.kind == "note" else "",
            }
        attributes = "".join(
            f" {name}={quoteattr(written(value))}" for name, value in given.items() if value
        )
        yield f'<bind nodeset="{path}"{attributes}/>'
        if isinstance(each, Block):
            yield from _binds(each.inside, path, written)


def _list(ask: Ask) -> str:
    items = ""
    for place, code in enumerate(ask.codes.split()):
        cells = "".join(f"<{name}>{values.split()[place]}</{name}>" for name, values in ask.columns)
        items += f"<item><name>{code}</name><label>{code}</label>{cells}</item>"
    return f'<instance id="{ask.name}_list"><root>{items}</root></instance>'


def _body(controls: Controls, above: str, written: Written) -> str:
    return "".join(_control(each, f"{above}/{each.name}", written) for each in controls)


def _control(each: Ask | Block, path: str, written: Written) -> str:
    if isinstance(each, Block):
        inside = _body(each.inside, path, written)
        if each.count:
            count = quoteattr(written(each.count))
            repeat = f'<repeat nodeset="{path}" jr:count={count}>{inside}</repeat>'
            return f'<group ref="{path}">{repeat}</group>'
        return f'<group ref="{path}">{inside}</group>'
    label = f"<label>{each.label or each.name}</label>"
    if each.kind in ("calculate", "hidden"):
        return ""
    if each.kind in ("one", "many"):
        tag = "select1" if each.kind == "one" else "select"
        if each.choice_filter:
            nodeset = f"instance('{each.name}_list')/root/item[{written(each.choice_filter)}]"
            choices = (
                f"<itemset nodeset={quoteattr(nodeset)}>"
                '<value ref="name"/><label ref="label"/></itemset>'
            )
        else:
            choices = "".join(
                f"<item><label>{code}</label><value>{code}</value></item>"
                for code in each.codes.split()
            )
        return f'<{tag} ref="{path}">{label}{choices}</{tag}>'
    return f'<input ref="{path}">{label}</input>'
