"""Saves what stands in the fields of the window when it cannot be kept in the records."""

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QDateTime
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.operations.upkeep import write_whole


@dataclass(frozen=True)
class Kept:
    """What became of what was typed.

    Attributes:
        on_file: Whether all of it is in the records.
        copy: Else, the file with a copy of it; None if none could be written.
        texts: Else, all of it, field by field.
    """

    on_file: bool = False
    copy: Path | None = None
    texts: str = ""


def rescue_texts(folder: Path) -> Kept:
    """Write what stands in all fields into a file here, or else among the PC's passing files."""
    texts = "\n\n".join(f"{name}\n{text}" for name, text in standing_texts())
    if not texts:
        return Kept(on_file=True)
    name = QDateTime.currentDateTime().toString("'rescue'-yyyyMMdd-HHmmss.'txt'")
    for place in (folder, Path(tempfile.gettempdir())):
        try:
            write_whole(place / name, texts.encode("utf-8", "replace"))
        except Refused:
            continue
        return Kept(copy=place / name, texts=texts)
    return Kept(texts=texts)


def standing_texts() -> Iterator[tuple[str, str]]:
    """Yield what can be typed in and is not empty: what the field is called, and its text."""
    for window in QApplication.topLevelWidgets():
        for field in window.findChildren(QWidget):
            text = _text_of(field)
            if text.strip():
                yield field.accessibleName() or field.objectName(), text


def _text_of(field: QWidget) -> str:
    if isinstance(field, QLineEdit):
        hidden = field.isReadOnly() or field.echoMode() is not QLineEdit.EchoMode.Normal
        return "" if hidden else field.text()
    if isinstance(field, QTextEdit | QPlainTextEdit):
        return "" if field.isReadOnly() else field.toPlainText()
    return ""
