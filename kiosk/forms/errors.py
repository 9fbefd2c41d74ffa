"""What can be wrong with a form."""

from kiosk.errors import KioskError


class FormError(KioskError):
    """A form that cannot be asked: names the form, the place in it, and what is wrong there."""

    def __init__(self, form: str, place: str, de: str, en: str) -> None:
        super().__init__(
            de=f"Fragebogen „{form}“, {place}: {de}",
            en=f'Questionnaire "{form}", {place}: {en}',
        )
        self.form = form
        self.place = place
