"""Forms of any length: questions that hang on each other, and lists narrowed by an answer."""

GATE = 10
"""Every tenth question opens or closes the nine behind it; the first opens all gates."""


def generated_form(questions: int) -> bytes:
    """XForm XML with `questions` yes/no questions q0, q1, …, each but q0 with a relevance."""
    names = [f"q{place}" for place in range(questions)]
    nodes = "".join(f"<{name}/>" for name in names)
    binds = "".join(
        f'<bind nodeset="/big/{name}" type="string"{_relevance(place)}/>'
        for place, name in enumerate(names)
    )
    controls = "".join(
        f'<select1 ref="/big/{name}"><label>{name}</label>'
        "<item><label>ja</label><value>1</value></item>"
        "<item><label>nein</label><value>2</value></item></select1>"
        for name in names
    )
    return (
        '<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml">'
        f'<h:head><h:title>big</h:title><model><instance><big id="big" version="1">{nodes}</big>'
        f"</instance>{binds}</model></h:head><h:body>{controls}</h:body></h:html>"
    ).encode()


def opened_by(place: int) -> int:
    """The question whose answer the relevance of question `place` > 0 reads."""
    return 0 if place % GATE == 0 else place - place % GATE


def _relevance(place: int) -> str:
    return f" relevant=\" /big/q{opened_by(place)} = '1' \"" if place else ""


def generated_list(choices: int, regions: int) -> bytes:
    """XForm XML: `region`, then `place`, whose list of `choices` the region narrows."""
    listed = "".join(
        f"<item><name>p{number}</name><label>Ort {number}</label>"
        f"<region>r{number % regions}</region></item>"
        for number in range(choices)
    )
    offered = "".join(
        f"<item><name>r{number}</name><label>Region {number}</label></item>"
        for number in range(regions)
    )
    return (
        '<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml">'
        '<h:head><h:title>list</h:title><model><instance><list id="list" version="1"><region/>'
        f'<place/></list></instance><instance id="regions"><root>{offered}</root></instance>'
        f'<instance id="places"><root>{listed}</root></instance>'
        '<bind nodeset="/list/region" type="string"/><bind nodeset="/list/place" type="string"/>'
        '</model></h:head><h:body><select1 ref="/list/region"><label>Region</label>'
        '<itemset nodeset="instance(\'regions\')/root/item"><value ref="name"/>'
        '<label ref="label"/></itemset></select1><select1 ref="/list/place"><label>Ort</label>'
        "<itemset nodeset=\"instance('places')/root/item[region = /list/region]\">"
        '<value ref="name"/><label ref="label"/></itemset></select1></h:body></h:html>'
    ).encode()
