"""What the window remembers from one day to the next: sizes, columns, the last place."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings, Qt
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

    def set_state(self, part: QSplitter) -> bool:
        """Share the room of one splitter as it was remembered; return whether it was."""
        return part.restoreState(self._bytes(f"shares/{part.objectName()}"))

    def keep_shares(self, window: QWidget) -> None:
        """Remember how the room of a window is shared among its panes and its columns."""
        for part in _shared_in(window):
            self._kept.setValue(f"shares/{_called(part)}", part.saveState())

    def set_shares(self, window: QWidget) -> None:
        """Share the room of a window as it was remembered."""
        for part in _shared_in(window):
            part.restoreState(self._bytes(f"shares/{_called(part)}"))

    def write(self) -> None:
        """Write to disk what was kept."""
        self._kept.sync()

    def _bytes(self, name: str) -> QByteArray:
        value = self._kept.value(name)
        return value if isinstance(value, QByteArray) else QByteArray()


def _shared_in(window: QWidget) -> Iterator[QSplitter | QHeaderView]:
    """Yield what can be dragged in a window and has a name."""
    yield from (one for one in window.findChildren(QSplitter) if _called(one))
    for header in window.findChildren(QHeaderView):
        across = header.orientation() is Qt.Orientation.Horizontal
        if across and not header.isHidden() and _called(header):
            yield header


def _called(part: QSplitter | QHeaderView) -> str:
    if part.objectName() or not isinstance(part, QHeaderView):
        return part.objectName()
    view = part.parent()
    return view.objectName() if view is not None else ""


def memory_of(place: DataPlace) -> Memory:
    """Return what is remembered for a file."""
    return Memory(place.folder / "window.ini")
