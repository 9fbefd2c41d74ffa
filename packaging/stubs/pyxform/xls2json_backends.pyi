from dataclasses import dataclass
from pathlib import Path

@dataclass
class DefinitionData: ...

def get_xlsform(xlsform: Path) -> DefinitionData: ...
