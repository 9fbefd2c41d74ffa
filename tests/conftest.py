"""Fixtures for every room."""

pytest_plugins = ("support.glass", "support.running_terminal")
