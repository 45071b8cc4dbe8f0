"""Questions to the register that are asked again and again: kept, renamed, ordered, asked."""

from typing import Any

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.domain.records import new_uid
from bmahr_desktop.domain.register_query import RegisterQuery, SavedSearch
from bmahr_desktop.i18n import Message, msg, worded
from bmahr_desktop.operations import records
from bmahr_desktop.operations.saved_searches import list_searches, move_search, save_search
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.fields.line import cleaned
from bmahr_desktop.ui.look.digits import said, shown
from bmahr_desktop.ui.look.icons import IconName, icon
from bmahr_desktop.ui.look.marks import set_tone
from bmahr_desktop.ui.look.measures import GRID, row_height
from bmahr_desktop.ui.look.palette import Role
from bmahr_desktop.ui.notices import ErrorNote, UndoBar
from bmahr_desktop.ui.records.list_tools import moving, removing, tool

BY_KEY = 9
"""So many can be asked by Alt and a digit."""
_WIDTH = 56 * GRID
_SEEN = 10
_LONGEST = 120


class SavedSearches(QFrame):
    """The list that drops down from its button; Enter asks, F2 renames, Delete removes."""

    asked = Signal(object)
    """Emitted with the `RegisterQuery` that was chosen."""

    def __init__(self, desk: Desk, undo: UndoBar, button: QWidget) -> None:
        """Make the list.

        Args:
            desk: The door to the records.
            undo: Where a removal can be taken back.
            button: What it drops down from.
        """
        super().__init__(button, Qt.WindowType.Popup)
        self.setObjectName("saved_searches")
        self.setProperty("look", "popup")
        self._desk, self._undo, self._button = desk, undo, button
        self._searches: list[SavedSearch] = []
        self._now, self._name_of_now = RegisterQuery(), ""
        self.save = QPushButton(icon(IconName.PLUS), worded(msg("Save this search")), self)
        self.save.setObjectName("saved_searches_save")
        self.save.setAutoDefault(True)  # Enter presses it, as it asks a line of the list
        self.save.clicked.connect(self.save_now)
        self.list = QListWidget(self)
        self.list.setObjectName("saved_searches_list")
        self.list.setAccessibleName(worded(msg("Saved searches")))
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.installEventFilter(self)
        self.list.itemChanged.connect(self._on_edited)
        self.list.itemClicked.connect(lambda _: self._ask())
        self.note = ErrorNote(self)
        self._none = QLabel(worded(msg("What is saved here is asked again by one key.")), self)
        self._none.setWordWrap(True)
        set_tone(self._none, Role.MUTED)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, GRID, GRID, GRID)
        column.setSpacing(GRID)
        column.addWidget(self.save)
        column.addWidget(self._none)
        column.addWidget(self.list)
        column.addWidget(self.note)
        column.addLayout(self._tools())
        self.setFixedWidth(_WIDTH)

    def _tools(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addStretch(1)
        rename = (IconName.PENCIL, msg("Rename (F2)"), "saved_searches_rename", self.rename)
        for picture, words, name, act in (
            rename,
            *moving("saved_searches", self._move),
            removing("saved_searches", self._remove),
        ):
            button = tool(picture, worded(words), name, self)
            button.clicked.connect(lambda _=False, act=act: act())
            row.addWidget(button)
        return row

    # ------------------------------------------------------------ showing

    def read_again(self) -> None:
        """Read what is saved; what is chosen stays so."""
        chosen = self._chosen()
        self._searches = self._desk.read(list_searches)
        self.list.blockSignals(True)
        self.list.clear()
        for number, one in enumerate(self._searches, 1):
            item = QListWidgetItem(one.name)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
            if number <= BY_KEY:
                item.setToolTip(f"{one.name} (Alt+{number})")
            self.list.addItem(item)
        self.list.blockSignals(False)
        uids = [one.uid for one in self._searches]
        if uids:
            now = uids.index(chosen.uid) if chosen and chosen.uid in uids else 0
            self.list.setCurrentRow(now)
        self._fit()

    def open_below(self, query: RegisterQuery, name: Message) -> None:
        """Drop down.

        Args:
            query: What the register shows now.
            name: What that would be called.
        """
        self._now, self._name_of_now = query, said(name)[:_LONGEST]
        self.save.setEnabled(query != RegisterQuery())
        self.note.show_text("")
        self.read_again()
        at = self._button.mapToGlobal(QPoint(0, self._button.height() + GRID // 4))
        room = self._button.screen().availableGeometry()
        at.setX(max(room.left(), min(at.x(), room.right() - self.width())))
        self.move(at)
        self.show()
        first = self.list if self._searches else self.save
        first.setFocus(Qt.FocusReason.PopupFocusReason)

    def ask_at(self, number: int) -> None:
        """Ask one of the saved questions, from 1."""
        self._searches = self._desk.read(list_searches)
        if 0 < number <= len(self._searches):
            self.asked.emit(self._searches[number - 1].query)

    def _fit(self) -> None:
        count = self.list.count()
        self.list.setVisible(count > 0)
        self._none.setVisible(count == 0)
        height = max(self.list.sizeHintForRow(0), row_height())
        self.list.setFixedHeight(max(1, min(count, _SEEN)) * height + GRID)
        self.adjustSize()

    def _chosen(self) -> SavedSearch | None:
        row = self.list.currentRow()
        return self._searches[row] if 0 <= row < len(self._searches) else None

    # ------------------------------------------------------------ doing

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask, remove and move by the keyboard."""
        # What is typed into a name comes here too, once its line has let it pass.
        pressed = event.type() is QEvent.Type.KeyPress and self.list.hasFocus()
        if isinstance(event, QKeyEvent) and pressed:
            key, alt = Qt.Key(event.key()), Qt.KeyboardModifier.AltModifier
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._ask()
            elif key == Qt.Key.Key_Delete:
                self._remove()
            elif event.modifiers() & alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
                self._move(-1 if key == Qt.Key.Key_Up else 1)
            else:
                return super().eventFilter(watched, event)
            return True
        return super().eventFilter(watched, event)

    def save_now(self) -> None:
        """Keep what the register shows now, and let it be named."""
        search = SavedSearch(uid=new_uid(), name=self._name_of_now, query=self._now)
        if self._tried(save_search, search):
            self.read_again()
            self.list.setCurrentRow(self.list.count() - 1)
            self.rename()

    def rename(self) -> None:
        """Edit the name of the one that is chosen."""
        if self._chosen():
            self.list.setFocus()
            self.list.editItem(self.list.currentItem())

    def _on_edited(self, item: QListWidgetItem) -> None:
        one = self._searches[self.list.row(item)]
        name = cleaned(item.text()).strip()
        if name and name != one.name:
            self._tried(records.amend, Kind.SEARCH, one.uid, None, name=name)
        QTimer.singleShot(0, self, self.read_again)  # the line of the name is still closing

    def _remove(self) -> None:
        one = self._chosen()
        if one and self._tried(records.remove, Kind.SEARCH, one.uid):
            self.read_again()
            done = msg("The saved search “{name}” was removed.", name=shown(one.name))
            self._undo.offer(done, lambda: self._put_back(one.uid))

    def _put_back(self, uid: str) -> None:
        self._tried(records.restore, Kind.SEARCH, uid)
        self.read_again()

    def _move(self, by: int) -> None:
        one = self._chosen()
        if one and self._tried(move_search, one.uid, by):
            self.read_again()

    def _ask(self) -> None:
        if one := self._chosen():
            self.close()
            self.asked.emit(one.query)

    def _tried(self, operation: Any, *arguments: Any, **fields: Any) -> bool:
        """Write; say in place why it cannot be, and return whether it was."""
        try:
            self._desk.write(self, operation, *arguments, **fields)
        except Refused as refused:
            self.note.show_text("\n".join(said(one) for one in refused.messages))
            self.adjustSize()
            return False
        self.note.show_text("")
        return True
