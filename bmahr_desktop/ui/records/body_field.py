"""The body of a section or an appendix, kept as it is typed."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bmahr_desktop.domain.body import Body, ComposedKind, words_of
from bmahr_desktop.domain.changes import Changes, Kind
from bmahr_desktop.domain.errors import Refused, StaleText
from bmahr_desktop.i18n import Message, msg
from bmahr_desktop.operations import papers, records
from bmahr_desktop.operations.records import Read
from bmahr_desktop.ui.body.bar import BodyBar
from bmahr_desktop.ui.body.document import BodyDocument
from bmahr_desktop.ui.body.editor import BodyEditor
from bmahr_desktop.ui.body.places import position_of
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.fields.pausing import Pausing
from bmahr_desktop.ui.look.digits import said
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.notices import Choice, ErrorNote, ask
from bmahr_desktop.ui.records.body_pictures import BodyPictures
from bmahr_desktop.ui.records.form import RETRY_MS

_KEPT_DOCUMENTS = 20
"""So many bodies keep their undo while others are shown."""
_MINE = Choice(msg("Keep what I typed"), safe=True)
_THEIRS = Choice(msg("Take the other wording"), danger=True)


class BodyField(QWidget):
    """A body with its tools, saved shortly after typing pauses; undo goes on over every saving."""

    kept = Signal()
    """Emitted when what was typed is on file."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._meeting = ""
        self._kind, self._uid, self._version = Kind.SECTION, "", 0
        self._on_file: Body = ()
        self._documents: dict[str, BodyDocument] = {}
        self.editor = BodyEditor(self)
        self.bar = BodyBar(self)
        self.bar.follow(self.editor)
        self.note = ErrorNote(self)
        self.pictures = BodyPictures(desk, self.editor, self._say)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addWidget(self.bar)
        column.addWidget(self.editor, 1)
        column.addWidget(self.note)
        self.setFocusProxy(self.editor)
        self._pausing = Pausing(self)
        self._retry = QTimer(self, singleShot=True, interval=RETRY_MS)
        self._pausing.due.connect(self.flush)
        self._retry.timeout.connect(self.flush)
        self.editor.changed.connect(self._on_typed)
        self.editor.refused.connect(self._on_refused)
        self.editor.installEventFilter(self)
        desk.changed.connect(self._on_changed)

    # ------------------------------------------------------------ what it shows

    def show_body(self, kind: Kind, read: Read, meeting: str) -> None:
        """Show the body of a record; what is typed for the one before is kept first.

        Args:
            kind: A section's or an appendix's.
            read: The record.
            meeting: The meeting that it is a part of; composed statements speak of it.
        """
        self.flush()
        record = read.record
        self._kind, self._uid, self._meeting = kind, record.uid, meeting
        self._version, self._on_file = read.versions[record.uid], record.body
        before = document = self._documents.pop(record.uid, None)
        if document is None or document.body() != record.body:
            document = self._made(record.body)
        self._documents[record.uid] = document
        while len(self._documents) > _KEPT_DOCUMENTS:
            oldest = next(iter(self._documents))
            self._documents.pop(oldest).deleteLater()
        self.editor.show_document(document)
        self.editor.set_saved()
        self.note.show_text("")
        if before is not None and before is not document:
            before.deleteLater()

    def go_to(self, block: int, cell: tuple[int, int, int] | None, offset: int) -> None:
        """Put the caret before a letter of the body."""
        self.editor.setFocus()
        at = position_of(self.editor.document(), block, cell, offset)
        if at is not None:
            cursor = self.editor.textCursor()
            cursor.setPosition(at)
            self.editor.show_caret(cursor)

    def forget_documents(self) -> None:
        """Forget the undo of all bodies, as when another meeting is opened."""
        self.flush()
        self._uid = ""
        self.editor.set_body(())
        for document in self._documents.values():
            document.deleteLater()
        self._documents.clear()

    def drop_unkept(self) -> None:
        """Throw away what could not be kept, and show what is on file."""
        self._retry.stop()
        if self.waiting():
            self._show_other(self._on_file)

    def _made(self, body: Body) -> BodyDocument:
        return BodyDocument(body, self._picture, self._words, self._detached, parent=self)

    def _picture(self, sha256: str) -> bytes | None:
        return self._desk.read(papers.read_picture, sha256)

    def _words(self, kind: ComposedKind) -> str:
        return words_of(self._detached(kind))

    def _detached(self, kind: ComposedKind) -> Body:
        try:
            return self._desk.read(papers.read_statement, self._meeting, kind)
        except Refused:  # the meeting is gone; whoever shows it says so
            return ()

    # ------------------------------------------------------------ keeping

    def waiting(self) -> bool:
        """Tell whether something typed is not on file yet."""
        return bool(self._uid) and self.editor.is_modified()

    def flush(self) -> bool:
        """Keep what is typed, if anything waits; return whether all is on file."""
        self._pausing.stop()
        if not self.waiting():
            return True
        body = self.editor.body()
        try:
            if body != self._on_file:
                self._write(body)
        except StaleText:
            return self._on_stale(body)
        except Refused as refused:
            self._say(refused.messages[0])
            self._retry.start()
            return False
        self._on_file = body
        self.editor.set_saved()
        self.note.show_text("")
        self.kept.emit()
        return True

    def _write(self, body: Body) -> None:
        write = records.write_body
        self._desk.write(self, write, self._kind, self._uid, self._version, body)
        self._version = self._desk.read(records.version_of, self._kind, self._uid)

    def _on_stale(self, body: Body) -> bool:
        now = self._desk.read(records.read, self._kind, self._uid)
        other, before = now.record.body, self._on_file
        self._version, self._on_file = now.versions[self._uid], other
        if other not in (before, body):
            chosen = ask(
                self,
                msg("This text was changed elsewhere while you were typing."),
                msg("There it now reads: {words}", words=words_of(other)[:300]),
                _THEIRS,
                _MINE,
            )
            if chosen is _THEIRS:
                self._show_other(other)
                return True
        return self.flush()

    def _show_other(self, body: Body) -> None:
        before = self._documents.get(self._uid)
        document = self._made(body)
        self._documents[self._uid] = document
        self.editor.show_document(document)
        self.editor.set_saved()
        if before is not None:
            before.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep what is typed on leaving."""
        if isinstance(event, QFocusEvent) and event.type() is QEvent.Type.FocusOut:
            self.flush()
        return super().eventFilter(watched, event)

    def _on_typed(self) -> None:
        if self._uid:
            self._pausing.on_typed()

    def _on_refused(self, message: object) -> None:
        if isinstance(message, Message):
            self._say(message)

    def _say(self, message: Message) -> None:
        self.note.show_text(said(message))

    def _on_changed(self, changes: Changes, initiator: object) -> None:
        for document in self._documents.values():
            document.remake_statements()
        if initiator is self or not self._uid or self.waiting():
            return
        if changes.wrote(self._kind, self._uid):
            now = self._desk.read(records.read, self._kind, self._uid)
            self._version, self._on_file = now.versions[self._uid], now.record.body
            if now.record.body != self.editor.body():
                self._show_other(now.record.body)
