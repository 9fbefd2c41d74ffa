"""The poster beside the terminal: the participation text, one page a language, as large as fits."""

from collections.abc import Sequence
from functools import partial

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, PageBreak, Spacer

from kiosk.papers.bookmark import Bookmark
from kiosk.papers.errors import NoLetters
from kiosk.papers.notice import Notice, NoticeSheet
from kiosk.papers.prose import Type, height_of, prose
from kiosk.papers.sheet import BOTTOM, CONTENT, HEIGHT, QUIET, TOP, Imprint, render
from kiosk.papers.typeface import Typeface, lacking

_SIZES = tuple(size / 2 for size in range(52, 21, -1))
"""Points tried, the largest first: 26 down to 11."""
_LARGE = 18.0
"""Where the text would become smaller than that, the title makes room for it."""
_TITLE, _LOW_TITLE = 38.0, 24.0


def poster(made_of: NoticeSheet, face: Typeface) -> bytes:
    """The PDF, A4; same input, same bytes. Raises NoLetters where the typeface cannot write it."""
    written = "".join(text for each in made_of.notices for text in each.texts)
    letters = lacking(written, face.regular)
    if letters:
        raise NoLetters(letters)
    imprint = Imprint(
        title=f"Aushang – {made_of.study}",
        author=made_of.town,
        subject="Teilnahme und Datenschutz in Kürze",
        head="",
        foot=made_of.code,
        language=made_of.language,
        page="{number}/{count}",
        small=9,
    )
    return render(imprint, face, partial(_story, made_of, face))


def _story(made_of: NoticeSheet, face: Typeface) -> Sequence[Flowable]:
    parts: list[Flowable] = []
    for place, notice in enumerate(made_of.notices):
        if place:
            parts.append(PageBreak())
        parts.append(Bookmark(notice.language))
        parts += _largest(made_of, notice, face)
    return parts


def _largest(made_of: NoticeSheet, notice: Notice, face: Typeface) -> list[Flowable]:
    page: list[Flowable] = []
    for size, title in [*((size, _TITLE) for size in _SIZES if size >= _LARGE),
                        *((size, _LOW_TITLE) for size in _SIZES)]:  # fmt: skip
        page = _page(made_of, notice, face, size, title)
        if height_of(page, CONTENT) <= HEIGHT - TOP - BOTTOM:
            break
    return page


def _page(
    made_of: NoticeSheet, notice: Notice, face: Typeface, size: float, title: float
) -> list[Flowable]:
    parts: list[Flowable] = [
        *prose(made_of.town, Type(face, 16, 21, colour=QUIET)),
        Spacer(1, 2 * mm),
        *prose(notice.title, Type(face, title, title * 1.16, bold=True)),
        Spacer(1, title / 4 * mm),
    ]
    body = Type(face, size, size * (1.36 if size >= _LARGE else 1.3))
    for place, text in enumerate(notice.texts):
        parts += [Spacer(1, 0.55 * size)] if place else []
        parts += prose(text, body)
    return parts
