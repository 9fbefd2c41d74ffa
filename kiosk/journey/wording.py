"""Answers in words, as the review says them: short, and the same in every language."""

from collections.abc import Iterable
from datetime import date

from kiosk.forms.languages import tag
from kiosk.forms.markdown import plain
from kiosk.forms.view import ChoiceView, Kind, Precision, QuestionView
from kiosk.journey.stages import ReviewLine


def review_lines(views: Iterable[QuestionView], language: str) -> tuple[ReviewLine, ...]:
    """Every question asked, with its answer in words."""
    return tuple(
        ReviewLine(view.ref, plain(view.label), in_words(view, language))
        for view in views
        if view.kind is not Kind.NOTE
    )


def in_words(view: QuestionView, language: str) -> str:
    """An answer in words; "" when there is none. `language` is a BCP 47 tag."""
    if not view.value:
        return ""
    if view.choices:
        return _choices(view)
    match view.kind:
        case Kind.DECIMAL | Kind.RANGE | Kind.INTEGER:
            return view.value if _has_points(language) else view.value.replace(".", ",")
        case Kind.DATE:
            return _day(view.value, view.precision, language)
        case Kind.TIME:
            return view.value[:5]
        case Kind.DATETIME:
            day, _t, clock = view.value.partition("T")
            return f"{_day(day, view.precision, language)}, {clock[:5]}"
        case Kind.ACKNOWLEDGE:
            return "✓"
    return view.value


def _choices(view: QuestionView) -> str:
    chosen = view.chosen
    if view.kind is Kind.RANK:
        by_value = {choice.value: choice for choice in view.choices}
        ranked = [by_value[each] for each in chosen if each in by_value]
        if len(ranked) == 1 and ranked[0].apart:
            return _label(ranked[0])
        return " · ".join(f"{place}. {_label(each)}" for place, each in enumerate(ranked, 1))
    # Authored order would be the values' order; the screen's order is what the person remembers.
    return " · ".join(_label(choice) for choice in view.choices if choice.value in chosen)


def _label(choice: ChoiceView) -> str:
    return plain(choice.label)


def _day(value: str, precision: Precision, language: str) -> str:
    day = date.fromisoformat(value)
    year, month = str(day.year), str(day.month)
    parts = {Precision.DAY: (str(day.day), month, year), Precision.MONTH: (month, year)}
    return ("/" if _has_points(language) else ".").join(parts.get(precision, (year,)))


def _has_points(language: str) -> bool:
    """Whether numbers are written 2.5 and dates 22/11/2026."""
    return tag(language).partition("-")[0] == "en"
