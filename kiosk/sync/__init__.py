"""Carriers that take bundles off the terminal."""
