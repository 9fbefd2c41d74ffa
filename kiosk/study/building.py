"""Building a study package: workbooks → checked XForms → one hashed file. Never on the terminal."""

from pathlib import Path

from kiosk.sealing.keys import Recipients
from kiosk.sealing.signing import StudyKey
from kiosk.study.checking import Source, check_source
from kiosk.study.compiling import compiled
from kiosk.study.diagnosis import FaultySource, diagnosis
from kiosk.study.media import MEDIA
from kiosk.study.study import RECIPIENTS, packed, write_recipients
from kiosk.study.workbook import read_workbook


def build_package(
    source: Path, recipients: Recipients, key: StudyKey | None = None, *, allow: bool = False
) -> bytes:
    """Build the study in the folder `source` into a package sealed for `recipients`.

    Signed with `key`; without one it is a draft that no terminal opens. The folder holds
    study.toml, one workbook for each form (`V.md` or `V.xlsx`) and media/. With `allow`, what a
    kiosk must not collect is left out instead of refused. Raises FaultySource listing every error.
    """
    return package_of(check_source(source, allow=allow), source.name, recipients, key)


def package_of(
    source: Source, name: str, recipients: Recipients, key: StudyKey | None = None
) -> bytes:
    """The package of a source looked through. Raises FaultySource (calling it `name`) on errors."""
    if source.diagnosis.errors:
        raise FaultySource(name, source.diagnosis)
    return packed({**source.files, RECIPIENTS: write_recipients(recipients)}, key)


def compile_workbook(path: Path) -> bytes:
    """The XForm of one workbook, its {places} left as they are; its lists lie in media/ beside it.

    Raises StudyError when the file is no workbook, FaultySource when it does not compile.
    """
    result = compiled(read_workbook(path), {}, _media(path.parent))
    if result.faults:
        raise FaultySource(path.name, diagnosis(result.faults))
    return result.xml


def _media(folder: Path) -> dict[str, bytes]:
    media = folder / MEDIA
    return {each.name: each.read_bytes() for each in media.iterdir()} if media.is_dir() else {}
