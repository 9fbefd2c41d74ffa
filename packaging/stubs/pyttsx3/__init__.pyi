from collections.abc import Callable

class Engine:
    def connect(self, topic: str, cb: Callable[..., None]) -> dict[str, object]: ...
    def say(self, text: str | None, name: str | None = None) -> str | None: ...
    def save_to_file(self, text: str, filename: str, name: str | None = None) -> None: ...
    def getProperty(self, name: str) -> object: ...  # noqa: N802
    def setProperty(self, name: str, value: str | float) -> None: ...  # noqa: N802
    def runAndWait(self) -> None: ...  # noqa: N802

def init(driverName: str | None = None, debug: bool = False) -> Engine: ...  # noqa: N803
