"""Everything that imports PySide6: screens, inputs, widgets, theme."""
