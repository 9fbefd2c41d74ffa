"""The schema, its revisions, and what opening a database costs."""

import subprocess
import sys
from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from storage_room import Room

from kiosk.storage.schema import NEWEST, REVISIONS, metadata
from kiosk.storage.upgrade import scripts


def test_the_known_revisions_are_the_ones_in_the_folder() -> None:
    walked = [script.revision for script in scripts().walk_revisions()]
    assert tuple(reversed(walked)) == REVISIONS
    assert scripts().get_current_head() == NEWEST


def test_the_revisions_build_exactly_the_tables_we_use(tmp_path: Path) -> None:
    with Room(tmp_path / "data").open() as store, store._database.transaction() as db:
        context = MigrationContext.configure(db, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []


def test_no_column_holds_a_time() -> None:
    columns = {column.name for table in metadata.tables.values() for column in table.columns}
    assert not [name for name in columns if "time" in name or "created" in name or "_at" in name]


def test_a_later_start_does_not_import_alembic(tmp_path: Path) -> None:
    room = Room(tmp_path / "data")
    room.open().close()
    code = (
        "import sys; from pathlib import Path\n"
        "from kiosk.storage.database import Database\n"
        "Database(Path(sys.argv[1])).close()\n"
        "sys.exit('alembic' in sys.modules)"
    )
    path = str(room.folder / "kiosk.db")
    assert subprocess.run([sys.executable, "-c", code, path], check=False).returncode == 0


def test_a_first_start_cut_short_is_taken_up_again(tmp_path: Path) -> None:
    room = Room(tmp_path / "data")
    room.folder.mkdir()
    (room.folder / "kiosk.db").write_bytes(b"")
    room.open().close()
