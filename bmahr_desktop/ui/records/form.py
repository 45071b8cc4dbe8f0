"""A form whose fields are those of one record, kept as they are typed."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any, ClassVar

import msgspec
from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from bmahr_desktop.domain.changes import Changes, Kind
from bmahr_desktop.domain.errors import OutOfReach, Refused, StaleText
from bmahr_desktop.i18n import Message, msg
from bmahr_desktop.operations import records
from bmahr_desktop.operations.history import end_stay
from bmahr_desktop.operations.records import Read, replaced_in, value_in
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.fields.pausing import pace
from bmahr_desktop.ui.notices import Choice, ask
from bmahr_desktop.ui.records.bound import BoundFields
from bmahr_desktop.ui.unkept import Pending

_MINE = Choice(msg("Keep what I typed"), safe=True)
_THEIRS = Choice(msg("Take the other wording"), danger=True)


class RecordForm(BoundFields):
    """A form on one record: every field is kept by itself, shortly after it was typed.

    What cannot be kept stays in its field, is said beside it, and is tried again; while the file
    is out of reach the desk holds it too, so that the form can turn to another record.
    """

    amended = Signal(str)
    """Emitted with the name of a field when it was kept."""

    def __init__(self, desk: Desk, kind: Kind, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._kind = desk, kind
        self._record: Any = None
        self._version = 0
        self._unsaved: dict[str, Any] = {}
        self._wrote = False
        self._retry = QTimer(self, singleShot=True, interval=pace().again)
        self._retry.timeout.connect(self._try_again)
        desk.changed.connect(self._on_changed)
        desk.closed.changed.connect(self._lock)

    # ------------------------------------------------------------ what it shows

    @property
    def record(self) -> Any:
        """The record as it was last read or kept; None while the form shows nothing."""
        return self._record

    def show_record(self, read: Read | None) -> None:
        """Show a record in every field; what is typed for the one before is kept first."""
        self.flush()
        self._leave(read.record.uid if read else "")
        self._record = read.record if read else None
        self._version = read.versions[read.record.uid] if read else 0
        self.setEnabled(read is not None)
        self._lock()
        self._show_anew()

    def _lock(self) -> None:
        """Let the record only be read while that of its meeting is closed."""
        if self._record is not None:
            open_ = self._desk.closed.open_fields(self._kind, self._record.uid)
            self.set_read_only(open_ is not None, open_ or frozenset())

    def flush(self) -> bool:
        """Keep everything that is typed.

        Returns:
            Whether all of it was understood and kept, or is held until the file is within reach.
        """
        if self._record is None:
            return True
        understood = [entry.commit() is not False for entry in self._entries.values()]
        self._try_again()
        holds, uid = self._desk.unkept.holds, self._record.uid
        return all(understood) and all(holds(uid, name) for name in self._unsaved)

    def drop_unkept(self) -> None:
        """Throw away what could not be kept, and show what is on file."""
        if self._record is not None:
            self._desk.unkept.leave(self._record.uid, self._entries)
        self._show_anew()

    def _leave(self, following: str) -> None:
        """Turn from a record: its texts are wordings by now, and what waits is tried elsewhere."""
        if self._record is None:
            return
        uid = self._record.uid
        self._desk.unkept.leave(uid, self._entries)
        if self._wrote and uid != following:
            self._wrote = False
            with suppress(Refused):  # without it the wordings before lie further apart
                self._desk.write_aside(end_stay, self._kind, uid)

    def _show_anew(self) -> None:
        """Show what is on file, but for what is held because it could not be written."""
        self._retry.stop()
        self._unsaved.clear()
        if self._record is None:
            return
        for entry in self._entries.values():
            entry.forget()
        for one in self._desk.unkept.take_back(self._record.uid, self._entries):
            self._entries[one.field].show(one.value)
            self._unsaved[one.field] = one.value
            self._tell(one.field, one.why)
            self._retry.start()
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

    # ------------------------------------------------------------ keeping

    def keep(self, name: str, value: Any) -> None:
        """Keep a field's value in the records."""
        if self._record is None:
            return
        if _value_in(self._record, name) == value:
            if name in self._unsaved or self._desk.unkept.holds(self._record.uid, name):
                self._settle(name)  # it was typed back, or is on file after all
            return
        try:
            self._write(name, value)
        except StaleText:
            self._on_stale(name, value)
        except Refused as refused:
            self._hold(name, value, refused)

    def _hold(self, name: str, value: Any, refused: Refused, *, gone: bool = False) -> None:
        """Let a text wait in its field, and at the desk when it is none of the typist's doing."""
        self._unsaved[name] = value
        self._retry.start()
        why = refused.messages[0]
        self._tell(name, why)
        if gone or isinstance(refused, OutOfReach):
            key = self._kind, self._record.uid, name
            before = _value_in(self._record, name)
            self._desk.unkept.hold(Pending(*key, before, value, why, self.operation, stuck=gone))

    def _settle(self, name: str) -> None:
        self._unsaved.pop(name, None)
        self._desk.unkept.settle(self._record.uid, name)
        self._tell(name, None)

    def _write(self, name: str, value: Any) -> None:
        field, whole = name, value
        if "." in name:
            field, inner = name.split(".")
            blank = self.blanks.get(field)
            now: Any = getattr(self._record, field)
            whole = replaced_in(blank if now is None else now, inner, value)
            whole = None if whole == blank else whole
        self.write_field(field, whole)
        self._wrote = True
        self._record = msgspec.structs.replace(self._record, **{field: whole})
        self._settle(name)
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
        except Refused as refused:
            self._hold(name, value, refused, gone=not isinstance(refused, OutOfReach))
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
                self._settle(name)
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
        except OutOfReach:
            return
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
    return value_in(record, name)
