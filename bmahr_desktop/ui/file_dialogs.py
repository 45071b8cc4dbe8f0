"""Asking for a file, in the folder that was used last."""

import re
from pathlib import Path

from PySide6.QtCore import QSettings, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from bmahr_desktop.i18n import Message, worded
from bmahr_desktop.places import person_folder

_LAST = "last_folder"
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]')
_LONGEST = 100


def ask_where(
    parent: QWidget, title: Message, name: str, files: Message | None = None, pattern: str = ""
) -> Path | None:
    """Ask where to write a file; None if it is not to be written.

    Args:
        parent: The widget whose window is held meanwhile.
        title: What is about to be done.
        name: The name that is proposed, with its ending.
        files: What such files are called; None for files of any kind.
        pattern: Their endings, "*.zip *.json".
    """
    proposed = str(_folder() / name)
    kind = f"{worded(files)} ({pattern})" if files else ""
    chosen, _ = QFileDialog.getSaveFileName(parent, worded(title), proposed, kind)
    return _taken(chosen, Path(name).suffix)


def ask_which(parent: QWidget, title: Message, files: Message, pattern: str) -> Path | None:
    """Ask which file to read; None for none. The arguments are as for `ask_where`."""
    kind = f"{worded(files)} ({pattern})"
    chosen, _ = QFileDialog.getOpenFileName(parent, worded(title), str(_folder()), kind)
    return _taken(chosen, "")


def ask_for_one(parent: QWidget, title: Message) -> Path | None:
    """Ask for a file of any kind to read."""
    chosen, _ = QFileDialog.getOpenFileName(parent, worded(title), str(_folder()))
    return _taken(chosen, "")


def ask_for_all(
    parent: QWidget, title: Message, files: Message | None = None, pattern: str = ""
) -> list[Path]:
    """Ask for files to read, of any kind unless one is named as for `ask_where`."""
    kind = f"{worded(files)} ({pattern})" if files else ""
    names, _ = QFileDialog.getOpenFileNames(parent, worded(title), str(_folder()), kind)
    for name in names[:1]:
        _taken(name, "")
    return [Path(name) for name in names]


def ask_folder(parent: QWidget, title: Message) -> Path | None:
    """Ask for a folder; None for none."""
    chosen = QFileDialog.getExistingDirectory(parent, worded(title), str(_folder()))
    if not chosen:
        return None
    _kept().setValue(_LAST, chosen)
    return Path(chosen)


def file_name(words: str) -> str:
    """Return words as every system takes them for the name of a file, without an ending."""
    return " ".join(_FORBIDDEN.sub("-", words).split())[:_LONGEST].lstrip(". ").rstrip()


def _taken(chosen: str, ending: str) -> Path | None:
    if not chosen:
        return None
    file = Path(chosen)
    _kept().setValue(_LAST, str(file.parent))
    return file if file.suffix or not ending else file.with_suffix(ending)


def _folder() -> Path:
    """Return the folder used last, else that of the person's documents, as far as it is there."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    last = _kept().value(_LAST, "")
    for folder in (last, documents):
        if isinstance(folder, str) and folder and Path(folder).is_dir():
            return Path(folder)
    return Path.home()


def _kept() -> QSettings:
    return QSettings(str(person_folder() / "person.ini"), QSettings.Format.IniFormat)
