"""Fields bound to those of a record: how each shows a value, commits and forgets what is typed."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QCheckBox, QWidget

from bmahr_desktop.ui.fields.labelled import Labelled
from bmahr_desktop.ui.fields.typed_field import TypedField
from bmahr_desktop.ui.fields.word_field import ChoiceField, WordField
from bmahr_desktop.ui.records.text_field import TextField

Row = Labelled[Any] | None
"""A field's row, where what is wrong with it is told."""


@dataclass(frozen=True)
class Entry:
    """A field of the form.

    Attributes:
        name: The record's field; "online.room" for a field of a value in it.
        show: Shows a value quietly; returns False while typing stands in the way.
        commit: Makes the field say what is typed.
        row: Where what is wrong is told; None for fields that stand without a row.
        forget: Throws away what is typed and means nothing.
        lock: Lets the field only be read, or changed again; without it its row's field is disabled.
    """

    name: str
    show: Callable[[Any], object]
    commit: Callable[[], object]
    row: Row
    forget: Callable[[], object] = lambda: None
    lock: Callable[[bool], object] | None = None

    def set_read_only(self, read_only: bool) -> None:
        """Let the field only be read, or changed again."""
        if self.lock is not None:
            self.lock(read_only)
        elif self.row is not None:
            self.row.field.setEnabled(not read_only)


class BoundFields(QWidget):
    """Fields that tell what is typed in them, each under its name."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: dict[str, Entry] = {}
        self._acts: list[QWidget] = []
        self._locked: tuple[bool, frozenset[str]] = (False, frozenset())

    def set_read_only(self, read_only: bool, but: frozenset[str] = frozenset()) -> None:
        """Let all be read and copied but not changed, or changed again.

        Args:
            read_only: Whether it is only to be read.
            but: The fields that can be changed all the same.
        """
        wanted = (read_only, but if read_only else frozenset())
        if wanted == self._locked:
            return
        self._locked = wanted
        for name, entry in self._entries.items():
            entry.set_read_only(read_only and name.partition(".")[0] not in but)
        for act in self._acts:
            act.setEnabled(not read_only)

    def is_read_only(self) -> bool:
        """Tell whether all can only be read, but for the fields that go on."""
        return self._locked[0]

    def bind_act(self, widget: QWidget) -> None:
        """Let a button that changes the record step back while that is only to be read."""
        self._acts.append(widget)

    def keep(self, name: str, value: Any) -> None:
        """Keep a field's value."""
        raise NotImplementedError

    def bind_text(self, name: str, row: Row, field: WordField | TextField) -> None:
        """Bind text of one line or several."""
        field.committed.connect(lambda text: self.keep(name, text))

        def show(value: Any) -> object:
            return field.set_text_quietly(value or "")

        self.bind(Entry(name, show, field.commit, row, lock=field.setReadOnly))

    def bind_lines(self, name: str, row: Row, field: TextField) -> None:
        """Bind a list of lines, each typed on its own line."""

        def kept(text: str) -> None:
            self.keep(name, tuple(line.strip() for line in text.split("\n") if line.strip()))

        field.committed.connect(kept)

        def show(value: Any) -> object:
            return field.set_text_quietly("\n".join(value or ()))

        self.bind(Entry(name, show, field.commit, row, lock=field.setReadOnly))

    def bind_typed(self, name: str, row: Row, field: TypedField[Any]) -> None:
        """Bind a date, a time or a number."""
        field.edited.connect(lambda value: self.keep(name, value))
        forget, lock = field.forget_typing, field.setReadOnly
        self.bind(Entry(name, field.set_value, field.commit, row, forget, lock))

    def bind_choice(self, name: str, row: Row, field: ChoiceField) -> None:
        """Bind a choice."""
        field.chosen.connect(lambda value: self.keep(name, value))
        self.bind(Entry(name, field.set_value, lambda: None, row, lock=field.setReadOnly))

    def bind_check(self, name: str, row: Row, field: QCheckBox) -> None:
        """Bind something that is so or not."""
        field.clicked.connect(lambda checked: self.keep(name, checked))

        def show(value: Any) -> None:
            field.setChecked(bool(value))

        self.bind(Entry(name, show, lambda: None, row, lock=field.setDisabled))

    def bind(self, entry: Entry) -> None:
        """Bind any other field."""
        self._entries[entry.name] = entry
