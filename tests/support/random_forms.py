"""Forms drawn at random, as XForm XML: groups, counted, open and nested repeats, conditions."""

from dataclasses import dataclass, field
from random import Random
from xml.sax.saxutils import quoteattr

from kiosk.forms.form import Form
from kiosk.forms.reading import read_form

_HEAD = (
    '<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml" '
    'xmlns:jr="http://openrosa.org/javarosa"><h:head><h:title>T</h:title><model>'
)


@dataclass
class _Drawing:
    random: Random
    binds: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)  # paths of number questions so far
    repeats: list[str] = field(default_factory=list)
    count: int = 0

    def name(self, letter: str) -> str:
        self.count += 1
        return f"{letter}{self.count}"


def random_form(seed: int, size: int = 12) -> Form:
    """A form of about `size` questions; the same for the same seed."""
    return read_form(random_form_xml(seed, size).encode(), f"random {seed}")


def random_form_xml(seed: int, size: int = 12) -> str:
    """The XForm of :func:`random_form`."""
    drawing = _Drawing(Random(seed))
    data, body = _section(drawing, "/data", size, depth=0)
    return (
        f"{_HEAD}<instance><data id='T' version='1'>{data}</data></instance>"
        f"{''.join(drawing.binds)}</model></h:head><h:body>{body}</h:body></h:html>"
    )


def _section(drawing: _Drawing, path: str, size: int, depth: int) -> tuple[str, str]:
    data, body = "", ""
    left = size
    while left > 0:
        kind = drawing.random.choice(("ask", "ask", "ask", "calculate", "group", "repeat"))
        if kind in ("group", "repeat") and (depth >= 2 or left < 3):
            kind = "ask"
        inside = drawing.random.randint(1, max(1, left // 2))
        match kind:
            case "ask":
                more = _question(drawing, path)
                left -= 1
            case "calculate":
                more = _calculate(drawing, path)
                left -= 1
            case "group":
                more = _group(drawing, path, inside, depth)
                left -= inside
            case _:
                more = _repeat(drawing, path, inside, depth)
                left -= inside
        data, body = data + more[0], body + more[1]
    return data, body


def _question(drawing: _Drawing, path: str) -> tuple[str, str]:
    name = drawing.name("q")
    here = f"{path}/{name}"
    default = drawing.random.choice(("", "", "", "2"))
    _bind(drawing, here, "int", relevant=_condition(drawing))
    drawing.asked.append(here)
    return f"<{name}>{default}</{name}>", f"<input ref='{here}'><label>{name}</label></input>"


def _calculate(drawing: _Drawing, path: str) -> tuple[str, str]:
    name = drawing.name("c")
    here = f"{path}/{name}"
    _bind(drawing, here, "string", calculate=_value(drawing, here), relevant=_condition(drawing))
    drawing.asked.append(here)
    return f"<{name}/>", ""


def _group(drawing: _Drawing, path: str, size: int, depth: int) -> tuple[str, str]:
    name = drawing.name("g")
    here = f"{path}/{name}"
    _bind(drawing, here, "", relevant=_condition(drawing))
    data, body = _section(drawing, here, size, depth + 1)
    return f"<{name}>{data}</{name}>", f"<group ref='{here}'><label>{name}</label>{body}</group>"


def _repeat(drawing: _Drawing, path: str, size: int, depth: int) -> tuple[str, str]:
    name = drawing.name("r")
    here = f"{path}/{name}"
    count = ""
    if drawing.asked and drawing.random.random() < 0.6:
        counted = f"number(coalesce({drawing.random.choice(drawing.asked)}, 0)) mod 4"
        count = f" jr:count={quoteattr(counted)}"
    _bind(drawing, here, "", relevant=_condition(drawing))
    drawing.repeats.append(here)
    data, body = _section(drawing, here, size, depth + 1)
    return (
        f'<{name} jr:template="">{data}</{name}>',
        f"<group ref='{here}'><label>{name}</label><repeat nodeset='{here}'{count}>{body}</repeat>"
        "</group>",
    )


def _condition(drawing: _Drawing) -> str:
    if not drawing.asked or drawing.random.random() < 0.55:
        return ""
    read = drawing.random.choice(drawing.asked)
    other = drawing.random.choice(drawing.asked)
    return drawing.random.choice(
        (
            f"{read} != 1",
            f"{read} > 1 or {other} = ''",
            f"not(selected({read}, '2'))",
            f"count-selected({read}) + count-selected({other}) < 2",
        )
    )


def _value(drawing: _Drawing, here: str) -> str:
    if not drawing.asked:
        return "3"
    read = drawing.random.choice(drawing.asked)
    around = [each for each in drawing.repeats if here.startswith(each + "/")]
    values = [f"concat({read}, 'x')", f"number(coalesce({read}, 0)) + 1"]
    values += [f"sum({read})", f"string-length({read})"]
    if around:
        values.append("position(..)")
        values.append(f"indexed-repeat({read}, {around[0]}, 1)" if _in(read, around) else "1")
    if drawing.repeats:
        values.append(f"count({drawing.random.choice(drawing.repeats)})")
    return drawing.random.choice(values)


def _in(read: str, around: list[str]) -> bool:
    return read.startswith(around[0] + "/")


def _bind(drawing: _Drawing, path: str, kind: str, **expressions: str) -> None:
    given = "".join(f" {key}={quoteattr(text)}" for key, text in expressions.items() if text)
    typed = f" type='{kind}'" if kind else ""
    drawing.binds.append(f"<bind nodeset='{path}'{typed}{given}/>")
