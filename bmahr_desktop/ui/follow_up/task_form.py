"""A task: what is awaited, when it is due, how far it has come."""

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.follow_up import OPEN, FollowUp
from bmahr_desktop.domain.meeting import Assignment
from bmahr_desktop.domain.tasks import comes_back, days_overdue, due_day
from bmahr_desktop.i18n import Message, msg, worded
from bmahr_desktop.operations.records import Read
from bmahr_desktop.thai.dates import DateStyle, format_date
from bmahr_desktop.ui import wording
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.fields.date_field import DateField
from bmahr_desktop.ui.fields.days import Today, today_here
from bmahr_desktop.ui.fields.labelled import Labelled
from bmahr_desktop.ui.fields.word_field import WordField
from bmahr_desktop.ui.look.digits import digits_in_use, said
from bmahr_desktop.ui.look.marks import State, StateChip
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.records.bound import Entry
from bmahr_desktop.ui.records.form import RecordForm
from bmahr_desktop.ui.records.task_state import TaskState

STATE_LOOKS = {
    FollowUp.WAITING: State.WAITING,
    FollowUp.UNDER_WAY: State.PROGRESS,
    FollowUp.DONE: State.DONE,
    FollowUp.ENDED: State.NEUTRAL,
}


class TaskForm(RecordForm):
    """Whom it is assigned to, what is needed, when it is due, and its state."""

    def __init__(
        self, desk: Desk, parent: QWidget | None = None, *, today: Today = today_here
    ) -> None:
        super().__init__(desk, Kind.ASSIGNMENT, parent)
        self.setObjectName("task_form")
        self._today = today
        self.who, self.due = QLabel(self), QLabel(self)
        font = self.who.font()
        font.setWeight(font.Weight.DemiBold)
        self.who.setFont(font)
        for label in (self.who, self.due):
            label.setWordWrap(True)
        self.chip = StateChip(State.WAITING, "", parent=self)
        self.needed = WordField()
        self.needed.setObjectName("task_needed")
        needed_row = Labelled(msg("What is awaited"), self.needed, parent=self)
        self.bind_text("needed", needed_row, self.needed)
        next_due = DateField(today=today)
        next_due.setObjectName("task_next_due")
        self.next_row = Labelled(msg("Next due on"), next_due, parent=self)
        self.bind_typed("next_due", self.next_row, next_due)
        self.state = TaskState(desk, self._uid, self, today=today)
        self.bind(Entry("state", self._show_state, lambda: None, None, lock=lambda _: None))
        column = QVBoxLayout(self)  # the pane is narrow: nothing stands beside anything
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        for widget in (self.who, self.due, self.chip, needed_row, self.state, self.next_row):
            column.addWidget(widget)
        self.amended.connect(lambda _: self.tell())

    def show_task(self, read: Read) -> None:
        """Show a task; one that is shown already follows changes by itself, typing and all."""
        if self._uid() != read.record.uid:
            self.state.turn_away()
            self.show_record(read)
        self.tell()

    def flush(self) -> bool:
        """Keep everything that is typed; return whether all of it is kept."""
        kept = super().flush()
        return self.state.turn_away() and kept

    def tell(self) -> None:
        """Say by whom, by when, and how it stands with it."""
        task: Assignment | None = self.record
        if task is None:
            return
        self.who.setText(task.assigned_to or worded(msg("(nobody named)")))
        words = said(due_words(task))
        self.due.setText(words)
        self.due.setVisible(bool(words))
        late = days_overdue(task, self._today())
        state = FollowUp(task.state)
        if late:
            self.chip.show_state(State.DANGER, said(msg("{days} days overdue", days=late)))
        else:
            self.chip.show_state(STATE_LOOKS[state], worded(wording.FOLLOW_UPS[state]))
        self.next_row.setVisible(state in OPEN or task.next_due is not None)

    def _uid(self) -> str:
        return self.record.uid if self.record is not None else ""

    def _show_state(self, state: FollowUp) -> None:
        self.state.show_state(state)
        self.tell()


def due_words(task: Assignment) -> Message:
    """Return by when a task is to be done: as worded, else the day; and whether it comes again."""
    day = due_day(task)
    due = format_date(day, DateStyle.LONG, digits_in_use()) if day else ""
    if task.due is not None and task.due.text and task.next_due is None:
        due = task.due.text
    every = task.due.every if task.due else None
    if every is not None and due:
        return msg("Due {due}, every {months} months", due=due, months=every)
    if comes_back(task):
        return msg("Due {due}, again and again", due=due) if due else msg("Due again and again")
    return msg("Due {due}", due=due) if due else msg("No day is set")
