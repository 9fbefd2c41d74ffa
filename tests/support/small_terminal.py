"""A terminal with a study of a few questions, which is laid out in a moment."""

from pathlib import Path

from kiosk.installing import UNMEASURED, Glass
from kiosk.study.building import build_package
from support.rothenburg import recipients, study_key
from support.running_terminal import set_up
from support.workbooks import Draft

LONG = "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverleihung"
"""No glass takes it at the largest text size."""


def small_package(folder: Path, question: str = "") -> bytes:
    """The package, built in `folder`; `question`: other words for the question F1."""
    draft = Draft()
    if question:
        for form in ("Main", "Short"):  # the same name asks the same
            draft.put("survey", "F1", "label::Deutsch (de)", question, form)
    draft.write(folder, ".md")
    return build_package(folder, recipients(), study_key())


def small_terminal(folder: Path, package: bytes, glass: Glass = UNMEASURED) -> Path:
    """Set the terminal up in `folder`."""
    return set_up(folder, package, text_size=2, glass=glass)
