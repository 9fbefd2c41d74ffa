"""Gather the app's own words into translations/*.ts, and compile what is translated for Qt.

    python packaging/translations.py            # after every change of a tr() text
    python packaging/translations.py --compile  # after every change of a translation

The first marks new texts as unfinished and drops texts that are gone. The compiled *.qm lie in the
repository, so that a clone runs offline without this step; the tests compare both.
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCES = Path("kiosk/ui")
TRANSLATIONS = Path("translations")
STAFF_ONLY = (SOURCES / "staff/notice.py", SOURCES / "staff/staff_screen.py")
"""Only staff see these, in German. The PIN screen also stands before a questionnaire."""


def sources(root: Path) -> list[Path]:
    """The modules under `root` whose texts are translated, relative to it."""
    found = (path.relative_to(root) for path in sorted((root / SOURCES).rglob("*.py")))
    return [path for path in found if path not in STAFF_ONLY]


def gather(root: Path, files: list[Path]) -> None:
    """Take over the texts of the modules under `root` into `files`. Raises CalledProcessError."""
    command = ["pyside6-lupdate", "-silent", "-no-obsolete", "-locations", "none"]
    names = [str(path) for path in sources(root)]
    subprocess.run(
        [*command, "-source-language", "de", *names, "-ts", *map(str, files)], cwd=root, check=True
    )


def compile_words(file: Path, target: Path) -> None:
    """Write `target` (*.qm) from `file` (*.ts), finished texts only. Raises CalledProcessError."""
    command = ["pyside6-lrelease", "-silent", "-nounfinished"]
    subprocess.run([*command, str(file), "-qm", str(target)], check=True)


def main(*, gathering: bool) -> None:
    """Bring every language up to date."""
    files = sorted((ROOT / TRANSLATIONS).glob("kiosk_*.ts"))
    if gathering:
        gather(ROOT, files)
    for file in files:
        compile_words(file, file.with_suffix(".qm"))


if __name__ == "__main__":
    main(gathering="--compile" not in sys.argv[1:])
