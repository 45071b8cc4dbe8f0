"""What was done in a meeting, by whom and when; wordings compared and put back."""

import datetime
from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QSplitter,
    QStackedWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from bmahr_desktop.domain.body import Body
from bmahr_desktop.domain.changes import Changes
from bmahr_desktop.domain.errors import Refused, StaleText
from bmahr_desktop.domain.kinds import KIND_NAMES
from bmahr_desktop.i18n import Message, msg, worded
from bmahr_desktop.operations import history, records
from bmahr_desktop.operations.history import Action, Line, Wording
from bmahr_desktop.operations.rescue import in_words
from bmahr_desktop.thai.dates import DateStyle, format_date
from bmahr_desktop.ui.closed import Locking
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.look.digits import digits_in_use, said, shown
from bmahr_desktop.ui.look.icons import IconName, icon
from bmahr_desktop.ui.look.marks import set_tone
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.look.palette import Role
from bmahr_desktop.ui.look.shrinking import Shrinking, ShrinkingButton
from bmahr_desktop.ui.notices import EmptyState, ErrorNote, UndoBar
from bmahr_desktop.ui.records.comparison import Comparison

BESIDE_FROM = 104 * GRID
"""From this width on, the wordings stand beside the list; else below it."""

_LIST = 0.38
"""So much of the room is the list's."""

_BANGKOK = datetime.timezone(datetime.timedelta(hours=7))
_WHEN, _WHAT, _WHO = range(3)
_LINE = Qt.ItemDataRole.UserRole

_CLOSED = msg("The record is closed.")
_DONE: Mapping[Action, tuple[Message, IconName]] = {
    Action.ADDED: (msg("Added: {what}"), IconName.PLUS),
    Action.IMPORTED: (msg("Brought in: {what}"), IconName.DOWNLOAD),
    Action.CHANGED: (msg("Changed: {what}"), IconName.PENCIL),
    Action.WORDED: (msg("Reworded: {what}"), IconName.PEN),
    Action.MOVED: (msg("Moved: {what}"), IconName.GRIP_VERTICAL),
    Action.REMOVED: (msg("Removed: {what}"), IconName.TRASH),
    Action.RESTORED: (msg("Put back: {what}"), IconName.UNDO),
    Action.OTHER: (msg("Changed: {what}"), IconName.PENCIL),
}
_FIELDS = {
    "body": msg("Body"),
    "text": msg("Wording"),
    "title": msg("Title"),
    "heading": msg("Heading"),
    "name": msg("Name"),
    "old": msg("Wording before"),
    "new": msg("Wording after"),
}


class HistoryPane(QWidget):
    """The tab ประวัติ of a meeting: what was done at left, the wordings then and now at right."""

    record_wanted = Signal(str)
    """Emitted with the uid of a record whose place is to be gone to."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("history_pane")
        self._desk = desk
        self._meeting = ""
        self._stale = self._locked = False
        self._lines: list[Line] = []
        self.list = _made_list(self)
        self.about = QLabel(self)
        self.about.setWordWrap(True)
        self.about.setTextFormat(Qt.TextFormat.PlainText)
        set_tone(self.about, Role.MUTED)
        self.comparison = Comparison(msg("Wording then"), msg("Wording now"), self)
        self.note = ErrorNote(self)
        self.undo = UndoBar(self)
        self.back = self._button(
            IconName.HISTORY, msg("Put this wording back"), "history_put_back", self.put_back
        )
        self.restore = self._button(
            IconName.UNDO, msg("Put this back on the agenda"), "history_restore", self.restore_it
        )
        self.go = self._button(IconName.ARROW_RIGHT, msg("Go to its place"), "history_go", self._go)
        self._empty = EmptyState(
            IconName.HISTORY, msg("What is changed in this meeting will be listed here.")
        )
        self._lay_out()
        self.list.currentItemChanged.connect(self._on_chosen)
        self.list.itemActivated.connect(lambda _item, _column: self._go())
        desk.changed.connect(self._on_changed)
        self._locking = Locking(desk.closed, self._lock, self)

    def _button(
        self, name: IconName, words: Message, object_name: str, act: Callable[[], object]
    ) -> ShrinkingButton:
        button = ShrinkingButton(icon(name), worded(words), self)
        button.setObjectName(object_name)
        button.clicked.connect(act)
        return button

    def _lay_out(self) -> None:
        right = QWidget(self)
        under = QWidget(right)
        buttons = QHBoxLayout(under)
        buttons.setContentsMargins(0, 0, 0, 0)
        buttons.setSpacing(GRID)
        for button in (self.back, self.restore, self.go):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self._shrinking = Shrinking(under, (self.go, self.restore, self.back))
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self.about)
        column.addWidget(self.comparison, 1)
        column.addWidget(self.note)
        column.addWidget(under)
        column.addStretch(0)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setObjectName("history_splitter")
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.list)
        self.splitter.addWidget(right)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes([45 * GRID, 60 * GRID])
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self.splitter)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, GRID, 0, 0)
        whole.addWidget(self._stack, 1)
        whole.addWidget(self.undo)
        self.setFocusProxy(self.list)

    # ------------------------------------------------------------ what it shows

    def show_meeting(self, meeting: str) -> None:
        """Show what was done in a meeting."""
        if meeting != self._meeting:
            self.undo.dismiss()
        self._meeting = meeting
        self._locking.turn_to(meeting)
        self.read_again(newest=True)

    def flush(self) -> bool:
        """Nothing is typed here."""
        return True

    def read_again(self, *, newest: bool = False) -> None:
        """Read the trail again; what was chosen stays so, or the newest is chosen."""
        self._stale = False
        chosen = None if newest else self.line()
        self._lines = self._desk.read(history.trail_of, self._meeting) if self._meeting else []
        self._stack.setCurrentWidget(self.splitter if self._lines else self._empty)
        self.list.blockSignals(True)
        again = self._fill(chosen)
        self.list.blockSignals(False)
        if again is not None:
            self.list.setCurrentItem(again)
        self._on_chosen()

    def _fill(self, chosen: Line | None) -> QTreeWidgetItem | None:
        """Fill the list; return the item to be chosen: the same line, or else the newest."""
        self.list.clear()
        day, above, found = None, None, None
        for number, line in enumerate(self._lines):
            local = line.at.astimezone(_BANGKOK)
            if local.date() != day or above is None:
                day = local.date()
                above = QTreeWidgetItem([format_date(day, DateStyle.SHORT, digits_in_use())])
                above.setFlags(Qt.ItemFlag.ItemIsEnabled)
                self.list.addTopLevelItem(above)
                above.setFirstColumnSpanned(True)
            item = QTreeWidgetItem(above, [shown(f"{local:%H.%M}"), _done(line), line.who])
            item.setIcon(_WHAT, icon(_DONE[line.action][1]))
            item.setToolTip(_WHAT, item.text(_WHAT))
            item.setToolTip(_WHO, line.who)
            item.setData(_WHEN, _LINE, number)
            if found is None or (chosen is not None and _same(line, chosen)):
                found = item
        self.list.expandAll()
        return found

    def line(self) -> Line | None:
        """Return what is chosen; None for a day or nothing."""
        item = self.list.currentItem()
        number = item.data(_WHEN, _LINE) if item is not None else None
        return self._lines[number] if isinstance(number, int) else None

    def _on_chosen(self, *_: object) -> None:
        line = self.line()
        self.note.show_text("")
        wording = line.wording if line else None
        self.about.setText(_about(line, closed=self._locked) if line else "")
        self.comparison.setVisible(wording is not None)
        self.back.setVisible(wording is not None)
        self.restore.setVisible(line is not None and line.can_return)
        self.restore.setEnabled(not self._locked)
        self.go.setVisible(line is not None and not line.removed)
        if line is None or wording is None:
            return
        now = self._desk.read(history.text_of, line.kind, line.uid, wording.field)
        self.comparison.show_texts(in_words(wording.content), in_words(now))
        same = now == wording.content
        self.back.setEnabled(not (self._locked or line.removed or same))

    def _lock(self, locked: bool) -> None:
        """Put nothing back in a record that is closed, and say why."""
        self._locked = locked
        for button in (self.back, self.restore):
            button.tell(worded(_CLOSED) if locked else "")
        if locked:
            self.undo.dismiss()
        self._on_chosen()

    # ------------------------------------------------------------ putting back

    def put_back(self) -> None:
        """Make the wording then the wording now; that can be taken back."""
        line = self.line()
        if line is None or line.wording is None:
            return
        wording = line.wording
        now = self._desk.read(history.text_of, line.kind, line.uid, wording.field)
        if self._write(line, wording, wording.content):

            def undo() -> None:
                self._write(line, wording, now)

            self.undo.offer(msg("The wording before was put back"), undo)

    def _write(self, line: Line, wording: Wording, content: str | Body) -> bool:
        what = (line.kind, line.uid, wording.field, content)
        return self._do(lambda: self._desk.write(self, history.put_back, *what))

    def restore_it(self) -> None:
        """Put a removed record back in its place; that can be taken back."""
        line = self.line()
        if line is None:
            return
        what = (line.kind, line.uid)
        if self._do(lambda: self._desk.write(self, records.restore, *what)):

            def undo() -> None:
                self._do(lambda: self._desk.write(self, records.remove, *what))

            self.undo.offer(msg("{what} was put back", what=_named(line)), undo)

    def _do(self, act: Callable[[], object]) -> bool:
        """Change something, and show what became of it; what is refused is told here."""
        try:
            act()
        except StaleText:
            self.note.show_text(worded(msg("This was removed. Put it back first.")))
            return False
        except Refused as refused:
            self.note.show_text(said(refused.messages[0]))
            return False
        self.read_again()
        return True

    def _go(self) -> None:
        line = self.line()
        if line is not None and not line.removed:
            self.record_wanted.emit(line.uid)

    # ------------------------------------------------------------ what happens around it

    def _on_changed(self, changes: Changes, initiator: object) -> None:
        if initiator is self or self._meeting not in changes.meetings:
            return
        if self.isVisible():
            self.read_again()
        else:
            self._stale = True

    def showEvent(self, event: QShowEvent) -> None:
        """Read again what was changed meanwhile."""
        super().showEvent(event)
        if self._stale:
            self.read_again(newest=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the wordings beside the list, or below it."""
        super().resizeEvent(event)
        beside = self.width() >= BESIDE_FROM
        wanted = Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical
        if self.splitter.orientation() is not wanted:
            self.splitter.setOrientation(wanted)
            whole = self.width() if beside else self.height()
            self.splitter.setSizes([int(whole * _LIST), whole - int(whole * _LIST)])


def _made_list(parent: QWidget) -> QTreeWidget:
    made = QTreeWidget(parent)
    made.setObjectName("history_list")
    made.setAccessibleName(worded(msg("What was done in this meeting")))
    made.setHeaderLabels([worded(msg("Time")), worded(msg("What was done")), worded(msg("By"))])
    made.setRootIsDecorated(False)
    made.setIndentation(GRID)
    made.setUniformRowHeights(True)
    header = made.header()
    header.setObjectName("history_columns")
    header.setStretchLastSection(False)
    for column in (_WHEN, _WHO):
        header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
    header.setSectionResizeMode(_WHAT, QHeaderView.ResizeMode.Stretch)
    made.setTextElideMode(Qt.TextElideMode.ElideRight)
    return made


def _same(line: Line, other: Line) -> bool:
    return (line.uid, line.action, line.at) == (other.uid, other.action, other.at)


def _done(line: Line) -> str:
    return said(Message(_DONE[line.action][0].text, {"what": _named(line)}))


def _named(line: Line) -> str:
    kind = worded(KIND_NAMES[line.kind])
    title = line.title or next(iter(reversed(line.within)), "")
    return f"{kind} “{title}”" if title else kind


def _about(line: Line, *, closed: bool) -> str:
    """Return where and when it was done, by whom, to which text, and why nothing can be done."""
    local = line.at.astimezone(_BANGKOK)
    day = format_date(local.date(), DateStyle.LONG, digits_in_use())
    kind = worded(KIND_NAMES[line.kind])
    facts = [f"{day} {shown(f'{local:%H.%M} น.')}", line.who]
    if line.wording is not None:
        facts.append(worded(_FIELDS.get(line.wording.field, msg("Wording"))))
    if line.removed:
        facts.append(worded(msg("This is removed now.")))
    if closed and (line.can_return or line.wording is not None):
        facts.append(worded(_CLOSED))
    place = (*line.within, f"{kind} “{line.title}”" if line.title else kind)
    return "\n".join((" › ".join(place), " · ".join(fact for fact in facts if fact)))
