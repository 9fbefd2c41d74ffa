"""Every question of a form as somebody may find it, whether or not it is asked now."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kiosk.forms.form import PROMPT, Bind, Form, Itemset, Question
from kiosk.forms.instance import Instance
from kiosk.forms.showing import question_view, titled_by
from kiosk.forms.view import Kind, Layout, QuestionView
from kiosk.forms.xpath.node import Node
from kiosk.ui.fitting.longest import Longest

CHECK_MESSAGE = "bind::kiosk:check-message"
PORTION = 24
"""Choices of a filtered list that stand together: more are searched, not leafed through."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as it is shown, and what belongs to it: its place in the form, its messages.

    `messages` are (column, words): what is said when an answer is refused or missing. `around` is
    the place of the innermost group with a label, "" for none.
    """

    view: QuestionView
    question: Question
    messages: tuple[tuple[str, str], ...] = ()
    around: str = ""

    @property
    def place(self) -> str:
        """The template path, for a finding; of a prompt, its repeat's."""
        return self.question.path.removesuffix(PROMPT)


def every_question(form: Form, language: str = "") -> Iterator[Asked]:
    """Every question of `form` in form order: relevance ignored, repeats once, outputs longest.

    A list that other answers narrow comes in portions, each as a question of its own.
    """
    instance = Instance(form, random=lambda: 0.0, preset={}, language=language)
    longest = Longest(form, instance)
    for question in form.questions.values():
        yield from portions(_asked(form, instance, longest, question), form)


def portions(asked: Asked, form: Form) -> Iterator[Asked]:
    """The question with at most as many of a filtered list's choices as ever stand together."""
    view = asked.view
    ordinary = [each for each in view.choices if not (each.apart or each.exclusive)]
    leafed = view.layout is Layout.LIST and not asked.question.search
    if not (asked.question.path in form.filtered and leafed and len(ordinary) > PORTION):
        yield asked
        return
    for start in range(0, len(ordinary), PORTION):
        left = ordinary[start : start + PORTION]
        choices = tuple(e for e in view.choices if e.apart or e.exclusive or e in left)
        yield replace(asked, view=replace(view, choices=choices, search=False))


def node_of(instance: Instance, path: str) -> Node:
    """The node of a template path, in the first entry of each repeat around; one that is not
    there yet is made for looking at."""
    found = instance.at(path)
    if found is not None:
        return found
    node = Node("", None)
    above = ""
    for name in path.split("/")[1:]:
        above = f"{above}/{name}"
        child = Node(name, node, above)
        node.children.append(child)
        node = child
    return node


def _asked(form: Form, instance: Instance, longest: Longest, question: Question) -> Asked:
    bind = form.bind(question.path)
    node = node_of(instance, question.path)
    shown = replace(
        question,
        label=longest.text(question.label),
        hint=longest.text(question.hint),
        itemset=_whole(question.itemset),
    )
    around = titled_by(form, question)
    context = tuple(longest.text(each.label) for each in around)
    view = question_view(instance, shown, bind, node, context)
    # Files hang on the identifiers of the texts.
    pictured = question_view(instance, replace(question, itemset=None), bind, node, ())
    view = replace(view, image=pictured.image, audio=pictured.audio)
    if question.itemset is not None and not question.search and question.path in form.filtered:
        view = replace(view, search=False)
    if question.kind is not Kind.REPEAT and bind.calculate is not None:
        view = replace(view, value=longest.value(bind.calculate))
    labelled = [each.path for each in around if instance.text(each.label, node)]
    return Asked(view, question, tuple(_messages(bind, longest, instance)), "".join(labelled[-1:]))


def _whole(itemset: Itemset | None) -> Itemset | None:
    """The list as it is written, in its own order."""
    if itemset is None or not itemset.items:
        return itemset
    return replace(itemset, nodeset=None, seed=None, random=False)


def _messages(bind: Bind, longest: Longest, instance: Instance) -> Iterator[tuple[str, str]]:
    top = instance.root()
    for column, ref in (
        ("constraint_message", bind.constraint_message),
        ("required_message", bind.required_message),
    ):
        if words := instance.text(longest.text(ref), top):
            yield column, words
    if words := instance.translated(bind.check_message):
        yield CHECK_MESSAGE, words
