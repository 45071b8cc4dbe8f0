"""An answer of several paragraphs, with tables and pictures, kept as it is typed."""

from typing import Any

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

from bmahr_desktop.domain.body import Body
from bmahr_desktop.domain.forms.kinds import FieldKind
from bmahr_desktop.domain.forms.values import plain_value, read_value
from bmahr_desktop.i18n import Message
from bmahr_desktop.operations import papers
from bmahr_desktop.ui.body.panel import BodyPanel
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.fields.pausing import Pausing
from bmahr_desktop.ui.look.digits import said
from bmahr_desktop.ui.records.body_pictures import BodyPictures

_LINES = 7


class AnswerBody(BodyPanel):
    """A body that commits what is typed: after a pause, now and then without one, on leaving.

    Its values are of the types that answers keep; undo goes on over every saving.
    """

    committed = Signal(object)
    """Emitted with the body as answers keep it, None for an empty one, when it was changed."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._kept: Body = ()
        self._pausing = Pausing(self)
        self._pausing.due.connect(self.commit)
        self.pictures = BodyPictures(desk, self.editor, self._say)
        self.editor.changed.connect(self._pausing.on_typed)
        self.editor.refused.connect(self._say)
        self.editor.installEventFilter(self)
        self.editor.setMinimumHeight(_LINES * self.editor.fontMetrics().lineSpacing())

    def set_quietly(self, value: Any) -> bool:
        """Show a body as answers keep it, without a signal; False while typing is not committed."""
        if self.editor.is_modified():
            return False
        body: Body = read_value(FieldKind.BODY, value)
        if body != self.editor.body() and (body or self._kept):
            self.editor.set_body(body, self._picture)
            self._pausing.stop()
        self._kept = body
        return True

    def commit(self) -> None:
        """Commit what is typed, if anything waits."""
        self._pausing.stop()
        if not self.editor.is_modified():
            return
        body = self.editor.body()
        self.editor.set_saved()
        self.note.show_text("")
        if body == self._kept:
            return
        self._kept = body
        empty = all(getattr(one, "text", "…") == "" for one in body)
        self.committed.emit(None if empty else _as_kept(body))

    def forget(self) -> None:
        """Throw away what is typed and not committed."""
        self.editor.set_body(self._kept, self._picture)
        self._pausing.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Commit on leaving."""
        if isinstance(event, QFocusEvent) and event.type() is QEvent.Type.FocusOut:
            self.commit()
        return super().eventFilter(watched, event)

    def _picture(self, sha256: str) -> bytes | None:
        return self._desk.read(papers.read_picture, sha256)

    def _say(self, message: object) -> None:
        if isinstance(message, Message):
            self.note.show_text(said(message))


def _as_kept(body: Body) -> Any:
    """Return a body as it is read again from the file: lists in place of tuples."""
    return _lists(plain_value(FieldKind.BODY, body))


def _lists(plain: Any) -> Any:
    if isinstance(plain, list | tuple):
        return [_lists(one) for one in plain]
    if isinstance(plain, dict):
        return {name: _lists(one) for name, one in plain.items()}
    return plain
