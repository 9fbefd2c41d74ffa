class Voice:
    id: str
    name: str | None
    languages: list[str]
    def __init__(
        self,
        id: str,  # noqa: A002
        name: str | None = None,
        languages: list[str] | None = None,
        gender: str | None = None,
        age: int | None = None,
    ) -> None: ...
