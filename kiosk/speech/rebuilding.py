"""Bringing the clips of a language up to date: only what has changed is spoken."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from kiosk.speech.engine import Engine
from kiosk.speech.making import Order, make
from kiosk.speech.spoken import spoken_form
from kiosk.study.clip_folder import ClipFolder
from kiosk.study.clips import ClipFile, key_of
from kiosk.study.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """How many texts there are, how many were spoken now, how many sounds nothing needed any more,
    and how many recordings by people there are."""

    texts: int
    made: int
    removed: int
    by_people: int


def rebuild(
    folder: ClipFolder,
    texts: Iterable[str],
    engine: Engine,
    lexicon: Lexicon,
    jobs: int,
    tell: Callable[[int, int], None],
) -> Rebuilt:
    """Have exactly `texts` spoken by `engine`, beside what people have recorded.

    `tell` hears how many are done of how many. What was made stays made if this ends early. Raises
    KioskErrors of the engine, StudyError for a damaged list, and OSError.
    """
    orders = _orders(texts, folder.language, lexicon)
    before = folder.clips()
    by_people = [each for each in before if each.spoken_by_person]
    there = {each.file: each for each in before if each.source == engine.source}
    made: list[ClipFile] = []
    missing: list[Order] = []
    for order in orders:
        old = there.get(order.file(engine, folder.language))
        if old is not None and folder.intact(old):
            made.append(old)
        else:
            missing.append(order)
    new = 0
    tell(len(made), len(orders))
    for portion in make(missing, engine, folder.language, jobs) if missing else ():
        folder.keep({each.clip.file: each.sound for each in portion})
        made += [each.clip for each in portion]
        new += len(portion)
        # The former voice stays until the new one is whole.
        again = {(each.text, each.source) for each in made}
        left = [each for each in before if (each.text, each.source) not in again]
        folder.list([*made, *left])
        tell(len(made), len(orders))
    folder.list([*by_people, *made])
    gone = {each.file for each in before} - {each.file for each in (*by_people, *made)}
    return Rebuilt(len(orders), new, len(gone), len(by_people))


def _orders(texts: Iterable[str], language: str, lexicon: Lexicon) -> tuple[Order, ...]:
    """Each sound once; what has neither letter nor digit makes none."""
    orders: dict[str, Order] = {}
    for text in texts:
        written = " ".join(text.split())
        order = Order(written, spoken_form(written, language, lexicon))
        if any(map(str.isalnum, order.form.text)):
            orders.setdefault(key_of(text), order)
    return tuple(orders.values())
