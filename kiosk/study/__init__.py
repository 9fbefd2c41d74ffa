"""Study packages: build, check, open and verify; and what a response of a study looks like."""
