"""The screen of a form, made from its definition: what it asks, and what it shows besides."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCompleter, QLabel, QVBoxLayout, QWidget

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.forms.definition import Definition, Field, Section
from bmahr_desktop.domain.forms.kinds import SAID, FieldKind
from bmahr_desktop.domain.forms.scope import Material, Scope
from bmahr_desktop.domain.forms.values import plain_value, read_value
from bmahr_desktop.domain.forms.wording import Wording
from bmahr_desktop.i18n import msg, verbatim
from bmahr_desktop.operations.filled_forms import amend_form
from bmahr_desktop.operations.form_papers import FormRead
from bmahr_desktop.operations.records import Read
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.fields.date_field import DateField
from bmahr_desktop.ui.fields.labelled import Labelled
from bmahr_desktop.ui.fields.money_field import MoneyField
from bmahr_desktop.ui.fields.number_field import NumberField
from bmahr_desktop.ui.fields.percent_field import PercentField
from bmahr_desktop.ui.fields.typed_field import TypedField
from bmahr_desktop.ui.fields.word_field import ChoiceField, WordField
from bmahr_desktop.ui.look.digits import shown
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.notices import UndoBar
from bmahr_desktop.ui.projects.forms_body import AnswerBody
from bmahr_desktop.ui.projects.forms_bound import BoundRow
from bmahr_desktop.ui.projects.forms_months import MonthsField
from bmahr_desktop.ui.projects.forms_places import place_of_key, place_of_path, words_in
from bmahr_desktop.ui.projects.forms_rows import choices_of, with_rows
from bmahr_desktop.ui.projects.forms_table import AnswerTable
from bmahr_desktop.ui.records.bound import Entry
from bmahr_desktop.ui.records.form import RecordForm
from bmahr_desktop.ui.records.text_field import TextField

_PART = "answers"
_LARGEST = 999_999_999
_MOST_LINES = 10
_FEWEST_LETTERS = 12
_OTHERS = {FieldKind.BODY: msg("Text"), FieldKind.TABLE: msg("Rows of the table")}
"""What fields are called that have no label of their own."""


class AnswersForm(RecordForm):
    """The answers of one filled form, each kept by itself, and what its records tell."""

    operation = staticmethod(amend_form)
    place_wanted = Signal(object, str, str)
    """Emitted with kind, uid and field of the place in the project that a value comes from."""

    def __init__(
        self,
        desk: Desk,
        definition: Definition,
        names: dict[FieldKind, Sequence[str]],
        undo: UndoBar,
        parent: QWidget | None = None,
    ) -> None:
        """Make the screen of a form; `show_form` fills it.

        Args:
            desk: The door to the records.
            definition: The form.
            names: The people and the units that fields of these kinds offer.
            undo: Where the removal of a row can be taken back.
            parent: The widget that it stands in.
        """
        super().__init__(desk, Kind.FORM, parent)
        self.setObjectName("answers_form")
        self._definition, self._names, self._undo = definition, names, undo
        self._scope: Scope | None = None
        self._titles: list[tuple[Section, QLabel]] = []
        self._parts: list[tuple[Section, Field, QWidget]] = []
        self._fields: dict[str, QWidget] = {}
        self._bound: list[tuple[Field, BoundRow]] = []
        self._tables: list[AnswerTable] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        for section in definition.sections:
            self._put_section(section, column)
        column.addStretch(1)

    # ------------------------------------------------------------ made from the definition

    def _put_section(self, section: Section, column: QVBoxLayout) -> None:
        if section.title is not None:
            title = QLabel(self)
            title.setWordWrap(True)
            title.setTextFormat(Qt.TextFormat.PlainText)
            font = title.font()
            font.setWeight(font.Weight.DemiBold)
            title.setFont(font)
            title.setContentsMargins(0, GRID, 0, 0)
            column.addWidget(title)
            self._titles.append((section, title))
        for field in section.fields:
            made = self._made(field)
            if made is not None:
                column.addWidget(made)
                self._parts.append((section, field, made))

    def _made(self, field: Field) -> QWidget | None:
        """Return what stands for a field on the screen; None for what only the paper has."""
        if field.asked:
            return self._asked(field)
        told = field.label or field.bind or (field.table and field.table.rows)
        if field.kind in SAID or not told or (not field.printed and not field.label):
            return None
        name = field.name or field.bind or (field.table.rows if field.table else "") or "value"
        row = BoundRow(name.replace(".", "_"), field.label, self)
        row.place_wanted.connect(self.place_wanted)
        self._bound.append((field, row))
        return row

    def _asked(self, field: Field) -> QWidget:
        widget = self._widget(field)
        widget.setObjectName(f"answer_{field.name}")
        label = (
            verbatim(field.label or field.help)
            if field.label or field.help
            else _OTHERS.get(field.kind, verbatim(field.name))
        )
        hint = verbatim(field.help) if field.help and field.label else None
        row: Labelled[Any] = Labelled(label, widget, hint=hint, parent=self)
        self._bind(field, row, widget)
        self._fields[field.name] = widget
        return row

    def _widget(self, field: Field) -> QWidget:
        match field.kind:
            case FieldKind.NUMBER:
                return NumberField(0, _LARGEST)
            case FieldKind.MONEY:
                return MoneyField()
            case FieldKind.PERCENT:
                return PercentField()
            case FieldKind.DATE:
                return DateField()
            case FieldKind.MONTHS:
                return MonthsField()
            case FieldKind.CHOICE:
                return narrow(ChoiceField(choices_of(field)))
            case FieldKind.BODY:
                return AnswerBody(self._desk)
            case FieldKind.TABLE:
                return self._table(field)
            case FieldKind.PERSON | FieldKind.UNIT:
                return self._named(field)
            case _:
                text = TextField(lines=max(1, min(field.lines, 4)), most=_MOST_LINES)
                text.setPlaceholderText(shown(field.default))
                return text

    def _named(self, field: Field) -> WordField:
        """Return a line that offers the names on file; any other may be written."""
        line = WordField()
        line.setPlaceholderText(shown(field.default))
        offers = QCompleter(list(self._names.get(field.kind, ())), line)
        offers.setFilterMode(Qt.MatchFlag.MatchContains)
        offers.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        if (popup := offers.popup()) is not None:
            popup.setObjectName("name_offers")
        offers.activated.connect(lambda _: line.commit())
        line.setCompleter(offers)
        return line

    def _table(self, field: Field) -> AnswerTable:
        def scope(rows: Any) -> Scope:
            return with_rows(self._known(), field.name, rows)

        table = AnswerTable(self._desk, field, scope, self._undo)
        self._tables.append(table)
        return table

    def _known(self) -> Scope:
        """Return the form as it is filled now; blank before anything was shown."""
        return self._scope or Scope(self._definition, Material())

    # ------------------------------------------------------------ bound to answers

    def _bind(self, field: Field, row: Labelled[Any], widget: QWidget) -> None:
        name = f"{_PART}.{field.name}"
        match widget:
            case WordField() | TextField():
                widget.committed.connect(lambda text: self.keep(name, text or None))

                def show(value: Any) -> object:
                    return widget.set_text_quietly(value if isinstance(value, str) else "")

                self.bind(Entry(name, show, widget.commit, row, lock=widget.setReadOnly))
            case TypedField():
                widget.edited.connect(lambda value: self.keep(name, _plain(field.kind, value)))
                self.bind(Entry(
                    name, lambda value: widget.set_value(read_value(field.kind, value)),
                    widget.commit, row, widget.forget_typing, widget.setReadOnly,
                ))  # fmt: skip
            case ChoiceField():
                widget.chosen.connect(lambda value: self.keep(name, value))
                known = {one.value for one in field.choices}
                self.bind(Entry(
                    name, lambda value: widget.set_value(value if value in known else None),
                    lambda: None, row, lock=widget.setReadOnly,
                ))  # fmt: skip
            case MonthsField():
                widget.edited.connect(lambda value: self.keep(name, value))
                self.bind(Entry(
                    name, lambda value: widget.set_value(read_value(field.kind, value)),
                    lambda: None, row, lock=widget.setReadOnly,
                ))  # fmt: skip
            case AnswerBody() | AnswerTable():
                self._bind_large(name, row, widget)

    def _bind_large(self, name: str, row: Labelled[Any], widget: AnswerBody | AnswerTable) -> None:
        widget.committed.connect(lambda value: self.keep(name, value))
        read_only = (
            widget.editor.setReadOnly if isinstance(widget, AnswerBody) else widget.setReadOnly
        )
        self.bind(Entry(name, widget.set_quietly, widget.commit, row, widget.forget, read_only))

    # ------------------------------------------------------------ what it shows

    def show_form(self, read: FormRead) -> None:
        """Show a filled form of this definition, or the same one once more."""
        self._scope = Scope(self._definition, read.material)
        same = self.record is not None and self.record.uid == read.record.uid
        if not same:
            self.show_record(Read(read.record, {read.record.uid: read.version}))
        wording = Wording(self._definition.digits, {})
        for section, title in self._titles:
            if section.title is not None:
                title.setText(wording.said(section.title, self._scope).text)
            title.setVisible(self._scope.holds(section.when))
        for section, field, widget in self._parts:
            widget.setVisible(self._scope.holds((*section.when, *field.when)))
        for field, row in self._bound:
            self._show_bound(field, row, self._scope)
        for table in self._tables:
            table.model.compute_again()

    def _show_bound(self, field: Field, row: BoundRow, scope: Scope) -> None:
        project = scope.material.project
        table = field.kind is FieldKind.TABLE
        key = None if table else scope.of(field).key
        place = place_of_key(key, project) if key is not None else None
        path = field.bind or (field.table.rows if field.table else "")
        row.show_value(words_in(field, scope), place or place_of_path(path, project))

    def go_to(self, name: str) -> bool:
        """Put the keyboard into an answer; return whether the form asks for it."""
        widget = self._fields.get(name)
        if widget is None:
            return False
        widget.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def begin(self) -> None:
        """Put the keyboard into the first answer."""
        for name in self._fields:
            if self.go_to(name):
                return


def narrow(field: ChoiceField) -> ChoiceField:
    """Let a choice be narrower than its longest words, which its list shows whole."""
    field.setSizeAdjustPolicy(ChoiceField.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    field.setMinimumContentsLength(_FEWEST_LETTERS)
    return field


def _plain(kind: FieldKind, value: Any) -> Any:
    return None if value is None else plain_value(kind, value)
