"""What the headers of an XLSForm workbook mean, whichever of its spellings an author uses."""

import difflib
from dataclasses import dataclass

from kiosk.forms.reading.names import ALTERNATIVE, BIND, BODY, CHECK_MESSAGE, KIOSK

# https://xlsform.org/en/ref-table/ and pyxform's aliases (pyxform/aliases.py).
_SPELLINGS = {
    "relevance": "relevant",
    "bind::relevant": "relevant",
    "calculate": "calculation",
    "bind::calculate": "calculation",
    "bind::constraint": "constraint",
    "bind::required": "required",
    "bind::readonly": "read_only",
    "readonly": "read_only",
    "constraining_message": "constraint_message",
    "bind::jr:constraintMsg": "constraint_message",
    "requiredmsg": "required_message",
    "bind::jr:requiredMsg": "required_message",
    "noapperrorstring": "no_app_error_string",
    "bind::jr:noAppErrorString": "no_app_error_string",
    "bind::jr:noapperrorstring": "no_app_error_string",
    "bind::entities:saveto": "save_to",
    "body::appearance": "appearance",
    "body::autoplay": "autoplay",
    "body::rows": "rows",
    "body::jr:count": "repeat_count",
    "count": "repeat_count",
    "jr:count": "repeat_count",
    "caption": "label",
    "command": "type",
    "tag": "name",
    "value": "name",
    "media::image": "image",
    "media::audio": "audio",
    "media::video": "video",
    "media::big-image": "big-image",
    "id_string": "form_id",
    "set_form_id": "form_id",
    "title": "form_title",
    "set_form_title": "form_title",
}
TEXTS = ("label", "hint", "guidance_hint", "constraint_message", "required_message")
"""Columns with a sentence for the respondent, in as many languages as the form has."""
MEDIA = ("image", "audio")
"""Columns with the name of a file in media/, in as many languages as need one of their own."""
_TRANSLATED = frozenset((*TEXTS, *MEDIA, "video", "big-image"))

_SURVEY = frozenset(
    {
        *_TRANSLATED, "type", "name", "relevant", "calculation", "constraint", "required",
        "read_only", "appearance", "autoplay", "rows", "repeat_count", "default", "choice_filter",
        "parameters", "trigger", "disabled", "save_to", "query", "no_app_error_string",
        "compact_tag",
    }
)  # fmt: skip
_CHOICES = frozenset({"list_name", "name", "label", *MEDIA, "video", "big-image", "geometry"})
_SETTINGS = frozenset(
    {
        "form_title", "form_id", "version", "default_language", "namespaces", "instance_name",
        "public_key", "submission_url", "style", "name", "allow_choice_duplicates",
        "instance_xmlns", "clean_text_values", "omit_instanceid", "auto_send", "auto_delete",
        "client_editable", "prefix", "delimiter", "entity_version",
    }
)  # fmt: skip
_SPOKEN = frozenset({"language", "text", "say"})
KNOWN = {"survey": _SURVEY, "choices": _CHOICES, "settings": _SETTINGS, "spoken": _SPOKEN}
"""The columns that somebody reads, by sheet; beyond them the kiosk's own."""

_KIOSK = {
    "survey": frozenset(
        f"{part}::kiosk:{attribute.removeprefix(KIOSK)}"
        for part, attributes in (("bind", {*BIND, CHECK_MESSAGE}), ("body", {*BODY, ALTERNATIVE}))
        for attribute in attributes
        if attribute.startswith(KIOSK)
    ),
    "choices": frozenset({"hint", "bild"}),
    "settings": frozenset[str](),
    "spoken": frozenset[str](),
}
_BY_LANGUAGE = ("body::kiosk:alternative-", "bind::kiosk:check-message-")
_PREFIXES = ("bind::", "body::", "instance::", "media::", "attribute::")


@dataclass(frozen=True, slots=True)
class Column:
    """A column as written, and what it means: one name for all its spellings, and a language.

    `letter` is Excel's ("F"), "" in a Markdown table.
    """

    header: str
    letter: str
    meaning: str
    language: str = ""


def column(header: str, letter: str, *, double: bool) -> Column:
    """Read a header; `double`: whether the sheet separates with "::" (else the old ":")."""
    tokens = [each.strip() for each in header.split("::")]
    if len(tokens) == 1 and not double and ":" in header and not header.startswith("jr:"):
        tokens = [each.strip() for each in header.split(":")]
    first = "_".join(tokens[0].split()).lower()
    if first == "control":
        first = "body"
    plain = [first if f"{first}::" in _PREFIXES or _known(first) else tokens[0], *tokens[1:]]
    if f"{first}::" in _PREFIXES and len(plain) > 1:
        meaning, rest = "::".join(plain[:2]), plain[2:]
    else:
        meaning, rest = plain[0], plain[1:]
    meaning = _SPELLINGS.get(meaning, meaning)
    language = "::".join(rest)
    if language and meaning not in _TRANSLATED:
        return Column(header, letter, "::".join((meaning, language)))
    return Column(header, letter, meaning, language)


def meaning_of(header: str) -> tuple[str, str]:
    """What a header written by hand or by a finding means: (column, language)."""
    read = column(header, "", double=True)
    return read.meaning, read.language


def is_read(sheet: str, meaning: str) -> bool:
    """Whether the engine or the compiler looks at this column of the sheet."""
    if sheet not in KNOWN:
        return True
    if meaning in KNOWN[sheet] or meaning in _KIOSK[sheet]:
        return True
    if sheet == "choices":
        return meaning.startswith("hint_")
    return meaning.startswith(_PREFIXES) and not nearest(sheet, meaning)


def nearest(sheet: str, meaning: str) -> str:
    """The known column that a mistyped header looks like, or ""."""
    if sheet not in KNOWN or meaning.startswith(_BY_LANGUAGE):
        return ""
    known = [*KNOWN[sheet], *_KIOSK[sheet]]
    if sheet == "survey":
        known += [each for each in _SPELLINGS if each.startswith(_PREFIXES)]
    if meaning in known:
        return ""
    wanted = meaning if meaning.startswith(_PREFIXES) else meaning.lower()
    return next(iter(difflib.get_close_matches(wanted, sorted(known), n=1, cutoff=0.78)), "")


def _known(first: str) -> bool:
    return first in _SPELLINGS or any(first in known for known in KNOWN.values())
