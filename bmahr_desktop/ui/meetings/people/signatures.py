"""Who signs the minutes: who took them, who checked them."""

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QTreeWidgetItem, QVBoxLayout, QWidget

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.meeting import Signature
from bmahr_desktop.domain.records import new_uid
from bmahr_desktop.domain.registers import PersonLine
from bmahr_desktop.i18n import msg, paper, worded
from bmahr_desktop.operations import attendance, records
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.fields.labelled import Labelled
from bmahr_desktop.ui.look.digits import shown
from bmahr_desktop.ui.look.icons import IconName
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.meetings.people.adding_row import AddingRow
from bmahr_desktop.ui.meetings.people.form import NamedForm
from bmahr_desktop.ui.meetings.people.listed import NamesPane
from bmahr_desktop.ui.meetings.people.names import Register
from bmahr_desktop.ui.meetings.people.offers import SuggestedField
from bmahr_desktop.ui.meetings.record_list import UID, RecordList
from bmahr_desktop.ui.notices import EmptyState, UndoBar

_HEADINGS = (msg("No."), msg("Name"), msg("Position and office"), msg("Signs as"))


def usual_labels() -> tuple[str, str]:
    """Return what stands under the blocks of the minutes, in Thai: who took, who checked them."""
    return paper("took the minutes"), paper("checked the minutes")


class SignatureForm(NamedForm):
    """One block: name, lines, and what is signed for."""

    def __init__(self, desk: Desk, register: Register, parent: QWidget | None = None) -> None:
        super().__init__(desk, Kind.SIGNATURE, register, parent)
        self.setObjectName("signature_form")
        self.label = SuggestedField()
        self.label.setObjectName("signature_label")
        self.label.suggest(usual_labels())
        label = Labelled(msg("&Signs as"), self.label, parent=self)
        self.bind_text("label", label, self.label)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(2 * GRID)
        grid.setVerticalSpacing(GRID)
        grid.addWidget(self.name_row, 0, 0)
        grid.addWidget(label, 0, 1)
        grid.addWidget(self.lines_row, 1, 0, 1, 2)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)


class SignaturesPane(NamesPane[Signature]):
    """Edits the signature blocks at the end of the minutes of one meeting."""

    kind = Kind.SIGNATURE

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.setObjectName("signatures_pane")
        register = Register(desk, self)
        self.adding = AddingRow(register, msg("Add a name to sign (Insert)"), self)
        self.view = RecordList(_HEADINGS, (0.12, 0.45, 0, 0.32), self)
        self.view.setObjectName("signature_list")
        self.view.setAccessibleName(worded(msg("Signatures")))
        self.form = SignatureForm(desk, register, self)
        self.undo = UndoBar(self)
        self._empty = EmptyState(
            IconName.SIGNATURE,
            msg("Nobody signs the minutes yet. Begin with the secretary."),
            msg("Let the secretary sign"),
            self,
        )
        self._add_tools(self.adding.tools, "signature", self.adding)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GRID, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self.adding)
        column.addWidget(self.view, 1)
        column.addWidget(self._empty, 1)
        column.addWidget(self.form)
        column.addWidget(self.undo)
        self.show_parts()
        self._connect()

    def _connect(self) -> None:
        super()._connect()
        self.adding.person_wanted.connect(self._add_person)
        self.adding.name_wanted.connect(self._add_name)
        self._empty.next_step.connect(self.add_secretary)

    # ------------------------------------------------------------ what it shows

    def turn_to(self, _meeting: str) -> None:
        """Forget the name that was typed."""
        self.adding.clear()

    def read_listed(self) -> Sequence[Signature]:
        """Return the blocks."""
        found = self._desk.read(records.read_parts_of, Kind.SIGNATURE, self._meeting)
        return [one.record for one in found]

    def show_parts(self) -> None:
        """Show the blocks and the form, or how to begin."""
        for widget in (self.view, self.form):
            widget.setVisible(bool(self.listed))
        self._empty.setVisible(not self.listed)

    def show_listed(self) -> None:
        """Fill the list."""
        self.view.refill(self._fill)

    def _fill(self) -> None:
        for number, one in enumerate(self.listed, 1):
            row = QTreeWidgetItem([shown(f"{number}."), one.name, " ".join(one.lines), one.label])
            row.setData(0, UID, one.uid)
            for column in range(row.columnCount()):
                row.setToolTip(column, "\n".join((f"({one.name})", *one.lines, one.label)))
            self.view.addTopLevelItem(row)

    # ------------------------------------------------------------ changes

    def add_secretary(self) -> None:
        """Let the committee's secretary sign."""
        label = usual_labels()[0]
        made = self._desk.read(attendance.usual_signature, self._meeting, label)
        if made is None:
            self.adding.show_error(
                msg("No secretary is listed and none is in office. Type a name.")
            )
            self.adding.line.setFocus()
        else:
            self._add(made)

    def _add_person(self, person: PersonLine) -> None:
        label = self._next_label()
        made = self._desk.read(attendance.signature_of, self._meeting, person.uid, label)
        self._add(made)

    def _add_name(self, name: str, on_file: bool) -> None:
        made = Signature(uid=new_uid(), name=name, label=self._next_label())
        if self._add(made) and on_file:
            self._write(attendance.put_on_file, Kind.SIGNATURE, made.uid)

    def _next_label(self) -> str:
        used = {one.label for one in self.listed}
        return next((label for label in usual_labels() if label not in used), "")

    def _add(self, made: Signature) -> bool:
        if not self._write(records.add, Kind.SIGNATURE, made, self._meeting):
            return False
        self.adding.clear()
        self.view.choose(made.uid)
        return True
