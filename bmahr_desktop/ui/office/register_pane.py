"""What the panes of the office have in common: a list at left, the chosen record at right."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from bmahr_desktop.domain.changes import Changes, Kind
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.i18n import Message
from bmahr_desktop.operations import records
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.look.digits import said
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.notices import EmptyState, ErrorNote, UndoBar
from bmahr_desktop.ui.office.draft_form import DraftForm
from bmahr_desktop.ui.office.lists import Register, Tree
from bmahr_desktop.ui.office.tools import Tool, gives_up, scrolled, tool_row

_NONE = QModelIndex()


class RegisterPane(QWidget):
    """A list of records with a form on the one that is chosen.

    A pane says what the list shows (`refill`), how a record begins (`add`) and goes
    (`take_away`), and how that is put into words.
    """

    kind: Kind
    removed_words: Message
    watched: frozenset[Kind] = frozenset()
    """When one of these is changed elsewhere, the list is read again."""

    def __init__(
        self, desk: Desk, view: Register | Tree, form: DraftForm, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self.list, self.form = desk, view, form
        self.undo = UndoBar(self)
        self.note = ErrorNote(self)
        keys = view.keys
        keys.add_wanted.connect(self.add)
        keys.remove_wanted.connect(self.remove)
        keys.edit_wanted.connect(self.edit)
        keys.move_wanted.connect(self.move_chosen)
        view.chosen.connect(self._on_chosen)
        form.added.connect(self._on_added)
        desk.changed.connect(self._on_changed)

    # ------------------------------------------------------------ built from

    def lay_out(
        self,
        tools: Sequence[Tool],
        empty: EmptyState,
        right: QWidget,
        head: Sequence[QWidget] = (),
        *,
        beside: bool = True,
    ) -> None:
        """Put list and form together.

        Args:
            tools: The buttons under the list.
            empty: What stands at right while nothing is on file.
            right: The form, or what it stands in.
            head: What stands over the list.
            beside: Whether the form stands beside the list, not below it.
        """
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        for widget in head:
            column.addWidget(widget)
        column.addWidget(self.list, 1)
        column.addWidget(self.note)
        column.addLayout(tool_row(tools, left))
        self.empty = empty
        empty.next_step.connect(self.add)
        self.stack = QStackedWidget(self)
        self._right = right
        self.stack.addWidget(right)
        self.stack.addWidget(empty)
        across = Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical
        self.splitter = QSplitter(across, self)
        self.splitter.setObjectName(f"{self.kind.value}_splitter")
        self.splitter.addWidget(left)
        self.splitter.addWidget(self.stack)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setStretchFactor(1, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.splitter, 1)
        whole.addWidget(self.undo)

    def padded(self, form: QWidget) -> QWidget:
        """Return a form in a place that scrolls, with room around it."""
        inner = QWidget(self)
        column = QVBoxLayout(inner)
        column.setContentsMargins(2 * GRID, 0, GRID, GRID)
        column.addWidget(form)
        column.addStretch(1)
        return scrolled(inner, f"{self.kind.value}_scroll")

    # ------------------------------------------------------------ what a pane says

    def refill(self) -> None:
        """Read the list again; what was chosen stays so."""
        raise NotImplementedError

    def add(self) -> None:
        """Begin a new record."""
        raise NotImplementedError

    def take_away(self, uid: str) -> Changes:
        """Remove a record.

        Raises:
            Refused: If others still need it.
        """
        return self._desk.write(self, records.remove, self.kind, uid)

    def put_back(self, uid: str) -> Changes:
        """Put a removed record back."""
        return self._desk.write(self, records.restore, self.kind, uid)

    def move_chosen(self, by: int) -> None:
        """Move the chosen record up or down; nothing where the order follows from names."""

    def show_chosen(self, uid: str) -> None:
        """Show a record at right."""
        self.form.show_record(self._desk.read(records.read, self.kind, uid, shallow=True))

    # ------------------------------------------------------------ what the user does

    def flush(self) -> bool:
        """Keep everything that is typed; return whether all could be kept."""
        return self.form.flush()

    def leave_draft(self) -> bool:
        """Finish or give up a new record; return whether one may go on to something else."""
        if self.form.flush() or not self.form.drafting():
            return True
        if not gives_up(self):
            return False
        self.form.give_up()
        return True

    def go_to(self, uid: str) -> bool:
        """Choose a record; return whether it is there."""
        if not self.list.choose(uid):
            return False
        self._on_chosen(uid)
        return True

    def edit(self) -> None:
        """Go to the first field of what is chosen."""
        if self.form.record is not None:
            self.form.focus_on(self.form.needed[0])

    def begin(self, record: object, first: str = "") -> None:
        """Show a new record and go to its first field."""
        self.note.show_text("")
        self.form.begin(record)
        self.stack.setCurrentWidget(self._right)
        self.list.setCurrentIndex(_NONE)
        self.form.focus_on(first or self.form.needed[0])

    def remove(self) -> None:
        """Remove what is chosen; it can be taken back."""
        if self.form.drafting():
            self.form.give_up()
            self.read_again()
            return
        uid = self.list.current()
        if not uid:
            return
        self.form.flush()
        try:
            self.take_away(uid)
        except Refused as refused:
            self.note.show_text(" ".join(said(one) for one in refused.messages))
            return
        self.note.show_text("")
        self.read_again(self.neighbour(uid))
        self.list.setFocus()
        self.undo.offer(self.removed_words, lambda: self._take_back(uid))

    def neighbour(self, uid: str) -> str:
        """Return the record to choose once one is gone."""
        uids = self.list.uids()
        if uid not in uids:
            return ""
        at = uids.index(uid)
        return (*uids[at + 1 :], *uids[:at][-1:], "")[0]

    def read_again(self, choose: str = "") -> None:
        """Read the list again, and show what is chosen in it."""
        self.refill()
        self.shown(choose)

    def is_empty(self) -> bool:
        """Tell whether there is nothing on file."""
        return not self.list.uids()

    def is_known(self, uid: str) -> bool:
        """Tell whether a record is on file."""
        return uid in self.list.uids()

    def shown(self, choose: str) -> None:
        """Show at right what is chosen now, after the list was filled."""
        if self.form.drafting():
            return
        if choose:
            self.list.choose(choose)
        uid = self.list.current()
        if not uid and self.list.uids():
            uid = self.list.uids()[0]
            self.list.blockSignals(True)
            self.list.choose(uid)
            self.list.blockSignals(False)
        self.stack.setCurrentWidget(self.empty if self.is_empty() else self._right)
        if uid:
            self.show_chosen(uid)
        else:
            self.form.show_record(None)

    # ------------------------------------------------------------ what happens

    def _on_chosen(self, uid: str) -> None:
        shown = self.form.record
        if shown is not None and shown.uid == uid:
            return
        if not self.leave_draft():
            self.list.setCurrentIndex(_NONE)
            self.form.focus_on(self.form.needed[0])
            return
        self.note.show_text("")
        self.show_chosen(uid)

    def _on_added(self, uid: str) -> None:
        self.note.show_text("")
        self.read_again(uid)

    def _take_back(self, uid: str) -> None:
        try:
            self.put_back(uid)
        except Refused as refused:
            self.note.show_text(" ".join(said(one) for one in refused.messages))
            return
        self.read_again(uid)

    def _on_changed(self, changes: Changes, initiator: object) -> None:
        if initiator is self or not changes.kinds & (self.watched | {self.kind}):
            return
        self.refill()
        record = self.form.record
        if not self.form.drafting() and (record is None or not self.is_known(record.uid)):
            self.shown("")
