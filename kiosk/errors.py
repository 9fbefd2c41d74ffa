"""What can go wrong in the world outside the program: the ancestors of every expected error."""

from dataclasses import dataclass


@dataclass(eq=False)
class KioskError(Exception):
    """The world's fault, not ours: carries data, and a message for the people on site.

    `de` and `en` are whole sentences that say what happened, where, and what to do next. Children
    set both; whoever shows the error picks one with :func:`message`. Nothing in either may come
    from a respondent's answers.
    """

    de: str
    en: str

    def __str__(self) -> str:
        return self.en


def message(error: KioskError, language: str) -> str:
    """The error's sentence in `language` (a BCP 47 tag); English for "en…", else German."""
    return error.en if language.lower().startswith("en") else error.de
