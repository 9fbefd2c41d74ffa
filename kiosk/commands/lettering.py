"""Letters that the program's typeface does not have: on the glass and on paper they are boxes."""

from collections.abc import Iterator

from kiosk.papers.typeface import lacking, typeface
from kiosk.resources import FONTS
from kiosk.study.checking import Source
from kiosk.study.diagnosis import finding
from kiosk.study.finding import Finding
from kiosk.study.form_texts import form_texts


def lettering_findings(source: Source) -> Iterator[Finding]:
    """W425: the forms and languages with letters that the typeface lacks.

    Raises NoTypeface.
    """
    font = typeface(FONTS).regular
    for name, form, each in source.offered():
        texts = "".join(text.plain("") for text in form_texts(form, each.name))
        if letters := lacking(texts, font):
            shown = " ".join(letters[:12]) + (" …" if len(letters) > 12 else "")
            yield finding(
                "W425", name, f"lang:{each.name}", "",
                f"{len(letters)} Buchstaben hat die Schrift des Programms nicht: {shown}. Ob das "
                "Terminal sie zeigen kann, hängt an seinen eigenen Schriften; auf Papier fehlen "
                "sie.",
                f"the program's typeface lacks {len(letters)} letters: {shown}. Whether the "
                "terminal can show them depends on its own fonts; on paper they are missing.",
            )  # fmt: skip
