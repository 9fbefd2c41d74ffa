"""Every text of a form that respondents see or hear."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kiosk.forms.form import Control, Form, Group, Item, Question, Repeat, Text, TextRef
from kiosk.forms.languages import tag
from kiosk.forms.markdown import plain


@dataclass(frozen=True, slots=True)
class FormText:
    """A text in one language; `place` and `column` as in a Finding."""

    place: str
    column: str
    pieces: Text

    def plain(self, quoted: str = "…") -> str:
        """Without Markdown, single blanks between its words; `quoted` stands for an answer."""
        return " ".join(self.lines(quoted).split())

    def lines(self, quoted: str = "…") -> str:
        """As :meth:`plain`, in the lines its author wrote."""
        said = (piece if isinstance(piece, str) else quoted for piece in self.pieces)
        return plain("".join(said))


def form_texts(form: Form, language: str) -> Iterator[FormText]:
    """The texts of `form` written in a `language` of its, in form order, empty ones left out.

    A list of choices used twice counts once. What a language lacks is not taken from another.
    """
    for each in _texts(form, language):
        if each.lines().strip():
            yield each


def _texts(form: Form, language: str) -> Iterator[FormText]:
    for control in _groups(form.body):
        yield _text(form, control.path, "label", control.label, language)
    lists: set[str] = set()
    for path, question in form.questions.items():
        yield _text(form, path, "label", question.label, language)
        yield _text(form, path, "hint", question.hint, language)
        yield _own(form, path, "body::kiosk:alternative", question.alternative, language)
        itemset = question.itemset
        if itemset is not None and (itemset.list_name or path) not in lists:
            lists.add(itemset.list_name or path)
            for item in itemset.items:
                place = f"{itemset.list_name}:{item.value}" if itemset.list_name else path
                yield _text(form, place, "label", item.label, language)
                yield _hint(form, place, item, language)
    for path, bind in form.binds.items():
        yield _text(form, path, "constraint_message", bind.constraint_message, language)
        yield _text(form, path, "required_message", bind.required_message, language)
        yield _own(form, path, "bind::kiosk:check-message", bind.check_message, language)


def _groups(controls: tuple[Control, ...]) -> Iterator[Group | Repeat]:
    for each in controls:
        if not isinstance(each, Question):
            yield each
            yield from _groups(each.children)


def _text(form: Form, place: str, column: str, ref: TextRef, language: str) -> FormText:
    if not ref.identifier:
        return FormText(place, column, ref.inline)
    column = f"{column}::{language}" if language else column
    return FormText(place, column, form.itext.get(ref.identifier, {}).get(language, ()))


def _own(form: Form, place: str, column: str, texts: Mapping[str, str], language: str) -> FormText:
    """A text in a column of the kiosk's, one for each language tag."""
    suffix = "" if language == form.default_language else tag(language)
    return FormText(place, f"{column}-{suffix}" if suffix else column, _whole(texts.get(suffix)))


def _hint(form: Form, place: str, item: Item, language: str) -> FormText:
    column = "hint" if language == form.default_language else f"hint_{tag(language)}"
    return FormText(place, column, _whole(item.extras.get(column)))


def _whole(text: str | None) -> Text:
    return (text,) if text else ()
