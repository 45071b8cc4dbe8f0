"""The editor of a body."""

from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QMimeData, Qt, QUrl
from PySide6.QtGui import QContextMenuEvent, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from bmahr_desktop.i18n import msg, worded
from bmahr_desktop.thai.segment import Segmenter
from bmahr_desktop.ui.body import clipboard, keys, phrases
from bmahr_desktop.ui.body.commands import Commands
from bmahr_desktop.ui.body.completion import Completion
from bmahr_desktop.ui.body.editable import EditableBody
from bmahr_desktop.ui.body.fitness import fit, units
from bmahr_desktop.ui.body.offers import Offers
from bmahr_desktop.ui.body.search import Finder

_READING = (
    Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
)


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
        self.completion = Completion(self, partial(phrases.put_words, self), self.words)
        self.offers_wanted.connect(self.completion.open)

    def setReadOnly(self, reading: bool) -> None:
        """Let the body only be read, copied and searched, or edited again."""
        super().setReadOnly(reading)
        flags = _READING if reading else Qt.TextInteractionFlag.TextEditorInteraction
        self.setTextInteractionFlags(flags)
        self.commands.refresh()

    # ------------------------------------------------------------------ what others put in

    def set_offers(self, offers: Offers | None) -> None:
        """Offer text modules and names while somebody types; nothing for None."""
        self.completion.set_offers(offers)

    def insert_text(self, text: str) -> bool:
        """Put words at the caret as one step of undo; see `phrases.insert_words`."""
        return phrases.insert_words(self, text)

    def add_point(self, speaker: str = "") -> bool:
        """Begin a numbered paragraph behind all others; see `phrases.add_point`."""
        return phrases.add_point(self, speaker)

    # ------------------------------------------------------------------ events

    def event(self, event: QEvent) -> bool:
        """Keep the keys of the commands from the window: in here they are the body's."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and self.commands.of_keys(event) is not None
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the key does in a body."""
        command = self.commands.of_keys(event)
        if command is not None:
            command.trigger()
        elif event.key() == Qt.Key.Key_Escape and self.finder.is_looking():
            self.search_left.emit()
        elif not keys.press(self, event):
            super().keyPressEvent(event)
            return
        event.accept()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Take text that an input method has made."""
        if self.isReadOnly():
            event.ignore()
            return
        words = fit(event.commitString())
        if words and not keys.make_room(self, units(words)):
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
