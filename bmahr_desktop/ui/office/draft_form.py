"""A form that also begins a new record, and puts it on file once it has what it needs."""

from typing import Any, ClassVar

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.i18n import Message, msg
from bmahr_desktop.operations import records
from bmahr_desktop.operations.records import Read
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.fields.labelled import Labelled
from bmahr_desktop.ui.fields.typed_field import TypedField
from bmahr_desktop.ui.fields.word_field import ChoiceField, WordField
from bmahr_desktop.ui.records.form import RecordForm


class DraftForm(RecordForm):
    """A form on one record of the office.

    A draft is a record that nobody else sees yet: it goes on file with its first complete state.
    """

    needed: ClassVar[tuple[str, ...]] = ("name",)
    """The fields without which nothing goes on file."""
    added = Signal(str)
    """Emitted with the uid when a draft went on file."""

    def __init__(self, desk: Desk, kind: Kind, parent: QWidget | None = None) -> None:
        super().__init__(desk, kind, parent)
        self._begun: Any = None
        self._rows: dict[str, Labelled[Any]] = {}

    # ------------------------------------------------------------ drafts

    def begin(self, record: Any) -> None:
        """Begin a new record."""
        self.show_record(Read(record, {record.uid: 0}))
        self._begun = record

    def show_record(self, read: Read | None) -> None:
        """Show a record that is on file; a draft is given up."""
        super().show_record(read)
        self._begun = None
        if read is not None:
            for row in self._rows.values():
                row.show_error(None)

    def drafting(self) -> bool:
        """Tell whether what is shown is not on file yet."""
        return self._begun is not None

    def give_up(self) -> None:
        """Forget a draft with everything that is typed in it."""
        if self._begun is not None:
            self._desk.unkept.settle(self._begun.uid)
            self._begun = self._record = None
            self._unsaved.clear()
            for entry in self._entries.values():
                entry.commit()  # nobody takes it any more

    def flush(self) -> bool:
        """Keep everything that is typed; False while a draft still lacks something."""
        kept = super().flush()
        if self._begun is None or self._record == self._begun:
            return kept
        for name in self.needed:
            if not getattr(self._record, name) and name not in self._unsaved:
                self._tell(name, self.lacking(name))
        return False

    def lacking(self, _name: str) -> Message:
        """Return what is told of a field that must be filled in."""
        return msg("Something must be written here.")

    def keep(self, name: str, value: Any) -> None:
        """Keep a field; tell when that put the record on file."""
        drafting = self.drafting()
        super().keep(name, value)
        if drafting and self._record is not None and not self.drafting():
            self.added.emit(self._record.uid)

    def write_field(self, field: str, value: Any) -> None:
        """Write one field, or put the draft on file.

        Raises:
            Refused, StaleText: As the desk.
        """
        if self._begun is None:
            super().write_field(field, value)
            return
        self.check(field, value)
        made = msgspec.structs.replace(self._record, **{field: value})
        if all(getattr(made, name) for name in self.needed):
            self.put_on_file(made)
            self._begun = None
            self._version = self._desk.read(records.version_of, self._kind, made.uid)

    def check(self, field: str, value: Any) -> None:
        """Check a value of a draft.

        Raises:
            Refused: If it cannot stand in its field.
        """
        records.checked_value(type(self._record), field, value)

    def put_on_file(self, record: Any) -> None:
        """Put a new record on file.

        Raises:
            Refused: As the operation.
        """
        self._desk.write(self, records.add, self._kind, record)

    # ------------------------------------------------------------ fields

    def word(self, name: str, label: Message, hint: Message | None = None) -> Labelled[WordField]:
        """Return a row with a line of text for a field."""
        field = WordField()
        row = self._named(name, label, field, hint)
        self.bind_text(name, row, field)
        return row

    def typed(
        self, name: str, label: Message, field: TypedField[Any], hint: Message | None = None
    ) -> Labelled[Any]:
        """Return a row with a typed field."""
        row = self._named(name, label, field, hint)
        self.bind_typed(name, row, field)
        return row

    def choice(self, name: str, label: Message, field: ChoiceField) -> Labelled[ChoiceField]:
        """Return a row with a choice."""
        row = self._named(name, label, field, None)
        self.bind_choice(name, row, field)
        return row

    def _named(self, name: str, label: Message, field: Any, hint: Message | None) -> Labelled[Any]:
        prefix = type(self).__name__.removesuffix("Form").lower()
        field.setObjectName(f"{prefix}_{name.replace('.', '_')}")
        row: Labelled[Any] = Labelled(label, field, hint=hint, parent=self)
        self._rows[name] = row
        return row

    def focus_on(self, name: str) -> None:
        """Go to a field."""
        target = self._rows[name].field
        target.setFocus()
        line = target.line if isinstance(target, TypedField) else target
        if isinstance(line, WordField):
            line.selectAll()
