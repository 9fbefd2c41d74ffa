"""The voice's own reading of every prompt, to compare takes with."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from math import log
from statistics import median

from kiosk.speech.clip import Clip
from kiosk.speech.loudness import trimmed
from kiosk.speech.prompt import Prompt
from kiosk.speech.synthesis import Synthesis
from kiosk.speech.take import Fault, Kind, Take
from kiosk.speech.timing import Said, said, timing

_COHORT = 6
"""Other texts of about the same length that a take is compared with."""
_FEWEST = 4
OTHER = 1.04
"""A take is further from its own text than from another by this factor: it is the other's."""
UNLIKE = 0.96
"""A take's distance from its own text, by the median of that from others: hardly nearer."""
_UNLIKE_ALONE = 0.95
_SHORT, _LONG = 0.55, 1.9
"""How long a take is by the voice's reading, at the speaker's pace: less is cut off, more is
another text or an attempt too many. A second more or less is always allowed to the latter."""


class Models:
    """The voice's readings of a language's prompts, made when they are first needed."""

    def __init__(self, synthesis: Synthesis, language: str, prompts: Sequence[Prompt]) -> None:
        """`language` is one that `synthesis` speaks."""
        self._synthesis = synthesis
        self._language = language
        self._prompts = {each.name: each for each in prompts}
        self._clips: dict[str, Clip] = {}
        self._said: dict[str, Said] = {}

    def pace(self, takes: Mapping[str, Take]) -> float:
        """How long the speaker takes by the voice, in the median of takes by prompts' names."""
        shares = [
            each.clip.seconds / self._seconds(name) for name, each in takes.items() if each.clip.pcm
        ]
        return median(shares) if len(shares) >= _FEWEST else 1.0

    def timed(self, name: str, take: Take, pace: float) -> Take:
        """The take with its words' onsets, and with what is wrong about its length and text."""
        lasts, expected = take.clip.seconds, self._seconds(name) * pace
        heard = said(take.clip)
        own = timing(heard, take.clip.sample_rate, self._of(name), self._clip(name))
        faults = list(take.faults)
        if lasts < _SHORT * expected - 0.1:
            faults.append(Fault(Kind.SHORT, lasts, expected))
        elif lasts > _LONG * expected + 1.0:
            faults.append(Fault(Kind.LONG, lasts, expected))
        else:
            others = {
                each: timing(heard, take.clip.sample_rate, self._of(each), self._clip(each))
                for each in self._cohort(name, lasts / pace)
            }
            apart = {each: other.distance for each, other in others.items()}
            faults += _unlike(own.distance, apart)
        return Take(replace(take.clip, onsets=own.onsets), tuple(faults))

    def _cohort(self, name: str, seconds: float) -> list[str]:
        """The other prompts that last about so long."""
        spoken = self._prompts[name].form.text
        others = [each.name for each in self._prompts.values() if each.form.text != spoken]
        return sorted(others, key=lambda each: abs(log(self._seconds(each) / seconds)))[:_COHORT]

    def _clip(self, name: str) -> Clip:
        if name not in self._clips:
            text = self._prompts[name].form.text
            self._clips[name] = trimmed(self._synthesis.render(text, self._language))
        return self._clips[name]

    def _of(self, name: str) -> Said:
        if name not in self._said:
            self._said[name] = said(self._clip(name))
        return self._said[name]

    def _seconds(self, name: str) -> float:
        return max(self._clip(name).seconds, 0.05)


def _unlike(own: float, others: Mapping[str, float]) -> Iterator[Fault]:
    nearest = min(others, key=lambda each: others[each], default="")
    if nearest and own > OTHER * others[nearest]:
        yield Fault(Kind.OTHER, own, other=nearest)
    elif len(others) < _FEWEST:
        if own > _UNLIKE_ALONE:
            yield Fault(Kind.UNLIKE, own)
    elif own > UNLIKE * median(others.values()):
        yield Fault(Kind.UNLIKE, own)
