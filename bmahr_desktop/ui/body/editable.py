"""A body that can be changed: which one is shown, and what goes into it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextCursor

from bmahr_desktop.domain.body import Block, Body
from bmahr_desktop.i18n import Message
from bmahr_desktop.ui.body.document import (
    BodyDocument,
    DetachSource,
    no_picture,
    no_words,
)
from bmahr_desktop.ui.body.insertion import insert_blocks
from bmahr_desktop.ui.body.limits import too_much
from bmahr_desktop.ui.body.objects import PictureSource, WordsSource
from bmahr_desktop.ui.body.view import BodyView


class EditableBody(BodyView):
    """A body in view with all that commands, keys and the clipboard need to change it."""

    changed = Signal()
    """Emitted after each change of the body, undo included."""
    refused = Signal(object)
    """Emitted with a `Message` when something typed or pasted cannot be taken; nothing is lost."""
    picture_wanted = Signal()
    """Emitted when a picture is to be chosen; `insert` it where the caret stands."""
    picture_pasted = Signal(bytes)
    """Emitted with a PNG file when a picture was pasted; keep it, then `insert` it."""
    search_wanted = Signal(bool)
    """Emitted when words are to be found; True if they are to be replaced as well."""
    step_wanted = Signal(int)
    """Emitted with 1 when the next place of the words is wanted, with -1 for the one before."""
    search_left = Signal()
    """Emitted when the words are not looked for any longer."""
    offers_wanted = Signal()
    """Emitted when a text module or a name is to be offered."""
    cite_wanted = Signal()
    """Emitted when an earlier resolution is to be cited where the caret stands."""
    document_shown = Signal()
    """Emitted when another body is shown."""

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

    def insert(self, blocks: Sequence[Block], *, inline: bool = False) -> bool:
        """Insert blocks where the caret stands, in place of what is selected.

        Args:
            blocks: What to insert.
            inline: Whether the first paragraph is only a stretch of words.

        Returns:
            Whether there was room for them; if not, `refused` has told why.
        """
        cursor = self.textCursor()
        if refusal := too_much(cursor, blocks):
            self.refuse(refusal)
            return False
        insert_blocks(cursor, blocks, inline=inline)
        self.show_caret(cursor)
        return True

    def show_caret(self, cursor: QTextCursor) -> None:
        """Take over a cursor and bring it into view."""
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def refuse(self, message: Message) -> None:
        """Say why something cannot be taken."""
        self.refused.emit(message)

    def _on_edited(self) -> None:
        super()._on_edited()
        self.changed.emit()
