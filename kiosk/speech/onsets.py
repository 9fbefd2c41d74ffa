"""When each word of a text begins to be heard."""

import re
from bisect import bisect_right
from collections.abc import Iterable

_WORD = re.compile(r"\S+")


def word_onsets(text: str, events: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """(sample, number of the word) from eSpeak NG's (sample, character), both from 0.

    eSpeak parts words elsewhere than people do ("Energie" of "Energie-Ausstieg", a blank for
    "aus"), so each of its events counts for the whole word it points into, or the next one; a word
    begins once, and none before those in front of it.
    """
    starts = [each.start() for each in _WORD.finditer(text)]
    ends = [each.end() for each in _WORD.finditer(text)]
    found: list[tuple[int, int]] = []
    for sample, at in events:
        number = bisect_right(starts, at) - 1
        if number < 0 or at >= ends[number]:
            number += 1
        before = found[-1] if found else (-1, -1)
        if number < len(starts) and number > before[1] and sample >= before[0]:
            found.append((sample, number))
    return tuple(found)
