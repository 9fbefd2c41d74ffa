"""ODK's seeded order: Park and Miller's generator under the inside-out Fisher-Yates shuffle.

Source: ODK XForms specification, randomize(); Park & Miller, "Random number generators: good ones
are hard to find" (CACM 31/10, 1988). The same seed gives the order that ODK Collect gives.
"""

import math
from collections.abc import Callable, Sequence
from hashlib import sha256
from typing import TypeVar

from kiosk.forms.xpath.values import Value, plain_number, to_string

_MODULUS = 2_147_483_647
_MULTIPLIER = 16_807

T = TypeVar("T")


def shuffled(items: Sequence[T], draw: Callable[[], float]) -> list[T]:
    """The items in the order the draws (each in [0, 1)) give: one draw for each item."""
    result: list[T] = []
    for place, item in enumerate(items):
        other = int(draw() * (place + 1))
        if other == place:
            result.append(item)
        else:
            result.append(result[other])
            result[other] = item
    return result


def park_miller(seed: int) -> Callable[[], float]:
    """A generator of numbers in [0, 1) that starts from a signed 64-bit seed."""
    # ODK reduces the seed as a double: for seeds beyond 2**53 the rounding is part of the order.
    state = math.fmod(float(seed), _MODULUS)
    if state <= 0:
        state += _MODULUS - 1

    def draw() -> float:
        nonlocal state
        state = state * _MULTIPLIER % _MODULUS
        return (state - 1) / (_MODULUS - 1)

    return draw


def seed_of(value: Value) -> int:
    """The seed a value stands for: a number's whole part, any other text's SHA-256.

    Of the hash, the first eight bytes count as a signed big-endian integer.
    """
    if isinstance(value, bool | float):
        number = float(value)
    else:
        text = to_string(value)
        number = plain_number(text)
        if math.isnan(number):
            return int.from_bytes(sha256(text.encode()).digest()[:8], "big", signed=True)
    return 0 if math.isnan(number) else math.trunc(max(-(2.0**63), min(number, 2.0**63)))
