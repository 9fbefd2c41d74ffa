"""The page of `kiosk study say`: one HTML file with its sounds beside it, German first."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby

from kiosk.speech.pronunciation import Pronunciation
from kiosk.study.approved import APPROVED, COLUMNS

SAVED = "freigegeben.tsv"
_STYLE = """
:root { color-scheme: light; }
body { font: 18px/1.5 sans-serif; max-width: 52rem; margin: 0 auto; padding: 2rem 1.5rem 7rem;
  color: #14202b; background: #fff; }
h1 { font-size: 2.2rem; line-height: 1.2; margin: 1rem 0; }
h2 { font-size: 1.6rem; margin: 4rem 0 0; }
[lang=en].aside { color: #4a5560; font-size: .85em; }
article { border-top: 1px solid #b6bfc7; padding: 1.6rem 0 1.8rem; }
article.done { border-left: 6px solid #1f6f43; padding-left: 1.2rem; }
.written, .said { margin: 0 0 .5rem; }
.written { font-size: 1.15rem; }
.said { font-size: 1.35rem; }
.written mark { background: #ffe9a8; color: inherit; padding: 0 .1em; }
.where, .caption { color: #4a5560; font-size: .8rem; margin: 0 0 .8rem; }
.caption { margin: 0; }
audio { width: 100%; max-width: 26rem; height: 44px; vertical-align: middle; }
label { display: inline-flex; gap: .7rem; align-items: center; min-height: 44px; cursor: pointer;
  margin-left: .5rem; }
input { width: 26px; height: 26px; accent-color: #1f6f43; }
footer { position: fixed; inset: auto 0 0; background: #fff; border-top: 2px solid #14202b;
  padding: .8rem 1.5rem; display: flex; gap: 1.5rem; justify-content: center;
  align-items: center; }
button { font: inherit; font-weight: bold; padding: .6rem 1.4rem; border: 0; border-radius: 8px;
  background: #14202b; color: #fff; cursor: pointer; }
button:focus-visible, input:focus-visible { outline: 4px solid #e08a00; outline-offset: 2px; }
"""
_SCRIPT = """
const boxes = [...document.querySelectorAll("input")];
let saved = true;
function count() {
  const done = boxes.filter(box => box.checked).length;
  document.getElementById("count").textContent = `${done} von ${boxes.length}`;
}
for (const box of boxes) box.addEventListener("change", () => {
  box.closest("article").classList.toggle("done", box.checked);
  saved = false;
  count();
});
document.querySelector("button").addEventListener("click", () => {
  const quoted = text => '"' + text.replaceAll('"', '""') + '"';
  const rows = boxes.filter(box => box.checked).map(box => JSON.parse(box.value));
  const lines = [COLUMNS, ...rows.map(row => [...row, "x"])];
  const text = lines.map(row => row.map(quoted).join("\\t") + "\\n").join("");
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], {type: "text/tab-separated-values"}));
  link.download = NAME;
  link.click();
  saved = true;
});
addEventListener("beforeunload", event => { if (!saved) event.preventDefault(); });
count();
"""


@dataclass(frozen=True, slots=True)
class Heard:
    """A text with its sound beside the page ("" where there is no voice)."""

    pronunciation: Pronunciation
    sound: str
    approved: bool


def page(study: str, heard: Sequence[Heard]) -> str:
    """The whole page: language by language, and a list to save of what was ticked."""
    columns = json.dumps([*COLUMNS, APPROVED])
    script = f"const COLUMNS = {columns}, NAME = {json.dumps(SAVED)};{_SCRIPT}"
    return (
        '<!doctype html>\n<html lang="de"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width">'
        f"<title>{escape(study)}: Aussprache</title><style>{_STYLE}</style></head>\n<body>\n"
        f"{''.join(_body(study, heard))}"
        '<footer><span id="count"></span><button>Freigegebenes speichern</button></footer>\n'
        f"<script>{script}</script></body></html>\n"
    )


def _body(study: str, heard: Sequence[Heard]) -> Iterator[str]:
    yield (
        f"<h1>{escape(study)}: So wird vorgelesen</h1>\n"
        f"<p>Diese {len(heard)} Texte werden anders gesprochen, als sie geschrieben sind. Bitte "
        "hören Sie jeden an und haken Sie ab, was richtig klingt. Was falsch klingt, kommt in das "
        "Wörterbuch der Studie oder in das Blatt „spoken“ des Fragebogens. Am Ende speichern Sie "
        f"die Liste; <code>kiosk study say … --approve {SAVED}</code> behält sie.</p>\n"
        '<p lang="en" class="aside">These texts are said otherwise than they are written. Listen, '
        "tick what sounds right, and save the list. What sounds wrong belongs into the lexicon or "
        "the sheet “spoken”.</p>\n"
    )
    for language, group in groupby(heard, key=lambda each: each.pronunciation.language):
        yield f"<h2>{escape(language)}</h2>\n"
        for each in group:
            yield _article(each)


def _article(each: Heard) -> str:
    text = each.pronunciation
    tag = escape(text.tag)
    audio = f'<audio controls preload="none" src="{escape(each.sound)}"></audio>'
    silent = "<em>Für diese Sprache ist hier keine Stimme.</em>"
    value = escape(json.dumps(text.key, ensure_ascii=False))
    return (
        f"<article{' class=done' if each.approved else ''}>\n"
        f'<p class="where">{escape(text.form)} {escape(text.place)} {escape(text.column)}</p>\n'
        f'<p class="caption">geschrieben</p><p class="written" lang="{tag}">{_marked(text)}</p>\n'
        f'<p class="caption">gesprochen</p><p class="said" lang="{tag}">{escape(text.said)}</p>\n'
        f"{audio if each.sound else silent}"
        f'<label><input type="checkbox" value="{value}"{" checked" if each.approved else ""}>'
        "klingt richtig</label></article>\n"
    )


def _marked(text: Pronunciation) -> str:
    parts, done = [], 0
    for start, length in text.altered:
        parts.append(escape(text.text[done:start]))
        parts.append(f"<mark>{escape(text.text[start : start + length])}</mark>")
        done = start + length
    return "".join((*parts, escape(text.text[done:])))
