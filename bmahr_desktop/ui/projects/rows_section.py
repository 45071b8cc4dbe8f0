"""A section that is a list of records of one kind."""

from typing import ClassVar

from PySide6.QtWidgets import QWidget

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.records import Record
from bmahr_desktop.ui.projects.row_form import RowForm
from bmahr_desktop.ui.projects.rows import RecordRows, RowsWords
from bmahr_desktop.ui.projects.sections import Around, Section


class RowsSection(Section):
    """Rows of records; derived classes say of which kind, and how a row looks.

    Attributes:
        kind: Of which kind the records are.
        words: What the list says.
        rows: The list.
    """

    kind: ClassVar[Kind]
    words: ClassVar[RowsWords]

    def __init__(self, around: Around, parent: QWidget | None = None) -> None:
        super().__init__(around, parent)
        self.rows = RecordRows(around, self.kind, self.made_row, self.made_record, self.words, self)
        self.column.addWidget(self.rows)
        self.column.addStretch(1)

    def made_row(self, parent: QWidget) -> RowForm:
        """Return a new row."""
        raise NotImplementedError

    def made_record(self) -> Record:
        """Return a new record, with a uid of its own."""
        raise NotImplementedError

    def show_project(self, uid: str | None) -> None:
        """Show the records of a project."""
        self.rows.show_owner(uid)

    def flush(self) -> bool:
        """Keep what is typed."""
        return self.rows.flush()

    def drop_unkept(self) -> None:
        """Throw away what could not be kept."""
        self.rows.drop_unkept()

    def go_to(self, kind: Kind, uid: str, field: str) -> bool:
        """Put the keyboard into a field of a record."""
        return self.rows.go_to(uid, field)

    def begin(self) -> None:
        """Put the keyboard into the first row, or on the button that adds one."""
        if self.rows.rows:
            self.rows.rows[0].begin()
        else:
            self.rows.add_button.setFocus()
