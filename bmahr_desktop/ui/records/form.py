"""A form whose fields are those of one record, kept as they are typed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

import msgspec
from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from bmahr_desktop.domain.changes import Changes, Kind
from bmahr_desktop.domain.errors import Refused, StaleText
from bmahr_desktop.i18n import Message, msg
from bmahr_desktop.operations import records
from bmahr_desktop.operations.records import Read
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.fields.labelled import Labelled
from bmahr_desktop.ui.fields.typed_field import TypedField
from bmahr_desktop.ui.fields.word_field import ChoiceField, WordField
from bmahr_desktop.ui.notices import Choice, ask
from bmahr_desktop.ui.records.text_field import TextField

RETRY_MS = 5_000
"""How long after a failure what is typed is tried to be kept again."""

Row = Labelled[Any] | None
"""A field's row, where what is wrong with it is told."""

_MINE = Choice(msg("Keep what I typed"), safe=True)
_THEIRS = Choice(msg("Take the other wording"), danger=True)


@dataclass(frozen=True)
class Entry:
    """A field of the form.

    Attributes:
        name: The record's field; "online.room" for a field of a value in it.
        show: Shows a value quietly; returns False while typing stands in the way.
        commit: Makes the field say what is typed.
        row: Where what is wrong is told; None for fields that stand without a row.
        forget: Throws away what is typed and means nothing.
    """

    name: str
    show: Callable[[Any], object]
    commit: Callable[[], object]
    row: Row
    forget: Callable[[], object] = lambda: None


class RecordForm(QWidget):
    """A form on one record: every field is kept by itself, shortly after it was typed.

    What cannot be kept stays in its field, is said beside it, and is tried again.
    """

    amended = Signal(str)
    """Emitted with the name of a field when it was kept."""

    def __init__(self, desk: Desk, kind: Kind, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._kind = desk, kind
        self._entries: dict[str, Entry] = {}
        self._record: Any = None
        self._version = 0
        self._unsaved: dict[str, Any] = {}
        self._retry = QTimer(self, singleShot=True, interval=RETRY_MS)
        self._retry.timeout.connect(self._try_again)
        desk.changed.connect(self._on_changed)

    # ------------------------------------------------------------ what it shows

    @property
    def record(self) -> Any:
        """The record as it was last read or kept; None while the form shows nothing."""
        return self._record

    def show_record(self, read: Read | None) -> None:
        """Show a record in every field; what is typed for the one before is kept first."""
        self.flush()
        self._record = read.record if read else None
        self._version = read.versions[read.record.uid] if read else 0
        self.setEnabled(read is not None)
        self.drop_unkept()

    def flush(self) -> bool:
        """Keep everything that is typed; return whether all of it was understood and kept."""
        if self._record is None:
            return True
        understood = [entry.commit() is not False for entry in self._entries.values()]
        self._try_again()
        return all(understood) and not self._unsaved

    def drop_unkept(self) -> None:
        """Throw away what could not be kept, and show what is on file."""
        self._retry.stop()
        self._unsaved.clear()
        if self._record is not None:
            for entry in self._entries.values():
                entry.forget()
            self._show_all()

    def _show_all(self) -> None:
        for name in self._entries:
            self.show_field(name)

    def show_field(self, name: str) -> None:
        """Show again what the record holds, unless what is typed could not be kept."""
        entry = self._entries[name]
        if name not in self._unsaved and self._record is not None:
            entry.show(_value_in(self._record, name))
            if entry.row:
                entry.row.show_error(None)

    # ------------------------------------------------------------ its fields

    def bind_text(self, name: str, row: Row, field: WordField | TextField) -> None:
        """Bind text of one line or several."""
        field.committed.connect(lambda text: self.keep(name, text))

        def show(value: Any) -> object:
            return field.set_text_quietly(value or "")

        self.bind(Entry(name, show, field.commit, row))

    def bind_lines(self, name: str, row: Row, field: TextField) -> None:
        """Bind a list of lines, each typed on its own line."""

        def kept(text: str) -> None:
            self.keep(name, tuple(line.strip() for line in text.split("\n") if line.strip()))

        field.committed.connect(kept)

        def show(value: Any) -> object:
            return field.set_text_quietly("\n".join(value or ()))

        self.bind(Entry(name, show, field.commit, row))

    def bind_typed(self, name: str, row: Row, field: TypedField[Any]) -> None:
        """Bind a date, a time or a number."""
        field.edited.connect(lambda value: self.keep(name, value))
        self.bind(Entry(name, field.set_value, field.commit, row, field.forget_typing))

    def bind_choice(self, name: str, row: Row, field: ChoiceField) -> None:
        """Bind a choice."""
        field.chosen.connect(lambda value: self.keep(name, value))
        self.bind(Entry(name, field.set_value, lambda: None, row))

    def bind_check(self, name: str, row: Row, field: QCheckBox) -> None:
        """Bind something that is so or not."""
        field.clicked.connect(lambda checked: self.keep(name, checked))

        def show(value: Any) -> None:
            field.setChecked(bool(value))

        self.bind(Entry(name, show, lambda: None, row))

    def bind(self, entry: Entry) -> None:
        """Bind any other field."""
        self._entries[entry.name] = entry

    # ------------------------------------------------------------ keeping

    def keep(self, name: str, value: Any) -> None:
        """Keep a field's value in the records."""
        if self._record is None:
            return
        if _value_in(self._record, name) == value:
            if name in self._unsaved:  # what could not be kept was typed back
                del self._unsaved[name]
                self._tell(name, None)
            return
        try:
            self._write(name, value)
        except StaleText:
            self._on_stale(name, value)
        except Refused as refused:
            self._unsaved[name] = value
            self._retry.start()
            self._tell(name, refused.messages[0])

    def _write(self, name: str, value: Any) -> None:
        field, whole = name, value
        if "." in name:
            field, inner = name.split(".")
            blank = self.blanks.get(field)
            now: Any = getattr(self._record, field) or blank
            whole = msgspec.structs.replace(now, **{inner: value})
            whole = None if whole == blank else whole
        self.write_field(field, whole)
        self._record = msgspec.structs.replace(self._record, **{field: whole})
        self._unsaved.pop(name, None)
        self._tell(name, None)
        self.amended.emit(name)

    def write_field(self, field: str, value: Any) -> None:
        """Write one field of the record.

        Raises:
            Refused, StaleText: As the desk.
        """
        uid = self._record.uid
        self._desk.write(self, self.operation, self._kind, uid, self._version, **{field: value})
        self._version = self._desk.read(records.version_of, self._kind, uid)

    blanks: ClassVar[Mapping[str, Any]] = {}
    """What stands for a value in the record that is not there yet."""
    operation: Callable[..., Changes] = staticmethod(records.amend)
    """What writes a field; a form with rules of its own names another."""

    def _try_again(self) -> None:
        for name, value in list(self._unsaved.items()):
            del self._unsaved[name]
            self.keep(name, value)

    def _tell(self, name: str, message: Message | None) -> None:
        row = self._entries[name].row if name in self._entries else None
        if row:
            row.show_error(message)

    def _on_stale(self, name: str, value: Any) -> None:
        """Read the record again; ask only when the very field was changed elsewhere."""
        before = _value_in(self._record, name)
        try:
            now = self._desk.read(records.read, self._kind, self._record.uid, shallow=True)
        except Refused as gone:
            self._tell(name, gone.messages[0])
            return
        self._version = now.versions[now.record.uid]
        self._record = now.record
        other = _value_in(self._record, name)
        if other != before and other != value:
            chosen = ask(
                self,
                msg("This was changed elsewhere while you were typing."),
                msg("There it now reads: {words}", words=_short(other)),
                _THEIRS,
                _MINE,
            )
            if chosen is _THEIRS:
                self._entries[name].show(other)
                return
        self.keep(name, value)
        self._show_all()

    def _on_changed(self, changes: Changes, initiator: object) -> None:
        if initiator is self or self._record is None:
            return
        if not changes.wrote(self._kind, self._record.uid):
            return
        try:
            now = self._desk.read(records.read, self._kind, self._record.uid, shallow=True)
        except Refused:
            self.setEnabled(False)  # it was removed; whoever shows this form will show another
            return
        self._record, self._version = now.record, now.versions[now.record.uid]
        self._show_all()


def _short(value: Any) -> str:
    words = " ".join(str("" if value is None else value).split())
    return words if len(words) <= 300 else f"{words[:299]}…"


def _value_in(record: Any, name: str) -> Any:
    """Return a field of a record; "online.room" is one of a value in it."""
    for step in name.split("."):
        record = getattr(record, step, None)
    return record
