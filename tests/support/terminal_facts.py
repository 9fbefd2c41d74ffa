"""What every journey knows of the terminal it plays on."""

from datetime import date

PIN = "135792"
DAY = date(2026, 11, 22)
