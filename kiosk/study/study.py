"""A study, opened and verified: settings, forms, media, lexicons, and whom responses are for."""

import hashlib
import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kiosk.forms.form import Form
from kiosk.sealing.errors import ForgedSignature
from kiosk.sealing.keys import Recipients, Role, recipient
from kiosk.sealing.signing import DEMONSTRATION, Signer, StudyKey, signer_of
from kiosk.sealing.stored_zip import Entry, read_zip, write_zip
from kiosk.study.clip_list import read_clips
from kiosk.study.clips import Clips
from kiosk.study.errors import StudyError, UntrustedStudy
from kiosk.study.forms import Forms
from kiosk.study.lexicon import Lexicon, read_lexicons
from kiosk.study.media import media_files
from kiosk.study.response import canonical
from kiosk.study.settings import FILE, StudySettings, read_settings

MANIFEST = "manifest.json"
SIGNATURE = "manifest.sig"
PAYLOAD_TYPE = "application/vnd.bedarfskiosk.study+json"
RECIPIENTS = "recipients.json"
SUFFIX = ".study.zip"


@dataclass(frozen=True, slots=True)
class Study:
    """Everything a terminal needs to ask a study's questions.

    `hash` is SHA-256 over the manifest, hex: it names the content, whoever signed it. `raw` is the
    package itself, which travels with the responses so that they can be read.
    """

    hash: str
    raw: bytes
    signer: Signer | None  # None: nobody signed it
    settings: StudySettings
    forms: Mapping[str, Form]
    media: Mapping[str, bytes]
    lexicons: Mapping[str, Lexicon]  # by primary language subtag
    recipients: Recipients
    clips: Clips = field(default_factory=Clips)

    @property
    def short_hash(self) -> str:
        """The first eight digits, as screens and papers show it."""
        return self.hash[:8]

    @property
    def start(self) -> Form:
        """The form of the start block."""
        return self.forms[self.settings.start.form]


def packed(files: Mapping[str, bytes], key: StudyKey | None = None) -> bytes:
    """A study package of these files (name inside the package → content), hashed and ordered.

    The same files give the same bytes; so do they when signed with the same `key`. Without one
    the package is a draft that no terminal opens.
    """
    manifest = _manifest(files)
    signature = None if key is None else key.sign(PAYLOAD_TYPE, manifest)
    return write_zip(_entries(manifest, signature, files))


def open_package(path: Path, trusted: Collection[Signer] | None = None) -> Study:
    """Open a study package from disk, as :func:`read_package` does.

    Raises StudyError naming the damaged or missing file.
    """
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise StudyError(
            path.name,
            f"lässt sich nicht lesen ({error.strerror}). Bitte prüfen Sie den Ort: {path}",
            f"cannot be read ({error.strerror}). Check the place: {path}",
        ) from error
    return read_package(raw, path.name, trusted)


def read_package(raw: bytes, name: str, trusted: Collection[Signer] | None = None) -> Study:
    """Verify and read a study package; `name` is what error messages call it.

    With `trusted`, one of these must have signed it, else UntrustedStudy. Without, a package may
    be unsigned; a signature that is there must belong to it all the same. Nothing in the package
    is read before that. Raises StudyError naming the file that is damaged or missing.
    """
    files = _verified(raw, name)
    signer = _signer(files, name)
    if trusted is not None:
        _trust(signer, name, trusted)
    settings = read_settings(_file(files, FILE))
    media = media_files(files)
    sources = {form: _file(files, f"forms/{form}.xml") for form in settings.forms}
    return Study(
        hash=hashlib.sha256(files[MANIFEST]).hexdigest(),
        raw=raw,
        signer=signer,
        settings=settings,
        forms=Forms(sources, media),
        media=media,
        lexicons=read_lexicons(files),
        recipients=read_recipients(_file(files, RECIPIENTS)),
        clips=read_clips(files),
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


def _manifest(files: Mapping[str, bytes]) -> bytes:
    return canonical({name: hashlib.sha256(raw).hexdigest() for name, raw in files.items()})


def _entries(manifest: bytes, signature: bytes | None, files: Mapping[str, bytes]) -> list[Entry]:
    """Everything in a package, in its only order."""
    signed = [] if signature is None else [(SIGNATURE, signature)]
    return [(MANIFEST, manifest), *signed, *sorted(files.items())]


def _verified(raw: bytes, name: str) -> dict[str, bytes]:
    """The package's files by name, exactly as :func:`packed` would pack them."""
    try:
        entries = read_zip(raw)
        files = dict(entries)
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
    content = {each: files[each] for each in files if each not in (MANIFEST, SIGNATURE)}
    for each in content:
        if each not in wanted:
            raise StudyError(each, "gehört nicht zum Studienpaket.", "does not belong here.")
    # One spelling: no name twice, no other order, no second way to write the manifest.
    if entries != _entries(_manifest(content), files.get(SIGNATURE), content):
        raise _changed(name)
    return files


def _signer(files: Mapping[str, bytes], name: str) -> Signer | None:
    if SIGNATURE not in files:
        return None
    try:
        return signer_of(files[SIGNATURE], PAYLOAD_TYPE, files[MANIFEST])
    except ForgedSignature as error:
        raise _changed(name) from error


def _trust(signer: Signer | None, name: str, trusted: Collection[Signer]) -> None:
    if signer in trusted:
        return
    if signer is None:
        raise UntrustedStudy(
            name,
            "ist nicht unterschrieben. Das Terminal nimmt nur, was das Projektteam unterschrieben "
            "hat (kiosk study build --sign). Bitte fragen Sie das Projektteam nach dem "
            "unterschriebenen Paket.",
            "is not signed. The terminal takes only what the project team has signed (kiosk study "
            "build --sign). Ask the project team for the signed package.",
        )
    demonstration = signer == DEMONSTRATION.signer
    raise UntrustedStudy(
        name,
        f"ist mit {'dem Schlüssel der Vorführung' if demonstration else 'einem fremden Schlüssel'} "
        f"unterschrieben ({signer.key_id}). Das Terminal vertraut nur {_listed(trusted)}. Bitte "
        "fragen Sie das Projektteam, woher das Paket stammt.",
        f"is signed with {'the key of demonstrations' if demonstration else 'a foreign key'} "
        f"({signer.key_id}). The terminal trusts only {_listed(trusted)}. Ask the project team "
        "where the package comes from.",
    )


def _listed(signers: Collection[Signer]) -> str:
    return ", ".join(each.key_id for each in signers)


def _changed(name: str) -> StudyError:
    return StudyError(
        name,
        "wurde verändert: Inhalt und Unterschrift passen nicht zusammen. Bitte kopieren Sie das "
        "Studienpaket noch einmal.",
        "was changed: content and signature do not belong together. Copy the study package again.",
    )


def _file(files: Mapping[str, bytes], name: str) -> bytes:
    if name not in files:
        raise StudyError(name, "fehlt im Studienpaket.", "is missing from the study package.")
    return files[name]
