"""A table that is written into a form: its rows are typed, what is computed follows at once."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, Signal

from bmahr_desktop.domain.changes import Changes, Kind
from bmahr_desktop.domain.forms.definition import Column as FormColumn
from bmahr_desktop.domain.forms.definition import Field as FormField
from bmahr_desktop.domain.forms.definition import Shown
from bmahr_desktop.domain.forms.evaluating import plain_text
from bmahr_desktop.domain.forms.kinds import COUNTED, FieldKind
from bmahr_desktop.domain.forms.scope import Material, RowScope, Scope
from bmahr_desktop.domain.forms.values import Value, month_name, plain_value, read_value, written
from bmahr_desktop.domain.records import new_uid
from bmahr_desktop.i18n import Message, msg, verbatim
from bmahr_desktop.operations import records
from bmahr_desktop.thai.dates import parse_date
from bmahr_desktop.thai.reading import Unreadable, quoted
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.look.digits import digits_in_use
from bmahr_desktop.ui.projects.parts_cells import Column, Fields, Index
from bmahr_desktop.ui.projects.parts_model import PartsModel

_MONTHS = range(12)
_PIXELS = 34
_NARROWEST, _WIDEST = 90, 300


@dataclass(frozen=True)
class AnswerRow:
    """A row that is written into a form.

    Attributes:
        values: Of its columns, as answers keep them.
    """

    uid: str
    values: Mapping[str, Any] = field(default_factory=dict)

    def __getattr__(self, name: str) -> Any:
        """Return the value of a column; None where it has none."""
        if name.startswith("__"):
            raise AttributeError(name)
        return self.values.get(name)


class RowsModel(PartsModel):
    """The rows of a table that is an answer of a form."""

    kept = Signal(object)
    """Emitted with all rows as answers keep them, None for no row, when one was changed."""

    def __init__(
        self, desk: Desk, field: FormField, scope: Callable[[Any], Scope], parent: QObject
    ) -> None:
        """Make an empty table.

        Args:
            desk: The door to the records.
            field: The field of the form.
            scope: Gives the form with other rows in this table.
            parent: What it lives with.
        """
        self._field, self._scope = field, scope
        table = field.table
        self._shown = tuple(table.columns) if table else ()
        self._names = {one: one.name or f"#{at}" for at, one in enumerate(self._shown)}
        self._computed: dict[str, RowScope] = {}
        self._gone: dict[str, tuple[int, AnswerRow]] = {}
        self._foot: list[dict[str, str]] = []
        super().__init__(desk, Kind.FORM, [self._column(one) for one in self._shown], parent)

    # ------------------------------------------------------------ what it shows

    def show_rows(self, plain: Any) -> None:
        """Show rows as answers keep them; those that are just so stay as they are."""
        rows: Sequence[Mapping[str, Any]] = read_value(FieldKind.TABLE, plain)
        if [one.values for one in self.parts] == list(rows):
            self._compute()
            return
        before = self.parts
        self.beginResetModel()
        self.parts = tuple(
            AnswerRow(before[at].uid if at < len(before) else new_uid(), dict(values))
            for at, values in enumerate(rows)
        )
        self._compute()
        self.endResetModel()
        self.changed.emit()

    def compute_again(self) -> None:
        """Show again what is computed."""
        self._compute()
        self.refresh()

    def read_again(self) -> None:
        """Do nothing: whoever shows the form shows its rows too."""

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of rows, and of what is computed below them."""
        if parent.isValid() or not self.parts:
            return 0
        return len(self.parts) + len(self._foot)

    def foot(self) -> Sequence[Mapping[str, str]]:
        """Return what stands below the rows."""
        return self._foot

    def _compute(self) -> None:
        scope = self._scope(self.rows())
        found = scope.rows(self._field)
        self._computed = {part.uid: row for part, row in zip(self.parts, found, strict=False)}
        sums = {
            self._names[one]: plain_text(replace(one, text=one.footer), scope)
            for one in self._shown
            if one.footer is not None
        }
        self._foot = [sums] if sums else []

    def rows(self) -> list[dict[str, Any]]:
        """Return all rows as answers keep them."""
        return [dict(one.values) for one in self.parts]

    # ------------------------------------------------------------ columns

    def _column(self, shown: FormColumn) -> Column:
        name = self._names[shown]
        asked = bool(shown.name) and not shown.bind and shown.text is None and not shown.compute
        choices: list[tuple[Any, Message]] = []
        if asked and shown.kind is FieldKind.CHOICE:
            choices = [
                (None, verbatim("–")),
                *((c.value, verbatim(c.words)) for c in shown.choices),
            ]
        return Column(
            name,
            verbatim(shown.label or shown.name),
            lambda part: self._words(part, shown),
            read=(lambda text: {name: read_cell(shown.kind, text)})
            if asked and not choices
            else None,
            choices=choices,
            day=shown.kind is FieldKind.DATE,
            right=shown.kind in COUNTED,
            width=max(_NARROWEST, min(_WIDEST, int(shown.width * _PIXELS))),
        )

    def _words(self, part: AnswerRow, shown: FormColumn) -> str:
        row = self._computed.get(part.uid)
        value = row.of(shown) if row else Value(shown.kind)
        return written(value, "", digits_in_use(), "short_full_year")

    # ------------------------------------------------------------ keeping

    def add(self, part: AnswerRow, row: int) -> bool:
        """Put a new row in."""
        self._put([*self.parts[:row], part, *self.parts[row:]])
        return True

    def amend(self, row: int, fields: Fields) -> bool:
        """Change cells of a row."""
        part = self.part(row)
        values = {
            name: one for name, one in (part.values | dict(fields)).items() if one is not None
        }
        if values != part.values:
            changed = AnswerRow(part.uid, values)
            self._put([*self.parts[:row], changed, *self.parts[row + 1 :]], same_rows=True)
        return True

    def write(self, operation: Callable[..., Changes], *values: Any) -> bool:
        """Remove, put back or move a row, as other tables do with records."""
        _, uid, *place = values
        others = [one for one in self.parts if one.uid != uid]
        at = self.row_of(uid)
        if operation is records.remove:
            self._gone[uid] = (at, self.parts[at])
        elif operation is records.restore:
            at, part = self._gone.pop(uid)
            others.insert(at, part)
        else:
            others.insert(place[0], self.parts[at])
        self._put(others)
        return True

    def _put(self, parts: Sequence[AnswerRow], *, same_rows: bool = False) -> None:
        if not same_rows:
            self.beginResetModel()
        self.parts = tuple(parts)
        self._compute()
        if same_rows:
            self.refresh()
        else:
            self.endResetModel()
        self.changed.emit()
        self.kept.emit(self.rows() or None)

    def _on_changed(self, changes: Changes, initiator: object) -> None:
        """Do nothing: whoever shows the form shows its rows too."""


def choices_of(shown: Shown) -> list[tuple[Any, Message]]:
    """Return what can be chosen in a field or a column, first of all nothing."""
    return [(None, verbatim("–")), *((one.value, verbatim(one.words)) for one in shown.choices)]


def _reading(name: str, kind: FieldKind) -> Callable[[str], Fields]:
    return lambda text: {name: read_cell(kind, text)}


def read_cell(kind: FieldKind, text: str) -> Any:
    """Return what a typed text means in a cell of a kind, as answers keep it; None for nothing.

    Raises:
        Unreadable: If it means nothing of that kind.
    """
    text = text.strip()
    if not text:
        return None
    if kind is FieldKind.DATE:
        return plain_value(kind, parse_date(text))
    if kind is FieldKind.MONTHS:
        return _months(text)
    value = read_value(kind, text)
    if value is None:
        raise Unreadable(msg("“{text}” is no number. Write it in figures.", text=quoted(text)))
    return plain_value(kind, value)


def _months(text: str) -> list[int]:
    """Return the months that a text names: "ต.ค. - ธ.ค., มี.ค."."""
    names = {month_name(one, short=short): one for one in _MONTHS for short in (True, False)}
    found: set[int] = set()
    for span in text.replace("–", "-").split(","):
        ends = [names.get(one.strip()) for one in span.split("-")]
        first, last = ends[0], ends[-1]
        if first is None or last is None or len(ends) > 2:
            raise Unreadable(
                msg(
                    "“{text}” names no months. Write them as ต.ค. - ธ.ค.", text=quoted(span.strip())
                )
            )
        found.update(range(first, last + 1))
    return sorted(found)


def with_rows(scope: Scope, name: str, rows: Any) -> Scope:
    """Return a form with other rows in one of its tables."""
    material: Material = scope.material
    answers = {**material.answers, name: rows}
    return Scope(scope.definition, replace(material, answers=answers))
