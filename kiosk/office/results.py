"""The whole way in the office: bundles in, data set, report and manifest out."""

import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pyreadstat

from kiosk.office.collect import Expected, Replay, open_bundles
from kiosk.office.dataset import Dataset, dataset
from kiosk.office.errors import CannotWrite, NameTaken, NothingOpened, NotInCodebook
from kiosk.office.export.csv import (
    codebook_csv,
    codes_csv,
    labels_csv,
    open_csv,
    suppression_csv,
)
from kiosk.office.export.folder import manifest, put, taken
from kiosk.office.export.names import export_name
from kiosk.office.export.quarantine import quarantine
from kiosk.office.export.sav import write_sav
from kiosk.office.export.syntax import setup_sps
from kiosk.office.opening import OpeningReport, without
from kiosk.office.progress import Progress, silent
from kiosk.office.report.front import FOOTNOTE, Survey
from kiosk.office.report.marginals import marginals
from kiosk.papers.typeface import Typeface
from kiosk.sealing.keys import Identity
from kiosk.study.codebook import Variable
from kiosk.study.response import Response

_MOST_EXPORTS_A_DAY = 99
_MOST_NAMED = 3  # bundles named in an error; the rest are counted


@dataclass(frozen=True, slots=True)
class Results:
    """What was written, what happened while opening, and the responses counted."""

    paths: tuple[Path, ...]
    report: OpeningReport
    responses: tuple[Response, ...]


def open_and_write(
    bundles: Sequence[Path],
    identity: Identity,
    expected: Expected,
    replay: Replay,
    variables: Sequence[Variable],
    survey: Survey,
    *,
    project: str,
    face: Typeface,
    folder: Path,
    progress: Progress = silent,
) -> Results:
    """Open bundle files and folders of them and write the results into `folder`.

    Raises NothingToRead, NothingOpened, NotInCodebook, NameTaken or CannotWrite; nothing is
    written then.
    """
    opened = open_bundles(bundles, identity, expected, replay, progress)
    if not opened.responses:
        named = " ".join(each.de for each in opened.report.refused[:_MOST_NAMED])
        raise NothingOpened(f"{opened.report.reasons} {named}".strip())
    return write_results(
        opened.responses,
        opened.report,
        variables,
        survey,
        project=project,
        face=face,
        folder=folder,
        progress=progress,
    )


def write_results(
    responses: Sequence[Response],
    report: OpeningReport,
    variables: Sequence[Variable],
    survey: Survey,
    *,
    project: str,
    face: Typeface,
    folder: Path,
    progress: Progress = silent,
) -> Results:
    """Write data set, syntax, open answers, report and manifest; same input, same bytes.

    A response that does not fit the codebook is set aside: named in the report, and kept in a
    file of its own. Raises NotInCodebook when that is every one.

    The same export again changes nothing. Another export of the same day and name goes beside the
    first as `…_2`, because overwriting figures somebody may have quoted is worse than a second
    file.
    """
    data = dataset(responses, variables, progress)
    if not data.rows:
        raise NotInCodebook(data.aside[0].variable)
    report = without(report, data.aside)
    aside = {each.response.response_id for each in data.aside}
    counted = tuple(each for each in responses if each.response_id not in aside)
    made = marginals(data, survey, face, report, progress)
    stem = export_name(project, counted, survey.day).stem
    progress(0, 1, "Dateien schreiben")
    content = {
        "_codes.csv": codes_csv(data),
        "_labels.csv": labels_csv(data),
        "_codebuch.csv": codebook_csv(data),
        "_open.csv": open_csv(data),
        ".sav": _sav(data, survey, folder),
        "_Grundauszaehlung.pdf": made.pdf,
        # For the project team only: the reasons tell which of the hidden cells are the small ones.
        "_verdeckt_intern.csv": suppression_csv(made.suppressed),
        "_eingang_intern.txt": report.log.replace("\n", "\r\n").encode("utf-8-sig"),
    }
    if data.aside:
        content["_zurueckgestellt_intern.jsonl"] = quarantine(data)
    for number in range(1, _MOST_EXPORTS_A_DAY + 1):
        files = _named(stem if number == 1 else f"{stem}_{number}", content, data)
        if not taken(folder, files):
            paths = put(folder, files)
            progress(1, 1, "Dateien schreiben")
            return Results(paths, report, counted)
    raise NameTaken(folder / stem)


def _named(stem: str, content: Mapping[str, bytes], data: Dataset) -> dict[str, bytes]:
    files = {f"{stem}{ending}": raw for ending, raw in content.items()}
    files[f"{stem}_setup.sps"] = setup_sps(data, f"{stem}.sav")
    return {**files, f"{stem}_manifest.json": manifest(files)}


def _sav(data: Dataset, survey: Survey, folder: Path) -> bytes:
    label = f"{survey.title} Welle {survey.wave}"
    note = (
        f"{survey.title}, {survey.town}, Welle {survey.wave}, Fassung {survey.version}, Studie "
        f"{survey.study}. Ungewichtet. {FOOTNOTE}"
    )
    try:
        folder.mkdir(parents=True, exist_ok=True)
        # Beside the result, so that no answers lie in the system's folder for temporary files.
        with tempfile.TemporaryDirectory(dir=folder, prefix=".") as scratch:
            path = Path(scratch) / "data.sav"
            write_sav(data, path, label=label, note=note, day=survey.day)
            # The writer does not notice a full disk; reading a file cut short does.
            pyreadstat.read_sav(path, user_missing=True, output_format="polars")
            return path.read_bytes()
    except (OSError, pyreadstat.PyreadstatError, pyreadstat.ReadstatError) as error:
        raise CannotWrite(folder, type(error).__name__) from error
