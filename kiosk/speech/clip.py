"""Sound in memory, and when its words begin."""

from collections.abc import Iterator
from dataclasses import dataclass

from kiosk.speech.stretching import stretching

SAMPLE_BYTES = 2


@dataclass(frozen=True, slots=True)
class Clip:
    """16-bit mono samples in the machine's byte order at `sample_rate` hertz.

    `source` is heard `factor` times as long. `onsets`: the sample of what is heard at which a word
    of the text begins, and its number among the words that blanks part, both ascending. A word
    without one is spoken in one breath with that before it.
    """

    source: bytes
    sample_rate: int
    onsets: tuple[tuple[int, int], ...] = ()
    factor: float = 1.0

    def lasting(self, factor: float) -> "Clip":
        """`factor` times as long, at the same pitch; worked out when it is taken."""
        onsets = tuple((round(sample * factor), word) for sample, word in self.onsets)
        return Clip(self.source, self.sample_rate, onsets, self.factor * factor)

    @property
    def pcm(self) -> bytes:
        """All that is heard."""
        return b"".join(self.parts())

    @property
    def milliseconds(self) -> int:
        """How long it is heard, begun ones left out."""
        return len(self.pcm) // SAMPLE_BYTES * 1000 // self.sample_rate

    @property
    def seconds(self) -> float:
        """How long it is heard."""
        return len(self.pcm) / SAMPLE_BYTES / self.sample_rate

    def parts(self) -> Iterator[bytes]:
        """What is heard, part by part, for whoever cannot wait for all of it."""
        return stretching(self.source, self.sample_rate, self.factor)
