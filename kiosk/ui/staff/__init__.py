"""The staff's screens: PIN and staff area."""
