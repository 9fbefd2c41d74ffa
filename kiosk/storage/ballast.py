"""A file that only takes up room, to be given away when the disk is full."""

import os
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

BYTES = 64 << 20
RESERVE = 200 << 20
ENOUGH_TO_OPEN = 1 << 20
_CHUNK = 1 << 20
_WRITE = os.O_WRONLY | os.O_CREAT | os.O_TRUNC


@dataclass(frozen=True, slots=True)
class Ballast:
    """`size` bytes set aside in `path`, so that the running interview can always be finished.

    New interviews need `reserve` bytes free besides.
    """

    path: Path
    size: int = BYTES
    reserve: int = RESERVE

    def free(self) -> int:
        """Bytes free on the disk of the data folder."""
        return shutil.disk_usage(self.path.parent).free

    def room_to_begin(self) -> bool:
        """Whether a new interview may begin."""
        return self.free() >= self.reserve

    def room_to_open(self) -> bool:
        """Whether SQLite finds room for the files it works with."""
        return self.free() >= ENOUGH_TO_OPEN

    def load(self) -> None:
        """Set the room aside, if it is not yet and enough stays free. Raises OSError."""
        if self._held() == self.size or self.free() < self.size + self.reserve:
            return
        with os.fdopen(os.open(self.path, _WRITE, 0o600), "wb") as file:
            if sys.platform == "linux":
                os.posix_fallocate(file.fileno(), 0, self.size)
            else:
                for start in range(0, self.size, _CHUNK):
                    file.write(bytes(min(_CHUNK, self.size - start)))
            os.fsync(file.fileno())

    def drop(self) -> bool:
        """Give the room away; False when there was none left to give."""
        held = self._held()
        self.path.unlink(missing_ok=True)
        return held > 0

    def _held(self) -> int:
        return self.path.stat().st_size if self.path.exists() else 0
