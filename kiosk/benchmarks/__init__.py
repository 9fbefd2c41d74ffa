"""Comparable figures: each beside a floor measured in the same run, never alone."""
