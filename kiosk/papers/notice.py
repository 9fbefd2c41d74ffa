"""What is put up or laid out beside the terminal, in every language."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Notice:
    """The texts of one language, Markdown; `language` by its own name, `title` in the language."""

    language: str
    title: str
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NoticeSheet:
    """`code` names the study's version, small in the foot; `language` is the first one's tag."""

    study: str
    town: str
    notices: tuple[Notice, ...]
    code: str
    language: str
