"""A form's texts as a data set's labels have them."""

from collections.abc import Mapping

from kiosk.forms.form import Form, Output, TextRef
from kiosk.forms.markdown import plain


def plain_text(form: Form, ref: TextRef, language: str) -> str:
    """A text without its outputs and its Markdown, for labels outside an interview."""
    by_language: Mapping[str, tuple[str | Output, ...]] = form.itext.get(ref.identifier, {})
    pieces = by_language.get(language) or by_language.get(form.default_language) or ref.inline
    return plain("".join(piece for piece in pieces if isinstance(piece, str))).strip()
