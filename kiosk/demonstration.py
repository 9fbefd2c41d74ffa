"""A terminal for trying out: the real questionnaire, with keys that protect nothing."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from kiosk.installing import install_terminal
from kiosk.office.keys import PROJECT_KEY, SIGNER, make_keys
from kiosk.places import DEMO_KEYS, DEMO_PIN
from kiosk.sealing.signing import DEMONSTRATION, write_signers
from kiosk.study.building import build_package
from kiosk.study.study import RECIPIENTS, read_recipients

PASSPHRASE = "passphrase.txt"


def install_demonstration(folder: Path, source: Path, today: Callable[[], date]) -> Path:
    """Set a demonstration up in `folder` and say where its keys lie.

    The passphrase lies beside the key, which is right for a demonstration only. A demonstration
    that is there keeps its keys and what was collected. Raises KioskErrors of the study.
    """
    keys = folder / DEMO_KEYS
    if not (keys / PROJECT_KEY).exists():
        made = make_keys(keys)
        (keys / PASSPHRASE).write_text(made.project_passphrase + "\n", encoding="utf-8")
    # Beside project.key, where the office looks for whose studies to expect.
    (keys / SIGNER).write_bytes(write_signers([DEMONSTRATION.signer]))
    recipients = read_recipients((keys / RECIPIENTS).read_bytes())
    package = build_package(source, recipients, DEMONSTRATION)
    (folder / "export").mkdir(exist_ok=True)
    install_terminal(
        folder,
        package,
        "rothenburg",
        pin=DEMO_PIN,
        site="vorfuehrung",
        text_size=2,
        today=today,
        demonstration=True,
    )
    return keys
