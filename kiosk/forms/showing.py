"""How a question looks right now, in the interview's language."""

import re
from collections.abc import Iterator

from kiosk.forms.form import PROMPT, Bind, Form, Group, Item, Question, Repeat, TextRef
from kiosk.forms.instance import Instance
from kiosk.forms.languages import fallback, tag
from kiosk.forms.order import APART, shuffled
from kiosk.forms.view import ChoiceView, Kind, QuestionView
from kiosk.forms.xpath.node import Node
from kiosk.forms.xpath.values import to_string

_ONLY_LENGTH = re.compile(r"\s*string-length\(\s*\.\s*\)\s*<=?\s*[0-9]+\s*\Z")

LONG_LIST = 30
"""From so many choices on, a list is better narrowed by typing than turned over page by page."""


def titled_by(form: Form, question: Question) -> tuple[Group | Repeat, ...]:
    """The groups and repeats whose labels stand above a question, the outermost first.

    Questions of a drawn round name its item themselves; the word for all of them says nothing.
    """
    parents = (parent for parent, _place in form.trails[question.path] if parent is not None)
    return tuple(each for each in parents if not (isinstance(each, Repeat) and each.key))


def question_view(
    instance: Instance, question: Question, bind: Bind, node: Node, around: tuple[TextRef, ...]
) -> QuestionView:
    """The question at `node`; `around` are the labels of its groups, the outermost first."""
    choices = tuple(_choices(instance, question, bind, node))
    required = bind.required is not None and instance.holds(bind.required, node)
    context = (instance.text(each, node) for each in around)
    return QuestionView(
        ref=instance.ref(node),
        name=question.name,
        kind=question.kind,
        label=instance.text(question.label, node),
        hint=instance.text(question.hint, node),
        layout=question.layout,
        choices=choices,
        value=node.answer,
        most=_most(instance, question, bind),
        length=question.length,
        mask=question.mask,
        constrained=_constrained(question, bind),
        lowest=question.lowest,
        highest=question.highest,
        step=question.step,
        precision=question.precision,
        required=required,
        required_message=instance.text(bind.required_message, node) if required else "",
        readonly=bind.readonly is not None and instance.holds(bind.readonly, node),
        block=question.blocks,
        search=question.search or len(choices) > LONG_LIST,
        context=tuple(each for each in context if each),
        image=instance.file(question.label, "image"),
        alternative=instance.translated(question.alternative),
        audio=instance.recording(question.label),
    )


def _constrained(question: Question, bind: Bind) -> bool:
    """Whether an answer can only be judged whole; a mere cap on its length is kept as it grows."""
    if bind.constraint is None:
        return False
    return question.length is None or not _ONLY_LENGTH.match(bind.constraint.source)


def _most(instance: Instance, question: Question, bind: Bind) -> int | None:
    if question.kind is Kind.REPEAT:
        return instance.form.repeats[question.path.removesuffix(PROMPT)].most
    return bind.most


def _choices(
    instance: Instance, question: Question, bind: Bind, node: Node
) -> Iterator[ChoiceView]:
    if question.itemset is None:
        return
    items = instance.items(question.itemset, node)
    if question.itemset.random and tag(instance.language) not in question.fixed:
        seed = question.itemset.seed
        seeded = to_string(instance.value(seed, node)) if seed else node.template
        items = shuffled(items, bind.exclusive, question, seeded)
    for item in items:
        yield ChoiceView(
            value=item.value,
            label=instance.text(item.label, node),
            hint=choice_hint(instance.form, item, instance.language),
            image=item.extras.get("bild", "") or instance.file(item.label, "image"),
            audio=instance.recording(item.label),
            exclusive=item.value in bind.exclusive,
            apart=item.value in APART,
        )


def choice_hint(form: Form, item: Item, language: str) -> str:
    """A choice's own hint; columns "hint_pl" and the like hold it in other languages."""
    if "hint" not in item.extras:
        return ""
    default = form.default_language
    for each in fallback(language, form.languages, default):
        name = "hint" if each == default else f"hint_{tag(each)}"
        if item.extras.get(name):
            return item.extras[name]
    return item.extras["hint"]
