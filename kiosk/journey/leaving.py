"""What keeps a question on the glass when somebody wants to go on."""

from dataclasses import replace

from kiosk.forms.view import Kind, Problem, Rejection
from kiosk.journey.stages import Asking
from kiosk.study.private_text import names_somebody

_TOLD = (Rejection.PRIVATE, Rejection.DOUBTFUL)
"""What is pointed out once and keeps nobody."""
_LEFT_OPEN = (Kind.NOTE, Kind.TEXT, Kind.REPEAT)
"""Kinds that nobody is reminded of."""


def held_back(stage: Asking, missing: Problem | None, doubtful: Problem | None) -> Asking | None:
    """The question with the reason why it stays; None when it may be left.

    `missing` is what the form requires. A name in an open answer, an answer that is `doubtful`
    beside another, and an answer left out are pointed out once and keep nobody.
    """
    if missing is not None:
        return replace(stage, problem=missing, reminder=False)
    told = stage.problem is not None and stage.problem.reason in _TOLD
    if stage.question.mask and not told and names_somebody(stage.question.value):
        return replace(stage, problem=Problem(Rejection.PRIVATE))
    if doubtful is not None and not told:
        return replace(stage, problem=doubtful, reminder=False)
    optional = stage.question.kind in _LEFT_OPEN or stage.question.readonly
    if stage.question.value == "" and not optional and not stage.reminder:
        return replace(stage, reminder=True, problem=None)
    return None
