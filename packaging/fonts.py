"""Merge the web subsets of the interface typeface into one TrueType file per weight.

The typeface is Atkinson Hyperlegible Next (SIL OFL 1.1, no reserved name). The npm package
`@fontsource/atkinson-hyperlegible-next` ships it as woff2 subsets: "latin" holds German and the
typographic signs, "latin-ext" the Polish letters. Qt needs both in one file, or it falls back to
another face in the middle of a word. Run once per release of the typeface:

    npm pack @fontsource/atkinson-hyperlegible-next && tar xzf fontsource-*.tgz
    uv run --with fonttools --with brotli packaging/fonts.py package resources/fonts
"""

import shutil
import sys
import tempfile
from pathlib import Path

from fontTools.merge import Merger
from fontTools.ttLib import TTFont

WEIGHTS = {400: "Regular", 700: "Bold"}
SUBSETS = ("latin", "latin-ext")


def merge_weight(package: Path, weight: int, target: Path) -> None:
    """Write one TTF with every glyph of the subsets of `weight`; earlier subsets win."""
    with tempfile.TemporaryDirectory() as folder:
        parts: list[str] = []
        for subset in SUBSETS:
            name = f"atkinson-hyperlegible-next-{subset}-{weight}-normal.woff2"
            font = TTFont(package / "files" / name)
            font.flavor = None  # unpacked
            if "STAT" in font:
                del font["STAT"]  # variation data of a static file; the merger cannot join it
            path = Path(folder) / f"{subset}.ttf"
            font.save(path)
            parts.append(str(path))
        merged = Merger().merge(parts)
        merged["head"].modified = merged["head"].created  # the same bytes at every run
        merged.recalcTimestamp = False
        merged.save(target)


def main(package: Path, target: Path) -> None:
    """Merge every weight of `package` into `target` and copy the licence beside it."""
    target.mkdir(parents=True, exist_ok=True)
    for weight, name in WEIGHTS.items():
        merge_weight(package, weight, target / f"AtkinsonHyperlegibleNext-{name}.ttf")
    shutil.copyfile(package / "LICENSE", target / "OFL.txt")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
