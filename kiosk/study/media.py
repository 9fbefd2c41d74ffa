"""The pictures, recordings and lists of a study."""

from collections.abc import Mapping

MEDIA = "media"
"""The folder they lie in, in the source and in the package."""


def media_files(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Of the files of a study those of media/, by their names there."""
    before = f"{MEDIA}/"
    return {
        name.removeprefix(before): raw for name, raw in files.items() if name.startswith(before)
    }
