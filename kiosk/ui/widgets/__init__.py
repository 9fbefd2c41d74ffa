"""Buttons, text and bars: what screens are made of."""
