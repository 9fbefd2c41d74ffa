"""The office's whole way for one study: bundles in, results out."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from kiosk.office.collect import Expected
from kiosk.office.export.xforms import write_xforms
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
    xforms: Path | None = None,
) -> Results:
    """Open the bundles of `study` and write data set and report into `folder`.

    With `xforms`, every finished response goes into that folder as an XForm instance too. Raises
    what :func:`kiosk.office.results.open_and_write` and
    :func:`kiosk.office.export.xforms.write_xforms` raise.
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
    results = open_and_write(
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
    if xforms is None:
        return results
    written = write_xforms(results.responses, study, xforms, progress)
    return replace(results, paths=(*results.paths, *written))
