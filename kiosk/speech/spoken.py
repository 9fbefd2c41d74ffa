"""Written text as it is to be spoken."""


def spoken(text: str, language: str) -> str:
    """`text` in words the voice of `language` (a BCP 47 tag) gets right."""
    del language
    return text
