"""All that reasoning finds in a study whose workbooks have no faults."""

from collections.abc import Iterator, Mapping

from kiosk.forms.form import Form
from kiosk.study.duration import Duration, durations, start_block, too_long
from kiosk.study.finding import Finding
from kiosk.study.quasi_identifiers import quasi_identifiers
from kiosk.study.reachability import reachability
from kiosk.study.readability import drafts, readability
from kiosk.study.settings import StudySettings


def analyses(settings: StudySettings, forms: Mapping[str, Form]) -> Iterator[Finding]:
    """The findings of every analysis: routing, time, reading, drafts, quasi-identifiers.

    `forms` are those there are, by their ids; the start form has to be among them.
    """
    for form in forms.values():
        yield from reachability(form)
        yield from readability(form, settings.languages.values())
    yield from too_long(minutes(settings, forms), settings.targets)
    yield from drafts(settings.languages)
    yield from quasi_identifiers(forms, settings)


def minutes(settings: StudySettings, forms: Mapping[str, Form]) -> tuple[Duration, ...]:
    """How long each form takes, the start block included, in each language it is offered in."""
    start = forms[settings.start.form]
    found: list[Duration] = []
    for name, form in forms.items():
        offered = [each.name for each in settings.languages.values() if name in each.forms]
        languages = [each for each in offered if each in form.languages] or [form.default_language]
        if name == settings.start.form:
            continue
        blocks = {each: start_block(start, settings.start, each) for each in languages}
        found.extend(durations(form, languages, start=blocks, preset=settings.presets))
    return tuple(found)
