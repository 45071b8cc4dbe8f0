"""The body of a section or an appendix, kept as it is typed."""

from contextlib import suppress

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

from bmahr_desktop.domain.body import Body, ComposedKind, words_of
from bmahr_desktop.domain.changes import Changes, Kind
from bmahr_desktop.domain.errors import OutOfReach, Refused, StaleText
from bmahr_desktop.i18n import Message, msg
from bmahr_desktop.operations import papers, records
from bmahr_desktop.operations.history import end_stay
from bmahr_desktop.operations.records import Read
from bmahr_desktop.operations.rescue import BODY
from bmahr_desktop.ui.body.document import BodyDocument
from bmahr_desktop.ui.body.panel import BodyPanel
from bmahr_desktop.ui.closed import Locking
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.fields.pausing import Pausing, pace
from bmahr_desktop.ui.look.digits import said
from bmahr_desktop.ui.notices import Choice, ask
from bmahr_desktop.ui.records.body_pictures import BodyPictures
from bmahr_desktop.ui.unkept import Pending

_KEPT_DOCUMENTS = 20
"""So many bodies keep their undo while others are shown."""
_STATED = frozenset(
    {Kind.MEETING, Kind.COMMITTEE, Kind.ATTENDANCE, Kind.ITEM, Kind.MATTER, Kind.CORRECTION}
)
"""What the statements in a body are composed from; no sentence that is typed."""
_MINE = Choice(msg("Keep what I typed"), safe=True)
_THEIRS = Choice(msg("Take the other wording"), danger=True)


class BodyField(BodyPanel):
    """A body with its tools, saved shortly after typing pauses; undo goes on over every saving.

    What cannot be written because the file is out of reach is held by the desk as well, so that
    another body can be turned to meanwhile.
    """

    kept = Signal()
    """Emitted when what was typed is on file."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._meeting = ""
        self._kind, self._uid, self._version = Kind.SECTION, "", 0
        self._on_file: Body = ()
        self._documents: dict[str, BodyDocument] = {}
        self.pictures = BodyPictures(desk, self.editor, self._say)
        self._pausing = Pausing(self)
        self._wrote = False
        self._retry = QTimer(self, singleShot=True, interval=pace().again)
        self._pausing.due.connect(self.flush)
        self._retry.timeout.connect(self.flush)
        self.editor.changed.connect(self._on_typed)
        self.editor.refused.connect(self._say)
        self.editor.installEventFilter(self)
        desk.changed.connect(self._on_changed)
        self._locking = Locking(desk.closed, self.editor.setReadOnly, self)

    # ------------------------------------------------------------ what it shows

    def show_body(self, kind: Kind, read: Read, meeting: str) -> None:
        """Show the body of a record; what is typed for the one before is kept first.

        Args:
            kind: A section's or an appendix's.
            read: The record.
            meeting: The meeting that it is a part of; composed statements speak of it.
        """
        record = read.record
        self.flush()
        self.leave(record.uid)
        self._kind, self._uid, self._meeting = kind, record.uid, meeting
        self._version, self._on_file = read.versions[record.uid], record.body
        held = self._desk.unkept.take_back(record.uid, [BODY])
        body = held[0].value if held else record.body
        before = document = self._documents.pop(record.uid, None)
        if document is None or document.body() != body:
            document = self._made(body)
        self._documents[record.uid] = document
        while len(self._documents) > _KEPT_DOCUMENTS:
            oldest = next(iter(self._documents))
            self._documents.pop(oldest).deleteLater()
        self.editor.show_document(document)
        self.editor.set_saved()
        self._locking.turn_to(meeting)
        self.note.show_text("")
        if held:
            document.setModified(True)
            self._say(held[0].why)
            self._retry.start()
        if before is not None and before is not document:
            before.deleteLater()

    def leave(self, following: str = "") -> None:
        """Turn from a body: it is a wording by now, and what waits is tried elsewhere.

        Args:
            following: The record that is shown next; the same one is not left.
        """
        if not self._uid:
            return
        self._retry.stop()
        self._desk.unkept.leave(self._uid, [BODY])
        if self._wrote and self._uid != following:
            self._wrote = False
            with suppress(Refused):  # without it the wordings before lie further apart
                self._desk.write_aside(end_stay, self._kind, self._uid)

    def forget_documents(self) -> None:
        """Forget the undo of all bodies, as when another meeting is opened."""
        self.flush()
        self.leave()
        self._uid = ""
        self.editor.set_body(())
        for document in self._documents.values():
            document.deleteLater()
        self._documents.clear()

    def drop_unkept(self) -> None:
        """Throw away what could not be kept, and show what is on file."""
        self._retry.stop()
        if self.waiting() and not self._desk.unkept.holds(self._uid, BODY):
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
        """Keep what is typed, if anything waits.

        Returns:
            Whether all is on file, or is held until the file is within reach.
        """
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
            return self._hold(body, refused)
        self._on_file = body
        self._settle()
        self.kept.emit()
        return True

    def _hold(self, body: Body, refused: Refused, *, gone: bool = False) -> bool:
        """Let a body wait; tell whether the desk holds it, because it can be written later."""
        why = refused.messages[0]
        self._say(why)
        self._retry.start()
        if not gone and not isinstance(refused, OutOfReach):
            return False
        key = self._kind, self._uid, BODY
        self._desk.unkept.hold(Pending(*key, self._on_file, body, why, stuck=gone))
        return True

    def _settle(self) -> None:
        self._retry.stop()
        self._desk.unkept.settle(self._uid, BODY)
        self.editor.set_saved()
        self.note.show_text("")

    def _write(self, body: Body) -> None:
        write = records.write_body
        self._desk.write(self, write, self._kind, self._uid, self._version, body)
        self._wrote = True
        self._version = self._desk.read(records.version_of, self._kind, self._uid)

    def _on_stale(self, body: Body) -> bool:
        try:
            now = self._desk.read(records.read, self._kind, self._uid)
        except Refused as refused:
            return self._hold(body, refused, gone=not isinstance(refused, OutOfReach))
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
                self._settle()
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

    def _say(self, message: object) -> None:
        if isinstance(message, Message):
            self.note.show_text(said(message))

    def _on_changed(self, changes: Changes, initiator: object) -> None:
        if changes.kinds & _STATED:
            for document in self._documents.values():
                document.remake_statements()
        if initiator is self or not self._uid or self.waiting():
            return
        if changes.wrote(self._kind, self._uid):
            try:
                now = self._desk.read(records.read, self._kind, self._uid)
            except Refused:  # whoever shows this body will show another, or it is read later
                return
            self._version, self._on_file = now.versions[self._uid], now.record.body
            if now.record.body != self.editor.body():
                self._show_other(now.record.body)
