"""What the window remembers from one day to the next: sizes, columns, the last place."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QHeaderView, QSplitter, QWidget

from bmahr_desktop.places import DataPlace


class Memory:
    """Remembers by name, in a file beside the records; losing it loses no work."""

    def __init__(self, file: Path) -> None:
        self._kept = QSettings(str(file), QSettings.Format.IniFormat)

    def keep(self, name: str, value: str | int | bool) -> None:
        """Remember something small."""
        self._kept.setValue(name, value)

    def text(self, name: str, otherwise: str = "") -> str:
        """Return a text that was kept."""
        value = self._kept.value(name, otherwise)
        return value if isinstance(value, str) else otherwise

    def number(self, name: str, otherwise: int = 0) -> int:
        """Return a number that was kept."""
        value = str(self._kept.value(name, otherwise))
        return int(value) if value.lstrip("-").isascii() and value.isdecimal() else otherwise

    def flag(self, name: str, *, otherwise: bool = False) -> bool:
        """Return whether something was kept as true."""
        return str(self._kept.value(name, otherwise)).lower() == "true"

    # ------------------------------------------------------------ sizes

    def keep_window(self, name: str, window: QWidget) -> None:
        """Remember the size and the place of a window."""
        self._kept.setValue(f"geometry/{name}", window.saveGeometry())

    def place_window(self, name: str, window: QWidget) -> bool:
        """Give a window the size and place it had; return whether they were known."""
        return window.restoreGeometry(self._bytes(f"geometry/{name}"))

    def keep_state(self, part: QSplitter | QHeaderView) -> None:
        """Remember how the room is shared among panes or columns."""
        self._kept.setValue(f"shares/{part.objectName()}", part.saveState())

    def set_state(self, part: QSplitter | QHeaderView) -> bool:
        """Share the room as it was remembered; return whether it was."""
        return part.restoreState(self._bytes(f"shares/{part.objectName()}"))

    def write(self) -> None:
        """Write to disk what was kept."""
        self._kept.sync()

    def _bytes(self, name: str) -> QByteArray:
        value = self._kept.value(name)
        return value if isinstance(value, QByteArray) else QByteArray()


def memory_of(place: DataPlace) -> Memory:
    """Return what is remembered for a file."""
    return Memory(place.folder / "window.ini")
