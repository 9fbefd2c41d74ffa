"""Where in a study's source folder something is written."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Cell:
    """A place in a file: for a workbook a cell, for study.toml a line, else the file.

    `row` is the sheet's row number, in Markdown and study.toml the line; 0 for none. `letter` is
    Excel's column, "" elsewhere; `header` the column's header or the key, "" for the whole row.
    """

    file: str
    sheet: str = ""
    row: int = 0
    letter: str = ""
    header: str = ""

    @property
    def address(self) -> str:
        """ "F34" in Excel, else ""."""
        return f"{self.letter}{self.row}" if self.letter and self.row else ""

    def __str__(self) -> str:
        place = ":".join(str(each) for each in (self.file, self.sheet, self.row or "") if each)
        column = self.address or self.header
        return f"{place} ({column})" if column else place
