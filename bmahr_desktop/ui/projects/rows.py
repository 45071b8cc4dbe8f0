"""The records of one kind that belong to a project, as rows one below the other."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from bmahr_desktop.domain.changes import Changes, Kind
from bmahr_desktop.domain.errors import OutOfReach, Refused
from bmahr_desktop.domain.records import Record
from bmahr_desktop.i18n import Message, worded
from bmahr_desktop.operations import records
from bmahr_desktop.operations.records import Read
from bmahr_desktop.ui.look.digits import said
from bmahr_desktop.ui.look.icons import IconName, icon
from bmahr_desktop.ui.look.marks import set_tone
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.look.palette import Role
from bmahr_desktop.ui.notices import ErrorNote
from bmahr_desktop.ui.projects.row_form import RowForm
from bmahr_desktop.ui.projects.sections import Around


@dataclass(frozen=True)
class RowsWords:
    """What a list of records says.

    Attributes:
        add: On the button, "Add an indicator (Insert)".
        none: While there is none.
        removed: After one was removed.
    """

    add: Message
    none: Message
    removed: Message


class RecordRows(QWidget):
    """Rows of records: added, removed with a way back, moved; each kept as it is typed.

    Attributes:
        rows: The rows as they are shown.
    """

    changed = Signal()
    """Emitted after the rows or what stands in one of them changed."""

    def __init__(
        self,
        around: Around,
        kind: Kind,
        make_row: Callable[[QWidget], RowForm],
        make_record: Callable[[], Record],
        words: RowsWords,
        parent: QWidget | None = None,
    ) -> None:
        """Make an empty list.

        Args:
            around: What it works with.
            kind: Of which kind the records are.
            make_row: Makes a row, given the widget that it stands in.
            make_record: Makes a new record with a uid of its own.
            words: What the list says.
            parent: The widget that it stands in.
        """
        super().__init__(parent)
        self.setObjectName(f"{kind.value}_rows")
        self._desk, self._undo, self._kind, self._words = around.desk, around.undo, kind, words
        self._make_row, self._make_record = make_row, make_record
        self._owner = ""
        self.rows: list[RowForm] = []
        self.note = ErrorNote(self)
        self._none = QLabel(said(words.none), self)
        self._none.setWordWrap(True)
        set_tone(self._none, Role.MUTED)
        self.add_button = QPushButton(icon(IconName.PLUS), worded(words.add), self)
        self.add_button.setObjectName(f"{kind.value}_add")
        self.add_button.setAutoDefault(False)
        self.add_button.clicked.connect(lambda: self.add())
        self._lines = QVBoxLayout()
        self._lines.setSpacing(GRID)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self._none)
        column.addLayout(self._lines)
        column.addWidget(self.note)
        column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._desk.changed.connect(self._on_changed)

    # ------------------------------------------------------------ what it shows

    def show_owner(self, uid: str | None) -> None:
        """Show the records of a project; None for none. What is typed is kept first."""
        self.flush()
        if (uid or "") != self._owner:
            self._owner = uid or ""
            self._put([])
            self.note.show_text("")
        self.read_again()

    def read_again(self) -> None:
        """Read which records there are; rows that are shown already stay as they are."""
        if not self._owner:
            return
        try:
            found = self._desk.read(records.read_parts_of, self._kind, self._owner)
        except OutOfReach:
            return
        if [one.record.uid for one in found] != self.uids():
            self._put(found)
        self.changed.emit()

    def uids(self) -> list[str]:
        """Return the uids of the records that are shown, in their order."""
        return [row.record.uid for row in self.rows]

    def row_of(self, uid: str) -> RowForm | None:
        """Return the row of a record."""
        return next((row for row in self.rows if row.record.uid == uid), None)

    def go_to(self, uid: str, field: str = "") -> bool:
        """Put the keyboard into a field of a record; return whether it is shown."""
        row = self.row_of(uid)
        if row is None:
            return False
        row.begin(field)
        return True

    def _put(self, found: list[Read]) -> None:
        known = {row.record.uid: row for row in self.rows}
        self.rows = []
        for at, one in enumerate(found):
            row = known.pop(one.record.uid, None)
            if row is None:
                row = self._made(one)
            if self._lines.indexOf(row) != at:
                self._lines.removeWidget(row)
                self._lines.insertWidget(at, row)
                row.show()  # at once, so that it can be gone to
            self.rows.append(row)
        for row in known.values():
            self._lines.removeWidget(row)
            row.show_record(None)
            row.hide()
            row.deleteLater()
        self._chain()
        for number, row in enumerate(self.rows, 1):
            row.set_number(number, len(self.rows))
        self._none.setVisible(not self.rows)

    def _made(self, read: Read) -> RowForm:
        row = self._make_row(self)
        row.show_record(read)
        row.add_wanted.connect(lambda: self.add(after=row))
        row.remove_wanted.connect(lambda: self.remove(row))
        row.move_wanted.connect(lambda by: self.move_row(row, by))
        row.amended.connect(lambda _: self.changed.emit())
        return row

    def _chain(self) -> None:
        """Let Tab go from row to row as they are seen, then to the button."""
        order = [*self.rows, self.add_button]
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    # ------------------------------------------------------------ what is done

    def add(self, record: Record | None = None, *, after: RowForm | None = None) -> bool:
        """Add a record, behind a row or at the end, and go to its first field.

        Args:
            record: The record; a new empty one where none is given.
            after: The row that it comes behind.
        """
        self.flush()
        at = self.rows.index(after) + 1 if after in self.rows else None
        made = record or self._make_record()
        if not self._owner or not self._tried(records.add, self._kind, made, self._owner, at):
            return False
        self.read_again()
        return self.go_to(str(getattr(made, "uid", "")))

    def remove(self, row: RowForm) -> None:
        """Remove a record; it can be put back."""
        row.flush()
        uid, at = row.record.uid, self.rows.index(row)
        if not self._tried(records.remove, self._kind, uid):
            return
        self.read_again()
        if self.rows:
            self.rows[min(at, len(self.rows) - 1)].number.setFocus()
        else:
            self.add_button.setFocus()

        def put_back() -> None:
            if self._tried(records.restore, self._kind, uid):
                self.read_again()
                self.go_to(uid)

        self._undo.offer(self._words.removed, put_back)

    def move_row(self, row: RowForm, by: int) -> None:
        """Move a record up or down; the keyboard stays where it is in it."""
        to = self.rows.index(row) + by
        if not 0 <= to < len(self.rows):
            return
        at = self.focusWidget()
        row.flush()
        if self._tried(records.move, self._kind, row.record.uid, to):
            self.read_again()
            if at is not None:
                at.setFocus()

    def _tried(self, operation: Callable[..., Changes], *args: object) -> bool:
        try:
            self._desk.write(self, operation, *args)
        except Refused as refused:
            self.note.show_text(said(refused.messages[0]))
            return False
        self.note.show_text("")
        return True

    # ------------------------------------------------------------ keeping

    def flush(self) -> bool:
        """Keep what is typed in every row; return whether all is on file or safely held."""
        kept = [row.flush() for row in self.rows]
        return all(kept)

    def drop_unkept(self) -> None:
        """Throw away what could not be kept."""
        for row in self.rows:
            row.drop_unkept()

    def _on_changed(self, changes: Changes, initiator: object) -> None:
        if self._kind in changes.kinds and initiator is not self and initiator not in self.rows:
            self.read_again()
