"""Languages of a form: "Leichte Sprache (de-x-leicht)" names one and gives its BCP 47 tag."""

import re
from collections.abc import Iterable

UNNAMED = "default"
"""What the compiler calls the language of a column without one, beside named languages."""
_TAG = re.compile(r"\(([A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*)\)\s*\Z")


def tag(language: str) -> str:
    """The BCP 47 tag of a language of a form; the name itself, lower case, where it has none."""
    found = _TAG.search(language)
    return (found[1] if found else language.strip()).lower()


def fallback(language: str, languages: Iterable[str], default: str) -> tuple[str, ...]:
    """Where a text is looked for: the language, the languages it is a variant of, the default.

    Variants by BCP 47, section 4.4 of RFC 4647 ("Lookup"): "de-x-leicht" is helped by "de".
    """
    wanted = tag(language)
    wider = [each for each in languages if wanted.startswith(tag(each) + "-") and each != language]
    chain = (language, *sorted(wider, key=lambda each: -len(tag(each))), default)
    return tuple(dict.fromkeys(chain))
