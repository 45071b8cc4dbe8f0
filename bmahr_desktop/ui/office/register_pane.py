"""What the user does with a list of records and the form on the one that is chosen."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from bmahr_desktop.domain.changes import Changes
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.look.digits import said
from bmahr_desktop.ui.office.list_pane import F, ListPane, V
from bmahr_desktop.ui.office.tools import gives_up
from bmahr_desktop.ui.records.leaving import leaves_unkept

_NONE = QModelIndex()


class RegisterPane(ListPane[V, F]):
    """A list of records with a form on the one that is chosen.

    A pane says what the list shows (`refill`), how a record begins (`add`) and goes
    (`take_away`), and how that is put into words.
    """

    def __init__(self, desk: Desk, view: V, form: F, parent: QWidget | None = None) -> None:
        super().__init__(desk, view, form, parent)
        self._stale = True
        keys = view.keys
        keys.add_wanted.connect(self.add)
        keys.remove_wanted.connect(self.remove)
        keys.edit_wanted.connect(self.edit)
        keys.move_wanted.connect(self.move_chosen)
        view.chosen.connect(self._on_chosen)
        form.added.connect(self._on_added)
        desk.changed.connect(self._on_changed)

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
        self.catch_up()
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
        if not self.attempt(lambda: self.take_away(uid)):
            return
        self.read_again(self.neighbour(uid))
        self.list.setFocus()
        self.undo.offer(self.removed_words, lambda: self._take_back(uid))

    def move_chosen(self, by: int) -> None:
        """Move the chosen record up or down, where the order is set by hand."""
        uid = self.list.current()
        if uid and self.form.flush() and self.attempt(lambda: self.put_elsewhere(uid, by)):
            self.refill()

    def attempt(self, act: Callable[[], object]) -> bool:
        """Do something; if it is refused, tell why under the list and return False."""
        try:
            act()
        except Refused as refused:
            self.note.show_text(" ".join(said(one) for one in refused.messages))
            return False
        self.note.show_text("")
        return True

    def read_again(self, choose: str = "") -> None:
        """Read the list again, and show what is chosen in it."""
        self._stale = False
        self.refill()
        self.shown(choose)

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
        if shown and not self.form.flush() and not leaves_unkept(self):
            QTimer.singleShot(0, self, lambda: self.list.choose(shown.uid))
            return
        self.attempt(lambda: self.show_chosen(uid))

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened while nobody looked."""
        self.catch_up()
        super().showEvent(event)

    def catch_up(self) -> None:
        """Read the list again if anything was changed since."""
        if not self._stale:
            return
        self._stale = False
        self.refill()
        record = self.form.record
        if not self.form.drafting() and (record is None or not self.is_known(record.uid)):
            self.shown("")

    def _on_added(self, uid: str) -> None:
        self.note.show_text("")
        self.refill()
        self.list.blockSignals(True)
        self.list.choose(uid)
        self.list.blockSignals(False)
        self.now_on_file(uid)

    def _take_back(self, uid: str) -> None:
        if self.attempt(lambda: self.put_back(uid)):
            self.read_again(uid)

    def _on_changed(self, changes: Changes, initiator: object) -> None:
        if initiator is not self and changes.kinds & (self.watched | {self.kind}):
            self._stale = True
            if self.isVisible():
                self.catch_up()
