"""Dates and times (ODK XForms, "Date and time functions").

The time now, its UTC offset and the language of names come from the surroundings. A dateTime is
shown on the clock it was written with; only decimal-time() turns it to the device's.
"""

import math
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta, timezone

from kiosk.forms.languages import tag
from kiosk.forms.xpath.arguments import one_of
from kiosk.forms.xpath.evaluation import CompileError, Context, Evaluator, Function
from kiosk.forms.xpath.moments import (
    Moment,
    day_after_epoch,
    day_part,
    instant_after_epoch,
    moment,
    moment_days,
)
from kiosk.forms.xpath.syntax import Expr, Literal
from kiosk.forms.xpath.values import Value, plain_number, to_string

# Unicode CLDR 45, gregorian calendar, stand-alone abbreviated names: months from January, days
# from Monday.
_MONTHS = {
    "de": "Jan Feb Mär Apr Mai Jun Jul Aug Sep Okt Nov Dez",
    "en": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
    "es": "ene feb mar abr may jun jul ago sept oct nov dic",
    "fr": "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.",
    "it": "gen feb mar apr mag giu lug ago set ott nov dic",
    "nl": "jan feb mrt apr mei jun jul aug sep okt nov dec",
    "pl": "sty lut mar kwi maj cze lip sie wrz paź lis gru",
    "ru": "янв. февр. март апр. май июнь июль авг. сент. окт. нояб. дек.",
    "tr": "Oca Şub Mar Nis May Haz Tem Ağu Eyl Eki Kas Ara",
    "uk": "січ лют бер кві тра чер лип сер вер жов лис гру",
}
_DAYS = {
    "de": "Mo Di Mi Do Fr Sa So",
    "en": "Mon Tue Wed Thu Fri Sat Sun",
    "es": "lun mar mié jue vie sáb dom",
    "fr": "lun. mar. mer. jeu. ven. sam. dim.",
    "it": "lun mar mer gio ven sab dom",
    "nl": "ma di wo do vr za zo",
    "pl": "pon. wt. śr. czw. pt. sob. niedz.",
    "ru": "пн вт ср чт пт сб вс",
    "tr": "Pzt Sal Çar Per Cum Cmt Paz",
    "uk": "пн вт ср чт пт сб нд",
}


def tag_of(language: str) -> str:
    """The primary subtag of a form's language ("Deutsch (de)", "en-GB"); "de" when unknown."""
    primary = tag(language).replace("_", "-").partition("-")[0]
    return primary if primary in _MONTHS else "de"


Escape = Callable[[datetime, str], str]

_DATE_ESCAPES: Mapping[str, Escape] = {
    "%": lambda _at, _tag: "%",
    "Y": lambda at, _tag: f"{at.year:04}",
    "y": lambda at, _tag: f"{at.year % 100:02}",
    "m": lambda at, _tag: f"{at.month:02}",
    "n": lambda at, _tag: str(at.month),
    "b": lambda at, tag: _MONTHS[tag].split()[at.month - 1],
    "d": lambda at, _tag: f"{at.day:02}",
    "e": lambda at, _tag: str(at.day),
    "a": lambda at, tag: _DAYS[tag].split()[at.weekday()],
    "W": lambda at, _tag: str(at.isocalendar().week),
    "H": lambda at, _tag: f"{at.hour:02}",
    "h": lambda at, _tag: str(at.hour),
    "M": lambda at, _tag: f"{at.minute:02}",
    "S": lambda at, _tag: f"{at.second:02}",
    "3": lambda at, _tag: f"{at.microsecond // 1000:03}",
}


def _formatted(at: datetime, template: str, tag: str) -> str:
    """The template with its escapes filled in; an escape there is none of stays as it is."""
    parts: list[str] = []
    place = 0
    while place < len(template):
        escape = _DATE_ESCAPES.get(template[place + 1 : place + 2])
        if template[place] == "%" and escape is not None:
            parts.append(escape(at, tag))
            place += 2
        else:
            parts.append(template[place])
            place += 1
    return "".join(parts)


def _known_escapes(template: str) -> bool:
    rest = template
    while "%" in rest:
        _, _, rest = rest.partition("%")
        if rest[:1] not in _DATE_ESCAPES or not rest:
            return False
        rest = rest[1:]
    return True


def _zone(context: Context) -> timezone:
    return timezone(context.around.now().utcoffset() or timedelta())


def _read(value: Value, context: Context) -> Moment | None:
    """A string as the moment it is; a number as days since 1970, whole ones as a date."""
    if isinstance(value, bool):
        return None
    text = "" if isinstance(value, float) else to_string(value)
    number = value if isinstance(value, float) else plain_number(text)
    if math.isnan(number):
        return moment(text)
    if number == math.floor(number):
        return day_after_epoch(number)
    return instant_after_epoch(number, _zone(context))


def _date(context: Context, args: Sequence[Evaluator]) -> Value:
    """The calendar day; a number counts whole days from 1970-01-01. "" for what is no date."""
    value = args[0](context)
    text = "" if isinstance(value, float) else to_string(value)
    number = value if isinstance(value, float) else plain_number(text)
    if isinstance(value, bool):
        return ""
    found = moment(text) if math.isnan(number) else day_after_epoch(number)
    if isinstance(found, datetime):
        return found.date().isoformat()
    return found.isoformat() if isinstance(found, date) else ""


def _full(at: Moment, zone: timezone) -> datetime:
    if isinstance(at, datetime):
        return at if at.tzinfo is not None else at.replace(tzinfo=zone)
    if isinstance(at, time):
        return datetime.combine(date(1970, 1, 1), at if at.tzinfo else at.replace(tzinfo=zone))
    return datetime.combine(at, time(tzinfo=zone))


def _date_time(context: Context, args: Sequence[Evaluator]) -> Value:
    found = _read(args[0](context), context)
    if found is None or isinstance(found, time):
        return ""
    return _written(_full(found, _zone(context)))


def _written(at: datetime) -> str:
    return at.isoformat(timespec="milliseconds")


def _format(context: Context, args: Sequence[Evaluator]) -> Value:
    """ "" for what is no date, time or number of days."""
    found = _read(args[0](context), context)
    if found is None:
        return ""
    template = to_string(args[1](context))
    return _formatted(_full(found, UTC), template, tag_of(context.around.language))


def _decimal_date_time(context: Context, args: Sequence[Evaluator]) -> Value:
    value = args[0](context)
    if isinstance(value, float):
        return value
    text = to_string(value)
    found = moment(text)
    if found is None:
        return plain_number(text)
    return math.nan if isinstance(found, time) else moment_days(found)


def _decimal_time(context: Context, args: Sequence[Evaluator]) -> Value:
    """The part of the device's day that has passed, in [0, 1)."""
    value = args[0](context)
    if isinstance(value, float):
        return value - math.floor(value) if math.isfinite(value) else math.nan
    found = moment(to_string(value))
    if isinstance(found, datetime):
        found = found.timetz()
    if not isinstance(found, time):
        return math.nan
    offset = found.utcoffset()
    if offset is None:
        return day_part(found)
    shift = ((_zone(context).utcoffset(None) or timedelta()) - offset) / timedelta(days=1)
    # Whole milliseconds: 23:00 plus an hour is 0, not 0.9999….
    return round((day_part(found) + shift) * 86_400_000) % 86_400_000 / 86_400_000


_want_template = one_of(
    1, _known_escapes, "enthält ein unbekanntes %-Zeichen", "has an unknown % escape"
)


def _want_date(args: tuple[Expr, ...]) -> None:
    match args[0]:
        case Literal(text) if text and math.isnan(plain_number(text)):
            found = moment(text)
            if found is None or isinstance(found, time):
                raise CompileError(f"„{text}“ ist kein Datum", f'"{text}" is not a date')


def _want_format(args: tuple[Expr, ...]) -> None:
    _want_template(args)
    match args[0]:
        case Literal(text) if text and math.isnan(plain_number(text)) and moment(text) is None:
            raise CompileError(f"„{text}“ ist kein Datum", f'"{text}" is not a date')


DATES: Mapping[str, Function] = {
    "today": Function(0, 0, lambda context, _args: context.around.now().date().isoformat()),
    "now": Function(0, 0, lambda context, _args: _written(context.around.now())),
    "date": Function(1, 1, _date, check=_want_date),
    "date-time": Function(1, 1, _date_time, check=_want_date),
    "format-date": Function(2, 2, _format, check=_want_format),
    "format-date-time": Function(2, 2, _format, check=_want_format),
    "decimal-date-time": Function(1, 1, _decimal_date_time),
    "decimal-time": Function(1, 1, _decimal_time),
}
