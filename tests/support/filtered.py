"""A small form with one filter, for what paper says of it."""

from xml.sax.saxutils import quoteattr

from kiosk.forms.form import Form
from kiosk.forms.reading import read_form

_NAMES = ("A", "B", "M", "N", "Q", "WAVE", "DRAWN", "SAME", "COUNT")
_ITEMS = "".join(
    f"<item><label>W{code}</label><value>{code}</value></item>" for code in ("1", "2", "3", "-98")
)


def filtered_form(relevant: str) -> Form:
    """Question Q is asked where `relevant` holds, written like ${A} = '1'.

    A and B have one answer of 1, 2, 3 and -98, M several of them, N is a number; WAVE is hidden,
    DRAWN drawn, SAME repeats A, COUNT counts M.
    """
    written = relevant
    for name in _NAMES:
        written = written.replace(f"${{{name}}}", f"/T/{name}")
    nodes = "".join(f"<{name}/>" for name in _NAMES)
    xml = (
        '<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml">'
        f'<h:head><h:title>T</h:title><model><instance><T id="T" version="1">{nodes}</T></instance>'
        '<bind nodeset="/T/N" type="int"/>'
        '<bind nodeset="/T/DRAWN" calculate="once(if(random() &lt; 0.5, 1, 2))"/>'
        '<bind nodeset="/T/SAME" calculate="/T/A"/>'
        '<bind nodeset="/T/COUNT" calculate="count-selected(/T/M)"/>'
        f'<bind nodeset="/T/Q" relevant={quoteattr(written)}/></model></h:head><h:body>'
        f'<select1 ref="/T/A"><label>A</label>{_ITEMS}</select1>'
        f'<select1 ref="/T/B"><label>B</label>{_ITEMS}</select1>'
        f'<select ref="/T/M"><label>M</label>{_ITEMS}</select>'
        '<input ref="/T/N"><label>N</label></input>'
        '<input ref="/T/Q"><label>Q</label></input></h:body></h:html>'
    )
    return read_form(xml.encode(), "T")
