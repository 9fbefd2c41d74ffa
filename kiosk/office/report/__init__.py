"""The papers a council reads."""
