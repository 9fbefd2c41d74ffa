"""The Markdown of labels and hints, parsed into words and weights; nothing of it is ever run.

What XLSForm writes (https://xlsform.org/en/#styling-prompts) and ODK draws: `*emphasis*`,
`**strong**` (also with underscores), `# headings`, lists, line breaks, `[words](address)`,
`<span style="…">`, backslash escapes. An address is dropped and its words stay, for nothing leaves
the form; tags are dropped and their text stays. Unlike CommonMark, a single `*` opens only before a
word and closes only behind one: "Bürger*innen und Nutzer*innen" is no emphasis.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """Some words of one weight; "\\n" in `text` is a line break."""

    text: str
    strong: bool = False
    emphasis: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading or list item.

    `heading` is its level 1 to 6, 0 for none (its spans carry no weight for it); `marker` stands
    before a list item ("• ", "2. "); `apart` says that an empty line stands before it.
    """

    spans: tuple[Span, ...]
    heading: int = 0
    marker: str = ""
    apart: bool = False

    @property
    def text(self) -> str:
        """Its words, the marker included."""
        return self.marker + "".join(span.text for span in self.spans)


BULLET = "• "

_HELD = 0xE000  # escaped characters wait in the private use area, where no rule sees them
_PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_RELEASE = {_HELD + ord(sign): sign for sign in _PUNCTUATION}
_BREAK = re.compile(
    r"[ \t]*<(?:br|/?(?:p|div|li|ul|ol|h[1-6]|tr))\b[^<>]*>[ \t]*\n?", re.IGNORECASE
)
_TAG = re.compile(
    r"<!--.*?-->|</?[a-z][a-z0-9-]*(?:\s+[^\s\"'<>/=]+(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"'=<>`]+))?)*"
    r"\s*/?>",
    re.IGNORECASE | re.DOTALL,
)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});", re.IGNORECASE)
_LINK = re.compile(r"!?\[([^\[\]]*)\]\((?:[^()\s]|\([^()\s]*\))*(?:\s+\"[^\"]*\")?\s*\)")
_STRESS = re.compile(
    r"\*\*(?=\S)(?P<strong>.+?\*?)(?<=\S)\*\*(?!\*)"
    r"|(?<!\w)__(?=\S)(?P<under>.+?)(?<=\S)__(?!\w)"
    r"|(?<![\w*])\*(?=[^\s*])(?P<star>(?:[^*]|\*\*[^*]+\*\*)+?)(?<=\S)\*(?![\w*])"
    r"|(?<!\w)_(?=[^\s_])(?P<low>[^_]+?)(?<=\S)_(?!\w)",
    re.DOTALL,
)
# Nearly every label: no sign of Markdown, no list, nothing to trim. Lists have 20,000 of them.
_UNMARKED = re.compile(r"[^\W\d_](?:[^\\*_#<&\[\n\r]*[^\\*_#<&\[\s])?")
_HEADING = re.compile(r" {0,3}(#{1,6})[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$")
_ITEM = re.compile(r"[ \t]*(?:[-*][ \t]+|(\d{1,9}[.)])[ \t]+)(?=\S)(.*)$")


def parse(text: str) -> tuple[Block, ...]:
    """The blocks of a label, in order; () for an empty one. Never raises: all text means itself."""
    text = _ESCAPE.sub(lambda found: chr(_HELD + ord(found[1])), text)
    text = _TAG.sub("", _BREAK.sub("\n", text.replace("\r\n", "\n")))
    blocks: list[Block] = []
    lines: list[str] = []
    apart = False

    def end_paragraph() -> None:
        nonlocal apart
        if lines:
            blocks.append(Block(_spans("\n".join(lines)), apart=apart and bool(blocks)))
            lines.clear()
            apart = False

    for line in text.split("\n"):
        if not line.strip():
            end_paragraph()
            apart = True
        elif found := _HEADING.match(line):
            end_paragraph()
            spans = _spans(found[2])
            blocks.append(Block(spans, len(found[1]), apart=apart and bool(blocks)))
            apart = False
        elif found := _ITEM.match(line):
            end_paragraph()
            marker = f"{found[1]} " if found[1] else BULLET
            blocks.append(Block(_spans(found[2]), marker=marker, apart=apart and bool(blocks)))
            apart = False
        else:
            lines.append(line.strip())
    end_paragraph()
    return tuple(blocks)


def plain(text: str) -> str:
    """A label's words alone, one block to a line: for speech, names and the codebook."""
    if _UNMARKED.fullmatch(text):
        return text
    return "\n".join(block.text for block in parse(text))


def _spans(text: str) -> tuple[Span, ...]:
    return tuple(_joined(_pieces(_LINK.sub(r"\1", text), strong=False, emphasis=False)))


def _pieces(text: str, strong: bool, emphasis: bool) -> Iterator[Span]:
    at = 0
    for found in _STRESS.finditer(text):
        yield Span(_said(text[at : found.start()]), strong, emphasis)
        heavy = found["strong"] or found["under"]
        inner = heavy or found["star"] or found["low"]
        if strong if heavy else emphasis:  # no weight twice: what is left of the signs are signs
            yield Span(_said(found[0]), strong, emphasis)
        else:
            yield from _pieces(inner, strong or bool(heavy), emphasis or not heavy)
        at = found.end()
    yield Span(_said(text[at:]), strong, emphasis)


def _joined(spans: Iterator[Span]) -> Iterator[Span]:
    """Neighbours of the same weight as one; empty ones left out."""
    last: Span | None = None
    for span in spans:
        if not span.text:
            continue
        if last is not None and (last.strong, last.emphasis) == (span.strong, span.emphasis):
            last = Span(last.text + span.text, span.strong, span.emphasis)
            continue
        if last is not None:
            yield last
        last = span
    if last is not None:
        yield last


def _said(text: str) -> str:
    """Entities as their characters, escaped characters as themselves."""
    return _ENTITY.sub(lambda found: html.unescape(found[0]), text).translate(_RELEASE)
