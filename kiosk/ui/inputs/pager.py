"""The button that leafs on: it says something else on the last page, in the same room."""

from kiosk.ui.painting import TextBlock
from kiosk.ui.widgets.button import Button


class Pager(Button):
    """While `expected` texts are set it measures as tall and wide as any of them needs."""

    _expected: tuple[str, ...] = ()

    def expect(self, *texts: str) -> None:
        """Measure for each of `texts`, until one of them is shown."""
        if texts != self._expected:
            self._expected = texts
            self._forget()

    def setText(self, text: str) -> None:
        """Show `text`, and measure for it alone."""
        self.expect()
        super().setText(text)

    def block(self, width: int) -> TextBlock:
        """The text that needs the most lines, broken for a button `width` pixels wide."""
        if not self._expected:
            return super().block(width)
        key = (width, self._steps, False)
        if key not in self._blocks:
            self._blocks[key] = max(
                (self.broken(text, width) for text in self._expected),
                key=lambda block: (block.broken, block.height, block.width),
            )
        return self._blocks[key]
