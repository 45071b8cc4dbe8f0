"""What tells a file of this program from any other, and how one looks into it first."""

from pathlib import PurePath
from urllib.parse import quote

APPLICATION = 0x424D4148
"""Marks our files among SQLite's, "BMAH"."""

REVISIONS = ("0001", "0002", "0003", "0004")
"""All that this program knows, oldest first; the last is its own."""


def read_only(path: PurePath) -> str:
    """Return an absolute path as SQLite is asked to open it for reading only.

    `Path.as_uri` would name a server of Windows as the authority, which SQLite refuses.
    """
    return _asked_for(path, "ro")


def if_there(path: PurePath) -> str:
    """Return an absolute path as SQLite is asked to open it for writing, but never to make it."""
    return _asked_for(path, "rw")


def _asked_for(path: PurePath, mode: str) -> str:
    name = path.as_posix()
    rooted = name if name.startswith("/") else f"/{name}"
    return f"file://{quote(rooted, safe='/:')}?mode={mode}"
