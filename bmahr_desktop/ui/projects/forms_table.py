"""A table of a form with its tools, as a field that commits itself."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bmahr_desktop.domain.forms.definition import Field
from bmahr_desktop.domain.forms.scope import Scope
from bmahr_desktop.i18n import msg
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.look.measures import row_height
from bmahr_desktop.ui.notices import UndoBar
from bmahr_desktop.ui.projects.forms_rows import AnswerRow, RowsModel
from bmahr_desktop.ui.projects.parts_editor import PartsEditor, Words
from bmahr_desktop.ui.projects.parts_table import PartsTable

_ROWS = 8


class _Table(PartsTable):
    """A table whose first column may only be read."""

    def go_to(self, row: int, column: int, *, edit: bool = False) -> None:
        """Put the keyboard into a cell; to be edited, into the next one that can be typed into."""
        found = None if not edit or self.opens(column) else self.next_cell(row, column, 1)
        super().go_to(*(found or (row, column)), edit=edit)


class AnswerTable(QWidget):
    """Rows that are typed, with what is computed from them; each change is committed at once."""

    committed = Signal(object)
    """Emitted with all rows as answers keep them when one was changed."""

    def __init__(
        self,
        desk: Desk,
        field: Field,
        scope: Callable[[Any], Scope],
        undo: UndoBar,
        parent: QWidget | None = None,
    ) -> None:
        """Make an empty table; the arguments are as for `RowsModel`.

        Args:
            desk: The door to the records.
            field: The field of the form.
            scope: Gives the form with other rows in this table.
            undo: Where a removal can be taken back.
            parent: The widget that it stands in.
        """
        super().__init__(parent)
        self.model = RowsModel(desk, field, scope, self)
        widest = max(range(len(self.model.columns)), key=lambda at: self.model.columns[at].width)
        self.table = _Table(self.model, self, wide=widest)
        words = Words(
            add=msg("Add a row"),
            empty=msg("The rows of this table are written here."),
            removed=msg("The row was removed"),
            hint=msg("Type into a cell; Tab goes on. Insert adds a row, Delete removes it,"
                     " Alt+↑ ↓ moves it."),
            name=f"rows_{field.name}",
        )  # fmt: skip
        self.editor = PartsEditor(self.table, words, AnswerRow, undo, self)
        self.editor.setMinimumHeight(_ROWS * row_height())
        self.model.owner = field.name  # it has no owner of its own, but rows can be added
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.editor)
        self.setFocusProxy(self.table)
        self.model.kept.connect(self.committed)

    def set_quietly(self, plain: Any) -> None:
        """Show rows as answers keep them, without a signal."""
        self.model.show_rows(plain)

    def commit(self) -> bool:
        """Commit the cell that is open; False if something typed means nothing."""
        return self.editor.flush()

    def forget(self) -> None:
        """Throw away what is typed and means nothing."""
        self.model.drop_unkept()

    def setReadOnly(self, read_only: bool) -> None:
        """Let the rows only be read, or changed again."""
        self.editor.set_read_only(read_only)
