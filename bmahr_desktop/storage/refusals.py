"""What SQLite refuses, in words."""

import sqlite3

from bmahr_desktop.i18n import Message, msg

_WORDS: dict[int, Message] = {
    sqlite3.SQLITE_BUSY: msg("Another program is writing to the file. Try again in a moment."),
    sqlite3.SQLITE_LOCKED: msg("Another program is writing to the file. Try again in a moment."),
    sqlite3.SQLITE_FULL: msg("The disk is full. Make room; what you typed is kept here."),
    sqlite3.SQLITE_IOERR: msg("The disk does not answer. Check that it is still connected."),
    sqlite3.SQLITE_READONLY: msg("The file can only be read; this account may not write to it."),
    sqlite3.SQLITE_CANTOPEN: msg("The file cannot be opened. Check that it is still there."),
    sqlite3.SQLITE_CORRUPT: msg("The file is damaged. Open the newest copy in “backups”."),
    sqlite3.SQLITE_NOTADB: msg("This is no file of this program."),
}


def words_for(error: BaseException | None) -> Message | None:
    """Return in words what the environment refuses; None for anything else."""
    code = getattr(error, "sqlite_errorcode", None)
    return None if code is None else _WORDS.get(code & 0xFF)
