"""Where the words that people type can stand in a response: never beside their other answers."""

from kiosk.forms.form import Form
from kiosk.forms.view import Kind


def wordy_paths(form: Form) -> frozenset[str]:
    """The questions answered in words, and all that is calculated or set from such an answer.

    What was calculated from a text can hold the text, so none of it may stand in a row of data.
    """
    found = {path for path, each in form.questions.items() if each.kind is Kind.TEXT}
    given: dict[str, frozenset[str]] = {}
    for path, bind in form.binds.items():
        if bind.calculate is not None:
            given[path] = bind.calculate.reads
    for action in form.actions:
        given[action.ref] = given.get(action.ref, frozenset()) | action.value.reads
    for path, question in form.questions.items():
        if question.itemset and not question.itemset.items and question.itemset.nodeset:
            given[path] = given.get(path, frozenset()) | question.itemset.nodeset.reads
    grown = True
    while grown:
        more = {path for path, reads in given.items() if path not in found and reads & found}
        found |= more
        grown = bool(more)
    return frozenset(found)
