"""A program that takes the command line of Piper and speaks with eSpeak NG.

As `piper --help` and docs/CLI.md of OHF-Voice/piper1-gpl have it: `-m` the .onnx file, `-d` a
folder, lines on stdin, a WAV file named by the nanoseconds for each. The fake voice's file holds
what goes wrong with it.
"""

import stat
import sys
from pathlib import Path

PROGRAM = """#!{python}
import argparse, subprocess, sys, time
from pathlib import Path

options = argparse.ArgumentParser()
options.add_argument("-m", "--model", required=True)
options.add_argument("-d", "--output-dir", "--output_dir", required=True)
options.add_argument("--sentence-silence", "--sentence_silence", type=float, default=0.0)
given, other = options.parse_known_args()
assert not other, "Piper would speak " + " ".join(other)
fault = Path(given.model).read_text()
if fault == "dies":
    sys.exit("onnxruntime: Protobuf parsing failed.")
for line in filter(None, map(str.strip, sys.stdin)):
    if fault == "forgets":
        continue
    file = Path(given.output_dir) / f"{{time.monotonic_ns()}}.wav"
    text = " " if fault == "silent" else line
    subprocess.run(["espeak-ng", "-v", "de", "-a", "30", "-w", str(file), text], check=True)
    if fault == "noise":
        file.write_bytes(b"no sound")
"""


def fake_piper(folder: Path, fault: str = "none", language: str = "de") -> tuple[Path, Path]:
    """The program and a voice for it."""
    program, voice = folder / "piper", folder / "de_DE-fake-medium.onnx"
    program.write_text(PROGRAM.format(python=sys.executable), encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    voice.write_text(fault, encoding="utf-8")
    voice.with_name(f"{voice.name}.json").write_text(
        f'{{"audio": {{"sample_rate": 22050}}, "espeak": {{"voice": "{language}"}}}}',
        encoding="utf-8",
    )
    return program, voice
