"""Fields of the project itself, in whichever section they stand."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QGridLayout, QWidget

from bmahr_desktop.domain.changes import Changes, Kind
from bmahr_desktop.domain.errors import OutOfReach, Refused
from bmahr_desktop.i18n import Message
from bmahr_desktop.operations import projects, records
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.fields.labelled import Labelled
from bmahr_desktop.ui.fields.typed_field import TypedField
from bmahr_desktop.ui.fields.word_field import ChoiceField, WordField
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.records.form import RecordForm
from bmahr_desktop.ui.records.text_field import TextField


def amend(session: Any, _kind: Kind, uid: str, version: int | None, /, **fields: object) -> Changes:
    """Change fields of a project, its unique code too.

    Raises:
        Refused: If its code is taken, or a value cannot stand.
        StaleText: If it was changed since that version was read.
    """
    return projects.amend_project(session, uid, version, **fields)


class ProjectForm(RecordForm):
    """A form on fields of one project; several of them may stand in different sections.

    Rows are made by `word`, `text`, `lines`, `typed` and `choice`, each bound to a field of the
    record; "manager.name" is one of a value in it.
    """

    operation: Callable[..., Changes] = staticmethod(amend)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, Kind.PROJECT, parent)

    def show_uid(self, uid: str | None) -> None:
        """Show a project by its uid; None for none."""
        try:
            read = self._desk.read(records.read, Kind.PROJECT, uid, shallow=True) if uid else None
        except OutOfReach:
            return
        except Refused:  # it was removed meanwhile; whoever shows it shows another
            read = None
        self.show_record(read)

    def focus_field(self, name: str) -> bool:
        """Put the keyboard into a field; return whether it is one of this form."""
        wanted = next((one for one in self._entries if name in (one, one.partition(".")[0])), None)
        row = self._entries[wanted].row if wanted else None
        if row is None:
            return False
        row.field.setFocus()
        return True

    # ------------------------------------------------------------ rows

    def word(
        self, name: str, label: Message, hint: Message | None = None, *, beside: bool = False
    ) -> Labelled[WordField]:
        """Return a row for one line of text."""
        field = WordField()
        field.setObjectName(_object_name(name))
        row = Labelled(label, field, hint=hint, beside=beside, parent=self)
        self.bind_text(name, row, field)
        return row

    def text(
        self, name: str, label: Message, hint: Message | None = None, lines: int = 2
    ) -> Labelled[TextField]:
        """Return a row for a text of several lines."""
        field = TextField(lines=lines, most=8)
        field.setObjectName(_object_name(name))
        row = Labelled(label, field, hint=hint, parent=self)
        self.bind_text(name, row, field)
        return row

    def lines(
        self, name: str, label: Message, hint: Message | None = None, lines: int = 2
    ) -> Labelled[TextField]:
        """Return a row for a list of texts, each on its own line."""
        field = TextField(lines=lines, most=8)
        field.setObjectName(_object_name(name))
        row = Labelled(label, field, hint=hint, parent=self)
        self.bind_lines(name, row, field)
        return row

    def typed(
        self, name: str, label: Message, field: TypedField[Any], hint: Message | None = None
    ) -> Labelled[Any]:
        """Return a row for a date, a number, an amount, something picked."""
        field.setObjectName(_object_name(name))
        row = Labelled(label, field, hint=hint, parent=self)
        self.bind_typed(name, row, field)
        return row

    def choice(self, name: str, label: Message, field: ChoiceField) -> Labelled[ChoiceField]:
        """Return a row for a choice."""
        field.setObjectName(_object_name(name))
        row = Labelled(label, field, parent=self)
        self.bind_choice(name, row, field)
        return row


def grid_of(columns: int) -> QGridLayout:
    """Return a grid for rows of a form, its columns equally wide."""
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(2 * GRID)
    grid.setVerticalSpacing(GRID)
    for column in range(columns):
        grid.setColumnStretch(column, 1)
    return grid


def _object_name(name: str) -> str:
    return f"project_{name.replace('.', '_')}"
