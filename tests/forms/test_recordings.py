"""Which recording stands for a label: never one in other words than those on the glass."""

import pytest

from kiosk.forms.entry import FormEntry
from kiosk.forms.reading import read_form

DE, PL = "Deutsch (de)", "Polski (pl)"


def form(itext: str) -> str:
    return (
        '<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"'
        ' xmlns:jr="http://openrosa.org/javarosa"><h:head><h:title>T</h:title><model>'
        f"<itext>{itext}</itext>"
        '<instance><T id="T" version="1"><a/><q/><meta><instanceID/></meta></T></instance>'
        '<bind nodeset="/T/a" type="string"/><bind nodeset="/T/q" type="string"/>'
        "</model></h:head><h:body>"
        '<input ref="/T/q"><label ref="jr:itext(\'/T/q:label\')"/></input>'
        "</h:body></h:html>"
    )


def said(language: str, text: str, audio: str = "") -> str:
    words = f"<value>{text}</value>" if text else ""
    sound = f'<value form="audio">jr://audio/{audio}</value>' if audio else ""
    default = ' default="true()"' if language == DE else ""
    return (
        f'<translation lang="{language}"{default}><text id="/T/q:label">{words}{sound}</text>'
        "</translation>"
    )


def recording(itext: str, language: str) -> str:
    entry = FormEntry(
        read_form(form(itext).encode(), "T"), random=lambda: 0.5, preset={}, language=language
    )
    question = entry.question()
    assert question is not None
    return question.audio


@pytest.mark.parametrize(
    ("itext", "language", "file"),
    [
        (said(DE, "Frage", "f.mp3") + said(PL, "Pytanie", "p.mp3"), DE, "f.mp3"),
        (said(DE, "Frage", "f.mp3") + said(PL, "Pytanie", "p.mp3"), PL, "p.mp3"),
        # German words would be heard under a Polish text.
        (said(DE, "Frage", "f.mp3") + said(PL, "Pytanie"), PL, ""),
        # The Polish text is missing, so the German one shows, and may be heard.
        (said(DE, "Frage", "f.mp3") + said(PL, ""), PL, "f.mp3"),
        # A column without a language: for all.
        (said(DE, "Frage") + said(PL, "Pytanie") + said("default", "", "f.mp3"), PL, "f.mp3"),
        (said(DE, "", "f.mp3"), DE, "f.mp3"),
    ],
)
def test_a_recording_speaks_the_language_the_label_shows_in(
    itext: str, language: str, file: str
) -> None:
    assert recording(itext, language) == file


def test_a_label_that_quotes_an_answer_is_left_to_the_voice_and_the_author_told() -> None:
    itext = said(DE, 'Frage zu <output value="/T/a"/>?', "f.mp3") + said(PL, "Pytanie", "p.mp3")
    assert recording(itext, DE) == ""
    assert recording(itext, PL) == "p.mp3"
    told = read_form(form(itext).encode(), "T").notices
    assert [(each.path, each.column) for each in told] == [("/T/q", "media::audio")]
