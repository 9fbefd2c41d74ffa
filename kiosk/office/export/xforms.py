"""The finished responses as XForm instances, for servers that speak OpenRosa."""

from collections.abc import Sequence
from pathlib import Path

from kiosk.office.export.folder import put
from kiosk.office.progress import Progress
from kiosk.study.response import Response, ResponseKind
from kiosk.study.study import Study
from kiosk.study.submission import identifier_of, xform

_WHAT = "XForms schreiben"
_ROWS_PER_STEP = 50


def write_xforms(
    responses: Sequence[Response], study: Study, folder: Path, progress: Progress
) -> tuple[Path, ...]:
    """Write every finished response as `<instanceID>.xml` into `folder`; same input, same bytes.

    Raises NameTaken or CannotWrite.
    """
    finished = [each for each in responses if each.kind is ResponseKind.COMPLETE]
    files: dict[str, bytes] = {}
    for number, response in enumerate(finished):
        if number % _ROWS_PER_STEP == 0:
            progress(number, len(finished), _WHAT)
        form = study.forms[response.header.form]
        files[f"{identifier_of(response)}.xml"] = xform(response, form)
    paths = put(folder, dict(sorted(files.items())))
    progress(len(finished), len(finished), _WHAT)
    return paths
