"""`kiosk study preview` refuses what it cannot show in a sentence, and leaves only pictures."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from support.workbooks import Draft


def kiosk(*words: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    blind = {name: value for name, value in os.environ.items()
             if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")}  # fmt: skip
    return subprocess.run(
        [sys.executable, "-m", "kiosk", "study", "preview", *map(str, words)],
        env={**blind, "LANG": "de_DE.UTF-8", "LC_ALL": "", "LC_MESSAGES": "", "PYTHONUTF8": "1"},
        cwd=cwd,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


@pytest.fixture
def study(tmp_path: Path) -> Path:
    Draft().write(tmp_path / "probe", ".md")
    return tmp_path / "probe"


def test_pictures_are_the_only_files_it_makes(study: Path, tmp_path: Path) -> None:
    before = set(tmp_path.rglob("*"))
    result = kiosk(study, "--question", "F1", "--language", "pl", "--screenshots", "out",
                   cwd=tmp_path)  # fmt: skip
    assert result.returncode == 0, result.stderr
    new = {path.relative_to(tmp_path).as_posix() for path in set(tmp_path.rglob("*")) - before}
    assert new == {"out", "out/Main-pl-2-002-F1.png"}


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--form", "X"), "Den Fragebogen „X“ gibt es nicht; es gibt S, Main, Short."),
        (("--language", "fr"), "Den Fragebogen Main gibt es nicht in „fr“; es gibt de, pl."),
        (("--question", "Q"), "Die Frage „Q“ gibt es nicht; es gibt BILD, F1, F2"),
        (("--size", "big"), "--size big: bitte Breite und Höhe in Pixeln angeben"),
        (("--preset", "WELLE"), "--preset WELLE: bitte als NAME=WERT angeben."),
        ((), "Hier gibt es keinen Bildschirm."),
    ],
)
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is a display")
def test_what_cannot_be_shown_is_said(
    words: tuple[str, ...], told: str, study: Path, tmp_path: Path
) -> None:
    result = kiosk(study, *words, cwd=tmp_path)
    assert result.returncode == 1
    assert told in result.stderr
    assert "Traceback" not in result.stderr


def test_errors_are_told_as_the_check_tells_them(tmp_path: Path) -> None:
    draft = Draft()
    draft.put("survey", "T1", "relevant", "${EINS} = 1")
    draft.write(tmp_path / "probe", ".xlsx")
    result = kiosk(tmp_path / "probe", cwd=tmp_path)
    assert result.returncode == 1
    assert result.stdout.splitlines()[0] == (
        "Main.xlsx:survey:14 (G14)  E211  /data/T1: ${EINS} gibt es nicht."
    )
