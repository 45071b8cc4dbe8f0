"""The budget of a project: where the money comes from, and what it is for."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from bmahr_desktop.domain.changes import Changes, Kind
from bmahr_desktop.domain.projects.costs import total
from bmahr_desktop.domain.projects.money import BudgetLine
from bmahr_desktop.domain.projects.project import Project
from bmahr_desktop.i18n import msg, worded
from bmahr_desktop.operations import records
from bmahr_desktop.thai.baht import baht_words
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.look.digits import said
from bmahr_desktop.ui.look.icons import IconName
from bmahr_desktop.ui.look.marks import set_tone
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.look.palette import Role
from bmahr_desktop.ui.notices import UndoBar
from bmahr_desktop.ui.projects.budget_funding import FundingForm
from bmahr_desktop.ui.projects.budget_model import AMOUNT, ITEM, BudgetModel
from bmahr_desktop.ui.projects.ledger_model import money_shown
from bmahr_desktop.ui.projects.parts_editor import PartsEditor, Words
from bmahr_desktop.ui.projects.parts_table import PartsTable
from bmahr_desktop.ui.projects.sections import Around, Section

_WORDS = Words(
    add=msg("Add a line (Insert)"),
    empty=msg("What the money is for belongs here: each item with its formula and amount."),
    removed=msg("The line was removed"),
    hint=msg("Write a formula as 600 x 30 คน x 5 ครั้ง. F6, or = in the amount, takes what it"
             " makes."),
    name="budget",
)  # fmt: skip


class BudgetTable(PartsTable):
    """Lines of the budget; F6, or = in the amount, takes what the formula makes."""

    def __init__(self, model: BudgetModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent, wide=ITEM)
        self.setObjectName("budget_table")
        self.setAccessibleName(worded(msg("Lines of the budget")))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take what the formula makes by =."""
        if event.text() == "=" and self.currentIndex().column() == AMOUNT:
            self.take_wanted.emit()
        else:
            super().keyPressEvent(event)


class BudgetPane(QWidget):
    """The lines of the budget with their sum in words."""

    def __init__(self, desk: Desk, undo: UndoBar, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("budget_pane")
        self._desk, self._undo = desk, undo
        self._asked: int | None = None
        self.model = BudgetModel(desk, self)
        self.table = BudgetTable(self.model, self)
        self.editor = PartsEditor(self.table, _WORDS, BudgetLine, undo, self)
        self.editor.add_tools(
            [(IconName.CHECK, msg("Take what the formula makes (F6)"), "budget_take", self.take)]
        )
        self.words = QLabel(self)
        self.words.setObjectName("budget_words")
        self.words.setWordWrap(True)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.difference = QLabel(self)
        self.difference.setObjectName("budget_difference")
        self.difference.setWordWrap(True)
        set_tone(self.difference, Role.WAITING)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addWidget(self.editor, 1)
        column.addWidget(self.words)
        column.addWidget(self.difference)
        self.table.take_wanted.connect(self.take)
        self.model.changed.connect(self._show_sum)
        desk.changed.connect(self._on_changed)
        self._show_sum()

    def show_project(self, uid: str | None) -> None:
        """Show the lines of a project; None for none."""
        self.editor.show_owner(uid or "")
        self._read_asked()

    def take(self) -> None:
        """Write what the formula of the line makes as its amount."""
        row = self.editor.current_row()
        if row < 0:
            return
        self.table.cells.commit_open()
        line = self.model.part(row)
        if self.model.take_product(row) is not None:
            uid, before = line.uid, line.amount
            self._undo.offer(
                msg("The amount was taken from the formula"),
                lambda: self.model.choose(self.model.row_of(uid), "amount", before),
            )

    def _read_asked(self) -> None:
        self._asked = None
        if self.model.owner:
            kind = Kind.PROJECT
            read = self._desk.read(records.read, kind, self.model.owner, shallow=True)
            self._asked = read.record.funding.amount
        self._show_sum()

    def _show_sum(self) -> None:
        found = total(self.model.parts)
        self.words.setVisible(bool(self.model.parts))
        words = msg("In all {amount} baht ({words})", amount=money_shown(found),
                    words=baht_words(found))  # fmt: skip
        self.words.setText(said(words))
        differs = bool(self.model.parts) and self._asked not in (None, found)
        self.difference.setVisible(differs)
        if differs:
            told = msg("{amount} baht are asked for above; it differs by {difference} baht.",
                       amount=money_shown(self._asked),
                       difference=money_shown(abs(found - (self._asked or 0))))  # fmt: skip
            self.difference.setText(said(told))

    def _on_changed(self, changes: Changes, _initiator: object) -> None:
        if changes.wrote(Kind.PROJECT, self.model.owner):
            self._read_asked()


class BudgetSection(Section):
    """Where the money comes from, and what it is for."""

    title = msg("Budget")
    kinds = frozenset({Kind.BUDGET_LINE})
    fields = frozenset({"funding"})

    def __init__(self, around: Around, parent: QWidget | None = None) -> None:
        super().__init__(around, parent)
        self.form = FundingForm(around.desk, self)
        self.pane = BudgetPane(around.desk, around.undo, self)
        self.column.addWidget(self.form)
        self.column.addWidget(self.pane, 1)

    @classmethod
    def is_complete(cls, project: Project) -> bool:
        """Tell whether the amount is known and the lines make it."""
        amounts = [one.amount for one in project.budget]
        known = project.funding.amount
        return known is not None and None not in amounts and (
            not amounts or total(project.budget) == known
        )  # fmt: skip

    def show_project(self, uid: str | None) -> None:
        """Show the budget of a project."""
        self.form.show_uid(uid)
        self.pane.show_project(uid)

    def flush(self) -> bool:
        """Keep what is typed."""
        form, lines = self.form.flush(), self.pane.editor.flush()
        return form and lines

    def drop_unkept(self) -> None:
        """Throw away what could not be kept."""
        self.form.drop_unkept()
        self.pane.editor.drop_unkept()

    def go_to(self, kind: Kind, uid: str, field: str) -> bool:
        """Put the keyboard into a field of the budget."""
        if kind is Kind.BUDGET_LINE:
            return self.pane.editor.go_to(uid, field)
        return self.form.focus_field("funding.amount" if field == "funding" else field)

    def begin(self) -> None:
        """Put the keyboard into the amount."""
        self.form.focus_field("funding.amount")
