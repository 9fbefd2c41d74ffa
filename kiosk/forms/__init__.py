"""The ODK XForms engine: pure, without Qt, database or clock."""
