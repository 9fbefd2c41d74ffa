"""The report of an audit: one HTML file that needs nothing else, German first."""

from base64 import b64encode
from collections.abc import Iterable, Sequence
from html import escape

from kiosk.ui.audit.criteria import CRITERIA
from kiosk.ui.audit.finding import Alike, Finding, Walked, alike
from kiosk.ui.audit.plan import Walk
from kiosk.ui.audit.rules import PAINTED, STANDING, WALKED
from kiosk.ui.fitting.breaches import Rule

MOST_PICTURES = 200
_STYLE = """
body { font: 18px/1.5 sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem;
  color: #14202b; background: #fff; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .3rem .6rem .3rem 0;
  border-bottom: 1px solid #888; }
img { max-width: 100%; border: 1px solid #14202b; }
section { margin: 2.5rem 0; }
[lang=en] { color: #444; font-size: .9em; }
"""


def html(study: str, walked: Sequence[Walked]) -> str:
    """The whole report about `study`, in the order in which people mend: rule by rule."""
    groups = alike(walked)
    pictured = 0
    parts = [_head(study, walked, groups)]
    for group in groups:
        shows = bool(group.first.picture) and pictured < MOST_PICTURES
        pictured += shows
        parts.append(_section(group, shows))
    return (
        '<!doctype html>\n<html lang="de"><head><meta charset="utf-8">'
        f"<title>{escape(study)}: Barrierefreiheit</title><style>{_STYLE}</style></head>\n"
        f"<body>\n{''.join(parts)}</body></html>\n"
    )


def where(walk: Walk, german: bool = True) -> str:
    """A walk in a few words: 15.6, Größe 2, Große Tasten, Seite rechts, de."""
    size, large, side = ("Größe", "Große Tasten", "Seite") if german else ("size", "large", "side")
    words = [walk.display, f"{size} {walk.text_size}"]
    words += [large] if walk.large_targets else []
    words += [f"{side} {walk.side.value}", walk.language]
    return ", ".join(words)


def _head(study: str, walked: Sequence[Walked], groups: Sequence[Alike]) -> str:
    findings = sum(len(each.findings) for each in walked)
    lines = [
        f"<h1>{escape(study)}: Prüfung der Barrierefreiheit</h1>",
        f"<p>{findings} Befunde, {len(groups)} verschiedene; {len(walked)} Durchgänge, "
        f"{sum(each.pages for each in walked)} Seiten vermessen, "
        f"{sum(each.painted for each in walked)} gemalte Seiten nach Pixeln.</p>",
        f'<p lang="en">{findings} findings, {len(groups)} different ones; {len(walked)} walks.</p>',
        "<h2>Was geprüft wurde <span lang=en>What was judged</span></h2>",
        "<table><tr><th>Regel</th><th>verlangt</th><th>wo</th><th>Befunde</th></tr>",
    ]
    for rule in Rule:
        count = sum(each.rule is rule for w in walked for each in w.findings)
        told = CRITERIA[rule]
        lines.append(
            f"<tr><td>{rule.value}</td><td>{escape(told.de)} "
            f'<span lang="en">{escape(told.en)} {escape(told.source)}</span></td>'
            f"<td>{_scope(rule)}</td><td>{count}</td></tr>"
        )
    lines.append("</table><h2>Durchgänge <span lang=en>Walks</span></h2><table>")
    lines.append(
        "<tr><th>Durchgang</th><th>Seiten</th><th>Farben</th>"
        "<th>Texte unter 0,7°, von allen</th></tr>"
    )
    lines += [_walk(each) for each in walked]
    lines.append("</table>")
    return "\n".join(lines)


def _scope(rule: Rule) -> str:
    assert rule in (*STANDING, *PAINTED, *WALKED)
    if rule in PAINTED:
        return "erste Seite jeder Art, in jedem Farbschema des Durchgangs"
    if rule in WALKED:
        return "erste Seite jeder Art, in Durchgängen mit Farben"
    return "jede Seite; in Durchgängen nach Art die erste jeder Art"


def _walk(each: Walked) -> str:
    walk = each.walk
    pages = f"{each.pages}" if walk.every_page else f"{each.pages} (erste jeder Art)"
    colours = ", ".join(scheme.value for scheme in walk.schemes) or "–"
    return (
        f"<tr><td>{escape(where(walk))}</td><td>{pages}</td><td>{colours}</td>"
        f"<td>{each.small} / {each.letters}</td></tr>"
    )


def _section(group: Alike, shows: bool) -> str:
    first = group.first
    told = CRITERIA[first.rule]
    picture = ""
    if shows:
        raw = b64encode(first.picture).decode("ascii")
        about = escape(f"{first.page}: {first.words}", quote=True)
        picture = f'<p><img alt="{about}" src="data:image/png;base64,{raw}"></p>'
    return (
        f"<section><h2>{first.rule.value}: {escape(_short(first))}</h2>"
        f"<p>{escape(told.de)} <span lang=en>{escape(told.en)}</span></p>"
        "<table>"
        f"{_row('Seite / page', first.page)}{_row('Text / text', first.words)}"
        f"{_row('gemessen / measured', first.measured)}"
        f"{_row('verlangt / asked for', first.promised)}"
        f"{_row('Farben / colours', first.scheme.value)}"
        f"{_row('wo / where', _places(group.all))}"
        f"</table>{picture}</section>\n"
    )


def _row(name: str, words: str) -> str:
    return f"<tr><th>{name}</th><td>{escape(words)}</td></tr>" if words else ""


def _short(finding: Finding) -> str:
    words = " ".join(finding.words.split())
    return words if len(words) <= 60 else words[:59] + "…"


def _places(findings: Iterable[Finding]) -> str:
    places = list(dict.fromkeys(where(each.walk) for each in findings))
    more = f" … (+{len(places) - 12})" if len(places) > 12 else ""
    return "; ".join(places[:12]) + more
