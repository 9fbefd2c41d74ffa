"""The audit: every screen of a study held to accessibility.md §1, page by page, by machine."""
