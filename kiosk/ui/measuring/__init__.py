"""Measuring the glass: a bank card held against it, the distance of the eyes, a ruler to check."""
