"""The forms of a study, each read when it is first asked for."""

from collections.abc import Iterator, Mapping

from kiosk.forms.form import Form
from kiosk.forms.reading import read_form


class Forms(Mapping[str, Form]):
    """Form id → form. Reading one takes tens of milliseconds, and one respondent meets two.

    Looking one up raises FormError when it cannot be asked: a package is checked whole before it
    is signed, and again when a terminal is set up with it.
    """

    def __init__(self, sources: Mapping[str, bytes], media: Mapping[str, bytes]) -> None:
        """`sources` are XForms by form id, `media` the files their lists may stand in."""
        self._sources = dict(sources)
        self._media = media
        self._read: dict[str, Form] = {}

    def __getitem__(self, name: str) -> Form:
        if name not in self._read:
            self._read[name] = read_form(self._sources[name], name, self._media)
        return self._read[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._sources)

    def __len__(self) -> int:
        return len(self._sources)
