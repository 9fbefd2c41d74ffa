"""Whether a terminal's study fits its own glass: what does not is refused with the text named."""

from kiosk.errors import KioskError
from kiosk.study.finding import Finding, Severity
from kiosk.study.study import Study
from kiosk.ui.fitting.displays import name_of
from kiosk.ui.fitting.study import Laid, Step, unfitting
from kiosk.ui.theme import DisplayProfile
from kiosk.ui.translation import Translation

SMALL_INCH = 13.0
"""Below this a panel across has no room for a question and its answers (accessibility.md §0.6)."""
OWN_WORDS = "W903"
NAMED = 2
"""So many texts are named in one message."""


class GlassTooSmall(KioskError):
    """Some text does not fit the glass at the largest text size."""

    def __init__(self, profile: DisplayProfile, misfits: tuple[Finding, ...]) -> None:
        across = profile.diagonal_inch < SMALL_INCH and not profile.portrait
        more = len(misfits) - NAMED
        de = [_named(each, each.de) for each in misfits[:NAMED]]
        en = [_named(each, each.en) for each in misfits[:NAMED]]
        if more > 0:
            de.append(f"… und {more} weitere.")
            en.append(f"… and {more} more.")
        super().__init__(
            de="Diese Studie passt nicht auf diesen Bildschirm. "
            + (
                "Bitte stellen Sie das Gerät hochkant und messen Sie es noch einmal "
                "(kiosk terminal measure). "
                if across
                else "Bitte nehmen Sie einen größeren Bildschirm, oder bitten Sie das Projektteam, "
                "diese Texte zu kürzen. "
            )
            + "\n".join(de),
            en="This study does not fit this display. "
            + (
                "Turn the device upright and measure it again (kiosk terminal measure). "
                if across
                else "Take a larger display, or ask the project team to shorten these texts. "
            )
            + "\n".join(en),
        )


def misfits(
    study: Study, profile: DisplayProfile, translation: Translation, step: Step
) -> tuple[Finding, ...]:
    """What of `study` does not fit at the largest text size, the program's own words included.

    Needs a QApplication and the fonts.
    """
    laid = Laid(study.settings, study.forms, study.media)
    found = unfitting(laid, {name_of(profile): profile}, translation, step)
    return tuple(
        each for each in found if each.severity is Severity.ERROR or each.code == OWN_WORDS
    )


def _named(found: Finding, sentence: str) -> str:
    """Form, question or choice, and language, and what is wrong there."""
    language = found.column.partition("::")[2]
    place = found.place.rpartition("/")[2]
    where = ", ".join(each for each in (found.form, place, language) if each)
    return f"{where}: {sentence.partition(';')[0]}."
