"""Which answers of a response somebody helped with."""

from collections.abc import Iterator, Mapping

from kiosk.forms.entry import FormEntry
from kiosk.study.entries import key_of, repeats_around
from kiosk.study.hand import Hand
from kiosk.study.response import Response, Value
from kiosk.study.variables import UNSTORED


def provenance(entry: FormEntry, hands: Mapping[tuple[str, ...], Hand]) -> dict[str, Value]:
    """By variable, as the answers are: who gave it, where it was not the person alone.

    `hands` has the hand of the last change by :attr:`Asked.about`: an entry of a repeat may stand
    elsewhere by now. An answer that is gone or not asked any more has none.
    """
    found: dict[str, Value] = {}
    for asked in entry.path():
        node, question = asked.node, asked.question
        hand = hands.get(asked.about, Hand.SELF)
        if hand is Hand.SELF or node.answer == "" or question.kind in UNSTORED:
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
