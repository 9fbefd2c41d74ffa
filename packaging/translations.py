"""Gather the app's own words into translations/*.ts, and compile what is translated for Qt.

    python packaging/translations.py            # after a change of a text in the code
    python packaging/translations.py --compile  # after a change of a translation
    python packaging/translations.py uk         # begin another language, by its BCP 47 tag

Gathering marks new texts as unfinished and drops texts that are gone. The compiled *.qm lie in the
repository, so that a clone runs offline without this step; tests/ui/test_translation_files.py
proves that they say the same.
"""

import argparse
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCES = Path("kiosk/ui")
TRANSLATIONS = Path("translations")
STAFF_ONLY = tuple(
    SOURCES / "staff" / each
    for each in ("day_screen.py", "notice.py", "sound_check_screen.py", "staff_screen.py")
)
"""Only staff see these, in German. The PIN screen also stands before a questionnaire."""


def sources(root: Path) -> list[Path]:
    """The modules under `root` whose texts are translated, relative to it."""
    found = (path.relative_to(root) for path in sorted((root / SOURCES).rglob("*.py")))
    return [path for path in found if path not in STAFF_ONLY]


def gather(root: Path, files: list[Path]) -> None:
    """Take over the texts of the modules under `root` into `files`, new ones if need be.

    Raises CalledProcessError.
    """
    command = ["pyside6-lupdate", "-silent", "-no-obsolete", "-locations", "none"]
    names = [str(path) for path in sources(root)]
    subprocess.run(
        [*command, "-source-language", "de", *names, "-ts", *map(str, files)], cwd=root, check=True
    )


def compile_words(file: Path, target: Path) -> None:
    """Write `target` (*.qm) from `file` (*.ts), finished texts only. Raises CalledProcessError."""
    command = ["pyside6-lrelease", "-silent", "-nounfinished"]
    subprocess.run([*command, str(file), "-qm", str(target)], check=True)


def main() -> None:
    """Bring every language up to date."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("language", nargs="*", help="another language")
    parser.add_argument("--compile", action="store_true", help="do not gather texts first")
    wanted = parser.parse_args()
    files = set((ROOT / TRANSLATIONS).glob("kiosk_*.ts"))
    files |= {ROOT / TRANSLATIONS / f"kiosk_{each}.ts" for each in wanted.language}
    if not wanted.compile:
        gather(ROOT, sorted(files))
    for file in sorted(files):
        compile_words(file, file.with_suffix(".qm"))


if __name__ == "__main__":
    main()
