"""A study, opened and verified: settings, forms, media, and whom responses are sealed for."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kiosk.forms.form import Form
from kiosk.forms.reading import read_form
from kiosk.sealing.keys import Recipients, Role, recipient
from kiosk.sealing.stored_zip import read_zip, write_zip
from kiosk.study.errors import StudyError
from kiosk.study.response import canonical
from kiosk.study.settings import FILE, StudySettings, read_settings

MANIFEST = "manifest.json"
RECIPIENTS = "recipients.json"
SUFFIX = ".study.zip"


@dataclass(frozen=True, slots=True)
class Study:
    """Everything a terminal needs to ask a study's questions. `hash` is SHA-256, hex.

    `raw` is the package itself, which travels with the responses so that they can be read.
    """

    hash: str
    raw: bytes
    settings: StudySettings
    forms: Mapping[str, Form]
    media: Mapping[str, bytes]
    recipients: Recipients

    @property
    def short_hash(self) -> str:
        """The first eight digits, as screens and papers show it."""
        return self.hash[:8]

    @property
    def start(self) -> Form:
        """The form of the start block."""
        return self.forms[self.settings.start.form]


def packed(files: Mapping[str, bytes]) -> bytes:
    """A study package of these files (name inside the package → content), hashed and ordered."""
    manifest = canonical({name: hashlib.sha256(raw).hexdigest() for name, raw in files.items()})
    return write_zip([(MANIFEST, manifest), *sorted(files.items())])


def open_package(path: Path) -> Study:
    """Open a study package from disk. Raises StudyError naming the damaged or missing file."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise StudyError(
            path.name,
            f"lässt sich nicht lesen ({error.strerror}). Bitte prüfen Sie den Ort: {path}",
            f"cannot be read ({error.strerror}). Check the place: {path}",
        ) from error
    return read_package(raw, path.name)


def read_package(raw: bytes, name: str) -> Study:
    """Verify and read a study package; `name` is what error messages call it."""
    files = _verified(raw, name)
    settings = read_settings(_file(files, FILE))
    forms = {}
    for form in settings.forms:
        forms[form] = read_form(_file(files, f"forms/{form}.xml"), form)
    return Study(
        hash=hashlib.sha256(files[MANIFEST]).hexdigest(),
        raw=raw,
        settings=settings,
        forms=forms,
        media={
            each.removeprefix("media/"): content
            for each, content in files.items()
            if each.startswith("media/")
        },
        recipients=read_recipients(_file(files, RECIPIENTS)),
    )


def read_recipients(raw: bytes) -> Recipients:
    """Public keys from JSON: [{"role": "project", "public": "age1…"}, …].

    Raises StudyError, or BadRecipients when the keys are too few or no keys.
    """
    try:
        data = json.loads(raw)
        return Recipients(tuple(recipient(each["public"], Role(each["role"])) for each in data))
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise StudyError(
            RECIPIENTS, "ist keine Liste von Schlüsseln.", "is not a list of keys."
        ) from error


def write_recipients(recipients: Recipients) -> bytes:
    """What :func:`read_recipients` reads."""
    return canonical([{"role": each.role, "public": each.public} for each in recipients.keys])


def _verified(raw: bytes, name: str) -> dict[str, bytes]:
    try:
        files = dict(read_zip(raw))
        wanted = dict(json.loads(files[MANIFEST]))
    except (EOFError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise StudyError(
            name,
            "ist kein vollständiges Studienpaket. Bitte kopieren Sie es noch einmal.",
            "is not a whole study package. Copy it again.",
        ) from error
    for each, digest in wanted.items():
        if each not in files:
            raise StudyError(each, "fehlt im Studienpaket.", "is missing from the study package.")
        if hashlib.sha256(files[each]).hexdigest() != digest:
            raise StudyError(
                each,
                "wurde verändert. Bitte kopieren Sie das Studienpaket noch einmal.",
                "was changed. Copy the study package again.",
            )
    for each in files:
        if each != MANIFEST and each not in wanted:
            raise StudyError(each, "gehört nicht zum Studienpaket.", "does not belong here.")
    return files


def _file(files: Mapping[str, bytes], name: str) -> bytes:
    if name not in files:
        raise StudyError(name, "fehlt im Studienpaket.", "is missing from the study package.")
    return files[name]
