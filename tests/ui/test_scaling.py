"""Whatever the system scales screens by, a millimetre stays a millimetre."""

import os
import subprocess
import sys

import pytest

PROBE = """
import sys
from PySide6.QtWidgets import QApplication
from kiosk.ui.scaling import use_real_pixels
if sys.argv[1] == "kiosk":
    use_real_pixels()
application = QApplication(["probe", "-platform", "offscreen"])
screen = application.primaryScreen()
print(screen.size().width(), screen.devicePixelRatio())
"""


def probed(scale: str, who: str) -> tuple[int, float]:
    """Pixels across the screen and pixels of the panel in each, as a process sees them."""
    said = subprocess.run(
        [sys.executable, "-c", PROBE, who],
        capture_output=True,
        check=True,
        encoding="utf-8",
        env={**os.environ, "QT_SCALE_FACTOR": scale},
    ).stdout.split()
    return int(said[0]), float(said[1])


@pytest.mark.parametrize("scale", ["1", "1.25", "1.5", "2"])
def test_a_kiosk_sees_the_panels_own_pixels(scale: str) -> None:
    assert probed(scale, "somebody else")[1] == float(scale)  # or the probe would prove nothing
    assert probed(scale, "kiosk") == (probed("1", "somebody else")[0], 1.0)
