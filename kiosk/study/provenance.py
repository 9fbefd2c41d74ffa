"""Which answers of a response somebody helped with."""

from collections.abc import Iterator, Mapping

from kiosk.forms.entry import FormEntry
from kiosk.study.entries import key_of, repeats_around
from kiosk.study.hand import Hand
from kiosk.study.response import Response, Value
from kiosk.study.variables import UNSTORED


def provenance(entry: FormEntry, hands: Mapping[str, Hand]) -> dict[str, Value]:
    """By variable, as the answers are: who gave it, where it was not the person alone.

    `hands` has the hand of the last change by ref. An answer that is gone or not asked any more
    has none.
    """
    found: dict[str, Value] = {}
    for ref, hand in sorted(hands.items()):
        node = entry.instance.find(ref)
        question = entry.form.questions.get(node.template) if node is not None else None
        if node is None or question is None or question.kind in UNSTORED:
            continue
        asked = node.relevant and all(each.relevant for each in node.ancestors())
        if hand is Hand.SELF or node.answer == "" or not asked:
            continue
        if not repeats_around(entry.form, node.template):
            found[question.name] = hand.value
            continue
        entries = found.setdefault(question.name, {})
        assert isinstance(entries, dict)
        entries[key_of(entry.form, node)] = hand.value
    return found


def hands_of(response: Response) -> Iterator[Hand]:
    """The hand of every answer somebody helped with."""
    for value in response.provenance.values():
        for hand in value.values() if isinstance(value, dict) else (value,):
            yield Hand(hand)
