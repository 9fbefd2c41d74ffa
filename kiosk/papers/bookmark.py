"""An entry in the outline of a PDF."""

from reportlab.platypus import Flowable


class Bookmark(Flowable):
    """Names the place it stands at; takes no room."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = title

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """The size it takes."""
        return 0, 0

    def draw(self) -> None:
        """The entry."""
        key = f"place-{self._title}"
        self.canv.bookmarkPage(key)
        self.canv.addOutlineEntry(self._title, key, 0)
