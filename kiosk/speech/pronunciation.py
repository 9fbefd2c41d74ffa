"""How the texts of a form are said, where that differs from how they are written."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kiosk.forms.form import Form
from kiosk.forms.languages import tag
from kiosk.speech.spoken import SpokenForm, spoken_form
from kiosk.study.form_texts import form_texts
from kiosk.study.lexicon import NO_LEXICON, Lexicon, primary

_ANSWER = "X"
_PAUSES = ".,;:!?"


@dataclass(frozen=True, slots=True)
class Pronunciation:
    """A text of a form and what the voice says; `place` and `column` as in a Finding.

    `language` is as the form names it. `altered`: (start, length) of the words of `text` that are
    said otherwise than they are written. An answer the text quotes is X.
    """

    form: str
    place: str
    column: str
    language: str
    text: str
    said: str
    altered: tuple[tuple[int, int], ...]

    @property
    def tag(self) -> str:
        """The language's BCP 47 tag."""
        return tag(self.language)

    @property
    def key(self) -> tuple[str, str, str]:
        """What a person approves: primary language subtag, text and spoken form."""
        return primary(self.tag), self.text, self.said


def pronunciations(
    form: Form, language: str, lexicons: Mapping[str, Lexicon]
) -> Iterator[Pronunciation]:
    """The texts of `form` in a `language` of its that are said otherwise than they are written."""
    lexicon = lexicons.get(primary(tag(language)), NO_LEXICON)
    for each in form_texts(form, language):
        text = each.plain(_ANSWER)
        spoken = spoken_form(text, tag(language), lexicon)
        if spoken.text != text:
            yield Pronunciation(
                form.identifier,
                each.place,
                each.column,
                language,
                text,
                spoken.text,
                tuple(_altered(text, spoken)),
            )


def _altered(text: str, spoken: SpokenForm) -> Iterator[tuple[int, int]]:
    """The written words that no spoken word alone repeats, each once; a pause is no change."""
    for (start, length), words in spoken.by_place().items():
        written = text[start : start + length].rstrip(_PAUSES)
        if length and [each.rstrip(_PAUSES) for each in words] != [written]:
            yield start, length
