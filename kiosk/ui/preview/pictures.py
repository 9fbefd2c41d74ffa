"""A picture of every question of a form: what authors send around."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kiosk.forms.form import Form
from kiosk.forms.languages import tag
from kiosk.forms.view import Progress, QuestionView
from kiosk.journey.stages import Farewell
from kiosk.study.settings import Start
from kiosk.ui.fitting.asked import every_question
from kiosk.ui.fitting.glass import Glass
from kiosk.ui.pictograms import Pictograms
from kiosk.ui.preview.mark import marked
from kiosk.ui.terminal.screen import Screen
from kiosk.ui.theme import DisplayProfile, make_theme
from kiosk.ui.translation import Translation


@dataclass(frozen=True, slots=True)
class Series:
    """Which pictures are taken. `start` is given for the start form, whose questions and notes
    have screens of their own; `only` names one question."""

    name: str
    form: Form
    languages: tuple[str, ...]
    text_sizes: tuple[int, ...]
    profile: DisplayProfile
    start: Start | None = None
    only: str = ""


def take(
    series: Series,
    read: Callable[[str], bytes],
    translation: Translation,
    folder: Path,
    step: Callable[[str], None],
) -> int:
    """Write one PNG for each page of each question; how many there are.

    Relevance is ignored, `${…}` is as long as it can be. Named form-language-size-number-question,
    "-2" behind it for a second page. Needs an application and the fonts; raises OSError when a
    picture cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    taken = 0
    for size in series.text_sizes:
        glass = Glass(make_theme(series.profile, size), Pictograms(read))
        for language in series.languages:
            step(f"{series.name} {language} {size}")
            translation.speak(tag(language))
            before = f"{series.name}-{tag(language)}-{size}"
            for named, screen in _shown(series, glass, language):
                path = folder / f"{before}-{named}.png"
                told = f"{series.name} · {named} · {language} · Größe {size}"
                if not marked(screen.grab(), told).save(str(path)):
                    raise OSError(0, "cannot write", str(path))
                taken += 1
        glass.close()
    return taken


def _shown(series: Series, glass: Glass, language: str) -> Iterator[tuple[str, Screen]]:
    """The name of each page and the screen that shows it."""
    asked = list(every_question(series.form, language))
    if series.start is not None:
        yield from _start_form(glass, series.start, {e.view.name: e.view for e in asked})
        return
    for number, each in enumerate(asked, start=1):
        if series.only not in ("", each.view.name):
            continue
        glass.question.reset()
        for page in glass.turned(each.view, Progress(number, len(asked))):
            end = f"-{page}" if page > 1 else ""
            yield f"{number:03}-{each.view.name}{end}", glass.question


def _start_form(
    glass: Glass, start: Start, views: dict[str, QuestionView]
) -> Iterator[tuple[str, Screen]]:
    """The screens before and after the interview, as far as the form fills them."""
    question, route = views.get(start.participate), views.get(start.route)
    for number, names in enumerate((start.layer1, start.layer2), start=1):
        notes = tuple(views[name].label for name in names if name in views)
        if question is not None:
            pages = glass.participation(question, notes, details=number == 2)
            for page, _ in enumerate(pages, start=1):
                yield f"00{number}-{start.participate}-{page}", glass.start
    if route is not None:
        glass.for_whom(route)
        yield f"003-{start.route}", glass.route
    for farewell, name in (
        (Farewell.SAVED, start.saved),
        (Farewell.TOO_YOUNG, start.too_young),
        (Farewell.DECLINED, start.declined),
        (Farewell.DISCARDED, start.discarded),
    ):
        if name in views:
            glass.goodbye(farewell, views[name].label)
            yield f"004-{name}", glass.farewell
