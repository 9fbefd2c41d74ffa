"""Alembic's script folder: one file per revision under `versions`."""
