"""Files that were taken in, each kept once under the SHA-256 of its content."""

import hashlib
import os
import secrets
from pathlib import Path


class KeptFiles:
    """The attachments folder; a file in it is never changed, only added."""

    def __init__(self, folder: Path) -> None:
        """Name the folder; it is made when something is kept."""
        self._folder = folder

    @property
    def folder(self) -> Path:
        """The folder; it need not exist yet."""
        return self._folder

    def beside(self, name: str) -> "KeptFiles":
        """Return the folder of this name that stands beside this one."""
        return KeptFiles(self._folder.with_name(name))

    def place(self, sha256: str) -> Path:
        """Return where a file lies, or would lie."""
        return self._folder / sha256[:2] / sha256

    def find(self, sha256: str) -> Path | None:
        """Return where a file lies; None if it is not there, or is not what it was.

        It is read piece by piece, however large it is.

        Raises:
            OSError: If the disk refuses.
        """
        place = self.place(sha256)
        if not place.is_file():
            return None
        with place.open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
        return place if found == sha256 else None

    def keep(self, data: bytes) -> str:
        """Keep some content and return its SHA-256.

        Raises:
            OSError: If the disk refuses.
        """
        sha256 = hashlib.sha256(data).hexdigest()
        place = self.place(sha256)
        if self.read(sha256) is None:
            place.parent.mkdir(parents=True, exist_ok=True)
            beside = place.with_name(f".{secrets.token_hex(8)}.tmp")
            try:
                with beside.open("wb") as file:
                    file.write(data)
                    file.flush()
                    os.fsync(file.fileno())
                beside.replace(place)
            except OSError:
                beside.unlink(missing_ok=True)
                raise
            _settle(place.parent)
        return sha256

    def read(self, sha256: str) -> bytes | None:
        """Return a file's content; None if it is not there, or is not what it was.

        Raises:
            OSError: If the disk refuses.
        """
        place = self.place(sha256)
        if not place.is_file():
            return None
        data = place.read_bytes()
        return data if hashlib.sha256(data).hexdigest() == sha256 else None


def _settle(folder: Path) -> None:
    """Let a folder's new name reach the disk before a record names it; Windows does so itself."""
    if os.name != "posix":
        return
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
