"""The earlier minutes that a matter adopts, and what is corrected in them."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QToolButton, QVBoxLayout, QWidget

from bmahr_desktop.domain.adoption import Adoption, Correction
from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.domain.records import new_uid
from bmahr_desktop.i18n import Message, msg, worded
from bmahr_desktop.operations import records
from bmahr_desktop.operations.meetings import set_adoption
from bmahr_desktop.operations.records import Read
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.fields.date_field import DateField
from bmahr_desktop.ui.fields.labelled import Labelled
from bmahr_desktop.ui.fields.number_field import NumberField
from bmahr_desktop.ui.fields.word_field import WordField
from bmahr_desktop.ui.look.digits import said
from bmahr_desktop.ui.look.icons import IconName, icon
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.notices import ErrorNote
from bmahr_desktop.ui.records.form import RecordForm
from bmahr_desktop.ui.records.list_tools import tool
from bmahr_desktop.ui.records.text_field import TextField


class CorrectionForm(RecordForm):
    """One correction: page, clause, the old words, the new."""

    remove_wanted = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, Kind.CORRECTION, parent)
        self.setObjectName("correction_form")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, GRID)
        grid.setHorizontalSpacing(GRID)
        grid.addWidget(self._word("page", msg("Page")), 0, 0)
        grid.addWidget(self._word("clause", msg("Clause")), 0, 1)
        words = worded(msg("Remove this correction"))
        away = tool(IconName.TRASH, words, "correction_remove", self)
        away.clicked.connect(lambda: self.remove_wanted.emit(self.record.uid))
        self.bind_act(away)
        grid.addWidget(away, 0, 2, Qt.AlignmentFlag.AlignBottom)
        self.old = self._text("old", msg("From"))
        grid.addWidget(self.old, 1, 0, 1, 3)
        grid.addWidget(self._text("new", msg("To")), 2, 0, 1, 3)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)

    def _word(self, name: str, label: Message) -> Labelled[Any]:
        field = WordField()
        field.setObjectName(f"correction_{name}")
        row = Labelled(label, field, parent=self)
        self.bind_text(name, row, field)
        return row

    def _text(self, name: str, label: Message) -> Labelled[Any]:
        field = TextField(lines=2, most=6)
        field.setObjectName(f"correction_{name}")
        row = Labelled(label, field, parent=self)
        self.bind_text(name, row, field)
        return row


class AdoptionPane(QScrollArea):
    """Which minutes are adopted, with the corrections that the committee makes in them."""

    removed = Signal(object, str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("adoption_pane")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._desk = desk
        self._read: Read | None = None
        self._forms: list[CorrectionForm] = []
        inner = QWidget(self)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, GRID, 0)
        column.addLayout(self._cited(inner))
        self.note = ErrorNote(inner)
        column.addWidget(self.note)
        self._corrections = QVBoxLayout()
        column.addLayout(self._corrections)
        self._add = add = QToolButton(inner)
        add.setObjectName("correction_add")
        add.setText(worded(msg("Add a correction")))
        add.setIcon(icon(IconName.PLUS))
        add.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        add.clicked.connect(self.add)
        column.addWidget(add)
        column.addStretch(1)
        self.setWidget(inner)

    def _cited(self, parent: QWidget) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * GRID)
        grid.setVerticalSpacing(GRID)
        self.number, self.year = NumberField(1, 999), NumberField(2400, 2999)
        self.date = DateField()
        for name, label, field, column, width in (
            ("adopts_number", msg("Meeting number"), self.number, 0, 1),
            ("adopts_year", msg("Year (B.E.)"), self.year, 1, 1),
            ("adopts_date", msg("Date of that meeting"), self.date, 0, 2),
        ):
            field.setObjectName(name)
            field.edited.connect(self._keep)
            at = 1 if width == 2 else 0
            grid.addWidget(Labelled(label, field, parent=parent), at, column, 1, width)
        return grid

    def show_matter(self, read: Read) -> None:
        """Show what a matter adopts."""
        self.flush()
        self._read = read
        adoption: Adoption | None = read.record.adopts
        for field in (self.number, self.year, self.date):
            field.forget_typing()
        self.number.set_value(adoption.number if adoption else None)
        self.year.set_value(adoption.year if adoption else None)
        self.date.set_value(adoption.date if adoption else None)
        wanted = adoption.corrections if adoption else ()
        while len(self._forms) > len(wanted):
            form = self._forms.pop()
            form.show_record(None)
            form.deleteLater()
        while len(self._forms) < len(wanted):
            form = CorrectionForm(self._desk, self.widget())
            form.remove_wanted.connect(self._remove)
            self._forms.append(form)
            self._corrections.addWidget(form)
        for form, one in zip(self._forms, wanted, strict=True):
            form.show_record(Read(one, read.versions))

    def set_read_only(self, read_only: bool) -> None:
        """Let all be read but not changed, or changed again; corrections know by themselves."""
        self._add.setEnabled(not read_only)
        for field in (self.number, self.year, self.date):
            field.setReadOnly(read_only)

    def flush(self) -> bool:
        """Keep everything that is typed."""
        kept = [field.commit() for field in (self.number, self.year, self.date)]
        kept += [form.flush() for form in self._forms]
        return all(kept)

    def drop_unkept(self) -> None:
        """Throw away what could not be kept."""
        for field in (self.number, self.year, self.date):
            field.forget_typing()
        for form in self._forms:
            form.drop_unkept()

    def add(self) -> None:
        """Add a correction and go to it."""
        if self._read is None:
            return
        self.flush()
        made = Correction(uid=new_uid(), old="", new="")
        self._desk.write(self, records.add, Kind.CORRECTION, made, self._read.record.uid)
        self._read_again()
        self._forms[-1].old.field.setFocus()

    def _remove(self, uid: str) -> None:
        self.flush()
        self._desk.write(self, records.remove, Kind.CORRECTION, uid)
        self._read_again()
        self.removed.emit(Kind.CORRECTION, uid)

    def _read_again(self) -> None:
        if self._read is not None:
            self.show_matter(self._desk.read(records.read, Kind.MATTER, self._read.record.uid))

    def _keep(self, *_: object) -> None:
        if self._read is None:
            return
        number, year, date = self.number.value(), self.year.value(), self.date.value()
        if number is None or year is None or date is None:
            self.note.show_text(worded(msg("Give number, year and date of those minutes.")))
            return
        self.note.show_text("")
        before: Adoption | None = self._read.record.adopts
        adoption = Adoption(
            number=number,
            year=year,
            date=date,
            meeting=before.meeting if before else None,
            corrections=before.corrections if before else (),
        )
        try:
            uid = self._read.record.uid
            self._desk.write(self, set_adoption, uid, None, adoption)
        except Refused as refused:
            self.note.show_text(said(refused.messages[0]))
            return
        self._read = self._desk.read(records.read, Kind.MATTER, uid)
