"""An interrupted interview, played again through its form."""

from collections.abc import Mapping, Sequence

from kiosk.errors import KioskError
from kiosk.study.events import Answered
from kiosk.study.hand import Hand
from kiosk.study.outcome import outcome, replay, replayed
from kiosk.study.provenance import provenance
from kiosk.study.response import ResponseHeader, Value
from kiosk.study.study import Study


class UnknownForm(KioskError):
    """The interview was made with a form the study does not have."""


class StudyReplay:
    """Plays events through the forms of one study."""

    def __init__(self, study: Study) -> None:
        self._study = study

    def __call__(
        self,
        header: ResponseHeader,
        preset: Mapping[str, str],
        events: Sequence[Answered],
    ) -> tuple[Mapping[str, Value], Mapping[str, Value]]:
        """The variables of an interview from its draws and its answers, and who gave them."""
        form = self._study.forms.get(header.form)
        if form is None:
            raise UnknownForm(
                de=f"Den Fragebogen „{header.form}“ gibt es in dieser Studie nicht.",
                en=f'This study has no questionnaire "{header.form}".',
            )
        entry = replayed(form, dict(preset), [], header.week)
        hands: dict[tuple[str, ...], Hand] = {}
        for each in events:
            about = replay(entry, each.ref, each.value)
            if about is not None:
                hands[about] = each.by
        # What else has a value got it by default.
        given = [asked for asked in entry.path() if asked.node.answer and asked.about in hands]
        helped = bool(events) and events[-1].by is not Hand.SELF
        hides = self._study.settings.assistance.hides if helped else frozenset()
        # What came before the last answer was on the screen; what came after may not have been.
        reached = entry.instance.ref(given[-1].node) if given else entry.at
        return outcome(entry, reached, hides), provenance(entry, hands)
