"""What can be wrong with a form."""

from kiosk.errors import KioskError


class FormError(KioskError):
    """A form that cannot be asked: names the form, the place in it, and what is wrong there.

    `path` is the template path the error belongs to ("/V/loop/L3"), "" when it belongs to none.
    `column` is the XLSForm column that holds the fault ("relevant", "calculation"), "" for the row.
    `reason` is the same sentence in both languages without form and place.
    """

    def __init__(
        self, form: str, place: str, de: str, en: str, *, path: str = "", column: str = ""
    ) -> None:
        super().__init__(
            de=f"Fragebogen „{form}“, {place}: {de}",
            en=f'Questionnaire "{form}", {place}: {en}',
        )
        self.form = form
        self.place = place
        self.path = path
        self.column = column
        self.reason = (de, en)
