"""Reading XForm XML into a Form; what the engine does not offer is refused by name."""

from collections.abc import Iterator, Mapping

from kiosk.forms.dependencies import dependencies
from kiosk.forms.form import Bind, Control, Form, Group, Question, Repeat, Trail
from kiosk.forms.reading.actions import read_actions
from kiosk.forms.reading.binds import name_expression, read_binds
from kiosk.forms.reading.controls import Controls
from kiosk.forms.reading.document import Document, parsed
from kiosk.forms.reading.instances import refuse_own_values, secondary_instances, template
from kiosk.forms.reading.names import ORX, H
from kiosk.forms.reading.notices import document_notices, recording_notices
from kiosk.forms.reading.refusals import refuse_collecting, refuse_foreign
from kiosk.forms.reading.texts import Texts
from kiosk.forms.xpath.node import Node


def read_form(xml: bytes, name: str, files: Mapping[str, bytes] | None = None) -> Form:
    """The form of an XForm document; `name` is what error messages call it.

    `files` are the study's media by file name, for lists that stand in files of their own.
    Raises FormError naming the element and the line when the XML is broken, when an expression
    does not parse, when answers depend on each other in a circle, or when the form asks for
    something the engine does not offer.
    """
    document = Document(parsed(xml, name), name)
    refuse_collecting(document)
    refuse_foreign(document)
    refuse_own_values(document)
    document.instances = secondary_instances(document, files or {})
    texts = Texts(document)
    binds = read_binds(document, texts)
    controls = Controls(document, texts, binds)
    body = controls.read()
    questions = {each.path: each for each in _questions(body)}
    repeats = {each.path: each for each in _repeats(body)}
    filtered = {
        path: each.itemset.nodeset
        for path, each in questions.items()
        if each.itemset and each.itemset.nodeset and each.itemset.nodeset.reads
    }
    actions = read_actions(document)
    found = dependencies(name, binds, repeats, questions, filtered, actions, document.paths)
    blueprint = template(document.primary)
    named = name_expression(document)
    return Form(
        identifier=document.primary.get("id", ""),
        version=document.primary.get("version") or document.primary.get(ORX + "version") or "",
        title=(document.root.findtext(f"{H}head/{H}title") or "").strip(),
        languages=texts.languages,
        default_language=texts.default,
        template=blueprint,
        body=body,
        binds=binds,
        repeats=repeats,
        questions=questions,
        trails=dict(_trails(body, None, ())),
        derived=tuple(_derived(blueprint, questions, binds, repeats, controls.unasked)),
        actions=actions,
        itext=texts.itext,
        media=texts.media,
        instances=document.instances,
        notices=(*document_notices(document), *recording_notices(texts), *controls.notices),
        order=found.order,
        readers=found.readers,
        decided_by=found.decided_by,
        filtered=filtered,
        name=None
        if named is None
        else document.expression(
            named, named.get("calculate", ""), blueprint.template, "instance_name"
        ),
        namespaces={
            prefix: uri for prefix, uri in document.primary.nsmap.items() if prefix is not None
        },
    )


def _derived(
    blueprint: Node,
    questions: Mapping[str, Question],
    binds: Mapping[str, Bind],
    repeats: Mapping[str, Repeat],
    unasked: set[str],
) -> Iterator[str]:
    """The paths with a value of their own that nobody is asked for."""
    for node in blueprint.descendants():
        path = node.template
        asked = path in questions or path in unasked or node.children
        if not asked and path in binds and path not in repeats:
            yield path


def _questions(controls: tuple[Control, ...]) -> Iterator[Question]:
    for control in controls:
        if isinstance(control, Question):
            yield control
        else:
            yield from _questions(control.children)
            if isinstance(control, Repeat) and control.prompt is not None:
                yield control.prompt


def _repeats(controls: tuple[Control, ...]) -> Iterator[Repeat]:
    for control in controls:
        if isinstance(control, Question):
            continue
        if isinstance(control, Repeat):
            yield control
        yield from _repeats(control.children)


def _trails(
    controls: tuple[Control, ...], parent: Group | Repeat | None, above: Trail
) -> Iterator[tuple[str, Trail]]:
    for place, control in enumerate(controls):
        here: Trail = (*above, (parent, place))
        if isinstance(control, Question):
            yield control.path, here
            continue
        if isinstance(control, Repeat) and control.prompt is not None:
            # Behind its instances: what follows the prompt follows the repeat.
            yield control.prompt.path, here
        yield from _trails(control.children, control, here)
