"""ZIP files with one spelling only: stored, dated 1980, nothing but names and contents.

Any ZIP program opens them. Reading them accepts exactly the bytes that writing would give, so
there is no comment, no gap and no second directory in which something could hide. zipfile's own
output may change between Python versions, and a bundle's name is the hash of its bytes.
Format: PKWARE APPNOTE.TXT 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16.
"""

import struct
import zlib
from collections.abc import Sequence

_LOCAL = struct.Struct("<4sHHHHHIIIHH")
_CENTRAL = struct.Struct("<4sHHHHHHIIIHHHHHII")
_END = struct.Struct("<4sHHHHIIH")
_MARK = b"PK\x03\x04"
_VERSION = 20
_DATE = (1 << 5) | 1  # 1 January 1980, the earliest a ZIP knows
_UNIX = 3 << 8
_FILE = 0o100600 << 16
MOST_ENTRIES = 0xFFFE  # more would need ZIP64

Entry = tuple[str, bytes]


def write_zip(entries: Sequence[Entry]) -> bytes:
    """Pack entries (ASCII name, content) in the order given."""
    local: list[bytes] = []
    central: list[bytes] = []
    at = 0
    for name, content in entries:
        raw = name.encode("ascii")
        facts = (0, 0, 0, _DATE, zlib.crc32(content), len(content), len(content), len(raw), 0)
        head = _LOCAL.pack(_MARK, _VERSION, *facts) + raw
        central += [
            _CENTRAL.pack(b"PK\x01\x02", _UNIX | _VERSION, _VERSION, *facts, 0, 0, 0, _FILE, at),
            raw,
        ]
        local += [head, content]
        at += len(head) + len(content)
    directory = b"".join(central)
    end = _END.pack(b"PK\x05\x06", 0, 0, len(entries), len(entries), len(directory), at, 0)
    return b"".join([*local, directory, end])


def read_zip(raw: bytes) -> list[Entry]:
    """The entries of a file :func:`write_zip` wrote.

    Raises EOFError when it ends early, ValueError when it is anything else.
    """
    entries: list[Entry] = []
    at = 0
    while raw[at : at + 4] == _MARK:
        name, content, at = _entry(raw, at)
        entries.append((name, content))
        if len(entries) > MOST_ENTRIES:
            raise ValueError("too many entries")
    expected = write_zip(entries)
    if raw != expected:
        if expected.startswith(raw) or raw[at:] == _MARK[: len(raw) - at]:
            raise EOFError("ends in the directory or in a mark")
        raise ValueError("not written by us")
    return entries


def _entry(raw: bytes, at: int) -> tuple[str, bytes, int]:
    if len(raw) - at < _LOCAL.size:
        raise EOFError("ends in a header")
    *_, size, name_size, _ = _LOCAL.unpack_from(raw, at)
    start = at + _LOCAL.size + name_size
    end = start + size
    if len(raw) < end:
        raise EOFError("ends in an entry")
    return raw[start - name_size : start].decode("ascii"), raw[start:end], end
