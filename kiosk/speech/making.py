"""Clips made beforehand: many texts at once, in processes of their own."""

import re
import signal
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass, replace
from multiprocessing import get_context

from kiosk.speech.clip import SAMPLE_BYTES, Clip
from kiosk.speech.engine import Engine, live_voice
from kiosk.speech.errors import NoVoiceError
from kiosk.speech.interrupting import ignore, interrupted_by
from kiosk.speech.loudness import levelled, trimmed
from kiosk.speech.spoken import SpokenForm
from kiosk.speech.timing import timed
from kiosk.speech.voices import voice_choice
from kiosk.speech.wav import wav
from kiosk.study.clip_list import clip_name
from kiosk.study.clips import ClipFile

RULES = 1
"""Goes up when the same words, voice and engine shall give another sound."""
LEVEL_DB = -20.0
"""The live voice's level without its pauses (with them it is -21, speech.md §4)."""
ALIKE = 0.75
"""The distance beyond which two sounds do not say the same: another text is 0.77 and more away."""
_AT_ONCE = 20
"""Texts for one start of the engine: a neural voice takes seconds to load."""
_WORD = re.compile(r"\S+")
_END = ".!?…:;,"


@dataclass(frozen=True, slots=True)
class Order:
    """A text as it is written, and as it is to be spoken."""

    text: str
    form: SpokenForm

    @property
    def said(self) -> str:
        """What the engine gets: with an end where the text has none, as a text alone ends."""
        return self.form.text if self.form.text.endswith(tuple(_END)) else f"{self.form.text}."

    def file(self, engine: Engine, language: str) -> str:
        """The name of its sound; other words or another voice give another.

        So does another text that is said alike: a neural voice says nothing twice in one length.
        """
        return clip_name([language, self.text, self.said, *engine.made_of, RULES])


@dataclass(frozen=True, slots=True)
class Made:
    """A clip and its sound file's content."""

    clip: ClipFile
    sound: bytes


def make(
    orders: Sequence[Order], engine: Engine, language: str, jobs: int
) -> Iterator[tuple[Made, ...]]:
    """Every order, some at a time, in the order they are done; `language` is a primary subtag.

    Raises what the engine raises, after what others have made meanwhile.
    """
    portions = [orders[at : at + _AT_ONCE] for at in range(0, len(orders), _AT_ONCE)]
    # Spawned: a process in which eSpeak NG has spoken before speaks a little otherwise.
    context = get_context("spawn")
    with ProcessPoolExecutor(min(jobs, len(portions)) or 1, context, initializer=ignore) as pool:
        with interrupted_by(signal.SIG_IGN):  # processes begin as deaf as we are
            asked = [pool.submit(_made, each, engine, language) for each in portions]
        try:
            for done in as_completed(asked):
                yield done.result()
        finally:
            for each in asked:
                each.cancel()


def _made(orders: Sequence[Order], engine: Engine, language: str) -> tuple[Made, ...]:
    clips = engine.render([each.said for each in orders])
    return tuple(
        _finished(
            order, with_onsets(levelled(trimmed(clip), LEVEL_DB), order, language), engine, language
        )
        for order, clip in zip(orders, clips, strict=True)
    )


def with_onsets(clip: Clip, order: Order, language: str) -> Clip:
    """`clip` with its words' onsets: its own, else those of the live voice saying the same.

    Without any where this machine's voice does not speak the language, or says nothing like it.
    """
    choice = voice_choice(language)
    if clip.onsets or choice is None:
        return clip
    try:
        reference = live_voice().render(order.said, language)
    except NoVoiceError:
        return clip
    timing = timed(clip, trimmed(reference))
    if timing.distance > ALIKE:
        return clip
    last = len(clip.pcm) // SAMPLE_BYTES
    return replace(clip, onsets=tuple((min(at, last), word) for at, word in timing.onsets))


def _finished(order: Order, clip: Clip, engine: Engine, language: str) -> Made:
    return Made(listed(order, clip, order.file(engine, language), engine.source), wav(clip))


def listed(order: Order, clip: Clip, file: str, source: str) -> ClipFile:
    """How the list of clips has `clip`, whose sound file is called `file`, spoken by `source`."""
    return ClipFile(order.text, file, source, clip.milliseconds, tuple(heard_words(order, clip)))


def heard_words(order: Order, clip: Clip) -> Iterator[tuple[int, int, int]]:
    """As :class:`ClipFile` has them: when each word of the clip begins, and what it stands for."""
    starts = [each.start() for each in _WORD.finditer(order.text)]
    for sample, number in clip.onsets:
        start, length = order.form.origin[number]
        named = [at for at, each in enumerate(starts) if start <= each < start + length]
        if named:
            yield sample * 1000 // clip.sample_rate, named[0], len(named)
