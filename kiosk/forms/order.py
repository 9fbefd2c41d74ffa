"""In which order choices stand: as authored, or shuffled with the anchored ones last."""

import random as randomness

from kiosk.forms.form import Item, Question

APART = ("-98", "-99")
"""Choice values shown apart from the others: "weiß nicht" and "keine Angabe"."""


def shuffled(
    items: list[Item], exclusive: frozenset[str], question: Question, seed: str
) -> list[Item]:
    """The items in random order, the same for the same seed.

    Exclusive choices, "weiß nicht", "keine Angabe" and the question's `last` keep their place at
    the end. Where the question has blocks, whole blocks change places.
    """
    anchored = {*exclusive, *APART, *question.last}
    generator = randomness.Random(seed)
    if not question.blocks:
        free = [item for item in items if item.value not in anchored]
        generator.shuffle(free)
        return free + [item for item in items if item.value in anchored]
    tail = [item for item in items if item.value in anchored - set(question.last)]
    body = [item for item in items if item not in tail]
    size = question.blocks
    blocks = [body[start : start + size] for start in range(0, len(body), size)]
    # A block with an item that keeps its place at the end stays the last one, whole.
    resting = [block for block in blocks if any(each.value in question.last for each in block)]
    moving = [block for block in blocks if block not in resting]
    generator.shuffle(moving)
    return [item for block in moving + resting for item in block] + tail
