"""The privacy notice (layer 2) to lie beside the terminal, language by language."""

from collections.abc import Sequence
from functools import partial

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether, PageBreak, Spacer

from kiosk.papers.bookmark import Bookmark
from kiosk.papers.errors import NoLetters
from kiosk.papers.notice import NoticeSheet
from kiosk.papers.prose import Type, prose
from kiosk.papers.sheet import QUIET, Imprint, render
from kiosk.papers.typeface import Typeface, lacking

_SIZE, _LEADING = 14.0, 20.0


def privacy_notice(made_of: NoticeSheet, face: Typeface) -> bytes:
    """The PDF, A4; same input, same bytes. Raises NoLetters where the typeface cannot write it."""
    written = "".join(text for each in made_of.notices for text in each.texts)
    letters = lacking(written, face.regular)
    if letters:
        raise NoLetters(letters)
    imprint = Imprint(
        title=f"Datenschutz – {made_of.study}",
        author=made_of.town,
        subject="Information nach Artikel 13 DSGVO",
        head=f"{made_of.town} · Datenschutz",
        foot=made_of.code,
        language=made_of.language,
        small=10,
    )
    return render(imprint, face, partial(_story, made_of, face))


def _story(made_of: NoticeSheet, face: Typeface) -> Sequence[Flowable]:
    parts: list[Flowable] = []
    body = Type(face, _SIZE, _LEADING)
    for place, notice in enumerate(made_of.notices):
        if place:
            parts.append(PageBreak())
        parts += [
            Bookmark(notice.language),
            *prose(notice.title, Type(face, 28, 34, bold=True)),
            Spacer(1, 2 * mm),
            *prose(f"{made_of.study} · {notice.language}", Type(face, 12, 17, colour=QUIET)),
            Spacer(1, 8 * mm),
        ]
        for text in notice.texts:
            parts.append(KeepTogether([*prose(text, body), Spacer(1, 4 * mm)]))
    return parts
