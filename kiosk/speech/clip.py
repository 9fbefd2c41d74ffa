"""Sound in memory, and when its words begin."""

from dataclasses import dataclass

from kiosk.speech.stretching import stretched

SAMPLE_BYTES = 2


@dataclass(frozen=True, slots=True)
class Clip:
    """16-bit mono samples in the machine's byte order at `sample_rate` hertz.

    `onsets`: the sample at which a word of the text begins and its number among the words that
    blanks part, both ascending. A word without one is spoken in one breath with that before it.
    """

    pcm: bytes
    sample_rate: int
    onsets: tuple[tuple[int, int], ...] = ()

    def lasting(self, factor: float) -> "Clip":
        """`factor` times as long, at the same pitch."""
        onsets = tuple((round(sample * factor), word) for sample, word in self.onsets)
        return Clip(stretched(self.pcm, self.sample_rate, factor), self.sample_rate, onsets)
