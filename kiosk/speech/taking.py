"""A person's recordings of a study's prompts brought into its clips."""

import hashlib
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path

from kiosk.speech.making import Order, listed
from kiosk.speech.model import Models
from kiosk.speech.prompt import Prompt
from kiosk.speech.take import Fault, Kind, Take, take
from kiosk.speech.wav import wav
from kiosk.study.clip_folder import ClipFolder, write_whole
from kiosk.study.clip_list import clip_name
from kiosk.study.clips import ClipFile

RULES = 1
"""Goes up when the same recording shall become another clip."""
_NO_SOUND = (".tsv", ".csv", ".pdf", ".txt", ".md", ".xlsx", ".json")
"""What may lie beside the recordings."""
_HOPELESS = frozenset({Kind.DAMAGED, Kind.SILENT})
_TOLD = frozenset({Kind.UNLIKE})
"""Said, but no reason to refuse."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """Files that belong to a prompt, by its name; `strange`: files that do not, and the prompt's
    name each is most like, or ""; `double`: prompts with several files, of which none is taken."""

    files: Mapping[str, Path] = field(default_factory=dict)
    strange: Mapping[str, str] = field(default_factory=dict)
    double: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Taken:
    """Names of prompts: whose recordings are `new` among the clips, were there before, are missing;
    and files refused, with their faults; `noticed`: those of what was taken all the same."""

    new: tuple[str, ...]
    kept: tuple[str, ...]
    missing: tuple[str, ...]
    refused: Mapping[str, tuple[Fault, ...]]
    noticed: Mapping[str, tuple[Fault, ...]]


def recorded(folder: Path, prompts: Iterable[Prompt]) -> Recorded:
    """The files in `folder`, by the prompts they are named for. Raises OSError."""
    names = [each.name for each in prompts]
    by_name: dict[str, list[Path]] = {}
    strange: dict[str, str] = {}
    for path in sorted(folder.iterdir()):
        if not path.is_file() or path.name.startswith(".") or path.suffix.lower() in _NO_SOUND:
            continue
        stem = path.stem.strip().lower()
        if stem in names:
            by_name.setdefault(stem, []).append(path)
        else:
            strange[path.name] = next(iter(get_close_matches(stem, names, 1)), "")
    return Recorded(
        {name: paths[0] for name, paths in by_name.items() if len(paths) == 1},
        strange,
        {
            name: tuple(each.name for each in paths)
            for name, paths in by_name.items()
            if len(paths) > 1
        },
    )


def bring(
    found: Recorded,
    prompts: Sequence[Prompt],
    folder: ClipFolder,
    source: str,
    models: Models | None,
    accepted: Collection[str],
    tell: Callable[[int, int], None],
) -> Taken:
    """Put the recordings that are in order among the clips, spoken by `source`, all at the end.

    `models` is None where no voice speaks the language: then no word has a time and nothing says
    whether it is the right text. `accepted`: prompts whose recordings somebody has listened to.
    `tell` hears how many are done of how many. Raises StudyError for a damaged list, and OSError.
    """
    by_name = {each.name: each for each in prompts}
    there = {each.file: each for each in folder.clips() if each.source == source}
    kept: list[str] = []
    sounds: dict[str, str] = {}
    takes: dict[str, Take] = {}
    for number, (name, path) in enumerate(found.files.items()):
        sound = path.read_bytes()
        file = _file(folder.language, by_name[name], source, sound)
        if file in there and folder.intact(there[file]):
            kept.append(name)
        else:
            sounds[name], takes[name] = file, take(sound)
        tell(number, 2 * len(found.files))
    pace = models.pace(takes) if models is not None else 1.0
    refused: dict[str, tuple[Fault, ...]] = {}
    noticed: dict[str, tuple[Fault, ...]] = {}
    clips: dict[ClipFile, bytes] = {}
    for number, (name, file) in enumerate(sounds.items()):
        heard = takes[name]
        if models is not None and heard.clip.pcm:
            heard = models.timed(name, heard, pace)
        if _stops(heard.faults, name in accepted):
            refused[found.files[name].name] = heard.faults
        else:
            if heard.faults:
                noticed[found.files[name].name] = heard.faults
            order = Order(by_name[name].text, by_name[name].form)
            clips[listed(order, heard.clip, file, source)] = wav(heard.clip)
        tell(len(kept) + len(takes) + number, len(kept) + 2 * len(takes))
    if clips:
        folder.add(clips)
    recorded_texts = {each.text for each in folder.clips() if each.source == source}
    return Taken(
        tuple(name for name in sounds if found.files[name].name not in refused),
        tuple(kept),
        tuple(each.name for each in prompts if each.text not in recorded_texts),
        refused,
        noticed,
    )


def bring_one(found: Recorded, prompt: Prompt, folder: Path) -> Taken:
    """Put the recording of `prompt`, if it is in order, into `folder`, as WAV. Raises OSError."""
    path = found.files.get(prompt.name)
    if path is None:
        return Taken((), (), (prompt.name,), {}, {})
    heard = take(path.read_bytes())
    if heard.faults:
        return Taken((), (), (), {path.name: heard.faults}, {})
    folder.mkdir(exist_ok=True)
    write_whole(folder / f"{prompt.name}.wav", wav(heard.clip))
    return Taken((prompt.name,), (), (), {}, {})


def _stops(faults: Iterable[Fault], accepted: bool) -> bool:
    kinds = {each.kind for each in faults}
    return bool(kinds & _HOPELESS if accepted else kinds - _TOLD)


def _file(language: str, prompt: Prompt, source: str, sound: bytes) -> str:
    digest = hashlib.sha256(sound).hexdigest()
    return clip_name([language, prompt.text, prompt.form.text, source, digest, RULES])
