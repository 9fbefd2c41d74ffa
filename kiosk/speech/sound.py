"""How the voice sounds, in the steps people choose between."""

PACES = (50, 70, 85, 100, 125, 150, 200)
"""Percent of a voice's own words per minute (VVSG 2.0 7.1-K: 50 to 200 %)."""
LOUDEST = 11
"""Steps of loudness, 1 to 11 (accessibility.md §2); 11 is the synthesis as it is."""
_STEP_DB = 2.0


def gain(level: int) -> float:
    """The factor of the samples at a step of loudness: 2 dB a step, which is just heard; at the
    softest a tenth."""
    return float(10 ** (_STEP_DB * (level - LOUDEST) / 20))
