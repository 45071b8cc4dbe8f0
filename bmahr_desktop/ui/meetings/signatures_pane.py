"""Who signs the minutes: who took them, who checked them."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QTreeWidgetItem, QVBoxLayout, QWidget

from bmahr_desktop.domain.changes import Changes, Kind
from bmahr_desktop.domain.errors import Refused, StaleText
from bmahr_desktop.domain.meeting import Signature
from bmahr_desktop.domain.minutes import TextKey
from bmahr_desktop.domain.records import new_uid
from bmahr_desktop.domain.registers import PersonLine
from bmahr_desktop.i18n import msg, paper, worded
from bmahr_desktop.operations import attendance, records
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.fields.labelled import Labelled
from bmahr_desktop.ui.look.digits import shown
from bmahr_desktop.ui.look.icons import IconName
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.meetings.adding_row import AddingRow
from bmahr_desktop.ui.meetings.attendance_form import NamedForm
from bmahr_desktop.ui.meetings.offers import SuggestedField
from bmahr_desktop.ui.meetings.person_field import Register
from bmahr_desktop.ui.meetings.record_list import UID, RecordList
from bmahr_desktop.ui.meetings.tool import tool
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


class SignaturesPane(QWidget):
    """Edits the signature blocks at the end of the minutes of one meeting."""

    shown_on_paper = Signal(object)
    """Emitted with the `TextKey` of what was chosen, so that the paper can turn to it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("signatures_pane")
        self._desk = desk
        self._meeting = ""
        self._blocks: tuple[Signature, ...] = ()
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
        up, down = (lambda: self.move_chosen(-1)), (lambda: self.move_chosen(1))
        for name, words, object_name, act in (
            (IconName.ARROW_UP, msg("Move up (Alt+↑)"), "signature_up", up),
            (IconName.ARROW_DOWN, msg("Move down (Alt+↓)"), "signature_down", down),
            (IconName.TRASH, msg("Remove (Delete)"), "signature_remove", self.remove),
        ):
            button = tool(name, worded(words), object_name, self.adding)
            button.clicked.connect(act)
            self.adding.tools.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GRID, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self.adding)
        column.addWidget(self.view, 1)
        column.addWidget(self._empty, 1)
        column.addWidget(self.form)
        column.addWidget(self.undo)
        self._show_parts()
        self._connect()

    def _connect(self) -> None:
        self.view.chosen.connect(self._on_chosen)
        self.view.add_wanted.connect(self.adding.line.setFocus)
        self.view.remove_wanted.connect(self.remove)
        self.view.move_wanted.connect(self.move_chosen)
        self.view.edit_wanted.connect(self.form.edit)
        self.adding.person_wanted.connect(self._add_person)
        self.adding.name_wanted.connect(self._add_name)
        self.adding.left.connect(self.view.setFocus)
        self._empty.next_step.connect(self.add_secretary)
        self.form.amended.connect(lambda _: self.read_again())
        self._desk.changed.connect(self._on_changed)

    # ------------------------------------------------------------ what it shows

    def show_meeting(self, meeting: str) -> None:
        """Show the signature blocks of a meeting."""
        self.flush()
        if meeting != self._meeting:
            self.undo.dismiss()
            self.adding.clear()
        self._meeting = meeting
        self.read_again()

    def read_again(self) -> None:
        """Read the blocks again."""
        found = self._desk.read(records.read_parts_of, Kind.SIGNATURE, self._meeting)
        self._blocks = tuple(one.record for one in found)
        self._show_parts()
        self.view.refill(self._fill)

    def _show_parts(self) -> None:
        for widget in (self.view, self.form):
            widget.setVisible(bool(self._blocks))
        self._empty.setVisible(not self._blocks)

    def _fill(self) -> None:
        for number, one in enumerate(self._blocks, 1):
            row = QTreeWidgetItem([shown(f"{number}."), one.name, " ".join(one.lines), one.label])
            row.setData(0, UID, one.uid)
            for column in range(row.columnCount()):
                row.setToolTip(column, "\n".join((f"({one.name})", *one.lines, one.label)))
            self.view.addTopLevelItem(row)

    def count(self) -> int:
        """Return how many blocks there are."""
        return len(self._blocks)

    def flush(self) -> bool:
        """Keep everything that is typed; return whether all could be kept."""
        return self.form.flush()

    def go_to(self, key: TextKey) -> bool:
        """Go to a block; return whether it is there."""
        if not self.view.choose(key.record):
            return False
        self.form.edit()
        return True

    def _on_chosen(self, uid: str) -> None:
        self.flush()
        self.adding.show_error(None)
        read = self._desk.read(records.read, Kind.SIGNATURE, uid) if uid else None
        self.form.show_named(read, self._meeting)
        if uid:
            self.shown_on_paper.emit(TextKey(uid, "name"))

    def _on_changed(self, changes: Changes, initiator: object) -> None:
        mine = isinstance(initiator, QWidget) and (
            initiator is self or self.isAncestorOf(initiator)
        )
        if not mine and self._meeting in changes.meetings and Kind.SIGNATURE in changes.kinds:
            self.read_again()

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
        used = {one.label for one in self._blocks}
        return next((label for label in usual_labels() if label not in used), "")

    def _add(self, made: Signature) -> bool:
        if not self._write(records.add, Kind.SIGNATURE, made, self._meeting):
            return False
        self.adding.clear()
        self.view.choose(made.uid)
        return True

    def move_chosen(self, by: int) -> None:
        """Move the chosen block up or down."""
        uids = [one.uid for one in self._blocks]
        uid = self.view.current_uid()
        if uid in uids and 0 <= uids.index(uid) + by < len(uids):
            self._write(records.move, Kind.SIGNATURE, uid, uids.index(uid) + by)

    def remove(self) -> None:
        """Remove the chosen block; it can be taken back."""
        uid = self.view.current_uid()
        one = next((block for block in self._blocks if block.uid == uid), None)
        if one is None:
            return

        def take_back() -> None:
            self._write(records.restore, Kind.SIGNATURE, one.uid)
            self.view.choose(one.uid)

        if self._write(records.remove, Kind.SIGNATURE, one.uid):
            self.undo.offer(msg("{name} was removed", name=one.name), take_back)

    def _write(self, operation: Any, *args: Any) -> bool:
        """Keep what is typed, then change the blocks; return whether that could be done."""
        self.flush()
        try:
            self._desk.write(self, operation, *args)
        except Refused as refused:
            self.adding.show_error(refused.messages[0])
            return False
        except StaleText:
            self.adding.show_error(msg("This is no longer on file."))
        self.read_again()
        return True
