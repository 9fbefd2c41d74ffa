"""A form's texts as they were written, Markdown and all, in one language."""

from kiosk.forms.form import Form, Text, TextRef
from kiosk.forms.languages import fallback


def pieces(form: Form, ref: TextRef, language: str) -> Text:
    """A text in `language`, as the form calls it, or in the nearest that has it; () for none."""
    if not ref.identifier:
        return ref.inline
    texts = form.itext.get(ref.identifier, {})
    chain = fallback(language, form.languages, form.default_language)
    return next((texts[each] for each in chain if texts.get(each)), ())


def written(form: Form, ref: TextRef, language: str) -> str:
    """The words of a text without what it quotes."""
    return "".join(each for each in pieces(form, ref, language) if isinstance(each, str))
