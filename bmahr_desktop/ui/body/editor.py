"""The editor of a body."""

from typing import Any

from PySide6.QtCore import QEvent, QMimeData, Qt, QUrl
from PySide6.QtGui import QContextMenuEvent, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from bmahr_desktop.i18n import msg, worded
from bmahr_desktop.thai.segment import Segmenter
from bmahr_desktop.ui.body import clipboard, keys
from bmahr_desktop.ui.body.commands import Commands
from bmahr_desktop.ui.body.editable import EditableBody
from bmahr_desktop.ui.body.fitness import fit, units
from bmahr_desktop.ui.body.search import Finder

_READING = (
    Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
)
_COMMANDING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class BodyEditor(EditableBody):
    """Edits a body: paragraphs with levels and numbers, tables, pictures, composed statements."""

    def __init__(self, parent: QWidget | None = None, segmenter: Segmenter | None = None) -> None:
        """Make an empty editor.

        Args:
            parent: Its parent.
            segmenter: Knows the names in use; the keys and the mouse go by its words.
        """
        super().__init__(parent, segmenter)
        self.setObjectName("body_editor")
        self.setAccessibleName(worded(msg("Body of the matter")))
        self.setPlaceholderText(worded(msg("Type the body here, or paste it from Word")))
        self.finder = Finder(self)
        self.commands = Commands(self)

    def setReadOnly(self, reading: bool) -> None:
        """Let the body only be read, copied and searched, or edited again."""
        super().setReadOnly(reading)
        flags = _READING if reading else Qt.TextInteractionFlag.TextEditorInteraction
        self.setTextInteractionFlags(flags)
        self.commands.refresh()

    # ------------------------------------------------------------------ events

    def event(self, event: QEvent) -> bool:
        """Before a key is taken for a shortcut, see which commands are possible."""
        may_be = isinstance(event, QKeyEvent) and (
            event.modifiers() & _COMMANDING or event.key() >= Qt.Key.Key_F1
        )
        if may_be and event.type() == QEvent.Type.ShortcutOverride:
            self.commands.settle()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the key does in a body."""
        if keys.press(self, event):
            event.accept()
        else:
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Take text that an input method has made."""
        words = fit(event.commitString())
        if words and not self.isReadOnly() and not keys.make_room(self, units(words)):
            words = ""
        if words != event.commitString():
            event.setCommitString(words, event.replacementStart(), event.replacementLength())
        super().inputMethodEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done here."""
        menu = self.commands.menu(self)
        menu.exec(event.globalPos())
        menu.deleteLater()

    # ------------------------------------------------------------------ clipboard

    def createMimeDataFromSelection(self) -> QMimeData:
        """Return what is selected, for this program and for others."""
        return clipboard.copied(self.textCursor())

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Tell whether something can be pasted."""
        return clipboard.is_taken(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste."""
        clipboard.paste(self, source)

    def loadResource(self, _kind: int, _name: QUrl | str) -> Any:
        """Return nothing, whatever a text may name: no file is read, no server asked."""
        return None
