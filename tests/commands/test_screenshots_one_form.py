"""`kiosk run --screenshots` with a study of one form, where nobody is asked which."""

import os
import subprocess
import sys
from pathlib import Path

from support.rothenburg import recipients
from support.workbooks import Draft

from kiosk.sealing.signing import new_study_key, write_signers
from kiosk.study.building import build_package


def test_every_question_has_its_own_picture(tmp_path: Path) -> None:
    draft = Draft()
    draft.toml = draft.toml.replace('{ 1 = "Main", 2 = "Short" }', '{ 2 = "Short" }')
    draft.toml = draft.toml.replace('EIN = "1"\n', "")
    del draft.books["Main"]
    draft.media = {}
    draft.write(tmp_path / "probe", ".md")
    key = new_study_key()
    package, trust = tmp_path / "probe.study.zip", tmp_path / "signer.pub"
    package.write_bytes(build_package(tmp_path / "probe", recipients(), key))
    trust.write_bytes(write_signers([key.signer]))
    data, pictures = tmp_path / "data", tmp_path / "pictures"
    for words in (
        ("terminal", "init", "--study", package, "--trust", trust, "--pin", "246813"),
        ("run", "--size", "1280x800", "--screenshots", pictures),
    ):
        done = subprocess.run(
            [sys.executable, "-m", "kiosk", *map(str, words), "--data", str(data)],
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "1"},
            capture_output=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )
        assert done.returncode == 0, done.stderr
    names = [each.stem.partition("-")[2] for each in sorted(pictures.iterdir())]
    first = names.index("F1")
    assert names[first : first + 4] == ["F1", "F1-reminder", "F1-answered", "review"]
    assert "for-whom" not in names
