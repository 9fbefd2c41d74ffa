"""Bringing a database to the newest schema. Imports Alembic: import only when it is needed."""

from pathlib import Path

from alembic.config import Config
from alembic.runtime.environment import EnvironmentContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from kiosk.storage.schema import NEWEST, metadata


def scripts() -> ScriptDirectory:
    """The revisions as Alembic sees them."""
    return ScriptDirectory(str(Path(__file__).with_name("migrations")))


def upgrade(connection: Connection) -> None:
    """Apply the missing revisions inside the transaction `connection` is in."""
    directory = scripts()
    environment = EnvironmentContext(
        Config(),
        directory,
        fn=lambda revision, _context: directory._upgrade_revs(NEWEST, revision),
        destination_rev=NEWEST,
    )
    with environment:
        environment.configure(
            connection=connection, target_metadata=metadata, transactional_ddl=True
        )
        environment.run_migrations()
