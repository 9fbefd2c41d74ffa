"""A form in the real window, for its authors: nothing is stored."""
