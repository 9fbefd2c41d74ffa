"""Whether signs that are meant for a program are seen or heard by a person."""

import re

from kiosk.ui.fitting.breaches import (
    Breach,
    Rule,
    buttons,
    plain_labels,
    proses,
    said,
    texts,
)
from kiosk.ui.terminal.screen import Screen

_SIGNS = re.compile(r"</?[a-z][^>]*>|\*\*|__|&#?\w+;|\$?\{\w*\}", re.IGNORECASE)
"""Tags, Markdown's stress, entities, and places where a value should stand."""


def markup_breaches(screen: Screen) -> list[Breach]:
    """Every text, button and spoken sentence of `screen` with Markdown, HTML or an empty place."""
    found = []
    for widget in (*texts(screen), *proses(screen), *plain_labels(screen), *buttons(screen)):
        for words in {said(widget), widget.accessibleName(), widget.accessibleDescription()}:
            if sign := _SIGNS.search(words):
                found.append(Breach(Rule.MARKUP, widget, words, sign[0]))
    for _, words in screen.to_read():
        if sign := _SIGNS.search(words):
            found.append(Breach(Rule.MARKUP, screen, words, sign[0]))
    return found
