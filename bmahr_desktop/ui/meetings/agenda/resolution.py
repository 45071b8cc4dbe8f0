"""One resolution: wording, kinds, who is to act and by when."""

from typing import Any, ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QMenu,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from bmahr_desktop.domain.adoption import Adoption
from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.meeting import Assignment, Due, Resolution, ResolutionKind
from bmahr_desktop.domain.records import new_uid
from bmahr_desktop.domain.statements import adoption_words
from bmahr_desktop.i18n import msg, worded
from bmahr_desktop.operations import records
from bmahr_desktop.operations.records import Read
from bmahr_desktop.ui import wording
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.fields.date_field import DateField
from bmahr_desktop.ui.fields.labelled import Labelled
from bmahr_desktop.ui.fields.number_field import NumberField
from bmahr_desktop.ui.fields.word_field import WordField
from bmahr_desktop.ui.look.digits import digits_in_use, shown
from bmahr_desktop.ui.look.icons import IconName, icon
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.meetings.agenda.at_hand import AtHand
from bmahr_desktop.ui.meetings.agenda.voting import VotingPart
from bmahr_desktop.ui.meetings.people.offers import SuggestedField
from bmahr_desktop.ui.records.bound import Entry
from bmahr_desktop.ui.records.form import RecordForm
from bmahr_desktop.ui.records.list_tools import tool
from bmahr_desktop.ui.records.task_state import TaskState
from bmahr_desktop.ui.records.text_field import TextField

_MOST_MONTHS = 60


class KindsButton(QToolButton):
    """What a resolution does: a button that shows it, a menu to choose from."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("resolution_kinds")
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setMinimumWidth(12 * GRID)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setIcon(icon(IconName.GAVEL))
        menu = QMenu(self)
        self._actions = {}
        for kind, name in wording.RESOLUTION_KINDS.items():
            action = menu.addAction(worded(name))
            action.setCheckable(True)
            action.triggered.connect(self._on_chosen)
            self._actions[kind] = action
        self.setMenu(menu)

    def show_kinds(self, kinds: tuple[ResolutionKind, ...]) -> None:
        """Show what a resolution does."""
        for kind, action in self._actions.items():
            action.setChecked(kind in kinds)
        self._tell()

    def kinds(self) -> tuple[ResolutionKind, ...]:
        """Return what is chosen."""
        return tuple(kind for kind, action in self._actions.items() if action.isChecked())

    def _on_chosen(self) -> None:
        self._tell()
        self.chosen.emit(self.kinds())

    def _tell(self) -> None:
        names = [worded(wording.RESOLUTION_KINDS[kind]) for kind in self.kinds()]
        self.setText(", ".join(names) if names else worded(msg("Kind of resolution")))
        called = worded(msg("Kind of resolution"))
        self.setAccessibleName(f"{called}: {self.text()}")


class AssignmentForm(RecordForm):
    """Who is to act, by when, and to whom they report."""

    blanks: ClassVar = {"due": Due()}
    remove_wanted = Signal(str)

    def __init__(self, desk: Desk, at_hand: AtHand, parent: QWidget | None = None) -> None:
        super().__init__(desk, Kind.ASSIGNMENT, parent)
        self.setObjectName("assignment_form")
        self._at_hand = at_hand
        grid = QGridLayout(self)
        grid.setContentsMargins(2 * GRID, 0, 0, 0)
        grid.setHorizontalSpacing(GRID)
        unit = SuggestedField()
        unit.suggest(at_hand.units())
        self.assigned = self._word("assigned_to", msg("Assigned to"), unit)
        grid.addWidget(self.assigned, 0, 0, 1, 2)
        words = worded(msg("Remove this assignment"))
        away = tool(IconName.TRASH, words, "assignment_remove", self)
        away.clicked.connect(lambda: self.remove_wanted.emit(self.record.uid))
        self.bind_act(away)
        grid.addWidget(away, 0, 2, Qt.AlignmentFlag.AlignBottom)
        grid.addWidget(self._word("due.text", msg("Due, in words")), 1, 0)
        date = DateField()
        date.setObjectName("due_date")
        row = Labelled(msg("Due on"), date, parent=self)
        self.bind_typed("due.date", row, date)
        grid.addWidget(row, 1, 1)
        grid.addWidget(self._word("report_to", msg("Reports to")), 2, 0)
        again = QCheckBox(worded(msg("again and again")), self)
        again.setObjectName("due_periodic")
        self.bind_check("due.periodic", None, again)
        grid.addWidget(again, 2, 1, Qt.AlignmentFlag.AlignBottom)
        grid.addWidget(self._word("needed", msg("What is awaited")), 3, 0)
        every = NumberField(1, _MOST_MONTHS)
        every.setObjectName("due_every")
        every_row = Labelled(msg("Every so many months"), every, parent=self)
        self.bind_typed("due.every", every_row, every)
        grid.addWidget(every_row, 3, 1)
        self.state = TaskState(desk, lambda: self.record.uid if self.record else "", self)
        show = self.state.show_state
        self.bind(Entry("state", show, lambda: None, None, lock=lambda _: None))
        grid.addWidget(self.state, 4, 0)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)

    def flush(self) -> bool:
        """Keep everything that is typed; return whether all of it is kept."""
        kept = super().flush()
        return self.state.turn_away() and kept

    def keep(self, name: str, value: Any) -> None:
        """Keep a field; the name of a unit on file links to it, another name to none."""
        super().keep(name, value)
        if name == "assigned_to" and self.record is not None:
            super().keep("unit", self._at_hand.unit_named(self.record.assigned_to))

    def _word(self, name: str, label: Any, field: WordField | None = None) -> Labelled[Any]:
        field = field or WordField()
        field.setObjectName(name.replace(".", "_"))
        row = Labelled(label, field, parent=self)
        self.bind_text(name, row, field)
        return row


class ResolutionForm(RecordForm):
    """One resolution, being worded."""

    remove_wanted = Signal(str)
    move_wanted = Signal(str, int)
    removed = Signal(object, str)
    """Emitted with the kind and the uid of an assignment that was removed."""
    cite_wanted = Signal(object)
    """Emitted with the form when an earlier resolution is to be cited in its wording."""

    def __init__(self, desk: Desk, at_hand: AtHand, parent: QWidget | None = None) -> None:
        super().__init__(desk, Kind.RESOLUTION, parent)
        self.setObjectName("resolution_form")
        self._at_hand = at_hand
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, GRID)
        column.setSpacing(GRID // 2)
        column.addLayout(self._head())
        self.text = TextField(self, lines=2, most=12)
        self.text.setObjectName("resolution_text")
        self.text.set_offers(at_hand)
        self.text.setPlaceholderText(worded(msg("Wording of the resolution")))
        self.wording = Labelled(msg("Wording of the resolution"), self.text, parent=self)
        self.wording.label.hide()  # it is plain to see; the row tells what is wrong with it
        self.bind_text("text", self.wording, self.text)
        column.addWidget(self.wording)
        self.composed = QLabel(self)
        self.composed.setWordWrap(True)
        self.composed.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(self.composed)
        early = QCheckBox(worded(msg("Effective before the adoption")), self)
        early.setObjectName("before_adoption")
        self.bind_check("before_adoption", None, early)
        column.addWidget(early)
        self._assignments = QVBoxLayout()
        column.addLayout(self._assignments)
        self._forms: list[AssignmentForm] = []
        self.voting = VotingPart(desk, self)
        self.voting.changed.connect(self._keep_voting)
        lock = self.voting.setDisabled
        for name in ("vote", "dissents"):
            row = self.voting.row
            self.bind(Entry(name, self._show_voting, self.voting.commit, row, lock=lock))
        column.addWidget(self.voting)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(GRID)
        self.number = QLabel(self)
        row.addWidget(self.number)
        self.kinds = KindsButton(self)
        self.kinds.chosen.connect(self._on_kinds)
        row.addWidget(self.kinds, 1)
        self.bind_act(self.kinds)
        for name, said, object_name, act in (
            (IconName.USER_PLUS, msg("Assign to somebody"), "assignment_add", self._add_assignment),
            (
                IconName.LINK,
                msg("Cite an earlier resolution… (Ctrl+Shift+K)"),
                "resolution_cite",
                self._cite,
            ),
            (IconName.LIST_CHECKS, msg("Vote and dissent"), "resolution_vote", self._open_vote),
            (IconName.ARROW_UP, msg("Move up"), "resolution_up", lambda: self._move(-1)),
            (IconName.ARROW_DOWN, msg("Move down"), "resolution_down", lambda: self._move(1)),
            (IconName.TRASH, msg("Remove this resolution"), "resolution_remove", self._remove),
        ):
            button = tool(name, worded(said), object_name, self)
            button.clicked.connect(act)
            row.addWidget(button)
            self.bind_act(button)
        cites = QShortcut(QKeySequence("Ctrl+Shift+K"), self)
        cites.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        cites.activated.connect(self._cite)
        return row

    def show_resolution(self, read: Read, number: int, adoption: Adoption | None) -> None:
        """Show a resolution with its assignments.

        Args:
            read: The resolution.
            number: Its number among those of the matter, from 1.
            adoption: The minutes that its matter adopts.
        """
        self.show_record(read)
        one: Resolution = read.record
        self.number.setText(shown(f"{number}."))
        self.kinds.show_kinds(one.kinds)
        words = adoption_words(adoption, digits_in_use()) if one.composed and adoption else ""
        self.wording.setVisible(not one.composed)
        self.composed.setVisible(one.composed)
        self.composed.setText(words)
        self._show_assignments(read)

    def _show_assignments(self, read: Read) -> None:
        for form in self._forms:
            form.flush()
            form.deleteLater()
        self._forms.clear()
        for assignment in read.record.assignments:
            form = AssignmentForm(self._desk, self._at_hand, self)
            form.show_record(Read(assignment, read.versions))
            form.remove_wanted.connect(self._remove_assignment)
            self._assignments.addWidget(form)
            self._forms.append(form)

    def has_assignment(self, uid: str) -> bool:
        """Tell whether an assignment belongs to this resolution."""
        return any(form.record.uid == uid for form in self._forms)

    def drop_unkept(self) -> None:
        """Throw away what could not be kept."""
        super().drop_unkept()
        for form in self._forms:
            form.drop_unkept()

    def flush(self) -> bool:
        """Keep everything that is typed."""
        kept = [form.flush() for form in self._forms]
        return super().flush() and all(kept)

    def _on_kinds(self, kinds: tuple[ResolutionKind, ...]) -> None:
        """Keep the kinds; their usual wording goes where nothing of one's own is written."""
        self.text.commit()
        before = self.record.kinds
        self.keep("kinds", kinds)
        written = self.record.text.strip()
        if not self.record.composed and written in ("", self._at_hand.usual(before).strip()):
            self.keep("text", self._at_hand.usual(kinds))
            self.show_field("text")

    def _show_voting(self, _value: object) -> None:
        self.voting.show_resolution(self.record)

    def _keep_voting(self, name: str, value: object) -> None:
        self.keep(name, value)
        self._show_voting(value)  # what does not go together is told anew

    def _cite(self) -> None:
        if not self.record.composed and not self.text.isReadOnly():
            self.cite_wanted.emit(self)

    def _open_vote(self) -> None:
        self.voting.open(self.record)

    def _add_assignment(self) -> None:
        self.flush()
        made = Assignment(uid=new_uid())
        self._desk.write(self, records.add, Kind.ASSIGNMENT, made, self.record.uid)
        self._read_assignments_again()
        self._forms[-1].assigned.field.setFocus()

    def _remove_assignment(self, uid: str) -> None:
        self._desk.write(self, records.remove, Kind.ASSIGNMENT, uid)
        self._read_assignments_again()
        self.removed.emit(Kind.ASSIGNMENT, uid)

    def _read_assignments_again(self) -> None:
        self._show_assignments(self._desk.read(records.read, Kind.RESOLUTION, self.record.uid))

    def _move(self, by: int) -> None:
        self.move_wanted.emit(self.record.uid, by)

    def _remove(self) -> None:
        self.remove_wanted.emit(self.record.uid)
