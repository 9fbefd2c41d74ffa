"""The revisions, in files named by their number."""
