"""One input per kind of question."""
