"""What was typed and is not on file yet because the file is out of reach.

A field tries by itself as long as it shows the record. When another record is turned to, the text
waits here and is tried again, so that work goes on while the disk is full or away.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any, Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from bmahr_desktop.domain.changes import Changes, Kind
from bmahr_desktop.domain.errors import OutOfReach, Refused, StaleText
from bmahr_desktop.i18n import Message, msg
from bmahr_desktop.operations import records
from bmahr_desktop.operations.rescue import write_late
from bmahr_desktop.ui.fields.pausing import pace

CHANGED = msg("It was changed elsewhere meanwhile.")


class Writer(Protocol):
    """The door to the records, as far as it is needed here."""

    def write(
        self, initiator: QObject, operation: Callable[..., Changes], *args: Any, **kwargs: Any
    ) -> Changes:
        """Commit one operation."""


@dataclass(frozen=True)
class Pending:
    """A field as it was typed.

    Attributes:
        kind: Of which kind the record is.
        uid: The record.
        field: The field; "online.room" for one of a value in it.
        before: What stood on file when it was typed.
        value: What was typed.
        why: Why it is not on file.
        operation: What writes a field of such a record.
        left: Whether no field shows it any longer.
        stuck: Whether trying again is of no use: the record is gone, or was changed elsewhere.
    """

    kind: Kind
    uid: str
    field: str
    before: Any
    value: Any
    why: Message
    operation: Callable[..., Changes] = records.amend
    left: bool = False
    stuck: bool = False

    @property
    def key(self) -> tuple[str, str]:
        """What tells one from any other."""
        return self.uid, self.field


class Unkept(QObject):
    """Holds what is not on file, and tries again what no field tries by itself."""

    changed = Signal()
    """Emitted when something more, or less, is not on file."""

    def __init__(self, desk: Writer, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._pending: dict[tuple[str, str], Pending] = {}
        self._trying = False
        self._again = QTimer(self, singleShot=True, interval=pace().again)
        self._again.timeout.connect(self.try_again)

    def pending(self) -> tuple[Pending, ...]:
        """Return all that is not on file."""
        return tuple(self._pending.values())

    def empty(self) -> bool:
        """Tell whether everything is on file."""
        return not self._pending

    def holds(self, uid: str, field: str) -> bool:
        """Tell whether a field's text is held here."""
        return (uid, field) in self._pending

    # ------------------------------------------------------------ what fields tell

    def hold(self, one: Pending) -> None:
        """Hold what could not be written; whoever shows it tries again."""
        if self._pending.get(one.key) != one:
            self._pending[one.key] = one
            self.changed.emit()

    def settle(self, uid: str, *fields: str) -> None:
        """Let go of what is on file, or not wanted any longer; without fields, of all of them."""
        gone = [key for key in self._pending if key[0] == uid and (not fields or key[1] in fields)]
        for key in gone:
            del self._pending[key]
        if gone:
            self.changed.emit()

    def leave(self, uid: str, fields: Iterable[str]) -> None:
        """Take over what no field will try any longer."""
        for field in fields:
            if one := self._pending.get((uid, field)):
                self._pending[one.key] = replace(one, left=True)
                self._again.start()

    def take_back(self, uid: str, fields: Iterable[str]) -> list[Pending]:
        """Give back what fields show again, to be tried by them."""
        given = [one for field in fields if (one := self._pending.get((uid, field)))]
        for one in given:
            self._pending[one.key] = replace(one, left=False, stuck=False)
        return given

    # ------------------------------------------------------------ trying again

    def on_saved(self) -> None:
        """Take note that something could be written: the rest will go as well."""
        if not self._trying and self._waits():
            QTimer.singleShot(0, self, self.try_again)

    def try_again(self) -> None:
        """Write what was left, as far as that can be done now."""
        self._trying = True
        try:
            for one in self.pending():
                if one.left and not one.stuck and not self._try(one):
                    break
        finally:
            self._trying = False
        if self._waits():
            self._again.start()

    def _waits(self) -> bool:
        return any(one.left and not one.stuck for one in self._pending.values())

    def _try(self, one: Pending) -> bool:
        """Write one; return whether the file is within reach."""
        late = (one.kind, one.uid, one.field, one.before, one.value, one.operation)
        try:
            self._desk.write(self, write_late, *late)
        except OutOfReach as refused:
            self.hold(replace(one, why=refused.messages[0]))
            return False
        except StaleText:
            self.hold(replace(one, stuck=True, why=CHANGED))
        except Refused as refused:
            self.hold(replace(one, stuck=True, why=refused.messages[0]))
        else:
            self.settle(*one.key)
        return True
