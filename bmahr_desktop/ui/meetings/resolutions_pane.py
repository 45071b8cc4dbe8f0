"""The resolutions of a matter: wording, kinds, who is to act and by when."""

from typing import Any, ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QMenu,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.meeting import Adoption, Assignment, Due, Resolution, ResolutionKind
from bmahr_desktop.domain.records import new_uid
from bmahr_desktop.domain.statements import adoption_words
from bmahr_desktop.i18n import msg, worded
from bmahr_desktop.operations import records
from bmahr_desktop.operations.records import Read
from bmahr_desktop.ui import wording
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.fields.date_field import DateField
from bmahr_desktop.ui.fields.labelled import Labelled
from bmahr_desktop.ui.fields.word_field import WordField
from bmahr_desktop.ui.look.digits import digits_in_use, shown
from bmahr_desktop.ui.look.icons import IconName, icon
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.records.form import RecordForm
from bmahr_desktop.ui.records.text_field import TextField


def tool(name: IconName, said: str, object_name: str, parent: QWidget) -> QToolButton:
    """Return a small button with an icon, named for screen readers."""
    button = QToolButton(parent)
    button.setObjectName(object_name)
    button.setIcon(icon(name))
    button.setAutoRaise(True)
    button.setToolTip(said)
    button.setAccessibleName(said)
    return button


class KindsButton(QToolButton):
    """What a resolution does: a button that shows it, a menu to choose from."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("resolution_kinds")
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
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
        self.setAccessibleName(f"{worded(msg('Kind of resolution'))}: {self.text()}")


class AssignmentForm(RecordForm):
    """Who is to act, by when, and to whom they report."""

    blanks: ClassVar = {"due": Due()}
    remove_wanted = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, Kind.ASSIGNMENT, parent)
        self.setObjectName("assignment_form")
        grid = QGridLayout(self)
        grid.setContentsMargins(3 * GRID, 0, 0, 0)
        grid.setHorizontalSpacing(GRID)
        assigned = self._word("assigned_to", msg("Assigned to"))
        grid.addWidget(assigned, 0, 0)
        grid.addWidget(self._word("due.text", msg("Due, in words")), 0, 1)
        date = DateField()
        date.setObjectName("due_date")
        row = Labelled(msg("Due on"), date, parent=self)
        self.bind_typed("due.date", row, date)
        grid.addWidget(row, 0, 2)
        grid.addWidget(self._word("report_to", msg("Reports to")), 0, 3)
        again = QCheckBox(worded(msg("again and again")), self)
        again.setObjectName("due_periodic")
        self.bind_check("due.periodic", None, again)
        grid.addWidget(again, 0, 4, Qt.AlignmentFlag.AlignBottom)
        said = worded(msg("Remove this assignment"))
        away = tool(IconName.TRASH, said, "assignment_remove", self)
        away.clicked.connect(lambda: self.remove_wanted.emit(self.record.uid))
        grid.addWidget(away, 0, 5, Qt.AlignmentFlag.AlignBottom)
        for column, stretch in enumerate((5, 4, 4, 3, 0, 0)):
            grid.setColumnStretch(column, stretch)

    def _word(self, name: str, label: Any) -> Labelled[Any]:
        field = WordField()
        field.setObjectName(name.replace(".", "_"))
        row = Labelled(label, field, parent=self)
        self.bind_text(name, row, field)
        return row


class ResolutionForm(RecordForm):
    """One resolution, being worded."""

    remove_wanted = Signal(str)
    move_wanted = Signal(str, int)
    changed_parts = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, Kind.RESOLUTION, parent)
        self.setObjectName("resolution_form")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, GRID)
        column.setSpacing(GRID // 2)
        column.addLayout(self._head())
        self.text = TextField(self, lines=2, most=12)
        self.text.setObjectName("resolution_text")
        self.text.setAccessibleName(worded(msg("Wording of the resolution")))
        self.text.setPlaceholderText(worded(msg("Wording of the resolution")))
        self.bind_text("text", None, self.text)
        column.addWidget(self.text)
        self.composed = QLabel(self)
        self.composed.setWordWrap(True)
        self.composed.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(self.composed)
        self._assignments = QVBoxLayout()
        column.addLayout(self._assignments)
        self._forms: list[AssignmentForm] = []

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(GRID)
        self.number = QLabel(self)
        row.addWidget(self.number)
        self.kinds = KindsButton(self)
        self.kinds.chosen.connect(lambda kinds: self.keep("kinds", kinds))
        row.addWidget(self.kinds)
        early = QCheckBox(worded(msg("without waiting for the adoption of the minutes")), self)
        early.setObjectName("before_adoption")
        self.bind_check("before_adoption", None, early)
        row.addWidget(early)
        row.addStretch(1)
        for name, said, object_name, act in (
            (IconName.USER_PLUS, msg("Assign to somebody"), "assignment_add", self._add_assignment),
            (IconName.ARROW_UP, msg("Move up"), "resolution_up", lambda: self._move(-1)),
            (IconName.ARROW_DOWN, msg("Move down"), "resolution_down", lambda: self._move(1)),
            (IconName.TRASH, msg("Remove this resolution"), "resolution_remove", self._remove),
        ):
            button = tool(name, worded(said), object_name, self)
            button.clicked.connect(act)
            row.addWidget(button)
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
        self.text.setVisible(not one.composed)
        self.composed.setVisible(one.composed)
        self.composed.setText(words)
        self._show_assignments(read)

    def _show_assignments(self, read: Read) -> None:
        for form in self._forms:
            form.flush()
            form.deleteLater()
        self._forms.clear()
        for assignment in read.record.assignments:
            form = AssignmentForm(self._desk, self)
            form.show_record(Read(assignment, read.versions))
            form.remove_wanted.connect(self._remove_assignment)
            self._assignments.addWidget(form)
            self._forms.append(form)

    def flush(self) -> bool:
        """Keep everything that is typed."""
        kept = [form.flush() for form in self._forms]
        return super().flush() and all(kept)

    def _add_assignment(self) -> None:
        self.flush()
        made = Assignment(uid=new_uid())
        self._desk.write(self, records.add, Kind.ASSIGNMENT, made, self.record.uid)
        self.changed_parts.emit()

    def _remove_assignment(self, uid: str) -> None:
        self._desk.write(self, records.remove, Kind.ASSIGNMENT, uid)
        self.changed_parts.emit()

    def _move(self, by: int) -> None:
        self.move_wanted.emit(self.record.uid, by)

    def _remove(self) -> None:
        self.remove_wanted.emit(self.record.uid)


class ResolutionsPane(QScrollArea):
    """All resolutions of a matter, one below the other."""

    removed = Signal(object, str)
    """Emitted with the kind and the uid of what was removed."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("resolutions_pane")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self._desk = desk
        self._matter = ""
        self._forms: list[ResolutionForm] = []
        inner = QWidget(self)
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(0, 0, GRID, 0)
        self._column.setSpacing(GRID)
        self._add = QToolButton(inner)
        self._add.setObjectName("resolution_add")
        self._add.setText(worded(msg("Add a resolution")))
        self._add.setIcon(icon(IconName.PLUS))
        self._add.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._add.clicked.connect(self.add)
        self._column.addWidget(self._add)
        self._column.addStretch(1)
        self.setWidget(inner)

    def show_matter(self, read: Read) -> None:
        """Show the resolutions of a matter."""
        self.flush()
        self._matter = read.record.uid
        wanted = read.record.resolutions
        while len(self._forms) > len(wanted):
            form = self._forms.pop()
            form.show_record(None)
            form.deleteLater()
        while len(self._forms) < len(wanted):
            self._forms.append(self._made())
            self._column.insertWidget(len(self._forms) - 1, self._forms[-1])
        for number, (form, one) in enumerate(zip(self._forms, wanted, strict=True), 1):
            form.show_resolution(Read(one, read.versions), number, read.record.adopts)

    def _made(self) -> ResolutionForm:
        form = ResolutionForm(self._desk, self.widget())
        form.remove_wanted.connect(self._remove)
        form.move_wanted.connect(self._move)
        form.changed_parts.connect(self.read_again)
        return form

    def read_again(self) -> None:
        """Read the matter again and show what it holds."""
        if self._matter:
            self.show_matter(self._desk.read(records.read, Kind.MATTER, self._matter))

    def flush(self) -> bool:
        """Keep everything that is typed; return whether all could be kept."""
        kept = [form.flush() for form in self._forms]
        return all(kept)

    def add(self) -> None:
        """Add a resolution and go to its wording."""
        self.flush()
        made = Resolution(uid=new_uid())
        self._desk.write(self, records.add, Kind.RESOLUTION, made, self._matter)
        self.read_again()
        self._forms[-1].text.setFocus()

    def focus_on(self, uid: str) -> None:
        """Go to a resolution's wording."""
        for form in self._forms:
            if form.record and form.record.uid == uid:
                form.text.setFocus()
                self.ensureWidgetVisible(form)

    def _remove(self, uid: str) -> None:
        self.flush()
        self._desk.write(self, records.remove, Kind.RESOLUTION, uid)
        self.read_again()
        self.removed.emit(Kind.RESOLUTION, uid)

    def _move(self, uid: str, by: int) -> None:
        self.flush()
        place = self._desk.read(records.place_of, Kind.RESOLUTION, uid)
        self._desk.write(self, records.move, Kind.RESOLUTION, uid, place + by)
        self.read_again()
        self.focus_on(uid)
