"""How long a questionnaire takes: estimated minutes by language and age group.

The timing model is instrument.md A.6: reading in words a second, a time for each tap and one for
each page. What is counted on every page somebody meets: the words of the label, of the hint and of
all choices (not of what opens behind "i"); a tap for each choice, each digit and each "Weiter"; a
page for each screen, tiles in blocks of `body::kiosk:blocks`. "weiß nicht" and "keine Angabe" are
read once: they stand on every page in the same place with the same words.

Somebody is one of many simulated respondents who answer at random, in the age group whose pace is
taken: most choose a substantive answer, name few choices where any number may be named, and leave
free text open. The start block counts its first layer as one page, the choice of language and size
as one page with two taps, and the questions that lead to the form.

Against the published results of the model, for 60–74 and 75+: V 9.6 and 12.5 minutes (here 10.5 and
13.7), K 4.2 and 5.5 (here 4.7 and 6.1). A third to all of the difference is the start block, whose
first layer the published 0.9 minutes for 75+ cannot hold (here 1.3); from the first question on V
takes 11.6 minutes for 75+ (here 12.4), K 4.6 (here 4.8).
"""

import math
import statistics
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from random import Random

from kiosk.forms.entry import FormEntry
from kiosk.forms.form import Form
from kiosk.forms.markdown import plain
from kiosk.forms.view import ChoiceView, Kind, QuestionView
from kiosk.study.finding import Finding, Severity
from kiosk.study.settings import Start

_RESPONDENTS = 60
_SCREENS = 6000
"""How many screens the respondents of an age group see; the longer a form, the fewer they are."""
_TRIES = 6
_LONGEST_WALK = 3000
_SUBSTANTIVE = 0.95
"""How many of those who choose choose something else than "weiß nicht" or "keine Angabe"."""
_NAMED = 5
"""How many choices are named at most where any number may be."""
_AGE = "D1"
"""The question whose answer is the age group."""


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast an age group is (instrument.md A.6). `age` are its codes of D1."""

    group: str
    age: str
    words_per_second: float
    seconds_per_tap: float
    seconds_per_page: float


PACES = (
    Pace("60–74", "5", 3.0, 1.3, 1.0),
    Pace("75+", "6", 2.3, 1.7, 1.3),
)


@dataclass(frozen=True, slots=True)
class Effort:
    """What somebody meets on the way: words read, taps, pages."""

    words: int = 0
    taps: int = 0
    pages: int = 0

    def __add__(self, other: "Effort") -> "Effort":
        return Effort(self.words + other.words, self.taps + other.taps, self.pages + other.pages)

    def minutes(self, pace: Pace) -> float:
        """How long it takes at this pace."""
        seconds = (
            self.words / pace.words_per_second
            + self.taps * pace.seconds_per_tap
            + self.pages * pace.seconds_per_page
        )
        return seconds / 60


@dataclass(frozen=True, slots=True)
class Duration:
    """The minutes a form takes in a language for an age group, start block included.

    `start_minutes` is the start block's part of each of the three. `addressed`: the form asks
    people of this age; one that asks no age is taken to ask people at work.
    """

    form: str
    language: str
    group: str
    median_minutes: float
    p75_minutes: float
    longest_minutes: float
    start_minutes: float = 0.0
    addressed: bool = True


def durations(
    form: Form,
    languages: Sequence[str],
    *,
    start: Effort | Mapping[str, Effort] = Effort(),
    preset: Mapping[str, str] | None = None,
    respondents: int = 0,
) -> tuple[Duration, ...]:
    """The durations of a form for each of its `languages` (by the workbooks' names) and PACES.

    `start` is the effort of the start block, by language or the same in all: :func:`start_block`.
    `respondents` 0: as many as are needed for a steady median. The same form gives the same
    durations.
    """
    found = []
    many = respondents or min(_RESPONDENTS, max(3, _SCREENS // max(1, len(form.questions))))
    for pace in PACES:
        walks = _walks(form, languages, pace, preset or {}, many)
        for place, language in enumerate(languages):
            before = start if isinstance(start, Effort) else start.get(language, Effort())
            minutes = sorted((before + walk[place]).minutes(pace) for walk in walks)
            found.append(
                Duration(
                    form=form.identifier,
                    language=language,
                    group=pace.group,
                    median_minutes=statistics.median(minutes),
                    p75_minutes=_quantile(minutes, 0.75),
                    longest_minutes=minutes[-1],
                    start_minutes=before.minutes(pace),
                    addressed=_addressed(form, pace),
                )
            )
    return tuple(found)


def start_block(form: Form, start: Start, language: str) -> Effort:
    """What the start form asks of everybody who takes part, in a language."""
    entry = FormEntry(form, random=lambda: 0.5, language=language)
    views = {view.name: view for view in entry.views()}
    screens = [views[name] for name in (start.participate, start.route) if name in views]
    if start.route not in views and start.participate in views:
        entry.go(views[start.participate].ref)
        entry.answer("1")
        screens += [view for view in entry.views() if view.name == start.route]
    layer = sum(_words(views[name].label) for name in start.layer1 if name in views)
    effort = Effort(pages=1, taps=2) + Effort(words=layer, taps=1, pages=1)
    for view in screens:
        effort += _effort(view, 1, _page_words(view))
    return effort


def too_long(found: Sequence[Duration], targets: Mapping[str, float]) -> Iterator[Finding]:
    """W701 where a quarter of an age group needs longer than a form's target.

    A target (minutes) counts from the first question on (instrument.md A.1).
    """
    for each in found:
        target = targets.get(each.form)
        minutes = each.p75_minutes - each.start_minutes
        if target is None or not each.addressed or minutes <= target:
            continue
        p75 = f"{minutes:.1f}"
        yield Finding(
            "W701",
            Severity.WARNING,
            each.form,
            f"lang:{each.language}",
            "",
            f"Ein Viertel der Menschen im Alter {each.group} braucht ab der ersten Frage mehr als "
            f"{p75.replace('.', ',')} Minuten; höchstens {target:g} sind vorgesehen (geschätzt).",
            f"One in four people aged {each.group} takes more than {p75} minutes from the first "
            f"question on; the target is {target:g} (estimated).",
        )


def _addressed(form: Form, pace: Pace) -> bool:
    for question in form.questions.values():
        if question.name == _AGE and question.itemset is not None:
            return any(item.value == pace.age for item in question.itemset.items)
    return pace == PACES[0]


def _walks(
    form: Form,
    languages: Sequence[str],
    pace: Pace,
    preset: Mapping[str, str],
    respondents: int,
) -> list[tuple[Effort, ...]]:
    """The effort of each respondent in each language: all languages along the same answers."""
    known: dict[tuple[str, tuple[str, ...]], int] = {}
    return [
        _walk(form, languages, pace, preset, Random(f"{form.identifier} {number}"), known)
        for number in range(respondents)
    ]


def _walk(
    form: Form,
    languages: Sequence[str],
    pace: Pace,
    preset: Mapping[str, str],
    random: Random,
    known: dict[tuple[str, tuple[str, ...]], int],
) -> tuple[Effort, ...]:
    entry = FormEntry(form, random=random.random, preset=preset, language=languages[0])
    efforts = [Effort()] * len(languages)
    apart: set[str] = set()
    for _ in range(_LONGEST_WALK):
        view = entry.question()
        if view is None:
            break
        taps = _answered(entry, view, pace, random)
        new = {each.value for each in view.choices if each.apart} - apart
        apart |= new
        key = (entry.at, *sorted(new), *(each.value for each in view.choices))
        for place, language in enumerate(languages):
            if (language, key) not in known:
                entry.speak(language)
                known[language, key] = _page_words(entry.question() or view, new)
                entry.speak(languages[0])
            efforts[place] += _effort(view, taps, known[language, key])
        if not entry.forward():
            break
    return tuple(efforts)


def _effort(view: QuestionView, taps: int, words: int) -> Effort:
    """A question's words, taps and pages; `taps` are those of the answer."""
    pages = 1
    if view.block > 0 and view.choices:
        pages = -(-sum(not each.apart for each in view.choices) // view.block)
    # Each page is left with "Weiter".
    return Effort(words, taps + pages, pages)


def _page_words(view: QuestionView, apart: AbstractSet[str] = frozenset()) -> int:
    """The words of a page; of the choices that stand apart only those in `apart`."""
    choices = [each.label for each in view.choices if not each.apart or each.value in apart]
    return sum(map(_words, (view.label, view.hint, *choices)))


def _words(markdown: str) -> int:
    text = plain(markdown)
    return sum(any(sign.isalnum() for sign in word) for word in text.split())


def _answered(entry: FormEntry, view: QuestionView, pace: Pace, random: Random) -> int:
    """Answer the question; the taps it took, "Weiter" apart."""
    if view.readonly:
        return 0
    if view.name == _AGE and any(each.value == pace.age for each in view.choices):
        entry.answer(pace.age)
        return 1
    for _ in range(_TRIES):
        value, taps = _answer(view, random)
        if entry.answer(value) is None:
            return taps
    entry.answer("")
    return 0


def _answer(view: QuestionView, random: Random) -> tuple[str, int]:
    """A plausible answer and its taps."""
    match view.kind:
        case Kind.SELECT_ONE if view.choices:
            return random.choice(_sensible(view, random)).value, 1
        case Kind.SELECT_MULTIPLE if view.choices:
            return _several(view, random)
        case Kind.RANK:
            values = [each.value for each in view.choices]
            random.shuffle(values)
            return " ".join(values), len(values)
        case Kind.ACKNOWLEDGE:
            return "OK", 1
        case Kind.INTEGER | Kind.DECIMAL | Kind.RANGE:
            low = int(view.lowest) if view.lowest is not None else 0
            high = int(view.highest) if view.highest is not None else low + 10
            number = str(random.randint(low, max(low, high)))
            return number, 1 if view.kind is Kind.RANGE else len(number)
        case Kind.DATE:
            return f"{random.randint(1940, 2020)}-06-15", 3
        case _:
            return "", 0


def _sensible(view: QuestionView, random: Random) -> list[ChoiceView]:
    substantive = [each for each in view.choices if not each.apart]
    if substantive and random.random() < _SUBSTANTIVE:
        return substantive
    return [each for each in view.choices if each.apart] or substantive


def _several(view: QuestionView, random: Random) -> tuple[str, int]:
    ordinary = [each for each in view.choices if not each.apart and not each.exclusive]
    if not ordinary or random.random() >= _SUBSTANTIVE:
        return random.choice(view.choices).value, 1
    most = min(view.most or _NAMED, len(ordinary))
    chosen = random.sample(ordinary, random.randint(1, most))
    return " ".join(each.value for each in chosen), len(chosen)


def _quantile(ordered: Sequence[float], share: float) -> float:
    """The smallest value that at least `share` of all do not exceed."""
    return ordered[max(0, math.ceil(len(ordered) * share) - 1)]
