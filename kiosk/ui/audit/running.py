"""Many walks at once, each in a process of its own."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from multiprocessing import get_context

from kiosk.study.settings import StudySettings
from kiosk.ui.audit.finding import Walked
from kiosk.ui.audit.plan import Walk
from kiosk.ui.audit.walking import walked
from kiosk.ui.fitting.application import translation_of, unseen_application
from kiosk.ui.fitting.study import Laid
from kiosk.ui.translation import Translation

Opened = tuple[Laid, StudySettings]
Open = Callable[[], Opened]
"""Opens the study again in each process; must be picklable, which forms are not."""


def run_walks(walks: Sequence[Walk], opening: Open, jobs: int) -> Iterator[Walked]:
    """Every walk, in the order they end. With one job they run here.

    Raises what `opening` raises, and MissingFontError and DamagedTranslationError.
    """
    if jobs == 1:
        _open(opening)
        yield from map(_walk, walks)
        _here[0][2].close()
        _here.clear()
        return
    # Spawned as on Windows everywhere: Qt does not survive a fork.
    context = get_context("spawn")
    with ProcessPoolExecutor(jobs, context, _open, (opening,)) as pool:
        for done in as_completed([pool.submit(_walk, each) for each in walks]):
            yield done.result()


_here: list[tuple[Laid, StudySettings, Translation]] = []
"""The study this process walks through; an initializer can hand it on in no other way."""


def _open(opening: Open) -> None:
    application = unseen_application()
    laid, settings = opening()
    _here[:] = [(laid, settings, translation_of(application))]


def _walk(walk: Walk) -> Walked:
    return walked(walk, *_here[0])
