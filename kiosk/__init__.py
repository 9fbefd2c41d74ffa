"""Bedarfskiosk: an offline needs survey at a terminal, and the reading of its result."""

__version__ = "0.1.0"
