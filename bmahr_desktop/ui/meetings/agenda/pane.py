"""The agenda of a meeting: its outline at left, what is chosen in it at right."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from bmahr_desktop.domain.changes import Changes, Kind
from bmahr_desktop.domain.errors import OutOfReach
from bmahr_desktop.domain.meeting import AgendaItem, Appendix, Matter
from bmahr_desktop.domain.minutes import TextKey
from bmahr_desktop.domain.records import new_uid
from bmahr_desktop.i18n import msg, worded
from bmahr_desktop.operations import records
from bmahr_desktop.operations.meetings import OutlineItem, read_outline
from bmahr_desktop.operations.whereabouts import Whereabouts, find_record
from bmahr_desktop.ui.closed import Locking
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.look.icons import IconName
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.meetings.agenda.item_forms import AppendixForm, ItemForm
from bmahr_desktop.ui.meetings.agenda.matter import MatterPane, Spot
from bmahr_desktop.ui.meetings.agenda.outline import Outline
from bmahr_desktop.ui.meetings.agenda.passing_on import PassingOn
from bmahr_desktop.ui.meetings.agenda.undo import AgendaUndo
from bmahr_desktop.ui.notices import EmptyState
from bmahr_desktop.ui.records.form import RecordForm
from bmahr_desktop.ui.records.leaving import leaves_unkept
from bmahr_desktop.ui.records.list_tools import tool

_OUTLINED = frozenset({Kind.MEETING, Kind.ITEM, Kind.MATTER, Kind.RESOLUTION, Kind.APPENDIX})
"""What the outline shows; texts look after themselves."""


_CHANGING = ("item_add", "matter_add", "appendix_add", "agenda_up", "agenda_down", "agenda_remove")
"""The buttons under the outline that change it."""


class AgendaPane(QWidget):
    """Edits the agenda of one meeting."""

    shown_on_paper = Signal(object)
    """Emitted with the `TextKey` of what was chosen, so that the paper can turn to it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("agenda_pane")
        self._desk = desk
        self._meeting = ""
        self._items: tuple[OutlineItem, ...] = ()
        self._chosen = ""
        self._is_stale = False
        self.outline = Outline(self)
        self.item = ItemForm(desk, self)
        self.matter = MatterPane(desk, self)
        self.appendix = AppendixForm(desk, self)
        self.undo = AgendaUndo(desk, self)
        self._empty = EmptyState(
            IconName.LIST_TREE,
            msg("The agenda is empty. Begin with its first item."),
            msg("Add an agenda item"),
        )
        self._empty.next_step.connect(self.add_item)
        self.passing_on = PassingOn(desk, self.outline, self.undo, self.flush, self.read_again)
        self._lay_out()
        self._connect()
        self._locking = Locking(desk.closed, partial(_lock, self), self)

    def _lay_out(self) -> None:
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.outline, 1)
        column.addLayout(_tools(self, left))
        both = QWidget(self)
        right = QVBoxLayout(both)
        right.setContentsMargins(GRID, 0, 0, 0)
        right.setSpacing(GRID)
        right.addWidget(self.item)
        right.addWidget(self.matter, 1)
        right.addStretch(0)
        self._stack = QStackedWidget(self)
        self._both = both
        for widget in (both, self.appendix, self._empty):
            self._stack.addWidget(widget)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setObjectName("agenda_splitter")
        self.splitter.addWidget(left)
        self.splitter.addWidget(self._stack)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes([230, 500])
        self.splitter.setChildrenCollapsible(False)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.splitter, 1)
        whole.addWidget(self.undo)

    def _connect(self) -> None:
        self.outline.chosen.connect(self._on_chosen)
        self.outline.add_wanted.connect(self.add_matter)
        self.outline.remove_wanted.connect(self.remove)
        self.outline.move_wanted.connect(self.move_chosen)
        self.outline.edit_wanted.connect(lambda: self._edit())
        self.item.amended.connect(lambda _: _retitle(self.outline, self.item))
        self.appendix.amended.connect(lambda _: _retitle(self.outline, self.appendix))
        self.matter.retitled.connect(self.outline.retitle)
        self.matter.removed.connect(self.undo.offer_restore)
        self.matter.moved.connect(self.undo.offer_move_back)
        self.undo.restored.connect(self._on_restored)
        self.undo.moved_back.connect(self.read_again)
        self.matter.shown_on_paper.connect(self.shown_on_paper)
        self._desk.changed.connect(self._on_changed)
        following = QShortcut(QKeySequence("Ctrl+Return"), self)
        following.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        following.activated.connect(self.go_to_next_item)

    # ------------------------------------------------------------ what it shows

    def show_meeting(self, meeting: str) -> None:
        """Show the agenda of a meeting."""
        self.flush()
        if meeting != self._meeting:
            self.matter.body.forget_documents()
            self.appendix.body.forget_documents()
            self.undo.dismiss()
            self._chosen = ""
        self._meeting = meeting
        self._locking.turn_to(meeting)
        self.read_again()

    def read_again(self) -> None:
        """Read the outline again."""
        self._is_stale = False
        self._items = self._desk.read(read_outline, self._meeting)
        papers = self._desk.read(records.read_parts_of, Kind.APPENDIX, self._meeting)
        self.outline.fill(self._items, [(one.record.uid, one.record.title) for one in papers])
        if not self._items and not papers:
            self._stack.setCurrentWidget(self._empty)

    def flush(self) -> bool:
        """Keep everything that is typed; return whether all could be kept."""
        kept = [self.item.flush(), self.matter.flush(), self.appendix.flush()]
        return all(kept)

    def drop_unkept(self) -> None:
        """Throw away what could not be kept."""
        for part in (self.item, self.matter, self.appendix):
            part.drop_unkept()

    def _on_chosen(self, kind: Kind, uid: str) -> None:
        before = self._chosen
        if before and not self.flush():
            if uid == before:
                return  # what could not be kept stays in its field
            if not leaves_unkept(self):
                QTimer.singleShot(0, self, lambda: self.outline.choose(before))
                return
            self.drop_unkept()
        with _back_if_unread(self.outline, before, uid):
            if kind is Kind.APPENDIX:
                self.appendix.show_appendix(self._desk.read(records.read, kind, uid), self._meeting)
                self._stack.setCurrentWidget(self.appendix)
                self.shown_on_paper.emit(TextKey(uid, "title"))
                self._chosen = uid
                return
            item = self.outline.item_of_current()
            one = next(found for found in self._items if found.uid == item)
            self.item.setVisible(kind is Kind.ITEM)
            if kind is Kind.ITEM:
                self.item.show_record(self._desk.read(records.read, Kind.ITEM, uid, shallow=True))
            only = one.matters[0].uid if len(one.matters) == 1 and not one.matters[0].title else ""
            matter = uid if kind is Kind.MATTER else only
            self.matter.setVisible(bool(matter))
            if matter:
                read = self._desk.read(records.read, Kind.MATTER, matter)
                self.matter.show_matter(read, self._meeting, titled=kind is Kind.MATTER)
            self._stack.setCurrentWidget(self._both)
            self.shown_on_paper.emit(TextKey(uid, "title"))
        self._chosen = uid

    def go_to(self, place: Whereabouts, spot: Spot | None = None) -> bool:
        """Go to a part of the agenda, or a letter of it; return whether it is there."""
        item, matter = place.within.get(Kind.ITEM, ""), place.within.get(Kind.MATTER, "")
        if not any(self.outline.choose(uid) for uid in (matter, item, place.uid) if uid):
            return False
        if matter:
            self.matter.go_to(place.kind, place.uid, spot)
        else:
            self._edit(spot)
        return True

    def go_to_next_item(self) -> None:
        """Go to the item behind the one that is chosen."""
        uids = [item.uid for item in self._items]
        now = self.outline.item_of_current()
        if now in uids and uids.index(now) + 1 < len(uids):
            self.outline.choose(uids[uids.index(now) + 1])
            self._edit()

    def _edit(self, spot: Spot | None = None) -> None:
        if spot is not None and spot[0].part == "body":
            self.appendix.body.go_to(spot[0].block, spot[0].cell, spot[1])
            return
        for widget in (self.item.title, self.matter.title.title, self.appendix.title):
            if widget.isVisible():
                widget.go_to(spot[1] if spot else len(widget.toPlainText()))
                return

    # ------------------------------------------------------------ changes

    def add_item(self) -> None:
        """Add an item behind the one that is chosen."""
        self.flush()
        made = AgendaItem(uid=new_uid(), title="")
        uids = [item.uid for item in self._items]
        now = self.outline.item_of_current()
        at = uids.index(now) + 1 if now in uids else None
        self._desk.write(self, records.add, Kind.ITEM, made, self._meeting, at)
        self._go_to_new(made.uid)

    def add_matter(self) -> None:
        """Add a matter to the item that is chosen, or that the chosen matter belongs to."""
        item = self.outline.item_of_current()
        if not item:
            return
        self.flush()
        made = Matter(uid=new_uid(), title=worded(msg("Subject: ")))
        self._desk.write(self, records.add, Kind.MATTER, made, item)
        self._go_to_new(made.uid)

    def add_appendix(self) -> None:
        """Add a paper at the end."""
        self.flush()
        made = Appendix(uid=new_uid(), title=worded(msg("Enclosure")))
        self._desk.write(self, records.add, Kind.APPENDIX, made, self._meeting)
        self._go_to_new(made.uid)

    def _go_to_new(self, uid: str) -> None:
        self.read_again()
        self.outline.choose(uid)
        self._edit()

    def remove(self) -> None:
        """Remove what is chosen in the outline; it can be taken back."""
        kind, uid = self.outline.current()
        if kind is None:
            return
        self.flush()
        self._desk.write(self, records.remove, kind, uid)
        self._chosen = ""
        self.read_again()
        self.undo.offer_restore(kind, uid)

    def _on_restored(self, uid: str) -> None:
        self.read_again()
        if place := self._desk.read(find_record, uid):
            self.go_to(place)

    def move_chosen(self, by: int) -> None:
        """Move what is chosen up or down among its neighbours."""
        kind, uid = self.outline.current()
        if kind is None:
            return
        self.flush()
        place = self._desk.read(records.place_of, kind, uid)
        changes = self._desk.write(self, records.move, kind, uid, place + by)
        self.read_again()
        self.outline.setFocus()
        if changes:
            self.undo.offer_move_back(kind, uid, place)

    def _on_changed(self, changes: Changes, initiator: object) -> None:
        mine = isinstance(initiator, QWidget) and (
            initiator is self or self.isAncestorOf(initiator)
        )
        if mine or self._meeting not in changes.meetings:
            return
        if not self.isVisible():
            self._is_stale = True  # it is read again when it is seen again
        elif changes.kinds & _OUTLINED:
            self.read_again()

    def showEvent(self, event: QShowEvent) -> None:
        """Show what was changed while the pane was not to be seen."""
        super().showEvent(event)
        if self._is_stale:
            self.read_again()


@contextmanager
def _back_if_unread(outline: Outline, before: str, uid: str) -> Iterator[None]:
    """Let the outline go back to what is shown when the file is out of reach."""
    try:
        yield
    except OutOfReach:
        if before and uid != before:
            QTimer.singleShot(0, outline, lambda: outline.choose(before))
        raise


def _lock(pane: AgendaPane, locked: bool) -> None:
    """Let an agenda only be read, or changed again; copying into the next meeting goes on."""
    for name in _CHANGING:
        for button in pane.findChildren(QToolButton, name):
            button.setDisabled(locked)
    pane.passing_on.move.setDisabled(locked)


def _tools(pane: AgendaPane, parent: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(0)
    for name, said, object_name, act in (
        (IconName.LIST_ORDERED, msg("Add an agenda item"), "item_add", pane.add_item),
        (IconName.PLUS, msg("Add a matter (Insert)"), "matter_add", pane.add_matter),
        (IconName.PAPERCLIP, msg("Add a paper at the end"), "appendix_add", pane.add_appendix),
        (IconName.ARROW_UP, msg("Move up (Alt+↑)"), "agenda_up", lambda: pane.move_chosen(-1)),
        (
            IconName.ARROW_DOWN,
            msg("Move down (Alt+↓)"),
            "agenda_down",
            lambda: pane.move_chosen(1),
        ),
        (IconName.TRASH, msg("Remove (Delete)"), "agenda_remove", pane.remove),
    ):
        button = tool(name, worded(said), object_name, parent)
        button.clicked.connect(act)
        row.addWidget(button)
    row.addWidget(pane.passing_on.button(parent))
    row.addStretch(1)
    return row


def _retitle(outline: Outline, form: RecordForm) -> None:
    outline.retitle(form.record.uid, form.record.title)
