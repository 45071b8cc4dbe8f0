"""The editor of a body."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QMimeData, Qt, QUrl, Signal
from PySide6.QtGui import QContextMenuEvent, QInputMethodEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from bmahr_desktop.domain.body import Block, Body
from bmahr_desktop.i18n import Message, msg, worded
from bmahr_desktop.thai.segment import Segmenter
from bmahr_desktop.ui.body import clipboard, keys
from bmahr_desktop.ui.body.commands import Commands
from bmahr_desktop.ui.body.document import (
    BodyDocument,
    DetachSource,
    PictureSource,
    WordsSource,
    no_picture,
    no_words,
)
from bmahr_desktop.ui.body.fitness import fit, units
from bmahr_desktop.ui.body.insertion import insert_blocks
from bmahr_desktop.ui.body.limits import too_much
from bmahr_desktop.ui.body.search import Finder
from bmahr_desktop.ui.body.view import BodyView

_READING = (
    Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
)


class BodyEditor(BodyView):
    """Edits a body: paragraphs with levels and numbers, tables, pictures, composed statements."""

    changed = Signal()
    """Emitted after each change of the body, undo included."""
    refused = Signal(object)
    """Emitted with a `Message` when something typed or pasted cannot be taken; nothing is lost."""
    picture_wanted = Signal()
    """Emitted when a picture is to be chosen; `insert` it where the caret stands."""
    picture_pasted = Signal(bytes)
    """Emitted with a PNG file when a picture was pasted; keep it, then `insert` it."""
    document_shown = Signal()
    """Emitted when another body is shown."""

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

    # ------------------------------------------------------------------ the body

    def set_body(
        self,
        body: Body,
        pictures: PictureSource = no_picture,
        composed: WordsSource = no_words,
        detach: DetachSource | None = None,
    ) -> None:
        """Show a body, with an undo of its own that is empty yet.

        Args:
            body: What to show.
            pictures: Returns the file of a picture by its SHA-256, or None.
            composed: Returns the words of a composed statement.
            detach: Returns the blocks that a composed statement can be made into; without it, it
                cannot.
        """
        self.show_document(BodyDocument(body, pictures, composed, detach, parent=self))

    def show_document(self, document: BodyDocument) -> None:
        """Show a body that may have been edited before; its undo and its caret are kept.

        The one shown before is given up if this editor made it, and kept by whoever made it else.
        """
        before = self._shown
        if document is before:
            return
        cursor = self.textCursor()
        before.caret = (cursor.anchor(), cursor.position())
        before.scroll = self.verticalScrollBar().value()
        before.edited.disconnect(self._on_edited)
        self._attach(document)
        cursor = self.textCursor()
        cursor.setPosition(document.caret[0])
        cursor.setPosition(document.caret[1], QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.verticalScrollBar().setValue(document.scroll)
        if before.parent() is self:
            before.deleteLater()
        self.document_shown.emit()

    def body(self) -> Body:
        """Return the body as it is now."""
        return self._shown.body()

    def is_modified(self) -> bool:
        """Tell whether the body differs from the one last set or saved."""
        return self._shown.isModified()

    def set_saved(self) -> None:
        """Take the body as saved; undo goes on as before."""
        self._shown.setModified(False)

    def insert(self, blocks: Sequence[Block], *, inline: bool = False) -> None:
        """Insert blocks where the caret stands, in place of what is selected.

        Args:
            blocks: What to insert.
            inline: Whether the first paragraph is only a stretch of words.
        """
        cursor = self.textCursor()
        if refusal := too_much(cursor, blocks):
            self.refuse(refusal)
            return
        insert_blocks(cursor, blocks, inline=inline)
        self.show_caret(cursor)

    def setReadOnly(self, reading: bool) -> None:
        """Let the body only be read, copied and searched, or edited again."""
        super().setReadOnly(reading)
        flags = _READING if reading else Qt.TextInteractionFlag.TextEditorInteraction
        self.setTextInteractionFlags(flags)
        self.commands.refresh()

    def show_caret(self, cursor: QTextCursor) -> None:
        """Take over a cursor and bring it into view."""
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def refuse(self, message: Message) -> None:
        """Say why something cannot be taken."""
        self.refused.emit(message)

    # ------------------------------------------------------------------ events

    def _on_edited(self) -> None:
        super()._on_edited()
        self.changed.emit()

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
