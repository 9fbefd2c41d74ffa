"""The office's whole way for one study: bundles in, results out."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from kiosk.office.collect import Expected
from kiosk.office.progress import Progress
from kiosk.office.replay import StudyReplay
from kiosk.office.report.front import Survey
from kiosk.office.results import Results, open_and_write
from kiosk.papers.typeface import Typeface
from kiosk.sealing.keys import Identity
from kiosk.study.study import Study
from kiosk.study.variables import codebook


def open_for_study(
    study: Study,
    bundles: Sequence[Path],
    identity: Identity,
    folder: Path,
    face: Typeface,
    day: date,
    progress: Progress,
) -> Results:
    """Open the bundles of `study` and write data set and report into `folder`.

    Raises what :func:`kiosk.office.results.open_and_write` raises.
    """
    settings = study.settings
    forms = {name: form for name, form in study.forms.items() if name != settings.start.form}
    survey = Survey(
        title=settings.title,
        town=settings.town,
        wave=settings.wave,
        version=next(iter(forms.values())).version,
        study=study.hash,
        author=f"Stadt {settings.town}",
        day=day,
        forms=tuple((name, form.title) for name, form in forms.items()),
    )
    return open_and_write(
        bundles,
        identity,
        Expected(settings.project, study.hash),
        StudyReplay(study),
        codebook(forms.values()),
        survey,
        project=settings.short,
        face=face,
        folder=folder,
        progress=progress,
    )
