"""What is wrong with the clips in the folder of a study."""

from collections.abc import Iterator
from pathlib import Path

from kiosk.study.cell import Cell
from kiosk.study.clip_folder import LARGEST_MB, clip_files, lasts_as_listed, megabytes
from kiosk.study.clip_list import list_name, read_clips, sound_name
from kiosk.study.clips import CLIPS, Clips
from kiosk.study.diagnosis import Diagnosed, finding
from kiosk.study.errors import StudyError
from kiosk.study.lexicon import primary
from kiosk.study.settings import StudySettings


def clip_findings(
    source: Path, settings: StudySettings | None, files: dict[str, bytes]
) -> Iterator[Diagnosed]:
    """Every fault, each with its file; the clips of languages that are offered go to `files`."""
    try:
        found = clip_files(source)
    except StudyError as error:
        yield Diagnosed(finding("E431", "", "", "", *error.reason), Cell(error.file))
        return
    except OSError as error:
        de = f"lässt sich nicht lesen ({error.strerror})."
        en = f"cannot be read ({error.strerror})."
        yield Diagnosed(finding("E431", "", "", "", de, en), Cell(CLIPS))
        return
    clips = read_clips(found)
    offered = {primary(tag) for tag in settings.languages} if settings is not None else None
    for folder in clips.listed:
        if offered is not None and folder not in offered:
            de = "diese Sprache bietet die Studie nicht an; die Töne kommen nicht ins Paket."
            en = "the study does not offer this language; its sounds are not packed."
            yield Diagnosed(finding("W431", "", "", "", de, en), Cell(list_name(folder)))
            unheard = f"{CLIPS}/{folder}/"
            found = {each: raw for each, raw in found.items() if not each.startswith(unheard)}
    yield from _damaged(clips)
    files |= found
    size = megabytes(read_clips(found))
    if size > LARGEST_MB:
        de = f"{size:.0f} MB Ton sind mehr als die {LARGEST_MB} MB, die ein Paket tragen kann. "
        de += "Bitte lassen Sie eine Sprache weg (Ordner löschen)."
        en = f"{size:.0f} MB of sound are more than the {LARGEST_MB} MB that a package can carry. "
        en += "Leave out a language (delete its folder)."
        yield Diagnosed(finding("E432", "", "", "", de, en), Cell(CLIPS))


def _damaged(clips: Clips) -> Iterator[Diagnosed]:
    """Sounds that cannot be heard, or are not as long as they were."""
    told: set[str] = set()
    for folder, listed in clips.listed.items():
        for each in listed:
            name = sound_name(folder, each.file)
            if name in told:
                continue
            told.add(name)
            if not lasts_as_listed(each, clips.sounds[name]):
                de = f"der Ton von „{each.text}“ ist beschädigt oder stumm. Bitte "
                en = f'the sound of "{each.text}" is damaged or silent. '
                if each.spoken_by_person:
                    de += "nehmen Sie ihn neu auf."
                    en += "Record it anew."
                else:
                    de += "lassen Sie noch einmal vorlesen (kiosk study speak)."
                    en += "Have the study spoken once more (kiosk study speak)."
                yield Diagnosed(finding("E433", "", "", "", de, en), Cell(name))
