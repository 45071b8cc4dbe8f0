"""One body as Qt edits it, with what it needs to show pictures and composed statements."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QFont, QGuiApplication, QTextCursor, QTextDocument

from bmahr_desktop.domain.body import Block, Body, Composed, ComposedKind
from bmahr_desktop.ui.body.formats import COMPOSED, MARGIN, PICTURE, PLAIN, Formats
from bmahr_desktop.ui.body.labels import Labels
from bmahr_desktop.ui.body.objects import ComposedObject, PictureObject, PictureSource, WordsSource
from bmahr_desktop.ui.body.reading import read_body
from bmahr_desktop.ui.body.writing import Writer

DetachSource = Callable[[ComposedKind], tuple[Block, ...]]
"""Returns a composed statement as ordinary blocks."""


def no_picture(_file: str) -> bytes | None:
    """Return nothing: there are no pictures."""
    return None


def no_words(_kind: ComposedKind) -> str:
    """Return nothing: the records are not known."""
    return ""


class BodyDocument(QTextDocument):
    """A body being edited, with its own undo; an editor can show one after the other."""

    edited = Signal()
    """Emitted after each change by the user, undo included."""

    def __init__(
        self,
        body: Body = (),
        pictures: PictureSource = no_picture,
        composed: WordsSource = no_words,
        detach: DetachSource | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.setDocumentMargin(MARGIN)
        self.composed, self.detach = composed, detach
        self.caret = (0, 0)
        self.scroll = 0
        self._remaking = False
        self._use_font(QGuiApplication.font())
        layout = self.documentLayout()
        self._objects = (
            PictureObject(self, pictures, self.formats.unit),
            ComposedObject(self, composed),
        )
        for kind, thing in zip((PICTURE, COMPOSED), self._objects, strict=True):
            layout.registerHandler(kind, thing)
        self.labels = Labels(self)
        self._body: Body | None = body
        self._load(body)
        self.contentsChange.connect(self._follow)

    def _use_font(self, font: QFont) -> None:
        self.setDefaultFont(font)
        self.formats = Formats(font)

    def _load(self, body: Body) -> None:
        self.setUndoRedoEnabled(False)
        cursor = QTextCursor(self)
        cursor.beginEditBlock()
        cursor.setBlockFormat(self.formats.paragraph(PLAIN, filler=True))
        Writer(cursor, self.formats).write(body, fresh=True)
        cursor.endEditBlock()
        self.setUndoRedoEnabled(True)
        self.setModified(False)
        self.labels.count()

    def _follow(self, position: int, _removed: int, added: int) -> None:
        if self._remaking:
            return
        self._body = None
        self.labels.follow(position, added)
        self.edited.emit()

    def body(self) -> Body:
        """Return the body as it is now."""
        if self._body is None:
            self._body = read_body(self)
        return self._body

    def remake_statements(self) -> None:
        """Word the composed statements anew, after the records have changed; that is no edit."""
        if not any(isinstance(block, Composed) for block in self.body()):
            return
        for thing in self._objects:
            thing.forget()
        self._remaking = True
        self.markContentsDirty(0, self.characterCount())
        self._remaking = False

    def loadResource(self, _kind: int, _name: QUrl | str) -> Any:
        """Return nothing, whatever a text may name: no file is read, no server asked."""
        return None
