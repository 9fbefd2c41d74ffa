"""The terminal's SQLite: drafts, sealed responses, day counters. SQLAlchemy lives here."""
