"""One filled form: what it is called, which edition it keeps, and its answers."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from bmahr_desktop.domain.changes import Changes, Kind
from bmahr_desktop.domain.errors import OutOfReach, Refused
from bmahr_desktop.domain.forms.definition import Definition, RecordKind
from bmahr_desktop.domain.forms.kinds import FieldKind
from bmahr_desktop.i18n import Message, msg, worded
from bmahr_desktop.operations.filled_forms import amend_form
from bmahr_desktop.operations.form_papers import FormRead, read_filled
from bmahr_desktop.operations.form_shelf import forms_to_begin
from bmahr_desktop.operations.people import list_units
from bmahr_desktop.operations.records import Read
from bmahr_desktop.operations.registers import list_people
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.fields.date_field import DateField
from bmahr_desktop.ui.fields.days import Today, today_here
from bmahr_desktop.ui.fields.labelled import Labelled
from bmahr_desktop.ui.fields.word_field import ChoiceField, WordField
from bmahr_desktop.ui.look.digits import said, shown
from bmahr_desktop.ui.look.icons import IconName
from bmahr_desktop.ui.look.marks import set_tone
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.look.palette import Role
from bmahr_desktop.ui.notices import EmptyState, ErrorNote, UndoBar
from bmahr_desktop.ui.projects.forms_answers import AnswersForm
from bmahr_desktop.ui.projects.forms_folded import Folded
from bmahr_desktop.ui.projects.sections import PROJECT_KINDS
from bmahr_desktop.ui.records.bound import Entry
from bmahr_desktop.ui.records.form import RecordForm


class FormHead(RecordForm):
    """What a list knows of a filled form: its title, its date, up to which report it shows."""

    operation = staticmethod(amend_form)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, Kind.FORM, parent)
        self.setObjectName("form_head")
        self.title = WordField()
        self.title.setObjectName("form_title")
        self.date = DateField()
        self.date.setObjectName("form_date")
        self._numbers: frozenset[int] = frozenset()
        self.report = ChoiceField([(None, msg("the last report"))])
        self.report.setObjectName("form_report")
        titled = Labelled(msg("Name in the list"), self.title, parent=self)
        dated = Labelled(msg("Date of the form"), self.date, parent=self)
        self.reported = Labelled(msg("Shows the progress up to"), self.report, parent=self)
        self.bind_text("title", titled, self.title)
        self.bind_typed("date", dated, self.date)
        self.report.chosen.connect(lambda value: self.keep("report", value))
        self.bind(
            Entry("report", self._show_report, lambda: None, self.reported,
                  lock=self.report.setReadOnly)
        )  # fmt: skip
        top = Qt.AlignmentFlag.AlignTop
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(2 * GRID)
        grid.addWidget(titled, 0, 0, 1, 2, top)
        grid.addWidget(dated, 1, 0, top)
        grid.addWidget(self.reported, 1, 1, top)
        for column in range(2):
            grid.setColumnStretch(column, 1)

    def offer_reports(self, numbers: Sequence[int], definition: Definition | None) -> None:
        """Offer the reports that a form of a project can show up to."""
        chosen = self.record.report if self.record is not None else None
        known = sorted({*numbers, *([chosen] if chosen else [])})
        offers: list[tuple[object, Message]] = [(None, msg("the last report"))]
        offers += [(one, msg("report {number}", number=shown(str(one)))) for one in known]
        self._numbers = frozenset(known)
        self.report.set_choices(offers)
        self.report.set_value(chosen)
        of_project = definition is not None and definition.record is RecordKind.PROJECT
        self.reported.setVisible(of_project and len(known) > 0)

    def _show_report(self, value: Any) -> None:
        if value is None or value in self._numbers:
            self.report.set_value(value)


class FilledFormPane(QWidget):
    """A filled form; it makes its fields anew from the definition of each form that is shown."""

    place_wanted = Signal(str, object, str, str)
    """Emitted with the project, and kind, uid and field of the place that a value comes from."""
    renew_wanted = Signal(str)
    """Emitted with the form that is to be begun in its newest edition."""
    shown = Signal()
    """Emitted when the form was read: see `read`."""

    def __init__(
        self,
        desk: Desk,
        undo: UndoBar,
        parent: QWidget | None = None,
        today: Today = today_here,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("filled_form_pane")
        self._desk, self._undo, self._today = desk, undo, today
        self.read: FormRead | None = None
        self.form: AnswersForm | None = None
        self.head = FormHead(desk, self)
        self.edition = QLabel(self)
        self.edition.setObjectName("form_edition")
        self.edition.setWordWrap(True)
        set_tone(self.edition, Role.MUTED)
        self.renew = QPushButton(self)
        self.renew.setObjectName("form_renew")
        self.renew.setAutoDefault(False)
        self.renew.clicked.connect(self._renew)
        self.gone = ErrorNote(self)
        self.gone.setObjectName("form_gone")
        self.notes = QLabel(self)
        self.notes.setObjectName("form_notes")
        self.notes.setWordWrap(True)
        self.notes.setTextFormat(Qt.TextFormat.PlainText)
        self.notes.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        set_tone(self.notes, Role.MUTED)
        self.told = Folded("form_notes_fold", msg("Notes of the form"), self.notes, parent=self)
        self._empty = EmptyState(
            IconName.FILE_PEN, msg("Choose a form from the list, or begin a new one."), parent=self
        )
        self._lay_out()
        desk.changed.connect(self._on_changed)

    def _lay_out(self) -> None:
        edition = QHBoxLayout()
        edition.setSpacing(GRID)
        edition.addWidget(self.edition, 1)
        edition.addWidget(self.renew)
        inner = QWidget(self)
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(2 * GRID, GRID, 2 * GRID, 2 * GRID)
        self._column.setSpacing(GRID)
        self._column.addWidget(self.head)
        self._column.addLayout(edition)
        self._column.addWidget(self.gone)
        self._column.addWidget(self.told)
        self._column.addStretch(1)
        area = QScrollArea(self)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        self._area = area
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(area)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)

    # ------------------------------------------------------------ what it shows

    @property
    def uid(self) -> str:
        """The form that is shown; "" for none."""
        return self.read.record.uid if self.read is not None else ""

    def show_form(self, uid: str) -> None:
        """Show a filled form, in place of the one before; "" for none. Flush before it."""
        if uid == self.uid:
            return
        self._forget()
        if not uid:
            self._stack.setCurrentWidget(self._empty)
            self.head.show_record(None)
            return
        read = self._desk.read(read_filled, uid)
        self.read = read
        self.head.show_record(Read(read.record, {uid: read.version}))
        if read.definition is not None:
            self._make(read.definition)
        self._show(read)
        self._stack.setCurrentWidget(self._area)
        bar = self._area.verticalScrollBar()
        bar.setValue(0)

    def _forget(self) -> None:
        self.read = None
        if self.form is not None:
            self.form.show_record(None)
            self._column.removeWidget(self.form)
            self.form.hide()
            self.form.deleteLater()
            self.form = None

    def _make(self, definition: Definition) -> None:
        """Make the fields of a form."""
        kinds = {one.kind for one in definition.asked()}
        names: dict[FieldKind, Sequence[str]] = {}
        if FieldKind.PERSON in kinds:
            people = self._desk.read(list_people, self._today())
            names[FieldKind.PERSON] = [one.printed for one in people]
        if FieldKind.UNIT in kinds:
            names[FieldKind.UNIT] = [one.name for one in self._desk.read(list_units)]
        self.form = AnswersForm(self._desk, definition, names, self._undo, self)
        self.form.place_wanted.connect(self._on_place)
        self._column.insertWidget(self._column.count() - 1, self.form)

    def _show(self, read: FormRead) -> None:
        definition = read.definition
        if definition is not None and self.form is not None:
            self.form.show_form(read)
        self.head.title.setPlaceholderText(definition.title if definition else "")
        self.head.offer_reports(read.reports, definition)
        self.gone.show_text("\n".join(said(one) for one in read.gone))
        notes = definition.notes.strip() if definition else ""
        self.notes.setText(notes)
        self.told.setVisible(bool(notes))
        self._show_edition(read)
        self.shown.emit()

    def _show_edition(self, read: FormRead) -> None:
        record = read.record
        name = read.definition.title if read.definition else record.form
        words = said(msg("{form}, edition {edition}", form=name, edition=shown(record.edition)))
        about = read.material.project
        self.edition.setText(f"{words}\n{about.name}" if about is not None else words)
        newest = next(iter(self._desk.read(forms_to_begin).of(record.form)), None)
        other = newest is not None and newest.definition.edition != record.edition
        self.renew.setVisible(other)
        if newest is not None:
            edition = shown(newest.definition.edition)
            self.renew.setText(said(msg("Go on in edition {edition}", edition=edition)))
            self.renew.setToolTip(worded(msg("A new form of that edition, with these answers;"
                                             " this one stays as it is")))  # fmt: skip

    def read_again(self) -> None:
        """Read the form again: its definition or its project was changed."""
        if self.read is None:
            return
        try:
            read = self._desk.read(read_filled, self.uid)
        except OutOfReach:
            return
        except Refused:
            self.show_form("")
            return
        before, self.read = self.read, read
        if read.definition != before.definition:
            uid = self.uid
            self.flush()
            self._forget()
            self.show_form(uid)
        else:
            self._show(read)

    # ------------------------------------------------------------ keeping, going

    def flush(self) -> bool:
        """Keep everything that is typed; return whether it is on file or safely held."""
        kept = self.head.flush()
        return (self.form is None or self.form.flush()) and kept

    def drop_unkept(self) -> None:
        """Throw away what could not be kept."""
        self.head.drop_unkept()
        if self.form is not None:
            self.form.drop_unkept()

    def go_to(self, field: str) -> bool:
        """Put the keyboard into a field of the form; return whether there is one."""
        name = field.removeprefix("answers.")
        return self.form is not None and self.form.go_to(name)

    def begin(self) -> None:
        """Put the keyboard into the first answer, else into the name."""
        if self.form is not None:
            self.form.begin()
        else:
            self.head.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_place(self, kind: object, uid: str, field: str) -> None:
        if self.read is not None and self.read.material.project is not None:
            self.place_wanted.emit(self.read.material.project.uid, kind, uid, field)

    def _renew(self) -> None:
        if self.uid and self.flush():
            self.renew_wanted.emit(self.uid)

    def _on_changed(self, changes: Changes, _initiator: object) -> None:
        if self.read is None:
            return
        of_project = self.read.material.project is not None and changes.kinds & PROJECT_KINDS
        if of_project or changes.wrote(Kind.FORM, self.uid):
            self.read_again()
