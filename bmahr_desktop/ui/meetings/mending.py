"""Putting a text right as a check proposes it."""

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from bmahr_desktop.domain.findings import Finding


def mend(writing: QWidget | None, finding: Finding) -> bool:
    """Put what a check proposes in place of what stands at the caret, as one step of undo.

    Args:
        writing: What the keyboard is in, its caret where the finding begins.
        finding: What was found.

    Returns:
        Whether the wrong words stood there still and could be changed.
    """
    if not isinstance(writing, QTextEdit | QPlainTextEdit) or writing.isReadOnly():
        return False
    cursor = writing.textCursor()
    cursor.clearSelection()
    length = len(finding.old.encode("utf-16-le")) // 2
    if cursor.positionInBlock() + length >= cursor.block().length():
        return False
    cursor.setPosition(cursor.position() + length, QTextCursor.MoveMode.KeepAnchor)
    if not finding.old or cursor.selectedText() != finding.old:
        return False
    cursor.insertText(finding.new)
    writing.setTextCursor(cursor)
    return True
