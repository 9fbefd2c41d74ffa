from dataclasses import dataclass
from io import BytesIO
from os import PathLike

@dataclass
class ConvertResult:
    xform: str
    warnings: list[str]

def convert(
    xlsform: str | PathLike[str] | bytes | BytesIO | dict[str, object],
    *,
    validate: bool = ...,
    pretty_print: bool = ...,
    file_type: str | None = ...,
) -> ConvertResult: ...
