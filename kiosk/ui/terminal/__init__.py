"""The respondent's screens: one class per stage."""
