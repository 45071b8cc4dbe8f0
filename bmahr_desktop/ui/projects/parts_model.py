"""Parts of a project as rows of a table whose cells are typed into, each kept when it is left."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from bmahr_desktop.domain.changes import Changes, Kind
from bmahr_desktop.domain.errors import OutOfReach, Refused, StaleText
from bmahr_desktop.i18n import Message, msg
from bmahr_desktop.operations import records
from bmahr_desktop.thai.reading import Unreadable
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.look.digits import said
from bmahr_desktop.ui.projects.parts_cells import Column, Fields, PartsCells
from bmahr_desktop.ui.unkept import Pending

if TYPE_CHECKING:
    from bmahr_desktop.operations.records import Read

_CHANGED_ELSEWHERE = msg("This was changed elsewhere meanwhile. Look at it, and type it again.")


class PartsModel(PartsCells):
    """The parts of one kind that a project has.

    Every change of a cell is one write. What cannot be understood or written stays in its cell,
    as it was typed.
    """

    told = Signal(str)
    """Emitted with what is wrong, already worded; empty when nothing is."""
    changed = Signal()
    """Emitted when the parts are others than before."""

    def __init__(
        self, desk: Desk, kind: Kind, columns: Sequence[Column], parent: QObject | None = None
    ) -> None:
        """Make an empty table.

        Args:
            desk: The door to the records.
            kind: Of which kind the parts are.
            columns: From left to right.
            parent: What it lives with.
        """
        super().__init__(columns, parent)
        self.desk, self.kind = desk, kind
        self.owner = ""
        self._versions: dict[str, int] = {}
        self._unkept: dict[tuple[str, str], tuple[str, Message, Fields]] = {}
        desk.changed.connect(self._on_changed)

    def show_owner(self, owner: str) -> None:
        """Show the parts of a project; empty for none."""
        if owner != self.owner:
            self._unkept.clear()
        self.owner = owner
        self.read_again()
        self._tell()

    def read_again(self) -> None:
        """Read the parts again."""
        reads: list[Read] = []
        if self.owner:
            try:
                reads = self.desk.read(records.read_parts_of, self.kind, self.owner)
            except OutOfReach:
                return
        parts = tuple(one.record for one in reads)
        self._versions = dict(reads[0].versions) if reads else {}
        if parts == self.parts:
            return
        if [one.uid for one in parts] == [one.uid for one in self.parts]:
            self.parts = parts
            self.refresh()
        else:
            self.beginResetModel()
            self.parts = parts
            self.endResetModel()
        self.changed.emit()

    def add(self, part: Any, row: int) -> bool:
        """Put a new part at a row."""
        return self.write(records.add, self.kind, part, self.owner, row)

    def amend(self, row: int, fields: Fields) -> bool:
        """Change fields of the part in a row."""
        part = self.part(row)
        if part is None or all(getattr(part, name) == value for name, value in fields.items()):
            return True
        try:
            self.desk.write(
                self, records.amend, self.kind, part.uid, self._versions.get(part.uid), **fields
            )
        except StaleText as stale:
            return self._on_stale(row, fields, stale)
        self.read_again()
        return True

    def _on_stale(self, row: int, fields: Fields, stale: StaleText) -> bool:
        """Write once more when these very fields were not changed meanwhile."""
        before = self.part(row)
        self.read_again()
        now = self.part(self.row_of(before.uid))
        if now is None or any(getattr(now, name) != getattr(before, name) for name in fields):
            raise Refused(_CHANGED_ELSEWHERE) from stale
        return self.amend(self.row_of(before.uid), fields)

    def write(self, operation: Callable[..., Changes], *values: Any) -> bool:
        """Do something with the parts; say why when it cannot be done."""
        try:
            self.desk.write(self, operation, *values)
        except Refused as refused:
            self.told.emit(said(refused.messages[0]))
            return False
        self.read_again()
        return True

    def waiting(self) -> bool:
        """Tell whether something typed is not on file."""
        return bool(self._unkept)

    def flush(self) -> bool:
        """Try once more; return whether all is on file, or is held until it can be."""
        for (uid, name), (text, _, _) in list(self._unkept.items()):
            self.put(self.row_of(uid), self.column_of(name), text)
        holds = self.desk.unkept.holds
        return all(
            bool(fields) and all(holds(uid, field) for field in fields)
            for (uid, _), (_, _, fields) in self._unkept.items()
        )

    def drop_unkept(self) -> None:
        """Throw away what could not be kept."""
        for (uid, _), (_, _, fields) in self._unkept.items():
            if fields:
                self.desk.unkept.settle(uid, *fields)
        self._unkept.clear()
        self.refresh()
        self._tell()

    def put(self, row: int, column: int, text: str) -> bool:
        """Put a typed text into a cell; return whether it was understood and kept."""
        part, one = self.part(row), self.columns[column]
        if part is None or one.read is None or self._read_only:
            return False
        key = (part.uid, one.name)
        fields: Fields = {}
        try:
            fields = one.read(text)
            self.amend(row, fields)
        except Unreadable as unreadable:
            self._unkept[key] = (text, unreadable.message, {})
        except Refused as refused:
            self._unkept[key] = (text, refused.messages[0], fields)
            if isinstance(refused, OutOfReach):
                self._hold(part, fields, refused.messages[0])
        else:
            self._unkept.pop(key, None)
            self.desk.unkept.settle(part.uid, *fields)
        self.refresh()
        self._tell()
        return key not in self._unkept

    def _hold(self, part: Any, fields: Fields, why: Message) -> None:
        """Let the desk hold what was typed, and write it when the file is within reach."""
        for name, value in fields.items():
            before = getattr(part, name)
            self.desk.unkept.hold(Pending(self.kind, part.uid, name, before, value, why))
        self.desk.unkept.leave(part.uid, fields)

    def choose(self, row: int, name: str, value: Any) -> None:
        """Put a chosen value into a field."""
        try:
            self.amend(row, {name: value})
        except Refused as refused:
            self.told.emit(said(refused.messages[0]))

    def unkept(self, row: int, column: int) -> str | None:
        """Return what was typed into a cell and could not be kept."""
        part = self.part(row)
        found = self._unkept.get((part.uid, self.columns[column].name)) if part else None
        return found[0] if found else None

    def _tell(self) -> None:
        gone = [key for key in self._unkept if self.row_of(key[0]) < 0]
        for key in gone:
            del self._unkept[key]
        self.told.emit("\n".join(dict.fromkeys(said(why) for _, why, _ in self._unkept.values())))

    def _on_changed(self, changes: Changes, initiator: object) -> None:
        if initiator is self or self.kind not in changes.kinds:
            return
        self.read_again()
        for (uid, name), (_, _, fields) in list(self._unkept.items()):
            part = self.part(self.row_of(uid))
            if fields and all(getattr(part, one, None) == fields[one] for one in fields):
                del self._unkept[uid, name]  # the desk could write it after all
        self._tell()
