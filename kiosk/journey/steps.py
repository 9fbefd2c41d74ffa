"""Counts in steps: what the terminal shows must not grow by one when one person has been here."""

STEP = 5
"""Responses (privacy.md D.4.7, D.7)."""


def in_steps(count: int) -> str:
    """ "0", "1–4", "5–9", …"""
    if count == 0:
        return "0"
    low = count // STEP * STEP
    return f"{max(1, low)}–{low + STEP - 1}"
